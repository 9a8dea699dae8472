"""What other processes are told to make pages of: in files, so that no process holds it twice."""

import copyreg
import gc
import pickle
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from framing.report.context import Context

LARGE = 1_000_000
"""Bytes of a table from which on it has a file of its own: what a pickle holds stays in memory until all of it is written."""


class Handing:
    """A folder, empty at first, in which a process tells others what they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = 0
        self._studies: dict[Context, Path] = {}

    def tell(self, part: object) -> Path:
        """Writes something down, for others to read with ``told``; the study that it hangs on only where it is not told yet."""
        return self._written(part, {Context: self._study, pl.DataFrame: self._table})

    def _study(self, ctx: Context) -> Any:
        if ctx not in self._studies:
            self._studies[ctx] = self._written(ctx, {pl.DataFrame: self._table})
        return told, (self._studies[ctx],)

    def _table(self, table: pl.DataFrame) -> Any:
        if table.estimated_size() < LARGE:
            return table.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        path = self._next()
        table.write_ipc(path)
        return pl.read_ipc, (path,)

    def _written(self, part: object, apart: Mapping[type, Callable[[Any], Any]]) -> Path:
        path = self._next()
        with path.open("wb") as file:
            pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = {**copyreg.dispatch_table, **apart}
            pickler.dump(part)
        return path

    def _next(self) -> Path:
        self._files += 1
        return self._folder / str(self._files)


@lru_cache(maxsize=2)
def told(path: Path) -> Any:
    """What was written down, read once: the study, and what was asked for last."""
    with path.open("rb") as file:
        part = pickle.load(file)
    gc.freeze()  # it stays while others are made of it
    return part
