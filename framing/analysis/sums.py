"""Sums over articles, on the engine that holds the tables; only what is small comes back.

A measure of shares is an aggregation and a formula. The aggregation stands here, in the expressions of Narwhals, which Polars,
DuckDB and Spark all carry out: group-by sums, in steps that leave one row per cell and one per group. The formulas
(``framing.analysis.cells``) are computed on those rows by Polars, whatever the engine was.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import narwhals as nw
import polars as pl
import polars.selectors as cs

from framing.analysis.drawn import DRAWN, Lazy, draw_moments, draw_totals
from framing.analysis.sampling import SAMPLES

WEIGHT = nw.col("weight").sum().round(9)
"""Rounded, because a sum of thirds must not depend on the order of rows."""
INFERRED = nw.when(nw.col("ground").cast(nw.String) == "inferred").then(nw.lit(1)).otherwise(nw.lit(0)).sum()
"""How many values are inferred."""
UNIT = ("draw_stratum", "draw_unit")


def rows(table: Any) -> Lazy:
    """A table of any engine, ready to be summed.

    Args:
        table: a Polars DataFrame or LazyFrame, a DuckDB relation, a Spark DataFrame, or any other that Narwhals knows.

    >>> rows(pl.DataFrame({"article": ["a"]})).columns
    ['article']
    """
    return cast(Lazy, nw.from_native(table).lazy())


def grouped(table: Lazy, by: Sequence[str], sums: Mapping[str, nw.Expr]) -> Lazy:
    """One row per group; without columns that make groups, one row of all."""
    return table.group_by(*by).agg(**sums) if by else table.select(**sums)


def relative(table: Lazy) -> nw.Expr:
    """One over the inclusion probability, on average 1; 1 where a table does not tell."""
    return nw.col("relative") if "relative" in table.collect_schema().names() else nw.lit(1.0)


def answered(table: Lazy, keys: Sequence[str]) -> Lazy:
    """One row per (key, cluster, unit that was drawn): articles, what they weigh, and whether an interval is allowed.

    This is the one step that goes through all rows.

    Args:
        table: one row per (article, answer), or per article; where an article has several answers, ``part`` says how much of it each
            row stands for.
        keys: the columns of the group, and of the answer.
    """
    names = table.collect_schema().names()
    weight = nw.col("weight") * nw.col("part") if "part" in names else nw.col("weight")
    expanded = weight * relative(table)
    unit = [*UNIT, "draw_taken", "draw_size"] if set(DRAWN) <= set(names) else []
    sums = {
        "articles": nw.len(),
        "weight": WEIGHT,
        "of": nw.col("part").sum() if "part" in names else nw.len(),
        "size": weight.sum(),
        "spread": expanded.sum(),
    }
    if unit:
        sums["chance"] = (expanded * (1 - nw.col("inclusion").fill_null(1.0))).sum()
    if "sampling" in names:
        sums["inferential"] = nw.col("sampling").is_in(SAMPLES).fill_null(value=False).all()
    if "ground" in names:
        sums["inferred"] = INFERRED
    return _kept(table.group_by(*keys, "cluster", *unit).agg(**sums))


def _kept(table: Lazy) -> Lazy:
    """A table that is read several times, computed once: kept by a cluster in its own memory, here otherwise.

    Here it also goes on without what is known of the draw of articles, where none were drawn.
    """
    native = table.to_native()
    if hasattr(native, "sparkSession"):
        return rows(native.cache())
    (found,) = collected(table)
    undrawn = "draw_stratum" in found.columns and found["draw_stratum"].is_null().all()
    return rows(found.drop(*UNIT, "draw_taken", "draw_size", "chance") if undrawn else found)


def sizes(inside: Lazy, by: Sequence[str]) -> Lazy:
    """One row per (group, cluster, unit that was drawn): its articles, what they weigh, and whether an interval is allowed.

    Args:
        inside: as from ``answered``.
        by: the columns of the group.
    """
    unit = [name for name in (*UNIT, "draw_taken", "draw_size") if name in inside.collect_schema().names()]
    sums = {name: nw.col(name).sum() for name in ("of", "spread", *(["chance"] if unit else []))}
    sums |= {"size": nw.col("size").sum().round(9), "inferential": nw.col("inferential").all()}
    return inside.group_by(*by, "cluster", *unit).agg(**sums)


def hits(inside: Lazy, keys: Sequence[str], pieces: Lazy, by: Sequence[str]) -> Lazy:
    """One row per key: articles and their weight, and how both lie in the clusters and drawn units of the group.

    Args:
        inside: as from ``answered``.
        keys: the columns of the group and of the answer.
        pieces: as from ``sizes``.
        by: the columns of the group.
    """
    names, weight, size = inside.collect_schema().names(), nw.col("weight"), nw.col("size")
    again = {name: nw.col(name).sum() for name in ("articles", "inferred") if name in names} | {"weight": WEIGHT}
    counted = (
        inside.group_by(*keys, "cluster")
        .agg(**again)
        .join(pieces.group_by(*by, "cluster").agg(size=size.sum().round(9)), on=[*by, "cluster"])
        .group_by(*keys)
        .agg(squares=(weight * weight).sum().round(9), products=(weight * size).sum().round(9), **again)
    )
    if not _drawn(inside, pieces):
        return counted
    return counted.join(draw_moments(inside, keys, pieces, by), on=list(keys), how="left")


def totals(pieces: Lazy, by: Sequence[str]) -> Lazy:
    """One row per group: articles, what they weigh, and how they lie in clusters and drawn units.

    Args:
        pieces: as from ``sizes``.
        by: the columns of the group; none for all articles together.
    """
    drawn = _drawn(pieces)
    parts = {name: nw.col(name).sum() for name in ("of", "size", "spread", *(["chance"] if drawn else []))}
    clusters = pieces.group_by(*by, "cluster").agg(**parts, inferential=nw.col("inferential").all())
    size, spread = nw.col("size"), nw.col("spread").sum()
    sums = {
        "of": nw.col("of").sum(),
        "n": size.sum().round(9),
        "spread": spread.round(9),
        "clusters": nw.len(),
        "largest": size.max(),
        "sizes": (size * size).sum().round(9),
        "inferential": nw.col("inferential").all(),
    }
    if not drawn:
        return grouped(clusters, by, sums)
    found = grouped(clusters, by, sums | {"draw_least": (nw.col("chance").sum() / spread).round(9)})
    of_draw = draw_totals(pieces, by)
    return found.join(of_draw, on=list(by), how="left") if by else found.join(of_draw, how="cross")


def _drawn(*tables: Lazy) -> bool:
    """Whether tables say how articles were drawn."""
    return all("draw_stratum" in table.collect_schema().names() for table in tables)


def collected(*tables: Lazy) -> list[pl.DataFrame]:
    """Tables as Polars frames; those of Polars are computed together, by its streaming engine where they are large."""
    native = [table.to_native() for table in tables]
    if all(isinstance(table, pl.LazyFrame) for table in native):
        return pl.collect_all(native)
    return [_from_engine(table) for table in tables]


def _from_engine(table: Lazy) -> pl.DataFrame:
    native = table.to_native()
    arrow = hasattr(native, "__arrow_c_stream__")
    frame = pl.DataFrame(native) if arrow else cast(pl.DataFrame, table.collect("polars").to_native())
    return frame.with_columns(cs.decimal().cast(pl.Int64))  # sums of whole numbers in a database


def counts(table: Any, keys: Sequence[str]) -> pl.DataFrame:
    """How many articles there are of each outlet and day, and of whatever else decides where they count.

    Args:
        table: one row per article.
        keys: its columns that tell articles apart.

    Returns:
        One row per combination that occurs: the keys and ``articles`` (count).

    >>> counts(pl.LazyFrame({"article": ["a", "b"], "outlet": ["x", "x"]}), ["outlet"]).rows()
    [('x', 2)]
    """
    (found,) = collected(rows(table).group_by(*keys).agg(articles=nw.len()))
    return found.cast({"articles": pl.UInt32})
