"""The ledger: every note of every source accounted for, every claim, every date that was corrected or is in doubt."""

from typing import Any

from framing.report.blocks import Anchor, Line, Link, Page, Paragraph, Section, Table, joined, line
from framing.report.briefs.registers import ledger_in_brief
from framing.report.context import Context
from framing.report.days import spelled_out
from framing.report.names import in_english
from framing.report.sections.claims import claims_table

Record = dict[str, Any]


def ledger(ctx: Context) -> Page:
    """The page of notes and dates."""
    say, sources = ctx.say, ctx.corpus.registers["sources"]
    if sources:
        parts = [*(part for source in sources for part in _source(ctx, source)), _dates(ctx)]
    else:
        told = (Paragraph(say("ledger-no-source")),)
        parts = [Section("sources", say.text("ledger-sources"), told, language=ctx.language)]
    return Page("ledger", say.text("title-ledger"), (), (ledger_in_brief(ctx), *parts))


def _source(ctx: Context, source: Record) -> list[Section]:
    say, sections = ctx.say, {section["id"]: section for section in source["sections"]}
    sampling = (in_english(source["sampling_note"], ctx.language),)
    rows = tuple(
        (
            (Anchor(str(note["note"]), f"{source['id']}-{note['note']}"),),
            line(sections[note["section"]]["quarter"]),
            line(in_english(note["cites"], ctx.language)),
            _articles(ctx, note),
            line(in_english(note["remark"], ctx.language)) if "remark" in note else (),
        )
        for note in source["notes"]
    )
    notes = Table("", _heads(ctx, "note", "section", "cites", "record-or-why", "remark"), rows)
    blocks = (Paragraph(_origin(ctx, source)), Paragraph(sampling, "caution"), notes)
    first = Section(source["id"], source["title"], blocks, language=ctx.language)
    claims = claims_table(ctx, [claim for claim in ctx.corpus.registers["claims"] if claim["source"] == source["id"]])
    told = Section(f"{source['id']}-claims", say.text("ledger-claims"), tuple(claims), 3, language=ctx.language)
    return [first, told] if claims else [first]


def _heads(ctx: Context, *names: str) -> tuple[str, ...]:
    return tuple(ctx.say.text(f"ledger-{name}") for name in names)


def _origin(ctx: Context, source: Record) -> Line:
    """Who wrote the source, where it was published, and when it was written."""
    written, unknown = source["written"], source["author"] == "unknown"
    return ctx.say(
        "ledger-source-unknown" if unknown else "ledger-source",
        author=source["author"],
        title=in_english(source["title"], ctx.language),
        container=in_english(source["container"], ctx.language),
        published=str(source["published"]),
        earliest=spelled_out(ctx.say, written["earliest"]),
        latest=spelled_out(ctx.say, written["latest"]),
        reason=in_english(written["reason"], ctx.language),
    )


def _articles(ctx: Context, note: Record) -> Line:
    if not note["articles"]:
        return line(in_english(note["no_article"], ctx.language))
    return joined([Link(article, "records", article) for article in note["articles"]])


def _dates(ctx: Context) -> Section:
    say = ctx.say
    rows = tuple(
        (
            (Link(name, "records", name),),
            say("ledger-status-of", status=article["date"]["status"]),
            line(spelled_out(ctx.say, article["date"]["cited"])),
            line(spelled_out(ctx.say, article["date"]["published"])),
            line(in_english(article["date"]["reason"], ctx.language)),
        )
        for name, article in ctx.corpus.articles.items()
        if article["date"]["status"] != "as_cited"
    )
    if not rows:
        told = (Paragraph(say("ledger-dates-as-cited")),)
        return Section("dates", say.text("ledger-dates"), told, language=ctx.language)
    table = Table("", _heads(ctx, "record", "status", "cited", "published", "why"), rows)
    return Section("dates", say.text("ledger-dates-changed"), (table,), language=ctx.language)
