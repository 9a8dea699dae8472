"""What a comparison found of each frame: more on one side, less, or no difference that it could find."""

import numpy as np
import polars as pl

from framing.analysis.significance import significant
from framing.analysis.subjects import FRAME_TEST
from framing.compare.chance.design import Design
from framing.compare.detectable import detectable_differences, levels

FOUND = ("larger", "smaller")
"""Verdicts that tell a difference."""
VERDICTS = pl.Enum([*FOUND, "unclear", "not_found"])
APART = (pl.col("low") > 0) | (pl.col("high") < 0)
"""Whether the interval of a difference leaves out 0; null where there is none."""


def leveled(family: pl.DataFrame) -> pl.DataFrame:
    """The tests of a family with the level that each had to pass.

    Args:
        family: the tests that are corrected together, as from ``false_discovery.family``.

    Returns:
        The rows with ``level``, as from ``detectable.levels``.

    Source:
        See ``detectable.levels``.

    >>> leveled(pl.DataFrame({"test": ["war", "trade"], "p": [0.001, 0.9]}))["level"].to_list()
    [0.025, 0.05]
    """
    return family.with_columns(level=pl.Series(levels(family["p"].to_numpy()), dtype=pl.Float64))


def verdicts(found: Design, shares: pl.DataFrame, tests: pl.DataFrame) -> pl.DataFrame:
    """What was found of each frame, and the difference that could have been found.

    Args:
        found: strata with both sides.
        shares: as from ``share_differences``, one row per answer of the design, in order.
        tests: the tests of this comparison, as from ``leveled``.

    Returns:
        One row per frame with a test, in order: ``answer``; ``difference``, ``low`` and ``high`` (first less second side,
        -1 to 1); ``q_bh``; ``verdict``; ``level`` that its p had to pass in the family; ``detectable`` (0 to 1, as from
        ``detectable_differences``; null where no difference would have been found). The verdict is *not_found* where q is
        above .05; else *larger* or *smaller*, or *unclear* where the interval does not leave out 0: the test is about these
        articles, the interval about further events too. Where there is no interval, the verdict goes by q alone.

    Source:
        Benjamini and Hochberg (1995) for q. No difference found is not the same as no difference: Altman and Bland (1995),
        BMJ 311:485; hence the difference that could have been found.

    >>> one = Design(("war", "trade"), ("x",), np.eye(2), np.array([[15, 5]]), np.array([[5, 15]]))
    >>> shares = pl.DataFrame({"answer": ["war", "trade"], "difference": [0.5, -0.5], "low": [0.19, -0.7], "high": [0.7, -0.19]})
    >>> tests = pl.DataFrame({"test": ["frame:war", "frame:trade"], "p": [0.004, 0.004], "q_bh": [0.004, 0.004]})
    >>> verdicts(one, shares, leveled(tests)).select("answer", "verdict", pl.col("detectable").round(2)).rows()
    [('war', 'larger', 0.43), ('trade', 'smaller', 0.43)]
    """
    named = shares.select("answer", "difference", "low", "high", test=FRAME_TEST)
    rows = named.join(tests.select("test", "q_bh", "level"), on="test", how="left", maintain_order="left")
    level = rows["level"].fill_null(np.nan).to_numpy()
    detectable = pl.Series(detectable_differences(found, level), dtype=pl.Float64)
    return (
        rows.with_columns(detectable=detectable, verdict=_verdict().cast(VERDICTS))
        .drop_nulls("q_bh")
        .select("answer", "difference", "low", "high", "q_bh", "verdict", "level", "detectable")
    )


def _verdict() -> pl.Expr:
    passed = significant(pl.col("q_bh"))
    sign = pl.when(pl.col("difference") > 0).then(pl.lit("larger")).otherwise(pl.lit("smaller"))
    found = pl.when(APART.fill_null(value=True)).then(sign).otherwise(pl.lit("unclear"))
    return pl.when(passed).then(found).otherwise(pl.lit("not_found"))
