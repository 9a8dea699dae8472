"""Texts that a field promises in Latin letters."""

import re
from collections.abc import Iterator
from typing import Any

from framing.faults import shown
from framing.index import Index
from framing.rules.complaint import Complaint, Record

_LATIN = r"A-Za-z\xaa\xba\xc0-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2071\u207f\u2090-\u209c\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06"
_WIDE = r"\uff21-\uff3a\uff41-\uff5a"
OTHER = re.compile(rf"(?![{_LATIN}{_WIDE}])[^\W\d_]")
"""Letters of any script but the Latin one, and but the signs by which names of other scripts are transcribed."""
EXAMPLE = "Ono Masami = 大野正美"


def latin_where_promised(record: Record, _: Index) -> Iterator[Complaint]:
    """What is to stand in Latin letters or in English does; a title in English may quote a word of another script."""
    for path, around in _objects(record, ()):
        for key in ("en", "romanised", "short"):
            text = around.get(key)
            if isinstance(text, str) and (message := _strange(text, key, around, path)):
                yield (*path, key), message


def _strange(text: str, key: str, around: Record, path: tuple[object, ...]) -> str:
    """What is wrong with the script of one text; empty when nothing is."""
    others = len(OTHER.findall(text))
    if not others:
        return ""
    own = around.get("own")
    if "byline" in path and own is None:
        return f"{shown(text)} is not in Latin letters; write the name in them here, and in its own script as own ({EXAMPLE})"
    if "byline" in path or "names" in path:
        if own and not OTHER.search(own) and own != text:
            return f"the two names are exchanged: {shown(own)} belongs here, and {shown(text)} under own"
        return f"{shown(text)} is not in Latin letters; write here how the name is spelt in them"
    if key == "romanised":
        return f"{shown(text)} is not in Latin letters; write here how it sounds, and the headline itself as original"
    letters = sum(char.isalpha() for char in text)
    return f"{shown(text)} is not in English; write here what it says in English" if 2 * others > letters else ""


def _objects(value: Any, path: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], Record]]:
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from _objects(item, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _objects(item, (*path, place))
