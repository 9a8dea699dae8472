"""The forest plot of reliability: one row per judgement, those that cannot be estimated as well."""

import altair as alt
import polars as pl

from framing.analysis.subjects import subject
from framing.chart.parts import Chart, fixed, layered, nothing, text_width, tip, titled
from framing.chart.style import INK, QUIET, WIDTH, Style

MARKS = (0.667, 0.800)


def reliability_forest(rows: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """Alpha with its interval for every judgement, AC1 beside it.

    Args:
        rows: one row per judgement, in order: ``name`` (as in ``framing agreement --json``), ``alpha``, ``low``, ``high``, ``ac1`` (each null where it
            cannot be given), ``units``, ``verdict``.
        style: the look of the study.

    Returns:
        The chart: filled points are alpha, lines its interval, hollow ones AC1; .667 and .800 are marked; a row without an
        alpha says so.
    """
    if rows.is_empty():
        return nothing("reliability_forest", style)
    names = [judgement_label(name, style) for name in rows["name"]]
    lowest = min(0.0, *(value for value in rows["low"].drop_nulls().to_list() + rows["alpha"].drop_nulls().to_list()))
    room = WIDTH - max(text_width(name) for name in names) - 60
    across = alt.Scale(domain=[round(lowest - 0.05, 1), 1.0], nice=False, clamp=True)
    shown = rows.with_columns(
        judgement=pl.Series(names),
        interval=pl.format("{} – {}", pl.col("low").round(2), pl.col("high").round(2)),
        said=pl.when(pl.col("alpha").is_null()).then(pl.lit(style.words["not_estimable"])),
        start=pl.lit(across["domain"][0]),
    )
    tooltip = [
        *tip(style.words, judgement="judgement", units="units"),
        *(alt.Tooltip(name, title=style.words[name], format=".3f") for name in ("alpha", "ac1")),
        *tip(style.words, interval="interval"),
    ]
    picture = layered(*_forest(shown, names, across, tooltip)).properties(width=room, height=19 * len(names))
    return titled(picture, style.words["reliability_forest"], [style.words["forest_note"]])


def _forest(shown: pl.DataFrame, names: list[str], across: alt.Scale, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    """Both floors, then intervals, AC1, alpha, and the words of a row without an alpha."""
    base = Chart(shown).encode(
        y=alt.Y("judgement", sort=names, axis=alt.Axis(domain=False, ticks=False, title=None, labelPadding=8))
    )
    axis = alt.Axis(values=[0, 0.2, 0.4, 0.6, 0.8, 1.0], format=".1f", grid=True, title=None)
    floors = Chart(pl.DataFrame({"floor": list(MARKS), "label": [".667", ".800"]})).encode(
        x=alt.X("floor", scale=across, axis=axis)
    )
    return [
        floors.mark_rule(color=QUIET, strokeDash=[4, 3]),
        base.mark_rule(color=INK, strokeWidth=1.5).encode(x=alt.X("low", scale=across, axis=axis), x2=alt.X2("high")),
        base.mark_point(filled=False, color=QUIET, size=46, opacity=1).encode(x=alt.X("ac1", scale=across, axis=axis)),
        base.transform_filter("isValid(datum.alpha)")
        .mark_point(filled=True, color=INK, size=52, opacity=1)
        .encode(x=alt.X("alpha", scale=across, axis=axis), tooltip=tooltip),
        base.transform_filter("isValid(datum.said)")
        .mark_text(align="left", dx=4, color=QUIET, fontStyle="italic")
        .encode(x=alt.X("start", scale=across, axis=axis), text=alt.Text("said"), tooltip=tooltip),
        floors.mark_text(baseline="bottom", dy=-4, color=QUIET, fontSize=10).encode(
            y=fixed(alt.YValue, 0), text=alt.Text("label")
        ),
    ]


def judgement_label(name: str, style: Style) -> str:
    """The name of a judgement, as ``framing agreement --json`` has it, in the language of the chart."""
    if f"judgement_{name}" in style.words:
        return style.words[f"judgement_{name}"]
    asked, of = subject(name)
    if asked == "frame":
        return style.words["judgement_frame"].format(label=style.frames[of])
    label = style.variables[of]
    return label if asked == "value" else style.words[f"judgement_{asked}"].format(label=label)
