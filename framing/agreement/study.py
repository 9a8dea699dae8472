"""The reliability of a study: every judgement of the codebook as ratings, and what they allow one to say.

Only independent codings of the main phase count. Training and pilot records are practice; adjudicated ones were made with
both readings in view, so that agreement among them says nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing.agreement.coefficients import COEFFICIENTS, binary_estimate, krippendorff_alpha
from framing.agreement.double_coding import coded_twice
from framing.agreement.estimate import Estimate
from framing.agreement.intervals import Interval
from framing.agreement.ratings import Category, Level, Ratings
from framing.agreement.resampling import Bootstrap, bootstrap_interval
from framing.agreement.steps import steps
from framing.agreement.verdicts import verdict
from framing.analysis.table import Tables, answer_column
from framing.refusal import Refusal


class Judgement(NamedTuple):
    """One thing that every coder decides about every article.

    Attributes:
        name: for example primary, frames:masi, frame:territory, stance:seen, stance:expressed, stance.
        level: level of measurement.
        label: set when the judgement is yes or no; the positive answer, which needs five articles.
        codings: one row per (article, coder): ``value``, null where the coder gave none at this level, and ``coder_kind``.
    """

    name: str
    level: Level
    label: str
    codings: pl.DataFrame


class Reliability(NamedTuple):
    """What is known about the reliability of one judgement.

    Attributes:
        name: the judgement.
        level: level of measurement.
        units: articles that at least two coders judged.
        coders: how many coders judged any of them.
        people: how many of these are persons.
        prevalence: the commonest answer, and its share of all answers to ``units``; for yes-or-no judgements the share of yes.
        percent: mean share of agreeing pairs, or why not.
        alpha: Krippendorff's alpha, or why not.
        interval: 95 %, by resampling articles (bundles as clusters), or why not.
        ac1: Gwet's AC1 beside alpha, for judgements of low prevalence; never instead of it.
    """

    name: str
    level: Level
    units: int
    coders: int
    people: int
    prevalence: tuple[str, float] | None
    percent: Estimate | Refusal
    alpha: Estimate | Refusal
    interval: Interval | Refusal
    ac1: Estimate | Refusal

    @property
    def verdict(self) -> str:
        """What may be done with the judgement."""
        return verdict(self.alpha, self.interval, self.people)


def judgements(tables: Tables, codebook: Mapping[str, Any]) -> list[Judgement]:
    """Everything that the coders of the main phase decided, as one table of codings per judgement.

    Args:
        tables: the study's tables.
        codebook: its codebook.

    Returns:
        Primary frame; frame set by MASI and by Jaccard; each frame as yes or no; the event; then each variable in its
        ``steps``: whether it could be seen, whether it is expressed, and the value.
    """
    main = tables.codings.filter(pl.col("phase") == "main")
    keys = ["article", "coder"]
    frames = tables.frames.join(main.select(keys), on=keys, how="semi")
    sets = frames.group_by(keys, maintain_order=True).agg(value=pl.col("frame").cast(pl.String))
    event = main.select(*keys, value=pl.col("event").cast(pl.String).fill_null("none"))
    primary = main.select(*keys, value=pl.col("primary").cast(pl.String))
    found = [
        Judgement("primary", "nominal", "", primary),
        Judgement("frames:masi", "masi", "", sets),
        Judgement("frames:jaccard", "jaccard", "", sets),
    ]
    for frame in codebook["frames"]:
        holds = pl.col("value").list.contains(frame["id"])
        present = sets.with_columns(value=pl.when(holds).then(pl.lit("yes")).otherwise(pl.lit("no")))
        found.append(Judgement(f"frame:{frame['id']}", "nominal", "yes", present))
    found.append(Judgement("event", "nominal", "", event))
    values = tables.values.join(main.select(keys), on=keys, how="semi")
    for variable in codebook["variables"]:
        found += _of_variable(variable, values.filter(pl.col("variable").cast(pl.String) == variable["id"]))
    kinds = main.select(*keys, "coder_kind")
    return [one._replace(codings=one.codings.join(kinds, on=keys, maintain_order="left")) for one in found]


def _of_variable(variable: Mapping[str, Any], values: pl.DataFrame) -> list[Judgement]:
    keys, value = ["article", "coder"], pl.col(answer_column(variable))
    asked = steps(variable, values["missing"].drop_nulls().unique().to_list())
    before = [Judgement(name, "nominal", "yes", values.select(*keys, value=told)) for name, told in asked.items()]
    return [*before, Judgement(variable["id"], variable["level"], "", values.select(*keys, value=value))]


def ratings_of(judgement: Judgement) -> Ratings:
    """The codings of one judgement as a table of articles by coders.

    Args:
        judgement: its codings, one row per (article, coder).

    Returns:
        One row per article and one column per coder, both in alphabetical order; an empty cell where a coder gave no
        value, or has not coded the article. A set of frames is a frozenset.
    """
    codings = judgement.codings
    coders = codings["coder"].unique().sort().cast(pl.String).to_list()
    articles = codings["article"].unique().sort().to_list()
    place = {article: row for row, article in enumerate(articles)}
    cells: list[list[Category | None]] = [[None] * len(coders) for _ in articles]
    for article, coder, value in codings.select("article", pl.col("coder").cast(pl.String), "value").iter_rows():
        cells[place[article]][coders.index(coder)] = frozenset(value) if isinstance(value, list) else value
    return Ratings.from_cells(cells, judgement.level, articles, coders)


def reliability(judgement: Judgement, clusters: Mapping[str, str], bootstrap: Bootstrap) -> Reliability:
    """What is known about the reliability of one judgement.

    Args:
        judgement: its codings.
        clusters: bundle of each article that has one; such articles are resampled together.
        bootstrap: draws and seed.

    Returns:
        Coefficients, interval and prevalence, each with a reason where it cannot be given.
    """
    ratings = ratings_of(judgement)
    alpha = binary_estimate(ratings, judgement.label) if judgement.label else krippendorff_alpha(ratings)
    interval: Interval | Refusal = (
        alpha
        if isinstance(alpha, Refusal)
        else bootstrap_interval(
            ratings, krippendorff_alpha, bootstrap, [clusters.get(unit, unit) for unit in ratings.units]
        )
    )
    nominal = judgement.level == "nominal"
    unordered = Refusal("not_nominal", "AC1 is for unordered single codes.", "A nominal judgement.")
    twice = (ratings.codes >= 0).sum(axis=1) >= 2
    return Reliability(
        judgement.name,
        judgement.level,
        int(twice.sum()),
        len(ratings.coders),
        judgement.codings.filter(pl.col("coder_kind") == "person")["coder"].n_unique(),
        _prevalence(judgement),
        COEFFICIENTS["percent_agreement"](ratings),
        alpha,
        interval,
        COEFFICIENTS["gwet_ac1"](ratings) if nominal else unordered,
    )


def _prevalence(judgement: Judgement) -> tuple[str, float] | None:
    given = judgement.codings.drop_nulls("value").filter(pl.len().over("article") > 1)["value"]
    if given.is_empty() or judgement.level in ("masi", "jaccard"):
        return None
    if judgement.label:
        return judgement.label, len(given.filter(given == judgement.label)) / len(given)
    counts = given.cast(pl.String).value_counts(sort=True).sort("count", given.name, descending=[True, False])
    return str(counts[given.name][0]), counts["count"][0] / len(given)


def clusters_of(tables: Tables) -> dict[str, str]:
    """The bundle of each article that has one.

    Returns:
        Bundles by article. Articles of one bundle share a description: they are resampled together, never apart.
    """
    tied = tables.articles.filter(pl.col("bundle").is_not_null())
    return dict(tied.select("article", "bundle").iter_rows())


def study_reliability(tables: Tables, codebook: Mapping[str, Any], bootstrap: Bootstrap) -> list[Reliability] | Refusal:
    """The reliability of every judgement of a study, over all its articles.

    Args:
        tables: the study's tables.
        codebook: its codebook.
        bootstrap: draws and seed.

    Returns:
        One entry per judgement, those that cannot be estimated as well; or a refusal when nobody coded twice.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    clusters = clusters_of(tables)
    return [reliability(judgement, clusters, bootstrap) for judgement in judgements(tables, codebook)]


def unless_coded_twice(tables: Tables) -> Refusal | None:
    """Why there is nothing to compare, or None when some article was coded twice in the main phase."""
    if not coded_twice(tables.codings).is_empty():
        return None
    others = tables.codings.filter(pl.col("phase") != "main").height
    also = (
        f" Training, pilot and adjudicated codings ({others} here) do not count: they are not independent."
        if others
        else ""
    )
    return Refusal(
        "single_coder",
        f"No article has two independent codings of the main phase.{also}",
        "A second coder who works without seeing the first coder's records.",
    )


def judgement_label(name: str, codebook: Mapping[str, Any]) -> str:
    """The name of a judgement as tables print it.

    >>> judgement_label("frame:war", {"frames": [{"id": "war", "labels": {"en": "War"}}], "variables": []})
    'Frame: War'
    """
    fixed = {
        "primary": "Primary frame dimension",
        "frames:masi": "Set of frame dimensions (MASI)",
        "frames:jaccard": "Set of frame dimensions (Jaccard)",
        "event": "Event",
    }
    labels = {entry["id"]: entry["labels"]["en"] for entry in [*codebook["frames"], *codebook["variables"]]}
    first, _, second = name.partition(":")
    if name in fixed:
        return fixed[name]
    return f"Frame: {labels[second]}" if first == "frame" else labels[first] + (f": {second}?" if second else "")


def reliability_table(found: Sequence[Reliability], codebook: Mapping[str, Any]) -> pl.DataFrame:
    """The reliability of judgements as a table, in their order.

    Args:
        found: as from ``study_reliability``.
        codebook: for the names.

    Returns:
        One row per judgement: ``name``, ``judgement`` (for people), ``level``, ``units``, ``coders``, ``commonest`` and its
        ``prevalence`` (0 to 1), ``percent`` (0 to 1), ``alpha``, ``low`` and ``high`` (95 %), ``ac1``, ``verdict``; null where a
        figure cannot be given.
    """
    rows = [
        (
            one.name,
            judgement_label(one.name, codebook),
            one.level,
            one.units,
            one.coders,
            one.prevalence and one.prevalence[0],
            one.prevalence and one.prevalence[1],
            None if isinstance(one.percent, Refusal) else one.percent.value,
            None if isinstance(one.alpha, Refusal) else one.alpha.value,
            None if isinstance(one.interval, Refusal) else one.interval.low,
            None if isinstance(one.interval, Refusal) else one.interval.high,
            None if isinstance(one.ac1, Refusal) else one.ac1.value,
            one.verdict,
        )
        for one in found
    ]
    columns = {
        "name": pl.String, "judgement": pl.String, "level": pl.String, "units": pl.Int64, "coders": pl.Int64,
        "commonest": pl.String, "prevalence": pl.Float64, "percent": pl.Float64, "alpha": pl.Float64, "low": pl.Float64,
        "high": pl.Float64, "ac1": pl.Float64, "verdict": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row")


def confusion(judgement: Judgement) -> pl.DataFrame:
    """The disagreement matrix of one judgement: how often one answer met another.

    Args:
        judgement: a nominal or ordinal one.

    Returns:
        One row per unordered pair of answers that met: ``value``, ``other_value``, ``articles``, ``records``; equal answers too.
    """
    told = judgement.codings.select(
        "article", pl.col("coder").cast(pl.String), pl.col("value").cast(pl.String)
    ).drop_nulls()
    met = told.join(told, on="article", suffix="_other").filter(pl.col("coder") < pl.col("coder_other"))
    return (
        met.with_columns(
            first=pl.min_horizontal("value", "value_other"), second=pl.max_horizontal("value", "value_other")
        )
        .group_by(value="first", other_value="second")
        .agg(articles=pl.len(), records=pl.col("article").sort())
        .sort("value", "other_value")
    )
