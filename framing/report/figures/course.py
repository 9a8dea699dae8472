"""Figures of the course of coverage: themes, expectations, answers and plans over time, beside what a source says."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.analysis import course
from framing.chart import answers, expectations, plans, themes
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, number
from framing.report.figures.captions import heads
from framing.report.figures.chosen import OF_OUTLETS
from framing.report.figures.recipe import Recipe, StudyReading
from framing.report.figures.study import by_period, named, one_by_one_or_counted, told_events
from framing.report.figures.values import asked, coded_on, told_answer
from framing.report.speech import plain
from framing.study.cldr import country_label
from framing.study.levels import signed


def stretches(ctx: Context) -> pl.DataFrame:
    """The themes that sources give to quarters, and the periods without an article."""
    own = course.section_themes(ctx.corpus.registers["sources"])
    empty = course.empty_periods(ctx.articles, ctx.periods, ctx.choices.basis)
    return pl.concat([own, empty.select("first", "last", theme=pl.lit(None, pl.String))])


def directions(ctx: Context, variables: Sequence[str]) -> pl.DataFrame:
    """The claims of sources on the direction of some scales."""
    return course.claimed_directions(ctx.corpus.tables.claims, ctx.corpus.tables.outlets, variables)


def absent(ctx: Context) -> list[str]:
    """The countries that claims describe and of which the panel has no outlet."""
    return course.without_outlet(ctx.corpus.tables.claims, ctx.outlets)


def _themes(of: StudyReading) -> pl.DataFrame:
    return course.themes_by_article(of.reading.frames, of.ctx.articles, of.ctx.choices.basis)


def _themes_table(of: StudyReading, marks: pl.DataFrame) -> Table:
    role, frame = pl.col("role"), pl.col("frame").cast(pl.String)
    keys = [
        (of.ctx.say("figures-in-role", frame=label, role=told), (frame == name) & (role == told))
        for name, label in of.ctx.style.frames.items()
        for told in ("primary", "secondary")
    ]
    excluded = (of.ctx.say("figures-excluded"), role == "excluded")
    return by_period(of.ctx, marks, [*keys, excluded], of.ctx.say.text("figures-head-frame"))


def _answers(of: StudyReading, show: str) -> pl.DataFrame | Refusal:
    names = asked(of, show)
    if isinstance(names, Refusal):
        return names
    return course.answers_by_article(of.reading.values, names, of.ctx.choices.basis)


def _answer_keys(ctx: Context, points: pl.DataFrame) -> list[tuple[Line, pl.Expr]]:
    """A row per variable and answer, in the order of the codebook."""
    variable, told = pl.col("variable").cast(pl.String), pl.coalesce("value", pl.col("missing").cast(pl.String))
    occurring = set(points["variable"].cast(pl.String))
    return [
        (line(told_answer(ctx, label, ctx.value_label(name, answer))), (variable == name) & (told == answer))
        for name, label in ctx.style.variables.items()
        if name in occurring
        for answer in (*ctx.style.values[name], *ctx.style.missing)
    ]


def _expectation_table(of: StudyReading, points: pl.DataFrame) -> Table:
    ctx, answers = of.ctx, _answer_keys(of.ctx, points)
    keys = [
        (
            ctx.say("figures-of-country", country=country_label(code, ctx.language), what=name),
            chosen & (pl.col("country") == code),
        )
        for code in points["country"].unique(maintain_order=True)
        for name, chosen in answers
    ]
    return by_period(ctx, points, keys, ctx.say.text("figures-head-country-position"))


def _over_time(show: str) -> Recipe[StudyReading]:
    """The answers to all variables that the codebook shows in one way, over time."""
    return Recipe(
        shows=f"every article by date and answer: the variables that the codebook shows as {show!r}",
        file=f"{show}-over-time",
        takes=OF_OUTLETS,
        measure=lambda of: _answers(of, show),
        draw=lambda of, points, style: answers.answers_over_time(points, told_events(of), style),
        caption=one_by_one_or_counted(
            lambda counts: (
                lambda ctx: plain(ctx.say.together((coded_on(ctx, show),), ctx.say(named("figures-answers")(counts))))
            ),
            answers.counts_articles,
        ),
        numbers=lambda of, points: by_period(
            of.ctx, points, _answer_keys(of.ctx, points), of.ctx.say.text("figures-head-answer")
        ),
    )


def _plans(of: StudyReading) -> pl.DataFrame | Refusal:
    names = asked(of, "strip")
    if isinstance(names, Refusal):
        return names
    return course.expected_plans(of.reading.values, of.ctx.events, names, of.ctx.choices.basis)


def _plan_table(of: StudyReading, points: pl.DataFrame) -> Table:
    """Every article on a plan; of many, how many there are per period."""
    ctx = of.ctx
    if plans.counts_articles(points):
        return by_period(ctx, points, _plan_keys(ctx, points), ctx.say.text("figures-head-position"))
    rows = tuple(
        (
            line(ctx.say.dated(row["day"])),
            line(ctx.outlet_short(row["outlet"])),
            number(1, [row["article"]]),
            line(ctx.style.events[row["event"]]),
            line(ctx.style.words["looks_ahead" if row["previews"] else "other_relation"]),
            line(ctx.style.variables[row["variable"]]),
            line(signed(row["score"]) if row["score"] is not None else ctx.style.missing[row["missing"]].lower()),
        )
        for row in points.to_dicts()
    )
    return Table("", heads(ctx, "day", "outlet", "record", "event", "relation", "scale", "position"), rows)


def _plan_keys(ctx: Context, points: pl.DataFrame) -> list[tuple[Line, pl.Expr]]:
    """A row per plan, scale and position."""
    return [
        (line(told_answer(ctx, ctx.style.events[plan], plain(name))), chosen & (pl.col("plan") == plan))
        for plan in points["plan"].unique(maintain_order=True)
        for name, chosen in _answer_keys(ctx, points)
    ]


FIGURES: Mapping[str, Recipe[Any]] = {
    "themes": Recipe(
        shows="every article by date and frame dimension, beside the theme that a source gives to each quarter",
        file="themes",
        takes=OF_OUTLETS,
        measure=_themes,
        draw=lambda of, marks, style: themes.themes_over_time(marks, told_events(of), stretches(of.ctx), style),
        caption=one_by_one_or_counted(named("figures-themes"), themes.counts_articles),
        numbers=_themes_table,
    ),
    "expectations": Recipe(
        shows="positions on the scales that the codebook shows as 'strip', by country, with what sources claim of them",
        file="expectations",
        measure=lambda of: _answers(of, "strip"),
        draw=lambda of, points, style: expectations.expectations(
            points,
            directions(of.ctx, [entry["id"] for entry in of.ctx.variables("strip")]),
            absent(of.ctx),
            told_events(of),
            style,
        ),
        caption=one_by_one_or_counted(named("figures-expectations"), expectations.counts_articles),
        numbers=_expectation_table,
    ),
    "bars-over-time": _over_time("bars"),
    "mentions-over-time": _over_time("mentions"),
    "plans": Recipe(
        shows="plans that were not realised, and where articles on them stand on the scales that the codebook shows as 'strip'",
        file="plans",
        measure=_plans,
        draw=lambda of, points, style: plans.plans_and_expectations(
            points, course.unrealised_plans(of.ctx.events), style
        ),
        caption=one_by_one_or_counted(named("figures-plans"), plans.counts_articles),
        numbers=_plan_table,
    ),
}
"""Name to how the figure is made."""
