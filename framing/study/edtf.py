"""Dates that may be imprecise: a small profile of EDTF (ISO 8601-2:2019, level 1)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "interval"]
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date may mean.

    Attributes:
        first: earliest day.
        last: latest day; None for an interval that is still open.
        precision: what the date names.
        uncertain: whether a qualifier (?, ~ or %) stands with it.
    """

    first: date
    last: date | None
    precision: Precision
    uncertain: bool


def days_apart(one: Span, other: Span) -> int:
    """The fewest days that can lie between two dates; 0 where they may be the same.

    >>> days = date(2014, 9, 1), date(2014, 9, 30)
    >>> days_apart(Span(*days, "month", False), Span(date(2014, 10, 2), None, "interval", False))
    2
    """
    between = (one.first - (other.last or date.max)).days, (other.first - (one.last or date.max)).days
    return max(0, *between)


def _point(text: str) -> Span | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day, qualifier = match.groups()
    if int(year) in (MINYEAR, MAXYEAR):  # days before and after a date are asked for, and these years lack some
        return None
    try:
        if day:
            first = last = date(int(year), int(month), int(day))
        elif month:
            first = date(int(year), int(month), 1)
            last = date(int(year), int(month), monthrange(int(year), int(month))[1])
        else:
            first, last = date(int(year), 1, 1), date(int(year), 12, 31)
    except ValueError:
        return None
    return Span(first, last, "day" if day else "month" if month else "year", bool(qualifier))


@lru_cache(maxsize=4096)
def span(text: str) -> Span | None:
    """The days that an EDTF text may mean, or None when it is not a date of the profile.

    Args:
        text: YYYY, YYYY-MM or YYYY-MM-DD, each with an optional ?, ~ or %; or A/B; or A/..

    Returns:
        The span, or None when the text is malformed, names no real day, or ends before it begins.

    Source:
        Library of Congress, Extended Date/Time Format specification, levels 0 and 1.

    >>> span("2014-09?")
    Span(first=datetime.date(2014, 9, 1), last=datetime.date(2014, 9, 30), precision='month', uncertain=True)
    >>> span("2015-02-29") is None
    True
    """
    start, slash, end = text.partition("/")
    first = _point(start)
    if not slash or first is None:
        return first
    if end == "..":
        return Span(first.first, None, "interval", first.uncertain)
    last = _point(end)
    if last is None or last.last is None or last.last < first.first:
        return None
    return Span(first.first, last.last, "interval", first.uncertain or last.uncertain)
