"""The forms in which a date can stand, and the dates that each of them may mean."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from framing.study import edtf
from framing.study.calendar_names import ERAS, MONTHS, OLDEST, WEEKDAYS, Era


class Parts(NamedTuple):
    """What a date names; None for what it leaves out, and the eras that its year was counted in."""

    year: int | None
    month: int | None = None
    day: int | None = None
    eras: tuple[Era, ...] = ()

    def text(self) -> str:
        """The date in EDTF; only month and day where there is no year."""
        widths = ((self.year, 4), (self.month, 2), (self.day, 2))
        return "-".join(f"{part:0{width}}" for part, width in widths if part is not None)

    def exists(self) -> bool:
        """Whether the calendar has such a date, and its eras too."""
        span = edtf.span(self.text() if self.year is not None else f"2000-{self.text()}")
        if span is None or span.last is None:
            return False
        return all(span.first <= era.last and span.last >= era.first for era in self.eras)

    def falls_on(self, weekday: int | None) -> bool:
        """Whether a day of the week, Monday being 0, is that of the date; any is while none is named."""
        if weekday is None or self.year is None:
            return True
        return self.day is not None and date.fromisoformat(self.text()).weekday() == weekday


_HOLIDAY = r"(?:[・、,]?(?:祝日?|休日?|振休))?"
_WEEKDAY = re.compile(
    rf"^(?:\(([月火水木金土日])(?:曜日?)?{_HOLIDAY}\)|([月火水木金土日])曜日?)[\s,、]*(?=.)"
    rf"|\s*\(([月火水木金土日])(?:曜日?)?{_HOLIDAY}\)$|(?<=日)([月火水木金土日])$|[\s,、]*([月火水木金土日])曜日?$"
    r"|\s*(星期[一二三四五六日])$"
    r"|^(?:(?:on|в|во) )?\(?([^\W\d_]{2,})\b\.?\)?[\s,]*(?=\S)|[\s,]*\(?(\b[^\W\d_]{2,})\.?\)?$",
    re.IGNORECASE,
)
_ERA = r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])[. ]?(?P<count>[0-9]{1,4}|元)"
_NAMED = r"(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
_JAPANESE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_ERA}(?:年(?:\((?P<year>[0-9]{{4}})年?\))?|\((?P<inner>[0-9]{{4}})年?\)年){_NAMED}",
        rf"{_ERA} ?[./-] ?(?P<month>[0-9]{{1,2}}) ?[./-] ?(?P<day>[0-9]{{1,2}})\.?",
        r"(?P<year>[0-9]{4}) ?년(?: ?(?P<month>[0-9]{1,2}) ?월(?: ?(?P<day>[0-9]{1,2}) ?일)?)?",
        rf"(?P<year>[0-9]{{4}})(?:年(?:\((?P<eras>[^()]+)\))?|\((?P<inner>[^()]+)\)年){_NAMED}",
        r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日",
    )
)
_COUNTED = re.compile(r"(明治|大正|昭和|平成|令和|[MTSHR])([0-9]{1,4}|元)年?", re.IGNORECASE)
_NUMBERS = re.compile(
    r"([0-9]{1,4}) ?([./-]) ?([0-9]{1,4})(?: ?\2 ?([0-9]{1,4}))?\.?(?: ?(?:г|года|год)\.?)?", re.IGNORECASE
)
_TOKEN = re.compile(
    r"(?P<day>[0-9]{1,2})(?:(?:st|nd|rd|th|er|[oº°]|-?го|-?ое|-?е)(?![^\W\d_]))?(?![0-9])|(?P<year>[0-9]{4})(?![0-9])"
    r"|(?P<word>[^\W\d_]+)|[ .,/'’-]",
    re.IGNORECASE,
)
_FILLERS = {"the", "of", "on", "от", "г", "год", "года", "году", "de", "del", "le", "el"}
_FULL = {"day word year", "word day year", "year word day", "year day word", "word year", "year word"}
_FAULTY = {
    "day word": "no_year",
    "word day": "no_year",
    "day word day": "short_year",
    "word day day": "short_year",
}


def without_weekday(text: str) -> tuple[int | None, str]:
    """The day of the week that stands before or behind a date, Monday being 0, and the date alone."""
    for match in _WEEKDAY.finditer(text):
        weekday = WEEKDAYS.get(next(part for part in match.groups() if part).lower())
        if weekday is not None:
            return weekday, (text[: match.start()] + text[match.end() :]).strip()
    return None, text


def possible(text: str) -> Iterator[Parts | str]:
    """What a date without its day of the week may mean: nothing, one or two dates; or the fault that is in it."""
    for form in _JAPANESE:
        if match := form.fullmatch(text):
            return _japanese(match.groupdict())
    if match := re.fullmatch("([12][0-9]{3})([0-9]{2})([0-9]{2})", text):
        return iter([Parts(int(match[1]), int(match[2]), int(match[3]))])
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match[2], [part for part in (match[1], match[3], match[4]) if part])
    return _worded(text)


def _japanese(found: Mapping[str, str | None]) -> Iterator[Parts | str]:
    """A Japanese date; its year may stand twice, as 2014年（平成26年） or 平成26（2014）年, and then the two may differ."""
    inner, own = found.get("inner") or "", (found.get("era") or "", found.get("count") or "")
    eras = found.get("eras") or ("" if own[0] else inner)
    years: dict[int, tuple[Era, ...]] = {}
    for name, count in _COUNTED.findall(eras or "") or ([own] if own[0] else []):
        era = next(era for era in ERAS if name.upper() in (era.name, era.letter))
        year = OLDEST[era.name] + (0 if count == "元" else int(count) - 1)
        years[year] = (*years.get(year, ()), era)
    if given := found.get("year") or (inner if own[0] else ""):
        years.setdefault(int(given), ())
    if not _COUNTED.sub("", eras).strip("・、, "):
        month, day = (int(part) if (part := found[name]) else None for name in ("month", "day"))
        yield from (Parts(year, month, day, years.get(year, ()) if year else ()) for year in years or [None])


def _numbers(sign: str, parts: list[str]) -> Iterator[Parts | str]:
    """A date in numbers alone: 18.10.2014 has the day first; with a stroke or a hyphen that differs by country."""
    one, two, three = (*(int(part) for part in parts), None)[:3]
    long = [len(part) > 2 for part in parts]
    if len(parts[0]) == 4 and not any(long[1:]):
        yield Parts(one, two, three)
    elif len(parts[-1]) == 4 and not any(long[:-1]):
        yield Parts(two, one) if three is None else Parts(three, two, one)
        if three is not None and sign != ".":
            yield Parts(three, one, two)
    elif not any(long) and three is not None:
        yield "short_year"
    elif not any(long):
        yield Parts(None, two, one)
        if sign != ".":
            yield Parts(None, one, two)


def _worded(text: str) -> Iterator[Parts | str]:
    """A date with the name of its month, in whichever order; or a year alone."""
    tokens = list(_TOKEN.finditer(text))
    told = [token for token in tokens if token.lastgroup and token[0].lower() not in _FILLERS]
    kinds = " ".join(str(token.lastgroup) for token in told)
    found = {str(token.lastgroup): token[str(token.lastgroup)].lower() for token in told}
    if "".join(token[0] for token in tokens) != text or found.get("word", "may") not in MONTHS:
        return
    if kinds in _FAULTY:
        yield _FAULTY[kinds]
    elif kinds in _FULL or kinds == "year":
        month, day = MONTHS.get(found.get("word", "")), found.get("day")
        yield Parts(int(found["year"]), month, int(day) if day else None)
