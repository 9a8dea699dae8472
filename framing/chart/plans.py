"""Plans that were not realised, and what articles expected of them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.chart.dated import DAY, Span, crowded, downwards, gutter, span, time_axis
from framing.chart.dots import (
    Plane,
    Size,
    bands,
    described,
    diameter,
    dots,
    on_rows,
    outlet_key,
    rowed,
    ruled,
    stretched,
)
from framing.chart.expectations import BAR, steps_in_words
from framing.chart.parts import (
    Chart,
    Symbol,
    fixed,
    heading,
    layered,
    nothing,
    present,
    symbols,
    text_width,
    tip,
    titled,
    wrapped,
)
from framing.chart.period_cells import Cells, cell_layers, cell_notes, cells, ruled_rows
from framing.chart.style import INK, PAPER, QUIET, WIDTH, Style
from framing.study.levels import signed

LINE, BLOCK = 14, 12
"""Pixels of a line of text, and of the bar under it."""


class _Frame(NamedTuple):
    """What the panels share: the stretch of time, and the look."""

    within: Span
    style: Style


def plans_and_expectations(points: pl.DataFrame, planned: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Where articles on a plan stood, under the dates for which it was planned in vain.

    Args:
        points: one row per (plan, article, scale), as from ``course.expected_plans``.
        planned: the plans that were not realised, as from ``course.unrealised_plans``.
        style: the look of the study.

    Returns:
        The chart: a panel per plan and scale; the planned dates as bars, below them every article on the row of its position, a line
        from position to position, and articles without a position by reason. Where a row would hold too many articles, cells with their
        number per period.
    """
    if points.is_empty():
        return nothing("plans", style)
    shown = planned.filter(pl.col("plan").is_in(points["plan"].unique().implode()))
    spots = [*(signed(int(score)) for name in present(points, "variable", style.variables) for score in style.values[name]),
             *(style.missing[name] for name in present(points, "missing", style.missing))]  # fmt: skip
    left = max(text_width(spot) for spot in spots) + 20
    days = pl.concat([points["day"], shown["first"], shown["last"].drop_nulls()])
    frame = _Frame(span(days, WIDTH - left - 20), style)
    found = (
        cells(_in_rows(points), frame.within, style, ("plan", "variable", "row")) if counts_articles(points) else None
    )
    panels = [
        _panel(part, shown.filter(pl.col("plan") == plan), found, frame)
        for (plan, _), part in points.group_by("plan", "variable", maintain_order=True)
    ]
    chart = alt.vconcat(*panels, _key(points, frame), spacing=22)
    how = [style.words["plans_note"]] if found is None else [*cell_notes(found, style), style.words["plans_counted"]]
    return titled(chart, style.words["plans"], how)


def counts_articles(points: pl.DataFrame) -> bool:
    """Whether the chart has cells, because a row would hold too many articles."""
    return crowded(_in_rows(points), "plan", "variable", "row")


def _in_rows(points: pl.DataFrame) -> pl.DataFrame:
    spoken = pl.coalesce(pl.col("score", "missing").cast(pl.String))
    return points.with_columns(row=spoken, silent=pl.col("missing").is_not_null())


def _key(points: pl.DataFrame, frame: _Frame) -> alt.LayerChart:
    """What dots and bars mean; cells have no key."""
    words, planned = frame.style.words, Symbol(frame.style.words["not_realised"], QUIET, BAR, 0, 130)
    if counts_articles(points):
        return symbols([[planned]], frame.within.width)
    meanings = [
        *([Symbol(words["looks_ahead"], QUIET, size=81)] if points["previews"].any() else []),
        *([Symbol(words["other_relation"], QUIET, size=31)] if not points["previews"].all() else []),
        planned,
    ]
    return outlet_key(points, meanings, frame.within.width, frame.style)


def _panel(points: pl.DataFrame, planned: pl.DataFrame, found: Cells | None, frame: _Frame) -> alt.LayerChart:
    """One plan on one scale."""
    (within, style), variable = frame, str(points["variable"][0])
    bars = _bars(planned, frame)
    top = max((int(bottom) + 8 for bottom in bars["bottom"]), default=0)
    scores = sorted((int(score) for score in style.values[variable]), reverse=True)
    rows = {str(score): signed(score) for score in scores}
    rows |= {name: style.missing[name] for name in present(points, "missing", style.missing)}
    marks, lines, height = _on_rows(points, found, rows, top, frame)
    plane, labels = Plane(within, height, style), list(zip(rows, lines["y"], strict=True))
    return layered(
        *_planned(bars, plane),
        *marks(plane),
        gutter([(rows[row], y) for row, y in labels], 10, height, color=QUIET),
        width=within.width,
        height=height,
        title=heading(
            _called(str(points["plan"][0]), variable, frame), wrapped(steps_in_words(variable, style), within.width)
        ),
    )


def _on_rows(
    points: pl.DataFrame, found: Cells | None, rows: Mapping[str, str], top: int, frame: _Frame
) -> tuple[Callable[[Plane], list[alt.Chart]], pl.DataFrame, int]:
    """What draws the dots or the cells of one panel, the rows that they stand in, and the height of the whole."""
    if found is not None:
        lines, height = ruled_rows(rows, Size(0, top, 17))
        mine = found.table.join(
            points.select("plan", pl.col("variable").cast(pl.String)).unique(), on=["plan", "variable"]
        )
        return lambda plane: cell_layers(mine.sort("row", "first"), lines, plane, rows), lines, height
    size = Size(diameter(points), top, 17)
    placed, lines, height = rowed(_in_rows(points).drop("silent"), list(rows), frame.within, size)
    return (
        lambda plane: [*bands(lines, plane), *_line(placed, lines, plane), *_dots(placed, size.wide, plane)],
        lines,
        height,
    )


def _called(plan: str, variable: str, frame: _Frame) -> list[str]:
    return wrapped(f"{frame.style.events[plan]}: {frame.style.variables[variable]}", frame.within.width, 12)


def _bars(planned: pl.DataFrame, frame: _Frame) -> pl.DataFrame:
    """The planned dates, each a bar with its name above it, as far right as the name fits; one row per line of a name."""
    (within, style), y, rows = frame, 0, []
    for plan in planned.sort("first", "event").iter_rows(named=True):
        start, end = plan["first"], (plan["last"] or plan["first"]) + DAY
        name = style.events[plan["event"]] + (f" · {style.words['date_uncertain']}" if plan["uncertain"] else "")
        lines = wrapped(name, within.width)
        latest = within.last - (within.last - within.first) * (max(map(text_width, lines)) / within.width)
        left = max(within.first, min(start, latest))
        top = y + LINE * len(lines)
        rows += [
            (text, left, y + LINE * k + 6, start, end, top, top + BLOCK - 4, plan["uncertain"])
            for k, text in enumerate(lines)
        ]
        y = top + BLOCK
    schema = {
        "text": pl.String,
        "left": pl.Date,
        "at": pl.Int64,
        "first": pl.Date,
        "end": pl.Date,
        "top": pl.Int64,
        "bottom": pl.Int64,
        "uncertain": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _planned(bars: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """Hollow bars: what was planned and did not happen; dashed where the date is uncertain."""
    if bars.is_empty():
        return []
    sure, doubtful = bars.filter(~pl.col("uncertain")), bars.filter("uncertain")
    dashes: list[tuple[pl.DataFrame, list[float]]] = [(sure, [1, 0]), (doubtful, [3, 2])]
    spans = stretched(bars.with_columns(bottom=pl.lit(plane.height)), plane)
    names = Chart(bars.select("text", "left", "at")).mark_text(align="left").encode(
        x=time_axis("left", plane.within, plane.style), y=downwards("at", plane.height), text=alt.Text("text")
    )  # fmt: skip
    return [
        *ruled(pl.DataFrame({"bottom": [plane.height]}), plane),
        spans.mark_rect(color="#f3f5f7"),
        *(
            stretched(rows, plane).mark_rect(fill=PAPER, stroke=INK, strokeWidth=1, strokeDash=dash)
            for rows, dash in dashes
            if rows.height
        ),
        names,
    ]


def _line(placed: pl.DataFrame, lines: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """From position to position, by date."""
    given = placed.filter(pl.col("score").is_not_null()).drop("y").join(lines.select("row", "y"), on="row")
    spoken = given.sort("day", "article").select("day", "y", "article")
    line = Chart(spoken).mark_line(strokeWidth=1, opacity=0.7).encode(
        x=time_axis("day", plane.within, plane.style), y=downwards("y", plane.height), order=alt.Order("day"),
        color=fixed(alt.ColorValue, "#aab1b9"),
    )  # fmt: skip
    return [line] if spoken.height > 1 else []


def _dots(placed: pl.DataFrame, wide: int, plane: Plane) -> list[alt.Chart]:
    """Large: articles that look ahead; small: all others."""
    style = plane.style
    told = described(placed, style).with_columns(
        position=pl.coalesce(pl.col("score").cast(pl.String), pl.col("missing").replace(dict(style.missing)))
    )
    columns = ("article", "outlet", "day", "headline", "y", "outlet_label", "inferred", "position", "previews")
    tooltip = tip(style.words, date="day", outlet="outlet_label", headline="headline", value="position")
    base = on_rows(told.select(columns), plane, tooltip)
    return [
        dots(base.transform_filter("datum.previews"), wide, style),
        dots(base.transform_filter("!datum.previews"), wide * 0.62, style),
    ]
