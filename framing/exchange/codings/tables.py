"""Tables of codings: CSV, TSV and xlsx, a row per article, per article and coder, or per answer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.exchange import decoded
from framing.exchange.cells import SEPARATORS, of_text, separator_of
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import heads, workbook
from framing.exchange.codings.line import Cell, Form, Found, Line, Remark
from framing.exchange.codings.mapping import Map, plain
from framing.exchange.workbook import is_workbook
from framing.study.faults import meant

Rows = Sequence[tuple[int, Sequence[str]]]
"""Rows with the number under which a person finds them."""
_LONGEST = 1_000_000
"""Characters that one cell may have."""


def _is_csv(export: Export) -> bool:
    head = export.raw[:4096]
    utf16 = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in head and not utf16:
        return False
    first = head.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n")[0]
    begins_else = first[:1] in (b"<", b"{", b"[") or first.startswith((b"#FORMAT", b"PK", b"%PDF"))
    if begins_else or not any(sign.encode() in head for sign in SEPARATORS):
        return False
    return not any(own(export) for own in (heads.is_qualtrics, heads.is_google_form, heads.is_recal))


def read_csv(export: Export, told: Map) -> Iterator[Found]:
    """What stands in a table of codings as CSV."""
    text, encoding = decoded.text(export)
    if encoding != "utf-8":
        yield Remark("", f"read in {encoding}")
    if "\0" in text:
        raise NotReadableError(f"{export.name} has NUL characters; save it again as CSV UTF-8")
    yield from _lines(parted(text, export.name), "", told)


def parted(text: str, name: str) -> Rows:
    """The rows of CSV by the separator that divides the first rows most evenly, without blanks around their cells."""
    rows = of_text(text, separator_of(text) or ",", name)
    return [(at, [cell.strip() for cell in cells]) for at, cells in rows]


def _read_workbook(export: Export, told: Map) -> Iterator[Found]:
    sheets = list(workbook.sheets(export))
    names = [sheet.title for sheet in sheets]
    for name in told.sheets:
        if name not in names:
            yield Trouble("", f"there is no sheet {name!r}{meant(name, names)}")
    for sheet in sheets:
        if told.sheets and sheet.title not in told.sheets:
            yield Remark(f"sheet {sheet.title}", "left out; the map does not name it")
            continue
        count = sum(row.count(workbook.UNCALCULATED) for row in sheet.rows)
        if count:
            message = f"has {count} formula(s) without a value, for no spreadsheet program has calculated it"
            yield Remark(f"sheet {sheet.title}", f"{message}: open it in one and save it, if these are answers")
        yield from _lines(list(enumerate(sheet.rows, 1)), sheet.title, told.on(sheet.title))


def _lines(rows: Rows, sheet: str, told: Map) -> Iterator[Found]:
    """The rows of one table, each cell under its heading; blank ones and those of the heading are left out."""
    at = f"sheet {sheet}, " if sheet else ""
    last = max(told.header)
    if len(rows) < last or not any(any(rows[row - 1][1]) for row in told.header):
        yield Trouble(at.removesuffix(", "), f'no heading in row {last}; name its row in the map: "header_row"')
        return
    width = max(len(cells) for _, cells in rows)
    heading = max(len(rows[row - 1][1]) for row in told.header)
    names = headings([rows[row - 1][1] for row in told.header], width)
    below = [(number, cells) for number, cells in rows[last:] if any(cells)]
    if not below:  # a sheet of a workbook may be for later
        yield (Remark if sheet else Trouble)(at.removesuffix(", "), f"there is nothing below the heading in row {last}")
    for number, cells in below:
        place = f"{at}row {number}"
        if message := _ragged(cells, heading):
            yield Trouble(place, message)
            continue
        yield Line(place, sheet, tuple(map(Cell, names, cells)))


def _ragged(cells: Sequence[str], heading: int) -> str:
    """Why a row does not fit its heading; empty where it does."""
    if any(cells[heading:]) or len(cells) < heading:
        return f"has {len(cells)} cells, but the heading has {heading}; quote a cell that holds a separator, or correct the row"
    long = next((cell for cell in cells if len(cell) > _LONGEST), "")
    return f"has a cell of {len(long)} characters, which is not an answer; a quotation mark may be open" if long else ""


def headings(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The name of each column: the lowest heading, with what stands above where two would be alike, else its letter.

    >>> headings([["id", "Frames", "", "Tone"], ["", "war", "trade", ""]], 5)
    ['id', 'war', 'trade', 'Tone', 'E']
    >>> headings([["id", "Asahi", "", "Yomiuri"], ["", "tone", "frame", "tone"]], 4)
    ['id', 'Asahi / tone', 'frame', 'Yomiuri / tone']
    """
    padded = [[plain(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    lowest = [next((row[at] for row in reversed(padded) if row[at]), "") for at in range(width)]
    above = list(padded[0])
    for at in range(1, width):
        above[at] = above[at] or (above[at - 1] if len(padded) > 1 else "")
    count = Counter(lowest)
    full = [
        name if not name or count[name] == 1 else f"{over} / {name}" for over, name in zip(above, lowest, strict=True)
    ]
    again = Counter(full)
    names = [name if again[name] == 1 else f"{name} ({letter(at)})" for at, name in enumerate(full)]
    return [name if full[at] else letter(at) for at, name in enumerate(names)]


def letter(at: int) -> str:
    """The letter of a column, as spreadsheets count.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(at // 26 - 1) if at > 25 else "") + chr(ord("A") + at % 26)


CSV = Form("table of codings (CSV, TSV)", _is_csv, read_csv)
WORKBOOK = Form("workbook of codings (xlsx)", is_workbook, _read_workbook)
