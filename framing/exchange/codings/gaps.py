"""What a map and its file leave open: columns and parts that are not there, articles and answers that nothing names."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from framing.exchange.codings.mapping import Map
from framing.study.faults import Fault, meant

NEEDED: Mapping[str, Any] = {
    "frames/primary": "FRAME",
    "frames/secondary": [],
    "event/id": "EVENT or null",
    "confidence": "CONFIDENCE",
    "coded_at": "YYYY-MM-DDThh:mm:ss+09:00",
    "evidence": "coded in a sheet without evidence",
}
"""Parts that every coding has beside its variables, each with what a map may say of it once somebody has put in what is true."""
SHOWN = 12
"""Columns that are listed."""


def no_columns(told: Map, named: Iterable[str], columns: Collection[str]) -> Iterator[str]:
    """Columns that the map names and the file does not have."""
    questions = told.columns if not told.variable else ()
    for name in dict.fromkeys([*filter(None, named), *questions]):
        if columns and name not in columns:
            yield f"the map names a column {name!r}, which the file does not have{meant(name, columns)}"


def no_parts(maps: Iterable[Map], parts: Collection[str]) -> Iterator[str]:
    """What a map says of parts that no coding has."""
    for name in dict.fromkeys(name for each in maps for name in (*each.otherwise, *each.values)):
        if name not in parts:
            yield f"the map says something of {name!r}, which is not a part of a coding{meant(name, parts, 6)}"


def no_article(columns: Collection[str], parts: Collection[str]) -> str:
    """That nothing says which column names the article, with a map to begin from.

    Args:
        columns: of the file.
        parts: of a coding; a column that is called like one answers it.
    """
    listed = ", ".join(map(repr, [*columns][:SHOWN])) + (f" and {len(columns) - SHOWN} more" * (len(columns) > SHOWN))
    others = {name: "VARIABLE" for name in [*columns][1:SHOWN] if name.partition("=")[0] not in parts}
    said = {name: value for name, value in NEEDED.items() if name not in columns}
    sketch = {"article": next(iter(columns), "COLUMN"), **({"columns": others} if others else {}), "otherwise": said}
    return (
        f'no map is given with --map, or it has no "article": nothing says which column names the article. The columns are {listed}. '
        f"A map is a JSON file such as\n{json.dumps(sketch, ensure_ascii=False, indent=2)}\n"
        "  Put in what is true of your codings; docs/how-to/import-codings.md says what each part means"
    )


def unanswered(maps: Collection[Map], asked: Iterable[str], needed: Iterable[str]) -> list[str]:
    """Parts that every coding needs, and of which neither a column nor the map says anything.

    Args:
        maps: by which the lines of the file are read.
        asked: columns of the file, and questions of a long table.
        needed: parts among ``NEEDED``.

    >>> unanswered([Map(columns={"Sure": "confidence"})], ["Sure", "coded_at"], ["confidence", "coded_at", "event/id"])
    ['event/id']
    """
    columns = [*asked]
    answered = {each.columns.get(name, name).partition("=")[0] for each in maps for name in columns}
    answered |= {name for each in maps for name in each.otherwise}
    return [name for name in needed if name not in answered]


def in_words(lacking: Iterable[str]) -> str:
    """That some parts are answered nowhere, with what to write."""
    said = {name: NEEDED[name] for name in lacking}
    return (
        f"nothing says {', '.join(said)}: name the column of each in the map, or say in it what is true of all, in this form: "
        f'"otherwise": {json.dumps(said, ensure_ascii=False)}'
    )


def is_about(fault: Fault, lacking: Iterable[str]) -> bool:
    """Whether a fault says again that a part is answered nowhere."""
    keys = {step for name in lacking for step in name.split("/")}
    return fault.rule == "schema_required" and any(fault.message.startswith(f"the key {key!r} ") for key in keys)
