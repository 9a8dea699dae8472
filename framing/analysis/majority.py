"""What most of the coders of an article say, value by value; nothing is averaged."""

from functools import reduce
from typing import NamedTuple

import polars as pl

from framing.analysis.choices import Alone
from framing.analysis.grounds import any_inferred


class Codings(NamedTuple):
    """Some codings of a study, with their frames and values.

    Attributes:
        codings: rows of the coding table.
        frames: rows of the frame table of these codings.
        values: rows of the value table of these codings.
    """

    codings: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame


def _voted(votes: pl.DataFrame, keys: list[str], choice: list[str]) -> pl.DataFrame:
    """The choice of more than half of the coders, or else of the first coder, and which of the two it is.

    Args:
        votes: one row per (keys, coder).
        keys: what is decided, for example article and variable.
        choice: the columns that make up one answer.

    Returns:
        One row per keys: the choice, and ``settled`` (majority, or coder:X).
    """
    counted = votes.with_columns(
        votes=pl.len().over([*keys, *choice]), cast=pl.len().over(keys), rank=pl.col("coder").to_physical()
    ).with_columns(majority=pl.col("votes") * 2 > pl.col("cast"))
    first = pl.format(str(Alone("{}")), pl.col("coder").cast(pl.String))
    several = pl.col("majority") & (pl.col("cast") > 1)
    return (
        counted.sort([*keys, "majority", "rank"], descending=[*[False] * len(keys), True, False])
        .group_by(keys, maintain_order=True)
        .first()
        .with_columns(settled=pl.when(several).then(pl.lit("majority")).otherwise(first))
        .select(*keys, *choice, "settled")
    )


def majority(main: Codings) -> Codings:
    """What more than half of the coders of each article say, value by value, and where there is no majority the first of them.

    Args:
        main: the codings that vote.

    Returns:
        One coding per article, with ``settled`` (which step of the rule gave the primary frame) and ``coders`` (who voted).
    """
    codings = main.codings
    primary = _voted(codings, ["article"], ["primary"])
    event = _voted(codings, ["article"], ["event"]).drop("settled")
    of_event = codings.join(event, on=["article", "event"], how="semi", nulls_equal=True)
    relation = _voted(of_event, ["article"], ["relation"]).drop("settled")
    rest = codings.group_by("article").agg(
        confidence=pl.col("confidence").min(), coders=pl.col("coder").cast(pl.String).sort().str.join(" ")
    )
    decided = [event, relation, _majority_others(codings, event), rest]
    rows = reduce(lambda rows, one: rows.join(one, on="article"), decided, primary)
    return Codings(rows, _majority_frames(main, primary), _majority_values(main.values))


def _majority_values(values: pl.DataFrame) -> pl.DataFrame:
    """The values and missing values that more than half of the coders give; where there is none, all that the first coder gives.

    Each stands on the ground that most of those give it who give it.
    """
    keys, choice, rank = ["article", "variable"], ["value", "score", "missing"], pl.col("coder").to_physical()
    several = values["coder"].n_unique() > 1
    standing = _standing(values, keys, choice) if several else values
    ranked = standing.sort(*keys, rank, maintain_order=True)
    if not (several and any_inferred(values)):  # then whoever gives an answer gives it on the same ground
        return ranked.select(*keys, *choice, "ground").unique([*keys, *choice], keep="first", maintain_order=True)
    chosen = ranked.select(*keys, *choice).unique(maintain_order=True)
    giving = values.join(chosen, on=[*keys, *choice], how="semi", nulls_equal=True)
    grounds = _voted(giving, [*keys, *choice], ["ground"]).drop("settled")
    return chosen.join(grounds, on=[*keys, *choice], how="left", nulls_equal=True, maintain_order="left")


def _standing(values: pl.DataFrame, keys: list[str], choice: list[str]) -> pl.DataFrame:
    """What more than half of the coders give; where there is none, what the first of them gives."""
    rank = pl.col("coder").to_physical()
    counted = values.with_columns(
        most=pl.len().over([*keys, *choice]) * 2 > pl.col("coder").n_unique().over(keys),
        first=rank == rank.min().over(keys),
    )
    return counted.filter(pl.when(pl.col("most").any().over(keys)).then("most").otherwise("first"))


def _majority_others(codings: pl.DataFrame, event: pl.DataFrame) -> pl.DataFrame:
    """The further events that more than half of the coders name beside another one; none beside no event.

    Returns:
        One row per article: ``others``.
    """
    named = codings.select("article", "others", cast=pl.len().over("article")).explode("others").drop_nulls("others")
    votes = named.group_by("article", "others", "cast").len().filter(pl.col("len") * 2 > pl.col("cast"))
    found = (
        votes.join(event.drop_nulls("event"), on="article")
        .filter(pl.col("others") != pl.col("event"))
        .group_by("article")
        .agg(pl.col("others").sort())
    )
    return event.select("article").join(found, on="article", how="left").with_columns(pl.col("others").fill_null([]))


def _majority_frames(main: Codings, primary: pl.DataFrame) -> pl.DataFrame:
    """The primary frame, and every other frame that more than half of the coders see in either role."""
    coders = main.codings.group_by("article").agg(cast=pl.len())
    seen = main.frames.group_by("article", "frame").agg(votes=pl.len()).join(coders, on="article")
    firsts = primary.select("article", frame="primary", role=pl.lit("primary", main.frames.schema["role"]))
    others = (
        seen.filter(pl.col("votes") * 2 > pl.col("cast"))
        .join(firsts, on=["article", "frame"], how="anti")
        .select("article", "frame", role=pl.lit("secondary", main.frames.schema["role"]))
    )
    return pl.concat([firsts, others]).sort("article", "role", "frame")
