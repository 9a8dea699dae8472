"""What most coders say of a value, against the rule in plain words."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.grounds import GROUND
from framing.analysis.majority import Codings, majority
from framing.analysis.table import ROLE

CODER, VARIABLE, FRAME = pl.Enum(["b", "a", "c"]), pl.Enum(["tone", "voices"]), pl.Enum(["war"])
SILENT = pl.Enum(["unknown"])
ANSWERS = st.sampled_from(["1", "2", "unknown"])
GROUNDS = st.sampled_from(["attributed", "inferred"])
SAID = st.tuples(st.lists(ANSWERS, min_size=1, max_size=2, unique=True), GROUNDS)
CODINGS = st.dictionaries(
    st.tuples(st.sampled_from(["x", "y"]), st.sampled_from(CODER.categories.to_list())),
    st.dictionaries(st.sampled_from(VARIABLE.categories.to_list()), SAID),
    min_size=1,
)
Said = dict[tuple[str, str], dict[str, tuple[list[str], str]]]
Row = tuple[str, str, str, str, str | None]
"""Article, variable, coder, answer, ground."""


def rows(said: Said) -> list[Row]:
    return [
        (article, variable, coder, answer, None if answer == "unknown" else ground)
        for (article, coder), given in said.items()
        for variable, (answers, ground) in given.items()
        for answer in answers
    ]


def codings(said: Said) -> Codings:
    """Codings that are alike in everything but their values."""
    keys = list(said)
    types = {"article": pl.String, "variable": VARIABLE, "coder": CODER, "answer": pl.String, "ground": GROUND}
    unsaid = pl.col("answer") == "unknown"
    values = pl.DataFrame(rows(said), schema=types, orient="row").select(
        "article",
        "coder",
        "variable",
        value=pl.when(~unsaid).then("answer"),
        score=pl.when(~unsaid).then("answer").cast(pl.Int64),
        missing=pl.when(unsaid).then("answer").cast(SILENT),
        ground="ground",
    )
    of = {"article": [article for article, _ in keys], "coder": pl.Series([coder for _, coder in keys], dtype=CODER)}
    alike = {"event": None, "relation": None, "confidence": 1}
    primary, others = pl.lit("war", FRAME).alias("primary"), pl.lit(None, pl.List(pl.String)).alias("others")
    coded = pl.DataFrame(of).with_columns(primary, others, **{name: pl.lit(value) for name, value in alike.items()})
    frames = coded.select("article", "coder", pl.col("primary").alias("frame"), role=pl.lit("primary", ROLE))
    return Codings(coded, frames, values)


def decided(said: Said) -> Iterator[tuple[Any, ...]]:
    """What more than half of the coders of a question answer, else what the first in the register does; each on the ground that most give it."""
    order, places = CODER.categories.to_list(), VARIABLE.categories.to_list()
    listed = sorted(rows(said), key=lambda row: (row[0], places.index(row[1]), order.index(row[2])))
    for (article, variable), answered in groupby(listed, key=lambda row: row[:2]):
        of_question = list(answered)
        coders = list(dict.fromkeys(row[2] for row in of_question))
        grounds: dict[str, list[str | None]] = {}
        for *_, answer, ground in of_question:
            grounds.setdefault(answer, []).append(ground)
        most = [answer for answer, found in grounds.items() if 2 * len(found) > len(coders)]
        for answer in most or [row[3] for row in of_question if row[2] == coders[0]]:
            found = grounds[answer]
            ground = next((one for one in found if 2 * found.count(one) > len(found)), found[0])
            yield article, variable, answer, ground


@given(CODINGS)
def test_values_stand_as_most_give_them(said: Said) -> None:
    found = majority(codings(said)).values
    answered = found.select("article", "variable", pl.coalesce("value", pl.col("missing").cast(pl.String)), "ground")
    assert answered.rows() == list(decided(said))
    assert found["score"].cast(pl.String).to_list() == found["value"].to_list()
