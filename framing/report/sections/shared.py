"""The sections that overview and dossiers share, each from the measure of the same name."""

from collections.abc import Sequence

import polars as pl

from framing.analysis import coverage, measure, period
from framing.analysis.reading import Reading
from framing.report.blocks import Block, Paragraph, Section, Table, joined, line
from framing.report.context import Context, number, plural, share, spelled_edtf
from framing.report.figures import FIGURES, figure
from framing.report.figures.row import Measured, StudyReading
from framing.report.figures.study import event_table


def coverage_section(ctx: Context) -> Section:
    """What is covered and what is not, by period."""
    found = FIGURES["coverage"].of(ctx)
    assert isinstance(found, Measured)
    cells = found.table
    empty = cells.filter(pl.col("articles") == 0)
    filled = cells.height - empty.height
    states = empty.group_by("state").len().sort("state")
    words = "; ".join(f"{row['len']} {coverage.WORDS[row['state']]}" for row in states.to_dicts())
    if states.height == 1:
        words = coverage.WORDS[states["state"][0]]
    rest = f"; the other {empty.height}: {words}" if words else ""
    text = line(f"{filled} of {cells.height} cells hold articles{rest}.")
    return Section("coverage", "What is covered and what is not", (Paragraph(text), found.block(ctx.style)))


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
    total, effective = reading.articles.height, reading.articles["weight"].sum()
    weighed = f", which rest on {effective:g} descriptions" if effective < total else ""
    blocks: list[Block] = [
        Paragraph(line(f"Of {plural(total, 'article')}{weighed}. “Primary” is the one dimension without which the point of the "
                       "article collapses; “any” adds the secondary ones, so that its counts do not sum to the articles. "
                       "Shares are of what the study holds, weighted so that one description counts once.")),
        Table("", ("Frame dimension", "primary", "share", "any"), tuple(rows), frozenset({1, 2, 3})),
    ]  # fmt: skip
    if absent:
        blocks.append(
            Paragraph(line(f"Coded in no article: {', '.join(absent)}. That is a fact about these articles only."))
        )
    return Section("frames", "Frame dimensions", tuple(blocks))


def frame_by_outlet_section(ctx: Context, reading: Reading) -> Section:
    """Who emphasises what."""
    emphasised = figure("frame-by-outlet", StudyReading(ctx, reading), ctx.style)
    return Section("frame-by-outlet", "Who emphasises what", (emphasised,))


def over_time_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions over time, with n under each point and broken at gaps."""
    curves = figure("frames-over-time", StudyReading(ctx, reading), ctx.style)
    return Section("over-time", "Frame dimensions over time", (curves, *_cuts(ctx, reading)))


def _cuts(ctx: Context, reading: Reading) -> list[Block]:
    """Before and after the events that the study names as cuts."""
    blocks: list[Block] = []
    published = sorted(reading.articles["published"].drop_nulls())
    for event in ctx.corpus.registers["events"]:
        if not event.get("cut") or not published:
            continue
        first = ctx.events.filter(pl.col("event") == event["id"])["first"][0]
        sides = period.cut_at(first, published[0], published[-1])
        shares = measure.frame_shares(
            period.in_periods(reading.frames, sides), period.in_periods(reading.articles, sides), by=("period",)
        )
        rows = []
        for _, part in shares.group_by("frame", maintain_order=True):
            before, after = part.to_dicts()
            if before["articles"] or after["articles"]:
                cells = [
                    (number(side["articles"], side["records"]), line(share(side["weight"], side["n"])))
                    for side in (before, after)
                ]
                rows.append((line(ctx.frame_label(before["frame"])), *cells[0], *cells[1]))
        totals = [shares.filter(pl.col("period") == side.label)["of"][0] for side in sides]
        head = ("Frame dimension", f"before (of {totals[0]})", "share", f"from then on (of {totals[1]})", "share")
        words = f"Before and after {spelled_edtf(event['date'])} ({event['labels']['en']}), primary frame dimension. In shares one description counts once."
        blocks.append(Table(words, head, tuple(rows), frozenset({1, 2, 3, 4})))
    return blocks


def cooccurrence_section(ctx: Context, reading: Reading) -> Section:
    """Which frame dimensions occur together."""
    together = figure("cooccurrence", StudyReading(ctx, reading), ctx.style)
    return Section("cooccurrence", "Dimensions that occur together", (together,))


def events_section(ctx: Context, reading: Reading) -> Section:
    """Events that some article is about, and those of the register that none is about."""
    found = FIGURES["events"].of(StudyReading(ctx, reading))
    assert isinstance(found, Measured)
    totals = found.table.group_by("event", maintain_order=True).agg(pl.col("with_parts").sum(), pl.col("state").first())
    empty = totals.filter(pl.col("with_parts") == 0)
    uncovered = _uncovered(ctx, empty, "No article here is about")
    return Section("events", "Events covered and not covered", (found.block(ctx.style), *uncovered))


def own_events_section(everybody: Context, ctx: Context, reading: Reading) -> Section:
    """Events that one outlet covers, and those that only others cover."""
    cells = coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches)
    others = everybody.reading.frames if isinstance(everybody.reading, Reading) else reading.frames
    elsewhere = set(others["event"].drop_nulls().cast(pl.String))
    empty = cells.filter((pl.col("with_parts") == 0) & pl.col("event").cast(pl.String).is_in(elsewhere))
    covered = event_table(StudyReading(ctx, reading), cells)
    blocks: list[Block] = (
        [covered] if covered.rows else [Paragraph(line("No article of it is tied to an event of the register."))]
    )
    return Section(
        "events",
        "Events covered and not covered",
        (*blocks, *_uncovered(ctx, empty, "Other outlets of the study, but not this one, have articles on")),
    )


def _uncovered(ctx: Context, empty: pl.DataFrame, beginning: str) -> list[Block]:
    if empty.is_empty():
        return []
    states = empty.group_by("state").len().sort("state").to_dicts()
    words = "; ".join(f"{row['len']} {coverage.WORDS[row['state']]}" for row in states)
    names = joined([event_name(ctx, name) for name in empty["event"]], "; ")
    return [Paragraph(line(f"{beginning} {plural(empty.height, 'event')} of the register ({words}): ", names, "."))]


def event_name(ctx: Context, name: str) -> str:
    """The English label of an event."""
    label: str = ctx.event(name)["labels"]["en"]
    return label


def present(sections: Sequence[Section | None]) -> tuple[Section, ...]:
    """The sections that the codebook gives reason for."""
    return tuple(section for section in sections if section is not None)
