"""Events that both sides cover: at which level they match, and what is nearest where none does."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

import polars as pl

from framing.analysis.table import parents
from framing.study.umbrellas import over, under

NEAREST = 5
Level = Literal["own", "parts", "umbrella"]
LEVELS = pl.Enum(get_args(Level))
"""An event matches by articles on itself, by articles on its parts, or only through the umbrella that it is part of."""


_TEXT, _COUNT = pl.String(), pl.Int64()
_MATCHED = pl.Schema(
    {
        "event": _TEXT,
        "label": _TEXT,
        "kind": _TEXT,
        "level": LEVELS,
        "a": _COUNT,
        "b": _COUNT,
        "all_a": _COUNT,
        "all_b": _COUNT,
    }
)


class Match(NamedTuple):
    """The level at which both sides cover an event.

    Attributes:
        asked: the event that was asked for.
        event: the event at whose level the match was found.
        label: its English name.
        level: own, parts or umbrella.
        parts: one row per event of that level with articles, by date: ``event``, ``label``, ``first``, and the articles of
            each side, ``a`` and ``b``.
    """

    asked: str
    event: str
    label: str
    level: Level
    parts: pl.DataFrame


def matched_events(articles: pl.DataFrame, events: pl.DataFrame, names: tuple[str, str]) -> pl.DataFrame:
    """Every event that both sides cover, by itself or by its parts.

    Args:
        articles: one row per (article, side), with ``event``.
        events: the event table.
        names: the first and the second side.

    Returns:
        One row per event, in the order of the register: ``event``, ``label``, ``kind``, ``level`` (own or parts),
        articles on the event itself (``a``, ``b``) and with its parts (``all_a``, ``all_b``).

    >>> events = pl.DataFrame({"event": ["u", "x", "y"], "label": ["U", "X", "Y"], "kind": "visit", "part_of": [None, "u", "u"]})
    >>> articles = pl.DataFrame({"article": ["1", "2"], "side": ["a", "b"], "event": ["x", "y"]})
    >>> matched_events(articles, events, ("a", "b")).select("event", "level", "all_a", "all_b").rows()
    [('u', 'parts', 1, 1)]
    """
    rows = []
    counts = _counts(articles, names)
    tree = parents(events)
    for event in events.select(pl.col("event").cast(pl.String), "label", "kind").to_dicts():
        own = counts.get(event["event"], (0, 0))
        every = [counts.get(name, (0, 0)) for name in under(event["event"], tree)]
        all_a, all_b = (sum(pair[side] for pair in every) for side in (0, 1))
        if all_a and all_b:
            level = "own" if all(own) else "parts"
            rows.append((*event.values(), level, *own, all_a, all_b))
    return pl.DataFrame(rows, schema=_MATCHED, orient="row")


def match(articles: pl.DataFrame, events: pl.DataFrame, event: str, names: tuple[str, str]) -> Match | None:
    """The narrowest level at which both sides cover an event: itself, its parts, or the umbrellas above it.

    Args:
        articles: one row per (article, side), with ``event``.
        events: the event table.
        event: the event that was asked for.
        names: the first and the second side.

    Returns:
        The match, or None.

    >>> events = pl.DataFrame({"event": ["u", "x", "y"], "label": ["U", "X", "Y"], "kind": "visit", "first": None, "part_of": [None, "u", "u"]})
    >>> articles = pl.DataFrame({"article": ["1", "2"], "side": ["a", "b"], "event": ["x", "y"]})
    >>> found = match(articles, events, "x", ("a", "b"))
    >>> found.event, found.level, found.parts.select("event", "a", "b").rows()
    ('u', 'umbrella', [('x', 1, 0), ('y', 0, 1)])
    """
    tree = parents(events)
    levels: dict[str, Level] = {
        row["event"]: row["level"] for row in matched_events(articles, events, names).to_dicts()
    }
    for name in (event, *over(event, tree)):
        if name in levels:
            label = events.filter(pl.col("event").cast(pl.String) == name)["label"][0]
            inside = [name] if levels[name] == "own" and name == event else under(name, tree)
            level: Level = levels[name] if name == event else "umbrella"
            return Match(event, name, label, level, _parts(articles, events, inside, names))
    return None


def nearest_pairs(
    articles: pl.DataFrame, events: pl.DataFrame, names: tuple[str, str], limit: int = NEAREST
) -> pl.DataFrame:
    """Pairs of different events, one covered by each side, that come nearest to being the same.

    Args:
        articles: one row per (article, side), with ``event``.
        events: the event table.
        names: the first and the second side.
        limit: how many pairs.

    Returns:
        One row per pair, those under one umbrella first, then by the days between: ``event_a``, ``label_a``, ``first_a``,
        ``last_a``, ``articles_a``, ``records_a``, the same for b; ``umbrella`` (the narrowest of both, or null);
        ``days_apart``, 0 where they may coincide, to ``days_apart_most`` as far as their dates are known (null where one of
        them goes on); ``articles_apart``, the days between the nearest two articles.

    >>> from datetime import date
    >>> events = pl.DataFrame({"event": ["u", "x", "y"], "label": ["U", "X", "Y"], "part_of": [None, "u", "u"],
    ...     "first": [date(2014, 1, 1), date(2014, 2, 1), date(2014, 2, 9)], "last": [date(2014, 3, 1), date(2014, 2, 2), date(2014, 2, 9)]})
    >>> articles = pl.DataFrame({"article": ["1", "2"], "side": ["a", "b"], "event": ["x", "y"],
    ...     "published": [date(2014, 2, 1), date(2014, 2, 20)]})
    >>> found = nearest_pairs(articles, events, ("a", "b"))
    >>> found.select("event_a", "event_b", "umbrella", "days_apart", "days_apart_most", "articles_apart").rows()
    [('x', 'y', 'u', 7, 8, 19)]
    """
    one, other = (
        _covered(articles.filter(pl.col("side") == name), events).select(pl.all().name.suffix(suffix))
        for name, suffix in zip(names, ("_a", "_b"), strict=True)
    )
    pairs = one.join(other, how="cross").filter(pl.col("event_a") != pl.col("event_b"))
    near = [_nearest_days(*days) for days in pairs.select("published_a", "published_b").iter_rows()]
    pairs = pairs.drop("published_a", "published_b").with_columns(
        umbrella=_shared_umbrellas(pairs, events), **_days_apart(), articles_apart=pl.Series(near, dtype=pl.Int64)
    )
    order = (pl.col("umbrella").is_null(), "days_apart", "articles_apart", "event_a", "event_b")
    return pairs.sort(order, nulls_last=True).head(limit)


def _covered(articles: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The events of some articles: their number, ids and days, and the days of the event."""
    days = pl.col("published").drop_nulls().sort()
    held = articles.drop_nulls("event").group_by(pl.col("event").cast(pl.String))
    dated = events.select(pl.col("event").cast(pl.String), "label", "first", "last")
    return held.agg(articles=pl.len(), records=pl.col("article").sort(), published=days).join(dated, on="event")


def _shared_umbrellas(pairs: pl.DataFrame, events: pl.DataFrame) -> pl.Series:
    """The narrowest event that holds both of each pair; one of them may hold the other."""
    tree = parents(events)
    above = {name: [name, *over(name, tree)] for name in events["event"].cast(pl.String)}
    named = pairs.select("event_a", "event_b").iter_rows()
    return pl.Series(
        [next((up for up in above[one] if up in above[other]), None) for one, other in named], dtype=pl.String
    )


def _days_apart() -> dict[str, pl.Expr]:
    """An event that goes on has no last day: nothing that comes after its first lies at a distance from it."""
    between = pl.col("first_b") - pl.col("last_a"), pl.col("first_a") - pl.col("last_b")
    across = pl.col("last_b") - pl.col("first_a"), pl.col("last_a") - pl.col("first_b")
    both = pl.all_horizontal(pl.col("last_a", "last_b").is_not_null())
    return {
        "days_apart": pl.max_horizontal(*between, pl.duration()).dt.total_days(),
        "days_apart_most": pl.when(both).then(pl.max_horizontal(*across)).dt.total_days(),
    }


def _nearest_days(days: Sequence[date], others: Sequence[date]) -> int | None:
    """The days between the two dates of two rising rows that lie nearest to each other."""
    if not days or not others:
        return None
    places = ((day, bisect_left(others, day)) for day in days)
    return min(abs((day - other).days) for day, place in places for other in others[max(place - 1, 0) : place + 1])


def _counts(articles: pl.DataFrame, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Articles of each side on each event."""
    a, b = ((pl.col("side") == name).sum().alias(letter) for name, letter in zip(names, "ab", strict=True))
    counted = articles.group_by(pl.col("event").cast(pl.String)).agg(a, b).drop_nulls("event")
    return {event: (one, other) for event, one, other in counted.iter_rows()}


def _parts(articles: pl.DataFrame, events: pl.DataFrame, inside: Sequence[str], names: tuple[str, str]) -> pl.DataFrame:
    counts = {name: pair for name, pair in _counts(articles, names).items() if name in inside}
    rows = [(name, *pair) for name, pair in counts.items()]
    counted = pl.DataFrame(rows, schema={"event": pl.String, "a": pl.Int64, "b": pl.Int64}, orient="row")
    named = events.select(pl.col("event").cast(pl.String), "label", "first")
    return named.join(counted, on="event").sort("first", "event")
