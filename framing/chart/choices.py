"""The chart of one claim under every combination of choices."""

from collections.abc import Mapping, Sequence

import altair as alt
import polars as pl

from framing.analysis.choices import alone
from framing.chart.parts import Chart, either, layered, nothing, row_axis, text_width, tip, titled
from framing.chart.style import INK, QUIET, WIDTH, Style

CHOICES = ("reading", "ground", "basis", "bundles", "voices", "window", "role")
_AGREES = either(alt.ColorValue, "datum.agrees", INK, "#b4bac1")


def specification_curve(specifications: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """One claim under every combination of choices: estimates in rising order, and under each what was chosen.

    Args:
        specifications: one row per combination, as from ``compare.robustness.multiverse``.
        style: the look of the study.

    Returns:
        The chart: only combinations that give distinct counts and a number; faint ones do not agree with the claim.
    """
    given = specifications.filter(pl.col("distinct") & pl.col("p").is_not_null()).sort("estimate")
    if given.is_empty():
        return nothing("specification_curve", style)
    words = style.words
    rows = given.with_row_index("place").with_columns(pl.col("place").cast(pl.Int64))
    options = _options(specifications, rows)
    labels = {
        f"{choice} {option}": f"{words[f'choice_{choice}']}: {option_label(option, words)}"
        for choice, option in options
    }
    room = WIDTH - max(map(text_width, labels.values()), default=60) - 40
    across = alt.X("place", scale=alt.Scale(domain=[-1, rows.height], nice=False, zero=False), axis=None)
    size = max(6.0, min(40.0, (room / max(rows.height, 1)) ** 2 * 0.8))
    parts: list[alt.Chart | alt.LayerChart] = [
        _estimates(rows, across, size * 1.4, words).properties(width=room, height=130)
    ]
    if options:
        parts.append(_chosen(rows, options, labels, across, size).properties(width=room, height=15 * len(labels)))
    told = words["specification_note"].format(agree=int(rows["agrees"].sum()), all=rows.height)
    return titled(alt.vconcat(*parts, spacing=10), words["specification_curve"], [told])


def _options(specifications: pl.DataFrame, rows: pl.DataFrame) -> list[tuple[str, str]]:
    """Every option of the choices that vary, as far as some row has it."""
    return [
        (choice, option)
        for choice in CHOICES
        if choice in rows.columns and rows[choice].n_unique() > 1
        for option in specifications[choice].unique(maintain_order=True)
        if option in rows[choice]
    ]


def _in_words(choice: str, options: pl.Series, words: Mapping[str, str]) -> pl.Expr:
    """A column of options in words."""
    return pl.col(choice).replace({option: option_label(option, words) for option in options})


def _estimates(rows: pl.DataFrame, across: alt.X, size: float, words: Mapping[str, str]) -> alt.LayerChart:
    """The size of the difference under each combination, with a line at none."""
    low, high = min(0.0, float(str(rows["estimate"].min()))), max(0.0, float(str(rows["estimate"].max())))
    scale = alt.Scale(domain=[low - 0.02, high + 0.02], nice=False)
    axis = alt.Axis(format="+.2~f", tickCount=5, title=None)
    chosen = [choice for choice in CHOICES if choice in rows.columns]
    tooltip = [
        alt.Tooltip("estimate", title=words["difference"], format="+.2f"),
        alt.Tooltip("p", title="p", format=".3f"),
        *tip(words, articles="both", **{f"choice_{choice}": f"{choice}_label" for choice in chosen}),
    ]
    told = rows.with_columns(
        pl.format("{} + {}", "n_a", "n_b").alias("both"),
        *(_in_words(choice, rows[choice].unique(), words).alias(f"{choice}_label") for choice in chosen),
    )
    zero = Chart(pl.DataFrame({"zero": [0.0]})).mark_rule(color=QUIET, strokeDash=[4, 3])
    points = Chart(told).mark_point(filled=True, opacity=1, size=size)
    return layered(
        zero.encode(y=alt.Y("zero", scale=scale, axis=axis)),
        points.encode(
            x=across,
            y=alt.Y("estimate", scale=scale, axis=axis),
            color=_AGREES,
            tooltip=tooltip,
        ),
    )


def _chosen(
    rows: pl.DataFrame, options: Sequence[tuple[str, str]], labels: Mapping[str, str], across: alt.X, size: float
) -> alt.Chart:
    """A row per option, a dot under each combination that has it."""
    dots = pl.concat(
        rows.filter(pl.col(choice) == option).select("place", "agrees", row=pl.lit(f"{choice} {option}"))
        for choice, option in options
    )
    down = alt.Y("row", scale=alt.Scale(domain=list(labels)), axis=row_axis(labels))
    made: alt.Chart = Chart(dots).mark_point(filled=True, opacity=1, size=size).encode(x=across, y=down, color=_AGREES)
    return made


def option_label(option: str, words: Mapping[str, str]) -> str:
    """What was chosen, in words; a coder by id."""
    one = alone(option)
    return words["option_coder"].format(coder=one.coder) if one else words.get(f"option_{option}", option)
