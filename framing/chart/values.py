"""Charts of the values of variables: counts per outlet, and evaluations that diverge from the middle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt
import polars as pl

from framing.chart.parts import (
    PATH,
    Chart,
    column_axis,
    column_step,
    either,
    fixed,
    label_of,
    layered,
    lookup,
    nothing,
    plain,
    present,
    row_axis,
    text_width,
    tip,
    titled,
    wrapped,
)
from framing.chart.style import FAINT, INK, PAPER, QUIET, ROW, SHADES, SIGNS, WIDTH, Style

GREYS = ("#f3f5f7", FAINT)
"""Ends of the ramp for articles that give no value."""


def value_matrix(counts: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """How many articles of each outlet give each value of some variables, for example who is blamed.

    Args:
        counts: one row per (outlet, variable, value) that occurs, as from ``measure.value_counts`` by outlet.
        style: the look of the study.

    Returns:
        The chart: a block per variable with all its values, and below a line, paler, the articles without one, by reason.
    """
    if counts.is_empty():
        return nothing("value_matrix", style)
    variables = present(counts, "variable", style.variables)
    asked = dict(counts.group_by(pl.col("outlet").cast(pl.String)).agg(pl.col("asked").max()).iter_rows())
    names = {name: f"{style.outlets[name]} ({asked[name]})" for name in present(counts, "outlet", style.outlets)}
    labels = [*style.missing.values(), *(label for name in variables for label in style.values[name].values())]
    grid = _Grid(
        outlets=names,
        step=column_step(labels, list(names.values()), most=96),
        extent=max(text_width(label) for label in labels),
        most={told: counts.filter(missing=told).select(pl.col("articles").max()).item() or 1 for told in (False, True)},
        style=style,
    )
    blocks = []
    for variable in variables:
        rows = counts.filter(pl.col("variable").cast(pl.String) == variable)
        reasons = {reason: style.missing[reason] for reason in present(rows, "value", style.missing)}
        given = _block(rows, style.values[variable], grid, SHADES).properties(
            title=alt.TitleParams(style.variables[variable], fontSize=12, offset=0)
        )
        absent = [_block(rows, reasons, grid, GREYS)] if reasons else []
        blocks += [given, *absent]
    title = style.words["value_matrix"].format(variables=", ".join(style.variables[name] for name in variables))
    chart = alt.vconcat(*blocks, spacing=12).resolve_scale(color="independent")
    notes = [
        style.words["value_note"],
        *_set_note(counts, variables, style),
        *_inferred_note(counts, "inferred_cells", style),
    ]
    return titled(chart, title, notes)


def _set_note(counts: pl.DataFrame, variables: Sequence[str], style: Style) -> list[str]:
    """That numbers do not add up, where articles have several values of a variable."""
    summed = (
        counts.filter(~pl.col("missing"))
        .group_by(pl.col("variable").cast(pl.String), "outlet")
        .agg(several=pl.col("articles").sum() > pl.col("of").max())
    )
    sets = summed.filter("several")["variable"].to_list()
    named = ", ".join(style.variables[name] for name in variables if name in sets)
    return [style.words["set_note"].format(variables=named)] if named else []


def _inferred_note(counts: pl.DataFrame, said: str, style: Style) -> list[str]:
    """How what is inferred is marked, where something is."""
    return [style.words[said]] if counts["inferred"].sum() else []


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the blocks of a value matrix share: columns, their width, room for row labels.

    Also the largest counts: of articles with a value, and of those without.
    """

    outlets: Mapping[str, str]
    step: float
    extent: float
    most: Mapping[bool, int]
    style: Style


def _block(counts: pl.DataFrame, labels: Mapping[str, str], grid: _Grid, shades: tuple[str, str]) -> alt.LayerChart:
    """One block of a value matrix: every value × every outlet, a shaded cell and a number where there are articles."""
    rows, hollow = _counted(counts, labels, grid), bool(counts["inferred"].sum())
    columns = None if shades == GREYS else column_axis(grid.outlets, grid.step)
    paper = {"minExtent": grid.extent + 8, "labelColor": QUIET if shades == GREYS else INK}
    base = Chart(rows if hollow else rows.drop("inferred")).encode(
        x=alt.X("outlet", scale=alt.Scale(domain=list(grid.outlets)), axis=columns),
        y=alt.Y("value", scale=alt.Scale(domain=list(labels)), axis=row_axis(labels, **paper)),
    )
    tooltip = tip(grid.style.words, outlet="outlet_label", value="value_label", articles="articles", of="of")
    scale = alt.Scale(domain=[0, grid.most[shades == GREYS]], range=list(shades))
    cells = base.transform_filter("datum.articles > 0").mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=2)
    rim = f"M{3 - grid.step / 2},-10H{grid.step / 2 - 3}V10H{3 - grid.step / 2}Z"
    return layered(
        cells.encode(color=alt.Color("attributed", scale=scale, legend=None), tooltip=tooltip),
        *([base.transform_filter("datum.inferred > 0").mark_point(
            size=PATH, shape=rim, color=SIGNS["positive"], strokeWidth=1.5, filled=False
        )] if hollow else []),
        base.mark_text().encode(
            text=alt.Text("figures"), color=either(alt.ColorValue, alt.datum.articles > 0, INK, QUIET)
        ),
        width=grid.step * len(grid.outlets),
        height=ROW * len(labels),
    )  # fmt: skip


def _counted(counts: pl.DataFrame, labels: Mapping[str, str], grid: _Grid) -> pl.DataFrame:
    """Every cell of a block: its articles, and what stands in it; ○ before those whose value is inferred."""
    cells = pl.DataFrame({"value": list(labels)}).join(pl.DataFrame({"outlet": list(grid.outlets)}), how="cross")
    found = plain(counts).select("outlet", "value", "articles", "inferred", "of", "records")
    number, inferred = pl.col("articles").cast(pl.String), pl.col("inferred")
    rows = cells.join(found, on=["outlet", "value"], how="left", maintain_order="left").with_columns(
        figures=pl.when(inferred > 0).then(pl.format("{} ○{}", number, inferred)).otherwise(number).fill_null("·"),
        outlet_label=label_of("outlet", grid.style.outlets),
        value_label=label_of("value", labels),
    )
    filled = rows.with_columns(pl.col("articles", "inferred").fill_null(0))
    return filled.with_columns(attributed=pl.col("articles") - pl.col("inferred"))


def evaluations(counts: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """How many articles of each outlet judge badly, mixed or well, how many do not judge, and how many cannot be seen.

    Args:
        counts: one row per (outlet, variable, value) that occurs, as from ``measure.value_counts`` of variables whose
            values are negative, 0 or positive numbers.
        style: the look of the study.

    Returns:
        The chart: a panel per variable, a row per outlet, bars that diverge from the middle of the mixed ones.
    """
    if counts.is_empty():
        return nothing("evaluations", style)
    words, variables = style.words, present(counts, "variable", style.variables)
    names = {name: style.outlets[name] for name in present(counts, "outlet", style.outlets)}
    width = min(230.0, (WIDTH - max(text_width(name) for name in names.values()) - 30) / len(variables) - 16)
    rows = _diverging(counts, variables, names, style)
    figure = text_width(str(rows["articles"].max())) + 6
    reach = float(rows.select(pl.max_horizontal(pl.col("start").abs().max(), pl.col("end").max())).item() or 0.5)
    kinds = [sign for sign in EDGES if counts.filter(sign == _EDGE).height]
    room = figure + text_width("○ ") + 8
    unit = 2 * reach / (width - 2 * figure - len(kinds) * room)
    domain = [-reach - unit * figure, reach + unit * (figure + len(kinds) * room)]
    edges = {sign: domain[1] - place * unit * room for place, sign in enumerate(reversed(kinds))}
    across = alt.Scale(domain=domain, nice=False, zero=False)
    head = alt.Header(
        labelExpr=lookup({name: wrapped(style.variables[name], width) for name in variables}), labelFontWeight="bold",
        labelPadding=8, labelAnchor="start", labelLineHeight=13,
    )  # fmt: skip
    chart = (
        _bars(_at_edge(rows, edges).with_columns(few=unit * (figure - 6)), across, style)
        .encode(y=alt.Y("outlet", scale=alt.Scale(domain=list(names)), axis=row_axis(names)))
        .properties(width=width, height=ROW * len(names))
        .facet(column=alt.Column("variable", sort=variables, header=head), spacing=16)
    )
    note = words["evaluations_note"].format(**{sign: words[sign] for sign in SIGNS})
    noted = [note, *(_edge_note(counts.filter(sign == _EDGE), sign, style) for sign in kinds)]
    notes = [" ".join(noted), *_inferred_note(counts, "inferred", style)]
    return titled(chart, words["evaluations"], notes)


EDGES = {"silent_on": "○", "unseen": "?"}
"""Marks at the edge of a row: articles that say nothing, and those that the source does not show."""
_EDGE = pl.when("unseen").then(pl.lit("unseen")).when("missing").then(pl.lit("silent_on"))


def _edge_note(counts: pl.DataFrame, sign: str, style: Style) -> str:
    """What the mark at the edge means: the reasons that occur."""
    reasons = ", ".join(style.missing[reason].lower() for reason in present(counts, "value", style.missing))
    return style.words[f"{sign}_note"].format(reasons=reasons)


def _at_edge(rows: pl.DataFrame, edges: Mapping[str, float]) -> pl.DataFrame:
    """The rows with the place and text of their mark at the edge, without those of a kind that never occurs."""
    kept = rows.filter(pl.col("sign").is_in([*SIGNS, *edges]))
    return kept.with_columns(
        edge=pl.col("sign").replace_strict(dict(edges), default=None, return_dtype=pl.Float64),
        at_edge=pl.format(
            "{} {}", pl.col("sign").replace_strict(EDGES, default="", return_dtype=pl.String), "articles"
        ),
    )


def _diverging(counts: pl.DataFrame, variables: list[str], names: Mapping[str, str], style: Style) -> pl.DataFrame:
    """One row per (variable, outlet, sign): articles, and where the bar starts and ends around the middle of the mixed."""
    score = pl.when(~pl.col("missing")).then(pl.col("value")).cast(pl.Int64).sign()
    signs = {-1: "negative", 0: "neutral", 1: "positive"}
    found = (
        counts.with_columns(pl.col("outlet", "variable").cast(pl.String))
        .with_columns(sign=pl.coalesce(_EDGE, score.replace_strict(signs, default=None, return_dtype=pl.String)))
        .group_by("variable", "outlet", "sign")
        .agg(
            pl.col("articles", "inferred").sum(),
            records=pl.col("records").list.explode(empty_as_null=True).drop_nulls().sort(),
        )
    )
    grid = pl.DataFrame({"variable": variables})
    for column, values in (("outlet", names), ("sign", [*SIGNS, *EDGES])):
        grid = grid.join(pl.DataFrame({column: list(values)}), how="cross")
    keys = ["variable", "outlet", "sign"]
    rows = grid.join(found, on=keys, how="left", maintain_order="left").with_columns(
        pl.col("articles", "inferred").fill_null(0)
    )

    def count(sign: str) -> pl.Expr:
        return pl.col("articles").filter(pl.col("sign") == sign).sum().over("variable", "outlet")

    half = count("neutral") / 2
    start = {"negative": -half - count("negative"), "neutral": -half, "positive": half}
    return (
        plain(rows)
        .with_columns(
            start=pl.coalesce([pl.when(pl.col("sign") == sign).then(low) for sign, low in start.items()]),
            outlet_label=label_of("outlet", style.outlets),
            variable_label=label_of("variable", style.variables),
            sign_label=label_of("sign", style.words),
        )
        .with_columns(end=pl.col("start") + pl.col("articles"))
    )


def _bars(rows: pl.DataFrame, across: alt.Scale, style: Style) -> alt.LayerChart:
    """Bars with their numbers outside (inside for mixed ones, where they fit); at the edge, who says nothing or is not seen."""
    base = Chart(_with_hollow(rows).with_columns(middle=(pl.col("start") + pl.col("end")) / 2))
    tooltip = tip(
        style.words, outlet="outlet_label", value="variable_label", state="sign_label", articles="articles",
    )  # fmt: skip
    colour = alt.Color("sign", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())),
                       legend=alt.Legend(title=None, labelExpr=lookup({sign: style.words[sign] for sign in SIGNS}), symbolType="square"))  # fmt: skip
    spoken = base.transform_filter(alt.FieldOneOfPredicate("sign", list(SIGNS)))

    def at(column: str) -> alt.X:
        return alt.X(column, scale=across, axis=None)

    def figures(sign: str, column: str, align: Literal["left", "right"], shift: float) -> alt.Chart:
        shown = base.transform_filter(f"datum.sign === '{sign}' && datum.articles > 0")
        texts: alt.Chart = shown.mark_text(align=align, dx=shift).encode(x=at(column), text=alt.Text("articles"))
        return texts

    return layered(
        spoken.mark_bar(height=15).encode(x=at("start"), x2=alt.X2("end"), color=colour, tooltip=tooltip),
        *([_hollow(base, across, tooltip)] if rows["inferred"].sum() else []),
        base.mark_rule(color=QUIET, strokeWidth=0.8).encode(x=fixed(alt.XDatum, 0)),
        figures("negative", "start", "right", -4),
        figures("positive", "end", "left", 4),
        base.mark_text()
        .transform_filter("datum.sign === 'neutral' && datum.articles > datum.few")
        .encode(x=at("middle"), text=alt.Text("articles")),
        base.mark_text(align="right", color=QUIET)
        .transform_filter("isValid(datum.edge)")
        .encode(x=at("edge"), text=alt.Text("at_edge"), tooltip=tooltip),
    )


def _with_hollow(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with where the hollow part of each bar starts and ends: at the end away from the middle."""
    if not rows["inferred"].sum():
        return rows.drop("inferred")
    before, spoken = pl.col("sign") == "negative", pl.col("sign").is_in(list(SIGNS)) & (pl.col("inferred") > 0)
    start = pl.when(before).then("start").otherwise(pl.col("end") - pl.col("inferred"))
    return rows.with_columns(hollow=pl.when(spoken).then(start), rim=pl.when(spoken).then(start + pl.col("inferred")))


def _hollow(base: alt.Chart, across: alt.Scale, tooltip: list[alt.Tooltip]) -> alt.Chart:
    """The part of each bar that stands for inferred judgements, with a rim of its colour."""
    rim = alt.Stroke("sign", scale=alt.Scale(domain=list(SIGNS), range=list(SIGNS.values())), legend=None)
    made: alt.Chart = (
        base.transform_filter("isValid(datum.hollow)")
        .mark_bar(height=13, fill=PAPER, strokeWidth=1.5)
        .encode(x=alt.X("hollow", scale=across, axis=None), x2=alt.X2("rim"), stroke=rim, tooltip=tooltip)
    )
    return made
