"""The course of coverage: themes, expectations, answers and plans over time, and the path of each paper."""

from collections import Counter
from datetime import date

import polars as pl

from framing.analysis import course
from framing.analysis.reading import Reading
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Number, Paragraph, Section, joined
from framing.report.context import Context
from framing.report.days import month
from framing.report.figures import FIGURES
from framing.report.figures.course import absent
from framing.report.figures.recipe import Measured, StudyReading
from framing.report.names import country_name
from framing.report.sections.shared import drawn
from framing.report.sections.values import headed
from framing.report.speech import Count
from framing.study.levels import signed

LONGEST = 8
"""The most positions that a sentence lists; beyond, a picture says more."""


def themes_section(ctx: Context, reading: Reading) -> Section:
    """What was written about when, beside the themes of a source."""
    picture = drawn(ctx, "themes", StudyReading(ctx, reading))
    return Section("themes", ctx.say.text("course-themes"), (picture,), language=ctx.language)


def expectations_section(ctx: Context, reading: Reading) -> Section | None:
    """Positions by country, and what sources claim of countries; None where the codebook has no scale for it."""
    found = FIGURES["expectations"].of(StudyReading(ctx, reading))
    if isinstance(found, Refusal):
        return None
    blocks = (*_absent(ctx), found.block(ctx.style))
    return Section("expectations", ctx.say.text("course-expectations"), blocks, language=ctx.language)


def _absent(ctx: Context) -> list[Block]:
    names = [country_name(code, ctx.language) for code in absent(ctx)]
    return [Paragraph(ctx.say("course-absent", countries=names), "caution")] if names else []


def answers_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """The answers to the variables that the codebook shows in one way, over time; None where no article gives one."""
    found = FIGURES[f"{show}-over-time"].of(StudyReading(ctx, reading))
    if isinstance(found, Refusal) or found.table["value"].is_null().all():
        return None
    title = ctx.say.text("course-answers", variables=headed(ctx, show))
    return Section(f"{show}-over-time", title, (found.block(ctx.style),), language=ctx.language)


def plans_section(ctx: Context, reading: Reading) -> Section | None:
    """What was expected of plans that were not realised; None where no article is about one."""
    found = FIGURES["plans"].of(StudyReading(ctx, reading))
    if not isinstance(found, Measured) or found.table.is_empty():
        return None
    return Section("plans", ctx.say.text("course-plans"), (found.block(ctx.style),), language=ctx.language)


def path_section(ctx: Context, reading: Reading) -> Section | None:
    """How one paper moved on each scale, in a sentence; None where the codebook has no scale."""
    scales = [variable["id"] for variable in ctx.variables("strip")]
    if not scales:
        return None
    found = course.paths(reading.values, scales)
    if found.is_empty():
        said = ctx.say("course-no-path", scales=[ctx.style.variables[name] for name in scales])
        block: Block = Paragraph(said, "refusal")
    else:
        block = Listing(tuple(_path(ctx, part) for part in found.partition_by("variable", maintain_order=True)))
    return Section("path", ctx.say.text("course-path"), (block,), language=ctx.language)


def _path(ctx: Context, part: pl.DataFrame) -> Line:
    """The positions of one paper on one scale, by date."""
    scale = ctx.style.variables[str(part["variable"][0])]
    if part.height > LONGEST:
        every = Count(part.height, tuple(part["article"]))
        low, high = (signed(end) for end in part.select(low=pl.min("score"), high=pl.max("score")).row(0))
        return ctx.say("course-range", scale=scale, articles=every, low=low, high=high)
    rows = part.select("published", "score", "article", "inferred").rows()
    months = Counter((day.year, day.month) for day, *_ in rows if day)
    steps = joined((_step(ctx, months, row) for row in rows), ctx.say.text("shared-between-names"))
    return ctx.say("course-steps", scale=scale, steps=steps)


def _step(ctx: Context, months: Counter[tuple[int, int]], row: tuple[date | None, int, str, bool]) -> Line:
    """One position and its month, or its day where ``months`` counts several of that month."""
    published, score, article, inferred = row
    ground, position = "inferred" if inferred else "attributed", Number(signed(score), (article,))
    if published is None:
        return ctx.say("course-step-undated", position=position, ground=ground)
    if months[published.year, published.month] > 1:
        return ctx.say("course-step-day", position=position, ground=ground, day=published)
    return ctx.say("course-step", position=position, ground=ground, month=month(ctx.say, published))
