"""What pages say in the language of the reader: a message of ``framing/words/pages`` and its arguments, as one line.

The words stand in Fluent files, one for each topic and language; Python hands over the values and never a word. An argument
may be a number (by which a language chooses its plural), a share, a day, a name, a list, or a part of a page such as a link,
and lands wherever the sentence of a language wants it. Words between ``<name>`` and ``</name>`` become a link to the target
of that name. Numbers, days and lists are written as the Unicode CLDR has them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from framing.report.blocks import Anchor, Inline, Line, Link, Number, Run, joined
from framing.report.messages import Placed, PlacedFloat, PlacedInt, PlacedText, formatted, locale
from framing.words import FIRST, page_languages


@dataclass(frozen=True, slots=True)
class Count:
    """A count that can be followed to its records, and by which a language chooses its plural."""

    value: int
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share from 0 to 1, written in per cent, with the records of what is counted."""

    value: float
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of shares, from -1 to 1, written in percentage points with its sign, with the records of both."""

    value: float
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """A distance of shares, or the end of an interval, written in whole percentage points without a plus."""

    value: float
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Where the words between ``<name>`` and ``</name>`` of a message lead: the stem of a page, and a place on it."""

    page: str = ""
    place: str = ""


Argument = float | date | Count | Share | Points | Apart | Target | Inline | Line | list[Any]
"""An int or a float is a number; a tuple is a line, in its order; a list is told as one: A, B and C."""
_OPEN, _SIGNS = 0xF0000, "\U000f0000-\U0010fffd"
"""Signs of private use stand for arguments inside a message until it is split; each for a whole one, for Fluent takes no long texts."""
PIECES = re.compile(rf"<(?P<name>[a-z_]+)>(?P<inside>.*?)</(?P=name)>|(?P<sign>[{_SIGNS}])")
"""What a message is split at: a link with its words, and the sign of an argument."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of the pages in one language.

    Attributes:
        language: of the words: English where there are none in the language asked for.
    """

    language: str

    def __call__(self, message: str, /, **arguments: Argument) -> Line:
        r"""A message as a line, its arguments in their places.

        Raises:
            KeyError: when there is no such message, or it needs an argument that is not given.

        >>> speech("en")("records-behind", records=Count(2, ("x", "y")))
        (Number(text='2', records=('x', 'y')), ' records')
        >>> speech("ru").text("records-behind", records=1234)
        '1\xa0234 записи'
        """
        if not arguments:
            return _fixed(self.language, message)
        parts: list[Line] = []
        placed = {name: self._placed(value, parts) for name, value in arguments.items()}
        targets = {name: value for name, value in arguments.items() if isinstance(value, Target)}
        return tuple(_merged(split(formatted(self.language, message, placed), parts, targets)))

    def text(self, message: str, /, **arguments: Argument) -> str:
        """A message as plain text."""
        return plain(self(message, **arguments))

    def listed(self, items: list[Any]) -> Line:
        """Some items as the language lists them.

        >>> speech("en").listed(["A", "B", Link("C", "c")]), speech("ja").listed(["A", "B"])
        (('A, B and ', Link(text='C', page='c', place='', lang='')), ('A、B',))
        """
        parts: list[Line] = []
        told = format_list([self._sign(item, parts) for item in items], locale=locale(self.language))
        return tuple(_merged(split(str(told), parts, {})))

    def together(self, *sentences: Line) -> Line:
        """Some sentences as one paragraph.

        >>> speech("en").together(("One.",), ("Two.",)), speech("ja").together(("一。",), ("二。",))
        (('One. Two.',), ('一。二。',))
        """
        return tuple(_merged(iter(joined(sentences, self.text("between-sentences")))))

    def dated(self, day: date, known: Literal["day", "month", "year"] = "day") -> str:
        """A day, or as much of it as is known, as the language writes it.

        >>> speech("en").dated(date(2014, 2, 9)), speech("en").dated(date(2014, 2, 1), "month")
        ('9 February 2014', 'February 2014')
        >>> speech("ja").dated(date(2014, 2, 1), "month"), speech("ru").dated(date(2014, 1, 1), "year")
        ('2014年2月', '2014')
        """
        where = locale(self.language)
        if known == "day":
            return str(format_date(day, "long", locale=where))
        return str(format_skeleton("yMMMM" if known == "month" else "y", day, locale=where))

    def _placed(self, value: Argument, parts: list[Line]) -> Placed:
        """The value as the message sees it; what is to be shown in its place joins the parts."""
        number = value.value if isinstance(value, Count) else value
        placed: Placed
        if isinstance(number, int):
            placed = PlacedInt(number)
        elif isinstance(number, float):
            placed = PlacedFloat(number)
        else:
            placed = PlacedText(value if isinstance(value, str) else "")
        placed.sign = "" if isinstance(value, Target) else self._sign(value, parts)
        return placed

    def _sign(self, value: Argument, parts: list[Line]) -> str:
        """The sign that stands for a value, which joins the parts as it is shown."""
        if isinstance(value, list):
            parts.append(self.listed(value))
        else:
            parts.append(value if isinstance(value, tuple) else (self._shown(value),))
        return chr(_OPEN + len(parts) - 1)

    def _shown(self, value: Any) -> Inline:
        where = locale(self.language)
        if isinstance(value, Count):
            return Number(_decimal(self.language, value.value), value.records)
        if isinstance(value, Share):
            text = format_percent(value.value, "#,##0\xa0%" if self.language == "ru" else "#,##0%", locale=where)
            return Number(text, value.records) if value.records else text
        if isinstance(value, Points | Apart):
            whole = round(value.value * 100)
            text = (f"{whole:+d}" if whole and isinstance(value, Points) else str(whole)).replace("-", "−")
            return Number(text, value.records) if value.records else text
        if isinstance(value, date):
            return self.dated(value)
        if isinstance(value, int | float):
            return _decimal(self.language, value)
        assert isinstance(value, str | Run | Link | Anchor | Number), value
        return value


@cache
def speech(language: str) -> Speech:
    """The words of the pages in one language, or in English where there are none in it.

    >>> speech("ja").language, speech("eo").language
    ('ja', 'en')
    """
    return Speech(language if language in page_languages() else FIRST)


def plain(said: Line) -> str:
    """A line as text without its links.

    >>> plain(("see ", Link("this", "x")))
    'see this'
    """
    return "".join(part if isinstance(part, str) else part.text for part in said)


@lru_cache(maxsize=10_000, typed=True)
def _decimal(language: str, number: float) -> str:
    return str(format_decimal(number, locale=locale(language)))


@cache
def _fixed(language: str, message: str) -> Line:
    """A message that needs no argument: heads of tables and commas are asked for in every cell."""
    return tuple(_merged(split(formatted(language, message, {}), [], {})))


def split(text: str, parts: Sequence[Line], targets: Mapping[str, Target]) -> Iterator[Inline]:
    """The text with the parts in the places of their signs, and links where it names targets.

    >>> list(split("on <page>\U000f0000</page>", [("this",)], {"page": Target("x")}))
    ['on ', Link(text='this', page='x', place='', lang=''), '']
    """
    end = 0
    for found in _pieces(text):
        yield text[end : found.start()]
        if found["sign"]:
            yield from parts[ord(found["sign"]) - _OPEN]
        else:
            target = targets[found["name"]]
            yield Link(plain(tuple(split(found["inside"], parts, {}))), target.page, target.place)
        end = found.end()
    yield text[end:]


@lru_cache(maxsize=10_000)
def _pieces(text: str) -> tuple[re.Match[str], ...]:
    """Where a text is split."""
    return tuple(PIECES.finditer(text))


def _merged(parts: Iterator[Inline]) -> list[Inline]:
    """The parts with neighbouring texts as one."""
    merged: list[Inline] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return merged
