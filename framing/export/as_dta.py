"""The wide table for Stata: numbers with value labels, reasons as extended missing values."""

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from framing.export.as_sav import Names, Numbered, cut, numbered, refusal
from framing.export.column import REASONS
from framing.export.package import Package
from framing.refusal import Refusal

LETTERS = dict(zip(REASONS, ascii_lowercase, strict=False))
"""Reason why an answer is missing, to the letter of its extended missing value: ``.a``, ``.b`` and so on."""
_WORDS = "_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip str strL using with"
STATA = Names(28, frozenset({*_WORDS.split(), *(f"str{width}" for width in range(1, 2046))}))
LABEL = 80
"""Characters that Stata allows for the label of a column."""
RELEASE = 14
"""Its format, 118, is read by Stata 14 and later, R and SPSS; the next, 119, by Stata/MP alone."""
_MADE, _NO_TIME = re.compile(rb"<timestamp>\x11.{17}</timestamp>"), b"<timestamp>\x1101 Jan 2000 00:00</timestamp>"
"""Where a file says when it was made, so that the same study gives the same bytes (Stata, File formats .dta, 118)."""


def dta_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """The wide table as one file for Stata, R's haven or pandas.

    Args:
        package: a study as tables.

    Returns:
        Path to content. Values have the numbers of ``column.numbers``, a reason one of ``LETTERS``. A refusal as for SPSS.

    >>> from framing.export.package import Table
    >>> dta_files(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {"wide": Table("", "", (), pl.DataFrame())}))
    Refusal(code='nothing_coded', reason='The wide table has no rows.', need='A coding.')
    """
    if refused := refusal(package):
        return refused
    return {f"{package.id}.dta": _written(numbered(package.tables["wide"], STATA), package)}


def _written(columns: Mapping[str, Numbered], package: Package) -> bytes:
    options: dict[str, Any] = {
        "version": RELEASE,
        "file_label": cut(f"{package.id} {package.version} {package.digest[:12]}", LABEL),
        "column_labels": [column.label[:LABEL] for column in columns.values()],
        "variable_value_labels": {name: _labels(column) for name, column in columns.items() if column.labels},
        "missing_user_values": {
            name: sorted(_LETTER[number] for number in lacking)
            for name, column in columns.items()
            if (lacking := _lacking(column))
        },
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "wide.dta"
        frame = pl.DataFrame({name: _cells(column) for name, column in columns.items()})
        import_module("pyreadstat").write_dta(frame, path, **options)
        return _MADE.sub(_NO_TIME, path.read_bytes(), count=1)


_LETTER = {number: LETTERS[reason] for reason, number in REASONS.items()}


def _labels(column: Numbered) -> dict[int | str, str]:
    """What its numbers mean, and those letters that it has: the writer takes no label for others."""
    used = _lacking(column)
    answers: dict[int | str, str] = {
        number: text for number, text in column.labels.items() if number not in column.missing
    }
    return answers | {_LETTER[number]: column.labels[number] for number in column.missing if number in used}


def _cells(column: Numbered) -> pl.Series:
    """Cells with letters for reasons; a column without any stays one of numbers."""
    if not _lacking(column):
        return column.cells
    return pl.Series([_LETTER.get(cell, cell) for cell in column.cells], dtype=pl.Object)


def _lacking(column: Numbered) -> set[int]:
    """The reasons for which answers are missing."""
    return set(column.missing).intersection(column.cells)
