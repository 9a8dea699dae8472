"""Questions to a study, on tables small enough to count by hand: every kind of asking, and verdicts on both sides of a floor."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.floors import SHARE
from framing.analysis.questions import Answer, answer, tally
from framing.analysis.reading import Reading, reading
from tests.conftest import NOTE_7, Record, Study, article, coding, event, outlet, search

SECOND_HAND = {"basis": "secondary_paraphrase"}
ESSAY = {"id": "essay", "sampling": "purposive", "sections": [], "notes": []}


def study_of(
    rg: Sequence[Any], asahi: Sequence[Any] = (), frames: str = "war", searches: Sequence[Record] = (), **more: Any
) -> Study:
    """One article per stance, of rg in May and of asahi in September 2014, all on the visit; ``more`` goes into each article."""
    registers = {
        "codebook": {"frames": [{"id": "war"}, {"id": "trade"}], "variables": [
            {"id": "voice", "level": "nominal"}, {"id": "stance", "level": "ordinal", "values": [{"id": step} for step in (-1, 0, 1)]},
        ]},
        "outlets": {"outlets": [outlet("rg", "RU"), outlet("asahi", "JP"), outlet("review", "RU", "context")]},
        "events": {"events": [
            event("talks", "2014-01-01/2014-12-31"), event("visit", "2014-07-08", "talks"), event("vote", "2014-11-01"),
        ]},
        "sources": {"sources": [ESSAY]}, "searches": {"searches": list(searches)}, "coders": {"coders": [{"id": "a", "kind": "person"}]},
    }  # fmt: skip
    articles, codings = [], []
    for name, month, stances in (("rg", "05", rg), ("asahi", "09", asahi)):
        for place, stance in enumerate(stances):
            articles.append(article(f"{name}{place}", name, f"2014-{month}-{place + 1:02}", **more))
            codings.append(coding(f"{name}{place}", "a", frames, "visit", stance=stance))
    return Study(registers, articles, codings)


def answered(study: Study, ask: Record, claims: Sequence[Record] = (), **about: Any) -> Answer:
    tables = study._replace(registers=study.registers | {"claims": {"claims": list(claims)}}).tables()
    read = reading(tables, "coder:a")
    assert isinstance(read, Reading)
    return answer({"about": about, "ask": ask}, read, tables)


STANCE = {"kind": "values", "variable": "stance"}


@pytest.mark.parametrize(
    ("stances", "verdict"),
    [
        ([1] * SHARE, "answered"),
        ([1] * (SHARE - 1), "illustrated"),
        ([1] * (SHARE - 1) + ["unknown"], "illustrated"),
        ([1] * (SHARE - 1) + ["unknown", -1], "answered"),
        ([1], "illustrated"),
        (["unknown", "not_expressed"], "refused"),
        ([], "refused"),
    ],
)
def test_as_many_answers_as_a_share_needs_answer_and_one_illustrates(stances: list[Any], verdict: str) -> None:
    found = answered(study_of(stances, [1, -1]), STANCE, outlets=["rg"])
    assert found.verdict == verdict
    assert len(found.bearing) == sum(stance in (1, -1) for stance in stances)


def test_values_are_counted_with_the_reasons_why_there_is_none() -> None:
    found = answered(study_of([1, -1, 1, "unknown", "not_expressed"]), STANCE)
    rows = {(row["value"], row["missing"]): row["records"] for row in found.cells.to_dicts()}
    assert rows == {
        ("1", None): ["rg0", "rg2"], ("-1", None): ["rg1"],
        (None, "unknown"): ["rg3"], (None, "not_expressed"): ["rg4"],
    }  # fmt: skip
    assert found.groups.select("asked", "given", "n").row(0) == (5, 3, 3.0)


def test_an_article_with_several_values_counts_once_among_those_that_answer() -> None:
    """A variable may be answered with a set of values: one row for each of them."""
    tables = study_of([1] * (SHARE - 1)).tables()
    read = reading(tables, "coder:a")
    assert isinstance(read, Reading)
    more = read.values.filter(pl.col("variable").cast(pl.String) == "stance").with_columns(value=pl.lit("-1"))
    found = answer({"about": {}, "ask": STANCE}, read._replace(values=pl.concat([read.values, more])), tables)
    assert found.groups.select("given", "n").row(0) == (SHARE - 1, SHARE - 1.0)
    assert (found.verdict, found.cells["value"].to_list()) == ("illustrated", ["1", "-1"])
    assert len(found.bearing) == SHARE - 1


def test_articles_that_share_a_description_count_once() -> None:
    study = study_of([1] * 5, source=NOTE_7)
    found = answered(study, STANCE)
    assert (found.verdict, found.groups["n"].item(), len(found.bearing)) == ("illustrated", 1.0, 5)
    assert found.groups["descriptions"].item() == 1.0


@pytest.mark.parametrize(("source", "known"), [(None, 6.0), (NOTE_7, 1.0)])
def test_what_chance_drew_unequally_rests_on_as_many_descriptions(source: Any, known: float) -> None:
    """Their weights say what their share is of, and never that some describe the same."""
    tables = study_of([1] * 6, **({"source": source} if source else {})).tables()
    read = reading(tables, "coder:a")
    assert isinstance(read, Reading)
    likely = pl.Series("relative", [2.0, 2.0, 0.5, 0.5, 0.5, 0.5])
    drawn = read.articles.with_columns(likely, weight=pl.col("weight") * likely)
    found = answer({"about": {}, "ask": STANCE}, read._replace(articles=drawn), tables)
    assert found.groups.select("given", "descriptions").row(0) == (6, known)
    assert found.groups["n"].item() == pytest.approx(4.0 * known / 6)


@pytest.mark.parametrize(
    ("ask", "groups"),
    [
        ({"by": "outlet"}, ["rg", "asahi"]),
        ({"by": "country"}, ["JP", "RU"]),
        ({"by": "quarter"}, ["2014Q2", "2014Q3"]),
        ({"around": "visit"}, ["before", "since"]),
    ],
)
def test_two_groups_must_reach_the_floor(ask: Record, groups: list[str]) -> None:
    many, few = [1] * SHARE, [1] * (SHARE - 1)
    found = answered(study_of(many, many), STANCE | ask)
    assert (found.verdict, found.groups["group"].to_list()) == ("answered", groups)
    assert answered(study_of(many, few), STANCE | ask).verdict == "illustrated"
    assert answered(study_of(many), STANCE | ask).verdict == "illustrated"
    assert answered(study_of(["unknown"], ["unknown"]), STANCE | ask).verdict == "refused"


def test_answers_by_article_come_in_the_order_of_dates() -> None:
    found = answered(study_of([1, "unknown"], [-1] * 4), STANCE | {"by": "article"})
    assert found.groups["group"].to_list() == ["rg0", "rg1", "asahi0", "asahi1", "asahi2", "asahi3"]
    assert found.verdict == "answered"


@pytest.mark.parametrize(
    ("about", "asked"),
    [
        ({}, 3),
        ({"outlets": ["asahi"]}, 1),
        ({"outlets": ["review"]}, 0),
        ({"countries": ["RU"]}, 2),
        ({"frames": ["trade"]}, 3),
        ({"events": ["talks"]}, 3),
        ({"events": ["vote"]}, 0),
        ({"period": {"from": "2014Q2", "to": "2014Q2"}}, 2),
        ({"period": {"from": "2014Q2", "to": "2014Q3"}, "countries": ["JP"]}, 1),
    ],
)
def test_articles_fit_everything_that_a_question_is_about(about: Record, asked: int) -> None:
    assert answered(study_of([1, 1], [1], "war trade"), STANCE, **about).asked.height == asked


def test_papers_of_the_background_are_asked_only_by_name() -> None:
    study = study_of([1])
    study.articles.append(article("v1", "review", "2014-05-09"))
    study.codings.append(coding("v1", "a", "war", stance=1))
    assert answered(study, STANCE).bearing == ("rg0",)
    assert answered(study, STANCE, outlets=["review"]).bearing == ("v1",)


def test_every_article_has_a_primary_frame() -> None:
    found = answered(study_of([1] * SHARE, frames="war trade"), {"kind": "frames"})
    assert (found.verdict, found.cells["value"].to_list()) == ("answered", ["war"])
    whole = answered(study_of([1], frames="war trade"), {"kind": "frames", "role": "any"})
    assert (whole.verdict, whole.cells["value"].to_list(), whole.groups["n"].item()) == (
        "illustrated",
        ["war", "trade"],
        1,
    )


def test_only_articles_that_were_read_can_lack_a_frame() -> None:
    ask = {"kind": "frames", "frame": "trade", "role": "any"}
    assert answered(study_of([1] * SHARE), ask).verdict == "answered"
    assert answered(study_of([1] * SHARE, source=SECOND_HAND), ask).verdict == "refused"
    assert answered(study_of([1] * SHARE, frames="war trade", source=SECOND_HAND), ask).verdict == "answered"


def test_coverage_is_answered_only_where_searches_found_all() -> None:
    whole_year = [
        search("s1", "rg", "2014-01-01", "2014-12-31", 5),
        search("s2", "asahi", "2014-01-01", "2014-12-31", 5),
    ]
    ask, many = {"kind": "coverage"}, [1] * SHARE
    assert answered(study_of(many, many, searches=whole_year), ask, events=["visit"]).verdict == "answered"
    assert answered(study_of(many, many), ask, events=["visit"]).verdict == "illustrated"
    assert answered(study_of(many[1:], searches=whole_year), ask, events=["visit"]).verdict == "illustrated"


def test_silence_is_answered_only_where_every_paper_was_searched() -> None:
    each = [search("s1", "rg", "2014-10-01", "2014-12-31", 0), search("s2", "asahi", "2014-10-01", "2014-12-31", 0)]
    silent = answered(study_of([1], searches=each), {"kind": "coverage"}, events=["vote"])
    assert (silent.verdict, silent.states) == ("answered", (("rg", "silent"), ("asahi", "silent")))
    half = answered(study_of([1], searches=each[:1]), {"kind": "coverage"}, events=["vote"])
    assert (half.verdict, half.states) == ("refused", (("rg", "silent"), ("asahi", "not_searched")))


def test_a_contrast_needs_an_article_of_each_paper() -> None:
    ask, both = {"kind": "contrast"}, {"outlets": ["rg", "asahi"], "events": ["visit"]}
    found = answered(study_of([1], [-1]), ask, **both)
    assert found.verdict == "illustrated"
    held = found.cells.filter(pl.col("both"), pl.col("variable") == "stance")
    assert held.select("outlet", "value").rows() == [("rg", ["1"]), ("asahi", ["-1"])]
    assert answered(study_of([1]), ask, **both).verdict == "refused"
    assert answered(study_of([1] * SHARE, [1] * SHARE), ask, **both).verdict == "answered"
    assert answered(study_of([1] * SHARE, [1] * (SHARE - 1)), ask, **both).verdict == "illustrated"


def claim(**changed: Any) -> Record:
    return {
        "id": "c", "by": "a", "source": "essay", "locator": {"section": "s"},
        "about": {"group": "outlet", "outlet": "rg", "in_study": True}, "period": {"from": "2014Q2", "to": "2014Q2"},
        "theme": None, "kind": "expectation", "direction": {"variable": "stance", "sign": 1}, "words": "It hopes.", "lang": "en",
        "events": [], **changed,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("stances", "verdict"),
    [([1] * SHARE, "answered"), ([-1] * SHARE, "answered"), ([1], "illustrated"), ([], "refused")],
)
def test_a_claim_is_answered_once_it_is_borne_out_or_contradicted(stances: list[Any], verdict: str) -> None:
    found = answered(study_of(stances, [1]), {"kind": "claim", "claim": "c"}, [claim()])
    assert (found.verdict, len(found.bearing)) == (verdict, len(stances))


def test_what_the_study_cannot_touch_is_refused() -> None:
    found = answered(study_of([1] * 9), {"kind": "none"})
    assert (found.verdict, found.bearing) == ("refused", ())


@given(st.lists(st.sampled_from([1, 0, -1, "unknown", "not_applicable"]), max_size=9))
def test_every_article_is_in_one_cell_and_the_verdict_goes_by_those_that_answer(stances: list[Any]) -> None:
    found = answered(study_of(stances, [1]), STANCE, outlets=["rg"])
    assert sorted(record for row in found.cells["records"] for record in row) == sorted(found.asked["article"])
    given_answers = sum(isinstance(stance, int) for stance in stances)
    expected = "answered" if given_answers >= SHARE else "illustrated" if given_answers else "refused"
    assert (found.verdict, len(found.bearing)) == (expected, given_answers)


def test_verdicts_are_tallied_with_the_articles_that_bear_on_any() -> None:
    study = study_of([1] * SHARE, [1])
    found = [answered(study, STANCE), answered(study, STANCE, outlets=["asahi"]), answered(study, {"kind": "none"})]
    counts = tally(found)
    assert dict(counts.verdicts) == {"answered": 1, "illustrated": 1, "refused": 1}
    assert counts.bearing == ("asahi0", "rg0", "rg1", "rg2", "rg3", "rg4")
