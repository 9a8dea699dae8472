"""What differs between two codebooks, by kind, and whom it touches."""

import json
import string
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study.revision.difference import Subject, bump, difference, raised
from framing.study.revision.touched import records_under, touched, uses

STUDY = Path(__file__).parents[1] / "examples" / "study"
BOOK = json.loads((STUDY / "schemas" / "codebook.json").read_text(encoding="utf-8"))


def entry(book: dict[str, Any], part: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in book[part] if each["id"] == name)
    return found


def without(book: dict[str, Any], part: str, name: str) -> None:
    book[part] = [each for each in book[part] if each["id"] != name]


def changed(alter: Any) -> list[tuple[str, str, str, str]]:
    new = deepcopy(BOOK)
    alter(new)
    return [(change.kind, str(change.subject), change.step, change.what) for change in difference(BOOK, new)]


def test_a_codebook_does_not_differ_from_itself_or_by_its_version() -> None:
    assert changed(lambda book: None) == []
    assert changed(lambda book: book.update(version="9.0.0", changes=[])) == []


@pytest.mark.parametrize(
    ("alter", "expected"),
    [
        (lambda book: without(book, "frames", "economy"), ("form", "frame economy", "removed", "")),
        (lambda book: book["variables"].append({"id": "new"}), ("form", "variable new", "added", "")),
        (lambda book: entry(book, "variables", "tone")["values"].pop(0), ("form", "value tone = -1", "removed", "")),
        (lambda book: entry(book, "variables", "tone")["missing"].pop(), ("form", "value tone = unknown", "removed", "")),
        (lambda book: entry(book, "variables", "tone").update(level="nominal"), ("form", "variable tone", "changed", "level")),
        (lambda book: book["frames_rule"].update(max_secondary=0), ("form", "frames rule", "changed", "max_secondary")),
        (lambda book: entry(book, "frames", "economy").update(definition="Else."), ("meaning", "frame economy", "changed", "definition")),
        (lambda book: entry(book, "frames", "economy")["exclude"].insert(0, {"when": "It rains."}), ("meaning", "frame economy", "changed", "exclude")),
        (lambda book: book["instructions"].pop(), ("meaning", "instruction Evidence", "removed", "")),
        (lambda book: book["event"]["relations"][0].update(definition="x"), ("meaning", "relation previews", "changed", "definition")),
        (lambda book: book["confidence"]["values"][0].update(definition="x"), ("meaning", "value confidence = 1", "changed", "definition")),
        (lambda book: entry(book, "frames", "economy")["labels"].update(ja="別"), ("words", "frame economy", "changed", "labels/ja")),
        (lambda book: entry(book, "frames", "economy").update(colour="#000000"), ("words", "frame economy", "changed", "colour")),
        (lambda book: book.update(unit=book["unit"].upper().replace(" ", "  ")), ("words", "unit", "changed", "")),
        (lambda book: book["frames"].reverse(), ("words", "frame", "reordered", "")),
    ],
)  # fmt: skip
def test_each_change_has_its_kind(alter: Any, expected: tuple[str, str, str, str]) -> None:
    assert changed(alter) == [expected]


def test_what_has_another_name_and_the_same_definition_is_perhaps_renamed() -> None:
    new = deepcopy(BOOK)
    entry(new, "frames", "economy")["id"] = "money"
    removed, added = difference(BOOK, new)
    assert (removed.step, removed.perhaps, added.step) == ("removed", "money", "added")


def test_a_lost_negation_is_a_change_of_meaning() -> None:
    new = deepcopy(BOOK)
    frame = entry(new, "frames", "economy")
    old = {**BOOK, "frames": [{**frame, "definition": "Not trade."}]}
    new["frames"] = [{**frame, "definition": "Trade."}]
    assert [change.kind for change in difference(old, new)] == ["meaning"]


@given(st.data())
def test_a_difference_is_nothing_or_one_of_the_two_ways(data: st.DataObject) -> None:
    new = deepcopy(BOOK)
    for part in ("frames", "variables"):
        new[part] = data.draw(st.permutations(new[part]))[: data.draw(st.integers(1, len(new[part])))]
        for each in new[part]:
            each["definition"] = data.draw(st.sampled_from([each["definition"], "Another one."]))
            each["labels"] = {"en": data.draw(st.text(string.ascii_letters, min_size=1, max_size=3))}
    there, back = difference(BOOK, new), difference(new, BOOK)
    mirrored = {"added": "removed", "removed": "added"}
    assert {(change.kind, change.subject, change.what, mirrored.get(change.step, change.step)) for change in there} == {
        (change.kind, change.subject, change.what, change.step) for change in back
    }
    assert (there == []) == (new == BOOK)


@pytest.mark.parametrize(
    ("alter", "expected"),
    [
        (lambda book: book.update(title={"en": "Other"}), "patch"),
        (lambda book: book["variables"].append({"id": "new"}), "minor"),
        (lambda book: without(book, "frames", "economy"), "major"),
        (lambda book: entry(book, "variables", "tone").update(question="Another?"), "major"),
    ],
)
def test_the_step_that_a_version_needs(alter: Any, expected: str) -> None:
    new = deepcopy(BOOK)
    alter(new)
    assert bump(difference(BOOK, new)) == expected


def test_a_version_that_falls_has_not_risen() -> None:
    assert [raised("1.2.3", new) for new in ("2.0.0", "1.3.0", "1.2.4", "1.2.3", "0.9.9")] == [
        "major",
        "minor",
        "patch",
        None,
        None,
    ]


def test_who_is_touched() -> None:
    codings, articles = records_under(STUDY, BOOK)
    found = uses(codings, articles)
    new = deepcopy(BOOK)
    entry(new, "frames", "economy")["definition"] = "Money alone."
    new["variables"].append({"id": "new"})
    stands = {str(change.subject): touched(change, found) for change in difference(BOOK, new)}
    economy = [
        coding for coding in codings if "economy" in (coding["frames"]["primary"], *coding["frames"]["secondary"])
    ]
    assert stands["frame economy"].codings == len(economy) > 0
    assert stands["frame economy"].coders == tuple(sorted({coding["coder"] for coding in economy}))
    assert stands["variable new"].codings == len(codings)
    assert stands["variable new"].values == 0


def test_a_missing_answer_uses_its_missing_value_and_not_its_variable() -> None:
    codings, articles = records_under(STUDY, BOOK)
    found = uses(codings, articles)
    unseen = [coding for coding in codings if coding["values"]["tone"] == "not_expressed"]
    assert len(found.answers[Subject("values", "not_expressed", "tone")]) == len(unseen) > 0
    assert len(found.answers[Subject("variables", "tone")]) == sum(
        isinstance(c["values"]["tone"], int) for c in codings
    )
