"""Charts of what a study holds: outlet by period, and event by outlet."""

import altair as alt
import polars as pl

from framing.chart.parts import (
    PATH,
    Chart,
    column_axis,
    column_step,
    fixed,
    hatch,
    label_of,
    layered,
    lookup,
    nothing,
    plain,
    present,
    ramp,
    row_axis,
    tip,
    titled,
    wrapped,
)
from framing.chart.style import PAPER, QUIET, ROW, WIDTH, Style

_HATCHES = {"not_searched": (9.0, "/"), "silent": (4.5, "\\"), "not_published": (4.5, "-"), "not_entered": (7.0, "/\\")}


def _coverage(cells: pl.DataFrame, x: alt.X, y: alt.Y, step: float, style: Style) -> alt.LayerChart:
    """Counts as shaded cells, empty cells hatched by their state; ``cells`` has ``count`` and ``state``."""
    words = style.words
    base = Chart(cells).encode(x=x, y=y)
    states = alt.Scale(domain=list(_HATCHES), range=[hatch(step, ROW, gap, ways) for gap, ways in _HATCHES.values()])
    occurring = present(cells, "state", _HATCHES)
    legend = alt.Legend(
        title=None, values=occurring, labelExpr=lookup({state: words[state] for state in _HATCHES}), symbolSize=1.6, symbolStrokeColor=QUIET,
        symbolStrokeWidth=0.7, labelOffset=step * 0.32, columns=4,
    ) if occurring else None  # fmt: skip
    about = {"event": "event_label"} if "event_label" in cells.columns else {"period": "period"}
    tooltip = tip(words, outlet="outlet_label", **about, articles="count", state="state_label")
    empty = (
        base.mark_point(size=PATH, strokeWidth=0.6, color="#9aa1a9", filled=False)
        .encode(shape=alt.Shape("state", scale=states, legend=legend), tooltip=tooltip)
        .transform_filter(alt.datum.state != "covered")
    )
    filled = (
        base.mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=2)
        .encode(color=ramp("count", cells["count"].max()), tooltip=tooltip)
        .transform_filter(alt.datum.state == "covered")
    )
    figures = base.mark_text().encode(text=alt.Text("count")).transform_filter(alt.datum.state == "covered")
    return layered(filled, empty, figures)


def coverage_matrix(cells: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Articles per outlet and period; empty cells are hatched by why they are empty.

    Args:
        cells: one row per (outlet, period), as from ``coverage.by_period``: articles, state, records.
        style: the look of the study.

    Returns:
        The chart.
    """
    if cells.is_empty():
        return nothing("coverage_matrix", style)
    outlets = present(cells, "outlet", style.outlets)
    periods = cells["period"].cast(pl.String).unique(maintain_order=True).to_list()
    names = {name: style.outlets[name] for name in outlets}
    step = column_step(names.values(), periods)
    rows = plain(cells).with_columns(
        count="articles", outlet_label=label_of("outlet", names), state_label=label_of("state", style.words)
    )
    x = alt.X("period", scale=alt.Scale(domain=periods), axis=column_axis({p: p for p in periods}, step))
    y = alt.Y("outlet", scale=alt.Scale(domain=outlets), axis=row_axis(names))
    chart = _coverage(rows, x, y, step, style).properties(width=step * len(periods), height=ROW * len(outlets))
    empty = cells.filter(pl.col("articles") == 0).height
    notes = [style.words["coverage_note"].format(empty=empty, cells=cells.height)] if empty else []
    per = cells.group_by(pl.col("outlet").cast(pl.String)).agg(pl.col("articles").sum())
    counts = dict(per.iter_rows())
    spoken = ", ".join(f"{names[outlet]} {counts[outlet]}" for outlet in outlets)
    return titled(chart, style.words["coverage_matrix"], notes, f"{spoken}.")


def event_coverage(cells: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Articles per event and outlet, for the events that any outlet wrote about.

    Args:
        cells: one row per (event, outlet), as from ``coverage.by_event``: articles, with_parts, state, records.
        style: the look of the study.

    Returns:
        The chart; an event that others are part of counts theirs too, and stands in bold.
    """
    told = cells.filter(pl.col("with_parts").sum().over("event") > 0)
    if told.is_empty():
        return nothing("event_coverage", style)
    outlets = present(told, "outlet", style.outlets)
    events = told["event"].cast(pl.String).unique(maintain_order=True).to_list()
    whole = told.filter(pl.col("with_parts") > pl.col("articles"))["event"].cast(pl.String).unique().to_list()
    names = {name: style.outlets[name] for name in outlets}
    step = column_step(["M" * 46], list(names.values()))
    room = WIDTH - step * len(outlets) - 60
    rows = plain(told).with_columns(
        count="with_parts",
        outlet_label=label_of("outlet", names),
        state_label=label_of("state", style.words),
        event_label=label_of("event", style.events),
    )
    x = alt.X("outlet", scale=alt.Scale(domain=outlets), axis=column_axis(names, step))
    y = alt.Y("event", scale=alt.Scale(domain=events), axis=None)
    labels = _event_labels(events, whole, room, style)
    chart = layered(_coverage(rows, x, y, step, style), *labels)
    height = (ROW + 4) * len(events)
    return titled(
        chart.properties(width=step * len(outlets), height=height),
        style.words["event_coverage"],
        [style.words["event_note"]],
    )


def _event_labels(events: list[str], whole: list[str], room: float, style: Style) -> list[alt.Chart]:
    """Row labels left of the plot, one layer per number of lines: a block of lines is centred on its row by hand."""
    texts = [wrapped(style.events.get(event, event), room) for event in events]
    frame = pl.DataFrame(
        {"event": events, "text": ["\n".join(lines) for lines in texts], "lines": [len(lines) for lines in texts],
         "weight": ["bold" if event in whole else "normal" for event in events]}
    )  # fmt: skip
    layers = []
    for (lines, weight), rows in frame.group_by("lines", "weight", maintain_order=True):
        raised = -6 * (int(str(lines)) - 1)
        layers.append(
            Chart(rows.select("event", "text"))
            .mark_text(align="right", fontWeight=weight, lineBreak="\n", lineHeight=12, dy=raised)
            .encode(x=fixed(alt.XValue, -10), y=alt.Y("event", axis=None), text=alt.Text("text"))
        )
    return layers
