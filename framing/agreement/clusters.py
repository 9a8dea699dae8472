"""What is exchanged as one: articles on one event, and articles of one description."""

from collections.abc import Mapping

import polars as pl

from framing.analysis.table import Tables


def moving_together(articles: pl.DataFrame) -> pl.Series:
    """The cluster of each article: articles on one event, or of one description, and whatever these tie together.

    Args:
        articles: ``article``, ``event`` and ``bundle``; the last two may be null.

    Returns:
        A name per row, the same for all articles that are exchanged as one.

    Source:
        Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, ch. 3: exchange what is exchangeable.

    >>> moving_together(pl.DataFrame({"article": list("uvwxyz"), "event": ["e", "e", "f", None, None, None],
    ...     "bundle": [None, "n", "n", "m", "m", None]})).rank("dense").to_list()
    [1, 1, 1, 2, 2, 3]
    """
    alone = pl.format("article {}", "article")
    keys = articles.select(
        event=pl.coalesce(pl.format("event {}", "event"), alone),
        bundle=pl.coalesce(pl.format("description {}", "bundle"), alone),
    )
    named = keys.with_columns(name=pl.min_horizontal("event", "bundle"))
    while True:
        spread = named.with_columns(pl.col("name").min().over("bundle")).with_columns(
            pl.col("name").min().over("event")
        )
        if spread["name"].equals(named["name"]):
            return spread["name"]
        named = spread


def clusters_in_periods(tables: Tables, group_of: Mapping[str, str]) -> dict[str, str]:
    """What a test between periods relabels as one: nearly every event lies in one period, with all its articles.

    Args:
        tables: the study's tables.
        group_of: the period of each article.

    Returns:
        The cluster of each article. An article is on the event that most coders of the main phase name; an event with
        articles in two periods is a cluster in each.

    Source:
        As for ``moving_together``.

    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> found = clusters_in_periods(tables, dict.fromkeys(tables.articles["article"], "2014"))
    >>> len(found) == tables.articles.height > len(set(found.values()))
    True
    """
    named = (
        tables.codings.filter(pl.col("phase") == "main").select("article", pl.col("event").cast(pl.String)).drop_nulls()
    )
    most = named.group_by("article", "event").len().sort("len", "event", descending=[True, False])
    placed = tables.articles.select("article", "bundle").join(
        most.unique("article", keep="first"), on="article", how="left"
    )
    period = pl.col("article").replace_strict(dict(group_of), default=None)
    inside = placed.with_columns(event=pl.format("{} {}", "event", period))
    return dict(zip(inside["article"], moving_together(inside), strict=True))
