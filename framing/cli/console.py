"""How commands speak: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

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
    table = Table(*head, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    Console(highlight=False).print(table)
