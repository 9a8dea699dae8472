"""The sections on values that overview and dossiers share: positions on scales, and how many articles give each value."""

import polars as pl

from framing.analysis.reading import Reading
from framing.refusal import Refusal
from framing.report.blocks import Block, Listing, Paragraph, Section
from framing.report.context import Context, labelled
from framing.report.figures import FIGURES
from framing.report.figures.recipe import Measured, StudyReading
from framing.report.figures.values import value_table
from framing.report.speech import Count


def _measured(ctx: Context, reading: Reading, name: str) -> Measured[StudyReading] | None:
    """A figure of variables that the codebook shows in one way; None where it has no such variable."""
    found = FIGURES[name].of(StudyReading(ctx, reading))
    return None if isinstance(found, Refusal) else found


def positions_section(ctx: Context, reading: Reading) -> Section | None:
    """Positions on ordered scales: every article, and the middle where there are enough."""
    found = _measured(ctx, reading, "positions")
    if found is None:
        return None
    asked = (
        ctx.say("values-asked", variable=ctx.style.variables[variable["id"]], question=variable["question"])
        for variable in ctx.variables("strip")
    )
    questions, title = Listing(tuple(asked)), headed(ctx, "strip")
    if found.table["score"].is_null().all():
        said = Paragraph(ctx.say("values-no-position"), "refusal")
        blocks: tuple[Block, ...] = (questions, said, _without_position(ctx, found.table))
    else:
        blocks = (questions, found.block(ctx.style))
    return Section("positions", title, blocks, language=ctx.language)


def _without_position(ctx: Context, points: pl.DataFrame) -> Listing:
    """How many articles take no position on each scale, by the reason."""
    told = points.group_by("variable", "missing", maintain_order=True).agg(records=pl.col("article").sort())
    return Listing(
        tuple(
            ctx.say(
                "values-without",
                variable=ctx.style.variables[str(row["variable"])],
                articles=Count(len(row["records"]), tuple(row["records"])),
                reason=ctx.style.missing[row["missing"]].lower(),
            )
            for row in told.to_dicts()
        )
    )


def values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """Counts of the values of a group of variables, per outlet, as a figure."""
    found = _measured(ctx, reading, show)
    return Section(show, headed(ctx, show), (found.block(ctx.style),), language=ctx.language) if found else None


def own_values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """The same counts for one outlet: a figure with one column would say less than a table."""
    found = _measured(ctx, reading, show)
    if found is None:
        return None
    variables = [ctx.style.variables[variable["id"]] for variable in ctx.variables(show)]
    blocks = (Paragraph(ctx.say("values-coded-on", variables=variables)), value_table(ctx, found.table))
    return Section(show, headed(ctx, show), blocks, language=ctx.language)


def headed(ctx: Context, show: str) -> str:
    """The names of the groups of variables that the codebook shows in one way."""
    groups = [group for group in ctx.corpus.codebook["groups"] if group["show"] == show]
    return ctx.say.text("shared-between-names").join(labelled(groups, ctx.language).values())
