"""A study whose question becomes one that several values may answer: forth, back to the byte, and on from there."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.revision import journal
from framing.study.revision.difference import bump, difference
from framing.study.revision.plan import plan
from framing.study.revision.touched import records_under, touched, uses
from framing.study.revision.versions import codebook_at
from tests.revision.test_migration import STUDY, contents, revised

SET = {"do": "set", "variable": "causes"}
Record = dict[str, Any]


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """The example study, in which causes are sets."""
    return Path(shutil.copytree(STUDY, tmp_path / "study"))


@pytest.fixture
def single(sets: Path) -> Path:
    """The example study as it would be if each coder had named one cause."""
    path = sets / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    _leveled(book, "nominal")
    path.write_bytes(json.dumps(book, ensure_ascii=False).encode())
    for path in (sets / "coded" / "codings").rglob("*.json*"):
        lines = [
            json.loads(line)
            for line in (path.read_text().splitlines() if path.suffix == ".jsonl" else [path.read_text()])
        ]
        for coding in lines:
            given = coding["values"]["causes"]
            coding["values"]["causes"] = given[0] if isinstance(given, list) else given
        path.write_text("".join(json.dumps(coding, ensure_ascii=False) + "\n" for coding in lines))
    check.mend(sets)
    assert check.faults(sets) == []
    return sets


def _leveled(book: Record, level: str) -> None:
    causes = book["variables"][-1]
    causes["level"] = level
    causes["values"][-1].pop("alone", None)
    if level == "set":
        causes["values"][-1]["alone"] = True


def to_set(book: Record) -> None:
    _leveled(book, "set")


def causes(root: Path) -> dict[tuple[str, str], Any]:
    found = {}
    for path in sorted((root / "coded" / "codings").rglob("*.json*")):
        for line in path.read_text().splitlines() if path.suffix == ".jsonl" else [path.read_text()]:
            coding = json.loads(line)
            found[coding["coder"], coding["article"]] = coding["values"]["causes"]
    return found


def written(root: Path) -> None:
    planned = plan(root)
    assert planned.faults == ()
    journal.write_all(root, planned.name, planned.files)
    assert check.faults(root) == []


def test_answers_become_sets_and_single_again_to_the_byte(single: Path) -> None:
    before = causes(single)
    revised(single, to_set, SET)
    stood = contents(single)
    planned = plan(single)
    assert [each.losses for each in planned.moved] == [()] * len(before)
    written(single)
    assert causes(single) == {key: value if value == "unknown" else [value] for key, value in before.items()}
    once = contents(single)
    journal.undo(single, journal.journals(single)[-1])
    assert contents(single) == stood
    written(single)
    assert contents(single) == once


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        ([], "variable causes is a set in 2.0.0, and no operation (set) makes older answers sets"),
        ([SET, {"do": "set", "variable": "tone"}], "'tone' is ordinal in codebook 2.0.0, no set"),
        ([{"do": "set", "variable": "cause"}], "codebook 1.1.0 has no variable 'cause'; did you mean 'causes'?"),
    ],
)
def test_a_migration_says_who_becomes_a_set(single: Path, operations: list[Record], said: str) -> None:
    revised(single, to_set, *operations)
    assert said in [fault.message for fault in plan(single).faults]


def test_nothing_chooses_among_several_values(sets: Path) -> None:
    revised(sets, lambda book: _leveled(book, "nominal"))
    (fault,) = plan(sets).faults
    assert fault.message.startswith(
        "variable causes is a set in 1.1.0 and nominal in 2.0.0, and no operation chooses among several"
    )


def _values(book: Record, *names: str) -> None:
    values = book["variables"][-1]["values"]
    known = {value["id"]: value for value in values}
    labels = {"en": "People", "ja": "人々", "ru": "Люди"}
    people = {
        "id": "people",
        "labels": labels,
        "definition": "Something that people did or left undone, on board or on land.",
    }
    book["variables"][-1]["values"] = [known.get(name, people) for name in names]


@pytest.mark.parametrize(
    ("values", "operation", "becomes"),
    [
        (("weather", "people", "harbour", "none"), {"do": "rename", "value": "crew", "to": "people"}, ["weather", "people", "harbour"]),
        (("weather", "people", "none"), {"do": "merge", "values": ["crew", "harbour"], "to": "people"}, ["weather", "people"]),
        (("people", "weather", "none"), {"do": "merge", "values": ["crew", "harbour"], "to": "people"}, ["people", "weather"]),
        (("weather", "harbour", "none"), {"do": "remove", "value": "crew"}, ["weather", "harbour"]),
    ],
)  # fmt: skip
def test_values_of_sets_are_renamed_merged_and_removed(
    sets: Path, values: tuple[str, ...], operation: Record, becomes: list[str]
) -> None:
    revised(sets, lambda book: _values(book, *values), {**operation, "variable": "causes"})
    stood = contents(sets)
    written(sets)
    assert causes(sets)["boris", "kaiko-shimbun-2026-03-13"] == becomes
    journal.undo(sets, journal.journals(sets)[-1])
    assert contents(sets) == stood


def test_a_value_of_a_set_is_renamed_by_command(sets: Path) -> None:
    before = contents(sets)
    words = ["codebook", "rename", "value", "causes=crew", "sailors", "--study", str(sets)]
    done = CliRunner().invoke(app, [*words, "--write"])
    assert done.exit_code == 0, done.output
    assert causes(sets)["alba", "harbour-post-2026-03-03"] == ["weather", "sailors"]
    assert check.faults(sets) == []
    journal.undo(sets, journal.journals(sets)[-1])
    assert contents(sets) == before


def test_who_names_a_value_is_counted(sets: Path) -> None:
    old = codebook_at(sets, "schemas/codebook.json").record
    new = json.loads(json.dumps(old))
    new["variables"][-1]["values"][1]["definition"] = "Something that the crew did, and nobody else on board."
    (change,) = difference(old, new)
    stands = touched(change, uses(*records_under(sets, old)))
    assert (stands.values, stands.coders) == (5, ("alba", "boris", "carla"))
    level = json.loads(json.dumps(old))
    _leveled(level, "nominal")
    found = difference(level, old)
    assert {(each.kind, each.what) for each in found} == {("form", "level"), ("form", "alone")}
    assert bump(found) == "major"


def test_a_value_that_must_stand_alone_from_now_on_narrows_what_records_hold(sets: Path) -> None:
    old = codebook_at(sets, "schemas/codebook.json").record
    new = json.loads(json.dumps(old))
    new["variables"][-1]["values"][0]["alone"] = True
    assert bump(difference(old, new)) == "major"
    assert bump(difference(new, old)) == "major"
