"""The articles behind a comparison: those behind each share, and what each of them says."""

from collections.abc import Mapping, Sequence

import polars as pl

from framing.analysis.reading import column
from framing.compare.selection import GAP, Selection


def with_records(chosen: Selection, strata: Sequence[str], shares: pl.DataFrame) -> pl.DataFrame:
    """Adds the articles behind every share of primary frames.

    Args:
        chosen: two sides' articles.
        strata: the strata that were compared.
        shares: one row per ``answer``.

    Returns:
        The rows with ``records_a`` and ``records_b``, ids in order.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": ["a", "b"], "stratum": "e"})
    >>> chosen = Selection(articles, articles.with_columns(role=pl.lit("primary"), answer=pl.lit("war")), articles, ("a", "b"))
    >>> with_records(chosen, ["e"], pl.DataFrame({"answer": ["war"]})).row(0)
    ('war', ['x'], ['y'])
    """
    counted = chosen.articles.filter(pl.col("stratum").is_in(list(strata)))
    held = chosen.frames.filter(pl.col("role") == "primary").join(
        counted.select("article", "side"), on=["article", "side"]
    )
    return beside(shares, held.with_columns(pl.col("answer").cast(pl.String)), chosen.sides, "answer")


def beside(rows: pl.DataFrame, held: pl.DataFrame, sides: Sequence[str], key: str) -> pl.DataFrame:
    """Rows with the articles of both sides that are held under their key, ``records_a`` and ``records_b``.

    >>> held = pl.DataFrame({"article": ["x", "y"], "side": ["a", "b"], "variable": "stance"})
    >>> beside(pl.DataFrame({"variable": ["stance"]}), held, ("a", "b"), "variable").row(0)
    ('stance', ['x'], ['y'])
    """
    for side, letter in zip(sides, "ab", strict=True):
        mine = held.filter(pl.col("side") == side).group_by(key)
        records = mine.agg(pl.col("article").sort().alias(f"records_{letter}"))
        rows = rows.join(records, on=key, how="left", maintain_order="left")
    return rows.with_columns(pl.col("records_a", "records_b").fill_null([]))


def article_cards(chosen: Selection, scales: Mapping[str, Sequence[int]]) -> pl.DataFrame:
    """What each article says, to show side by side.

    Args:
        chosen: two sides' articles.
        scales: the ordinal variables.

    Returns:
        One row per (article, side), by day: ``outlet``, ``event``, ``published``, ``days``, ``earliest``, ``latest``,
        ``primary``, ``headline``, ``basis``, ``secondary`` (frames), and a ``column`` per ordinal variable.

    >>> from framing.compare.selection import selection
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> from framing.analysis.reading import reading
    >>> tables = read().tables
    >>> chosen = selection(tables, reading(tables), sides("yomiuri,sankei", tables.outlets))
    >>> article_cards(chosen, {"stance": [-1, 1]}).columns[-2:]
    ['secondary', 'said/stance']
    """
    key = ["article", "side"]
    secondary = (
        chosen.frames.filter(pl.col("role") == "secondary")
        .group_by(key)
        .agg(secondary=pl.col("answer").cast(pl.String).sort())
    )
    scores = (
        chosen.values.with_columns(pl.col("variable").cast(pl.String))
        .filter(pl.col("variable").is_in(list(scales)))
        .with_columns(pl.format(column("{}"), "variable").alias("variable"))
    )
    wide = scores.pivot("variable", index=key, values="score", aggregate_function="first")
    named = chosen.articles.select(*key, "outlet", "event", "published", *GAP, "primary", "headline", "basis")
    return (
        named.join(secondary, on=key, how="left")
        .join(wide, on=key, how="left")
        .with_columns(pl.col("secondary").fill_null([]))
        .sort("published", *key)
    )


def squares(cards: pl.DataFrame) -> pl.DataFrame:
    """The place of each article in a row of its side and its primary frame.

    Args:
        cards: as from ``article_cards``.

    Returns:
        One row per (article, side) with a primary frame, by side, frame and day: ``side``, ``answer``, ``place`` (from 0),
        ``outlet``, ``published``, ``headline``, ``records`` (the article).

    >>> cards = pl.DataFrame({"article": ["x", "y"], "side": "a", "primary": "war", "outlet": "o", "published": None, "headline": ""})
    >>> squares(cards).select("answer", "place", "records").rows()
    [('war', 0, ['x']), ('war', 1, ['y'])]
    """
    held = cards.drop_nulls("primary").select(
        "side",
        "outlet",
        "published",
        "headline",
        answer=pl.col("primary").cast(pl.String),
        records=pl.concat_list("article"),
    )
    ordered = held.sort("side", "answer", "published", maintain_order=True)
    return ordered.with_columns(place=pl.int_range(pl.len()).over("side", "answer"))
