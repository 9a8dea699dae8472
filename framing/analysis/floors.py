"""What the numbers may say: one table of floors, cited by every measure, and the interval that goes with a share."""

from typing import Any, NamedTuple, TypeVar

import numpy as np
import polars as pl
from numpy.typing import NDArray

Amount = TypeVar("Amount", pl.Expr, NDArray[np.float64])
"""Columns of a table, or numbers at hand: a formula is the same for both."""


class Floor(NamedTuple):
    """The fewest articles from which something is shown, and how."""

    articles: int
    shown: str
    words: str


FLOORS = (
    Floor(0, "nothing", "no article: hatched, with its coverage state in words; never 0 %"),
    Floor(1, "count", "1–4 articles: dots and counts, no percentage"),
    Floor(5, "indicative", "5–9 articles: share, hollow mark, “indicative”"),
    Floor(10, "estimate", "10 articles or more: share"),
)
"""Shares in a cell, by the articles in it."""

SHARE = FLOORS[2].articles
"""The fewest articles for which a share, its interval or a median is given."""
SHOWN = pl.Enum([floor.shown for floor in FLOORS])
SHAREABLE = ("indicative", "estimate")
"""How a cell may be shown whose share is given."""
SHARED = pl.col("shown").cast(pl.String).is_in(SHAREABLE)
"""Whether the floors let a share be shown."""
SIDE = 4
"""Articles that each side of a comparison needs before anything is tested."""
Z = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""


def shown(articles: pl.Expr) -> pl.Expr:
    """How a cell with this many articles may be shown.

    Args:
        articles: how many; a sum of weights counts as the whole articles in it.

    Returns:
        The ``shown`` of the highest of ``FLOORS`` that is reached, as an Enum; null where the count is null.

    >>> pl.DataFrame({"of": [0, 4, 9, 10]}).select(shown(pl.col("of"))).to_series().to_list()
    ['nothing', 'count', 'indicative', 'estimate']
    """
    found: pl.Expr = pl.lit(None, SHOWN)
    for floor in FLOORS:
        found = pl.when(articles >= floor.articles).then(pl.lit(floor.shown, SHOWN)).otherwise(found)
    return found.alias("shown")


def wilson(hits: pl.Expr, n: pl.Expr, quantile: pl.Expr | float = Z) -> tuple[pl.Expr, pl.Expr]:
    """The ends of the Wilson score interval for a share, 95 %.

    Args:
        hits: how many (a sum of weights is allowed).
        n: of how many; null ends where it is 0.
        quantile: how many standard errors away the ends lie.

    Returns:
        Lower and upper end, each from 0 to 1.

    Source:
        Wilson (1927), Journal of the American Statistical Association 22:209; recommended for small n by
        Brown, Cai and DasGupta (2001), Statistical Science 16:101, eq. 4.

    >>> low, high = wilson(pl.col("k"), pl.col("n"))
    >>> ends = pl.DataFrame({"k": [1, 0], "n": [4, 20]}).select(low=low, high=high)
    >>> ends.select(pl.all().round(2)).rows()
    [(0.05, 0.7), (0.0, 0.16)]
    """
    low, high = score_ends(hits, n, quantile)
    counted = n > 0
    return pl.when(counted).then(low), pl.when(counted).then(high)


def score_ends(hits: Amount, n: Amount, quantile: Any = Z) -> tuple[Amount, Amount]:
    """The ends of ``wilson``, of columns or of arrays; ``n`` above 0.

    >>> low, high = score_ends(np.array([1.0]), np.array([4.0]))
    >>> low.round(2).item(), high.round(2).item()
    (0.05, 0.7)
    """
    share = hits / n
    centre = (share + quantile**2 / (2 * n)) / (1 + quantile**2 / n)
    half = quantile * (share * (1 - share) / n + quantile**2 / (4 * n**2)) ** 0.5 / (1 + quantile**2 / n)
    return (centre - half).clip(0, 1), (centre + half).clip(0, 1)
