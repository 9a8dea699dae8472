"""What is shuffled: units (articles, or bundles of them) on two sides within strata (events), counted by their answers."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Counts: TypeAlias = NDArray[np.int64]

UNIT = ["stratum", "side", "unit"]


class Design(NamedTuple):
    """Two sides within strata, reduced to counts of units of each kind.

    A unit is an article, or all articles of one side that share one description of one event: a description counts once
    on each side. Units of a kind gave the same answers, so that shuffling units means drawing from the kinds.

    Attributes:
        answers: what may be answered: frames, or scores as text.
        strata: names of the strata, in order; for articles their events, or their papers where two times are compared.
        kinds: (kinds x answers) the share of a unit's articles that gave each answer.
        a: (strata x kinds) units of each kind on the first side.
        b: (strata x kinds) the same on the second side.
    """

    answers: tuple[str, ...]
    strata: tuple[str, ...]
    kinds: Floats
    a: Counts
    b: Counts

    @property
    def n_a(self) -> Counts:
        """Units of the first side in each stratum."""
        n: Counts = self.a.sum(axis=1)
        return n

    @property
    def n_b(self) -> Counts:
        """Units of the second side in each stratum."""
        n: Counts = self.b.sum(axis=1)
        return n

    @property
    def totals_a(self) -> Floats:
        """Units of the first side that gave each answer."""
        totals: Floats = self.a.sum(axis=0) @ self.kinds
        return totals

    @property
    def totals_b(self) -> Floats:
        """Units of the second side that gave each answer."""
        totals: Floats = self.b.sum(axis=0) @ self.kinds
        return totals


def design(articles: pl.DataFrame, answers: pl.DataFrame, vocabulary: Sequence[str], sides: tuple[str, str]) -> Design:
    """The design of one comparison.

    Args:
        articles: one row per (article, side), with ``stratum`` (rows without one are left out) and ``unit``.
        answers: one row per (article, side, answer): one answer of each article, or several where several may be given.
        vocabulary: every possible answer, in order.
        sides: the names of the first and the second side, as in ``side``.

    Returns:
        The design; an article without an answer is not in it.

    Source:
        Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, ch. 3: the unit that was sampled is the
        unit that is shuffled.

    >>> articles = pl.DataFrame({"article": ["x", "y", "z"], "side": ["a", "a", "b"], "stratum": "visit", "unit": ["n", "n", "z"]})
    >>> answers = pl.DataFrame({"article": ["x", "y", "z"], "side": ["a", "a", "b"], "answer": ["war", "trade", "war"]})
    >>> found = design(articles, answers, ["trade", "war"], ("a", "b"))
    >>> found.kinds.tolist(), found.a.tolist(), found.b.tolist()
    ([[0.0, 1.0], [0.5, 0.5]], [[0, 1]], [[1, 0]])
    """
    words = pl.Enum(list(vocabulary))
    placed = articles.lazy().select("article", *(pl.col(name).cast(pl.String) for name in UNIT)).drop_nulls("stratum")
    given = answers.lazy().select(
        "article", pl.col("side").cast(pl.String), pl.col("answer").cast(pl.String).cast(words).to_physical()
    )
    held = placed.join(given, on=["article", "side"]).group_by(UNIT)
    units = held.agg("answer", members=pl.col("article").n_unique()).sort(UNIT).collect()
    strata = {name: place for place, name in enumerate(dict.fromkeys(units["stratum"]))}
    stratum = np.array([strata[name] for name in units["stratum"]], dtype=np.intp)
    side = np.array([sides.index(name) for name in units["side"]], dtype=np.intp)
    kinds, kind = _kinds(units, len(vocabulary))
    counts = np.zeros((2, len(strata), len(kinds)), dtype=np.int64)
    np.add.at(counts, (side, stratum, kind), 1)
    return Design(tuple(vocabulary), tuple(strata), kinds, counts[0], counts[1])


def _kinds(units: pl.DataFrame, answers: int) -> tuple[Floats, NDArray[np.intp]]:
    """The different shares of answers among units, in order, and which of them each unit has."""
    shares, times = np.zeros((units.height, answers)), units["answer"].list.len().to_numpy()
    np.add.at(shares, (np.repeat(np.arange(units.height), times), units["answer"].explode().to_numpy()), 1.0)
    shares = (shares / units["members"].to_numpy()[:, None]).round(9)
    order = np.lexsort(shares.T[::-1])  # many times quicker than unique rows by NumPy
    ranked = shares[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (ranked[1:] != ranked[:-1]).any(axis=1)
    kind = np.empty_like(order)
    kind[order] = np.cumsum(first) - 1
    return ranked[first], kind


def matched(found: Design) -> Design:
    """The design without strata that one side is absent from: they say nothing about a difference within strata.

    Args:
        found: a design.

    Returns:
        The design of the strata in which both sides have units.

    Source:
        Landis, Heyman and Koch (1978), International Statistical Review 46:237: such strata have no variance.

    >>> both = matched(Design(("war",), ("x", "y"), np.ones((1, 1)), np.array([[2], [1]]), np.array([[3], [0]])))
    >>> both.strata, both.n_a.tolist()
    (('x',), [2])
    """
    kept = (found.n_a > 0) & (found.n_b > 0)
    strata = tuple(name for name, keep in zip(found.strata, kept, strict=True) if keep)
    return found._replace(strata=strata, a=found.a[kept], b=found.b[kept])
