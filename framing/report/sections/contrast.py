"""A few articles on one event beside one another, aspect by aspect, and two papers over the events that both cover."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.analysis.contrast import MOST, contrast, few, rivals
from framing.analysis.reading import Reading
from framing.analysis.table import parents
from framing.compare.matching import matched_events
from framing.report.blocks import Anchor, Block, Line, Number, Paragraph, Run, Section, Table, line
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.study.umbrellas import under

Record = dict[str, Any]
TABLES = 6
"""The most events of two papers that are contrasted article by article."""


def contrasted(ctx: Context, articles: pl.DataFrame) -> tuple[Block, ...]:
    """The contrast of a few articles of two outlets or more; nothing where there are too many, or one outlet alone."""
    if not few(articles) or not isinstance(ctx.whole, Reading):
        return ()
    names = articles.sort("published", "article")["article"].unique(maintain_order=True).to_list()
    rows = contrast(ctx.whole, names, list(ctx.style.variables))
    return _blocks(ctx, rows) if rows["article"].n_unique() > 1 else ()


def _blocks(ctx: Context, rows: pl.DataFrame) -> tuple[Block, ...]:
    """The table of the aspects that any article answers, and a line on the others."""
    say, card = ctx.say, ctx.say.text("contrast-card")
    names = rows["article"].unique(maintain_order=True).to_list()
    aspects = [part.to_dicts() for _, part in rows.group_by("asked", "of", maintain_order=True)]
    answered = [part for part in aspects if any(row["answers"] for row in part)]
    silent = [ctx.style.variables[part[0]["of"]] for part in aspects if part not in answered and part[0]["of"]]
    records = (
        line(say.text("contrast-record")),
        *(line(Anchor(name, name), " (", Number(card, (name,)), ")") for name in names),
    )
    head = ("", *(_called(ctx, name) for name in names))
    table = Table(
        say.text("contrast-marked"), head, (records, *_events(ctx, names), *(_row(ctx, part) for part in answered))
    )
    silence = Paragraph(say("contrast-silent", aspects=say.text("comparison-comma").join(silent)))
    return (table, silence) if silent else (table,)


def _events(ctx: Context, names: Sequence[str]) -> list[tuple[Line, ...]]:
    """What each article is about, where that is not the same."""
    assert isinstance(ctx.whole, Reading)
    about = dict(ctx.whole.articles.select("article", pl.col("event").cast(pl.String)).iter_rows())
    if len({about[name] for name in names}) < 2:
        return []
    none = line(ctx.say.text("comparison-none"))
    links = (event_link(ctx, about[name]) if about[name] else none for name in names)
    return [(line(ctx.say.text("contrast-event")), *links)]


def _called(ctx: Context, name: str) -> str:
    article = ctx.corpus.articles[name]
    paper, day = ctx.outlet_short(article["outlet"]), spelled_out(ctx.say, article["date"]["published"])
    return ctx.say.text("contrast-article", paper=paper, day=day)


def _row(ctx: Context, part: Sequence[Record]) -> tuple[Line, ...]:
    asked, differ = part[0]["asked"], part[0]["differ"]
    frame = asked in ("primary", "secondary")
    head = ctx.say.text(f"contrast-{asked}") if frame else ctx.style.variables[part[0]["of"]]
    return (line(head, " ≠" if differ else ""), *(_cell(ctx, row) for row in part))


def _cell(ctx: Context, row: Record) -> Line:
    if row["missing"] is not None:
        return line(ctx.style.missing[row["missing"]].lower())
    labels = [ctx.value_label(row["of"], answer) if row["of"] else ctx.frame_label(answer) for answer in row["answers"]]
    text = ctx.say.text("comparison-comma").join(labels) or ctx.say.text("comparison-none")
    if row["inferred"]:
        text = ctx.say.text("contrast-inferred", answer=text)
    return (Run(text, "", strong=True),) if row["differ"] else line(text)


def rivals_section(ctx: Context, reading: Reading) -> Section | None:
    """The two papers of one country with most articles over the events that both cover; None where there are no two."""
    pair = rivals(reading.articles, ctx.outlets)
    if pair is None:
        return None
    one, other = (ctx.outlet_short(name) for name in pair)
    mine = reading.articles.filter(pl.col("outlet").cast(pl.String).is_in(pair)).with_columns(
        side=pl.col("outlet").cast(pl.String)
    )
    shared = matched_events(mine, ctx.events, pair)
    own = shared.filter(pl.col("level") == "own").height
    parts = shared.height - own
    first = Paragraph(ctx.say("contrast-rivals", one=one, other=other, own=own, parts=parts))
    blocks: list[Block] = [first]
    if shared.height:
        blocks.append(_table(ctx, mine, shared, pair))
        blocks += _each(ctx, mine, shared)
    return Section(
        "rivals", ctx.say.text("contrast-rivals-title", one=one, other=other), tuple(blocks), language=ctx.language
    )


def _table(ctx: Context, mine: pl.DataFrame, shared: pl.DataFrame, pair: Sequence[str]) -> Table:
    """Each shared event with the articles of both papers on it and its parts."""
    say, above = ctx.say, parents(ctx.events)
    rows = []
    for row in shared.to_dicts():
        on = mine.filter(pl.col("event").cast(pl.String).is_in(under(row["event"], above)))
        cells = [sorted(on.filter(pl.col("side") == side)["article"]) for side in pair]
        level = say.text("contrast-level", level=row["level"])
        rows.append((event_link(ctx, row["event"]), line(level), *(number(len(held), held) for held in cells)))
    head = (say.text("contrast-event"), say.text("contrast-both"), *(ctx.outlet_short(side) for side in pair))
    return Table(say.text("contrast-shared-caption"), head, tuple(rows), frozenset({2, 3}))


def _each(ctx: Context, mine: pl.DataFrame, shared: pl.DataFrame) -> list[Block]:
    """A contrast for each event that both cover by a few articles."""
    blocks: list[Block] = []
    own = shared.filter(pl.col("level") == "own")["event"]
    few_on = [(event, on) for event in own if few(on := mine.filter(pl.col("event").cast(pl.String) == event))]
    for event, on in few_on[:TABLES]:
        days = list(dict.fromkeys(on["published"].drop_nulls().sort()))
        dated = {"dated": "yes" if days else "no", "days": ctx.say.listed(days)}
        blocks.append(Paragraph(ctx.say("contrast-on", event=event_link(ctx, event), **dated)))
        blocks += contrasted(ctx, on)
    left = len(few_on) - TABLES
    if left > 0:
        blocks.append(Paragraph(ctx.say("contrast-further", events=left, most=MOST)))
    return blocks
