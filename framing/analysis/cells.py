"""Cells of a table of shares: which there are, what lies in each and in its clusters, and how they may be shown."""

from collections.abc import Sequence
from functools import reduce

import polars as pl

from framing.analysis.floors import shown
from framing.analysis.intervals import share_intervals
from framing.analysis.sampling import SAMPLED

WEIGHT = pl.col("weight").sum().round(9)
"""Rounded, because a sum of thirds must not depend on the order of rows."""


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
    """One row per (group, cluster): its articles, what they weigh, and whether an interval is allowed."""
    return articles.group_by(*by, "cluster").agg(of=pl.len(), size=WEIGHT, inferential=SAMPLED.all())


def hits(table: pl.LazyFrame, keys: Sequence[str], clusters: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """One row per key: articles, their weight and records, and how both lie in the clusters of the group.

    Args:
        table: one row per (article, answer).
        keys: the columns of the group and of the answer.
        clusters: as from ``sizes``.
        by: the columns of the group.
    """
    inside = table.group_by(*keys, "cluster").agg(articles=pl.len(), weight=WEIGHT, records=pl.col("article"))
    return (
        inside.join(clusters.select(*by, "cluster", "size"), on=[*by, "cluster"])
        .group_by(keys)
        .agg(
            articles=pl.col("articles").sum(),
            squares=(pl.col("weight") ** 2).sum().round(9),
            products=(pl.col("weight") * pl.col("size")).sum().round(9),
            weight=WEIGHT,
            records=pl.col("records").list.explode(keep_nulls=False, empty_as_null=False).sort(),
        )
    )


def of_every(cells: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """Every cell, including those in which nothing was found."""
    joined = cells.join(found, on=cells.collect_schema().names(), how="left")
    counts = pl.col("articles", "weight", "squares", "products").fill_null(0)
    return joined.with_columns(counts, pl.col("records").fill_null([]))


def shares(cells: pl.LazyFrame, clusters: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """Cells with the totals of their groups, share, interval and how to show them.

    Args:
        cells: as from ``hits``.
        clusters: as from ``sizes``.
        by: the columns of the groups; none for all articles together.
    """
    totals = clusters.group_by(by).agg(
        of=pl.col("of").sum(),
        n=pl.col("size").sum().round(9),
        clusters=pl.len(),
        largest=pl.col("size").max(),
        sizes=(pl.col("size") ** 2).sum().round(9),
        inferential=pl.col("inferential").all(),
    )
    joined = cells.join(totals, on=by, how="left") if by else cells.join(totals, how="cross")
    counted = joined.with_columns(pl.col("of", "clusters").fill_null(0), pl.col("n").fill_null(0.0))
    return (
        share_intervals(counted, by)
        .with_columns(
            share=pl.when(pl.col("n") > 0).then(pl.col("weight") / pl.col("n")),
            shown=shown_as(pl.col("of"), pl.col("n")),
            **{name: pl.when("inferential").then(name) for name in ("low", "high", "interval_by")},
        )
        .drop("inferential", "squares", "products", "sizes", "largest")
        .rename({"clusters": "events"})
    )


def shown_as(articles: pl.Expr, n: pl.Expr) -> pl.Expr:
    """How a cell is shown: a bundle counts once towards the floors, yet no article goes unseen."""
    return shown(pl.when(articles > 0).then(pl.max_horizontal(n, 1)).otherwise(0))


def _occurring(table: pl.LazyFrame, name: str) -> pl.LazyFrame:
    return table.select(pl.col(name).drop_nulls().unique())
