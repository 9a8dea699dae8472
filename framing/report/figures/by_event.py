"""Figures of two sides event by event, and article by article where there are too few for more."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import polars as pl

from framing.analysis.floors import SHAREABLE
from framing.chart.sides import ALL, article_squares, event_forest
from framing.compare.by_event import differences_by_event, most_different
from framing.compare.records import article_cards, squares
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, event_link, number
from framing.report.figures.captions import heads
from framing.report.figures.recipe import Recipe
from framing.report.figures.sides import ComparedFrames, all_events, side_names, two_countries
from framing.report.figures.study import of_read
from framing.report.pairing import Pairing
from framing.report.sides import heads as side_heads
from framing.report.speech import plain
from framing.report.wording import decimals, points

FORESTS = 60
"""Events that a forest has rows for: those with most articles."""
SQUARES = 100
"""Squares that fit a row."""


class Held(NamedTuple):
    """The articles of two sides, whether or not they can be compared.

    Attributes:
        pairing: the study and its sides.
        cards: the articles, as from ``article_cards``.
        about: whether they are on one event and its parts, or on any.
    """

    pairing: Pairing
    cards: pl.DataFrame
    about: Literal["any", "event"] = "any"


def _held(ctx: Context) -> Held | Refusal:
    pairing = two_countries(ctx)
    return pairing if isinstance(pairing, Refusal) else Held(pairing, article_cards(pairing.chosen, {}))


def _squares(of: Held) -> pl.DataFrame | Refusal:
    rows = squares(of.cards)
    if (rows["place"] >= SQUARES).any():
        return Refusal(
            "too_many",
            f"More than {SQUARES} articles share a frame.",
            "A chart of shares, or a shorter window.",
            {"most": SQUARES},
        )
    return rows


def _by_event(of: ComparedFrames) -> pl.DataFrame:
    """The rows of the forest in the order of its events' dates, those on all events together last."""
    pairing, found = of.pairing, of.compared.verdicts
    verdicts = None if isinstance(found, Refusal) else found
    order = {name: nth for nth, name in enumerate(most_different(of.frames.shares, verdicts))}
    every = differences_by_event(pairing.chosen, of.compared.design)
    size = (pl.col("n_a") + pl.col("n_b")).rank("dense", descending=True)
    drawn = every.filter(size <= FORESTS)
    together = of.frames.shares.with_columns(
        event=pl.lit(ALL), records=pl.concat_list("records_a", "records_b").list.sort()
    )
    rows = pl.concat([drawn, together.select(drawn.columns)]).filter(pl.col("answer").is_in(list(order)))
    if verdicts is None:
        rows = rows.with_columns(low=pl.lit(None, pl.Float64), high=pl.lit(None, pl.Float64))
    days = pairing.ctx.events.select(first="first", event=pl.col("event").cast(pl.String))
    placed = rows.join(days, on="event", how="left").with_columns(
        nth=pl.col("answer").replace_strict(order, return_dtype=pl.Int64),
    )
    ordered: pl.DataFrame = placed.sort("nth", pl.col("event") == ALL, "first", "event", nulls_last=True)
    return ordered.drop("nth", "first")


def _event_numbers(of: ComparedFrames, rows: pl.DataFrame) -> Table:
    ctx = of.pairing.ctx
    told = tuple(
        (
            event_link(ctx, row["event"]) if row["event"] else line(ctx.style.words["all_events"]),
            line(ctx.frame_label(row["answer"])),
            *(_of_side(ctx, row, side) for side in "ab"),
            line(points(row["difference"], row["low"], row["high"]) if row["shown"] in SHAREABLE else "–"),
            _count(row["records"]),
        )
        for row in rows.to_dicts()
    )
    sides = side_heads(ctx, of.compared.sides)
    head = (*heads(ctx, "event", "frame"), *sides, *heads(ctx, "points", "articles"))
    return Table("", head, told, frozenset({2, 3, 4, 5}))


def _of_side(ctx: Context, row: Mapping[str, Any], side: str) -> Line:
    """How many articles of one side have the frame, of how many."""
    hits, n = (decimals(f"{row[f'{name}_{side}']:g}", ctx.say) for name in ("hits", "n"))
    return ctx.say("figures-of", hits=hits, n=n)


def _forest_caption(of: ComparedFrames, _: pl.DataFrame) -> str:
    """Which frames are drawn, and whether all events can be taken together."""
    apart = not isinstance(of.compared.verdicts, Refusal) and (of.compared.verdicts["verdict"] != "not_found").any()
    say = of.pairing.ctx.say
    none = (say("figures-forest-no-interval"),) if of.frames.shares["low"].is_null().all() else ()
    what = say.together(say("figures-forest", apart="yes" if apart else "no"), *none)
    return of_read(of.pairing.ctx, of.frames.shares, plain(what))


def _square_numbers(of: Held, rows: pl.DataFrame) -> Table:
    """The articles of each side by primary frame dimension, of those that occur."""
    held = rows.group_by("answer", "side").agg(pl.col("records").explode(empty_as_null=True).sort())
    records = {(row["answer"], row["side"]): row["records"] for row in held.to_dicts()}
    told = tuple(
        (line(label), *(_count(records.get((frame, side.name), [])) for side in of.pairing.pair))
        for frame, label in of.pairing.ctx.style.frames.items()
        if any((frame, side.name) in records for side in of.pairing.pair)
    )
    head = (*heads(of.pairing.ctx, "frame"), *side_heads(of.pairing.ctx, of.pairing.pair))
    return Table("", head, told, frozenset({1, 2}))


def _count(records: list[str]) -> Line:
    return number(len(records), records) if records else line("0")


FIGURES: Mapping[str, Recipe[Any]] = {
    "compare-events": Recipe(
        shows="the difference of two countries on each event, for the frame dimensions that differ most",
        file="compare-events",
        subject=all_events,
        measure=_by_event,
        draw=lambda of, rows, style: event_forest(rows, style, side_names(of.pairing, style)),
        caption=_forest_caption,
        numbers=_event_numbers,
    ),
    "compare-articles": Recipe(
        shows="each article of two countries as a square, by primary frame dimension",
        file="compare-articles",
        subject=_held,
        measure=_squares,
        draw=lambda of, rows, style: article_squares(rows, style, side_names(of.pairing, style)),
        caption=lambda of, rows: of_read(
            of.pairing.ctx, rows, of.pairing.ctx.say.text("figures-squares", about=of.about)
        ),
        numbers=_square_numbers,
    ),
}
"""Name to how the figure is made."""
