"""Two countries, or any two sides, over all events: what both cover, event by event and all together."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import polars as pl

from framing.analysis.table import parents
from framing.compare.chance.permutation import ABOUT
from framing.compare.frames import FrameComparison
from framing.compare.overview import each_event
from framing.compare.result import Comparison, compare_event
from framing.compare.sampling import statement, untested
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Link, Page, Paragraph, Section, Table, line
from framing.report.briefs.compared import compared_in_brief
from framing.report.ground import Ground, both_cover, country_sides, over_all_events, pair_title, told_of_others
from framing.report.pages.comparison import aligned, articles_on, event_comparison, nearest
from framing.report.sections.comparison import evidence_sections
from framing.report.sections.families import OVERVIEW
from framing.report.sections.over_time import curve, cuts
from framing.report.sections.papers import distances, peers
from framing.report.wording import p_words, refused, sampling_note
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
    parts: list[Section] = []
    if isinstance(compared, Comparison):
        parts.append(_matched(ground))
        if isinstance(compared.frames, FrameComparison):
            parts += _evidence(ground, compared)
        else:
            parts.append(
                Section("together", "All events together", (refused(compared.frames), sampling_note(compared.sampling)))
            )
    elif isinstance(compared, Unmatched):
        parts += _not_matched(ground, compared)
    else:
        parts.append(Section("together", "All events together", (refused(compared),)))
    if not ground.pair[0].coder:
        parts += [peers(ground), distances(ground), cuts(ground)]
    sides = Section("sides", "The sides", tuple(Paragraph(text) for text in _lead(ground)))
    return Page(OVERVIEW, _title(ground), (), (compared_in_brief(ground, compared), sides, *parts))


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


def _evidence(ground: Ground, compared: Comparison) -> list[Section]:
    """The sections on all events together, with the curve by days from the event in its place."""
    sections = list(evidence_sections(ground, compared, ""))
    place = [section.place for section in sections].index("positions")
    return [*sections[:place], curve(ground), *sections[place:]]


def _matched(ground: Ground) -> Section:
    events = each_event(ground.material, ground.pair, ground.choices)
    title = "Events that both read" if ground.pair[0].coder else "Events that both cover"
    if isinstance(events, Refusal):
        return Section("events", title, (refused(events),))
    umbrellas = both_cover(ground).filter(pl.col("level") == "parts")
    more = (_umbrella_table(ground, umbrellas),) if umbrellas.height else ()
    refusal = untested(ground.chosen.articles, ground.choices.treat_as)
    if refusal and events["distance"].is_null().all():
        counts = _counts_table(ground, events, lambda event: [event], "Event", "Articles on each event.")
        return Section("events", title, (refused(refusal), counts, *more))
    rows = tuple(
        (
            (Link(row["label"], f"compare-{row['event']}"),),
            *(articles_on(ground.chosen.articles, [row["event"]], side.name) for side in ground.pair),
            line(p_words(row["p"])),
            line(p_words(row["smallest_p"])),
            line("–" if row["distance"] is None else f"{row['distance']:.2f} ({row['null_mean']:.2f})"),
            line(p_words(row["q_bh"])),
            line(p_words(row["q_by"])),
            line(row["refused"] or ""),
        )
        for row in events.to_dicts()
    )
    tested = events["p"].drop_nulls().len()
    sides = [side.head for side in ground.pair]
    head = ("Event", *sides, "p, articles", "smallest p", "distance (by chance)", "q BH", "q BY", "no number because")
    caption = f"Primary frames on each event separately; the m = {tested} tests are one family. Articles are exchanged: p is about {ABOUT}."
    sampling = sampling_note(statement(ground.chosen.articles, ground.choices.treat_as))
    table = Table(caption, head, rows, frozenset(range(1, 8)))
    return Section("events", title, (sampling, table, *more), family=tested)


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
    one, other = (side.words for side in ground.pair)
    sentence = f"{one} and {other} cover no event in common, so their framing cannot be compared."
    blocks: list[Block] = [
        Paragraph(line(sentence), "refusal"),
        Paragraph(line(f"Needed: {unmatched.refusal.need}")),
    ]
    sections = [Section("events", "Events that both cover", tuple(blocks))]
    if unmatched.umbrellas.height:
        intro = "Both sides cover these umbrella events, but through different parts. Their articles are shown side by side, by day, each with its card."
        sections.append(
            Section(
                "umbrellas",
                "Wider events that both cover",
                (Paragraph(line(intro)), _umbrella_table(ground, unmatched.umbrellas)),
            )
        )
        sections += [_offered(ground, row["event"]) for row in unmatched.umbrellas.to_dicts()]
    return [*sections, *nearest(ground, unmatched)]


def _offered(ground: Ground, event: str) -> Section:
    """One umbrella event that both cover: the articles in two columns, and a link to its page with every card."""
    compared = compare_event(ground.material, event, ground.pair, ground.choices)
    label = ground.ctx.event(event)["labels"]["en"]
    assert isinstance(compared, Comparison)
    link = Paragraph(line("With every card: ", Link(f"Compared: {label}", f"compare-{event}"), "."))
    page = f"compare-{event}" if isinstance(compared.frames, Refusal) else "records"
    return Section(f"umbrella-{event}", label, (aligned(ground, compared, page), link), 3)
