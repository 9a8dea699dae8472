"""Tables as a Data Package (version 2): CSV files, and a description of every field that programs can read."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import polars as pl

from framing.export.as_csv import csv_files
from framing.export.column import Column
from framing.export.package import Package, Table
from framing.study.canonical import as_file

PROFILES = "https://datapackage.org/profiles/2.0"
NAMED = ("outlet", "event", "article")
"""Columns that name a row of the table whose name is theirs with an s."""


def datapackage_files(package: Package) -> Mapping[str, bytes]:
    """A Data Package: the CSV files and ``datapackage.json``.

    Args:
        package: a study as tables.

    Returns:
        Path to content. Each field has its type, title, description, and the values that its cells may have; an empty cell is
        a missing value. Source: Data Package standard, version 2.0 (datapackage.org).

    >>> words = Table("Words", "A row per word.", (Column("text", {"en": "Text"}, "A word."),), pl.DataFrame({"text": ["a"]}))
    >>> files = datapackage_files(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {"words": words}))
    >>> list(files)
    ['csv/words.csv', 'datapackage.json']
    """
    files = csv_files(package)
    return {**files, "datapackage.json": as_file(descriptor(package, files))}


def descriptor(package: Package, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The content of ``datapackage.json``.

    Args:
        package: a study as tables.
        files: its CSV files.

    >>> descriptor(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {}), {})["name"]
    'ferries'
    """
    about = {f"framing:{name}": text for name, text in package.about().items()}
    told = "A text that a spreadsheet would calculate (it begins with =, +, - or @) has an apostrophe before it."
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": package.id,
        "title": package.titles["en"],
        "description": told,
        "version": package.version,
        **about,
        "resources": [
            _resource(name, table, path, files[path])
            for (name, table), path in zip(package.tables.items(), files, strict=True)
        ],
    }


def _resource(name: str, table: Table, path: str, content: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [_field(column, table.frame.schema[column.name]) for column in table.columns],
            "missingValues": [""],
            **_keys(name, table),
        },
    }


def _keys(name: str, table: Table) -> dict[str, Any]:
    """What names a row of a table, and what its cells name in others."""
    own = [column for column in NAMED if f"{column}s" == name]
    named = [column for column in NAMED if column in table.frame.columns and column not in own]
    foreign = [{"fields": [column], "reference": {"resource": f"{column}s", "fields": [column]}} for column in named]
    return ({"primaryKey": own} if own else {}) | ({"foreignKeys": foreign} if foreign else {})


def _field(column: Column, of: pl.DataType) -> dict[str, Any]:
    listed = _allowed(column, of)
    titles = column.labels
    return {
        "name": column.name,
        "type": _type(of),
        "title": titles.get("en") or next(iter(titles.values())),
        **({"description": column.definition} if column.definition else {}),
        **({"constraints": {"enum": listed}} if listed else {}),
    }


def _allowed(column: Column, of: pl.DataType) -> list[Any]:
    """The values that cells of a variable's column may have; those of other columns are checked with the study."""
    if not column.variable:
        return []
    if column.part == "member":
        return [0, 1]
    ids = [value["id"] for value in column.values]
    return ids if of.is_integer() else list(map(str, ids))


def _type(of: pl.DataType) -> str:
    if of.is_integer():
        return "integer"
    if of.is_float():
        return "number"
    return {pl.Date: "date", pl.Boolean: "boolean"}.get(type(of), "string")
