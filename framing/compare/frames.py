"""Everything about the frames of two sides: test, shares, divergences and log-odds."""

from typing import NamedTuple

import numpy as np
import polars as pl

from framing.analysis.draws import PERMUTATION
from framing.compare.chance.design import Design, matched
from framing.compare.chance.permutation import (
    PermutationTest,
    below_floor,
    expected,
    null,
    permutation_test,
    two_sided,
)
from framing.compare.divergence import divergences, log_odds_sensitivity, with_histogram
from framing.compare.shares import share_differences
from framing.refusal import Refusal


class FrameComparison(NamedTuple):
    """The frames of two sides on matched strata.

    Attributes:
        test: permutation test of all primary frames together, about these papers in these articles, or why there is none.
        shares: as from ``share_differences``, with ``p`` and ``exact`` of each frame as from ``answer_tests``.
        divergences: as from ``divergences``.
        histogram: as from ``with_histogram``.
        log_odds: as from ``log_odds_sensitivity``.
    """

    test: PermutationTest | Refusal
    shares: pl.DataFrame
    divergences: pl.DataFrame
    histogram: pl.DataFrame
    log_odds: pl.DataFrame


def frame_comparison(found: Design, seed: int = 0, draws: int = PERMUTATION) -> FrameComparison | Refusal:
    """The frames of two sides compared within strata.

    Args:
        found: any design; strata with one side are left out.
        seed: of the permutations.
        draws: tables to draw where they cannot be enumerated.

    Returns:
        The comparison; or the refusal ``too_few_articles``.

    >>> five = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[5, 0]]), np.array([[0, 5]]))
    >>> found = frame_comparison(five)
    >>> round(found.test.p, 3), found.divergences["observed"].to_list()
    (0.008, [1.0, 1.0])
    """
    both = matched(found)
    refusal = below_floor(both)
    if refusal:
        return refusal
    table = null(both, draws, seed)
    apart, histogram = with_histogram(both, table)
    return FrameComparison(
        permutation_test(both, table),
        share_differences(both).join(answer_tests(both, seed, draws), on="answer", maintain_order="left"),
        apart,
        histogram,
        log_odds_sensitivity(both),
    )


def described(compared: FrameComparison, refusal: Refusal) -> FrameComparison:
    """The comparison without what would speak of more than the articles at hand: counts and shares are left.

    Args:
        compared: a comparison.
        refusal: why nothing may be inferred.

    Returns:
        The comparison with the refusal for its test, no intervals and no p, and empty tables of divergences and log-odds.

    Source:
        Krippendorff (2019), ch. 6, on relevance samples.

    >>> five = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[5, 0]]), np.array([[0, 5]]))
    >>> bare = described(frame_comparison(five), Refusal("purposive_sample", "Picked.", "A sample."))
    >>> bare.shares["share_a"].to_list(), bare.shares["p"].to_list(), bare.divergences.height
    ([1.0, 0.0], [None, None], 0)
    """
    bare = compared.shares.with_columns(pl.lit(None, compared.shares.schema[name]).alias(name) for name in _INFERRED)
    return FrameComparison(refusal, bare, *(table.clear() for table in compared[2:]))


def null_bins(compared: FrameComparison) -> pl.DataFrame:
    """The bins of each divergence under shuffling, beside what was observed.

    Args:
        compared: a comparison of two sides.

    Returns:
        The rows of ``histogram`` with the columns of ``divergences`` for the same measure, and ``n``, the articles or shared
        descriptions of both sides.

    Source:
        See ``divergences``.

    >>> five = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[5, 0]]), np.array([[0, 5]]))
    >>> null_bins(frame_comparison(five)).select("measure", "observed", "n").unique(maintain_order=True).rows()
    [('cramers_v', 1.0, 10), ('jensen_shannon', 1.0, 10)]
    """
    n = round(compared.shares["n_a"][0] + compared.shares["n_b"][0])
    return compared.histogram.join(compared.divergences, on="measure", maintain_order="left").with_columns(n=pl.lit(n))


_INFERRED = ("low_a", "high_a", "low_b", "high_b", "low", "high", "interval_by", "p")


class FrameDistance(NamedTuple):
    """How far two sides are apart on matched strata, in one number beside its null.

    Attributes:
        distance: observed Jensen-Shannon distance, 0 to 1.
        null_mean: its mean under shuffling.
        percentile: share of shufflings at most as large.
        test: permutation test of all primary frames together, or why there is none.
    """

    distance: float
    null_mean: float
    percentile: float
    test: PermutationTest | Refusal


def frame_distance(found: Design, seed: int = 0, draws: int = PERMUTATION) -> FrameDistance | Refusal:
    """The distance of two sides' frames within strata, and its test: one row of an overview.

    Args:
        found: any design; strata with one side are left out.
        seed: of the permutations.
        draws: tables to draw where they cannot be enumerated.

    Returns:
        The distance; or the refusal ``too_few_articles``.

    Source:
        See ``divergences`` and ``permutation_test``.

    >>> five = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[5, 0]]), np.array([[0, 5]]))
    >>> frame_distance(five).distance
    1.0
    """
    both = matched(found)
    refusal = below_floor(both)
    if refusal:
        return refusal
    table = null(both, draws, seed)
    row = divergences(both, table).row(by_predicate=pl.col("measure") == "jensen_shannon", named=True)
    return FrameDistance(row["observed"], row["null_mean"], row["percentile"], permutation_test(both, table))


def answer_tests(found: Design, seed: int = 0, draws: int = PERMUTATION) -> pl.DataFrame:
    """Whether the sides differ in each answer by itself.

    Counted by one answer alone, tables are few, so that nearly every p is exact.

    Args:
        found: strata with both sides.
        seed: of the permutations.
        draws: tables to draw where they cannot be enumerated.

    Returns:
        One row per answer: ``answer``, ``p`` (two-sided; null for an answer that no shuffling moves, which is not a test) and
        ``exact``.

    Source:
        Fisher's exact test within strata: Mehta, Patel and Gray (1985), Journal of the American Statistical Association
        80:969; two-sided by distance from the expected total.

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> answer_tests(four).select("answer", pl.col("p").round(3), "exact").rows()
    [('war', 0.029, True), ('trade', 0.029, True)]
    """
    rows = []
    for answer in found.answers:
        alone = only(found, answer)
        table = null(alone, draws, seed)
        moved = np.ptp(table.sums) > 0
        rows.append((answer, float(two_sided(table, expected(alone)[0])[0]) if moved else None, table.exact))
    return pl.DataFrame(rows, schema={"answer": pl.String, "p": pl.Float64, "exact": pl.Boolean}, orient="row")


def only(found: Design, answer: str) -> Design:
    """The design with one answer alone: units are the same kind when they gave it equally.

    Args:
        found: a design.
        answer: which answer.

    Returns:
        A design with that one answer.

    >>> only(Design(("x", "y", "z"), ("e",), np.eye(3), np.array([[1, 2, 3]]), np.array([[4, 5, 6]])), "y").a.tolist()
    [[4, 2]]
    """
    kinds, kind = np.unique(found.kinds[:, found.answers.index(answer)], return_inverse=True)
    collapsed = (np.arange(len(kinds))[None, :] == kind[:, None]).astype(np.int64)
    return found._replace(answers=(answer,), kinds=kinds[:, None], a=found.a @ collapsed, b=found.b @ collapsed)
