"""The article timeline: what was said when, under the events. Marks that would collide are moved apart."""

from collections.abc import Mapping
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.chart.dated import Span, crowded, downwards, from_centre, gutter, lanes, span, time_axis
from framing.chart.event_lane import GAP, event_key, event_layers, event_notes, lane_height, told_events
from framing.chart.parts import (
    Chart,
    Symbol,
    label_of,
    layered,
    nothing,
    plain,
    present,
    symbols,
    text_width,
    tip,
    titled,
)
from framing.chart.style import FAINT, PAPER, QUIET, WIDTH, Style
from framing.chart.timeline_counts import bar_key, bar_layers, bars

_FILLS = {"1": 0.0, "2": 0.4, "3": 1.0}
"""Fill of a mark by the coder's confidence."""


_SECOND_HAND = "datum.basis === 'secondary_paraphrase'"


def article_timeline(articles: pl.DataFrame, events: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """One mark per article over time in the row of its outlet, under the events of the study; bars where a row holds many.

    Args:
        articles: one row per article of a reading: published, until, outlet, primary, confidence, basis, event, headline.
        events: the event table: first, last, uncertain, status, kind, salience; and the ``articles`` on each.
        style: the look of the study.

    Returns:
        The chart; where a row holds more than ``dated.MARKS`` articles, all rows have bars of articles per period by primary frame. The
        seven events that matter most are numbered and listed under it, others are small marks, events of salience 3 are left out.
    """
    dated = articles.filter(pl.col("published").is_not_null())
    if dated.is_empty():
        return nothing("article_timeline", style)
    counts = dict(dated.group_by(pl.col("outlet").cast(pl.String)).len().iter_rows())
    names = {name: f"{style.outlets[name]} ({counts[name]})" for name in present(dated, "outlet", style.outlets)}
    left = max(text_width(name) for name in [*names.values(), style.words["lane"]]) + 12
    within = span(pl.concat([dated["published"], dated["until"].drop_nulls()]), WIDTH - left - 20)
    told = told_events(events, within, style)
    top = lane_height(told)
    rows = _bars if counts_articles(dated) else _dots
    drawn, key, told_how, centres, height = rows(dated, names, within, top, style)
    labels = [(names[name], centre) for name, centre in centres.items()]
    picture = layered(
        *(event_layers(told, within, (top, height), style) if top else []),
        *drawn,
        gutter(labels, 10, height),
        gutter([(style.words["lane"], GAP)] if top else [], 10, height, color=QUIET),
        width=within.width,
        height=height,
    )
    notes = [told_how, *event_notes(told, style)]
    chart = alt.vconcat(picture, key, *event_key(told, within, style), spacing=16)
    spoken = ", ".join(f"{style.outlets[name]} {counts[name]}" for name in names)
    return titled(chart, style.words["article_timeline"], notes, f"{spoken}.")


def counts_articles(articles: pl.DataFrame) -> bool:
    """Whether the chart has bars, because an outlet has too many articles with a date to be drawn one by one."""
    return crowded(articles.drop_nulls("published"), "outlet")


class _Rows(NamedTuple):
    """What stands in the rows of outlets: layers, their key, how to read them, the middle of each row, and the height of the whole."""

    layers: list[alt.Chart]
    key: alt.LayerChart
    note: str
    centres: Mapping[str, int]
    height: int


def _bars(articles: pl.DataFrame, names: Mapping[str, str], within: Span, top: int, style: Style) -> _Rows:
    found = bars(articles, names, within, top)
    note = style.words[f"bars_{found.every}"].format(most=found.most)
    key = bar_key(found, within.width, style)
    return _Rows(bar_layers(found, within, style), key, note, found.centres, found.height)


def _dots(articles: pl.DataFrame, names: Mapping[str, str], within: Span, top: int, style: Style) -> _Rows:
    rows, centres, height = _placed(articles, names, within, top, style)
    layers = _article_layers(rows, within, height, style)
    return _Rows(layers, _marks(rows, within, style), style.words["timeline_note"], centres, height)


def _placed(
    articles: pl.DataFrame, names: Mapping[str, str], within: Span, top: int, style: Style
) -> tuple[pl.DataFrame, dict[str, int], int]:
    """Articles with their height in pixels, the middle of each outlet's row, and the height of the whole."""
    diameter, step = _sizes(articles)
    parts, centres, floor = [], {}, top
    for name in names:
        rows = articles.filter(pl.col("outlet").cast(pl.String) == name).sort("published", "article")
        ends = rows.select("published", end=pl.max_horizontal("published", "until")).iter_rows()
        chosen = lanes([(within.pixel(low), within.pixel(high)) for low, high in ends], step)
        room = max(40, (max(chosen) + 1) * step + 14)
        centres[name] = floor + room // 2
        places = [centres[name] + from_centre(lane) * step for lane in chosen]
        parts.append(rows.with_columns(y=pl.Series(places, dtype=pl.Int64), bottom=pl.lit(floor + room)))
        floor += room
    status = pl.when(pl.col("date_status") == "uncertain").then(pl.lit(" ?")).otherwise(pl.lit(""))
    until = pl.when(pl.col("until") > pl.col("published")).then(pl.format(" – {}", "until")).otherwise(pl.lit(""))
    placed = plain(pl.concat(parts)).select(
        "article", "outlet", "published", "until", "primary", "headline", "basis", "y", "bottom",
        confidence=pl.col("confidence").cast(pl.String), diameter=pl.lit(diameter), step=pl.lit(step),
        outlet_label=label_of("outlet", style.outlets), frame_label=label_of("primary", style.frames),
        event_label=label_of("event", style.events), level=label_of("confidence", style.confidence),
        basis_label=label_of("basis", style.bases),
        days=pl.concat_str(pl.col("published").cast(pl.String), until, status),
    )  # fmt: skip
    return placed, centres, floor


def _sizes(articles: pl.DataFrame) -> tuple[int, int]:
    """Diameter of a mark and of the ring around it, which is also the least distance: smaller where a row is full."""
    fullest = articles["outlet"].value_counts().select(pl.col("count").max()).item()
    return (9, 14) if fullest <= 60 else (7, 11) if fullest <= 150 else (5, 7)


def _article_layers(rows: pl.DataFrame, within: Span, height: int, style: Style) -> list[alt.Chart]:
    """Lines between the rows, rings of second-hand articles, stretches of imprecise dates, and the marks."""
    words, diameter, ring = style.words, rows["diameter"][0], rows["step"][0]
    base = Chart(rows).encode(x=time_axis("published", within, style), y=downwards("y", height))
    pinned = alt.Scale(domain=list(style.frames), range=list(style.frame_colours.values()))
    outlines = alt.Scale(domain=list(style.frames), range=list(style.frame_shapes.values()))
    shape = alt.Shape("primary", scale=outlines, legend=None)
    tooltip = [
        *tip(words, date="days", outlet="outlet_label", headline="headline", primary="frame_label"),
        *tip(words, confidence="level", basis="basis_label", event="event_label"),
    ]
    mark = base.mark_point(size=diameter**2, opacity=1, strokeWidth=1.2 if diameter > 5 else 0.8)
    edges = Chart(rows.select("bottom").unique(maintain_order=True)).mark_rule(color=FAINT, strokeWidth=0.8)
    return [
        edges.encode(y=downwards("bottom", height)),
        base.transform_filter("datum.until > datum.published")
        .mark_rule(strokeWidth=1, strokeDash=[2, 2], color=QUIET)
        .encode(x2=alt.X2("until")),
        base.transform_filter(_SECOND_HAND).mark_point(
            shape="circle", size=(ring - 0.5) ** 2, strokeWidth=0.7, color="#7d858e", opacity=1, filled=False
        ),
        base.mark_point(size=diameter**2, fill=PAPER, opacity=1, strokeWidth=0).encode(shape=shape),
        mark.encode(
            shape=shape,
            fill=alt.Fill("primary", scale=pinned, legend=None),
            stroke=alt.Stroke("primary", scale=pinned, legend=None),
            fillOpacity=alt.FillOpacity(
                "confidence",
                sort=list(_FILLS),
                scale=alt.Scale(type="ordinal", domain=list(_FILLS), range=list(_FILLS.values())),
            ),
            tooltip=tooltip,
        ),
    ]


def _marks(rows: pl.DataFrame, within: Span, style: Style) -> alt.LayerChart:
    """The key to the marks: the frames that occur, the levels of confidence, the ring."""
    frames = present(rows, "primary", style.frames)
    room = max(text_width(style.frames[frame]) for frame in frames)
    primary = [Symbol(style.frames[f], style.frame_colours[f], style.frame_shapes[f], room=room) for f in frames]
    levels = [Symbol(style.confidence[int(level)], fill=fill) for level, fill in _FILLS.items()]
    ringed = [Symbol(style.words["second_hand"], "#7d858e", fill=0, size=150)]
    second_hand = (rows["basis"] == "secondary_paraphrase").any()
    sure = Symbol(f"{style.words['confidence']}:", size=0)
    return symbols([primary, [sure, *levels, *(ringed if second_hand else [])]], within.width)
