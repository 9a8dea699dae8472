"""Comparison pages: two sides on one event that both cover, or why there is no comparison."""

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from framing.analysis import coverage
from framing.analysis.reading import column
from framing.compare.frames import FrameComparison
from framing.compare.matching import Match
from framing.compare.result import Comparison
from framing.compare.selection import GAP
from framing.compare.who_covered import CAVEAT, Unmatched, left_out
from framing.refusal import Refusal
from framing.report.blocks import (
    Block,
    Facing,
    Line,
    Link,
    Page,
    Paragraph,
    Records,
    Run,
    Section,
    Table,
    folded,
    joined,
    line,
)
from framing.report.briefs.compared import compared_in_brief
from framing.report.context import event_link, number, plural, spelled, spelled_edtf
from framing.report.ground import Ground
from framing.report.sections.comparison import answer_section, detail_sections, evidence_sections
from framing.report.sections.contrast import contrasted
from framing.report.sections.rows import rows
from framing.report.sections.squares import squares_section
from framing.report.wording import apart, gap, refused


def comparison_page(ground: Ground, event: str, outcome: Comparison | Unmatched | Refusal) -> Page:
    """The page of one event, whatever came of the comparison."""
    if isinstance(outcome, Comparison):
        return event_comparison(ground, event, outcome)
    brief = compared_in_brief(ground, outcome)
    if isinstance(outcome, Refusal):
        return _page(ground, event, brief, Section("covered", "Who covered it", (refused(outcome),)))
    covered = [_coverage_table(ground, outcome.coverage)] if outcome.coverage.height else []
    first = Section("covered", "Who covered it", (refused(outcome.refusal), *covered))
    return _page(ground, event, brief, first, *nearest(ground, outcome))


def event_comparison(ground: Ground, event: str, compared: Comparison) -> Page:
    """Two sides on one event."""
    assert compared.match is not None
    covered = Section("covered", "Who covered it", tuple(_who_covered(ground, compared, compared.match)))
    if isinstance(compared.frames, FrameComparison):
        sections = (
            answer_section(ground, compared, event),
            covered,
            *evidence_sections(ground, compared),
            folded(
                Section("articles", "The articles", (aligned(ground, compared, "records"),)), "Every article by day"
            ),
            *detail_sections(ground, compared, event),
        )
    else:
        sections = (*_side_by_side(ground, compared, compared.frames), covered)
    one, other = compared.sides
    all_events = Link(f"All events: {one.head} and {other.head}", "compare")
    brief = compared_in_brief(ground, compared)
    return _page(ground, event, brief, *sections, lead=(line(event_link(ground.ctx, event), " · ", all_events),))


def _page(ground: Ground, event: str, *sections: Section, lead: tuple[Line, ...] = ()) -> Page:
    return Page(
        f"compare-{event}", ground.ctx.say.text("title-compared", event=ground.ctx.event_label(event)), lead, sections
    )


def _who_covered(ground: Ground, compared: Comparison, match: Match) -> Iterator[Block]:
    yield Paragraph(line(_level(match)))
    rows = tuple(
        (
            event_link(ground.ctx, part["event"]),
            line(spelled_edtf(ground.ctx.event(part["event"])["date"])),
            *(articles_on(compared.cards, [part["event"]], side.name) for side in compared.sides),
        )
        for part in match.parts.to_dicts()
    )
    if match.level != "own":
        head = ("Part", "date", *(side.head for side in compared.sides))
        yield Table("The parts with articles, and the articles of each side on them.", head, rows, frozenset({2, 3}))
    yield _coverage_table(ground, compared.coverage)


def _level(match: Match) -> str:
    if match.level == "own":
        return "Both sides have articles on this event itself."
    if match.level == "umbrella":
        return f"The sides do not both have articles on this event. They meet under its umbrella, “{match.label}”, whose parts are listed below."
    shared = match.parts.filter((pl.col("a") > 0) & (pl.col("b") > 0)).height
    ending = f"Both have articles on {shared} of them." if shared else "None of these parts has articles from both."
    return f"The match is at the level of this umbrella event: both sides have articles on parts of it. {ending}"


def articles_on(articles: pl.DataFrame, events: Sequence[str], side: str) -> Line:
    """How many articles one side has on some events, with their records; a dash for none."""
    own = articles.filter(pl.col("event").cast(pl.String).is_in(events), pl.col("side") == side)["article"].to_list()
    return number(len(own), own) if own else line("–")


def _coverage_table(ground: Ground, covered: pl.DataFrame) -> Table:
    heads = {side.name: side.head for side in ground.pair}
    rows = tuple(
        (
            line(row["name"]),
            line(heads[row["side"]]),
            number(row["with_parts"], row["records"]) if row["with_parts"] else line("–"),
            line(spelled(row["first_published"]) if row["first_published"] else "–"),
            line(gap(row["days"], row["earliest"], row["latest"])),
            line(coverage.WORDS[row["state"]]),
        )
        for row in covered.to_dicts()
    )
    caption = (
        f"Articles on the event and its parts{CAVEAT if left_out(ground.choices) else ''}. Days run from the event to the earliest article, in local calendar days of "
        "each paper (time zones differ by up to a day). Silent means searched and nothing found; that is not the same as not searched."
    )
    head = ("Outlet", "side", "articles", "first", "days from the event", "state")
    return Table(caption, head, rows, frozenset({2, 4}))


def _side_by_side(ground: Ground, compared: Comparison, refusal: Refusal) -> tuple[Section, ...]:
    """Few articles: what each says, day by day, and then aspect by aspect, or every card; the refusal in words; no test."""
    contrast = () if compared.sides[0].coder else contrasted(ground.ctx, compared.cards)
    return (
        squares_section(ground, refusal, compared.sampling, compared.cards),
        Section("aligned", "Side by side, by day", (aligned(ground, compared, ""),)),
        Section("articles", "The articles", contrast or _faced(ground, compared)),
    )


def _faced(ground: Ground, compared: Comparison) -> tuple[Block, ...]:
    """The articles of both sides in two columns, a row per day; of two readings of the same articles each once."""
    names = compared.cards["article"].unique(maintain_order=True).to_list()
    by_name = dict(zip(names, rows(ground.ctx, names), strict=True))
    one, other = compared.sides
    if one.coder:
        return (Records(tuple(by_name.values())),)
    days = []
    for (day,), part in compared.cards.group_by("published", maintain_order=True):
        sides = (part.filter(pl.col("side") == side.name)["article"].to_list() for side in (one, other))
        first, second = (tuple(by_name[name] for name in own) for own in sides)
        days.append((line(_when(day)), first, second))
    return (Facing((one.words, other.words), tuple(days)),)


def _when(day: object) -> str:
    return spelled(day).replace(" ", "\xa0") if isinstance(day, date) else "undated"


def aligned(ground: Ground, compared: Comparison, page: str) -> Table:
    """A row per day, a column per side; each article links to its card."""
    rows = []
    for (day,), part in compared.cards.group_by("published", maintain_order=True):
        summaries = [
            joined([_summary(ground, row, page) for row in part.filter(pl.col("side") == side.name).to_dicts()], " · ")
            for side in compared.sides
        ]
        gaps = part.select(GAP).drop_nulls("days").unique().sort(GAP).iter_rows()
        rows.append((line(_when(day)), line(", ".join(gap(*days) for days in gaps) or "–"), *summaries))
    head = ("Day", "days from its event", *(side.words for side in compared.sides))
    return Table("Each article links to its card.", head, tuple(rows))


def _summary(ground: Ground, row: dict[str, object], page: str) -> Line:
    name = str(row["article"])
    ctx = ground.ctx
    scores = [
        f"{label}: {ctx.value_label(variable, row[column(variable)])}"
        for variable, label in ctx.style.variables.items()
        if row.get(column(variable)) is not None and variable in ground.material.scales
    ]
    frame: Line = (Run(ctx.frame_label(str(row["primary"])), "", strong=True),)
    if page:
        return line(Link(ctx.outlet(str(row["outlet"]))["names"]["short"], page, name), ": ", frame)
    positions = f"; {'; '.join(scores)}" if scores else ""
    return line(Link(ctx.outlet(str(row["outlet"]))["names"]["short"], page, name), ": ", frame, positions)


def nearest(ground: Ground, unmatched: Unmatched) -> list[Section]:
    """The closest pairs of different events; nothing where there are none."""
    if unmatched.nearest.is_empty():
        return []
    rows = tuple(
        (
            event_link(ground.ctx, row["event_a"]),
            number(row["articles_a"], row["records_a"]),
            event_link(ground.ctx, row["event_b"]),
            number(row["articles_b"], row["records_b"]),
            line(apart(row["days_apart"], row["days_apart_most"])),
            line("–" if row["articles_apart"] is None else str(row["articles_apart"])),
            event_link(ground.ctx, row["umbrella"]) if row["umbrella"] else line("none"),
        )
        for row in unmatched.nearest.to_dicts()
    )
    one, other = (side.head for side in ground.pair)
    covered = (f"Covered by: {one}", "articles", f"covered by: {other}", "articles")
    head = (*covered, "days apart", "articles apart", "umbrella of both")
    caption = (
        "Pairs of different events, one covered by each side; those under one umbrella come first. Days apart: between the events, "
        "as far as their dates are known. Articles apart: days between the two nearest articles."
    )
    table = Table(caption, head, rows, frozenset({1, 3, 4, 5}))
    section = Section("nearest", "Closest pairs of different events", (table,))
    return [folded(section, f"{plural(len(rows), 'pair')} of events, one covered by each side")]
