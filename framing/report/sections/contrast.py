"""A few articles on one event beside one another, aspect by aspect, and two papers over the events that both cover."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.analysis.contrast import MOST, contrast, few, rivals
from framing.analysis.reading import Reading
from framing.analysis.table import parents
from framing.compare.matching import matched_events
from framing.report.blocks import Anchor, Block, Line, Number, Paragraph, Run, Section, Table, line
from framing.report.context import Context, event_link, number, plural, spelled, spelled_edtf
from framing.study.umbrellas import under

Row = dict[str, Any]
TABLES = 6
"""The most events of two papers that are contrasted article by article."""
MARKED = "Bold and ≠: the articles differ. One that gives no answer does not count as different."


def contrasted(ctx: Context, articles: pl.DataFrame) -> tuple[Block, ...]:
    """The contrast of a few articles of two outlets or more; nothing where there are too many, or one outlet alone."""
    if not few(articles) or not isinstance(ctx.whole, Reading):
        return ()
    names = articles.sort("published", "article")["article"].unique(maintain_order=True).to_list()
    rows = contrast(ctx.whole, names, list(ctx.style.variables))
    return _blocks(ctx, rows) if rows["article"].n_unique() > 1 else ()


def _blocks(ctx: Context, rows: pl.DataFrame) -> tuple[Block, ...]:
    """The table of the aspects that any article answers, and a line on the others."""
    names = rows["article"].unique(maintain_order=True).to_list()
    aspects = [part.to_dicts() for _, part in rows.group_by("asked", "of", maintain_order=True)]
    answered = [part for part in aspects if any(row["answers"] for row in part)]
    silent = [ctx.style.variables[part[0]["of"]] for part in aspects if part not in answered and part[0]["of"]]
    records = (line("Record"), *(line(Anchor(name, name), " (", Number("card", (name,)), ")") for name in names))
    head = ("", *(_called(ctx, name) for name in names))
    table = Table(MARKED, head, (records, *_events(ctx, names), *(_row(ctx, part) for part in answered)))
    rest = line("None of them answers, as far as the source shows: ", ", ".join(silent), ".")
    return (table, Paragraph(rest)) if silent else (table,)


def _events(ctx: Context, names: Sequence[str]) -> list[tuple[Line, ...]]:
    """What each article is about, where that is not the same."""
    assert isinstance(ctx.whole, Reading)
    about = dict(ctx.whole.articles.select("article", pl.col("event").cast(pl.String)).iter_rows())
    if len({about[name] for name in names}) < 2:
        return []
    return [(line("Event"), *(event_link(ctx, about[name]) if about[name] else line("none") for name in names))]


def _called(ctx: Context, name: str) -> str:
    article = ctx.corpus.articles[name]
    return f"{ctx.outlet(article['outlet'])['names']['short']}, {spelled_edtf(article['date']['published'])}"


def _row(ctx: Context, part: Sequence[Row]) -> tuple[Line, ...]:
    heads = {"primary": "Primary frame dimension", "secondary": "Secondary"}
    head, differ = heads.get(part[0]["asked"]) or ctx.style.variables[part[0]["of"]], part[0]["differ"]
    return (line(head, " ≠" if differ else ""), *(_cell(ctx, row) for row in part))


def _cell(ctx: Context, row: Row) -> Line:
    if row["missing"] is not None:
        return line(ctx.style.missing[row["missing"]].lower())
    labels = [ctx.value_label(row["of"], answer) if row["of"] else ctx.frame_label(answer) for answer in row["answers"]]
    text = (", ".join(labels) or "none") + (" (inferred)" if row["inferred"] else "")
    return (Run(text, "", strong=True),) if row["differ"] else line(text)


def rivals_section(ctx: Context, reading: Reading) -> Section | None:
    """The two papers of one country with most articles over the events that both cover; None where there are no two."""
    pair = rivals(reading.articles, ctx.outlets)
    if pair is None:
        return None
    one, other = (ctx.outlet(name)["names"]["short"] for name in pair)
    mine = reading.articles.filter(pl.col("outlet").cast(pl.String).is_in(pair)).with_columns(
        side=pl.col("outlet").cast(pl.String)
    )
    shared = matched_events(mine, ctx.events, pair)
    first = Paragraph(
        line(
            f"Of the papers of one country, {one} and {other} have most articles between them. They share {_shared(shared)}."
        )
    )
    blocks: list[Block] = [first]
    if shared.height:
        blocks.append(_table(ctx, mine, shared, (one, other)))
        blocks += _each(ctx, mine, shared)
    return Section("rivals", f"{one} against {other}", tuple(blocks))


def _shared(shared: pl.DataFrame) -> str:
    own = shared.filter(pl.col("level") == "own").height
    parts = shared.height - own
    if not shared.height:
        return "no event, not even an umbrella"
    umbrellas = f", and meet under {plural(parts, 'umbrella event')} by different parts" if parts else ""
    return f"{plural(own, 'event')}{umbrellas}" if own else f"no event itself{umbrellas}"


def _table(ctx: Context, mine: pl.DataFrame, shared: pl.DataFrame, names: tuple[str, str]) -> Table:
    """Each shared event with the articles of both papers on it and its parts."""
    above, sides = parents(ctx.events), mine["side"].unique(maintain_order=True)
    pair = [side for name in names for side in sides if ctx.outlet(side)["names"]["short"] == name]
    rows = []
    for row in shared.to_dicts():
        on = mine.filter(pl.col("event").cast(pl.String).is_in(under(row["event"], above)))
        cells = [sorted(on.filter(pl.col("side") == side)["article"]) for side in pair]
        level = "the event itself" if row["level"] == "own" else "parts of it"
        rows.append((event_link(ctx, row["event"]), line(level), *(number(len(held), held) for held in cells)))
    return Table(
        "Articles on each event and its parts.", ("Event", "both cover", *names), tuple(rows), frozenset({2, 3})
    )


def _each(ctx: Context, mine: pl.DataFrame, shared: pl.DataFrame) -> list[Block]:
    """A contrast for each event that both cover by a few articles."""
    blocks: list[Block] = []
    own = shared.filter(pl.col("level") == "own")["event"]
    few_on = [(event, on) for event in own if few(on := mine.filter(pl.col("event").cast(pl.String) == event))]
    for event, on in few_on[:TABLES]:
        days = " and ".join(dict.fromkeys(spelled(day) for day in on["published"].drop_nulls().sort()))
        blocks.append(Paragraph(line(event_link(ctx, event), f" ({days})" if days else "", ":")))
        blocks += contrasted(ctx, on)
    left = len(few_on) - TABLES
    if left > 0:
        blocks.append(
            Paragraph(
                line(f"{plural(left, 'further event')} with at most {MOST} articles: see the pages of these events.")
            )
        )
    return blocks
