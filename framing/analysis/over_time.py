"""Frame dimensions over time, of outlets or of several taken together: articles per period, and shares where there are enough."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from framing.analysis.cells import words
from framing.analysis.choices import Basis
from framing.analysis.coverage import STATES
from framing.analysis.floors import SHARE
from framing.analysis.measure import frame_shares
from framing.analysis.period import Period, days, in_periods
from framing.analysis.reading import Reading
from framing.analysis.table import parents
from framing.study.umbrellas import over


class Group(NamedTuple):
    """Outlets that are followed over time together.

    Attributes:
        name: the id of an outlet, or a side as it was written, for example japan.
        outlets: ids of its outlets.
    """

    name: str
    outlets: tuple[str, ...]


def frames_over_time(
    read: Reading, cells: pl.DataFrame, groups: Sequence[Group], named: list[Period], basis: Basis = "published"
) -> pl.DataFrame:
    """How many articles of each group carry each frame dimension in each period.

    Args:
        read: a reading.
        cells: what each outlet holds in these periods, as from ``coverage.by_period``.
        groups: which outlets, alone or together.
        named: periods in order, one or more.
        basis: the date rule.

    Returns:
        One row per (group, frame, period), in their orders: ``first`` and ``last`` (its days); the columns of
        ``frame_shares`` for primary frames; ``further`` (articles with it as a secondary one) and ``further_records``; ``state``: of
        several outlets covered where any is, else that in which least is known. An article without a date is in no row.

    >>> from datetime import date
    >>> from framing.analysis import coverage, period, reading
    >>> from framing.corpus import read
    >>> tables, halves = read().tables, period.periods(date(2014, 1, 1), date(2014, 12, 31), "half")
    >>> cells = coverage.by_period(tables.articles, tables.outlets, tables.searches, halves)
    >>> found = frames_over_time(reading.reading(tables), cells, [Group("rg", ("rg",))], halves)
    >>> found.filter(pl.col("articles") > 0).select("period", "frame", "articles", "of", "shown").rows()[0]
    ('2014H2', 'ukraine', 1, 1, 'count')
    """
    framed, articles = (_grouped(table, groups, named, basis) for table in (read.frames, read.articles))
    by, keys, grid = ["group", "period"], ["group", "period", "frame"], _states(cells, groups, named)
    secondary = framed.filter(pl.col("role") == "secondary").group_by(keys)
    return (
        grid.join(words(read.frames, "frame"), how="cross")
        .join(frame_shares(framed, articles, by=by), on=keys, how="left")
        .join(secondary.agg(further=pl.len(), further_records=pl.col("article").sort()), on=keys, how="left")
        .with_columns(
            pl.col("articles", "of", "further").fill_null(0),
            pl.col("records", "further_records").fill_null([]),
            pl.col("shown").fill_null("nothing"),
        )
        .sort("group", "frame", "period")
    )


def _members(groups: Sequence[Group]) -> pl.DataFrame:
    """One row per outlet of each group; an outlet may be in several."""
    words = pl.Enum([group.name for group in groups])
    rows = [(outlet, group.name) for group in groups for outlet in group.outlets]
    return pl.DataFrame(rows, schema={"outlet": pl.String, "group": words}, orient="row")


def _grouped(table: pl.DataFrame, groups: Sequence[Group], named: list[Period], basis: Basis) -> pl.DataFrame:
    """The rows within the periods, once for each group that their outlet is in."""
    dated = in_periods(table, named, basis).filter(pl.col("period").is_not_null())
    return dated.with_columns(pl.col("outlet").cast(pl.String)).join(_members(groups), on="outlet")


def _states(cells: pl.DataFrame, groups: Sequence[Group], named: list[Period]) -> pl.DataFrame:
    """What each group holds in each period, with the days of the period."""
    several = pl.when((pl.col("state") == "covered").any()).then(pl.lit("covered", STATES))
    members = cells.with_columns(pl.col("outlet").cast(pl.String)).join(_members(groups), on="outlet")
    return (
        members.group_by("group", "period")
        .agg(state=several.otherwise(pl.col("state").max()))
        .join(days(named), on="period")
    )


def gives_shares(cells: pl.DataFrame) -> bool:
    """Whether a group has enough articles for shares: in at least half of its periods with articles, the fewest for a share.

    Args:
        cells: rows of ``frames_over_time`` of one group.

    Returns:
        False of a group without any article.

    >>> cells = pl.DataFrame({"period": ["2014", "2015", "2016"], "of": [9, 4, 0], "n": [9.0, 4.0, None]})
    >>> gives_shares(cells), gives_shares(cells.tail(2))
    (True, False)
    """
    held = cells.unique("period").filter(pl.col("of") > 0)
    return bool(held.height) and 2 * held.filter(pl.col("n") >= SHARE).height >= held.height


def with_articles(events: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """How many articles are about each event, itself or through a part.

    Args:
        events: the event table.
        articles: one row per article of a reading, with ``event``.

    Returns:
        The event table with ``articles`` (count).

    >>> events = pl.DataFrame({"event": ["talks", "visit", "vote"], "part_of": [None, "talks", None]})
    >>> with_articles(events, pl.DataFrame({"article": ["a", "b"], "event": ["visit", None]}))["articles"].to_list()
    [1, 1, 0]
    """
    tree, counted = parents(events), Counter(articles["event"].cast(pl.String).drop_nulls())
    totals = Counter(dict.fromkeys(tree, 0))
    for event, count in counted.items():
        for ancestor in (event, *over(event, tree)):
            totals[ancestor] += count
    named = events["event"].cast(pl.String)
    return events.with_columns(articles=pl.Series([totals[name] for name in named], dtype=pl.Int64))
