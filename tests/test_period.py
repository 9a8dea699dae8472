"""Periods: every day has its place, and date rules say which day counts."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.period import (
    LENGTHS,
    Period,
    cut_at,
    day_under,
    in_periods,
    label,
    periods,
    quarter_start,
    spanning,
)
from framing.analysis.table import Tables

DAYS = st.dates(date(1987, 1, 1), date(2032, 12, 31))
EVERY = st.sampled_from(sorted(LENGTHS))


@given(DAYS, DAYS, EVERY)
def test_periods_follow_each_other_without_gap_or_overlap(one: date, other: date, every: str) -> None:
    first, last = min(one, other), max(one, other)
    named = periods(first, last, every)
    assert named[0].first <= first
    assert last <= named[-1].last
    assert [period.first for period in named[1:]] == [period.last + timedelta(days=1) for period in named[:-1]]
    assert all(label(period.first, every) == label(period.last, every) == period.label for period in named)


@given(st.lists(DAYS, min_size=1, max_size=20), EVERY)
def test_every_article_is_in_exactly_one_period(days: list[date], every: str) -> None:
    named = periods(min(days), max(days), every)
    placed = in_periods(pl.DataFrame({"published": days}), named)["period"].to_list()
    assert placed == [label(day, every) for day in days]
    for day in days:
        assert sum(period.first <= day <= period.last for period in named) == 1


@given(st.lists(DAYS, min_size=1, max_size=20), DAYS)
def test_a_cut_parts_all_articles_in_two(days: list[date], day: date) -> None:
    before, after = cut_at(day, min(days), max(days))
    placed = in_periods(pl.DataFrame({"published": days}), [before, after])["period"].to_list()
    assert placed == [before.label if one < day else after.label for one in days]


def test_leap_days_and_ends_of_years() -> None:
    assert periods(date(2016, 2, 29), date(2016, 2, 29), "month") == [
        Period("2016-02", date(2016, 2, 1), date(2016, 2, 29))
    ]
    assert [period.label for period in periods(date(2013, 12, 31), date(2014, 1, 1), "half")] == ["2013H2", "2014H1"]
    assert periods(date(2015, 1, 1), date(2014, 1, 1), "quarter") == []


def test_unknown_length_is_refused() -> None:
    with pytest.raises(KeyError):
        label(date(2014, 1, 1), "week")


def test_articles_outside_every_period_have_none() -> None:
    articles = pl.DataFrame({"published": [date(2013, 12, 31), date(2014, 1, 1), None]})
    named = periods(date(2014, 1, 1), date(2014, 6, 30), "quarter")
    placed = in_periods(articles, named)
    assert placed["period"].to_list() == [None, "2014Q1", None]
    assert placed.schema["period"] == pl.Enum(["2014Q1", "2014Q2"])
    assert in_periods(articles, [])["period"].null_count() == 3
    assert in_periods(articles.clear(), named).schema == placed.schema


def test_lazy_articles_stay_lazy(tidy: Tables) -> None:
    named = periods(date(2014, 1, 1), date(2014, 12, 31), "quarter")
    lazy = in_periods(tidy.articles.lazy(), named)
    assert lazy.collect(engine="streaming").equals(in_periods(tidy.articles, named))


@pytest.mark.parametrize(
    ("basis", "name", "day"),
    [
        ("published", "a3", date(2014, 10, 18)),
        ("cited", "a3", date(2016, 10, 8)),
        ("section", "a3", date(2014, 10, 18)),  # published within the quarter of its section: keeps its day
        ("section", "y4", date(2014, 4, 1)),  # published in July, cited by the section on the second quarter
        ("section", "r1", date(2014, 2, 11)),  # no source cites it
        ("published", "v1", date(2014, 10, 1)),  # known to the month: counts by its first day
    ],
)
def test_date_rules(tidy: Tables, basis: str, name: str, day: date) -> None:
    found = tidy.articles.filter(pl.col("article") == name).select(day_under(basis).alias("day"))
    assert found.item() == day


@given(st.lists(DAYS, max_size=20), EVERY)
def test_spanning_periods_hold_every_day_and_begin_and_end_with_one(days: list[date], every: str) -> None:
    named = spanning(days, every)
    assert all(any(period.first <= day <= period.last for period in named) for day in days)
    assert (
        [named[0].label, named[-1].label] == [label(min(days), every), label(max(days), every)] if days else not named
    )


@given(DAYS)
def test_a_quarter_starts_with_its_first_day(day: date) -> None:
    start = quarter_start(label(day, "quarter"))
    assert start <= day < start + timedelta(days=92)
    assert (start.day, label(start, "quarter")) == (1, label(day, "quarter"))
