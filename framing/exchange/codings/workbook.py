"""What tells a workbook of codings apart: formulas whose last results are not in the file."""

import re

from framing.exchange import packed, workbook
from framing.exchange.clipping import Export
from framing.exchange.workbook import Sheet

_CELL = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
"""A cell with a formula and without the value that it had when it was last calculated."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def sheets(export: Export) -> list[Sheet]:
    """The sheets of a workbook in their order, hidden ones too, with cells without blanks around them.

    Raises:
        NotReadableError: when the file is damaged or encrypted, or unpacks to more than any table does.
    """
    return [
        Sheet(sheet.title, [[cell.strip() for cell in row] for row in sheet.rows]) for sheet in workbook.sheets(export)
    ]


def uncalculated(export: Export) -> list[str]:
    """Cells with a formula of which the file holds no value, because it was never calculated.

    Raises:
        NotReadableError: when the file is damaged, or unpacks to more than any table does.
    """
    archive = packed.opened(export)
    parts = sorted(filter(_SHEET.fullmatch, archive.namelist()))
    return [cell.decode() for part in parts for cell in _CELL.findall(archive.read(part))]
