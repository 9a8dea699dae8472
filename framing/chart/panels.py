"""Where the panels of small multiples over time lie: a row per frame, a column per group, in bands that fit the page; in pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import polars as pl

from framing.chart.dated import DAY, Span
from framing.chart.parts import text_width
from framing.chart.style import WIDTH, Style

GAP, BETWEEN, LINE = 14, 12, 14
"""Pixels between columns, between rows, and of a line of text above or below the panels."""
NARROW, SQUARE = 100, 10
"""The narrowest column, and the widest square."""
TALLEST = 64
"""Pixels of the highest stack of squares."""
ALL = WIDTH - 24
"""Pixels of the whole."""


class Row(NamedTuple):
    """The panels of one frame: how far their line lies below the top of the rows, and how high they rise above it."""

    line: float
    rise: float


@dataclass(frozen=True, slots=True)
class Squares:
    """How articles are stacked: so many side by side, each so wide and so high."""

    across: int
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Panels:
    """The layout of a figure.

    Attributes:
        columns: left edge of each group, and the band that it stands in.
        rows: of each frame.
        within: the stretch of time on the width of one column.
        head: lines of the names of groups.
        lane: pixels of the events above the rows.
        height: pixels of all rows of one band.
        foot: lines of the axis.
        bands: how many there are.
    """

    columns: Mapping[str, tuple[float, int]]
    rows: Mapping[str, Row]
    within: Span
    head: int
    lane: float
    height: float
    foot: int
    bands: int

    @property
    def band(self) -> float:
        """Pixels from the top of one band to that of the next."""
        return self.head * LINE + 6 + self.lane + self.height + self.foot * LINE + 16

    def top(self, group: str) -> float:
        """Where the rows of a group begin."""
        return self.columns[group][1] * self.band + self.head * LINE + 6 + self.lane

    def line(self, group: str, frame: str) -> float:
        """Where a panel has its line."""
        return self.top(group) + self.rows[frame].line

    def across(self, group: str, day: date) -> float:
        """Where a day lies in the column of a group."""
        return self.columns[group][0] + self.within.pixel(day)


def columns_of(groups: Sequence[str], left: float, cells: pl.DataFrame) -> tuple[dict[str, tuple[float, int]], Span]:
    """The columns of groups, as many beside one another as leave room for every period, and the time on each.

    Args:
        groups: in order.
        left: pixels left of the first column.
        cells: ``first`` and ``last`` of every period.

    >>> days = pl.DataFrame({"first": [date(2014, 1, 1), date(2014, 7, 1)], "last": [date(2014, 6, 30), date(2014, 12, 31)]})
    >>> places, within = columns_of("abcdefgh", 160, days)
    >>> places["a"], places["h"][1], within.first, within.last
    ((160.0, 0), 1, datetime.date(2014, 1, 1), datetime.date(2015, 1, 1))
    """
    room, periods = ALL - left, cells["first"].n_unique()
    most = max(1, int((room + GAP) // (max(NARROW, 6 * periods) + GAP)))
    bands = -(-len(groups) // most)
    beside = -(-len(groups) // bands)
    wide = (room + GAP) / beside - GAP
    low, high = date.fromisoformat(str(cells["first"].min())), date.fromisoformat(str(cells["last"].max()))
    places = {group: (left + place % beside * (wide + GAP), place // beside) for place, group in enumerate(groups)}
    return places, Span(low, high + DAY, wide)


def squares_of(tallest: int, within: Span, periods: int) -> Squares:
    """How articles are stacked so that the highest stack fits its row.

    >>> squares_of(9, Span(date(2014, 1, 1), date(2015, 1, 1), 120), 4)
    Squares(across=2, wide=10, high=10)
    """
    period = within.width / periods
    wide = max(2.0, min(SQUARE, period - 1))
    across = max(1, min(int(period // wide), -(-tallest // 6)))
    return Squares(across, wide, min(wide, TALLEST / max(1, -(-tallest // across))))


def ticks(within: Span, style: Style) -> list[tuple[date, str]]:
    r"""The days with a mark on the axis, and their labels in one line or two.

    >>> from framing.chart.style import style
    >>> look = style({"frames": [], "variables": [], "missing": [], "confidence": {"values": []}}, [], [])
    >>> ticks(Span(date(2014, 4, 1), date(2015, 1, 1), 300), look)[0]
    (datetime.date(2014, 4, 1), 'Q2\n2014')
    """
    months = (within.last.year - within.first.year) * 12 + within.last.month - within.first.month
    quarter = style.words["quarter"]
    fits = {3: text_width(quarter, 10) - 12, **dict.fromkeys((12, 24, 60, 120), 24)}
    step = next((n for n, least in fits.items() if n * within.width / months >= least + 6), 240)
    starts = [within.first.year * 12 + within.first.month - 1 + k for k in range(months)]
    days = [date(month // 12, month % 12 + 1, 1) for month in starts if month % step == 0]
    if step > 3:
        return [(day, str(day.year)) for day in days]
    named = [quarter.format(q=day.month // 3 + 1) for day in days]
    return [
        (day, f"{name}\n{day.year}" if day.month == 1 or day == days[0] else name)
        for day, name in zip(days, named, strict=True)
    ]
