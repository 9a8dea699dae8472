"""The dossier of one outlet: who it is, what it covered, how, when, and what may not be concluded."""

from typing import Any

from framing.analysis.provenance import provenance
from framing.refusal import Refusal
from framing.report.blocks import Inline, Line, Page, Paragraph, Record, Records, Run, Section, joined
from framing.report.briefs.study import paper_in_brief
from framing.report.context import Context
from framing.report.days import span
from framing.report.figures.chosen import narrowed
from framing.report.names import country_name, in_english, language_name
from framing.report.sections import course, shared, values
from framing.report.sections.claims import claims_section
from framing.report.sections.limits import limits_section
from framing.report.sections.rows import rows
from framing.report.speech import Count
from framing.study.vocabulary import UNSTATED, label
from framing.words import FIRST


def _sentence(text: str) -> str:
    return text.rstrip(".")


def dossier(ctx: Context, outlet: str) -> Page:
    """The page of one outlet."""
    names = ctx.outlet(outlet)["names"]
    own = names["own"] != ctx.outlet_name(outlet)
    lead = ((Run(names["own"], ctx.outlet(outlet)["language"]),),) if own else ()
    mine = narrowed(ctx, [outlet])
    return Page(
        f"outlet-{outlet}",
        ctx.outlet_name(outlet),
        lead,
        shared.present(
            (
                paper_in_brief(ctx, mine, outlet),
                _course(ctx, mine),
                _who(mine, outlet),
                *_analysis(ctx, mine),
                _claims(ctx, outlet),
            )
        ),
    )


def _claims(ctx: Context, outlet: str) -> Section | None:
    """Claims about the paper, and about the press of its country, which it is part of."""
    country = ctx.outlet(outlet)["country"]

    def concerned(claim: Record) -> bool:
        about = claim["about"]
        own: bool = about.get("outlet") == outlet
        return own or (about["group"] == "press" and about.get("country") == country)

    return claims_section(ctx, "dossier-claims", concerned)


def _who(ctx: Context, outlet: str) -> Section:
    entry, say = ctx.outlet(outlet), ctx.say
    owner, orientation, source = (
        in_english(_sentence(entry[key]), ctx.language) for key in ("owner", "orientation", "described_by")
    )
    told = (
        say(
            "dossier-paper", names=_names(ctx, entry), frequency=entry["frequency"],
            country=country_name(entry["country"], ctx.language), language=language_name(entry["language"], ctx.language),
        ),
        _owned(ctx, entry, owner),
        say("dossier-orientation", orientation=orientation),
        say("dossier-undescribed") if entry["described_by"] == UNSTATED else say("dossier-described", source=source),
    )  # fmt: skip
    text = joined(told, say.text("between-sentences"))
    return Section("who", say.text("dossier-who"), (Paragraph(text), _held(ctx)), language=ctx.language)


def _owned(ctx: Context, entry: Record, owner: Inline) -> Line:
    """Who owns a paper; where neither kind nor owner is known, that alone."""
    known = label(ctx.corpus.codebook, "ownership", entry["ownership"], ctx.language)
    if entry["ownership"] == entry["owner"].strip(". ").lower() == "unknown":
        return ctx.say("dossier-owner-unknown")
    return ctx.say("dossier-owned", owner=owner, ownership=known)


def _names(ctx: Context, entry: Record) -> Line:
    """What a paper is called on this page, and in brackets its own name and its name in Latin letters, where they differ."""
    names, shown = entry["names"], ctx.outlet_name(entry["id"])
    own = [Run(names["own"], entry["language"])] if ctx.language == FIRST or names["own"] != shown else []
    latin = [] if names["romanised"] in (names["en"], names["own"], shown) else [names["romanised"]]
    named = Run(shown, "", strong=True)
    others = joined([*own, *latin], ctx.say.text("shared-between-names"))
    return ctx.say("shared-own-name", name=named, own=others) if others else (named,)


def _held(ctx: Context) -> Paragraph:
    if ctx.articles.is_empty():
        return Paragraph(ctx.say("dossier-held-nothing"), "refusal")
    known, when = provenance(ctx.articles), span(ctx.say, ctx.articles["published"])
    held: dict[str, Any] = {"articles": Count(known.articles, tuple(ctx.articles["article"])), "when": when}
    if known.descriptions < known.articles:
        return Paragraph(ctx.say("dossier-held-together", **held, descriptions=round(known.descriptions, 2)))
    return Paragraph(ctx.say("dossier-held", **held))


def _course(everybody: Context, ctx: Context) -> Section | None:
    """How the paper framed things over time: what a reader of a dossier asks first."""
    return None if isinstance(ctx.reading, Refusal) else shared.own_course_section(everybody, ctx)


def _analysis(everybody: Context, ctx: Context) -> tuple[Section | None, ...]:
    covered = shared.coverage_section(ctx) if ctx.periods else None
    limits = limits_section(ctx, ctx.articles, ctx.outlets)
    every = Records(rows(ctx, list(ctx.articles["article"])))
    records = Section("articles", ctx.say.text("dossier-articles"), (every,), language=ctx.language)
    if isinstance(ctx.reading, Refusal):
        return (covered, shared.unread_section(ctx, ctx.reading), records, limits)
    reading = ctx.reading
    return (
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
