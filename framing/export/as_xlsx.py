"""Tables as sheets of one workbook, in which every text is a text: nothing is calculated."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from framing.export.package import Package, Table
from framing.refusal import Refusal

ROWS, COLUMNS, LETTERS = 1_048_576, 16_384, 32_767
"""What one sheet holds, and one cell."""
WIDEST = 60
FIRST_DAY, EXACT = date(1900, 3, 1), 2**53
"""Earlier days and greater numbers are not what they are in a spreadsheet; their columns are texts."""
CREATED = datetime(2000, 1, 1)
"""Stands where programs write when a file was made, so that the same study gives the same bytes."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """A workbook with a sheet that names the study, and one for each table.

    Args:
        package: a study as tables.

    Returns:
        Path to content; a refusal where a sheet or a cell cannot hold what it should.

    >>> from framing.export.package import Table
    >>> words = Table("Words", "A row per word.", (), pl.DataFrame({"text": ["=1+1", None]}))
    >>> list(xlsx_files(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {"words": words})))
    ['ferries.xlsx']
    """
    for fault in (fault for name, table in package.tables.items() for fault in _too_much(name, table.frame)):
        return fault
    content = BytesIO()
    with Workbook(content, {"in_memory": True, **AS_TEXT}) as book:
        book.set_properties({"title": package.titles["en"], "created": CREATED})
        formats = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        for name, frame in {"about": _about(package), **_frames(package.tables)}.items():
            _fill(book.add_worksheet(name), frame, *formats)
    return {f"{package.id}.xlsx": content.getvalue()}


def _too_much(name: str, frame: pl.DataFrame) -> Iterator[Refusal]:
    need = "Another format, for example csv or parquet."
    if frame.height >= ROWS or frame.width > COLUMNS:
        told = f"The table {name!r} has {frame.height} rows and {frame.width} columns; a sheet holds {ROWS - 1} and {COLUMNS}."
        yield Refusal("sheet_too_small", told, need)
    texts = frame.select(pl.col(pl.String).str.len_chars().max())
    for column in texts.columns:
        if (texts[column].item() or 0) > LETTERS:
            told = (
                f"A text in column {column!r} of the table {name!r} is longer than the {LETTERS} characters of a cell."
            )
            yield Refusal("cell_too_small", told, need)


def _about(package: Package) -> pl.DataFrame:
    sheets = {name: f"{table.title}. {table.description}" for name, table in package.tables.items()}
    told = package.about() | sheets
    return pl.DataFrame({"what": list(told), "content": list(told.values())})


def _frames(tables: Mapping[str, Table]) -> dict[str, pl.DataFrame]:
    return {name: table.frame.select(map(_exact, table.frame)) for name, table in tables.items()}


def _exact(column: pl.Series) -> pl.Series:
    """A column as text where a spreadsheet would not show its days or numbers as they are."""
    early = column.dtype == pl.Date and bool((column < FIRST_DAY).any())
    great = column.dtype.is_integer() and bool((column.cast(pl.Int64).abs() > EXACT).any())
    return column.cast(pl.String) if early or great else column


def _fill(sheet: Worksheet, frame: pl.DataFrame, head: Format, day: Format) -> None:
    for place, column in enumerate(frame):
        sheet.write_string(0, place, column.name, head)
        for row, cell in enumerate(column, start=1):
            _write(sheet, (row, place), cell, day)
        longest = column.cast(pl.String).str.len_chars().max() or 0
        sheet.set_column(place, place, min(WIDEST, 2 + max(len(column.name), int(str(longest)))))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, frame.height, max(0, frame.width - 1))


def _write(sheet: Worksheet, place: tuple[int, int], cell: object, day: Format) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(*place, cell)
        case int() | float():
            sheet.write_number(*place, cell)
        case date():
            sheet.write_datetime(*place, cell, day)
        case _:
            sheet.write_string(*place, str(cell))
