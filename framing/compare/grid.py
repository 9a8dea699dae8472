"""The choices under which a claim about two sides is tried, and the articles that each reading among them gives."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, Literal, NamedTuple, get_args

import polars as pl

from framing.analysis.choices import USUAL, Basis, Bundles, Filter, Ground, Window
from framing.analysis.grounds import any_inferred
from framing.analysis.period import BASES, day_under
from framing.analysis.reading import Reading, reading, rules
from framing.analysis.table import Tables
from framing.compare.selection import Selection, selection
from framing.compare.sides import Side

Role = Literal["primary", "any"]


class Grid(NamedTuple):
    """For each of ``Choices`` its alternatives, of which every combination is tried.

    Attributes:
        rules: readings.
        bases: date rules.
        bundles: rules for shared descriptions.
        voices: filters by the name of the choice; an empty one keeps all.
        windows: windows.
        roles: primary frame alone, or any role.
        grounds: which values count.
    """

    rules: Sequence[str]
    bases: Sequence[Basis] = BASES
    bundles: Sequence[Bundles] = get_args(Bundles)
    voices: Sequence[tuple[str, tuple[Filter, ...]]] = (("all", USUAL.voices),)
    windows: Sequence[Window] = (USUAL.window, Window(-3, 7))
    roles: Sequence[Role] = get_args(Role)
    grounds: Sequence[Ground] = (USUAL.ground,)


class Read(NamedTuple):
    """The articles of two sides under one reading: the same whatever is claimed of them.

    Attributes:
        rule: the reading.
        ground: which values count.
        chosen: the articles, as from ``selection``, with their answers to what tells voices apart alone.
    """

    rule: str
    ground: Ground
    chosen: Selection


class Readings(NamedTuple):
    """Two sides under each reading of a grid: what is claimed of them is tried under all.

    Attributes:
        pair: the sides.
        grid: the choices that vary.
        each: the articles, reading by reading, where anything can be selected.
    """

    pair: tuple[Side, Side]
    grid: Grid
    each: Sequence[Read]


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
    every = Grid(tuple(rules(tables)))
    if any_inferred(tables.values):
        every = every._replace(grounds=get_args(Ground))
    return every._replace(voices=(*every.voices, ("own", own))) if own else every


def moving(grid: Grid, every: Selection) -> Grid:
    """The grid without the date rules and bundle rules that move no article: they would only repeat others.

    Args:
        grid: the choices.
        every: all articles of two sides.

    Returns:
        The grid; the first rule of each kind stays.

    Source:
        Steegen et al. (2016): alternatives are those that give another data set.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"published": [date(2014, 5, 3)], "cited": [date(2014, 5, 4)], "section_quarter": ["2014Q2"], "bundle": [None]})
    >>> found = moving(Grid(("majority",)), Selection(articles, articles, articles, ("a", "b")))
    >>> found.bases, found.bundles
    (['published', 'cited'], ('together',))
    """
    days = {basis: every.articles.select(day_under(basis)).to_series() for basis in grid.bases}
    first = grid.bases[0]
    bases = [basis for basis in grid.bases if basis == first or not days[basis].equals(days[first])]
    shared = every.articles["bundle"].drop_nulls().len() > 0
    return grid._replace(bases=bases, bundles=grid.bundles if shared else grid.bundles[:1])


def readings(tables: Tables, pair: tuple[Side, Side], grid: Grid) -> Readings:
    """Two sides under each reading of a grid and on each ground, for ``robustness.multiverse``.

    Args:
        tables: the study's tables.
        pair: the sides; not coders, whose reading is one of the choices.
        grid: the choices that vary.

    Returns:
        The articles of both sides, reading by reading.

    Source:
        Steegen et al. (2016).

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> found = readings(tables, sides("yomiuri,sankei", tables.outlets), Grid(("majority", "coder:nobody")))
    >>> [one.rule for one in found.each]
    ['majority']
    """
    asked = {kept.variable for _, filters in grid.voices for kept in filters}
    found = []
    for rule, ground in product(grid.rules, grid.grounds):
        read = reading(tables, rule, ground=ground)
        chosen = selection(tables, read, pair) if isinstance(read, Reading) else read
        if isinstance(chosen, Selection):
            heard = chosen.values.filter(pl.col("variable").cast(pl.String).is_in(asked))
            found.append(Read(rule, ground, chosen._replace(values=heard)))
    return Readings(pair, grid, found)
