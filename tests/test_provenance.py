"""What must be said of some articles before any number on them, as one value."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.provenance import provenance
from framing.analysis.reading import Reading, reading, subset
from framing.analysis.table import Tables

BASES = st.sampled_from(["primary_full", "translation", "secondary_paraphrase"])
WAYS = st.sampled_from(["census", "purposive", "undeclared"])
COLUMNS = {"source": pl.String, "note": pl.Int64, "weight": pl.Float64, "basis": pl.String, "sampling": pl.String}
ROWS = st.tuples(st.sampled_from(["essay", None]), st.sampled_from([7, 8, None]), st.just(1.0), BASES, WAYS)


def test_the_shared_study_is_known_partly_at_second_hand(tidy: Tables) -> None:
    """Three articles of Yomiuri stand in note 7 and share a description; one of Asahi stands in note 8."""
    known = provenance(tidy.articles.filter(pl.col("excluded_because").is_null()))
    assert (known.articles, known.notes, known.second_hand) == (11, 2, 4)
    assert "purposive" in known.sampling
    assert known.descriptions == 9.0


def test_nothing_is_said_of_no_article() -> None:
    assert provenance(pl.DataFrame(schema=COLUMNS)) == (0, 0, 0.0, 0, 0, frozenset())


@given(st.lists(ROWS, max_size=12))
def test_counts_are_those_of_the_rows(rows: list[tuple[str | None, int | None, float, str, str]]) -> None:
    known = provenance(pl.DataFrame(rows, schema=COLUMNS, orient="row"))
    assert known.second_hand == sum(row[3] == "secondary_paraphrase" for row in rows)
    assert known.in_part == sum(row[3] == "primary_part" for row in rows)
    assert known.notes == len({row[:2] for row in rows if None not in row[:2]})
    assert known.sampling == {row[4] for row in rows}


def test_a_subset_of_a_reading_holds_its_articles_in_every_table(tidy: Tables) -> None:
    whole = reading(tidy)
    assert isinstance(whole, Reading)
    some = subset(whole, pl.Series(["y2", "nobody", "a1"]))
    assert some.articles["article"].to_list() == ["a1", "y2"]
    assert all(set(table["article"]) == {"a1", "y2"} for table in some[1:4])
    assert some.articles["weight"].to_list() == [1.0, whole.articles.filter(pl.col("article") == "y2")["weight"].item()]
