"""Comparison pages: two sides on one event that both cover, or why there is no comparison."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from framing.analysis.coverage import AFTER, BEFORE
from framing.analysis.reading import column
from framing.compare.frames import FrameComparison
from framing.compare.matching import Match
from framing.compare.result import Comparison
from framing.compare.selection import GAP
from framing.compare.who_covered import Unmatched, left_out
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
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.report.pairing import Pairing
from framing.report.sections.comparison import answer_section, detail_sections, evidence_sections
from framing.report.sections.contrast import contrasted
from framing.report.sections.rows import rows
from framing.report.sections.squares import squares_section
from framing.report.sides import heads, names, side_head, side_name, told_dated
from framing.report.wording import apart, gap, refused


def comparison_page(pairing: Pairing, event: str, outcome: Comparison | Unmatched | Refusal) -> Page:
    """The page of one event, whatever came of the comparison."""
    if isinstance(outcome, Comparison):
        return event_comparison(pairing, event, outcome)
    ctx, title = pairing.ctx, pairing.ctx.say.text("comparison-covered")
    brief = compared_in_brief(pairing, outcome)
    if isinstance(outcome, Refusal):
        told = (refused(outcome, ctx=ctx),)
        return _page(pairing, event, brief, Section("covered", title, told, language=ctx.language))
    covered = [_coverage_table(pairing, outcome.coverage)] if outcome.coverage.height else []
    blocks: tuple[Block, ...] = (Paragraph(told_no_match(pairing, outcome, event), "refusal"), *covered)
    first = Section("covered", title, blocks, language=ctx.language)
    return _page(pairing, event, brief, first, *nearest(pairing, outcome))


def event_comparison(pairing: Pairing, event: str, compared: Comparison) -> Page:
    """Two sides on one event."""
    assert compared.match is not None
    ctx, say = pairing.ctx, pairing.ctx.say
    told = tuple(_who_covered(pairing, compared, compared.match))
    covered = Section("covered", say.text("comparison-covered"), told, language=ctx.language)
    if isinstance(compared.frames, FrameComparison):
        articles = Section(
            "articles", say.text("comparison-articles"), (aligned(pairing, compared, "records"),), language=ctx.language
        )
        sections = (
            answer_section(pairing, compared, event),
            covered,
            *evidence_sections(pairing, compared),
            folded(articles, say.text("comparison-articles-summary")),
            *detail_sections(pairing, compared, event),
        )
    else:
        sections = (*_side_by_side(pairing, compared, compared.frames), covered)
    one, other = heads(ctx, compared.sides)
    all_events = Link(say.text("comparison-all-events", one=one, other=other), "compare")
    brief = compared_in_brief(pairing, compared)
    return _page(pairing, event, brief, *sections, lead=(line(event_link(ctx, event), " · ", all_events),))


def _page(pairing: Pairing, event: str, *sections: Section, lead: tuple[Line, ...] = ()) -> Page:
    return Page(
        f"compare-{event}", pairing.ctx.say.text("title-compared", event=pairing.ctx.event_label(event)), lead, sections
    )


def _who_covered(pairing: Pairing, compared: Comparison, match: Match) -> Iterator[Block]:
    ctx, say = pairing.ctx, pairing.ctx.say
    yield Paragraph(_level(ctx, match))
    rows = tuple(
        (
            event_link(ctx, part["event"]),
            line(spelled_out(say, ctx.event(part["event"])["date"])),
            *(articles_on(compared.cards, [part["event"]], side.name) for side in compared.sides),
        )
        for part in match.parts.to_dicts()
    )
    if match.level != "own":
        head = (say.text("comparison-head-part"), say.text("comparison-head-date"), *heads(ctx, compared.sides))
        yield Table(say.text("comparison-parts"), head, rows, frozenset({2, 3}))
    yield _coverage_table(pairing, compared.coverage)


def _level(ctx: Context, match: Match) -> Line:
    shared = match.parts.filter((pl.col("a") > 0) & (pl.col("b") > 0)).height
    label = "" if match.level == "own" else ctx.event_label(match.event)
    return ctx.say("comparison-level", level=match.level, event=label, shared=shared)


def articles_on(articles: pl.DataFrame, events: Sequence[str], side: str) -> Line:
    """How many articles one side has on some events, with their records; a dash for none."""
    own = articles.filter(pl.col("event").cast(pl.String).is_in(events), pl.col("side") == side)["article"].to_list()
    return number(len(own), own) if own else line("–")


def _coverage_table(pairing: Pairing, covered: pl.DataFrame) -> Table:
    ctx, say = pairing.ctx, pairing.ctx.say
    sides = {side.name: side_head(ctx, side) for side in pairing.pair}
    rows = tuple(
        (
            line(ctx.outlet_name(row["outlet"])),
            line(sides[row["side"]]),
            number(row["with_parts"], row["records"]) if row["with_parts"] else line("–"),
            line(_day(ctx, row["first_published"]) if row["first_published"] else "–"),
            line(gap(row["days"], row["earliest"], row["latest"], say)),
            line(say.text("comparison-state", state=row["state"])),
        )
        for row in covered.to_dicts()
    )
    caption = say.text("comparison-coverage", narrowed="yes" if left_out(pairing.choices) else "no")
    head = tuple(
        say.text(f"comparison-head-{name}") for name in ("outlet", "side", "articles", "first", "days", "state")
    )
    return Table(caption, head, rows, frozenset({2, 4}))


def _side_by_side(pairing: Pairing, compared: Comparison, refusal: Refusal) -> tuple[Section, ...]:
    """Few articles: what each says, day by day, and then aspect by aspect, or every card; the refusal in words; no test."""
    ctx, say = pairing.ctx, pairing.ctx.say
    contrast = () if compared.sides[0].coder else contrasted(ctx, compared.cards)
    days, articles = (aligned(pairing, compared, ""),), contrast or _faced(pairing, compared)
    return (
        squares_section(pairing, refusal, compared.cards),
        Section("aligned", say.text("comparison-aligned"), days, language=ctx.language),
        Section("articles", say.text("comparison-articles"), articles, language=ctx.language),
    )


def _faced(pairing: Pairing, compared: Comparison) -> tuple[Block, ...]:
    """The articles of both sides in two columns, a row per day; of two readings of the same articles each once."""
    names = compared.cards["article"].unique(maintain_order=True).to_list()
    by_name = dict(zip(names, rows(pairing.ctx, names), strict=True))
    one, other = compared.sides
    if one.coder:
        return (Records(tuple(by_name.values())),)
    days = []
    for day, held in _by_day(compared.cards):
        first, second = (
            tuple(by_name[row["article"]] for row in held if row["side"] == side.name) for side in (one, other)
        )
        days.append((line(_when(pairing.ctx, day)), first, second))
    return (Facing((side_name(pairing.ctx, one), side_name(pairing.ctx, other)), tuple(days)),)


def _when(ctx: Context, day: object) -> str:
    return _day(ctx, day).replace(" ", "\xa0") if isinstance(day, date) else ctx.say.text("comparison-undated")


def _day(ctx: Context, day: date) -> str:
    return ctx.say.text("comparison-day", day=day)


def aligned(pairing: Pairing, compared: Comparison, page: str) -> Table:
    """A row per day, a column per side; each article links to its card."""
    ctx, say = pairing.ctx, pairing.ctx.say
    rows = []
    for day, held in _by_day(compared.cards):
        summaries = [
            joined([_summary(pairing, row, page) for row in held if row["side"] == side.name], " · ")
            for side in compared.sides
        ]
        known = {tuple(row[name] for name in GAP) for row in held if row["days"] is not None}
        gaps = sorted(known, key=lambda days: [(end is not None, end) for end in days])
        rows.append(
            (
                line(_when(ctx, day)),
                line(", ".join(gap(days, first, last, say) for days, first, last in gaps) or "–"),
                *summaries,
            )
        )
    sides = (side_name(ctx, side) for side in compared.sides)
    head = (say.text("comparison-head-day"), say.text("comparison-head-from-own"), *sides)
    return Table(say.text("comparison-card-links"), head, tuple(rows))


def _by_day(cards: pl.DataFrame) -> Iterator[tuple[object, list[dict[str, Any]]]]:
    """The cards of each day, which are sorted by day."""
    for day, held in groupby(cards.to_dicts(), itemgetter("published")):
        yield day, list(held)


def _summary(pairing: Pairing, row: dict[str, object], page: str) -> Line:
    name, ctx = str(row["article"]), pairing.ctx
    frame = Run(ctx.frame_label(str(row["primary"])), "", strong=True)
    told = ctx.say("comparison-summary", paper=Link(ctx.outlet_short(str(row["outlet"])), page, name), frame=frame)
    if page:
        return told
    scores = [
        ctx.say.text("comparison-score", scale=label, value=ctx.value_label(variable, row[column(variable)]))
        for variable, label in ctx.style.variables.items()
        if row.get(column(variable)) is not None and variable in pairing.material.scales
    ]
    between = ctx.say.text("comparison-semicolon")
    return told if not scores else line(told, between, between.join(scores))


def nearest(pairing: Pairing, unmatched: Unmatched) -> list[Section]:
    """The closest pairs of different events; nothing where there are none."""
    if unmatched.nearest.is_empty():
        return []
    ctx, say = pairing.ctx, pairing.ctx.say
    rows = tuple(
        (
            event_link(pairing.ctx, row["event_a"]),
            number(row["articles_a"], row["records_a"]),
            event_link(pairing.ctx, row["event_b"]),
            number(row["articles_b"], row["records_b"]),
            line(apart(row["days_apart"], row["days_apart_most"], say)),
            line("–" if row["articles_apart"] is None else str(row["articles_apart"])),
            event_link(pairing.ctx, row["umbrella"]) if row["umbrella"] else line(say.text("comparison-none")),
        )
        for row in unmatched.nearest.to_dicts()
    )
    one, other = heads(ctx, pairing.pair)
    articles = say.text("comparison-head-articles")
    first, second = (
        say.text(f"comparison-head-by-{place}", side=side) for place, side in (("first", one), ("second", other))
    )
    rest = (say.text(f"comparison-head-{name}") for name in ("days-apart", "articles-apart", "umbrella"))
    table = Table(
        say.text("comparison-nearest-caption"),
        (first, articles, second, articles, *rest),
        rows,
        frozenset({1, 3, 4, 5}),
    )
    section = Section("nearest", say.text("comparison-nearest"), (table,), language=ctx.language)
    return [folded(section, say.text("comparison-nearest-summary", pairs=len(rows)))]


def told_no_match(pairing: Pairing, unmatched: Unmatched, event: str = "") -> Line:
    """Why two sides cannot be compared, and what would have to be collected; ``event`` is the one that was asked for."""
    ctx, pair = pairing.ctx, pairing.pair
    told: dict[str, Any] = names(ctx, pair) | {"before": BEFORE.days, "after": AFTER.days}
    if event:
        held = unmatched.coverage.filter(pl.col("with_parts") > 0)["side"].to_list()
        missing = [side_name(ctx, side) for side in pair if side.name not in held]
        row = ctx.events.row(by_predicate=pl.col("event").cast(pl.String) == event, named=True)
        dated = told_dated(ctx, event, row["first"], row["last"])
        kind = "event" if missing else "outside"
        return ctx.say("refusals-no_matched_event", **told, kind=kind, missing=missing, event=dated)
    if unmatched.nearest.is_empty():
        return ctx.say("refusals-no_matched_event", **told, kind="nothing")
    best = unmatched.nearest.row(0, named=True)
    one, other = (told_dated(ctx, *(best[f"{name}_{side}"] for name in ("event", "first", "last"))) for side in "ab")
    return ctx.say("refusals-no_matched_event", **told, kind="nearest", event=one, second=other)
