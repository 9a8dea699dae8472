"""The data dictionary: what every column and every value in it means."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.export.column import Column, by_place, numbers
from framing.export.rows import BETWEEN

BEFORE, AFTER = ("table", "column", "variable", "level", "value", "number"), ("definition", "missing")
SHIFTS = "In files for SPSS and Stata its numbers are places in the list of the codebook, and shift where that changes."
WIDE = "wide"
"""The table that files of numbers hold."""


def dictionary(columns: Mapping[str, Sequence[Column]], languages: Sequence[str]) -> pl.DataFrame:
    """A data dictionary.

    Args:
        columns: what the columns of each table hold.
        languages: the languages of the codebook.

    Returns:
        One row per column, and below it one per value that its cells may name: ``table``, ``column``, ``variable`` and
        ``level`` (of measurement) where it belongs to a variable, ``value``, in the wide table its ``number`` in files for SPSS
        and Stata, ``label_LANGUAGE`` for each language, ``definition``, and ``missing``: why an answer may be missing.

    >>> tone = Column("tone", {"en": "Tone"}, "How it sounds.", ({"id": 1, "labels": {"en": "Mild"}},), "tone", scored=True)
    >>> dictionary({"wide": [tone]}, ["en"]).select("value", "number", "label_en").rows()
    [(None, None, 'Tone'), ('1', 1, 'Mild')]
    """
    names = (*BEFORE, *(f"label_{language}" for language in languages), *AFTER)
    rows = [row for table, held in columns.items() for column in held for row in _rows(table, column, languages)]
    types = dict.fromkeys(names, pl.String) | {"number": pl.Int64}
    return pl.DataFrame(rows, schema=types, orient="row")


def _rows(table: str, column: Column, languages: Sequence[str]) -> list[tuple[str | int | None, ...]]:
    of = (table, column.name, column.variable or None, column.level or None)
    shifting = table == WIDE and by_place(column)
    whole = {"labels": column.labels, "definition": f"{column.definition} {SHIFTS}" if shifting else column.definition}
    given = numbers(column) if table == WIDE else {}
    first = (*of, None, None, *_told(whole, languages), BETWEEN.join(column.missing) or None)
    values = [
        (*of, str(value["id"]), given.get(value["id"]), *_told(value, languages), None) for value in column.values
    ]
    return [first, *values]


def _told(entry: Mapping[str, Any], languages: Sequence[str]) -> tuple[str | None, ...]:
    labels = entry.get("labels", {})
    return (*(labels.get(language) for language in languages), entry.get("definition") or None)
