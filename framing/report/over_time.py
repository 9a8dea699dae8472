"""Two sides over time: by days from the event, and each before and after the cuts that a study names."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from framing import chart, picture
from framing.compare.curves import frame_curve, position_curve
from framing.compare.frames import FrameComparison
from framing.compare.peers import before_and_after, positions_before_and_after
from framing.compare.sampling import statement
from framing.compare.sides import Side
from framing.floors import SHARE
from framing.refusal import Refusal
from framing.report.blocks import Block, Figure, Line, Paragraph, Section, Table, line
from framing.report.compared import change
from framing.report.context import event_link, number, spelled
from framing.report.ground import Ground
from framing.report.told import bounded, interval_words, p_words, signed

EDGES = (-3, -1, 0, 1, 2, 4, 8)
"""First days of the stretches of the curves by days from the event."""


def curve(ground: Ground) -> Section:
    """Frames, and positions, by days from the event, all events together."""
    found = frame_curve(ground.chosen, EDGES)
    title = "By days from the event"
    if found["from"].n_unique() < 2:
        said = "No curve is drawn: the articles fall into one stretch of days from their events, such as within the dates of long ones."
        return Section("curve", title, (Paragraph(line(said), "refusal"),))
    names = {side.name: side.words for side in ground.pair}
    drawn = picture.spec(chart.event_curve(found, ground.ctx.style, names))
    caption = f"All events together, whether or not both sides cover them; articles from {-EDGES[0]} days before to {EDGES[-1] - 1} days after."
    figure = Figure("curve", drawn, caption, _curve_table(ground, found))
    return Section("curve", title, (figure, *_position_table(ground)))


def _curve_table(ground: Ground, curve: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(f"{row['side']}, {row['from']:+d} to {row['to']:+d}"),
            line(ground.ctx.frame_label(row["answer"])),
            number(row["articles"], row["records"]),
            line("–" if row["shown"] == "count" else f"{row['share']:.0%}"),
            line(str(row["events"])),
        )
        for row in curve.to_dicts()
    )
    return Table("", ("Side, days", "Frame dimension", "articles", "share", "events"), rows, frozenset({2, 3, 4}))


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
        yield Table("Articles that take a position, and their median from 5 on.", head, told, frozenset(range(1, 5)))


def cuts(ground: Ground) -> Section:
    """Each side before and after every cut that the study names."""
    title = "Before and after"
    named = [entry["id"] for entry in ground.ctx.corpus.registers["events"] if entry.get("cut")]
    blocks: list[Block] = []
    for cut in named:
        first = ground.ctx.events.filter(pl.col("event").cast(pl.String) == cut)["first"][0]
        for side in ground.pair:
            found = before_and_after(ground.material.tables, ground.material.reading, side, first, ground.options)
            words = line(f"{side.words}, before and from {spelled(first)} on (", event_link(ground.ctx, cut), ")")
            if isinstance(found, Refusal):
                blocks.append(
                    Paragraph(line(words, f": no number is given. {found.reason} Needed: {found.need}"), "refusal")
                )
            else:
                blocks += _cut(ground, found, words, _halves(ground, side, first))
                blocks += _moved(ground, side, first)
    if not named:
        blocks.append(Paragraph(line("The study names no cut: no event of its register says so with “cut”.")))
    return Section("cuts", title, tuple(blocks))


def _halves(ground: Ground, side: Side, cut: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The articles of a side before a day, and from it on."""
    mine = ground.material.reading.articles.filter(pl.col("outlet").cast(pl.String).is_in(side.outlets))
    voiced = mine.filter(pl.col("voice").is_in(ground.options.voices)) if ground.options.voices else mine
    return voiced.filter(pl.col("published") < cut), voiced.filter(pl.col("published") >= cut)


def _cut(ground: Ground, found: FrameComparison, words: Line, halves: tuple[pl.DataFrame, pl.DataFrame]) -> list[Block]:
    test = found.test
    told = (
        test.reason.rstrip(".")
        if isinstance(test, Refusal)
        else f"p {p_words(test.p)}, articles exchanged inside each paper"
    )
    rows = []
    for row in found.shares.to_dicts():
        cells = []
        for half, letter in zip(halves, "ba", strict=True):
            held = half.filter(pl.col("primary").cast(pl.String) == row["answer"])["article"].to_list()
            shown = "–" if row[f"n_{letter}"] < SHARE else f"{row[f'share_{letter}']:.0%}"
            cells += [number(len(held), held) if held else line("0"), line(shown)]
        rows.append((line(ground.ctx.frame_label(row["answer"])), *cells, line(change(row)), line(p_words(row["p"]))))
    head = ("Frame dimension", "before", "share", "from then on", "share", "change, points", "p")
    table = Table(
        f"In shares one description counts once; {interval_words(found.shares)}. Not adjusted for the number of frames.",
        head,
        tuple(rows),
        frozenset(range(1, 7)),
    )
    said = statement(pl.concat(halves), ground.options.treat_as)
    chosen = Paragraph(line(f"How the articles were chosen: {said}"), "caution")
    return [Paragraph(line(words, f": {told}.")), chosen, table]


def _moved(ground: Ground, side: Side, cut: date) -> Iterator[Table]:
    """The positions of one side before a cut and from it on, as far as enough articles take one."""
    found = positions_before_and_after(ground.material.reading, side, cut, ground.material.scales, ground.options)
    if isinstance(found, Refusal):
        return
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    rows = tuple(
        (
            line(labels[row["variable"]]),
            number(len(row["records_b"]), row["records_b"]),
            number(len(row["records_a"]), row["records_a"]),
            line(f"{signed(row['median_b'])} to {signed(row['median_a'])}"),
            line(p_words(row["p_medians"])),
            line(bounded(row["superiority"], row["low"], row["high"])),
            line(p_words(row["p"])),
        )
        for row in found.filter(pl.col("refused").is_null()).to_dicts()
    )
    if rows:
        head = ("Scale", "before", "from then on", "medians", "p", "superiority", "p")
        caption = "Articles that take a position. Superiority: the chance that a later article stands higher than an earlier one of the same paper (.50: none). Not adjusted for the number of scales."
        yield Table(caption, head, rows, frozenset({1, 2, 4, 6}))
