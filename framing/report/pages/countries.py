"""Two countries, or any two sides, over all events: what both cover, event by event and all together."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import polars as pl

from framing.analysis.floors import SIDE
from framing.analysis.table import parents
from framing.compare.overview import each_event
from framing.compare.result import Comparison, compare_event
from framing.compare.sides import pairs, sides, written_country
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Link, Page, Paragraph, Section, Table, line
from framing.report.briefs.compared import compared_in_brief
from framing.report.context import Context
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import (
    Ground,
    alike,
    both_cover,
    countries,
    country_pair,
    country_sides,
    other_countries,
    over_all_events,
    pair_title,
)
from framing.report.names import country_name
from framing.report.pages.comparison import aligned, articles_on, event_comparison, nearest, told_no_match
from framing.report.pages.many_sides import compared_pairs, many_sides_section
from framing.report.sections.comparison import answer_section, detail_sections, evidence_sections
from framing.report.sections.families import OVERVIEW
from framing.report.sections.over_time import curve, cuts
from framing.report.sections.papers import distances, peers
from framing.report.sections.squares import squares_section
from framing.report.sides import heads, names, told_listing
from framing.report.speech import Target
from framing.report.wording import decimals, p_words, refused
from framing.study.umbrellas import under


def comparison_makers(ground: Ground) -> list[Callable[[], Page]]:
    """What makes the overview of two sides, and a page per event that both cover, directly or through its parts."""
    return [partial(overview_page, ground), *event_makers(ground)]


def event_makers(ground: Ground) -> list[Callable[[], Page]]:
    """What makes a page per event that both sides cover, directly or through its parts."""
    return [partial(_matched_page, ground, event) for event in both_cover(ground)["event"]]


def _matched_page(ground: Ground, event: str) -> Page:
    compared = compare_event(ground.material, event, ground.pair, ground.choices)
    assert isinstance(compared, Comparison)
    return event_comparison(ground, event, compared)


def overview_page(ground: Ground) -> Page:
    """Two sides over all events, the papers against one another, and before and after the cuts of the study."""
    compared = over_all_events(ground)
    if isinstance(compared, Comparison):
        answer, events, *rest = _compared(ground, compared)
        parts = [answer, events, *_other_countries(ground), *rest]
    elif isinstance(compared, Unmatched):
        parts = _not_matched(ground, compared)
    else:
        title = ground.ctx.say.text("countries-together")
        parts = [Section("together", title, (refused(compared, ctx=ground.ctx),), language=ground.ctx.language)]
    if not ground.pair[0].coder:
        parts += [peers(ground), distances(ground)]
    lead = tuple(Paragraph(text) for text in _lead(ground))
    about = Section("sides", ground.ctx.say.text("countries-sides"), lead, language=ground.ctx.language)
    return Page(OVERVIEW, _title(ground), (), (compared_in_brief(ground, compared), *parts, about))


def _compared(ground: Ground, compared: Comparison) -> list[Section]:
    """The answer, event by event, what else is known, and the details folded; or what a few articles can show."""
    over_time = [] if ground.pair[0].coder else [curve(ground), cuts(ground)]
    if isinstance(compared.frames, Refusal):
        return [squares_section(ground, compared.frames), _events(ground, compared), *over_time]
    return [
        answer_section(ground, compared, ""),
        _events(ground, compared),
        *evidence_sections(ground, compared),
        *over_time,
        *detail_sections(ground, compared, ""),
    ]


MOST = 6
"""Countries of which the report compares every pair: those with most articles."""


def _other_countries(ground: Ground) -> list[Section]:
    """Every pair of countries, where the study has more than two and the page compares the first two."""
    ranked = [written_country(code) for code, count in countries(ground.ctx) if count]
    chosen = sides(",".join(ranked[:MOST]), ground.ctx.corpus.tables.outlets) if len(ranked) > 2 else None
    if not _national(ground) or chosen is None or isinstance(chosen, Refusal):
        return []
    made = [alike(ground, pair) for pair in pairs(chosen)]
    return [many_sides_section(compared_pairs([one for one in made if isinstance(one, Ground)]))]


def _title(ground: Ground) -> str:
    """The sides as a heading: the two countries of the study by their names, others by the names of their sides."""
    one, other = heads(ground.ctx, ground.pair)
    return pair_title(ground.ctx) if _national(ground) else ground.ctx.say.text("title-pair", one=one, other=other)


def _national(ground: Ground) -> bool:
    """Whether the sides are the two countries of the study."""
    return ",".join(side.name for side in ground.pair) == country_sides(ground.ctx)


def _lead(ground: Ground) -> Iterator[Line]:
    """Which outlets are meant, and what else distinguishes them besides the names of the sides."""
    ctx, say, named = ground.ctx, ground.ctx.say, names(ground.ctx, ground.pair)
    if ground.pair[0].coder:
        yield say("countries-readings", **named)
        return
    homes = [{ctx.outlet(name)["country"] for name in side.outlets} for side in ground.pair]
    yield say("countries-compared", **named, same="yes" if homes[0] & homes[1] else "no")
    for side in (side for side in ground.pair if side.listing):
        yield told_listing(ctx, side)
    if _national(ground) and (rest := other_countries(ctx)):
        yield _others(ctx, rest)


def _others(ctx: Context, rest: Sequence[tuple[str, int]]) -> Line:
    """Which countries are not compared, and how to ask for them."""
    told: list[Any] = [
        ctx.say("countries-other", country=country_name(code, ctx.language), articles=count) for code, count in rest
    ]
    one, other, third = (written_country(code) for code in (*(country_pair(ctx) or ()), rest[0][0]))
    return ctx.say("countries-others", countries=told, one=one, other=other, third=third)


def _events(ground: Ground, compared: Comparison) -> Section:
    """Event by event: a forest where there are enough articles, each test folded, and the wider events."""
    ctx, say = ground.ctx, ground.ctx.say
    events = each_event(ground.material, ground.pair, ground.choices)
    title = say.text("countries-events-readings" if ground.pair[0].coder else "countries-events")
    if isinstance(events, Refusal):
        return Section("events", title, (refused(events, ctx=ctx),), language=ctx.language)
    umbrellas = both_cover(ground).filter(pl.col("level") == "parts")
    tested = events["p"].drop_nulls().len()
    forest = _forest(ground, compared)
    if tested:
        told, each = say.text("countries-events-tested", tests=tested), _event_table(ground, events)
    else:
        told = say.text("countries-events-untested", events=events.height)
        head, caption = say.text("countries-head-event"), say.text("countries-events-caption")
        each = _counts_table(ground, events, lambda event: [event], head, caption)
    wider = say.text("countries-umbrellas-summary", events=umbrellas.height)
    more = (Details(wider, (_umbrella_table(ground, umbrellas),)),) if umbrellas.height else ()
    return Section("events", title, (*forest, Details(told, (each,)), *more), family=tested, language=ctx.language)


def _forest(ground: Ground, compared: Comparison) -> tuple[Block, ...]:
    """The difference on each event, and in one sentence on how many events the sides differ by themselves."""
    if isinstance(compared.frames, Refusal):
        return ()
    return (figure("compare-events", ComparedFrames(ground, compared, compared.frames), ground.ctx),)


def _event_table(ground: Ground, events: pl.DataFrame) -> Table:
    ctx, say = ground.ctx, ground.ctx.say
    rows = tuple(
        (
            (Link(ctx.event_label(row["event"]), f"compare-{row['event']}"),),
            *(articles_on(ground.chosen.articles, [row["event"]], side.name) for side in ground.pair),
            line(p_words(row["p"], say)),
            line(p_words(row["smallest_p"], say)),
            line("–" if row["distance"] is None else decimals(f"{row['distance']:.2f} ({row['null_mean']:.2f})", say)),
            line(p_words(row["q_bh"], say)),
            line(p_words(row["q_by"], say)),
        )
        for row in events.to_dicts()
    )
    event, smallest, distance = (say.text(f"countries-head-{name}") for name in ("event", "smallest", "distance"))
    head = (event, *heads(ctx, ground.pair), say.text("comparison-head-p"), smallest, distance, "q BH", "q BY")
    caption = say.text("countries-tests-caption", tests=events["p"].drop_nulls().len(), least=SIDE)
    return Table(caption, head, rows, frozenset(range(1, 8)))


def _umbrella_table(ground: Ground, umbrellas: pl.DataFrame) -> Table:
    say, above = ground.ctx.say, parents(ground.ctx.events)
    head, caption = say.text("countries-head-umbrella"), say.text("countries-umbrellas-caption")
    return _counts_table(ground, umbrellas, lambda event: under(event, above), head, caption)


def _counts_table(
    ground: Ground, events: pl.DataFrame, about: Callable[[str], Sequence[str]], head: str, caption: str
) -> Table:
    """Events with the articles of each side and no other number; ``about`` gives the events whose articles count for one."""
    rows = tuple(
        (
            (Link(ground.ctx.event_label(row["event"]), f"compare-{row['event']}"),),
            *(articles_on(ground.chosen.articles, about(row["event"]), side.name) for side in ground.pair),
        )
        for row in events.to_dicts()
    )
    return Table(caption, (head, *heads(ground.ctx, ground.pair)), rows, frozenset({1, 2}))


def _not_matched(ground: Ground, unmatched: Unmatched) -> list[Section]:
    """That nothing can be compared and what that would need, what can be shown, and what comes nearest."""
    ctx, say = ground.ctx, ground.ctx.say
    sections = [squares_section(ground, told_no_match(ground, unmatched))]
    if unmatched.umbrellas.height:
        blocks = (Paragraph(say("countries-umbrellas-intro")), _umbrella_table(ground, unmatched.umbrellas))
        sections.append(Section("umbrellas", say.text("countries-umbrellas"), blocks, language=ctx.language))
        sections += [_offered(ground, row["event"]) for row in unmatched.umbrellas.to_dicts()]
    return [*sections, *nearest(ground, unmatched), cuts(ground)]


def _offered(ground: Ground, event: str) -> Section:
    """One umbrella event that both cover: the articles in two columns, and a link to its page with every card."""
    ctx = ground.ctx
    compared = compare_event(ground.material, event, ground.pair, ground.choices)
    assert isinstance(compared, Comparison)
    link = Paragraph(ctx.say("countries-every-card", event=ctx.event_label(event), page=Target(f"compare-{event}")))
    page = f"compare-{event}" if isinstance(compared.frames, Refusal) else "records"
    blocks = (aligned(ground, compared, page), link)
    return Section(f"umbrella-{event}", ctx.event_label(event), blocks, 3, language=ctx.language)
