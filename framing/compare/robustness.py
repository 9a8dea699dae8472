"""One claim under every defensible combination of choices: how many of them agree."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np
import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.draws import ROBUSTNESS
from framing.analysis.floors import SIDE
from framing.analysis.reading import in_role
from framing.analysis.significance import significant
from framing.analysis.table import Tables, parents
from framing.compare.chance.design import Design, designs, matched
from framing.compare.chance.permutation import below_floor, expected, null, permutation_test, two_sided
from framing.compare.frames import only
from framing.compare.grid import Readings, Role
from framing.compare.matching import match
from framing.compare.sampling import untested
from framing.compare.selection import Selection, frame_words, timed, with_articles, within
from framing.compare.shares import differences
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.study.umbrellas import under

CHOICES = ("reading", "ground", "basis", "bundles", "voices", "window", "role")
"""What is chosen in every specification, and the columns of it; the ground where the study has inferred values."""
_Estimate: TypeAlias = tuple[float | None, float | None, str | None]


class Claim(NamedTuple):
    """A claim about two sides.

    Attributes:
        frame: the first side uses this frame more often (or less, as its sign in the main analysis says); empty for the
            claim that the sides differ in their frames at all.
        event: the event with its parts; empty for all events.
    """

    frame: str = ""
    event: str = ""


class _Specification(NamedTuple):
    choices: Choices
    voices: str
    role: Role
    found: Design


def multiverse(tables: Tables, claim: Claim, read: Readings, choices: Choices = USUAL) -> pl.DataFrame:
    """The claim under every combination of the grid.

    Args:
        tables: the study's tables.
        claim: what is claimed.
        read: the sides, not coders, under each reading of the grid, as from ``grid.readings``; it serves every claim.
        choices: those that do not vary: ``treat_as`` and the seed.

    Returns:
        One row per specification: ``reading``, ``ground`` (where the grid has several), ``basis``, ``bundles``, ``voices``, ``window``, ``role``; ``n_a``, ``n_b``
        (units on matched events); ``estimate`` (difference of the frame's share within events, -1 to 1; without a frame
        their total variation, 0 to 1) and ``p`` (permutation), null below the floor; ``refused`` (why); ``agrees``: has the
        sign of the first estimate, and p is at most .05; ``distinct``: no earlier combination gave the same counts.

    Source:
        Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4:1208, specification curves.

    >>> from framing.compare.grid import Grid, readings
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> grid, pair = Grid(("coder:c",), ("published",), ("together",)), sides("yomiuri,sankei", tables.outlets)
    >>> found = multiverse(tables, Claim("territory"), readings(tables, pair, grid))
    >>> found.height, found["refused"].unique().to_list()
    (4, ['purposive_sample'])
    """
    tried = _specifications(tables, claim, read, choices)
    rows = list(_estimates(tried, claim.frame, choices.seed))
    table = pl.DataFrame(rows, schema=_SPECIFICATIONS, orient="row")
    refusal = untested(tables.articles.filter(_of(read.pair)), choices.treat_as)
    if refusal:
        table = table.with_columns(p=pl.lit(None, pl.Float64), refused=pl.lit(refusal.code))
    same = pl.col("estimate").sign() == pl.col("estimate").drop_nulls().first().sign()
    agrees = pl.when(pl.col("p").is_not_null()).then(same & significant(pl.col("p")))
    found = table.with_columns(agrees=agrees)
    return found if len(read.grid.grounds) > 1 else found.drop("ground")


_SPECIFICATIONS = pl.Schema(
    {
        **dict.fromkeys(CHOICES, pl.String()),
        **dict.fromkeys(("n_a", "n_b"), pl.Int64()),
        **dict.fromkeys(("estimate", "p"), pl.Float64()),
        "refused": pl.String(),
        "distinct": pl.Boolean(),
    }
)


def agreement(specifications: pl.DataFrame) -> tuple[int, int, int]:
    """How many specifications agree with the claim.

    Args:
        specifications: as from ``multiverse``.

    Returns:
        Distinct specifications that agree, those that gave a number, and all: a choice that changes nothing is
        not further support.

    Source:
        Simonsohn, Simmons and Nelson (2020).

    >>> agreement(pl.DataFrame({"agrees": [True, True, False, None], "distinct": [True, False, True, True]}))
    (1, 2, 3)
    """
    distinct = specifications.filter("distinct")
    given = distinct["agrees"].drop_nulls()
    return int(given.sum()), len(given), distinct.height


def by_choice(specifications: pl.DataFrame) -> pl.DataFrame:
    """How many specifications agree with the claim under each option of each choice, all others varying.

    Args:
        specifications: as from ``multiverse``.

    Returns:
        One row per option, in the order in which they occur: ``choice`` and ``option``; ``agree``, ``given`` and ``distinct`` as
        from ``agreement``; ``lowest`` and ``highest`` estimate, null where there is none.

    Source:
        Simonsohn, Simmons and Nelson (2020).

    >>> table = pl.DataFrame({"role": ["primary", "any"], "agrees": [True, None], "distinct": True, "estimate": [0.2, None]})
    >>> by_choice(table).rows()
    [('role', 'primary', 1, 1, 1, 0.2, 0.2), ('role', 'any', 0, 0, 1, None, None)]
    """
    rows = [
        (choice, str(option), *agreement(part), part["estimate"].min(), part["estimate"].max())
        for choice in CHOICES
        if choice in specifications.columns
        for (option,), part in specifications.group_by(choice, maintain_order=True)
    ]
    counts = dict.fromkeys(("agree", "given", "distinct"), pl.Int64())
    schema = {"choice": pl.String(), "option": pl.String(), **counts, "lowest": pl.Float64(), "highest": pl.Float64()}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _specifications(tables: Tables, claim: Claim, read: Readings, choices: Choices) -> Iterator[_Specification]:
    grid = read.grid
    # the roles are counted as if they were variables, in one pass
    words: dict[str, list[str]] = dict.fromkeys(grid.roles, frame_words(tables))
    for one, basis in product(read.each, grid.bases):
        chosen = with_articles(one.chosen, _about(tables, one.chosen, claim.event)) if claim.event else one.chosen
        inside = chosen._replace(articles=timed(chosen.articles, tables.events, basis))
        given = pl.concat([in_role(chosen.frames, role).with_columns(variable=pl.lit(role)) for role in grid.roles])
        for bundles, (voices, filters), window in product(grid.bundles, grid.voices, grid.windows):
            tried = choices._replace(
                rule=one.rule, ground=one.ground, basis=basis, bundles=bundles, voices=filters, window=window
            )
            found = designs(within(inside, tried).articles, given, words, chosen.sides)
            yield from (_Specification(tried, voices, role, found[role]) for role in grid.roles)


def _estimates(specifications: Iterable[_Specification], frame: str, seed: int) -> Iterator[tuple[object, ...]]:
    """The row of each specification; one that gives the same counts as an earlier one gives its figures again."""
    known: dict[bytes, _Estimate] = {}
    for tried, voices, role, found in specifications:
        both = matched(found)
        key = str(both.a.shape).encode() + b"".join(part.tobytes() for part in (both.kinds, both.a, both.b))
        distinct = key not in known
        known[key] = known.get(key) or _estimated(both, frame, seed)
        chosen = (tried.rule, tried.ground, tried.basis, tried.bundles, voices, str(tried.window), role)
        yield (*chosen, int(both.n_a.sum()), int(both.n_b.sum()), *known[key], distinct)


def _of(pair: tuple[Side, Side]) -> pl.Expr:
    return pl.col("outlet").cast(pl.String).is_in([*pair[0].outlets, *pair[1].outlets])


def _about(tables: Tables, chosen: Selection, event: str) -> pl.DataFrame:
    level = match(chosen.articles, tables.events, event, chosen.sides)
    names = under(level.event if level else event, parents(tables.events))
    return chosen.articles.filter(pl.col("event").cast(pl.String).is_in(names))


def _estimated(both: Design, frame: str, seed: int) -> _Estimate:
    refusal = below_floor(both)
    if refusal:
        return None, None, f"below {SIDE} articles on a side"
    if frame:
        alone = only(both, frame)
        table = null(alone, ROBUSTNESS, seed)
        return float(differences(alone)[0]), float(two_sided(table, expected(alone)[0])[0]), None
    test = permutation_test(both, null(both, ROBUSTNESS, seed))
    estimate = float(np.abs(differences(both)).sum() / 2)
    return (estimate, None, test.reason) if isinstance(test, Refusal) else (estimate, test.p, None)
