"""What is resampled: the distinct rows of codes of a table, and which of its units belong together."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from framing.agreement.distances import Floats
from framing.agreement.estimate import NO_VARIATION, Codes, Coefficient, Statistic
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal

BATCH_CELLS = 2_000_000
"""Floats of one array of weights: 16 MB."""
CLUSTERS_PER_KIND = 8
"""With more clusters of a kind than this it is quicker to draw how many of a kind are taken than to take them one by one."""


@dataclass(frozen=True, slots=True)
class ResamplingPlan:
    """What resampling needs: a statistic of the distinct rows of codes, and how often each occurs in what is drawn.

    Units with the same codes are interchangeable, so a resample is described by how often each kind of unit was drawn; the
    same holds for clusters with the same rows.

    Attributes:
        statistic: the coefficient as a function of the weights of distinct rows.
        value: the coefficient itself.
        chance_disagreement: what the coefficient sets observed disagreement against, if that is one figure.
        units: positions of the units that enter the coefficient.
        cluster: number of the cluster of each of them.
        kind: number of the kind of each cluster; clusters of one kind hold the same rows, equally often.
        sizes: how many clusters of each kind there are.
        row_kind: the kind to which each row of the statistic belongs.
        row_times: how often the row occurs in one cluster of that kind.
        batch: how many draws fit into memory at once.

    >>> from framing.agreement.alpha import krippendorff_alpha
    >>> table = Ratings.from_lists([[1, 2, 1, 1], [1, 2, 2, 1]], "nominal")
    >>> plan = resampling_plan(table, krippendorff_alpha, ["note 1", "note 22", "note 22", "note 3"])
    >>> plan.kind.tolist(), plan.weights(np.array([[2, 1]])).tolist()
    ([0, 1, 0], [[2.0, 1.0, 1.0]])
    """

    statistic: Statistic
    value: float
    chance_disagreement: float | None
    units: Codes
    cluster: Codes
    kind: Codes
    sizes: Codes
    row_kind: Codes
    row_times: Codes
    batch: int

    def weights(self, times: Codes) -> Floats:
        """How often each row of the statistic occurs, when the kinds of clusters occur so often (draws x kinds)."""
        return (times[:, self.row_kind] * self.row_times).astype(float)

    def batches(self, draws: int) -> Iterator[range]:
        """The numbers of the draws, in consecutive parts that fit into memory.

        >>> from framing.agreement.alpha import krippendorff_alpha
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

    >>> from framing.agreement.alpha import krippendorff_alpha
    >>> resampling_plan(Ratings.from_lists([[1, 2], [1, 2]], "nominal"), krippendorff_alpha, ["a", "a"]).code
    'too_few_units'
    """
    if clusters is not None and len(clusters) != len(ratings.units):
        raise ValueError(f"{len(clusters)} cluster labels for {len(ratings.units)} units")
    whole = coefficient.statistic(ratings)
    if isinstance(whole, Refusal):
        return whole
    if np.isnan(whole.value):
        return NO_VARIATION
    units = whole.rows.tolist()
    labels, cluster = numbered(units if clusters is None else [clusters[unit] for unit in units])
    if len(labels) < 2:
        return Refusal("too_few_units", "There is only one unit or cluster to draw from.", "At least two.")
    return _planned(ratings, coefficient, whole, cluster)


def _planned(ratings: Ratings, coefficient: Coefficient, whole: Statistic, cluster: Codes) -> ResamplingPlan | Refusal:
    """The plan for a statistic of all units, whose clusters are numbered."""
    first, pattern = _patterns(ratings.codes[whole.rows])
    kind, row_kind, row_pattern, row_times = _kinds(cluster, pattern)
    statistic = coefficient.statistic(ratings.of_units(whole.rows[first[row_pattern]]))
    if isinstance(statistic, Refusal):
        return statistic
    return ResamplingPlan(
        statistic=statistic,
        value=whole.value,
        chance_disagreement=whole.chance_disagreement,
        units=whole.rows,
        cluster=cluster,
        kind=kind,
        sizes=np.bincount(kind),
        row_kind=row_kind,
        row_times=row_times,
        batch=_draws_at_once(ratings, len(row_kind), len(kind)),
    )


def _draws_at_once(ratings: Ratings, rows: int, clusters: int) -> int:
    """How many draws fit into memory: what one draw takes are weights, disagreeing pairs, marginals and clusters taken."""
    pairs = min(len(ratings.coders), len(ratings.categories))
    taken = min(clusters, CLUSTERS_PER_KIND * rows)
    cells = rows * (1 + pairs * (pairs - 1) // 2) + len(ratings.coders) * len(ratings.categories) + taken
    return max(1, BATCH_CELLS // cells)


def _patterns(codes: Codes) -> tuple[Codes, Codes]:
    """Where each distinct row of codes stands first, and which of them each unit has; in the order of their codes."""
    first = pattern = np.zeros(len(codes), dtype=np.intp)
    for column in codes.T:  # numbers are sorted far faster than rows
        known = pattern * (column.max() + 2) + column + 1
        _, first, pattern = np.unique(known, return_index=True, return_inverse=True)
    return first, pattern


def _kinds(cluster: Codes, pattern: Codes) -> tuple[Codes, Codes, Codes, Codes]:
    """The kind of each cluster; and for each distinct row of each kind: the kind, the row's pattern, and its times."""
    patterns = pattern.max() + 1
    held, times = np.unique(cluster * patterns + pattern, return_counts=True)
    owner, row_pattern = held // patterns, held % patterns
    alike = _alike(np.searchsorted(owner, np.arange(cluster.max() + 2)), row_pattern * (times.max() + 1) + times)
    _, first, kind = np.unique(alike, return_index=True, return_inverse=True)
    by_place = np.argsort(first)  # kinds are numbered in the order in which they first occur
    kind = np.argsort(by_place)[kind]
    shown = np.isin(owner, first)
    return kind, kind[owner[shown]], row_pattern[shown], times[shown]


def _alike(ends: Codes, rows: Codes) -> Codes:
    """A number for each cluster, the same for those that hold the same rows; cluster i holds those from ``ends[i]`` to ``ends[i + 1]``."""
    begins, sizes = ends[:-1], np.diff(ends)
    alike, most = np.zeros(len(sizes), dtype=np.intp), rows.max() + 1
    for place in range(sizes.max()):  # clusters are alike as far as this row where they were before it and have it too
        longer = np.flatnonzero(sizes > place)
        _, told_apart = np.unique(alike[longer] * most + rows[begins[longer] + place], return_inverse=True)
        alike[longer] = alike.max() + 1 + told_apart
    return alike


def numbered(labels: Sequence[Hashable]) -> tuple[list[Hashable], Codes]:
    """The different labels in the order in which they first occur, and the number of each unit's label.

    >>> numbered(["ja", "ru", "ja"])
    (['ja', 'ru'], array([0, 1, 0]))
    """
    number = {label: position for position, label in enumerate(dict.fromkeys(labels))}
    return list(number), np.fromiter(map(number.__getitem__, labels), np.intp, len(labels))
