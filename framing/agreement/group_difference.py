"""Whether groups of units, such as languages or outlets, differ in reliability."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.distances import Floats
from framing.agreement.estimate import Codes
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import ROUNDING, ResamplingPlan, numbered, resampling_plan
from framing.refusal import Refusal


@dataclass(frozen=True, slots=True)
class DifferenceTest:
    """Whether groups of units differ in alpha.

    Attributes:
        alphas: alpha of each group.
        difference: largest less smallest alpha.
        p: share of relabellings, the actual one included, with a difference at least as large.
        draws: relabellings drawn.
        undefined_share: share of them in which some group had no alpha; they count as at least as large.

    >>> DifferenceTest({"ja": 0.9, "ru": 0.6}, 0.3, 0.02, 999, 0.0).p
    0.02
    """

    alphas: Mapping[Hashable, float]
    difference: float
    p: float
    draws: int
    undefined_share: float


def alpha_difference_test(
    ratings: Ratings,
    groups: Sequence[Hashable],
    draws: int = 1999,
    seed: int = 0,
    clusters: Sequence[Hashable] | None = None,
) -> DifferenceTest | Refusal:
    """Permutation test whether groups of units, such as languages or outlets, differ in Krippendorff's alpha.

    The labels are exchangeable only if the groups are alike in everything, so groups in which the categories are
    differently frequent may also be told apart: look at the distributions beside the p.

    Args:
        ratings: the table.
        groups: one label per unit.
        draws: relabellings.
        seed: of the relabellings.
        clusters: one label per unit; units with the same label are relabelled together and lie in one group.

    Returns:
        The alphas, their range and p = (b + 1) / (draws + 1); or a refusal.

    Source:
        Phipson & Smyth (2010), "Permutation p-values should never be zero"; Good (2005), Permutation, Parametric and
        Bootstrap Tests of Hypotheses, ch. 3.

    >>> table = Ratings.from_lists([[1, 2] * 8, [1, 2] * 4 + [2, 1] * 4], "nominal")
    >>> test = alpha_difference_test(table, ["ja"] * 8 + ["ru"] * 8, draws=199)
    >>> test.alphas["ja"], round(test.alphas["ru"], 3), test.p
    (1.0, -0.875, 0.005)
    """
    plan = resampling_plan(ratings, krippendorff_alpha, clusters)
    if isinstance(plan, Refusal):
        return plan
    labels, group = numbered([groups[row] for row in plan.statistic.rows])
    of_cluster = np.zeros(plan.clusters, dtype=np.intp)
    of_cluster[plan.cluster] = group
    if (of_cluster[plan.cluster] != group).any():
        return Refusal("split_cluster", "Some cluster has units in two groups.", "Groups that keep clusters whole.")
    alphas = dict(zip(labels, _group_alphas(plan, of_cluster[None, :], len(labels))[:, 0].tolist(), strict=True))
    difference = max(alphas.values()) - min(alphas.values())
    refusal = _incomparable(alphas)
    if refusal:
        return refusal
    ranges = _relabelled_ranges(plan, of_cluster, draws, seed)
    undefined = np.isnan(ranges)
    as_large = int((undefined | (ranges >= difference - ROUNDING)).sum())
    share = float(undefined.mean()) if draws else 0.0
    return DifferenceTest(alphas, difference, (as_large + 1) / (draws + 1), draws, share)


def _group_alphas(plan: ResamplingPlan, of_cluster: Codes, groups: int) -> Floats:
    of_unit = of_cluster[:, plan.cluster]
    return np.array([plan.statistic.values((of_unit == group).astype(float)) for group in range(groups)])


def _relabelled_ranges(plan: ResamplingPlan, of_cluster: Codes, draws: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    groups = int(of_cluster.max()) + 1
    ranges = [
        np.ptp(_group_alphas(plan, rng.permuted(np.tile(of_cluster, (len(batch), 1)), axis=1), groups), axis=0)
        for batch in plan.batches(draws)
    ]
    return np.concatenate([np.empty(0), *ranges])


def _incomparable(alphas: Mapping[Hashable, float]) -> Refusal | None:
    undefined = [str(label) for label, alpha in alphas.items() if np.isnan(alpha)]
    if len(alphas) > 1 and not undefined:
        return None
    reason = f"Alpha is undefined in: {', '.join(undefined)}." if undefined else "All compared units are in one group."
    return Refusal("no_alpha_in_group", reason, "At least two groups, each with variation between its units.")
