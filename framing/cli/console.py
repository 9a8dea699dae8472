"""How commands speak: results on standard output, everything else on standard error."""

import errno
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from rich.console import Console

from framing.cli.tables import drawn, separated

FORMAT = 1
"""Version of every JSON output; it rises when a key changes its meaning."""

GOOD, FAULTY, USAGE, NOT_FOUND, CONFLICT, UNRELIABLE, UNWRITABLE = 0, 1, 2, 3, 4, 5, 6
"""Exit codes: good, faults in the data, wrong usage, not found or unreadable, conflict, below a required reliability, no room to
write, or in memory."""
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def open_streams() -> None:
    """Standard streams that are there and speak UTF-8.

    A scheduler or a graphical launcher may start a command without any of them: what is said then goes nowhere, a question is
    answered by the end of the input, and the command does its work.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # for as long as the command runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # not every file name is text


def close_output() -> None:
    """Lets go of a standard output that takes nothing more."""
    with suppress(OSError):
        sys.stdout.close()


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
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        result(separated(head, texts))
        return
    notes: dict[str, int] = {}
    cells = [[name, *(_noted(cell, notes) for cell in rest)] for name, *rest in texts]
    screen = Console(highlight=False)
    for part, table in enumerate(drawn(head, cells, screen.width)):
        screen.print(*([""] if part else []), table, sep="\n")
    for told, number in notes.items():
        screen.print(f"({number}) {told}", markup=False)


REMARK = 25
"""Characters behind a colon from which on they are told below the table."""


def _noted(cell: str, notes: dict[str, int]) -> str:
    """A cell whose long reason became a note under the table; each reason is told once, however many rows give it."""
    head, colon, reason = cell.partition(": ")
    if not colon or len(reason) < REMARK:
        return cell
    return f"{head} ({notes.setdefault(reason, len(notes) + 1)})"
