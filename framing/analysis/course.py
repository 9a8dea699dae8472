"""Measures of the course of coverage: themes, answers, expectations and plans by date, beside what a source says of them.

Tables hold one row per article and answer, never a share: an article counts once however many rows it has. ``day`` is the day that
the date rule gives an article (``period.day_under``); an article without one stands nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from framing.analysis.choices import Basis
from framing.analysis.grounds import INFERRED
from framing.analysis.period import Period, day_under, in_periods, quarter_start, spanning
from framing.analysis.table import parents
from framing.study.umbrellas import under

UNREALISED = "unrealised"
"""The status of an event that was planned and did not take place."""


def themes_by_article(frames: pl.DataFrame, articles: pl.DataFrame, basis: Basis = "published") -> pl.DataFrame:
    """Every article under each of its frame dimensions, and those that are excluded from frame analysis.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: the article table, or any selection of it.
        basis: the date rule.

    Returns:
        One row per (article, frame), by day: ``article``, ``outlet``, ``day``, ``headline``, ``frame``, ``role`` (primary, secondary,
        or excluded, with no frame).

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article": ["a", "b"], "outlet": "x", "published": date(2014, 5, 3), "section_quarter": None,
    ...     "cited": None, "headline": None, "excluded_because": [None, "a speech"]}, schema_overrides={"cited": pl.Date, "section_quarter": pl.String})
    >>> frames = articles.head(1).with_columns(frame=pl.lit("war"), role=pl.lit("primary"))
    >>> themes_by_article(frames, articles).select("article", "frame", "role").rows()
    [('a', 'war', 'primary'), ('b', None, 'excluded')]
    """
    columns = ["article", "outlet", "day", "headline", "frame", "role"]
    left_out = articles.filter(pl.col("excluded_because").is_not_null()).with_columns(
        frame=pl.lit(None, frames.schema["frame"]), role=pl.lit("excluded")
    )
    rows = [
        table.with_columns(pl.col("role").cast(pl.String), day=day_under(basis)).select(columns)
        for table in (frames, left_out)
    ]
    return pl.concat(rows).filter(pl.col("day").is_not_null()).sort("day", "article", "role", "frame")


def section_themes(sources: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """The theme that each source itself gives to a quarter.

    Args:
        sources: entries of ``sources.json``.

    Returns:
        One row per (quarter, theme), in order: ``first`` and ``last`` (days of the quarter), ``theme``; none where no section has one.

    >>> sections = [{"quarter": "2014Q1", "theme": "war"}, {"quarter": "2014Q2", "theme": None}]
    >>> section_themes([{"sections": sections}]).select("first", "theme").rows()
    [(datetime.date(2014, 1, 1), 'war')]
    """
    named = {
        (section["quarter"], section["theme"])
        for source in sources
        for section in source["sections"]
        if section["theme"] is not None
    }
    rows = []
    for quarter, theme in sorted(named):
        (span,) = spanning([quarter_start(quarter)], "quarter")
        rows.append((span.first, span.last, theme))
    return pl.DataFrame(rows, schema={"first": pl.Date, "last": pl.Date, "theme": pl.String}, orient="row")


def empty_periods(articles: pl.DataFrame, named: Sequence[Period], basis: Basis = "published") -> pl.DataFrame:
    """The periods in which the study holds no article.

    Args:
        articles: the article table, or any selection of it.
        named: periods in order.
        basis: the date rule.

    Returns:
        One row per period: ``period``, ``first``, ``last``.

    >>> from datetime import date
    >>> from framing.analysis.period import periods
    >>> articles = pl.DataFrame({"article": ["a"], "published": [date(2014, 5, 3)]})
    >>> empty_periods(articles, periods(date(2014, 1, 1), date(2014, 12, 31), "half"))["period"].to_list()
    ['2014H2']
    """
    held = set(in_periods(articles, list(named), basis)["period"].drop_nulls().cast(pl.String))
    schema: dict[str, Any] = {"period": pl.String, "first": pl.Date, "last": pl.Date}
    return pl.DataFrame([period for period in named if period.label not in held], schema=schema, orient="row")


def answers_by_article(values: pl.DataFrame, variables: Sequence[str], basis: Basis = "published") -> pl.DataFrame:
    """What each article answers on some variables, or why it does not.

    Args:
        values: one row per (article, variable), or per member of a set, of a reading.
        variables: which.
        basis: the date rule.

    Returns:
        One row per (article, variable, answer), by day: ``article``, ``outlet``, ``country``, ``day``, ``headline``, ``variable``,
        ``value`` and ``score`` (null without an answer), ``missing`` (null with one), ``inferred``.

    >>> from datetime import date
    >>> values = pl.DataFrame({"article": "a", "outlet": "x", "country": "JP", "published": date(2014, 5, 3), "headline": None,
    ...     "variable": "formula", "value": ["two", "four"], "score": None, "missing": None,
    ...     "ground": "attributed"})
    >>> answers_by_article(values, ["formula"])["value"].to_list()
    ['four', 'two']
    """
    columns = ["article", "outlet", "country", "day", "headline", "variable", "value", "score", "missing", "inferred"]
    return (
        values.filter(pl.col("variable").cast(pl.String).is_in(list(variables)))
        .with_columns(INFERRED.alias("inferred"), day=day_under(basis))
        .filter(pl.col("day").is_not_null())
        .select(columns)
        .unique(["article", "variable", "value", "missing"], keep="first")
        .sort("variable", "day", "article", "value")
    )


def claimed_directions(claims: pl.DataFrame, outlets: pl.DataFrame, variables: Sequence[str]) -> pl.DataFrame:
    """What claims say of the direction of some scales, and of which country.

    Args:
        claims: the claim table.
        outlets: the outlet table, which tells the country of a claim about one paper.
        variables: ordinal variables.

    Returns:
        One row per claim with a direction on one of them, in their order: ``claim``, ``variable``, ``sign`` (-1, 0, 1), ``first``,
        ``last``, ``words``, ``country`` (null where the source does not say whose).

    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> claimed_directions(tables.claims, tables.outlets, ["prospect"]).filter(pl.col("claim") == "rg-draw-dead")["country"].item()
    'RU'
    """
    homes = outlets.select("outlet", home="country")
    return (
        claims.filter(pl.col("ordinal").cast(pl.String).is_in(list(variables)))
        .join(homes, on="outlet", how="left", maintain_order="left")
        .select(
            "claim", variable="ordinal", sign="sign", first="first", last="last", words="words",
            country=pl.coalesce("country", "home"),
        )
    )  # fmt: skip


def without_outlet(claims: pl.DataFrame, outlets: pl.DataFrame) -> list[str]:
    """The countries that claims describe and of which the study has no outlet.

    Args:
        claims: the claim table.
        outlets: the outlet table, or any selection of it.

    Returns:
        Codes of countries, in the order of the claims.

    >>> claims = pl.DataFrame({"country": ["US", None, "JP", "US"]})
    >>> without_outlet(claims, pl.DataFrame({"country": ["JP"]}))
    ['US']
    """
    held = set(outlets["country"])
    return [code for code in claims["country"].drop_nulls().unique(maintain_order=True) if code not in held]


def unrealised_plans(events: pl.DataFrame) -> pl.DataFrame:
    """The events that were planned and did not take place, under the umbrella that holds them.

    Args:
        events: the event table.

    Returns:
        One row per such event, in their order: ``plan`` (its umbrella, or the event itself where it is part of none), ``event``,
        ``first``, ``last``, ``uncertain``.

    >>> from datetime import date
    >>> events = pl.DataFrame({"event": ["visit", "autumn"], "part_of": [None, "visit"], "status": ["happened", "unrealised"],
    ...     "first": date(2014, 9, 1), "last": date(2014, 11, 30), "uncertain": True})
    >>> unrealised_plans(events).select("plan", "event").rows()
    [('visit', 'autumn')]
    """
    event, above = (pl.col(name).cast(pl.String) for name in ("event", "part_of"))
    plan = pl.coalesce(above, event).alias("plan")
    return events.filter(pl.col("status") == UNREALISED).select(plan, event, "first", "last", "uncertain")


def expected_plans(
    values: pl.DataFrame, events: pl.DataFrame, variables: Sequence[str], basis: Basis = "published"
) -> pl.DataFrame:
    """Where articles on a plan that was not realised stand on some scales.

    Args:
        values: one row per (article, variable) of a reading, with ``event`` and ``relation``.
        events: the event table.
        variables: ordinal variables.
        basis: the date rule.

    Returns:
        The rows of ``answers_by_article`` for the articles on each ``plan`` of ``unrealised_plans``, or on any part of it, with
        ``event`` and ``previews`` (whether the article looks ahead to it), by plan, scale and day.

    >>> from datetime import date
    >>> values = pl.DataFrame({"article": ["a", "b"], "outlet": "x", "country": "JP", "published": date(2014, 5, 3), "headline": None,
    ...     "variable": "hope", "value": "1", "score": 1, "missing": None, "ground": None, "event": ["autumn", None], "relation": "previews"})
    >>> events = pl.DataFrame({"event": ["visit", "autumn"], "part_of": [None, "visit"], "status": ["happened", "unrealised"],
    ...     "first": date(2014, 9, 1), "last": date(2014, 11, 30), "uncertain": True})
    >>> expected_plans(values, events, ["hope"]).select("plan", "article", "score", "previews").rows()
    [('visit', 'a', 1, True)]
    """
    above = parents(events)
    about = [
        (plan, event)
        for plan in unrealised_plans(events)["plan"].unique(maintain_order=True)
        for event in under(plan, above)
    ]
    named = pl.DataFrame(about, schema={"plan": pl.String, "event": pl.String}, orient="row")
    said = values.select("article", pl.col("event").cast(pl.String), previews=pl.col("relation") == "previews").unique()
    order = pl.Enum(named["plan"].unique(maintain_order=True))
    return (
        answers_by_article(values, variables, basis)
        .join(said, on="article")
        .join(named, on="event")
        .with_columns(pl.col("plan").cast(order))
        .sort("plan", "variable", "day", "article")
        .with_columns(pl.col("plan").cast(pl.String))
    )


def paths(values: pl.DataFrame, variables: Sequence[str]) -> pl.DataFrame:
    """How the position of each outlet moved on some scales, article by article.

    Args:
        values: one row per (article, variable) of a reading.
        variables: ordinal variables.

    Returns:
        One row per article that takes a position, by outlet, scale and date, of outlets with two or more on that scale: ``outlet``,
        ``variable``, ``published``, ``score``, ``article``, ``inferred``.

    >>> from datetime import date
    >>> values = pl.DataFrame({"article": ["a", "b", "c"], "outlet": ["x", "x", "y"], "variable": "hope", "score": [1, -1, 0], "ground": "attributed",
    ...     "published": [date(2014, 2, 9), date(2015, 7, 2), date(2015, 1, 1)]})
    >>> paths(values, ["hope"]).select("outlet", "score").rows()
    [('x', 1), ('x', -1)]
    """
    of = ["outlet", "variable"]
    return (
        values.filter(pl.col("variable").cast(pl.String).is_in(list(variables)), pl.col("score").is_not_null())
        .select(*of, "published", "score", "article", INFERRED.alias("inferred"))
        .unique()
        .filter(pl.len().over(of) > 1)
        .sort(*of, "published", "article")
    )
