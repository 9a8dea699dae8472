"""Articles as dots on rows over time: no two collide, and colour and shape tell the outlet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.chart.dated import Span, day_scale, downwards, from_centre, lanes, time_axis
from framing.chart.parts import Chart, Symbol, either, label_of, plain, present, symbols, text_width
from framing.chart.style import FAINT, QUIET, Style

SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down")
"""Shapes of outlets, in the order of the register; they begin again after the last."""
CROSS = "M-1,-1L1,1M-1,1L1,-1"
BAND = "#eff2f5"
LEAST = 15
"""Pixels of a row without a dot."""


def outlet_shapes(style: Style) -> dict[str, str]:
    """The shape of each outlet."""
    return {name: SHAPES[place % len(SHAPES)] for place, name in enumerate(style.outlets)}


def diameter(points: pl.DataFrame) -> int:
    """How wide a dot is: the narrower, the more articles there are."""
    count = points.height
    return 9 if count <= 150 else 7 if count <= 400 else 5


class Plane(NamedTuple):
    """What everything drawn over one stretch of time shares."""

    within: Span
    height: int
    style: Style


class Size(NamedTuple):
    """How wide a dot is, where the first row begins, and how high a row is at least, in pixels."""

    wide: int
    top: int = 0
    least: int = LEAST


def rowed(
    points: pl.DataFrame, rows: Sequence[str], within: Span, size: Size
) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """Dots with their height, and the rows that they stand in.

    Args:
        points: one row per dot: ``row``, ``day``, ``article``.
        rows: the keys of all rows, from above.
        within: the stretch of time.
        size: of dots and rows.

    Returns:
        The dots with ``y`` (their middle), those of a day one above another; one line per row: ``row``, ``y`` (its middle), ``top``,
        ``bottom``; and the height of the whole.
    """
    apart, floor, placed, lines = size.wide + 2, size.top, [], []
    by_row = points.sort("day", "article").partition_by("row", as_dict=True, maintain_order=True)
    for row in rows:
        here = by_row.get((row,), points.clear())
        steps = [
            from_centre(lane) for lane in lanes([(within.pixel(day), within.pixel(day)) for day in here["day"]], apart)
        ]
        low, high = min(steps, default=0), max(steps, default=0)
        room = max(size.least, (high - low + 1) * apart + 5)
        middle = floor + room // 2
        heights = [middle + round((step - (low + high) / 2) * apart) for step in steps]
        placed.append(here.with_columns(y=pl.Series(heights, dtype=pl.Int64)))
        lines.append((row, middle, floor, floor + room))
        floor += room
    schema = {"row": pl.String, "y": pl.Int64, "top": pl.Int64, "bottom": pl.Int64}
    return pl.concat(placed), pl.DataFrame(lines, schema=schema, orient="row"), floor


def described(points: pl.DataFrame, style: Style) -> pl.DataFrame:
    """The dots as a chart embeds them, with the name of their outlet."""
    return plain(points).with_columns(outlet_label=label_of("outlet", style.outlets))


def dots(base: alt.Chart, wide: float, style: Style) -> alt.Chart:
    """The dots of articles; hollow where what they tell is inferred."""
    shapes = outlet_shapes(style)
    names = [name for name in style.outlets if name in style.outlet_colours]
    colours = alt.Scale(domain=names, range=[style.outlet_colours[name] for name in names])
    outlines = alt.Scale(domain=names, range=[shapes[name] for name in names])
    drawn: alt.Chart = base.mark_point(size=wide**2, opacity=1).encode(
        fill=alt.Fill("outlet", scale=colours, legend=None),
        stroke=alt.Stroke("outlet", scale=colours, legend=None),
        shape=alt.Shape("outlet", scale=outlines, legend=None),
        fillOpacity=either(alt.FillOpacityValue, "datum.inferred", 0, 1),
        strokeWidth=either(alt.StrokeWidthValue, "datum.inferred", 1.3, 0),
    )
    return drawn


def on_rows(points: pl.DataFrame, plane: Plane, tooltip: list[alt.Tooltip]) -> alt.Chart:
    """What dots are drawn from: their day across, their height, and what they tell."""
    base: alt.Chart = Chart(points).encode(
        x=time_axis("day", plane.within, plane.style), y=downwards("y", plane.height), tooltip=tooltip
    )
    return base


def ruled(lines: pl.DataFrame, plane: Plane, column: str = "bottom") -> list[alt.Chart]:
    """A faint line under every row, or through its middle (``y``); nothing where there is no row."""
    ends = pl.DataFrame({"start": [plane.within.first], "end": [plane.within.last]})
    rules = lines.select(column).join(ends, how="cross")
    x = time_axis("start", plane.within, plane.style)
    drawn: alt.Chart = (
        Chart(rules)
        .mark_rule(color=FAINT, strokeWidth=0.8)
        .encode(x=x, x2=alt.X2("end"), y=downwards(column, plane.height))
    )
    return [drawn] if rules.height else []


def bands(lines: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """Every second position shaded; the rows of positions end in their score.

    Dots of one day are moved apart inside their row; beside a line through its middle they would look like other values.
    """
    even = pl.col("row").str.extract(r"(-?\d+)$").cast(pl.Int64) % 2 == 0
    shaded = lines.filter(even).with_columns(first=pl.lit(plane.within.first), end=pl.lit(plane.within.last))
    return (
        [stretched(shaded.select("first", "end", "top", "bottom"), plane).mark_rect(color=BAND)] if lines.height else []
    )


def stretched(rows: pl.DataFrame, plane: Plane) -> alt.Chart:
    """What stretches of days are drawn from: ``first`` to ``end`` across, ``top`` to ``bottom`` down."""
    drawn: alt.Chart = Chart(rows).encode(
        x=alt.X("first", scale=day_scale(plane.within)),
        x2=alt.X2("end"),
        y=downwards("top", plane.height),
        y2=alt.Y2("bottom"),
    )
    return drawn


def outlet_key(points: pl.DataFrame, more: Iterable[Symbol], width: float, style: Style) -> alt.LayerChart:
    """The key: the outlets that occur, and below them what else the marks mean."""
    shapes, found = outlet_shapes(style), present(points, "outlet", style.outlets)
    room = max((text_width(style.outlets[name]) for name in found), default=0)
    papers = [Symbol(style.outlets[name], style.outlet_colours[name], shapes[name], room=room) for name in found]
    follows = "inferred" in points.columns and points["inferred"].any()
    hollow = [Symbol(style.words["inferred_mark"], QUIET, fill=0)] if follows else []
    return symbols([group for group in (papers, [*more, *hollow]) if group], width)


def counted_names(points: pl.DataFrame, column: str, labels: Mapping[str, str]) -> dict[str, str]:
    """The labels of a column, each with how many articles it has."""
    counts = dict(points.group_by(pl.col(column).cast(pl.String)).agg(pl.col("article").n_unique()).iter_rows())
    return {name: f"{label} ({counts[name]})" if name in counts else label for name, label in labels.items()}
