"""Pages of a large study made by all processors at once: other processes begin with the first, this one with the last.

What is drawn at random hangs on seeds alone, so that it does not matter who makes a page.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from framing.report.handed import Handing

Made = TypeVar("Made")
Makers = Sequence[Callable[[], Made]]

LEAST, MOST = 500, 70_000
"""Articles from which on others help, and how many they hold in all: below it takes longer to tell them the study, above too much memory."""
HELPERS = 7
"""So many help at most, however many processors there are: each holds the study and what makes pages."""


class Helpers(NamedTuple):
    """Other processes, and what tells them what to make."""

    pool: ProcessPoolExecutor
    handing: "Handing"


def helpers(articles: int) -> int:
    """How many other processes are worth their start for a study of so many articles.

    >>> helpers(31), helpers(1_000_000)
    (0, 0)
    """
    return min((os.cpu_count() or 1) - 1, HELPERS, MOST // articles) if articles >= LEAST else 0


def one_thread() -> None:
    """Lets each process work in one thread, unless somebody has said otherwise; to be called before Polars and NumPy are there.

    A page is thousands of small tables, which are worked out sooner than threads are told of them: a fifth less of the processor.
    """
    for library in ("POLARS_MAX_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(library, "1")


@contextmanager
def helped(number: int) -> Iterator[Helpers | None]:
    """Other processes, which import what they need while this one goes on; none where the number is 0.

    They are started afresh, never forked: Polars has threads.
    """
    if not number:
        yield None
        return
    from framing.report.handed import Handing

    # whoever types Control-C stops the command, which lets go of the others: each would print where it was
    deaf = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(number, get_context("spawn"), initializer=signal.signal, initargs=deaf)
    with TemporaryDirectory() as folder:
        try:
            for _ in range(number):
                pool.submit(_imported)
            yield Helpers(pool, Handing(Path(folder)))
        finally:
            pool.shutdown(cancel_futures=True)


class Asked(NamedTuple, Generic[Made]):
    """What is to be made, and what others were asked to make of it: all of it, or nothing where nobody helps."""

    makers: Makers[Made]
    futures: Sequence[Future[Made]]


def asked(others: Helpers | None, makers: Makers[Made]) -> Asked[Made]:
    """Asks others to begin; this process helps with the last, once it asks for what is made.

    >>> asked(None, [int]).futures
    []
    """
    if others is None:
        return Asked(makers, [])
    path = others.handing.tell(makers)
    return Asked(makers, [others.pool.submit(_made, path, place) for place in range(len(makers))])


def each_made(*parts: Asked[Made]) -> Iterator[tuple[int, Made]]:
    """What each maker makes, with its place among all of them, as it gets done.

    >>> from functools import partial
    >>> sorted(each_made(asked(None, [partial(int, "7"), partial(int, "8")]), asked(None, [int])))
    [(0, 7), (1, 8), (2, 0)]
    """
    makers = [maker for part in parts for maker in part.makers]
    waiting = [future for part in parts for future in part.futures]
    if not waiting:
        yield from ((place, maker()) for place, maker in enumerate(makers))
        return
    while waiting and waiting[-1].cancel():
        waiting.pop()
        yield len(waiting), makers[len(waiting)]()
    places = {future: place for place, future in enumerate(waiting)}
    for future in as_completed(waiting):
        yield places[future], future.result()


def all_made(told: Callable[..., Iterable[tuple[int, Made]]], *parts: Asked[Made]) -> list[Made]:
    """What each maker makes, in their order; ``told`` passes on what gets done, of how many in ``total``, and says so."""
    total = sum(len(part.makers) for part in parts)
    found = dict(told(each_made(*parts), total=total))
    return [found[place] for place in range(total)]


def _imported() -> None:
    """Imports what makes pages."""
    import_module("framing.report")


def _made(path: Path, place: int) -> Any:
    from framing.report.handed import told

    return told(path)[place]()
