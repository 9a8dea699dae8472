"""What stands around the panels of frames over time: names, axes, events, and periods of which nothing is known."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import polars as pl

from framing.chart.dated import DAY
from framing.chart.event_lane import badges, dashed, event_tip
from framing.chart.over_time_plan import UNKNOWN, Drawing, empty_runs, in_pixels, top_share
from framing.chart.panels import LINE, ticks
from framing.chart.parts import either
from framing.chart.style import FAINT, GREY, QUIET


def around(drawing: Drawing, events: pl.DataFrame) -> Iterator[alt.Chart]:
    """All layers, from behind.

    Args:
        drawing: what is drawn, and where.
        events: the numbered events, as from ``event_lane.told_events``.
    """
    yield from _empty(drawing)
    yield from _frame(drawing)
    yield from _events(drawing, events)


def _empty(drawing: Drawing) -> Iterator[alt.Chart]:
    """Periods that say nothing in grey, with their sign; the lines of all others."""
    panels, runs = drawing.panels, empty_runs(drawing).to_dicts()
    grey, signs, lines = [], [], []
    for run in runs:
        x, right = panels.across(run["group"], run["first"]), panels.across(run["group"], run["last"] + DAY)
        top = panels.top(run["group"])
        if run["state"] in UNKNOWN:
            grey.append({"x": x, "right": right, "y": top, "bottom": top + panels.height})
            signs.append({"x": (x + right) / 2, "y": top + 6, "text": UNKNOWN[run["state"]]})
        else:
            lines += [
                {"x": x, "right": right, "y": panels.line(run["group"], frame), "silent": run["state"] == "silent"}
                for frame in panels.rows
            ]
    if grey:
        yield in_pixels(grey, drawing).mark_rect(color=GREY)
        yield in_pixels(signs, drawing).mark_text(color=QUIET, fontSize=10).encode(text=alt.Text("text"))
    if lines:
        dash = either(alt.StrokeDashValue, "datum.silent", [2, 3], [1, 0])
        yield in_pixels(lines, drawing).mark_rule(color="#9aa1a9", strokeWidth=1).encode(strokeDash=dash)


def _frame(drawing: Drawing) -> Iterator[alt.Chart]:
    """Names of groups and frames, the axis of time, and where shares are drawn their scale."""
    panels = drawing.panels
    heads = [
        {"x": panels.columns[group][0], "y": panels.columns[group][1] * panels.band + 8 + LINE * k, "text": text}
        for group, said in drawing.heads.items() for k, text in enumerate(said)
    ]  # fmt: skip
    yield in_pixels(heads, drawing).mark_text(align="left", fontWeight="bold").encode(text=alt.Text("text"))
    firsts = {band: group for group, (_, band) in reversed(list(panels.columns.items()))}
    left = min(x for x, _ in panels.columns.values()) - (40 if drawing.shares and not drawing.mixed else 8)
    labels = [
        {"x": left, "y": panels.line(group, frame) - panels.rows[frame].rise / 2 + (k - (len(said) - 1) / 2) * 13, "text": text}
        for group in firsts.values() for frame, said in drawing.labels.items() for k, text in enumerate(said)
    ]  # fmt: skip
    yield in_pixels(labels, drawing).mark_text(align="right").encode(text=alt.Text("text"))
    yield from _axis(drawing)
    if drawing.shares:
        yield from _scale(drawing, list(firsts.values()))


def _axis(drawing: Drawing) -> Iterator[alt.Chart]:
    """Years or quarters below each column, with a faint rule through its panels."""
    panels, marked = drawing.panels, ticks(drawing.panels.within, drawing.style)
    rules, texts = [], []
    for group in panels.columns:
        top, end = panels.top(group), panels.top(group) + panels.height
        for day, text in marked:
            x = panels.across(group, day)
            rules.append({"x": x, "y": top, "bottom": end})
            texts.append({"x": x, "y": end + 4, "text": text})
    if marked:
        yield in_pixels(rules, drawing).mark_rule(color=FAINT, strokeWidth=0.8)
        said = in_pixels(texts, drawing).mark_text(align="left", baseline="top", lineBreak="\n", fontSize=10, dx=2)
        yield said.encode(text=alt.Text("text"))


def _scale(drawing: Drawing, firsts: list[str]) -> Iterator[alt.Chart]:
    """Faint rules at the highest share and at half of it, and their numbers: left of the rows, or in the panels that have shares."""
    panels, top, mine = drawing.panels, top_share(drawing), [name for name in drawing.names if name in drawing.shares]

    def at(group: str, part: float) -> Iterator[dict[str, Any]]:
        for frame, row in panels.rows.items():
            x, y = panels.columns[group][0], panels.line(group, frame) - part * (row.rise - 2)
            yield {"x": x, "right": x + panels.within.width, "y": y, "text": f"{part * top:.0%}"}

    rules = [rule for group in mine for part in (0.5, 1) for rule in at(group, part)]
    yield in_pixels(rules, drawing).mark_rule(color="#eceff2", strokeWidth=0.8)
    beside = not drawing.mixed
    numbers = [
        number
        for group in (firsts if beside else mine)
        for part in (0, 1)
        for number in at(group, part)
        if beside or part
    ]
    texts = in_pixels(pl.DataFrame(numbers).drop("right"), drawing)
    placed: dict[str, Any] = {"align": "right", "dx": -5} if beside else {"align": "left", "dx": 2, "dy": 6}
    yield texts.mark_text(fontSize=9, color=QUIET, **placed).encode(text=alt.Text("text"))


def _events(drawing: Drawing, numbered: pl.DataFrame) -> Iterator[alt.Chart]:
    """Numbered events above each column, with a rule down through its panels."""
    if numbered.is_empty():
        return
    panels = drawing.panels
    rows = [
        {"x": panels.across(group, event["start"]), "y": panels.top(group) - panels.lane + event["y"], "bottom": panels.top(group) + panels.height,
         **{name: event[name] for name in ("number", "happened", "uncertain", "event_label", "days", "kind", "status_label")}}
        for group in panels.columns for event in numbered.to_dicts()
    ]  # fmt: skip
    base = in_pixels(rows, drawing)
    yield base.mark_rule(color="#aab1b9", strokeWidth=0.8).encode(strokeDash=dashed())
    points = in_pixels([{k: v for k, v in row.items() if k != "bottom"} for row in rows], drawing)
    circles, numbers = badges(points, 150, 9)
    yield circles.encode(tooltip=event_tip(drawing.style))
    yield numbers
