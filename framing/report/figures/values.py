"""Figures of the values of variables: positions on scales, and how many articles give each value."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from framing.analysis import measure
from framing.analysis.floors import SHARE
from framing.chart.positions import counts_articles, positions
from framing.chart.style import Style
from framing.chart.values import evaluations, value_matrix
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, number
from framing.report.figures.captions import heads
from framing.report.figures.chosen import OF_OUTLETS
from framing.report.figures.recipe import Recipe, StudyReading, of_table
from framing.report.figures.study import counted, crossed, named, of_articles, one_by_one_or_counted
from framing.report.speech import plain
from framing.report.wording import decimals, told_share
from framing.study.levels import signed


def asked(of: StudyReading, show: str) -> list[str] | Refusal:
    """The variables that the codebook shows in one way, or what it would need to have one."""
    names = [variable["id"] for variable in of.ctx.variables(show)]
    reason, need = "The codebook has no variable for this chart.", f"A variable in a group with show {show!r}."
    return names or Refusal("no_variables", reason, need, {"show": show})


def _positions(of: StudyReading) -> pl.DataFrame | Refusal:
    names = asked(of, "strip")
    if isinstance(names, Refusal):
        return names
    return pl.concat([measure.positions(of.reading.values, name) for name in names])


def _summary_table(of: StudyReading, _: pl.DataFrame) -> Table:
    ctx, say, labels = of.ctx, of.ctx.say, of.ctx.style.variables
    summary = measure.position_summary(of.reading.values, [variable["id"] for variable in ctx.variables("strip")])
    rows = tuple(
        (
            say("figures-labelled", name=ctx.outlet_short(row["outlet"]), what=labels[row["variable"]]),
            line(str(row["of"])),
            line(number(row["expressed"], row["records"]), _of_inferred(ctx, row)),
            line("–") if row["median"] is None else _median(ctx, row),
            line(str(row["not_expressed"])),
            line(str(row["not_applicable"])),
            line(str(row["unknown"])),
        )
        for row in summary.to_dicts()
    )
    head = heads(ctx, "articles", "expressed", "median", "not-expressed", "not-applicable", "unknown")
    return Table(say.text("figures-positions-numbers"), ("", *head), rows, frozenset(range(1, 7)))


def _median(ctx: Context, row: Mapping[str, Any]) -> Line:
    """The median of some positions, with the lowest and the highest."""
    low, high = (signed(row[end]) for end in ("lowest", "highest"))
    return ctx.say("figures-median", median=decimals(signed(row["median"]), ctx.say), low=low, high=high)


def value_table(ctx: Context, counts: pl.DataFrame) -> Table:
    """How many articles of each outlet give each value, in the order of the codebook."""
    say, labels = ctx.say, ctx.style.variables
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
        lambda row: told_answer(ctx, labels[row["variable"]], ctx.value_label(row["variable"], row["value"])),
        lambda row: _given(ctx, row),
    )
    caption = say.together(say("figures-values-numbers", least=SHARE), *_sets(ctx, counts))
    return replace(table, caption=plain(caption))


def told_answer(ctx: Context, asked: str, answer: str) -> str:
    """An answer with what it answers, as a row of a table is called."""
    return ctx.say.text("figures-labelled", name=asked, what=answer)


def _sets(ctx: Context, counts: pl.DataFrame) -> tuple[Line, ...]:
    """That the values of some variables do not add up, because an article may give several."""
    varied = set(counts["variable"].cast(pl.String))
    sets = [ctx.style.variables[entry["id"]] for entry in ctx.sets() if entry["id"] in varied]
    return (ctx.say("figures-values-sets", variables=sets),) if sets else ()


def _given(ctx: Context, row: Mapping[str, Any]) -> Line:
    """How many articles give a value, with their share of those that give one; for a reason to give none, the number alone."""
    told = "–" if row["missing"] else told_share(row["weight"], row["n"], "", ctx.say)
    return line(counted(row), _of_inferred(ctx, row), "" if told == "–" else f" · {told}")


def _of_inferred(ctx: Context, row: Mapping[str, Any]) -> str:
    """How many of a cell's articles give a value that is inferred; empty where none does."""
    return ctx.say.text("figures-inferred", articles=row["inferred"]) if row["inferred"] else ""


def _value_counts(show: str) -> Callable[[StudyReading], pl.DataFrame | Refusal]:
    def counts(of: StudyReading) -> pl.DataFrame | Refusal:
        names = asked(of, show)
        return names if isinstance(names, Refusal) else measure.value_counts(of.reading.values, names)

    return counts


def _values(show: str, drawn: Callable[[pl.DataFrame, Style], Any] = value_matrix) -> Recipe[StudyReading]:
    """The values of all variables that the codebook shows in one way."""
    return Recipe(
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
    return ctx.say.text(
        "values-coded-on", variables=[ctx.style.variables[variable["id"]] for variable in ctx.variables(show)]
    )


FIGURES: Mapping[str, Recipe[Any]] = {
    "positions": Recipe(
        shows="every article on the ordered scales that the codebook shows as 'strip'",
        file="positions",
        takes=OF_OUTLETS,
        measure=_positions,
        draw=of_table(positions),
        caption=one_by_one_or_counted(named("figures-positions"), counts_articles),
        numbers=_summary_table,
    ),
    "bars": _values("bars"),
    "matrix": _values("matrix", evaluations),
    "mentions": _values("mentions"),
    "filter": _values("filter"),
}
"""Name to how the figure is made."""
