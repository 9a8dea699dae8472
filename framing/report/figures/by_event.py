"""Figures of two sides event by event, and article by article where there are too few for more."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.chart.sides import ALL, article_squares, event_forest
from framing.compare.by_event import differences_by_event, most_different
from framing.compare.records import article_cards, squares
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, event_link, number
from framing.report.figures.row import Row
from framing.report.figures.sides import ComparedFrames, all_events, side_names, two_countries
from framing.report.figures.study import of_read
from framing.report.ground import Ground
from framing.report.wording import points

FORESTS = 60
"""Events that a forest has rows for: those with most articles."""
SQUARES = 100
"""Squares that fit a row."""


class Held(NamedTuple):
    """The articles of two sides, whether or not they can be compared.

    Attributes:
        ground: the study and its sides.
        cards: the articles, as from ``article_cards``.
        about: which they are, in words.
    """

    ground: Ground
    cards: pl.DataFrame
    about: str = "on any event"


def _held(ctx: Context) -> Held | Refusal:
    ground = two_countries(ctx)
    return ground if isinstance(ground, Refusal) else Held(ground, article_cards(ground.chosen, {}))


def _squares(of: Held) -> pl.DataFrame | Refusal:
    rows = squares(of.cards)
    if (rows["place"] >= SQUARES).any():
        return Refusal(
            "too_many", f"More than {SQUARES} articles share a frame.", "A chart of shares, or a shorter window."
        )
    return rows


def _by_event(of: ComparedFrames) -> pl.DataFrame:
    """The rows of the forest in the order of its events' dates, those on all events together last."""
    ground, found = of.ground, of.compared.verdicts
    verdicts = None if isinstance(found, Refusal) else found
    order = {name: nth for nth, name in enumerate(most_different(of.frames.shares, verdicts))}
    every = differences_by_event(ground.chosen, of.compared.design)
    size = (pl.col("n_a") + pl.col("n_b")).rank("dense", descending=True)
    drawn = every.filter(size <= FORESTS)
    together = of.frames.shares.with_columns(
        event=pl.lit(ALL), records=pl.concat_list("records_a", "records_b").list.sort()
    )
    rows = pl.concat([drawn, together.select(drawn.columns)]).filter(pl.col("answer").is_in(list(order)))
    if verdicts is None:
        rows = rows.with_columns(low=pl.lit(None, pl.Float64), high=pl.lit(None, pl.Float64))
    days = ground.ctx.events.select(first="first", event=pl.col("event").cast(pl.String))
    placed = rows.join(days, on="event", how="left").with_columns(
        nth=pl.col("answer").replace_strict(order, return_dtype=pl.Int64),
    )
    ordered: pl.DataFrame = placed.sort("nth", pl.col("event") == ALL, "first", "event", nulls_last=True)
    return ordered.drop("nth", "first")


def _event_numbers(of: ComparedFrames, rows: pl.DataFrame) -> Table:
    ctx, (one, other) = of.ground.ctx, of.compared.sides
    told = tuple(
        (
            event_link(ctx, row["event"]) if row["event"] else line("All events together"),
            line(ctx.frame_label(row["answer"])),
            line(f"{row['hits_a']:g} of {row['n_a']:g}"),
            line(f"{row['hits_b']:g} of {row['n_b']:g}"),
            line("–" if row["shown"] in {"nothing", "count"} else points(row["difference"], row["low"], row["high"])),
            _count(row["records"]),
        )
        for row in rows.to_dicts()
    )
    head = ("Event", "Frame dimension", one.head, other.head, "difference, points", "articles")
    return Table("", head, told, frozenset({2, 3, 4, 5}))


def _forest_caption(of: ComparedFrames, _: pl.DataFrame) -> str:
    """Which frames are drawn, and whether all events can be taken together."""
    apart = not isinstance(of.compared.verdicts, Refusal) and (of.compared.verdicts["verdict"] != "not_found").any()
    which = "The frame dimensions that differ most" if apart else "The frame dimension with the largest difference"
    none = of.frames.shares["low"].is_null().all()
    together = " There is no interval for all events together: this design allows none." if none else ""
    what = f"{which}, on each event that both sides cover. No single event is tested here.{together}"
    return of_read(of.ground.ctx, of.frames.shares, what)


def _square_numbers(of: Held, rows: pl.DataFrame) -> Table:
    """The articles of each side by primary frame dimension, of those that occur."""
    held = rows.group_by("answer", "side").agg(pl.col("records").explode(empty_as_null=True).sort())
    records = {(row["answer"], row["side"]): row["records"] for row in held.to_dicts()}
    told = tuple(
        (line(label), *(_count(records.get((frame, side.name), [])) for side in of.ground.pair))
        for frame, label in of.ground.ctx.style.frames.items()
        if any((frame, side.name) in records for side in of.ground.pair)
    )
    return Table("", ("Frame dimension", *(side.head for side in of.ground.pair)), told, frozenset({1, 2}))


def _count(records: list[str]) -> Line:
    return number(len(records), records) if records else line("0")


FIGURES: Mapping[str, Row[Any]] = {
    "compare-events": Row(
        shows="the difference of two countries on each event, for the frame dimensions that differ most",
        file="compare-events",
        subject=all_events,
        measure=_by_event,
        draw=lambda of, rows, style: event_forest(rows, style, side_names(of.ground, style)),
        caption=_forest_caption,
        numbers=_event_numbers,
    ),
    "compare-articles": Row(
        shows="each article of two countries as a square, by primary frame dimension",
        file="compare-articles",
        subject=_held,
        measure=_squares,
        draw=lambda of, rows, style: article_squares(rows, style, side_names(of.ground, style)),
        caption=lambda of, rows: of_read(
            of.ground.ctx, rows, f"Each square is an article {of.about}. Squares are counted, not compared."
        ),
        numbers=_square_numbers,
    ),
}
"""Name to how the figure is made."""
