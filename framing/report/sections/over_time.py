"""Two sides over time: by days from the event, and each before and after the cuts that a study names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

import polars as pl

from framing.analysis.floors import SHARE, SHARED
from framing.analysis.significance import significant
from framing.analysis.subjects import Subject
from framing.compare.chance.change import Change, FrameChange, change_family, changes_at
from framing.compare.chance.whole_events import AFTER, BEFORE, EventTest
from framing.compare.curves import position_curve
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Paragraph, Run, Section, Table, joined, line
from framing.report.context import event_link, labelled, number
from framing.report.figures import FIGURES
from framing.report.figures.recipe import Measured
from framing.report.figures.sides import EDGES
from framing.report.pairing import Pairing
from framing.report.sections.comparison import change
from framing.report.sides import heads, side_name
from framing.report.speech import Count, Speech
from framing.report.wording import (
    bounded,
    decimals,
    each_refused,
    p_cells,
    p_equals,
    p_words,
    refused,
    side_cells,
)
from framing.study.levels import signed

Q: TypeAlias = Mapping[str, tuple[float, float]]
"""Both adjusted values of each test."""


def curve(pairing: Pairing) -> Section:
    """Frames, and positions, by days from the event, all events together."""
    found = FIGURES["compare-days"].of(pairing)
    assert isinstance(found, Measured)
    ctx, say = pairing.ctx, pairing.ctx.say
    title = say.text("times-curve")
    if found.table["from"].n_unique() < 2:
        return Section("curve", title, (Paragraph(say("times-no-curve"), "refusal"),), language=ctx.language)
    positions = tuple(_position_table(pairing))
    more = (Details(say.text("times-positions-summary"), positions),) if positions else ()
    thin = found.table.filter(SHARED).is_empty()
    drawn = _undrawn(found, say) if thin else (found.block(ctx.style),)
    return Section("curve", title, (*drawn, *more), language=ctx.language)


def _undrawn(found: Measured[Pairing], say: Speech) -> tuple[Block, ...]:
    """Why no curve is drawn, and its numbers, which lead to their records all the same."""
    numbers = found.row.numbers(found.subject, found.table)
    assert numbers is not None
    captioned = replace(numbers, caption=found.caption())
    folded = Details(say.text("times-thin-numbers"), (captioned,))
    return Paragraph(say("times-thin-curve", enough=SHARE), "refusal"), folded


def _position_table(pairing: Pairing) -> Iterator[Table]:
    """Medians of every scale by days from the event, where any side takes positions."""
    ctx, say = pairing.ctx, pairing.ctx.say
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    rows = []
    for scale in pairing.material.scales:
        found = position_curve(pairing.chosen, scale, EDGES)
        for (first, last), part in found.group_by("from", "to", maintain_order=True):
            cells: list[Line] = []
            for side in pairing.pair:
                held = part.filter(pl.col("side") == side.name).to_dicts()
                cells += [number(held[0]["articles"], held[0]["records"]) if held else line("–")]
                cells += [
                    line("–" if not held or held[0]["median"] is None else decimals(signed(held[0]["median"]), say))
                ]
            start, end = (signed(day) for day in (first, last))
            span = start if first == last else say.text("comparison-from-to", a=start, b=end)
            cell = say.text("times-scale-days", scale=labels[scale], days=span)
            rows.append((first, scale, (line(cell), *cells)))
    if rows:
        one, other = heads(ctx, pairing.pair)
        order = list(pairing.material.scales)
        told = tuple(row for _, _, row in sorted(rows, key=lambda entry: (order.index(entry[1]), entry[0])))
        median = say.text("times-head-median")
        head = (say.text("times-head-scale-days"), one, median, other, median)
        yield Table(say.text("times-positions-caption"), head, told, frozenset(range(1, 5)))


def cuts(pairing: Pairing) -> Section:
    """Each side before and after every cut that the study names; every p of them is of one family."""
    named = [entry["id"] for entry in pairing.ctx.corpus.registers["events"] if entry.get("cut")]
    firsts = dict(pairing.ctx.events.select(pl.col("event").cast(pl.String), "first").iter_rows())
    found = changes_at(pairing.material, pairing.pair, {cut: firsts[cut] for cut in named}, pairing.choices)
    tests = change_family(found)
    ctx, say, blocks = pairing.ctx, pairing.ctx.say, list[Block]()
    for one in found:
        blocks += _changed(pairing, one, firsts[one.cut], tests)
    if tests.height:
        times = tests.select("cut", "side").unique().height
        told = Paragraph(say("times-family", tests=tests.height, times=times))
        blocks.append(Details(say.text("times-family-summary"), (told,)))
    if not named:
        blocks.append(Paragraph(say("times-no-cut")))
    return Section("cuts", say.text("times-title"), tuple(blocks), family=tests.height, language=ctx.language)


def _changed(pairing: Pairing, one: Change, first: date, tests: pl.DataFrame) -> Iterator[Block]:
    ctx, say = pairing.ctx, pairing.ctx.say
    told: dict[str, Any] = {"side": side_name(ctx, one.side), "day": first, "event": event_link(ctx, one.cut)}
    if isinstance(one.frames, Refusal):
        yield refused(one.frames, say("times-no-number", **told), ctx=ctx)
        return
    mine = tests.filter(pl.col("cut") == one.cut, pl.col("side") == one.side.name)
    q = {test: (bh, by) for test, bh, by in mine.select("test", "q_bh", "q_by").iter_rows()}
    test = one.frames.test
    if isinstance(test, Refusal):
        yield refused(test, say("times-no-p", **told), ctx=ctx)
    elif moved := _moves(pairing, one.frames, q):
        yield Paragraph(say("times-changed", **told, frames=moved))
    else:
        yield Paragraph(say("times-unchanged", **told))
    yield Details(say.text("times-numbers"), tuple(_numbers(pairing, one, q)))


def _moves(pairing: Pairing, found: FrameChange, q: Q) -> Line:
    """Which frames became more or less frequent, after correction for all tests of the section."""
    rows = [
        row
        for row in found.shares.to_dicts()
        if significant(q.get(str(Subject("frame", row["answer"])), (1.0, 1.0))[0])
    ]
    told = [
        line(Run(pairing.ctx.frame_label(row["answer"]), "", strong=True), f" {change(row, pairing.ctx.say)}")
        for row in rows
    ]
    return joined(told, pairing.ctx.say.text("comparison-semicolon"))


def _numbers(pairing: Pairing, one: Change, q: Q) -> Iterator[Block]:
    assert not isinstance(one.frames, Refusal)
    if isinstance(one.frames.test, EventTest):
        yield Paragraph(_together(pairing, one.frames.test, q["primary"]))
    if one.frames.left_out.height:
        yield Paragraph(pairing.ctx.say("times-left-out", papers=_left_out(pairing, one.frames)))
    yield _frame_table(pairing, one.frames, q)
    if isinstance(one.positions, pl.DataFrame):
        yield from _moved(pairing, one.positions, q)


def _together(pairing: Pairing, test: EventTest, q: tuple[float, float]) -> Line:
    say = pairing.ctx.say
    bh, by = (p_words(value, say) for value in q)
    return say(
        "times-together",
        p=p_equals(test.p, say),
        bh=bh,
        by=by,
        exact="yes" if test.exact else "no",
        tables=test.tables,
        smallest=p_words(test.smallest_p, say),
        earlier=test.earlier,
        later=test.later,
        parted=test.parted,
    )


def _left_out(pairing: Pairing, found: FrameChange) -> Line:
    """The papers that wrote in one of the two times only, with their articles in it."""
    ctx = pairing.ctx
    when = {AFTER: "after", BEFORE: "before"}
    return joined(
        [
            ctx.say(
                "times-left-out-paper",
                paper=ctx.outlet_short(row["outlet"]),
                articles=Count(len(row["records"]), tuple(row["records"])),
                when=when[row["side"]],
            )
            for row in found.left_out.to_dicts()
        ],
        ctx.say.text("comparison-comma"),
    )


def _frame_table(pairing: Pairing, found: FrameChange, q: Q) -> Table:
    say = pairing.ctx.say
    rows = tuple(
        (
            line(pairing.ctx.frame_label(row["answer"])),
            *(cell for side in "ba" for cell in side_cells(row, side, say=say)),
            line(change(row, say)),
            *p_cells(row["p"], q.get(str(Subject("frame", row["answer"]))), say),
        )
        for row in found.shares.to_dicts()
    )
    before, later, moved = (say.text(f"times-head-{name}") for name in ("before", "later", "change"))
    frame, weighted = say.text("comparison-head-frame"), say.text("comparison-head-share")
    head = (frame, before, weighted, later, weighted, moved, "p", "q BH", "q BY")
    return Table(say.text("times-frames-caption"), head, rows, frozenset(range(1, 9)))


def _moved(pairing: Pairing, found: pl.DataFrame, q: Q) -> Iterator[Block]:
    """The positions of one side before a cut and from it on, as far as enough articles take one."""
    ctx, say = pairing.ctx, pairing.ctx.say
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    rows = tuple(
        (
            line(labels[row["variable"]]),
            number(len(row["records_b"]), row["records_b"]),
            number(len(row["records_a"]), row["records_a"]),
            line(_medians(row, say)),
            line(bounded(row["superiority"], row["low"], row["high"], say=say)),
            *p_cells(row["p"], q.get(str(Subject("superiority", row["variable"]))), say),
        )
        for row in found.drop_nulls("superiority").to_dicts()
    )
    if rows:
        before, later = say.text("times-head-before"), say.text("times-head-later")
        scale, medians, superiority = (
            say.text(f"comparison-head-{name}") for name in ("scale", "medians", "superiority")
        )
        head = (scale, before, later, medians, superiority, "p", "q BH", "q BY")
        yield Table(say.text("times-moved-caption"), head, rows, frozenset({1, 2, 5, 6, 7}))
    yield from each_refused(found, labels, "p", say)


def _medians(row: Mapping[str, Any], say: Speech) -> str:
    earlier, later = (decimals(signed(row[f"median_{time}"]), say) for time in "ba")
    return say.text("comparison-from-to", a=earlier, b=later)
