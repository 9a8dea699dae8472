"""Whether groups of units, such as languages or outlets, differ in reliability."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.distances import Floats
from framing.agreement.estimate import Codes
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import ROUNDING
from framing.agreement.resampling_plan import CLUSTERS_PER_KIND, ResamplingPlan, numbered, resampling_plan
from framing.analysis.draws import GROUP_DIFFERENCE
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
    draws: int = GROUP_DIFFERENCE,
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
    if draws < 1:
        return Refusal("no_draws", "No relabelling was asked for.", "A number of draws, for example 20,000.")
    return _tested(plan, [groups[unit] for unit in plan.units], draws, seed)


def _tested(plan: ResamplingPlan, groups: Sequence[Hashable], draws: int, seed: int) -> DifferenceTest | Refusal:
    """The actual range of the alphas among those of the relabellings."""
    labels, group = numbered(groups)
    of_cluster = np.zeros(len(plan.kind), dtype=np.intp)
    of_cluster[plan.cluster] = group
    if (of_cluster[plan.cluster] != group).any():
        return Refusal("split_cluster", "Some cluster has units in two groups.", "Groups that keep clusters whole.")
    actual = _group_alphas(plan, _held(plan, of_cluster[None, :], len(labels)))[:, 0]
    alphas = dict(zip(labels, actual.tolist(), strict=True))
    refusal = _incomparable(alphas)
    if refusal:
        return refusal
    difference, ranges = max(alphas.values()) - min(alphas.values()), _relabelled_ranges(plan, of_cluster, draws, seed)
    undefined = np.isnan(ranges)
    as_large = int((undefined | (ranges >= difference - ROUNDING)).sum())
    return DifferenceTest(alphas, difference, (as_large + 1) / (draws + 1), draws, float(undefined.mean()))


def _group_alphas(plan: ResamplingPlan, times: Codes) -> Floats:
    """Alpha of each group, from how often it holds each kind of cluster (draws x groups x kinds): groups x draws."""
    return np.array([plan.statistic.values(plan.weights(times[:, group])) for group in range(times.shape[1])])


def _held(plan: ResamplingPlan, of_cluster: Codes, groups: int) -> Codes:
    """How often each group holds each kind of cluster, from the group of each cluster (draws x clusters)."""
    kinds = len(plan.sizes)
    cells = (np.arange(len(of_cluster))[:, None] * groups + of_cluster) * kinds + plan.kind
    return np.bincount(cells.ravel(), minlength=len(of_cluster) * groups * kinds).reshape(-1, groups, kinds)


def _relabelled_ranges(plan: ResamplingPlan, of_cluster: Codes, draws: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    ranges = [
        np.ptp(_group_alphas(plan, _relabelled(plan, of_cluster, len(batch), rng)), axis=0)
        for batch in plan.batches(draws)
    ]
    return np.concatenate(ranges)


def _relabelled(plan: ResamplingPlan, of_cluster: Codes, draws: int, rng: np.random.Generator) -> Codes:
    """What each group holds after the groups were dealt out anew among the clusters."""
    members = np.bincount(of_cluster)
    if len(plan.sizes) * (len(members) - 1) * CLUSTERS_PER_KIND >= len(of_cluster):
        return _held(plan, rng.permuted(np.tile(of_cluster, (draws, 1)), axis=1), len(members))
    left = np.tile(plan.sizes, (draws, 1))
    dealt = []
    for size in members[:-1]:
        others, wanted, taken = left.sum(axis=1), np.full(draws, size), np.empty_like(left)
        for kind in range(len(plan.sizes)):
            others = others - left[:, kind]
            taken[:, kind] = rng.hypergeometric(left[:, kind], others, wanted)
            wanted = wanted - taken[:, kind]
        left = left - taken
        dealt.append(taken)
    return np.stack([*dealt, left], axis=1)


def _incomparable(alphas: Mapping[Hashable, float]) -> Refusal | None:
    undefined = [str(label) for label, alpha in alphas.items() if np.isnan(alpha)]
    if len(alphas) > 1 and not undefined:
        return None
    reason = f"Alpha is undefined in: {', '.join(undefined)}." if undefined else "All compared units are in one group."
    return Refusal("no_alpha_in_group", reason, "At least two groups, each with variation between its units.")
