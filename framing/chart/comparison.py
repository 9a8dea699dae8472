"""Charts of comparisons: two sides per frame dimension, a value on its null, curves by days from the event."""

from collections.abc import Mapping, Sequence
from typing import Literal

import altair as alt
import polars as pl

from framing.analysis.floors import SHAREABLE, SHARED, shown
from framing.chart.parts import (
    Chart,
    Symbol,
    article_count,
    fixed,
    heading,
    hundredths,
    interval_note,
    label_of,
    layered,
    lookup,
    nothing,
    plain,
    points,
    present,
    row_axis,
    shortly,
    symbols,
    text_width,
    tip,
    titled,
)
from framing.chart.style import FAINT, INK, PAPER, QUIET, WIDTH, Style

SIDES = ("#0b5fa5", "#c4501b")
"""The first and the second side, in every chart of a comparison."""
_ROW = 24


def frame_dumbbell(shares: pl.DataFrame, style: Style, names: Mapping[str, str]) -> alt.TopLevelMixin:
    """Share of each primary frame dimension on both sides, and the difference.

    Args:
        shares: one row per frame, as from ``compare.frames`` with records: ``answer``, ``hits_a``, ``n_a``, ``share_a``,
            ``low_a``, ``high_a``, the same for b, ``difference``, ``low``, ``high``, ``interval_by``, ``records_a``, ``records_b``;
            ``verdict`` and ``detectable``, as from ``compare.verdicts``, null where nothing was tested.
        style: the look of the study.
        names: what the first and the second side are called.

    Returns:
        The chart: a mark per side, hollow where it is indicative, counts instead of marks below 5 articles.
    """
    if shares.is_empty():
        return nothing("frame_dumbbell", style)
    words, frames = style.words, present(shares, "answer", style.frames)
    rows = _per_side(shares, style, names)
    judged = shares["verdict"].is_not_null().any()
    room = WIDTH - max(text_width(style.frames[frame]) for frame in frames) - (330 if judged else 200)
    top = max(0.2, rows.select(pl.max_horizontal("share", "high").max()).item() or 0)
    across = alt.Scale(domain=[0, min(1.0, round(top + 0.05, 1))], nice=False)
    axis = alt.Axis(format=".0%", tickCount=6, title=None)
    down = alt.Y("answer", scale=alt.Scale(domain=frames), axis=row_axis(style.frames))
    layers: list[alt.Chart] = [
        Chart(rows.filter(side="a"))
        .mark_rule(color=FAINT, strokeWidth=5)
        .encode(y=down, x=alt.X("share", scale=across, axis=axis), x2=alt.X2("other"))
    ]
    for side, colour, offset in zip("ab", SIDES, (-5, 5), strict=True):
        layers += _side_marks(rows.filter(side=side), colour, offset, (down, across, axis), words)
    layers += _told(rows.filter(side="a"), down, room)
    figure = layered(*layers, width=room, height=_ROW * len(frames))
    chart = alt.vconcat(symbols([_side_key(names, style)], WIDTH - 120), figure, spacing=10)
    notes = [words["dumbbell_note"], *_verdict_notes(shares, style), interval_note(shares, style)]
    return titled(chart, words["frame_dumbbell"], notes)


def _verdict_notes(shares: pl.DataFrame, style: Style) -> list[str]:
    """What the verdicts mean that occur."""
    found = set(shares["verdict"].drop_nulls())
    unclear = [style.words["unclear_note"]] if "unclear" in found else []
    return [style.words["verdict_note"], *unclear] if found else []


def _told(rows: pl.DataFrame, down: alt.Y, room: float) -> list[alt.Chart]:
    """The difference and its verdict beside the marks; what was found in bold."""
    base = Chart(rows).encode(y=down)
    weights: tuple[tuple[Literal["bold", "normal"], str, str], ...] = (
        ("bold", INK, "datum.found"),
        ("normal", QUIET, "!datum.found"),
    )
    return [
        base.transform_filter(test)
        .mark_text(align="left", fontWeight=weight, color=colour)
        .encode(x=fixed(alt.XValue, x), text=alt.Text(column))
        for weight, colour, test in weights
        for column, x in (("told", room + 14), ("verdict_told", room + 150))
    ]


def _verdicts(style: Style) -> pl.Expr:
    """The verdict in a word; of what was not found the difference that would have been found."""
    words = style.words
    size = (pl.col("detectable") * 100).round(0).cast(pl.Int64).cast(pl.String)
    before, after = words["verdict_not_found"].split("{points}")
    open_to = pl.when(pl.col("detectable").is_null()).then(pl.lit(words["verdict_blind"]))
    named = (
        pl.col("verdict")
        .cast(pl.String)
        .replace({name: words[f"verdict_{name}"] for name in ("larger", "smaller", "unclear")})
    )
    unfound = open_to.otherwise(pl.concat_str(pl.lit(before), size, pl.lit(after)))
    return pl.when(pl.col("verdict").cast(pl.String) == "not_found").then(unfound).otherwise(named).fill_null("")


def _per_side(shares: pl.DataFrame, style: Style, names: Mapping[str, str]) -> pl.DataFrame:
    """One row per (frame, side); a share only where the floors allow one."""
    apart = pl.format("{} {}", points("difference"), pl.lit(style.words["points"]))
    told = (
        pl.when(pl.col("low").is_null())
        .then(apart)
        .otherwise(pl.format("{} [{}; {}]", apart, points("low"), points("high")))
    )
    how = {side: shown(pl.col(f"n_{side}").round(0)).cast(pl.String) for side in "ab"}
    drawn = {side: pl.when(how[side].is_in(SHAREABLE)).then(f"share_{side}") for side in "ab"}
    both = pl.all_horizontal(drawn[side].is_not_null() for side in "ab")
    halves = [
        shares.select(
            "answer",
            frame_label=label_of("answer", style.frames),
            side=pl.lit(side),
            side_label=pl.lit(called),
            share=drawn[side],
            other=drawn[twin],
            low=pl.when(how[side].is_in(SHAREABLE)).then(f"low_{side}"),
            high=pl.when(how[side].is_in(SHAREABLE)).then(f"high_{side}"),
            shown=how[side],
            figures=pl.format("{}/{}", shortly(f"hits_{side}", 1), shortly(f"n_{side}", 1)),
            told=pl.when(both).then(told).otherwise(pl.lit("–")),
            verdict_told=_verdicts(style),
            found=pl.col("verdict").cast(pl.String).is_in(["larger", "smaller"]).fill_null(value=False),
            records=f"records_{side}",
        )
        for (side, twin), called in zip((("a", "b"), ("b", "a")), names.values(), strict=True)
    ]
    return plain(pl.concat(halves)).with_columns(fill=(pl.col("shown") == "estimate").cast(pl.Int8))


def _side_marks(
    rows: pl.DataFrame, colour: str, offset: int, placed: tuple[alt.Y, alt.Scale, alt.Axis], words: Mapping[str, str]
) -> list[alt.Chart]:
    down, across, axis = placed
    base = Chart(rows).encode(y=down)
    x = alt.X("share", scale=across, axis=axis)
    tooltip = [*tip(words, side="side_label", frame="frame_label", articles="figures"), alt.Tooltip("share", format=".0%", title=words["share"])]  # fmt: skip
    return [
        base.mark_rule(color=colour, strokeWidth=1.4, yOffset=offset, y2Offset=offset).encode(
            x=alt.X("low", scale=across, axis=axis), x2=alt.X2("high")
        ),
        base.mark_point(size=60, fill=PAPER, opacity=1, strokeWidth=0, yOffset=offset).encode(x=x),
        base.mark_point(size=60, color=colour, fill=colour, opacity=1, strokeWidth=1.6, yOffset=offset).encode(
            x=x, fillOpacity=alt.FillOpacity("fill", scale=None), tooltip=tooltip
        ),
        base.mark_text(color=colour, align="left", fontSize=10, dy=offset)
        .encode(x=fixed(alt.XValue, 2), text=alt.Text("figures"), tooltip=tooltip)
        .transform_filter("datum.share === null"),
    ]


def _side_key(names: Mapping[str, str], style: Style) -> list[Symbol]:
    key = [Symbol(name, colour) for name, colour in zip(names.values(), SIDES, strict=True)]
    return [*key, Symbol(style.words["indicative"], QUIET, fill=0)]


def null_histogram(bins: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """The observed value of each divergence on the histogram of its values under shuffling.

    Args:
        bins: one row per (measure, bin): ``measure``, ``low``, ``high``, ``share`` (0 to 1), and of the measure ``observed``
            and ``null_95``; ``n``, the articles behind it.
        style: the look of the study.

    Returns:
        The chart: grey bars are shufflings, the dashed line the value that 95 % of them stay below, the dark one what was
        observed.
    """
    if bins.is_empty():
        return nothing("null_histogram", style)
    words, far = style.words, _far(bins)
    width = (WIDTH - 200) / bins["measure"].n_unique()
    panels = [
        layered(
            *_on_its_null(part, far, words),
            width=width,
            height=120,
            title=heading(words.get(str(measure), str(measure))),
        )
        for (measure,), part in bins.filter(pl.col("low") < far - 1e-9).group_by("measure", maintain_order=True)
    ]
    title = words["null_histogram"]
    return titled(alt.hconcat(*panels, spacing=40), title, [words["null_note"]])


def _on_its_null(bins: pl.DataFrame, far: float, words: Mapping[str, str]) -> list[alt.Chart]:
    """One measure: bars of what shuffling gives, and lines for the value that 95 % stay below and for what was observed."""
    across = alt.Scale(domain=[0, far], nice=False)
    axis = alt.Axis(format=".2~f", tickCount=8, grid=False, title=None)
    marks = bins.head(1).with_columns(told=hundredths("observed"))
    stretch = pl.format("{} – {}", hundredths("low"), hundredths("high"))
    bars, lines = Chart(bins.with_columns(stretch=stretch)).mark_bar(color="#c3c9cf", binSpacing=0.5), Chart(marks)
    align: Literal["left", "right"] = "left" if marks["observed"][0] < 0.75 * far else "right"
    tooltip = [*tip(words, value="stretch"), alt.Tooltip("share", format=".1%", title=words["shufflings"])]
    return [
        bars.encode(
            x=alt.X("low", scale=across, axis=axis),
            x2=alt.X2("high"),
            y=alt.Y("share", scale=alt.Scale(nice=3), axis=alt.Axis(format=".0%", tickCount=3, title=None)),
            y2=alt.Y2Datum(0),
            tooltip=tooltip,
        ),
        lines.mark_rule(color=QUIET, strokeDash=[4, 3]).encode(x=alt.X("null_95", scale=across, axis=axis)),
        lines.mark_rule(color=INK, strokeWidth=2.5).encode(x=alt.X("observed", scale=across, axis=axis)),
        lines.mark_text(align=align, dx=6 if align == "left" else -6, fontWeight="bold").encode(
            x=alt.X("observed", scale=across, axis=axis), y=fixed(alt.YValue, 8), text=alt.Text("told")
        ),
    ]


def _far(bins: pl.DataFrame) -> float:
    """The edge of a bin beyond which nothing was observed or shuffled; there the axis ends."""
    reached = max(*bins.filter(pl.col("share") > 0)["low"].to_list(), *bins["observed"].to_list())
    return next((edge for edge in sorted(bins["high"].to_list()) if edge > reached + 0.02), 1.0)


def event_curve(curve: pl.DataFrame, style: Style, names: Mapping[str, str]) -> alt.TopLevelMixin:
    """Share of each primary frame dimension by the days from the event, all events together.

    Args:
        curve: one row per (side, stretch, frame), as from ``compare.curves.frame_curve``.
        style: the look of the study.
        names: what the first and the second side are called, by the ids in ``side``.

    Returns:
        The chart: a panel per frame; lines break where a stretch has fewer than 5 articles.
    """
    if curve.is_empty() or article_count(curve) == 0:
        return nothing("event_curve", style)
    words, frames = style.words, present(curve, "answer", style.frames)
    rows = _completed(curve, frames, style)
    stretches = rows.select("from", "stretch").unique().sort("from")["stretch"].to_list()
    colour = alt.Scale(domain=list(names), range=list(SIDES))
    top = min(1.0, round((rows.select(pl.max_horizontal("percent", "high").max()).item() or 0.2) + 0.06, 1))
    x = alt.X("stretch", scale=alt.Scale(domain=stretches, padding=0.4), axis=alt.Axis(labelAngle=0, labelFontSize=9, title=None, grid=False))  # fmt: skip
    share = alt.Scale(domain=[0, top])
    y = alt.Y("percent", scale=share, axis=alt.Axis(format=".0%", tickCount=3, title=None))
    rows = rows.with_columns(side_label=label_of("side", names))
    tooltip = [*tip(words, side="side_label", frame="frame_label", days="stretch"), alt.Tooltip("percent", format=".0%", title=words["share"]), *tip(words, of="n")]  # fmt: skip
    base = Chart(rows).encode(x=x, color=alt.Color("side", scale=colour, legend=None))
    figure = layered(
        base.mark_line(strokeWidth=1.2, opacity=0.7).encode(y=y),
        base.mark_rule(opacity=0.6).encode(y=alt.Y("low", scale=share), y2=alt.Y2("high")),
        base.mark_point(filled=True, size=34, opacity=1, fill=PAPER).encode(y=y),
        base.mark_point(size=34, opacity=1).encode(
            y=y,
            fill=alt.Fill("side", scale=colour, legend=None),
            fillOpacity=alt.FillOpacity("fill", scale=None),
            tooltip=tooltip,
        ),
    ).properties(width=(WIDTH - 150) / 3, height=84)
    header = alt.Header(labelExpr=lookup(style.frames), labelFontSize=11)
    panels = figure.facet(facet=alt.Facet("answer", sort=frames, header=header), columns=3, spacing=14)
    chart = alt.vconcat(panels, symbols([_side_key(names, style)], WIDTH - 120), spacing=12)
    return titled(chart, words["event_curve"], [words["curve_note"], interval_note(curve, style)])


def _completed(curve: pl.DataFrame, frames: Sequence[str], style: Style) -> pl.DataFrame:
    """A frame that nobody used in a stretch with articles is a share of 0 there, not a gap."""
    cell = ["side", "from", "to"]
    whole = (
        curve.select(*cell, "n", "shown")
        .unique(maintain_order=True)
        .join(pl.DataFrame({"answer": frames}), how="cross")
    )
    known = curve.select(*cell, pl.col("answer").cast(pl.String), "share", "low", "high", "records")
    span = pl.when(pl.col("from") == pl.col("to")).then(pl.col("from").cast(pl.String)).otherwise(pl.format("{}…{}", "from", "to"))  # fmt: skip
    return plain(whole.join(known, on=[*cell, "answer"], how="left", maintain_order="left")).with_columns(
        percent=pl.when(SHARED).then(pl.col("share").fill_null(0.0)),
        fill=(pl.col("shown") == "estimate").cast(pl.Int8),
        frame_label=label_of("answer", style.frames),
        stretch=span,
    )
