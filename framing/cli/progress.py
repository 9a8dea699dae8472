"""How far a command is, on standard error: from the first second, and with totals."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Step = TypeVar("Step")


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


def counted(steps: Sequence[Step], what: str) -> Iterator[Step]:
    """Passes steps on, and says which of how many it is at; one line where nobody watches a terminal."""
    screen = Console(stderr=True, highlight=False)
    if not screen.is_terminal:
        screen.print(f"{what}: {len(steps)} …")
        yield from steps
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as progress:
        yield from progress.track(steps, description=what)
