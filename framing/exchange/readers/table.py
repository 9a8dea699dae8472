"""Tables that people keep themselves: CSV in its dialects and workbooks, read by a map of their columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.exchange import cells, columns, languages, links
from framing.exchange.clipping import Clipping, Export, Item, Medium, NotReadableError, Reader, Trouble
from framing.exchange.columns import ColumnMap

_MEDIA: Mapping[str, Medium] = {
    **{"print": "print", "print_am": "print_am", "print_pm": "print_pm", "web": "web", "journal": "journal"},
    **{"朝刊": "print_am", "夕刊": "print_pm", "online": "web", "unknown": "unknown"},
}


def recognises(export: Export) -> bool:
    """Whatever comes with a map of its columns."""
    return isinstance(export.map, ColumnMap)


def read(export: Export) -> Iterator[Item]:
    """The articles of a table, one a row; a row in which nothing stands is none.

    Raises:
        NotReadableError: when there is no map, or it does not fit the table.
    """
    declaration = export.map
    if not isinstance(declaration, ColumnMap):
        raise NotReadableError(f"{export.name} is a table: say with --map which of its columns is what")
    told = export._replace(encoding=export.encoding or declaration.encoding)
    rows = cells.rows(told, declaration.sheet, declaration.separator)
    head = _head(rows, declaration)
    places = columns.placed(declaration, head)
    if isinstance(places, list):
        where = f", row {declaration.header_row}" if declaration.header_row else ""
        raise NotReadableError(f"{export.name}{where}: {'; '.join(places)}; correct the map or its header_row")
    for number, row in rows:
        if number < declaration.first_row or not any(cell.strip() for cell in row):
            continue
        fitting = _fitting(row, len(head))
        if fitting is None:
            yield Trouble(_place(number, declaration), cells.ragged(len(row), len(head)))
        else:
            yield _clipping(number, columns.told(declaration, places, fitting), declaration)


def _head(rows: Iterator[cells.Row], declaration: ColumnMap) -> Sequence[str]:
    """The row with the names of the columns; for a table without one, as many empty names as it has columns."""
    if not declaration.header_row:
        numbers = [column for column in declaration.columns.values() if isinstance(column, int)]
        return [""] * max(numbers, default=0)
    return next((row for number, row in rows if number == declaration.header_row), [])


def _fitting(row: Sequence[str], width: int) -> Sequence[str] | None:
    """A row as wide as the header; None for one that is narrower, or has something behind the last column."""
    return row[:width] if len(row) >= width and not any(cell.strip() for cell in row[width:]) else None


def _place(number: int, declaration: ColumnMap) -> str:
    """Where a row stands; of a workbook with several sheets each has a row of that number."""
    return f"sheet {declaration.sheet}, row {number}" if declaration.sheet else f"row {number}"


def _clipping(number: int, told: Mapping[str, str], declaration: ColumnMap) -> Clipping:
    medium = _MEDIA.get(told.get("medium", "unknown").casefold())
    language = languages.tag(told.get("language", ""))
    remarks = (
        f"medium {told['medium']!r} is none of {', '.join(_MEDIA)}; say in the map what it means"
        if medium is None
        else "",
        f"{told['language']!r} is not a known language; say in the map what it means"
        if told.get("language") and not language
        else "",
    )
    return Clipping(
        place=_place(number, declaration),
        outlet=told.get("outlet", ""),
        printed=told.get("date", ""),
        headline=told.get("headline", ""),
        language=language,
        byline=tuple(filter(None, map(str.strip, told.get("byline", "").split(declaration.names_between)))),
        page=re.sub(r"\.0+$", "", told.get("page", "")),
        section=told.get("section", ""),
        edition=told.get("edition", ""),
        medium=medium or "unknown",
        url=links.plain(told.get("url", "")),
        key=told.get("key", ""),
        text=told.get("text", ""),
        remarks=tuple(filter(None, remarks)),
    )


READER = Reader("a table (CSV, TSV, xlsx, xls, ods) with a map of its columns", recognises, read)
