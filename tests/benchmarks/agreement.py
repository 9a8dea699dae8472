"""Time of the vectorised bootstrap of alpha beside a plain loop over the same resamples.

Run from the root of the checkout: python tests/benchmarks/agreement.py
"""

import time
from itertools import permutations

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import Bootstrap, bootstrap_interval

UNITS, CODERS, CATEGORIES, DRAWS, LOOP_DRAWS = 1000, 3, 9, 10_000, 20


def table() -> Ratings:
    rng = np.random.default_rng(1)
    truth = rng.integers(CATEGORIES, size=(UNITS, 1))
    guesses = rng.integers(CATEGORIES, size=(UNITS, CODERS))
    codes = np.where(rng.random((UNITS, CODERS)) < 0.8, truth, guesses)
    return Ratings.from_lists(codes.T.tolist(), "nominal")


def plain_alpha(units: list[list[int]]) -> float:
    coincidences = np.zeros((CATEGORIES, CATEGORIES))
    for unit in units:
        for a, b in permutations(unit, 2):
            coincidences[a, b] += 1 / (len(unit) - 1)
    marginals = coincidences.sum(axis=0)
    total = marginals.sum()
    return float(1 - (total - 1) * (total - np.trace(coincidences)) / (total**2 - (marginals**2).sum()))


def main() -> None:
    ratings = table()
    units = ratings.codes.tolist()
    rng = np.random.default_rng(1)
    start = time.perf_counter()
    looped = [plain_alpha([units[row] for row in rng.integers(UNITS, size=UNITS)]) for _ in range(LOOP_DRAWS)]
    loop = (time.perf_counter() - start) / LOOP_DRAWS * DRAWS
    start = time.perf_counter()
    interval = bootstrap_interval(ratings, krippendorff_alpha, Bootstrap(draws=DRAWS))
    vectorised = time.perf_counter() - start
    print(f"alpha, {UNITS} units x {CODERS} coders, {DRAWS} draws: {interval}")
    print(
        f"vectorised {vectorised:.2f} s, plain loop {loop:.0f} s (from {LOOP_DRAWS} draws, "
        f"mean {np.mean(looped):.3f}): ratio {loop / vectorised:.0f}"
    )


if __name__ == "__main__":
    main()
