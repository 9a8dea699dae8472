"""What of a figure a person chooses at the command line: outlets, sides, frames; all that is wrong with it at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli import console
from framing.cli.options import stop
from framing.study.faults import meant

if TYPE_CHECKING:
    from framing.report.context import Context
    from framing.report.figures.chosen import Chosen

Outlets = Annotated[
    list[str] | None, typer.Option("--outlet", help="An outlet to show; several: again, or with commas between them.")
]
Sides = Annotated[
    list[str] | None,
    typer.Option(
        "--side",
        help="The outlets of a side, as `framing compare` names it, for example japan; frames over time take them as one.",
    ),
]
Frames = Annotated[list[str] | None, typer.Option("--frame", help="A frame to show; several allowed.")]


def named(written: Sequence[str] | None) -> tuple[str, ...]:
    """The names that were written, once each; commas separate them too.

    >>> named(["rg,asahi", "rg"]), named(None)
    (('rg', 'asahi'), ())
    """
    return tuple(dict.fromkeys(name.strip() for text in written or () for name in text.split(",") if name.strip()))


def chosen(ctx: "Context", figure: str, asked: Mapping[str, tuple[str, ...]]) -> "Chosen":
    """What is asked for of a figure; the command ends where the figure cannot take it, or the study has no such thing.

    Args:
        ctx: the study under some choices.
        figure: a name of ``FIGURES``.
        asked: the names that were written, by option.
    """
    from framing.compare.sides import Side, side
    from framing.report.figures.chosen import Chosen

    sides = [side(name, ctx.corpus.tables.outlets) for name in asked["side"]]
    wrong = [
        *_not_taken(figure, [option for option, names in asked.items() if names]),
        *(fault for name in asked["outlet"] for fault in _outlet_fault(ctx, name)),
        *(f"--side: {found.reason}" for found in sides if not isinstance(found, Side)),
        *(
            f"--frame: there is no {name!r}{meant(name, tuple(ctx.style.frames))}"
            for name in asked["frame"]
            if name not in ctx.style.frames
        ),
    ]
    if wrong:
        raise stop("\n".join(wrong), console.USAGE)
    return Chosen(asked["outlet"], tuple(found for found in sides if isinstance(found, Side)), asked["frame"])


def _not_taken(figure: str, asked: Sequence[str]) -> Iterator[str]:
    """The options that a figure cannot use, with the figures that can."""
    from framing.report.figures import FIGURES

    for option in asked:
        if option not in FIGURES[figure].takes:
            able = ", ".join(name for name, row in FIGURES.items() if option in row.takes)
            yield f"--{option}: the chart {figure!r} shows no choice of {option}s; these do: {able}"


def _outlet_fault(ctx: "Context", name: str) -> Iterator[str]:
    """Why an outlet cannot be shown."""
    held = ctx.outlets["outlet"].cast(str).to_list()
    if name in held:
        return
    if name in ctx.style.outlets:
        yield f"--outlet: {name!r} is not in the panel {ctx.choices.panel!r}; add --panel all"
    else:
        yield f"--outlet: there is no {name!r}{meant(name, tuple(held))}"
