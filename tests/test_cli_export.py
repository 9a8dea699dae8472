"""``framing export`` writes all or nothing, and only where nobody else's file stands."""

import json
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from framing.cli import app, console, export_folder
from framing.study import canonical

ROOT = Path(__file__).parent.parent
ALL = ("csv", "xlsx", "parquet", "sav", "dta", "datapackage", "refi-qda", "web-annotation", "csl-json", "quarto")


def export(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(app, ["export", str(folder), "--study", str(ROOT), *more])


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    done = export(tmp_path / "out", *(word for name in ALL for word in ("--format", name)))
    assert done.exit_code == console.GOOD, done.output
    return tmp_path / "out"


def test_all_formats_of_the_shipped_study(written: Path) -> None:
    found = content(written)
    record = json.loads(found.pop("export.json"))
    assert record["files"] == {name: sha256(data).hexdigest() for name, data in found.items()}
    assert record["codebook_sha256"] == sha256((ROOT / "schemas/codebook.json").read_bytes()).hexdigest()
    assert {name.split("/")[0].split(".")[-1] for name in found} == {
        "csv",
        "parquet",
        "json",
        "xlsx",
        "sav",
        "dta",
        "qdpx",
        "qmd",
        "qdc",
        "jsonld",
        "txt",
    }
    wide = pl.read_parquet(written / "parquet/wide.parquet")
    codings = len(list((ROOT / "coded/codings").glob("*/*.json")))
    assert wide.filter(pl.col("row") == "coding").height <= codings
    assert set(wide.filter(pl.col("row") == "reading")["reading"]) == {"adjudicated"}


def test_twice_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    export(tmp_path / "again", *(word for name in reversed(ALL) for word in ("--format", name)))
    assert content(tmp_path / "again") == content(written)


def test_the_reading_and_its_ground_can_be_chosen(tmp_path: Path) -> None:
    done = export(tmp_path / "out", "--reading", "coder:c", "--ground", "inferred", "--json")
    assert json.loads(done.stdout)["files"][-1] == "export.json"
    record = json.loads((tmp_path / "out/export.json").read_text())
    assert (record["reading"], record["reading_ground"]) == ("coder:c", "inferred")


def test_a_folder_that_is_not_empty_stays_as_it_is(written: Path, tmp_path: Path) -> None:
    before = content(written)
    done = export(written)
    assert done.exit_code == console.CONFLICT
    assert "--overwrite" in done.stderr
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine")
    done = export(tmp_path / "mine", "--overwrite")
    assert done.exit_code == console.CONFLICT
    assert "notes.txt" in done.stderr
    (tmp_path / "file").write_text("mine")
    assert export(tmp_path / "file").exit_code == console.CONFLICT
    assert content(written) == before
    assert content(tmp_path / "mine") == {"notes.txt": b"mine"}


def test_an_earlier_export_is_replaced_whole(written: Path) -> None:
    assert export(written, "--overwrite", "--format", "parquet").exit_code == console.GOOD
    assert {path.name for path in written.iterdir()} == {"export.json", "parquet", "parquet-losses.txt"}


@pytest.mark.parametrize("change", ["edited", "added", "linked"])
def test_what_was_changed_since_is_not_overwritten(written: Path, change: str) -> None:
    path = written / "csv/wide.csv"
    if change == "edited":
        path.write_bytes(path.read_bytes() + b"more\n")
    elif change == "added":
        (written / "csv/mine.csv").write_text("a\n")
    else:
        path.rename(written.parent / "kept.csv")
        path.symlink_to(written.parent / "kept.csv")
    before = content(written)
    done = export(written, "--overwrite")
    assert done.exit_code == console.CONFLICT
    assert ("csv/mine.csv" if change == "added" else "csv/wide.csv") in done.stderr
    assert content(written) == before


def test_a_write_that_fails_changes_nothing(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = content(written), canonical.write

    def full(path: Path, data: bytes) -> None:
        if path.name == "long.csv":
            raise OSError(28, "No space left on device", str(path))
        real(path, data)

    monkeypatch.setattr(canonical, "write", full)
    for folder in (written, tmp_path / "new"):
        with pytest.raises(OSError, match="No space"):
            export_folder.write(folder, {"csv/a.csv": b"a", "csv/long.csv": b"b"})
    assert content(written) == before
    assert not (tmp_path / "new").exists()


def test_a_rename_that_fails_is_taken_back(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = content(written), export_folder.os.rename

    def failing(source: Path, target: Path) -> None:
        if source.name == "z.csv":
            raise OSError(13, "Permission denied", str(source))
        real(source, target)

    monkeypatch.setattr(export_folder.os, "rename", failing)
    with pytest.raises(OSError, match="Permission"):
        export_folder.write(written, {"a.csv": b"a", "z.csv": b"b"})
    assert content(written) == before
    assert not [path for path in written.iterdir() if path.suffix == ".tmp"]


@pytest.mark.parametrize("wrong", [("--format", "xls"), ("--reading", "loudest"), ("--ground", "firm")])
def test_wrong_choices_are_said_in_words(tmp_path: Path, wrong: tuple[str, str]) -> None:
    done = export(tmp_path / "out", *wrong)
    assert done.exit_code == console.USAGE
    assert wrong[1] in done.stderr
    assert not (tmp_path / "out").exists()
