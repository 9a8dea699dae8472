"""A page per event that some article covers: what happened, who wrote about it, when, and how."""

from collections.abc import Iterator, Sequence

import polars as pl

from framing.analysis import coverage, measure
from framing.analysis.reading import Reading
from framing.analysis.table import parents
from framing.report.blocks import (
    Block,
    Link,
    Listing,
    Number,
    Page,
    Paragraph,
    Records,
    Section,
    Table,
    joined,
    line,
    translations,
)
from framing.report.briefs.study import event_in_brief
from framing.report.context import Context, event_link, number, spelled, spelled_edtf
from framing.report.ground import pair_title
from framing.report.sections.claims import claims_section
from framing.report.sections.contrast import contrasted
from framing.report.sections.rows import rows
from framing.report.sections.shared import present
from framing.report.wording import gap
from framing.study.umbrellas import over
from framing.study.vocabulary import label

STATUS = {
    "happened": "It took place.",
    "planned": "It was planned.",
    "unrealised": "It was planned and did not take place.",
    "background": "It took place before the period of the study; articles recall it.",
    "withdrawn": "It is no longer in the list of events; earlier codings name it.",
}
CERTAINTY = {
    "checked": "was checked against a published source",
    "general_knowledge": "agrees with general knowledge but was not checked against a source",
    "unchecked": "appears only in the citing source",
    "corrected": "was corrected: the citing source is wrong",
}


def event_page(ctx: Context, name: str, compared: Sequence[str] = ()) -> Page:
    """The page of one event; ``compared`` are the events that have a comparison page, which this one links to."""
    assert isinstance(ctx.reading, Reading)
    cells = coverage.by_event(ctx.reading.articles, ctx.events, ctx.outlets, ctx.searches).filter(
        pl.col("event").cast(pl.String) == name
    )
    records = sorted({record for row in cells["records"] for record in row})
    about = ctx.reading.articles.filter(pl.col("article").is_in(records))
    blocks = contrasted(ctx, about) or (Records(rows(ctx, about["article"].to_list())),)
    event = ctx.event(name)
    lead = joined(translations(event["labels"]), " · ")
    page_sections = (
        event_in_brief(ctx, about, cells),
        Section("event", "The event", (*_facts(ctx, name), *_comparison(ctx, name, compared))),
        Section("covered", "Who wrote about it", (_covered(ctx, cells), *_timing(ctx, records))),
        Section("articles", "The articles", blocks),
        *_also_named(ctx, name),
        claims_section(ctx, "What the sources say of coverage and expectations", lambda claim: name in claim["events"]),
    )
    return Page(f"event-{name}", ctx.event_label(name), (lead,) if lead else (), present(page_sections))


def _facts(ctx: Context, name: str) -> list[Block]:
    event, book = ctx.event(name), ctx.corpus.codebook
    actors = (
        f" Actors: {', '.join(label(book, 'actors', actor) for actor in event['actors'])}." if event["actors"] else ""
    )
    took_place = "It spans the events below." if event["kind"] == "umbrella" else STATUS[event["status"]]
    text = (
        f"{label(book, 'event_kinds', event['kind']).capitalize()}, {spelled_edtf(event['date'])}. {took_place}{actors} "
        f"The date {CERTAINTY[event['certainty']]} ({event['date_source'].rstrip('.')})."
    )
    blocks: list[Block] = [Paragraph(line(text))]
    if "note" in event:
        blocks.append(Paragraph(line(event["note"]), "caution"))
    if told := event.get("also_told_in"):
        where = f"The citing source also mentions it in its {'section' if len(told) == 1 else 'sections'} on {', '.join(told)}."
        blocks.append(Paragraph(line(where)))
    if "part_of" in event:
        blocks.append(Paragraph(line("Part of: ", event_link(ctx, event["part_of"]), ".")))
    listed = [entry for entry in ctx.corpus.registers["events"] if entry["status"] != "withdrawn"]
    parts = [entry["id"] for entry in listed if entry.get("part_of") == name]
    if parts:
        blocks.append(Paragraph(line("Its parts:")))
        dated = [line(event_link(ctx, part), f", {spelled_edtf(ctx.event(part)['date'])}") for part in parts]
        blocks.append(Listing(tuple(dated)))
    return blocks


def _comparison(ctx: Context, name: str, compared: Sequence[str]) -> Iterator[Block]:
    """The link to both sides side by side: on this event, or else on the narrowest umbrella that both cover in part."""
    level = next((event for event in (name, *over(name, parents(ctx.events))) if event in compared), None)
    if level is None:
        return
    title = f"{pair_title(ctx)} side by side"
    if level == name:
        yield Paragraph(line(Link(f"{title} on this event", f"compare-{level}"), "."))
    else:
        label = ctx.event(level)["labels"]["en"]
        yield Paragraph(
            line(
                "The sides do not both have articles on this event itself. ",
                Link(f"{title} on “{label}”", f"compare-{level}"),
                ".",
            )
        )


def _covered(ctx: Context, cells: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(ctx.outlet(row["outlet"])["names"]["en"]),
            number(row["with_parts"], row["records"]) if row["with_parts"] else line("–"),
            line(spelled(row["first_published"]) if row["first_published"] else "–"),
            line(coverage.WORDS[row["state"]]),
        )
        for row in cells.to_dicts()
    )
    return Table(
        "Articles on the event and on its parts.", ("Outlet", "articles", "first", "state"), rows, frozenset({1})
    )


def _also_named(ctx: Context, name: str) -> Iterator[Section]:
    """The articles that name the event, or a part of it, beside another one that they are about."""
    assert isinstance(ctx.reading, Reading)
    named = coverage.also_named(ctx.reading.articles, ctx.events).filter(pl.col("event").cast(pl.String) == name)
    if named.is_empty():
        return
    about = {row["article"]: row for row in ctx.reading.articles.to_dicts()}
    rows = tuple(
        (
            (Number(article, (article,)),),
            line(ctx.outlet(about[article]["outlet"])["names"]["en"]),
            joined([event_link(ctx, event) for event in events]),
            event_link(ctx, about[article]["event"]),
        )
        for article, events in named.select("article", "named").rows()
    )
    caption = (
        "Articles that name the event or a part of it beside another event, which they are about. They are counted there "
        "and not here; coverage and comparisons leave out what is only named."
    )
    yield Section("named", "Also names this event", (Table(caption, ("Record", "Outlet", "names", "is about"), rows),))


def _timing(ctx: Context, records: list[str]) -> list[Block]:
    assert isinstance(ctx.reading, Reading)
    articles = ctx.reading.articles.filter(pl.col("article").is_in(records))
    rows = tuple(
        (
            (Number(row["article"], (row["article"],)),),
            event_link(ctx, row["event"]),
            line(row["relation"].replace("_", " ")),
            line(gap(row["days"], row["earliest"], row["latest"])),
        )
        for row in measure.event_timing(articles, ctx.events).to_dicts()
    )
    caption = "Days from the event to the article, in local calendar days of each paper; the order within a day is not known. In brackets: the possible range, where a date is not known to the day or covers several days."
    return [Table(caption, ("Record", "Event", "relation", "days after"), rows, frozenset({3}))]
