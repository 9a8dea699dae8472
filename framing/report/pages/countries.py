"""Two countries, or any two sides, over all events: what both cover, event by event and all together."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import polars as pl

from framing.analysis.floors import SIDE
from framing.analysis.table import parents
from framing.compare.overview import each_event
from framing.compare.result import Comparison, Meeting, compare_on, meeting
from framing.compare.sides import pairs, sides, written_country
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Link, Page, Paragraph, Section, Table, line
from framing.report.briefs.compared import compared_in_brief
from framing.report.context import Context
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.names import country_name
from framing.report.pages.comparison import aligned, articles_on, event_comparison, nearest, told_no_match
from framing.report.pages.many_sides import compared_pairs, many_sides_section
from framing.report.pairing import (
    Pairing,
    both_cover,
    countries,
    country_pair,
    country_sides,
    other_countries,
    over_all_events,
    pair_title,
)
from framing.report.pairing import pairing as paired
from framing.report.sections.comparison import answer_section, detail_sections, evidence_sections
from framing.report.sections.families import OVERVIEW
from framing.report.sections.over_time import curve, cuts
from framing.report.sections.papers import distances, peers
from framing.report.sections.squares import squares_section
from framing.report.sides import heads, names, told_listing
from framing.report.speech import Target
from framing.report.wording import decimals, p_words, refused
from framing.study.umbrellas import under


def comparison_makers(pairing: Pairing) -> list[Callable[[], Page]]:
    """What makes the overview of two sides, and a page per event that both cover, directly or through its parts."""
    return [partial(overview_page, pairing), *event_makers(pairing)]


def event_makers(pairing: Pairing) -> list[Callable[[], Page]]:
    """What makes a page per event that both sides cover, directly or through its parts."""
    met = _met(pairing)
    return [partial(_matched_page, pairing, met, event) for event in both_cover(pairing)["event"]]


def _met(pairing: Pairing) -> Meeting:
    met = meeting(pairing.material, pairing.pair, pairing.choices)
    assert isinstance(met, Meeting)
    return met


def _matched_page(pairing: Pairing, met: Meeting, event: str) -> Page:
    return event_comparison(pairing, event, _matched(pairing, met, event))


def _matched(pairing: Pairing, met: Meeting, event: str) -> Comparison:
    compared = compare_on(pairing.material, met, event, pairing.pair, pairing.choices)
    assert isinstance(compared, Comparison)
    return compared


def overview_page(pairing: Pairing) -> Page:
    """Two sides over all events, the papers against one another, and before and after the cuts of the study."""
    compared = over_all_events(pairing)
    if isinstance(compared, Comparison):
        answer, events, *rest = _compared(pairing, compared)
        parts = [answer, events, *_other_countries(pairing), *rest]
    elif isinstance(compared, Unmatched):
        parts = _not_matched(pairing, compared)
    else:
        title = pairing.ctx.say.text("countries-together")
        parts = [Section("together", title, (refused(compared, ctx=pairing.ctx),), language=pairing.ctx.language)]
    if not pairing.pair[0].coder:
        parts += [peers(pairing), distances(pairing)]
    lead = tuple(Paragraph(text) for text in _lead(pairing))
    about = Section("sides", pairing.ctx.say.text("countries-sides"), lead, language=pairing.ctx.language)
    return Page(OVERVIEW, _title(pairing), (), (compared_in_brief(pairing, compared), *parts, about))


def _compared(pairing: Pairing, compared: Comparison) -> list[Section]:
    """The answer, event by event, what else is known, and the details folded; or what a few articles can show."""
    over_time = [] if pairing.pair[0].coder else [curve(pairing), cuts(pairing)]
    if isinstance(compared.frames, Refusal):
        return [squares_section(pairing, compared.frames), _events(pairing, compared), *over_time]
    return [
        answer_section(pairing, compared, ""),
        _events(pairing, compared),
        *evidence_sections(pairing, compared),
        *over_time,
        *detail_sections(pairing, compared, ""),
    ]


MOST = 6
"""Countries of which the report compares every pair: those with most articles."""


def _other_countries(pairing: Pairing) -> list[Section]:
    """Every pair of countries, where the study has more than two and the page compares the first two."""
    ranked = [written_country(code) for code, count in countries(pairing.ctx) if count]
    chosen = sides(",".join(ranked[:MOST]), pairing.ctx.corpus.tables.outlets) if len(ranked) > 2 else None
    if not _national(pairing) or chosen is None or isinstance(chosen, Refusal):
        return []
    made = [paired(pairing.ctx, pair) for pair in pairs(chosen)]
    return [many_sides_section(compared_pairs([one for one in made if isinstance(one, Pairing)]))]


def _title(pairing: Pairing) -> str:
    """The sides as a heading: the two countries of the study by their names, others by the names of their sides."""
    one, other = heads(pairing.ctx, pairing.pair)
    return pair_title(pairing.ctx) if _national(pairing) else pairing.ctx.say.text("title-pair", one=one, other=other)


def _national(pairing: Pairing) -> bool:
    """Whether the sides are the two countries of the study."""
    return ",".join(side.name for side in pairing.pair) == country_sides(pairing.ctx)


def _lead(pairing: Pairing) -> Iterator[Line]:
    """Which outlets are meant, and what else distinguishes them besides the names of the sides."""
    ctx, say, named = pairing.ctx, pairing.ctx.say, names(pairing.ctx, pairing.pair)
    if pairing.pair[0].coder:
        yield say("countries-readings", **named)
        return
    homes = [{ctx.outlet(name)["country"] for name in side.outlets} for side in pairing.pair]
    yield say("countries-compared", **named, same="yes" if homes[0] & homes[1] else "no")
    for side in (side for side in pairing.pair if side.listing):
        yield told_listing(ctx, side)
    if _national(pairing) and (rest := other_countries(ctx)):
        yield _others(ctx, rest)


def _others(ctx: Context, rest: Sequence[tuple[str, int]]) -> Line:
    """Which countries are not compared, and how to ask for them."""
    told: list[Any] = [
        ctx.say("countries-other", country=country_name(code, ctx.language), articles=count) for code, count in rest
    ]
    one, other, third = (written_country(code) for code in (*(country_pair(ctx) or ()), rest[0][0]))
    return ctx.say("countries-others", countries=told, one=one, other=other, third=third)


def _events(pairing: Pairing, compared: Comparison) -> Section:
    """Event by event: a forest where there are enough articles, each test folded, and the wider events."""
    ctx, say = pairing.ctx, pairing.ctx.say
    events = each_event(pairing.material, pairing.pair, pairing.choices)
    title = say.text("countries-events-readings" if pairing.pair[0].coder else "countries-events")
    if isinstance(events, Refusal):
        return Section("events", title, (refused(events, ctx=ctx),), language=ctx.language)
    umbrellas = both_cover(pairing).filter(pl.col("level") == "parts")
    tested = events["p"].drop_nulls().len()
    forest = _forest(pairing, compared)
    if tested:
        told, each = say.text("countries-events-tested", tests=tested), _event_table(pairing, events)
    else:
        told = say.text("countries-events-untested", events=events.height)
        head, caption = say.text("countries-head-event"), say.text("countries-events-caption")
        each = _counts_table(pairing, events, lambda event: [event], head, caption)
    wider = say.text("countries-umbrellas-summary", events=umbrellas.height)
    more = (Details(wider, (_umbrella_table(pairing, umbrellas),)),) if umbrellas.height else ()
    return Section("events", title, (*forest, Details(told, (each,)), *more), family=tested, language=ctx.language)


def _forest(pairing: Pairing, compared: Comparison) -> tuple[Block, ...]:
    """The difference on each event, and in one sentence on how many events the sides differ by themselves."""
    if isinstance(compared.frames, Refusal):
        return ()
    return (figure("compare-events", ComparedFrames(pairing, compared, compared.frames), pairing.ctx),)


def _event_table(pairing: Pairing, events: pl.DataFrame) -> Table:
    ctx, say = pairing.ctx, pairing.ctx.say
    rows = tuple(
        (
            (Link(ctx.event_label(row["event"]), f"compare-{row['event']}"),),
            *(articles_on(pairing.chosen.articles, [row["event"]], side.name) for side in pairing.pair),
            line(p_words(row["p"], say)),
            line(p_words(row["smallest_p"], say)),
            line("–" if row["distance"] is None else decimals(f"{row['distance']:.2f} ({row['null_mean']:.2f})", say)),
            line(p_words(row["q_bh"], say)),
            line(p_words(row["q_by"], say)),
        )
        for row in events.to_dicts()
    )
    event, smallest, distance = (say.text(f"countries-head-{name}") for name in ("event", "smallest", "distance"))
    head = (event, *heads(ctx, pairing.pair), say.text("comparison-head-p"), smallest, distance, "q BH", "q BY")
    caption = say.text("countries-tests-caption", tests=events["p"].drop_nulls().len(), least=SIDE)
    return Table(caption, head, rows, frozenset(range(1, 8)))


def _umbrella_table(pairing: Pairing, umbrellas: pl.DataFrame) -> Table:
    say, above = pairing.ctx.say, parents(pairing.ctx.events)
    head, caption = say.text("countries-head-umbrella"), say.text("countries-umbrellas-caption")
    return _counts_table(pairing, umbrellas, lambda event: under(event, above), head, caption)


def _counts_table(
    pairing: Pairing, events: pl.DataFrame, about: Callable[[str], Sequence[str]], head: str, caption: str
) -> Table:
    """Events with the articles of each side and no other number; ``about`` gives the events whose articles count for one."""
    rows = tuple(
        (
            (Link(pairing.ctx.event_label(row["event"]), f"compare-{row['event']}"),),
            *(articles_on(pairing.chosen.articles, about(row["event"]), side.name) for side in pairing.pair),
        )
        for row in events.to_dicts()
    )
    return Table(caption, (head, *heads(pairing.ctx, pairing.pair)), rows, frozenset({1, 2}))


def _not_matched(pairing: Pairing, unmatched: Unmatched) -> list[Section]:
    """That nothing can be compared and what that would need, what can be shown, and what comes nearest."""
    ctx, say = pairing.ctx, pairing.ctx.say
    sections = [squares_section(pairing, told_no_match(pairing, unmatched))]
    if unmatched.umbrellas.height:
        blocks = (Paragraph(say("countries-umbrellas-intro")), _umbrella_table(pairing, unmatched.umbrellas))
        sections.append(Section("umbrellas", say.text("countries-umbrellas"), blocks, language=ctx.language))
        met = _met(pairing)
        sections += [_offered(pairing, met, row["event"]) for row in unmatched.umbrellas.to_dicts()]
    return [*sections, *nearest(pairing, unmatched), cuts(pairing)]


def _offered(pairing: Pairing, met: Meeting, event: str) -> Section:
    """One umbrella event that both cover: the articles in two columns, and a link to its page with every card."""
    ctx, compared = pairing.ctx, _matched(pairing, met, event)
    link = Paragraph(ctx.say("countries-every-card", event=ctx.event_label(event), page=Target(f"compare-{event}")))
    page = f"compare-{event}" if isinstance(compared.frames, Refusal) else "records"
    blocks = (aligned(pairing, compared, page), link)
    return Section(f"umbrella-{event}", ctx.event_label(event), blocks, 3, language=ctx.language)
