"""Which frames lead: the ones to be named first, and the shares they are chosen by."""

from collections.abc import Mapping

import polars as pl

from framing.analysis.measure import frame_shares

MOST = 3
"""How many frames a sentence names at most, unless several share the last place."""


def leading(shares: pl.DataFrame) -> pl.DataFrame:
    """The primary frames that weigh most, the heaviest first.

    Args:
        shares: as from ``measure.frame_shares`` for one group and the primary frame.

    Returns:
        Its rows with articles, at most ``MOST``: fewer where naming the next would leave out another that weighs as much, none where
        all weigh the same.

    >>> shares = pl.DataFrame({"frame": list("abcde"), "articles": [1, 5, 0, 1, 1], "weight": [1.0, 5.0, 0.0, 1.0, 1.0]})
    >>> leading(shares)["frame"].to_list()
    ['b']
    """
    ranked = shares.filter(pl.col("articles") > 0).sort("weight", "articles", descending=True, maintain_order=True)
    if ranked.height > 1 and ranked["weight"].n_unique() == 1:
        return ranked.head(0)
    if ranked.height <= MOST:
        return ranked
    beyond = ranked["weight"][MOST]
    return ranked.head(MOST).filter(pl.col("weight") > beyond) if ranked["weight"][0] > beyond else ranked.head(0)


def event_shares(frames: pl.DataFrame, articles: pl.DataFrame, cells: pl.DataFrame) -> Mapping[str, pl.DataFrame]:
    """The primary frames of the articles that cover each event, counted for all events at once.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article of the same reading.
        cells: as from ``coverage.by_event`` of these articles: ``event`` and ``records``.

    Returns:
        By event with articles, what ``measure.frame_shares`` gives for these alone.

    >>> articles = pl.DataFrame({"article": ["a", "b"], "weight": 1.0, "sampling": "census", "cluster": ["e", "f"]})
    >>> frames = articles.with_columns(frame=pl.Series(["war", "trade"]), role=pl.lit("primary"))
    >>> cells = pl.DataFrame({"event": ["talks", "visit"], "records": [["a", "b"], ["b"]]})
    >>> found = event_shares(frames, articles, cells)
    >>> {event: shares.select("frame", "articles", "of").rows() for event, shares in found.items()}
    {'talks': [('trade', 1, 2), ('war', 1, 2)], 'visit': [('trade', 1, 1), ('war', 0, 1)]}
    """
    about = cells.select(about=pl.col("event").cast(pl.String), article="records").explode("article")
    given, held = (table.join(about.drop_nulls("article"), on="article") for table in (frames, articles))
    shares = frame_shares(given, held, by=("about",))
    return {event: of for (event,), of in shares.partition_by("about", as_dict=True, include_key=False).items()}
