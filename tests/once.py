"""What takes long to make and is the same for all tests: made by one of the processes that share the tests, read by the others."""

import os
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[], T]) -> T:
    """What ``make`` returns, or what it returned to another process of pytest-xdist under the same name."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return make()
    kept = factory.getbasetemp().parent / f"{name}.pickle"
    with _alone(kept.with_suffix(".lock")):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
        made: T = pickle.loads(kept.read_bytes())
    return made


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Lets one process in at a time."""
    while True:
        try:
            lock.touch(exist_ok=False)
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink()
