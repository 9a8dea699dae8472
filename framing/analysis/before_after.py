"""Measures of a study in two halves: before a day, and from it on."""

from datetime import date

import polars as pl

from framing.analysis.measure import frame_shares
from framing.analysis.period import cut_at, in_periods


def frame_shares_around(frames: pl.DataFrame, articles: pl.DataFrame, day: date) -> pl.DataFrame:
    """Share of the articles before a day, and of those from it on, that carry each primary frame dimension.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article of the same reading: the denominator.
        day: the first day of the second half.

    Returns:
        Two rows per frame that occurs in either half, the earlier half first: ``frame``, ``period`` (as ``cut_at`` names
        it), and the columns of ``measure.frame_shares``; no row where no article has a date.

    >>> days = [date(2014, 1, 1), date(2014, 5, 1)]
    >>> articles = pl.DataFrame({"article": ["a", "b"], "published": days, "weight": 1.0, "sampling": "census", "cluster": ["a", "b"]})
    >>> frames = articles.with_columns(frame=pl.Series(["war", "trade"]), role=pl.lit("primary"))
    >>> frame_shares_around(frames, articles, date(2014, 3, 18)).select("frame", "period", "articles", "of").rows()
    [('trade', 'before 2014-03-18', 0, 1), ('trade', 'from 2014-03-18', 1, 1), ('war', 'before 2014-03-18', 1, 1), ('war', 'from 2014-03-18', 0, 1)]
    """
    published = articles["published"].drop_nulls()
    first, last = (published.min(), published.max()) if len(published) else (day, day)
    assert isinstance(first, date)
    assert isinstance(last, date)
    halves = cut_at(day, first, last)
    shares = frame_shares(in_periods(frames, halves), in_periods(articles, halves), by=("period",))
    return shares.filter(pl.col("articles").sum().over("frame") > 0).sort("frame", "period")
