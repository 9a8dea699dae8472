"""Krippendorff's alpha at every level of measurement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from framing.agreement.distances import Floats, distances, midranks
from framing.agreement.estimate import Codes, Coefficient, Statistic, category_counts, coded_rows, ratio
from framing.agreement.ratings import Ratings

# Weights and category frequencies of each draw -> observed and expected sums of distances over ordered pairs.
_Disagreement: TypeAlias = Callable[[Floats, Floats], tuple[Floats, Floats]]


@Coefficient
def krippendorff_alpha(ratings: Ratings) -> Statistic:
    """Krippendorff's alpha: 1 less observed over expected disagreement, by the distance of the table's level.

    Args:
        ratings: any level, number of coders and missing codings; units coded once do not enter.

    Returns:
        1 for perfect agreement, 0 for chance; no standard error, resample instead.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12; his example of 12 units and 4 coders: .743.

    >>> a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    >>> b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, None]
    >>> c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3]
    >>> d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    >>> round(krippendorff_alpha(Ratings.from_lists([a, b, c, d], "nominal")).value, 3)
    0.743
    """
    rows = coded_rows(ratings, 2)
    counts = category_counts(ratings, rows)
    if ratings.level == "ordinal":
        return _alpha(rows, counts, _ordinal_disagreement(counts))
    return _alpha(rows, counts, _fixed_disagreement(counts, distances(ratings.categories, ratings.level)))


def _alpha(rows: Codes, counts: Floats, disagreement: _Disagreement) -> Statistic:
    def values(weights: Floats) -> Floats:
        marginals = weights @ counts
        observed, expected = disagreement(weights, marginals)
        # The factor n.. - 1 is the small-sample correction: expected pairs are drawn without replacement.
        return 1.0 - ratio((marginals.sum(axis=1) - 1.0) * observed, expected)

    return Statistic(rows, values, chance_disagreement=_chance_of_two_differing(counts.sum(axis=0)))


def _chance_of_two_differing(marginals: Floats) -> float:
    """How often two codings drawn without replacement differ: a disagreement counts as the mean one between units does."""
    total = marginals.sum()
    return float((total**2 - (marginals**2).sum()) / (total * (total - 1.0)))


def _fixed_disagreement(counts: Floats, apart: Floats) -> _Disagreement:
    pairs = _disagreeing_pairs(counts)
    within = np.bincount(pairs.unit, pairs.share * apart[pairs.low, pairs.high][pairs.kind], minlength=len(counts))
    return lambda weights, marginals: (weights @ within, ((marginals @ apart) * marginals).sum(axis=1))


def _ordinal_disagreement(counts: Floats) -> _Disagreement:
    pairs = _disagreeing_pairs(counts)

    def disagreement(weights: Floats, marginals: Floats) -> tuple[Floats, Floats]:
        ranks = midranks(marginals)
        apart = (ranks[:, pairs.low] - ranks[:, pairs.high]) ** 2
        coincidences = np.add.reduceat(weights[:, pairs.unit] * pairs.share, pairs.starts, axis=1)
        # Midranks are centred, so squared differences over all pairs sum to twice n times the sum of squares.
        expected = 2.0 * marginals.sum(axis=1) * (marginals * ranks**2).sum(axis=1)
        return (coincidences * apart).sum(axis=1), expected

    return disagreement


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Disagreements by unit and pair of categories, sorted by pair: their shares of the coincidence matrix."""

    unit: Codes
    share: Floats
    kind: Codes  # which pair of categories
    starts: Codes  # where each kind begins
    low: Codes  # per kind, its two categories
    high: Codes


def _disagreeing_pairs(counts: Floats) -> _Pairs:
    units, size = counts.shape
    unit, category = np.nonzero(counts)
    used = np.count_nonzero(counts, axis=1)
    present = np.full((units, int(used.max(initial=0))), -1, dtype=np.intp)
    present[unit, np.arange(len(unit)) - np.repeat(np.cumsum(used) - used, used)] = category
    first, second = np.triu_indices(present.shape[1], 1)
    unit, slot = np.nonzero(present[:, second] >= 0)
    low, high = present[unit, first[slot]], present[unit, second[slot]]
    order = np.argsort(low * size + high, kind="stable")
    unit, low, high = unit[order], low[order], high[order]
    kinds, starts, kind = np.unique(low * size + high, return_index=True, return_inverse=True)
    # Twice, because the coincidence matrix holds each pair in both orders.
    share = 2.0 * counts[unit, low] * counts[unit, high] / (counts.sum(axis=1)[unit] - 1.0)
    return _Pairs(unit, share, kind, starts, kinds // size, kinds % size)
