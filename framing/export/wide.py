"""A row per article and coder, a column per variable."""

from collections.abc import Sequence
from functools import reduce

import polars as pl

from framing.analysis.table import Role
from framing.export.column import BOTH, Column
from framing.export.rows import KEY, OF_ARTICLE, Rows

BEFORE = (
    "row", "article", *OF_ARTICLE, "weight", "coder", "coder_kind", "phase", "reading", "reading_ground", "settled",
    "codebook", "event", "relation", "others", "primary",
)  # fmt: skip
"""Columns before those of the secondary frames and of the variables."""
AFTER = ("confidence", "coded_at", "minutes")
SECONDARY: Role = "secondary"


def secondary_columns(coded: Rows, most: int) -> list[str]:
    """Names of the columns of secondary frames: as many as a coding may have, or a reading has.

    >>> frames = pl.DataFrame({"row": ["coding"], "article": ["x"], "coder": ["a"], "role": ["secondary"], "frame": ["war"]})
    >>> secondary_columns(Rows(frames, frames, frames), 2)
    ['secondary_1', 'secondary_2']
    """
    several = coded.frames.filter(pl.col("role") == SECONDARY).group_by(KEY).len()["len"].max() or 0
    return [f"{SECONDARY}_{place + 1}" for place in range(max(most, int(str(several))))]


def wide(coded: Rows, secondary: Sequence[str], variables: Sequence[Column]) -> pl.DataFrame:
    """The wide table.

    Args:
        coded: codings and readings.
        secondary: names of the columns of secondary frames.
        variables: the columns of the variables.

    Returns:
        One row per row of ``coded.rows``, in their order: ``BEFORE``, a column per secondary frame, the variables (numbers on a
        scale, otherwise text; of a set 1 or 0 per value), ``AFTER``. A cell is empty where nothing was answered.

    >>> frames = {"row": ["coding"], "article": ["x"], "coder": ["a"], "role": ["primary"], "frame": ["war"]}
    >>> values = {"variable": ["tone"], "value": ["1"], "score": [1], "missing": [None], "ground": ["attributed"]}
    >>> keys = pl.DataFrame({"row": ["coding"], "article": ["x"], "coder": ["a"]})
    >>> empty = [pl.lit(None, pl.String).alias(name) for name in (*BEFORE, *AFTER) if name not in KEY]
    >>> coded = Rows(keys.with_columns(empty), pl.DataFrame(frames), keys.hstack(pl.DataFrame(values)))
    >>> tone = Column("tone", {"en": "Tone"}, "", variable="tone", level="ordinal", scored=True)
    >>> wide(coded, [], [tone]).select("article", "tone").rows()
    [('x', 1)]
    """
    frames = coded.frames.filter(pl.col("role") == SECONDARY).group_by(KEY, maintain_order=True).agg("frame")
    placed = [pl.col("frame").list.get(place, null_on_oob=True).alias(name) for place, name in enumerate(secondary)]
    parts = [frames.select(*KEY, *placed)]
    for variable in dict.fromkeys(column.variable for column in variables):
        parts.append(_answers(coded.values, [column for column in variables if column.variable == variable]))
    joined = reduce(_beside, parts, coded.rows)
    return joined.select(*BEFORE, *secondary, *(column.name for column in variables), *AFTER)


def _beside(rows: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    return rows.join(more, on=list(KEY), how="left", nulls_equal=True, maintain_order="left")


def _answers(values: pl.DataFrame, columns: Sequence[Column]) -> pl.DataFrame:
    """One row per coding or reading that answers a variable, with its columns."""
    given = values.filter(pl.col("variable") == columns[0].variable)
    return given.group_by(KEY, maintain_order=True).agg(_cell(column).alias(column.name) for column in columns)


def _cell(column: Column) -> pl.Expr:
    if column.part == "member":
        said = pl.col("value").drop_nulls()
        return pl.when(said.len() > 0).then((said == column.member).any()).cast(pl.Int8)
    if column.part == "missing":
        return pl.col("missing").first()
    if column.part == "ground":
        ground = pl.col("ground")
        return pl.when(ground.drop_nulls().n_unique() > 1).then(pl.lit(BOTH)).otherwise(ground.first())
    return pl.col("score" if column.scored else "value").first()
