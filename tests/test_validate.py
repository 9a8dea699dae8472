"""The fast screen and the slow explainer give one verdict, whatever a record looks like."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.study import edtf, load, schema, validate
from framing.study.load import Document

STUDY = Path(__file__).parent / "examples" / "study"
MIGRATED = STUDY.parent / "valid" / "coding-migrated" / "patch.json"
TRANSLATED = STUDY.parent / "valid" / "translation" / "schemas" / "codebook.de.json"
DOCUMENTS = [document for document in load.documents(STUDY) if isinstance(document, Document)]
RECORDS = {
    kind: [document.record for document in DOCUMENTS if document.kind == kind] for kind in (*schema.FIXED, "coding")
}
RECORDS["translation"] = [json.loads(TRANSLATED.read_text(encoding="utf-8"))]
RECORDS["migration"] = [json.loads(MIGRATED.read_text(encoding="utf-8"))[0]["value"]]
RECORDS["samples"] = [json.loads((STUDY.parent / "valid/sample/coded/samples.json").read_bytes())]
CONTRACTS = {kind: validate.fixed_contract(kind) for kind in schema.FIXED}
CONTRACTS["coding"] = validate.coding_contract(RECORDS["codebook"][0])

ODD = [
    *(None, True, False, 0, 1, 2, 3, -1, -0.0, 1.0, 1.5, 1e300, 2**63, [], {}, [[]], [None], {"id": "a"}),
    *("", " ", "a", "a\n", "-", "null", "1", "quote", "paraphrase", "main", "adjudicated", "unknown", "as_cited"),
    *(
        "2026-03-03",
        "2026-03-03\n",
        "２０２６-０３-０３",
        "2026-02-30",
        "2026-03/..",
        "2026-11-22T09:00:00Z",
        "2026-11-22T23:59:60Z",
    ),
    *(
        "https://example.org",
        "https://例.jp",
        "ja",
        "zh-Hans\n",
        "JP",
        "𠮷",
        "𠮷" * 32,
        "a\u0000",
        "か\u3099",
        "あ" * 81,
        "e1.x-y_z",
    ),
]
KEYS = [
    "",
    "id",
    "$schema",
    "phase",
    "kind",
    "reason",
    "decisions",
    "no_article",
    "relation",
    "Überraschung",
    "𠮷",
    "a b",
    "notes",
]
values = (
    st.sampled_from(ODD) | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30)
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container inside a record, with each of its keys or places."""
    if isinstance(value, dict):
        return [(value, key) for key in value] + [place for inside in value.values() for place in places(inside)]
    if isinstance(value, list):
        return [(value, at) for at in range(len(value))] + [place for inside in value for place in places(inside)]
    return []


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> Any:
    """A valid record after up to three accidents."""
    record = copy.deepcopy(draw(st.sampled_from(RECORDS[kind])))
    for _ in range(draw(st.integers(0, 3))):
        found = places(record)
        if not found:
            break
        inside, key = draw(st.sampled_from(found))
        match draw(st.sampled_from(["drop", "replace", "replace", "add", "rename", "again", "tail"])):
            case "drop":
                del inside[key]
            case "replace":
                inside[key] = copy.deepcopy(draw(values))
            case "add" if isinstance(inside, dict):
                inside[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(values))
            case "rename" if isinstance(inside, dict):
                inside[draw(st.sampled_from(KEYS))] = inside.pop(key)
            case "again" if isinstance(inside, list):
                inside.append(copy.deepcopy(inside[key]))
            case "tail" if isinstance(inside[key], str):
                inside[key] += draw(st.sampled_from(["\n", " ", "０", "𠮷", "\u2028", "x"]))
    return record


@pytest.mark.parametrize("kind", CONTRACTS)
@settings(max_examples=150)
@given(data=st.data())
def test_one_verdict_and_always_an_explanation(kind: str, data: st.DataObject) -> None:
    record, contract = data.draw(mutated(kind)), CONTRACTS[kind]
    accepted = contract.screen.is_valid(record)
    assert contract.explainer.is_valid(record) is accepted
    found = validate.faults(Document(kind, "x.json", 0, b"", record, untidy=False), contract)
    assert bool(found) is not accepted
    for fault in found:
        assert fault.message
        assert fault.rule.startswith("schema_")
        assert points_into(record, fault.pointer)


def points_into(record: Any, pointer: str) -> bool:
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        record = record[int(key)] if isinstance(record, list) else record[key]
    return True


@pytest.mark.parametrize("kind", CONTRACTS)
def test_the_examples_are_valid(kind: str) -> None:
    assert RECORDS[kind]
    assert all(CONTRACTS[kind].screen.is_valid(record) for record in RECORDS[kind])


@settings(max_examples=150)
@given(
    st.from_regex(schema.TIME.removesuffix("$") + r"\Z", alphabet=st.characters(max_codepoint=127))
    | st.datetimes().map(lambda moment: moment.isoformat() + "Z")
    | st.text()
)
def test_both_validators_know_the_same_times(text: str) -> None:
    held_to = validate.contract({"format": "date-time", "pattern": schema.TIME})
    assert held_to.screen.is_valid(text) is validate.is_time(text)


@settings(max_examples=150)
@given(st.text("0123456789-/?~%.\n０", max_size=24) | st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9](/[0-9]{4}|/\.\.)?"))
def test_the_pattern_of_imprecise_dates_is_wider_than_their_format(text: str) -> None:
    """So that a broken date is told once, in the words of the format."""
    pattern = schema.fixed("events")["$defs"]["edtf"]["pattern"]
    if edtf.span(text) is not None:
        assert validate.contract({"pattern": pattern}).screen.is_valid(text)


def test_a_condition_keeps_silent_while_what_it_tests_is_wrong() -> None:
    """A coding without a phase was once told to list its decisions."""
    record = {key: value for key, value in RECORDS["coding"][0].items() if key != "phase"}
    found = validate.faults(Document("coding", "x.json", 0, b"", record, untidy=False), CONTRACTS["coding"])
    assert [(fault.pointer, fault.rule) for fault in found] == [("", "schema_required")]
    assert found[0].message == "the key 'phase' is missing: one of 'training', 'pilot', 'main', 'adjudicated'"


def test_a_forbidden_key_is_named() -> None:
    """A false schema was once told of the object that holds the key."""
    record = RECORDS["article"][0] | {"date": {**RECORDS["article"][0]["date"], "reason": "It stands in the archive."}}
    found = validate.faults(Document("article", "x.json", 0, b"", record, untidy=False), CONTRACTS["article"])
    assert [fault.pointer for fault in found] == ["/date/reason"]
