"""Charts of frame dimensions: by outlet, and together."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import polars as pl

from framing.analysis.floors import SHARED
from framing.chart.parts import (
    PATH,
    Chart,
    article_count,
    column_axis,
    column_step,
    either,
    hatch,
    label_of,
    layered,
    nothing,
    plain,
    present,
    ramp,
    row_axis,
    share_in_words,
    text_width,
    tip,
    titled,
)
from framing.chart.style import INK, PAPER, QUIET, ROW, Style

Labels = Mapping[str, str]


def _multi(shares: pl.DataFrame, style: Style) -> str:
    """The warning that shares do not sum to 1, where they do not."""
    sums = shares.group_by("outlet").agg(articles=pl.col("articles").sum(), of=pl.col("of").first())
    return style.words["multi_note"] if (sums["articles"] > sums["of"]).any() else ""


def frame_by_outlet(shares: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Frame dimensions by outlet, k of n in every cell, shaded only where a share may be shown.

    Args:
        shares: one row per (outlet, frame), as from ``measure.frame_shares`` by outlet.
        style: the look of the study.

    Returns:
        The chart, rows and columns in the order of the codebook and the register; where outlets are too many to stand
        beside one another as columns, they are the rows.
    """
    if article_count(shares) == 0:
        return nothing("frame_by_outlet", style)
    words = style.words
    (down, lines), (across, columns), step = _sides(shares, style)
    rows = plain(shares).with_columns(
        figures=pl.when(pl.col("of") > 0).then(pl.format("{}/{}", "articles", "of")),
        outlet_label=label_of("outlet", style.outlets),
        frame_label=label_of("frame", style.frames),
        shade=pl.when(SHARED).then("share"),
        told=pl.when(SHARED).then(share_in_words()),
    )
    base = Chart(rows).encode(
        x=alt.X(across, scale=alt.Scale(domain=list(columns)), axis=column_axis(columns, step)),
        y=alt.Y(down, scale=alt.Scale(domain=list(lines)), axis=row_axis(lines)),
    )
    tooltip = tip(words, outlet="outlet_label", frame="frame_label", articles="articles", of="of", share="told")
    chart = layered(*_cells(base, rows["shade"].max(), step, tooltip)).properties(
        width=step * len(columns), height=ROW * len(lines)
    )
    notes = [words["outlet_note"], _multi(shares, style)]
    return titled(chart, words["frame_by_outlet"], notes)


def _sides(shares: pl.DataFrame, style: Style) -> tuple[tuple[str, Labels], tuple[str, Labels], float]:
    """What the rows are, what the columns are, and how wide a column is."""
    of = dict(shares.select(pl.col("outlet").cast(pl.String), "of").iter_rows())
    frames = style.frames
    outlets = {name: f"{style.outlets[name]} ({of[name]})" for name in present(shares, "outlet", style.outlets)}
    step = column_step(frames.values(), list(outlets.values()), most=110)
    if step >= max(text_width(f"{count}/{count}") for count in of.values()) + 4:
        return ("frame", frames), ("outlet", outlets), step
    return ("outlet", outlets), ("frame", frames), column_step(outlets.values(), list(frames.values()), most=110)


def _cells(base: alt.Chart, most: Any, step: float, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    """Cells by what the floors let them show: plain with a count, shaded, framed where indicative, hatched where empty."""
    box = f"M{3 - step / 2},-11H{step / 2 - 3}V11H{3 - step / 2}Z"
    return [
        base.mark_rect(fill="#f7f8f9", stroke=PAPER, strokeWidth=2)
        .encode(tooltip=tooltip)
        .transform_filter(alt.datum.shown == "count"),
        base.mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=2)
        .encode(color=ramp("shade", most), tooltip=tooltip)
        .transform_filter("datum.shade !== null"),
        base.mark_point(size=PATH, shape=box, color=QUIET, strokeWidth=0.7, strokeDash=[3, 2], filled=False)
        .transform_filter(alt.datum.shown == "indicative"),
        base.mark_point(size=PATH, shape=hatch(step, ROW, 9, "/"), color="#9aa1a9", strokeWidth=0.6, filled=False)
        .transform_filter(alt.datum.shown == "nothing"),
        base.mark_text()
        .encode(text=alt.Text("figures"), color=either(alt.ColorValue, alt.datum.articles > 0, INK, QUIET))
        .transform_filter(alt.datum.of > 0),
    ]  # fmt: skip


def frame_cooccurrence(pairs: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """How many articles carry two frame dimensions together; on the diagonal, how many carry each at all.

    Args:
        pairs: one row per ordered pair of frames, as from ``measure.frame_cooccurrence``.
        style: the look of the study.

    Returns:
        The chart: the lower half of the matrix, since the upper would repeat it.
    """
    if article_count(pairs) == 0:
        return nothing("frame_cooccurrence", style)
    order = list(style.frames)
    rank = {frame: place for place, frame in enumerate(order)}

    def place(column: str) -> pl.Expr:
        return pl.col(column).cast(pl.String).replace_strict(rank, return_dtype=pl.Int32)

    rows = plain(pairs.filter(place("with_frame") <= place("frame"))).with_columns(
        figures=pl.when(pl.col("articles") > 0).then(pl.col("articles").cast(pl.String)).otherwise(pl.lit("·")),
        pair=pl.when((pl.col("frame") != pl.col("with_frame")) & (pl.col("articles") > 0)).then("articles"),
        frame_label=label_of("frame", style.frames),
        with_label=label_of("with_frame", style.frames),
    )
    step = 46.0
    base = Chart(rows).encode(
        x=alt.X("with_frame", scale=alt.Scale(domain=order), axis=column_axis(style.frames, step, "bottom")),
        y=alt.Y("frame", scale=alt.Scale(domain=order), axis=row_axis(style.frames)),
    )
    tooltip = tip(style.words, frame="frame_label", **{"with": "with_label"}, articles="articles")
    chart = layered(*_pairs(base, rows["pair"].max(), step, tooltip)).properties(
        width=step * len(order), height=ROW * len(order)
    )
    return titled(chart, style.words["frame_cooccurrence"], [style.words["pairs_note"]])


def _pairs(base: alt.Chart, most: Any, step: float, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    """Shades of pairs, a frame around each dimension's own cell, and the counts."""
    ink = either(alt.ColorValue, alt.datum.articles > 0, INK, QUIET)
    return [
        base.mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=2)
        .encode(color=ramp("pair", most), tooltip=tooltip)
        .transform_filter("datum.pair !== null"),
        base.transform_filter("datum.frame === datum.with_frame")
        .mark_point(
            size=PATH, shape=hatch(step, ROW, 999, ""), stroke=QUIET, strokeWidth=0.8, fill=PAPER, fillOpacity=0
        )
        .encode(tooltip=tooltip),
        base.mark_text().encode(text=alt.Text("figures"), color=ink),
    ]
