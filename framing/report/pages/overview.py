"""The first page: what the study holds, what was said when, and how far conclusions may go."""

from collections.abc import Sequence

from framing.analysis.measure import by_outlet
from framing.analysis.reading import Reading
from framing.report.blocks import Line, Link, Listing, Page, Paragraph, Section, line
from framing.report.briefs.study import study_in_brief
from framing.report.context import Context
from framing.report.days import span
from framing.report.names import own_name, study_title
from framing.report.pairing import Pairing
from framing.report.sections import course, shared, values
from framing.report.sections.contrast import rivals_section
from framing.report.sections.grounds import grounds
from framing.report.sections.limits import data_section, limits_section
from framing.report.speech import Count


def overview(ctx: Context, listing: Sequence[Line] = (), pairing: Pairing | None = None) -> Page:
    """The overview of the whole panel; ``listing`` are the other pages of the report, ``pairing`` the two countries that it compares."""
    over_time = shared.over_time_section(ctx, ctx.reading) if isinstance(ctx.reading, Reading) else None
    first = shared.present((study_in_brief(ctx, pairing), over_time))
    sections = (*first, _study(ctx), *_analysis(ctx), _pages(ctx, listing))
    return Page("index", study_title(ctx.corpus.codebook, ctx.language), (), sections)


def _study(ctx: Context) -> Section:
    say = ctx.say
    held = Paragraph(_held(ctx)) if ctx.articles.height else Paragraph(say("overview-held-nothing"), "refusal")
    purpose = Paragraph(line(ctx.corpus.codebook["purpose"]))
    return Section("study", say.text("overview-study"), (purpose, held), language=ctx.language)


def _held(ctx: Context) -> Line:
    """How many articles the study holds, from when to when, and of which papers."""
    papers = [
        ctx.say(
            "overview-paper",
            paper=Link(ctx.outlet_name(row["outlet"]), f"outlet-{row['outlet']}"),
            articles=row["articles"],
        )
        for row in by_outlet(ctx.articles).to_dicts()
    ]
    every = Count(ctx.articles.height, tuple(ctx.articles["article"]))
    return ctx.say("overview-held", articles=every, when=span(ctx.say, ctx.articles["published"]), papers=papers)


def _analysis(ctx: Context) -> tuple[Section, ...]:
    covered = shared.coverage_section(ctx) if ctx.periods else None
    if not isinstance(ctx.reading, Reading):
        return shared.present((covered, shared.unread_section(ctx, ctx.reading)))
    reading = ctx.reading
    return shared.present(
        (
            covered,
            limits_section(ctx, ctx.articles, ctx.outlets),
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
    background = [own_name(ctx.say, entry) for entry in ctx.corpus.registers["outlets"] if entry["panel"] == "context"]
    context = background if ctx.choices.panel == "core" else []
    left_out = [ctx.say("overview-background", papers=context)] if context else []
    title = ctx.say.text("overview-pages")
    return Section("pages", title, (Listing((*listing, *left_out)),), language=ctx.language)
