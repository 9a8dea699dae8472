"""The articles of one side before a day and from it on: which of them are compared, and what is exchanged of them."""

from datetime import date

import polars as pl

from framing.agreement.clusters import moving_together
from framing.analysis.choices import Choices
from framing.analysis.floors import SIDE
from framing.analysis.reading import Reading
from framing.analysis.table import Tables
from framing.compare.chance.whole_events import AFTER, BEFORE
from framing.compare.selection import Selection, timed, within
from framing.compare.sides import Side
from framing.refusal import Refusal

SIDES = {"a": AFTER, "b": BEFORE}
"""The two times as columns have them."""


def parted(tables: Tables, read: Reading, side: Side, cut: date, choices: Choices) -> Selection:
    """The articles of one side from a day on and before it, as if they were two sides.

    Args:
        tables: the study's tables.
        read: a reading.
        side: country, group or outlet.
        cut: the first day of the second time.
        choices: window and voices.

    Returns:
        The selection; ``side`` is after or before. An article without a day of publication is in neither.

    >>> from framing.analysis.choices import USUAL
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> japan, _ = sides("japan,russia", tables.outlets)
    >>> parted(tables, reading(tables), japan, date(2015, 5, 1), USUAL).articles["side"].value_counts().sort("side").rows()
    [('after', 13), ('before', 10)]
    """
    when = pl.when(pl.col("published") >= cut).then(pl.lit(AFTER)).otherwise(pl.lit(BEFORE))
    mine = read.articles.filter(pl.col("outlet").cast(pl.String).is_in(side.outlets)).drop_nulls("published")
    articles = timed(mine.with_columns(side=when, outlet=pl.col("outlet").cast(pl.String)), tables.events)
    key = articles.select("article", "side")
    frames = read.frames.join(key, on="article").select("article", "side", "role", answer="frame")
    values = read.values.join(key, on="article").select("article", "side", "variable", "score", "value", "missing")
    return within(Selection(articles, frames, values, (AFTER, BEFORE)), choices)


def of_both_times(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles of papers that wrote in both times.

    Args:
        articles: ``article``, ``outlet``, ``side``, ``event`` and ``bundle``.

    Returns:
        Their rows, by article, with ``weight`` (articles that share a description weigh one together in each time) and
        ``cluster``, as from ``moving_together``.

    Source:
        See ``framing.compare.chance.whole_events``.

    >>> articles = pl.DataFrame({"article": ["u", "v", "w", "x"], "outlet": ["p", "p", "p", "q"], "event": "e",
    ...     "side": ["after", "before", "before", "after"], "bundle": [None, "n", "n", None]})
    >>> of_both_times(articles).select("article", "weight").rows()
    [('u', 1.0), ('v', 0.5), ('w', 0.5)]
    """
    kept = articles.filter(pl.col("side").n_unique().over("outlet") > 1).sort("article")
    return kept.with_columns(weight=1 / pl.len().over("side", _DESCRIPTION), cluster=moving_together(kept))


def of_one_time(articles: pl.DataFrame) -> pl.DataFrame:
    """The papers that wrote in one time only: they say nothing about a change inside papers.

    Args:
        articles: ``article``, ``outlet`` and ``side``.

    Returns:
        One row per paper: ``outlet``, ``side`` (after or before) and ``records``.

    >>> of_one_time(pl.DataFrame({"article": ["u", "v", "w"], "outlet": ["p", "p", "q"], "side": ["after", "before", "after"]})).rows()
    [('q', 'after', ['w'])]
    """
    alone = articles.filter(pl.col("side").n_unique().over("outlet") == 1)
    return alone.group_by("outlet", "side").agg(records=pl.col("article").sort()).sort("outlet")


def weights(articles: pl.DataFrame) -> tuple[float, float]:
    """How many articles the later and the earlier time hold, a description counting once.

    Args:
        articles: ``side`` and ``weight``.

    Returns:
        The later time first.

    >>> weights(pl.DataFrame({"side": ["after", "before", "before"], "weight": [1.0, 0.5, 0.5]}))
    (1.0, 1.0)
    """
    later, earlier = (
        round(float(articles.filter(pl.col("side") == side)["weight"].sum()), 9) for side in SIDES.values()
    )
    return later, earlier


def too_few_articles(every: pl.DataFrame, both: pl.DataFrame) -> Refusal | None:
    """Why nothing is compared, or None where both times have enough articles of papers that wrote in both.

    Args:
        every: all articles of the side.
        both: those that are compared, with ``weight``.

    Returns:
        The refusal ``too_few_articles``, or None.

    Source:
        The floors of this toolkit (``framing.analysis.floors.SIDE``).

    >>> one = pl.DataFrame({"article": ["u"], "bundle": pl.Series([None], dtype=pl.String), "side": ["after"], "weight": [1.0]})
    >>> too_few_articles(one, one).code
    'too_few_articles'
    """
    if min(weights(both)) >= SIDE:
        return None
    later, earlier = (
        every.filter(pl.col("side") == side).select(_DESCRIPTION.n_unique()).item() for side in SIDES.values()
    )
    return Refusal(
        "too_few_articles",
        f"There are {earlier} articles before and {later} from then on (a shared description counts once), and only papers "
        f"that wrote in both times count; nothing is tested below {SIDE} in each.",
        f"At least {SIDE} articles in each of the two times, of papers that wrote in both.",
        {"kind": "times", "earlier": earlier, "later": later, "least": SIDE},
    )


_DESCRIPTION = pl.coalesce("bundle", "article")
