"""The kappas whose chance agreement comes from each coder's own category shares: Cohen, Light, Conger.

At most 1, and 0 for chance. Cohen's have the standard error of Fleiss, Cohen & Everitt (1969), the others none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from framing.agreement.distances import Floats, Weighting, agreement_weights
from framing.agreement.estimate import (
    Coefficient,
    Statistic,
    active_coders,
    category_counts,
    coded_rows,
    pair_agreement,
    ratio,
    unless_ordered,
    unless_two_coders,
)
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal


@Coefficient
def cohen_kappa(ratings: Ratings) -> Statistic | Refusal:
    """Cohen's kappa of two coders: chance agreement comes from the shares of each.

    Args:
        ratings: exactly two coders; only units that both coded enter.

    Source:
        Cohen (1960), "A coefficient of agreement for nominal scales", p. 40; Fleiss, Cohen & Everitt (1969),
        "Large sample standard errors of kappa and weighted kappa".

    >>> cohen_kappa(Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2]], "nominal")).value
    0.5
    """
    return unless_two_coders(ratings) or _cohen(ratings, active_coders(ratings), "identity")


@Coefficient
def cohen_kappa_linear(ratings: Ratings) -> Statistic | Refusal:
    """Cohen's kappa of two coders with linear weights: neighbouring categories agree in part.

    Args:
        ratings: exactly two coders; ordinal, interval or ratio level; only units that both coded enter.

    Source:
        Cohen (1968), "Weighted kappa"; weights of Cicchetti & Allison (1971), by the place of a category among those
        that occur.

    >>> round(cohen_kappa_linear(Ratings.from_lists([[1, 2, 3, 2], [1, 2, 2, 2]], "ordinal")).value, 4)
    0.6
    """
    return unless_ordered(ratings) or unless_two_coders(ratings) or _cohen(ratings, active_coders(ratings), "linear")


@Coefficient
def cohen_kappa_quadratic(ratings: Ratings) -> Statistic | Refusal:
    """Cohen's kappa of two coders with quadratic weights: neighbouring categories agree nearly.

    Args:
        ratings: exactly two coders; ordinal, interval or ratio level; only units that both coded enter.

    Source:
        Fleiss & Cohen (1973), "The equivalence of weighted kappa and the intraclass correlation coefficient".

    >>> round(cohen_kappa_quadratic(Ratings.from_lists([[1, 2, 3, 2], [1, 2, 2, 2]], "ordinal")).value, 4)
    0.6667
    """
    return unless_ordered(ratings) or unless_two_coders(ratings) or _cohen(ratings, active_coders(ratings), "quadratic")


@Coefficient
def light_kappa(ratings: Ratings) -> Statistic | Refusal:
    """Light's kappa: the mean of Cohen's kappa over all pairs of coders that share units.

    Args:
        ratings: two or more coders; each pair is compared on the units that both coded.

    Returns:
        Refused when the kappa of one pair is undefined.

    Source:
        Light (1971), "Measures of response agreement for qualitative data", Psychological Bulletin 76.

    >>> three = Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2], [1, 2, 1, 2]], "nominal")
    >>> round(light_kappa(three).value, 4)
    0.6667
    """
    rows = coded_rows(ratings, 2)
    table = ratings.of_units(rows)
    pairs = [_cohen(table, pair, "identity") for pair in combinations(active_coders(ratings), 2)]
    sharing = [pair for pair in pairs if len(pair.rows)]
    if any(np.isnan(pair.value) for pair in sharing):
        return Refusal(
            "no_variation",
            "Two coders used one and the same category for all units they share, so their kappa is undefined.",
            "Units between which the category differs, for every pair of coders.",
        )

    def values(weights: Floats) -> Floats:
        own = [weights[:, pair.rows] for pair in sharing]
        met = np.array([weight.any(axis=1) for weight in own])
        kappas = np.array([pair.values(weight) for pair, weight in zip(sharing, own, strict=True)])
        return ratio(np.where(met, kappas, 0.0).sum(axis=0), met.sum(axis=0))

    return Statistic(rows, values)


@Coefficient
def conger_kappa(ratings: Ratings) -> Statistic:
    """Conger's kappa: chance agreement is the mean over pairs of coders, each with the coder's own shares.

    Args:
        ratings: two or more coders; a coder's shares come from all units that the coder has coded.

    Returns:
        Equals Cohen's kappa for two coders and complete codings.

    Source:
        Conger (1980), "Integration and generalization of kappas for multiple raters"; Gwet (2014), ch. 5, for
        missing codings.

    >>> three = Ratings.from_lists([[1, 2, 1, 2], [1, 2, 2, 2], [1, 2, 1, 2]], "nominal")
    >>> round(conger_kappa(three).value, 4)
    0.6667
    """
    rows = coded_rows(ratings, 1)
    active = active_coders(ratings)
    size, coders = len(ratings.categories), len(active)
    one_hot = np.concatenate([np.eye(size), np.zeros((1, size))])  # the last row answers for a missing coding
    own = one_hot[ratings.codes[rows][:, active]].reshape(len(rows), coders * size)
    counts = category_counts(ratings, rows)
    agreement, paired = pair_agreement(counts, np.eye(size)), (counts.sum(axis=1) > 1).astype(float)

    def by_chance(weights: Floats) -> Floats:
        tallies = (weights @ own).reshape(len(weights), coders, size)
        totals = tallies.sum(axis=2, keepdims=True)
        shares = np.divide(tallies, totals, out=np.zeros_like(tallies), where=totals > 0)
        present = (totals > 0).sum(axis=(1, 2))
        meetings = (shares.sum(axis=1) ** 2).sum(axis=1) - (shares**2).sum(axis=(1, 2))
        return ratio(meetings, present * (present - 1.0))

    def values(weights: Floats) -> Floats:
        observed, expected = ratio(weights @ agreement, weights @ paired), by_chance(weights)
        return ratio(observed - expected, 1.0 - expected)

    return Statistic(rows, values, chance_disagreement=1.0 - float(by_chance(np.ones((1, len(rows))))[0]))


@dataclass(frozen=True, slots=True)
class _TwoCoders:
    """Cohen's kappa on the units that two coders have both coded."""

    first: Floats  # units x categories, one 1 a row
    second: Floats
    earned: Floats  # agreement weights, categories x categories
    agreement: Floats  # per unit, by those weights

    def values(self, weights: Floats) -> Floats:
        total = weights.sum(axis=1)
        chance = ((weights @ self.first @ self.earned) * (weights @ self.second)).sum(axis=1)
        expected = ratio(chance, total**2)
        return ratio(ratio(weights @ self.agreement, total) - expected, 1.0 - expected)

    def chance_disagreement(self) -> float:
        return 1.0 - float(self.first.mean(axis=0) @ self.earned @ self.second.mean(axis=0)) if len(self.first) else 0.0

    def standard_error(self) -> float:
        units = len(self.first)
        left, right = self.first.mean(axis=0) @ self.earned, self.second.mean(axis=0) @ self.earned
        expected = 1.0 - self.chance_disagreement()
        doubt = (1.0 - self.agreement.mean()) / (1.0 - expected)  # 1 - kappa
        spread = (self.agreement - (self.first @ right + self.second @ left) * doubt) ** 2
        variance = (spread.mean() - (1.0 - doubt - expected * doubt) ** 2) / (units * (1.0 - expected) ** 2)
        return float(np.sqrt(max(variance, 0.0)))


def _cohen(ratings: Ratings, coders: Sequence[int], weighting: Weighting) -> Statistic:
    codes = ratings.codes[:, list(coders)]
    rows = np.flatnonzero((codes >= 0).all(axis=1))
    used, places = np.unique(codes[rows], return_inverse=True)
    one_hot = np.eye(len(used))[places.reshape(len(rows), 2)]
    earned = agreement_weights(len(used), weighting)
    agreement = earned[tuple(places.reshape(len(rows), 2).T)]
    formula = _TwoCoders(one_hot[:, 0], one_hot[:, 1], earned, agreement)
    return Statistic(rows, formula.values, formula.standard_error, chance_disagreement=formula.chance_disagreement())
