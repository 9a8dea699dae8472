"""What a figure of frames over time draws, and where: panels, rows, stacks of articles, and stretches without one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import altair as alt
import polars as pl

from framing.analysis.floors import SHARED
from framing.analysis.over_time import gives_shares
from framing.chart.dated import downwards
from framing.chart.panels import ALL, BETWEEN, Panels, Row, Squares, columns_of, squares_of, ticks
from framing.chart.parts import Chart, text_width, wrapped
from framing.chart.style import Style

BESIDE, ALONE, LOW = 50, 62, 16
"""Pixels that a row of shares rises, in one of several columns and in a single one, and that any row rises at least."""
BELOW, TICKS, LABELS = 24, 34, 150
"""Pixels of the other outlets below the line, of the numbers at a scale of shares, and of the widest label of a row."""
UNKNOWN = {"not_searched": "", "not_entered": "+", "not_published": "–", "not_read": "○"}
"""Periods without an article that do not mean zero, with the sign that tells them apart."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and where.

    Attributes:
        own: cells of the groups that have panels, of the frames that have rows.
        peers: cells of the groups in grey.
        units: one row per article that is a square, as from ``units``.
        articles: what tooltips tell of articles.
        names: the groups that have panels, and what they are called.
        heads: the same above the panels, with the number of all their articles, in lines.
        labels: the label of each frame that has a row, in lines.
        absent: the labels of frames that would have a row if any article had them.
        shares: the groups whose shares are drawn.
        squares: how articles are stacked.
        panels: where everything lies.
        style: the look of the study.
    """

    own: pl.DataFrame
    peers: pl.DataFrame
    units: pl.DataFrame
    articles: pl.DataFrame
    names: Mapping[str, str]
    heads: Mapping[str, list[str]]
    labels: Mapping[str, list[str]]
    absent: tuple[str, ...]
    shares: frozenset[str]
    squares: Squares
    panels: Panels
    style: Style

    @property
    def mixed(self) -> bool:
        """Whether shares are drawn of some groups and not of others."""
        return 0 < len(self.shares) < len(self.names)

    @property
    def stacks_peers(self) -> bool:
        """Whether the other outlets are counted below the line; beside shares they are lines."""
        return bool(self.peers.height) and not self.shares

    @property
    def height(self) -> float:
        """Pixels of the whole."""
        return self.panels.bands * self.panels.band


def units(own: pl.DataFrame, shares: frozenset[str]) -> pl.DataFrame:
    """The articles that are squares: all of the groups without shares, and of the others those in periods with too few for one.

    Args:
        own: cells, as from ``over_time.frames_over_time``.
        shares: the groups whose shares are drawn.

    Returns:
        One row per (group, frame, article), the primary ones (``full``) of a period first: ``place`` in its stack, from 0.
    """
    few = own.filter(~pl.col("group").is_in(list(shares)) | (pl.col("shown") == "count"))
    keys = ["group", "frame", "period", "first", "last"]
    rows = pl.concat(
        few.select(*keys, article=name, full=pl.lit(full)).explode("article", empty_as_null=True).drop_nulls("article")
        for name, full in (("records", True), ("further_records", False))
    )
    return rows.with_columns(place=pl.int_range(pl.len()).over(keys[:3])).sort(*keys[:3], "place")


def tallest(stacked: pl.DataFrame) -> int:
    """The number of articles in the highest stack."""
    return max(stacked["place"], default=-1) + 1


def plan(cells: pl.DataFrame, articles: pl.DataFrame, names: Mapping[str, str], style: Style) -> Drawing:
    """What is drawn, and where; the lane of events has no room yet.

    Args:
        cells: one row per (group, frame, period), as from ``over_time.frames_over_time``.
        articles: what tooltips tell of articles.
        names: the groups that have panels, and what they are called; behind a single one stand the others.
        style: the look of the study.

    Returns:
        The drawing, without rows where no article has a frame.
    """
    cells = cells.with_columns(pl.col(pl.Enum).cast(pl.String))
    mine = pl.col("group").is_in(list(names))
    known = cells.filter(mine) if len(names) > 1 else cells
    held = set(known.filter((pl.col("articles") > 0) | mine & (pl.col("further") > 0))["frame"])
    shown = pl.col("frame").is_in(list(held))
    own, peers = known.filter(mine, shown), known.filter(~mine, shown)
    shares = frozenset(str(group) for (group,), rows in own.group_by("group") if gives_shares(rows))
    stacked = units(own, shares)
    lines = _labels(own, {frame: label for frame, label in style.frames.items() if frame in held})
    left = max((text_width(part) for said in lines.values() for part in said), default=0) + 12
    columns, within = columns_of(list(names), left + (TICKS if len(shares) == len(names) else 0), cells)
    squares = squares_of(tallest(stacked), within, max(1, own["period"].n_unique()))
    counts = dict(own.unique(["group", "period"]).group_by("group").agg(pl.col("of").sum()).iter_rows())
    heads = {name: wrapped(f"{label} ({counts.get(name, 0)})", within.width, 12) for name, label in names.items()}
    absent = tuple(label for frame, label in style.frames.items() if frame in set(cells["frame"]) - held)
    marked = ticks(within, style)
    panels = Panels(
        columns, {}, within, head=max(map(len, heads.values())), lane=0, height=0,
        foot=max(text.count("\n") for _, text in marked) + 1 if marked else 0, bands=max(band for _, band in columns.values()) + 1,
    )  # fmt: skip
    return _with_rows(
        Drawing(own, peers, stacked, articles, names, heads, lines, absent, shares, squares, panels, style)
    )


def _labels(own: pl.DataFrame, frames: Mapping[str, str]) -> dict[str, list[str]]:
    """The label of each frame with the number of its articles, in lines."""
    records = pl.col("records").explode(empty_as_null=True).drop_nulls()
    counts = dict(own.group_by("frame").agg(records.n_unique()).iter_rows())
    return {frame: wrapped(f"{label} ({counts.get(frame, 0)})", LABELS) for frame, label in frames.items()}


def _with_rows(drawing: Drawing) -> Drawing:
    """The drawing with a row for each frame, as high as its panels need."""
    rise = {frame: max(LOW, 13 * len(said)) for frame, said in drawing.labels.items()}
    least = 0 if not drawing.shares else ALONE if len(drawing.names) == 1 else BESIDE
    rows, floor = {}, 0.0
    for frame, low in rise.items():
        stack = tallest(drawing.units.filter(pl.col("frame") == frame))
        up = max(low, least, -(-stack // drawing.squares.across) * drawing.squares.high + 2)
        rows[frame] = Row(floor + up, up)
        floor += up + (BELOW if drawing.stacks_peers else 0) + BETWEEN
    return replace(drawing, panels=replace(drawing.panels, rows=rows, height=floor))


def empty_runs(drawing: Drawing) -> pl.DataFrame:
    """Periods that follow one another in one state: ``group``, ``state``, ``first``, ``last``."""
    read = pl.when(pl.col("of") > 0).then(pl.lit("read")).when(pl.col("state") == "covered").then(pl.lit("not_read"))
    days = drawing.own.unique(["group", "period"]).sort("group", "first")
    told = days.with_columns(state=read.otherwise("state")).with_columns(run=pl.struct("group", "state").rle_id())
    return told.group_by("run", maintain_order=True).agg(
        pl.col("group", "state", "first").first(), last=pl.col("last").last()
    )


def top_share(drawing: Drawing) -> float:
    """The upper end of the scale of shares: the next fifth above all that is drawn on it."""
    mine = drawing.own.filter(pl.col("group").is_in(list(drawing.shares)))
    held = pl.concat([mine, drawing.peers.with_columns(high=pl.lit(None, pl.Float64))]).filter(SHARED)
    most = held.select(pl.max_horizontal("share", "high").max()).item() or 0
    return min(5, max(1, ceil(round(most * 5, 6)))) / 5


def in_pixels(rows: list[dict[str, Any]] | pl.DataFrame, drawing: Drawing) -> alt.Chart:
    """What marks in pixels are drawn from: ``x`` and ``y``, and where they have an extent ``right`` and ``bottom``."""
    table = rows if isinstance(rows, pl.DataFrame) else pl.DataFrame(rows, infer_schema_length=None)
    across = alt.X("x", scale=alt.Scale(domain=[0, ALL], nice=False, zero=False), axis=None)
    encoded: dict[str, Any] = {"x": across, "y": downwards("y", drawing.height)}
    encoded |= {"x2": alt.X2("right")} if "right" in table.columns else {}
    encoded |= {"y2": alt.Y2("bottom")} if "bottom" in table.columns else {}
    base: alt.Chart = Chart(table.with_columns(pl.col(pl.Float64).round(1))).encode(**encoded)
    return base
