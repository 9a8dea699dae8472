"""Positions by country over time, and what a source claims of the country as a whole."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.chart.counts import numbers, silent_rows
from framing.chart.dated import DAY, NO_BREAK, Span, crowded, gutter, span
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
from framing.chart.event_lane import event_key, event_notes, event_rules, event_strip, numbered_events
from framing.chart.parts import (
    Symbol,
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
from framing.chart.period_cells import cell_layers, cell_notes, cells, ruled_rows
from framing.chart.style import INK, QUIET, SIGNS, WIDTH, Style
from framing.study.cldr import country_label
from framing.study.levels import signed

CLAIMED = {1: "claimed_up", 0: "claimed_mixed", -1: "claimed_down"}
"""Words for the direction of a claim, from above; by the sign of its direction."""
COLOURS = {1: SIGNS["positive"], 0: QUIET, -1: SIGNS["negative"]}
BAR = "M-1,-0.35H1V0.35H-1Z"
"""The path of a bar in the key."""
NOT_STATED = ""
"""The block of claims whose source does not say of which country they are."""


class _Row(NamedTuple):
    """One row of a panel: its key, the country in whose block it stands, and its label."""

    key: str
    country: str
    label: str


class _Room(NamedTuple):
    """What the panels share: the stretch of time, how far left of it the names of countries end, the events, and the look."""

    within: Span
    right: float
    events: pl.DataFrame
    style: Style


def expectations(
    points: pl.DataFrame, claims: pl.DataFrame, absent: Sequence[str], events: pl.DataFrame, style: Style
) -> alt.TopLevelMixin:
    """Where articles stand on ordered scales, a block per country, with the claims of sources as bars under the dots.

    Args:
        points: one row per article and scale, as from ``course.answers_by_article``.
        claims: one row per claim with a direction, as from ``course.claimed_directions``.
        absent: countries that claims describe and of which the study has no outlet.
        events: the event table, with the ``articles`` on each.
        style: the look of the study.

    Returns:
        The chart: under the numbered events a panel per scale with rows for every position, for the claims up and down, and for the numbers of articles
        without a position in each quarter. Where a row would hold too many dots, cells with the number of articles per period.
    """
    if points.is_empty():
        return nothing("expectations", style)
    variables = present(points, "variable", style.variables)
    rows = {name: _rows(_of(points, name), _of(claims, name), name, style) for name in variables}
    names = [country_label(row.country, style.language) for panel in rows.values() for row in panel]
    right = max(text_width(row.label, 10) for panel in rows.values() for row in panel) + 16
    left = right + max(text_width(name) for name in [*names, style.words["not_stated"]]) + 8
    within = span(pl.concat([points["day"], claims["first"], claims["last"]]), WIDTH - left - 20)
    numbered = numbered_events(events, within, style)
    room = _Room(within, right, numbered, style)
    found = cells(_in_rows(points), within, style, ("variable", "row")) if counts_articles(points) else None
    panels = [
        _panel(name, (_of(points, name), _of(claims, name)), rows[name], room)
        if found is None
        else _counted(name, (_of(found.table, name), _of(claims, name)), rows[name], room)
        for name in variables
    ]
    key = [*_key(points, claims, within, style), *event_key(numbered, within, style)]
    chart = alt.vconcat(*event_strip(numbered, within, style), *panels, *key, spacing=18)
    missing = style.words["between_names"].join(country_label(code, style.language) for code in absent)
    told = style.words["no_outlet"].format(countries=missing) if missing else ""
    kept = "expectations_note" if found is None else "expectations_counted"
    how = [*(cell_notes(found, style) if found else []), style.words[kept]]
    return titled(chart, style.words["expectations"], [*how, told, *event_notes(numbered, style)])


def counts_articles(points: pl.DataFrame) -> bool:
    """Whether the chart has cells, because a row would hold too many dots."""
    return crowded(points.drop_nulls("score"), "variable", "country", "score")


def _in_rows(points: pl.DataFrame) -> pl.DataFrame:
    silent, told = pl.col("missing").is_not_null(), pl.coalesce(pl.col("score", "missing").cast(pl.String))
    return points.with_columns(row=pl.format("{} {}", "country", told), silent=silent)


def _key(points: pl.DataFrame, claims: pl.DataFrame, within: Span, style: Style) -> list[alt.LayerChart]:
    """What dots and bars mean; cells have no key."""
    occur = [sign for sign in CLAIMED if (claims["sign"] == sign).any()]
    bars = [Symbol(style.words[CLAIMED[sign]], COLOURS[sign], BAR, size=130) for sign in occur]
    if not counts_articles(points):
        return [outlet_key(points, bars, within.width, style)]
    return [symbols([bars], within.width)] if bars else []


def _of(table: pl.DataFrame, variable: str) -> pl.DataFrame:
    return table.filter(pl.col("variable").cast(pl.String) == variable)


def _rows(points: pl.DataFrame, claims: pl.DataFrame, variable: str, style: Style) -> list[_Row]:
    """The rows of one panel: countries with articles first, then those of which there are only claims."""
    homes = points.unique("outlet", maintain_order=True).sort("outlet")["country"].unique(maintain_order=True).to_list()
    claimed = claims["country"].fill_null(NOT_STATED).unique(maintain_order=True).to_list()
    others = sorted((code for code in claimed if code not in homes), key=lambda code: code == NOT_STATED)
    scores = sorted((int(score) for score in style.values[variable]), reverse=True)
    rows = []
    for code in [*homes, *others]:
        mine = points.filter(pl.col("country") == code)
        said = set(claims.filter(pl.col("country").fill_null(NOT_STATED) == code)["sign"])
        steps = [(f"{score}", signed(score)) for score in scores] if mine["score"].is_not_null().any() else []
        bars = [(CLAIMED[sign], style.words[CLAIMED[sign]]) for sign in CLAIMED if sign in said]
        silent = [(reason, style.missing[reason]) for reason in present(mine, "missing", style.missing)]
        rows += [_Row(f"{code} {key}", code, label) for key, label in [*steps, *bars, *silent]]
    return rows


def _panel(
    variable: str, tables: tuple[pl.DataFrame, pl.DataFrame], rows: Sequence[_Row], room: _Room
) -> alt.LayerChart:
    """One scale: a block per country."""
    (points, claims), (within, _, events, style) = tables, room
    size = Size(diameter(points), least=14)
    given = points.filter(pl.col("score").is_not_null()).with_columns(row=pl.format("{} {}", "country", "score"))
    placed, lines, height = rowed(given, [row.key for row in rows], within, size)
    plane, last = Plane(within, height, style), {row.country: row.key for row in rows}
    counts = silent_rows(points, within, ["country"]).with_columns(row=pl.format("{} {}", "country", "missing"))
    return layered(
        *bands(lines, plane),
        *ruled(lines.filter(pl.col("row").is_in(list(last.values()))), plane),
        *event_rules(events, within, height),
        *_claim_bars(claims, lines, plane),
        *_dots(placed, size.wide, plane),
        *numbers(counts, lines, plane),
        *_named(rows, lines, height, room),
        width=within.width,
        height=height,
        title=heading(style.variables[variable], wrapped(steps_in_words(variable, style), within.width)),
    )


def _counted(
    variable: str, tables: tuple[pl.DataFrame, pl.DataFrame], rows: Sequence[_Row], room: _Room
) -> alt.LayerChart:
    """One scale on which there are many positions: cells in all rows but those of claims."""
    (found, claims), (within, _, events, style) = tables, room
    lines, height = ruled_rows([row.key for row in rows], Size(0, least=14))
    plane, last = Plane(within, height, style), {row.country: row.key for row in rows}
    labels = {row.key: row.label for row in rows}
    return layered(
        *ruled(lines.filter(pl.col("row").is_in(list(last.values()))), plane),
        *event_rules(events, within, height),
        *_claim_bars(claims, lines, plane),
        *cell_layers(found, lines, plane, labels),
        *_named(rows, lines, height, room),
        width=within.width,
        height=height,
        title=heading(style.variables[variable], wrapped(steps_in_words(variable, style), within.width)),
    )


def _named(rows: Sequence[_Row], lines: pl.DataFrame, height: int, room: _Room) -> list[alt.Chart]:
    """The labels of rows, and the names of countries left of them."""
    labels = [(row.label, y) for row, y in zip(rows, lines["y"], strict=True)]
    return [
        gutter(labels, 8, height, fontSize=10, color=QUIET),
        gutter(_block_names(rows, lines, room.style), room.right, height, fontWeight="bold"),
    ]


def steps_in_words(variable: str, style: Style) -> str:
    """What each step of a scale means, on one line that breaks between steps alone."""
    return f"{NO_BREAK}· ".join(
        f"{signed(int(score))} {label}".replace(" ", NO_BREAK) for score, label in style.values[variable].items()
    )


def _block_names(rows: Sequence[_Row], lines: pl.DataFrame, style: Style) -> list[tuple[str, int]]:
    """The name of each country at the middle of its block."""
    spans: dict[str, list[int]] = {}
    for row, top, bottom in zip(rows, lines["top"], lines["bottom"], strict=True):
        spans.setdefault(row.country, []).extend((top, bottom))
    names = {code: country_label(code, style.language) if code else style.words["not_stated"] for code in spans}
    return [(names[code], (edges[0] + edges[-1]) // 2) for code, edges in spans.items()]


def _claim_bars(claims: pl.DataFrame, lines: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """Each claim as a translucent bar over its quarters, so that several are darker than one."""
    direction = pl.col("sign").replace_strict(CLAIMED)
    keyed = claims.with_columns(row=pl.format("{} {}", pl.col("country").fill_null(NOT_STATED), direction)).join(
        lines.select("row", "y"), on="row", maintain_order="left"
    )
    drawn = keyed.select(
        "claim",
        "words",
        "first",
        end=pl.col("last") + DAY,
        direction=direction,
        top=pl.col("y") - 3,
        bottom=pl.col("y") + 3,
    )
    colours = alt.Scale(domain=[CLAIMED[sign] for sign in COLOURS], range=list(COLOURS.values()))
    bars = stretched(drawn, plane).mark_rect(opacity=0.45, stroke=INK, strokeOpacity=0.5, strokeWidth=0.5)
    colour = alt.Color("direction", scale=colours, legend=None)
    return [bars.encode(color=colour, tooltip=tip(plane.style.words, claim="words"))] if drawn.height else []


def _dots(placed: pl.DataFrame, wide: int, plane: Plane) -> list[alt.Chart]:
    told = described(placed, plane.style).with_columns(position=pl.col("score").cast(pl.String))
    tooltip = tip(plane.style.words, date="day", outlet="outlet_label", headline="headline", value="position")
    columns = ("article", "outlet", "day", "headline", "y", "outlet_label", "inferred", "position")
    return [dots(on_rows(told.select(columns), plane, tooltip), wide, plane.style)] if placed.height else []
