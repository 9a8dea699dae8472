"""The article timeline where a row would hold too many marks: articles per period as bars, by primary frame."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.analysis.choices import Every
from framing.analysis.period import LENGTHS, days, in_periods, periods
from framing.chart.dated import DAY, Span, downwards, time_axis
from framing.chart.parts import Chart, Symbol, label_of, plain, present, symbols, text_width, tip
from framing.chart.style import FAINT, PAPER, Style

ROOM, LEAST = 64, 9
"""Pixels of a row, and of the narrowest bar."""


class Bars(NamedTuple):
    """The bars of all rows.

    Attributes:
        rows: one row per (outlet, period, frame) with articles: where its part of the bar lies.
        centres: the middle of the row of each outlet.
        height: pixels of the whole.
        every: how long a period is.
        most: the articles of the highest bar.
    """

    rows: pl.DataFrame
    centres: Mapping[str, int]
    height: int
    every: Every
    most: int


def length(within: Span) -> Every:
    """The shortest period whose bars can still be told apart.

    >>> from datetime import date
    >>> length(Span(date(2014, 1, 1), date(2016, 1, 1), 600)), length(Span(date(1990, 1, 1), date(2020, 1, 1), 600))
    ('month', 'half')
    """
    months = (within.last.year - within.first.year) * 12 + within.last.month - within.first.month
    return next((every for every, long in LENGTHS.items() if long * within.width / months >= LEAST), "year")


def bars(articles: pl.DataFrame, outlets: Iterable[str], within: Span, top: int) -> Bars:
    """Articles per outlet and period, one frame upon another.

    Args:
        articles: one row per article: published, outlet, primary.
        outlets: in order from above.
        within: the stretch of time.
        top: where the first row begins.
    """
    every = length(within)
    named = periods(within.first, within.last - DAY, every)
    keys = ["outlet", "period"]
    counted = (
        in_periods(articles, named)
        .with_columns(pl.col("outlet", "period").cast(pl.String))
        .group_by(*keys, "primary")
        .agg(articles=pl.len().cast(pl.Int64), records=pl.col("article").sort())
        .sort(*keys, "primary")
        .with_columns(above=pl.col("articles").cum_sum().over(keys))
    )
    most = max(counted["above"])
    centres = {outlet: top + ROOM * place + ROOM // 2 for place, outlet in enumerate(outlets)}
    floor = pl.col("outlet").replace_strict(centres, return_dtype=pl.Float64) + ROOM / 2
    unit = (ROOM - 12) / most
    rows = counted.join(days(named).cast({"period": pl.String}), on="period", maintain_order="left").with_columns(
        end=pl.col("last") + DAY,
        y=floor - pl.col("above") * unit,
        bottom=floor - (pl.col("above") - pl.col("articles")) * unit,
    )
    return Bars(rows, centres, top + ROOM * len(centres), every, most)


def bar_layers(found: Bars, within: Span, style: Style) -> list[alt.Chart]:
    """The line under each row, and the bars."""
    told = plain(found.rows).with_columns(
        outlet_label=label_of("outlet", style.outlets),
        frame_label=label_of("primary", style.frames),
        colour=pl.col("primary").cast(pl.String).replace_strict(style.frame_colours, return_dtype=pl.String),
    )
    edges = pl.DataFrame({"bottom": [centre + ROOM // 2 for centre in found.centres.values()]})
    labels = {"outlet": "outlet_label", "period": "period", "primary": "frame_label"}
    base = Chart(told.drop("above", "last", "primary", "outlet")).mark_rect(stroke=PAPER, strokeWidth=0.6)
    return [
        Chart(edges).mark_rule(color=FAINT, strokeWidth=0.8).encode(y=downwards("bottom", found.height)),
        base.encode(
            x=time_axis("first", within, style),
            x2=alt.X2("end"),
            y=downwards("y", found.height),
            y2=alt.Y2("bottom"),
            fill=alt.Fill("colour", scale=None),
            tooltip=tip(style.words, **labels, articles="articles"),
        ),
    ]


def bar_key(found: Bars, width: float, style: Style) -> alt.LayerChart:
    """The frames that occur."""
    frames = present(found.rows, "primary", style.frames)
    room = max(text_width(style.frames[frame]) for frame in frames)
    return symbols(
        [[Symbol(style.frames[name], style.frame_colours[name], "square", room=room) for name in frames]], width
    )
