"""The sections on values that overview and dossiers share: positions on scales, and how many articles give each value."""

import polars as pl

from framing.analysis.reading import Reading
from framing.refusal import Refusal
from framing.report.blocks import Listing, Paragraph, Section, line
from framing.report.context import Context, number
from framing.report.figures import FIGURES
from framing.report.figures.row import Measured, StudyReading
from framing.report.figures.values import coded_on, value_table


def _measured(ctx: Context, reading: Reading, name: str) -> Measured[StudyReading] | None:
    """A figure of variables that the codebook shows in one way; None where it has no such variable."""
    found = FIGURES[name].of(StudyReading(ctx, reading))
    return None if isinstance(found, Refusal) else found


def positions_section(ctx: Context, reading: Reading) -> Section | None:
    """Positions on ordered scales: every article, and the middle where there are enough."""
    found = _measured(ctx, reading, "positions")
    if found is None:
        return None
    asked = (line(f"{variable['labels']['en']}: {variable['question']}") for variable in ctx.variables("strip"))
    questions = Listing(tuple(asked))
    if found.table["score"].is_null().all():
        said = Paragraph(line("No article takes a position on any of these, as far as its source shows:"), "refusal")
        return Section("positions", headed(ctx, "strip"), (questions, said, _without_position(ctx, found.table)))
    return Section("positions", headed(ctx, "strip"), (questions, found.block(ctx.style)))


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


def values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """Counts of the values of a group of variables, per outlet, as a figure."""
    found = _measured(ctx, reading, show)
    return Section(show, headed(ctx, show), (found.block(ctx.style),)) if found else None


def own_values_section(ctx: Context, reading: Reading, show: str) -> Section | None:
    """The same counts for one outlet: a figure with one column would say less than a table."""
    found = _measured(ctx, reading, show)
    if found is None:
        return None
    return Section(show, headed(ctx, show), (Paragraph(line(coded_on(ctx, show))), value_table(ctx, found.table)))


def headed(ctx: Context, show: str) -> str:
    """The names of the groups of variables that the codebook shows in one way."""
    groups = [group["labels"]["en"] for group in ctx.corpus.codebook["groups"] if group["show"] == show]
    return ", ".join(groups)
