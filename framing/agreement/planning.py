"""How many units to double-code, and which: the overlap from which reliability is estimated."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.refusal import Refusal

Z = 1.645  # one-sided confidence of 95 %, as both sources print it


@dataclass(frozen=True, slots=True)
class CodingPlan:
    """How many units to double-code.

    Attributes:
        lacy_riffe: units needed to show the minimum agreement.
        krippendorff: units needed to show the minimum alpha for the rarest category.
        units: the larger of the two, at most all units.
        census: whether that is all units.

    >>> CodingPlan(lacy_riffe=23, krippendorff=165, units=26, census=True).units
    26
    """

    lacy_riffe: int
    krippendorff: int
    units: int
    census: bool


def coding_plan(
    population: int, rarest_share: float, minimum_alpha: float = 0.8, agreement: float = 0.85
) -> CodingPlan | Refusal:
    """Units to double-code so that both agreement and the rarest category can be judged.

    Args:
        population: units of the study, from 1.
        rarest_share: expected share of the rarest category, between 0 and 1.
        minimum_alpha: the alpha to be shown, between 0 and 1.
        agreement: expected share of agreeing codings in the population, between 0 and 1.

    Returns:
        Both sizes and their maximum, which is at most the population; or a refusal of figures out of range.

    Source:
        Lacy & Riffe (1996), Journalism & Mass Communication Quarterly 73; Krippendorff (2019), Content Analysis,
        4th ed., ch. 12.

    >>> coding_plan(26, rarest_share=0.05)
    CodingPlan(lacy_riffe=23, krippendorff=280, units=26, census=True)
    """
    if population < 1 or not all(0.0 < share < 1.0 for share in (rarest_share, minimum_alpha, agreement)):
        return Refusal(
            "out_of_range",
            "The plan was asked for shares outside 0 to 1, or for no unit.",
            "At least one unit, and shares between 0 and 1, both excluded.",
        )
    sizes = lacy_riffe_size(population, agreement), krippendorff_size(rarest_share, minimum_alpha)
    units = min(max(sizes), population)
    return CodingPlan(*sizes, units, units == population)


def lacy_riffe_size(population: int, agreement: float = 0.85) -> int:
    """Units to double-code for a confident minimum of agreement five points below the expected one.

    Args:
        population: units of the study, from 1.
        agreement: expected share of agreeing codings in the population, between 0 and 1.

    Returns:
        Number of units, at most the population.

    Source:
        Lacy & Riffe (1996), "Sampling error and selecting intercoder reliability samples for nominal content
        categories": n = ((N - 1) SE^2 + PQN) / ((N - 1) SE^2 + PQ) with SE = .05 / 1.645.

    >>> [lacy_riffe_size(population) for population in (100, 250, 500, 1000, 5000)]
    [59, 90, 110, 123, 136]
    """
    doubt = agreement * (1.0 - agreement)
    error = (population - 1) * (0.05 / Z) ** 2
    return math.ceil((error + doubt * population) / (error + doubt))


def krippendorff_size(rarest_share: float, minimum_alpha: float = 0.8) -> int:
    """Units to double-code for showing a minimum alpha when one category is rare.

    Args:
        rarest_share: expected share of the rarest category, between 0 and 1.
        minimum_alpha: the alpha to be shown, between 0 and 1.

    Returns:
        Number of units.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12:
        n = z^2 ((1 + alpha)(3 - alpha) / (4 (1 - alpha) p (1 - p)) - alpha) with z = 1.645.

    >>> [krippendorff_size(share, alpha) for share in (1 / 9, 0.05) for alpha in (0.667, 0.8)]
    [79, 134, 165, 280]
    """
    variance = 4.0 * (1.0 - minimum_alpha) * rarest_share * (1.0 - rarest_share)
    return math.ceil(Z**2 * ((1.0 + minimum_alpha) * (3.0 - minimum_alpha) / variance - minimum_alpha))


def stratified_draw(ids: Sequence[str], strata: Sequence[str], n: int, seed: int) -> list[str] | Refusal:
    """Units to double-code, drawn in proportion to the strata with at least one from each.

    Args:
        ids: the units.
        strata: stratum of each unit.
        n: how many to draw; all when there are fewer.
        seed: the same seed draws the same units, in whatever order they are given.

    Returns:
        The drawn ids in sorted order, or a refusal when n is below the number of strata or an id is repeated.

    Source:
        Cochran (1977), Sampling Techniques, 3rd ed., ch. 5: proportional allocation.

    >>> stratified_draw(["a1", "a2", "a3", "a4", "b1"], ["asahi"] * 4 + ["rg"], n=3, seed=1)
    ['a1', 'a2', 'b1']
    """
    sizes = Counter(strata)
    if len(set(ids)) < len(ids):
        return Refusal("repeated_ids", "Some unit is listed twice.", "Each unit once.")
    if n < len(sizes):
        return Refusal(
            "too_few_draws",
            f"{n} units cannot hold one of each of {len(sizes)} strata.",
            f"At least {len(sizes)} units, or fewer strata.",
        )
    rng = np.random.default_rng(seed)
    drawn = []
    for stratum, share in sorted(_allocation(sizes, min(n, len(ids))).items()):
        members = sorted(unit for unit, own in zip(ids, strata, strict=True) if own == stratum)
        drawn += [members[place] for place in rng.permutation(len(members))[:share]]
    return sorted(drawn)


def _allocation(sizes: Counter[str], n: int) -> dict[str, int]:
    quota = {stratum: n * size / sizes.total() for stratum, size in sizes.items()}
    share = dict.fromkeys(sorted(sizes), 1)
    for _ in range(n - len(share)):
        open_strata = [stratum for stratum in share if share[stratum] < sizes[stratum]]
        share[max(open_strata, key=lambda stratum: quota[stratum] - share[stratum])] += 1
    return share
