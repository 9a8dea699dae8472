"""A study, one of its papers and one of its events in brief."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from framing.analysis.reading import Reading
from framing.compare.sampling import untested
from framing.report.blocks import Line, Link, Section
from framing.report.briefs.compared import told_compared, told_difference
from framing.report.briefs.parts import in_brief, told_leading, told_leading_of, told_limits, told_rests
from framing.report.context import Context
from framing.report.names import label_language
from framing.report.pairing import Pairing, over_all_events, turns_of_papers
from framing.report.speech import Count, Target

TURNS = 2
"""How many turns a sentence tells."""
SILENT = ("silent", "not_published")
"""States of coverage in which it is known that a paper has no article."""


def study_in_brief(ctx: Context, pairing: Pairing | None) -> Section:
    """The first section of the overview; ``pairing`` is the two countries that the report compares, if it does."""
    if not isinstance(ctx.reading, Reading):
        return in_brief(ctx.say, [ctx.say("brief-nothing-coded")], told_rests(ctx, ctx.articles))
    compared = told_compared(pairing, over_all_events(pairing), "compare")[:1] if pairing else []
    found = [*told_leading(ctx, ctx.reading), *compared, *_turns(ctx, ctx.reading)]
    return in_brief(ctx.say, found, told_rests(ctx, ctx.articles), told_limits(ctx, ctx.articles))


def _turns(ctx: Context, reading: Reading) -> list[Line]:
    """The largest turns of papers at the cut where most of them turned most; nothing where nothing can be tested."""
    found = _turned(ctx, reading)
    if found.is_empty():
        return []
    standing = found.filter("stands")
    cut = standing["cut"][0] if standing.height else found["cut"][0]
    told = _cut(ctx, cut, found, "")
    if standing.is_empty():
        return [ctx.say("brief-no-turns", **told)]
    rows = standing.filter(pl.col("cut") == cut).head(TURNS).to_dicts()
    clauses = [told_difference(ctx, row, "brief-turn", paper=ctx.outlet_short(row["outlet"])) for row in rows]
    return [ctx.say("brief-turns", **told, clauses=clauses)]


def _turned(ctx: Context, reading: Reading) -> pl.DataFrame:
    if untested(reading.articles, ctx.choices.treat_as):
        return pl.DataFrame()
    found = turns_of_papers(ctx)
    return found.filter(pl.col("q_bh").is_not_null()) if found.height else found


def _cut(ctx: Context, cut: str, found: pl.DataFrame, page: str) -> dict[str, Any]:
    """What a sentence on turns says of the cut; ``page`` has the figure of frames over time."""
    first: date = ctx.events.filter(pl.col("event").cast(pl.String) == cut)["first"][0]
    event = Link(ctx.event_label(cut), page, "over-time", label_language(ctx.event(cut)["labels"], ctx.language))
    return {"event": event, "day": first, "tests": found["m"].drop_nulls()[0]}


def paper_in_brief(everybody: Context, ctx: Context, outlet: str) -> Section:
    """The first section of a dossier; ``ctx`` is the study restricted to the paper."""
    say = ctx.say
    if not isinstance(ctx.reading, Reading):
        held = told_rests(ctx, ctx.articles)
        return in_brief(say, [say("brief-paper-nothing-coded", paper=ctx.outlet_name(outlet))], held)
    found = [*told_leading(ctx, ctx.reading), *_paper_turn(everybody, ctx.reading, outlet)]
    return in_brief(say, found, told_rests(ctx, ctx.articles), told_limits(ctx, ctx.articles))


def _paper_turn(everybody: Context, mine: Reading, outlet: str) -> list[Line]:
    found = _turned(everybody, mine)
    own = found.filter(pl.col("outlet") == outlet) if found.height else found
    if own.is_empty():
        return []
    standing = own.filter("stands")
    cut = standing["cut"][0] if standing.height else own["cut"][0]
    told = _cut(everybody, cut, found, "index")
    paper = everybody.outlet_short(outlet)
    if standing.is_empty():
        return [everybody.say("brief-no-turn", **told, paper=paper)]
    rows = standing.filter(pl.col("cut") == cut).head(TURNS).to_dicts()
    clauses = [told_difference(everybody, row) for row in rows]
    return [everybody.say("brief-paper-turns", **told, paper=paper, clauses=clauses)]


def event_in_brief(ctx: Context, articles: pl.DataFrame, shares: pl.DataFrame, cells: pl.DataFrame) -> Section:
    """The first section of the page of an event.

    Args:
        ctx: the study.
        articles: those about the event.
        shares: of their primary frames.
        cells: the coverage by each paper.
    """
    say, dated = ctx.say, articles.drop_nulls("published").sort("published", "article")
    about = Count(articles.height, tuple(articles["article"]))
    papers = articles["outlet"].unique().len()
    told: dict[str, Any] = {"articles": about, "papers": papers, "covered": Target("", "covered")}
    if dated.height:
        day = dated["published"][0]
        first = dated.filter(pl.col("published") == day)["outlet"].cast(pl.String).unique(maintain_order=True)
        found = [say("brief-event", **told, day=day, paper=[ctx.outlet_short(outlet) for outlet in first])]
    else:
        found = [say("brief-event-undated", **told)]
    found += [*told_leading_of(ctx, articles, shares, "articles"), *_without(ctx, cells)]
    return in_brief(say, found, told_rests(ctx, articles)[1:], told_limits(ctx, articles, "index"))


def _without(ctx: Context, cells: pl.DataFrame) -> list[Line]:
    """The papers without an article: those of which that is known, and those of which it is not."""
    none = cells.filter(pl.col("with_parts") == 0).with_columns(pl.col("state", "outlet").cast(pl.String))
    known = pl.col("state").is_in(SILENT)
    lines = []
    for message, rows in (("brief-silent", none.filter(known)), ("brief-unsearched", none.filter(~known))):
        papers: Sequence[str] = [ctx.outlet_short(outlet) for outlet in rows["outlet"]]
        if papers:
            lines.append(ctx.say(message, papers=list(papers), many=len(papers), covered=Target("", "covered")))
    return lines
