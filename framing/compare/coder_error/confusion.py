"""How coders confuse frames: one coder, a reading of several, and each side of a comparison."""

from collections.abc import Sequence
from math import comb
from typing import Literal, NamedTuple

import numpy as np
import polars as pl

from framing.analysis.draws import CONFUSION
from framing.analysis.table import Tables
from framing.compare.chance.design import Floats
from framing.compare.coder_error.double_coding import CodedTwice, coded_twice, insufficient, one_coder, resampled
from framing.compare.sides import Side
from framing.refusal import Refusal


class Speaking(NamedTuple):
    """Which articles coded twice speak for the sides.

    Attributes:
        whose: those of the sides themselves, those in their languages, or all of the study.
        a: how many speak for the first side.
        b: how many speak for the second side.
    """

    whose: Literal["sides", "languages", "all"]
    a: int
    b: int


class SideConfusions(NamedTuple):
    """What is known about the confusion of one coder on each side.

    Attributes:
        frames: the frames, in order.
        a: (true x coded) probabilities on the first side.
        b: the same on the second side; the very same where it is assumed equal.
        drawn_a: (draws x true x coded) the same in resamples of the articles coded twice.
        drawn_b: those of the second side.
        given: (frames) articles coded twice that some coder gave each frame, on the side where they are fewer.
        basis: in a sentence, which articles those are, and what is assumed.
        speaking: the same as values.
    """

    frames: tuple[str, ...]
    a: Floats
    b: Floats
    drawn_a: Floats
    drawn_b: Floats
    given: Floats
    basis: str
    speaking: Speaking = Speaking("all", 0, 0)


def of_reading(matrix: Floats, coders: int) -> Floats:
    """The confusion of a reading that takes what more than half of some coders say, and else what the first one says.

    Args:
        matrix: (... x true x coded) confusion of one coder; coders err independently of one another.
        coders: how many coded the article, from 1.

    Returns:
        (... x true x read) probabilities; rows sum to 1. Two coders are not better than one: the first decides.

    Source:
        Condorcet (1785): three coders who are right nine times in ten are right together in .9^2 (3 - 2 x .9) = .972.

    >>> of_reading(np.array([[0.9, 0.1], [0.1, 0.9]]), 3).round(3).tolist()
    [[0.972, 0.028], [0.028, 0.972]]
    """
    half = coders // 2 + 1
    others = _at_least(half, coders - 1, matrix)
    undecided = 1 - _at_least(half - 1, coders - 1, matrix) - (others.sum(axis=-1, keepdims=True) - others)
    found: Floats = _at_least(half, coders, matrix) + matrix * undecided
    return found


def _at_least(times: int, of: int, chance: Floats) -> Floats:
    """The binomial chance of at least so many hits."""
    found = np.zeros_like(chance)
    for hits in range(times, of + 1):
        found = found + comb(of, hits) * chance**hits * (1 - chance) ** (of - hits)
    return found


def side_confusions(
    tables: Tables, frames: Sequence[str], pair: tuple[Side, Side], seed: int = 0
) -> SideConfusions | Refusal:
    """The confusion on each side, from its articles coded twice or from those that may speak for it.

    Args:
        tables: the study's tables.
        frames: every frame, in order.
        pair: the sides.
        seed: of the resampling.

    Returns:
        Of each side by its own articles, where those of both sides suffice (``ENOUGH``, and they show directions); else
        by those in its languages; else by all of the study for both sides, and it says so. Or the refusals
        ``sides_are_coders``, ``single_coder``, ``few_coded_twice`` and ``no_directions``.

    Source:
        Kuha and Skinner (1997), in Lyberg et al. (eds.), Survey Measurement and Process Quality: errors may differ between
        the groups that are compared, and then each needs its own matrix.

    >>> from framing.compare.selection import frame_words
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> side_confusions(tables, frame_words(tables), sides("japan,russia", tables.outlets)).basis
    'The 31 articles of the study that were coded twice speak for both sides: the confusion is assumed equal on both sides.'
    """
    if pair[0].coder:
        return Refusal("sides_are_coders", "The sides are the coders themselves.", "Sides of outlets.", {})
    every = coded_twice(tables, frames)
    if isinstance(every, Refusal):
        return every
    refusal = insufficient(every)
    if refusal:
        return refusal
    whose, pools, basis = _speaking(tables, every, pair)
    sizes = Speaking(whose, len(pools[0].articles), len(pools[1].articles))
    return _estimated(pools, basis, seed)._replace(speaking=sizes)


def _estimated(pools: tuple[CodedTwice, CodedTwice], basis: str, seed: int) -> SideConfusions:
    """The confusion of each pool with its resamples; one for both sides where they share a pool."""
    rng = np.random.default_rng(seed)
    one = one_coder(pools[0])
    other = one if pools[0] is pools[1] else one_coder(pools[1])
    drawn = resampled(pools[0], one, CONFUSION, rng)
    again = drawn if pools[0] is pools[1] else resampled(pools[1], other, CONFUSION, rng)
    given = np.minimum(*((pool.counts > 0).sum(axis=0) for pool in pools)).astype(float)
    return SideConfusions(pools[0].frames, one, other, drawn, again, given, basis)


def _speaking(
    tables: Tables, every: CodedTwice, pair: tuple[Side, Side]
) -> tuple[Literal["sides", "languages", "all"], tuple[CodedTwice, CodedTwice], str]:
    """Whose articles coded twice speak for each side, those articles, and the sentence that says so."""
    of_side = [pl.col("outlet").cast(pl.String).is_in(side.outlets) for side in pair]
    spoken = [tables.articles.filter(own)["article_language"].unique().sort().to_list() for own in of_side]
    own, other = (_among(every, tables, rule) for rule in of_side)
    if not (insufficient(own) or insufficient(other)):
        sizes = f"{len(own.articles)} and {len(other.articles)}"
        return "sides", (own, other), f"Each side has its own confusion, from {sizes} articles that were coded twice."
    own, other = (_among(every, tables, pl.col("article_language").is_in(languages)) for languages in spoken)
    if spoken[0] != spoken[1] and not (insufficient(own) or insufficient(other)):
        sentence = (
            "Too few articles of a side were coded twice, so each side takes the confusion of its languages, from "
            f"{len(own.articles)} articles in {', '.join(spoken[0])} and {len(other.articles)} in {', '.join(spoken[1])}."
        )
        return "languages", (own, other), sentence
    sentence = (
        f"The {len(every.articles)} articles of the study that were coded twice speak for both sides: the confusion is assumed "
        "equal on both sides."
    )
    return "all", (every, every), sentence


def _among(found: CodedTwice, tables: Tables, which: pl.Expr) -> CodedTwice:
    kept = set(tables.articles.filter(which)["article"])
    at = [place for place, name in enumerate(found.articles) if name in kept]
    articles, clusters, outlets = (
        tuple(held[place] for place in at) for held in (found.articles, found.clusters, found.outlets)
    )
    return CodedTwice(found.frames, articles, clusters, outlets, found.counts[at], found.settled[at])
