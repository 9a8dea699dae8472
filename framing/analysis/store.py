"""A reading as Parquet files, which are scanned and never read whole: for studies that do not fit into memory."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from framing.analysis.drawn import DRAWN
from framing.analysis.reading import Reading
from framing.study.faults import StudyNotFound

TABLES = ("articles", "frames", "values")
FOLDERS = ("", "reading", "parquet/reading")
"""Where the tables of a reading lie in an export, seen from the folder that somebody names."""


class LazyReading(NamedTuple):
    """A reading whose tables are not read yet: each measure reads the columns that it needs, on the streaming engine.

    Attributes:
        articles: as in ``Reading``.
        frames: as in ``Reading``.
        values: as in ``Reading``, with ``once``: true of one row of each (article, variable).
    """

    articles: pl.LazyFrame
    frames: pl.LazyFrame
    values: pl.LazyFrame


def stored(read: Reading) -> dict[str, pl.DataFrame]:
    """The tables of a reading as they are kept in Parquet.

    Args:
        read: a reading.

    Returns:
        Tables by name; without the columns of a draw where nothing was drawn.

    >>> from framing.analysis.reading import reading
    >>> from framing.corpus import read
    >>> "once" in stored(reading(read().tables))["values"].columns
    True
    """
    undrawn = [] if read.articles["inclusion"].is_not_null().any() else list(DRAWN)
    once = pl.struct("article", "variable").is_first_distinct()
    tables = {"articles": read.articles, "frames": read.frames, "values": read.values.with_columns(once=once)}
    return {name: table.drop(undrawn) for name, table in tables.items()}


def scan(path: Path | str) -> LazyReading:
    """Opens a reading that lies in Parquet files, without reading it.

    Args:
        path: a folder that ``framing export DIR --format parquet`` wrote, or one with ``articles``, ``frames`` and ``values``,
            each a Parquet file or a folder of them.

    Returns:
        The tables, for the measures of ``framing.analysis.totals`` and ``framing.analysis.measure``.

    Raises:
        StudyNotFound: when a table is missing; the message says which, and where it was looked for.

    >>> scan("nowhere")
    Traceback (most recent call last):
    ...
    framing.study.faults.StudyNotFound: nowhere holds no reading as Parquet: articles, frames, values are missing. `framing export DIR --format parquet` writes them.
    """
    folder = Path(path)
    found = {name: _sources(folder, name) for name in TABLES}
    if missing := [name for name, source in found.items() if source is None]:
        named = f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        raise StudyNotFound(
            f"{path} holds no reading as Parquet: {named}. `framing export DIR --format parquet` writes them."
        )
    return LazyReading(**{name: pl.scan_parquet(source) for name, source in found.items() if source})


def _sources(folder: Path, name: str) -> Path | None:
    """The file of a table, or the folder of its files."""
    places = [folder / inside / ending for inside in FOLDERS for ending in (f"{name}.parquet", name)]
    beside = [
        place for place in places if (place.parent / "values.parquet").is_file() or (place.parent / "values").is_dir()
    ]
    return next((place for place in beside or places if place.exists()), None)
