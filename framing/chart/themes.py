"""Frame dimensions over time, a mark per article or, of many, their numbers, beside the theme that a source gives to each quarter."""

from collections.abc import Callable, Mapping

import altair as alt
import polars as pl

from framing.chart.dated import DAY, Span, crowded, gutter, span
from framing.chart.dots import (
    CROSS,
    Plane,
    Size,
    counted_names,
    described,
    diameter,
    dots,
    on_rows,
    outlet_key,
    rowed,
    ruled,
    stretched,
)
from framing.chart.event_lane import GAP, event_key, event_layers, event_notes, lane_height, told_events
from framing.chart.parts import Symbol, label_of, layered, nothing, present, symbols, text_width, tip, titled
from framing.chart.period_cells import Cells, cell_layers, cell_notes, cells, ruled_rows
from framing.chart.style import GREY, INK, QUIET, WIDTH, Style

LEFT_OUT = "excluded"


def themes_over_time(
    marks: pl.DataFrame, events: pl.DataFrame, stretches: pl.DataFrame, style: Style
) -> alt.TopLevelMixin:
    """Every article in the row of its frame dimensions, by day, under the events of the study.

    Args:
        marks: one row per (article, frame), as from ``course.themes_by_article``.
        events: the event table.
        stretches: one row per stretch of days: ``first``, ``last``, ``theme`` (that of a source, or null where the study holds no
            article).
        style: the look of the study.

    Returns:
        The chart: full marks for primary dimensions, small ones for secondary, crosses for articles excluded from frame analysis;
        the source's own theme framed, stretches without an article grey. Where a row would hold too many marks, cells with the number of
        articles per period, by their primary dimension.
    """
    if marks.is_empty():
        return nothing("themes", style)
    rows = _row_names(marks, stretches, style)
    left = max(text_width(name) for name in [*rows.values(), style.words["lane"]]) + 12
    days = pl.concat([marks["day"], stretches["first"], stretches["last"]])
    within = span(days, WIDTH - left - 20)
    told = told_events(events, within, style)
    found = _cells(marks, within, style) if counts_articles(marks) else None
    picture = _picture(marks if found is None else found, stretches, told, rows, Plane(within, 0, style))
    chart = alt.vconcat(picture, *_key(marks, stretches, within, style), *event_key(told, within, style), spacing=16)
    how = [style.words["themes_note"]] if found is None else [style.words["themes_counted"], *cell_notes(found, style)]
    return titled(chart, style.words["themes"], [*how, *event_notes(told, style)])


def counts_articles(marks: pl.DataFrame) -> bool:
    """Whether the chart has cells, because a row would hold too many marks."""
    return crowded(_in_rows(marks), "row")


def _cells(marks: pl.DataFrame, within: Span, style: Style) -> Cells:
    """The articles of each primary dimension, and those that are left out."""
    told = marks.filter(pl.col("role") != "secondary").with_columns(
        inferred=pl.lit(value=False), silent=pl.col("role") == LEFT_OUT
    )
    return cells(_in_rows(told), within, style)


def _key(marks: pl.DataFrame, stretches: pl.DataFrame, within: Span, style: Style) -> list[alt.LayerChart]:
    """What marks and stretches mean; cells have no marks."""
    if not counts_articles(marks):
        return [outlet_key(marks, _meanings(marks, stretches, style), within.width, style)]
    meanings = _meanings(marks.clear(), stretches, style)
    return [symbols([meanings], within.width)] if meanings else []


def _picture(
    marks: pl.DataFrame | Cells, stretches: pl.DataFrame, told: pl.DataFrame, rows: Mapping[str, str], plane: Plane
) -> alt.LayerChart:
    """The marks or cells on their rows, under the lane of events; the plane grows as high as they need."""
    within, _, style = plane
    top = lane_height(told)
    drawn, lines, height = _on_rows(marks, rows, top, plane)
    plane, labels = plane._replace(height=height), [(rows[name], y) for name, y in lines.select("row", "y").iter_rows()]
    return layered(
        *_grey(stretches, top, plane),
        *ruled(lines, plane),
        *(event_layers(told, within, (top, height), style) if top else []),
        *_framed(stretches, lines, plane),
        *drawn(plane),
        gutter(labels, 10, height),
        gutter([(style.words["lane"], GAP)] if top else [], 10, height, color=QUIET),
        width=within.width,
        height=height,
    )


def _on_rows(
    marks: pl.DataFrame | Cells, rows: Mapping[str, str], top: int, plane: Plane
) -> tuple[Callable[[Plane], list[alt.Chart]], pl.DataFrame, int]:
    """What draws the marks or the cells, the rows that they stand in, and the height of the whole."""
    if isinstance(marks, Cells):
        lines, height = ruled_rows(rows, Size(0, top, 24))
        return lambda plane: cell_layers(marks.table, lines, plane, rows, "frame"), lines, height
    size = Size(diameter(marks), top, 24)
    placed, lines, height = rowed(_in_rows(marks), list(rows), plane.within, size)
    return lambda plane: _marks(placed, size.wide, plane), lines, height


def _in_rows(marks: pl.DataFrame) -> pl.DataFrame:
    return marks.with_columns(row=pl.coalesce(pl.col("frame").cast(pl.String), pl.lit(LEFT_OUT)))


def _row_names(marks: pl.DataFrame, stretches: pl.DataFrame, style: Style) -> dict[str, str]:
    """The frame dimensions that occur, in the order of the codebook, each with its primary articles; at last, what is left out."""
    named = {*present(marks, "frame", style.frames), *stretches["theme"].drop_nulls()}
    primary = marks.filter(pl.col("role") == "primary")
    labels = {name: label for name, label in style.frames.items() if name in named}
    left_out = marks.filter(pl.col("role") == LEFT_OUT)["article"].n_unique()
    last = {LEFT_OUT: f"{style.words['excluded']} ({left_out})"} if left_out else {}
    return counted_names(primary, "frame", labels) | last


def _grey(stretches: pl.DataFrame, top: int, plane: Plane) -> list[alt.Chart]:
    """Stretches without an article in grey."""
    empty = stretches.filter(pl.col("theme").is_null())
    edges = empty.with_columns(end=pl.col("last") + DAY, top=pl.lit(top), bottom=pl.lit(plane.height))
    return [stretched(edges, plane).mark_rect(color=GREY)] if empty.height else []


def _framed(stretches: pl.DataFrame, lines: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """The theme that a source gives to a quarter, as a frame around its cell."""
    own = stretches.drop_nulls("theme").join(lines, left_on="theme", right_on="row", maintain_order="left")
    boxes = own.with_columns(end=pl.col("last") + DAY, top=pl.col("top") + 1, bottom=pl.col("bottom") - 1)
    drawn = stretched(boxes, plane).mark_rect(filled=False, stroke=INK, strokeWidth=1.2, cornerRadius=2)
    return [drawn] if boxes.height else []


def _marks(placed: pl.DataFrame, wide: int, plane: Plane) -> list[alt.Chart]:
    """Full marks, small ones and crosses."""
    style = plane.style
    told = described(placed, style).with_columns(
        frame_label=label_of("row", {**style.frames, LEFT_OUT: style.words["excluded"]}),
        role_label=label_of("role", style.words),
    )
    tooltip = tip(
        style.words, date="day", outlet="outlet_label", headline="headline", frame="frame_label", role="role_label",
    )  # fmt: skip
    base = on_rows(told.drop("row", "frame"), plane, tooltip)
    crosses = base.transform_filter("datum.role === 'excluded'").mark_point(
        shape=CROSS, size=wide**2, strokeWidth=1.4, color=QUIET, opacity=1
    )
    return [
        dots(base.transform_filter("datum.role === 'primary'"), wide, style),
        dots(base.transform_filter("datum.role === 'secondary'"), wide * 0.62, style),
        *([crosses] if (placed["role"] == LEFT_OUT).any() else []),
    ]


def _meanings(marks: pl.DataFrame, stretches: pl.DataFrame, style: Style) -> list[Symbol]:
    """What size, cross, frame and grey mean, as far as they occur."""
    roles, words = set(marks["role"]), style.words
    framed, empty = stretches["theme"].is_not_null().any(), stretches["theme"].is_null().any()
    every = [
        ("primary" in roles, Symbol(words["primary"], QUIET, size=81)),
        ("secondary" in roles, Symbol(words["secondary"], QUIET, size=31)),
        (LEFT_OUT in roles, Symbol(words["excluded"], QUIET, CROSS, size=81)),
        (framed, Symbol(words["source_theme"], INK, "square", fill=0, size=130)),
        (empty, Symbol(words["no_article_period"], GREY, "square", size=130)),
    ]
    return [symbol for occurs, symbol in every if occurs]
