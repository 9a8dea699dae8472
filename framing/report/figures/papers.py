"""The figure of the papers of a study among one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.chart.distances import outlet_distances
from framing.compare.chance.permutation import ABOUT
from framing.compare.peers import PAPERS, most_compared, pairwise_distances
from framing.compare.sampling import untested
from framing.refusal import Refusal
from framing.report.blocks import Table, line
from framing.report.context import Context
from framing.report.figures.row import Row, of_table, study_reading
from framing.report.figures.study import of_read
from framing.report.wording import p_words


class PaperPairs(NamedTuple):
    """All papers of a study in pairs.

    Attributes:
        ctx: the study.
        pairs: as from ``pairwise_distances``, a distance among them.
    """

    ctx: Context
    pairs: pl.DataFrame


def _papers(ctx: Context) -> PaperPairs | Refusal:
    of = study_reading(ctx)
    if isinstance(of, Refusal):
        return of
    pairs = pairwise_distances(ctx.corpus.tables, of.reading, ctx.choices)
    if pairs["distance"].is_null().all():
        few = "No two outlets have enough articles on the same events."
        return untested(of.reading.articles, "as_chosen") or Refusal(
            "no_distance", few, "More articles on events that two outlets cover."
        )
    return PaperPairs(ctx, pairs)


def listable(pairs: pl.DataFrame) -> bool:
    """Whether a table can list all pairs: those of as many papers as a picture holds."""
    return pairs.height <= PAPERS * (PAPERS - 1) // 2


def distance_table(ctx: Context, found: pl.DataFrame) -> Table:
    """Pairs of papers with how far apart they are, or why no number is given."""

    def named(outlet: str) -> str:
        name: str = ctx.outlet(outlet)["names"]["short"]
        return name

    rows = tuple(
        (
            line(f"{named(row['outlet'])} and {named(row['other'])}"),
            line(str(row["events"])),
            line(f"{row['n_a']} and {row['n_b']}"),
            line("–" if row["distance"] is None else f"{row['distance']:.2f} ({row['null_mean']:.2f})"),
            line(p_words(row["p"])),
            line(p_words(row["q_bh"])),
            line(p_words(row["q_by"])),
            line((row["refused"] or "") if row["events"] else "no event is covered by both"),
        )
        for row in found.to_dicts()
    )
    head = (
        "Pair",
        "shared events",
        "articles",
        "distance (by chance)",
        "p, articles",
        "q BH",
        "q BY",
        "no number because",
    )
    tests = f"m = {found['p'].drop_nulls().len()} tests; p is about {ABOUT}."
    return Table(tests, head, rows, frozenset(range(1, 7)))


def _given(of: PaperPairs, _: pl.DataFrame) -> Table:
    """All pairs where a table can list them, or else those with a number."""
    return distance_table(of.ctx, of.pairs if listable(of.pairs) else of.pairs.drop_nulls("distance"))


def _counted(pairs: pl.DataFrame) -> int:
    """The number of papers in some pairs."""
    return pl.concat([pairs["outlet"], pairs["other"]]).n_unique()


def _distance_caption(of: PaperPairs, table: pl.DataFrame) -> str:
    kept, every = _counted(most_compared(of.pairs)), _counted(of.pairs)
    some = f" Shown are the {kept} of {every} papers that are in most pairs with a number." if kept < every else ""
    what = f"Jensen–Shannon distance of primary frames on the events that both papers cover, beside the distance that shuffling gives.{some}"
    return of_read(of.ctx, table, what)


FIGURES: Mapping[str, Row[Any]] = {
    "compare-outlets": Row(
        shows="how far apart any two outlets are",
        file="compare-outlets",
        subject=_papers,
        measure=lambda of: most_compared(of.pairs),
        draw=of_table(outlet_distances),
        caption=_distance_caption,
        numbers=_given,
    ),
}
"""Name to how the figure is made."""
