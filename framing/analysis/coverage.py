"""What the study holds and what it does not: coverage by period and by event, and articles that move in time.

An empty cell is one of four things, and never a zero: silent (searched, none found), not published, not searched, or
found by a search and not yet entered.
"""

from datetime import timedelta

import polars as pl

from framing.analysis.period import BASES, Period, day_under, in_periods, label
from framing.analysis.table import parents
from framing.study.umbrellas import over

STATES = pl.Enum(["covered", "silent", "not_published", "not_entered", "not_searched"])
WORDS = {
    "covered": "covered",
    "silent": "silent: searched, none found",
    "not_published": "not published on these days",
    "not_entered": "found by a search, not yet entered",
    "not_searched": "not searched",
}
BEFORE, AFTER = timedelta(days=3), timedelta(days=7)
"""Days around an event that a search must span before a paper can be called silent on it."""


def by_period(
    articles: pl.DataFrame, outlets: pl.DataFrame, searches: pl.DataFrame, named: list[Period], basis: str = "published"
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
    >>> none = {"search": pl.String, "outlet": pl.String, "from": pl.Date, "to": pl.Date, "found": pl.Int64,
    ...         "events": pl.List(pl.String)}
    >>> halves = periods(date(2014, 1, 1), date(2014, 12, 31), "half")
    >>> by_period(articles, outlets, pl.DataFrame(schema=none), halves).select("period", "articles", "state").rows()
    [('2014H1', 1, 'covered'), ('2014H2', 0, 'not_searched')]
    """
    words = pl.Enum([period.label for period in named])
    frame = pl.DataFrame(
        {"period": [p.label for p in named], "first": [p.first for p in named], "last": [p.last for p in named]},
        schema={"period": words, "first": pl.Date, "last": pl.Date},
    )
    counted = (
        in_periods(articles, named, basis)
        .group_by("outlet", "period")
        .agg(articles=pl.len(), records=pl.col("article").sort())
    )
    grid = outlets.select("outlet", "not_published").join(frame, how="cross")
    cells = _counted(grid, counted, ["outlet", "period"])
    spanned = cells.join(searches, on="outlet").filter(
        pl.col("events").list.len() == 0, pl.col("from") <= pl.col("first"), pl.col("to") >= pl.col("last")
    )
    entered = articles.with_columns(ancestor=pl.lit(None, pl.String))
    return _with_state(cells, _searched(spanned, entered, ["outlet", "period"]), ["outlet", "period"]).select(
        "outlet", "period", "articles", "state", "records"
    )


def by_event(
    articles: pl.DataFrame, events: pl.DataFrame, outlets: pl.DataFrame, searches: pl.DataFrame
) -> pl.DataFrame:
    """How many articles each outlet has on each event, alone and with its parts, and what an empty cell means.

    Args:
        articles: one row per article of a reading, with ``event``.
        events: the event table.
        outlets: the outlet table.
        searches: the search table; a search counts that names the event, or that was made for no single event and spans
            the event with the days ``BEFORE`` and ``AFTER`` it.

    Returns:
        One row per (event, outlet), in their orders: ``label``; ``articles`` on the event itself, ``with_parts`` (itself and
        everything under it, each article once); ``first_published`` (a date), ``state`` (``STATES``) and ``records``, all
        three of the event with its parts; ``own_records`` of the event itself.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article": ["a"], "outlet": ["x"], "published": [date(2014, 2, 9)], "event": ["visit"]})
    >>> events = pl.DataFrame({"event": ["talks", "visit"], "label": ["Talks", "Visit"], "part_of": [None, "talks"],
    ...     "first": [date(2014, 1, 1), date(2014, 2, 8)], "last": [date(2014, 12, 31), date(2014, 2, 8)]})
    >>> outlets = pl.DataFrame({"outlet": ["x"], "not_published": [[]]}, schema_overrides={"not_published": pl.List(pl.Date)})
    >>> none = {"search": pl.String, "outlet": pl.String, "from": pl.Date, "to": pl.Date, "found": pl.Int64,
    ...         "events": pl.List(pl.String)}
    >>> by_event(articles, events, outlets, pl.DataFrame(schema=none)).select("event", "articles", "with_parts").rows()
    [('talks', 0, 1), ('visit', 1, 1)]
    """
    own = articles.group_by("event", "outlet").agg(own=pl.len(), own_records=pl.col("article").sort())
    about = articles.join(_lineage(events), on="event", how="left")
    counted = about.group_by(pl.col("ancestor").alias("event"), "outlet").agg(
        articles=pl.len(), first_published=pl.col("published").min(), records=pl.col("article").sort()
    )
    dates = events.select("event", "label", first=pl.col("first") - BEFORE, last=pl.col("last") + AFTER)
    grid = dates.join(outlets.select("outlet", "not_published"), how="cross")
    cells = _counted(grid, counted, ["event", "outlet"])
    spanned = cells.join(searches, on="outlet").filter(
        pl.col("events").list.contains(pl.col("event").cast(pl.String))
        | ((pl.col("events").list.len() == 0) & (pl.col("from") <= pl.col("first")) & (pl.col("to") >= pl.col("last")))
    )
    return (
        _with_state(cells, _searched(spanned, about, ["event", "outlet"]), ["event", "outlet"])
        .join(own, on=["event", "outlet"], how="left", maintain_order="left")
        .select(
            "event", "label", "outlet", articles=pl.col("own").fill_null(0), with_parts="articles",
            first_published="first_published", state="state", records="records", own_records=pl.col("own_records").fill_null([]),
        )
    )  # fmt: skip


def _lineage(events: pl.DataFrame) -> pl.DataFrame:
    """Every (event, ancestor) pair, an event being its own first ancestor."""
    tree = parents(events)
    rows = [(event, ancestor) for event in tree for ancestor in (event, *over(event, tree))]
    words = events.schema["event"]
    return pl.DataFrame(rows, schema={"event": words, "ancestor": words}, orient="row")


def _counted(grid: pl.DataFrame, counted: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    return grid.join(counted, on=keys, how="left", maintain_order="left").with_columns(
        pl.col("articles").fill_null(0), pl.col("records").fill_null([])
    )


def _searched(spanned: pl.DataFrame, articles: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """Per cell that searches span: whether everything that each of them found has been entered.

    Args:
        spanned: one row per (cell, search).
        articles: one row per article and ``ancestor``, an event that it counts for.
        keys: what makes a cell.
    """
    about = pl.col("events").list.contains(pl.col("ancestor").cast(pl.String)) | (pl.col("events").list.len() == 0)
    entered = (
        spanned.select("search", "outlet", "from", "to", "events")
        .unique("search")
        .join(articles, on="outlet")
        .filter(pl.col("published").is_between(pl.col("from"), pl.col("to")), about)
        .group_by("search")
        .agg(entered=pl.col("article").n_unique())
    )
    return (
        spanned.join(entered, on="search", how="left")
        .group_by(keys)
        .agg(complete=(pl.col("entered").fill_null(0) >= pl.col("found")).all())
    )


def _with_state(cells: pl.DataFrame, searched: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    days = pl.date_ranges(pl.col("first"), pl.col("last"))
    closed = days.list.set_difference("not_published").list.len() == 0
    state = (
        pl.when(pl.col("articles") > 0).then(pl.lit("covered"))
        .when(closed).then(pl.lit("not_published"))
        .when(pl.col("complete")).then(pl.lit("silent"))
        .when(~pl.col("complete")).then(pl.lit("not_entered"))
        .otherwise(pl.lit("not_searched"))
    )  # fmt: skip
    return cells.join(searched, on=keys, how="left", maintain_order="left").with_columns(state=state.cast(STATES))


def moved(articles: pl.DataFrame, every: str = "quarter") -> pl.DataFrame:
    """The articles that change period when another date rule is used.

    Args:
        articles: the article table.
        every: month, quarter, half or year.

    Returns:
        One row per article that moves, by its period: ``article``, ``outlet``, and the names of its periods under
        ``published``, ``cited`` and ``section``.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article": ["n9"], "outlet": ["sankei"], "published": [date(2014, 10, 18)],
    ...     "cited": [date(2016, 10, 8)], "section_quarter": ["2014Q4"]})
    >>> moved(articles).rows()
    [('n9', 'sankei', '2014Q4', '2016Q4', '2014Q4')]
    """
    days = [day_under(basis).alias(basis) for basis in BASES]
    named = articles.select("article", "outlet", *days).with_columns(
        pl.col(BASES).map_elements(lambda day: label(day, every), return_dtype=pl.String)
    )
    first, *others = BASES
    return named.filter(pl.any_horizontal(pl.col(others) != pl.col(first))).sort(first, "article")
