"""Records in, tidy tables out: names, types, orders, and nothing lost."""

from copy import deepcopy
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from framing.analysis import table
from framing.analysis.columns import batches
from framing.analysis.table import Tables, tables


def row(table: pl.DataFrame, name: str) -> dict[str, Any]:
    return table.filter(pl.col("article") == name).to_dicts()[0]


def test_vocabularies_keep_the_order_of_the_registers(tidy: Tables) -> None:
    assert tidy.frames.schema["frame"] == pl.Enum(["war", "trade", "islands"])
    assert tidy.articles.schema["outlet"] == tidy.outlets.schema["outlet"] == tidy.searches.schema["outlet"]
    assert tidy.outlets["outlet"].to_list() == ["yomiuri", "asahi", "rg", "review"]
    assert tidy.codings.schema["event"] == tidy.events.schema["event"] == pl.Enum(["talks", "visit", "summit"])
    assert tidy.codings.schema["coder"] == pl.Enum(["b", "a", "c", "boss"])


def test_a_coding_says_whether_a_person_made_it(study: Any) -> None:
    study.registers["coders"]["coders"][0]["kind"] = "machine"
    machine = study.registers["coders"]["coders"][0]["id"]
    for coder, kind in study.tables().codings.select("coder", "coder_kind").iter_rows():
        assert kind == ("machine" if coder == machine else "person")


def test_an_article_carries_what_its_outlet_and_source_say(tidy: Tables) -> None:
    cited = row(tidy.articles, "a3")
    assert (cited["country"], cited["panel"], cited["section_theme"], cited["section_quarter"], cited["sampling"]) == (
        "JP", "core", "trade", "2014Q4", "purposive",
    )  # fmt: skip
    assert (cited["published"], cited["cited"]) == (date(2014, 10, 18), date(2016, 10, 8))
    found = row(tidy.articles, "a1")
    assert (found["sampling"], found["section_theme"], found["source"]) == ("census", None, None)  # a search spans it


def test_imprecise_dates_have_two_ends(tidy: Tables) -> None:
    monthly = row(tidy.articles, "v1")
    assert (monthly["published"], monthly["until"]) == (date(2014, 10, 1), date(2014, 10, 31))
    assert tidy.events.filter(pl.col("event") == "summit").select("first", "last").row(0) == (
        date(2014, 10, 16), date(2014, 10, 17),
    )  # fmt: skip


def test_a_bundle_weighs_one(tidy: Tables) -> None:
    weights = tidy.articles.group_by("bundle").agg(pl.col("weight").sum(), pl.len()).sort("bundle", nulls_last=True)
    assert weights.rows() == [("n7", pytest.approx(1), 3), (None, 9, 9)]


def test_every_coding_has_one_primary_frame_and_a_value_or_a_reason(tidy: Tables) -> None:
    primary = tidy.frames.filter(pl.col("role") == "primary")
    assert (
        primary.select("article", "coder", "frame").rows() == tidy.codings.select("article", "coder", "primary").rows()
    )
    assert tidy.values.height == 2 * tidy.codings.height
    assert tidy.values.filter(pl.col("value").is_null() == pl.col("missing").is_null()).is_empty()


def test_scores_belong_to_ordinal_variables(tidy: Tables) -> None:
    stance = tidy.values.filter(pl.col("variable") == "stance", pl.col("article") == "a3").sort("coder")
    assert stance.select("coder", "value", "score", "missing").rows() == [
        ("b", "2", 2, None), ("a", "0", 0, None), ("c", "2", 2, None),
    ]  # fmt: skip
    assert tidy.values.filter(pl.col("variable") == "voice")["score"].null_count() == tidy.codings.height


def test_instants_are_brought_to_one_clock(study: Any) -> None:
    codings = [study.codings[0] | {"coded_at": at} for at in ("2026-11-22T18:00:00+09:00", "2026-11-22T09:00:00Z")]
    coded = tables(study.registers, study.articles, codings).codings["coded_at"]
    assert coded.to_list() == [datetime(2026, 11, 22, 9, tzinfo=UTC)] * 2


def test_notes_are_all_there_also_those_without_article(tidy: Tables) -> None:
    assert tidy.notes.select("note", "article").rows() == [(7, "y2"), (7, "y3"), (7, "y4"), (8, "a3"), (9, None)]


def test_empty_tables_keep_their_columns(study: Any, tidy: Tables) -> None:
    empty = tables(study.registers, [], [])
    for before, after in zip(tidy, empty, strict=True):
        assert after.schema == before.schema
    assert empty.articles.height == empty.codings.height == 0


def test_records_are_not_touched(study: Any) -> None:
    before = deepcopy(study)
    study.tables()
    assert study == before


def test_nothing_is_taken_for_a_census_that_nobody_declared(tidy: Tables) -> None:
    """An article that no source cites and no search spans: no interval may rest on it."""
    alone = tidy.articles.filter(pl.col("source").is_null() & (pl.col("sampling") != "census"))
    assert set(alone["sampling"]) <= {"undeclared"}
    declared = tidy.articles.filter(pl.col("source").is_null()).height - alone.height
    assert declared > 0


def test_whole_numbers_of_records_fit(study: Any) -> None:
    """Numbers of notes beyond 2,147,483,647 and scores beyond 32,767 once ended in a traceback."""
    articles = deepcopy(study.articles)
    articles[0]["source"]["note"] = 2**62
    codings = deepcopy(study.codings)
    codings[0]["values"]["stance"] = -(2**62)
    found = tables(study.registers, articles, codings)
    assert 2**62 in found.articles["note"].to_list()
    assert -(2**62) in found.values["score"].to_list()


def test_records_in_several_batches_make_the_same_tables(study: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = study.tables()
    monkeypatch.setattr(table, "batches", partial(batches, many=2))
    for before, after in zip(whole, study.tables(), strict=True):
        assert_frame_equal(before, after)


def test_records_are_gone_through_once(study: Any, tidy: Tables) -> None:
    found = tables(study.registers, iter(study.articles), iter(study.codings))
    for before, after in zip(tidy, found, strict=True):
        assert_frame_equal(before, after)
