"""Permutation tests within strata: units are shuffled between two sides only inside their event.

The statistic of the frames is the generalised Cochran-Mantel-Haenszel statistic: the differences of the frame totals from
what shuffling leads one to expect, weighed by their covariance under that shuffling. In a single event it orders tables as
Pearson's chi-square does; over several events it gains power where the sides differ in the same direction each time, which
is what is claimed about outlets, and a rare frame weighs as much as a common one, which it would not in the total
variation. Its null is not taken from the chi-square distribution, which needs large counts, but from the shuffling itself.
"""

from math import comb
from typing import NamedTuple

import numpy as np

from framing.analysis.draws import PERMUTATION
from framing.analysis.floors import SIDE
from framing.analysis.significance import LEVEL, significant
from framing.compare.chance import hypergeometric
from framing.compare.chance.design import Design, Floats
from framing.refusal import Refusal

ABOUT = "these papers, these articles"
"""What shuffling articles is about; never countries."""
ROUNDING = 1e-9
LEAST = float(np.finfo(np.float64).tiny)
"""The smallest p that is ever given: a p is never 0, even where a probability is too small for a computer to hold."""


class Null(NamedTuple):
    """What the sums of the first side become when its units are shuffled with those of the second inside the strata.

    Attributes:
        observed: (columns) the sums as they are.
        sums: (tables x columns) the sums under shuffling.
        chance: (tables) the probability of each table.
        exact: whether these are all tables that there are; otherwise they were drawn.
    """

    observed: Floats
    sums: Floats
    chance: Floats
    exact: bool

    def tail(self, values: Floats, observed: float) -> float:
        """The probability of a value at least as large as the observed one; of drawn tables, the actual one is one more.

        Args:
            values: a statistic of each table.
            observed: the statistic as it is.

        Returns:
            p, above 0 and at most 1.

        Source:
            Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1):39.

        >>> drawn = Null(np.ones(1), np.arange(9.0)[:, None], np.full(9, 1 / 9), exact=False)
        >>> drawn.tail(drawn.sums[:, 0], 8.0)
        0.2
        """
        as_large = values >= observed - ROUNDING * max(1.0, abs(observed))
        if self.exact:
            return min(1.0, max(LEAST, float(self.chance[as_large].sum())))
        return float((as_large.sum() + 1) / (len(values) + 1))


class PermutationTest(NamedTuple):
    """Whether two sides differ within strata by more than shuffling gives.

    Articles are what is shuffled, so that p is about these papers in these articles; whether countries differ is asked by
    ``paper_test``.

    Attributes:
        statistic: generalised Cochran-Mantel-Haenszel statistic.
        p: share of shufflings with a statistic at least as large.
        smallest_p: the smallest p that these articles could give; of drawn tables, 1 / (draws + 1).
        exact: whether all tables were enumerated.
        tables: tables enumerated or drawn.
        n_a: units of the first side in strata with both sides.
        n_b: units of the second side in them.
        strata: strata with both sides.
        about: what p is about.
    """

    statistic: float
    p: float
    smallest_p: float
    exact: bool
    tables: int
    n_a: int
    n_b: int
    strata: int
    about: str = ABOUT


def smallest_attainable_p(sizes: list[tuple[int, int]]) -> float:
    """The smallest p that any articles of these numbers could give: the sides share no frame in any event.

    Args:
        sizes: articles of the first and of the second side in each event.

    Returns:
        One over the number of ways to deal the articles to the sides, or two over it when both sides are equally large
        everywhere: exchanging the sides is then as extreme. Above 0, and at most 1.

    Source:
        Good (2005), section 3.7, from the number of arrangements.

    >>> [round(smallest_attainable_p([(n, m)]), 3) for n, m in ((1, 2), (3, 3), (4, 4), (5, 5))]
    [0.333, 0.1, 0.029, 0.008]
    """
    arrangements = 1
    for n, m in sizes:
        arrangements *= comb(n + m, n)
    mirrored = 2 if all(n == m for n, m in sizes) and sizes else 1
    return min(1.0, max(LEAST, mirrored / arrangements))


def null(found: Design, draws: int = PERMUTATION, seed: int = 0, columns: Floats | None = None) -> Null:
    """The permutation distribution of the sums of the first side.

    Inside each stratum the units of the first side are a draw without replacement from all units: every table has its
    multivariate hypergeometric probability. Few tables are enumerated, stratum by stratum, equal sums being merged.

    Args:
        found: strata with both sides.
        draws: tables to draw where there are too many to enumerate.
        seed: of the draws.
        columns: (strata x kinds x columns) what a unit adds to each sum; its answers when not given.

    Returns:
        The distribution. It does not depend on which side is the first, nor on the order of articles.

    Source:
        Landis, Heyman and Koch (1978), section 2: the hypergeometric model of strata.

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> table = null(four)
    >>> table.exact, sorted(table.sums[:, 0].tolist()), (70 * table.chance).round().tolist()
    (True, [0.0, 1.0, 2.0, 3.0, 4.0], [1.0, 16.0, 36.0, 16.0, 1.0])
    """
    whole = found.a + found.b
    added = np.broadcast_to(found.kinds, (*whole.shape, found.kinds.shape[1])) if columns is None else columns
    # The side that is drawn is chosen by content, so that exchanging the sides changes no draw.
    drawn, mirrored = (found.a, False) if found.a.tolist() <= found.b.tolist() else (found.b, True)
    total = np.einsum("sk,skc->c", whole, added)
    sizes = drawn.sum(axis=1)
    enumerated = hypergeometric.enumerated(whole, sizes, added)
    if enumerated is None:
        sums = hypergeometric.drawn(whole, sizes, added, draws, seed)
        chance = np.full(draws, 1 / draws)
    else:
        sums, chance = enumerated
    observed = np.einsum("sk,skc->c", found.a, added)
    return Null(observed, total - sums if mirrored else sums, chance, enumerated is not None)


def expected(found: Design) -> tuple[Floats, Floats]:
    """Mean and covariance of the answers of the first side under shuffling within strata.

    Args:
        found: strata with both sides.

    Returns:
        (answers) means and (answers x answers) covariances of the totals.

    Source:
        Landis, Heyman and Koch (1978), eq. 2.3 to 2.5; for units with shares of answers, Cochran (1977), Sampling
        Techniques, theorem 2.2.

    >>> mean, covariance = expected(Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]])))
    >>> mean.tolist(), covariance.round(3).tolist()
    ([2.0, 2.0], [[0.571, -0.571], [-0.571, 0.571]])
    """
    whole, n_a, n_b = found.a + found.b, found.n_a, found.n_b
    n = n_a + n_b
    mean = (whole @ found.kinds) / n[:, None]
    spread = (
        np.einsum("sk,kf,kg->sfg", whole, found.kinds, found.kinds)
        - n[:, None, None] * mean[:, :, None] * mean[:, None, :]
    )
    factor = n_a * n_b / (n * np.maximum(n - 1, 1))
    covariance: Floats = (factor[:, None, None] * spread).sum(axis=0)
    return (n_a[:, None] * mean).sum(axis=0), covariance


def association(found: Design, totals: Floats) -> Floats:
    """The generalised Cochran-Mantel-Haenszel statistic of totals of the first side.

    Args:
        found: strata with both sides.
        totals: (tables x answers) totals of the first side.

    Returns:
        (tables) statistics from 0; all 0 where shuffling changes nothing.

    Source:
        Landis, Heyman and Koch (1978), eq. 3.4 (general association). In one stratum it is (N - 1) / N times Pearson's
        chi-square.

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> association(four, four.totals_a[None, :]).round(6).tolist()
    [7.0]
    """
    mean, covariance = expected(found)
    values, vectors = np.linalg.eigh(covariance)
    kept = values > ROUNDING * max(1.0, float(values.max(initial=0.0)))
    whitened = (totals - mean) @ (vectors[:, kept] / np.sqrt(values[kept]))
    statistics: Floats = (whitened**2).sum(axis=1)
    return statistics


def permutation_test(found: Design, table: Null) -> PermutationTest | Refusal:
    """Whether the sides differ in their answers within strata.

    Args:
        found: strata with both sides.
        table: their permutation distribution.

    Returns:
        The test; or the refusal ``too_few_articles`` (a side below the floor, a bundle counting once) or
        ``unattainable_p`` (no table of these articles would reach .05).

    Source:
        Landis, Heyman and Koch (1978); Agresti (1992), Statistical Science 7(1):131, for exact conditional tests.

    >>> five = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[5, 0]]), np.array([[0, 5]]))
    >>> test = permutation_test(five, null(five))
    >>> round(test.p, 3), round(test.smallest_p, 3), test.exact
    (0.008, 0.008, True)
    """
    refusal = below_floor(found)
    if refusal:
        return refusal
    statistics = association(found, table.sums)
    observed = float(association(found, table.observed[None, : found.kinds.shape[1]])[0])
    most = float(statistics.max(initial=0.0))
    smallest = table.tail(statistics, most) if table.exact else 1 / (len(statistics) + 1)
    if not significant(smallest):
        return Refusal(
            "unattainable_p",
            f"The smallest p that these {found.n_a.sum()} and {found.n_b.sum()} articles could give is {smallest:.2g}, above {LEVEL}.",
            "More articles, or articles whose answers vary more, on an event that both sides cover.",
            {"kind": "articles", "a": int(found.n_a.sum()), "b": int(found.n_b.sum()), "p": f"{smallest:.2g}"},
        )
    p = table.tail(statistics, observed)
    n_a, n_b = int(found.n_a.sum()), int(found.n_b.sum())
    return PermutationTest(observed, p, smallest, table.exact, len(statistics), n_a, n_b, len(found.strata))


def below_floor(found: Design) -> Refusal | None:
    """Why nothing is tested, or None where both sides have enough articles on events of both.

    Args:
        found: strata with both sides.

    Returns:
        The refusal ``too_few_articles``, or None.

    Source:
        The floors of this toolkit (``framing.analysis.floors.SIDE``).

    >>> below_floor(Design(("war",), ("visit",), np.ones((1, 1)), np.array([[3]]), np.array([[9]]))).code
    'too_few_articles'
    """
    n_a, n_b = int(found.n_a.sum()), int(found.n_b.sum())
    if min(n_a, n_b) >= SIDE:
        return None
    told, need = {"a": n_a, "b": n_b, "least": SIDE}, f"At least {SIDE} articles of each side on the same event."
    floor = f"nothing is tested below {SIDE} on each side."
    if not n_a + n_b:
        reason = f"No event has articles of both sides that can be counted here; {floor}"
        return Refusal("too_few_articles", reason, need, {"kind": "apart", **told})
    reason = f"On events that both sides cover there are {n_a} and {n_b} articles (a shared description counts once); {floor}"
    return Refusal("too_few_articles", reason, need, {"kind": "sides", **told})


def two_sided(table: Null, centre: Floats) -> Floats:
    """Two-sided p of each sum by itself: shufflings that move it at least as far from its expected value, either way.

    Args:
        table: the permutation distribution.
        centre: (columns) expected sums.

    Returns:
        (columns) p values.

    Source:
        Good (2005), section 3.2; exact where the distribution is.

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> two_sided(null(four), expected(four)[0]).round(3).tolist()
    [0.029, 0.029]
    """
    moved, away = np.abs(table.sums - centre), np.abs(table.observed - centre)
    return np.array([table.tail(moved[:, column], float(away[column])) for column in range(len(centre))])
