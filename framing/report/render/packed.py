"""The charts of a page, as small as it can hold them: what recurs in a column, in a text or among specifications stands once."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import zip_longest
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

Record = dict[str, Any]
_WORD = re.compile(r"\w+", re.ASCII)
LONG = 40
"""Signs from which on a part of a specification is kept once: its number takes up to nine."""

SHORT = 12
"""Signs below which texts stand themselves where they are said."""
_DIGITS = ascii_uppercase + ascii_lowercase + digits + "-_"
"""Of what places are written; ``packed.js`` has them too."""


class _Numbered(dict[str, int]):
    """The number of each text, in the order in which they were first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def packed(charts: Mapping[str, Mapping[str, Any]]) -> Record:
    r"""Specifications by name, their data by column; ``packed.js`` undoes it.

    Returns:
        ``charts`` by name; ``parts``, which stand in them as ``{"$": place}``; and ``lines``, of which texts are put together.

    >>> rows = [{"x": "a", "y": "Day: 1\nPaper: A"}, {"x": "a", "y": "Day: 2\nPaper: A"}, {"x": "a", "y": None}]
    >>> held = packed({"chart": {"x": "x", "y": "y", "datasets": {"d": rows}}})
    >>> held["charts"]["chart"]["datasets"]
    {'d': {'rows': 3, 'columns': {'x': ['a', 'a', 'a'], 'y': {'lines': [[0, 2, None], [1, 1, None]]}}}}
    >>> held["lines"]
    ['Day: 1', 'Paper: A', 'Day: 2']
    """
    lines = _Numbered()
    tables = {name: _tables(spec, lines) for name, spec in charts.items()}
    bare = {name: {key: part for key, part in spec.items() if key != "datasets"} for name, spec in charts.items()}
    recurring, parts = _recurring(bare), _Numbered()
    drawn = {name: {**_shared(spec, recurring, parts), **tables[name]} for name, spec in bare.items()}
    return {"lines": list(lines), "parts": _contents(recurring, parts), "charts": drawn}


def _recurring(specs: Record) -> Set[str]:
    """The parts of specifications that stand in more than one place, as JSON; what stands in one of them counts there once."""
    found = Counter[str]()

    def count(part: Any) -> None:
        if isinstance(part, dict | list):
            written = _written(part)
            if len(written) >= LONG:
                found[written] += 1
            if found[written] < 2:
                for inner in _inside(part):
                    count(inner)

    for spec in specs.values():
        for inner in _inside(spec):
            count(inner)
    return {written for written, times in found.items() if times > 1}


def _shared(part: Any, recurring: Set[str], parts: _Numbered) -> Any:
    """A part of a specification in which the number of each recurring part stands for it."""
    if isinstance(part, list):
        return [_named(inner, recurring, parts) for inner in part]
    if isinstance(part, dict):
        return {key: _named(inner, recurring, parts) for key, inner in part.items()}
    return part


def _named(part: Any, recurring: Set[str], parts: _Numbered) -> Any:
    if isinstance(part, dict | list) and (written := _written(part)) in recurring:
        return {"$": parts[written]}
    return _shared(part, recurring, parts)


def _contents(recurring: Set[str], parts: _Numbered) -> list[Any]:
    """What the numbers stand for; parts of parts are found on the way."""
    contents: list[Any] = []
    while len(contents) < len(parts):
        contents.append(_shared(json.loads(list(parts)[len(contents)]), recurring, parts))
    return contents


def _inside(part: Any) -> Iterator[Any]:
    return iter(part.values() if isinstance(part, dict) else part)


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _tables(spec: Mapping[str, Any], lines: _Numbered) -> Record:
    if "datasets" not in spec:
        return {}
    asked = set(_WORD.findall(json.dumps({key: part for key, part in spec.items() if key != "datasets"})))
    return {"datasets": {name: _table(rows, asked, lines) for name, rows in spec["datasets"].items()}}


def _table(rows: Sequence[Record], asked: Set[str], lines: _Numbered) -> Sequence[Record] | Record:
    """Rows that all have the same fields, by column; a field that the specification nowhere names is not drawn."""
    if not rows or any(row.keys() != rows[0].keys() for row in rows):
        return rows
    names = [name for name in rows[0] if not _WORD.fullmatch(name) or name in asked]
    return {"rows": len(rows), "columns": {name: _column([row[name] for row in rows], lines) for name in names}}


def _column(values: Sequence[Any], lines: _Numbered) -> Sequence[Any] | Record:
    """Values, their lines where texts have several or are long, or what recurs and where it stands: whatever is shortest."""
    if any(isinstance(value, dict | list) for value in values):
        return values
    if _is_long(values):
        told = [[None] if value is None else [lines[line] for line in value.split("\n")] for value in values]
        return {"lines": [_recalled(list(column)) for column in zip_longest(*told)]}
    return _recalled(values)


def _is_long(values: Sequence[Any]) -> bool:
    texts = [value for value in values if value is not None]
    return all(isinstance(text, str) for text in texts) and max(map(len, texts), default=0) >= SHORT


def _recalled(values: Sequence[Any]) -> Sequence[Any] | Record:
    """Distinct values and where they stand, where that is shorter; true, 1 and 1.0 are three."""
    places: dict[tuple[type, Any], int] = {}
    at = [places.setdefault((type(value), value), len(places)) for value in values]
    if len(places) == len(values) or len(places) > len(_DIGITS) ** 2:
        return values
    recalled: Record = {"of": [value for _, value in places], "at": _digits(at, len(places))}
    return recalled if len(_written(recalled)) < len(_written(values)) else values


def _digits(at: Sequence[int], of: int) -> str:
    """Places as text: no sign for each where there is but one, two where there are many.

    >>> _digits([0, 1, 63], 64), _digits([1, 64], 65), _digits([0, 0], 1)
    ('AB_', 'ABBA', '')
    """
    if of == 1:
        return ""
    if of <= len(_DIGITS):
        return "".join(_DIGITS[place] for place in at)
    return "".join(_DIGITS[place // len(_DIGITS)] + _DIGITS[place % len(_DIGITS)] for place in at)
