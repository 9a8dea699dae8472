"""The strip of positions: every article on the ordered scales over time or, of many, their numbers."""

from collections.abc import Mapping, Sequence

import altair as alt
import polars as pl

from framing.analysis.grounds import INFERRED, any_inferred
from framing.chart.dated import Span, crowded, downwards, from_centre, gutter, lanes, span, time_axis
from framing.chart.dots import Plane, bands
from framing.chart.expectations import steps_in_words
from framing.chart.parts import (
    Chart,
    heading,
    label_of,
    layered,
    nothing,
    plain,
    present,
    text_width,
    tip,
    titled,
    wrapped,
)
from framing.chart.period_cells import ROOM, Cells, cell_layers, cell_notes, cells
from framing.chart.style import PAPER, QUIET, WIDTH, Style
from framing.study.levels import signed


def positions(points: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Where each article stands on ordered scales over time; articles without a position lie below, by reason.

    Args:
        points: one row per (article, variable), as from ``measure.positions``, of one variable or of several stacked.
        style: the look of the study.

    Returns:
        The chart: a panel per variable, a block per outlet, a lane per position and per reason. Where a lane would hold too many dots,
        cells with the number of articles per period.
    """
    dated = points.filter(pl.col("published").is_not_null())
    if dated.is_empty():
        return nothing("positions", style)
    variables = present(dated, "variable", style.variables)
    counts = dict(dated.group_by(pl.col("outlet").cast(pl.String)).agg(pl.col("article").n_unique()).iter_rows())
    names = {name: f"{style.outlets[name]} ({counts[name]})" for name in present(dated, "outlet", style.outlets)}
    spots = _spots(dated, variables, style)
    left = max(map(text_width, names.values())) + max(text_width(spot, 10) for spot in spots.values()) + 26
    width = (WIDTH - left - 34) / len(variables) - 12
    within = span(dated["published"], width)
    if counts_articles(dated):
        found = cells(_in_lanes(dated), within, style, ("variable", "row"))
        lines, height = _lanes(found, names, list(spots))
        labels = {row: spots[spot] for row, spot in lines.select("row", "spot").iter_rows()}
        told = style.words["positions_many"], [*cell_notes(found, style), style.words["positions_counted"]]
        drawn = [cell_layers(_of(found.table, name), lines, Plane(within, height, style), labels) for name in variables]
    else:
        rows, lines, height = _strips(dated, names, list(spots), within)
        notes = [style.words["positions_note"], *([style.words["inferred"]] if any_inferred(dated) else [])]
        told = style.words["positions"], notes
        drawn = [_strip(_of(rows, name), lines, within, (height, style)) for name in variables]
    panels: list[alt.LayerChart] = []
    for name, layers in zip(variables, drawn, strict=True):
        named = [] if panels else _named(lines, names, spots, height)
        head = heading(style.variables[name], wrapped(steps_in_words(name, style), width))
        panels.append(layered(*layers, *named, width=width, height=height, title=head))
    return titled(alt.hconcat(*panels, spacing=24), *told)


def _spots(points: pl.DataFrame, variables: Sequence[str], style: Style) -> dict[str, str]:
    """The label of each lane: of positions, from above, and of the reasons that occur."""
    reasons = {reason: style.missing[reason] for reason in present(points, "missing", style.missing)}
    steps = {int(score) for name in variables for score in style.values[name]}
    scores = sorted(steps | {*points["score"].drop_nulls()}, reverse=True)
    return {str(score): signed(score) for score in scores} | reasons


def counts_articles(points: pl.DataFrame) -> bool:
    """Whether the chart has cells, because a lane would hold too many dots."""
    return crowded(_in_lanes(points.drop_nulls("published")), "variable", "row")


def _in_lanes(points: pl.DataFrame) -> pl.DataFrame:
    """The articles with their lane, as ``cells`` counts them."""
    spot = pl.coalesce(pl.col("score", "missing").cast(pl.String))
    return points.with_columns(
        INFERRED.alias("inferred"),
        row=pl.format("{} {}", pl.col("outlet").cast(pl.String), spot),
        day=pl.col("published"),
        silent=pl.col("score").is_null(),
    )


def _of(rows: pl.DataFrame, variable: str) -> pl.DataFrame:
    return rows.filter(pl.col("variable") == variable)


def _lanes(found: Cells, names: Mapping[str, str], spots: Sequence[str]) -> tuple[pl.DataFrame, int]:
    """One row per lane with its height, and the total height; lanes without an article are low."""
    floor, lines, held = 0, [], set(found.table["row"])
    for outlet in names:
        for spot in spots:
            room = ROOM if f"{outlet} {spot}" in held else 13
            lines.append((f"{outlet} {spot}", outlet, spot, floor + room // 2, floor, floor + room))
            floor += room
        floor += 12
    return pl.DataFrame(lines, schema=["row", "outlet", "spot", "y", "top", "bottom"], orient="row"), floor - 12


def _strips(
    points: pl.DataFrame, names: Mapping[str, str], spots: list[str], within: Span
) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """Points with their heights, one row per lane with its height, and the total height; panels share the lanes."""
    diameter = 7 if points.height <= 400 else 4
    spoken = points.with_columns(
        pl.col("outlet", "variable").cast(pl.String),
        spot=pl.coalesce(pl.col("score").cast(pl.String), pl.col("missing").cast(pl.String)),
    ).sort("published", "article")
    cells = {}
    for key, rows in spoken.group_by("variable", "outlet", "spot", maintain_order=True):
        at = [(within.pixel(day), within.pixel(day)) for day in rows["published"]]
        cells[key] = rows.with_columns(lane=pl.Series(lanes(at, diameter + 1), dtype=pl.Int64))
    floor, lines, parts = 0, [], []
    for outlet in names:
        for spot in spots:
            here = [rows for (_, name, at), rows in cells.items() if (name, at) == (outlet, spot)]
            deep = max((max(rows["lane"]) + 1 for rows in here), default=1)
            room = max(13, deep * (diameter + 1) + 4)
            lines.append((outlet, spot, floor + room // 2, floor, floor + room))
            steps = {lane: from_centre(lane) * (diameter + 1) for lane in range(deep)}
            parts += [rows.with_columns(y=floor + room // 2 + pl.col("lane").replace_strict(steps)) for rows in here]
            floor += room
        floor += 12
    drawn = pl.DataFrame(lines, schema=["outlet", "spot", "y", "top", "bottom"], orient="row").with_columns(
        reason=~pl.col("spot").str.contains("^-?[0-9]+$")
    )
    return pl.concat(parts).with_columns(diameter=pl.lit(diameter)), drawn, floor - 12


def _strip(rows: pl.DataFrame, lines: pl.DataFrame, within: Span, size: tuple[int, Style]) -> list[alt.Chart]:
    """One panel: bands of positions but not of reasons, and the dots, hollow where there is no position."""
    height, style = size
    words, diameter = style.words, rows["diameter"][0]
    colour = alt.Scale(domain=list(style.outlet_colours), range=list(style.outlet_colours.values()))
    tooltip = tip(words, date="published", outlet="outlet_label", headline="headline", value="position")
    dots = Chart(
        plain(rows).select(
            "article", "outlet", "published", "headline", "y", spoken=pl.col("score").is_not_null(),
            outlet_label=label_of("outlet", style.outlets),
            position=pl.coalesce(pl.col("score").cast(pl.String), label_of("missing", style.missing)),
            **({"inferred": INFERRED} if any_inferred(rows) else {}),
        )
    ).encode(x=time_axis("published", within, style), y=downwards("y", height), tooltip=tooltip)  # fmt: skip
    return [
        *bands(lines.filter(~pl.col("reason")).rename({"spot": "row"}), Plane(within, height, style)),
        dots.transform_filter("!datum.spoken").mark_point(size=diameter**2, strokeWidth=1, color="#8b939c", opacity=1),
        dots.transform_filter("datum.spoken")
        .mark_point(size=diameter**2, opacity=1, strokeWidth=0)
        .encode(fill=alt.Fill("outlet", scale=colour, legend=None)),
        *([_hollow(dots, diameter, colour)] if any_inferred(rows) else []),
    ]


def _hollow(dots: alt.Chart, diameter: int, colour: alt.Scale) -> alt.Chart:
    """Rims over the dots of inferred positions."""
    inferred = dots.transform_filter("datum.inferred")
    rims: alt.Chart = inferred.mark_point(size=(diameter - 1) ** 2, fill=PAPER, opacity=1, strokeWidth=1.5).encode(
        stroke=alt.Stroke("outlet", scale=colour, legend=None)
    )
    return rims


def _named(lines: pl.DataFrame, names: Mapping[str, str], spots: Mapping[str, str], height: int) -> list[alt.Chart]:
    """The names of lanes and of outlets left of the first panel."""
    room = max(text_width(spot, 10) for spot in spots.values()) + 16
    every = [(spots[spot], y) for spot, y in lines.select("spot", "y").iter_rows()]
    middle = (pl.col("y").first() + pl.col("y").last()) // 2
    blocks = lines.group_by("outlet", maintain_order=True).agg(y=middle)
    outlets = [(names[outlet], y) for outlet, y in blocks.iter_rows()]
    return [
        gutter(every, 8, height, fontSize=10, color=QUIET),
        gutter(outlets, room, height, fontWeight="bold"),
    ]
