"""The parts of every brief: what leads, what it rests on, and what may not be concluded."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.analysis.drawn import descriptions
from framing.analysis.floors import FLOORS
from framing.analysis.leading import leading
from framing.analysis.measure import frame_shares
from framing.analysis.provenance import coders, provenance
from framing.analysis.reading import Reading
from framing.report.blocks import Line, Paragraph, Run, Section, joined
from framing.report.context import Context
from framing.report.names import label_language
from framing.report.speech import Apart, Count, Share, Speech, Target

PLACE = "brief"
LIMITS = 2
"""How many reasons for restraint a brief gives at most; the section on limits gives all."""


def in_brief(say: Speech, *parts: Sequence[Line]) -> Section:
    """The first section of a page: a paragraph for what was found, for what it rests on, and for what may not be concluded."""
    between = say.text("between-sentences")
    blocks = tuple(Paragraph(joined(sentences, between)) for sentences in parts if sentences)
    return Section(PLACE, say.text("brief"), blocks, language=say.language)


def frame_named(ctx: Context, frame: str) -> Run:
    """A frame as a brief names it."""
    labels = next(entry["labels"] for entry in ctx.corpus.codebook["frames"] if entry["id"] == frame)
    return Run(ctx.frame_label(frame), label_language(labels, ctx.language), strong=True)


def told_leading(ctx: Context, reading: Reading) -> list[Line]:
    """The most frequent primary frames of a reading."""
    return told_leading_of(ctx, reading.articles, frame_shares(reading.frames, reading.articles, by=()))


def told_leading_of(ctx: Context, articles: pl.DataFrame, shares: pl.DataFrame, place: str = "frames") -> list[Line]:
    """The most frequent primary frames of some articles: with shares and intervals where these are allowed, else with counts."""
    if articles.is_empty():
        return []
    say, first = ctx.say, leading(shares).to_dicts()
    every = Count(articles.height, tuple(articles["article"]))
    target = Target("", place)
    if not first:
        different = shares.filter(pl.col("articles") > 0).height
        return [say("brief-leading-none", of=every, different=different, frames=target)]
    row = first[0]
    if row["articles"] == every.value:
        return [say("brief-leading-all", of=every, frame=frame_named(ctx, row["frame"]), frames=target)]
    told: dict[str, Any] = {"many": len(first), "of": every, "frames": target}
    if row["low"] is None or row["n"] < FLOORS[-1].articles:
        named = [
            say(
                "brief-count",
                frame=frame_named(ctx, one["frame"]),
                articles=Count(one["articles"], tuple(one["records"])),
            )
            for one in first
        ]
        return [say("brief-leading-counts", named=named, **told)]
    named = [
        say(
            "brief-share", frame=frame_named(ctx, one["frame"]), share=Share(one["share"], tuple(one["records"])),
            low=Apart(one["low"]), high=Apart(one["high"]),
        )
        for one in first
    ]  # fmt: skip
    return [say("brief-leading-shares", named=named, **told)]


def told_rests(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    """How many articles there are, of how many papers, from when to when; and how they are known, chosen and coded."""
    if articles.is_empty():
        return []
    days = articles["published"].drop_nulls().sort()
    known = round(descriptions(articles), 2)
    told: dict[str, Any] = {
        "articles": Count(articles.height, tuple(articles["article"])),
        "papers": articles["outlet"].unique().len(),
        "together": ctx.say("brief-together", n=known) if known < articles.height else "",
    }
    if days.is_empty():
        first = ctx.say("brief-rests-undated", **told)
    else:
        first = ctx.say("brief-rests", **told, first=days[0], last=days[-1], days=(days[-1] - days[0]).days)
    return [first, ctx.say("brief-how", how=told_how(ctx, articles), articles=articles.height)]


def told_how(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    """How some articles are known, how they were chosen and who coded them."""
    say, known, who = ctx.say, provenance(articles), coders(ctx.corpus.tables.codings, articles)
    if known.second_hand == known.articles:
        basis = say("brief-described")
    elif known.second_hand:
        basis = say("brief-some-described", described=known.second_hand)
    else:
        basis = say("brief-read", part=known.in_part, every="yes" if known.in_part == known.articles else "no")
    chosen = [say(f"brief-{kind}") for kind in sorted(known.sampling)]
    times = {"twice": who.twice, "once": articles.height - who.twice}
    people = [say("brief-people", people=who.people, **times)] if who.people else []
    machines = "brief-simulated-coders" if ctx.simulated else "brief-machines"
    coded = [*people, *([say(machines, machines=who.machines, **times)] if who.machines else [])]
    return [say("brief-simulated"), *coded] if ctx.simulated else [basis, *chosen, *coded]


def told_limits(ctx: Context, articles: pl.DataFrame, page: str = "", more: Sequence[Line] = ()) -> list[Line]:
    """The weightiest reasons for restraint; ``more`` are those of the page itself, ``page`` is where all are told."""
    say, known, limits = ctx.say, provenance(articles), Target(page, "limits")
    who = coders(ctx.corpus.tables.codings, articles)
    holding = {
        "brief-limit-simulated": ctx.simulated,
        "brief-limit-purposive": "purposive" in known.sampling,
        "brief-limit-undeclared": "undeclared" in known.sampling,
    }
    told = [say(message, limits=limits) for message, holds in holding.items() if holds]
    told += more
    if 0 < articles.height < FLOORS[-1].articles:
        told.append(say("brief-limit-few", articles=articles.height, limits=limits))
    resting = {
        "brief-limit-described": 0 < known.second_hand == known.articles,
        "brief-limit-one-coder": who.people + who.machines > 0 and not who.twice,
        "brief-limit-machine": who.machines > 0 and not who.people and not ctx.simulated,
    }
    told += [say(message, limits=limits) for message, holds in resting.items() if holds]
    return told[:LIMITS]
