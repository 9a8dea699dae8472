"""Whole studies, clean and broken, each one small study with something changed; what is expected stands beside each."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from framing.study import check, explain, load, rules, schema, unreadable
from framing.study.faults import Fault
from tests.overlay import EXPECTED, INVALID, STUDY, VALID, overlaid

# Keywords that say something by themselves; the others (items, then, $ref …) only lead to them.
TELLING = {*explain._SENTENCES, "additionalProperties", "propertyNames"}
SILENT = {
    *("$schema", "$id", "$defs", "$ref", "$comment", "title", "description", "enumDescriptions", "default"),
    *("properties", "items", "itemsInOrder", "if", "then", "else", "contains"),
}
# Codes of faults that are neither a schema's nor a rule's.
FORM = {
    *(
        "canonical",
        "codebook_valid",
        "encoding",
        "file_empty",
        "file_expected",
        "file_missing",
        "file_readable",
        "frame_kept",
        "json",
    ),
    *("json_duplicate_key", "json_number", "json_object", "kind", "place", "schema_current", "schema_named"),
    *("text_composed", "text_kept", "text_printable", "text_told"),
}
JARGON = re.compile(r"schema(?!\.json|s/)|instance|regex|pattern|validat|parse|property|\^|\$\)", re.I)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Fault]]:
    """The faults of every invalid example, by its name."""
    return {case.name: check.faults(overlaid(case, tmp_path_factory.mktemp(case.name) / "study")) for case in INVALID}


def test_the_study_itself_is_clean() -> None:
    assert check.faults(STUDY) == []


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid(case: Path, tmp_path: Path) -> None:
    assert check.faults(overlaid(case, tmp_path / "study")) == []


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_invalid(case: Path, found: Mapping[str, list[Fault]]) -> None:
    expected = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert sorted(map(str, found[case.name])) == expected
    assert expected


def test_there_are_many_cases() -> None:
    assert len(INVALID) >= 60
    assert len(VALID) >= 10


def test_every_rule_is_broken_somewhere(found: Mapping[str, list[Fault]]) -> None:
    codes = {fault.rule for faults in found.values() for fault in faults}
    every = {rule.__name__ for named in rules.RULES.values() for rule in named}
    every |= {rule.__name__ for rule in rules.STUDY_RULES}
    assert every <= codes
    assert {code for code in codes if not code.startswith("schema_")} <= every | FORM
    assert codes >= FORM


def test_every_keyword_is_broken_somewhere(found: Mapping[str, list[Fault]]) -> None:
    codes = {fault.rule.removeprefix("schema_") for faults in found.values() for fault in faults}
    used = {keyword for body in schemas() for keyword in keywords(body)}
    assert used <= TELLING | SILENT
    assert used & TELLING <= codes
    assert "false" in codes


def test_every_format_and_type_is_broken_somewhere(found: Mapping[str, list[Fault]]) -> None:
    told = "\n".join(fault.message for faults in found.values() for fault in faults)
    for sentence in (*explain.FORMATS.values(), *explain.PATTERNS.values()):
        assert sentence in told
    for name in ("object", "array", "string", "integer", "number", "boolean", "null"):
        assert explain.TYPES[name] in told


def test_every_complaint_about_json_is_made_somewhere(found: Mapping[str, list[Fault]]) -> None:
    told = "\n".join(fault.message for faults in found.values() for fault in faults)
    for sentence in unreadable.COMPLAINTS.values():
        assert sentence in told


def test_messages_are_for_people(found: Mapping[str, list[Fault]]) -> None:
    """One line, begun in lower case or by a value, without the words of programmers."""
    for fault in (fault for faults in found.values() for fault in faults):
        assert not JARGON.search(re.sub(r"'[^']*'|`[^`]*`", "", fault.message)), fault
        assert fault.message == fault.message.strip(" .")
        assert "\n" not in str(fault)
        assert not fault.message[0].isupper() or fault.message.startswith(("NaN", "A/B")), fault


def test_the_same_faults_in_lines_of_jsonl(found: Mapping[str, list[Fault]], tmp_path: Path) -> None:
    """Every fault of a coding's content is told alike when the coder's folder is one JSONL file."""
    for case in INVALID:
        root = overlaid(case, tmp_path / case.name)
        if not any(_is_changed(path, root) for path in root.glob("coded/codings/alba/*.json")):
            continue
        if any(isinstance(document, Fault) for document in load.documents(root)):
            continue
        if "place" in {fault.rule for fault in found[case.name]}:  # a line has no name from which it could differ
            continue
        as_lines(root / "coded" / "codings" / "alba")
        content = {"canonical", "schema_named"}
        expected = [(fault.rule, fault.pointer, fault.message) for fault in found[case.name]]
        told = [(fault.rule, fault.pointer, fault.message) for fault in check.faults(root)]
        assert sorted(x for x in told if x[0] not in content) == sorted(x for x in expected if x[0] not in content)


def _is_changed(path: Path, root: Path) -> bool:
    before = STUDY / path.relative_to(root)
    return not before.exists() or before.read_bytes() != path.read_bytes()


def as_lines(folder: Path) -> None:
    from framing.study.canonical import as_line

    records = [load.parse(path.read_bytes(), "coding", path.name, 0)[-1] for path in sorted(folder.iterdir())]
    lines = [as_line(record.record) for record in records if not isinstance(record, Fault)]
    folder.with_name(folder.name + ".jsonl").write_bytes(b"".join(lines))
    shutil.rmtree(folder)


def schemas() -> Iterator[schema.Schema]:
    yield from map(schema.fixed, schema.FIXED)
    codebook = load.parse((STUDY / "schemas/codebook.json").read_bytes(), "codebook", "", 0)[0]
    assert not isinstance(codebook, Fault)
    yield schema.compiled(codebook.record)


def keywords(body: Any) -> Iterator[str]:
    """The keywords of a schema, and of every schema inside it; names of properties are none."""
    if isinstance(body, dict):
        for keyword, value in body.items():
            yield keyword
            if keyword in ("properties", "$defs"):
                for inside in value.values():
                    yield from keywords(inside)
            elif keyword not in ("enum", "const", "required", "enumDescriptions"):
                yield from keywords(value)
