"""Codings that `framing export` wrote as tables: the wide and the long table as CSV, and the workbook.

Readings are nobody's codings and are left out; so are settled records, whose decisions no table holds. The long table has neither
confidence nor time, and no table has evidence: a map must say what holds instead.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from zipfile import BadZipFile

from framing.exchange import decoded, packed
from framing.exchange.cells import of_text
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.codings import heads, workbook
from framing.exchange.codings.line import Cell, Form, Found, Line, Remark
from framing.exchange.codings.mapping import Map
from framing.exchange.workbook import is_workbook

Row = Mapping[str, str]
BETWEEN = "; "
"""Between several things in one cell."""
PLAIN = ("phase", "confidence", "coded_at", "minutes")
FRAMES = {"primary": "frames/primary", "secondary": "frames/secondary"}
EVENTS = {"main": "event/id", "other": "event/others"}
_MARKED = re.compile(r"'+[=+\-@\t\r\n]")
"""A text that a spreadsheet would calculate, as an export marks it."""
_SHEETS = (b'name="wide"', b'name="long"', b'name="dictionary"')


class Variable(NamedTuple):
    """A variable of the wide table: its answer or, of a set, a column for each value; why it is missing; what it rests on."""

    name: str
    answers: tuple[str, ...]
    missing: str
    ground: str


def _is_wide(export: Export) -> bool:
    head = _head(export)
    return head[:2] == ["row", "article"] and {"coder", "primary", "confidence"} <= {*head}


def _is_long(export: Export) -> bool:
    head = _head(export)
    return head[:2] == ["row", "article"] and {"coder", "kind", "variable", "role", "value"} <= {*head}


def _head(export: Export) -> list[str]:
    return heads.head_of(export).split("\n")[0].strip().split(",")


def _is_book(export: Export) -> bool:
    if not is_workbook(export):
        return False
    try:
        book = packed.opened(export).read("xl/workbook.xml")
    except (NotReadableError, KeyError, BadZipFile, OSError, ValueError):
        return False
    return all(sheet in book for sheet in _SHEETS)


def _read_wide(export: Export, _: Map) -> Iterator[Found]:
    yield from _of_wide(_rows(export, _is_wide))


def _read_long(export: Export, _: Map) -> Iterator[Found]:
    rows = _rows(export, _is_long)
    yield from _settled(rows)
    for (article, coder), group in groupby(_codings(rows), key=lambda each: (each[1]["article"], each[1]["coder"])):
        several = list(group)
        cells = [cell for _, row in several for cell in _answer(row)]
        head = (Cell("article", article), Cell("coder", coder), Cell("phase", several[0][1]["phase"]))
        yield Line(f"row {several[0][0]}", "", (*head, *cells))


def _rows(export: Export, own: Callable[[Export], bool]) -> list[tuple[int, list[str]]]:
    if not own(export):
        raise NotReadableError(f"{export.name} is not a table that framing wrote")
    text, _encoding = decoded.text(export)
    rows = list(of_text(text, ",", export.name))
    if not rows or rows[0][1][:2] != ["row", "article"]:
        raise NotReadableError(f"{export.name} is damaged; export it again")
    return rows


def _read_book(export: Export, _: Map) -> Iterator[Found]:
    if not _is_book(export):
        raise NotReadableError(f"{export.name} is not a workbook that framing wrote")
    sheet = next((sheet for sheet in workbook.sheets(export) if sheet.title == "wide"), None)
    if sheet is None or not sheet.rows or not {"row", "primary", "confidence"} <= {*sheet.rows[0]}:
        raise NotReadableError(f"{export.name} has no sheet 'wide' as framing writes it; export it again")
    yield from _of_wide(list(enumerate(sheet.rows, 1)))


def _of_wide(rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Found]:
    yield from _settled(rows)
    variables = list(_variables(rows[0][1]))
    for number, row in _codings(rows):
        yield Line(f"row {number}", "", tuple(_cells(row, variables)))


def _codings(rows: Sequence[tuple[int, Sequence[str]]], settled: bool = False) -> Iterator[tuple[int, Row]]:
    """The rows that are codings, settled ones or all others."""
    (_, head), *rest = rows
    for number, cells in rest:
        row = {name: _unmarked(cell) for name, cell in zip(head, cells, strict=False)}
        if row.get("row") == "coding" and (row.get("phase") == "adjudicated") == settled:
            yield number, defaultdict(str, row)


def _settled(rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Remark]:
    """How many settled records are left out."""
    articles = {row["article"] for _, row in _codings(rows, settled=True)}
    if articles:
        yield Remark("", f"{len(articles)} settled record(s) are left out: a table holds no decisions")


def _unmarked(text: str) -> str:
    """A text as it was before an export marked it.

    >>> _unmarked("'=x"), _unmarked("don't")
    ('=x', "don't")
    """
    return text[1:] if _MARKED.match(text) else text


def _variables(head: Sequence[str]) -> Iterator[Variable]:
    """The variables that the columns of a wide table are of.

    >>> [found] = _variables(["primary", "tone", "tone_missing", "tone_ground", "confidence"])
    >>> found.name, found.answers
    ('tone', ('tone',))
    """
    own = [
        name for name in head[head.index("primary") + 1 : head.index("confidence")] if not name.startswith("secondary_")
    ]
    group: list[str] = []
    for name in own:
        group.append(name)
        if name.endswith("_ground") and len(group) > 2:  # an answer, why it is missing, and the ground
            *answers, missing, ground = group
            yield Variable(missing.removesuffix("_missing"), tuple(answers), missing, ground)
            group = []


def _cells(row: Row, variables: Sequence[Variable]) -> Iterator[Cell]:
    yield from (Cell(name, row[name]) for name in ("article", "coder"))
    yield from (Cell(name, row[name]) for name in PLAIN if row.get(name))
    yield from (
        Cell(part, row[name]) for name, part in (("event", "event/id"), ("relation", "event/relation")) if row[name]
    )
    yield from (Cell("event/others", event) for event in row["others"].split(BETWEEN) if event)
    for name, cell in row.items():
        kind = FRAMES.get(name.rstrip("_0123456789"))
        if kind and cell:
            yield Cell(kind, cell)
    for variable in variables:
        yield from _of_variable(row, variable)


def _of_variable(row: Row, variable: Variable) -> Iterator[Cell]:
    prefix = f"{variable.name}_"
    for column in variable.answers:
        if column.startswith(prefix) and row[column].removesuffix(".0") == "1":
            yield Cell(variable.name, column.removeprefix(prefix))
        elif not column.startswith(prefix) and row[column]:
            yield Cell(variable.name, row[column])
    if row[variable.missing]:
        yield Cell(variable.name, row[variable.missing])
    if row[variable.ground] == "inferred":
        yield Cell("inferred", variable.name)


def _answer(row: Row) -> Iterator[Cell]:
    """What a row of the long table says."""
    kind, said = row["kind"], row["value"] or row["missing"]
    name = {"event": EVENTS.get(row["role"]), "frame": FRAMES.get(row["role"]), "relation": "event/relation"}.get(kind)
    yield Cell(name or row["variable"], said)
    if row["ground"] == "inferred":
        yield Cell("inferred", row["variable"])


USUAL = {"article": "article", "coder": "coder", "otherwise": {"frames/secondary": [], "event/id": None}}
WIDE = Form("wide table of framing (CSV)", _is_wide, _read_wide, USUAL)
LONG = Form("long table of framing (CSV)", _is_long, _read_long, USUAL)
BOOK = Form("workbook of framing (xlsx)", _is_book, _read_book, USUAL)
