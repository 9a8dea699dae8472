"""Intervals of reliability coefficients, and those that follow from a standard error."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal, TypeAlias, get_args

from framing.agreement.estimate import Estimate
from framing.refusal import Refusal

Resampling: TypeAlias = Literal["percentile", "bca", "jackknife"]
Method: TypeAlias = Resampling | Literal["no disagreement", "student t", "normal"]

METHODS: tuple[Resampling, ...] = get_args(Resampling)
"""The methods that one can ask for."""
NO_DISAGREEMENT: Final = "no disagreement"
"""The method of an interval where the coders never disagreed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a coefficient may lie.

    Attributes:
        low: lower bound.
        high: upper bound, at most 1.
        level: confidence level.
        method: how it was made.
        draws: resamples, units left out in turn, or units without disagreement; 0 for a standard error.
        undefined_share: share of the draws in which the coefficient was undefined; they are left out.

    >>> Interval(0.6, 0.9, 0.95, "percentile", 2000, 0.0).low
    0.6
    """

    low: float
    high: float
    level: float
    method: Method
    draws: int
    undefined_share: float


def analytic_interval(estimate: Estimate, level: float = 0.95) -> Interval | Refusal:
    """Interval from an estimate's own standard error.

    Args:
        estimate: with a standard error.
        level: confidence level.

    Returns:
        Estimate plus and minus the quantile times the standard error, cut at 1; or a refusal.

    Source:
        Fleiss, Cohen & Everitt (1969) for kappa (normal); Gwet (2014), ch. 5, for the others (Student's t).

    >>> interval = analytic_interval(Estimate(0.4842, 19, 2, 38, 0.1380))
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.2137, 0.7547)
    """
    if not estimate.standard_error:
        return Refusal(
            "no_standard_error",
            "The coefficient has no standard error here: none is known, or the units do not differ.",
            "An interval by bootstrap or jackknife, or more units.",
        )
    upper = (1.0 + level) / 2.0
    degrees = estimate.degrees_of_freedom
    quantile = NormalDist().inv_cdf(upper) if degrees is None else student_t_quantile(upper, degrees)
    reach = quantile * estimate.standard_error
    method: Method = "normal" if degrees is None else "student t"
    return Interval(estimate.value - reach, min(estimate.value + reach, 1.0), level, method, 0, 0.0)


def student_t_quantile(probability: float, degrees: int) -> float:
    """Quantile of Student's t distribution with whole degrees of freedom.

    Args:
        probability: 0.5 to 1, both excluded.
        degrees: degrees of freedom, from 1.

    Returns:
        The value that t exceeds with the remaining probability.

    Source:
        Abramowitz & Stegun (1972), Handbook of Mathematical Functions, 26.7.3 and 26.7.4, solved by bisection.

    >>> round(student_t_quantile(0.975, 11), 4)
    2.201
    """
    low, high = 0.0, math.pi / 2
    for _ in range(80):
        angle = (low + high) / 2
        low, high = (angle, high) if _central_t_share(angle, degrees) < 2 * probability - 1 else (low, angle)
    return math.sqrt(degrees) * math.tan(low)


def _central_t_share(angle: float, degrees: int) -> float:
    odd = degrees % 2
    term = math.cos(angle) if odd else 1.0
    total = 0.0 if degrees == 1 else term
    for step in range(2 + odd, degrees - 1, 2):
        term *= math.cos(angle) ** 2 * (step - 1) / step
        total += term
    return 2 / math.pi * (angle + math.sin(angle) * total) if odd else math.sin(angle) * total
