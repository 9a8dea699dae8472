"""Where a fault is in its file, and in which entry: people look for lines and names, not for the fourteenth item of a list."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.study.faults import Fault, pointer
from framing.study.load import opened

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def placed(root: Path, faults: Iterable[Fault]) -> list[Fault]:
    """The same faults with the line and the entry in which they stand, in the order of file and line.

    Args:
        root: the study's folder.
        faults: any faults of that study.

    Returns:
        As many faults; one of a file that cannot be read is as it was.
    """
    by_file: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_file[fault.file].append(fault)
    return sorted(fault for file, found in by_file.items() for fault in _in_file(root / file, found))


def _in_file(path: Path, faults: list[Fault]) -> Iterator[Fault]:
    if path.suffix == ".jsonl":
        wanted = {fault.line for fault in faults}
        texts = {number: raw for number, raw in enumerate(_lines(path), 1) if number in wanted}
        for fault in faults:
            yield replace(fault, entry=_entry(_record(texts.get(fault.line, b"")), fault.pointer, whole=True))
        return
    raw = b"".join(_lines(path)) if any(fault.pointer and not fault.line for fault in faults) else b""
    record = _record(raw)
    lines = line_numbers(raw.decode("utf-8", "replace"), {fault.pointer for fault in faults}) if record else {}
    for fault in faults:
        line = fault.line or (lines.get(fault.pointer, 0) if fault.pointer else 0)
        yield replace(fault, line=line, entry=_entry(record, fault.pointer))


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with opened(path) as stream:
            yield from stream
    except (OSError, ValueError):  # the fault itself says that it cannot be read
        return


def _record(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def line_numbers(text: str, pointers: set[str]) -> dict[str, int]:
    r"""The lines in which values of a JSON text begin, each with its key.

    Args:
        text: JSON that can be parsed.
        pointers: JSON Pointers to the values that are asked for.

    Returns:
        Line, counted from 1, by pointer; the first where a key appears twice; none for what is not there.

    >>> line_numbers('{"a": 1,\n "b": [0,\n  {"c": 2}]}', {"/b", "/b/1/c", "/z"})
    {'/b': 2, '/b/1/c': 3}
    """
    found: dict[str, int] = {}
    path: list[Any] = []
    opening: list[str] = []
    keyed = False

    for sign, line in _tokens(text):
        if sign == ":":
            keyed = True
        elif sign == ",":
            keyed = False
            if opening[-1] == "[":
                path[-1] += 1
        elif sign in "}]":
            opening.pop()
            path.pop()
        else:
            key = opening[-1:] == ["{"] and not keyed
            if key:
                path[-1] = json.loads(sign)
            if (key or opening[-1:] == ["["]) and (place := pointer(path)) in pointers:
                found.setdefault(place, line)
            keyed = False
            if sign in "{[":
                opening.append(sign)
                path.append(0)
    return found


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Texts, brackets, commas, colons and bare words of some JSON, each with its line."""
    line, before = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", before, token.start())
        before = token.start()
        yield token[0], line


def _entry(record: Any, where: str, *, whole: bool = False) -> str:
    """The entries on the way to a value that have an id, and the record itself where it is one of many in its file."""
    names = [str(record.get("id", record.get("article", "")))] if whole and isinstance(record, dict) else []
    key = ""
    for step in where.split("/")[1:]:
        if isinstance(record, list) and step.isdecimal() and int(step) < len(record):
            record = record[int(step)]
            if isinstance(record, dict) and isinstance(record.get("id"), str | int):
                names.append(f"{_singular(key)} {record['id']}")
        elif isinstance(record, dict):
            key = step.replace("~1", "/").replace("~0", "~")
            record = record.get(key)
    return ", ".join(filter(None, names))


def _singular(plural: str) -> str:
    """One of what a list holds.

    >>> _singular("outlets"), _singular("searches")
    ('outlet', 'search')
    """
    return plural.removesuffix("es") if plural.endswith("ches") else plural.removesuffix("s")
