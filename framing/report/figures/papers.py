"""The figure of the papers of a study among one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.chart.distances import outlet_distances
from framing.compare.peers import PAPERS, most_compared, pairwise_distances
from framing.compare.sampling import untested
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context
from framing.report.figures.captions import heads
from framing.report.figures.recipe import Recipe, of_table, study_reading
from framing.report.figures.study import of_read
from framing.report.names import in_english
from framing.report.speech import plain
from framing.report.wording import decimals, p_words


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
        reason = "No two outlets have enough articles on the same events."
        need = "More articles on events that two outlets cover."
        return untested(of.reading.articles, "as_chosen") or Refusal("no_distance", reason, need, {})
    return PaperPairs(ctx, pairs)


def listable(pairs: pl.DataFrame) -> bool:
    """Whether a table can list all pairs: those of as many papers as a picture holds."""
    return pairs.height <= PAPERS * (PAPERS - 1) // 2


def distance_table(ctx: Context, found: pl.DataFrame) -> Table:
    """Pairs of papers with how far apart they are, or why no number is given."""
    say, short = ctx.say, ctx.outlet_short
    rows = tuple(
        (
            say("comparison-two", a=short(row["outlet"]), b=short(row["other"])),
            line(str(row["events"])),
            say("comparison-two", a=str(row["n_a"]), b=str(row["n_b"])),
            line("–" if row["distance"] is None else decimals(f"{row['distance']:.2f} ({row['null_mean']:.2f})", say)),
            *(line(p_words(row[name], say)) for name in ("p", "q_bh", "q_by")),
            _without(ctx, row),
        )
        for row in found.to_dicts()
    )
    first = heads(ctx, "pair", "shared", "articles", "distance", "p-articles")
    tests = say.text("figures-distances-numbers", tests=found["p"].drop_nulls().len())
    return Table(tests, (*first, "q BH", "q BY", *heads(ctx, "without")), rows, frozenset(range(1, 7)))


def _without(ctx: Context, row: Mapping[str, Any]) -> Line:
    """Why a pair has no number; empty where it has one."""
    if not row["events"]:
        return ctx.say("figures-apart")
    because = row["because"]
    return ctx.say("figures-without", code=because, reason=in_english(row["refused"], ctx.language)) if because else ()


def _given(of: PaperPairs, _: pl.DataFrame) -> Table:
    """All pairs where a table can list them, or else those with a number."""
    return distance_table(of.ctx, of.pairs if listable(of.pairs) else of.pairs.drop_nulls("distance"))


def _counted(pairs: pl.DataFrame) -> int:
    """The number of papers in some pairs."""
    return pl.concat([pairs["outlet"], pairs["other"]]).n_unique()


def _distance_caption(of: PaperPairs, table: pl.DataFrame) -> str:
    kept, every = _counted(most_compared(of.pairs)), _counted(of.pairs)
    say = of.ctx.say
    some = (say("figures-distances-some", shown=kept, papers=every),) if kept < every else ()
    return of_read(of.ctx, table, plain(say.together(say("figures-distances"), *some)))


FIGURES: Mapping[str, Recipe[Any]] = {
    "compare-outlets": Recipe(
        shows="how far apart any two outlets are",
        file="compare-outlets",
        subject=_papers,
        measure=lambda of: most_compared(of.pairs),
        draw=of_table(lambda pairs, style: outlet_distances(pairs.drop("because"), style)),
        caption=_distance_caption,
        numbers=_given,
    ),
}
"""Name to how the figure is made."""
