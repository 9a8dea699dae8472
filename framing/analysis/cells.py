"""Cells of a table of shares: which there are, and from the sums of each (``framing.analysis.sums``) share, interval and how to show it."""

from collections.abc import Mapping, Sequence
from functools import reduce

import polars as pl
import polars.selectors as cs

from framing.analysis.drawn import draw_intervals, evened
from framing.analysis.floors import SHARE, shown
from framing.analysis.intervals import share_intervals

Types = Mapping[str, type[pl.DataType]]
OF_HITS: Types = {"draw_squares": pl.Float64, "draw_products": pl.Float64}
OF_TOTALS: Types = {
    "draw_least": pl.Float64,
    "draw_sizes": pl.Float64,
    "draw_freedom": pl.Int64,
    "draw_alone": pl.Boolean,
    "draw_any": pl.Boolean,
}
"""What is summed of the draw of articles, see ``framing.analysis.drawn``."""


def words(table: pl.DataFrame, name: str) -> pl.DataFrame:
    """All values of a column: every category of an Enum, otherwise those that occur."""
    dtype = table.schema[name]
    if isinstance(dtype, pl.Enum):
        return pl.DataFrame({name: dtype.categories.cast(dtype)})
    return _occurring(table, name)


def grid(groups: pl.DataFrame, by: Sequence[str], answers: pl.DataFrame) -> pl.DataFrame:
    """Every combination of the groups that occur (of an Enum ``period``, all periods) with some answers."""
    columns = [words(groups, name) if name == "period" else _occurring(groups, name) for name in by]
    return reduce(lambda cells, column: cells.join(column, how="cross"), [*columns, answers])


def of_every(cells: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Every cell, including those in which nothing was found."""
    joined = cells.join(found, on=cells.columns, how="left")
    return joined.with_columns(pl.col("articles", "weight", "squares", "products").fill_null(0))


def shares(cells: pl.DataFrame, groups: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Cells with the totals of their groups, share, interval and how to show them.

    Args:
        cells: as from ``sums.hits``.
        groups: as from ``sums.totals``.
        by: the columns of the groups; none for all articles together.
    """
    joined = _to_groups(_with_draw(cells.lazy(), OF_HITS), _with_draw(groups.lazy(), OF_TOTALS), by)
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
        .collect()
    )


def _with_draw(table: pl.LazyFrame, names: Types) -> pl.LazyFrame:
    """A table with what is known of the draw of its articles: nothing where none were drawn."""
    there = table.collect_schema().names()
    return table.with_columns(pl.lit(None, of).alias(name) for name, of in names.items() if name not in there)


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
    scale = evened(pl.col("n"), pl.col("spread"))
    once = [(pl.col(name) * scale).round(9) for name in ("weight", "n", "largest")]
    moments = ("squares", "products", "sizes", "draw_squares", "draw_products", "draw_sizes")
    return [*once, *((pl.col(name).fill_null(0.0) * scale**2).round(9) for name in moments)]


def shown_as(articles: pl.Expr, n: pl.Expr) -> pl.Expr:
    """How a cell is shown: a bundle counts once towards the floors, yet no article goes unseen."""
    return shown(pl.when(articles > 0).then(pl.max_horizontal(n, 1)).otherwise(0))


def _occurring(table: pl.DataFrame, name: str) -> pl.DataFrame:
    return table.select(pl.col(name).drop_nulls().unique())
