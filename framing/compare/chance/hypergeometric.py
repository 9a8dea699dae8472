"""Tables with given margins inside strata: all of them with their probabilities, or many drawn at random."""

from functools import lru_cache
from math import lgamma

import numpy as np

from framing.compare.chance.design import Counts, Floats

TABLES = 50_000
"""Up to this many tables are enumerated; beyond, they are drawn."""
BATCH = 20_000
"""Tables drawn at once."""
FEW = 100
"""Up to so many units it is quicker to take them one by one than to draw how many of each kind are taken: four times for 30."""


def enumerated(whole: Counts, sizes: Counts, added: Floats) -> tuple[Floats, Floats] | None:
    """Every sum that drawing units from each stratum can give, with its probability.

    Args:
        whole: (strata x kinds) units of each kind.
        sizes: (strata) units that are drawn from each stratum.
        added: (strata x kinds x columns) what a drawn unit adds to each sum.

    Returns:
        (sums x columns) different sums and (sums) probabilities; None where there are more than ``TABLES``.

    Source:
        Agresti (1992), Statistical Science 7(1):131, section 2; sums of strata are convolved and equal ones merged, as in
        Mehta, Patel and Gray (1985), Journal of the American Statistical Association 80:969.

    >>> sums, chance = enumerated(np.array([[1, 2]]), np.array([1]), np.eye(2)[None])
    >>> sums.tolist(), chance.round(3).tolist()
    ([[0.0, 1.0], [1.0, 0.0]], [0.667, 0.333])
    """
    direction = np.random.default_rng(0).random(added.shape[2])  # equal sums are found by their length along it
    sums, chance = np.zeros((1, added.shape[2])), np.ones(1)
    for units, size, each in zip(whole, sizes, added, strict=True):
        occurring = units > 0
        dealt = _tables(units[occurring], int(size), TABLES // len(sums))
        if dealt is None:
            return None
        tables, probabilities = dealt
        crossed = (sums[:, None, :] + (tables @ each[occurring])[None, :, :]).reshape(-1, added.shape[2])
        together = (chance[:, None] * probabilities[None, :]).ravel()
        _, first, place = np.unique((crossed @ direction).round(9), return_index=True, return_inverse=True)
        sums, chance = crossed[first], np.bincount(place.ravel(), weights=together).astype(float)
    return sums, chance / chance.sum()  # logarithms of factorials leave a rounding error


def drawn(whole: Counts, sizes: Counts, added: Floats, draws: int, seed: int) -> Floats:
    """Sums of tables drawn at random; memory grows with neither strata nor articles.

    Args:
        whole: (strata x kinds) units of each kind.
        sizes: (strata) units that are drawn from each stratum.
        added: (strata x kinds x columns) what a drawn unit adds to each sum.
        draws: how many tables.
        seed: the same seed gives the same tables.

    Returns:
        (draws x columns) sums.

    Source:
        Patefield (1981), Applied Statistics 30:91, for drawing tables instead of shuffling cases.

    >>> drawn(np.array([[1, 2]]), np.array([3]), np.eye(2)[None], 2, seed=1).tolist()
    [[1.0, 2.0], [1.0, 2.0]]
    """
    rng = np.random.default_rng(seed)
    sums = np.zeros((draws, added.shape[2]))
    for start in range(0, draws, BATCH):
        batch = sums[start : start + BATCH]
        for units, size, each in zip(whole, sizes, added, strict=True):
            occurring = units > 0
            if occurring.sum() == 1:
                batch += size * each[occurring][0]
            else:
                batch += _tables_drawn(units[occurring], int(size), len(batch), rng) @ each[occurring]
    return sums


def _tables_drawn(units: Counts, size: int, draws: int, rng: np.random.Generator) -> Counts:
    """How many of each kind are among ``size`` units, drawn so often (draws x kinds)."""
    return rng.multivariate_hypergeometric(units, size, draws, "count" if units.sum() <= FEW else "marginals")


def _tables(units: Counts, size: int, limit: int) -> tuple[Counts, Floats] | None:
    """Every way to draw ``size`` units from kinds of so many, with its multivariate hypergeometric probability."""
    tables, left = np.zeros((1, 0), dtype=np.int64), np.array([size])
    after = units.sum() - np.cumsum(units)
    logs = np.zeros(1)
    for count, rest in zip(units.tolist(), after.tolist(), strict=True):
        low, high = np.maximum(left - rest, 0), np.minimum(left, count)
        ways = high - low + 1
        if ways.sum() > limit:
            return None
        row = np.repeat(np.arange(len(tables)), ways)
        take = low[row] + np.arange(len(row)) - np.repeat(np.cumsum(ways) - ways, ways)
        tables, left = np.column_stack([tables[row], take]), left[row] - take
        logs = logs[row] + _logs_of_ways(count)[take]
    return tables, np.exp(logs - _log_ways(int(units.sum()), size))


@lru_cache(maxsize=4096)
def _logs_of_ways(n: int) -> Floats:
    """The logarithm of how many ways there are to take 0 to n of n."""
    return np.array([_log_ways(n, taken) for taken in range(n + 1)])


def _log_ways(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
