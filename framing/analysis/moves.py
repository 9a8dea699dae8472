"""What another reading of the same codings would change."""

from collections import Counter
from typing import Any

import polars as pl

from framing.analysis.reading import Reading, answer, reading, rules, subset
from framing.analysis.table import Tables

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
    others = (reading(tables, rule, ground=used.ground) for rule in rules(tables))
    rows = [
        _move(used, subset(other, used.articles["article"]), commonest)
        for other in others
        if isinstance(other, Reading)
    ]
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row")


def _move(used: Reading, other: Reading, commonest: str) -> tuple[object, ...]:
    primary = other.articles["primary"].cast(pl.String)
    return (
        other.rule,
        other.articles.height,
        _differing(used.articles, other.articles, ["article"], pl.col("primary")),
        _differing(_sets(used), _sets(other), ["article"], pl.col("frame")),
        _differing(used.articles, other.articles, ["article"], pl.col("event")),
        _differing(_answers(used), _answers(other), ["article", "variable"], pl.col("value")),
        commonest,
        other.articles["article"].filter(primary == commonest).sort().to_list(),
        *_largest(used, other),
    )


def _differing(used: pl.DataFrame, other: pl.DataFrame, keys: list[str], what: pl.Expr) -> int:
    both = used.select(*keys, mine=what).join(other.select(*keys, theirs=what), on=keys)
    return both.filter(pl.col("mine").ne_missing(pl.col("theirs"))).height


def _sets(read: Reading) -> pl.DataFrame:
    return read.frames.group_by("article").agg(pl.col("frame").cast(pl.String).sort())


def _answers(read: Reading) -> pl.DataFrame:
    return read.values.group_by("article", "variable").agg(answer().sort())


def _largest(used: Reading, other: Reading) -> tuple[str, int]:
    both = used.articles.join(other.articles, on="article", suffix="_other")
    by = Counter(both["primary_other"].cast(pl.String).to_list())
    by.subtract(both["primary"].cast(pl.String).to_list())
    frame = max(sorted(by), key=lambda name: abs(by[name]), default="")
    return frame, by[frame]
