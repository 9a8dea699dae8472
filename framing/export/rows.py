"""Every coding and the chosen reading of every article, side by side: what both tables of coded values are made of."""

from typing import NamedTuple

import polars as pl

from framing.analysis.reading import Reading
from framing.analysis.table import Tables

KEY = ("row", "article", "coder")
"""What names a row: a coding, or the reading of an article, which has no coder."""
ROWS = ("coding", "reading")
BETWEEN = "; "
"""Stands between several things in one cell."""
OF_ARTICLE = {
    "outlet": "outlet", "panel": "panel", "country": "country", "language": "article_language", "date": "published",
    "date_until": "until", "date_status": "date_status", "genre": "genre", "basis": "basis", "sampling": "sampling",
    "bundle": "bundle", "excluded_because": "excluded_because",
}  # fmt: skip
"""Columns that every row takes from its article, with their names in the study's tables."""
OF_CODING = (
    "coder_kind",
    "phase",
    "codebook",
    "event",
    "relation",
    "others",
    "primary",
    "confidence",
    "coded_at",
    "minutes",
    "memo",
)
"""Columns of a coding; a reading has those that it decides."""


class Rows(NamedTuple):
    """Codings and readings.

    Attributes:
        rows: one row per (article, coder) and per article that was read, with the columns of ``KEY``, of its article and of its
            coding, ``weight``, and for readings ``reading``, ``reading_ground`` and ``settled``.
        frames: one row per frame of each of these, with its role.
        values: one row per variable of each of these, of a set per value in it: value, score, missing, ground.
    """

    rows: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame


def coded_rows(tables: Tables, read: Reading, version: str) -> Rows:
    """The codings of a study, and then what a reading takes each article to say.

    Args:
        tables: the study's tables.
        read: a reading of them.
        version: version of the codebook.

    Returns:
        Rows as plain text, numbers and dates; codings in the order of their articles and coders. A reading weighs articles
        among those that it reads, a coding among all articles.

    >>> from framing.analysis.reading import reading
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> rows = coded_rows(tables, reading(tables), "1.0.0").rows
    >>> rows["row"].unique(maintain_order=True).to_list(), rows.filter(rows["row"] == "coding").height == tables.codings.height
    (['coding', 'reading'], True)
    """
    articles = tables.articles.select("article", "weight", **OF_ARTICLE)
    codings = articles.join(
        tables.codings.select("article", "coder", *OF_CODING), on="article", maintain_order="left_right"
    )
    given = [name for name in OF_CODING if name in read.articles.columns and name != "codebook"]
    readings = read.articles.select(
        "article", "weight", *given, "settled", **OF_ARTICLE, codebook=pl.lit(version),
        reading=pl.lit(read.rule), reading_ground=pl.lit(read.ground),
    )  # fmt: skip
    frames, values = ("frame", "role"), ("variable", "value", "score", "missing", "ground")
    return Rows(
        _both(codings.sort("date", "article", "coder"), readings),
        _both(tables.frames.select("article", "coder", *frames), read.frames.select("article", *frames)),
        _both(tables.values.select("article", "coder", *values), read.values.select("article", *values)),
    )


def _both(codings: pl.DataFrame, readings: pl.DataFrame) -> pl.DataFrame:
    named = (plain(table).with_columns(row=pl.lit(row)) for row, table in zip(ROWS, (codings, readings), strict=True))
    every = pl.concat(list(named), how="diagonal")
    return every.select(*KEY, pl.exclude(KEY))


def plain(table: pl.DataFrame) -> pl.DataFrame:
    """A table of texts, numbers, dates and truth values alone: vocabularies as text, several things in one cell as text.

    >>> plain(pl.DataFrame({"actors": [["JP", "RU"], []]})).rows()
    [('JP; RU',), (None,)]
    """
    lists = [name for name, of in table.schema.items() if isinstance(of, pl.List)]
    words = [name for name, of in table.schema.items() if isinstance(of, pl.Enum)]
    moments = [name for name, of in table.schema.items() if isinstance(of, pl.Datetime)]
    joined = [pl.col(name).cast(pl.List(pl.String)).list.join(BETWEEN) for name in lists]
    return table.with_columns(
        pl.col(words).cast(pl.String),
        pl.col(moments).dt.strftime("%Y-%m-%dT%H:%M:%S%.fZ"),
        *(pl.when(text.str.len_bytes() > 0).then(text) for text in joined),
    )
