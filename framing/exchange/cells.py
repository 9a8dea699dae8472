"""Rows of tables as texts: CSV in its dialects, and the sheets of workbooks."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import fastexcel

from framing.exchange import decoded, zipped
from framing.exchange.clipping import Export, NotReadableError

Row = tuple[int, list[str]]
"""The number of a row as a spreadsheet counts it, and its cells."""
SEPARATORS = ("\t", ";", ",")
"""Where two fit equally well, the first is taken: decimal commas occur with tabs and semicolons, not with commas."""
LONGEST = 5_000_000
"""Characters of one cell: more than the longest article has."""
_SAMPLE = 50
_NAMED = re.compile(r'"?sep=([^\r\n])"?[^\r\n]*(?:\r\n?|\n)', re.IGNORECASE)
"""A first line by which Excel tells the separator."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PARTS = (b"xl/", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")


class Table(NamedTuple):
    """A table that nobody has said more of.

    Attributes:
        sheets: names of the sheets of a workbook; empty for CSV.
        separator: of CSV; empty for a workbook.
        rows: the first rows, of the first sheet that has any.
        sheet: the sheet of these rows.
    """

    sheets: tuple[str, ...]
    separator: str
    rows: tuple[Row, ...]
    sheet: str = ""


def is_workbook(raw: bytes) -> bool:
    """Whether a file is a workbook: xlsx, xlsb, ods or xls."""
    return raw.startswith(_OLE) or (raw.startswith(_ZIP) and any(part in raw for part in _PARTS))


def of_text(text: str, separator: str, name: str) -> Iterator[Row]:
    """The rows of CSV, blank ones with them, so that their numbers are those of a spreadsheet.

    Raises:
        NotReadableError: when a cell has no end.
    """
    csv.field_size_limit(LONGEST)
    named = _NAMED.match(text)
    reader = csv.reader(io.StringIO(text[named.end() :] if named else text, newline=""), delimiter=separator)
    number = 1 if named else 0
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise NotReadableError(
            f"a cell of row {number + 1} of {name} has more than {LONGEST:,} characters or is damaged: "
            "perhaps a quotation mark was never closed; correct it or save the table again"
        ) from error


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


def of_workbook(export: Export, sheet: str = "") -> Iterator[Row]:
    """The rows of a sheet, blank ones with them, numbered as in the workbook.

    Columns before the first that has anything are not there. Days and times are in ISO 8601; a formula is its last result.

    Raises:
        NotReadableError: when the workbook cannot be read, or it is not certain which sheet is meant.
    """
    book = _book(export)
    names = sheets(export, book)
    if (sheet and sheet not in names) or (not sheet and len(names) != 1):
        listed = ", ".join(map(repr, names))
        raise NotReadableError(f'{export.name} has the sheets {listed}; name one of them as "sheet" in the map')
    try:
        found = book.load_sheet(sheet or names[0], header_row=None, skip_rows=0, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise _damaged(export) from error
    for number, cells in enumerate(found.iter_rows(), 1):
        yield number, ["" if cell is None else cell for cell in cells]


def sheets(export: Export, book: fastexcel.ExcelReader | None = None) -> tuple[str, ...]:
    """Names of the sheets of a workbook."""
    return tuple((book or _book(export)).sheet_names)


def _book(export: Export) -> fastexcel.ExcelReader:
    if export.raw.startswith(_ZIP) and (wrong := zipped.trouble(export.raw)):
        raise NotReadableError(f"{export.name} is not opened: {wrong}")
    try:
        return fastexcel.read_excel(export.raw)
    except fastexcel.FastExcelError as error:
        raise _damaged(export) from error


def _damaged(export: Export) -> NotReadableError:
    return NotReadableError(
        f"{export.name} is no workbook that can be read: open it in a spreadsheet and save it as .xlsx"
    )


def table(export: Export) -> Table | None:
    """The beginning of a table; None for a file that is none.

    Raises:
        NotReadableError: when a workbook cannot be read, or the encoding is not certain.
    """
    if is_workbook(export.raw):
        names = sheets(export)
        for name in names:
            if rows := tuple(islice(of_workbook(export, name), _SAMPLE)):
                return Table(names, "", rows, name)
        return None
    if export.raw.lstrip()[:1] in (b"<", b"{", b"[", b"@", b"%") or export.raw.startswith(_ZIP):
        return None
    text, _ = decoded.text(export)
    separator = separator_of(text)
    return Table((), separator, tuple(islice(of_text(text, separator, export.name), _SAMPLE))) if separator else None
