"""Articles where a row would hold too many marks: a cell per row and period with their number, the darker the more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import altair as alt
import polars as pl

from framing.analysis.choices import Every
from framing.analysis.period import LENGTHS, days, in_periods, periods
from framing.chart.dated import DAY, Span, downwards, time_axis
from framing.chart.dots import Plane, Size
from framing.chart.parts import Chart, either, label_of, plain, text_width, tip
from framing.chart.style import FAINT, INK, PAPER, QUIET, SHADES, SIGNS, Style

ROOM, FIGURE = 18, 9
"""Pixels of a row that holds a cell, and of the numbers in cells."""
SILENT = ("#f3f5f7", FAINT)
"""Ends of the ramp for articles that give no answer."""


class Cells(NamedTuple):
    """The cells of all rows.

    Attributes:
        table: one row per (row, period) with articles: ``row``, ``period``, ``first``, ``end`` (the day after it), ``middle``, ``articles``,
            ``inferred`` (how many of these), ``papers`` (how many of each outlet, in words), ``records``, ``silent`` and ``colour``.
        every: how long a period is.
    """

    table: pl.DataFrame
    every: Every


def cells(points: pl.DataFrame, within: Span, style: Style, by: Sequence[str] = ("row",)) -> Cells:
    """Articles by row and period: the shortest from a quarter on in whose cell the highest number can be read.

    Args:
        points: one row per mark that would be drawn: ``row``, ``day``, ``article``, ``outlet``, ``inferred`` and ``silent``.
        within: the stretch of time.
        style: for the names of outlets.
        by: the columns that tell rows apart.
    """
    months = (within.last.year - within.first.year) * 12 + within.last.month - within.first.month
    for every in ("quarter", "half", "year"):
        found = _counted(points, [*by, "period"], within, every, style)
        room = LENGTHS[every] * within.width / months
        if text_width(str(found["articles"].max()), FIGURE) + 4 <= room or every == "year":
            return Cells(found.with_columns(colour=_shades(found)), every)
    raise AssertionError("a year is the longest period")


def _counted(points: pl.DataFrame, by: Sequence[str], within: Span, every: Every, style: Style) -> pl.DataFrame:
    named = periods(within.first, within.last - DAY, every)
    placed = in_periods(points.with_columns(published="day"), named).with_columns(pl.col(*by).cast(pl.String))
    told = pl.format("{} {}", label_of("outlet", style.outlets), "articles")
    papers = placed.group_by(*by, "outlet").agg(articles=pl.col("article").n_unique())
    said = papers.sort("articles", "outlet", descending=[True, False]).group_by(by, maintain_order=True)
    inferred = pl.col("article").filter(pl.col("inferred").fill_null(value=False)).n_unique()
    counted = placed.group_by(by).agg(
        articles=pl.col("article").n_unique(), inferred=inferred, records=pl.col("article").unique().sort(),
        silent=pl.col("silent").first(),
    )  # fmt: skip
    return (
        counted.join(said.agg(papers=told.str.join(style.words["between_names"])), on=by)
        .join(days(named).cast({"period": pl.String}), on="period")
        .with_columns(end=pl.col("last") + DAY, middle=pl.col("first") + (pl.col("last") - pl.col("first")) / 2)
        .sort(by)
    )


def cell_notes(found: Cells, style: Style) -> list[str]:
    """How cells are to be read."""
    rims = [style.words["cells_inferred"]] if found.table["inferred"].sum() else []
    return [style.words[f"cells_{found.every}"], *rims]


def ruled_rows(rows: Iterable[str], size: Size) -> tuple[pl.DataFrame, int]:
    """The lines of rows, as ``dots.rowed`` gives them, and the height of the whole."""
    room, keys = max(size.least, ROOM), list(rows)
    tops = [size.top + room * place for place in range(len(keys))]
    lines = [(key, top + room // 2, top, top + room) for key, top in zip(keys, tops, strict=True)]
    schema = {"row": pl.String, "y": pl.Int64, "top": pl.Int64, "bottom": pl.Int64}
    return pl.DataFrame(lines, schema=schema, orient="row"), size.top + room * len(keys)


def cell_layers(
    found: pl.DataFrame, lines: pl.DataFrame, plane: Plane, labels: Mapping[str, str], what: str = "value"
) -> list[alt.Chart]:
    """Shaded cells with their numbers in some rows; those of articles that give no answer are grey.

    Args:
        found: the ``table`` of ``cells``, or a part of it.
        lines: where the rows are.
        plane: what everything is drawn over.
        labels: what the rows are called in tooltips.
        what: the word for what the rows are.
    """
    placed = plain(found).join(lines.select("row", "y", "top", "bottom"), on="row", maintain_order="left")
    told = placed.select(
        "period", "first", "end", "middle", "articles", "inferred", "papers", "records", "silent", "colour", "y",
        top=pl.col("top") + 1, bottom=pl.col("bottom") - 1, row_label=label_of("row", labels),
    )  # fmt: skip
    rims = bool(told["inferred"].sum())
    columns = {"period": "period", what: "row_label", "articles": "articles", "outlet": "papers"}
    tooltip = tip(plane.style.words, **columns, **({"cells_inferred_count": "inferred"} if rims else {}))
    return _drawn(told if rims else told.drop("inferred"), plane, tooltip) if told.height else []


def _drawn(told: pl.DataFrame, plane: Plane, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    within, height, style = plane
    base = Chart(told)
    box = base.encode(
        x=time_axis("first", within, style), x2=alt.X2("end"), y=downwards("top", height), y2=alt.Y2("bottom")
    )
    rim = box.transform_filter("datum.inferred > 0").mark_rect(filled=False, stroke=SIGNS["positive"], strokeWidth=1.5)
    number = base.mark_text(fontSize=FIGURE).encode(
        x=time_axis("middle", within, style), y=downwards("y", height), text=alt.Text("articles"),
        color=either(alt.ColorValue, "datum.silent", QUIET, INK),
    )  # fmt: skip
    shaded = box.mark_rect(stroke=PAPER, strokeWidth=1).encode(fill=alt.Fill("colour", scale=None), tooltip=tooltip)
    return [shaded, *([rim] if "inferred" in told.columns else []), number]


def _shades(counted: pl.DataFrame) -> pl.Series:
    """The colour of each cell, from nothing to the most of those that give an answer, or of those that give none."""
    most = dict(counted.group_by("silent").agg(pl.col("articles").max()).iter_rows())
    return pl.Series(
        [
            _between(*(SILENT if silent else SHADES), n / most[silent])
            for n, silent in counted.select("articles", "silent").iter_rows()
        ],
        dtype=pl.String,
    )


def _between(low: str, high: str, share: float) -> str:
    """A colour between two others.

    >>> _between("#000000", "#ff8000", 0.5)
    '#804000'
    """
    ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (low, high)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(*ends, strict=True))
