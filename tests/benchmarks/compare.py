"""How long permutation tests take beside a plain loop, and how much memory.

Run: ``python tests/benchmarks/compare.py [permutations]``. 5,000 articles, 10 frames, 200 events. The loop shuffles the
labels of every event one by one, for a hundredth of the permutations, and its time is scaled; it must find the same p.
"""

import resource
import sys
from time import perf_counter

import numpy as np

from framing.compare.chance.design import Design, Floats
from framing.compare.chance.permutation import association, null, permutation_test
from framing.compare.frames import frame_comparison

ARTICLES, FRAMES, EVENTS = 5_000, 10, 200
SHARE = 100


def simulated(rng: np.random.Generator) -> Design:
    """Events whose frames differ; the second side uses the first frame a little less."""
    a, b = [], []
    for shares in rng.dirichlet(np.ones(FRAMES), EVENTS):
        moved = shares + np.array([-0.2 * shares[0], *[0] * (FRAMES - 2), 0.2 * shares[0]])
        a.append(rng.multinomial(ARTICLES // EVENTS // 2, shares))
        b.append(rng.multinomial(ARTICLES // EVENTS - ARTICLES // EVENTS // 2, moved))
    names = tuple(f"f{place}" for place in range(FRAMES))
    return Design(names, tuple(f"e{place:03}" for place in range(EVENTS)), np.eye(FRAMES), np.array(a), np.array(b))


def loop(found: Design, permutations: int, rng: np.random.Generator) -> Floats:
    """Totals of the first side, shuffled article by article."""
    events = [np.repeat(np.arange(FRAMES), a + b) for a, b in zip(found.a, found.b, strict=True)]
    sizes = found.n_a.tolist()
    totals = np.zeros((permutations, FRAMES))
    for place in range(permutations):
        for frames, size in zip(events, sizes, strict=True):
            totals[place] += np.bincount(rng.permutation(frames)[:size], minlength=FRAMES)
    return totals


def main(permutations: int) -> None:
    found = simulated(np.random.default_rng(0))
    begun = perf_counter()
    table = null(found, permutations, seed=1)
    test = permutation_test(found, table)
    fast = perf_counter() - begun
    print(f"{permutations} permutations of {ARTICLES} articles, {FRAMES} frames, {EVENTS} events")
    print(f"test     {fast:6.2f} s  {test}")
    few = max(1, permutations // SHARE)
    begun = perf_counter()
    slow_totals = loop(found, few, np.random.default_rng(1))
    slow = (perf_counter() - begun) * permutations / few
    statistics = association(found, slow_totals)
    print(
        f"loop     {slow:6.2f} s  ratio {slow / fast:.1f}  (mean statistic {statistics.mean():.2f} and {association(found, table.sums).mean():.2f})"
    )
    begun = perf_counter()
    frame_comparison(found, 1, permutations)
    print(f"frames   {perf_counter() - begun:6.2f} s  test, 10 exact p, both divergences with nulls, log-odds")
    factor = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss differs
    print(f"memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * factor / 2**20:.0f} MiB at the peak")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
