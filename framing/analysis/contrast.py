"""A few articles beside one another, aspect by aspect: what each says, and where they differ."""

from collections.abc import Sequence
from typing import Literal, get_args

import polars as pl

from framing.analysis.grounds import INFERRED
from framing.analysis.reading import Reading
from framing.analysis.table import Types

MOST = 4
"""The most articles that are set beside one another aspect by aspect."""
Aspect = Literal["primary", "secondary", "value"]


def contrast(read: Reading, articles: Sequence[str], variables: Sequence[str]) -> pl.DataFrame:
    """What some articles say on each aspect of a coding, and whether they differ in it.

    Articles differ on their frames where these are not the same, and on a variable where two of them answer it differently. An
    article that does not answer, for whatever reason, differs from nobody.

    Args:
        read: a reading.
        articles: ids, in the order in which they shall stand; one that is not in the reading has no row.
        variables: which variables, in order.

    Returns:
        One row per (aspect, article): ``asked`` (primary, secondary or value), ``of`` (the variable; empty for frames), ``article``,
        ``answers`` (ids in order; none for an article without a secondary frame or an answer), ``missing`` (why there is no answer),
        ``inferred`` (whether an answer is), ``differ`` (the same for all articles of the aspect).

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> rows = contrast(reading(study().tables), ["sankei-2016-01-31", "yomiuri-2016-02-09"], ["prospect"])
    >>> rows.select("asked", "answers", "differ").rows()[:2]
    [('primary', ['territory'], True), ('primary', ['geopolitics'], True)]
    """
    found = pl.concat([_framed(read, articles), _answered(read, articles, variables)])
    told, aspect = pl.col("answers").list.join("\n"), ["asked", "of"]
    comparable = (pl.col("asked") != "value") | pl.col("missing").is_null()
    return found.with_columns(differ=told.filter(comparable).n_unique().over(aspect) > 1)


def few(articles: pl.DataFrame) -> bool:
    """Whether some articles can be contrasted: two or more of different outlets, and no more than ``MOST``.

    >>> few(pl.DataFrame({"article": ["a", "b"], "outlet": ["x", "y"]})), few(pl.DataFrame({"article": ["a", "b"], "outlet": ["x", "x"]}))
    (True, False)
    """
    return articles["outlet"].n_unique() > 1 and articles["article"].n_unique() <= MOST


def rivals(articles: pl.DataFrame, outlets: pl.DataFrame) -> tuple[str, str] | None:
    """The two outlets of one country that have the most articles between them.

    Args:
        articles: one row per article.
        outlets: the outlet table, or any selection of it.

    Returns:
        Their ids, the one with more articles first; of equals, the first in the register. None where no country has two with articles.

    >>> outlets = pl.DataFrame({"outlet": ["x", "y", "z"], "country": ["JP", "RU", "JP"]})
    >>> rivals(pl.DataFrame({"article": ["a", "b", "c", "d"], "outlet": ["x", "y", "y", "z"]}), outlets)
    ('x', 'z')
    """
    counts = articles.group_by("outlet").agg(articles=pl.len())
    held = outlets.select("outlet", "country").join(counts, on="outlet", maintain_order="left")
    ranked = held.sort("articles", descending=True, maintain_order=True).group_by("country", maintain_order=True)
    pairs = [part.head(2) for _, part in ranked if part.height > 1]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: int(pair["articles"].sum()))
    return str(best["outlet"][0]), str(best["outlet"][1])


def side_by_side(rows: pl.DataFrame) -> pl.DataFrame:
    """A contrast as a table for a screen.

    Args:
        rows: as from ``contrast``.

    Returns:
        One row per aspect that any article answers: ``aspect``, ``differ`` (≠ or nothing), and a column per article.

    >>> rows = pl.DataFrame({"asked": "value", "of": "hope", "article": ["a", "b"], "answers": [["1"], []], "missing": [None, "unknown"],
    ...     "differ": False})
    >>> side_by_side(rows).rows()
    [('hope', '', '1', 'unknown')]
    """
    aspect = pl.when(pl.col("of") == "").then("asked").otherwise("of").alias("aspect")
    told = pl.coalesce("missing", pl.col("answers").list.join(", "))
    mark = pl.when("differ").then(pl.lit("≠")).otherwise(pl.lit(""))
    answered = rows.filter((pl.col("answers").list.len() > 0).any().over("asked", "of"))
    named = answered.select(aspect, "article", differ=mark, told=told)
    return named.pivot("article", index=["aspect", "differ"], values="told", aggregate_function="first")


def _framed(read: Reading, articles: Sequence[str]) -> pl.DataFrame:
    rows = []
    for asked in get_args(Aspect)[:2]:
        for article in _read(read, articles):
            mine = read.frames.filter(pl.col("article") == article, pl.col("role").cast(pl.String) == asked)
            rows.append((asked, "", article, mine.sort("frame")["frame"].cast(pl.String).to_list(), None, False))
    return _table(rows)


def _answered(read: Reading, articles: Sequence[str], variables: Sequence[str]) -> pl.DataFrame:
    rows = []
    for variable in variables:
        for article in _read(read, articles):
            mine = read.values.filter(pl.col("article") == article, pl.col("variable").cast(pl.String) == variable)
            answers = mine["value"].drop_nulls().unique(maintain_order=True).to_list()
            reason = mine["missing"].cast(pl.String).drop_nulls().to_list()
            if mine.height:
                follows = bool(mine.select(INFERRED.any()).item())
                rows.append(("value", variable, article, answers, None if answers else reason[0], follows))
    return _table(rows)


def _read(read: Reading, articles: Sequence[str]) -> list[str]:
    held = set(read.articles["article"])
    return [article for article in articles if article in held]


def _table(rows: Sequence[tuple[str, str, str, list[str], str | None, bool]]) -> pl.DataFrame:
    schema: Types = {
        "asked": pl.String,
        "of": pl.String,
        "article": pl.String,
        "answers": pl.List(pl.String),
        "missing": pl.String,
        "inferred": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")
