"""Which frames lead: the ones to be named first."""

import polars as pl

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
