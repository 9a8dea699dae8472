"""What a person chooses of a figure: some outlets, sides, frames. Which figure takes which stands in its row."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import polars as pl

from framing.analysis.over_time import Group
from framing.analysis.reading import Reading, subset
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.report.context import Context

OPTIONS = ("outlet", "side", "frame")
"""What can be chosen, as a person types it."""
OF_OUTLETS = OPTIONS[:2]
"""What can be chosen of a figure whose articles can be restricted to some outlets."""


class Chosen(NamedTuple):
    """What is asked for of a figure; nothing is everything.

    Attributes:
        outlets: ids.
        sides: outlets taken together, in the order asked for.
        frames: ids.
    """

    outlets: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    frames: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The outlets, each by itself, and then the sides."""
        return (
            *(Group(name, (name,)) for name in self.outlets),
            *(Group(side.name, side.outlets) for side in self.sides),
        )

    @property
    def every_outlet(self) -> tuple[str, ...]:
        """The outlets of all groups, once each."""
        return tuple(dict.fromkeys(outlet for group in self.groups for outlet in group.outlets))

    @property
    def asked(self) -> tuple[str, ...]:
        """The options in use."""
        return tuple(option for option, held in zip(OPTIONS, self, strict=True) if held)


EVERYTHING = Chosen()
"""Nothing in particular."""


def narrowed(ctx: Context, outlets: Sequence[str]) -> Context:
    """The same study restricted to some outlets; the periods stay those of the study.

    Args:
        ctx: the study under some choices.
        outlets: ids; of those that the study has none of, nothing is left.
    """
    only = pl.col("outlet").cast(pl.String).is_in(list(outlets))
    reading: Reading | Refusal = ctx.reading
    if isinstance(reading, Reading):
        reading = subset(reading, reading.articles.filter(only)["article"])
        if reading.articles.is_empty():
            whose = "this outlet" if len(outlets) == 1 else "these outlets"
            told = {"kind": "outlets", "outlets": len(outlets)}
            reason = f"No article from {whose} has been coded."
            reading = Refusal("nothing_coded", reason, "Codings of its articles.", told)
    return replace(ctx, reading=reading, articles=ctx.articles.filter(only), outlets=ctx.outlets.filter(only))
