"""Dates in Japanese, Russian and English forms; the days on which eras change."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.workbench.dates import ERAS, GENITIVE, OLDEST, echoed, parsed

DAYS = st.dates(date(1873, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成26年10月18日", "2014-10-18"),
        ("平成２６年１０月１８日（土）", "2014-10-18"),
        ("平成二十六年十月十八日", "2014-10-18"),
        ("二〇一四年十月十八日", "2014-10-18"),
        ("Ｈ２６．１０．１８", "2014-10-18"),
        ("H26/10/18", "2014-10-18"),
        ("平成26年10月", "2014-10"),
        ("2014年10月18日", "2014-10-18"),
        ("2014/10/18", "2014-10-18"),
        ("18 октября 2014 г.", "2014-10-18"),
        ("18 ОКТЯБРЯ 2014 года", "2014-10-18"),
        ("5 марта 2014", "2014-03-05"),
        ("5 мая 2014", "2014-05-05"),
        ("май 2014 г.", "2014-05"),
        ("18.10.2014", "2014-10-18"),
        ("October 18, 2014", "2014-10-18"),
        ("18 Oct 2014", "2014-10-18"),
        ("2014-10-18", "2014-10-18"),
        ("2014-10?", "2014-10?"),
        ("2014-11/2014-12", "2014-11/2014-12"),
        # the days of change
        ("大正15年12月25日", "1926-12-25"),
        ("昭和元年12月25日", "1926-12-25"),
        ("大正15年12月26日", None),
        ("昭和元年12月24日", None),
        ("昭和64年1月7日", "1989-01-07"),
        ("昭和64年1月8日", None),
        ("平成元年1月8日", "1989-01-08"),
        ("平成元年1月7日", None),
        ("H1.1.8", "1989-01-08"),
        ("平成31年4月30日", "2019-04-30"),
        ("平成31年5月1日", None),
        ("令和元年5月1日", "2019-05-01"),
        ("令和元年4月30日", None),
        ("R1.5.1", "2019-05-01"),
        ("明治45年7月30日", "1912-07-30"),
        ("大正元年7月30日", "1912-07-30"),
        ("明治5年12月2日", None),  # lunisolar: its months are not ours
        # nothing that exists
        ("平成0年1月1日", None),
        ("31 февраля 2014", None),
        ("13.13.2014", None),
        ("2015-02-29", None),
        ("平成26年13月1日", None),
        ("", None),
        ("вчера", None),
    ],
)
def test_dates_are_read(text: str, expected: str | None) -> None:
    assert parsed(text) == expected


@given(DAYS)
def test_every_day_is_read_back_from_what_is_echoed(day: date) -> None:
    iso = day.isoformat()
    russian = f"{day.day} {GENITIVE[day.month - 1]} {day.year} г."
    assert parsed(russian) == parsed(f"{day.year}年{day.month}月{day.day}日") == iso
    assert echoed(iso, "ru").endswith(russian)
    assert str(day.year) in echoed(iso, "en")
    for era in ERAS:
        count = day.year - OLDEST[era.name] + 1
        inside = era.first <= day <= era.last
        if 0 < count < 100:
            assert (parsed(f"{era.name}{count}年{day.month}月{day.day}日") == iso) == inside
            assert (parsed(f"{era.letter}{count}.{day.month}.{day.day}") == iso) == inside
        assert (era.name in echoed(iso, "ja")) == inside


@given(st.text(max_size=20))
def test_no_text_makes_it_fail(text: str) -> None:
    found = parsed(text)
    assert found is None or all(echoed(found, language) for language in ("en", "ja", "ru"))


def test_eras_leave_no_day_out() -> None:
    for before, after in pairwise(ERAS):
        assert after.first - before.last <= timedelta(days=1)
