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

import polars as pl

from framing.analysis.cells import WEIGHT, grid, hits, of_every, shares, shown_as, sizes, vocabulary
from framing.analysis.drawn import effective, with_draw
from framing.analysis.floors import SHARE
from framing.analysis.grounds import INFERRED
from framing.analysis.reading import Roles, answer, in_role
from framing.analysis.table import MISSING, UNSEEN
from framing.refusal import Refusal

Table = pl.DataFrame | pl.LazyFrame


def _of(values: Table, variables: Sequence[str]) -> pl.LazyFrame:
    return values.lazy().filter(pl.col("variable").cast(pl.String).is_in(list(variables)))


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
    frames, articles = frames.lazy(), articles.lazy()
    clusters = sizes(articles, by)
    found = hits(in_role(frames, role), [*by, "frame"], clusters, by)
    return (
        shares(of_every(grid(articles, by, vocabulary(frames, "frame")), found), clusters, by)
        .sort(*by, "frame")
        .collect()
    )


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
    groups, reason = [*by, "variable"], pl.col("missing").cast(pl.String)
    chosen = _of(values, variables).drop_nulls(list(by))
    chosen = chosen.with_columns(answer(), missing=reason.is_not_null(), unseen=reason.eq_missing(UNSEEN))
    given, without = chosen.filter(~pl.col("missing")), chosen.filter("missing")
    cells = pl.concat([_value_shares(given, given, groups), _value_shares(without, chosen, groups)])
    asked = chosen.group_by(groups).agg(asked=pl.col("article").n_unique())
    grounds = chosen.group_by(*groups, "value").agg(inferred=INFERRED.sum())
    counts = cells.join(asked, on=groups, how="left").join(grounds, on=[*groups, "value"], how="left")
    return counts.sort(*groups, "value").collect()


def _value_shares(answers: pl.LazyFrame, every: pl.LazyFrame, groups: Sequence[str]) -> pl.LazyFrame:
    """Shares of some answers among the articles that count for them."""
    clusters = sizes(every.unique(["article", *groups], maintain_order=True), groups)
    return shares(hits(answers, [*groups, "value", "missing", "unseen"], clusters, groups), clusters, groups)


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
    return _of(values, [variable]).sort("published", "article").collect()


def weighted_median(scores: pl.Expr, weights: pl.Expr) -> pl.Expr:
    """The score that halves the weights: the ordinary median where all weigh alike.

    >>> pl.DataFrame({"s": [1, 2, 2], "w": [1.0, 0.5, 0.5]}).select(weighted_median(pl.col("s"), pl.col("w"))).item()
    1.5
    """
    ranked, reached = scores.sort_by(scores), weights.sort_by(scores).cum_sum().round(9)
    half = (weights.sum() / 2).round(9)
    return (ranked.filter(reached >= half).first() + ranked.filter(reached > half).first()) / 2


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
    groups, scored = [*by, "variable"], pl.col("score").is_not_null()
    n = effective(pl.col("weight").filter(scored), pl.col("relative").filter(scored))
    middle = weighted_median(pl.col("score").filter(scored), pl.col("weight").filter(scored))
    figures = {"median": middle, "lowest": pl.col("score").min(), "highest": pl.col("score").max()}
    summaries = (
        with_draw(_of(values, variables))
        .drop_nulls(list(by))
        .group_by(groups)
        .agg(
            of=pl.len(),
            expressed=scored.sum(),
            inferred=INFERRED.sum(),
            **{name: pl.when(n >= SHARE).then(figure) for name, figure in figures.items()},
            **{reason: (pl.col("missing").cast(pl.String) == reason).sum() for reason in MISSING.categories},
            records=pl.col("article").filter(scored).sort(),
            shown=shown_as(scored.sum(), n),
        )
    )
    return summaries.sort(groups).collect()


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
    one, pair = frames.lazy().select("article", "frame"), ["frame", "with_frame"]
    words = vocabulary(one, "frame")
    together = one.join(one.rename({"frame": "with_frame"}), on="article").group_by(pair)
    counts = together.agg(articles=pl.len(), records=pl.col("article").sort())
    return (
        words.join(words.rename({"frame": "with_frame"}), how="cross")
        .join(counts, on=pair, how="left")
        .with_columns(pl.col("articles").fill_null(0), pl.col("records").fill_null([]))
        .sort(pair)
        .collect()
    )


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


def circularity(frames: Table, articles: Table) -> pl.DataFrame | Refusal:
    """How often a coded frame is the theme of the section that cites the article: a high share may be the source's doing.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article, with ``section_theme``.

    Returns:
        Two rows, ``role`` primary and any: ``articles`` (count) that agree, ``of`` those with a theme; ``weight`` of
        ``n`` (bundles weigh one together); ``share`` (weight / n, 0 to 1), ``shown`` (see ``floors``) and ``records``;
        or a refusal when no section has a theme.

    >>> frames = pl.DataFrame({"article": ["a", "b"], "frame": ["war", "trade"], "role": ["primary", "primary"]})
    >>> articles = pl.DataFrame({"article": ["a", "b"], "section_theme": ["war", "war"], "weight": [1.0, 1.0]})
    >>> circularity(frames, articles).select("role", "articles", "of", "shown").rows()
    [('primary', 1, 2, 'count'), ('any', 1, 2, 'count')]
    """
    themed = articles.lazy().select("article", "weight", theme="section_theme").drop_nulls("theme")
    total = themed.select(of=pl.len(), n=WEIGHT)
    if total.collect()["of"].item() == 0:
        reason = "No article is cited by a section with a theme."
        return Refusal("no_themes", reason, "Themes of sections in sources.json.")
    agreeing = (
        frames.lazy()
        .select("article", "frame", "role")
        .join(themed, on="article")
        .filter(pl.col("frame").cast(pl.String) == pl.col("theme"))
    )
    records = pl.col("article").sort().implode()
    rows = [
        in_role(agreeing, role).select(role=pl.lit(role), articles=pl.len(), weight=WEIGHT, records=records)
        for role in ("primary", "any")
    ]
    share, shown = pl.col("weight") / pl.col("n"), shown_as(pl.col("of"), pl.col("n"))
    table = pl.concat(rows).join(total, how="cross", maintain_order="left")
    return table.select("role", "articles", "of", "weight", "n", share=share, shown=shown, records="records").collect()


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
