"""Dates in Japanese, Russian and English forms; the days on which eras change."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study.calendar_names import ENGLISH, ERAS, GENITIVE, GERMAN, MONTHS, NOMINATIVE, OLDEST
from framing.study.dates import complaint, echoed, parsed, read
from framing.words import languages, words

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
        # interfaces of archives in other languages
        ("5 mei 2014", "2014-05-05"),
        ("zaterdag 18 oktober 2014", "2014-10-18"),
        ("5 maja 2014", "2014-05-05"),
        ("29 grudnia 2011", "2011-12-29"),
        ("18 Ekim 2014", "2014-10-18"),
        ("29. joulukuuta 2011", "2011-12-29"),
        ("2011년 12월 29일", "2011-12-29"),
        ("2014年10月18日 星期六", "2014-10-18"),
        ("1er août 2011", "2011-08-01"),
        # months abbreviated, days as ordinals, other orders and separators
        ("Sept. 11, 2014", "2014-09-11"),
        ("11 Sept 2014", "2014-09-11"),
        ("Sept. 2014", "2014-09"),
        ("September 11th, 2014", "2014-09-11"),
        ("1st May 2014", "2014-05-01"),
        ("the 18th of October, 2014", "2014-10-18"),
        ("11-Sep-2014", "2014-09-11"),
        ("2014 Oct 18", "2014-10-18"),
        ("18 окт. 2014", "2014-10-18"),
        ("18 сент. 2014 г.", "2014-09-18"),
        ("18-го октября 2014", "2014-10-18"),
        ("18октября 2014г.", "2014-10-18"),
        ("30. Oktober 2024", "2024-10-30"),
        ("1. März 2024", "2024-03-01"),
        ("2014-9-1", "2014-09-01"),
        ("20141018", "2014-10-18"),
        ("2014. 10. 18.", "2014-10-18"),
        ("10/2014", "2014-10"),
        ("平成26.10.18", "2014-10-18"),
        ("平成 26 年 10 月 18 日", "2014-10-18"),
        ("平成二十六年", "2014"),
        ("令和元年", "2019"),
        ("二○一四年", "2014"),
        ("二千十四年十月", "2014-10"),
        ("2014（平成26）年10月18日", "2014-10-18"),
        ("平成26年（2014年）10月18日", "2014-10-18"),
        ("㍻26年10月18日", "2014-10-18"),
        # signs that come along from a page
        ("2014\u201009\u201011", "2014-09-11"),
        ("2014\u201109\u201111", "2014-09-11"),
        ("2014\u221209\u221211", "2014-09-11"),
        ("2014–09–11", "2014-09-11"),
        ("18\u00a0октября\u00a02014\u202fг.", "2014-10-18"),
        ("\u200e18 October\u200b 2014", "2014-10-18"),
        # the day of the week, before and behind
        ("Thursday, September 11, 2014", "2014-09-11"),
        ("September 11, 2014 Thursday", "2014-09-11"),
        ("Thu, 11 Sep 2014", "2014-09-11"),
        ("11 September 2014 (Thurs.)", "2014-09-11"),
        ("2014年10月18日（土曜日）", "2014-10-18"),
        ("2014年10月18日土曜日", "2014-10-18"),
        ("2014年10月18日 土曜", "2014-10-18"),
        ("土曜日、2014年10月18日", "2014-10-18"),
        ("平成26年9月15日（月・祝）", "2014-09-15"),
        ("2014年10月19日日曜日", "2014-10-19"),
        ("суббота, 18 октября 2014", "2014-10-18"),
        ("в субботу, 18 октября 2014 года", "2014-10-18"),
        ("18 октября 2014 (суббота)", "2014-10-18"),
        ("сб, 18.10.2014", "2014-10-18"),
        ("Samstag, 18. Oktober 2014", "2014-10-18"),
        # the edition
        ("2014年10月18日付朝刊", "2014-10-18"),
        ("2014年10月18日（土）付朝刊", "2014-10-18"),
        ("2014年10月18日 夕刊", "2014-10-18"),
        ("2014年10月18日号", "2014-10-18"),
        ("2014年10月18日付", "2014-10-18"),
        # two readings of which one exists, or falls on the day named
        ("13/7/2014", "2014-07-13"),
        ("7/13/2014", "2014-07-13"),
        ("7/7/2014", "2014-07-07"),
        ("Friday, 4/7/2014", "2014-07-04"),
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


@pytest.mark.parametrize(
    ("text", "fault", "meant"),
    [
        ("31 September 2014", "not_there", ()),
        ("2014-09-31", "not_there", ()),
        ("2014年9月31日", "not_there", ()),
        ("2014-10-00", "not_there", ()),
        ("昭和64年1月8日", "not_there", ()),
        ("1989年（昭和64年）3月1日", "not_there", ()),
        ("明治5年12月2日", "old_calendar", ()),
        ("yesterday", "not_understood", ()),
        ("18 Brumaire 2014", "not_understood", ()),
        ("18 18 October 2014", "not_understood", ()),
        ("2014/10/2018", "not_understood", ()),
        ("4/7/2014", "ambiguous", ("2014-07-04", "2014-04-07")),
        ("4-7-2014", "ambiguous", ("2014-07-04", "2014-04-07")),
        ("4/7", "ambiguous", ("07-04", "04-07")),
        ("18 October", "no_year", ()),
        ("10月18日（土）", "no_year", ()),
        ("18.10", "no_year", ()),
        ("18.10.14", "short_year", ()),
        ("Oct 18, ’14", "short_year", ()),
        ("Sunday, 18 October 2014", "contradiction", ("2014-10-18",)),
        ("2014年10月18日（日）", "contradiction", ("2014-10-18",)),
        ("18 октября 2014, пятница", "contradiction", ("2014-10-18",)),
        ("2014年（平成25年）10月18日", "contradiction", ("2013-10-18", "2014-10-18")),
    ],
)
def test_why_there_is_no_date_is_told_apart(text: str, fault: str, meant: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.date, found.fault, found.meant) == ("", fault, meant)
    for language in tuple(languages()):
        said = complaint(text, language, words("workbench", language))
        assert text in said
        assert all(echoed(one, language) in said for one in meant)


def test_what_is_understood_is_not_complained_of() -> None:
    assert complaint("18 October 2014", "en", words("workbench", "en")) == ""


@pytest.mark.parametrize(
    ("text", "medium"), [("2014年10月18日付朝刊", "print_am"), ("平成26年10月18日夕刊", "print_pm"), ("18.10.2014", "")]
)
def test_an_edition_named_with_the_date_tells_the_medium(text: str, medium: str) -> None:
    assert read(text).medium == medium


@given(
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    st.sampled_from((4, 7, 10)),
    st.sampled_from(("", "?", "~", "%")),
    st.sampled_from(tuple(languages())),
)
def test_every_echo_is_understood_as_itself(day: date, length: int, qualifier: str, language: str) -> None:
    text = day.isoformat()[:length] + qualifier
    assert parsed(echoed(text, language)) == text


@pytest.mark.parametrize("language", tuple(languages()))
@pytest.mark.parametrize("text", ["2014-11/2014-12", "2014-09/..", "2014-09?/2014-11"])
def test_the_echo_of_an_interval_is_understood_as_itself(text: str, language: str) -> None:
    assert parsed(echoed(text, language)) == text


def test_no_abbreviation_stands_for_two_months() -> None:
    for names in (ENGLISH, GERMAN, GENITIVE, NOMINATIVE):
        for number, name in enumerate(names, 1):
            assert {MONTHS[name.lower()[:end]] for end in range(3, len(name) + 1)} == {number}


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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("29 décembre 2011", "2011-12-29"),
        ("mardi 14 mars 2006", "2006-03-14"),
        ("29 de diciembre de 2011", "2011-12-29"),
        ("5 giugno 2014", "2014-06-05"),
        ("9 Januar 1993", "1993-01-09"),
        ("Mar 14, 2014", "2014-03-14"),
        ("4 juil 2014", "2014-07-04"),
    ],
)
def test_dates_as_the_interfaces_of_archives_print_them(written: str, meant: str) -> None:
    assert read(written).date == meant


def test_an_abbreviation_that_two_months_share_names_neither() -> None:
    assert read("5 jui 2014").fault == "not_understood"
    assert read("mercredi 14 mars 2006").fault == "contradiction"
