"""Figures of the values of variables: positions on scales, and how many articles give each value."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from framing.analysis import measure
from framing.analysis.floors import SHARE
from framing.chart.positions import positions
from framing.chart.style import Style
from framing.chart.values import evaluations, value_matrix
from framing.compare.sides import listed
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, labelled, number, share
from framing.report.figures.chosen import OF_OUTLETS
from framing.report.figures.row import Row, StudyReading, of_table
from framing.report.figures.study import counted, crossed, of_articles


def asked(of: StudyReading, show: str) -> list[str] | Refusal:
    """The variables that the codebook shows in one way, or what it would need to have one."""
    names = [variable["id"] for variable in of.ctx.variables(show)]
    return names or Refusal(
        "no_variables", "The codebook has no variable for this chart.", f"A variable in a group with show {show!r}."
    )


def _positions(of: StudyReading) -> pl.DataFrame | Refusal:
    names = asked(of, "strip")
    if isinstance(names, Refusal):
        return names
    return pl.concat([measure.positions(of.reading.values, name) for name in names])


def _summary_table(of: StudyReading, _: pl.DataFrame) -> Table:
    labels = labelled(of.ctx.corpus.codebook["variables"])
    summary = measure.position_summary(of.reading.values, [variable["id"] for variable in of.ctx.variables("strip")])
    rows = tuple(
        (
            line(f"{of.ctx.outlet(row['outlet'])['names']['short']}: {labels[row['variable']]}"),
            line(str(row["of"])),
            line(number(row["expressed"], row["records"]), _of_inferred(row)),
            line("–" if row["median"] is None else f"{row['median']:+g} ({row['lowest']:+d} to {row['highest']:+d})"),
            line(str(row["not_expressed"])),
            line(str(row["not_applicable"])),
            line(str(row["unknown"])),
        )
        for row in summary.to_dicts()
    )
    head = ("", "articles", "express one", "median (range)", "not expressed", "not applicable", "unknown")
    return Table(
        "A median is given where at least five articles express a position.", head, rows, frozenset(range(1, 7))
    )


def value_table(ctx: Context, counts: pl.DataFrame) -> Table:
    """How many articles of each outlet give each value, in the order of the codebook."""
    labels = labelled(ctx.corpus.codebook["variables"])
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
    caption = (
        f"Number of articles. Percentages are of those that give a value, if there are at least {SHARE}; a shared description counts "
        "once. Articles that give no value are counted below, by reason."
    )
    return replace(table, caption=f"{caption} {_sets(ctx, counts)}".rstrip())


def _sets(ctx: Context, counts: pl.DataFrame) -> str:
    """That the values of some variables do not add up, because an article may give several."""
    varied = set(counts["variable"].cast(pl.String))
    sets = [entry["labels"]["en"] for entry in ctx.sets() if entry["id"] in varied]
    if not sets:
        return ""
    return f"An article may give several values of {listed(sets)}, so these can add up to more than the articles and to more than 100 %."


def _given(row: Mapping[str, Any]) -> Line:
    """How many articles give a value, with their share of those that give one; for a reason to give none, the number alone."""
    told = "–" if row["missing"] else share(row["weight"], row["n"])
    return line(counted(row), _of_inferred(row), "" if told == "–" else f" · {told}")


def _of_inferred(row: Mapping[str, Any]) -> str:
    """How many of a cell's articles give a value that is inferred; empty where none does."""
    return f" ({row['inferred']} inferred)" if row["inferred"] else ""


def _value_counts(show: str) -> Callable[[StudyReading], pl.DataFrame | Refusal]:
    def counts(of: StudyReading) -> pl.DataFrame | Refusal:
        names = asked(of, show)
        return names if isinstance(names, Refusal) else measure.value_counts(of.reading.values, names)

    return counts


def _values(show: str, drawn: Callable[[pl.DataFrame, Style], Any] = value_matrix) -> Row[StudyReading]:
    """The values of all variables that the codebook shows in one way."""
    return Row(
        shows=f"articles by value, per outlet: the variables that the codebook shows as {show!r}",
        file=show,
        takes=OF_OUTLETS,
        measure=_value_counts(show),
        draw=of_table(drawn),
        caption=of_articles(lambda ctx: coded_on(ctx, show)),
        numbers=lambda of, counts: value_table(of.ctx, counts),
    )


def coded_on(ctx: Context, show: str) -> str:
    """What the values of the variables are that the codebook shows in one way."""
    return (
        f"Articles by how they were coded on {listed([variable['labels']['en'] for variable in ctx.variables(show)])}."
    )


FIGURES: Mapping[str, Row[Any]] = {
    "positions": Row(
        shows="every article on the ordered scales that the codebook shows as 'strip'",
        file="positions",
        takes=OF_OUTLETS,
        measure=_positions,
        draw=of_table(positions),
        caption=of_articles(
            "Each dot is one article; those that express no position, or whose source does not show one, are in lanes of their own."
        ),
        numbers=_summary_table,
    ),
    "bars": _values("bars"),
    "matrix": _values("matrix", evaluations),
    "mentions": _values("mentions"),
    "filter": _values("filter"),
}
"""Name to how the figure is made."""
