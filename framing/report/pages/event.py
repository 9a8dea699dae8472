"""A page per event that some article covers: what happened, who wrote about it, when, and how."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from framing.analysis import coverage, measure
from framing.analysis.leading import event_shares
from framing.analysis.reading import Reading
from framing.analysis.table import parents
from framing.report.blocks import (
    Block,
    Line,
    Listing,
    Number,
    Page,
    Paragraph,
    Records,
    Section,
    Table,
    joined,
    line,
)
from framing.report.briefs.study import event_in_brief
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.report.names import country_name, in_english, translations
from framing.report.pairing import pair_title
from framing.report.sections.claims import claims_section
from framing.report.sections.contrast import contrasted
from framing.report.sections.rows import rows
from framing.report.sections.shared import present
from framing.report.speech import Target
from framing.study.levels import signed
from framing.study.umbrellas import over
from framing.study.vocabulary import UNSTATED, label

NAMED = 3
"""The most articles that a row of days gives by name."""


def event_page(ctx: Context, name: str, compared: Sequence[str] = ()) -> Page:
    """The page of one event; ``compared`` are the events that have a comparison page, which this one links to."""
    assert isinstance(ctx.reading, Reading)
    every = _events(ctx)
    cells = every.cells[name]
    records = sorted({record for row in cells["records"] for record in row})
    about = ctx.reading.articles.filter(pl.col("article").is_in(records))
    blocks = contrasted(ctx, about) or (Records(rows(ctx, about["article"].to_list())),)
    event = ctx.event(name)
    lead = joined(translations(event["labels"], ctx.language), " · ")
    page_sections = (
        event_in_brief(ctx, about, every.shares[name], cells),
        _section(ctx, "event", (*_facts(ctx, name), *_comparison(ctx, name, compared))),
        _section(ctx, "covered", (_covered(ctx, cells), _timing(ctx, every.timed, records))),
        _section(ctx, "articles", blocks),
        *_also_named(ctx, every.named.get(name)),
        claims_section(ctx, "event-claims", lambda claim: name in claim["events"]),
    )
    return Page(f"event-{name}", ctx.event_label(name), (lead,) if lead else (), present(page_sections))


class _Events(NamedTuple):
    """What is counted for all events at once.

    Attributes:
        cells: by event, which paper covered it, as from ``coverage.by_event``.
        shares: by event, the primary frames of the articles about it.
        named: by event, the articles that name it beside another one, as from ``coverage.also_named``.
        timed: the days from events to articles, as from ``measure.event_timing``.
    """

    cells: Mapping[str, pl.DataFrame]
    shares: Mapping[str, pl.DataFrame]
    named: Mapping[str, pl.DataFrame]
    timed: pl.DataFrame


@lru_cache(maxsize=4)
def _events(ctx: Context) -> _Events:
    """What the pages of all events are made from."""
    assert isinstance(ctx.reading, Reading)
    articles = ctx.reading.articles
    cells = coverage.by_event(articles, ctx.events, ctx.outlets, ctx.searches)
    named = coverage.also_named(articles, ctx.events)
    shares, timed = event_shares(ctx.reading.frames, articles, cells), measure.event_timing(articles, ctx.events)
    return _Events(_each(cells), shares, _each(named), timed)


def _each(table: pl.DataFrame) -> Mapping[str, pl.DataFrame]:
    """The rows of each event."""
    return {str(event): rows for (event,), rows in table.partition_by("event", as_dict=True).items()}


def _section(ctx: Context, place: str, blocks: Sequence[Block]) -> Section:
    return Section(place, ctx.say.text(f"event-{place}"), tuple(blocks), language=ctx.language)


def _facts(ctx: Context, name: str) -> Iterator[Block]:
    """What happened and when, how the date is known, and what the event is part of."""
    event, say = ctx.event(name), ctx.say
    yield Paragraph(joined(_told(ctx, event), say.text("between-sentences")))
    if "note" in event:
        yield Paragraph(line(in_english(event["note"], ctx.language)), "caution")
    if told := event.get("also_told_in"):
        yield Paragraph(say("event-also-told", sections=list(told), many=len(told)))
    if "part_of" in event:
        yield Paragraph(say("event-part-of", event=event_link(ctx, event["part_of"])))
    listed = [entry for entry in ctx.corpus.registers["events"] if entry["status"] != "withdrawn"]
    parts = [entry for entry in listed if entry.get("part_of") == name]
    if parts:
        yield Paragraph(say("event-parts"))
        yield Listing(
            tuple(
                say("event-part", event=event_link(ctx, part["id"]), date=spelled_out(say, part["date"]))
                for part in parts
            )
        )


def _told(ctx: Context, event: Mapping[str, Any]) -> Iterator[Line]:
    """The kind of an event, its date, what became of it, who acted, and how the date is known."""
    say, book = ctx.say, ctx.corpus.codebook
    kind = label(book, "event_kinds", event["kind"], ctx.language)
    yield say("event-kind", kind=kind[:1].upper() + kind[1:], date=spelled_out(say, event["date"]))
    yield say("event-status", status="umbrella" if event["kind"] == "umbrella" else event["status"])
    if event["actors"]:
        actors = (_actor(ctx, actor) for actor in event["actors"])
        yield say("event-actors", actors=joined(actors, say.text("shared-between-names")))
    if event["date_source"] == UNSTATED:
        yield say("event-date-unstated", certainty=event["certainty"])
        return
    source = in_english(event["date_source"].rstrip("."), ctx.language)
    yield say("event-date", certainty=event["certainty"], source=source)


def _actor(ctx: Context, actor: str) -> str:
    """What an actor is called: by the codebook, or else as the country of its code."""
    called = label(ctx.corpus.codebook, "actors", actor, ctx.language)
    return country_name(actor, ctx.language) if called == actor else called


def _comparison(ctx: Context, name: str, compared: Sequence[str]) -> Iterator[Block]:
    """The link to both sides side by side: on this event, or else on the narrowest umbrella that both cover in part."""
    level = next((event for event in (name, *over(name, parents(ctx.events))) if event in compared), None)
    if level is None:
        return
    page, pair = Target(f"compare-{level}"), pair_title(ctx)
    if level == name:
        yield Paragraph(ctx.say("event-compared", pair=pair, page=page))
    else:
        yield Paragraph(ctx.say("event-compared-over", pair=pair, event=ctx.event_label(level), page=page))


def _covered(ctx: Context, cells: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(ctx.outlet_name(row["outlet"])),
            number(row["with_parts"], row["records"]) if row["with_parts"] else line("–"),
            ctx.say("days-day", day=row["first_published"]) if row["first_published"] else line("–"),
            ctx.say("shared-state", state=row["state"]),
        )
        for row in cells.to_dicts()
    )
    head = _heads(ctx, "outlet", "count", "first", "state")
    return Table(ctx.say.text("event-covered-note"), head, rows, frozenset({1}))


def _heads(ctx: Context, *names: str) -> tuple[str, ...]:
    return tuple(ctx.say.text(f"event-head-{name}") for name in names)


def _also_named(ctx: Context, named: pl.DataFrame | None) -> Iterator[Section]:
    """The articles that name the event, or a part of it, beside another one that they are about."""
    if named is None:
        return
    assert isinstance(ctx.reading, Reading)
    beside = ctx.reading.articles.filter(pl.col("article").is_in(named["article"].implode()))
    about = {row["article"]: row for row in beside.select("article", "outlet", "event").to_dicts()}
    separator = ctx.say.text("shared-separator")
    rows = tuple(
        (
            (Number(article, (article,)),),
            line(ctx.outlet_name(about[article]["outlet"])),
            joined([event_link(ctx, event) for event in events], separator),
            event_link(ctx, about[article]["event"]),
        )
        for article, events in named.select("article", "named").rows()
    )
    head = _heads(ctx, "record", "outlet", "names", "about")
    yield _section(ctx, "named", (Table(ctx.say.text("event-named-note"), head, rows),))


def _timing(ctx: Context, every: pl.DataFrame, records: list[str]) -> Table:
    """Days from the event to each article; articles of one event, relation and day share a row."""
    timed = measure.alike_in_time(every.filter(pl.col("article").is_in(records)))
    rows = tuple(
        (
            _records(row["records"]),
            event_link(ctx, row["event"]),
            ctx.say("event-relation", relation=row["relation"]),
            _gap(ctx, row["days"], row["earliest"], row["latest"]),
        )
        for row in timed.to_dicts()
    )
    head = _heads(ctx, "records", "event", "relation", "days")
    return Table(ctx.say.text("event-timing-note"), head, rows, frozenset({3}))


def _records(articles: list[str]) -> Line:
    """A few articles by their names, more by their number."""
    if len(articles) > NAMED:
        return number(len(articles), articles)
    return joined([Number(article, (article,)) for article in articles], ", ")


def _gap(ctx: Context, days: int | None, earliest: int | None, latest: int | None) -> Line:
    """The days from an event to an article, with the possible range where one is not known to the day or covers several."""
    if days is None or earliest is None:
        return line("–")
    if earliest == latest:
        return line(signed(days))
    told = {"days": signed(days), "earliest": signed(earliest)}
    return ctx.say("event-gap-open", **told) if latest is None else ctx.say("event-gap", **told, latest=signed(latest))
