"""The sections that overview and dossiers share, each from the measure of the same name."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import polars as pl

from framing.analysis import coverage, measure
from framing.analysis.before_after import frame_shares_around
from framing.analysis.reading import Reading
from framing.report.blocks import Block, Paragraph, Section, Table, joined, line
from framing.report.context import Context, number, plural, share, spelled_edtf
from framing.report.figures import FIGURES, figure
from framing.report.figures.chosen import Chosen
from framing.report.figures.over_time import Course
from framing.report.figures.row import Measured, StudyReading
from framing.report.figures.study import counted, event_table

Record = dict[str, Any]


def coverage_section(ctx: Context) -> Section:
    """What is covered and what is not, by period."""
    found = FIGURES["coverage"].of(ctx)
    assert isinstance(found, Measured)
    empty = found.table.filter(pl.col("articles") == 0)
    states = coverage.state_counts(empty)
    words = coverage.WORDS[states["state"][0]] if states.height == 1 else _states(states)
    rest = f"; the other {empty.height}: {words}" if words else ""
    text = line(f"{found.table.height - empty.height} of {found.table.height} cells have articles{rest}.")
    return Section("coverage", "What is covered and what is not", (Paragraph(text), found.block(ctx.style)))


def _states(counts: pl.DataFrame) -> str:
    return "; ".join(f"{cells} {coverage.WORDS[state]}" for state, cells in counts.rows())


def timeline_section(ctx: Context, reading: Reading) -> Section:
    """What was said when."""
    return Section("timeline", "What was said when", (figure("timeline", StudyReading(ctx, reading), ctx.style),))


def frames_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions with their n, for all the articles of a reading together."""
    primary = measure.frame_shares(reading.frames, reading.articles, by=())
    either = measure.frame_shares(reading.frames, reading.articles, by=(), role="any")
    rows = [
        (
            line(ctx.frame_label(one["frame"])),
            number(one["articles"], one["records"]),
            line(share(one["weight"], one["n"])),
            number(many["articles"], many["records"]),
        )
        for one, many in zip(primary.to_dicts(), either.to_dicts(), strict=True)
        if many["articles"]
    ]
    absent = [ctx.frame_label(row["frame"]) for row in either.to_dicts() if not row["articles"]]
    total, effective = reading.articles.height, round(float(reading.articles["weight"].sum()), 6)
    weighed = f", which rest on {effective:g} descriptions" if effective < total else ""
    blocks: list[Block] = [
        Paragraph(line(f"Of {plural(total, 'article')}{weighed}. “Primary” is the dimension without which the article loses "
                       "its point; “any” adds the secondary ones, so its counts need not add up to the articles. "
                       f"{_shares_of(reading)}, weighted so that a shared description counts once.")),
        Table("", ("Frame dimension", "primary", "share", "any"), tuple(rows), frozenset({1, 2, 3})),
    ]  # fmt: skip
    if absent:
        blocks.append(
            Paragraph(
                line(f"Coded in no article here: {', '.join(absent)}. This says nothing about the papers at large.")
            )
        )
    return Section("frames", "Frame dimensions", tuple(blocks))


def frame_by_outlet_section(ctx: Context, reading: Reading) -> Section:
    """Who emphasises what."""
    emphasised = figure("frame-by-outlet", StudyReading(ctx, reading), ctx.style)
    return Section("frame-by-outlet", "Who emphasises what", (emphasised,))


def over_time_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions over time, outlet by outlet, and before and after the study's cuts."""
    curves = figure("frames-over-time", Course(StudyReading(ctx, reading)), ctx.style)
    return Section("over-time", "Frame dimensions over time", (curves, *_cuts(ctx, reading)))


def own_course_section(everybody: Context, ctx: Context) -> Section | None:
    """Frame dimensions of one outlet over time, with the others behind it."""
    if not isinstance(everybody.reading, Reading):
        return None
    course = Course(StudyReading(everybody, everybody.reading), Chosen(tuple(ctx.outlets["outlet"].cast(pl.String))))
    return Section("over-time", "Frame dimensions over time", (figure("frames-over-time", course, ctx.style),))


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
        cells = ((counted(half), line(share(half["weight"], half["n"]))) for half in halves.to_dicts())
        rows.append((line(ctx.frame_label(str(frame))), *chain.from_iterable(cells)))
    before, after = shares["of"].head(2)
    head = ("Frame dimension", f"before (of {before})", "share", f"from then on (of {after})", "share")
    words = f"Before and after {spelled_edtf(event['date'])} ({event['labels']['en']}), primary frame dimension. In shares a shared description counts once."
    return Table(words, head, tuple(rows), frozenset({1, 2, 3, 4}))


def cooccurrence_section(ctx: Context, reading: Reading) -> Section:
    """Which frame dimensions occur together."""
    together = figure("cooccurrence", StudyReading(ctx, reading), ctx.style)
    return Section("cooccurrence", "Dimensions that occur together", (together,))


def events_section(ctx: Context, reading: Reading) -> Section:
    """Events that some article is about, and those of the register that none is about."""
    found = FIGURES["events"].of(StudyReading(ctx, reading))
    assert isinstance(found, Measured)
    empty = coverage.uncovered(found.table)
    uncovered = _uncovered(ctx, empty, "No article here is about")
    return Section("events", "Events covered and not covered", (found.block(ctx.style), *uncovered))


def own_events_section(everybody: Context, ctx: Context, reading: Reading) -> Section:
    """Events that one outlet covers, and those that only others cover."""
    cells = coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches)
    others = everybody.reading.frames if isinstance(everybody.reading, Reading) else reading.frames
    elsewhere = set(others["event"].drop_nulls().cast(pl.String))
    empty = coverage.uncovered(cells).filter(pl.col("event").cast(pl.String).is_in(elsewhere))
    covered = event_table(StudyReading(ctx, reading), cells)
    blocks: list[Block] = (
        [covered] if covered.rows else [Paragraph(line("None of its articles is linked to an event of the register."))]
    )
    return Section(
        "events",
        "Events covered and not covered",
        (*blocks, *_uncovered(ctx, empty, "Other outlets of the study, but not this one, have articles on")),
    )


def _uncovered(ctx: Context, empty: pl.DataFrame, beginning: str) -> list[Block]:
    if empty.is_empty():
        return []
    words = _states(coverage.state_counts(empty))
    names = joined([ctx.event(name)["labels"]["en"] for name in empty["event"]], "; ")
    return [Paragraph(line(f"{beginning} {plural(empty.height, 'event')} of the register ({words}): ", names, "."))]


def present(sections: Sequence[Section | None]) -> tuple[Section, ...]:
    """The sections that this codebook calls for."""
    return tuple(section for section in sections if section is not None)


def _shares_of(reading: Reading) -> str:
    """What shares are shares of: the articles in the study, or the list that they were drawn from."""
    if reading.articles["inclusion"].is_null().all():
        return "Shares are of the articles in the study"
    return "Shares are of the list that the articles were drawn from (“4.2 of 9.8”: what as many articles of equal weight would say)"
