"""Two sides over time: by days from the event, and each before and after the cuts that a study names."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

import polars as pl

from framing.analysis.significance import significant
from framing.analysis.subjects import Subject
from framing.compare.chance.change import Change, FrameChange, change_family, changes_at
from framing.compare.chance.whole_events import AFTER, BEFORE, EventTest
from framing.compare.curves import position_curve
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Paragraph, Run, Section, Table, joined, line
from framing.report.context import event_link, number, plural, spelled
from framing.report.figures import FIGURES
from framing.report.figures.row import Measured
from framing.report.figures.sides import EDGES
from framing.report.ground import Ground
from framing.report.sections.comparison import change
from framing.report.wording import (
    bounded,
    each_refused,
    p_cells,
    p_words,
    refused,
    side_cells,
    signed,
)

Q: TypeAlias = Mapping[str, tuple[float, float]]
"""Both adjusted values of each test."""


def curve(ground: Ground) -> Section:
    """Frames, and positions, by days from the event, all events together."""
    found = FIGURES["compare-days"].of(ground)
    assert isinstance(found, Measured)
    title = "By days from the event"
    if found.table["from"].n_unique() < 2:
        said = "No curve is drawn: all articles fall into one stretch of days from their events, for example within the dates of long events."
        return Section("curve", title, (Paragraph(line(said), "refusal"),))
    positions = tuple(_position_table(ground))
    more = (Details("Positions by days from the event", positions),) if positions else ()
    return Section("curve", title, (found.block(ground.ctx.style), *more))


def _position_table(ground: Ground) -> Iterator[Table]:
    """Medians of every scale by days from the event, where any side takes positions."""
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    rows = []
    for scale in ground.material.scales:
        found = position_curve(ground.chosen, scale, EDGES)
        for (first, last), part in found.group_by("from", "to", maintain_order=True):
            cells: list[Line] = []
            for side in ground.pair:
                held = part.filter(pl.col("side") == side.name).to_dicts()
                cells += [number(held[0]["articles"], held[0]["records"]) if held else line("–")]
                cells += [line("–" if not held or held[0]["median"] is None else signed(held[0]["median"]))]
            span = (f"{first:+d}" if first else "0") if first == last else f"{first:+d} to {last:+d}"
            rows.append((first, scale, (line(f"{labels[scale]}, {span}"), *cells)))
    if rows:
        one, other = (side.head for side in ground.pair)
        order = list(ground.material.scales)
        told = tuple(row for _, _, row in sorted(rows, key=lambda entry: (order.index(entry[1]), entry[0])))
        head = ("Scale, days", one, "median", other, "median")
        yield Table(
            "Articles that take a position, and their median where there are at least 5; in medians a shared description counts once.",
            head,
            told,
            frozenset(range(1, 5)),
        )


def cuts(ground: Ground) -> Section:
    """Each side before and after every cut that the study names; every p of them is of one family."""
    named = [entry["id"] for entry in ground.ctx.corpus.registers["events"] if entry.get("cut")]
    firsts = dict(ground.ctx.events.select(pl.col("event").cast(pl.String), "first").iter_rows())
    found = changes_at(ground.material, ground.pair, {cut: firsts[cut] for cut in named}, ground.choices)
    tests = change_family(found)
    blocks: list[Block] = []
    if tests.height:
        sides = plural(tests.select("cut", "side").unique().height, "pair of times", "pairs of times")
        told = Paragraph(line(FAMILY.format(m=tests.height, sides=sides)))
    for one in found:
        blocks += _changed(ground, one, firsts[one.cut], tests)
    if tests.height:
        blocks.append(Details("How the times are compared, and what is corrected together", (told,)))
    if not named:
        blocks.append(Paragraph(line("The study names no cut: no event in its register is marked “cut”.")))
    return Section("cuts", "Before and after", tuple(blocks), family=tests.height)


FAMILY = (
    "Every p in this section belongs to one family, “before and after”: m = {m} tests of {sides}. q: after Benjamini and Hochberg, and "
    "Benjamini and Yekutieli, over all of them. Whole events are exchanged between the two times, with all their articles in all "
    "papers. The parts of an event that was written about in both are exchanged with one another. An article without an event moves "
    "with the articles that share its description, or alone. Changes are within papers, with 95 % intervals from the same exchange."
)


def _changed(ground: Ground, one: Change, first: date, tests: pl.DataFrame) -> Iterator[Block]:
    words = line(f"{one.side.words}, before and from {spelled(first)} on (", event_link(ground.ctx, one.cut), ")")
    if isinstance(one.frames, Refusal):
        yield refused(one.frames, words, ": no number is given.")
        return
    mine = tests.filter(pl.col("cut") == one.cut, pl.col("side") == one.side.name)
    q = {test: (bh, by) for test, bh, by in mine.select("test", "q_bh", "q_by").iter_rows()}
    test = one.frames.test
    if isinstance(test, Refusal):
        yield refused(test, words, ": no p is given.")
    else:
        yield Paragraph(line(words, ": ", _moves(ground, one.frames, q)))
    yield Details("The numbers before and after", tuple(_numbers(ground, one, q)))


def _moves(ground: Ground, found: FrameChange, q: Q) -> Line:
    """Which frames became more or less frequent, after correction for all tests of the section."""
    rows = [
        row
        for row in found.shares.to_dicts()
        if significant(q.get(str(Subject("frame", row["answer"])), (1.0, 1.0))[0])
    ]
    if not rows:
        return line("no change of a frame dimension was found after correction.")
    told = joined(
        [line(Run(ground.ctx.frame_label(row["answer"]), "", strong=True), f" {change(row)}") for row in rows], "; "
    )
    return line("changed, in percentage points [95 % interval]: ", told, ".")


def _numbers(ground: Ground, one: Change, q: Q) -> Iterator[Block]:
    assert not isinstance(one.frames, Refusal)
    if isinstance(one.frames.test, EventTest):
        yield Paragraph(line(_together(one.frames.test, q["primary"])))
    if one.frames.left_out.height:
        yield Paragraph(
            line("Left out because they wrote in only one of the two times: ", _left_out(ground, one.frames), ".")
        )
    yield _frame_table(ground, one.frames, q)
    if isinstance(one.positions, pl.DataFrame):
        yield from _moved(ground, one.positions, q)


def _together(test: EventTest, q: tuple[float, float]) -> str:
    both = f" and {plural(test.parted, 'event')} in both" if test.parted else ""
    how = "all arrangements were enumerated" if test.exact else f"{test.tables:,} arrangements were drawn"
    return (
        f"All frames together: p = {p_words(test.p)}, q {p_words(q[0])} (BH) and {p_words(q[1])} (BY); {how}. "
        f"The smallest p that these articles could give is {p_words(test.smallest_p)}. There are {plural(test.earlier, 'event')} "
        f"before and {plural(test.later, 'event')} from then on{both}; an article without an event counts as one."
    ).replace("p = <", "p <")


def _left_out(ground: Ground, found: FrameChange) -> Line:
    """The papers that wrote in one of the two times only, with their articles in it."""
    when = {AFTER: "from then on", BEFORE: "before"}
    return joined(
        [
            line(
                f"{ground.ctx.outlet(row['outlet'])['names']['short']} (",
                number(len(row["records"]), row["records"]),
                f" {when[row['side']]})",
            )
            for row in found.left_out.to_dicts()
        ]
    )


def _frame_table(ground: Ground, found: FrameChange, q: Q) -> Table:
    rows = tuple(
        (
            line(ground.ctx.frame_label(row["answer"])),
            *(cell for side in "ba" for cell in side_cells(row, side)),
            line(change(row)),
            *p_cells(row["p"], q.get(str(Subject("frame", row["answer"])))),
        )
        for row in found.shares.to_dicts()
    )
    head = (
        "Frame dimension",
        "before",
        "share, weighted n",
        "from then on",
        "share, weighted n",
        "change, points",
        "p",
        "q BH",
        "q BY",
    )
    caption = "Counts are articles; in shares a shared description counts once in each time."
    return Table(caption, head, rows, frozenset(range(1, 9)))


def _moved(ground: Ground, found: pl.DataFrame, q: Q) -> Iterator[Block]:
    """The positions of one side before a cut and from it on, as far as enough articles take one."""
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    rows = tuple(
        (
            line(labels[row["variable"]]),
            number(len(row["records_b"]), row["records_b"]),
            number(len(row["records_a"]), row["records_a"]),
            line(f"{signed(row['median_b'])} to {signed(row['median_a'])}"),
            line(bounded(row["superiority"], row["low"], row["high"])),
            *p_cells(row["p"], q.get(str(Subject("superiority", row["variable"])))),
        )
        for row in found.drop_nulls("superiority").to_dicts()
    )
    if rows:
        head = ("Scale", "before", "from then on", "medians", "superiority [95 %]", "p", "q BH", "q BY")
        caption = (
            "Articles that take a position, of papers that take one in both times. Superiority: the chance that a later article scores "
            "higher than an earlier one of the same paper (.50: no difference); p tests it. Medians are descriptive and are not tested."
        )
        yield Table(caption, head, rows, frozenset({1, 2, 5, 6, 7}))
    yield from each_refused(found, labels, "No p is given for")
