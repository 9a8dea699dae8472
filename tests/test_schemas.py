"""The schemas: valid themselves, checking what they claim to check, and the same for every editor and validator."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from framing.study import check, explain, levels, schema, validate
from framing.words import languages, words

ROOT = Path(__file__).parents[1]
STUDY = Path(__file__).parent / "examples" / "study"
CODEBOOKS = {
    name: json.loads((folder / "schemas" / "codebook.json").read_text(encoding="utf-8"))
    for name, folder in {"own": ROOT, "example": STUDY, "template": ROOT / "framing" / "study" / "template"}.items()
}
BODIES = {kind: schema.fixed(kind) for kind in schema.FIXED} | {
    f"coding-{name}": schema.compiled(codebook) for name, codebook in CODEBOOKS.items()
}
FORMATTED = {
    "date": (
        ["2016-02-29", "1999-12-31"],
        ["2015-02-29", "2016-2-9", "20160229", "２０１６-02-29", "2016-02-29\n", ""],
    ),
    "date-time": (
        ["2016-02-29T23:59:59Z", "2016-01-01T00:00:00.5+09:00"],
        [
            *("2015-02-29T00:00:00Z", "2016-01-01T24:00:00Z", "2016-01-01T00:00:00", "2016-01-01 00:00:00Z"),
            *("2016-01-01T00:00:00Z\n", "2016-01-01T23:59:60Z", "2016-01-01t00:00:00z", "2016-01-01"),
            *("2016-01-01T00:00:00+24:00", "0000-01-01T00:00:00Z", "２016-01-01T00:00:00Z"),
        ],
    ),
    "uri": (
        ["https://example.org/a?b#c", "http://xn--r8jz45g.jp/"],
        ["example.org", "https://例.jp", "http://a b", "http://[", "urn:isbn:1", "javascript:alert(1)", ""],
    ),
    "pages": (["3", "A1, A4", "B12–B13", "１面", "unknown"], ["9-3", "somewhere", "p. 3", "0", ""]),
    "edtf": (["2014", "2014-09?", "2014-01/.."], ["2014-13", "2015-02-29", "2014-02/2014-01", "2014?/", "201４", ""]),
}


def parts(body: Any) -> list[dict[str, Any]]:
    """A schema and every schema and object inside it."""
    inside = body.values() if isinstance(body, dict) else body if isinstance(body, list) else ()
    return ([body] if isinstance(body, dict) else []) + [part for value in inside for part in parts(value)]


@pytest.mark.parametrize("name", BODIES)
def test_valid_by_the_metaschema(name: str) -> None:
    Draft202012Validator.check_schema(BODIES[name])
    jsonschema_rs.meta.validate(BODIES[name])
    assert BODIES[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("name", BODIES)
def test_patterns_mean_the_same_everywhere(name: str) -> None:
    for pattern in (part["pattern"] for part in parts(BODIES[name]) if isinstance(part.get("pattern"), str)):
        assert pattern.isascii()
        assert not re.search(r"\\[dDwWsSpPbB]|\(\?|\\", pattern), pattern
        assert pattern.startswith("^")
        assert pattern.endswith("$")


def test_every_pattern_is_explained() -> None:
    used = {
        part["pattern"]: part
        for body in BODIES.values()
        for part in parts(body)
        if isinstance(part.get("pattern"), str)
    }
    used = {pattern: part for pattern, part in used.items() if part.get("format") != "edtf"}
    assert set(used) == set(explain.PATTERNS)


@pytest.mark.parametrize("name", BODIES)
def test_closed_and_described(name: str) -> None:
    """An object with named keys admits no others save languages, and what a person must give says what it is."""
    for part in parts(BODIES[name]):
        if part.get("type") == "object" and "properties" in part:
            languages = "pattern" in part.get("propertyNames", {})
            assert part["additionalProperties"] is False or languages
            assert set(part.get("required", ())) <= set(part["properties"])
            for key in part.get("required", ()):
                given = part["properties"][key]
                reference = BODIES[name].get("$defs", {}).get(given.get("$ref", "").removeprefix("#/$defs/"), {})
                assert {"description", "enum"} & {*given, *reference}, key


@pytest.mark.parametrize("name", BODIES)
def test_only_known_formats(name: str) -> None:
    used = {part["format"] for part in parts(BODIES[name]) if isinstance(part.get("format"), str)}
    assert used <= set(validate.FORMATS)


@pytest.mark.parametrize(("name", "good", "bad"), [(name, *texts) for name, texts in FORMATTED.items()])
def test_formats_are_really_checked(name: str, good: list[str], bad: list[str]) -> None:
    narrowed = {"pattern": schema.TIME} if name == "date-time" else {}
    held_to = validate.contract({"format": name, **narrowed})
    for text, right in [(text, True) for text in good] + [(text, False) for text in bad]:
        assert held_to.screen.is_valid(text) is right, text
        assert held_to.explainer.is_valid(text) is right, text


def test_every_time_is_narrowed() -> None:
    """The screen's own check of times is wider than ours; the pattern beside it makes up for that."""
    for body in BODIES.values():
        for part in parts(body):
            if part.get("format") == "date-time":
                assert part["pattern"] == schema.TIME


@pytest.mark.parametrize("name", CODEBOOKS)
def test_choices_stand_in_the_order_of_the_codebook(name: str) -> None:
    codebook, properties = CODEBOOKS[name], BODIES[f"coding-{name}"]["properties"]
    frames = [frame["id"] for frame in codebook["frames"]]
    variables = codebook["variables"]
    assert properties["frames"]["properties"]["primary"]["enum"] == frames
    assert properties["frames"]["properties"]["secondary"]["items"]["enum"] == frames
    assert list(properties["values"]["properties"]) == [variable["id"] for variable in variables]
    for variable in variables:
        values, reasons = [value["id"] for value in variable["values"]], [*variable["missing"], levels.NOT_CODED]
        answer = properties["values"]["properties"][variable["id"]]
        if levels.several(variable):
            assert (answer["items"]["enum"], answer["then"]["enum"]) == (values, reasons)
        else:
            assert answer["enum"] == values + reasons
    supported = properties["evidence"]["items"]["properties"]["supports"]["enum"]
    assert supported == ["event", *frames, *(variable["id"] for variable in variables)]
    assert properties["confidence"]["enum"] == [value["id"] for value in codebook["confidence"]["values"]]
    relations = [relation["id"] for relation in codebook["event"]["relations"]]
    assert properties["event"]["properties"]["relation"]["enum"] == [*relations, None]


@pytest.mark.parametrize("name", BODIES)
def test_every_choice_of_the_codebook_is_described(name: str) -> None:
    for part in parts(BODIES[name]):
        if "enumDescriptions" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])


def test_the_committed_coding_schema_is_the_compiled_one() -> None:
    text = (ROOT / "schemas" / "coding.schema.json").read_text(encoding="utf-8")
    assert text == schema.compiled_text(CODEBOOKS["own"])


def test_the_repository_is_a_clean_study() -> None:
    assert check.faults(ROOT) == []


def test_the_template_becomes_a_clean_study(tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "study"
    shutil.copytree(ROOT / "framing" / "study" / "template", root)
    check.mend(root)
    assert check.faults(root) == []


def test_decisions_may_settle_a_variable_with_digits_in_its_name() -> None:
    """The pattern once admitted letters and underscores only, while ids may hold digits, points and hyphens."""
    value = BODIES["coding-own"]["properties"]["decisions"]["items"]["properties"]["value"]
    assert validate.contract(value).screen.is_valid("/values/tone-2.b")


@pytest.mark.parametrize("language", languages())
def test_the_length_of_evidence_is_said_as_it_is_counted(language: str) -> None:
    """The schema and two hints in each language once spelt it out."""
    shown = words("workbench", language)
    limits = {"words": schema.WORDS, "characters": schema.CHARACTERS}
    for key in ("evidence_hint", "fault_coding_evidence_short"):
        assert not re.search("[0-9]", shown[key])
        assert str(schema.WORDS) in shown[key].format(**limits)
    told = BODIES["coding-template"]["properties"]["evidence"]["description"]
    assert f"{schema.WORDS} words" in told
    assert f"{schema.CHARACTERS} characters" in told
