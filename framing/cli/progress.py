"""How far a command is, on standard error: from the first second, and with totals."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Step = TypeVar("Step")
MANY = 2_000
"""Rows from which on it is shown how far an import is: fewer are read before anybody looks."""


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Says what is done while it lasts; one line where nobody watches a terminal."""
    screen = Console(stderr=True, highlight=False)
    if not screen.is_terminal:
        screen.print(f"{what} …")
        yield
        return
    with screen.status(what):
        yield


def counted(steps: Iterable[Step], what: str, total: int) -> Iterator[Step]:
    """Passes steps on, and says which of how many it is at; one line where nobody watches a terminal."""
    screen = Console(stderr=True, highlight=False)
    if not screen.is_terminal:
        screen.print(f"{what}: {total} …")
        yield from steps
        return
    yield from _shown(steps, what, screen, total)


def passing(steps: Iterable[Step], what: str) -> Iterator[Step]:
    """Passes rows on, and from ``MANY`` on shows at which it is, of how many where that is known; nothing where nobody watches."""
    screen = Console(stderr=True, highlight=False)
    if not screen.is_terminal:
        yield from steps
        return
    rest = iter(steps)
    first = [*islice(rest, MANY)]
    if len(first) < MANY:
        yield from first
        return
    yield from _shown(chain(first, rest), what, screen, len(steps) if isinstance(steps, Sequence) else None)


def _shown(steps: Iterable[Step], what: str, screen: Console, total: int | None) -> Iterator[Step]:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as progress:
        yield from progress.track(steps, total=total, description=what)


reading = partial(passing, what="reading")
"""What an import passes its rows through."""
