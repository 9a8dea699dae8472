"""Numbers of frames and values: given once by a command, kept through every change of the codebook, and given to nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.canonical import as_file
from tests.overlay import STUDY, VALID, overlaid
from tests.revision.test_migration import contents

BOOK = "schemas/codebook.json"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return overlaid(next(case for case in VALID if case.name == "translation"), tmp_path / "study")


def run(study: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["codebook", *words, "--study", str(study)])
    return done.exit_code, done.output


def book(study: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((study / BOOK).read_text(encoding="utf-8"))
    return found


def numbers(study: Path, variable: int | None = None) -> dict[str, int]:
    record = book(study)
    entries = record["frames"] if variable is None else record["variables"][variable]["values"]
    return {entry["id"]: entry.get("number") for entry in entries}


def test_numbers_are_given_once_and_can_be_taken_back(study: Path) -> None:
    before = contents(study)
    code, output = run(study, "numbers")
    assert code == 0
    assert "frames: conflict 1, economy 2, responsibility 3, other 4" in output
    assert "voice: outlet 1, guest 2, quoted_official 3" in output
    assert contents(study) == before
    assert run(study, "numbers", "--write")[0] == 0
    assert check.faults(study) == []
    assert numbers(study) == {"conflict": 1, "economy": 2, "responsibility": 3, "other": 4}
    assert [book(study)["version"], book(study)["changes"][0]["kind"]] == ["1.1.1", "patch"]
    assert "every frame and value has its number" in run(study, "numbers")[1]
    assert run(study, "migrate", "--undo")[0] == 0
    assert contents(study) == before


def test_scales_and_sets_take_no_numbers(study: Path) -> None:
    run(study, "numbers", "--write")
    taken = {variable["id"]: "number" in variable["values"][0] for variable in book(study)["variables"]}
    assert taken == {"voice": True, "tone": False, "outlook": False, "causes": False}


@pytest.mark.parametrize(
    ("words", "number"), [(("frame", "economy", "trade"), "trade"), (("value", "voice=guest", "visitor"), "visitor")]
)
def test_a_new_name_keeps_its_number(study: Path, words: tuple[str, ...], number: str) -> None:
    run(study, "numbers", "--write")
    assert run(study, "rename", *words, "--write")[0] == 0
    assert check.faults(study) == []
    assert {**numbers(study), **numbers(study, 0)}[number] == 2


def test_a_variable_with_a_new_name_keeps_the_numbers_of_its_values(study: Path) -> None:
    run(study, "numbers", "--write")
    run(study, "rename", "variable", "voice", "speaker", "--write")
    record = book(study)
    record["variables"][0]["values"][0]["number"] = 8
    (study / BOOK).write_bytes(as_file(record))
    (fault,) = check.faults(study)
    assert fault.pointer == "/variables/0/values/0/number"
    assert "'outlet' had the number 1 in codebook 1.1.1" in fault.message


def _without_guest(study: Path) -> dict[str, Any]:
    """The codebook under its next version, a value gone that is kept under the version before it."""
    run(study, "keep")
    record = book(study)
    first, second, third = record["version"].split(".")
    record["version"] = f"{first}.{int(second) + 1}.{third}"
    record["changes"].insert(0, {**record["changes"][0], "version": record["version"], "kind": "minor"})
    del record["variables"][0]["values"][1]
    return record


def test_the_number_of_a_value_that_is_gone_is_given_to_no_other(tmp_path: Path) -> None:
    study = overlaid(next(case for case in VALID if case.name == "codebook-numbers"), tmp_path / "study")
    record = _without_guest(study)
    fresh = {"id": "agency", "labels": {"en": "Agency", "ja": "通信社", "ru": "Агентство"}}
    fresh |= {"definition": "A report of a news agency that the outlet prints as it came."}
    values = record["variables"][0]["values"]
    values.append({**fresh, "number": 1})
    (study / BOOK).write_bytes(as_file(record))
    check.mend(study)
    assert [fault.rule for fault in check.faults(study) if fault.file == BOOK] == ["codebook_numbers_kept"]
    del values[-1]["number"]
    (study / BOOK).write_bytes(as_file(record))
    assert [fault.rule for fault in check.faults(study) if fault.file == BOOK] == ["codebook_numbers_apart"]
    assert "voice: agency 3" in run(study, "numbers")[1]
    values[-1]["id"] = "guest"
    (study / BOOK).write_bytes(as_file(record))
    assert "voice: guest 1" in run(study, "numbers")[1]


def test_an_entry_that_goes_right_after_numbers_were_given_leaves_its_number_to_no_other(study: Path) -> None:
    run(study, "numbers", "--write")
    record = book(study)
    record["version"] = "1.2.0"
    record["changes"].insert(0, {**record["changes"][0], "version": "1.2.0", "kind": "minor"})
    del record["constraints"]
    gone = record["variables"][0]["values"].pop()
    assert gone["number"] == 3
    labels = {"en": "Agency", "ja": "通信社", "ru": "Агентство"}
    fresh = {"id": "agency", "labels": labels, "definition": "A report that the outlet prints as it came."}
    record["variables"][0]["values"].append(fresh)
    (study / BOOK).write_bytes(as_file(record))
    assert "voice: agency 4" in run(study, "numbers")[1]
    fresh["number"] = 3
    (study / BOOK).write_bytes(as_file(record))
    assert [fault.rule for fault in check.faults(study) if fault.file == BOOK] == ["codebook_numbers_kept"]


def test_the_example_itself_has_no_numbers() -> None:
    """What this file takes for granted."""
    assert set(numbers(STUDY).values()) == {None}
