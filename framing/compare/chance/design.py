"""What is shuffled: units (articles, or bundles of them) on two sides within strata (events), counted by their answers."""

from collections.abc import Mapping, Sequence
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
    alone = answers.with_columns(variable=pl.lit(""))
    return designs(articles, alone, {"": vocabulary}, sides)[""]


def designs(
    articles: pl.DataFrame, answers: pl.DataFrame, vocabularies: Mapping[str, Sequence[str]], sides: tuple[str, str]
) -> dict[str, Design]:
    """The design of each of several variables of the same articles, counted in one pass.

    Args:
        articles: as in ``design``.
        answers: one row per (article, side, variable, answer); other variables may be among them.
        vocabularies: of each variable every possible answer, in order.
        sides: as in ``design``.

    Returns:
        By variable, what ``design`` gives for its answers.

    Source:
        See ``design``.

    >>> articles = pl.DataFrame({"article": ["x", "z"], "side": ["a", "b"], "stratum": "visit", "unit": ["x", "z"]})
    >>> answers = pl.DataFrame({"article": ["x", "z"], "side": ["a", "b"], "variable": "stance", "answer": ["1", "-1"]})
    >>> found = designs(articles, answers, {"stance": ["-1", "1"], "tone": ["mild"]}, ("a", "b"))
    >>> found["stance"].a.tolist(), found["tone"].strata
    ([[1, 0]], ())
    """
    words = pl.Enum(list(dict.fromkeys(word for known in vocabularies.values() for word in known)))
    variable, keys = pl.col("variable").cast(pl.String), ["variable", *UNIT]
    # one after another, not as a lazy query: that takes twice as long to plan as the few rows of an event to count
    placed = articles.select("article", *(pl.col(name).cast(pl.String) for name in UNIT)).drop_nulls("stratum")
    given = answers.filter(variable.is_in(list(vocabularies)))
    coded = pl.col("answer").cast(pl.String).cast(words).to_physical()
    told = given.select("article", pl.col("side").cast(pl.String), variable, coded)
    held = placed.join(told, on=["article", "side"]).group_by(keys)
    units = held.agg("answer", members=pl.col("article").n_unique(), times=pl.len()).sort(keys)
    parts = units.partition_by("variable", as_dict=True)
    return {
        name: _counted(parts.get((name,), units.clear()), words, known, sides) for name, known in vocabularies.items()
    }


def _counted(units: pl.DataFrame, words: pl.Enum, vocabulary: Sequence[str], sides: tuple[str, str]) -> Design:
    """The design of some units in order, whose answers are places in ``words``."""
    places = {word: place for place, word in enumerate(words.categories)}
    strata = {name: place for place, name in enumerate(dict.fromkeys(units["stratum"]))}
    stratum = np.array([strata[name] for name in units["stratum"]], dtype=np.intp)
    side = np.array([sides.index(name) for name in units["side"]], dtype=np.intp)
    kinds, kind = _kinds(units, len(words.categories), [places[word] for word in vocabulary])
    counts = np.zeros((2, len(strata), len(kinds)), dtype=np.int64)
    np.add.at(counts, (side, stratum, kind), 1)
    return Design(tuple(vocabulary), tuple(strata), kinds, counts[0], counts[1])


def _kinds(units: pl.DataFrame, answers: int, counted: Sequence[int]) -> tuple[Floats, NDArray[np.intp]]:
    """The different shares of the answers that are counted among units, in order, and which of them each unit has."""
    shares, unit = np.zeros((units.height, answers)), np.repeat(np.arange(units.height), units["times"].to_numpy())
    np.add.at(shares, (unit, units["answer"].explode().to_numpy()), 1.0)
    shares = (shares[:, counted] / units["members"].to_numpy()[:, None]).round(9)
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
