"""The ledger: every note of every source accounted for, every claim, every date that was corrected or is in doubt."""

from typing import Any

from framing.report.blocks import Anchor, Line, Link, Page, Paragraph, Section, Table, joined, line
from framing.report.briefs.registers import ledger_in_brief
from framing.report.context import Context, spelled_edtf
from framing.report.sections.claims import claims_table

Record = dict[str, Any]


def ledger(ctx: Context) -> Page:
    """The page of notes and dates."""
    sources = ctx.corpus.registers["sources"]
    if not sources:
        text = Paragraph(line("The study cites no source: its articles were read directly."))
        return Page(
            "ledger", ctx.say.text("title-ledger"), (), (ledger_in_brief(ctx), Section("sources", "Sources", (text,)))
        )
    parts = [part for source in sources for part in _source(ctx, source)]
    return Page("ledger", ctx.say.text("title-ledger"), (), (ledger_in_brief(ctx), *parts, _dates(ctx)))


def _source(ctx: Context, source: Record) -> list[Section]:
    sections = {section["id"]: section for section in source["sections"]}
    written = source["written"]
    origin = (
        f"{_author(source)}{source['title']}. {source['container']}, {source['published']}. Written between "
        f"{spelled_edtf(written['earliest'])} and {spelled_edtf(written['latest'])}: {written['reason']}"
    )
    facts = (Paragraph(line(origin)), Paragraph(line(source["sampling_note"]), "caution"))
    rows = tuple(
        (
            (Anchor(str(note["note"]), f"{source['id']}-{note['note']}"),),
            line(sections[note["section"]]["quarter"]),
            line(note["cites"]),
            _articles(note),
            line(note.get("remark", "")),
        )
        for note in source["notes"]
    )
    notes = Table("", ("Note", "Section", "Cites", "Record, or why there is none", "Remark"), rows)
    first = Section(source["id"], source["title"], (*facts, notes))
    claims = claims_table(ctx, [claim for claim in ctx.corpus.registers["claims"] if claim["source"] == source["id"]])
    return [first, Section(f"{source['id']}-claims", "Claims about coverage", tuple(claims), 3)] if claims else [first]


def _author(source: Record) -> str:
    return "Author unknown. " if source["author"] == "unknown" else f"{source['author']}: "


def _articles(note: Record) -> Line:
    if not note["articles"]:
        return line(note["no_article"])
    return joined([Link(article, "records", article) for article in note["articles"]])


def _dates(ctx: Context) -> Section:
    rows = tuple(
        (
            (Link(name, "records", name),),
            line(article["date"]["status"]),
            line(spelled_edtf(article["date"]["cited"])),
            line(spelled_edtf(article["date"]["published"])),
            line(article["date"]["reason"]),
        )
        for name, article in ctx.corpus.articles.items()
        if article["date"]["status"] != "as_cited"
    )
    if not rows:
        return Section("dates", "Dates", (Paragraph(line("Every date is as it was cited.")),))
    return Section(
        "dates",
        "Dates that were corrected or are in doubt",
        (Table("", ("Record", "status", "as cited", "as now believed", "why"), rows),),
    )
