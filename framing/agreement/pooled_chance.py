"""Percent agreement and the coefficients whose chance agreement comes from all coders together: pi, Fleiss, S, AC.

Unless it is a percentage, a coefficient is at most 1, and 0 for chance; its standard error is Gwet's linearised one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from framing.agreement.distances import Floats, Weighting, agreement_weights
from framing.agreement.estimate import (
    NO_VARIATION,
    Codes,
    Coefficient,
    Statistic,
    category_counts,
    coded_rows,
    pair_agreement,
    ratio,
    unless_ordered,
    unless_two_coders,
)
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal

_Chance: TypeAlias = Callable[[Floats], Floats]  # category shares (draws x categories) -> expected agreement


@Coefficient
def percent_agreement(ratings: Ratings) -> Statistic:
    """Mean over units of the share of pairs of codings that agree, also known as Holsti's coefficient.

    Args:
        ratings: any level; categories agree or not; units coded once do not enter.

    Returns:
        0 to 1, with the standard error of a mean over units.

    Source:
        Holsti (1969), Content Analysis for the Social Sciences and Humanities, p. 140; pairs as in Fleiss (1971).

    >>> percent_agreement(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value
    0.75
    """
    return _over_chance(ratings, coded_rows(ratings, 2), "identity", _no_chance)


@Coefficient
def unanimous_agreement(ratings: Ratings) -> Statistic:
    """Share of the units on which all codings, at least two, are the same.

    Args:
        ratings: any level; categories agree or not.

    Returns:
        0 to 1, with the standard error of a mean over units.

    Source:
        von Eye & Mun (2005), Analyzing Rater Agreement, ch. 1: raw agreement of all raters.

    >>> unanimous_agreement(Ratings.from_lists([[1, 2], [1, 2], [1, 1]], "nominal")).value
    0.5
    """
    rows = coded_rows(ratings, 2)
    counts = category_counts(ratings, rows)
    alike = (np.count_nonzero(counts, axis=1) == 1).astype(float)
    return _statistic(rows, _OverChance(counts, alike, np.ones(len(rows)), _no_chance))


@Coefficient
def fleiss_kappa(ratings: Ratings) -> Statistic:
    """Fleiss' kappa: chance agreement comes from the category shares of all coders together.

    Args:
        ratings: any level, number of coders and missing codings; units coded once count in the shares.

    Source:
        Fleiss (1971), "Measuring nominal scale agreement among many raters"; Gwet (2014), Handbook of
        Inter-Rater Reliability, 4th ed., ch. 5, for missing codings and the variance.

    >>> round(fleiss_kappa(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value, 4)
    0.4667
    """
    return _over_chance(ratings, coded_rows(ratings, 1), "identity", _pooled_shares)


@Coefficient
def scott_pi(ratings: Ratings) -> Statistic | Refusal:
    """Scott's pi of two coders: chance agreement comes from their pooled category shares.

    Args:
        ratings: exactly two coders; only units that both coded enter.

    Source:
        Scott (1955), "Reliability of content analysis", Public Opinion Quarterly 19.

    >>> round(scott_pi(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value, 4)
    0.4667
    """
    return unless_two_coders(ratings) or _over_chance(ratings, coded_rows(ratings, 2), "identity", _pooled_shares)


@Coefficient
def brennan_prediger(ratings: Ratings) -> Statistic:
    """Brennan and Prediger's kappa (Bennett's S): every category that occurs is equally likely by chance.

    Args:
        ratings: any level, number of coders and missing codings; agreement is taken over pairs of coders.

    Source:
        Brennan & Prediger (1981), "Coefficient kappa: some uses, misuses, and alternatives"; Gwet (2014),
        ch. 5, for more than two coders.

    >>> brennan_prediger(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value
    0.5
    """
    share = 1.0 / len(ratings.categories)
    return _over_chance(ratings, coded_rows(ratings, 1), "identity", lambda shares: np.full(len(shares), share))


@Coefficient
def gwet_ac1(ratings: Ratings) -> Statistic | Refusal:
    """Gwet's AC1: chance agreement is high where the shares leave doubt and low where one category prevails.

    Args:
        ratings: any level, number of coders and missing codings; units coded once count in the shares.

    Returns:
        One single category is refused: the formula then divides by zero.

    Source:
        Gwet (2008), "Computing inter-rater reliability and its variance in the presence of high agreement";
        Gwet (2014), ch. 5, for missing codings.

    >>> round(gwet_ac1(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value, 4)
    0.5294
    """
    return _gwet(ratings, "identity")


@Coefficient
def gwet_ac2_linear(ratings: Ratings) -> Statistic | Refusal:
    """Gwet's AC2 with linear weights: neighbouring categories agree in part.

    Args:
        ratings: ordinal, interval or ratio level.

    Source:
        Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3 and 5; weights of Cicchetti & Allison (1971).

    >>> round(gwet_ac2_linear(Ratings.from_lists([[1, 2, 3, 2], [1, 2, 2, 2]], "ordinal")).value, 4)
    0.7757
    """
    return unless_ordered(ratings) or _gwet(ratings, "linear")


@Coefficient
def gwet_ac2_quadratic(ratings: Ratings) -> Statistic | Refusal:
    """Gwet's AC2 with quadratic weights: neighbouring categories agree nearly.

    Args:
        ratings: ordinal, interval or ratio level.

    Source:
        Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3 and 5; weights of Fleiss & Cohen (1973).

    >>> round(gwet_ac2_quadratic(Ratings.from_lists([[1, 2, 3, 2], [1, 2, 2, 2]], "ordinal")).value, 4)
    0.8667
    """
    return unless_ordered(ratings) or _gwet(ratings, "quadratic")


def _no_chance(shares: Floats) -> Floats:
    return np.zeros(len(shares))


def _pooled_shares(shares: Floats) -> Floats:
    expected: Floats = (shares**2).sum(axis=1)
    return expected


def _gwet(ratings: Ratings, weighting: Weighting) -> Statistic | Refusal:
    size = len(ratings.categories)
    if size < 2:
        return NO_VARIATION
    scale = agreement_weights(size, weighting).sum() / (size * (size - 1))
    return _over_chance(
        ratings, coded_rows(ratings, 1), weighting, lambda shares: scale * (shares * (1.0 - shares)).sum(axis=1)
    )


@dataclass(frozen=True, slots=True)
class _OverChance:
    """(Observed - expected) / (1 - expected) agreement, with Gwet's linearised standard error."""

    shares: Floats  # units x categories: share of the unit's codings
    agreement: Floats  # per unit: share of agreeing pairs, 0 where coded once
    paired: Floats  # per unit: 1 where coded at least twice
    chance: _Chance

    def values(self, weights: Floats) -> Floats:
        observed = ratio(weights @ self.agreement, weights @ self.paired)
        expected = self.chance(weights @ self.shares / weights.sum(axis=1, keepdims=True))
        return ratio(observed - expected, 1.0 - expected)

    def chance_disagreement(self) -> float:
        return 1.0 - float(self.chance(self.shares.mean(axis=0)[None, :])[0])

    def standard_error(self) -> float:
        units = len(self.shares)
        overall = self.shares.mean(axis=0)
        expected = self.chance(overall[None, :])
        unit_values = units / self.paired.sum() * self.paired * (self.agreement - expected) / (1.0 - expected)
        value = unit_values.mean()
        # Chance agreement is quadratic in the shares, so this central difference is its exact derivative.
        slope = (self.chance(self.shares) - self.chance(2.0 * overall - self.shares)) / 2.0
        linearised = unit_values - (1.0 - value) * slope / (1.0 - expected)
        return float(np.sqrt(((linearised - value) ** 2).sum() / (units * (units - 1))))


def _over_chance(ratings: Ratings, rows: Codes, weighting: Weighting, chance: _Chance) -> Statistic:
    counts = category_counts(ratings, rows)
    times = counts.sum(axis=1)
    agreement = pair_agreement(counts, agreement_weights(counts.shape[1], weighting))
    return _statistic(rows, _OverChance(counts / times[:, None], agreement, (times > 1).astype(float), chance))


def _statistic(rows: Codes, formula: _OverChance) -> Statistic:
    return Statistic(rows, formula.values, formula.standard_error, len(rows) - 1, formula.chance_disagreement())
