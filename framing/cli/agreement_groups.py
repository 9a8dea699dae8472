"""Whether reliability differs between languages, outlets, countries, periods or pairs of coders."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.analysis.choices import USUAL
from framing.analysis.choices import Ground as Counted
from framing.analysis.draws import AGREEMENT
from framing.cli import console
from framing.cli.agreement_figures import (
    FIGURES,
    Draws,
    Interval,
    MinAlpha,
    Seed,
    bootstrap,
    figures,
    require,
    resampled,
)
from framing.cli.options import Ground, Json, Study, corpus_at, ground_named, one_of, unless_refused

if TYPE_CHECKING:
    from framing.agreement.groups import Grouping, GroupReliability
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus


def groups(
    by: Annotated[str, typer.Argument(help="outlet, language, country, period or coder-pair.")],
    study: Study = Path(),
    ground: Ground = USUAL.ground,
    min_alpha: MinAlpha = None,
    interval: Interval = "percentile",
    draws: Draws = AGREEMENT,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Compare reliability between outlets, languages, countries, periods or pairs of coders.

    Example: framing agreement groups language
    """
    from framing.agreement.groups import GROUPINGS, differing
    from framing.report.wording import p_words

    grouping = one_of(by, GROUPINGS, "BY")
    how = bootstrap(interval, draws, seed)
    counted = ground_named(ground)
    corpus = corpus_at(study)
    found = _grouped(corpus, grouping, how, counted)
    summary = _summary(found, by)
    rows = _rows(found)
    if json:
        tests = {"tests": sum(one.q is not None for one in found), "differing": [one.name for one in differing(found)]}
        console.as_json({"by": by, **resampled(how), "ground": ground, "summary": summary, **tests, "rows": rows})
    else:
        console.say(summary)
        head = ("judgement", by, *FIGURES, "p of equal alpha", "q")
        shown = [
            (row["judgement"], row["group"], *figures(row), row["no_p"] or p_words(row["p"]), p_words(row["q"]))
            for row in rows
        ]
        console.as_table(head, shown)
    require(min_alpha, [row["low"] for row in rows])


def _rows(found: "Sequence[GroupReliability]") -> list[dict[str, Any]]:
    """A row per judgement and group: what ``reliability_table`` gives, and the test of the judgement."""
    from framing.agreement.study import reliability_table
    from framing.refusal import Refusal

    rows = []
    for one in found:
        refused = isinstance(one.p, Refusal)
        test = {"p": None if refused else one.p, "q": one.q, "no_p": str(one.p) if refused else ""}
        table = reliability_table(list(one.groups.values()))
        for group, row in zip(one.groups, table.iter_rows(named=True), strict=True):
            rows.append({"group": group, **row, **test})
    return rows


def _summary(found: "Sequence[GroupReliability]", by: str) -> str:
    """One sentence on all tests: how many judgements differ between the groups, and which."""
    from framing.agreement.groups import differing
    from framing.report.wording import p_words

    tests = sum(one.q is not None for one in found)
    if not tests:
        return f"No judgement could be tested for a difference by {by}; the table says why."
    how = f"false discovery rate 5 %; {tests} of {len(found)} judgements could be tested"
    differ = [f"{one.title} (q = {p_words(one.q)})".replace("= <", "< ") for one in differing(found)]
    if not differ:
        return f"No judgement differs by {by} in alpha ({how})."
    count = "One judgement differs" if len(differ) == 1 else f"{len(differ)} judgements differ"
    return f"{count} by {by} in alpha: {', '.join(differ)}. ({how[0].upper()}{how[1:]}.)"


def _grouped(corpus: "Corpus", by: "Grouping", how: "Bootstrap", ground: Counted) -> "list[GroupReliability]":
    from framing.agreement.clusters import clusters_in_periods
    from framing.agreement.groups import by_coder_pair, by_group
    from framing.agreement.judgement import judgements
    from framing.analysis.period import label

    judged = judgements(corpus.tables, corpus.codebook, ground)
    if by == "coder-pair":
        return unless_refused(by_coder_pair(corpus.tables, judged, how))
    articles, exchanged = corpus.tables.articles, None
    if by == "period":
        group_of = {name: label(day, "quarter") for name, day in articles.select("article", "published").iter_rows()}
        exchanged = clusters_in_periods(corpus.tables, group_of)
    else:
        column = "article_language" if by == "language" else by
        group_of = {name: str(group) for name, group in articles.select("article", column).iter_rows()}
    return unless_refused(by_group(corpus.tables, judged, group_of, how, exchanged))
