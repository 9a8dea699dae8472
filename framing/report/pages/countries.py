"""Two countries, or any two sides, over all events: what both cover, event by event and all together."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import polars as pl

from framing.analysis.floors import SIDE
from framing.analysis.table import parents
from framing.compare.chance.permutation import ABOUT
from framing.compare.overview import each_event
from framing.compare.result import Comparison, compare_event
from framing.compare.sampling import statement
from framing.compare.sides import pairs, sides, written_country
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Link, Page, Paragraph, Section, Table, line
from framing.report.briefs.compared import compared_in_brief
from framing.report.context import plural
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import (
    Ground,
    alike,
    both_cover,
    countries,
    country_sides,
    over_all_events,
    pair_title,
    told_of_others,
)
from framing.report.pages.comparison import aligned, articles_on, event_comparison, nearest
from framing.report.pages.many_sides import compared_pairs, many_sides_section
from framing.report.sections.comparison import answer_section, detail_sections, evidence_sections
from framing.report.sections.families import OVERVIEW
from framing.report.sections.over_time import curve, cuts
from framing.report.sections.papers import distances, peers
from framing.report.sections.squares import squares_section
from framing.report.wording import p_words, refused
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
        parts = [Section("together", "All events together", (refused(compared),))]
    if not ground.pair[0].coder:
        parts += [peers(ground), distances(ground)]
    about = Section("sides", "The sides", tuple(Paragraph(text) for text in _lead(ground)))
    return Page(OVERVIEW, _title(ground), (), (compared_in_brief(ground, compared), *parts, about))


def _compared(ground: Ground, compared: Comparison) -> list[Section]:
    """The answer, event by event, what else is known, and the details folded; or what a few articles can show."""
    over_time = [] if ground.pair[0].coder else [curve(ground), cuts(ground)]
    if isinstance(compared.frames, Refusal):
        return [squares_section(ground, compared.frames, compared.sampling), _events(ground, compared), *over_time]
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
    one, other = ground.pair
    return pair_title(ground.ctx) if _national(ground) else f"{one.head} and {other.head}"


def _national(ground: Ground) -> bool:
    """Whether the sides are the two countries of the study."""
    return ",".join(side.name for side in ground.pair) == country_sides(ground.ctx)


def _lead(ground: Ground) -> Iterator[Line]:
    """Which outlets are meant, and what else distinguishes them besides the names of the sides."""
    one, other = ground.pair
    if one.coder:
        yield line(f"{one.words} compared with {other.words}: two readings of the same articles.")
        return
    homes = [{ground.ctx.outlet(name)["country"] for name in side.outlets} for side in ground.pair]
    caution = "" if homes[0] & homes[1] else "; a difference may be due to the owner as well as the country"
    yield line(f"{one.words} compared with {other.words}: outlets, not countries{caution}.")
    for side in (side for side in ground.pair if side.listing):
        yield line(f"{side.words}: {side.listing}.")
    if _national(ground) and (others := told_of_others(ground.ctx)):
        yield line(f"{others} These are options of `framing compare --all --output DIR`.")


def _events(ground: Ground, compared: Comparison) -> Section:
    """Event by event: a forest where there are enough articles, each test folded, and the wider events."""
    events = each_event(ground.material, ground.pair, ground.choices)
    title = "Events that both read" if ground.pair[0].coder else "Event by event"
    if isinstance(events, Refusal):
        return Section("events", title, (refused(events),))
    umbrellas = both_cover(ground).filter(pl.col("level") == "parts")
    tested = events["p"].drop_nulls().len()
    forest = _forest(ground, compared)
    if tested:
        told = f"Each event by itself: {plural(tested, 'test')} with p and q"
        each = _event_table(ground, events)
    else:
        told = f"{plural(events.height, 'event')} with the articles of each side; none has enough for a test"
        each = _counts_table(ground, events, lambda event: [event], "Event", "Articles on each event.")
    wider = f"{plural(umbrellas.height, 'wider event')} that both cover through parts"
    more = (Details(wider, (_umbrella_table(ground, umbrellas),)),) if umbrellas.height else ()
    return Section("events", title, (*forest, Details(told, (each,)), *more), family=tested)


def _forest(ground: Ground, compared: Comparison) -> tuple[Block, ...]:
    """The difference on each event, and in one sentence on how many events the sides differ by themselves."""
    if isinstance(compared.frames, Refusal):
        return ()
    return (figure("compare-events", ComparedFrames(ground, compared, compared.frames), ground.ctx.style),)


def _event_table(ground: Ground, events: pl.DataFrame) -> Table:
    rows = tuple(
        (
            (Link(row["label"], f"compare-{row['event']}"),),
            *(articles_on(ground.chosen.articles, [row["event"]], side.name) for side in ground.pair),
            line(p_words(row["p"])),
            line(p_words(row["smallest_p"])),
            line("–" if row["distance"] is None else f"{row['distance']:.2f} ({row['null_mean']:.2f})"),
            line(p_words(row["q_bh"])),
            line(p_words(row["q_by"])),
        )
        for row in events.to_dicts()
    )
    tested = events["p"].drop_nulls().len()
    sides = [side.head for side in ground.pair]
    head = ("Event", *sides, "p, articles", "smallest p", "distance (by chance)", "q BH", "q BY")
    caption = (
        f"Primary frames on each event separately; the m = {tested} tests are one family. Articles are exchanged: p is about {ABOUT}. "
        f"Smallest p: what so many articles could give at best. A dash: a side has fewer than {SIDE} articles (a shared description "
        "counts once), or no p could reach .05."
    )
    return Table(caption, head, rows, frozenset(range(1, 8)))


def _umbrella_table(ground: Ground, umbrellas: pl.DataFrame) -> Table:
    caption = "Umbrella events that both sides cover through their parts, with the articles on these."
    above = parents(ground.ctx.events)
    return _counts_table(ground, umbrellas, lambda event: under(event, above), "Umbrella event", caption)


def _counts_table(
    ground: Ground, events: pl.DataFrame, about: Callable[[str], Sequence[str]], head: str, caption: str
) -> Table:
    """Events with the articles of each side and no other number; ``about`` gives the events whose articles count for one."""
    rows = tuple(
        (
            (Link(row["label"], f"compare-{row['event']}"),),
            *(articles_on(ground.chosen.articles, about(row["event"]), side.name) for side in ground.pair),
        )
        for row in events.to_dicts()
    )
    return Table(caption, (head, *(side.head for side in ground.pair)), rows, frozenset({1, 2}))


def _not_matched(ground: Ground, unmatched: Unmatched) -> list[Section]:
    """That nothing can be compared and what that would need, what can be shown, and what comes nearest."""
    one, other = (side.words for side in ground.pair)
    sentence = f"{one} and {other} cover no event in common, so their framing cannot be compared."
    needed = Refusal("no_matched_event", sentence, unmatched.refusal.need)
    sampling = statement(ground.chosen.articles, ground.choices.treat_as)
    sections = [squares_section(ground, needed, sampling)]
    if unmatched.umbrellas.height:
        intro = "Both sides cover these umbrella events, but through different parts."
        table = _umbrella_table(ground, unmatched.umbrellas)
        sections.append(Section("umbrellas", "Wider events that both cover", (Paragraph(line(intro)), table)))
        sections += [_offered(ground, row["event"]) for row in unmatched.umbrellas.to_dicts()]
    return [*sections, *nearest(ground, unmatched), cuts(ground)]


def _offered(ground: Ground, event: str) -> Section:
    """One umbrella event that both cover: the articles in two columns, and a link to its page with every card."""
    compared = compare_event(ground.material, event, ground.pair, ground.choices)
    label = ground.ctx.event(event)["labels"]["en"]
    assert isinstance(compared, Comparison)
    link = Paragraph(line("With every card: ", Link(f"Compared: {label}", f"compare-{event}"), "."))
    page = f"compare-{event}" if isinstance(compared.frames, Refusal) else "records"
    return Section(f"umbrella-{event}", label, (aligned(ground, compared, page), link), 3)
