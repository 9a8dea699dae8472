"""Framing by the days from the event, pooled over events."""

from collections.abc import Sequence

import polars as pl

from framing.analysis.floors import SHARE, shown
from framing.analysis.totals import answer_shares, weighted_median, with_records
from framing.compare.selection import Selection


def frame_curve(chosen: Selection, edges: Sequence[int]) -> pl.DataFrame:
    """Share of each primary frame by the days from the event, over all events.

    Args:
        chosen: two sides' articles, with ``days``.
        edges: first day of each stretch, rising; the last edge ends the last stretch and is not in it.

    Returns:
        One row per (side, stretch, frame that occurs): ``from`` and ``to`` (days, both included), ``articles``;
        ``weight`` of ``n`` units (a description counts once); ``share`` (weight / n, 0 to 1), ``low``, ``high`` (95 %; null
        below 5 units, where articles share fewer than 3 events, and for articles that are not a sample), ``interval_by``
        (events, or articles where no two share an event), ``events`` (how many), ``shown``, ``records``. A stretch without
        articles has no row: the line breaks there.

    Source:
        See ``framing.analysis.intervals``.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": "a", "unit": ["x", "y"], "days": [0, 1], "cluster": "e", "sampling": "census"})
    >>> frames = pl.DataFrame({"article": ["x", "y"], "side": "a", "answer": ["war", "war"], "role": "primary"})
    >>> frame_curve(Selection(articles, frames, frames, ("a", "b")), [0, 3]).select("from", "to", "share", "shown").rows()
    [(0, 2, 1.0, 'count')]
    """
    cell = ["side", "from", "to"]
    placed = _stretched(chosen.articles, edges).with_columns(weight=1 / pl.len().over("unit", *cell))
    primary = chosen.frames.filter(pl.col("role") == "primary").join(placed, on=["article", "side"])
    columns = ["articles", "weight", "n", "share", "low", "high", "interval_by", "events", "shown"]
    found = answer_shares(primary, placed, cell, "answer").select(*cell, "answer", *columns)
    return with_records(found.sort(*cell, "answer"), primary, [*cell, "answer"])


def position_curve(chosen: Selection, variable: str, edges: Sequence[int]) -> pl.DataFrame:
    """Where articles stand on an ordered scale by the days from the event, over all events.

    Args:
        chosen: two sides' articles, with ``days``.
        variable: an ordinal variable.
        edges: as in ``frame_curve``.

    Returns:
        One row per (side, stretch): ``from``, ``to``, ``articles`` that express a position, ``n`` units (a shared
        description counts once), ``median`` over units (null below 5), ``events``, ``shown``, ``records``.

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
