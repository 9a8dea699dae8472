"""Languages of the codebook by command: which there are, what is to be translated, and that renaming reaches them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.canonical import as_file
from framing.study.translation import PLACEHOLDER, leaves
from tests.overlay import EXAMPLES, overlaid
from tests.revision.test_migration import contents

GERMAN = "schemas/codebook.de.json"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The study of the examples with its codebook in German, a language that the program does not speak."""
    return overlaid(EXAMPLES / "valid/translation", tmp_path / "study")


def run(study: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["codebook", *words, "--study", str(study)])
    return done.exit_code, done.output


def record(study: Path, file: str = GERMAN) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((study / file).read_text(encoding="utf-8"))
    return found


def write(study: Path, changed: dict[str, Any], file: str = GERMAN) -> None:
    (study / file).write_bytes(as_file(changed))


@pytest.mark.parametrize(
    ("words", "gone", "there"),
    [
        (("frame", "conflict", "strife"), "/frames/conflict", "/frames/strife/definition"),
        (("variable", "tone", "mood"), "/variables/tone", "/variables/mood/values/-1/definition"),
        (("value", "voice=guest", "visitor"), "/variables/voice/values/guest", "/variables/voice/values/visitor"),
    ],
)
def test_a_new_name_is_one_in_every_language(study: Path, words: tuple[str, ...], gone: str, there: str) -> None:
    before, was = contents(study), record(study)
    assert run(study, "rename", *words, "--write")[0] == 0
    assert check.faults(study) == []
    now = record(study)
    assert now["version"] == "2.0.0"
    places = ["/" + "/".join(map(str, path)) for path, _ in leaves(now)]
    assert not [place for place in places if f"{place}/".startswith(f"{gone}/")]
    assert [place for place in places if place.startswith(there)]
    assert [text for path, text in leaves(now) if path != ("version",)] == [
        text for path, text in leaves(was) if path != ("version",)
    ]
    assert run(study, "migrate", "--undo")[0] == 0
    assert contents(study) == before


def test_a_file_that_was_out_of_date_stays_so(study: Path) -> None:
    write(study, {**record(study), "version": "1.0.0"})
    assert run(study, "rename", "frame", "conflict", "strife", "--write")[0] == 0
    assert record(study)["version"] == "1.0.0"
    assert "strife" in record(study)["frames"]


def test_it_is_listed_which_languages_there_are_and_how_complete(study: Path) -> None:
    incomplete = record(study)
    del incomplete["frames"]["economy"]["good"]
    incomplete["unit"] = f"{PLACEHOLDER} One coding."
    write(study, incomplete)
    code, output = run(study, "languages")
    assert code == 0
    assert "de\tno\t106 of 109\t1.1.0\t0" in output
    assert "ja\tyes\tnone: English is shown" in output
    assert f"{GERMAN}::/frames/economy/good: is missing" in output
    assert f"{GERMAN}::/unit: is not translated yet" in output
    listed = json.loads(run(study, "languages", "--json")[1])["languages"]
    assert [(each["language"], each["translated"]) for each in listed] == [("de", 106)]
    assert list(listed[0]["lacking"]) == ["/unit", "/frames/economy/good"]


def test_what_has_changed_since_is_listed_and_marked(study: Path) -> None:
    """A definition is written anew and one is added; what stood there in German stays in sight until it is translated."""
    book = record(study, "schemas/codebook.json")
    assert run(study, "keep")[0] == 0
    book["version"] = "1.1.1"
    book["changes"].insert(0, {**book["changes"][0], "version": "1.1.1", "kind": "patch"})
    book["frames"][0]["definition"] = "The article is about quarrels: two or more sides, and what divides them."
    write(study, book, "schemas/codebook.json")
    check.mend(study)
    was = record(study)["frames"]["conflict"]["definition"]
    assert check.faults(study) == []
    assert f"{GERMAN}::/frames/conflict/definition: has changed since 1.1.0" in run(study, "languages")[1]
    code, output = run(study, "translate", "de")
    assert (code, record(study)["version"]) == (0, "1.1.0")
    assert f"{GERMAN}: 1 text(s) to translate" in output
    assert run(study, "translate", "de", "--write")[0] == 0
    marked = record(study)["frames"]["conflict"]["definition"]
    assert marked == f"{PLACEHOLDER} {book['frames'][0]['definition']} ({was})"
    assert [fault.pointer for fault in check.faults(study)] == ["/frames/conflict/definition"]
    write(
        study,
        {
            **record(study),
            "frames": {
                **record(study)["frames"],
                "conflict": {**record(study)["frames"]["conflict"], "definition": was},
            },
        },
    )
    assert check.faults(study) == []
    assert "de\tno\t109 of 109\t1.1.1\t0" in run(study, "languages")[1]


def test_another_language_is_begun(study: Path) -> None:
    assert run(study, "translate", "fr", "--write")[0] == 0
    faults = check.faults(study)
    assert len(faults) == 109
    assert {fault.message.split(":")[0] for fault in faults} == {"is not translated yet"}
    assert run(study, "translate", "fr")[0] == 0


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "The codebook itself is in English."), ("german", "There is no language 'german'"), ("xx", "'xx'")],
)
def test_a_language_that_is_none_is_refused(study: Path, language: str, told: str) -> None:
    code, output = run(study, "translate", language)
    assert code == 2
    assert told in " ".join(output.split())


def test_nothing_that_was_typed_is_lost(study: Path) -> None:
    """A text that the codebook has no place for, and a list that has lost its order, are the translator's to put right."""
    for change in ({"frames": {"strife": {"definition": "Streit."}}}, {"order": ["Lesen."]}):
        given = record(study)
        given |= {name: {**given[name], **part} if isinstance(part, dict) else part for name, part in change.items()}
        write(study, given)
        before = (study / GERMAN).read_bytes()
        assert run(study, "translate", "de", "--write")[0] == 2
        assert (study / GERMAN).read_bytes() == before
        write(study, json.loads((EXAMPLES / "valid/translation" / GERMAN).read_text(encoding="utf-8")))
