"""Cells of a table of shares: which there are, what lies in each and in its clusters, and how they may be shown."""

from collections.abc import Sequence
from functools import reduce

import polars as pl
import polars.selectors as cs

from framing.analysis.drawn import draw_intervals, draw_moments, draw_totals, with_draw
from framing.analysis.floors import SHARE, shown
from framing.analysis.intervals import share_intervals
from framing.analysis.sampling import SAMPLED

WEIGHT = pl.col("weight").sum().round(9)
"""Rounded, because a sum of thirds must not depend on the order of rows."""


_UNIT = ("draw_stratum", "draw_unit")


def vocabulary(table: pl.LazyFrame, name: str) -> pl.LazyFrame:
    """All values of a column: every category of an Enum, otherwise those that occur."""
    dtype = table.collect_schema()[name]
    if isinstance(dtype, pl.Enum):
        return pl.LazyFrame({name: dtype.categories.cast(dtype)})
    return _occurring(table, name)


def grid(articles: pl.LazyFrame, by: Sequence[str], words: pl.LazyFrame) -> pl.LazyFrame:
    """Every combination of the groups that occur (of an Enum ``period``, all periods) with some words."""
    groups = [vocabulary(articles, name) if name == "period" else _occurring(articles, name) for name in by]
    return reduce(lambda cells, column: cells.join(column, how="cross"), [*groups, words])


def sizes(articles: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """One row per (group, cluster, unit that was drawn): its articles, what they weigh, and whether an interval is allowed."""
    return (
        with_draw(articles)
        .group_by(*by, "cluster", *_UNIT, "draw_taken", "draw_size")
        .agg(
            of=pl.len(),
            size=WEIGHT,
            spread=(pl.col("weight") * pl.col("relative")).sum(),
            chance=(pl.col("weight") * pl.col("relative") * (1 - pl.col("inclusion").fill_null(1.0))).sum(),
            inferential=SAMPLED.all(),
        )
    )


def hits(table: pl.LazyFrame, keys: Sequence[str], pieces: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """One row per key: articles, their weight and records, and how both lie in the clusters and drawn units of the group.

    Args:
        table: one row per (article, answer).
        keys: the columns of the group and of the answer.
        pieces: as from ``sizes``.
        by: the columns of the group.
    """
    inside = (
        with_draw(table)
        .group_by(*keys, "cluster", *_UNIT)
        .agg(articles=pl.len(), weight=WEIGHT, records=pl.col("article"))
    )
    counted = (
        inside.group_by(*keys, "cluster")
        .agg(
            articles=pl.col("articles").sum(),
            weight=WEIGHT,
            records=pl.col("records").list.explode(keep_nulls=False, empty_as_null=False),
        )
        .join(pieces.group_by(*by, "cluster").agg(size=pl.col("size").sum().round(9)), on=[*by, "cluster"])
        .group_by(keys)
        .agg(
            articles=pl.col("articles").sum(),
            squares=(pl.col("weight") ** 2).sum().round(9),
            products=(pl.col("weight") * pl.col("size")).sum().round(9),
            weight=WEIGHT,
            records=pl.col("records").list.explode(keep_nulls=False, empty_as_null=False).sort(),
        )
    )
    return counted.join(draw_moments(inside, keys, pieces, by), on=list(keys), how="left", nulls_equal=True)


def of_every(cells: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """Every cell, including those in which nothing was found."""
    joined = cells.join(found, on=cells.collect_schema().names(), how="left")
    counts = pl.col("articles", "weight", "squares", "products").fill_null(0)
    return joined.with_columns(counts, pl.col("records").fill_null([]))


def shares(cells: pl.LazyFrame, pieces: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """Cells with the totals of their groups, share, interval and how to show them.

    Args:
        cells: as from ``hits``.
        pieces: as from ``sizes``.
        by: the columns of the groups; none for all articles together.
    """
    clusters = pieces.group_by(*by, "cluster").agg(
        pl.col("of", "size", "spread", "chance").sum(), pl.col("inferential").all()
    )
    totals = clusters.group_by(by).agg(
        of=pl.col("of").sum(),
        n=pl.col("size").sum().round(9),
        spread=pl.col("spread").sum().round(9),
        draw_least=(pl.col("chance").sum() / pl.col("spread").sum()).round(9),
        clusters=pl.len(),
        largest=pl.col("size").max(),
        sizes=(pl.col("size") ** 2).sum().round(9),
        inferential=pl.col("inferential").all(),
    )
    joined = _to_groups(_to_groups(cells, totals, by), draw_totals(pieces, by), by)
    counted = joined.with_columns(pl.col("of", "clusters").fill_null(0), pl.col("n").fill_null(0.0))
    allowed = pl.col("inferential") & (pl.col("n") >= SHARE)
    return (
        draw_intervals(share_intervals(counted.with_columns(_effectively()), by), by)
        .with_columns(
            share=pl.when(pl.col("n") > 0).then(pl.col("weight") / pl.col("n")),
            shown=shown_as(pl.col("of"), pl.col("n")),
            **{name: pl.when(allowed).then(end) for name, end in _ends().items()},
        )
        .drop("inferential", "squares", "products", "sizes", "largest", "spread", cs.starts_with("draw_"))
        .rename({"clusters": "events"})
    )


def _ends() -> dict[str, pl.Expr]:
    """The interval of each cell: of the draw where chance drew anything, else of events or articles."""
    drawn = pl.col("draw_any").fill_null(value=False)
    return {
        "low": pl.when(drawn).then("draw_low").otherwise("low"),
        "high": pl.when(drawn).then("draw_high").otherwise("high"),
        "interval_by": pl.when(drawn & pl.col("draw_low").is_not_null())
        .then(pl.lit("draw"))
        .when(~drawn)
        .then("interval_by"),
    }


def _to_groups(cells: pl.LazyFrame, totals: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """Cells with what holds of their whole group."""
    return cells.join(totals, on=by, how="left") if by else cells.join(totals, how="cross")


def _effectively() -> list[pl.Expr]:
    """Sums of weights brought to the effective number of articles of their group; they stay as they are where all weigh alike."""
    scale = pl.when(pl.col("spread") > 0).then(pl.col("n") / pl.col("spread")).otherwise(1.0)
    once = [(pl.col(name) * scale).round(9) for name in ("weight", "n", "largest")]
    moments = ("squares", "products", "sizes", "draw_squares", "draw_products", "draw_sizes")
    return [*once, *((pl.col(name).fill_null(0.0) * scale**2).round(9) for name in moments)]


def shown_as(articles: pl.Expr, n: pl.Expr) -> pl.Expr:
    """How a cell is shown: a bundle counts once towards the floors, yet no article goes unseen."""
    return shown(pl.when(articles > 0).then(pl.max_horizontal(n, 1)).otherwise(0))


def _occurring(table: pl.LazyFrame, name: str) -> pl.LazyFrame:
    return table.select(pl.col(name).drop_nulls().unique())
