"""Which articles were coded twice, neither coder having seen the coding of the other."""

import polars as pl


def coded_twice(codings: pl.DataFrame) -> pl.Series:
    """The articles with at least two independent codings.

    Args:
        codings: the coding table; only the main phase counts.

    Returns:
        Ids, in alphabetical order.

    >>> codings = pl.DataFrame({"article": ["y", "x", "y", "x"], "phase": ["main", "main", "main", "training"]})
    >>> coded_twice(codings).to_list()
    ['y']
    """
    counted = codings.filter(pl.col("phase") == "main").group_by("article").len()
    return counted.filter(pl.col("len") > 1)["article"].sort()
