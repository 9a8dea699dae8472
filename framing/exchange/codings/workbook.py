"""The cells of a spreadsheet file (xlsx) as texts, read with an eye on what it unpacks to."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import fastexcel

from framing.exchange.clipping import Export, NotReadableError

LARGEST = 500_000_000
"""Bytes that a workbook may unpack to; a sheet of 100,000 rows has some hundred million."""
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError, ValueError)
"""What damaged and encrypted archives raise."""
_CELL = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
"""A cell with a formula and without the value that it had when it was last calculated."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


class Sheet(NamedTuple):
    """A sheet: its name, and its rows from the first, each a list of texts."""

    name: str
    rows: list[tuple[str, ...]]


def is_workbook(raw: bytes) -> bool:
    """Whether bytes are a spreadsheet file.

    >>> is_workbook(b"PK")
    False
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except _FAULTS:
        return False


def sheets(export: Export) -> Iterator[Sheet]:
    """The sheets of a workbook in their order, hidden ones too.

    Raises:
        NotReadableError: when the file is damaged or encrypted, or unpacks to more than ``LARGEST``.
    """
    _unpacks(export)
    try:
        book = fastexcel.read_excel(export.raw)
        for name in book.sheet_names:
            yield Sheet(name, _rows(book, name))
    except Exception as error:
        if isinstance(error, NotReadableError):
            raise
        raise NotReadableError(
            f"{export.name} cannot be opened as a workbook ({_short(error)}); save it again as xlsx"
        ) from error
    except BaseException as error:  # what the library's own language calls a panic
        if type(error).__name__ != "PanicException":
            raise
        raise NotReadableError(f"{export.name} is damaged; save it again as xlsx") from error


def _rows(book: Any, name: str) -> list[tuple[str, ...]]:
    sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    return [tuple("" if cell is None else str(cell).strip() for cell in row) for row in sheet.to_polars().iter_rows()]


def _short(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120]


def _unpacks(export: Export) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(export.raw)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except _FAULTS as error:
        raise NotReadableError(f"{export.name} is no workbook that can be opened; save it again as xlsx") from error
    if size > LARGEST:
        raise NotReadableError(f"{export.name} unpacks to more than {LARGEST // 1_000_000} MB; split it")


def uncalculated(export: Export) -> list[str]:
    """Cells with a formula of which the file holds no value, because it was never calculated."""
    found: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(export.raw)) as archive:
            for part in sorted(filter(_SHEET.fullmatch, archive.namelist())):
                with archive.open(part) as file:
                    found += [cell.decode() for cell in _CELL.findall(file.read(LARGEST))]
    except _FAULTS:
        return found
    return found
