"""How far apart two categories are, and how much agreement two categories earn: matrices over all categories."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import chain
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.agreement.ratings import Category, Level

Floats: TypeAlias = NDArray[np.float64]
Weighting: TypeAlias = Literal["identity", "linear", "quadratic"]


def distances(categories: Sequence[Category], level: Level) -> Floats:
    """Distance between every two categories, as squared differences in Krippendorff's sense.

    The ordinal distance is not here: it depends on how often the categories occur; see `midranks`.

    Args:
        categories: numbers for interval and ratio, frozensets of labels for jaccard and masi.
        level: nominal, interval, ratio, jaccard or masi.

    Returns:
        Square matrix, symmetric, zero on the diagonal; 0 to 1, at the interval level in units of the squared range.
        Two empty sets are at distance 0, an empty and a filled one at distance 1.

    Raises:
        ValueError: at the ordinal level.

    Source:
        Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": the metric differences; Passonneau
        (2006), "Measuring Agreement on Set-Valued Items (MASI)", LREC.

    >>> distances([frozenset("ab"), frozenset("abcd")], "masi").round(4).tolist()
    [[0.0, 0.6667], [0.6667, 0.0]]
    """
    if level == "nominal":
        return np.ones((len(categories), len(categories))) - np.eye(len(categories))
    if level in ("jaccard", "masi"):
        return _set_distances([category for category in categories if isinstance(category, frozenset)], level)
    if level == "ordinal":
        raise ValueError("the ordinal distance depends on how often the categories occur: use midranks")
    exact = [Fraction(category) for category in categories if not isinstance(category, frozenset)]
    # Counted from the lowest category: subtracting floats would make neighbours among long numbers one.
    lowest = min(exact, default=Fraction(0))
    above = np.array([float(number - lowest) for number in exact])
    numbers = np.array(exact, dtype=float)
    differences = above[:, None] - above
    # Alpha does not change with the unit of an interval scale; the range as unit keeps squares from overflowing.
    units = np.ptp(above) if level == "interval" else numbers[:, None] + numbers
    relative: Floats = np.divide(differences, units, out=np.zeros_like(differences), where=differences != 0)
    return relative * relative


def _set_distances(sets: Sequence[frozenset[str]], level: Level) -> Floats:
    labels = sorted(set(chain.from_iterable(sets)))
    member = np.array([[label in labels_of for label in labels] for labels_of in sets], dtype=float)
    member = member.reshape(len(sets), len(labels))
    shared = member @ member.T
    sizes = member.sum(axis=1)
    smaller = np.minimum(sizes[:, None], sizes)
    union = sizes[:, None] + sizes - shared
    jaccard = np.divide(shared, union, out=np.ones_like(shared), where=union > 0)
    if level == "masi":  # monotonicity: equal 1, disjoint 0, one within the other 2/3, else 1/3
        jaccard *= np.select([shared == union, shared == 0, shared == smaller], [1.0, 0.0, 2 / 3], default=1 / 3)
    apart: Floats = np.ones_like(jaccard) - jaccard
    return apart


def midranks(marginals: ArrayLike) -> Floats:
    """Mean rank of the codings of each category; the ordinal distance is the squared difference of two midranks.

    Args:
        marginals: how often each category occurs, in the order of the scale, along the last axis.

    Returns:
        Ranks of the same shape, centred on zero.

    Source:
        Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", ordinal metric: the sum of the
        frequencies from one category to the other, less half of the two ends, is the difference of their midranks.

    >>> midranks([9, 13, 10, 5, 3]).tolist()
    [-15.5, -4.5, 7.0, 14.5, 18.5]
    """
    counts = np.asarray(marginals, dtype=float)
    centred: Floats = np.cumsum(counts, axis=-1) - counts / 2 - counts.sum(axis=-1, keepdims=True) / 2
    return centred


def agreement_weights(size: int, weighting: Weighting) -> Floats:
    """Agreement that two categories earn by their places on the scale: 1 for the same, 0 for the two ends.

    Places are counted among the categories that occur, as R's irr and scikit-learn do.

    Args:
        size: number of categories.
        weighting: "identity" gives 1 or 0 only.

    Returns:
        Square matrix of weights from 0 to 1.

    Source:
        Cicchetti & Allison (1971) for linear, Fleiss & Cohen (1973) for quadratic weights.

    >>> agreement_weights(3, "linear").tolist()
    [[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]]
    """
    if weighting == "identity" or size < 2:
        return np.eye(size)
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / (size - 1)
    weights: Floats = 1.0 - steps ** (1 if weighting == "linear" else 2)
    return weights
