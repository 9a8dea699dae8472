"""The numbers of the measures of ``framing.analysis.measure`` without the ids of articles, from tables of any engine.

Each function takes tables that Narwhals knows: Polars frames, lazy or not, DuckDB relations, Spark DataFrames. Sums are computed
where the tables are (``framing.analysis.sums``), one small row per cell comes back, and the table is a Polars frame. ``records`` looks
up which articles lie in the cells that somebody wants to see.

The tables are those of a reading; what must be in them stands in ``docs/how-to/scale.md``.
"""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from framing.analysis.cells import grid, of_every, shares, shown_as
from framing.analysis.cells import words as words_of
from framing.analysis.drawn import Lazy, evened, kish
from framing.analysis.floors import SHARE
from framing.analysis.reading import Roles
from framing.analysis.sums import INFERRED, WEIGHT, answered, collected, hits, relative, rows, sizes, totals
from framing.analysis.table import MISSING, UNSEEN

COUNTS = ("articles", "of", "events", "asked", "inferred", "expressed", *MISSING.categories)
"""Columns that count articles: whole numbers, however wide the engine makes them."""


def frame_totals(frames: Any, articles: Any, by: Sequence[str] = ("outlet",), role: Roles = "primary") -> pl.DataFrame:
    """Share of each group's articles that carry each frame dimension: ``measure.frame_shares`` without ``records``.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article of the same reading: the denominator.
        by: columns that make the groups; none for all together.
        role: which frames count.

    Returns:
        One row per (group, frame), with the columns of ``measure.frame_shares`` but the last.

    >>> articles = pl.LazyFrame({"article": ["a", "b"], "outlet": "x", "weight": 1.0, "sampling": "census", "cluster": "e"})
    >>> frames = articles.with_columns(frame=pl.Series(["war", "trade"]), role=pl.lit("primary"))
    >>> frame_totals(frames, articles).select("outlet", "frame", "articles", "of").rows()
    [('x', 'trade', 1, 2), ('x', 'war', 1, 2)]
    """
    every, pieces = rows(frames), sizes(answered(rows(articles), by), by)
    chosen = every if role == "any" else every.filter(nw.col("role").cast(nw.String) == role)
    keys = [*by, "frame"]
    found = hits(answered(chosen, keys), keys, pieces, by)
    cells, groups, words = collected(found, totals(pieces, by), _vocabulary(every, "frame"))
    table = shares(of_every(grid(groups, by, words_of(words, "frame")), cells), groups, by)
    return _counted(table).select(*by, "frame", *SHARES).sort(*by, "frame")


def answer_shares(table: Any, articles: Any, by: Sequence[str], answer: str) -> pl.DataFrame:
    """Shares of the answers that occur in each group, without the cells in which nothing lies.

    Args:
        table: one row per (article, answer).
        articles: one row per article: the denominator.
        by: columns that make the groups.
        answer: the column of the answer.

    >>> articles = pl.DataFrame({"article": ["a"], "side": "x", "weight": 1.0, "sampling": "census", "cluster": "e", "frame": "war"})
    >>> answer_shares(articles, articles, ["side"], "frame").select("side", "frame", "share").rows()
    [('x', 'war', 1.0)]
    """
    keys, pieces = [*by, answer], sizes(answered(rows(articles), by), by)
    cells, groups = collected(hits(answered(rows(table), keys), keys, pieces, by), totals(pieces, by))
    return _counted(shares(cells, groups, by))


def value_totals(values: Any, variables: Sequence[str], by: Sequence[str] = ("outlet",)) -> pl.DataFrame:
    """How many articles of each group have each value of some variables: ``measure.value_counts`` without ``records``.

    Args:
        values: one row per (article, variable) of a reading, of a set one per value in it. A column ``once``, true of one row of
            each (article, variable), spares the search for articles that stand in several rows.
        variables: which variables.
        by: columns that make the groups; none for all together.

    Returns:
        One row per (group, variable, value) that occurs, with the columns of ``measure.value_counts`` but ``records``.

    >>> values = pl.LazyFrame({"article": ["a", "b"], "outlet": ["x", "x"], "weight": 1.0, "sampling": "census",
    ...     "cluster": "e", "variable": "obstacle", "value": ["us_west", None], "missing": [None, "unknown"],
    ...     "ground": ["attributed", None]})
    >>> value_totals(values, ["obstacle"]).select("value", "articles", "of", "share", "missing").rows()
    [('unknown', 1, 2, 0.5, True), ('us_west', 1, 1, 1.0, False)]
    """
    groups, cell = [*by, "variable"], [*by, "variable", "missing"]
    chosen, keys = answers(values, variables, by), [*cell, "value", "unseen"]
    inside = answered(chosen.with_columns(part=_part(chosen, groups)), keys)
    given = sizes(inside.filter(~nw.col("missing")), groups).with_columns(missing=nw.lit(value=False))
    every = sizes(inside, groups).with_columns(missing=nw.lit(value=True))
    pieces = nw.concat([given, every])
    cells, counted = collected(hits(inside, keys, pieces, cell), totals(pieces, cell))
    asked = counted.filter("missing").select(*groups, asked="of")
    table = shares(cells, counted, cell).join(asked, on=groups, how="left")
    named = (*groups, "value", "missing", "unseen")
    return _counted(table).select(*named, *SHARES, "asked", "inferred").sort(*groups, "value")


def position_totals(values: Any, variables: Sequence[str], by: Sequence[str] = ("outlet",)) -> pl.DataFrame:
    """The middle of each group on ordered scales: ``measure.position_summary`` without ``records``.

    Args:
        values: one row per (article, variable) of a reading.
        variables: ordinal variables.
        by: columns that make the groups; none for all together.

    Returns:
        One row per (group, variable), with the columns of ``measure.position_summary`` but ``records``.

    >>> values = pl.LazyFrame({"article": list("abcde"), "outlet": "x", "weight": 1.0, "variable": "stance",
    ...                        "score": [1, 1, 2, 0, 1], "missing": [None] * 5, "ground": "attributed"})
    >>> position_totals(values, ["stance"]).select("expressed", "median", "shown").rows()
    [(5, 1.0, 'indicative')]
    """
    groups, chosen = [*by, "variable"], of_variables(values, variables, by)
    reason = nw.col("missing").cast(nw.String)
    sums = {
        "articles": nw.len(), "weight": nw.col("weight").sum(), "spread": (nw.col("weight") * relative(chosen)).sum(),
        "inferred": INFERRED,
    }  # fmt: skip
    (found,) = collected(chosen.with_columns(missing=reason).group_by(*groups, "score", "missing").agg(**sums))
    articles, scored = pl.col("articles"), pl.col("score").is_not_null()
    weight, spread = pl.col("weight").filter(scored), pl.col("spread").filter(scored)
    n, middle = kish(weight.sum(), spread.sum()), weighted_median(pl.col("score").filter(scored), weight)
    figures = {"median": middle, "lowest": pl.col("score").min(), "highest": pl.col("score").max()}
    summaries = found.group_by(groups).agg(
        of=articles.sum(),
        expressed=articles.filter(scored).sum(),
        inferred=pl.col("inferred").sum(),
        **{name: pl.when(n >= SHARE).then(figure) for name, figure in figures.items()},
        **{reason: articles.filter(pl.col("missing") == reason).sum() for reason in MISSING.categories},
        shown=shown_as(articles.filter(scored).sum(), n),
    )
    return _counted(summaries).sort(groups)


def weighted_median(scores: pl.Expr, weights: pl.Expr) -> pl.Expr:
    """The score that halves the weights: the ordinary median where all weigh alike.

    >>> pl.DataFrame({"s": [1, 2, 2], "w": [1.0, 0.5, 0.5]}).select(weighted_median(pl.col("s"), pl.col("w"))).item()
    1.5
    """
    ranked, reached = scores.sort_by(scores), weights.sort_by(scores).cum_sum().round(9)
    half = (weights.sum() / 2).round(9)
    return (ranked.filter(reached >= half).first() + ranked.filter(reached > half).first()) / 2


def pair_totals(frames: Any) -> pl.DataFrame:
    """How many articles carry two frame dimensions together: ``measure.frame_cooccurrence`` without ``records``.

    Args:
        frames: one row per (article, frame) of a reading.

    Returns:
        One row per ordered pair (``frame``, ``with_frame``) of the whole vocabulary: ``articles`` (count).

    >>> frames = pl.LazyFrame({"article": ["a", "a", "b"], "frame": ["war", "trade", "war"]})
    >>> pair_totals(frames).rows()
    [('trade', 'trade', 1), ('trade', 'war', 1), ('war', 'trade', 1), ('war', 'war', 2)]
    """
    every, pair = rows(frames), ["frame", "with_frame"]
    counts, occurring = collected(pairs(every).group_by(*pair).agg(articles=nw.len()), _vocabulary(every, "frame"))
    words = words_of(occurring, "frame")
    table = words.join(words.rename({"frame": "with_frame"}), how="cross").join(counts, on=pair, how="left")
    return _counted(table.with_columns(pl.col("articles").fill_null(0))).sort(pair)


def pairs(frames: Lazy) -> Lazy:
    """One row per article and ordered pair of its frames."""
    one = frames.select("article", "frame")
    return one.join(one.rename({"frame": "with_frame"}), on="article")


def theme_totals(frames: Any, articles: Any) -> pl.DataFrame:
    """How often a coded frame is the theme of the section that cites the article: ``measure.circularity`` without ``records``.

    Args:
        frames: one row per (article, frame) of a reading.
        articles: one row per article, with ``section_theme``.

    Returns:
        One row per ``role`` (primary, any): ``articles`` that agree ``of`` those with a theme, ``weight`` of ``n``, ``share``
        (null where no section has a theme), ``shown``, and ``descriptions``, on how many the articles with a theme rest.

    >>> frames = pl.LazyFrame({"article": ["a", "b"], "frame": ["war", "trade"], "role": ["primary", "primary"]})
    >>> articles = pl.LazyFrame({"article": ["a", "b"], "section_theme": ["war", "war"], "weight": [1.0, 1.0]})
    >>> theme_totals(frames, articles).select("role", "articles", "of", "share").rows()
    [('primary', 1, 2, 0.5), ('any', 1, 2, 0.5)]
    """
    sums = {"articles": nw.len(), "weight": WEIGHT}
    agreeing, weight, drawn = (
        on_theme(frames, articles).group_by("role").agg(**sums),
        nw.col("weight"),
        nw.col("relative"),
    )
    cited = themes(articles).select(**sums, spread=(weight * drawn).sum(), descriptions=(weight / drawn).sum())
    found, themed = collected(agreeing, cited)
    even = themed.select(even=evened(pl.col("weight"), pl.col("spread")))["even"].item()
    counted = {"articles": pl.col("articles").sum(), "weight": (pl.col("weight").sum() * even).round(9)}
    primary = found.filter(pl.col("role").cast(pl.String) == "primary")
    sides = [side.select(role=pl.lit(role), **counted) for role, side in (("primary", primary), ("any", found))]
    table = pl.concat(sides).join(
        themed.select(pl.col("descriptions").round(9), of="articles", n=(pl.col("weight") * even).round(9)),
        how="cross", maintain_order="left",
    )  # fmt: skip
    share, shown = pl.when(pl.col("of") > 0).then(pl.col("weight") / pl.col("n")), shown_as(pl.col("of"), pl.col("n"))
    told = ("role", "articles", "of", "weight", "n", "descriptions")
    return _counted(table).select(*told, share=share, shown=shown)


def themes(articles: Any) -> Lazy:
    """The articles whose section has a theme, with their weights."""
    every = rows(articles)
    named = every.select("article", "weight", relative=relative(every), theme=nw.col("section_theme").cast(nw.String))
    return named.drop_nulls("theme")


def on_theme(frames: Any, articles: Any) -> Lazy:
    """The frames that are the theme of the section that cites their article."""
    coded = rows(frames).select("article", "role", frame=nw.col("frame").cast(nw.String))
    return coded.join(themes(articles), left_on=["article", "frame"], right_on=["article", "theme"])


def of_variables(values: Any, variables: Sequence[str], by: Sequence[str]) -> Lazy:
    """The rows of some variables that belong to a group."""
    chosen = rows(values).filter(nw.col("variable").cast(nw.String).is_in(list(variables)))
    return chosen.drop_nulls(list(by)) if by else chosen


def answers(values: Any, variables: Sequence[str], by: Sequence[str]) -> Lazy:
    """The rows of some variables in groups, with the answer as text, whether it says why there is none, and whether that is unseen."""
    reason = nw.col("missing").cast(nw.String)
    return of_variables(values, variables, by).with_columns(
        value=nw.coalesce(nw.col("value"), reason),
        missing=~reason.is_null(),
        unseen=(reason == UNSEEN).fill_null(value=False),
    )


def _part(values: Lazy, groups: Sequence[str]) -> nw.Expr:
    """How much of its article each row stands for: an article has a row per value of a set, and counts once."""
    if "once" in values.collect_schema().names():
        return nw.when(nw.col("once")).then(nw.lit(1)).otherwise(nw.lit(0))
    return 1 / nw.len().over("article", *groups)


def _vocabulary(table: Lazy, name: str) -> Lazy:
    """The values of a column that occur; where the column knows all, one row is enough to tell them."""
    chosen = table.select(name)
    known = isinstance(table.collect_schema()[name], nw.Enum)
    return chosen.head(0) if known else chosen.unique()


SHARES = ("articles", "weight", "of", "n", "events", "interval_by", "low", "high", "share", "shown")
"""Columns of a table of shares, after those that name a cell."""


def _counted(table: pl.DataFrame) -> pl.DataFrame:
    return table.with_columns(pl.col(name).round().cast(pl.UInt32) for name in COUNTS if name in table.columns)


def records(table: Any, cells: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """The articles that lie in cells, looked up for those cells alone.

    Args:
        table: the table whose articles the cells count, of any engine: for ``frame_totals`` its frames in their role, for
            ``value_totals`` what ``answers`` gives.
        cells: the cells to be shown, a few of them.
        keys: the columns that name a cell, in both.

    Returns:
        The cells in their order with ``records``, the ids of their articles, sorted.

    >>> frames = pl.LazyFrame({"article": ["b", "a", "c"], "frame": ["war", "war", "trade"]})
    >>> records(frames, pl.DataFrame({"frame": ["war"]}), ["frame"])["records"].to_list()
    [['a', 'b']]
    """
    source = table if isinstance(table, nw.LazyFrame) else rows(table)
    for key in keys:
        column = nw.col(key).cast(nw.String) if cells[key].dtype == pl.Enum else nw.col(key)
        source = source.filter(column.is_in(cells[key].unique().to_list()))
    (found,) = collected(source.select(*keys, "article"))
    return with_records(cells, found, keys)


def with_records(
    cells: pl.DataFrame, table: pl.DataFrame | pl.LazyFrame, keys: Sequence[str], after: str = ""
) -> pl.DataFrame:
    """Cells with the ids of all articles of a table that lie in them, behind a column or at the end."""
    inside = table.lazy().group_by(keys).agg(records=pl.col("article").sort()).collect()
    joined = cells.join(inside, on=list(keys), how="left", maintain_order="left")
    place = cells.columns.index(after) + 1 if after else cells.width
    return joined.select(*cells.columns[:place], pl.col("records").fill_null([]), *cells.columns[place:])
