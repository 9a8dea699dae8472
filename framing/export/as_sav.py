"""The wide table for SPSS: numbers with value labels, reasons as user-missing values, levels of measurement."""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import polars as pl

from framing.export.column import REASONS, Column, Entry, numbers
from framing.export.package import Package, Table
from framing.refusal import Refusal

LABEL, VALUE_LABEL = 256, 120
"""Bytes that SPSS allows."""
EXACT = 2**53
"""Numbers up to it are exact."""
MADE = slice(92, 109)
"""Where a file says when it was made, so that the same study gives the same bytes (PSPP, System File Format, file header)."""
NO_TIME = b"01 Jan 0000:00:00"


class Names(NamedTuple):
    """What a program takes for the name of a column.

    Attributes:
        longest: letters that it may have, less four, so that a number fits behind it.
        reserved: words that it may not be.
    """

    longest: int
    reserved: frozenset[str]


SPSS = Names(60, frozenset({"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}))


class Numbered(NamedTuple):
    """A column as SPSS has it.

    Attributes:
        cells: its cells, with numbers for values and for reasons.
        label: what it is called.
        labels: what each of its numbers means.
        missing: the numbers that are not answers.
        measure: its level of measurement.
    """

    cells: pl.Series
    label: str
    labels: Mapping[int, str]
    missing: Sequence[int]
    measure: str


def sav_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """The wide table as one file for SPSS, PSPP, jamovi or R's haven.

    Args:
        package: a study as tables.

    Returns:
        Path to content. Values have the numbers of ``column.numbers``, reasons among them. A refusal where pyreadstat is not installed, or a scale has a score that stands for a reason.

    >>> sav_files(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {"wide": Table("", "", (), pl.DataFrame())}))
    Refusal(code='nothing_coded', reason='The wide table has no rows.', need='A coding.')
    """
    if refused := refusal(package):
        return refused
    return {f"{package.id}.sav": _written(numbered(package.tables["wide"], SPSS), package)}


def refusal(package: Package) -> Refusal | None:
    """Why a study cannot be a file of numbers with labels; None where it can."""
    wide = package.tables["wide"]
    if wide.frame.is_empty():
        return Refusal("nothing_coded", "The wide table has no rows.", "A coding.")
    if find_spec("pyreadstat") is None:
        return Refusal("not_installed", "pyreadstat is not installed.", "pip install 'media-framing[spss]'")
    if taken := [column.name for column in wide.columns if column.scored and _taken(wide.frame[column.name])]:
        told = f"A score of {', '.join(taken)} stands for a missing answer in this format, or is too great for it."
        return Refusal("score_taken", told, f"Scores other than {', '.join(map(str, REASONS.values()))}.")
    return None


def _taken(cells: pl.Series) -> bool:
    """Whether a scale has scores that cannot be told from reasons, or are not exact."""
    return cells.dtype.is_integer() and bool((cells.is_in(list(REASONS.values())) | (cells.abs() > EXACT)).any())


def numbered(table: Table, taken: Names) -> dict[str, Numbered]:
    """The columns of the wide table as SPSS and Stata have them; reasons stand in the columns of their variables.

    >>> tone = Column("tone", {"en": "Tone"}, "", ({"id": "mild"}, {"id": "harsh"}), "tone", level="nominal")
    >>> why = tone._replace(name="why", values=({"id": "unknown"},), part="missing")
    >>> frame = pl.DataFrame({"tone": ["harsh", None], "why": [None, "unknown"]})
    >>> found = numbered(Table("", "", (tone, why), frame), SPSS)
    >>> found["tone"].cells.to_list(), found["tone"].labels
    ([2, -99], {1: 'mild', 2: 'harsh', -99: 'unknown'})
    """
    reasons = {column.variable: column for column in table.columns if column.part == "missing"}
    kept = [column for column in table.columns if column.part != "missing"]
    names = _names((column.name for column in kept), taken)
    return {
        name: _answer(column, reasons[column.variable], table.frame)
        if column.variable and column.part != "ground"
        else _plain(column, table.frame[column.name])
        for name, column in zip(names, kept, strict=True)
    }


def _names(columns: Iterable[str], taken: Names) -> list[str]:
    """Names that a program takes, each once."""
    found: list[str] = []
    for column in columns:
        name = re.sub(r"\W", "_", column, flags=re.ASCII)[: taken.longest]
        while name in taken.reserved or name in found:
            name += "_"
        found.append(name)
    return found


def _answer(column: Column, reasons: Column, frame: pl.DataFrame) -> Numbered:
    """Answers to a variable; where there is none, the number of its reason."""
    codes = frame[reasons.name].replace_strict(REASONS, return_dtype=pl.Int64)
    cells = pl.select(pl.coalesce(_places(column, frame[column.name]), codes)).to_series()
    told = {REASONS[value["id"]]: _label(value) for value in reasons.values}
    measure = "ordinal" if column.scored else "nominal"
    return Numbered(cells, cut(column.labels["en"], LABEL), _labels(column) | told, tuple(REASONS.values()), measure)


def _plain(column: Column, cells: pl.Series) -> Numbered:
    """A column that is not an answer; frames, relations and grounds have numbers too."""
    label = cut(column.labels["en"], LABEL)
    if numbers(column):
        return Numbered(_places(column, cells), label, _labels(column), (), "nominal")
    measures = {pl.Float64: "scale", pl.Date: "scale", pl.Int8: "ordinal"}
    return Numbered(cells, label, {}, (), measures.get(type(cells.dtype), "nominal"))


def _places(column: Column, cells: pl.Series) -> pl.Series:
    if cells.dtype.is_integer():
        return cells.cast(pl.Int64)
    return cells.replace_strict(numbers(column), return_dtype=pl.Int64)


def _labels(column: Column) -> dict[int, str]:
    if column.part == "member":
        return {0: "no", 1: "yes"}
    given = numbers(column)
    return {given[value["id"]]: _label(value) for value in column.values}


def _label(value: Entry) -> str:
    return cut(value.get("labels", {}).get("en", str(value["id"])), VALUE_LABEL)


def cut(text: str, most: int) -> str:
    """A text of at most so many bytes.

    >>> cut("日本", 4)
    '日'
    """
    return text.encode()[:most].decode(errors="ignore")


def _written(columns: Mapping[str, Numbered], package: Package) -> bytes:
    about = [f"{name} {text}" for name, text in package.about().items()]
    options: dict[str, Any] = {
        "file_label": cut(package.titles["en"], 64),
        "column_labels": [column.label for column in columns.values()],
        "note": [cut(line, 80) for line in about],
        "variable_value_labels": {name: column.labels for name, column in columns.items() if column.labels},
        "missing_ranges": {name: list(column.missing) for name, column in columns.items() if column.missing},
        "variable_measure": {name: column.measure for name, column in columns.items()},
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "wide.sav"
        import_module("pyreadstat").write_sav(
            pl.DataFrame({name: column.cells for name, column in columns.items()}), path, **options
        )
        content = bytearray(path.read_bytes())
    content[MADE] = NO_TIME
    return bytes(content)
