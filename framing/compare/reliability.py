"""The reliability of the judgements behind a comparison, in the languages of both sides."""

from collections.abc import Sequence

import polars as pl

from framing.agreement import study
from framing.agreement.judgement import Judgement
from framing.agreement.resampling import Bootstrap
from framing.agreement.verdicts import TENTATIVE
from framing.analysis.table import Tables
from framing.refusal import Refusal

_SCHEMA = pl.Schema(
    {
        "judgement": pl.String(), "language": pl.String(), "units": pl.Int64(), "alpha": pl.Float64(), "low": pl.Float64(),
        "high": pl.Float64(), "percent": pl.Float64(), "ac1": pl.Float64(), "refused": pl.String(),
    }
)  # fmt: skip


def reliability_by_language(
    tables: Tables, judged: Sequence[Judgement], bootstrap: Bootstrap
) -> pl.DataFrame | Refusal:
    """The reliability of some judgements among the articles of each language.

    Args:
        tables: the study's tables.
        judged: judgements of its coders, as from ``framing.agreement.judgement``.
        bootstrap: draws and seed.

    Returns:
        One row per (judgement, language of the articles): ``units`` (articles coded twice), ``alpha`` with ``low`` and
        ``high`` (95 %, articles resampled), ``percent`` agreement and ``ac1`` (nominal only); ``refused``, why alpha or its
        interval is missing. Or the refusal ``single_coder``.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12; Peter and Lauf (2002) on reliability by language.

    >>> from framing.agreement.judgement import judgements
    >>> from framing.corpus import read
    >>> corpus = read()
    >>> primary = judgements(corpus.tables, corpus.codebook)[:1]
    >>> found = reliability_by_language(corpus.tables, primary, Bootstrap(draws=100))
    >>> found.select("judgement", "language").rows()
    [('primary', 'ja'), ('primary', 'ru')]
    """
    refusal = study.unless_coded_twice(tables)
    if refusal:
        return refusal
    core = tables.articles.filter(pl.col("panel") == "core")
    languages = core["article_language"].unique().sort().to_list()
    rows = []
    for judgement in judged:
        for language in languages:
            inside = core.filter(pl.col("article_language") == language).select("article")
            codings = judgement.codings.join(inside, on="article", how="semi")
            if not codings.is_empty():
                rows.append(_row(study.reliability(judgement._replace(codings=codings), bootstrap), language))
    return pl.DataFrame(rows, schema=_SCHEMA)


def stamps(found: pl.DataFrame | Refusal, languages: Sequence[str]) -> pl.DataFrame | Refusal:
    """Which judgements fall short in one of the languages that are compared.

    Args:
        found: as from ``reliability_by_language``.
        languages: the languages of both sides' articles.

    Returns:
        One row per judgement: ``low`` (the smallest lower bound of alpha) and ``stamp``: null where every lower bound
        reaches .667, else what is wrong, in words; or the refusal, where it is not known.

    Source:
        Krippendorff (2019), ch. 12: the lower bound of the interval is to reach the floor.

    >>> rows = [{"judgement": "stance", "language": "ja", "low": 0.71}, {"judgement": "stance", "language": "ru", "low": 0.48}]
    >>> stamps(pl.DataFrame(rows, schema=_SCHEMA), ["ja", "ru"])["stamp"].item()
    'not reliable enough in ru: the lower bound of alpha is .480, below .667'
    """
    if isinstance(found, Refusal):
        return found
    short = pl.when(pl.col("low").is_null()).then(
        pl.format("not estimable in {}: {}", "language", pl.col("refused").fill_null("no article was coded twice."))
    ).when(pl.col("low") < TENTATIVE).then(
        pl.format(
            "not reliable enough in {}: the lower bound of alpha is {}, below {}", "language",
            pl.col("low").map_elements(_bound, return_dtype=pl.String), pl.lit(_bound(TENTATIVE)),
        )
    )  # fmt: skip
    return (
        found.filter(pl.col("language").is_in(list(languages)))
        .group_by("judgement", maintain_order=True)
        .agg(
            low=pl.when(pl.col("low").is_not_null().all()).then(pl.col("low").min()),
            stamp=short.drop_nulls().str.join("; "),
        )
        .with_columns(stamp=pl.when(pl.col("stamp") != "").then("stamp"))
    )


def stamped(found: pl.DataFrame | Refusal) -> list[str]:
    """The judgements on which nothing may be built, as far as that was measured.

    Args:
        found: as from ``stamps``.

    Returns:
        Their names.

    >>> stamped(pl.DataFrame({"judgement": ["primary", "stance"], "stamp": [None, "not reliable enough in ru"]}))
    ['stance']
    """
    return [] if isinstance(found, Refusal) else found.drop_nulls("stamp")["judgement"].to_list()


def _bound(alpha: float) -> str:
    """Alpha with three decimals and no zero before them.

    >>> _bound(0.6), _bound(-0.0001), _bound(-0.25), _bound(1)
    ('.600', '.000', '-.250', '1.000')
    """
    return f"{round(alpha, 3) + 0.0:.3f}".replace("0.", ".", 1)  # -0.0 + 0.0 is 0.0


def _row(found: study.Reliability, language: str) -> dict[str, object]:
    reasons = [part.reason for part in (found.alpha, found.interval) if isinstance(part, Refusal)]
    interval = None if isinstance(found.interval, Refusal) else found.interval
    values = {
        name: None if isinstance(part, Refusal) else part.value
        for name, part in (("alpha", found.alpha), ("percent", found.percent), ("ac1", found.ac1))
    }
    return {
        "judgement": found.name, "language": language, "units": found.units, **values,
        "low": interval and interval.low, "high": interval and interval.high, "refused": reasons[0] if reasons else None,
    }  # fmt: skip
