"""The choices of an analysis, each with the value that stands where nobody chooses. Light: commands read their defaults here."""

import re
from datetime import date
from typing import Literal, NamedTuple

from framing.analysis.draws import PERMUTATION
from framing.refusal import Refusal

Panel = Literal["core", "context", "all"]
"""Which outlets: those compared, those that give context, or both."""
Every = Literal["month", "quarter", "half", "year"]
"""Length of a period."""
Basis = Literal["published", "cited", "section"]
"""Date rule: the date as now believed, the date as the source prints it, the quarter of the citing section."""
Ground = Literal["attributed", "inferred"]
"""Which values count of articles known at second hand: what is said of the article itself, or also what its description implies."""
Bundles = Literal["together", "apart", "first"]
"""Articles that share a description: shuffled as one, each for itself, or only the first of them kept."""
TreatAs = Literal["as_chosen", "sample"]
"""Whether articles picked for a purpose are tested nevertheless, as a sample."""


class Alone(NamedTuple):
    """The reading that takes one coder alone.

    >>> str(Alone("ann"))
    'coder:ann'
    """

    coder: str

    def __str__(self) -> str:
        return f"coder:{self.coder}"


def alone(rule: str) -> Alone | None:
    """The reading of one coder that a rule names, or None.

    >>> alone("coder:ann"), alone("majority")
    (Alone(coder='ann'), None)
    """
    kind, _, coder = rule.partition(":")
    return Alone(coder) if kind == "coder" else None


class Filter(NamedTuple):
    """Articles are kept by what one variable says of them, such as whose view they present.

    Attributes:
        variable: a variable of the codebook.
        answers: values to keep, or words for why there is none.
    """

    variable: str
    answers: tuple[str, ...]


class Window(NamedTuple):
    """Which articles count by their date: days from their event, or a stretch of the calendar.

    Attributes:
        before: earliest day, counted from the event; negative before it.
        after: latest day.
        first: first date.
        last: last date.
    """

    before: int | None = None
    after: int | None = None
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        if self.first and self.last:
            return f"{self.first}..{self.last}"
        return "any day" if self.before is None or self.after is None else f"{self.before:+d}..{self.after:+d} days"


EVER = Window()


class Choices(NamedTuple):
    """What a reader of the study may choose.

    Attributes:
        rule: the reading (``framing.analysis.reading``).
        ground: which values count; an inferred one is unknown on the ground ``attributed``.
        panel: the outlets of a report.
        every: length of a period.
        basis: the date rule of periods; comparisons count days by the date of publication.
        voices: what is kept, by the variables that filter; none keeps all.
        window: days from the event, or dates.
        bundles: how a comparison shuffles articles that share a description.
        treat_as: whether a purposive selection is tested as if it were a sample.
        draws: arrangements to draw where they cannot be enumerated.
        seed: of everything that is drawn.
    """

    rule: str = "adjudicated"
    ground: Ground = "attributed"
    panel: Panel = "core"
    every: Every = "quarter"
    basis: Basis = "published"
    voices: tuple[Filter, ...] = ()
    window: Window = EVER
    bundles: Bundles = "together"
    treat_as: TreatAs = "as_chosen"
    draws: int = PERMUTATION
    seed: int = 0


USUAL = Choices()


def window(written: str) -> Window | Refusal:
    """The window that a person wrote.

    Args:
        written: ``-3..+7`` (days from the event) or ``2014-07-01..2014-12-31``.

    Returns:
        The window, or the refusal ``unknown_window``.

    >>> window("-3..+7").after, window("2014-07-01..2014-12-31").last, window("7..-3").code
    (7, datetime.date(2014, 12, 31), 'unknown_window')
    """
    days = re.fullmatch(r"([+-]?[0-9]{1,4})\.\.([+-]?[0-9]{1,4})", written.strip())
    dates = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})", written.strip())
    need = "Days from the event, for example -3..+7, or dates, for example 2014-07-01..2014-12-31; the earlier first."
    if days and int(days[1]) <= int(days[2]):
        return Window(before=int(days[1]), after=int(days[2]))
    try:
        if dates and (first := date.fromisoformat(dates[1])) <= (last := date.fromisoformat(dates[2])):
            return Window(first=first, last=last)
    except ValueError as error:
        return Refusal("unknown_window", f"There is no window {written!r}: {error}.", need)
    return Refusal("unknown_window", f"There is no window {written!r}.", need)
