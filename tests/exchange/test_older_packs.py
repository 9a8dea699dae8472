"""Packs that come back after the codebook has changed: codings that hold are taken, migrations bring others on, the rest is refused in words."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing.study import canonical, check
from framing.study.revision.versions import codebook_at, keep
from tests.ran import contents, ran

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
NEW, OLD = "kaiko-shimbun-2026-03-03", "more-2026-04"
"""An article that alba codes only in the pack, and one that alba has coded before and codes again there."""
Alter = Callable[[dict[str, Any]], object]


def coding(study: Path, article: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((study / f"coded/codings/alba/{article}.json").read_bytes())
    return record


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study that lacks one coding of alba, with a pack at its side in which alba has made it and changed another."""
    root = tmp_path / "study"
    shutil.copytree(EXAMPLE, root)
    made = root / f"coded/codings/alba/{NEW}.json"
    new = made.read_bytes()
    made.unlink()
    assert ran("pack", "alba", "--study", root, "-o", tmp_path / "alba.zip")[0] == 0
    with zipfile.ZipFile(tmp_path / "alba.zip") as pack, zipfile.ZipFile(tmp_path / "back.zip", "w") as back:
        for name in pack.namelist():
            raw = pack.read(name)
            if name.endswith(f"alba/{OLD}.json"):
                raw = canonical.as_file(json.loads(raw) | {"memo": "Read once more."})
            back.writestr(name, raw)
        back.writestr(f"study-alba/study/coded/codings/alba/{NEW}.json", new)
    return root


def unpack(study: Path, *words: str) -> tuple[int, str]:
    return ran("unpack", study.parent / "back.zip", "--study", study, *words)


def revised(study: Path, version: str, kind: str, alter: Alter = lambda _: None) -> None:
    """The study with another codebook, the one before it kept."""
    keep(study, codebook_at(study, "schemas/codebook.json"))
    path = study / "schemas/codebook.json"
    book = json.loads(path.read_bytes())
    alter(book)
    book["version"] = version
    book["changes"].insert(0, {"version": version, "date": "2026-11-27", "kind": kind, "summary": "A test changes it."})
    path.write_bytes(canonical.as_file(book))
    check.mend(study)


def without_economy(book: dict[str, Any]) -> None:
    book["frames"] = [frame for frame in book["frames"] if frame["id"] != "economy"]
    for frame in book["frames"]:
        frame["exclude"] = [{**each, "use": "other"} for each in frame["exclude"]]


def no_outlook_of_one(book: dict[str, Any]) -> None:
    """An answer less, which alba has given in the pack and nobody in the study."""
    (outlook,) = (variable for variable in book["variables"] if variable["id"] == "outlook")
    outlook["values"] = [value for value in outlook["values"] if value["id"] != 1]


def unlike(study: Path) -> None:
    """A codebook that means something else, and no migration; the two before it are kept."""
    first = json.loads((study / "schemas/codebook.json").read_bytes())
    first |= {"version": "1.0.0", "changes": first["changes"][1:]}
    canonical.write(study / "schemas/history/1.0.0.json", canonical.as_file(first))
    revised(study, "2.0.0", "major")


def migrated(study: Path, *operations: dict[str, Any]) -> None:
    record = {"$schema": "../migration.schema.json", "from": "1.1.0", "to": "2.0.0", "why": "A change that a test makes."}  # fmt: skip
    path = study / "schemas/migrations/1.1.0-2.0.0.json"
    canonical.write(path, canonical.as_file(record | {"operations": list(operations)}))


def test_codings_that_hold_under_a_newer_version_of_the_same_meaning_are_taken(study: Path) -> None:
    revised(study, "1.2.0", "minor")
    code, told = unpack(study, "--write")
    assert code == 0, told
    assert "Coded under 1.1.0 of the codebook: 1.2.0 takes the codings as they are." in told
    assert "Wrote 2 coding(s) of alba" in told
    assert (coding(study, NEW)["codebook"], coding(study, OLD)["memo"]) == ("1.1.0", "Read once more.")
    assert check.faults(study) == []


def test_codings_that_do_not_hold_any_more_are_refused_in_words(study: Path) -> None:
    revised(study, "1.2.0", "minor", no_outlook_of_one)
    before = contents(study)
    code, told = unpack(study, "--write")
    assert code == 1
    assert f"{NEW}: /values/outlook: " in told
    assert "Nothing is written: correct what is refused in the pack" in told
    assert contents(study) == before


def test_two_migrations_bring_codings_on(study: Path) -> None:
    for old, new in (("economy", "money"), ("money", "trade")):
        assert ran("codebook", "rename", "frame", old, new, "--study", study, "--write")[0] == 0
    told = unpack(study)[1]
    files = "schemas/migrations/1.1.0-2.0.0.json, schemas/migrations/2.0.0-3.0.0.json"
    assert f"Coded under 1.1.0 of the codebook: {files} bring the codings to 3.0.0." in told


def test_a_migration_brings_codings_on_and_what_it_changed_here_is_decided_by_a_person(study: Path) -> None:
    assert ran("codebook", "rename", "frame", "economy", "money", "--study", study, "--write")[0] == 0
    assert ran("codebook", "rename", "frame", "other", "rest", "--study", study, "--write")[0] == 0
    assert check.faults(study) == []
    before = contents(study)
    code, told = unpack(study, "--write")
    assert code == 4
    assert "schemas/migrations/1.1.0-2.0.0.json, schemas/migrations/2.0.0-3.0.0.json bring the codings to 3.0.0" in told
    assert f"{OLD}: changed in the pack; it differs here too, where a migration has brought it on" in told
    assert contents(study) == before
    assert unpack(study, "--conflicts", "pack", "--write")[0] == 0
    assert check.faults(study) == []
    new = coding(study, NEW)
    assert (new["frames"]["primary"], new["codebook"], new["coded_under"]) == ("money", "3.0.0", "1.1.0")
    assert coding(study, OLD)["memo"] == "Read once more."
    assert "Wrote 0 coding(s)" in unpack(study, "--write")[1]


@pytest.mark.parametrize(
    "words", [("numbers",), ("rename", "frame", "economy", "money")], ids=["numbers", "a name that it does not have"]
)
def test_a_coding_that_a_migration_only_gave_another_version_is_taken_from_the_pack(
    study: Path, words: tuple[str, ...]
) -> None:
    assert ran("codebook", *words, "--study", study, "--write")[0] == 0
    code, told = unpack(study, "--write")
    assert code == 0, told
    assert "changed by the coder 1" in told
    assert (coding(study, OLD)["memo"], coding(study, OLD)["coded_under"]) == ("Read once more.", "1.0.0")
    assert check.faults(study) == []


def test_a_coding_that_was_changed_here_too_is_decided_by_a_person(study: Path) -> None:
    path = study / f"coded/codings/alba/{OLD}.json"
    path.write_bytes(canonical.as_file(json.loads(path.read_bytes()) | {"memo": "Read here."}))
    assert ran("codebook", "numbers", "--study", study, "--write")[0] == 0
    code, told = unpack(study, "--write")
    assert (code, f"{OLD}: changed in the pack" in told) == (4, True)


def test_what_no_migration_can_bring_on_keeps_its_version_and_is_told(study: Path) -> None:
    revised(study, "2.0.0", "major", without_economy)
    migrated(study, {"do": "remove", "frame": "economy"})
    assert ran("codebook", "migrate", "--study", study, "--write")[0] == 0
    code, told = unpack(study, "--conflicts", "pack", "--write")
    assert code == 0, told
    assert f"{NEW}::/frames/primary: 'economy' (the coding keeps its version until it is coded again)" in told
    assert coding(study, NEW)["codebook"] == "1.1.0"
    assert check.faults(study) == []


def another_kept(study: Path) -> None:
    assert ran("codebook", "rename", "frame", "economy", "money", "--study", study, "--write")[0] == 0
    path = study / "schemas/history/1.1.0.json"
    path.write_bytes(
        path.read_bytes().replace(b'"title"', b'"title" ').replace(b"ferry", b"boat").replace(b"Ferry", b"Boat")
    )


def none_kept(study: Path) -> None:
    assert ran("codebook", "rename", "frame", "economy", "money", "--study", study, "--write")[0] == 0
    (study / "schemas/history/1.1.0.json").unlink()


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (unlike, "no migration leads from the one to the other. Write it in schemas/migrations"),
        (none_kept, "there is no codebook 1.1.0"),
        (another_kept, "another codebook 1.1.0 than schemas/history/1.1.0.json"),
    ],
    ids=["no migration", "not kept", "another kept"],
)  # fmt: skip
def test_what_nothing_brings_on_is_refused_with_what_to_do(
    study: Path, prepare: Callable[[Path], object], said: str
) -> None:
    prepare(study)
    before = contents(study)
    code, told = unpack(study, "--write")
    assert code == 4
    assert said in told
    assert contents(study) == before
