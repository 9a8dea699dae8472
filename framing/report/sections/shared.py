"""The sections that overview and dossiers share, each from the measure of the same name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl

from framing import chart
from framing.analysis import coverage, measure, period
from framing.analysis.reading import Reading
from framing.chart import picture
from framing.refusal import Refusal
from framing.report.blocks import Block, Figure, Line, Number, Paragraph, Section, Table, joined, line
from framing.report.context import Context, caption, event_link, number, plural, share, spelled_edtf


def refused(refusal: Refusal) -> Paragraph:
    """A refusal in the place of the number that is not given."""
    return Paragraph(line(f"No number is given here. {refusal.reason} Needed: {refusal.need}"), "refusal")


def coverage_section(ctx: Context, articles: pl.DataFrame, outlets: pl.DataFrame) -> Section:
    """What is covered and what is not, by period."""
    cells = coverage.by_period(articles, outlets, ctx.searches, ctx.periods, ctx.choices.basis)
    figure = Figure(
        "coverage",
        picture.spec(chart.coverage_matrix(cells, ctx.style)),
        caption(
            ctx, articles, f"Articles in the study per outlet and {ctx.choices.every}; an empty cell is never a zero."
        ),
        _coverage_table(ctx, cells),
    )
    empty = cells.filter(pl.col("articles") == 0)
    filled = cells.height - empty.height
    states = empty.group_by("state").len().sort("state")
    words = "; ".join(f"{row['len']} {coverage.WORDS[row['state']]}" for row in states.to_dicts())
    if states.height == 1:
        words = coverage.WORDS[states["state"][0]]
    rest = f"; the other {empty.height}: {words}" if words else ""
    text = line(f"{filled} of {cells.height} cells hold articles{rest}.")
    return Section("coverage", "What is covered and what is not", (Paragraph(text), figure))


def _coverage_table(ctx: Context, cells: pl.DataFrame) -> Table:
    labels = [period.label for period in ctx.periods]
    rows = []
    for (outlet,), part in cells.group_by("outlet", maintain_order=True):
        by_label = {row["period"]: row for row in part.to_dicts()}
        shown = [
            number(by_label[label]["articles"], by_label[label]["records"])
            if by_label[label]["articles"]
            else line("–")
            for label in labels
        ]
        rows.append((line(ctx.outlet(str(outlet))["names"]["en"]), *shown))
    return Table(
        "A dash is an empty cell, whatever the reason.",
        ("Outlet", *labels),
        tuple(rows),
        frozenset(range(1, len(labels) + 1)),
    )


def timeline_section(ctx: Context, reading: Reading) -> Section:
    """What was said when."""
    figure = Figure(
        "timeline",
        picture.spec(chart.article_timeline(reading.articles, ctx.events, ctx.style)),
        caption(
            ctx,
            reading.articles,
            "Each mark is one article, by date; colour and shape give its primary frame dimension.",
        ),
        _article_table(ctx, reading.articles),
    )
    return Section("timeline", "What was said when", (figure,))


def _article_table(ctx: Context, articles: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(str(row["published"])),
            line(ctx.outlet(row["outlet"])["names"]["short"]),
            (Number(row["article"], (row["article"],)),),
            line(ctx.frame_label(row["primary"])),
            event_link(ctx, row["event"]) if row["event"] else line("none"),
        )
        for row in articles.to_dicts()
    )
    return Table("", ("Published", "Outlet", "Record", "Primary frame dimension", "Event"), rows)


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
    shares = measure.frame_shares(reading.frames, reading.articles, by=("outlet",))
    figure = Figure(
        "frame-by-outlet",
        picture.spec(chart.frame_by_outlet(shares, ctx.style)),
        caption(ctx, reading.articles, "Articles with each primary frame dimension, of all the outlet’s articles."),
        crossed(ctx, shares.rename({"frame": "key"}), "Frame dimension", lambda row: ctx.frame_label(row["key"])),
    )
    return Section("frame-by-outlet", "Who emphasises what", (figure,))


def counted(row: Mapping[str, Any]) -> Line:
    """How many articles stand in a cell, with their records."""
    return number(row["articles"], row["records"])


def crossed(
    ctx: Context, cells: pl.DataFrame, head: str, label: Callable[..., str], told: Callable[..., Line] = counted
) -> Table:
    """A table of counts, one row per ``key`` and one column per outlet."""
    outlets = list(dict.fromkeys(cells["outlet"]))
    rows = []
    for _, part in cells.group_by("key", maintain_order=True):
        found = {row["outlet"]: row for row in part.to_dicts()}
        first = next(iter(found.values()))
        counts: list[Line] = [told(found[name]) if name in found else line("0") for name in outlets]
        rows.append((line(label(first)), *counts))
    names = tuple(ctx.outlet(name)["names"]["short"] for name in outlets)
    return Table("", (head, *names), tuple(rows), frozenset(range(1, len(names) + 1)))


def over_time_section(ctx: Context, reading: Reading) -> Section:
    """Frame dimensions over time, with n under each point and broken at gaps."""
    placed = period.in_periods(reading.articles, ctx.periods, ctx.choices.basis)
    framed = period.in_periods(reading.frames, ctx.periods, ctx.choices.basis)
    shares = measure.frame_shares(framed, placed, by=("period",))
    blocks: list[Block] = [
        Figure(
            "frame-shares-over-time",
            picture.spec(chart.frame_shares_over_time(shares, ctx.style)),
            caption(ctx, reading.articles, f"Articles with each primary frame dimension per {ctx.choices.every}; below five "
                    "articles only counts, no percentage."),
        )
    ]  # fmt: skip
    blocks += _cuts(ctx, reading)
    return Section("over-time", "Frame dimensions over time", tuple(blocks))


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
    pairs = measure.frame_cooccurrence(reading.frames)
    figure = Figure(
        "cooccurrence",
        picture.spec(chart.frame_cooccurrence(pairs, ctx.style)),
        caption(
            ctx,
            reading.articles,
            "Articles that carry two dimensions together, in any role; on the diagonal, articles with the dimension at all.",
        ),
    )
    return Section("cooccurrence", "Dimensions that occur together", (figure,))


def events_section(ctx: Context, reading: Reading) -> Section:
    """Events that some article is about, and those of the register that none is about."""
    cells = coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches)
    figure = Figure(
        "events",
        picture.spec(chart.event_coverage(cells, ctx.style)),
        caption(ctx, reading.articles, "Articles per event and outlet, an umbrella event with all its parts."),
        _event_table(ctx, cells),
    )
    totals = cells.group_by("event", maintain_order=True).agg(pl.col("with_parts").sum(), pl.col("state").first())
    empty = totals.filter(pl.col("with_parts") == 0)
    return Section(
        "events", "Events covered and not covered", (figure, *_uncovered(ctx, empty, "No article here is about"))
    )


def own_events_section(everybody: Context, ctx: Context, reading: Reading) -> Section:
    """Events that one outlet covers, and those that only others cover."""
    cells = coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches)
    others = everybody.reading.frames if isinstance(everybody.reading, Reading) else reading.frames
    elsewhere = set(others["event"].drop_nulls().cast(pl.String))
    empty = cells.filter((pl.col("with_parts") == 0) & pl.col("event").cast(pl.String).is_in(elsewhere))
    covered = _event_table(ctx, cells)
    blocks: list[Block] = (
        [covered] if covered.rows else [Paragraph(line("No article of it is tied to an event of the register."))]
    )
    return Section(
        "events",
        "Events covered and not covered",
        (*blocks, *_uncovered(ctx, empty, "Other outlets of the study, but not this one, have articles on")),
    )


def _event_table(ctx: Context, cells: pl.DataFrame) -> Table:
    rows = []
    for _, part in cells.filter(pl.col("with_parts") > 0).group_by("event", maintain_order=True):
        first = part.row(0, named=True)
        own, ids = (
            sorted({record for records in part[name] for record in records}) for name in ("own_records", "records")
        )
        dated = spelled_edtf(ctx.event(first["event"])["date"])
        rows.append((event_link(ctx, first["event"]), line(dated), number(len(own), own), number(len(ids), ids)))
    return Table("", ("Event", "date", "articles on it", "with its parts"), tuple(rows), frozenset({2, 3}))


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
