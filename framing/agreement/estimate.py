"""What a reliability coefficient is: a function of unit weights, an estimate with its counts, or a refusal.

With every weight 1 the function gives the coefficient itself, with the counts of a resample its bootstrap draw, with
one weight 0 a jackknife value, with 0 and 1 the value for a group of units. So each formula is written once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from framing.agreement.distances import Floats
from framing.agreement.ratings import SET_LEVELS, Ratings
from framing.refusal import Refusal

Codes: TypeAlias = NDArray[np.intp]

LARGEST_TABLE = 20_000_000  # cells of one array of floats: 160 MB


@dataclass(frozen=True, slots=True)
class Estimate:
    """One reliability figure and what it rests on.

    Attributes:
        value: the coefficient, at most 1; 0 is the agreement of chance.
        units: units that enter the coefficient.
        coders: coders who coded at least one unit.
        pairable: codings of units coded at least twice, Krippendorff's n..
        standard_error: large-sample standard error, where the literature gives one.
        degrees_of_freedom: of Student's t for an interval; None for the normal distribution.

    >>> Estimate(0.8, units=10, coders=2, pairable=20, standard_error=None).value
    0.8
    """

    value: float
    units: int
    coders: int
    pairable: int
    standard_error: float | None
    degrees_of_freedom: int | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """One coefficient of one table, ready to be evaluated under any weights of its units.

    Attributes:
        rows: positions of the units that enter the coefficient.
        values: weights (draws x rows) -> one value per draw, NaN where the draw leaves it undefined.
        standard_error: gives the large-sample standard error, where the literature has one.
        degrees_of_freedom: of Student's t for an interval; None for the normal distribution.
        chance_disagreement: what observed disagreement is set against, every unit with weight 1; None where it is not a single figure.

    >>> Statistic(np.arange(2), lambda weights: weights.mean(axis=1)).values(np.ones((1, 2)))
    array([1.])
    """

    rows: Codes
    values: Callable[[Floats], Floats]
    standard_error: Callable[[], float] | None = None
    degrees_of_freedom: int | None = None
    chance_disagreement: float | None = None

    @property
    def value(self) -> float:
        """The coefficient itself, every unit with weight 1; NaN where undefined."""
        return float(self.values(np.ones((1, len(self.rows))))[0])


class Coefficient:
    """A named reliability coefficient: called with ratings, it gives an estimate or says why there is none.

    Used as a decorator of the function that builds the statistic.

    >>> @Coefficient
    ... def always_one(ratings: Ratings) -> Statistic:
    ...     return Statistic(coded_rows(ratings, 2), lambda weights: np.ones(len(weights)))
    >>> always_one.name, always_one(Ratings.from_lists([[1, 2], [1, None]], "nominal"))
    ('always_one', Estimate(value=1.0, units=1, coders=2, pairable=2, standard_error=None, degrees_of_freedom=None))
    """

    def __init__(self, build: Callable[[Ratings], Statistic | Refusal]) -> None:
        self.name = build.__name__
        self._build = build
        update_wrapper(self, build)

    def statistic(self, ratings: Ratings) -> Statistic | Refusal:
        """The coefficient as a function of unit weights, for resampling; or a refusal when no weights could give a value.

        Source:
            Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 10.4: the resampling vector.

        >>> Coefficient(lambda ratings: NO_VARIATION).statistic(Ratings.from_lists([[1, 2]], "nominal")).code
        'fewer_than_two_coders'
        """
        return _unusable(ratings) or self._build(ratings)

    def __call__(self, ratings: Ratings) -> Estimate | Refusal:
        """The coefficient of one table of ratings, or why it cannot be given."""
        statistic = self.statistic(ratings)
        if isinstance(statistic, Refusal):
            return statistic
        if np.isnan(statistic.value):
            return NO_VARIATION
        times = times_coded(ratings)
        return Estimate(
            statistic.value,
            len(statistic.rows),
            len(active_coders(ratings)),
            int(times[times > 1].sum()),
            statistic.standard_error() if statistic.standard_error and len(statistic.rows) > 1 else None,
            statistic.degrees_of_freedom,
        )


NO_VARIATION = Refusal(
    "no_variation",
    "All codings that can be compared fall into one category, so agreement cannot be told from chance.",
    "Units between which the category differs.",
)


def _unusable(ratings: Ratings) -> Refusal | None:
    coders = len(active_coders(ratings))
    units, categories = len(ratings.units), len(ratings.categories)
    if coders < 2:
        reason = "Only one coder gave a value." if coders else "No coder gave a value."
        return Refusal("fewer_than_two_coders", reason, "Codings of the same units by at least two coders.")
    if not len(coded_rows(ratings, 2)):
        return Refusal(
            "no_pairable_units", "No unit has been coded by two coders.", "Units coded by at least two coders."
        )
    if max(units, categories) * categories > LARGEST_TABLE:
        return Refusal(
            "too_many_categories",
            f"The table has {units} units and {categories} different values, too many to compare each with each.",
            "Fewer values, for example numbers rounded to the precision of the coding.",
        )
    return None


def active_coders(ratings: Ratings) -> list[int]:
    """Columns of the coders who coded at least one unit; a coder who coded nothing must change no figure.

    >>> active_coders(Ratings.from_lists([[1, 2], [None, None], [1, 1]], "nominal"))
    [0, 2]
    """
    return [int(coder) for coder in np.flatnonzero((ratings.codes >= 0).any(axis=0))]


def unless_two_coders(ratings: Ratings) -> Refusal | None:
    """A refusal of coefficients for two coders, unless exactly two have coded.

    Source:
        Cohen (1960) and Scott (1955) define their coefficients for two coders.

    >>> unless_two_coders(Ratings.from_lists([[1], [1], [2]], "nominal")).code
    'not_two_coders'
    """
    coders = len(active_coders(ratings))
    if coders == 2:
        return None
    return Refusal(
        "not_two_coders",
        f"The coefficient is defined for two coders, and {coders} have coded.",
        "One pair of coders, or a coefficient for several: Fleiss, Conger, Light, alpha, AC1.",
    )


def unless_ordered(ratings: Ratings) -> Refusal | None:
    """A refusal of weighted coefficients, unless the categories have an order.

    Source:
        Cicchetti & Allison (1971) and Fleiss & Cohen (1973): weights by place on a scale.

    >>> unless_ordered(Ratings.from_lists([["a"], ["b"]], "nominal")).code
    'no_order'
    """
    if ratings.level != "nominal" and ratings.level not in SET_LEVELS:
        return None
    return Refusal(
        "no_order",
        f"The weights need an order of the categories, and the {ratings.level} level has none.",
        "The ordinal, interval or ratio level, if the categories are steps of a scale.",
    )


def coded_rows(ratings: Ratings, times: int) -> Codes:
    """Positions of the units that were coded at least so many times, in order.

    Source:
        Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": units with two codings are pairable.

    >>> coded_rows(Ratings.from_lists([[1, 2], [1, None]], "ordinal"), 2).tolist()
    [0]
    """
    return np.flatnonzero(times_coded(ratings) >= times)


def times_coded(ratings: Ratings) -> Codes:
    """How many coders coded each unit.

    >>> times_coded(Ratings.from_lists([[1, 2], [1, None]], "ordinal")).tolist()
    [2, 1]
    """
    times = np.zeros(len(ratings.units), dtype=np.intp)
    for given in (ratings.codes >= 0).T:  # coders are few: one sum for each of them, not one for each unit
        times += given
    return times


def category_counts(ratings: Ratings, rows: Codes) -> Floats:
    """How many coders put each unit into each category: a row per unit that is asked for, a column per category.

    Source:
        Fleiss (1971), "Measuring nominal scale agreement among many raters", p. 379.

    >>> category_counts(Ratings.from_lists([[1, 2], [1, None]], "ordinal"), np.array([0, 1])).tolist()
    [[2.0, 0.0], [0.0, 1.0]]
    """
    size = len(ratings.categories)
    counts, units = np.zeros((len(rows), size + 1)), np.arange(len(rows))
    for codes in ratings.codes[rows].T:
        counts[units, codes] += 1.0  # the last column takes what is missing, -1
    return counts[:, :size]


def pair_agreement(counts: Floats, earned: Floats) -> Floats:
    """Share of the pairs of codings of each unit that agree, 0 where there is no pair.

    Args:
        counts: units x categories.
        earned: agreement that two categories earn, categories x categories.

    Source:
        Fleiss (1971), "Measuring nominal scale agreement among many raters", P_i; Gwet (2014), ch. 5, with weights.

    >>> pair_agreement(np.array([[2.0, 1.0], [1.0, 0.0]]), np.eye(2)).round(3)
    array([0.333, 0.   ])
    """
    times = counts.sum(axis=1)
    agreeing = (counts * (counts @ earned - 1.0)).sum(axis=1)
    shares: Floats = np.where(times > 1, agreeing, 0.0) / np.maximum(times * (times - 1.0), 1.0)
    return shares


def ratio(above: Floats, below: Floats) -> Floats:
    """Quotients of figures by others of the same shape that are not negative; NaN where the denominator is zero.

    >>> ratio(np.array([1.0, 1.0]), np.array([4.0, 0.0]))
    array([0.25,  nan])
    """
    quotients: Floats = np.divide(above, below, out=np.full(np.shape(below), np.nan), where=below > 0)
    return quotients
