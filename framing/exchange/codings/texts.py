"""Texts of annotation programs: their JSON, and passages counted in code points whatever the program counts in."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.codings.line import Quote


def json_of(export: Export) -> Any:
    """What a JSON file holds.

    Raises:
        NotReadableError: when it is damaged.
    """
    text, _ = decoded.text(export)
    return json_in(text, export.name)


def json_in(text: str, place: str) -> Any:
    """What a text in JSON holds; ``place`` names it where it is damaged.

    Raises:
        NotReadableError: when it is damaged.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotReadableError(f"{place} is not complete JSON ({str(error)[:100]}); export it again") from error


def readings(text: str, span: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """What offsets may mean: code points, or else the units of UTF-16 that Java and browsers count.

    >>> list(readings("a😊b", {"start": 3, "end": 4}))
    [(3, 4), (2, 3)]
    """
    start, end = span.get("start"), span.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return
    yield start, end
    units = points(text)
    if end < len(units) and units[start] is not None and units[end] is not None:
        yield int(units[start] or 0), int(units[end] or 0)


def points(text: str) -> list[int | None]:
    """The code point at which each unit of UTF-16 begins, None in the middle of one; the end comes last.

    >>> points("a😊b")
    [0, 1, None, 2, 3]
    """
    found: list[int | None] = []
    for at, char in enumerate(text):
        found += [at] if ord(char) < 0x10000 else [at, None]
    return [*found, len(text)]


def composed(text: str, quote: Quote) -> tuple[str, Quote]:
    r"""A text as a study counts in it, composed (NFC) with LF between lines, and a passage in it.

    >>> composed("e\u0301\r\nab", Quote(4, 5, "a"))
    ('é\nab', Quote(start=2, end=3, text='a'))
    """
    whole = _plain(text)
    start = len(_plain(text[: quote.start]))
    words = _plain(text[quote.start : quote.end])
    return whole, Quote(start, start + len(words), words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
