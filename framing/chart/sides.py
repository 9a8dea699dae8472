"""Charts of two sides by the event and by the article: a forest of differences, and a square for each article."""

from collections.abc import Mapping, Sequence

import altair as alt
import polars as pl

from framing.analysis.floors import SHARED
from framing.chart.comparison import SIDES
from framing.chart.parts import (
    Chart,
    either,
    heading,
    label_of,
    layered,
    nothing,
    plain,
    present,
    row_axis,
    shortly,
    text_width,
    tip,
    titled,
    wrapped,
)
from framing.chart.style import FAINT, INK, PAPER, QUIET, WIDTH, Style

ALL = ""
"""The event of the rows on all events together."""
_ROW, _LABEL, _SQUARE = 17, 250, 15


def event_forest(rows: pl.DataFrame, style: Style, names: Mapping[str, str]) -> alt.TopLevelMixin:
    """The difference of two sides on each event and on all together, for the frames that differ most.

    Args:
        rows: one row per (frame, event) in the order of drawing: ``answer``; ``event``, empty for all together; ``hits_a``,
            ``n_a``, ``hits_b``, ``n_b``; ``difference``, ``low``, ``high`` (-1 to 1); ``shown``; ``records``.
        style: the look of the study.
        names: what the first and the second side are called.

    Returns:
        The chart: a panel per frame, a row per event; counts instead of a mark where a side has fewer than 5 articles.
    """
    if rows.is_empty():
        return nothing("event_forest", style)
    words, frames = style.words, rows["answer"].unique(maintain_order=True).to_list()
    events = rows["event"].unique(maintain_order=True).to_list()
    labels = {**style.events, ALL: words["all_events"]}
    drawn = _placed(rows, style)
    width = (WIDTH - 40 - min(_LABEL, max(text_width(labels[event]) for event in events))) / max(len(frames), 2) - 24
    panels = [
        _panel(
            drawn.filter(answer=frame), (events, labels if nth == 0 else {}), list(names.values()), style
        ).properties(width=width, height=_ROW * len(events), title=heading(wrapped(style.frames[frame], width, 12)))
        for nth, frame in enumerate(frames)
    ]
    one, other = names.values()
    notes = [words["event_forest_note"].format(one=one, other=other), words["forest_intervals"]]
    return titled(alt.hconcat(*panels, spacing=18), words["event_forest"], notes)


def _placed(rows: pl.DataFrame, style: Style) -> pl.DataFrame:
    """Differences in points where the floors allow one, else the counts of both sides as a text."""
    counts = {
        f"counts_{side}": pl.format("{}/{}", shortly(f"hits_{side}", 1), shortly(f"n_{side}", 1)) for side in "ab"
    }
    named = {**style.events, ALL: style.words["all_events"]}
    return plain(rows).with_columns(
        *(pl.when(SHARED).then(pl.col(name) * 100).alias(name) for name in ("difference", "low", "high")),
        **counts,
        counts=pl.concat_str(list(counts.values()), separator=" · "),
        frame_label=label_of("answer", style.frames),
        few=~SHARED,
        fill=(pl.col("shown").cast(pl.String) == "estimate").cast(pl.Int8),
        event_label=label_of("event", named),
        whole=pl.col("event") == ALL,
    )


def _panel(
    rows: pl.DataFrame, down: tuple[Sequence[str], Mapping[str, str]], names: Sequence[str], style: Style
) -> alt.LayerChart:
    events, labels = down
    axis = row_axis(labels, labelLimit=_LABEL) if labels else None
    y = alt.Y("event", scale=alt.Scale(domain=list(events)), axis=axis)
    ends = rows.select(pl.min_horizontal("low", "difference").min(), pl.max_horizontal("high", "difference").max()).row(
        0
    )
    low, high = (min(ends[0] or 0, -10), max(ends[1] or 0, 10))
    scale = alt.Scale(domain=[max(-100, low - 4), min(100, high + 4)], nice=False)
    ticks = alt.Axis(labelExpr="datum.value ? format(datum.value, '+d') : '0'", tickCount=5, title=None, grid=False)
    x = alt.X("difference", scale=scale, axis=ticks)
    base, zero = Chart(rows).encode(y=y), Chart(rows.head(1))
    tooltip = [
        *tip(style.words, event="event_label", frame="frame_label"),
        *(alt.Tooltip(f"counts_{side}", title=name) for side, name in zip("ab", names, strict=True)),
        alt.Tooltip("difference", format="+.0f", title=style.words["points"]),
    ]
    weight = either(alt.StrokeWidthValue, "datum.whole", 3, 1.2)
    return layered(
        zero.mark_rule(color=QUIET, strokeWidth=1).encode(x=alt.X(datum=0, scale=scale, axis=ticks)),
        base.mark_rule(color=INK).encode(x=alt.X("low", scale=scale, axis=ticks), x2="high", strokeWidth=weight),
        base.mark_point(size=52, fill=PAPER, opacity=1, strokeWidth=0).encode(x=x),
        base.mark_point(size=44, color=INK, fill=INK, opacity=1, strokeWidth=1.4).encode(
            x=x, fillOpacity=alt.FillOpacity("fill", scale=None), tooltip=tooltip
        ),
        base.transform_filter("datum.few")
        .mark_text(color=QUIET, fontSize=9, align="left", dx=4)
        .encode(x=alt.X(datum=0, scale=scale, axis=ticks), text=alt.Text("counts"), tooltip=tooltip),
    )


def article_squares(rows: pl.DataFrame, style: Style, names: Mapping[str, str]) -> alt.TopLevelMixin:
    """One square for each article of two sides, by primary frame dimension.

    Args:
        rows: one row per (article, side): ``answer``, ``side``, ``place`` (0, 1, 2 … in its row), ``outlet``,
            ``published``, ``headline``, ``records``.
        style: the look of the study.
        names: what the first and the second side are called, by the names in ``side``.

    Returns:
        The chart: a panel per side, a row per frame that occurs.
    """
    if rows.is_empty():
        return nothing("article_squares", style)
    words, frames = style.words, present(rows, "answer", style.frames)
    label = max(text_width(style.frames[frame]) for frame in frames)
    width = (WIDTH - label - 60) / 2
    most = max(rows.select(pl.col("place").max() + 1).item(), int(width / _SQUARE))
    drawn = plain(rows).with_columns(
        middle=pl.col("place") + 0.5,
        frame_label=label_of("answer", style.frames),
        outlet_label=label_of("outlet", style.outlets),
        day=pl.col("published").cast(pl.String).fill_null("–"),
    )
    size = (width / most - 3) ** 2
    panels = [
        _row_of_squares(drawn.filter(side=side), (frames, style.frames if nth == 0 else {}), most, words)
        .mark_square(color=colour, size=size, opacity=1)
        .properties(
            width=width,
            height=24 * len(frames),
            title=heading(wrapped(f"{name}: {drawn.filter(side=side).height}", width, 12)),
        )
        for nth, ((side, name), colour) in enumerate(zip(names.items(), SIDES, strict=True))
    ]
    chart = alt.hconcat(*panels, spacing=24)
    return titled(chart, words["article_squares"], [words["article_squares_note"]])


def _row_of_squares(
    rows: pl.DataFrame, down: tuple[Sequence[str], Mapping[str, str]], most: int, words: Mapping[str, str]
) -> alt.Chart:
    frames, labels = down
    line = (
        row_axis(labels, grid=True, gridColor=FAINT)
        if labels
        else alt.Axis(labels=False, ticks=False, domain=False, title=None, grid=True, gridColor=FAINT)
    )
    return Chart(rows).encode(
        y=alt.Y("answer", scale=alt.Scale(domain=list(frames)), axis=line),
        x=alt.X("middle", scale=alt.Scale(domain=[0, most], nice=False), axis=None),
        tooltip=tip(words, frame="frame_label", outlet="outlet_label", date="day", headline="headline"),
    )
