"""What adjudication decided and changed, counted on records and not on the page."""

from typing import Any

import pytest

from framing.analysis.adjudication import changed_values, decisions, reasons

Record = dict[str, Any]


def coding(article: str, coder: str, tone: int, phase: str = "main", primary: str = "war") -> Record:
    return {
        "article": article, "coder": coder, "phase": phase, "event": {"id": None, "relation": None},
        "frames": {"primary": primary, "secondary": []}, "values": {"tone": tone, "voice": "outlet"}, "decisions": [],
    }  # fmt: skip


def decision(reason: str) -> Record:
    return {"value": "/values/tone", "by": "judge", "follows": "a", "reason": reason, "comment": "See line 3."}


def test_shares_are_of_the_values_of_an_article() -> None:
    """Five values stand in each: event, primary and secondary frames, tone, voice."""
    codings = [coding("x", "a", 1), coding("x", "b", 0, primary="trade"), coding("x", "judge", 1, "adjudicated")]
    assert changed_values(codings).rows() == [("a", 0, 5, 0.0), ("b", 2, 5, pytest.approx(0.4))]


def test_articles_that_nobody_settled_do_not_count() -> None:
    codings = [coding("x", "a", 1), coding("x", "judge", 1, "adjudicated"), coding("y", "a", 1), coding("y", "b", 0)]
    assert changed_values(codings).rows() == [("a", 0, 5, 0.0)]


def test_shares_are_of_the_articles_that_the_coder_coded() -> None:
    """Of three coders two read each article, as in a study that shares out its double coding."""
    codings = [
        *(coding("x", "a", 0), coding("x", "b", 1), coding("x", "judge", 1, "adjudicated")),
        *(coding("y", "b", 1), coding("y", "c", 1), coding("y", "judge", 1, "adjudicated")),
    ]
    assert changed_values(codings).select("coder", "changed", "of").rows() == [("a", 1, 5), ("b", 0, 10), ("c", 0, 5)]


def test_without_adjudication_there_is_nothing_to_tell() -> None:
    codings = [coding("x", "a", 1), coding("x", "b", 0)]
    assert changed_values(codings).is_empty()
    assert decisions(codings).is_empty()
    assert reasons(decisions(codings)).is_empty()


def test_reasons_are_those_of_all_decisions_and_the_first_given_leads_among_equals() -> None:
    settled = [coding("x", "judge", 1, "adjudicated"), coding("y", "judge", 1, "adjudicated")]
    settled[0]["decisions"] = [decision("slip"), decision("translation")]
    settled[1]["decisions"] = [decision("codebook_gap"), decision("codebook_gap")]
    made = decisions(settled)
    assert made["article"].to_list() == ["x", "x", "y", "y"]
    assert reasons(made).rows() == [("codebook_gap", 2), ("slip", 1), ("translation", 1)]


def test_further_events_are_a_value_where_somebody_names_any() -> None:
    codings = [coding("x", "a", 1), coding("x", "b", 1), coding("x", "judge", 1, "adjudicated")]
    codings[0]["event"] = {"id": "e1", "relation": "reports", "others": ["e2"]}
    codings[1]["event"] = codings[2]["event"] = {"id": "e1", "relation": "reports"}
    assert changed_values(codings).rows() == [("a", 1, 6, pytest.approx(1 / 6)), ("b", 0, 6, 0.0)]
