"""The sheets of a workbook of codings, with the formulas marked of which the file holds no result."""

import re
from collections.abc import Mapping, Sequence
from zipfile import ZipFile

from framing.exchange import packed, workbook, xml
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.workbook import Sheet

_EMPTY = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
"""A cell with a formula and without the value that it had when it was last calculated."""
UNCALCULATED = "(formula that was never calculated)"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets(export: Export) -> list[Sheet]:
    """The sheets of a workbook in their order, hidden ones too, with cells without blanks around them.

    A formula of which the file holds no value, because no spreadsheet program has calculated it, is ``UNCALCULATED``.

    Raises:
        NotReadableError: when the file is damaged or encrypted, or unpacks to more than any table does.
    """
    formulas = _formulas(export)
    return [_marked(sheet, formulas.get(sheet.title, ())) for sheet in workbook.sheets(export)]


def _marked(sheet: Sheet, formulas: Sequence[str]) -> Sheet:
    rows = [[cell.strip() for cell in row] for row in sheet.rows]
    for at in formulas:
        column, row = _numbers(at)
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = UNCALCULATED
    return Sheet(sheet.title, rows)


def _formulas(export: Export) -> Mapping[str, list[str]]:
    """Addresses of formulas without a value, by sheet."""
    archive = packed.opened(export)
    there = set(archive.namelist())
    try:
        parts = _parts(archive, export.name)
    except KeyError as error:
        raise NotReadableError(f"{export.name} is not a workbook that can be opened; save it again as xlsx") from error
    return {
        title: [at.decode() for at in _EMPTY.findall(archive.read(part))]
        for title, part in parts.items()
        if part in there
    }


def _parts(archive: ZipFile, name: str) -> dict[str, str]:
    """The file inside the workbook that holds each sheet."""
    links = xml.parsed(archive.read("xl/_rels/workbook.xml.rels"), name)
    targets = {link.get("Id", ""): link.get("Target", "") for link in links.iter() if link.get("Target")}
    book = xml.parsed(archive.read("xl/workbook.xml"), name)
    named = {each.get("name", ""): targets.get(each.get(_REL, ""), "") for each in book.iter("{*}sheet")}
    return {sheet: part.removeprefix("/") if part.startswith("/") else f"xl/{part}" for sheet, part in named.items()}


def _numbers(at: str) -> tuple[int, int]:
    """Column and row of an address.

    >>> _numbers("AB12")
    (28, 12)
    """
    letters = at.rstrip("0123456789")
    column = 0
    for each in letters:
        column = column * 26 + ord(each) - ord("A") + 1
    return column, int(at[len(letters) :])
