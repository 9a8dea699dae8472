"""One claim under every defensible combination of choices: how many of them agree."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal, NamedTuple

import numpy as np
import polars as pl

from framing.analysis.floors import SIDE
from framing.analysis.period import BASES
from framing.analysis.reading import Filter, Reading, reading, rules
from framing.analysis.table import Tables, parents
from framing.compare.chance.design import Design, design, matched
from framing.compare.chance.permutation import LEVEL, below_floor, expected, null, permutation_test, two_sided
from framing.compare.frames import only
from framing.compare.matching import match
from framing.compare.sampling import TreatAs, untested
from framing.compare.selection import (
    BUNDLES,
    EVER,
    Bundles,
    Selection,
    Window,
    bundled,
    frame_words,
    selection,
    timed,
    within,
)
from framing.compare.shares import differences
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.study.umbrellas import under

DRAWS = 1_999
Role = Literal["primary", "any"]


class Claim(NamedTuple):
    """What is said about two sides.

    Attributes:
        frame: the first side uses this frame more often (or less, as its sign in the main analysis says); empty for the
            claim that the sides differ in their frames at all.
        event: the event with its parts; empty for all events.
    """

    frame: str = ""
    event: str = ""


class Grid(NamedTuple):
    """The choices of which every combination is tried.

    Attributes:
        rules: readings.
        bases: date rules.
        bundles: rules for shared descriptions.
        voices: filters by the name of the choice; an empty one keeps all.
        windows: windows.
        roles: primary frame alone, or any role.
        treat_as: whether a purposive selection is tested all the same; the same in every combination.
    """

    rules: Sequence[str]
    bases: Sequence[str] = BASES
    bundles: Sequence[Bundles] = BUNDLES
    voices: Sequence[tuple[str, tuple[Filter, ...]]] = (("all", ()),)
    windows: Sequence[Window] = (EVER, Window(-3, 7))
    roles: Sequence[Role] = ("primary", "any")
    treat_as: TreatAs = "as_chosen"


def default_grid(tables: Tables, codebook: Mapping[str, Any]) -> Grid:
    """Every reading of the study, with the usual alternatives of all other choices.

    Args:
        tables: the study's tables.
        codebook: its codebook; where a variable says with ``own`` under which values an outlet speaks for itself, the
            articles with these alone are tried too.

    Returns:
        The grid.

    Source:
        Steegen et al. (2016), Perspectives on Psychological Science 11:702, the multiverse.

    >>> from framing.corpus import read
    >>> study = read()
    >>> grid = default_grid(study.tables, study.codebook)
    >>> grid.rules[0], [name for name, _ in grid.voices]
    ('adjudicated', ['all', 'own'])
    """
    own = tuple(Filter(entry["id"], tuple(entry["own"])) for entry in codebook["variables"] if "own" in entry)
    return Grid(tuple(rules(tables)), voices=(("all", ()), ("own", own)) if own else (("all", ()),))


def multiverse(tables: Tables, claim: Claim, pair: tuple[Side, Side], grid: Grid, seed: int = 0) -> pl.DataFrame:
    """The claim under every combination of the grid.

    Args:
        tables: the study's tables.
        claim: what is claimed.
        pair: the sides; not coders, whose reading is one of the choices.
        grid: the choices.
        seed: of the permutations.

    Returns:
        One row per specification: ``reading``, ``basis``, ``bundles``, ``voices``, ``window``, ``role``; ``n_a``, ``n_b``
        (units on matched events); ``estimate`` (difference of the frame's share within events, -1 to 1; without a frame the
        total variation of those differences, 0 to 1) and ``p`` (permutation), null below the floor; ``refused`` (why);
        ``agrees``: the estimate has the sign of the first specification that has one, and p is below .05; null where it is
        refused; ``distinct``: no earlier combination gave the same counts.

    Source:
        Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4:1208, specification curves.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> pair = sides("yomiuri,sankei", tables.outlets)
    >>> found = multiverse(tables, Claim("territory"), pair, Grid(("coder:a",), ("published",), ("together",)))
    >>> found.height, found["refused"].unique().to_list()
    (4, ['purposive_sample'])
    """
    known: dict[bytes, tuple[float | None, float | None, str | None]] = {}
    rows = []
    refusal = untested(tables.articles.filter(_of(pair)), grid.treat_as)
    for rule, basis, bundles, voices, stretch, role, found in _specifications(tables, claim, pair, grid):
        both = matched(found)
        key = str(both.a.shape).encode() + b"".join(part.tobytes() for part in (both.kinds, both.a, both.b))
        distinct = key not in known
        if distinct:
            known[key] = _estimated(both, claim.frame, seed)
        estimate, p, why = known[key]
        if refusal:
            p, why = None, refusal.code
        n_a, n_b = int(both.n_a.sum()), int(both.n_b.sum())
        rows.append((rule, basis, bundles, voices, str(stretch), role, n_a, n_b, estimate, p, why, distinct))
    text, number = pl.String(), pl.Float64()
    schema = pl.Schema(
        {
            "reading": text, "basis": text, "bundles": text, "voices": text, "window": text, "role": text,
            "n_a": pl.Int64(), "n_b": pl.Int64(), "estimate": number, "p": number, "refused": text,
            "distinct": pl.Boolean(),
        }
    )  # fmt: skip
    table = pl.DataFrame(rows, schema=schema, orient="row")
    sign = pl.col("estimate").drop_nulls().first().sign()
    same = (pl.col("estimate").sign() == sign) & (pl.col("p") < LEVEL)
    return table.with_columns(agrees=pl.when(pl.col("p").is_not_null()).then(same))


def agreement(specifications: pl.DataFrame) -> tuple[int, int, int]:
    """How many specifications agree with the claim.

    Args:
        specifications: as from ``multiverse``.

    Returns:
        Distinct specifications that agree, those that gave a number, and all: a choice that changes nothing is no
        further support.

    Source:
        Simonsohn, Simmons and Nelson (2020).

    >>> agreement(pl.DataFrame({"agrees": [True, True, False, None], "distinct": [True, False, True, True]}))
    (1, 2, 3)
    """
    distinct = specifications.filter("distinct")
    given = distinct["agrees"].drop_nulls()
    return int(given.sum()), len(given), distinct.height


def _specifications(
    tables: Tables, claim: Claim, pair: tuple[Side, Side], grid: Grid
) -> Iterator[tuple[str, str, Bundles, str, Window, Role, Design]]:
    words = frame_words(tables)
    for rule, basis in product(grid.rules, grid.bases):
        read = reading(tables, rule)
        chosen = selection(tables, read, pair) if isinstance(read, Reading) else read
        if isinstance(chosen, Refusal):
            continue
        inside = chosen._replace(articles=timed(_about(tables, chosen, claim.event), tables.events, basis))
        for bundles, (voices, filters), stretch in product(grid.bundles, grid.voices, grid.windows):
            narrowed = bundled(within(inside, stretch, filters), bundles)
            for role in grid.roles:
                frames = narrowed.frames if role == "any" else narrowed.frames.filter(pl.col("role") == "primary")
                yield (
                    rule,
                    basis,
                    bundles,
                    voices,
                    stretch,
                    role,
                    design(narrowed.articles, frames, words, chosen.sides),
                )


def _of(pair: tuple[Side, Side]) -> pl.Expr:
    return pl.col("outlet").cast(pl.String).is_in([*pair[0].outlets, *pair[1].outlets])


def _about(tables: Tables, chosen: Selection, event: str) -> pl.DataFrame:
    if not event:
        return chosen.articles
    level = match(chosen.articles, tables.events, event, chosen.sides)
    names = under(level.event if level else event, parents(tables.events))
    return chosen.articles.filter(pl.col("event").cast(pl.String).is_in(names))


def _estimated(both: Design, frame: str, seed: int) -> tuple[float | None, float | None, str | None]:
    refusal = below_floor(both)
    if refusal:
        return None, None, f"below {SIDE} articles on a side"
    if frame:
        alone = only(both, frame)
        table = null(alone, DRAWS, seed)
        return float(differences(alone)[0]), float(two_sided(table, expected(alone)[0])[0]), None
    test = permutation_test(both, null(both, DRAWS, seed))
    estimate = float(np.abs(differences(both)).sum() / 2)
    return (estimate, None, test.reason) if isinstance(test, Refusal) else (estimate, test.p, None)
