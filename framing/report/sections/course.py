"""The course of coverage: themes, expectations, answers and plans over time, and the path of each paper."""

import polars as pl

from framing.analysis import course
from framing.analysis.reading import Reading
from framing.chart.parts import signed
from framing.compare.sides import listed
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Number, Paragraph, Section, joined, line
from framing.report.context import Context, plural
from framing.report.figures import FIGURES, figure
from framing.report.figures.course import absent
from framing.report.figures.row import Measured, StudyReading
from framing.report.sections.values import headed
from framing.study.cldr import country

LONGEST = 8
"""The most positions that a sentence lists; beyond, a picture says more."""


def themes_section(ctx: Context, reading: Reading) -> Section:
    """What was written about when, beside the themes of a source."""
    return Section("themes", "Themes over time", (figure("themes", StudyReading(ctx, reading), ctx.style),))


def expectations_section(ctx: Context, reading: Reading) -> Section | None:
    """Positions by country, and what sources claim of countries; None where the codebook has no scale for it."""
    found = FIGURES["expectations"].of(StudyReading(ctx, reading))
    if isinstance(found, Refusal):
        return None
    return Section(
        "expectations", "Positions by country, and what the source claims", (*_absent(ctx), found.block(ctx.style))
    )


def _absent(ctx: Context) -> list[Block]:
    names = [country(code) for code in absent(ctx)]
    if not names:
        return []
    said = f"The source also makes claims about {listed(names)}. No paper from there is in the study, so these claims cannot be set against articles."
    return [Paragraph(line(said), "caution")]


def answers_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """The answers to the variables that the codebook shows in one way, over time; None where no article gives one."""
    found = FIGURES[f"{show}-over-time"].of(StudyReading(ctx, reading))
    if isinstance(found, Refusal) or found.table["value"].is_null().all():
        return None
    return Section(f"{show}-over-time", f"{headed(ctx, show)}: over time", (found.block(ctx.style),))


def plans_section(ctx: Context, reading: Reading) -> Section | None:
    """What was expected of plans that were not realised; None where no article is about one."""
    found = FIGURES["plans"].of(StudyReading(ctx, reading))
    if not isinstance(found, Measured) or found.table.is_empty():
        return None
    return Section("plans", "Plans that were not realised", (found.block(ctx.style),))


def path_section(ctx: Context, reading: Reading) -> Section | None:
    """How one paper moved on each scale, in a sentence; None where the codebook has no scale."""
    scales = [variable["id"] for variable in ctx.variables("strip")]
    if not scales:
        return None
    found = course.paths(reading.values, scales)
    if found.is_empty():
        said = f"On {listed([ctx.style.variables[name] for name in scales])}, no two of its articles take a position, as far as their sources show: there is no path."
        return Section("path", "Its path", (Paragraph(line(said), "refusal"),))
    parts = found.partition_by("variable", maintain_order=True)
    return Section("path", "Its path", (Listing(tuple(_path(ctx, part) for part in parts)),))


def _path(ctx: Context, part: pl.DataFrame) -> Line:
    """The positions of one paper on one scale, by date."""
    label = ctx.style.variables[str(part["variable"][0])]
    if part.height > LONGEST:
        every = Number(plural(part.height, "article"), tuple(part["article"]))
        return line(f"{label}: ", every, f" take a position, from {_signed_range(part)}; the picture above shows each.")
    steps = [
        line(
            Number(signed(score), (article,)),
            f" in {published:%B %Y}" if published else " at an unknown date",
            " (inferred)" if follows else "",
        )
        for published, score, article, follows in part.select("published", "score", "article", "inferred").iter_rows()
    ]
    return line(f"{label}: ", joined(steps), ".")


def _signed_range(part: pl.DataFrame) -> str:
    low, high = part.select(low=pl.col("score").min(), high=pl.col("score").max()).row(0)
    return f"{signed(low)} to {signed(high)}"
