"""The papers of a study among one another: each against those of its country, and how far any two are apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import polars as pl

from framing.compare.chance.permutation import ABOUT
from framing.compare.peers import EVENT_ARTICLES, EVENTS, each_against_peers, pairwise_distances
from framing.compare.sampling import statement
from framing.compare.sides import listed
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Paragraph, Section, Table, line
from framing.report.context import plural
from framing.report.figures import figure
from framing.report.figures.papers import PaperPairs, listable
from framing.report.ground import Ground
from framing.report.wording import p_words, points

ALIKE = {
    "no_peers": "the only paper of its country in the study; a second one would be needed",
    "too_few_events": f"fewer than {EVENTS} events with at least {EVENT_ARTICLES} articles each from the paper and from its peers",
}
"""Refusals that many papers share, stated once for all of them."""


def peers(ground: Ground) -> Section:
    """Every paper against the other papers of its country; why one has no number is stated."""
    tested, refusals = each_against_peers(ground.material.tables, ground.material.reading, ground.choices)
    blocks: list[Block] = []
    if tested.height:
        blocks.append(_peer_table(ground, tested))
    if refusals:
        told = Listing(tuple(_told(ground, list(refusals.items()))))
        blocks += [Paragraph(line("No number is given for:"), "refusal"), told]
    return Section("peers", "Each paper against the others of its country", tuple(blocks), family=tested.height)


def _told(ground: Ground, refusals: Sequence[tuple[str, Refusal]]) -> Iterator[Line]:
    """Why each paper has no number; what holds for several is stated once."""

    def code(entry: tuple[str, Refusal]) -> str:
        return entry[1].code

    for _, group in groupby(sorted(refusals, key=code), code):
        papers = list(group)
        first = papers[0][1]
        names = listed([_named(ground, outlet) for outlet, _ in papers])
        if len(papers) == 1:
            yield line(f"{names}: {first}")
        elif first.code in ALIKE:
            yield line(f"{names}: {ALIKE[first.code]}.")
        else:
            yield line(f"{names}, each with its peers: {statement(ground.chosen.articles)} Needed: {first.need}")


def _peer_table(ground: Ground, tested: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(_named(ground, row["outlet"])),
            line(str(row["events"])),
            line(f"{row['n_a']} and {row['n_b']}"),
            *(line(p_words(row[name])) for name in ("p", "q_bh", "q_by")),
            line(f"{ground.ctx.frame_label(row['answer'])} {points(row['difference'], row['low'], row['high'])}"),
        )
        for row in tested.to_dicts()
    )
    head = ("Paper", "events", "articles: its own and its peers’", "p, articles", "q BH", "q BY", "largest difference, points")  # fmt: skip
    caption = f"A paper is never among its own peers. Articles are exchanged inside events, so p is about {ABOUT}; m = {tested.height}."
    return Table(caption, head, rows, frozenset({1, 2, 3, 4, 5}))


def _named(ground: Ground, outlet: str) -> str:
    name: str = ground.ctx.outlet(outlet)["names"]["short"]
    return name


def distances(ground: Ground) -> Section:
    """Pairwise distances with a picture where there is any number, and always as a table."""
    found = pairwise_distances(ground.material.tables, ground.material.reading, ground.choices)
    title = "How far apart the papers are"
    listed_all = listable(found)
    rest = () if listed_all else (Paragraph(line(_without_number(found)), "refusal"),)
    if found["distance"].is_null().all():
        return Section("distances", title, (Paragraph(line(_without_number(found)), "refusal"),))
    apart = figure("compare-outlets", PaperPairs(ground.ctx, found), ground.ctx.style)
    blocks = (apart, *rest)
    return Section("distances", title, blocks, family=found["p"].drop_nulls().len())


def _without_number(found: pl.DataFrame) -> str:
    """Of how many pairs no distance is given, and why."""
    silent = found.filter(pl.col("distance").is_null())
    apart = silent.filter(pl.col("events") == 0).height
    few = silent.height - apart
    why = [f"{apart} share no event"] if apart else []
    if few:
        why.append(
            f"{few} have too few articles on events that both cover, or articles chosen in a way that allows no number"
        )
    told = f"{silent.height} of {plural(found.height, 'pair')} have no number: {listed(why)}."
    return told if silent.height else f"All {found.height} pairs have a number."
