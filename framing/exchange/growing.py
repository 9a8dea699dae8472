"""Many records that stay: Python need not look among them for what has gone."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def growing() -> Iterator[None]:
    """While it lasts, nothing is sought that could be let go: records hold no cycles, and each search looks at all of them.

    >>> with growing():
    ...     gc.isenabled()
    False
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
