"""Migrations that cannot be right, and studies in which one meets trouble: faults with their places, never a traceback."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.faults import Fault, InvalidStudy
from framing.study.revision import journal
from framing.study.revision.migration import Migration, way
from framing.study.revision.plan import plan
from framing.study.revision.versions import codebook_at, keep
from tests.ran import ran

STUDY = Path(__file__).parents[1] / "examples" / "study"
MIGRATION = "schemas/migrations/1.1.0-2.0.0.json"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    return root


def written(root: Path, origin: str, target: str, *operations: dict[str, Any]) -> None:
    record = {"$schema": "../migration.schema.json", "from": origin, "to": target, "why": "A change that a test makes."}
    path = root / "schemas" / "migrations" / f"{origin}-{target}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(json.dumps({**record, "operations": list(operations)}, indent=2).encode() + b"\n")


def risen(root: Path, *operations: dict[str, Any], version: str = "2.0.0") -> None:
    """A codebook of which only the version has changed, with operations that claim more."""
    keep(root, codebook_at(root, "schemas/codebook.json"))
    path = root / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    change = {"version": version, "date": "2026-11-27", "kind": "major", "summary": "A change that a test makes."}
    path.write_bytes(json.dumps({**book, "version": version, "changes": [change, *book["changes"]]}).encode())
    written(root, "1.1.0", version, *operations)
    check.mend(root)


def faults(root: Path) -> list[Fault]:
    try:
        return list(plan(root).faults)
    except InvalidStudy as error:
        return list(error.faults)


def run(root: Path, *words: str) -> tuple[int, str]:
    return ran("codebook", *words, "--study", root)


@pytest.mark.parametrize(
    "entry",
    [
        {"do": "rename", "frame": "economy"},
        {"do": "rename", "to": "money"},
        {"do": "rename", "value": "guest", "to": "visitor"},
        {"do": "rename", "frame": "economy", "variable": "tone", "to": "money"},
        {"do": "split", "frame": "economy"},
        {"do": "split", "variable": "tone", "into": ["mood", "manner"]},
        {"do": "merge", "frame": "economy", "to": "conflict"},
        {"do": "merge", "frames": ["economy", "conflict"]},
        {"do": "merge", "variable": "tone", "to": "voice"},
        {"do": "scale", "variable": "tone"},
        {"do": "scale", "frame": "economy", "scale": {"1": 1}},
        {"do": "redefine"},
        {"do": "remove", "frame": "economy", "to": "conflict"},
    ],
)
def test_an_operation_without_what_it_needs_or_with_more_is_a_fault(study: Path, entry: dict[str, Any]) -> None:
    risen(study, {"do": "redefine", "frame": "economy"}, entry)
    (fault,) = faults(study)
    assert (fault.file, fault.pointer, fault.rule) == (MIGRATION, "/operations/1", "migration_operations_whole")
    assert fault in check.faults(study)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([{"do": "scale", "variable": "voice", "scale": {"1": 1}}], "'voice' has no numbers in codebook 1.1.0"),
        ([{"do": "scale", "variable": "tone", "scale": {"1": 99}}], "codebook 2.0.0 has no value of tone 99"),
        ([{"do": "scale", "variable": "tone", "scale": {"7": 1}}], "codebook 1.1.0 has no value of tone 7"),
        ([{"do": "add", "variable": "tone"}], "the name 'tone' is in use here already"),
        ([{"do": "add", "variable": "voice", "value": "guest"}], "the name 'guest' is in use here already"),
        ([{"do": "rename", "frame": "economy", "to": "conflict"}], "the name 'conflict' is in use here already"),
        ([{"do": "rename", "frame": "economy", "to": "tone"}], "the name 'tone' is in use here already"),
        ([{"do": "rename", "variable": "tone", "to": "economy"}], "the name 'economy' is in use here already"),
        ([{"do": "rename", "variable": "tone", "to": "event"}], "the name 'event' is in use here already"),
        ([{"do": "merge", "frames": ["economy", "other"], "to": "conflict"}], "the name 'conflict' is in use here"),
        ([{"do": "rename", "variable": "tone", "value": "1", "to": 0}], "did you mean 1 (without quotes)?"),
        ([{"do": "remove", "variable": "tone"}] * 2, "has no variable 'tone'"),
        ([{"do": "remove", "variable": "tone"}], "variable tone is new in 2.0.0"),
    ],
)
def test_names_that_are_not_there_or_in_use_are_faults(
    study: Path, entries: list[dict[str, Any]], message: str
) -> None:
    risen(study, *entries)
    found = faults(study)
    assert all(fault.file == MIGRATION and fault.pointer.startswith("/operations") for fault in found)
    assert any(message in fault.message for fault in found), found
    assert run(study, "migrate", "--write")[0] == 1


@pytest.mark.parametrize(
    ("origin", "target", "pointer"), [("2.0.0", "1.1.0", "/to"), ("1.1.0", "1.1.0", "/to"), ("1.1.0", "3.0.0", "/from")]
)
def test_migrations_lead_to_newer_versions_and_one_from_each(
    study: Path, origin: str, target: str, pointer: str
) -> None:
    risen(study)
    written(study, origin, target)
    (fault,) = faults(study)
    assert (fault.file, fault.pointer) == (f"schemas/migrations/{origin}-{target}.json", pointer)
    assert fault in check.faults(study)


def test_the_way_is_found_among_many_migrations_that_lead_nowhere() -> None:
    steps = [Migration("", f"1.0.{number}", f"1.0.{number + 1}", "", ()) for number in range(300)]
    assert way(steps, "1.0.0", "2.0.0") is None
    around = [Migration("", "1.0.0", "2.0.0", "", ()), Migration("", "2.0.0", "1.0.0", "", ())]
    assert way(around, "1.0.0", "3.0.0") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda coding: coding.update(codebook="soon"),
        lambda coding: coding.update(codebook=2),
        lambda coding: coding.pop("codebook"),
        lambda coding: coding.pop("frames"),
        lambda coding: coding.update(frames={"primary": ["economy"], "secondary": None}),
        lambda coding: coding["values"].pop("tone"),
    ],
)
def test_a_coding_that_is_not_whole_is_a_fault_of_its_own(study: Path, damage: Any) -> None:
    risen(study, {"do": "redefine", "variable": "tone"}, {"do": "redefine", "frame": "economy"})
    path = study / "coded" / "codings" / "alba" / "kaiko-shimbun-2026-03-03.json"
    coding = json.loads(path.read_bytes())
    damage(coding)
    path.write_bytes(json.dumps(coding, ensure_ascii=False, indent=2).encode() + b"\n")
    assert {fault.file for fault in faults(study)} == {path.relative_to(study).as_posix()}


def test_lines_end_at_line_feeds_alone(study: Path) -> None:
    path = study / "coded" / "codings" / "boris.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0].replace(b",", b",\r", 1).replace(b"\n", b"\r\n"), *lines[1:]]))
    before = path.read_bytes()
    assert run(study, "rename", "frame", "economy", "money", "--write")[0] == 0
    assert check.faults(study) == []
    assert run(study, "migrate", "--undo")[0] == 0
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_read_stops_everything(study: Path) -> None:
    path = study / "coded" / "codings" / "alba" / "harbour-post-2026-03-03.json"
    path.rename(study / "elsewhere.json")
    path.symlink_to(study / "nowhere.json")
    (fault,) = faults(study)
    assert fault.rule == "file_readable"
    path.unlink()
    path.symlink_to(study / "elsewhere.json")
    before = path.read_bytes()
    assert run(study, "rename", "frame", "economy", "money", "--write")[0] == 0
    assert path.is_symlink()
    assert b'"money"' in path.read_bytes()
    assert run(study, "migrate", "--undo")[0] == 0
    assert path.is_symlink()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("rename", "value", "tone=1", "2"), "The values of 'tone' are numbers on a scale."),
        (("rename", "value", "tone=1", "warm"), "The values of 'tone' are numbers on a scale."),
        (("rename", "value", "tine=1", "warm"), "There is no variable 'tine'; did you mean 'tone'?"),
        (("rename", "value", "voice=guest", "3"), "'3' cannot be a name."),
        (("rename", "frame", "economy", "Öl"), "'Öl' cannot be a name."),
        (("rename", "frame", "economy", ""), "'' cannot be a name."),
        (("languages", "en,xx"), "There is no language 'xx'"),
        (("languages", "en,zh hans"), "There is no language 'zh hans'"),
        (("languages", "en,ja,ru"), "Labels are in these languages already."),
    ],
)
def test_a_name_or_a_language_that_cannot_be_is_refused(study: Path, words: tuple[str, ...], message: str) -> None:
    code, output = run(study, *words)
    assert code == 2
    assert message in output


def test_the_same_language_twice_is_one(study: Path) -> None:
    assert run(study, "languages", "en,ja,en", "--write")[0] == 0
    assert list(codebook_at(study, "schemas/codebook.json").record["title"]) == ["en", "ja"]


@pytest.mark.parametrize("content", [None, b"{", b'{"events": [{}]}'])
def test_languages_need_the_register_of_events(study: Path, content: bytes | None) -> None:
    path = study / "coded" / "events.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    done = CliRunner().invoke(app, ["codebook", "languages", "en,ja", "--study", str(study)])
    assert isinstance(done.exception, InvalidStudy)
    assert {fault.file for fault in done.exception.faults} == {"coded/events.json"}


def test_two_writings_to_one_version_are_undone_one_after_the_other(study: Path) -> None:
    path = study / "coded" / "outlets.json"
    before = path.read_bytes()
    journal.write_all(study, "to-2.0.0", {"coded/outlets.json": b"1"})
    journal.write_all(study, "to-2.0.0", {"coded/outlets.json": b"2"})
    assert run(study, "migrate", "--undo")[0] == 0
    assert path.read_bytes() == b"1"
    assert run(study, "migrate", "--undo")[0] == 0
    assert path.read_bytes() == before
    assert run(study, "migrate", "--undo") == (4, "there is no migration to undo here")


def test_who_stops_the_writing_finds_everything_as_it_was(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = study / "coded" / "outlets.json"
    before, write = path.read_bytes(), journal.write

    def stopped(there: Path, content: bytes) -> None:
        if there.name == "events.json" and ".framing" not in there.parts:
            raise KeyboardInterrupt
        write(there, content)

    monkeypatch.setattr(journal, "write", stopped)
    with pytest.raises(KeyboardInterrupt):
        journal.write_all(
            study, "to-2.0.0", {"coded/outlets.json": b"1", "coded/new.json": b"", "coded/events.json": b""}
        )
    monkeypatch.undo()
    assert run(study, "migrate", "--undo")[0] in (0, 4)
    assert path.read_bytes() == before
    assert not (study / "coded" / "new.json").exists()


def test_a_missing_value_can_be_given_up(study: Path) -> None:
    risen(study, {"do": "rename", "variable": "tone", "value": "not_expressed", "to": "unknown"})
    path = study / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    next(entry for entry in book["variables"] if entry["id"] == "tone")["missing"].remove("not_expressed")
    path.write_bytes(json.dumps(book, ensure_ascii=False).encode())
    assert any("in use here" in fault.message for fault in faults(study))
    merge = {"do": "merge", "variable": "tone", "values": ["not_expressed", "unknown"], "to": "unknown"}
    written(study, "1.1.0", "2.0.0", merge)
    check.mend(study)
    assert faults(study) == []
    assert run(study, "migrate", "--write")[0] == 0
    assert check.faults(study) == []
