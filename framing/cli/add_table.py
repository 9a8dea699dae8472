"""`framing add outlet --table FILE`: many entries of a register at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import asking, console
from framing.cli.options import stop

if TYPE_CHECKING:
    from framing.study.begin.entries import Entry

Table = Annotated[
    Path | None,
    typer.Option(
        "--table", help="CSV or a workbook with a row for each; docs/how-to/import-articles.md names the columns."
    ),
]
COLUMNS = {
    "outlet": ("name", "own", "language", "country", "id", "short", "panel", "owner", "ownership", "orientation", "frequency", "colour", "described_by"),
    "event": ("label", "date", "kind", "actors", "id", "status", "certainty", "date_source", "part_of", "salience", "note"),
    "coder": ("name", "languages", "id", "kind", "made", "assigned", "adjudicator"),
}  # fmt: skip
"""Names of columns by kind of entry; ``short.ja`` and ``label.ja`` say the same in another language."""


def add_table(kind: "Entry", path: Path, root: Path, held_to: asking.Requirements, register: Any) -> None:
    """Adds an entry for each row of a table, or none where a row has a fault; every fault is told with its row."""
    from framing.study.begin import entries, registers
    from framing.study.begin.entries import Known

    made: list[dict[str, Any]] = []
    faults: list[str] = []
    for place, given in _rows(kind, path):
        taken = [*held_to.known.taken, *(entry["id"] for entry in made)]
        unjudged = held_to._replace(known=Known(taken, *held_to.known[1:]), judge=lambda _: [])
        record, wrong = asking.judged(kind, given, unjudged)
        faults += [f"{path.name}, row {place}, {name}: {message}" for name, message in wrong.items()]
        made += [] if wrong else [{**record, "row": place}]
    rows = [entry.pop("row") for entry in made]
    first = len(register.record[register.kind])
    for fault in registers.faults(root, register, made):
        steps = fault.pointer.strip("/").split("/")
        row = f"row {rows[int(steps[1]) - first]}, " if fault.file == register.file and len(steps) > 1 else ""
        faults.append(f"{path.name}, {row}{entries.answer_at(fault.pointer) or fault.address}: {fault.message}")
    for line in faults:
        console.say(line)
    if faults:
        raise stop(f"{len(faults)} fault(s); nothing was written.", console.FAULTY)
    registers.append(root, register, made)
    for entry in made:
        console.result(entry["id"])


def _rows(kind: "Entry", path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table as answers, by the number under which a person finds each."""
    from framing.exchange import cells
    from framing.exchange.clipping import Export, NotReadableError
    from framing.study.faults import meant

    if not path.is_file():
        raise stop(f"--table: {path} is not a file.", console.NOT_FOUND)
    try:
        rows = [*cells.rows(Export(path.name, path.read_bytes()))]
    except NotReadableError as error:
        raise stop(str(error), console.FAULTY) from error
    filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise stop(f"--table: {path.name} is empty.", console.FAULTY)
    (_, heading), *below = filled
    names = [cell.strip().casefold().replace("-", "_").replace(" ", "_") for cell in heading]
    known = COLUMNS[kind]
    wrong = [
        f"{path.name}: there is no column {name!r}{meant(name, known, 20)}"
        for name in names
        if name.partition(".")[0] not in known
    ]
    for line in wrong:
        console.say(line)
    if wrong:
        raise stop("Nothing was written.", console.FAULTY)
    for number, row in below:
        yield number, {name: cell.strip() for name, cell in zip(names, row, strict=False) if cell.strip()}
