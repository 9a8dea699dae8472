"""Time along a chart, and lanes for marks that would collide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import polars as pl

from framing.chart.parts import Chart, fixed
from framing.chart.style import Style

DAY = timedelta(days=1)


NO_BREAK = "\u00a0"
MARKS = 80
"""The most articles of a row that are drawn one by one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time on so many pixels; ``last`` is the first day that is out."""

    first: date
    last: date
    width: float

    def pixel(self, day: date) -> float:
        """Where a day lies."""
        return (day - self.first).days / (self.last - self.first).days * self.width


def span(days: pl.Series, width: float) -> Span:
    """The whole quarters that hold some days.

    >>> found = span(pl.Series([date(2014, 2, 9), date(2014, 5, 1)]), 181)
    >>> found.first, found.last, found.pixel(date(2014, 1, 2))
    (datetime.date(2014, 1, 1), datetime.date(2014, 7, 1), 1.0)
    """
    low, high = (date.fromisoformat(str(day)) for day in (days.min(), days.max()))
    end = high.year * 12 + (high.month + 2) // 3 * 3
    return Span(date(low.year, (low.month - 1) // 3 * 3 + 1, 1), date(end // 12, end % 12 + 1, 1), width)


def lanes(stretches: Sequence[tuple[float, float]], apart: float) -> list[int]:
    """The first lane in which each stretch keeps its distance; stretches come in order of their start.

    >>> lanes([(0, 0), (1, 1), (9, 9)], 5)
    [0, 1, 0]
    """
    ends: list[float] = []
    chosen = []
    for low, high in stretches:
        free = next((lane for lane, end in enumerate(ends) if low - end >= apart), len(ends))
        ends[free:] = [high, *ends[free + 1 :]]
        chosen.append(free)
    return chosen


def crowded(points: pl.DataFrame, *row: str) -> bool:
    """Whether a row holds more marks than are drawn one by one, so that all rows count; ``row`` are the columns that tell rows apart.

    >>> crowded(pl.DataFrame({"outlet": ["x", "x"]}), "outlet")
    False
    """
    return points.group_by(row).len().filter(pl.col("len") > MARKS).height > 0


def from_centre(lane: int) -> int:
    """Lanes 0, 1, 2, 3 … as steps from the middle: 0, 1, -1 and so on."""
    return (lane + 1) // 2 * (1 if lane % 2 else -1)


def _instant(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def time_axis(column: str, within: Span, style: Style) -> alt.X:
    """The time axis: quarters, or whole years where quarters would crowd, with the year under the first of each."""
    months = (within.last.year - within.first.year) * 12 + within.last.month - within.first.month
    step = next((n for n in (3, 12, 24, 60, 120) if n * within.width / months >= 40), 240)
    starts = [within.first.year * 12 + within.first.month - 1 + k for k in range(months)]
    ticks = [date(month // 12, month % 12 + 1, 1) for month in starts if month % step == 0]
    head = f"month(datum.value) === 0 || time(datum.value) === time(datetime({within.first.year}, {within.first.month - 1}, 1))"
    quarter = f"replace('{style.words['quarter']}', '{{q}}', quarter(datum.value))"
    label = "year(datum.value)" if step > 3 else f"[{quarter}, {head} ? year(datum.value) : '']"
    axis = alt.Axis(
        values=[_instant(day) for day in ticks], labelExpr=label, labelAlign="left", labelOffset=3, tickSize=10,
        domain=False, title=None, grid=True, labelPadding=0,
    )  # fmt: skip
    return alt.X(column, scale=day_scale(within), axis=axis)


def day_scale(within: Span) -> alt.Scale:
    """The scale of days. As one expression: a list of dates is misread in layers that have an end as well as a start."""
    ends = ", ".join(f"datetime({day.year}, {day.month - 1}, {day.day})" for day in (within.first, within.last))
    return alt.Scale(domain=alt.ExprRef(f"[{ends}]"), nice=False)


def downwards(column: str, height: float) -> alt.Y:
    """A vertical scale in pixels from the top; its labels are drawn by ``gutter``."""
    return alt.Y(column, scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)


def gutter(labels: Sequence[tuple[str, int]], right: float, height: float, **mark: Any) -> alt.Chart:
    """Labels left of a picture, at given heights, ending ``right`` pixels before it."""
    rows = pl.DataFrame(labels, schema={"text": pl.String, "y": pl.Int64}, orient="row")
    texts = Chart(rows).encode(x=fixed(alt.XValue, -right), y=downwards("y", height), text=alt.Text("text"))
    drawn: alt.Chart = texts.mark_text(align="right", **mark)
    return drawn
