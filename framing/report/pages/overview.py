"""The first page: what the study holds, what was said when, and how far conclusions may go."""

from collections.abc import Sequence

from framing.analysis.coverage import by_outlet
from framing.analysis.reading import Reading
from framing.report.blocks import Block, Line, Link, Listing, Number, Page, Paragraph, Section, joined, line
from framing.report.briefs.study import study_in_brief
from framing.report.context import Context, between, own_name, plural
from framing.report.ground import Ground
from framing.report.names import study_title
from framing.report.sections import course, shared, values
from framing.report.sections.contrast import rivals_section
from framing.report.sections.grounds import grounds
from framing.report.sections.limits import data_section, limits_section
from framing.report.wording import refused


def overview(ctx: Context, listing: Sequence[Line] = (), ground: Ground | None = None) -> Page:
    """The overview of the whole panel; ``listing`` are the other pages of the report, ``ground`` the countries that it compares."""
    sections = (study_in_brief(ctx, ground), _study(ctx), *_analysis(ctx), _pages(ctx, listing))
    return Page("index", study_title(ctx.corpus.codebook, ctx.language), (), sections)


def _study(ctx: Context) -> Section:
    papers = joined(
        [
            line(Link(ctx.outlet(row["outlet"])["names"]["en"], f"outlet-{row['outlet']}"), f" {row['articles']}")
            for row in by_outlet(ctx.articles).to_dicts()
        ]
    )
    blocks: list[Block] = [Paragraph(line(ctx.corpus.codebook["purpose"]))]
    if ctx.articles.height:
        every = Number(plural(ctx.articles.height, "article"), tuple(ctx.articles["article"]))
        blocks.append(
            Paragraph(
                line("The study holds ", every, f", published {between(ctx.articles['published'])}: ", papers, ".")
            )
        )
    else:
        blocks.append(Paragraph(line("The study holds no articles yet."), "refusal"))
    return Section("study", "The study", tuple(blocks))


def _analysis(ctx: Context) -> tuple[Section, ...]:
    covered = shared.coverage_section(ctx) if ctx.periods else None
    if not isinstance(ctx.reading, Reading):
        refusal = Section("reading", "Frames and positions", (refused(ctx.reading),))
        return shared.present((covered, refusal))
    reading = ctx.reading
    return shared.present(
        (
            covered,
            limits_section(ctx, ctx.articles, ctx.outlets),
            shared.over_time_section(ctx, reading),
            shared.timeline_section(ctx, reading),
            course.themes_section(ctx, reading),
            shared.frames_section(ctx, reading),
            shared.frame_by_outlet_section(ctx, reading),
            shared.cooccurrence_section(ctx, reading),
            values.values_section(ctx, reading, "filter"),
            values.positions_section(ctx, reading),
            course.expectations_section(ctx, reading),
            course.plans_section(ctx, reading),
            values.values_section(ctx, reading, "bars"),
            course.answers_section(ctx, reading, "bars"),
            values.values_section(ctx, reading, "matrix"),
            values.values_section(ctx, reading, "mentions"),
            course.answers_section(ctx, reading, "mentions"),
            shared.events_section(ctx, reading),
            rivals_section(ctx, reading),
            grounds(ctx, reading),
            data_section(ctx, reading),
        )
    )


def _pages(ctx: Context, listing: Sequence[Line]) -> Section:
    background = [own_name(entry) for entry in ctx.corpus.registers["outlets"] if entry["panel"] == "context"]
    context = background if ctx.choices.panel == "core" else []
    left_out = [line("Read for background and excluded from every figure here: ", joined(context))] if context else []
    return Section("pages", "Pages of this report", (Listing((*listing, *left_out)),))
