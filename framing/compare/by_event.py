"""The difference of two sides on each event by itself, for a forest."""

import polars as pl

from framing.analysis.floors import SHOWN
from framing.compare.chance.design import Design
from framing.compare.records import with_records
from framing.compare.selection import Selection
from framing.compare.shares import share_differences

FRAMES = 3
"""Frames whose differences a picture shows event by event."""


def differences_by_event(chosen: Selection, found: Design) -> pl.DataFrame:
    """The difference of each answer on each event.

    Args:
        chosen: two sides' articles.
        found: their design, the strata being events with both sides.

    Returns:
        One row per (event, answer): ``event``, ``answer``; ``hits_a`` of ``n_a`` and ``hits_b`` of ``n_b`` units;
        ``difference`` of their shares (-1 to 1) with ``low`` and ``high`` (95 %, articles taken for independent, since a
        single event is spoken of); ``shown``, by the smaller side; ``records``, the articles of both sides.

    Source:
        Newcombe (1998), Statistics in Medicine 17:873, method 10. The intervals are not adjusted for their number.

    >>> import numpy as np
    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": ["a", "b"], "stratum": "e"})
    >>> chosen = Selection(articles, articles.with_columns(role=pl.lit("primary"), answer=pl.lit("war")), articles, ("a", "b"))
    >>> one = Design(("war", "trade"), ("e",), np.eye(2), np.array([[15, 5]]), np.array([[5, 15]]))
    >>> differences_by_event(chosen, one).select("event", "answer", "difference", pl.col("low").round(2), "records").row(0)
    ('e', 'war', 0.5, 0.19, ['x', 'y'])
    """
    rows = [pl.DataFrame(schema=_BY_EVENT)]
    for place, event in enumerate(found.strata):
        one = found._replace(strata=(event,), a=found.a[place : place + 1], b=found.b[place : place + 1])
        held = with_records(chosen, one.strata, share_differences(one))
        records = pl.concat_list("records_a", "records_b").list.sort()
        rows.append(held.select(event=pl.lit(event), records=records, **{name: name for name in _FIGURES}))
    return pl.concat([table.select(_BY_EVENT.names()) for table in rows])


def most_different(shares: pl.DataFrame, verdicts: pl.DataFrame | None) -> list[str]:
    """The answers that are worth looking at event by event.

    Args:
        shares: as from ``share_differences``.
        verdicts: as from ``compare.verdicts``; None where nothing was tested.

    Returns:
        Those that passed the correction, unclear ones too, the largest differences first, at most ``FRAMES``; where none did, the
        one with the largest difference.

    Source:
        None: a choice of rows.

    >>> shares = pl.DataFrame({"answer": ["war", "trade"], "difference": [0.1, -0.2]})
    >>> most_different(shares, None)
    ['trade']
    """
    ranked = shares.sort(pl.col("difference").abs(), descending=True, maintain_order=True)["answer"].to_list()
    apart = [] if verdicts is None else verdicts.filter(pl.col("verdict") != "not_found")["answer"].to_list()
    return [name for name in ranked if name in apart][:FRAMES] or ranked[:1]


_FIGURES = ("answer", "hits_a", "n_a", "hits_b", "n_b", "difference", "low", "high", "shown")
_BY_EVENT = pl.Schema(
    {
        "event": pl.String(), "answer": pl.String(), **dict.fromkeys(_FIGURES[1:8], pl.Float64()),
        "shown": SHOWN, "records": pl.List(pl.String()),
    }
)  # fmt: skip
