"""The level at which a test counts, asked in one way everywhere."""

from typing import overload

import polars as pl

LEVEL = 0.05
ROUNDING = 1e-9
"""Part of the level by which a sum of probabilities may miss it."""


@overload
def significant(p: float) -> bool: ...
@overload
def significant(p: pl.Expr) -> pl.Expr: ...
def significant(p: float | pl.Expr) -> bool | pl.Expr:
    """Whether a p, or a q, is at most .05.

    The level itself counts: a test whose smallest attainable p is 1/20 can reach it. So does 3 × .05 / 3, which a computer
    holds as more than .05.

    Args:
        p: a p value, or one adjusted for its family; an expression for a column of them.

    Returns:
        Whether it counts; null where the column is null.

    Source:
        Neyman and Pearson (1933), Philosophical Transactions A 231:289: the critical region has at most the level's
        probability.

    >>> significant(0.05), significant(3 * 0.05 / 3), significant(0.0501)
    (True, True, False)
    """
    return p <= LEVEL * (1 + ROUNDING)
