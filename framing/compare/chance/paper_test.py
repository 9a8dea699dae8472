"""Whether countries, or other groups of papers, differ: papers are exchanged between the sides, not articles.

The articles of a paper are alike because it is that paper. Shuffling them tells these papers apart, in these articles; if
papers differ among themselves, it will nearly always tell any two groups of them apart, whatever the groups are. A claim
about countries asks whether papers differ more between the countries than within them, so papers are what is shuffled.
"""

from collections.abc import Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.analysis.draws import PERMUTATION
from framing.analysis.significance import LEVEL, significant
from framing.compare.chance.design import Floats
from framing.compare.chance.permutation import ROUNDING, Null, smallest_attainable_p
from framing.compare.selection import Selection
from framing.compare.sides import Side, listed
from framing.refusal import Refusal

ENUMERATED = 20_000
"""Up to this many arrangements of papers are enumerated; beyond, they are drawn."""


class Papers(NamedTuple):
    """The articles of each paper on the events of both sides.

    Attributes:
        names: the papers, by id.
        first: (papers) whether each is of the first side.
        answers: the frames, in order.
        counts: (events x papers x answers) units; a description that several papers of a side share is split among them.
    """

    names: tuple[str, ...]
    first: tuple[bool, ...]
    answers: tuple[str, ...]
    counts: Floats


class PaperTest(NamedTuple):
    """Whether two groups of papers differ by more than papers do.

    Attributes:
        about: what p is about: countries, or groups of papers; not only these papers in these articles.
        statistic: pseudo F of the papers' departures from what all wrote on the same events.
        p: share of arrangements of the papers with a statistic at least as large; two-sided.
        smallest_p: the smallest p that these papers could give.
        exact: whether all arrangements were tried.
        arrangements: how many were.
        papers_a: the papers of the first side that wrote on events of both.
        papers_b: those of the second side.
        answers: one row per answer: ``answer``; ``difference`` of the two sides' mean departures, -1 to 1, every paper
            weighing alike; ``p`` (of the largest over all answers, so that no further adjustment is needed; null for an
            answer in which no paper departs from the others).
    """

    about: str
    statistic: float
    p: float
    smallest_p: float
    exact: bool
    arrangements: int
    papers_a: tuple[str, ...]
    papers_b: tuple[str, ...]
    answers: pl.DataFrame


def papers(chosen: Selection, strata: Sequence[str], answers: Sequence[str], sides: tuple[Side, Side]) -> Papers:
    """The primary frames of each paper on the events that both sides cover.

    Args:
        chosen: two sides' articles.
        strata: the events.
        answers: every frame, in order.
        sides: the sides, with their outlets.

    Returns:
        The counts of the papers that have articles on those events.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": ["j", "r"], "outlet": ["asahi", "rg"], "stratum": "e", "unit": ["x", "y"]})
    >>> frames = pl.DataFrame({"article": ["x", "y"], "side": ["j", "r"], "answer": ["war", "war"], "role": "primary"})
    >>> pair = (Side("j", "country", ("asahi",), "Asahi"), Side("r", "country", ("rg",), "RG"))
    >>> found = papers(Selection(articles, frames, frames, ("j", "r")), ["e"], ["war"], pair)
    >>> found.names, found.first, found.counts.tolist()
    (('asahi', 'rg'), (True, False), [[[1.0], [1.0]]])
    """
    order = sorted({outlet for side in sides for outlet in side.outlets})
    placed = chosen.articles.filter(pl.col("stratum").is_in(list(strata))).select(
        "article",
        "side",
        pl.col("stratum").cast(pl.Enum(list(strata))),
        pl.col("outlet").cast(pl.String).cast(pl.Enum(order)),
        weight=1 / pl.len().over("stratum", "side", "unit"),
    )
    primary = chosen.frames.filter(pl.col("role") == "primary").select("article", "side", "answer")
    held = placed.join(primary, on=["article", "side"])
    answer = held["answer"].cast(pl.String).cast(pl.Enum(list(answers)))
    counts = np.zeros((len(strata), len(order), len(answers)))
    place = tuple(part.to_physical().to_numpy() for part in (held["stratum"], held["outlet"], answer))
    np.add.at(counts, place, held["weight"].to_numpy())
    wrote = counts.sum(axis=(0, 2)) > 0
    names = tuple(name for name, kept in zip(order, wrote, strict=True) if kept)
    first = tuple(name in sides[0].outlets for name in names)
    return Papers(names, first, tuple(answers), counts[:, wrote])


def departures(counts: Floats) -> Floats:
    """How each paper departs from what all papers wrote on the same events.

    Args:
        counts: (events x papers x answers) units.

    Returns:
        (papers x answers) mean departures, -1 to 1, every article of a paper weighing alike.

    >>> departures(np.array([[[3.0, 1.0], [1.0, 3.0]]])).tolist()
    [[0.25, -0.25], [-0.25, 0.25]]
    """
    sizes = counts.sum(axis=2)
    shares = counts.sum(axis=1) / sizes.sum(axis=1, keepdims=True)
    away = counts.sum(axis=0) - np.einsum("ep,ea->pa", sizes, shares)
    means: Floats = away / sizes.sum(axis=0)[:, None]
    return means


def paper_test(found: Papers, sides: tuple[Side, Side], draws: int = PERMUTATION, seed: int = 0) -> PaperTest | Refusal:
    """Whether two groups of papers differ by more than papers do.

    Args:
        found: the papers on the events of both sides.
        sides: the sides.
        draws: arrangements to draw where there are too many to try.
        seed: of the draws.

    Returns:
        The test; or the refusal ``readings`` (coders), ``two_papers``, ``one_paper``, ``too_few_papers`` (their numbers
        cannot reach .05) or ``unattainable_p`` (these papers could not, as too few differ).

    Source:
        Anderson (2001), Austral Ecology 26:32, with Euclidean distances, for the test of all answers; Westfall and Young
        (1993), Resampling-Based Multiple Testing, section 2.4 (single step), for each of them.

    >>> pair = (Side("x", "country", tuple("abcd"), "X"), Side("y", "country", tuple("efgh"), "Y"))
    >>> counts = np.array([[[8.0, 2.0]] * 4 + [[2.0, 8.0]] * 4])
    >>> test = paper_test(Papers(tuple("abcdefgh"), (True,) * 4 + (False,) * 4, ("war", "trade"), counts), pair)
    >>> round(test.p, 3), test.arrangements, test.answers["p"].round(3).to_list()
    (0.029, 70, [0.029, 0.029])
    """
    refusal = _refused(found, sides)
    if refusal:
        return refusal
    about = "countries" if {side.kind for side in sides} == {"country"} else "groups of papers"
    away = departures(found.counts)
    away = away - away.mean(axis=0)
    return _tested(found, away, _null(away, np.array(found.first), draws, seed), about)


def _tested(found: Papers, away: Floats, table: Null, about: str) -> PaperTest | Refusal:
    """The test of all answers and of each, from the departures of papers and their sums under exchange."""
    first, names = np.array(found.first), np.array(found.names)
    whole = (away**2).sum(axis=0)
    varied = whole > ROUNDING
    factor = len(first) / (first.sum() * (~first).sum())
    between, observed = factor * table.sums[:, varied] ** 2, factor * table.observed[varied] ** 2
    explained = between.sum(axis=1) / max(whole.sum(), ROUNDING)
    smallest = table.tail(explained, float(explained.max())) if table.exact else 1 / (len(explained) + 1)
    if not significant(smallest):
        return Refusal(
            "unattainable_p",
            f"The smallest p that these {first.sum()} and {(~first).sum()} papers could give is {smallest:.2g}, above {LEVEL}.",
            "More papers, or papers that differ more from one another.",
            {"kind": "papers", "a": int(first.sum()), "b": int((~first).sum()), "p": f"{smallest:.2g}"},
        )
    seen = float(observed.sum() / whole.sum())
    statistic = seen / max((1 - seen) / (len(first) - 2), ROUNDING)
    largest = (between / whole[varied]).max(axis=1)
    p = np.full(len(whole), np.nan)
    p[varied] = [table.tail(largest, float(value)) for value in observed / whole[varied]]
    difference = away[first].mean(axis=0) - away[~first].mean(axis=0)
    answers = pl.DataFrame({"answer": found.answers, "difference": difference, "p": p}, nan_to_null=True)
    papers_a, papers_b = (tuple(names[side].tolist()) for side in (first, ~first))
    whole_p = table.tail(explained, seen)
    return PaperTest(about, statistic, whole_p, smallest, table.exact, len(explained), papers_a, papers_b, answers)


def fewest_papers(other: int) -> int:
    """How many papers a side needs against so many of the other side, to be able to reach p = .05.

    Args:
        other: papers of the other side; fewer than 2 could reach it against no number, and are taken for 2.

    Returns:
        The number; at least 2, since one paper cannot stand for a country.

    Source:
        See ``smallest_attainable_p``.

    >>> [fewest_papers(other) for other in (0, 2, 3, 4, 5, 9)]
    [5, 5, 4, 3, 2, 2]
    """
    needed = 2
    while not significant(smallest_attainable_p([(needed, max(other, 2))])):
        needed += 1
    return needed


def _refused(found: Papers, sides: tuple[Side, Side]) -> Refusal | None:
    """Why papers are not exchanged, or None where there are enough of them."""
    n, m = sum(found.first), len(found.first) - sum(found.first)
    enough = "The fewest papers that can reach .05 are 2 against 5, or 3 against 4."
    if sides[0].coder:
        return Refusal("readings", "Both sides are readings of the same articles.", "Sides that are papers.", {})
    if {side.kind for side in sides} == {"outlet"}:
        reason = "Two papers are compared, which says nothing about their countries or any other group of papers."
        return Refusal("two_papers", reason, f"Sides of several papers. {enough}", {})
    best = smallest_attainable_p([(n, m)])
    exchanged = f"Exchanging {n} and {m} papers could give p = {_fraction(n, m)} at best."
    if min(n, m) == 1:
        alone = [sides[int(not mine)] for mine, count in ((True, n), (False, m)) if count == 1]
        reason = (
            f"One paper alone can never carry a claim about a country or another group: what sets {listed([side.words for side in alone])} apart may "
            f"be the paper’s own or its owner’s. {exchanged}"
        )
        values = {"sides": alone, "a": n, "b": m, "p": _fraction(n, m)}
        return Refusal("one_paper", reason, f"More papers of that side on events of both. {enough}", values)
    if not significant(best):
        larger = max(n, m)
        need = f"{fewest_papers(larger)} papers against {larger}, all with articles on events of both. {enough}"
        values = {"a": n, "b": m, "p": _fraction(n, m), "needed": fewest_papers(larger), "larger": larger}
        return Refusal("too_few_papers", exchanged, need, values)
    return None


def _fraction(n: int, m: int) -> str:
    """The smallest attainable p of so many papers as a fraction and as a number."""
    ways = comb(n + m, n)
    extreme = 2 if n == m else 1
    return f"{extreme}/{ways}" + (f" = {extreme / ways:.2g}".replace("0.", ".") if ways > extreme else "")


def _null(away: Floats, first: NDArray[np.bool_], draws: int, seed: int) -> Null:
    """The sums of the departures of as many papers as the smaller side has, under every arrangement or drawn ones."""
    small = first if (2 * first.sum(), not first[0]) <= (len(first), False) else ~first
    size, exact = int(small.sum()), comb(len(first), int(small.sum())) <= ENUMERATED
    if exact:
        chosen = np.array(list(combinations(range(len(first)), size)))
    else:
        chosen = np.argsort(np.random.default_rng(seed).random((draws, len(first))), axis=1)[:, :size]
    dealt = np.zeros((len(chosen), len(first)))
    np.put_along_axis(dealt, chosen, 1.0, axis=1)
    return Null(away[small].sum(axis=0), dealt @ away, np.full(len(dealt), 1 / len(dealt)), exact)
