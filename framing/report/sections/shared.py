"""The sections that overview and dossiers share, each from the measure of the same name."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import polars as pl

from framing.analysis import coverage, measure
from framing.analysis.before_after import frame_shares_around
from framing.analysis.drawn import descriptions
from framing.analysis.floors import FLOORS
from framing.analysis.reading import Reading
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Paragraph, Section, Table, joined, line
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.report.figures import FIGURES
from framing.report.figures.chosen import Chosen
from framing.report.figures.over_time import Course
from framing.report.figures.recipe import Measured, StudyReading
from framing.report.figures.study import counted, event_table
from framing.report.sides import told_refusal
from framing.report.speech import Share

Record = dict[str, Any]


def coverage_section(ctx: Context) -> Section:
    """What is covered and what is not, by period."""
    found, say = FIGURES["coverage"].of(ctx), ctx.say
    assert isinstance(found, Measured)
    empty = found.table.filter(pl.col("articles") == 0)
    states = coverage.state_counts(empty)
    told = {"held": found.table.height - empty.height, "cells": found.table.height, "every": ctx.choices.every}
    if empty.is_empty():
        text = say("shared-coverage-full", **told)
    elif states.height == 1:
        text = say("shared-coverage-one", **told, empty=empty.height, state=states["state"][0])
    else:
        parts = [say("shared-coverage-state", cells=cells, state=state) for state, cells in states.rows()]
        text = say("shared-coverage-states", **told, empty=empty.height, states=parts)
    blocks = (Paragraph(text), found.block(ctx.style))
    return Section("coverage", say.text("shared-coverage"), blocks, language=ctx.language)


def unread_section(ctx: Context, refusal: Refusal) -> Section:
    """Why nothing is said of frames and positions."""
    return _pictured(ctx, "reading", refused_here(ctx, refusal))


def refused_here(ctx: Context, refusal: Refusal) -> Paragraph:
    """A refusal in place of a number or a figure."""
    return Paragraph(ctx.say("shared-refused", refusal=told_refusal(ctx, refusal)), "refusal")


def drawn(ctx: Context, name: str, subject: Any) -> Block:
    """One figure, or why there is none."""
    found = FIGURES[name].of(subject)
    return refused_here(ctx, found) if isinstance(found, Refusal) else found.block(ctx.style)


def timeline_section(ctx: Context, reading: Reading) -> Section:
    """What was said when."""
    return _pictured(ctx, "timeline", drawn(ctx, "timeline", StudyReading(ctx, reading)))


def _pictured(ctx: Context, place: str, *blocks: Block) -> Section:
    """A section of pictures, titled by the message of its place."""
    return Section(place, ctx.say.text(f"shared-{place}"), blocks, language=ctx.language)


def frames_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions with their n, for all the articles of a reading together."""
    primary = measure.frame_shares(reading.frames, reading.articles, by=())
    either = measure.frame_shares(reading.frames, reading.articles, by=(), role="any")
    rows = [
        (
            line(ctx.frame_label(one["frame"])),
            number(one["articles"], one["records"]),
            share_line(ctx, one["weight"], one["n"]),
            number(many["articles"], many["records"]),
        )
        for one, many in zip(primary.to_dicts(), either.to_dicts(), strict=True)
        if many["articles"]
    ]
    absent = [
        ctx.say("shared-absent-frame", frame=ctx.frame_label(row["frame"]))
        for row in either.to_dicts()
        if not row["articles"]
    ]
    head = tuple(ctx.say.text(f"shared-{name}") for name in ("frame", "primary", "share", "any"))
    blocks: list[Block] = [
        Paragraph(_counted_how(ctx, reading)),
        Table("", head, tuple(rows), frozenset({1, 2, 3})),
    ]
    if absent:
        blocks.append(Paragraph(ctx.say("shared-absent", frames=absent)))
    return Section("frames", ctx.say.text("shared-frames"), tuple(blocks), language=ctx.language)


def _counted_how(ctx: Context, reading: Reading) -> Line:
    """What is counted, what the heads mean, and what shares are shares of: the articles here, or the list they were drawn from."""
    total, known = reading.articles.height, round(descriptions(reading.articles), 6)
    sampled = reading.articles["inclusion"].is_not_null().any()
    told = (
        ctx.say("shared-counted-together", articles=total, descriptions=known)
        if known < total
        else ctx.say("shared-counted", articles=total),
        ctx.say("shared-roles"),
        ctx.say("shared-shares-of-list" if sampled else "shared-shares-of-articles"),
    )
    return joined(told, ctx.say.text("between-sentences"))


def frame_by_outlet_section(ctx: Context, reading: Reading) -> Section:
    """Who emphasises what."""
    return _pictured(ctx, "frame-by-outlet", drawn(ctx, "frame-by-outlet", StudyReading(ctx, reading)))


def over_time_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions over time, outlet by outlet, and before and after the study's cuts."""
    curves = drawn(ctx, "frames-over-time", Course(StudyReading(ctx, reading)))
    return _pictured(ctx, "over-time", curves, *_cuts(ctx, reading))


def own_course_section(everybody: Context, ctx: Context) -> Section | None:
    """Frame dimensions of one outlet over time, with the others behind it."""
    if not isinstance(everybody.reading, Reading):
        return None
    course = Course(StudyReading(everybody, everybody.reading), Chosen(tuple(ctx.outlets["outlet"].cast(pl.String))))
    return _pictured(ctx, "over-time", drawn(ctx, "frames-over-time", course))


def _cuts(ctx: Context, reading: Reading) -> list[Table]:
    """Before and after the events that the study names as cuts."""
    if reading.articles["published"].is_null().all():
        return []
    firsts = dict(ctx.events.select(pl.col("event").cast(pl.String), "first").iter_rows())
    return [
        _cut_table(ctx, event, frame_shares_around(reading.frames, reading.articles, firsts[event["id"]]))
        for event in ctx.corpus.registers["events"]
        if event.get("cut")
    ]


def _cut_table(ctx: Context, event: Record, shares: pl.DataFrame) -> Table:
    rows = []
    for (frame,), halves in shares.group_by("frame", maintain_order=True):
        cells = ((counted(half), share_line(ctx, half["weight"], half["n"])) for half in halves.to_dicts())
        rows.append((line(ctx.frame_label(str(frame))), *chain.from_iterable(cells)))
    before, after = shares["of"].head(2)
    say, part = ctx.say, ctx.say.text("shared-share")
    head = (
        say.text("shared-frame"),
        say.text("shared-cut-before", articles=before),
        part,
        say.text("shared-cut-after", articles=after),
        part,
    )
    words = say.text("shared-cut", date=spelled_out(say, event["date"]), event=ctx.event_label(event["id"]))
    return Table(words, head, tuple(rows), frozenset({1, 2, 3, 4}))


def cooccurrence_section(ctx: Context, reading: Reading) -> Section:
    """Which frame dimensions occur together."""
    return _pictured(ctx, "cooccurrence", drawn(ctx, "cooccurrence", StudyReading(ctx, reading)))


def events_section(ctx: Context, reading: Reading) -> Section:
    """Events that some article is about, and those of the register that none is about."""
    found = FIGURES["events"].of(StudyReading(ctx, reading))
    assert isinstance(found, Measured)
    empty = coverage.uncovered(found.table)
    return _pictured(ctx, "events", found.block(ctx.style), *_uncovered(ctx, empty, "shared-uncovered"))


def own_events_section(everybody: Context, ctx: Context, reading: Reading) -> Section:
    """Events that one outlet covers, and those that only others cover."""
    cells = coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches)
    others = everybody.reading.frames if isinstance(everybody.reading, Reading) else reading.frames
    elsewhere = set(others["event"].drop_nulls().cast(pl.String))
    empty = coverage.uncovered(cells).filter(pl.col("event").cast(pl.String).is_in(elsewhere))
    covered = event_table(StudyReading(ctx, reading), cells)
    block = covered if covered.rows else Paragraph(ctx.say("shared-no-event"))
    return _pictured(ctx, "events", block, *_uncovered(ctx, empty, "shared-uncovered-here"))


def _uncovered(ctx: Context, empty: pl.DataFrame, message: str) -> list[Block]:
    if empty.is_empty():
        return []
    say, separator = ctx.say, ctx.say.text("shared-separator")
    counts = coverage.state_counts(empty).rows()
    states = joined([say("shared-uncovered-state", events=events, state=state) for state, events in counts], separator)
    names = joined([event_link(ctx, name) for name in empty["event"]], separator)
    return [Paragraph(say(message, events=empty.height, states=states, names=names))]


def present(sections: Sequence[Section | None]) -> tuple[Section, ...]:
    """The sections that this codebook calls for."""
    return tuple(section for section in sections if section is not None)


def share_line(ctx: Context, hits: float, n: float) -> Line:
    """A share as far as the floors allow, with what it is a share of."""
    if n < FLOORS[2].articles:
        return line("–")
    message = "shared-share-indicative" if n < FLOORS[3].articles else "shared-share-of"
    return ctx.say(message, share=Share(hits / n), hits=round(hits, 2), n=round(n, 2))
