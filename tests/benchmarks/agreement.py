"""Time of the bootstrap of alpha that draws kinds of units, beside drawing units, and beside a plain loop.

Kinds of units are the distinct rows of codes. Drawing units with the same formula is what was done before; only ratios are
meant to be compared. Run from the root of the checkout: python tests/benchmarks/agreement.py
"""

import time
from itertools import permutations

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.ratings import Level, Ratings
from framing.agreement.resampling import Bootstrap, bootstrap_interval

DRAWS, LOOP_DRAWS, BATCH = 20_000, 20, 1000
CASES: list[tuple[str, Level, int, int, int]] = [
    ("yes or no", "nominal", 1500, 2, 2),
    ("frames", "nominal", 1500, 3, 9),
    ("scale", "ordinal", 1500, 3, 5),
    ("small study", "nominal", 31, 2, 9),
    ("all rows differ", "interval", 400, 3, 1000),
]
"""Name, level, units, coders, categories."""


def table(level: Level, units: int, coders: int, categories: int) -> Ratings:
    rng = np.random.default_rng(1)
    truth = rng.integers(categories, size=(units, 1))
    guesses = rng.integers(categories, size=(units, coders))
    codes = np.where(rng.random((units, coders)) < 0.8, truth, guesses)
    return Ratings.from_lists(codes.T.tolist(), level)


def drawing_units(ratings: Ratings) -> list[float]:
    """The percentile interval from resamples of single units."""
    statistic = krippendorff_alpha.statistic(ratings)
    units, rng = len(ratings.units), np.random.default_rng(1)
    values = []
    for _ in range(DRAWS // BATCH):
        cells = rng.integers(units, size=(BATCH, units)) + units * np.arange(BATCH)[:, None]
        times = np.bincount(cells.ravel(), minlength=cells.size).reshape(cells.shape)
        values.append(statistic.values(times.astype(float)))  # type: ignore[union-attr]  # no refusal for these tables
    low, high = np.quantile(np.concatenate(values), [0.025, 0.975]).tolist()
    return [low, high]


def plain_alpha(units: list[list[int]], categories: int) -> float:
    coincidences = np.zeros((categories, categories))
    for unit in units:
        for a, b in permutations(unit, 2):
            coincidences[a, b] += 1 / (len(unit) - 1)
    marginals = coincidences.sum(axis=0)
    total = marginals.sum()
    return float(1 - (total - 1) * (total - np.trace(coincidences)) / (total**2 - (marginals**2).sum()))


def plain_loop(ratings: Ratings) -> float:
    units, rng = ratings.codes.tolist(), np.random.default_rng(1)
    start = time.perf_counter()
    for _ in range(LOOP_DRAWS):
        plain_alpha([units[row] for row in rng.integers(len(units), size=len(units))], len(ratings.categories))
    return (time.perf_counter() - start) / LOOP_DRAWS * DRAWS


def main() -> None:
    print(
        f"{DRAWS:,} draws\ncase\tunits\tdistinct rows\tkinds, s\tunits, s\tratio\tplain loop\tinterval by kinds\tby units"
    )
    for name, level, units, coders, categories in CASES:
        ratings = table(level, units, coders, categories)
        start = time.perf_counter()
        found = bootstrap_interval(ratings, krippendorff_alpha, Bootstrap(draws=DRAWS))
        kinds = time.perf_counter() - start
        start = time.perf_counter()
        low, high = drawing_units(ratings)
        single = time.perf_counter() - start
        loop = f"x {plain_loop(ratings) / kinds:.0f}" if level == "nominal" else "–"
        bounds = f"{found.low:.3f} to {found.high:.3f}"  # type: ignore[union-attr]  # the same
        distinct = len(np.unique(ratings.codes, axis=0))
        print(name, units, distinct, f"{kinds:.2f}", f"{single:.2f}", f"x {single / kinds:.1f}", loop, bounds,
              f"{low:.3f} to {high:.3f}", sep="\t")  # fmt: skip


if __name__ == "__main__":
    main()
