"""Framing by the days from the event, pooled over events."""

from collections.abc import Sequence

import polars as pl

from framing.compare.selection import Selection
from framing.floors import SHARE, shown, wilson
from framing.measure import weighted_median


def frame_curve(chosen: Selection, edges: Sequence[int]) -> pl.DataFrame:
    """Share of each primary frame by the days from the event, over all events.

    Args:
        chosen: two sides' articles, with ``days``.
        edges: first day of each stretch, rising; the last edge ends the last stretch and is not in it.

    Returns:
        One row per (side, stretch, frame that occurs): ``from`` and ``to`` (days, both included), ``articles``;
        ``weight`` of ``n`` units (a description counts once); ``share`` (weight / n, 0 to 1), ``low``, ``high`` (Wilson,
        95 %; null below 5 units and for articles that are no sample); ``events`` (how many), ``shown``, ``records``. A stretch without articles has no row: the line breaks there.

    Source:
        Wilson (1927).

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": "a", "unit": ["x", "y"], "days": [0, 1], "event": "e", "sampling": "census"})
    >>> frames = pl.DataFrame({"article": ["x", "y"], "side": "a", "answer": ["war", "war"], "role": "primary"})
    >>> frame_curve(Selection(articles, frames, frames, ("a", "b")), [0, 3]).select("from", "to", "share", "shown").rows()
    [(0, 2, 1.0, 'count')]
    """
    placed = _stretched(chosen.articles, edges)
    cell = ["side", "from", "to"]
    inferential = pl.col("sampling").is_in(["purposive", "undeclared"]).not_().all()
    totals = placed.group_by(cell).agg(
        n=pl.col("unit").n_unique().cast(pl.Float64), events=pl.col("event").n_unique(), inferential=inferential
    )
    hits = (
        chosen.frames.filter(pl.col("role") == "primary")
        .join(placed.with_columns(weight=1 / pl.len().over("unit", *cell)), on=["article", "side"])
        .group_by(*cell, "answer")
        .agg(articles=pl.len(), weight=pl.col("weight").sum().round(9), records=pl.col("article").sort())
    )
    low, high = wilson(pl.col("weight"), pl.col("n"))
    enough = (pl.col("n") >= SHARE) & pl.col("inferential")
    return (
        hits.join(totals, on=cell)
        .with_columns(
            share=pl.col("weight") / pl.col("n"),
            low=pl.when(enough).then(low),
            high=pl.when(enough).then(high),
            shown=shown(pl.col("n")),
        )
        .select(*cell, "answer", "articles", "weight", "n", "share", "low", "high", "events", "shown", "records")
        .sort(*cell, "answer")
    )


def position_curve(chosen: Selection, variable: str, edges: Sequence[int]) -> pl.DataFrame:
    """Where articles stand on an ordered scale by the days from the event, over all events.

    Args:
        chosen: two sides' articles, with ``days``.
        variable: an ordinal variable.
        edges: as in ``frame_curve``.

    Returns:
        One row per (side, stretch): ``from``, ``to``, ``articles`` that express a position, ``n`` units (a shared
        description counts once), ``median`` over units (null below 5), ``events``, ``shown``, ``records``.

    Source:
        None: medians.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": "a", "unit": ["x", "y"], "days": [0, 1], "event": ["e", "e"]})
    >>> values = pl.DataFrame({"article": ["x", "y"], "side": "a", "variable": "stance", "score": [1, 2]})
    >>> position_curve(Selection(articles, values, values, ("a", "b")), "stance", [0, 3]).select("articles", "median").rows()
    [(2, None)]
    """
    scored = chosen.values.filter(pl.col("variable").cast(pl.String) == variable).drop_nulls("score")
    cell = ["side", "from", "to"]
    joined = _stretched(chosen.articles, edges).join(scored, on=["article", "side"])
    placed = joined.with_columns(weight=1 / pl.len().over("unit", *cell))
    n = pl.col("unit").n_unique()
    return (
        placed.group_by(cell)
        .agg(
            articles=pl.len(),
            n=n.cast(pl.Float64),
            median=pl.when(n >= SHARE).then(weighted_median(pl.col("score"), pl.col("weight"))),
            events=pl.col("event").n_unique(),
            records=pl.col("article").sort(),
        )
        .with_columns(shown=shown(pl.col("n")))
        .sort(cell)
    )


def _stretched(articles: pl.DataFrame, edges: Sequence[int]) -> pl.DataFrame:
    """Articles with the stretch of days that each falls into."""
    stretches = pl.DataFrame(
        {"from": edges[:-1], "to": [edge - 1 for edge in edges[1:]]},
        schema_overrides={"from": pl.Int64, "to": pl.Int64},
    )
    return articles.drop_nulls("days").join(stretches, how="cross").filter(pl.col("days").is_between("from", "to"))
