"""What each article says, as columns of codes: what a reader may choose articles by, under one reading or another."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.analysis.reading import Reading, answer, column
from framing.study import levels

Codes = Sequence[tuple[int, ...]]
"""Of each article in some order, the places of its answers in a vocabulary; none where it has no answer."""
Columns = Mapping[str, Sequence[Any]]


def codes(answers: pl.DataFrame, articles: Sequence[str], vocabulary: Sequence[str]) -> Codes:
    """The answers of some articles as places in a vocabulary.

    Args:
        answers: one row per (article, answer): ``article`` and ``value``; an answer outside the vocabulary is none.
        articles: ids, in the order that is wanted.
        vocabulary: every possible answer.

    Returns:
        One tuple of rising places per article.

    >>> answers = pl.DataFrame({"article": ["b", "b", "a"], "value": ["war", "trade", "war"]})
    >>> codes(answers, ["a", "b", "c"], ["trade", "war"])
    [(1,), (0, 1), ()]
    """
    place = (
        pl.col("value")
        .cast(pl.String)
        .replace_strict(vocabulary, range(len(vocabulary)), default=None, return_dtype=pl.Int64)
    )
    found = answers.select("article", place.alias("place")).drop_nulls().group_by("article").agg(pl.col("place").sort())
    ordered = pl.DataFrame({"article": articles}, {"article": pl.String}).join(
        found, on="article", how="left", maintain_order="left"
    )
    return [tuple(places or ()) for places in ordered["place"].to_list()]


def key_sentences(evidence: pl.DataFrame, read: Reading) -> pl.DataFrame:
    """What supports the primary frame of each article, in the words of the coders whom the reading follows.

    Args:
        evidence: the evidence table of a study.
        read: a reading of it.

    Returns:
        One row per article that has such evidence, the first where it has several: ``article``, ``text``, ``lang`` and ``en``.

    >>> rows = {"article": ["a", "a"], "coder": ["x", "y"], "supports": ["war", "war"], "text": ["Guns.", "Ships."], "lang": "en", "en": None}
    >>> articles = pl.DataFrame({"article": ["a"], "primary": ["war"], "coders": ["y z"]})
    >>> key_sentences(pl.DataFrame(rows), Reading("majority", articles, articles, articles))["text"].to_list()
    ['Ships.']
    """
    followed = read.articles.select("article", pl.col("primary").cast(pl.String), pl.col("coders").str.split(" "))
    return (
        evidence.join(followed, on="article", how="inner", maintain_order="left")
        .filter(
            pl.col("supports") == pl.col("primary"), pl.col("coders").list.contains(pl.col("coder").cast(pl.String))
        )
        .unique("article", keep="first", maintain_order=True)
        .select("article", "text", "lang", "en")
    )


def columns(read: Reading, articles: Sequence[str], codebook: Mapping[str, Any], events: Sequence[str]) -> Columns:
    """What a reading says of some articles.

    Args:
        read: the reading.
        articles: ids, in the order that is wanted; some may not be in the reading.
        codebook: of the study.
        events: ids, in the order that is wanted.

    Returns:
        Lists with one entry per article: ``weight`` (one over the size of its bundle) and ``relative`` (one over its inclusion
        probability, on average 1), both null where the reading leaves it out, and ``codes`` of ``event``, ``primary`` (the primary frame), ``any`` (every frame) and each variable under its
        ``reading.column``, by the answers of the codebook.

    >>> from framing.analysis.reading import reading
    >>> from framing.corpus import read as study
    >>> found = study()
    >>> name = "asahi-2015-01-27"
    >>> said = columns(reading(found.tables), [name, "none"], found.codebook, [])
    >>> said["weight"], [found.codebook["frames"][at]["id"] for at in said["primary"][0]]
    ([1.0, None], ['geopolitics'])
    """
    frames = [frame["id"] for frame in codebook["frames"]]
    relative = dict(read.articles.select("article", "relative").iter_rows())
    weights = dict(read.articles.select("article", pl.col("weight") / pl.col("relative")).iter_rows())
    answers = read.values.select("article", "variable", answer())
    said = {str(variable): rows for (variable,), rows in answers.partition_by("variable", as_dict=True).items()}
    nothing = pl.DataFrame(schema={"article": pl.String, "value": pl.String})
    return {
        "weight": [weights.get(article) for article in articles],
        "relative": [relative.get(article) for article in articles],
        "event": codes(_renamed(read.articles, "event"), articles, events),
        "primary": codes(_renamed(read.articles, "primary"), articles, frames),
        "any": codes(_renamed(read.frames, "frame"), articles, frames),
        **{
            column(entry["id"]): codes(said.get(entry["id"], nothing), articles, list(map(str, levels.answers(entry))))
            for entry in codebook["variables"]
        },
    }


def _renamed(table: pl.DataFrame, name: str) -> pl.DataFrame:
    return table.select("article", pl.col(name).alias("value"))


def changes(base: Columns, other: Columns) -> dict[str, tuple[list[int], list[Any]]]:
    """Where other columns differ from some: the places, and what stands there; only of columns that differ at all.

    >>> changes({"x": [1, 2, 3], "y": [0]}, {"x": [1, 5, 3], "y": [0]})
    {'x': ([1], [5])}
    """
    places = {
        name: [at for at, pair in enumerate(zip(base[name], cells, strict=True)) if pair[0] != pair[1]]
        for name, cells in other.items()
    }
    return {name: (where, [other[name][at] for at in where]) for name, where in places.items() if where}
