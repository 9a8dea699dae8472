"""Permutation of whole events between two times: what is tested where a boundary in time parts events and not articles.

Articles on one event are alike, and nearly all of them lie on one side of any day. Exchanging single articles would count
each of them as a piece of evidence of its own and find changes that are only other events. So events are exchanged with all
their articles, in all papers; an event that was written about in both times has a part in each, and those two parts are
exchanged with one another. An article without an event moves with the articles that share its description, or alone; events
that share a description move as one. Papers differ too: every value is taken from the mean of its paper in both times.

The statistic is the difference over its standard error, which is taken anew in every arrangement from how much events differ:
so the test also holds where events of one time are larger, or fewer, than those of the other.
"""

from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.analysis.draws import PERMUTATION
from framing.analysis.significance import LEVEL, significant
from framing.compare.chance.design import Design, Floats
from framing.compare.chance.permutation import ROUNDING, Null, null, smallest_attainable_p
from framing.refusal import Refusal

AFTER, BEFORE = "after", "before"
STEADY = 1e-6
"""Least part of all variation between events that a variance is taken to be: below it, rounding would decide."""
FEW = 20
"""This many more events are always enough: one in one time and 19 in the other already are."""


class EventTest(NamedTuple):
    """Whether anything changed by more than exchanging whole events gives.

    Attributes:
        statistic: the largest difference in standard errors.
        p: share of arrangements in which some difference is at least as large.
        smallest_p: the smallest p that these articles could give; of drawn arrangements, 1 / (draws + 1).
        exact: whether all arrangements were enumerated.
        tables: different arrangements enumerated, or drawn.
        later: events with articles from the day on alone; an article or a description without an event counts as one.
        earlier: events with articles before it alone.
        parted: events with articles in both times.
    """

    statistic: float
    p: float
    smallest_p: float
    exact: bool
    tables: int
    later: int
    earlier: int
    parted: int


class Changes(NamedTuple):
    """How sure the differences between two times are, by column.

    Attributes:
        low: (columns) lower end of the 95 % interval; nan where events do not differ, which shows no uncertainty.
        high: (columns) upper end.
        p: (columns) two-sided p; nan where no arrangement differs.
        test: all columns together.
    """

    low: Floats
    high: Floats
    p: Floats
    test: EventTest


def differences(articles: pl.DataFrame, values: Floats) -> Floats:
    """Differences between two times inside papers, later less earlier.

    Args:
        articles: ``outlet`` (with articles in both times), ``side`` (after or before) and ``weight``.
        values: (articles x columns) what is compared.

    Returns:
        (columns) differences of means; papers weigh n_later n_earlier / (n_later + n_earlier).

    Source:
        Mantel and Haenszel's weights.

    >>> articles = pl.DataFrame({"outlet": ["x", "x", "y", "y"], "side": [AFTER, BEFORE] * 2, "weight": 1.0})
    >>> differences(articles, np.array([[1.0], [0], [1], [1]])).tolist()
    [0.5]
    """
    later = (articles["side"] == AFTER).to_numpy()
    found: Floats = _inside_papers(articles, values)[later].sum(axis=0) / _paper_weight(articles)
    return found


def changes(articles: pl.DataFrame, values: Floats, draws: int = PERMUTATION, seed: int = 0) -> Changes | Refusal:
    """Intervals and tests of ``differences``, by exchanging whole events.

    Args:
        articles: ``outlet`` (in both times), ``side`` (after or before), ``weight``, ``cluster`` (what is exchanged as one).
        values: (articles x columns) what is compared: whether an article has a frame, or where it stands.
        draws: arrangements to draw where there are too many to enumerate.
        seed: of the draws.

    Returns:
        Intervals and p; or the refusal ``too_few_events`` (so many could not reach .05) or ``unattainable_p`` (these could not).

    Source:
        Hayes and Moulton (2017), Cluster Randomised Trials, 2nd ed., ch. 10, for clusters; Janssen (1997), Statistics and
        Probability Letters 36:9, and Chung and Romano (2013), Annals of Statistics 41:484, for studentised permutation and
        its intervals; Westfall and Young (1993) for the largest of several statistics.

    >>> events = [f"e{number}" for number in range(8)]
    >>> articles = pl.DataFrame({"outlet": "x", "side": [AFTER] * 4 + [BEFORE] * 4, "weight": 1.0, "cluster": events})
    >>> found = changes(articles, np.array([[1.0], [1], [1], [0], [0], [0], [0], [1]]))
    >>> found.p.round(2).tolist(), found.test.tables
    ([0.49], 5)
    """
    centred = _inside_papers(articles, values)
    found = _exchanged(articles, centred)
    counts = _counted(found)
    if refusal := too_few_events(*counts):
        return refusal
    table = null(found, draws, seed)
    actual = _standardised(found, table.observed[None])
    sizes, observed = np.abs(_standardised(found, table.sums).statistic), np.abs(actual.statistic[0])
    test = _tested(table, sizes.max(axis=1, initial=0.0), float(observed.max(initial=0.0)), counts)
    if isinstance(test, Refusal):
        return test
    moves = np.abs(centred).max(axis=0) > ROUNDING
    p = [_tail(table, column, size) for column, size in zip(sizes.T, observed.tolist(), strict=True)]
    reach = np.array([_quantile(column, table.chance) for column in sizes.T])
    half = np.where(moves, reach * actual.error[0] / _paper_weight(articles), 0.0)
    low, high = (np.where(half > 0, differences(articles, values) + sign * half, np.nan) for sign in (-1, 1))
    return Changes(low, high, np.where(moves, p, np.nan), test)


def too_few_events(later: int, earlier: int, parted: int) -> Refusal | None:
    """Why exchanging whole events could not reach .05, and how many would be needed; None where it could.

    Args:
        later: events with articles from the day on alone.
        earlier: events with articles before it alone.
        parted: events with articles in both times.

    Returns:
        The refusal ``too_few_events``, or None.

    Source:
        Good (2005), section 3.7, from the number of arrangements.

    >>> print(too_few_events(2, 3, 0).need)
    More events: at least 3 from then on and 4 before.
    >>> too_few_events(4, 4, 0), too_few_events(0, 0, 6)
    (None, None)
    """

    def best(one: int, other: int) -> float:
        return smallest_attainable_p([(one, other), *[(1, 1)] * parted])

    if significant(best(later, earlier)):
        return None
    more = [(later + added, earlier + extra - added) for extra in range(FEW) for added in range(extra + 1)]
    one, other = next(
        pair for pair in sorted(more, key=lambda pair: (sum(pair), abs(pair[0] - pair[1]))) if significant(best(*pair))
    )
    found, beside = (f" and {parted} in both", f", beside the {parted} in both") if parted else ("", "")
    return Refusal(
        "too_few_events",
        f"Whole events are exchanged, and there are {later} from then on, {earlier} before{found} (an article without an event "
        f"counts as one): the smallest p that they could give is {best(later, earlier):.2g}, above {LEVEL}.",
        f"More events: at least {one} from then on and {other} before{beside}.",
        {
            "kind": "times", "later": later, "earlier": earlier, "parted": parted, "p": f"{best(later, earlier):.2g}",
            "more_later": one, "more_earlier": other,
        },
    )  # fmt: skip


class _Standardised(NamedTuple):
    """Sums of the later time less what its papers lead one to expect, their standard errors, and the first by the second."""

    moved: Floats
    error: Floats
    statistic: Floats


def _inside_papers(articles: pl.DataFrame, values: Floats) -> Floats:
    """Values less the mean of their paper in both times, times the weight of the article."""
    paper, weight = _numbered(articles["outlet"]), articles["weight"].to_numpy()[:, None]
    sums, sizes = (_summed(paper, part) for part in (weight * values, weight))
    centred: Floats = weight * (values - (sums / sizes)[paper])
    return centred


def _paper_weight(articles: pl.DataFrame) -> float:
    """The divisor that turns a sum of the later time into a difference: n_later n_earlier / n, over all papers."""
    sides = [pl.col("weight").filter(pl.col("side") == side).sum() for side in (AFTER, BEFORE)]
    each = articles.group_by("outlet").agg(weight=sides[0] * sides[1] / pl.col("weight").sum())
    return float(each["weight"].sum())


def _exchanged(articles: pl.DataFrame, centred: Floats) -> Design:
    """What is exchanged: a stratum of all whole events, and one of each parted event. A kind is what the statistic needs."""
    placed = articles.select(
        "cluster",
        later=pl.col("side") == AFTER,
        stratum=pl.when(pl.col("side").n_unique().over("cluster") > 1).then("cluster").otherwise(pl.lit("")),
    )
    unit = _numbered(placed.select(pl.struct("cluster", "later")).to_series())
    units = placed.with_columns(unit=unit).unique("unit").sort("unit")
    size = _summed(unit, articles["weight"].to_numpy()[:, None])
    sums = _summed(unit, centred)
    profile = np.hstack([size, size**2, sums, sums * size, sums**2])
    kinds, kind = np.unique(profile.round(9), axis=0, return_inverse=True)
    strata = units["stratum"].unique().sort()
    counts = np.zeros((2, len(strata), len(kinds)), dtype=np.int64)
    earlier = (~units["later"]).cast(pl.Int8).to_numpy()
    np.add.at(counts, (earlier, units["stratum"].rank("dense").to_numpy() - 1, kind.ravel()), 1)
    return Design((), tuple(strata), kinds, counts[0], counts[1])


def _counted(found: Design) -> tuple[int, int, int]:
    """Whole events of the later and of the earlier time, and parted ones."""
    whole = np.array([name == "" for name in found.strata])
    return int(found.n_a[whole].sum()), int(found.n_b[whole].sum()), int((~whole).sum())


def _standardised(found: Design, sums: Floats) -> _Standardised:
    """The statistic of arrangements. A variance between events is that of a mean over clusters, on each side about its own."""
    total = found.totals_a + found.totals_b
    width = (len(total) - 2) // 3
    moved = sums[:, 2 : 2 + width]
    size = total[0]
    error2 = np.zeros_like(moved)
    for side, sign in ((sums, 1), (total - sums, -1)):
        mean = sign * moved / side[:, :1]
        products, squares = side[:, 2 + width : 2 + 2 * width], side[:, 2 + 2 * width :]
        error2 += ((size - side[:, :1]) / size) ** 2 * (squares - 2 * mean * products + mean**2 * side[:, 1:2])
    least = STEADY * total[2 + 2 * width :]
    steady = np.sqrt(np.maximum(error2, np.where(least > 0, least, 1.0)))
    return _Standardised(moved, np.where(error2 > least, steady, 0.0), moved / steady)


def _tested(table: Null, largest: Floats, observed: float, counts: tuple[int, int, int]) -> EventTest | Refusal:
    most = float(largest.max(initial=0.0))
    smallest = _tail(table, largest, most) if table.exact else 1 / (len(largest) + 1)
    if not significant(smallest):
        return Refusal(
            "unattainable_p",
            f"The smallest p that these articles could give is {smallest:.2g}, above {LEVEL}: their answers hardly vary.",
            "More events, or articles whose answers vary more.",
            {"kind": "times", "p": f"{smallest:.2g}"},
        )
    return EventTest(observed, _tail(table, largest, observed), smallest, table.exact, len(largest), *counts)


def _tail(table: Null, sizes: Floats, observed: float) -> float:
    """The probability of a statistic at least as large, allowing for rounding."""
    return table.tail(sizes, observed * (1 - STEADY))


def _quantile(sizes: Floats, chance: Floats) -> float:
    """The value that 95 % of arrangements do not exceed."""
    order = np.argsort(sizes)
    reached = int(np.searchsorted(np.cumsum(chance[order]), 1 - LEVEL - STEADY))
    return float(sizes[order][min(reached, len(sizes) - 1)])


def _numbered(names: pl.Series) -> NDArray[np.int64]:
    number: NDArray[np.int64] = names.rank("dense").to_numpy().astype(np.int64) - 1
    return number


def _summed(group: NDArray[np.int64], parts: Floats) -> Floats:
    sums = np.zeros((int(group.max()) + 1, parts.shape[1]))
    np.add.at(sums, group, parts)
    return sums
