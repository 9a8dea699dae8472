"""A bundle beside what is computed from its records: every difference, in words."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from framing.export.bundle.crate import METADATA
from framing.export.bundle.made import LIBRARIES, RECORD, VERBATIM
from framing.refusal import Refusal

BESIDE = (RECORD, METADATA)
"""Files that hold hashes of all others: they differ where another one does."""
SHOWN = 20
"""Differences of one file that are given one by one."""
LONGEST = 60
Files = Mapping[str, bytes]


def record_of(files: Files) -> dict[str, Any] | Refusal:
    """The content of ``bundle.json``, or why there is nothing to compare with.

    >>> record_of({}).reason
    'bundle.json is missing.'
    """
    need = "A file that `framing bundle` has written."
    if RECORD not in files:
        return Refusal("no_bundle", f"{RECORD} is missing.", need)
    try:
        about = dict(json.loads(files[RECORD]))
        told = [
            about["choices"]["reading"],
            about["choices"]["ground"],
            about["framing"],
            about["python"],
            *about["files"].values(),
        ]
        sound = all(isinstance(text, str) for text in told) and isinstance(about["withheld_quotes_of_articles"], int)
        sound = (
            sound and isinstance(about["pseudonyms"], bool) and all(name in about["libraries"] for name in LIBRARIES)
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        sound = False
    return about if sound else Refusal("no_bundle", f"{RECORD} is not as it was written.", need)


def touched(files: Files, about: Mapping[str, Any]) -> list[str]:
    """Files that are not as they were when the bundle was made, by their SHA-256.

    >>> touched({"a": b"1"}, {"files": {"a": sha256(b"2").hexdigest(), "b": ""}})
    ['a: changed since the bundle was made', 'b: missing']
    """
    known = about["files"]
    lines = [f"{path}: missing" for path in known if path not in files]
    for path, content in files.items():
        if path in known and sha256(content).hexdigest() != known[path]:
            lines.append(f"{path}: changed since the bundle was made")
    return sorted(lines)


def differences(files: Files, again: Files) -> Iterator[str]:
    r"""What a bundle has otherwise than what its records give.

    Args:
        files: of the bundle.
        again: the same, computed from its records.

    Yields:
        A line for each difference, with its place: of a table row and column, of a text the line, of JSON the pointer.

    >>> list(differences({"csv/a.csv": b"n,x\n1,2\n"}, {"csv/a.csv": b"n,x\n1,3\n"}))
    ['csv/a.csv, row 2, column x: 2 here, 3 from the records']
    """
    lines = list(_differing(files, again, {*files, *again} - {*VERBATIM, *BESIDE}))
    yield from lines or _differing(files, again, BESIDE)


def _differing(files: Files, again: Files, paths: Iterable[str]) -> Iterator[str]:
    for path in sorted(paths):
        if path not in again:
            yield f"{path}: nothing in the records gives this file"
        elif path not in files:
            yield f"{path}: missing; the records give it"
        elif files[path] != again[path]:
            lines = list(_inside(path, files[path], again[path])) or [": other bytes with the same content"]
            yield from (f"{path}{line}" for line in lines[:SHOWN])
            if len(lines) > SHOWN:
                yield f"{path}: and {len(lines) - SHOWN} more differences"


def _inside(path: str, here: bytes, there: bytes) -> Iterator[str]:
    try:
        if path.endswith(".csv"):
            yield from _cells(here.decode(), there.decode())
        elif path.endswith(".json"):
            yield from _values(json.loads(here), json.loads(there), "")
        else:
            yield from _lines(here.decode(), there.decode())
    except ValueError as error:
        yield f": cannot be read ({error})"


def _cells(here: str, there: str) -> Iterator[str]:
    (head, *rows), (other_head, *others) = (
        list(csv.reader(text.splitlines(keepends=True))) or [[]] for text in (here, there)
    )
    if head != other_head:
        yield f", row 1: the columns differ: {', '.join(head)} here, {', '.join(other_head)} from the records"
        return
    if len(rows) != len(others):
        yield f": {len(rows)} rows here, {len(others)} from the records"
    for number, (row, other) in enumerate(zip(rows, others, strict=False), 2):
        for place, name in enumerate(head):
            cell, right = (cells[place] if place < len(cells) else "" for cells in (row, other))
            if cell != right:
                yield f", row {number}, column {name}: {_told(cell, right)}"


def _values(here: Any, there: Any, pointer: str) -> Iterator[str]:
    if isinstance(here, dict) and isinstance(there, dict):
        for key in dict.fromkeys([*here, *there]):
            yield from _values(here.get(key), there.get(key), f"{pointer}/{key}")
    elif isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
        for place, pair in enumerate(zip(here, there, strict=True)):
            yield from _values(*pair, f"{pointer}/{place}")
    elif here != there:
        yield f" at {pointer or '/'}: {_told(here, there)}"


def _lines(here: str, there: str) -> Iterator[str]:
    rows, others = here.split("\n"), there.split("\n")
    if len(rows) != len(others):
        yield f": {len(rows)} lines here, {len(others)} from the records"
    for number, (row, other) in enumerate(zip(rows, others, strict=False), 1):
        if row != other:
            at = next((at for at, pair in enumerate(zip(row, other, strict=False)) if pair[0] != pair[1]), 0)
            begin = max(0, at - 15)
            yield f", line {number}: {_told(row[begin:], other[begin:])}"


def _told(here: Any, there: Any) -> str:
    return f"{_cut(here)} here, {_cut(there)} from the records"


def _cut(value: Any) -> str:
    text = (
        "nothing" if value in (None, "") else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    )
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
