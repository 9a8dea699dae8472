"""How commands speak: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

FORMAT = 1
"""Version of every JSON output; it rises when a key changes its meaning."""

GOOD, FAULTY, USAGE, NOT_FOUND, CONFLICT, UNRELIABLE = 0, 1, 2, 3, 4, 5
"""Exit codes: good, faults in the data, wrong usage, not found or unreadable, conflict, below a required reliability."""


def say(message: str) -> None:
    """A message for the person at the terminal."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(message, markup=False)


def result(text: str) -> None:
    """A result, as it is."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def as_json(content: dict[str, Any]) -> None:
    """A result for machines, with the version of its form."""
    result(json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=2, default=str))


def as_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table: drawn for people at a terminal, tab-separated when piped."""
    if not sys.stdout.isatty():
        lines = ["\t".join(head), *("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)]
        result("\n".join(lines))
        return
    notes: dict[str, int] = {}
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    cells = [[name, *(_noted(cell, notes) for cell in rest)] for name, *rest in texts]
    table = Table(box=None, pad_edge=False)
    for place, name in enumerate(head):
        whole = all(len(row[place]) <= FIGURE for row in cells)
        word = max((len(word) for row in cells for word in row[place].split()), default=0)
        # What does not fit goes on in the next line, uncut; where there is room, no word is broken.
        table.add_column(name, no_wrap=whole, overflow="fold", min_width=min(word, FIGURE))
    for row in cells:
        table.add_row(*map(Text, row))  # as it is: square brackets in a label are no markup
    screen = Console(highlight=False)
    screen.print(table)
    for told, number in notes.items():
        screen.print(f"({number}) {told}", markup=False)


FIGURE = 12
"""Characters of a cell that is not broken into lines; a figure and an interval are no longer."""
REMARK = 25
"""Characters behind a colon from which on they are told below the table."""


def _noted(cell: str, notes: dict[str, int]) -> str:
    """A cell whose long reason became a note under the table; each reason is told once, however many rows give it."""
    head, colon, reason = cell.partition(": ")
    if not colon or len(reason) < REMARK:
        return cell
    return f"{head} ({notes.setdefault(reason, len(notes) + 1)})"
