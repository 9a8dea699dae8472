"""Rows of tables as texts: CSV in its dialects, and the sheets of workbooks."""

import csv
import logging
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from framing.exchange import decoded, opendocument, packed, workbook
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.workbook import Sheet

Row = tuple[int, list[str]]
"""The number of a row as a spreadsheet counts it, and its cells."""
SEPARATORS = ("\t", ";", ",", "|")
"""Where two fit equally well, the first is taken: decimal commas occur with tabs and semicolons, not with commas."""
LONGEST = 5_000_000
"""Characters of one cell: more than the longest article has."""
_SAMPLE = 50
_EVEN = 0.6
"""Share of the first rows that have the same number of cells in a table; sentences have commas, too."""
_NAMED = re.compile(r'"?sep=([^\r\n])"?[^\r\n]*(?:\r\n?|\n)', re.IGNORECASE)
"""A first line by which Excel tells the separator."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_OLE = b"\xd0\xcf\x11\xe0"
"""How files of Excel before 2007 begin."""
_NO_TABLE = (b"<", b"{", b"[", b"@", b"%")

logging.getLogger("calamine").setLevel(logging.CRITICAL)  # what it cannot read is told here


class Table(NamedTuple):
    """A table that nobody has said more of.

    Attributes:
        sheets: names of the sheets of a workbook that are not empty; empty for CSV.
        separator: of CSV; empty for a workbook.
        rows: the first rows, of the first sheet.
    """

    sheets: tuple[str, ...]
    separator: str
    rows: tuple[Row, ...]


def rows(export: Export, sheet: str = "", separator: str = "") -> Iterator[Row]:
    """The rows of a table, CSV or a workbook.

    Args:
        export: its file.
        sheet: title of a sheet of a workbook; empty for the only one that is not empty.
        separator: of CSV; empty for the one that divides the first rows most evenly.

    Raises:
        NotReadableError: when the file is not a table, cannot be read, or it is not certain which sheet is meant.
    """
    if is_workbook(export):
        return of_sheet(export, sheet)
    if packed.is_packed(export):
        raise NotReadableError(f"{export.name} is not a table: save it in a spreadsheet as .xlsx or .csv")
    text, _ = decoded.text(export)
    return of_text(text, separator or separator_of(text) or ",", export.name)


def of_text(text: str, separator: str, name: str) -> Iterator[Row]:
    """The rows of CSV, blank ones with them, so that their numbers are those of a spreadsheet.

    Raises:
        NotReadableError: when a cell has no end.
    """
    csv.field_size_limit(LONGEST)
    number = 0  # a spreadsheet does not count the line that tells the separator
    try:
        for number, row in enumerate(csv.reader(_lines(text), delimiter=separator), 1):
            yield number, row
    except csv.Error as error:
        raise NotReadableError(
            f"a cell of row {number + 1} of {name} has more than {LONGEST:,} characters or is damaged: "
            "perhaps a quotation mark was never closed; correct it or save the table again"
        ) from error


def _lines(text: str) -> Iterator[str]:
    """The lines of a text one after the other, with what ends them."""
    named = _NAMED.match(text)
    for line in _LINE.finditer(text, named.end() if named else 0):
        if line.end() - line.start() > 4 * LONGEST:
            raise csv.Error("too long a line")
        if line[0]:
            yield line[0]


def separator_of(text: str) -> str:
    r"""The separator that divides the first rows most evenly; empty where there is none.

    >>> separator_of("a;b\n1,5;2\n"), separator_of("sep=|\na|b\n"), separator_of("no table\n")
    (';', '|', '')
    """
    if named := _NAMED.match(text):
        return named[1]
    widths = {sign: _widths(text, sign) for sign in SEPARATORS}
    parting = [sign for sign, found in widths.items() if found and _usual(found) > 1]
    return max(parting, key=lambda sign: widths[sign].count(_usual(widths[sign])), default="")


def _widths(text: str, separator: str) -> list[int]:
    try:
        return [len(cells) for _, cells in islice(of_text(text, separator, ""), _SAMPLE) if any(cells)]
    except NotReadableError:
        return []


def _usual(widths: list[int]) -> int:
    return max(set(widths), key=widths.count)


def ragged(cells: int, columns: int) -> str:
    """What is said of a row that does not fit the header."""
    return (
        f"has {cells} cells, but the header has {columns}: perhaps a cell with a separator in it is not in quotation marks; "
        "correct the row"
    )


def is_workbook(export: Export) -> bool:
    """Whether a file is a workbook: xlsx, ods or xls."""
    return workbook.is_workbook(export) or opendocument.is_workbook(export) or export.raw.startswith(_OLE)


def sheets(export: Export) -> tuple[Sheet, ...]:
    """The sheets of a workbook that are not empty.

    Columns before the first that has anything are not there. Days and times are in ISO 8601; a formula is its last result.

    Raises:
        NotReadableError: when the workbook cannot be read.
    """
    if workbook.is_workbook(export):
        found: Iterable[Sheet] = workbook.sheets(export)
    else:
        if not export.raw.startswith(_OLE):
            opendocument.measured(export)
        found = workbook.loaded(export)
    return tuple(sheet for sheet in found if any(any(row) for row in sheet.rows))


def of_sheet(export: Export, title: str = "") -> Iterator[Row]:
    """The rows of one sheet, blank ones with them, numbered as in the workbook.

    Args:
        export: a workbook.
        title: of the sheet; empty for the only one that is not empty.

    Raises:
        NotReadableError: when the workbook cannot be read, or it is not certain which sheet is meant.
    """
    found = sheets(export)
    named = [sheet for sheet in found if sheet.title == title] if title else found
    if len(named) != 1:
        listed = ", ".join(repr(sheet.title) for sheet in found) or "none that is not empty"
        raise NotReadableError(f'{export.name} has the sheets {listed}; name one of them as "sheet" in the map')
    yield from enumerate(named[0].rows, 1)


def table(export: Export) -> Table | None:
    """The beginning of a table; None for a file that is none.

    Raises:
        NotReadableError: when a workbook cannot be read, or the encoding is not certain.
    """
    if is_workbook(export):
        found = sheets(export)
        first = next(iter(found), None)
        rows = tuple(enumerate(first.rows[:_SAMPLE], 1)) if first else ()
        return Table(tuple(sheet.title for sheet in found), "", rows) if first else None
    if packed.is_packed(export) or export.raw.lstrip()[:1] in _NO_TABLE:
        return None
    text, _ = decoded.text(export)
    separator = separator_of(text)
    widths = _widths(text, separator) if separator else []
    if len(widths) < 2 or widths.count(_usual(widths)) < _EVEN * len(widths):
        return None
    return Table((), separator, tuple(islice(of_text(text, separator, export.name), _SAMPLE)))
