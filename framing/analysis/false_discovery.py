"""False discovery over a whole stated family of tests: every p that is printed counts."""

from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.analysis.significance import significant

Floats: TypeAlias = NDArray[np.float64]


def benjamini_hochberg(p: Floats) -> Floats:
    """Adjusted p values that control the false discovery rate of independent or positively dependent tests.

    Args:
        p: p values of the whole family.

    Returns:
        One adjusted value (q) per p, at most 1: the lowest rate at which that test is a discovery.

    Source:
        Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289, eq. 1.

    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    return _adjusted(p, 1.0)


def benjamini_yekutieli(p: Floats) -> Floats:
    """Adjusted p values that control the false discovery rate however the tests depend on one another.

    Shares of frames sum to one and several frames may be coded at once, so tests of frames depend on each other.

    Args:
        p: p values of the whole family.

    Returns:
        One adjusted value (q) per p, at most 1.

    Source:
        Benjamini and Yekutieli (2001), Annals of Statistics 29:1165, theorem 1.3.

    >>> benjamini_yekutieli(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.055, 0.073, 0.073]
    """
    return _adjusted(p, float((1 / np.arange(1, len(p) + 1)).sum()))


def family(tests: pl.DataFrame) -> pl.DataFrame:
    """The tests of one family with their number and adjusted p values.

    Args:
        tests: one row per test, with ``p``; a test that was refused has none and is not of the family.

    Returns:
        The rows with a p, with ``m`` (tests in the family), ``q_bh`` and ``q_by`` (0 to 1), and ``discovery`` (whether
        ``q_bh`` is at most .05).

    Source:
        Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001).

    >>> family(pl.DataFrame({"test": ["war", "trade"], "p": [0.01, 0.5]})).select("m", "q_bh", "discovery").rows()
    [(2, 0.02, True), (2, 0.5, False)]
    """
    counted = tests.drop_nulls("p")
    p = counted["p"].cast(pl.Float64).to_numpy()
    q_bh, q_by = pl.Series(benjamini_hochberg(p)), pl.Series(benjamini_yekutieli(p))
    adjusted = counted.with_columns(m=pl.lit(len(p)), q_bh=q_bh, q_by=q_by)
    return adjusted.with_columns(discovery=significant(pl.col("q_bh")))


def _adjusted(p: Floats, factor: float) -> Floats:
    order = np.argsort(p)[::-1]
    ranked = factor * len(p) * p[order] / np.arange(len(p), 0, -1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked), 1.0)
    return adjusted
