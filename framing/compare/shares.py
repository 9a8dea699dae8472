"""Shares of answers on two sides, and their differences within events, with intervals."""

from math import sqrt

import numpy as np
import polars as pl

from framing.compare.design import Counts, Design, Floats
from framing.floors import shown, wilson


def newcombe(hits_a: float, n_a: float, hits_b: float, n_b: float) -> tuple[float, float]:
    """Interval of the difference of two independent shares, 95 %, from their Wilson intervals.

    Args:
        hits_a: of the first side; a sum of weights is allowed.
        n_a: of how many.
        hits_b: of the second side.
        n_b: of how many.

    Returns:
        Lower and upper end of share a less share b, -1 to 1.

    Source:
        Newcombe (1998), Statistics in Medicine 17:873, method 10; example (a) of table II.

    >>> [round(end, 4) for end in newcombe(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    low, high = wilson(pl.col("k"), pl.col("n"))
    ends = pl.DataFrame({"k": [hits_a, hits_b], "n": [n_a, n_b]}, strict=False).select(low=low, high=high)
    (low_a, high_a), (low_b, high_b) = ends.rows()
    a, b = hits_a / n_a, hits_b / n_b
    return a - b - sqrt((a - low_a) ** 2 + (high_b - b) ** 2), a - b + sqrt((high_a - a) ** 2 + (b - low_b) ** 2)


def event_differences(found: Design) -> tuple[Floats, Floats, Floats]:
    """Differences of shares within events, taken together, with 95 % intervals.

    Args:
        found: strata with both sides.

    Returns:
        (answers) difference, lower and upper end, -1 to 1. Every event weighs n_a n_b / (n_a + n_b), as in the test.

    Source:
        Mantel and Haenszel's weights. Yan and Su (2010), Statistics in Biopharmaceutical Research 2:482: Wilson's interval
        of each side's weighted share, whose variance is that of 1 / sum(w^2 / n) articles, combined as Newcombe does. For
        a single event it is Newcombe's. Wald's interval, also in Sato's form, would exclude 0 where a side has no hit.

    >>> two = Design(("war", "trade"), ("x", "y"), np.eye(2), np.array([[8, 2], [7, 3]]), np.array([[3, 7], [2, 8]]))
    >>> [ends.round(2).tolist() for ends in event_differences(two)]
    [[0.5, -0.5], [0.19, -0.7], [0.7, -0.19]]
    """
    (share_a, size_a), (share_b, size_b) = even_shares(found)
    ends = [
        newcombe(a * size_a, size_a, b * size_b, size_b)
        for a, b in zip(share_a.tolist(), share_b.tolist(), strict=True)
    ]
    low, high = np.array(ends).T
    return share_a - share_b, low, high


def even_shares(found: Design) -> tuple[tuple[Floats, float], tuple[Floats, float]]:
    """Shares of both sides as if both had written equally about each event.

    Args:
        found: strata with both sides.

    Returns:
        Per side the (answers) shares, and the number of articles of a single event that would be as certain.

    Source:
        Direct standardisation; Kish (1965), Survey Sampling, section 11.7, for the effective number.

    >>> even = Design(("war", "trade"), ("x", "y"), np.eye(2), np.array([[1, 3], [4, 0]]), np.array([[2, 2], [2, 2]]))
    >>> (shares, size), _ = even_shares(even)
    >>> shares.tolist(), size
    ([0.625, 0.375], 8.0)
    """
    weight = found.n_a * found.n_b / (found.n_a + found.n_b)
    weight = weight / weight.sum()

    def even(counts: Counts, n: Counts) -> tuple[Floats, float]:
        shares: Floats = (weight[:, None] * (counts @ found.kinds) / n[:, None]).sum(axis=0).clip(0.0, 1.0)
        return shares, float(1 / (weight**2 / n).sum())

    return even(found.a, found.n_a), even(found.b, found.n_b)


def share_differences(found: Design) -> pl.DataFrame:
    """Share of each answer on both sides with intervals, and the difference within events.

    Args:
        found: strata with both sides.

    Returns:
        One row per answer, in order: ``answer``; per side ``hits_*`` of ``n_*`` units, ``share_*``, ``low_*``, ``high_*``
        (Wilson, 95 %); ``event_a`` and ``event_b``, the shares as if both sides had written equally about each event;
        ``difference`` (their difference, a less b) with ``low`` and ``high``; ``shown``, by the smaller side (see
        ``framing.floors``).

    Source:
        Wilson (1927); Newcombe (1998), method 10; Yan and Su (2010).

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 1]]), np.array([[1, 4]]))
    >>> share_differences(four).select("answer", "share_a", "share_b", pl.col("difference", "high").round(2)).rows()
    [('war', 0.8, 0.2, 0.6, 0.83), ('trade', 0.2, 0.8, -0.6, 0.0)]
    """
    difference, low, high = event_differences(found)
    n_a, n_b = float(found.n_a.sum()), float(found.n_b.sum())
    (even_a, _), (even_b, _) = even_shares(found)
    rows = pl.DataFrame(
        {
            "answer": found.answers, "hits_a": found.totals_a, "hits_b": found.totals_b, "event_a": even_a,
            "event_b": even_b, "difference": difference, "low": low, "high": high,
        }
    ).with_columns(n_a=pl.lit(n_a), n_b=pl.lit(n_b))  # fmt: skip
    (low_a, high_a), (low_b, high_b) = (wilson(pl.col(f"hits_{side}"), pl.col(f"n_{side}")) for side in "ab")
    return rows.select(
        "answer",
        "hits_a", "n_a", share_a=pl.col("hits_a") / pl.col("n_a"), low_a=low_a, high_a=high_a,
        hits_b="hits_b", n_b="n_b", share_b=pl.col("hits_b") / pl.col("n_b"), low_b=low_b, high_b=high_b,
        event_a="event_a", event_b="event_b", difference="difference", low="low", high="high",
        shown=shown(pl.min_horizontal("n_a", "n_b")),
    )  # fmt: skip
