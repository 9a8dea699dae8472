"""The data dictionary: what every column and every value in it means."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.export.column import Column
from framing.export.rows import BETWEEN

BEFORE, AFTER = ("table", "column", "variable", "level", "value"), ("definition", "missing")


def dictionary(columns: Mapping[str, Sequence[Column]], languages: Sequence[str]) -> pl.DataFrame:
    """A data dictionary.

    Args:
        columns: what the columns of each table hold.
        languages: the languages of the codebook.

    Returns:
        One row per column, and below it one per value that its cells may name: ``table``, ``column``, ``variable`` and
        ``level`` (of measurement) where it belongs to a variable, ``value``, ``label_LANGUAGE`` for each language,
        ``definition``, and ``missing``: why an answer may be missing.

    >>> tone = Column("tone", {"en": "Tone"}, "How it sounds.", ({"id": 1, "labels": {"en": "Mild"}},), "tone", level="ordinal")
    >>> dictionary({"wide": [tone]}, ["en"]).select("column", "value", "label_en").rows()
    [('tone', None, 'Tone'), ('tone', '1', 'Mild')]
    """
    names = (*BEFORE, *(f"label_{language}" for language in languages), *AFTER)
    rows = [row for table, held in columns.items() for column in held for row in _rows(table, column, languages)]
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _rows(table: str, column: Column, languages: Sequence[str]) -> list[tuple[str | None, ...]]:
    of = (table, column.name, column.variable or None, column.level or None)
    whole = {"labels": column.labels, "definition": column.definition}
    lines = [(None, whole), *((str(value["id"]), value) for value in column.values)]
    reasons = BETWEEN.join(column.missing) or None
    return [(*of, name, *_told(entry, languages), None if name else reasons) for name, entry in lines]


def _told(entry: Mapping[str, Any], languages: Sequence[str]) -> tuple[str | None, ...]:
    labels = entry.get("labels", {})
    return (*(labels.get(language) for language in languages), entry.get("definition") or None)
