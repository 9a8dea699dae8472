"""Pure measures on tidy tables. They read no files and print nothing; each returns a small table or a refusal.

Tables may be DataFrames or LazyFrames, on whichever engine is set. Every table that counts articles has a column ``records`` with
their ids, so that each number can be traced. Articles that share
one description (a bundle) weigh one over its size, so ``n`` may be smaller than ``articles``, and the floors go by ``n``.
Intervals are given only where the articles are a sample or a census, never for a purposive selection. Their units are
events, not articles (``framing.analysis.intervals``), or what was drawn at random (``framing.analysis.drawn``); ``cluster`` names
the event of each article. A drawn article weighs one over its inclusion probability, and where these differ ``weight`` and ``n`` are
brought to as many articles of equal weight as would say as much (Kish). Counts (``articles``, ``of``) are never weighted. An article without a
value in a column of ``by`` (outside every period, say) belongs to no group.
"""

from collections.abc import Sequence
from typing import cast

import narwhals as nw
import polars as pl

from framing.analysis.reading import Roles, in_role
from framing.analysis.sums import rows
from framing.analysis.table import MISSING
from framing.analysis.totals import (
    answers,
    frame_totals,
    of_variables,
    on_theme,
    pair_totals,
    pairs,
    position_totals,
    theme_totals,
    value_totals,
    with_records,
)
from framing.refusal import Refusal

Table = pl.DataFrame | pl.LazyFrame


def frame_shares(
    frames: Table, articles: Table, by: Sequence[str] = ("outlet",), role: Roles = "primary"
) -> pl.DataFrame:
    """Share of each group's articles that carry each frame dimension.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article of the same reading: the denominator. ``cluster`` names what varies together.
        by: columns that make the groups, for example outlet, country, genre, voice, period; none for all together.
        role: ``primary`` counts the one primary frame, ``secondary`` the others, ``any`` both.

    Returns:
        One row per (group, frame), frames in codebook order: ``articles`` (count) of ``of``; ``weight`` of ``n``
        (bundles weigh one together), from how many ``events`` (an article without one is its own); ``share`` (weight / n,
        0 to 1; null where n is 0), ``low`` and ``high`` (95 %; null where n is below 5, where articles share fewer than 3
        events, or where the selection is purposive); ``interval_by`` (what was taken as independent: events, or articles
        where no two share one; see ``intervals``); ``shown`` (see ``floors``); ``records``. Primary shares of a group sum
        to 1; under ``any`` they may sum to more.

    Source:
        Semetko and Valkenburg (2000), Journal of Communication 50(2):93; Boydstun et al. (2014), Policy Frames Codebook.

    >>> articles = pl.DataFrame({"article": ["a", "b"], "outlet": "x", "weight": 1.0, "sampling": "census", "cluster": "e"})
    >>> frames = articles.with_columns(frame=pl.Series(["war", "trade"]), role=pl.lit("primary"))
    >>> frame_shares(frames, articles).select("outlet", "frame", "articles", "of", "share", "shown").rows()
    [('x', 'trade', 1, 2, 0.5, 'count'), ('x', 'war', 1, 2, 0.5, 'count')]
    """
    cells = frame_totals(frames, articles, by, role)
    return with_records(cells, in_role(frames.lazy(), role), [*by, "frame"], "weight")


def value_counts(values: Table, variables: Sequence[str], by: Sequence[str] = ("outlet",)) -> pl.DataFrame:
    """How many articles of each group have each value of some variables, and how many have none, by reason.

    Args:
        values: one row per (article, variable) of a reading, of a set one per value in it.
        variables: which variables, for example obstacle and remedy, or the four evaluations.
        by: columns that make the groups; none for all together.

    Returns:
        One row per (group, variable, value) that occurs, values as text: ``articles`` (count) of ``of``, ``weight`` of
        ``n``, ``missing`` (whether the value says why there is none), ``unseen`` (whether the source does not show it),
        ``share`` (0 to 1), ``events``, ``low``, ``high``, ``interval_by``, ``shown`` and ``records`` as in ``frame_shares``;
        ``asked`` (all articles of the group); ``inferred`` (articles whose value is). Of a value, ``of``, ``n`` and ``share`` are
        of the articles that give one: shares sum to 1, those of sets of values to more; of a reason, they are of all articles.

    Source:
        Entman (1993), Journal of Communication 43(4):51: cause, evaluation and remedy beside the problem definition.

    >>> values = pl.DataFrame({"article": ["a", "b"], "outlet": ["x", "x"], "weight": 1.0, "sampling": "census",
    ...     "cluster": "e", "variable": "obstacle", "value": ["us_west", None], "missing": [None, "unknown"],
    ...     "ground": ["attributed", None]})
    >>> value_counts(values, ["obstacle"]).select("value", "articles", "of", "share", "missing").rows()
    [('unknown', 1, 2, 0.5, True), ('us_west', 1, 1, 1.0, False)]
    """
    said = answers(values, variables, by).to_native()
    return with_records(value_totals(values, variables, by), said, [*by, "variable", "value", "missing"], "weight")


def positions(values: Table, variable: str) -> pl.DataFrame:
    """Where each article stands on one ordered scale.

    Args:
        values: one row per (article, variable) of a reading.
        variable: an ordinal variable, for example stance or prospect.

    Returns:
        One row per article, by date, with the columns of ``values``; ``score`` on the codebook's scale (for stance -2 to
        2) is null when no position is expressed, and ``missing`` says why.

    >>> values = pl.DataFrame({"article": ["a"], "published": "2014-02-09", "variable": "stance", "score": 1})
    >>> positions(values, "stance")["score"].to_list()
    [1]
    """
    chosen: pl.LazyFrame = of_variables(values, [variable], ()).to_native()
    return chosen.sort("published", "article").collect()


def position_summary(values: Table, variables: Sequence[str], by: Sequence[str] = ("outlet",)) -> pl.DataFrame:
    """The middle of each group on ordered scales, over the articles that express a position.

    Args:
        values: one row per (article, variable) of a reading.
        variables: ordinal variables.
        by: columns that make the groups; none for all together.

    Returns:
        One row per (group, variable): ``of`` articles, ``expressed`` (count), ``inferred`` (count of these), ``median`` (a bundle counting once),
        ``lowest`` and ``highest`` on the codebook's scale (null where fewer than 5, a bundle counting once, express a
        position: then only dots are shown), one count per kind of missing value, ``records`` (of those who express one), ``shown``.

    >>> values = pl.DataFrame({"article": list("abcde"), "outlet": "x", "weight": 1.0, "variable": "stance",
    ...                        "score": [1, 1, 2, 0, 1], "missing": [None] * 5, "ground": "attributed"})
    >>> position_summary(values, ["stance"]).select("expressed", "median", "shown").rows()
    [(5, 1.0, 'indicative')]
    """
    expressing = of_variables(values, variables, by).filter(~nw.col("score").is_null()).to_native()
    return with_records(position_totals(values, variables, by), expressing, [*by, "variable"], MISSING.categories[-1])


def frame_cooccurrence(frames: Table) -> pl.DataFrame:
    """How many articles carry two frame dimensions together; on the diagonal, how many carry one at all.

    Args:
        frames: one row per (article, frame) of a reading.

    Returns:
        One row per ordered pair (``frame``, ``with_frame``) of the whole vocabulary: ``articles`` (count) and
        ``records``. The table is symmetric.

    >>> frames = pl.DataFrame({"article": ["a", "a", "b"], "frame": ["war", "trade", "war"]})
    >>> frame_cooccurrence(frames).select("frame", "with_frame", "articles").rows()
    [('trade', 'trade', 1), ('trade', 'war', 1), ('war', 'trade', 1), ('war', 'war', 2)]
    """
    return with_records(pair_totals(frames), pairs(rows(frames)).to_native(), ["frame", "with_frame"])


def event_timing(articles: Table, events: Table) -> pl.DataFrame:
    """How many days after its event each article appeared.

    Args:
        articles: one row per article of a reading, with ``event`` and ``relation``.
        events: the event table.

    Returns:
        One row per article with an event, by event and date: ``days``, the gap between the two: 0 where they may
        coincide (within a lasting event too), negative before it; ``earliest`` and ``latest``, the days from the last
        and from the first day of the event as far as the two dates are known (an event that goes on lasts at least to
        the article). Calendar days of the paper's own place of publication; order within a day is not known.

    >>> from datetime import date
    >>> articles = pl.DataFrame({"article": "a", "outlet": "x", "published": date(2014, 10, 18),
    ...     "until": date(2014, 10, 18), "event": "milan", "relation": "reports"})
    >>> events = pl.DataFrame({"event": "milan", "label": "Milan", "first": date(2014, 10, 17), "last": date(2014, 10, 17)})
    >>> event_timing(articles, events)["days"].to_list()
    [1]
    """
    published, until, first = pl.col("published"), pl.col("until"), pl.col("first")
    last = pl.coalesce("last", pl.max_horizontal(first, until))
    gap = pl.when(until < first).then(until - first).when(published > last).then(published - last)
    return (
        articles.lazy()
        .join(events.lazy().select("event", "label", "first", "last"), on="event")
        .with_columns(
            days=gap.otherwise(pl.duration()).dt.total_days(),
            earliest=(published - last).dt.total_days(),
            latest=(until - first).dt.total_days(),
        )
        .select("event", "label", "article", "outlet", "published", "relation", "days", "earliest", "latest")
        .sort("event", "published", "article")
        .collect()
    )


def alike_in_time(timed: pl.DataFrame) -> pl.DataFrame:
    """The articles of one event that relate to it alike and appeared equally long after it.

    Args:
        timed: see ``event_timing``.

    Returns:
        One row per ``event``, ``relation``, ``days``, ``earliest`` and ``latest``, in the order of ``timed``, with ``records``.

    >>> timed = pl.DataFrame({"event": "milan", "relation": "reports", "days": [0, 1, 1], "earliest": 0, "latest": 1, "article": list("abc")})
    >>> alike_in_time(timed).select("days", "records").rows()
    [(0, ['a']), (1, ['b', 'c'])]
    """
    keys = ("event", "relation", "days", "earliest", "latest")
    return timed.group_by(keys, maintain_order=True).agg(records="article")


def circularity(frames: Table, articles: Table) -> pl.DataFrame | Refusal:
    """How often a coded frame is the theme of the section that cites the article: a high share may be the source's doing.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article, with ``section_theme``.

    Returns:
        Two rows, ``role`` primary and any: ``articles`` (count) that agree, ``of`` those with a theme; ``weight`` of
        ``n`` (bundles weigh one together); ``descriptions``, on how many those with a theme rest; ``share`` (weight / n, 0 to
        1), ``shown`` (see ``floors``) and ``records``; or a refusal when no section has a theme.

    >>> frames = pl.DataFrame({"article": ["a", "b"], "frame": ["war", "trade"], "role": ["primary", "primary"]})
    >>> articles = pl.DataFrame({"article": ["a", "b"], "section_theme": ["war", "war"], "weight": [1.0, 1.0]})
    >>> circularity(frames, articles).select("role", "articles", "of", "shown").rows()
    [('primary', 1, 2, 'count'), ('any', 1, 2, 'count')]
    """
    table = theme_totals(frames, articles)
    if table["of"].first() == 0:
        reason = "No article is cited by a section with a theme."
        return Refusal("no_themes", reason, "Themes of sections in sources.json.", {})
    agreeing = cast(pl.LazyFrame, on_theme(frames, articles).to_native())
    roles = [in_role(agreeing, role).with_columns(role=pl.lit(role)) for role in ("primary", "any")]
    return with_records(table, pl.concat(roles), ["role"])


def bundles(articles: Table) -> pl.DataFrame:
    """The articles that share one description, and what each of them weighs.

    Args:
        articles: one row per article, with ``bundle`` (null for most) and ``weight``.

    Returns:
        One row per bundle: ``articles`` (count), ``weight`` of each (0 to 1), ``records``.

    >>> bundles(pl.DataFrame({"article": ["a", "b"], "bundle": ["n22", "n22"], "weight": [0.5, 0.5]})).rows()
    [('n22', 2, 0.5, ['a', 'b'])]
    """
    return (
        articles.lazy()
        .drop_nulls("bundle")
        .group_by("bundle")
        .agg(articles=pl.len(), weight=pl.col("weight").first(), records=pl.col("article").sort())
        .sort("bundle")
        .collect()
    )


def by_outlet(articles: pl.DataFrame) -> pl.DataFrame:
    """How many articles each outlet has.

    Args:
        articles: the article table, or any selection of it.

    Returns:
        One row per ``outlet`` with articles, in order of the register: ``articles`` (count), ``records``.

    >>> by_outlet(pl.DataFrame({"article": ["a", "b", "c"], "outlet": ["y", "x", "y"]})).rows()
    [('x', 1, ['b']), ('y', 2, ['a', 'c'])]
    """
    return articles.group_by("outlet").agg(articles=pl.len(), records=pl.col("article").sort()).sort("outlet")
