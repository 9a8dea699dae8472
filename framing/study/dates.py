"""Dates as people write them in Japanese, Russian and English papers, read into ISO 8601 and echoed back in words."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from framing.study import edtf
from framing.study.calendar_names import (
    DAYS,
    ENGLISH,
    ERAS,
    GENITIVE,
    KANJI_NUMERALS,
    NOMINATIVE,
    OLDEST,
    Era,
    number_of,
)
from framing.study.date_forms import Parts, possible, without_weekday


class WrittenDate(NamedTuple):
    """What a text says as a date.

    Attributes:
        date: EDTF; empty when there is a fault.
        fault: why no date can be taken from it: ``not_understood``, ``not_there`` (31 September), ``ambiguous``
            (4/7/2014), ``no_year``, ``short_year`` (18.10.14), ``contradiction`` (its day of the week or its era is
            that of another date) or ``old_calendar`` (Japanese months before 1873); empty when there is a date.
        meant: the dates in question: both readings of an ambiguous text, what a contradictory one would be.
        medium: print_am or print_pm where the edition is named with the date; empty otherwise.
    """

    date: str = ""
    fault: str = ""
    meant: tuple[str, ...] = ()
    medium: str = ""


_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63], "-")
_EDITIONS = {"朝刊": "print_am", "夕刊": "print_pm"}
_EDITION = re.compile(r"\s*(?:付け?)?[\s(の]*(?P<edition>朝刊|夕刊|号)\)?$|\s*付け?$")


def parsed(text: str) -> str | None:
    """The date that a text names, as EDTF, or None when none can be taken from it.

    Args:
        text: as for ``read``.

    Returns:
        YYYY, YYYY-MM or YYYY-MM-DD, or the EDTF text itself; None also for a day outside its era.

    >>> parsed("平成２６年１０月１８日"), parsed("18 октября 2014 г."), parsed("昭和64年1月8日")
    ('2014-10-18', '2014-10-18', None)
    """
    return read(text).date or None


def read(text: str) -> WrittenDate:
    """What a text says as a date: the date, or why there is none.

    Args:
        text: an era date (平成26年10月18日, 平成元年1月8日, H26.10.18), a date as Japanese, Russian, English or German papers or the
            interfaces of archives (also French, Spanish, Italian, Portuguese) print it, or
            EDTF; with or without its day of the week, before or behind; digits, signs and spaces may be of any width.

    Source:
        Era boundaries: Imperial Ordinance 1 of 1926, Cabinet Orders 1 of 1989 and 143 of 2019.

    >>> read("Sept. 11, 2014 Thursday").date, read("2014年10月18日付朝刊").medium
    ('2014-09-11', 'print_am')
    >>> read("31 September 2014").fault, read("4/7/2014").meant
    ('not_there', ('2014-07-04', '2014-04-07'))
    """
    plain = _plain(text)
    if edtf.span(plain):
        return WrittenDate(plain)
    qualifier = plain[-1:] if plain[-1:] in ("?", "~", "%") else ""
    plain = plain.removesuffix(qualifier).rstrip()
    edition = _EDITION.search(plain)
    plain = plain[: edition.start()] if edition else plain
    weekday, bare = without_weekday(_arabic(plain))
    found = _judged(list(possible(bare)), weekday)
    medium = _EDITIONS.get(edition["edition"] or "", "") if edition else ""
    return found._replace(date=found.date and found.date + qualifier, medium=medium)


def complaint(text: str, language: str, words: Mapping[str, str]) -> str:
    """Why no date can be taken from a text, in words; empty when one can.

    Args:
        text: as for ``read``.
        language: en, ja or ru, for the dates in question.
        words: texts of the interface in that language.
    """
    found = read(text)
    meant = words["date_or"].join(echoed(one, language) for one in found.meant)
    return words[f"date_{found.fault}"].format(typed=text, meant=meant) if found.fault else ""


def _plain(text: str) -> str:
    """The text with signs of the usual width, and without marks that come along with a copied date unseen."""
    composed = unicodedata.normalize("NFKC", text).translate(_DASHES)
    seen = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", seen).strip()


def _arabic(text: str) -> str:
    """Kanji numerals as digits where a date has a number, and no space around 年, 月 and 日: 二十六 年 is 26年."""
    joined = re.sub(r"\s*([年月日])\s*", r"\1", text)
    return re.sub(f"[{KANJI_NUMERALS}]+(?=[年月日()])", lambda match: str(number_of(match[0])), joined)


def _judged(found: list[Parts | str], weekday: int | None) -> WrittenDate:
    """The one date that is possible, or why there is none."""
    faults = [one for one in found if isinstance(one, str)]
    dates = [one for one in found if not isinstance(one, str)]
    there = [one for one in dates if one.exists()]
    texts = tuple(dict.fromkeys(one.text() for one in there))
    fitting = tuple(dict.fromkeys(one.text() for one in there if one.falls_on(weekday)))
    if faults or not dates:
        return WrittenDate(fault=faults[0] if faults else "not_understood")
    if not there:
        old = any(era.name == "明治" and one.year and one.year < era.first.year for one in dates for era in one.eras)
        return WrittenDate(fault="old_calendar" if old else "not_there")
    if not fitting or (len(texts) > 1 and any(one.eras for one in there)):
        return WrittenDate(fault="contradiction", meant=texts)
    if len(fitting) > 1:
        return WrittenDate(fault="ambiguous", meant=fitting)
    return WrittenDate(fitting[0]) if there[0].year is not None else WrittenDate(fault="no_year")


def echoed(text: str, language: str) -> str:
    """A date in words with its day of the week, so that a misreading is seen at once; ``read`` understands it as itself.

    Args:
        text: EDTF, as ``parsed`` gives it; or MM-DD, a day without a year.
        language: en, ja or ru.

    >>> echoed("2014-10-18", "ja"), echoed("2014-10-18", "ru"), echoed("2014-10?", "en")
    ('2014年（平成26年）10月18日（土）', 'суббота, 18 октября 2014 г.', 'October 2014?')
    """
    if re.fullmatch("[0-9]{2}-[0-9]{2}", text):
        month, day = int(text[:2]), int(text[3:])
        forms = {"ja": f"{month}月{day}日", "ru": f"{day} {GENITIVE[month - 1]}"}
        return forms.get(language, f"{day} {ENGLISH[month - 1]}")
    span = edtf.span(text)
    if span is None or span.last is None or span.precision == "interval":
        return text
    spoken = {"ja": _in_japanese, "ru": _in_russian}.get(language, _in_english)
    return spoken(span.first, span.last, span.precision) + (text[-1] if span.uncertain else "")


def _in_english(first: date, _: date, precision: str) -> str:
    month, year = f"{ENGLISH[first.month - 1]} {first.year:04}", f"{first.year:04}"
    return {"day": f"{DAYS['en'][first.weekday()]}, {first.day} {month}", "month": month, "year": year}[precision]


def _in_russian(first: date, _: date, precision: str) -> str:
    year, month = f"{first.year:04} г.", first.month - 1
    day = f"{DAYS['ru'][first.weekday()]}, {first.day} {GENITIVE[month]} {year}"
    return {"day": day, "month": f"{NOMINATIVE[month]} {year}", "year": year}[precision]


def _in_japanese(first: date, last: date, precision: str) -> str:
    eras = "・".join(_in_era(first.year, era) for era in ERAS if last >= era.first and first <= era.last)
    year = f"{first.year:04}年" + (f"（{eras}）" if eras else "")
    month = f"{year}{first.month}月"
    day = f"{month}{first.day}日（{DAYS['ja'][first.weekday()]}）"
    return {"day": day, "month": month, "year": year}[precision]


def _in_era(year: int, era: Era) -> str:
    count = year - OLDEST[era.name] + 1
    return f"{era.name}{'元' if count == 1 else count}年"
