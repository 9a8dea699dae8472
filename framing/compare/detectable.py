"""The difference that a comparison could have found: what "no difference found" leaves open."""

from collections.abc import Callable
from math import sqrt
from statistics import NormalDist
from typing import TypeAlias

import numpy as np

from framing.analysis.floors import Z
from framing.analysis.significance import LEVEL, ROUNDING
from framing.compare.chance.design import Design, Floats
from framing.compare.shares import even_shares, uncertainty

POWER = 0.8
"""How often a difference of this size would be found; Cohen (1988), Statistical Power Analysis, section 2.4, for the convention."""
Sizes: TypeAlias = tuple[float, float]
_STEPS = 50


def levels(p: Floats) -> Floats:
    """The level that each test of a family has to pass to be a discovery of Benjamini and Hochberg's, all others as they are.

    Args:
        p: p values of the whole family.

    Returns:
        One level per test, from .05 / m to .05: .05 r / m, where r is the number of discoveries if this p were 0.

    Source:
        Benjamini and Yekutieli (2001), Annals of Statistics 29:1165, proof of theorem 1.3.

    >>> levels(np.array([0.001, 0.6, 0.9])).round(4).tolist()
    [0.0167, 0.0333, 0.0333]
    """
    m = len(p)
    steps = LEVEL * np.arange(1, m + 1) / max(m, 1)
    found = []
    for place in range(m):
        ordered = np.sort(np.append(np.delete(p, place), 0.0))
        found.append(steps[np.flatnonzero(ordered <= steps * (1 + ROUNDING))[-1]])
    return np.array(found)


def detectable_difference(
    base: float, sizes: Sizes, level: float = LEVEL, power: float = POWER, continuity: float | None = None
) -> float | None:
    """The smallest difference of two independent shares that a two-sided test finds with some power.

    Args:
        base: the share on one side, 0 to 1; the other side's lies further from the nearer end.
        sizes: articles of the first and of the second side.
        level: of the test.
        power: how often it is to find the difference.
        continuity: what the observed difference is diminished by; by default half of 1 / n_a + 1 / n_b, which makes
            the test that of Fisher, as near as a normal distribution comes to it.

    Returns:
        The difference, above 0 and at most 1, whichever side has more; None where not even the largest would be found.

    Source:
        Fleiss, Tytun and Ury (1980), Biometrics 36:343, eq. 2 and 4, solved for the difference; without continuity it is
        ``power.prop.test`` of R, whose example this is.

    >>> found = detectable_difference(0.5, (50, 50), power=0.9, continuity=0)
    >>> round(0.5 + found, 4)
    0.8026
    """
    n_a, n_b = sizes
    corrected = (1 / n_a + 1 / n_b) / 2 if continuity is None else continuity
    critical, reached = _quantile(1 - level / 2), _quantile(power)

    def found(p_a: float, p_b: float) -> bool:
        mean = (n_a * p_a + n_b * p_b) / (n_a + n_b)
        by_chance = sqrt(mean * (1 - mean) * (1 / n_a + 1 / n_b))
        return abs(p_a - p_b) - corrected >= critical * by_chance + reached * _spread(p_a, p_b, sizes)

    return _smallest(min(base, 1 - base), found)


def excluding_difference(base: float, sizes: Sizes, quantile: float = Z, power: float = POWER) -> float | None:
    """The smallest difference of two independent shares whose interval leaves out 0 with some power.

    Args:
        base: as in ``detectable_difference``.
        sizes: articles of the first and of the second side, as many independent ones as are as certain.
        quantile: how many standard errors away the ends of the interval lie.
        power: how often it is to leave out 0.

    Returns:
        The difference, as in ``detectable_difference``.

    Source:
        Bloom (1995), Evaluation Review 19:547: a multiple of the standard error of the difference, here with the
        variances of both shares.

    >>> round(excluding_difference(0.5, (50, 50)), 3)
    0.26
    """
    reached = quantile + _quantile(power)

    def found(p_a: float, p_b: float) -> bool:
        return abs(p_a - p_b) >= reached * _spread(p_a, p_b, sizes)

    return _smallest(min(base, 1 - base), found)


def detectable_differences(found: Design, level: Floats) -> list[float | None]:
    """The difference of each answer that would have been found, four times in five: by the test and by the interval.

    Both are asked for, as in ``framing.compare.verdicts``: the test of articles has to pass its level, and the interval,
    which takes events for independent where it can, has to leave out 0.

    Args:
        found: strata with both sides.
        level: of the test of each answer, nan where it has none.

    Returns:
        One difference of shares within events per answer, the larger of the two; None where there is no test, where the
        answer does not occur, and where no difference would be found.

    Source:
        ``detectable_difference`` and ``excluding_difference`` of the effective numbers of articles (see ``even_shares``);
        the continuity correction over events is that of Mantel and Haenszel (1959), Journal of the National Cancer
        Institute 22:719. In the interval an article counts for less by the design effect of its answer. That four in five
        are found is shown by simulation (``tests/compare/test_detectable.py``).

    >>> one = Design(("war", "trade"), ("x",), np.eye(2), np.array([[15, 5]]), np.array([[5, 15]]))
    >>> [round(value, 2) for value in detectable_differences(one, np.array([0.05, 0.05]))]
    [0.43, 0.43]
    """
    (share_a, n_a), (share_b, n_b) = even_shares(found)
    effects, quantile = uncertainty(found)
    continuity = float(0.5 / (found.n_a * found.n_b / (found.n_a + found.n_b)).sum())
    base = (n_a * share_a + n_b * share_b) / (n_a + n_b)

    def both(share: float, level: float, effect: float) -> float | None:
        if np.isnan(level) or not 0 < share < 1:
            return None
        tested = detectable_difference(share, (n_a, n_b), level, continuity=continuity)
        if np.isnan(quantile) or tested is None:
            return tested
        outside = excluding_difference(share, (n_a / effect, n_b / effect), quantile)
        return None if outside is None else max(tested, outside)

    return [both(*row) for row in zip(base.tolist(), level.tolist(), effects.tolist(), strict=True)]


def _quantile(probability: float) -> float:
    return NormalDist().inv_cdf(probability)


def _spread(p_a: float, p_b: float, sizes: Sizes) -> float:
    return sqrt(p_a * (1 - p_a) / sizes[0] + p_b * (1 - p_b) / sizes[1])


def _smallest(base: float, found: Callable[[float, float], bool]) -> float | None:
    """The smallest difference that is found whichever side has it, by halving."""
    low, high = 0.0, 1 - base

    def either(apart: float) -> bool:
        return found(base, base + apart) and found(base + apart, base)

    if not either(high):
        return None
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if either(middle) else (middle, high)
    return high
