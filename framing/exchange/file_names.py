"""What the name of a file says of the article in it, by a pattern that a person declares."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from framing.study.faults import meant

FIELDS = (
    "outlet",
    "date",
    "year",
    "month",
    "day",
    "n",
    "headline",
    "byline",
    "page",
    "section",
    "edition",
    "language",
    "key",
)
"""What may stand in a pattern; n is any number and means nothing."""
_SHAPES = {
    "date": "(?:明治|大正|昭和|平成|令和)?[0-9][^/]*",
    "year": "[0-9]{4}",
    "month": "[0-9]{1,2}",
    "day": "[0-9]{1,2}",
    "n": "[0-9]+",
    "page": "[^/_]{1,20}",
    "language": "[A-Za-z-]{2,10}",
}
"""A date begins with a number, so that a name such as new_york_times_2014-03-20 is divided in one way."""
_FIELD = re.compile(r"\{([^{}]*)\}")


class Pattern(NamedTuple):
    """How the files of a folder are named.

    Attributes:
        text: as it was declared.
        short: what matches with every field as short as possible.
        long: the same with every field as long as possible.
    """

    text: str
    short: re.Pattern[str]
    long: re.Pattern[str]


def faults(text: str) -> list[str]:
    """What is wrong with a pattern; empty for one by which files can be read.

    >>> faults("{outlet}_{date}_{n}.txt"), faults("{paper}_{date}.txt")[0].partition(";")[0]
    ([], "'{paper}' is not a field of file names")
    """
    fields = _FIELD.findall(text)
    wrong = [
        f"{'{' + field + '}'!r} is not a field of file names{meant(field, FIELDS, 20)}"
        for field in fields
        if field not in FIELDS
    ]
    wrong += [f"{'{' + field + '}'!r} stands there twice" for field in dict.fromkeys(fields) if fields.count(field) > 1]
    if set("{}") & set(_FIELD.sub("", text)):
        wrong.append("a brace is not closed")
    if not wrong and "date" not in fields and "year" not in fields:
        wrong.append("the date is missing; write {date}, or {year}, {month} and {day}, in its place")
    if not wrong and re.search(r"\}\{", text):
        wrong.append("two fields have nothing between them, so where one ends is unclear")
    return wrong


@lru_cache
def compiled(text: str) -> Pattern:
    """A pattern that is right."""
    return Pattern(text, *(re.compile(_expression(text, more)) for more in ("?", "")))


def _expression(text: str, more: str) -> str:
    parts = _FIELD.split(text)
    fields = [f"(?P<{name}>{_shape(name, more)})" for name in parts[1::2]]
    fixed = list(map(re.escape, parts[::2]))
    return "".join(part for pair in zip(fixed, [*fields, ""], strict=True) for part in pair)


def _shape(name: str, more: str) -> str:
    return re.sub(r"([*+}])$", rf"\1{more}", _SHAPES.get(name, "[^/]+"))


def told(pattern: Pattern, name: str) -> dict[str, str] | str:
    """What a name says of each field; or why it says nothing.

    >>> told(compiled("{outlet}_{date}_{n}.txt"), "new_york_times_2014-03-20_1.txt")
    {'outlet': 'new_york_times', 'date': '2014-03-20', 'n': '1'}
    >>> told(compiled("{outlet}_{year}{month}.txt"), "x.txt")
    "the name does not follow the pattern '{outlet}_{year}{month}.txt'; rename the file or correct the pattern"
    """
    short, long = pattern.short.fullmatch(name), pattern.long.fullmatch(name)
    if not short or not long:
        return f"the name does not follow the pattern {pattern.text!r}; rename the file or correct the pattern"
    if short.groupdict() != long.groupdict():
        ways = " or ".join(_divided(match.groupdict().items()) for match in (short, long))
        return f"the name can be divided in two ways: {ways}; name the files with another sign between the parts"
    return {field: value for field, value in short.groupdict().items() if value}


def _divided(parts: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{field} {value!r}" for field, value in parts)
