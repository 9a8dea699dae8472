"""Readings: one set of values per article, by a rule that has a name."""

from copy import deepcopy
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.choices import USUAL
from framing.analysis.reading import Reading, cluster, column, reading, rules, subset
from framing.analysis.table import Tables, tables
from framing.refusal import Refusal


def read(tidy: Tables, rule: str = USUAL.rule, filters: tuple[str, ...] = ()) -> Reading:
    found = reading(tidy, rule, filters)
    assert isinstance(found, Reading), found
    return found


def one(found: Reading, name: str) -> dict[str, Any]:
    (row,) = found.articles.filter(pl.col("article") == name).to_dicts()
    return row


def frames(found: Reading, name: str) -> list[tuple[str, str]]:
    return found.frames.filter(pl.col("article") == name).select("frame", "role").rows()


def value(found: Reading, name: str, variable: str) -> tuple[str | None, int | None, str | None]:
    (row,) = (
        found.values.filter(pl.col("article") == name, pl.col("variable") == variable)
        .select("value", "score", "missing")
        .rows()
    )
    return row


def test_coder_takes_the_main_codings_of_one(tidy: Tables) -> None:
    found = read(tidy, "coder:b")
    assert found.articles["article"].to_list() == ["a1", "y1", "r1", "a2", "a3", "r2"]
    assert frames(found, "a2") == [("war", "primary"), ("trade", "secondary")]
    assert (one(found, "a2")["coders"], one(found, "a2")["settled"]) == ("b", "coder:b")


def test_majority_of_two_who_agree(tidy: Tables) -> None:
    found = read(tidy, "majority")
    assert frames(found, "a1") == [("war", "primary"), ("islands", "secondary")]
    assert (one(found, "a1")["settled"], one(found, "a1")["confidence"]) == ("majority", 2)
    assert value(found, "a1", "stance") == ("1", 1, None)


def test_two_who_differ_are_settled_by_the_first_in_the_register(tidy: Tables) -> None:
    found = read(tidy, "majority")
    assert frames(found, "a2") == [("war", "primary"), ("trade", "secondary")]
    assert one(found, "a2")["settled"] == "coder:b"
    assert value(found, "a2", "stance") == ("1", 1, None)


def test_majority_of_three_goes_value_by_value(tidy: Tables) -> None:
    found = read(tidy, "majority")
    assert frames(found, "a3") == [("trade", "primary"), ("war", "secondary")]
    assert one(found, "a3")["settled"] == "majority"
    assert value(found, "a3", "stance") == ("2", 2, None)
    assert value(found, "a3", "voice") == ("guest", None, None)


def test_event_is_voted_alone_and_its_relation_by_those_who_named_it(tidy: Tables) -> None:
    # b says visit; a and c say summit but differ in the relation: a stands before c
    assert (one(read(tidy, "majority"), "a3")["event"], one(read(tidy, "majority"), "a3")["relation"]) == (
        "summit",
        "reports",
    )


def test_three_who_all_differ_are_settled_by_the_first(tidy: Tables) -> None:
    found = read(tidy, "majority")
    assert frames(found, "y1") == [("trade", "primary")]
    assert (one(found, "y1")["settled"], one(found, "y1")["coders"]) == ("coder:b", "a b c")


def test_adjudicated_stands_above_the_coders_and_falls_back_to_their_majority(tidy: Tables) -> None:
    found = read(tidy)
    assert frames(found, "r1") == [("islands", "primary")]
    assert (one(found, "r1")["settled"], one(found, "r1")["coders"]) == ("adjudicated", "boss")
    assert value(found, "r1", "stance") == ("-2", -2, None)
    others = pl.col("article") != "r1"
    assert found.articles.filter(others).equals(read(tidy, "majority").articles.filter(others))


def test_two_adjudicators_give_one_reading(study: Any) -> None:
    study.registers["coders"]["coders"].append({"id": "chief", "kind": "person"})
    (settled,) = [coding for coding in study.codings if coding["coder"] == "boss"]
    study.codings.append(settled | {"coder": "chief", "frames": {"primary": "war", "secondary": []}})
    found = read(study.tables())
    assert frames(found, "r1") == [("islands", "primary")]
    assert found.articles["article"].is_unique().all()


def test_training_and_excluded_articles_never_count(tidy: Tables) -> None:
    for rule in rules(tidy):
        found = read(tidy, rule)
        assert not {"r3", "y5"} & {*found.articles["article"], *found.frames["article"], *found.values["article"]}


def test_a_bundle_weighs_one_over_the_articles_that_are_read(study: Any) -> None:
    study.articles[6]["excluded_because"] = "left out of the frame analysis"
    weights = read(study.tables()).articles.filter(pl.col("bundle") == "n7")["weight"].to_list()
    assert weights == [0.5, 0.5]


def test_what_varies_together_is_one_cluster() -> None:
    """Articles on an event; a description of two events counts with the first; what has neither stands for itself."""
    rows = [
        ("a1", "visit", None), ("a2", "visit", None), ("a3", "talks", "n22"), ("a4", "visit", "n22"), ("a5", None, "n22"),
        ("a6", None, "n7"), ("a7", None, "n7"), ("a8", None, None), ("visit", None, None),
    ]  # fmt: skip
    found = pl.DataFrame(rows, schema=["article", "event", "bundle"], orient="row").select(cluster()).to_series()
    assert found.to_list() == [
        "event:visit", "event:visit", *["event:talks"] * 3, "bundle:n7", "bundle:n7", "article:a8", "article:visit",
    ]  # fmt: skip


def test_a_reading_names_the_cluster_of_every_article(tidy: Tables) -> None:
    found = read(tidy)
    events = dict(found.articles.select("article", pl.col("event").cast(pl.String)).iter_rows())
    for table in found[1:4]:
        for name, place, bundle in table.select("article", "cluster", "bundle").iter_rows():
            assert bundle or place == (f"event:{events[name]}" if events[name] else f"article:{name}")


def test_the_context_panel_is_read_and_marked(tidy: Tables) -> None:
    found = read(tidy)
    assert one(found, "v1")["panel"] == "context"
    assert found.frames.filter(pl.col("article") == "v1")["panel"].to_list() == ["context"]


def test_filters_become_columns_with_reasons_for_what_is_missing(tidy: Tables) -> None:
    found = read(tidy, "coder:b", ("voice", "mood"))
    assert [one(found, name)[column(asked)] for name, asked in (("a3", "voice"), ("a1", "voice"), ("a1", "mood"))] == [
        "unknown",
        "outlet",
        None,
    ]
    assert column("voice") in found.frames.columns


@pytest.mark.parametrize("name", ["article", "variable", "value", "frame", "score", "missing", "records", "outlet"])
def test_a_variable_may_be_named_like_a_column(study: Any, name: str) -> None:
    """It once ended in a DuplicateError, or its answers took the place of the column."""
    renamed = study._replace(registers=deepcopy(study.registers), codings=deepcopy(study.codings))
    for place, variable in enumerate(renamed.registers["codebook"]["variables"]):
        variable["id"] = (name, "stance")[place]
    for coding in renamed.codings:
        coding["values"][name] = coding["values"].pop("voice")
    found, expected = read(renamed.tables(), "majority", (name,)), read(study.tables(), "majority", ("voice",))
    assert found.articles.rename({column(name): column("voice")}).equals(expected.articles)
    assert found.values.drop("variable", column(name)).equals(expected.values.drop("variable", column("voice")))


def test_unknown_rules_are_refused_with_the_known_ones(tidy: Tables) -> None:
    found = reading(tidy, "loudest")
    assert isinstance(found, Refusal)
    assert found.code == "unknown_reading"
    assert "coder:a, coder:b, coder:c" in found.need


@pytest.mark.parametrize("rule", ["coder:nobody", "coder:boss", "coder:"])
def test_a_coder_without_main_codings_is_refused(tidy: Tables, rule: str) -> None:
    found = reading(tidy, rule)
    assert isinstance(found, Refusal)
    assert found.code == "nothing_coded"


def test_an_uncoded_study_is_refused(study: Any) -> None:
    found = reading(tables(study.registers, study.articles, []))
    assert isinstance(found, Refusal)
    assert found.code == "nothing_coded"


CODINGS = st.lists(
    st.tuples(
        st.permutations(["war", "trade", "islands"]), st.integers(0, 2), st.sampled_from([-1, 0, 1, "unknown"]),
        st.sampled_from([None, "visit", "summit"]),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@given(codings=CODINGS, coders=st.integers(1, 4))
def test_majority_of_identical_coders_is_that_coder(codings: list[Any], coders: int) -> None:
    names = ["a", "b", "c", "d"][:coders]
    made = [
        {
            "article": f"x{number}", "coder": name, "codebook": "1", "phase": "main", "coded_at": "2026-01-01T00:00:00Z",
            "minutes": None, "event": {"id": event, "relation": "reports"},
            "frames": {"primary": order[0], "secondary": list(order[1 : 1 + extra])}, "values": {"stance": stance},
            "evidence": [], "confidence": 3, "memo": None,
        }
        for number, (order, extra, stance, event) in enumerate(codings)
        for name in names
    ]  # fmt: skip
    tidy = _tables_of(made, len(codings))
    both = read(tidy, "majority"), read(tidy, "coder:a")
    for table in ("articles", "frames", "values"):
        left, right = (getattr(found, table).drop("coders", "settled") for found in both)
        assert left.equals(right)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(["war", "trade", "islands"])),
        min_size=1,
        unique_by=lambda vote: vote[0],
    )
)
def test_majority_equals_a_count_by_hand(votes: list[tuple[str, str]]) -> None:
    made = [
        {
            "article": "x0", "coder": name, "codebook": "1", "phase": "main", "coded_at": "2026-01-01T00:00:00Z",
            "minutes": None, "event": {"id": None, "relation": "reports"}, "frames": {"primary": frame, "secondary": []},
            "values": {}, "evidence": [], "confidence": 3, "memo": None,
        }
        for name, frame in votes
    ]  # fmt: skip
    said = [frame for _, frame in votes]
    winners = [frame for frame in said if said.count(frame) * 2 > len(said)]
    assert read(_tables_of(made, 1), "majority").articles["primary"].to_list() == [
        winners[0] if winners else dict(votes)[min(votes)[0]]
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(["x0", "x1"]), st.sampled_from("abcd"), st.sampled_from([-1, 0, 1, "unknown"])),
        min_size=1,
        unique_by=lambda vote: vote[:2],
    )
)
def test_an_inferred_value_elsewhere_changes_no_majority(votes: list[tuple[str, str, Any]]) -> None:
    """Where no value is inferred there is no ground to vote on, nor anything to vote on where one coder coded all."""
    made = [
        {
            "article": name, "coder": coder, "codebook": "1", "phase": "main", "coded_at": "2026-01-01T00:00:00Z",
            "minutes": None, "event": {"id": None, "relation": "reports"}, "frames": {"primary": "war", "secondary": []},
            "values": {"stance": stance}, "inferred": ["stance"] if name == "x2" else [], "evidence": [], "confidence": 3, "memo": None,
        }
        for name, coder, stance in [*votes, ("x2", "a", 1), ("x2", "b", 1)]
    ]  # fmt: skip
    alone = [coding for coding in made if coding["article"] != "x2"]
    found = [reading(_tables_of(some, 3), "majority", ground="inferred") for some in (alone, made)]
    told = [one.values.select("article", "value", "missing", "ground") for one in found if isinstance(one, Reading)]
    assert told[0].rows() == told[1].filter(pl.col("article") != "x2").rows()


def _tables_of(codings: list[dict[str, Any]], articles: int) -> Tables:
    registers = {
        "codebook": {
            "frames": [{"id": name} for name in ("war", "trade", "islands")],
            "variables": [{"id": "stance", "level": "ordinal"}],
        },
        "outlets": {"outlets": []}, "sources": {"sources": []}, "searches": {"searches": []},
        "events": {"events": [
            {"id": name, "labels": {"en": name}, "kind": "visit", "actors": [], "date": "2014", "status": "happened",
             "certainty": "checked", "salience": 1} for name in ("visit", "summit")
        ]},
        "coders": {"coders": [{"id": name, "kind": "person"} for name in "abcd"]},
    }  # fmt: skip
    records = [
        {"id": f"x{number}", "outlet": None, "date": {"published": "2014-01-01", "cited": "2014-01-01", "status": "as_cited"},
         "headline": {"en": "x"}, "language": "en", "genre": "news", "source": {"basis": "primary_full"}}
        for number in range(articles)
    ]  # fmt: skip
    return tables(registers, records, codings)


def test_a_part_that_is_the_whole_is_the_whole_itself(tidy: Tables) -> None:
    """A reading of a large study takes hundreds of megabytes: no figure of all outlets copies it."""
    whole = read(tidy)
    assert subset(whole, whole.articles["article"]) is whole
    part = subset(whole, whole.articles["article"].head(1))
    assert [set(table["article"]) for table in part[1:4]] == [{whole.articles["article"][0]}] * 3
