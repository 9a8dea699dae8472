"""The marks of frames over time: squares of articles, points of shares, and the other outlets."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import polars as pl

from framing.analysis.floors import SHARED
from framing.chart.dated import DAY
from framing.chart.over_time_plan import BELOW, Drawing, in_pixels, top_share
from framing.chart.parts import label_of, plain, share_in_words, tip
from framing.chart.style import PAPER

PALE = "#b9c0c8"
"""The other outlets."""


def marks(drawing: Drawing) -> Iterator[alt.Chart]:
    """All layers, from behind."""
    if drawing.stacks_peers:
        yield from _below(drawing)
    elif drawing.peers.height:
        yield from _behind(drawing)
    if drawing.shares:
        yield from _shares(drawing)
    if drawing.units.height:
        yield _squares(drawing)


def _placed(cells: pl.DataFrame, drawing: Drawing, group: str = "") -> pl.DataFrame:
    """Cells with a share: the middle and the edges of their period, and the heights of their share and interval, in pixels.

    Args:
        cells: one row per (group, frame, period).
        drawing: where everything lies.
        group: in whose panels they lie; each in its own where there is none.
    """
    panels, top, rows = drawing.panels, top_share(drawing), []
    for cell in cells.filter(SHARED).sort("group", "frame", "first").to_dicts():
        at = group or cell["group"]
        line, unit = panels.line(at, cell["frame"]), (panels.rows[cell["frame"]].rise - 2) / top
        x, right = panels.across(at, cell["first"]), panels.across(at, cell["last"] + DAY)
        ends = {
            name: None if cell[end] is None else line - cell[end] * unit
            for name, end in (("low_y", "low"), ("high_y", "high"))
        }
        rows.append({**cell, "start": x, "end": right, "x": (x + right) / 2, "y": line - cell["share"] * unit, **ends})
    schema = {
        "start": pl.Float64,
        "end": pl.Float64,
        "x": pl.Float64,
        "y": pl.Float64,
        "low_y": pl.Float64,
        "high_y": pl.Float64,
    }
    return pl.DataFrame(rows, schema={**cells.schema, **schema})


def _joined(points: pl.DataFrame) -> pl.DataFrame:
    """Lines from one period to the next, where both have a share."""
    after = pl.col("last").shift(1).over("group", "frame") + DAY == pl.col("first")
    before = {name: pl.col(column).shift(1).over("group", "frame") for name, column in (("x", "x"), ("y", "y"))}
    return points.with_columns(right="x", bottom="y", follows=after, **before).filter("follows")


def _coloured(table: pl.DataFrame, drawing: Drawing) -> pl.DataFrame:
    colours = drawing.style.frame_colours
    return table.with_columns(colour=pl.col("frame").replace_strict(colours, return_dtype=pl.String))


def _behind(drawing: Drawing) -> Iterator[alt.Chart]:
    """The shares of the other outlets as grey lines."""
    (group,) = drawing.names
    points = _placed(drawing.peers, drawing, group)
    if points.is_empty():
        return
    joined = _joined(points).select("x", "y", "right", "bottom")
    if joined.height:
        yield in_pixels(joined, drawing).mark_rule(color=PALE, strokeWidth=1)
    dots = points.select("y", x=pl.col("x") - 1.5, right=pl.col("x") + 1.5)
    yield in_pixels(dots, drawing).mark_rule(color=PALE, strokeWidth=2.5)


def _below(drawing: Drawing) -> Iterator[alt.Chart]:
    """The articles of the other outlets below the line, one on another, or as bars where they are many."""
    (group,) = drawing.names
    panels, unit, middle = drawing.panels, peer_unit(drawing), drawing.squares.wide / 2
    counts = together(drawing.peers).filter(pl.col("articles") > 0)
    rows = []
    for cell in plain(counts).to_dicts():
        line = panels.line(group, cell["frame"]) + 2
        x = (panels.across(group, cell["first"]) + panels.across(group, cell["last"] + DAY)) / 2
        step = unit if unit >= 3 else unit * cell["articles"]
        rows += [
            {"x": x - middle, "right": x + middle, "y": line + step * k, "bottom": line + step * (k + 1) - (1 if unit >= 3 else 0),
             "frame_label": drawing.style.frames[cell["frame"]], **{name: cell[name] for name in ("period", "articles", "records")}}
            for k in range(cell["articles"] if unit >= 3 else 1)
        ]  # fmt: skip
    if rows:
        words = drawing.style.words
        tooltip = tip(words, others="articles", frame="frame_label", period="period")
        yield in_pixels(rows, drawing).mark_rect(color=PALE).encode(tooltip=tooltip)


def together(peers: pl.DataFrame) -> pl.DataFrame:
    """The articles of all groups together per frame and period."""
    return peers.group_by("frame", "period", "first", "last", maintain_order=True).agg(
        pl.col("articles").sum(), records=pl.col("records").explode(empty_as_null=True).drop_nulls().sort()
    )


def peer_unit(drawing: Drawing) -> float:
    """Pixels of one article of the other outlets."""
    most = together(drawing.peers).select(pl.col("articles").max()).item() or 1
    return float(min(drawing.squares.high, BELOW / most))


def _shares(drawing: Drawing) -> Iterator[alt.Chart]:
    """Intervals as bands as wide as their period, lines between neighbouring periods, and points; hollow where indicative."""
    words, style = drawing.style.words, drawing.style
    points = _coloured(_placed(drawing.own.filter(pl.col("group").is_in(list(drawing.shares))), drawing), drawing)
    bands = points.drop_nulls("high_y").select(
        "colour", x=pl.col("start") + 0.5, right=pl.col("end") - 0.5, y="high_y", bottom="low_y"
    )
    if bands.height:
        yield in_pixels(bands, drawing).mark_rect(opacity=0.2).encode(color=alt.Color("colour", scale=None))
    joined = _joined(points).select("x", "y", "right", "bottom", "colour")
    if joined.height:
        yield (in_pixels(joined, drawing).mark_rule(strokeWidth=1.4).encode(color=alt.Color("colour", scale=None)))
    told = plain(points).with_columns(
        frame_label=label_of("frame", style.frames), group_label=label_of("group", drawing.names),
        told=share_in_words(),
        interval=pl.format("{} – {} %", *((pl.col(end) * 100).round(0).cast(pl.Int64) for end in ("low", "high"))),
        fill=pl.when(pl.col("shown") == "estimate").then("colour").otherwise(pl.lit(PAPER)),
    )  # fmt: skip
    labels = ("group_label", "frame_label", "period", "articles", "of", "told", "interval", "records")
    tooltip = [*tip(words, outlet="group_label", frame="frame_label", period="period", articles="articles", of="of"),
               *tip(words, share="told", interval="interval")]  # fmt: skip
    size = 30 if len(drawing.names) == 1 else 16
    yield (
        in_pixels(told.select("x", "y", "colour", "fill", *labels), drawing)
        .mark_point(shape="circle", size=size, opacity=1, strokeWidth=1.2)
        .encode(
            fill=alt.Fill("fill", scale=None),
            stroke=alt.Stroke("colour", scale=None),
            tooltip=tooltip,
        )
    )


def _stacked(drawing: Drawing) -> pl.DataFrame:
    """The squares of articles in their stacks, in pixels."""
    panels, squares = drawing.panels, drawing.squares
    rows: list[dict[str, Any]] = []
    for unit in drawing.units.to_dicts():
        x = (panels.across(unit["group"], unit["first"]) + panels.across(unit["group"], unit["last"] + DAY)) / 2
        up, column = divmod(unit["place"], squares.across)
        left = x - squares.wide * (squares.across / 2 - column)
        floor = panels.line(unit["group"], unit["frame"]) - 1 - squares.high * up
        top = min(floor - 0.5, floor - squares.high + 2)
        edges = {"x": left + 1, "right": left + squares.wide - 1, "y": top, "bottom": floor}
        rows.append({**unit, **edges})
    return pl.DataFrame(rows, infer_schema_length=None)


def _squares(drawing: Drawing) -> alt.Chart:
    """One square per article and frame: full for its primary one, hollow for a further one."""
    words, style = drawing.style.words, drawing.style
    told = drawing.articles.select("article", pl.col("published").alias("day"), "outlet", "headline")
    placed = _coloured(_stacked(drawing), drawing).join(told, on="article", how="left", maintain_order="left")
    kept = plain(placed).select(
        "article", "x", "right", "y", "bottom", "colour", "day", "headline",
        fill=pl.when("full").then("colour").otherwise(pl.lit(PAPER)),
        outlet_label=label_of("outlet", style.outlets), frame_label=label_of("frame", style.frames),
        role_label=pl.when("full").then(pl.lit(words["primary"])).otherwise(pl.lit(words["secondary"])),
    )  # fmt: skip
    labels = {"outlet": "outlet_label", "headline": "headline", "frame": "frame_label", "role": "role_label"}
    base = in_pixels(kept, drawing).mark_rect(strokeWidth=1, opacity=1)
    drawn: alt.Chart = base.encode(
        fill=alt.Fill("fill", scale=None),
        stroke=alt.Stroke("colour", scale=None),
        tooltip=tip(words, date="day", **labels),
    )
    return drawn
