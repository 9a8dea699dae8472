"""A line that passes at a glance has no fault whatever, and a usual line without faults passes."""

import copy
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.study import canonical, check, edtf, grammar, load, rules, schema, screen, validate
from framing.study.faults import Fault
from framing.study.index import Index
from framing.study.load import Document
from framing.study.rules import texts

STUDY = Path(__file__).parent / "examples" / "study"
DOCUMENTS = [found for found in load.documents(STUDY) if isinstance(found, Document)]
CODINGS = [found.record for found in DOCUMENTS if found.kind == "coding"]
INDEX = Index()
for known in DOCUMENTS:
    if known.kind != "coding":
        INDEX.add(known)
HELD_TO = validate.coding_contract(INDEX.codebook)
CLEAN = grammar.line(HELD_TO.schema)
LINES = [{key: value for key, value in coding.items() if key != "$schema"} for coding in CODINGS]
USUAL = [coding for coding in LINES if coding["phase"] != "adjudicated"]


EVIDENCE = {"supports": "", "kind": "paraphrase", "text": "это так", "lang": "ru", "en": "it is", "locator": "1"}


def passes(raw: bytes, coder: str) -> bool:
    return glanced(raw, coder, INDEX) is not None


def glanced(raw: bytes, coder: str, index: Index) -> Any:
    """The coding that passes, while the index stays as it was."""
    apart = copy.copy(index)
    apart.coded = defaultdict(set, {name: set(articles) for name, articles in index.coded.items()})
    return screen.glance(coder, CLEAN, HELD_TO.defaults, apart)(raw)


def faults(raw: bytes, coder: str) -> list[Fault]:
    """The faults of a line when it goes the long way."""
    found: list[Fault] = []
    for document in load.parse(raw, "coding", f"coded/codings/{coder}.jsonl", 1):
        if isinstance(document, Fault):
            found.append(document)
            continue
        broken = validate.faults(document, HELD_TO)
        whole = validate.completed(document, HELD_TO)
        found += broken or [*rules.faults(whole, INDEX), *check._form(document, HELD_TO)]
    return found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from places(part)


def vocabulary(value: Any) -> Iterator[Any]:
    """Every scalar in a record: what stands well in one place is the likeliest accident in another."""
    for inside, key in places(value):
        if not isinstance(inside[key], dict | list):
            yield inside[key]


SCALARS = sorted({(type(value).__name__, value) for coding in CODINGS for value in vocabulary(coding)} - {()}, key=repr)
ODD = [
    *("", "a", "economy", "voice", "event", "neither", "1.0.0", "2.0.0", "e2-fare-talks", "unknown", "not_expressed"),
    *(
        "か\u3099",
        "がき",
        "e\u0301",
        "é",
        "а\u0306",
        "가\u11a8",
        "«да»",
        'a "b"\\\n\t',
        "\x7f",
        "\x85",
        "😀",
        "\u302a\u302d",
    ),
    *(
        "it is",
        "это так",
        "\u3000",
        "   ",
        "\n\n\n",
        "a\u200bb",
        "a\u00adb",
        "\u202eab",
        "葛\U000e0100",
        "????",
        "a ????",
        "why????",
    ),
    *("word " * 26, "word " * 25, "字" * 76, "字" * 75, "x" * 33, "x\u3000" * 26, "2026-02-29T09:00:00Z"),
    *("2024-02-29T09:00:00Z", "2026-04-31T09:00:00Z", "2026-11-22T23:59:60Z", "2026-11-22T24:00:00Z", "ja", "zh-Hans"),
    *(None, True, False, 0, 1, -1, -0.0, 1.0, 7.5, 0.125, 1e300, 10**17, 2**63, 1e-7, 0.30000000000000004, [], {}),
]
values = (
    st.sampled_from([value for _, value in SCALARS]) | st.sampled_from(ODD) | st.integers(0, 60) | st.text(max_size=9)
)


@st.composite
def accidents(draw: st.DrawFn) -> tuple[bytes, str]:
    """A line of codings after some accidents, and whose file it stands in."""
    record = copy.deepcopy(draw(st.sampled_from(LINES)))
    coder = record["coder"]
    for _ in range(draw(st.integers(0, 3))):
        inside, key = draw(st.sampled_from(list(places(record))))
        match draw(st.sampled_from(["replace", "replace", "replace", "drop", "again", "last", "swap"])):
            case "replace":
                inside[key] = copy.deepcopy(draw(values))
            case "drop":
                del inside[key]
            case "again" if isinstance(inside, list):
                inside.append(copy.deepcopy(inside[key]))
            case "last" if isinstance(inside, dict):
                inside[key] = inside.pop(key)
            case "swap" if isinstance(inside, list):
                inside[key] = copy.deepcopy(draw(st.sampled_from(inside)))
        if not record:
            break
    return canonical.as_line(record), draw(st.sampled_from([coder, coder, coder, "alba"]))


@settings(max_examples=600)
@given(accidents())
def test_what_passes_has_no_fault(accident: tuple[bytes, str]) -> None:
    raw, coder = accident
    assert not passes(raw, coder) or faults(raw, coder) == []


@settings(max_examples=400)
@given(st.data())
def test_whatever_bytes_pass_have_no_fault(data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(USUAL))
    raw = canonical.as_line(record)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(start + 3, len(raw))))
    patch = data.draw(
        st.binary(max_size=3) | st.text(max_size=2).map(str.encode) | st.sampled_from([b"0", b" ", b"\\"])
    )
    raw = raw[:start] + patch + raw[end:]
    assert not passes(raw, record["coder"]) or faults(raw, record["coder"]) == []


@pytest.mark.parametrize("record", USUAL, ids=lambda record: f"{record['coder']}/{record['article']}")
def test_usual_codings_pass(record: Any) -> None:
    assert passes(canonical.as_line(record), record["coder"])


def test_every_rule_stops_a_coding_at_a_glance() -> None:
    """The accidents of the property test are rare; here every rule but three is broken on purpose."""
    record = next(coding for coding in USUAL if coding["frames"]["secondary"] and coding["event"]["id"])
    item = record["evidence"][0]
    primary = record["frames"]["primary"]
    quote = {"supports": primary, "kind": "quote", "text": "twelve chars", "lang": "en", "start": 5, "end": 18}
    uncoded = next(frame["id"] for frame in INDEX.codebook["frames"] if frame["id"] not in str(record["frames"]))
    broken: dict[str, Any] = {
        "coding_article_known": {"article": "nowhere-2026-03-03"},
        "coding_coder_known": {"coder": "nobody"},
        "coding_version_known": {"codebook": "0.1.0"},
        "coding_primary_alone": {"frames": {"primary": primary, "secondary": [primary]}},
        "coding_event_known": {"event": {"id": "nothing", "relation": "reports"}},
        "coding_after_event": {"event": {"id": "e1-first-ferry", "relation": "previews"}},
        "coding_after_article": {"coded_at": "2026-02-01T09:00:00Z"},
        "coding_constraints": {"article": "more-2026-04", "values": record["values"] | {"voice": "outlet"}},
        "coding_adjudicated_by_adjudicator": {"coder": "carla"},
        "coding_primary_has_evidence": {"evidence": [item | {"supports": "event"}]},
        "coding_evidence_of_something": {"evidence": [*record["evidence"], item | {"supports": uncoded}]},
        "coding_evidence_short": {"evidence": [*record["evidence"], item | {"text": "word " * 26, "lang": "en"}]},
        "coding_quote_measures": {"evidence": [*record["evidence"], quote]},
    }
    named = {rule.__name__ for rule in rules.RULES["coding"]}
    broken["coding_in_english"] = {"evidence": [*record["evidence"], EVIDENCE | {"supports": primary, "en": "это"}]}
    decisions = {"coding_decisions_refer", "coding_settles_once"}  # which never pass
    assert named - broken.keys() == {"coding_once", *decisions}  # the first is the next test
    for rule, change in broken.items():
        changed = record | change
        raw = canonical.as_line(changed)
        assert rule in {fault.rule for fault in faults(raw, changed["coder"])}
        assert CLEAN.fullmatch(raw.decode())
        assert not passes(raw, changed["coder"])


@pytest.mark.parametrize(
    "text",
    [
        "\u3000 \u3000",
        "\n\t ",
        "a\u200bb",
        "a\u00adb",
        "a\ufeffb",
        "\u202eabc",
        "abc\uffa0",
        "????",
        "и ???? и",
        "\ufffd\ufffd\ufffd",
        "\xa0\xa0\xa0",
    ],
)
@pytest.mark.parametrize("place", ["memo", "text", "locator"])
def test_a_text_that_is_refused_stops_a_coding_at_a_glance(place: str, text: str) -> None:
    record = copy.deepcopy(USUAL[0])
    (record if place == "memo" else record["evidence"][0])[place] = text
    raw = canonical.as_line(record)
    assert [fault.rule[:5] for fault in faults(raw, record["coder"])] == ["text_"]
    assert not passes(raw, record["coder"])


def test_a_coding_passes_once() -> None:
    record = USUAL[0]
    raw = canonical.as_line(record)
    index = copy.copy(INDEX)
    index.coded = defaultdict(set)
    look = screen.glance(record["coder"], CLEAN, HELD_TO.defaults, index)
    assert look(raw) == record
    assert look(raw) is None


def test_characters_of_the_grammar_are_visible_and_combine_with_nothing() -> None:
    """Every one of Unicode: composed by itself, no control, and never the second part of a composition."""
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    parts = (unicodedata.decomposition(char).split() for char in every)
    second = {chr(int(part[1], 16)) for part in parts if len(part) == 2 and not part[0].startswith("<")}
    jamo = {chr(code) for code in range(0x1100, 0x1200)}
    for char in re.findall(grammar._CHAR, "".join(every)):
        assert unicodedata.is_normalized("NFC", char)
        assert not unicodedata.combining(char)
        assert char not in second | jamo
        assert not texts.HIDDEN.search(char)
        assert not char.isspace() or char in " \u3000"
        assert canonical.as_line({"a": char}) == f'{{"a":"{char}"}}\n'.encode()


@given(st.from_regex(grammar._NUMBER, fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_numbers_of_the_grammar_are_written_in_one_way(text: str) -> None:
    raw = f'{{"a":{text}}}\n'.encode()
    document = load.parse(raw, "coding", "x", 1)[0]
    assert isinstance(document, Document)
    assert not document.untidy


@given(st.from_regex(grammar._FORMATS["date-time"], fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_times_of_the_grammar_exist(text: str) -> None:
    assert validate.is_time(text)
    assert edtf.span(text[:10]) is not None
    assert validate.contract({"format": "date-time", "pattern": schema.TIME}).screen.is_valid(text)


@pytest.mark.parametrize(
    "unknown",
    [
        {"type": "string", "pattern": "a"},
        {"type": "string", "minLength": 1, "contentEncoding": "base64"},
        {"type": "integer", "minimum": 1},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        {"type": "object", "properties": {"a": {"enum": [1]}}, "required": []},
        {
            "type": "object",
            "properties": {"a": {"enum": [1]}},
            "required": [],
            "if": {"properties": {"a": {"const": 1}}},
        },
        {"type": "boolean"},
    ],
)
def test_what_the_grammar_does_not_know_it_does_not_guess(unknown: dict[str, Any]) -> None:
    with pytest.raises(NotImplementedError):
        grammar.line(unknown)
