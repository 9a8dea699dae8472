"""Uncertainty of reliability coefficients: units, or bundles of units, are drawn again, left out or relabelled."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.distances import Floats
from framing.agreement.estimate import Codes, Coefficient
from framing.agreement.intervals import NO_DISAGREEMENT, Interval, Resampling, student_t_quantile
from framing.agreement.ratings import Ratings
from framing.agreement.resampling_plan import CLUSTERS_PER_KIND, ResamplingPlan, resampling_plan
from framing.analysis.draws import AGREEMENT
from framing.refusal import Refusal

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How to draw: number of draws, seed, level of the interval and its kind.

    >>> Bootstrap(seed=7).draws
    20000
    """

    draws: int = AGREEMENT
    seed: int = 0
    level: float = 0.95
    method: Resampling = "percentile"


DEFAULT_BOOTSTRAP = Bootstrap()


def bootstrap_interval(
    ratings: Ratings,
    coefficient: Coefficient = krippendorff_alpha,
    bootstrap: Bootstrap = DEFAULT_BOOTSTRAP,
    clusters: Sequence[Hashable] | None = None,
) -> Interval | Refusal:
    """Interval from resamples of the units, or of whole clusters of units.

    Args:
        ratings: the table.
        coefficient: which coefficient.
        bootstrap: draws, seed, level and kind; the jackknife draws nothing and leaves each unit out in turn.
        clusters: one label per unit; units with the same label are drawn together.

    Returns:
        An interval; where the coders never disagree the one of `without_disagreement`. Or a refusal where the coefficient is
        undefined, too few units are there to draw from, half of the draws are undefined, or all draws are the same.

    Source:
        Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile); Efron (1987), "Better bootstrap
        confidence intervals", JASA 82:171 (BCa); units instead of Krippendorff's own algorithm as advised by Zapf et al.
        (2016), BMC Medical Research Methodology 16.

    >>> table = Ratings.from_lists([[1, 2, 1, 2, 1, 2, 3, 3], [1, 2, 2, 2, 1, 2, 3, 1]], "nominal")
    >>> interval = bootstrap_interval(table, bootstrap=Bootstrap(seed=1))
    >>> round(interval.low, 1), interval.high, interval.draws
    (0.1, 1.0, 20000)
    """
    if bootstrap.method == "jackknife":
        return jackknife_interval(ratings, coefficient, bootstrap.level, clusters)
    plan = resampling_plan(ratings, coefficient, clusters)
    if isinstance(plan, Refusal):
        return plan
    if plan.value >= 1.0 - ROUNDING:
        return without_disagreement(plan, bootstrap.level)
    return _of_draws(plan, bootstrap)


def _of_draws(plan: ResamplingPlan, bootstrap: Bootstrap) -> Interval | Refusal:
    if bootstrap.draws < 1:
        return Refusal("no_draws", "No resample was asked for.", "A number of draws, for example 20,000.")
    drawn = _resampled(plan, bootstrap)
    defined = drawn[~np.isnan(drawn)]
    if 2 * len(defined) <= bootstrap.draws:
        return _MOSTLY_UNDEFINED
    if np.ptp(defined) < ROUNDING:
        return _NO_SPREAD
    tails = _bca_tails(plan, defined, bootstrap.level) if bootstrap.method == "bca" else _tails(bootstrap.level)
    if isinstance(tails, Refusal):
        return tails
    low, high = np.quantile(defined, tails).tolist()
    undefined = float(np.isnan(drawn).mean())
    return Interval(low, high, bootstrap.level, bootstrap.method, bootstrap.draws, undefined)


def jackknife_interval(
    ratings: Ratings,
    coefficient: Coefficient = krippendorff_alpha,
    level: float = 0.95,
    clusters: Sequence[Hashable] | None = None,
) -> Interval | Refusal:
    """Interval from leaving out each unit, or cluster, in turn; better than the bootstrap where units are few.

    Args:
        ratings: the table.
        coefficient: which coefficient.
        level: confidence level.
        clusters: one label per unit; units with the same label are left out together.

    Returns:
        The coefficient plus and minus Student's t times the jackknife standard error, cut at 1; or a refusal.

    Source:
        Hughes (2022), "Toward improved inference for Krippendorff's Alpha agreement coefficient", arXiv 2210.13265:
        the jackknife variance, here round the customary estimate; Efron & Tibshirani (1993), eq. 11.5.

    >>> table = Ratings.from_lists([[1, 2, 1, 2, 1, 2, 3, 3], [1, 2, 2, 2, 1, 2, 3, 1]], "nominal")
    >>> round(jackknife_interval(table).low, 3)
    0.039
    """
    plan = resampling_plan(ratings, coefficient, clusters)
    if isinstance(plan, Refusal):
        return plan
    if plan.value >= 1.0 - ROUNDING:
        return without_disagreement(plan, level)
    left_out = _left_out(plan)
    if isinstance(left_out, Refusal):
        return left_out
    groups = len(left_out)
    error = math.sqrt((groups - 1) / groups * ((left_out - left_out.mean()) ** 2).sum())
    if error < ROUNDING:
        return _NO_SPREAD
    reach = student_t_quantile((1.0 + level) / 2.0, groups - 1) * error
    return Interval(plan.value - reach, min(plan.value + reach, 1.0), level, "jackknife", groups, 0.0)


def without_disagreement(plan: ResamplingPlan, level: float) -> Interval | Refusal:
    """Interval of a coefficient of 1: resampling cannot show disagreement that did not occur.

    Args:
        plan: of a coefficient whose value is 1.
        level: confidence level.

    Returns:
        Up to 1, from the value that the coefficient would have at the largest share of disagreeing units (or clusters) with
        which n agreeing ones are still compatible: 1 - q / d, where q = 1 - ((1 - level) / 2) ^ (1 / n) and d is the
        disagreement expected by chance. Or a refusal where d is not known.

    Source:
        Clopper & Pearson (1934), Biometrika 26:404, for no event in n trials; Hanley & Lippman-Hand (1983), "If nothing goes
        wrong, is everything all right?", JAMA 249:1743: with one tail of 5 % q is about 3 / n, with two of 2.5 % about 3.7 / n.

    >>> perfect = Ratings.from_lists([[1, 2] * 20, [1, 2] * 20], "nominal")
    >>> interval = bootstrap_interval(perfect)
    >>> round(interval.low, 3), interval.high, interval.method, interval.draws
    (0.826, 1.0, 'no disagreement', 40)
    """
    expected = plan.chance_disagreement
    if not expected:
        return _NO_SPREAD
    clusters = len(plan.kind)
    share = 1.0 - ((1.0 - level) / 2.0) ** (1.0 / clusters)
    return Interval(1.0 - share / expected, 1.0, level, NO_DISAGREEMENT, clusters, 0.0)


_MOSTLY_UNDEFINED = Refusal(
    "undefined_draws",
    "In half of the resamples or more the coefficient is undefined.",
    "More units, or units between which the category varies more.",
)
_NO_SPREAD = Refusal(
    "no_spread",
    "Every resample gives the same value, so resampling cannot show how uncertain it is.",
    "More units, or another coefficient.",
)


def _resampled(plan: ResamplingPlan, bootstrap: Bootstrap) -> Floats:
    rng = np.random.default_rng(bootstrap.seed)
    values = [
        plan.statistic.values(plan.weights(_times_drawn(plan, len(batch), rng)))
        for batch in plan.batches(bootstrap.draws)
    ]
    return np.concatenate(values)


def _times_drawn(plan: ResamplingPlan, draws: int, rng: np.random.Generator) -> Codes:
    """How often each kind of cluster is drawn when as many clusters are drawn as there are (draws x kinds)."""
    clusters, kinds = len(plan.kind), len(plan.sizes)
    if kinds * CLUSTERS_PER_KIND < clusters:
        return rng.multinomial(clusters, plan.sizes / clusters, size=draws)
    picked = plan.kind[rng.integers(clusters, size=(draws, clusters), dtype=np.int32)]
    picked += kinds * np.arange(draws)[:, None]
    return np.bincount(picked.ravel(), minlength=draws * kinds).reshape(draws, kinds)


def _left_out(plan: ResamplingPlan) -> Floats | Refusal:
    """The coefficient without each cluster in turn; clusters of one kind give one value."""
    kinds = len(plan.sizes)
    without = [
        plan.statistic.values(plan.weights(plan.sizes - (np.arange(kinds) == np.array(batch)[:, None])))
        for batch in plan.batches(kinds)
    ]
    values = np.concatenate(without)[plan.kind]
    if not np.isnan(values).any():
        return values
    return Refusal(
        "hangs_on_one_unit",
        "There is a unit or cluster without which the coefficient is undefined.",
        "More units in which the rarer category occurs.",
    )


def _tails(level: float) -> list[float]:
    return [(1.0 - level) / 2.0, (1.0 + level) / 2.0]


def _bca_tails(plan: ResamplingPlan, drawn: Floats, level: float) -> list[float] | Refusal:
    left_out = _left_out(plan)
    if isinstance(left_out, Refusal):
        return left_out
    ties = np.abs(drawn - plan.value) <= ROUNDING
    below = float(((drawn < plan.value) & ~ties).mean() + ties.mean() / 2)
    # Kept off 0 and 1, where the correction would be infinite.
    bias = NormalDist().inv_cdf(min(max(below, 0.5 / len(drawn)), 1.0 - 0.5 / len(drawn)))
    away = left_out.mean() - left_out
    spread = float((away**2).sum()) ** 1.5
    acceleration = float((away**3).sum()) / (6.0 * spread) if spread else 0.0
    shifted = [bias + NormalDist().inv_cdf(tail) for tail in _tails(level)]
    return [NormalDist().cdf(bias + shift / (1.0 - acceleration * shift)) for shift in shifted]
