"""How far figures move when inferred values count like attributed ones."""

from typing import get_args

import polars as pl

from framing.analysis.choices import Ground
from framing.analysis.grounds import any_inferred
from framing.analysis.measure import position_summary, value_counts
from framing.analysis.reading import Reading, reading, subset
from framing.analysis.table import Tables

GROUNDS: tuple[Ground, ...] = get_args(Ground)
"""Attributed values alone, and both."""


def on_both_grounds(tables: Tables, used: Reading) -> tuple[Reading, Reading] | None:
    """The articles of a reading as its rule reads them on either ground, attributed first; None where nothing is inferred.

    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> (on_both_grounds(tables, reading(tables)) is None) == (not any_inferred(tables.values))
    True
    """
    if not any_inferred(tables.values):
        return None
    other = reading(tables, used.rule, ground=next(ground for ground in GROUNDS if ground != used.ground))
    assert isinstance(other, Reading)  # of the codings that are in use
    same = subset(other, used.articles["article"])
    return (used, same) if used.ground == GROUNDS[0] else (same, used)


def values_held(attributed: Reading, both: Reading) -> pl.DataFrame:
    """In how many articles each variable has a value, on either ground.

    Args:
        attributed: a reading in which inferred values are unknown.
        both: the same articles with them.

    Returns:
        One row per variable, in codebook order: ``of`` articles, ``attributed`` and ``inferred`` (counts: with a value of the
        one ground, of either), ``records`` (the articles that gain one).

    >>> from framing.corpus import read
    >>> found = reading(read().tables)
    >>> values_held(found, found).filter(pl.col("attributed") != pl.col("inferred")).height
    0
    """
    keys = ["variable", "article"]
    told = [one.values.group_by(keys).agg(holds=pl.col("missing").is_null().any()) for one in (attributed, both)]
    gains = pl.col("holds_both") & ~pl.col("holds")
    return (
        told[0]
        .join(told[1], on=keys, suffix="_both")
        .group_by("variable")
        .agg(
            of=pl.len(),
            attributed=pl.col("holds").sum(),
            inferred=pl.col("holds_both").sum(),
            records=pl.col("article").filter(gains).sort(),
        )
        .sort("variable")
    )


def answers_moved(attributed: Reading, both: Reading) -> pl.DataFrame:
    """How often each outlet gives each value, on either ground, where the two differ.

    Args:
        attributed: a reading in which inferred values are unknown.
        both: the same articles with them.

    Returns:
        One row per (variable, outlet, value), of those outlets of which some count differs: ``articles_attributed``,
        ``weight_attributed`` of ``n_attributed``, and the same ``_inferred``, as in ``measure.value_counts``; 0 where there is none.

    >>> from framing.corpus import read
    >>> found = reading(read().tables)
    >>> answers_moved(found, found).height
    0
    """
    keys, counts = ["variable", "outlet", "value"], ["articles", "weight", "n"]
    names = both.values["variable"].cast(pl.String).unique().to_list()
    told = [
        value_counts(read.values, names)
        .filter(~pl.col("missing"))
        .select(*keys, *(pl.col(count).alias(f"{count}_{ground}") for count in counts))
        for ground, read in zip(GROUNDS, (attributed, both), strict=True)
    ]
    every = told[0].join(told[1], on=keys, how="full", coalesce=True)
    totals = [pl.col(f"n_{ground}").max().over("variable", "outlet") for ground in GROUNDS]
    whole = every.with_columns(totals).with_columns(pl.selectors.numeric().fill_null(0))
    differs = (pl.col("articles_attributed") != pl.col("articles_inferred")).any().over("variable", "outlet")
    return whole.filter(differs).sort(keys)


def medians_moved(attributed: Reading, both: Reading, scales: list[str]) -> pl.DataFrame:
    """The median of each outlet on some scales, on either ground.

    Args:
        attributed: a reading in which inferred values are unknown.
        both: the same articles with them.
        scales: ordinal variables.

    Returns:
        One row per (variable, outlet): ``attributed`` and ``inferred``, medians as in ``measure.position_summary``, null below its
        floor.

    >>> from framing.corpus import read
    >>> found = reading(read().tables)
    >>> medians_moved(found, found, ["stance"]).columns
    ['variable', 'outlet', 'attributed', 'inferred']
    """
    keys = ["variable", "outlet"]
    told = [
        position_summary(read.values, scales).select(*keys, pl.col("median").alias(ground))
        for ground, read in zip(GROUNDS, (attributed, both), strict=True)
    ]
    return told[0].join(told[1], on=keys, how="full", coalesce=True).sort(keys)
