"""What another reading of the same codings would change."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.analysis.reading import Reading, answer, reading, rules, subset
from framing.analysis.table import Tables
from framing.refusal import Refusal

_COLUMNS: dict[str, Any] = {
    "rule": pl.String, "articles": pl.Int64, "primary": pl.Int64, "frames": pl.Int64, "event": pl.Int64, "values": pl.Int64,
    "frame": pl.String, "records": pl.List(pl.String), "largest": pl.String, "by": pl.Int64,
}  # fmt: skip


def moves(tables: Tables, used: Reading) -> pl.DataFrame:
    """What each reading of a study changes against the one in use, over the articles of the latter, at least one.

    Returns:
        One row per reading that is possible, in the order of ``rules``: ``rule``; ``articles``, which it reads; how many of
        them change their ``primary`` frame, their set of ``frames``, their ``event``; how many ``values`` of (article,
        variable) change; the commonest primary ``frame`` of the reading in use, with the ``records`` that have it under this
        one; and, of the articles that both read, the primary frame ``largest``, whose number differs most, ``by`` so many (0 where
        none does).

    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> moves(tables, reading(tables)).select("rule", "primary", "frames", "event", "values").row(0)
    ('adjudicated', 0, 0, 0, 0)
    """
    counts = used.articles.group_by("primary").len().sort("len", "primary", descending=[True, False])
    commonest = str(counts["primary"][0])
    mine = _told(used)
    rows = [row for rule in rules(tables) if (row := _move(tables, used, mine, rule, commonest))]
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row")


def _move(
    tables: Tables, used: Reading, mine: Sequence[pl.DataFrame], rule: str, commonest: str
) -> tuple[object, ...] | None:
    """A row of ``moves``; only the row remains of the reading, which is as large as the one in use."""
    read = used if rule == used.rule else reading(tables, rule, ground=used.ground)
    if isinstance(read, Refusal):
        return None
    other = subset(read, used.articles["article"])
    theirs = mine if read is used else _told(other)
    return (
        rule,
        other.articles.height,
        *map(_differing, mine, theirs),
        commonest,
        other.articles["article"].filter(other.articles["primary"].cast(pl.String) == commonest).sort().to_list(),
        *_largest(used, other),
    )


def _told(read: Reading) -> list[pl.DataFrame]:
    """What a reading has ``told``: the primary frame of each article, its frames, its event, and its value of each variable."""
    return [
        read.articles.select("article", told="primary"),
        read.frames.group_by("article").agg(told=pl.col("frame").cast(pl.String).sort()),
        read.articles.select("article", told="event"),
        read.values.group_by("article", "variable").agg(told=answer().sort()),
    ]


def _differing(used: pl.DataFrame, other: pl.DataFrame) -> int:
    both = used.join(other, on=[name for name in used.columns if name != "told"])
    return both.filter(pl.col("told").ne_missing(pl.col("told_right"))).height


def _largest(used: Reading, other: Reading) -> tuple[str, int]:
    both = used.articles.join(other.articles, on="article", suffix="_other")
    by = Counter(both["primary_other"].cast(pl.String).to_list())
    by.subtract(both["primary"].cast(pl.String).to_list())
    frame = max(sorted(by), key=lambda name: abs(by[name]), default="")
    return frame, by[frame]
