"""One row of the table of figures, and a figure that is measured and not yet drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

import polars as pl

from framing.analysis.reading import Reading
from framing.chart import picture
from framing.chart.small_print import noted
from framing.chart.style import Style
from framing.chart.told import Address, Spec
from framing.refusal import Refusal
from framing.report.blocks import Figure, Number, Table, set_name
from framing.report.context import Context
from framing.report.figures.chosen import Chosen, narrowed

Subject = TypeVar("Subject")


class StudyReading(NamedTuple):
    """A study as one rule reads it."""

    ctx: Context
    reading: Reading


def study_reading(ctx: Context) -> StudyReading | Refusal:
    """The study under its own choices, or why it cannot be read."""
    return ctx.reading if isinstance(ctx.reading, Refusal) else StudyReading(ctx, ctx.reading)


@dataclass(frozen=True, slots=True)
class Recipe(Generic[Subject]):
    """How one figure is made of its subject: a study, a study as it is read, or two sides of it.

    Attributes:
        shows: what it shows, for whoever chooses one.
        file: what its picture is called beside a page, as a person types it at the prompt.
        measure: the table that is drawn, or why there is none.
        draw: the table as a chart.
        caption: the text under it on a page.
        numbers: the same numbers as a table of the page; None where the section has a fuller one of its own.
        subject: what a chart of the whole study is made of, or why there is none; by default the study as it is read.
        takes: what may be chosen of it, of ``chosen.OPTIONS``.
        choose: what a chart of the chosen is made of, or why there is none.
    """

    shows: str
    file: str
    measure: Callable[[Subject], pl.DataFrame | Refusal]
    draw: Callable[[Subject, pl.DataFrame, Style], Any]
    caption: Callable[[Subject, pl.DataFrame], str]
    numbers: Callable[[Subject, pl.DataFrame], Table | None] = lambda _, __: None
    subject: Callable[[Context], Any] = study_reading
    takes: tuple[str, ...] = ()
    choose: Callable[[Context, Chosen], Any] = lambda ctx, chosen: study_reading(narrowed(ctx, chosen.every_outlet))

    def of(self, subject: Subject) -> "Measured[Subject] | Refusal":
        """The figure of one subject, measured, or why there is none."""
        table = self.measure(subject)
        return table if isinstance(table, Refusal) else Measured(self, subject, table)


@dataclass(frozen=True, slots=True)
class Measured(Generic[Subject]):
    """A figure with its numbers; drawn only on demand, since prose may need the numbers alone."""

    row: Recipe[Subject]
    subject: Subject
    table: pl.DataFrame

    def chart(self, style: Style) -> Any:
        """The figure as an Altair chart."""
        return self.row.draw(self.subject, self.table, style)

    def caption(self) -> str:
        """What a reader must know who sees the figure alone."""
        return self.row.caption(self.subject, self.table)

    def alone(self, style: Style) -> Spec:
        """The figure as a file of its own, its caption in small print; its marks lead nowhere."""
        return self._spec(style, lambda _: "", self.caption())

    def block(self, style: Style) -> Figure:
        """The figure as a block of a page; a mark leads to the card of its article, or to the set of its records."""
        sets: dict[str, Number] = {}

        def address(records: Sequence[str]) -> str:
            if len(records) == 1:
                return f"records.html#{records[0]}"
            return f"records.html#{_kept(Number(str(len(records)), tuple(records)), sets)}"

        caption, numbers = self.caption(), self.row.numbers(self.subject, self.table)
        drawn = self._spec(style, address, caption)
        return Figure(self.row.file, drawn, caption, numbers, tuple(sets.values()), style.language)

    def _spec(self, style: Style, address: Address, caption: str) -> Spec:
        with picture.trusted():
            drawn = {**picture.spec(self.chart(style), address), "usermeta": {"language": style.language}}
        return noted(drawn, caption)


def _kept(number: Number, sets: dict[str, Number]) -> str:
    """The name of the records of a number, which is now among the sets."""
    name = set_name(number.records)
    sets[name] = number
    return name


def of_table(draw: Callable[[pl.DataFrame, Style], Any]) -> Callable[[Any, pl.DataFrame, Style], Any]:
    """A drawing that needs nothing of the subject but its table."""
    return lambda _, table, style: draw(table, style)
