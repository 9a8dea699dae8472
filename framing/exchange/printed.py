"""The date at the head of a line in which an archive prints more: a time of day, an edition."""

import re
from functools import lru_cache
from typing import NamedTuple

from framing.study import dates


class Headed(NamedTuple):
    """A line that begins with a date.

    Attributes:
        date: as printed, without a day of the week that is not its own; empty where the line begins with none.
        rest: what stands behind it, without the time of day.
        remarks: what a person should look at.
    """

    date: str
    rest: str
    remarks: tuple[str, ...] = ()


_WORDS = 9
"""Most words that a date is printed in: 2018 年 10 月 7 日 and a day of the week."""
_DAY_OR_MONTH = re.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_TIME = re.compile(
    r"^[0-9]{1,2}(?:[:.h][0-9]{2}){1,2}(?: ?(?:Uhr|[AP]\.?M\.?))?"
    r"(?: (?:GMT|UTC|BST|JST|MSK|IST|[ECMP][SD]T|CES?T|AE[SD]T)(?:[+-][0-9]{1,2})?)?(?=[\s,;]|$)",
    re.IGNORECASE,
)
_REFUSED_LATER = frozenset({"ambiguous", "not_there", "short_year"})
"""Faults of something that is a date all the same: whoever imports is told of them."""


def headed(line: str) -> Headed:
    """The date with which a line begins, and the rest of the line.

    Archives print the day of the week by their own reckoning; one that is not that of the date is left out and told.

    >>> headed("January 28, 1993, Thursday, Late Edition - Final")
    Headed(date='January 28, 1993, Thursday', rest='Late Edition - Final', remarks=())
    >>> headed("27. Februar 2012 Montag 9:50 PM GMT+1").rest, headed("877 Wörter").date, headed("March 2014").date
    ('', '', 'March 2014')
    >>> headed("12 April 2013 Tuesday")
    Headed(date='12 April 2013', rest='', remarks=("'12 April 2013 Tuesday' names a day of the week that is not that of the date",))
    """
    words = line.split()
    for count in range(min(len(words), _WORDS), 0, -1):
        date, remarks = _understood(" ".join(words[:count]).rstrip(" ,;"))
        if date:
            rest = " ".join(words[count:]).strip(" ,;")
            return Headed(date, _TIME.sub("", rest).strip(" ,;"), remarks)
    return Headed("", line)


@lru_cache(maxsize=10_000)
def _understood(text: str) -> tuple[str, tuple[str, ...]]:
    if not any(char.isdigit() for char in text):
        return "", ()
    found = dates.read(text)
    if _DAY_OR_MONTH.fullmatch(found.date) or found.fault in _REFUSED_LATER:
        return text, ()
    if found.fault == "contradiction":
        words = text.split()
        for bare in (" ".join(words[:-1]).rstrip(","), " ".join(words[1:])):
            if _DAY_OR_MONTH.fullmatch(dates.read(bare).date):
                return bare, (f"{text!r} names a day of the week that is not that of the date",)
    return "", ()
