"""Who covered an event and when, who was silent, who was not searched; and what to say where nobody can be compared."""

from datetime import date
from typing import NamedTuple

import polars as pl

from framing.analysis import coverage
from framing.analysis.choices import EVER, Choices
from framing.analysis.table import Tables, parents
from framing.compare.matching import matched_events, nearest_pairs
from framing.compare.selection import GAP
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.study.umbrellas import under

CAVEAT = ", whatever the window and the voices"
"""Goes with coverage where a comparison leaves articles out: an outlet outside the window was not silent."""
SEARCHED = f"{-coverage.BEFORE.days}..+{coverage.AFTER.days} days"
"""The window in which a search for an event looks."""


class Unmatched(NamedTuple):
    """No event that both sides cover, and what comes nearest.

    Attributes:
        refusal: why there is no comparison, and what would have to be collected.
        nearest: pairs of events, as from ``nearest_pairs``.
        umbrellas: umbrella events that both sides touch, as from ``matched_events``.
        coverage: who covered the event, as from ``who_covered``; empty where no event was named.
    """

    refusal: Refusal
    nearest: pl.DataFrame
    umbrellas: pl.DataFrame
    coverage: pl.DataFrame


class Covered(NamedTuple):
    """What is known of the coverage of all events: the same whichever of them is looked at.

    Attributes:
        articles: one row per article of two sides, with ``days``; all windows and voices.
        cells: as from ``coverage.by_event`` of these articles.
    """

    articles: pl.DataFrame
    cells: pl.DataFrame


def covered(tables: Tables, articles: pl.DataFrame) -> Covered:
    """The coverage of all events by some articles.

    Args:
        tables: the study's tables.
        articles: one row per (article, side), with ``days``; all windows and voices.

    Returns:
        The coverage, for ``who_covered``.

    >>> from framing.compare.selection import selection
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> chosen = selection(tables, reading(tables), sides("yomiuri,rg", tables.outlets)).articles
    >>> covered(tables, chosen).articles.height == chosen.height
    True
    """
    once = articles.unique("article", keep="first", maintain_order=True).drop("side")
    return Covered(once, coverage.by_event(once, tables.events, tables.outlets, tables.searches))


def who_covered(tables: Tables, found: Covered, pair: tuple[Side, Side], event: str) -> pl.DataFrame:
    """Which outlet covered an event with its parts, from when on, and what it means where one did not.

    Args:
        tables: the study's tables.
        found: as from ``covered``.
        pair: the sides.
        event: the event.

    Returns:
        One row per outlet of the sides: ``side``, ``outlet``, ``name``, ``articles`` (on the event itself), ``with_parts``,
        ``first_published`` (a date), ``days`` (from the event to the earliest article; calendar days of each paper's own
        place), ``state`` (``framing.analysis.coverage.STATES``), ``records``.

    >>> from framing.compare.selection import selection
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> pair = sides("yomiuri,rg", tables.outlets)
    >>> chosen = selection(tables, reading(tables), pair).articles
    >>> who_covered(tables, covered(tables, chosen), pair, "e38b-medvedev-trip")["state"].to_list()
    ['not_searched', 'not_searched']
    """
    cells = found.cells.filter(pl.col("event").cast(pl.String) == event).with_columns(pl.col("outlet").cast(pl.String))
    about = found.articles.filter(pl.col("event").cast(pl.String).is_in(under(event, parents(tables.events))))
    first = about.sort("days", "earliest", "latest", nulls_last=True)
    earliest = first.group_by(pl.col("outlet").cast(pl.String)).agg(pl.col(GAP).first())
    names = tables.outlets.select(pl.col("outlet").cast(pl.String), "name")
    listed = [(side.name, outlet) for side in pair for outlet in side.outlets]
    return (
        pl.DataFrame(listed, schema={"side": pl.String, "outlet": pl.String}, orient="row")
        .join(cells, on="outlet", maintain_order="left")
        .join(names, on="outlet", maintain_order="left")
        .join(earliest, on="outlet", how="left", maintain_order="left")
        .select("side", "outlet", "name", "articles", "with_parts", "first_published", *GAP, "state", "records")
    )


def left_out(choices: Choices) -> str:
    """Words for the window and the voices that were chosen.

    Args:
        choices: window, voices and the rest.

    Returns:
        The words, with a space before them; empty where nothing is left out.

    >>> from framing.analysis.choices import Filter
    >>> left_out(Choices(voices=(Filter("speaker", ("outlet", "guest")),)))
    ' where speaker is outlet or guest'
    """
    window = "" if choices.window == EVER else f" in the window {choices.window}"
    return window + "".join(f" where {kept.variable} is {' or '.join(kept.answers)}" for kept in choices.voices)


def no_match(
    articles: pl.DataFrame, tables: Tables, pair: tuple[Side, Side], event: str = "", where: str = ""
) -> Unmatched:
    """What to say where no event is covered by both sides.

    Args:
        articles: one row per (article, side), with ``event`` and ``days``.
        tables: the study's tables.
        pair: the sides.
        event: the event that was asked for; empty where every event was.
        where: words for the window and the voices that were chosen; empty for all.

    Returns:
        The refusal ``no_matched_event``, which says what would have to be collected (on the event that was asked for, where
        one was), with the nearest pairs of events and the umbrellas that both sides touch.

    >>> from framing.compare.selection import selection
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> pair = sides("japan,russia", tables.outlets)
    >>> no_match(selection(tables, reading(tables), pair).articles, tables, pair).refusal.code
    'no_matched_event'
    """
    names = (pair[0].name, pair[1].name)
    nearest = nearest_pairs(articles, tables.events, names)
    offers = matched_events(articles, tables.events, names).filter(pl.col("level") == "parts")
    both = f"{pair[0].words} and {pair[1].words}"
    reason = (
        f"{both} do not both have articles on the event {event!r}, on its parts or under its umbrellas{where}."
        if event
        else f"There is no event on which both {both} have articles{where}."
    )
    silent = who_covered(tables, covered(tables, articles), pair, event) if event else pl.DataFrame()
    need = _wanted_on(articles, tables.events, pair, event) if event else _wanted(nearest, pair)
    return Unmatched(Refusal("no_matched_event", reason, need), nearest, offers, silent)


def _wanted_on(articles: pl.DataFrame, events: pl.DataFrame, pair: tuple[Side, Side], event: str) -> str:
    """What to collect on the event that was asked for."""
    inside = under(event, parents(events))
    held = articles.filter(pl.col("event").cast(pl.String).is_in(inside))["side"].unique().to_list()
    missing = [side.words for side in pair if side.name not in held]
    if not missing:
        return "A wider window, or more voices: both sides have articles on the event outside those chosen."
    row = events.row(by_predicate=pl.col("event").cast(pl.String) == event, named=True)
    parts = " or on its parts" if len(inside) > 1 else ""
    dated = _dated(row["label"], event, row["first"], row["last"])
    return f"Articles of {' and of '.join(missing)} on {dated}{parts}, searched in a window of {SEARCHED}."


def _wanted(nearest: pl.DataFrame, pair: tuple[Side, Side]) -> str:
    if nearest.is_empty():
        return "Coded articles of both sides with their events."
    best = nearest.row(0, named=True)
    one, other = (
        _dated(*(best[f"{name}_{letter}"] for name in ("label", "event", "first", "last"))) for letter in "ab"
    )
    return f"Articles of {pair[1].words} on {one}, or of {pair[0].words} on {other}. A search of {SEARCHED} around it will do."


def _dated(label: str, event: str, first: date, last: date | None) -> str:
    days = f"{first}" if first == last else f"some day from {first} to {last}" if last else f"from {first} on"
    return f"{label!r} ({event}, {days})"
