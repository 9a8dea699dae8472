"""What the study holds and what it does not: coverage by period and by event, and articles that move in time.

An empty cell is one of four things, and never a zero: silent (searched, none found), not published, not searched, or
found by a search and not yet entered.
"""

from datetime import timedelta
from typing import Any

import polars as pl

from framing.analysis.choices import Basis
from framing.analysis.period import COLUMNS, Period, days, in_periods
from framing.analysis.sums import counts
from framing.analysis.table import parents
from framing.analysis.totals import with_records
from framing.study.umbrellas import over

WORDS = {
    "covered": "covered",
    "silent": "silent: searched, none found",
    "not_published": "not published on these days",
    "not_entered": "found by a search, not yet entered",
    "not_searched": "not searched",
}
"""What a cell is, from what is known to what is not, in words."""
STATES = pl.Enum(list(WORDS))
BEFORE, AFTER = timedelta(days=3), timedelta(days=7)
"""Days around an event that a search must span before a paper can be called silent on it."""
ASIDE = ("background", "withdrawn")
"""What became of events on which no coverage is expected: they get cells only where an article is about them."""
SEARCHES: dict[str, Any] = {
    **dict.fromkeys(("search", "outlet"), pl.String), "from": pl.Date, "to": pl.Date, "found": pl.Int64, "events": pl.List(pl.String),
}  # fmt: skip
"""Columns of the search table that coverage goes by."""
_UNBOUND = pl.col("events").list.len() == 0
_SPANS = _UNBOUND & (pl.col("from") <= pl.col("first")) & (pl.col("to") >= pl.col("last"))
"""Whether a search, made for no single event, spans all days of a cell."""


def by_period(
    articles: pl.DataFrame,
    outlets: pl.DataFrame,
    searches: pl.DataFrame,
    named: list[Period],
    basis: Basis = "published",
) -> pl.DataFrame:
    """How many articles each outlet has in each period, and what an empty cell means.

    Args:
        articles: the article table, or any selection of it.
        outlets: the outlet table: one row of the grid each.
        searches: the search table; only a search that was made for no single event, and spans the whole period, counts.
        named: periods in order.
        basis: the date rule (``period.BASES``).

    Returns:
        One row per (outlet, period), in their orders: ``articles`` (count), ``state`` (``STATES``), ``records``.

    >>> from datetime import date
    >>> from framing.analysis.period import periods
    >>> articles = pl.DataFrame({"article": ["a"], "outlet": ["x"], "published": [date(2014, 5, 3)]})
    >>> outlets = pl.DataFrame({"outlet": ["x"], "not_published": [[]]}, schema_overrides={"not_published": pl.List(pl.Date)})
    >>> halves = periods(date(2014, 1, 1), date(2014, 12, 31), "half")
    >>> by_period(articles, outlets, pl.DataFrame(schema=SEARCHES), halves).select("period", "articles", "state").rows()
    [('2014H1', 1, 'covered'), ('2014H2', 0, 'not_searched')]
    """
    cells = period_totals(articles, outlets, searches, named, basis)
    return with_records(cells, in_periods(articles, named, basis), ["outlet", "period"])


def period_totals(
    articles: Any, outlets: pl.DataFrame, searches: pl.DataFrame, named: list[Period], basis: Basis = "published"
) -> pl.DataFrame:
    """``by_period`` without ``records``, from articles on any engine (see ``framing.analysis.totals``).

    >>> from datetime import date
    >>> articles = pl.LazyFrame({"outlet": ["x"], "published": [date(2014, 5, 3)]})
    >>> outlets = pl.DataFrame({"outlet": ["x"], "not_published": [[]]}, schema_overrides={"not_published": pl.List(pl.Date)})
    >>> may = [Period("May", date(2014, 5, 1), date(2014, 5, 31))]
    >>> period_totals(articles, outlets, pl.DataFrame(schema=SEARCHES), may).rows()
    [('x', 'May', 1, 'covered')]
    """
    keys = ["outlet", "period"]
    dated = counts(articles, ("outlet", *COLUMNS[basis])).with_columns(_as_in(outlets, "outlet"))
    grid = outlets.select("outlet", "not_published").join(days(named), how="cross")
    counted = in_periods(dated, named, basis).group_by(keys).agg(pl.col("articles").sum())
    cells = grid.join(counted, on=keys, how="left", maintain_order="left")
    about = dated.with_columns(event=pl.lit(None, pl.String), ancestor=pl.lit(None, pl.String))
    return _with_state(cells, searches, about, keys, _SPANS).select(*keys, "articles", "state")


def by_event(
    articles: pl.DataFrame, events: pl.DataFrame, outlets: pl.DataFrame, searches: pl.DataFrame
) -> pl.DataFrame:
    """How many articles each outlet has on each event, alone and with its parts, and what an empty cell means.

    Args:
        articles: one row per article of a reading, with ``event``.
        events: the event table.
        outlets: the outlet table.
        searches: the search table; those count that name the event, or no event while they span ``BEFORE`` to ``AFTER``.

    Returns:
        One row per (event, outlet) in order, events ``ASIDE`` only if some article is about them: ``label``; ``articles`` and
        ``own_records`` of itself; with its parts, ``with_parts``, ``first_published`` (a date), ``state`` and ``records``.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article": ["a"], "outlet": ["x"], "published": [date(2014, 2, 9)], "event": ["visit"]})
    >>> events = pl.DataFrame({"event": ["talks", "visit"], "label": ["Talks", "Visit"], "part_of": [None, "talks"],
    ...     "first": [date(2014, 1, 1), date(2014, 2, 8)], "last": [date(2014, 12, 31), date(2014, 2, 8)],
    ...     "status": "happened"})
    >>> outlets = pl.DataFrame({"outlet": ["x"], "not_published": [[]]}, schema_overrides={"not_published": pl.List(pl.Date)})
    >>> by_event(articles, events, outlets, pl.DataFrame(schema=SEARCHES)).select("event", "articles", "with_parts").rows()
    [('talks', 0, 1), ('visit', 1, 1)]
    """
    keys, about = ["event", "outlet"], articles.join(_lineage(events), on="event").drop("event")
    cells = with_records(event_totals(articles, events, outlets, searches), about.rename({"ancestor": "event"}), keys)
    return cells.with_columns(own_records=with_records(cells.select(keys), articles, keys)["records"])


def event_totals(articles: Any, events: pl.DataFrame, outlets: pl.DataFrame, searches: pl.DataFrame) -> pl.DataFrame:
    """``by_event`` without ``records`` and ``own_records``, from articles on any engine (see ``framing.analysis.totals``).

    >>> from datetime import date
    >>> articles = pl.LazyFrame({"outlet": ["x"], "published": [date(2014, 2, 9)], "event": ["visit"]})
    >>> events = pl.DataFrame({"event": ["visit"], "label": ["Visit"], "part_of": pl.Series([None], dtype=pl.String),
    ...     "first": [date(2014, 2, 8)], "last": [date(2014, 2, 8)], "status": "happened"})
    >>> outlets = pl.DataFrame({"outlet": ["x"], "not_published": [[]]}, schema_overrides={"not_published": pl.List(pl.Date)})
    >>> event_totals(articles, events, outlets, pl.DataFrame(schema=SEARCHES)).select("event", "articles", "state").rows()
    [('visit', 1, 'covered')]
    """
    keys = ["event", "outlet"]
    dated = counts(articles, (*keys, "published")).with_columns(_as_in(events, "event"), _as_in(outlets, "outlet"))
    own = dated.group_by(keys).agg(own=pl.col("articles").sum())
    about = dated.join(_lineage(events), on="event", how="left")
    counted = about.group_by(pl.col("ancestor").alias("event"), "outlet").agg(
        pl.col("articles").sum(), first_published=pl.col("published").min()
    )
    grid = _days(events, counted["event"]).join(outlets.select("outlet", "not_published"), how="cross")
    cells = grid.join(counted, on=keys, how="left", maintain_order="left")
    named = pl.col("events").list.contains(pl.col("event").cast(pl.String))
    found = _with_state(cells, searches, about, keys, named | _SPANS).rename({"articles": "with_parts"})
    return found.join(own, on=keys, how="left", maintain_order="left").select(
        "event", "label", "outlet", pl.col("own").fill_null(0).alias("articles"), "with_parts", "first_published", "state"
    )  # fmt: skip


def covered_events(articles: pl.DataFrame, events: pl.DataFrame) -> tuple[str, ...]:
    """The events that some article is about, itself or through a part.

    Args:
        articles: one row per article of a reading, with ``event``.
        events: the event table.

    Returns:
        Ids, in the order of the event table.

    >>> events = pl.DataFrame({"event": ["talks", "visit", "vote"], "part_of": [None, "talks", None]})
    >>> covered_events(pl.DataFrame({"event": ["visit", None]}), events)
    ('talks', 'visit')
    """
    about = _lineage(events).join(articles, on="event", how="semi")["ancestor"]
    return tuple(events["event"].cast(pl.String).filter(events["event"].is_in(about.implode())))


def also_named(articles: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The articles that name an event, or a part of it, beside another one that they are about.

    Args:
        articles: one row per article of a reading, with ``event`` and ``others``.
        events: the event table.

    Returns:
        One row per (event, article), in the orders of the two tables: ``named``, which of the event and its parts; no row
        where the article is about the event, itself or through a part, for then ``by_event`` counts it.

    >>> events = pl.DataFrame({"event": ["talks", "visit", "vote"], "part_of": [None, "talks", None]})
    >>> articles = pl.DataFrame({"article": ["a", "b"], "event": ["vote", "talks"], "others": [["visit"], ["visit", "vote"]]})
    >>> also_named(articles, events).rows()
    [('talks', 'a', ['visit']), ('visit', 'a', ['visit']), ('visit', 'b', ['visit']), ('vote', 'b', ['vote'])]
    """
    words, lineage = pl.Enum(events["event"].cast(pl.String)), _lineage(events)
    numbered = articles.with_row_index("row").with_columns(pl.col("event").cast(pl.String))
    named = (
        numbered.select("row", "article", "others").explode("others").rename({"others": "event"}).drop_nulls("event")
    )
    about = numbered.join(lineage.cast(pl.String), on="event").select("article", "ancestor")
    return (
        named.cast({"event": pl.String})
        .join(lineage.cast(pl.String), on="event")
        .join(about, on=["article", "ancestor"], how="anti")
        .group_by(pl.col("ancestor").cast(words), "row", "article")
        .agg(named=pl.col("event").sort_by(pl.col("event").cast(words)))
        .sort("ancestor", "row")
        .select("article", "named", event="ancestor")
        .select("event", "article", "named")
    )


def uncovered(cells: pl.DataFrame) -> pl.DataFrame:
    """The events that no article is about, neither itself nor a part of it.

    Args:
        cells: as from ``by_event``.

    Returns:
        One row per event, in their order: ``event`` and ``state``; where outlets differ, the state in which least is known.

    >>> states = pl.Series(["covered", "silent", "not_searched"], dtype=STATES)
    >>> cells = pl.DataFrame({"event": ["talks", "visit", "visit"], "with_parts": [1, 0, 0], "state": states})
    >>> uncovered(cells).rows()
    [('visit', 'not_searched')]
    """
    totals = cells.group_by("event", maintain_order=True).agg(pl.col("with_parts").sum(), pl.col("state").max())
    return totals.filter(pl.col("with_parts") == 0).select("event", "state")


def state_counts(empty: pl.DataFrame) -> pl.DataFrame:
    """How many cells without an article are in each state.

    Args:
        empty: any rows with a ``state``.

    Returns:
        One row per state that occurs, in the order of ``STATES``: ``state`` and ``cells`` (count).

    >>> state_counts(pl.DataFrame({"state": pl.Series(["not_searched", "silent", "silent"], dtype=STATES)})).rows()
    [('silent', 2), ('not_searched', 1)]
    """
    return empty.group_by("state").agg(cells=pl.len()).sort("state")


def _days(events: pl.DataFrame, covered: pl.Series) -> pl.DataFrame:
    """The days that a search must span, of each event of the period and of any other that an article is about."""
    expected = ~pl.col("status").is_in(ASIDE) | pl.col("event").is_in(covered.implode())
    return events.filter(expected).select("event", "label", first=pl.col("first") - BEFORE, last=pl.col("last") + AFTER)


def _as_in(register: pl.DataFrame, name: str) -> pl.Expr:
    """A column in the words of a register, which other engines do not know."""
    return pl.col(name).cast(register.schema[name])


def _lineage(events: pl.DataFrame) -> pl.DataFrame:
    """Every (event, ancestor) pair, an event being its own first ancestor."""
    tree = parents(events)
    rows = [(event, ancestor) for event in tree for ancestor in (event, *over(event, tree))]
    words = events.schema["event"]
    return pl.DataFrame(rows, schema={"event": words, "ancestor": words}, orient="row")


def _with_state(
    cells: pl.DataFrame, searches: pl.DataFrame, about: pl.DataFrame, keys: list[str], spans: pl.Expr
) -> pl.DataFrame:
    """The cells, each with its state.

    Args:
        cells: one row per cell, with its days and, where there are any, how many articles.
        searches: the search table.
        about: how many ``articles`` of an outlet, day and event there are, for each ``ancestor`` that they count for.
        keys: what makes a cell.
        spans: whether a search covers a cell.
    """
    cells = cells.with_columns(pl.col("articles").fill_null(0))
    spanned = cells.join(searches, on="outlet").filter(spans)
    searched = spanned.join(_entered(spanned, about), on="search", how="left").group_by(keys)
    complete = searched.agg(complete=(pl.col("entered").fill_null(0) >= pl.col("found")).all())
    closed = pl.date_ranges(pl.col("first"), pl.col("last")).list.set_difference("not_published").list.len() == 0
    state = (
        pl.when(pl.col("articles") > 0).then(pl.lit("covered"))
        .when(closed).then(pl.lit("not_published"))
        .when(pl.col("complete")).then(pl.lit("silent"))
        .when(~pl.col("complete")).then(pl.lit("not_entered"))
        .otherwise(pl.lit("not_searched"))
    )  # fmt: skip
    return cells.join(complete, on=keys, how="left", maintain_order="left").with_columns(state=state.cast(STATES))


def _entered(searches: pl.DataFrame, about: pl.DataFrame) -> pl.DataFrame:
    """How many articles have been entered of those that each search looked for: its outlet, its days and its events."""
    wanted = pl.col("events").list.contains(pl.col("ancestor").cast(pl.String)) | _UNBOUND
    return (
        searches.select("search", "outlet", "from", "to", "events")
        .unique("search")
        .join(about, on="outlet")
        .filter(pl.col("published").is_between(pl.col("from"), pl.col("to")), wanted)
        .drop("ancestor", "events")
        .unique()
        .group_by("search")
        .agg(entered=pl.col("articles").sum())
    )
