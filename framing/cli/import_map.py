"""Maps of columns and of labels: read, or made with the person who knows the table."""

import json
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from framing.cli import console
from framing.cli.options import stop

if TYPE_CHECKING:
    from framing.exchange.cells import Row, Table
    from framing.exchange.clipping import Export
    from framing.exchange.columns import ColumnMap
    from framing.exchange.labels import Labels

QUESTIONS = {
    "outlet": "the paper or channel",
    "date": "the date of publication",
    "headline": "the headline",
    "text": "the text of the article (not an abstract)",
    "language": "the language of the article",
    "byline": "who wrote it",
    "page": "the page",
    "section": "the section",
    "edition": "the edition",
    "medium": "print or web",
    "url": "the address on the web",
    "key": "the archive's own id",
}
"""Every field as a person is asked for its column."""
SHOWN, WIDTH = 3, 40
"""Rows that are shown as an example, and characters of a cell."""
NONE = "-"


def read(root: Path, path: Path, named: str) -> "ColumnMap | Labels":
    """The map in a file, or in the file of that name in the study: of labels where the format is of labels, else of columns.

    Its faults end the command.
    """
    from framing.exchange import labels, maps

    if named not in ("", "labelled", "table"):
        raise stop(f"--map is for tables and for --format labelled; {named} needs none.", console.USAGE)
    found = next((each for each in (path, maps.home(root, path.name)) if each.is_file()), None)
    if found is None:
        raise stop(f"--map: {path} is not a file.", console.NOT_FOUND)
    told = (labels.read if named == "labelled" else maps.read)(found.read_bytes(), found.name)
    if isinstance(told, list):
        mistaken = not named and any(fault.pointer == "/labels" for fault in told)
        hint = "\nA map of labels needs --format labelled." if mistaken else ""
        raise stop("\n".join(map(str, told)) + hint, console.FAULTY)
    return told


def made(root: Path, export: "Export", table: "Table") -> "ColumnMap":
    """A map that a person makes at a terminal, written into the study; elsewhere one is proposed, and the command ends."""
    from framing.exchange import columns, maps
    from framing.study import canonical

    home = maps.home(root, export.name)
    if not at_terminal():
        proposal = proposed(table)
        names = [repr(" ".join(name.split())) for name in _head(table.rows, proposal["header_row"]) if name.strip()]
        raise stop(
            f"{export.name} is a table, and nothing says which of its columns is what. They are {', '.join(names)}. This may be a map:\n"
            f"{json.dumps(proposal, ensure_ascii=False, indent=2)}\nCorrect it, save it as {home.relative_to(root)} and run the command again; or run it at a terminal, which asks.",
            console.CONFLICT,
        )
    console.say(
        f"{export.name} is a table, and nothing says yet which of its columns is what.\n"
        f"Answer with the number of a column; Enter takes what stands in brackets, {NONE} is none."
    )
    record = _asked(export, table)
    while not _right(export, record):
        record = _asked(export, table)
    canonical.write(home, maps.as_file(record))
    console.say(f"Wrote {home.relative_to(root)}; commit it with the study. The next table of this name is read by it.")
    return columns.declared(record)


def at_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def proposed(table: "Table") -> dict[str, Any]:
    """What a map of a table may be, by the names of its columns."""
    from framing.exchange import maps

    header = maps.header_row(table.rows)
    sheet = table.sheets[0] if len(table.sheets) > 1 else ""
    return _record(table.rows, header, maps.named(_head(table.rows, header)), {"sheet": sheet})


def _record(rows: "Sequence[Row]", header: int, found: Mapping[str, int], more: Mapping[str, Any]) -> dict[str, Any]:
    from framing.exchange import maps

    orders = maps.orders(_below(rows, header, found["date"])) if "date" in found else []
    order = {"date_order": orders[0]} if len(orders) == 1 else {}
    return maps.record(found, _head(rows, header), header, {**order, **more, "missing": maps.absent(rows)})


def _head(rows: "Sequence[Row]", header: int) -> list[str]:
    """The row that names the columns, as wide as the widest; empty names where there is none."""
    width = max(len(row) for _, row in rows)
    head = next((row for number, row in rows if number == header), [])
    return [*head, *[""] * (width - len(head))]


def _below(rows: "Sequence[Row]", header: int, column: int) -> list[str]:
    """What stands in a column, counted from 1, below the row of names."""
    return [
        text for number, row in rows if number > header and len(row) >= column and (text := row[column - 1].strip())
    ]


def _asked(export: "Export", table: "Table") -> dict[str, Any]:
    """A map as a person answers."""
    from framing.exchange import cells, maps

    more: dict[str, Any] = {}
    rows = table.rows
    if len(table.sheets) > 1:
        more["sheet"] = _one_of("Which sheet", table.sheets, table.sheets[0])
        rows = tuple(islice(cells.of_sheet(export, more["sheet"]), len(table.rows)))
    header = _number("Which row names the columns (0 for none)", maps.header_row(rows), range(len(rows) + 1))
    head = _head(rows, header)
    for column, name in enumerate(head, 1):
        example = " · ".join(text[:WIDTH] for text in _below(rows, header, column)[:SHOWN])
        console.say(f"  {column:>3}  {' '.join(name.split()) or '(no name)'}: {example}")
    found = _columns(maps.named(head), len(head))
    if "outlet" not in found:
        more["fixed"] = {"outlet": typer.prompt("Which outlet are all rows from", err=True)}
    return _record(rows, header, found, {**more, **_dates(_below(rows, header, found["date"]))})


def _dates(cells: Sequence[str]) -> dict[str, Any]:
    """What a person must say of dates in numbers."""
    from framing.exchange import maps

    said: dict[str, Any] = {}
    shown = {maps.ORDERS[order]: order for order in maps.orders(cells)}
    if len(shown) > 1:
        said["date_order"] = shown[_one_of("How would this table write 18 October 2014", tuple(shown), "")]
    if shown and maps.short_years(cells):
        said["years_from"] = _number(
            "Years have two digits: which is the first that they can mean", 1950, range(1800, 2001)
        )
    return said


def _number(question: str, usual: int, allowed: range) -> int:
    """A number, asked until it is one of those allowed."""
    while (answer := int(typer.prompt(question, usual, type=int, err=True))) not in allowed:
        console.say(f"Write a number from {allowed[0]} to {allowed[-1]}.")
    return answer


def _columns(likely: Mapping[str, int], width: int) -> dict[str, int]:
    """The column of each field; the date must be one."""
    found: dict[str, int] = {}
    for field, question in QUESTIONS.items():
        while True:
            usual = str(likely[field]) if field in likely else None if field == "date" else NONE
            answer = str(typer.prompt(f"Which column is {question}", usual, err=True)).strip()
            if answer == NONE and field != "date":
                break
            if answer.isdecimal() and 1 <= int(answer) <= width and int(answer) not in found.values():
                found[field] = int(answer)
                break
            taken = next((other for other, column in found.items() if str(column) == answer), "")
            console.say(
                f"Column {answer} is {QUESTIONS[taken]} already." if taken else f"Write a number from 1 to {width}."
            )
    return found


def _one_of(question: str, known: Sequence[str], usual: str) -> str:
    """One of some answers, asked until it is one."""
    while True:
        answer = str(typer.prompt(f"{question} ({', '.join(known)})", usual or None, err=True)).strip()
        if answer in known:
            return answer
        console.say(f"Write one of {', '.join(known)}.")


def _right(export: "Export", record: Mapping[str, Any]) -> bool:
    """Whether a person finds the first rows right as they would be read."""
    from framing.exchange import columns, records
    from framing.exchange.clipping import Clipping, Trouble
    from framing.exchange.formats import READERS

    console.say("The first rows would be read so:")
    for item in islice(READERS["table"].read(export._replace(map=columns.declared(record))), SHOWN):
        if isinstance(item, Clipping):
            date, wrong = records.dated(item.printed)
            parts = (item.outlet, date or wrong, item.headline[:WIDTH], item.page, item.text[:WIDTH])
            console.say(f"  {item.place}: {' · '.join(filter(None, parts))}")
        elif isinstance(item, Trouble):
            console.say(f"  {item.place}: {item.message}")
    return typer.confirm("Is that right?", default=True, err=True)
