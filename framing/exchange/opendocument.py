"""Sheets of OpenDocument (ods): whether one is of a sane size, before it is opened."""

from zipfile import ZipFile

from lxml import etree

from framing.exchange import packed
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.workbook import CELLS

_MARK = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def is_workbook(export: Export) -> bool:
    """Whether a file is a workbook of OpenDocument; its first part says so in the open."""
    return packed.is_packed(export) and _MARK in export.raw[:200]


def measured(export: Export) -> None:
    """Refuses a workbook whose cells would be too many: one that is written once may stand for millions.

    Raises:
        NotReadableError: with the reason.
    """
    archive = packed.opened(export)
    try:
        count = _cells(archive)
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise NotReadableError(
            f"{export.name} is damaged ({str(error)[:100]}); open it in a spreadsheet and save it as .xlsx"
        ) from error
    if count > CELLS:
        raise NotReadableError(f"{export.name} has more than {CELLS:,} cells; divide it into smaller ones")


def _cells(archive: ZipFile) -> int:
    """Cells of the largest sheet between the first and the last one in which something stands."""
    largest = 0
    row = rows = column = last = columns = 0
    with archive.open("content.xml") as stream:
        for _, element in etree.iterparse(
            stream, tag=(*_CELLS, _ROW, _SHEET), resolve_entities=False, no_network=True, huge_tree=False
        ):
            if element.tag in _CELLS:
                column += _times(element, "columns")
                last = column if len(element) else last
            elif element.tag == _ROW:
                row += _times(element, "rows")
                rows, columns = (row, max(columns, last)) if last else (rows, columns)
                column = last = 0
                element.clear()
            else:
                row = rows = columns = 0
            largest = max(largest, rows * columns)
            if largest > CELLS:
                break
    return largest


def _times(element: etree._Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))
