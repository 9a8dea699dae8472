"""The sections on values that overview and dossiers share: positions on a scale, who is blamed, what is proposed, the terms used."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from framing import chart
from framing.analysis import measure
from framing.analysis.floors import SHARE
from framing.analysis.reading import Reading
from framing.chart import picture
from framing.report.blocks import Figure, Line, Listing, Paragraph, Section, Table, line
from framing.report.context import Context, caption, number, share
from framing.report.sections.shared import counted, crossed


def positions_section(ctx: Context, reading: Reading) -> Section | None:
    """Positions on ordered scales: every article, and the middle where there are enough."""
    variables = ctx.variables("strip")
    if not variables:
        return None
    names = [variable["id"] for variable in variables]
    points = pl.concat([measure.positions(reading.values, name) for name in names])
    summary = measure.position_summary(reading.values, names)
    questions = Listing(tuple(line(f"{variable['labels']['en']}: {variable['question']}") for variable in variables))
    if points["score"].is_null().all():
        said = Paragraph(
            line("No article takes a position on any of these, as far as its source lets one see:"), "refusal"
        )
        return Section("positions", _headed(ctx, "strip"), (questions, said, _without_position(ctx, points)))
    figure = Figure(
        "positions",
        picture.spec(chart.positions(points, ctx.style)),
        caption(ctx, reading.articles, "Each dot is one article; those that express no position, or whose source does not "
                "let us see one, stand in lanes of their own."),
        _summary_table(ctx, summary),
    )  # fmt: skip
    return Section("positions", _headed(ctx, "strip"), (questions, figure))


def _without_position(ctx: Context, points: pl.DataFrame) -> Listing:
    """How many articles take no position on each scale, by the reason."""
    told = points.group_by("variable", "missing", maintain_order=True).agg(records=pl.col("article").sort())
    return Listing(
        tuple(
            line(
                f"{ctx.style.variables[str(row['variable'])]}: ",
                number(len(row["records"]), row["records"]),
                f" {ctx.style.missing[row['missing']].lower()}",
            )
            for row in told.to_dicts()
        )
    )


def _summary_table(ctx: Context, summary: pl.DataFrame) -> Table:
    labels = {variable["id"]: variable["labels"]["en"] for variable in ctx.corpus.codebook["variables"]}
    rows = tuple(
        (
            line(f"{ctx.outlet(row['outlet'])['names']['short']}: {labels[row['variable']]}"),
            line(str(row["of"])),
            number(row["expressed"], row["records"]),
            line("–" if row["median"] is None else f"{row['median']:+g} ({row['lowest']:+d} to {row['highest']:+d})"),
            line(str(row["not_expressed"])),
            line(str(row["not_applicable"])),
            line(str(row["unknown"])),
        )
        for row in summary.to_dicts()
    )
    head = ("", "articles", "express one", "median (range)", "not expressed", "not applicable", "unknown")
    return Table("A median is given from five expressed positions on.", head, rows, frozenset(range(1, 7)))


SAID = {
    "bars": "Articles by what they name as obstacle, and by what they propose.",
    "matrix": "Articles that evaluate each country, in the voice’s own words: negative, neutral or mixed, positive.",
    "mentions": "Articles that mention each formula.",
    "filter": "Whose view the articles present as their own.",
}


def values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """Counts of the values of a group of variables, per outlet, as a figure."""
    variables = ctx.variables(show)
    if not variables:
        return None
    counts = measure.value_counts(reading.values, [variable["id"] for variable in variables])
    drawn = chart.evaluations if show == "matrix" else chart.value_matrix
    spec = picture.spec(drawn(counts, ctx.style))
    figure = Figure(show, spec, caption(ctx, reading.articles, SAID[show]), _values_table(ctx, counts))
    return Section(show, _headed(ctx, show), (figure,))


def own_values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """The same counts for one outlet: a figure with one column would say less than a table."""
    variables = ctx.variables(show)
    if not variables:
        return None
    counts = measure.value_counts(reading.values, [variable["id"] for variable in variables])
    return Section(show, _headed(ctx, show), (Paragraph(line(SAID[show])), _values_table(ctx, counts)))


def _values_table(ctx: Context, counts: pl.DataFrame) -> Table:
    labels = {variable["id"]: variable["labels"]["en"] for variable in ctx.corpus.codebook["variables"]}
    keyed = counts.with_columns(key=pl.concat_str(pl.col("variable").cast(pl.String), pl.lit("\t"), "value"))
    order = [f"{v['id']}\t{value}" for v in ctx.corpus.codebook["variables"]
             for value in [*(value["id"] for value in v["values"]), *v["missing"]]]  # fmt: skip
    ranked = keyed.with_columns(
        rank=pl.col("key").replace_strict(order, range(len(order)), return_dtype=pl.Int32)
    ).sort("rank", "outlet")
    table = crossed(
        ctx,
        ranked,
        "",
        lambda row: f"{labels[row['variable']]}: {ctx.value_label(row['variable'], row['value'])}",
        _given,
    )
    return replace(
        table,
        caption=f"Articles. Percentages are of those that give a value, from {SHARE} on, a shared description counting once; the others stand below, by the reason.",
    )


def _given(row: Mapping[str, Any]) -> Line:
    """How many articles give a value, and which share of those that give one; of a reason for giving none, only how many."""
    told = "–" if row["missing"] else share(row["weight"], row["n"])
    return counted(row) if told == "–" else line(counted(row), f" · {told}")


def _headed(ctx: Context, show: str) -> str:
    groups = [group["labels"]["en"] for group in ctx.corpus.codebook["groups"] if group["show"] == show]
    return ", ".join(groups)
