"""Dates as people write them in Japanese, Russian and English papers, read into ISO 8601 and echoed back in words."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from framing import edtf


class Era(NamedTuple):
    """A Japanese era: its name, letter and English name, and its days."""

    name: str
    letter: str
    english: str
    first: date
    last: date


# The day of change belongs to both eras (1912-07-30, 1926-12-25), except in 1989 and 2019, which changed at midnight.
# Before 1873 Japan used a lunisolar calendar: its months are not those of the Gregorian one.
ERAS = (
    Era("明治", "M", "Meiji", date(1873, 1, 1), date(1912, 7, 30)),
    Era("大正", "T", "Taisho", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", "Showa", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", "Heisei", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "Reiwa", date(2019, 5, 1), date.max),
)
OLDEST = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
"""The year that each era calls its first."""

GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
NOMINATIVE = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ja": ("月", "火", "水", "木", "金", "土", "日"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
}

_NUMBER = "(?P<{}>[0-9]{{1,2}})"
_MONTH_DAY_JA = rf"(?:{_NUMBER.format('month')}月(?:{_NUMBER.format('day')}日)?)?"
_MONTH_DAY_SIGN = rf"{_NUMBER.format('month')}[./-]{_NUMBER.format('day')}"
_RUSSIAN = "|".join(sorted((*GENITIVE, *NOMINATIVE), key=len, reverse=True))
_LATIN = "|".join((*ENGLISH, *(name[:3] for name in ENGLISH)))
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<era>明治|大正|昭和|平成|令和)(?P<count>[0-9]{{1,2}}|元)年{_MONTH_DAY_JA}",
        rf"(?P<era>[MTSHR])[. ]?(?P<count>[0-9]{{1,2}}|元)[./-]{_MONTH_DAY_SIGN}",
        rf"(?P<era>[MTSHR])(?P<count>[0-9]{{1,2}}|元)年{_MONTH_DAY_JA}",
        rf"(?P<year>[0-9]{{4}})年{_MONTH_DAY_JA}",
        rf"(?P<year>[0-9]{{4}})[./]{_MONTH_DAY_SIGN}",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4}) ?(?:г(?:ода|\.)?)?",
        rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<ru>{_RUSSIAN}),? (?P<year>[0-9]{{4}}) ?(?:г(?:ода|\.)?)?",
        rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<en>{_LATIN})\.?,? (?P<year>[0-9]{{4}})",
        rf"(?P<en>{_LATIN})\.? (?P<day>[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})",
    )
)
_KANJI = str.maketrans("〇一二三四五六七八九", "0123456789")


def parsed(text: str) -> str | None:
    """The date that a text names, as EDTF, or None when it names none that exists.

    Args:
        text: an era date (平成26年10月18日, 平成元年1月8日, H26.10.18), a Japanese, Russian or English date, or EDTF;
            digits may be full-width.

    Returns:
        YYYY, YYYY-MM or YYYY-MM-DD, or the EDTF text itself; None also for a day outside its era.

    Source:
        Era boundaries: Imperial Ordinance 1 of 1926, Cabinet Orders 1 of 1989 and 143 of 2019.

    >>> parsed("平成２６年１０月１８日"), parsed("18 октября 2014 г."), parsed("昭和64年1月8日")
    ('2014-10-18', '2014-10-18', None)
    """
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    plain = re.sub(r"\s*\(.\)$", "", plain)  # the day of the week, as in 10月18日(土)
    if edtf.span(plain):
        return plain
    plain = re.sub(r"\s*([年月日])\s*", r"\1", _arabic(plain))
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _written(match.groupdict())
    return None


def _arabic(text: str) -> str:
    """Kanji numerals before 年, 月 and 日 as digits: 二十六年 is 26年."""

    def number(match: re.Match[str]) -> str:
        word = match[1]
        if "十" not in word:
            return word.translate(_KANJI) + match[2]
        tens, ones = word.split("十", 1)
        return str(int(tens.translate(_KANJI) or 1) * 10 + int(ones.translate(_KANJI) or 0)) + match[2]

    return re.sub("([〇一二三四五六七八九]*十[一二三四五六七八九]?|[〇一二三四五六七八九]+)([年月日])", number, text)


def _written(found: dict[str, str | None]) -> str | None:
    era = _era(found.get("era"))
    year = _year(found, era)
    month, day = _month(found), found.get("day")
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{int(day):02}" if day else "")
    span = edtf.span(text)
    if span is None or span.last is None:
        return None
    inside = era is None or (span.first <= era.last and span.last >= era.first)
    return text if inside else None


def _era(name: str | None) -> Era | None:
    return next((era for era in ERAS if name and name.upper() in (era.name, era.letter)), None)


def _year(found: dict[str, str | None], era: Era | None) -> int:
    if era is None:
        return int(found["year"] or 0)
    count = found["count"] or ""
    return OLDEST[era.name] + (0 if count == "元" else int(count) - 1)


def _month(found: dict[str, str | None]) -> int:
    if russian := found.get("ru"):
        return (*GENITIVE, *NOMINATIVE).index(russian.lower()) % 12 + 1
    if english := found.get("en"):
        return next(place for place, name in enumerate(ENGLISH, 1) if name.lower().startswith(english.lower()[:3]))
    return int(found.get("month") or 0)


def echoed(text: str, language: str) -> str:
    """A date in words with its day of the week, so that a misreading is seen at once.

    Args:
        text: EDTF, as ``parsed`` gives it.
        language: en, ja or ru.

    >>> echoed("2014-10-18", "ja"), echoed("2014-10-18", "ru")
    ('2014年（平成26年）10月18日（土）', 'суббота, 18 октября 2014 г.')
    """
    span = edtf.span(text)
    if span is None or span.precision not in ("day", "month", "year"):
        return text
    day, weekday = span.first, WEEKDAYS[language][span.first.weekday()]
    parts = ("day", "month", "year").index(span.precision)
    if language == "ja":
        eras = "・".join(_in_era(day, era) for era in ERAS if span.last and span.last >= era.first and day <= era.last)
        written = f"{day.year}年" + (f"（{eras}）" if eras else "")
        return written + ("", f"{day.month}月", f"{day.month}月{day.day}日（{weekday}）")[2 - parts]
    if language == "ru":
        month = (GENITIVE if span.precision == "day" else NOMINATIVE)[day.month - 1]
        return (f"{weekday}, {day.day} {month} {day.year} г.", f"{month} {day.year} г.", f"{day.year} г.")[parts]
    month = ENGLISH[day.month - 1]
    return (f"{weekday}, {day.day} {month} {day.year}", f"{month} {day.year}", f"{day.year}")[parts]


def _in_era(day: date, era: Era) -> str:
    count = day.year - OLDEST[era.name] + 1
    return f"{era.name}{'元' if count == 1 else count}年"
