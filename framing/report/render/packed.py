"""The data of charts, as small as a page can hold it: what recurs in a column stands once."""

import json
import re
from collections.abc import Mapping, Sequence, Set
from typing import Any

Record = dict[str, Any]
_WORD = re.compile(r"\w+", re.ASCII)


def packed(spec: Mapping[str, Any]) -> Record:
    """A specification with its data by column; ``packed.js`` undoes it.

    >>> packed({"x": "x", "y": "y", "datasets": {"d": [{"x": "a", "y": 1}, {"x": "a", "y": 2}, {"x": "a", "y": 3}]}})["datasets"]
    {'d': {'rows': 3, 'columns': {'x': {'of': ['a'], 'at': [0, 0, 0]}, 'y': [1, 2, 3]}}}
    """
    if "datasets" not in spec:
        return dict(spec)
    asked = set(_WORD.findall(json.dumps({key: part for key, part in spec.items() if key != "datasets"})))
    return {**spec, "datasets": {name: _table(rows, asked) for name, rows in spec["datasets"].items()}}


def _table(rows: Sequence[Record], asked: Set[str]) -> Sequence[Record] | Record:
    """Rows that all have the same fields, by column; a field that the specification nowhere names is not drawn."""
    if not rows or any(row.keys() != rows[0].keys() for row in rows):
        return rows
    names = [name for name in rows[0] if not _WORD.fullmatch(name) or name in asked]
    return {"rows": len(rows), "columns": {name: _column([row[name] for row in rows]) for name in names}}


def _column(values: Sequence[Any]) -> Sequence[Any] | Record:
    """Distinct values and where they stand, where that is shorter; true, 1 and 1.0 are three."""
    if any(isinstance(value, dict | list) for value in values):
        return values
    places: dict[tuple[type, Any], int] = {}
    at = [places.setdefault((type(value), value), len(places)) for value in values]
    return {"of": [value for _, value in places], "at": at} if 2 * len(places) < len(values) else values
