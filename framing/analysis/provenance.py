"""How some articles are known, and how they came into a study."""

from typing import NamedTuple

import polars as pl


class Provenance(NamedTuple):
    """What must be known about some articles before any number on them.

    Attributes:
        articles: how many there are.
        notes: how many notes of sources they were found in.
        descriptions: what they weigh: articles that share a description count once together.
        second_hand: how many are known only from a description.
        sampling: the ways in which they were chosen (``purposive``, ``undeclared``, ``census``, ``probability``).
    """

    articles: int
    notes: int
    descriptions: float
    second_hand: int
    sampling: frozenset[str]


def provenance(articles: pl.DataFrame) -> Provenance:
    """How some articles are known, and how they came into a study.

    >>> rows = {"source": "essay", "note": 7, "weight": 0.5, "basis": ["primary_full", "secondary_paraphrase"], "sampling": "census"}
    >>> provenance(pl.DataFrame(rows))
    Provenance(articles=2, notes=1, descriptions=1.0, second_hand=1, sampling=frozenset({'census'}))
    """
    return Provenance(
        articles.height,
        articles.select("source", "note").drop_nulls().n_unique(),
        articles.select(pl.col("weight").sum().round(9)).item(),
        articles.filter(pl.col("basis") == "secondary_paraphrase").height,
        frozenset(articles["sampling"].drop_nulls().cast(pl.String)),
    )
