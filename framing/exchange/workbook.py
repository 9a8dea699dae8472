"""The rows of a workbook (xlsx) as text, cell by cell; formulas give the values that were saved with them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import fastexcel

from framing.exchange import packed
from framing.exchange.clipping import Export, NotReadableError

CELLS = 10_000_000
"""Cells between the first and the last one that is used; a sheet is read as one rectangle, empty or not."""
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,7})["']""")
_OVERLAP = 32
"""Bytes of a piece that are looked at again with the next one, so that no reference is cut in two."""


class Sheet(NamedTuple):
    """One sheet.

    Attributes:
        title: its name.
        rows: its rows from the first one on, so that row n of the sheet is entry n - 1; empty text for an empty cell.
    """

    title: str
    rows: list[list[str]]


def is_workbook(export: Export) -> bool:
    """Whether a file is an xlsx workbook; told from its bytes alone, before anything is opened."""
    return packed.is_packed(export) and b"xl/workbook.xml" in export.raw


def sheets(export: Export) -> tuple[Sheet, ...]:
    """Every sheet of a workbook.

    Raises:
        NotReadableError: when the file is damaged, or holds more than a sheet of articles or codings ever does.
    """
    return _sheets(export.name, export.raw)


@lru_cache(maxsize=1)
def _sheets(name: str, raw: bytes) -> tuple[Sheet, ...]:
    """The same; the last workbook is kept, because formats are recognised by what stands in its first rows."""
    export = Export(name, raw)
    _measured(export)
    return loaded(export)


def loaded(export: Export) -> tuple[Sheet, ...]:
    """Every sheet of a workbook of any program, after it was found to be of a sane size.

    Raises:
        NotReadableError: when the file is damaged or encrypted, or a cell holds what no text has.
    """
    try:
        book = fastexcel.read_excel(export.raw)
        found = tuple(Sheet(title, _rows(book, place)) for place, title in enumerate(book.sheet_names))
    except fastexcel.FastExcelError as error:
        raise _unreadable(export, str(error).splitlines()[0].removeprefix("calamine error: ")) from error
    except BaseException as error:
        if (
            type(error).__name__ != "PanicException"
        ):  # how the library's own language gives up; no Exception, and without a name
            raise
        raise _unreadable(export, "it is damaged") from error
    for sheet in found:
        for number, row in enumerate(sheet.rows, 1):
            if any("\0" in cell for cell in row):
                raise NotReadableError(
                    f"{export.name}, sheet {sheet.title}, row {number}: a cell holds U+0000, which no text has; type it again"
                )
    return found


def _unreadable(export: Export, reason: str) -> NotReadableError:
    return NotReadableError(
        f"{export.name} is not a workbook that can be read ({reason}); open it in Excel or LibreOffice and save it again as xlsx"
    )


def _rows(book: fastexcel.ExcelReader, place: int) -> list[list[str]]:
    table = book.load_sheet(place, header_row=None, skip_rows=0, dtypes="string").to_polars()
    return [[cell or "" for cell in row] for row in table.iter_rows()]


def _measured(export: Export) -> None:
    """Refuses a workbook of which a sheet would be too large a rectangle.

    Raises:
        NotReadableError: with the size.
    """
    archive = packed.opened(export)
    for part in archive.infolist():
        rows, columns = _extent(packed.pieces(archive, part))
        if rows * columns > CELLS:
            raise NotReadableError(
                f"{export.name}: a sheet reaches to row {rows} and column {columns}, more cells than are read "
                f"({CELLS}); delete the empty rows and columns behind the last ones that are used"
            )


def _extent(pieces: Iterator[bytes]) -> tuple[int, int]:
    """The last row and the last column that a part refers to."""
    rows = columns = 1
    rest = b""
    for piece in pieces:
        for letters, digits in _REFERENCE.findall(rest + piece):
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
        rest = (rest + piece)[-_OVERLAP:]
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
