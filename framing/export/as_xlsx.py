"""Tables as sheets of one workbook, in which every text is a text: nothing is calculated."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from framing.export.package import Package, Table
from framing.refusal import Refusal

ROWS, COLUMNS, LETTERS = 1_048_576, 16_384, 32_767
"""What one sheet holds, and one cell."""
WIDEST = 60
"""Letters of the widest column; longer cells have several lines."""
KEYS, PAGE = 2, 220
"""Columns that name a row; and letters from which on a sheet is too wide for one page, and runs over several."""
A4, LINE = 9, 15
"""A size of paper as spreadsheets number it; height of a line, in points."""
FIRST_DAY, EXACT = date(1900, 3, 1), 2**53
"""Earlier days and greater numbers are not what they are in a spreadsheet; their columns are texts."""
CREATED = datetime(2000, 1, 1)
"""Stands where programs write when a file was made, so that the same study gives the same bytes."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Formats(NamedTuple):
    """How cells look: heads, others, those with long texts, and days."""

    head: Format
    cell: Format
    long: Format
    day: Format


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
        formats = Formats(
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"valign": "top"}),
            book.add_format({"valign": "top", "text_wrap": True}),
            book.add_format({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"}),
        )
        for name, frame in {"about": _about(package), **_frames(package.tables)}.items():
            sheet = book.add_worksheet(name)
            _fill(sheet, frame, formats)
            _laid_out(sheet, frame)
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


def _fill(sheet: Worksheet, frame: pl.DataFrame, formats: Formats) -> None:
    for place, column in enumerate(frame):
        sheet.write_string(0, place, column.name, formats.head)
        told = formats.long if _width(column) > WIDEST else formats.cell
        for row, cell in enumerate(column, start=1):
            _write(sheet, (row, place), cell, formats.day if isinstance(cell, date) else told)


def _laid_out(sheet: Worksheet, frame: pl.DataFrame) -> None:
    """Widths by the cells; what names a row stays in sight, on the screen and on paper."""
    widths = [min(WIDEST, _width(column)) for column in frame]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for row, lines in enumerate(_lines(frame), start=1):
        if lines > 1:
            sheet.set_row(row, LINE * lines)
    named = KEYS if sum(widths) > PAGE else 0
    sheet.freeze_panes(1, named)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    if named:
        sheet.repeat_columns(0, named - 1)
        sheet.set_print_scale(60)
    else:
        sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, frame.height, max(0, frame.width - 1))


def _letters(column: pl.Series) -> pl.Series:
    """How much room each cell takes, in letters: kanji and kana count two."""
    texts = column.cast(pl.String).fill_null("")
    return texts.str.len_chars() + texts.str.count_matches(r"[\u3000-\u9fff\uff00-\uffef]")


def _width(column: pl.Series) -> int:
    """Letters in its longest cell and a little room; its head has a button as well."""
    longest = _letters(column).max() or 0
    return max(len(column.name) + 4, int(str(longest)) + 2)


def _lines(frame: pl.DataFrame) -> list[int]:
    """How many lines each row has: not every program works it out for itself."""
    room = WIDEST - 4  # words do not break
    lines = frame.select((_letters(column) // room + 1).alias(column.name) for column in frame)
    return lines.select(pl.max_horizontal(pl.all())).to_series().to_list() if frame.width else []


def _write(sheet: Worksheet, place: tuple[int, int], cell: object, told: Format) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(*place, cell, told)
        case int() | float():
            sheet.write_number(*place, cell, told)
        case date():
            sheet.write_datetime(*place, cell, told)
        case _:
            sheet.write_string(*place, str(cell), told)
