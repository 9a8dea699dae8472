"""The reliability of a study within groups of articles, and within pairs of coders."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias, get_args

import polars as pl

from framing.agreement.group_difference import alpha_difference_test
from framing.agreement.judgement import Judgement, ratings_of
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import Reliability, clusters_of, reliability, unless_coded_twice
from framing.analysis.false_discovery import family
from framing.analysis.floors import SIDE
from framing.analysis.significance import significant
from framing.analysis.table import Tables
from framing.refusal import Refusal

Grouping: TypeAlias = Literal["outlet", "language", "country", "period", "coder-pair"]

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


class GroupReliability(NamedTuple):
    """The reliability of one judgement in each group, and whether the groups differ.

    Attributes:
        name: the judgement.
        title: its name for people.
        groups: one entry per group, in order.
        p: permutation test of equal alpha (articles shuffled between groups; between periods whole events, with all their
            articles), or why there is none.
        q: p adjusted for the number of judgements tested; None without a p.
    """

    name: str
    title: str
    groups: Mapping[str, Reliability]
    p: float | Refusal
    q: float | None = None


def by_group(
    tables: Tables,
    judged: Sequence[Judgement],
    group_of: Mapping[str, str],
    bootstrap: Bootstrap,
    exchanged: Mapping[str, str] | None = None,
) -> list[GroupReliability] | Refusal:
    """The reliability of every judgement within groups of articles.

    Args:
        tables: the study's tables.
        judged: its judgements, as from ``judgements``.
        group_of: the group of each article: its outlet, language, country or period.
        bootstrap: draws and seed; the permutation test uses as many draws.
        exchanged: what the test relabels as one, by article, as from ``clusters_in_periods``; without it, the articles of a
            description.

    Returns:
        One entry per judgement; or a refusal when no article was coded twice. Nothing is tested where alpha is refused in some
        group, or rests on fewer than four articles; the tests that are left are one family.

    Source:
        Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57:289, for q.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    together = clusters_of(tables) if exchanged is None else exchanged
    found = []
    for judgement in judged:
        placed = judgement.codings.with_columns(group=pl.col("article").replace_strict(group_of, default=None))
        parts = {
            str(name): judgement._replace(codings=part.drop("group"))
            for (name,), part in sorted(placed.drop_nulls("group").partition_by("group", as_dict=True).items())
        }
        within = {name: reliability(part, bootstrap) for name, part in parts.items()}
        p = _untestable(within) or _p_of_equal_alpha(judgement, group_of, together, bootstrap)
        found.append(GroupReliability(judgement.name, judgement.title, within, p))
    return _as_family(found)


def _untestable(within: Mapping[str, Reliability]) -> Refusal | None:
    """Why no p is given: a difference means nothing where an alpha is refused or rests on hardly any articles."""
    refused = [name for name, part in within.items() if part.units and isinstance(part.alpha, Refusal)]
    if refused:
        needed = "Groups in each of which alpha can be estimated: with variation, and five articles of a rare answer."
        return Refusal("no_alpha_in_group", f"Alpha cannot be estimated in: {', '.join(refused)}.", needed)
    small = [f"{name} ({part.units})" for name, part in within.items() if 0 < part.units < SIDE]
    if small:
        return Refusal(
            "too_few_articles",
            f"Nothing is tested below {SIDE} articles in each group: {', '.join(small)}.",
            f"At least {SIDE} articles in each group that two coders judged.",
        )
    return None


def _p_of_equal_alpha(
    judgement: Judgement, group_of: Mapping[str, str], together: Mapping[str, str], bootstrap: Bootstrap
) -> float | Refusal:
    ratings = ratings_of(judgement)
    groups, bundles = [group_of[unit] for unit in ratings.units], [together.get(unit, unit) for unit in ratings.units]
    test = alpha_difference_test(ratings, groups, bootstrap.draws, bootstrap.seed, bundles)
    return test if isinstance(test, Refusal) else test.p


def _as_family(found: list[GroupReliability]) -> list[GroupReliability]:
    p = [None if isinstance(one.p, Refusal) else one.p for one in found]
    tested = family(pl.DataFrame({"name": [one.name for one in found], "p": pl.Series(p, dtype=pl.Float64)}))
    q = dict(tested.select("name", "q_bh").iter_rows())
    return [one._replace(q=q.get(one.name)) for one in found]


def differing(found: Sequence[GroupReliability]) -> list[GroupReliability]:
    """The judgements whose reliability differs between groups, at a false discovery rate of 5 %.

    Returns:
        Those with a q of at most .05, in their order.

    Source:
        Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57:289.

    >>> q = {"stance": 0.02, "event": 0.06}
    >>> [one.name for one in differing([GroupReliability(name, name, {}, 0.01, q[name]) for name in q])]
    ['stance']
    """
    return [one for one in found if one.q is not None and significant(one.q)]


def by_coder_pair(
    tables: Tables, judged: Sequence[Judgement], bootstrap: Bootstrap
) -> list[GroupReliability] | Refusal:
    """The reliability of every judgement within each pair of coders.

    Returns:
        One entry per judgement, its groups named ``first–second``. Its test is a refusal, as pairs share articles and
        coders; so is the whole when no article was coded twice.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    coders = tables.codings.filter(pl.col("phase") == "main")["coder"].unique().sort().cast(pl.String).to_list()
    pairs = list(combinations(coders, 2))
    shared = Refusal("shared_articles", "Pairs of coders share articles and coders.", "Independent groups of articles.")
    found = []
    for judgement in judged:
        mine = pl.col("coder").cast(pl.String)
        parts = {
            f"{one}–{other}": judgement._replace(codings=judgement.codings.filter(mine.is_in([one, other])))
            for one, other in pairs
        }
        within = {name: reliability(part, bootstrap) for name, part in parts.items()}
        found.append(GroupReliability(judgement.name, judgement.title, within, shared))
    return found
