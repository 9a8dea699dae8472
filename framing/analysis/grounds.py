"""What a value rests on: it is attributed to the article, or inferred from how a description characterises the article."""

from collections.abc import Mapping
from typing import Any, get_args

import polars as pl

from framing.analysis.choices import Ground
from framing.study.levels import MISSING, UNSEEN

GROUND = pl.Enum(get_args(Ground))
INFERRED = pl.col("ground").cast(pl.String).eq_missing("inferred")
"""Whether a value is inferred; false of a missing value, which rests on nothing."""


def ground_of(coding: Mapping[str, Any], variable: str) -> Ground:
    """What the value of a variable rests on in a coding.

    >>> [ground_of({"inferred": ["stance"]}, name) for name in ("stance", "tone")]
    ['inferred', 'attributed']
    """
    return "inferred" if variable in coding.get("inferred", ()) else "attributed"


def on_ground(values: pl.DataFrame, ground: Ground) -> pl.DataFrame:
    """The values as far as they count on a ground.

    Args:
        values: one row per value, with ``value``, ``score``, ``missing`` and ``ground``.
        ground: ``attributed`` reads an inferred value as unknown, as if nobody had inferred it; ``inferred`` reads both.

    Returns:
        The rows in their order; of one that does not count, ``missing`` says unknown and all else is null.

    >>> rows = {"variable": ["tone", "tone"], "value": ["mild", "harsh"], "score": [None, None], "missing": [None, None]}
    >>> values = pl.DataFrame({**rows, "ground": ["attributed", "inferred"]})
    >>> on_ground(values, "attributed").select("value", "missing", "ground").rows()
    [('mild', None, 'attributed'), (None, 'unknown', None)]
    """
    if ground == "inferred" or not any_inferred(values):
        return values
    told = ("value", "score", "ground")
    unseen = pl.when(INFERRED).then(pl.lit(UNSEEN, pl.Enum(MISSING))).otherwise("missing")
    rest = {name: pl.when(~INFERRED).then(name) for name in told}
    return values.with_columns(**rest, missing=unseen).unique(maintain_order=True)


def any_inferred(values: pl.DataFrame) -> bool:
    """Whether some value is inferred.

    >>> any_inferred(pl.DataFrame({"ground": ["attributed", None]}))
    False
    """
    return bool(values.select((pl.col("ground") == "inferred").any()).item())
