"""The answers to some variables over time, a dot per article or, of many, their numbers."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from framing.chart.counts import numbers, silent_rows
from framing.chart.dated import crowded, gutter, span
from framing.chart.dots import Plane, Size, counted_names, described, diameter, dots, on_rows, outlet_key, rowed, ruled
from framing.chart.event_lane import event_key, event_notes, event_rules, event_strip, numbered_events
from framing.chart.parts import label_of, layered, nothing, present, text_width, tip, titled
from framing.chart.period_cells import cell_layers, cell_notes, cells, ruled_rows
from framing.chart.style import INK, QUIET, WIDTH, Style


def answers_over_time(points: pl.DataFrame, events: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Every article in the row of each answer that it gives, by day.

    Args:
        points: one row per (article, variable, answer), as from ``course.answers_by_article``.
        events: the event table, with the ``articles`` on each.
        style: the look of the study.

    Returns:
        The chart: under the numbered events a panel per variable with a row for each of its values, and below them the numbers of
        articles without an answer in each quarter, by reason. Where a row would hold too many dots, cells with the number of articles per
        period.
    """
    if points.is_empty():
        return nothing("answers_over_time", style)
    variables = present(points, "variable", style.variables)
    rows = {name: _rows(_of(points, name), name, style) for name in variables}
    left = max(text_width(label) for panel in rows.values() for label in panel.values()) + 14
    within = span(points["day"], WIDTH - left - 20)
    numbered = numbered_events(events, within, style)
    found = cells(_in_rows(points), within, style, ("variable", "row")) if counts_articles(points) else None
    panels = [
        _panel(_of(points, name), rows[name], numbered, Plane(within, 0, style))
        if found is None
        else _counted(_of(found.table, name), rows[name], numbered, Plane(within, 0, style))
        for name in variables
    ]
    if len(panels) > 1:
        panels = [_headed(panel, style.variables[name]) for panel, name in zip(panels, variables, strict=True)]
    named = style.words["between_names"].join(style.variables[name] for name in variables)
    title = style.words["answers_over_time"].format(variables=named)
    papers = [outlet_key(points, [], within.width, style)] if found is None else []
    key = [*papers, *event_key(numbered, within, style)]
    chart = alt.vconcat(*event_strip(numbered, within, style), *panels, *key, spacing=18)
    how = (
        [style.words["answers_note"]] if found is None else [*cell_notes(found, style), style.words["answers_counted"]]
    )
    return titled(chart, title, [*how, *event_notes(numbered, style)])


def counts_articles(points: pl.DataFrame) -> bool:
    """Whether the chart has cells, because a row would hold too many dots."""
    return crowded(points.drop_nulls("value"), "variable", "value")


def _in_rows(points: pl.DataFrame) -> pl.DataFrame:
    silent = pl.col("missing").is_not_null()
    return points.with_columns(row=pl.coalesce("value", pl.col("missing").cast(pl.String)), silent=silent)


def _of(points: pl.DataFrame, variable: str) -> pl.DataFrame:
    return points.filter(pl.col("variable").cast(pl.String) == variable)


def _rows(points: pl.DataFrame, variable: str, style: Style) -> dict[str, str]:
    """The values of a variable, if any article has one, and the reasons that occur, each with its articles."""
    given = points.drop_nulls("value")
    values = counted_names(given, "value", style.values[variable]) if given.height else {}
    reasons = {reason: style.missing[reason] for reason in present(points, "missing", style.missing)}
    return values | counted_names(points.drop_nulls("missing"), "missing", reasons)


def _headed(panel: alt.LayerChart, text: str) -> alt.LayerChart:
    panel.title = alt.TitleParams(text, fontSize=12, frame="group", offset=8)
    return panel


def _panel(points: pl.DataFrame, rows: dict[str, str], events: pl.DataFrame, plane: Plane) -> alt.LayerChart:
    """One variable: dots in the rows of its values, numbers in those of the reasons; the plane grows as high as they need."""
    within, _, style = plane
    size = Size(diameter(points), least=17)
    given = points.filter(pl.col("value").is_not_null()).with_columns(row=pl.col("value"))
    placed, lines, height = rowed(given, list(rows), within, size)
    plane = plane._replace(height=height)
    told = described(placed, style).with_columns(answer=label_of("row", rows))
    columns = ("article", "outlet", "day", "headline", "y", "outlet_label", "inferred", "answer")
    tooltip = tip(style.words, date="day", outlet="outlet_label", headline="headline", value="answer")
    reasons = set(points["missing"].cast(pl.String).drop_nulls())
    counts = silent_rows(points, within).with_columns(row=pl.col("missing"))
    labels = list(zip(rows, lines["y"], strict=True))
    return layered(
        *ruled(lines, plane),
        *event_rules(events, within, height),
        *([dots(on_rows(told.select(columns), plane, tooltip), size.wide, style)] if placed.height else []),
        *numbers(counts, lines, plane),
        gutter([(rows[row], y) for row, y in labels if row not in reasons], 10, height, color=INK),
        gutter([(rows[row], y) for row, y in labels if row in reasons], 10, height, color=QUIET),
        width=within.width,
        height=height,
    )


def _counted(found: pl.DataFrame, rows: Mapping[str, str], events: pl.DataFrame, plane: Plane) -> alt.LayerChart:
    """One variable of which there are many answers: cells in all its rows."""
    lines, height = ruled_rows(rows, Size(0, least=17))
    within = plane.within
    reasons = set(found.filter("silent")["row"])
    labels = [(rows[row], row in reasons, y) for row, y in zip(rows, lines["y"], strict=True)]
    return layered(
        *ruled(lines, plane._replace(height=height)),
        *event_rules(events, within, height),
        *cell_layers(found, lines, plane._replace(height=height), rows),
        *(
            gutter([(text, y) for text, silent, y in labels if silent == quiet], 10, height, color=colour)
            for quiet, colour in ((False, INK), (True, QUIET))
        ),
        width=within.width,
        height=height,
    )
