"""The dossier of one outlet: who it is, what it covered, how, when, and what may not be concluded."""

from framing.analysis.provenance import provenance
from framing.refusal import Refusal
from framing.report.blocks import Block, Number, Page, Paragraph, Record, Records, Run, Section, line
from framing.report.briefs.study import paper_in_brief
from framing.report.context import Context, between, plural
from framing.report.figures.chosen import narrowed
from framing.report.sections import course, shared, values
from framing.report.sections.claims import claims_section
from framing.report.sections.limits import limits_section
from framing.report.sections.rows import rows
from framing.report.wording import refused
from framing.study import cldr
from framing.study.vocabulary import label

FREQUENCY = {
    "daily": "a daily",
    "weekly": "a weekly",
    "monthly": "a monthly",
    "bimonthly": "a periodical that appears every two months",
    "quarterly": "a quarterly",
    "web": "a web publication",
    "irregular": "a periodical without fixed dates",
    "unknown": "a periodical",
}


def _sentence(text: str) -> str:
    return text.rstrip(".")


def dossier(ctx: Context, outlet: str) -> Page:
    """The page of one outlet."""
    names = ctx.outlet(outlet)["names"]
    own = names["own"] != ctx.outlet_name(outlet)
    lead = (line(Run(names["own"], ctx.outlet(outlet)["language"])),) if own else ()
    mine = narrowed(ctx, [outlet])
    return Page(
        f"outlet-{outlet}",
        ctx.outlet_name(outlet),
        lead,
        shared.present(
            (paper_in_brief(ctx, mine, outlet), _who(mine, outlet), *_analysis(ctx, mine), _claims(ctx, outlet))
        ),
    )


def _claims(ctx: Context, outlet: str) -> Section | None:
    """Claims about the paper, and about the press of its country, which it is part of."""
    country = ctx.outlet(outlet)["country"]

    def concerned(claim: Record) -> bool:
        about = claim["about"]
        own: bool = about.get("outlet") == outlet
        return own or (about["group"] == "press" and about.get("country") == country)

    return claims_section(ctx, "What the sources say of this paper", concerned)


def _who(ctx: Context, outlet: str) -> Section:
    entry = ctx.outlet(outlet)
    names = entry["names"]
    romanised = "" if names["romanised"] in (names["en"], names["own"]) else f", {names['romanised']}"
    facts = (
        f") is {FREQUENCY[entry['frequency']]} from {cldr.country(entry['country'])}, in {cldr.language(entry['language'])}. "
        f"Ownership: {label(ctx.corpus.codebook, 'ownership', entry['ownership'])} ({_sentence(entry['owner'])}). "
        f"Orientation: {_sentence(entry['orientation'])}. "
        f"Source of this description: {_sentence(entry['described_by'])}."
    )
    own = Run(names["own"], entry["language"])
    text = line(Run(names["en"], "", strong=True), " (", own, romanised, facts)
    return Section("who", "The paper", (Paragraph(text), *_held(ctx)))


def _held(ctx: Context) -> list[Block]:
    if ctx.articles.is_empty():
        return [Paragraph(line("The study holds no articles from this outlet."), "refusal")]
    articles = Number(plural(ctx.articles.height, "article"), tuple(ctx.articles["article"]))
    known = provenance(ctx.articles)
    weighed = f" They rest on {known.descriptions:g} descriptions." if known.descriptions < known.articles else ""
    return [
        Paragraph(line("The study holds ", articles, f", published {between(ctx.articles['published'])}.{weighed}"))
    ]


def _analysis(everybody: Context, ctx: Context) -> tuple[Section | None, ...]:
    covered = shared.coverage_section(ctx) if ctx.periods else None
    limits = limits_section(ctx, ctx.articles, ctx.outlets)
    records = Section("articles", "Every article", (Records(rows(ctx, list(ctx.articles["article"]))),))
    if isinstance(ctx.reading, Refusal):
        return (covered, Section("reading", "Frames and positions", (refused(ctx.reading),)), records, limits)
    reading = ctx.reading
    return (
        shared.own_course_section(everybody, ctx),
        covered,
        shared.timeline_section(ctx, reading),
        shared.frames_section(ctx, reading),
        values.own_values_section(ctx, reading, "filter"),
        values.positions_section(ctx, reading),
        course.path_section(ctx, reading),
        values.values_section(ctx, reading, "matrix"),
        values.own_values_section(ctx, reading, "bars"),
        values.own_values_section(ctx, reading, "mentions"),
        shared.own_events_section(everybody, ctx, reading),
        records,
        limits,
    )
