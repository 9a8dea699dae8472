"""Periods: which stretch of time an article belongs to, under a named date rule."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar, get_args

import polars as pl

from framing.analysis.choices import Basis, Every

Table = TypeVar("Table", pl.DataFrame, pl.LazyFrame)

BASES: tuple[Basis, ...] = get_args(Basis)
COLUMNS: dict[Basis, tuple[str, ...]] = {
    "published": ("published",),
    "cited": ("published", "cited"),
    "section": ("published", "section_quarter"),
}
"""Columns of the article table that decide the day under each date rule."""
LENGTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Period(NamedTuple):
    """A stretch of time with both its days included."""

    label: str
    first: date
    last: date


def days(named: Sequence[Period]) -> pl.DataFrame:
    """One row per period: ``period`` (an Enum of their names), and its ``first`` and ``last`` day.

    >>> days([Period("2014", date(2014, 1, 1), date(2014, 12, 31))]).row(0)
    ('2014', datetime.date(2014, 1, 1), datetime.date(2014, 12, 31))
    """
    words = pl.Enum([period.label for period in named])
    return pl.DataFrame(named, schema={"period": words, "first": pl.Date, "last": pl.Date}, orient="row")


def label(day: date, every: Every) -> str:
    """The name of the period that a day belongs to.

    Args:
        day: any day.
        every: month, quarter, half or year (``LENGTHS``).

    Returns:
        For example 2014-10, 2014Q4, 2014H2 or 2014.

    >>> [label(date(2014, 10, 18), every) for every in ("month", "quarter", "half", "year")]
    ['2014-10', '2014Q4', '2014H2', '2014']
    """
    names = {
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year}Q{(day.month + 2) // 3}",
        "half": f"{day.year}H{1 if day.month <= 6 else 2}",
        "year": f"{day.year}",
    }
    return names[every]


def periods(first: date, last: date, every: Every) -> list[Period]:
    """Every period from the one that holds ``first`` to the one that holds ``last``, without a gap.

    Args:
        first: a day of the first period.
        last: a day of the last period.
        every: month, quarter, half or year (``LENGTHS``).

    Returns:
        The periods in order; none when ``last`` lies in an earlier period than ``first``.

    >>> [period.label for period in periods(date(2013, 12, 31), date(2014, 5, 1), "quarter")]
    ['2013Q4', '2014Q1', '2014Q2']
    """

    def walk() -> Iterator[Period]:
        step = LENGTHS[every]
        month = (first.year * 12 + first.month - 1) // step * step
        while (start := date(month // 12, month % 12 + 1, 1)) <= last:
            month += step
            yield Period(label(start, every), start, date(month // 12, month % 12 + 1, 1) - timedelta(days=1))

    return list(walk())


def quarter_start(named: str) -> date:
    """The first day of a quarter.

    >>> quarter_start("2014Q4")
    datetime.date(2014, 10, 1)
    """
    year, quarter = named.split("Q")
    return date(int(year), int(quarter) * 3 - 2, 1)


def spanning(days: Collection[date], every: Every) -> list[Period]:
    """Every period from the first to the last of some days.

    Args:
        days: in any order.
        every: month, quarter, half or year (``LENGTHS``).

    Returns:
        The periods in order, without a gap; none where there are no days.

    >>> [period.label for period in spanning([date(2014, 5, 1), date(2013, 12, 31)], "half")], spanning([], "half")
    (['2013H2', '2014H1'], [])
    """
    return periods(min(days), max(days), every) if days else []


def cut_at(day: date, first: date, last: date) -> list[Period]:
    """Two periods: everything before a day, and everything from it on.

    Args:
        day: the first day of the second period.
        first: the earliest day of the study.
        last: the latest day of the study.

    Returns:
        Both periods, also when one of them lies outside the study: that side is then empty.

    >>> [period.label for period in cut_at(date(2014, 3, 18), date(2013, 4, 1), date(2016, 3, 31))]
    ['before 2014-03-18', 'from 2014-03-18']
    """
    return [
        Period(f"before {day}", min(first, day - timedelta(days=1)), day - timedelta(days=1)),
        Period(f"from {day}", day, max(last, day)),
    ]


def day_under(basis: Basis) -> pl.Expr:
    """The day that decides the period of an article under a date rule.

    Args:
        basis: published, cited or section (``BASES``). An article that no source cites has its published date under all
            three. A section is a quarter: an article published within it keeps its day, any other moves to its first day.

    Returns:
        A Date expression over the columns of the article table.

    >>> article = pl.DataFrame({"published": [date(2014, 5, 3)], "section_quarter": ["2014Q4"]})
    >>> article.select(day_under("section")).item()
    datetime.date(2014, 10, 1)
    """
    published, section = pl.col("published"), pl.col("section_quarter")
    quarter = pl.date(section.str.slice(0, 4).cast(pl.Int32), section.str.slice(5, 1).cast(pl.Int32) * 3 - 2, 1)
    days = {
        "published": published,
        "cited": pl.coalesce("cited", published),
        "section": pl.when(published.dt.truncate("1q") == quarter)
        .then(published)
        .otherwise(pl.coalesce(quarter, published)),
    }
    return days[basis]


def in_periods(articles: Table, named: list[Period], basis: Basis = "published") -> Table:
    """The same rows with a column ``period``: an Enum over all the periods, so that empty ones keep their place.

    Args:
        articles: any table with the columns of the article table.
        named: periods in order, as from ``periods`` or ``cut_at``; where two overlap, the first takes the article.
        basis: the date rule (``BASES``).

    Returns:
        All rows; ``period`` is null for an article outside every period. A date that is known to the month or year alone
        counts by its first day.

    >>> articles = pl.DataFrame({"article": ["a", "b"], "published": [date(2014, 10, 18), date(2016, 1, 1)]})
    >>> in_periods(articles, periods(date(2014, 1, 1), date(2014, 12, 31), "half"))["period"].to_list()
    ['2014H2', None]
    """
    words = pl.Enum([period.label for period in named])
    day = day_under(basis)
    chosen = [pl.when(day.is_between(period.first, period.last)).then(pl.lit(period.label, words)) for period in named]
    return articles.with_columns(period=pl.coalesce(*chosen, pl.lit(None, words)))


def moved(articles: pl.DataFrame, every: Every = "quarter") -> pl.DataFrame:
    """The articles that change period when another date rule is used.

    Args:
        articles: the article table.
        every: month, quarter, half or year.

    Returns:
        One row per article that moves, by its period: ``article``, ``outlet``, and the names of its periods under
        ``published``, ``cited`` and ``section``.

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
