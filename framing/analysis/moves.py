"""What another reading of the same codings would change."""

from collections import Counter
from typing import Any, NamedTuple

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
    mine = _compared(used)
    others = (mine if rule == used.rule else _other(tables, used, rule) for rule in rules(tables))
    rows = [_move(mine, other, commonest) for other in others if other]
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row")


class _Compared(NamedTuple):
    """What is compared of a reading: its articles, their sets of frames, and their answers to each variable."""

    rule: str
    articles: pl.DataFrame
    sets: pl.DataFrame
    answers: pl.DataFrame


def _compared(read: Reading) -> _Compared:
    sets = read.frames.group_by("article").agg(pl.col("frame").cast(pl.String).sort())
    answers = read.values.group_by("article", "variable").agg(answer().sort())
    return _Compared(read.rule, read.articles, sets, answers)


def _other(tables: Tables, used: Reading, rule: str) -> _Compared | None:
    """What is compared of another reading, if there is one; the rest, as large as the reading in use, is let go of."""
    read = reading(tables, rule, ground=used.ground)
    return None if isinstance(read, Refusal) else _compared(subset(read, used.articles["article"]))


def _move(used: _Compared, other: _Compared, commonest: str) -> tuple[object, ...]:
    primary = other.articles["primary"].cast(pl.String)
    return (
        other.rule,
        other.articles.height,
        _differing(used.articles, other.articles, ["article"], pl.col("primary")),
        _differing(used.sets, other.sets, ["article"], pl.col("frame")),
        _differing(used.articles, other.articles, ["article"], pl.col("event")),
        _differing(used.answers, other.answers, ["article", "variable"], pl.col("value")),
        commonest,
        other.articles["article"].filter(primary == commonest).sort().to_list(),
        *_largest(used.articles, other.articles),
    )


def _differing(used: pl.DataFrame, other: pl.DataFrame, keys: list[str], what: pl.Expr) -> int:
    both = used.select(*keys, mine=what).join(other.select(*keys, theirs=what), on=keys)
    return both.filter(pl.col("mine").ne_missing(pl.col("theirs"))).height


def _largest(used: pl.DataFrame, other: pl.DataFrame) -> tuple[str, int]:
    primary = ("article", "primary")
    both = used.select(primary).join(other.select(primary), on="article", suffix="_other")
    by = Counter(both["primary_other"].cast(pl.String).to_list())
    by.subtract(both["primary"].cast(pl.String).to_list())
    frame = max(sorted(by), key=lambda name: abs(by[name]), default="")
    return frame, by[frame]
