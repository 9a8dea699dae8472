"""What adjudication decided, and what it changed."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from framing.study.answers import others, places
from framing.study.outcomes import changes

Record = Mapping[str, Any]


def by_article(codings: Iterable[Record]) -> dict[str, list[Any]]:
    """The codings of each article, of any coder and phase, in their order.

    >>> by_article([{"article": "x", "coder": "a"}, {"article": "y", "coder": "a"}, {"article": "x", "coder": "b"}]).keys()
    dict_keys(['x', 'y'])
    """
    articles: dict[str, list[Any]] = {}
    for coding in codings:
        articles.setdefault(coding["article"], []).append(coding)
    return articles


def decisions(codings: Iterable[Record]) -> pl.DataFrame:
    """Every decision of the adjudicated records.

    Returns:
        One row per decision, in the order of the records: ``article``, ``value`` (JSON Pointer), ``follows`` (a coder, or
        neither), ``reason``, ``comment``.

    >>> made = {"value": "/values/tone", "by": "c", "follows": "a", "reason": "slip", "comment": "Line 3."}
    >>> decisions([{"article": "x", "phase": "adjudicated", "decisions": [made]}]).rows()
    [('x', '/values/tone', 'a', 'slip', 'Line 3.')]
    """
    columns = ("value", "follows", "reason", "comment")
    rows = [
        (coding["article"], *(decision[name] for name in columns))
        for coding in codings
        if coding["phase"] == "adjudicated"
        for decision in coding["decisions"]
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(("article", *columns), pl.String), orient="row")


def reasons(made: pl.DataFrame) -> pl.DataFrame:
    """Why the coders differed.

    Returns:
        One row per ``reason`` of the decisions, the most frequent first, with its number of ``decisions``.

    >>> reasons(pl.DataFrame({"reason": ["slip", "codebook_gap", "codebook_gap"]})).rows()
    [('codebook_gap', 2), ('slip', 1)]
    """
    counted = made.group_by("reason", maintain_order=True).agg(decisions=pl.len())
    return counted.sort("decisions", descending=True, maintain_order=True)


def changed_values(codings: Iterable[Record]) -> pl.DataFrame:
    """How many of the values that each coder gave were changed by adjudication.

    Returns:
        One row per ``coder`` of the main phase who coded an adjudicated article, by name: ``changed`` of ``of`` values
        in these articles, the event, primary frame and secondary frames of an article being one each, and the further events
        where somebody names any; ``share`` (0 to 1).

    >>> main = {"article": "x", "phase": "main", "coder": "a", "event": {"id": None, "relation": None},
    ...         "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}}
    >>> changed_values([main, main | {"phase": "adjudicated", "coder": "judge", "values": {"tone": 0}}]).rows()
    [('a', 1, 4, 0.25)]
    """
    settled = [held for held in by_article(codings).values() if any(one["phase"] == "adjudicated" for one in held)]
    rows = [(*pair, _values(held)) for held in settled for pair in changes(held).items()]
    counts = pl.DataFrame(rows, schema={"coder": pl.String, "changed": pl.Int64, "of": pl.Int64}, orient="row")
    summed = counts.group_by("coder").agg(pl.col("changed", "of").sum())
    return summed.with_columns(share=pl.col("changed") / pl.col("of")).sort("coder")


def _values(codings: list[Record]) -> int:
    """How many values stand in each coding of an article."""
    named = any(others(coding) for coding in codings)
    return len(places(codings[0]["values"])) - (not named)
