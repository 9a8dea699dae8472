"""Figures of what a study holds and how it frames: coverage, events, dates, frame dimensions, reliability."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

import polars as pl

from framing.agreement.resampling import DEFAULT_BOOTSTRAP
from framing.agreement.study import reliability_table, study_reliability
from framing.analysis import coverage, measure
from framing.analysis.over_time import with_articles
from framing.analysis.period import days
from framing.analysis.reading import Reading
from framing.chart.coverage import coverage_matrix, event_coverage
from framing.chart.frames import frame_by_outlet, frame_cooccurrence
from framing.chart.reliability import reliability_forest
from framing.chart.timeline import article_timeline, counts_articles
from framing.refusal import Refusal
from framing.report.blocks import Line, Number, Table, line
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.report.figures.agreement import VERDICT, agreement_numbers, with_verdicts
from framing.report.figures.captions import caption, heads
from framing.report.figures.chosen import OF_OUTLETS, narrowed
from framing.report.figures.recipe import Recipe, StudyReading, of_table


def of_articles(what: str | Callable[[Context], str]) -> Callable[[StudyReading, pl.DataFrame], str]:
    """The caption of a figure of the articles that are read, as far as they stand in its table.

    ``what`` is a message, or what says of a study what the figure shows.
    """
    return lambda of, table: caption(
        of.ctx,
        shown_articles(of.reading.articles, table),
        of.ctx.say.text(what) if isinstance(what, str) else what(of.ctx),
    )


def one_by_one_or_counted(
    what: Callable[[bool], str | Callable[[Context], str]], counts: Callable[[pl.DataFrame], bool]
) -> Callable[[StudyReading, pl.DataFrame], str]:
    """The caption of a figure that draws few articles one by one and counts many; ``what`` says what it shows, given whether it counts."""
    return lambda of, table: of_articles(what(counts(table)))(of, table)


def named(message: str, counted: str = "") -> Callable[[bool], str]:
    """The message of a figure that draws articles one by one, and of one that counts them."""
    return lambda counts: (counted or f"{message}-counted") if counts else message


def of_read(ctx: Context, table: pl.DataFrame, what: str) -> str:
    """The caption of a figure that compares, of the articles that are read, as far as they stand in its table."""
    assert isinstance(ctx.reading, Reading)
    return caption(ctx, shown_articles(ctx.reading.articles, table), what, "figures-probability-alike")


def shown_articles(articles: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """The articles that stand in the table of a figure, by ``article`` or by its lists of records."""
    if "article" in table.columns:
        return articles.filter(pl.col("article").is_in(table["article"].unique().implode()))
    held = [table[name].drop_nulls().to_list() for name in table.columns if name.startswith("records")]
    every = set().union(*chain.from_iterable(held))
    return articles.filter(pl.col("article").is_in(every)) if held else articles


def counted(row: Mapping[str, Any]) -> Line:
    """The number of articles in a cell, with their records."""
    return number(row["articles"], row["records"])


def crossed(
    ctx: Context, cells: pl.DataFrame, head: str, label: Callable[..., str], told: Callable[..., Line] = counted
) -> Table:
    """A table of counts, one row per ``key`` and one column per outlet."""
    outlets = list(dict.fromkeys(cells["outlet"]))
    rows = []
    for _, part in cells.group_by("key", maintain_order=True):
        found = {row["outlet"]: row for row in part.to_dicts()}
        first = next(iter(found.values()))
        counts: list[Line] = [told(found[name]) if name in found else line("0") for name in outlets]
        rows.append((line(label(first)), *counts))
    names = tuple(ctx.outlet_short(name) for name in outlets)
    return Table("", (head, *names), tuple(rows), frozenset(range(1, len(names) + 1)))


def by_period(
    ctx: Context, points: pl.DataFrame, keys: Sequence[tuple[Line, pl.Expr]], head: str, caption: str = ""
) -> Table:
    """How many articles there are per period under some conditions, each number with its records.

    Args:
        ctx: the study, for its periods.
        points: one row per article and answer, with ``day``.
        keys: what each row of the table is called, and which points belong to it; rows without any are left out.
        head: what the rows are.
        caption: above the table.
    """
    labels, rows = tuple(period.label for period in ctx.periods), []
    chosen = {f"{place}": belongs for place, (_, belongs) in enumerate(keys)}
    asked = points.select("article", "day", **chosen)
    dated = asked.join(days(ctx.periods), how="cross").filter(pl.col("day").is_between("first", "last"))
    for place, (name, _) in zip(chosen, keys, strict=True):
        if asked[place].any():
            mine = dated.filter(place).group_by(pl.col("period").cast(pl.String))
            held: dict[str, list[str]] = dict(mine.agg(pl.col("article").unique().sort()).iter_rows())
            rows.append((name, *(number(len(held[at]), held[at]) if at in held else line("–") for at in labels)))
    return Table(caption, (head, *labels), tuple(rows), frozenset(range(1, len(labels) + 1)))


def told_events(of: StudyReading) -> pl.DataFrame:
    """The event table for a lane of events: with the number of articles that are read on each, and whether it is a cut of the study."""
    cuts = [entry["id"] for entry in of.ctx.corpus.registers["events"] if entry.get("cut")]
    cut = pl.col("event").cast(pl.String).is_in(cuts)
    return with_articles(of.ctx.events, of.reading.articles).with_columns(cut=cut)


def _cells(ctx: Context) -> pl.DataFrame:
    return coverage.by_period(ctx.articles, ctx.outlets, ctx.searches, ctx.periods, ctx.choices.basis)


def _coverage_table(ctx: Context, cells: pl.DataFrame) -> Table:
    labels = [period.label for period in ctx.periods]
    rows = []
    for (outlet,), part in cells.group_by("outlet", maintain_order=True):
        by_label = {row["period"]: row for row in part.to_dicts()}
        shown = (counted(by_label[label]) if by_label[label]["articles"] else line("–") for label in labels)
        rows.append((line(ctx.outlet_name(str(outlet))), *shown))
    numeric = frozenset(range(1, len(labels) + 1))
    caption = ctx.say.text("figures-coverage-numbers")
    return Table(caption, (*heads(ctx, "outlet"), *labels), tuple(rows), numeric)


def event_table(of: StudyReading, cells: pl.DataFrame) -> Table:
    """The events that some article is about, with their articles."""
    rows = []
    for _, part in cells.filter(pl.col("with_parts") > 0).group_by("event", maintain_order=True):
        first = part.row(0, named=True)
        own, ids = (
            sorted({record for records in part[name] for record in records}) for name in ("own_records", "records")
        )
        dated = spelled_out(of.ctx.say, of.ctx.event(first["event"])["date"])
        rows.append((event_link(of.ctx, first["event"]), line(dated), number(len(own), own), number(len(ids), ids)))
    head = heads(of.ctx, "event", "date", "on-it", "with-parts")
    return Table("", head, tuple(rows), frozenset({2, 3}))


def _article_table(of: StudyReading, articles: pl.DataFrame) -> Table:
    """Every article by date; of many, how many of each outlet and frame dimension there are per period."""
    if counts_articles(articles):
        points = articles.with_columns(pl.col("outlet", "primary").cast(pl.String), day="published")
        return by_period(of.ctx, points, _outlet_keys(of.ctx, points), of.ctx.say.text("figures-head-group-frame"))
    none = line(of.ctx.say.text("figures-none"))
    rows = tuple(
        (
            line(str(row["published"])),
            line(of.ctx.outlet_short(row["outlet"])),
            (Number(row["article"], (row["article"],)),),
            line(of.ctx.frame_label(row["primary"])),
            event_link(of.ctx, row["event"]) if row["event"] else none,
        )
        for row in articles.to_dicts()
    )
    return Table("", heads(of.ctx, "published", "outlet", "record", "primary", "event"), rows)


def _outlet_keys(ctx: Context, articles: pl.DataFrame) -> list[tuple[Line, pl.Expr]]:
    """A row per outlet and primary frame dimension, in their order."""
    return [
        (line(f"{ctx.outlet_short(outlet)}: {label}"), (pl.col("outlet") == outlet) & (pl.col("primary") == frame))
        for outlet in ctx.outlets["outlet"].cast(pl.String)
        for frame, label in ctx.style.frames.items()
    ]


def _pair_table(of: StudyReading, pairs: pl.DataFrame) -> Table:
    """Articles with two frame dimensions; on the diagonal, with one at all."""
    held = {(str(row["frame"]), str(row["with_frame"])): row for row in pairs.to_dicts()}
    names = of.ctx.style.frames
    rows = tuple(
        (line(label), *(counted(held[frame, other]) if held.get((frame, other)) else line("0") for other in names))
        for frame, label in names.items()
    )
    return Table("", (*heads(of.ctx, "frame"), *names.values()), rows, frozenset(range(1, len(names) + 1)))


def _reliability(ctx: Context) -> pl.DataFrame | Refusal:
    """The reliability of every judgement, with what its verdict is made of: for the words of a page."""
    found = study_reliability(ctx.corpus.tables, ctx.corpus.codebook, DEFAULT_BOOTSTRAP, ctx.choices.ground)
    return found if isinstance(found, Refusal) else with_verdicts(reliability_table(found), found)


FIGURES: Mapping[str, Recipe[Any]] = {
    "coverage": Recipe(
        shows="articles per outlet and period, and why cells are empty",
        file="coverage",
        subject=lambda ctx: ctx,
        takes=OF_OUTLETS,
        choose=lambda ctx, chosen: narrowed(ctx, chosen.every_outlet),
        measure=_cells,
        draw=of_table(coverage_matrix),
        caption=lambda ctx, _: caption(
            ctx,
            ctx.articles,
            ctx.say.text("figures-coverage", every=ctx.choices.every),
        ),
        numbers=_coverage_table,
    ),
    "events": Recipe(
        shows="articles per event and outlet",
        file="events",
        takes=OF_OUTLETS,
        measure=lambda of: coverage.by_event(of.reading.articles, of.ctx.events, of.ctx.outlets, of.ctx.searches),
        draw=of_table(event_coverage),
        caption=of_articles("figures-events"),
        numbers=event_table,
    ),
    "timeline": Recipe(
        shows="articles by date and primary frame dimension, under the events",
        file="timeline",
        measure=lambda of: of.reading.articles,
        draw=lambda of, articles, style: article_timeline(articles, told_events(of), style),
        takes=OF_OUTLETS,
        caption=one_by_one_or_counted(named("figures-timeline", "figures-timeline-bars"), counts_articles),
        numbers=_article_table,
    ),
    "frame-by-outlet": Recipe(
        shows="primary frame dimensions per outlet, k of n",
        file="frame-by-outlet",
        takes=OF_OUTLETS,
        measure=lambda of: measure.frame_shares(of.reading.frames, of.reading.articles),
        draw=of_table(frame_by_outlet),
        caption=of_articles("figures-frame-by-outlet"),
        numbers=lambda of, shares: crossed(
            of.ctx,
            shares.rename({"frame": "key"}),
            of.ctx.say.text("figures-head-frame"),
            lambda row: of.ctx.frame_label(row["key"]),
        ),
    ),
    "cooccurrence": Recipe(
        shows="frame dimensions that occur together",
        file="cooccurrence",
        takes=OF_OUTLETS,
        measure=lambda of: measure.frame_cooccurrence(of.reading.frames),
        draw=of_table(frame_cooccurrence),
        caption=of_articles("figures-cooccurrence"),
        numbers=_pair_table,
    ),
    "reliability": Recipe(
        shows="how reliable each judgement is: alpha with its interval, and AC1",
        file="reliability",
        subject=lambda ctx: ctx,
        measure=_reliability,
        draw=of_table(lambda table, style: reliability_forest(table.drop(VERDICT), style)),
        caption=lambda ctx, _: ctx.say.text(
            "figures-reliability",
            draws=DEFAULT_BOOTSTRAP.draws,
            seed=str(DEFAULT_BOOTSTRAP.seed),
            edition=ctx.corpus.codebook["version"],
            ground=ctx.ground_told,
        ),
        numbers=agreement_numbers,
    ),
}
"""Name to how the figure is made."""
