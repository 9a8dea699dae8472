"""Uncertainty of reliability coefficients: units, or bundles of units, are drawn again, left out or relabelled."""

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.distances import Floats
from framing.agreement.estimate import NO_VARIATION, Codes, Coefficient, Statistic
from framing.agreement.intervals import Interval, student_t_quantile
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal

_BATCH_CELLS = 2_000_000  # floats of one array of weights: 16 MB
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How to draw: number of draws, seed, level of the interval and its kind.

    >>> Bootstrap(seed=7).draws
    2000
    """

    draws: int = 2000
    seed: int = 0
    level: float = 0.95
    method: Literal["percentile", "bca"] = "percentile"


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
        bootstrap: draws, seed, level and kind.
        clusters: one label per unit; units with the same label are drawn together.

    Returns:
        An interval, or a refusal where the coefficient is undefined, too few units are there to draw from, half of
        the draws are undefined, or all draws are the same.

    Source:
        Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile) and 14 (BCa); units instead
        of Krippendorff's own algorithm as advised by Zapf et al. (2016), BMC Medical Research Methodology 16.

    >>> table = Ratings.from_lists([[1, 2, 1, 2, 1, 2, 3, 3], [1, 2, 2, 2, 1, 2, 3, 1]], "nominal")
    >>> interval = bootstrap_interval(table, bootstrap=Bootstrap(draws=500, seed=1))
    >>> round(interval.low, 2), interval.high, interval.draws
    (0.05, 1.0, 500)
    """
    plan = resampling_plan(ratings, coefficient, clusters)
    if isinstance(plan, Refusal):
        return plan
    if bootstrap.draws < 1:
        return Refusal("no_draws", "No resample was asked for.", "A number of draws, for example 2000.")
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
    left_out = _left_out(plan)
    if isinstance(left_out, Refusal):
        return left_out
    groups = len(left_out)
    error = math.sqrt((groups - 1) / groups * ((left_out - left_out.mean()) ** 2).sum())
    if error < ROUNDING:
        return _NO_SPREAD
    reach = student_t_quantile((1.0 + level) / 2.0, groups - 1) * error
    return Interval(plan.value - reach, min(plan.value + reach, 1.0), level, "jackknife", groups, 0.0)


_MOSTLY_UNDEFINED = Refusal(
    "undefined_draws",
    "In half of the resamples or more the coefficient is undefined.",
    "More units, or units between which the category varies more.",
)
_NO_SPREAD = Refusal(
    "no_spread",
    "Every resample gives the same value, so that resampling cannot show how uncertain it is.",
    "More units: full agreement on few of them does not exclude disagreement on others.",
)


@dataclass(frozen=True, slots=True)
class ResamplingPlan:
    """What resampling needs: a statistic that is defined, and which of its units belong together.

    Attributes:
        statistic: the coefficient as a function of unit weights.
        value: the coefficient itself.
        cluster: number of the cluster of each unit of the statistic.
        clusters: how many clusters there are.
        batch: how many draws fit into memory at once.

    >>> table = Ratings.from_lists([[1, 2, 1], [1, 2, 2]], "nominal")
    >>> resampling_plan(table, krippendorff_alpha, ["note 1", "note 22", "note 22"]).cluster.tolist()
    [0, 1, 1]
    """

    statistic: Statistic
    value: float
    cluster: Codes
    clusters: int
    batch: int

    def batches(self, draws: int) -> Iterator[range]:
        """The numbers of the draws, in parts that fit into memory.

        Args:
            draws: how many in all.

        Returns:
            Consecutive ranges.

        Source:
            None: bookkeeping.

        >>> table = Ratings.from_lists([[1, 2], [1, 2]], "nominal")
        >>> list(resampling_plan(table, krippendorff_alpha, None).batches(5))
        [range(0, 5)]
        """
        return (range(start, min(start + self.batch, draws)) for start in range(0, draws, self.batch))


def resampling_plan(
    ratings: Ratings, coefficient: Coefficient, clusters: Sequence[Hashable] | None
) -> ResamplingPlan | Refusal:
    """The plan for one coefficient of one table.

    Args:
        ratings: the table.
        coefficient: which coefficient.
        clusters: one label per unit of the table, or None when each unit stands for itself.

    Returns:
        The plan, or a refusal where the coefficient is undefined or nothing can be drawn.

    Raises:
        ValueError: not one label per unit.

    Source:
        Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8: whole clusters are resampled.

    >>> resampling_plan(Ratings.from_lists([[1, 2], [1, 2]], "nominal"), krippendorff_alpha, ["a", "a"]).code
    'too_few_units'
    """
    if clusters is not None and len(clusters) != len(ratings.units):
        raise ValueError(f"{len(clusters)} cluster labels for {len(ratings.units)} units")
    statistic = coefficient.statistic(ratings)
    if isinstance(statistic, Refusal):
        return statistic
    if np.isnan(statistic.value):
        return NO_VARIATION
    rows = statistic.rows.tolist()
    labels, cluster = numbered(rows if clusters is None else [clusters[row] for row in rows])
    if len(labels) < 2:
        return Refusal("too_few_units", "There is only one unit or cluster to draw from.", "At least two.")
    kinds = min(len(ratings.coders), len(ratings.categories))
    cells = len(rows) * (1 + kinds * (kinds - 1) // 2) + len(ratings.coders) * len(ratings.categories)
    return ResamplingPlan(statistic, statistic.value, cluster, len(labels), max(1, _BATCH_CELLS // cells))


def numbered(labels: Sequence[Hashable]) -> tuple[list[Hashable], Codes]:
    """Labels numbered in the order in which they first occur.

    Args:
        labels: one per unit.

    Returns:
        The different labels, and the number of each unit's label.

    Source:
        None: bookkeeping.

    >>> numbered(["ja", "ru", "ja"])
    (['ja', 'ru'], array([0, 1, 0]))
    """
    number = {label: position for position, label in enumerate(dict.fromkeys(labels))}
    return list(number), np.array([number[label] for label in labels], dtype=np.intp)


def _resampled(plan: ResamplingPlan, bootstrap: Bootstrap) -> Floats:
    rng = np.random.default_rng(bootstrap.seed)
    values = []
    for batch in plan.batches(bootstrap.draws):
        picked = rng.integers(plan.clusters, size=(len(batch), plan.clusters))
        cells = picked + plan.clusters * np.arange(len(batch))[:, None]
        times = np.bincount(cells.ravel(), minlength=cells.size).reshape(cells.shape)
        values.append(plan.statistic.values(times.astype(float)[:, plan.cluster]))
    return np.concatenate(values)


def _left_out(plan: ResamplingPlan) -> Floats | Refusal:
    values = np.concatenate(
        [
            plan.statistic.values((plan.cluster != np.array(batch)[:, None]).astype(float))
            for batch in plan.batches(plan.clusters)
        ]
    )
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
