"""More than two sides: every pair of them, or each against all others, corrected together."""

from collections.abc import Sequence

import polars as pl

from framing.compare.frames import FrameComparison
from framing.compare.overview import joint_family
from framing.compare.result import Comparison
from framing.compare.sides import NAMED, Side, listed
from framing.compare.verdicts import leveled, verdicts
from framing.refusal import Refusal


def each_against_rest(chosen: Sequence[Side]) -> list[tuple[Side, Side]] | Refusal:
    """Each side against all other chosen sides together.

    Args:
        chosen: two or more sides that share no outlet.

    Returns:
        As many pairs as sides, each side first in one; of two sides the one pair; or the refusal ``mixed_sides`` of coders,
        whose readings cannot be put together.

    Source:
        None: a choice of pairs.

    >>> found = each_against_rest([Side(name, "outlet", (name,), name) for name in "abc"])
    >>> [(one.name, other.name, other.outlets) for one, other in found]
    [('a', 'rest', ('b', 'c')), ('b', 'rest', ('a', 'c')), ('c', 'rest', ('a', 'b'))]
    """
    if any(side.kind == "coder" for side in chosen):
        reason = "The readings of several coders cannot be put together as one side."
        return Refusal(
            "mixed_sides", reason, "Outlets, countries or groups; or pairs of coders, without --against rest."
        )
    if len(chosen) == 2:
        return [(chosen[0], chosen[1])]
    return [(side, _rest([other for other in chosen if other is not side])) for side in chosen]


def _rest(others: Sequence[Side]) -> Side:
    heads = listed([side.head or side.name for side in others])
    words = f"the others ({heads})" if len(heads) <= NAMED else f"the {len(others)} others"
    outlets = tuple(outlet for side in others for outlet in side.outlets)
    return Side("rest", "group", outlets, words, head="the others", listing="" if len(heads) <= NAMED else heads)


def jointly(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """Comparisons whose tests are one family: the verdict of each frame is that of its q among all of them.

    Args:
        comparisons: comparisons of different pairs.

    Returns:
        The comparisons with ``family`` and ``verdicts`` after correction for the tests of all; a refused one as it is.

    Source:
        See ``overview.joint_family`` and ``verdicts``.

    >>> jointly([])
    []
    """
    every = leveled(joint_family(comparisons))
    return [_among(found, every) for found in comparisons]


def _among(found: Comparison, every: pl.DataFrame) -> Comparison:
    if isinstance(found.family, Refusal) or not isinstance(found.frames, FrameComparison):
        return found
    mine = every.filter(pl.col("sides") == ",".join(side.name for side in found.sides))
    judged = verdicts(found.design, found.frames.shares, mine)
    return found._replace(family=mine.select(found.family.columns), verdicts=judged)
