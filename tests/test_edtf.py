"""Imprecise dates, held against the calendar itself."""

from calendar import isleap
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import edtf

DAY = timedelta(days=1)


def days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + DAY * number for number in range(366 if isleap(year) else 365)]


@pytest.mark.parametrize("year", [1900, 2000, 2015, 2016])
def test_every_text_of_a_year_is_a_day_exactly_when_the_calendar_has_it(year: int) -> None:
    real = {str(day): day for day in days(year)}
    for text in (f"{year}-{month:02}-{day:02}" for month in range(100) for day in range(100)):
        span = edtf.span(text)
        assert (span is not None) is (text in real)
        if span:
            assert (span.first, span.last, span.precision) == (real[text], real[text], "day")


@pytest.mark.parametrize("year", [2, 1900, 2000, 2015, 2016, 9998])
def test_a_month_spans_its_days(year: int) -> None:
    for month in range(1, 13):
        inside = [day for day in days(year) if day.month == month]
        span = edtf.span(f"{year:04}-{month:02}")
        assert span is not None
        assert span.precision == "month"
        assert (span.first, span.last) == (inside[0], inside[-1])
    whole = edtf.span(f"{year:04}")
    assert whole == edtf.Span(date(year, 1, 1), date(year, 12, 31), "year", uncertain=False)


points = st.dates(date(2, 1, 1), date(9998, 12, 31)).flatmap(
    lambda day: st.sampled_from([f"{day.year:04}", f"{day.year:04}-{day.month:02}", f"{day.year:04}-{day:%m-%d}"])
)


@given(points, points, st.sampled_from(["", "?", "~", "%"]), st.sampled_from(["", "?", "~", "%"]))
def test_an_interval_spans_both_ends_or_is_none(first: str, last: str, doubt: str, other: str) -> None:
    begun, ended = edtf.span(first + doubt), edtf.span(last + other)
    span = edtf.span(f"{first}{doubt}/{last}{other}")
    assert begun
    assert ended
    assert ended.last
    if ended.last < begun.first:
        assert span is None
    else:
        assert span == edtf.Span(begun.first, ended.last, "interval", bool(doubt or other))
    assert edtf.span(f"{first}{doubt}/..") == edtf.Span(begun.first, None, "interval", bool(doubt))


@given(st.text())
def test_any_text_is_a_span_or_none(text: str) -> None:
    span = edtf.span(text)
    assert span is None or span.last is None or span.first <= span.last


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2014-",
            "14",
            "20145",
            "2014-1",
            "2014-1-1",
            "2014-00",
            "2014-13",
            "2014-01-00",
            "2014/",
            "/2014",
            "../2014",
        ),
        *(
            "2014/../..",
            "2014??",
            "?2014",
            "2014-01-01T00:00",
            "２０１４",
            "2014\n",
            " 2014",
            "2014/2013",
            "0000",
            "2014//2015",
        ),
    ],
)
def test_no_dates_of_the_profile(text: str) -> None:
    assert edtf.span(text) is None


def test_the_first_and_the_last_year_of_the_calendar_are_no_dates_of_articles() -> None:
    """Days before and after a date are asked for; a report on such a year ended in a traceback."""
    assert None not in [edtf.span(text) for text in ("0002-01-01", "9998-12-31")]
    assert [edtf.span(text) for text in ("0001", "0001-01-02", "9999", "9999-12-31", "2014/9999")] == [None] * 5
