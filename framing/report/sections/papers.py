"""The papers of a study among one another: each against those of its country, and how far any two are apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import polars as pl

from framing.compare.peers import EVENT_ARTICLES, EVENTS, each_against_peers, pairwise_distances
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Paragraph, Section, Table, line
from framing.report.figures import figure
from framing.report.figures.papers import PaperPairs, listable
from framing.report.pairing import Pairing
from framing.report.sides import told_refusal
from framing.report.wording import p_words, points, told_sampling

ALIKE = ("no_peers", "too_few_events")
"""Refusals that many papers share, stated once for all of them."""


def peers(pairing: Pairing) -> Section:
    """Every paper against the other papers of its country; why one has no number is stated."""
    tested, refusals = each_against_peers(pairing.material.tables, pairing.material.reading, pairing.choices)
    say, blocks = pairing.ctx.say, list[Block]()
    if tested.height:
        blocks.append(_peer_table(pairing, tested))
    if refusals:
        told = Listing(tuple(_told(pairing, list(refusals.items()))))
        blocks += [Paragraph(say("papers-no-number"), "refusal"), told]
    title = say.text("papers-peers")
    return Section("peers", title, tuple(blocks), family=tested.height, language=pairing.ctx.language)


def _told(pairing: Pairing, refusals: Sequence[tuple[str, Refusal]]) -> Iterator[Line]:
    """Why each paper has no number; what holds for several is stated once."""

    def code(entry: tuple[str, Refusal]) -> str:
        return entry[1].code

    ctx, say = pairing.ctx, pairing.ctx.say
    for _, group in groupby(sorted(refusals, key=code), code):
        papers = list(group)
        first = papers[0][1]
        names: list[Any] = [ctx.outlet_short(outlet) for outlet, _ in papers]
        if len(papers) == 1:
            why = told_refusal(ctx, first)
            yield why if first.code in ALIKE else say("papers-why", papers=names, why=why)
        elif first.code in ALIKE:
            yield say(f"papers-why-{first.code}", papers=names, events=EVENTS, articles=EVENT_ARTICLES)
        else:
            sampled = told_sampling(say, pairing.chosen.articles, pairing.choices)
            yield say("papers-why-each", papers=names, sampled=sampled)


def _peer_table(pairing: Pairing, tested: pl.DataFrame) -> Table:
    ctx, say = pairing.ctx, pairing.ctx.say
    rows = tuple(
        (
            line(ctx.outlet_short(row["outlet"])),
            line(str(row["events"])),
            line(say.text("comparison-two", a=str(row["n_a"]), b=str(row["n_b"]))),
            *(line(p_words(row[name], say)) for name in ("p", "q_bh", "q_by")),
            line(f"{ctx.frame_label(row['answer'])} {points(row['difference'], row['low'], row['high'])}"),
        )
        for row in tested.to_dicts()
    )
    paper, events, articles, largest = (
        say.text(f"papers-head-{name}") for name in ("paper", "events", "articles", "largest")
    )
    head = (paper, events, articles, say.text("comparison-head-p"), "q BH", "q BY", largest)
    return Table(say.text("papers-peers-caption", tests=tested.height), head, rows, frozenset({1, 2, 3, 4, 5}))


def distances(pairing: Pairing) -> Section:
    """Pairwise distances with a picture where there is any number, and always as a table."""
    ctx = pairing.ctx
    found = pairwise_distances(pairing.material.tables, pairing.material.reading, pairing.choices)
    title, without = ctx.say.text("papers-distances"), Paragraph(_without_number(pairing, found), "refusal")
    if found["distance"].is_null().all():
        return Section("distances", title, (without,), language=ctx.language)
    apart = figure("compare-outlets", PaperPairs(ctx, found), ctx)
    blocks = (apart,) if listable(found) else (apart, without)
    return Section("distances", title, blocks, family=found["p"].drop_nulls().len(), language=ctx.language)


def _without_number(pairing: Pairing, found: pl.DataFrame) -> Line:
    """Of how many pairs no distance is given, and why."""
    say = pairing.ctx.say
    silent = found.filter(pl.col("distance").is_null())
    apart = silent.filter(pl.col("events") == 0).height
    if silent.is_empty():
        return say("papers-all-pairs", pairs=found.height)
    few = silent.height - apart
    why = "both" if few and apart else "few" if few else "apart"
    return say("papers-pairs", without=silent.height, pairs=found.height, why=why, apart=apart, few=few)
