"""The articles of two sides, as one reading takes them, and what is shuffled of them."""

from typing import NamedTuple

import polars as pl

from framing.analysis import measure
from framing.analysis.choices import USUAL, Alone, Basis, Bundles, Choices
from framing.analysis.period import day_under
from framing.analysis.reading import Reading, kept, reading
from framing.analysis.table import Tables
from framing.compare.chance.design import Design, design
from framing.compare.sampling import unequal
from framing.compare.sides import Side
from framing.refusal import Refusal

GAP = ("days", "earliest", "latest")
"""The days from an event to an article, and what they may be as far as both dates are known."""


class Selection(NamedTuple):
    """Two sides' articles; frames and values may hold more articles than are selected.

    Attributes:
        articles: one row per (article, side): the columns of a reading, ``side``, ``stratum`` (the event; of coders the
            article), ``unit`` (what is shuffled as one) and ``days`` (from the event; null without one).
        frames: one row per (article, side, frame): ``answer`` and ``role``.
        values: one row per (article, side, variable): ``score``, ``value``, ``missing``.
        sides: names of the first and the second side.
    """

    articles: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame
    sides: tuple[str, str]


def selection(tables: Tables, read: Reading, pair: tuple[Side, Side]) -> Selection | Refusal:
    """The articles of two sides.

    Args:
        tables: the study's tables.
        read: the reading of outlets; coders' sides are read by themselves, and only articles that both coded count.
        pair: the sides.

    Returns:
        The selection; or a refusal when a coder has coded nothing, or the articles were drawn with unequal probabilities.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> tables = study().tables
    >>> pair = sides("japan,russia", tables.outlets)
    >>> selection(tables, reading(tables), pair).articles["side"].value_counts(sort=True).rows()
    [('japan', 23), ('russia', 2)]
    """
    parts = []
    for side in pair:
        own = reading(tables, str(Alone(side.coder)), ground=read.ground) if side.coder else read
        if isinstance(own, Refusal):
            return own
        mine = pl.col("outlet").cast(pl.String).is_in(side.outlets)
        parts.append(tuple(table.filter(mine).with_columns(side=pl.lit(side.name)) for table in own[1:4]))
    articles, frames, values = (pl.concat(both, how="diagonal_relaxed") for both in zip(*parts, strict=True))
    if refused := None if pair[0].coder else unequal(articles):
        return refused
    unit = pl.coalesce("bundle", "article")
    if pair[0].coder:
        articles = articles.filter(pl.len().over("article") == 2).with_columns(stratum=unit, unit=unit)
    else:
        articles = articles.with_columns(stratum=pl.col("event").cast(pl.String), unit=unit)
    return Selection(
        timed(articles, tables.events),
        frames.select("article", "side", answer="frame", role="role"),
        values.select("article", "side", "variable", "score", "value", "missing"),
        (pair[0].name, pair[1].name),
    )


def with_articles(chosen: Selection, articles: pl.DataFrame) -> Selection:
    """A selection of fewer articles, with their answers alone: what is looked up in them again and again is small then.

    Args:
        chosen: two sides' articles.
        articles: some of its articles.

    Returns:
        The selection.

    >>> table = pl.DataFrame({"article": ["x", "y"], "side": "a"})
    >>> with_articles(Selection(table, table, table, ("a", "b")), table.head(1)).values.height
    1
    """
    kept = articles["article"].unique().implode()
    frames, values = (table.filter(pl.col("article").is_in(kept)) for table in (chosen.frames, chosen.values))
    return chosen._replace(articles=articles, frames=frames, values=values)


def frame_words(tables: Tables) -> list[str]:
    """Every frame of the codebook, in its order.

    Args:
        tables: the study's tables.

    Returns:
        Ids.

    >>> from framing.corpus import read as study
    >>> frame_words(study().tables)[:2]
    ['leadership', 'territory']
    """
    words = tables.frames.schema["frame"]
    return (
        words.categories.to_list() if isinstance(words, pl.Enum) else tables.frames["frame"].unique().sort().to_list()
    )


def primary_design(tables: Tables, chosen: Selection) -> Design:
    """The design of the primary frames of a selection.

    Args:
        tables: the study's tables.
        chosen: two sides' articles.

    Returns:
        The design, all strata.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.compare.chance.design import matched
    >>> tables = study().tables
    >>> chosen = selection(tables, reading(tables), sides("yomiuri,sankei", tables.outlets))
    >>> "e06-sochi-summit" in matched(primary_design(tables, chosen)).strata
    True
    """
    frames = chosen.frames.filter(pl.col("role") == "primary")
    return design(chosen.articles, frames, frame_words(tables), chosen.sides)


def timed(articles: pl.DataFrame, events: pl.DataFrame, basis: Basis = USUAL.basis) -> pl.DataFrame:
    """The articles with the day that counts, and its distance from their event.

    Args:
        articles: one row per (article, side), with ``event`` and the columns of the article table.
        events: the event table.
        basis: the date rule (``framing.analysis.period.BASES``).

    Returns:
        The same rows with ``day`` (a date), and ``days``, ``earliest`` and ``latest`` as in ``measure.event_timing``; null
        without an event.

    >>> from framing.corpus import read as study
    >>> tables = study().tables
    >>> timed(reading(tables).articles, tables.events)["days"].max() is not None
    True
    """
    day = day_under(basis)
    until = pl.col("until") if basis == "published" else day
    placed = articles.with_columns(day=day)
    once = placed.unique("article", keep="first", maintain_order=True)
    gaps = measure.event_timing(once.with_columns(published=day, until=until), events).select("article", *GAP)
    return placed.drop(GAP, strict=False).join(gaps, on="article", how="left", maintain_order="left")


def within(chosen: Selection, choices: Choices) -> Selection:
    """The articles of a window and of some voices, with shared descriptions treated by one rule.

    Args:
        chosen: two sides' articles.
        choices: window, voices and bundles.

    Returns:
        The selection with fewer articles, or with another ``unit``.

    >>> from datetime import date
    >>> from framing.analysis.choices import Window
    >>> articles = pl.DataFrame({"days": [0, 9, None], "day": [date(2014, 1, 1)] * 3})
    >>> within(Selection(articles, articles, articles, ("a", "b")), Choices(window=Window(-3, 7))).articles.height
    1
    """
    keep, window = pl.lit(value=True), choices.window
    if window.before is not None and window.after is not None:
        keep &= pl.col("days").is_between(window.before, window.after)
    if window.first and window.last:
        keep &= pl.col("day").is_between(window.first, window.last)
    articles = kept(chosen.articles.filter(keep), chosen.values, choices.voices)
    return chosen._replace(articles=bundled(articles, choices.bundles))


def bundled(articles: pl.DataFrame, rule: Bundles) -> pl.DataFrame:
    """The articles with shared descriptions treated by one rule.

    Args:
        articles: one row per (article, side), with ``bundle`` and ``unit``.
        rule: together, apart or first.

    Returns:
        The rows with another ``unit``, or without the later articles of each bundle.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": "a", "bundle": "n", "unit": "n"})
    >>> [bundled(articles, rule)["unit"].n_unique() for rule in ("together", "apart", "first")]
    [1, 2, 1]
    """
    if rule == "apart":
        return articles.with_columns(unit=pl.col("article"))
    if rule == "first":
        first = pl.col("bundle").is_null() | (pl.col("article") == pl.col("article").min().over("bundle", "side"))
        return articles.filter(first)
    return articles
