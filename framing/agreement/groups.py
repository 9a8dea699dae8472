"""The reliability of a study within groups of articles, and within pairs of coders."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.agreement.group_difference import alpha_difference_test
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import (
    Reliability,
    clusters_of,
    judgements,
    ratings_of,
    reliability,
    unless_coded_twice,
)
from framing.refusal import Refusal
from framing.table import Tables

BY = ("outlet", "language", "country", "period", "coder-pair")


class GroupReliability(NamedTuple):
    """The reliability of one judgement in each group, and whether the groups differ.

    Attributes:
        name: the judgement.
        groups: one entry per group, in order.
        p: permutation test of equal alpha (articles shuffled between groups; between periods whole events, with all their
            articles), or why there is none.
    """

    name: str
    groups: Mapping[str, Reliability]
    p: float | Refusal


def by_group(
    tables: Tables,
    codebook: Mapping[str, Any],
    group_of: Mapping[str, str],
    bootstrap: Bootstrap,
    exchanged: Mapping[str, str] | None = None,
) -> list[GroupReliability] | Refusal:
    """The reliability of every judgement within groups of articles.

    Args:
        tables: the study's tables.
        codebook: its codebook.
        group_of: the group of each article: its outlet, language, country or period.
        bootstrap: draws and seed; the permutation test uses as many draws.
        exchanged: what the test relabels as one, by article, as from ``clusters_in_periods``; without it, the articles of a
            description.

    Returns:
        One entry per judgement; or a refusal when nobody coded twice.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    clusters = clusters_of(tables)
    together = clusters if exchanged is None else exchanged
    found = []
    for judgement in judgements(tables, codebook):
        placed = judgement.codings.with_columns(group=pl.col("article").replace_strict(group_of, default=None))
        parts = {
            str(name): judgement._replace(codings=part.drop("group"))
            for (name,), part in sorted(placed.drop_nulls("group").partition_by("group", as_dict=True).items())
        }
        within = {name: reliability(part, clusters, bootstrap) for name, part in parts.items()}
        ratings = ratings_of(judgement)
        test = alpha_difference_test(
            ratings,
            [group_of[unit] for unit in ratings.units],
            bootstrap.draws,
            bootstrap.seed,
            [together.get(unit, unit) for unit in ratings.units],
        )
        found.append(GroupReliability(judgement.name, within, test if isinstance(test, Refusal) else test.p))
    return found


def by_coder_pair(
    tables: Tables, codebook: Mapping[str, Any], bootstrap: Bootstrap
) -> list[GroupReliability] | Refusal:
    """The reliability of every judgement within each pair of coders.

    Args:
        tables: the study's tables.
        codebook: its codebook.
        bootstrap: draws and seed.

    Returns:
        One entry per judgement, its groups named ``first–second``. Its test is a refusal, for pairs share articles and
        coders; so is the whole when nobody coded twice.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    coders = tables.codings.filter(pl.col("phase") == "main")["coder"].unique().sort().cast(pl.String).to_list()
    pairs = [(one, other) for place, one in enumerate(coders) for other in coders[place + 1 :]]
    shared = Refusal("shared_articles", "Pairs of coders share articles and coders.", "Independent groups of articles.")
    clusters = clusters_of(tables)
    found = []
    for judgement in judgements(tables, codebook):
        mine = pl.col("coder").cast(pl.String)
        parts = {
            f"{one}–{other}": judgement._replace(codings=judgement.codings.filter(mine.is_in([one, other])))
            for one, other in pairs
        }
        within = {name: reliability(part, clusters, bootstrap) for name, part in parts.items()}
        found.append(GroupReliability(judgement.name, within, shared))
    return found
