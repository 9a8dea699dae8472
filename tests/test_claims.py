"""Claims about coverage against coded articles, on tables small enough to count by hand."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.claims import against_articles
from framing.analysis.reading import Reading, reading
from framing.analysis.table import Tables, tables
from tests.conftest import Record, Study, article, coding, event, outlet

FOUR_PRO = [1, 1, 2, 1]


def claim(**changed: Any) -> Record:
    return {
        "id": "c", "by": "a", "source": "essay", "locator": {"section": "s2"},
        "about": {"group": "outlet", "outlet": "rg", "in_study": True}, "period": {"from": "2014Q2", "to": "2014Q2"},
        "theme": None, "kind": "expectation", "direction": {"variable": "stance", "sign": 1}, "words": "It hopes.", "lang": "en",
        "events": [], **changed,
    }  # fmt: skip


SILENT_ON_WAR = {"kind": "omission", "direction": {}, "answer": {"variable": "voice", "value": "guest"}}


def study_of(*stances: Any, scale: tuple[int, ...] = (-2, -1, 0, 1, 2), **more: Any) -> Study:
    """A study in which rg printed one article per stance in May 2014, each by itself; ``more`` goes into each article."""
    registers = {
        "codebook": {"frames": [{"id": "war"}, {"id": "trade"}], "variables": [
            {"id": "voice", "level": "nominal"}, {"id": "stance", "level": "ordinal", "values": [{"id": step} for step in scale]},
        ]},
        "outlets": {"outlets": [outlet("rg", "RU"), outlet("asahi", "JP"), outlet("review", "RU", "context")]},
        "events": {"events": [event("talks", "2014-01-01/2014-12-31"), event("visit", "2014-05-08", "talks")]},
        "sources": {"sources": []}, "searches": {"searches": []}, "coders": {"coders": [{"id": "a", "kind": "person"}]},
    }  # fmt: skip
    articles = [article(f"r{place}", "rg", f"2014-05-{place + 1:02}", **more) for place in range(len(stances))]
    codings = [coding(f"r{place}", "a", "war", "visit", stance=stance) for place, stance in enumerate(stances)]
    return Study(registers, articles, codings)


def verdict_on(study: Study, one: Record) -> dict[str, Any]:
    tidy: Tables = tables(study.registers | {"claims": {"claims": [one]}}, study.articles, study.codings)
    read = reading(tidy, "coder:a")
    assert isinstance(read, Reading)
    found: dict[str, Any] = against_articles(tidy.claims, read, tidy.events).row(0, named=True)
    return found


def outcome(study: Study, **changed: Any) -> tuple[str, str | None]:
    found = verdict_on(study, claim(**changed))
    return found["verdict"], found["reason"]


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ((*FOUR_PRO, 1), ("borne_out", None)),
        ((*FOUR_PRO, -1), ("borne_out", None)),
        ((1, 1, -1, 0, -2), ("contradicted", None)),
        ((1, 1, 1, -1, -1, -1), ("not_testable", "split")),
        (FOUR_PRO, ("not_testable", "below_floor")),
        ((*FOUR_PRO, "unknown"), ("not_testable", "below_floor")),
        (("unknown", "not_expressed"), ("not_testable", "unanswered")),
        ((), ("not_testable", "no_article")),
    ],
)
def test_most_of_five_articles_decide(stances: tuple[Any, ...], expected: tuple[str, str | None]) -> None:
    others = [article("x", "asahi", "2014-05-01")], [coding("x", "a", "war")]
    study = study_of(*stances)
    assert outcome(study._replace(articles=study.articles + others[0], codings=study.codings + others[1])) == expected


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"about": {"group": "capital", "country": "US", "name": "Washington", "in_study": False}}, "no_such_source"),
        ({"about": {"group": "outlet", "name": "Izvestia", "in_study": False}}, "no_such_source"),
        ({"about": {"group": "press", "in_study": True}}, "whose_not_stated"),
        ({"direction": {}}, "no_variable"),
        ({"direction": {}, "kind": "omission"}, "no_variable"),
        ({"period": {"from": "2014Q3", "to": "2014Q4"}}, "no_article"),
        ({"about": {"group": "press", "country": "JP", "in_study": True}}, "no_article"),
        ({"theme": "trade"}, "no_article"),
    ],
)
def test_why_a_claim_cannot_be_tested(changed: dict[str, Any], reason: str) -> None:
    assert outcome(study_of(*FOUR_PRO, 1), **changed) == ("not_testable", reason)


def test_a_direction_goes_by_the_middle_of_the_scale() -> None:
    """On a scale from 1 to 5 every score is above zero, and only 4 and 5 are above the middle."""
    study = study_of(2, 2, 1, 2, 4, scale=(1, 2, 3, 4, 5))
    assert outcome(study) == ("contradicted", None)
    assert outcome(study, direction={"variable": "stance", "sign": -1}) == ("borne_out", None)


def test_the_press_of_a_country_are_its_core_papers() -> None:
    study = study_of(*FOUR_PRO)
    study.articles.append(article("v", "review", "2014-05-20"))
    study.codings.append(coding("v", "a", "war", "visit", stance=1))
    assert outcome(study, about={"group": "press", "country": "RU", "in_study": True}) == (
        "not_testable",
        "below_floor",
    )


def test_parts_of_an_event_are_on_the_event_and_not_the_other_way_round() -> None:
    study = study_of(*FOUR_PRO, 1)
    assert outcome(study, events=["talks"]) == ("borne_out", None)
    for one in study.codings:
        one["event"]["id"] = "talks"
    assert outcome(study, events=["visit"]) == ("not_testable", "no_article")


def test_one_article_that_names_it_refutes_an_omission() -> None:
    """Of Russian media it is said that they pass a word over; one article that has it is enough, on whatever theme."""
    study = study_of("unknown", source={"basis": "secondary_paraphrase", "cites": "essay", "note": 8})
    study.codings[0]["values"]["voice"] = "guest"
    found = verdict_on(study, claim(**SILENT_ON_WAR, theme="trade", events=["talks"]))
    assert (found["verdict"], found["differ"], found["same_source"]) == ("contradicted", ["r0"], 1)


def test_a_description_cannot_show_that_something_is_left_out() -> None:
    described = study_of(*FOUR_PRO, 1, source={"basis": "secondary_paraphrase", "cites": "essay", "note": 8})
    assert outcome(described, **SILENT_ON_WAR) == ("not_testable", "second_hand")
    assert outcome(study_of(*FOUR_PRO, 1), **SILENT_ON_WAR) == ("borne_out", None)
    assert outcome(study_of(*FOUR_PRO), **SILENT_ON_WAR) == ("not_testable", "below_floor")


def test_the_article_that_a_claim_was_drawn_from_does_not_bear_it_out() -> None:
    study = study_of(*FOUR_PRO, 1, source={"basis": "secondary_paraphrase", "cites": "essay", "note": 8})
    assert outcome(study, locator={"note": 8}) == ("not_testable", "no_article")
    assert verdict_on(study, claim(locator={"note": 9}))["same_source"] == 5


def test_articles_that_share_a_description_count_once() -> None:
    assert outcome(study_of(*FOUR_PRO, 1, 1, source={"basis": "translation", "bundle": "n"})) == (
        "not_testable",
        "below_floor",
    )


def test_an_article_that_may_be_younger_than_the_period_is_left_out() -> None:
    study = study_of(*FOUR_PRO, 1)
    study.articles[0]["date"]["published"] = "2014"
    assert outcome(study) == ("not_testable", "below_floor")


@given(st.lists(st.sampled_from([-2, -1, 0, 1, 2, "unknown"]), min_size=1, max_size=12))
def test_no_verdict_below_the_floor_and_opposite_claims_never_both_hold(stances: list[Any]) -> None:
    study = study_of(*stances)
    verdicts = [verdict_on(study, claim(direction={"variable": "stance", "sign": sign})) for sign in (-1, 0, 1)]
    answered = sum(stance != "unknown" for stance in stances)
    assert all(one["verdict"] == "not_testable" for one in verdicts) or answered >= 5
    assert sum(one["verdict"] == "borne_out" for one in verdicts) <= 1
    assert all(len(one["agree"]) + len(one["differ"]) == answered for one in verdicts)


def test_a_study_without_claims_has_an_empty_table(tidy: Tables) -> None:
    read = reading(tidy, "coder:a")
    assert isinstance(read, Reading)
    found = against_articles(tidy.claims, read, tidy.events)
    assert found.is_empty()
    assert found.schema["differ"] == pl.List(pl.String)
