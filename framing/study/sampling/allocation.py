"""How many articles are drawn from each stratum."""

from collections.abc import Mapping
from heapq import heapify, heapreplace
from typing import Literal

from framing.refusal import Refusal

Allocation = Literal["proportional", "equal"]
LEAST = 2
"""Articles of a stratum that show how much it varies."""


def allocated(sizes: Mapping[str, int], n: int, how: Allocation = "proportional") -> dict[str, int] | Refusal:
    """How many of each stratum are drawn: two of each (one where there is one), then one by one to whom most are owed.

    A larger n never takes away from a stratum, so that a sample can be extended.

    Args:
        sizes: articles of each stratum.
        n: how many in all.
        how: in proportion to the sizes, or as equally as they allow.

    Returns:
        The number for each stratum, or a refusal of a number that cannot be.

    Source:
        Cochran (1977), Sampling Techniques, section 5.5: proportional allocation; Balinski and Young (2001), Fair Representation,
        for the rounding (Webster's), which is monotone in n where that by largest remainders is not.

    >>> allocated({"daily": 90, "weekly": 10}, 20), allocated({"daily": 90, "weekly": 10}, 20, "equal")
    ({'daily': 18, 'weekly': 2}, {'daily': 10, 'weekly': 10})
    """
    least = {name: min(LEAST, size) for name, size in sizes.items()}
    lowest, highest = sum(least.values()), sum(sizes.values())
    if not lowest <= n <= highest or not n:
        return Refusal(
            "out_of_range",
            f"{n} articles cannot be drawn from {len(sizes)} strata with {highest} articles and at least {LEAST} of each.",
            f"A number from {lowest} to {highest}, or fewer strata.",
        )
    taken = dict(least)
    queue = [(_owed(sizes[name], taken[name], how), name) for name in sizes]
    heapify(queue)
    for _ in range(n - lowest):
        _, name = queue[0]
        taken[name] += 1
        heapreplace(queue, (_owed(sizes[name], taken[name], how), name))
    return taken


def _owed(size: int, taken: int, how: Allocation) -> float:
    """The smaller, the more is owed; nothing is to a stratum of which all are taken."""
    if taken >= size:
        return float("inf")
    return taken if how == "equal" else (2 * taken + 1) / size
