"""A report that is written over another is the report that is written anew, byte for byte, and only what changed is written."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import canonical, made

STUDY = Path(__file__).parent / "examples" / "study"


def written(study: Path, folder: Path, *words: str) -> str:
    """What `framing report` says; each file of the folder is old before it writes."""
    found = CliRunner().invoke(app, ["report", "--study", str(study), "--output", str(folder), *words])
    assert found.exit_code == 0, found.output
    return found.output


def content(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = ((path.relative_to(folder).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in names if not name.startswith(".framing/")}


def edited(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    record = json.loads(path.read_bytes())
    change(record)
    path.write_bytes(canonical.as_file(record))


def any_file(folder: Path, pattern: str, chance: random.Random) -> Path:
    return chance.choice(sorted(folder.rglob(pattern)))


def changes(chance: random.Random) -> Iterator[tuple[str, Callable[[Path, Path], object]]]:
    """Changes of a study and of the folder of its report, in any order."""
    found: list[tuple[str, Callable[[Path, Path], object]]] = [
        ("headline", lambda study, _: edited(any_file(study / "coded/articles", "*.json", chance), lambda article: article.update(headline={"en": f"Ferry {chance.random()}"}))),
        ("coding gone", lambda study, _: any_file(study / "coded/codings", "*.json", chance).unlink()),
        ("confidence", lambda study, _: edited(any_file(study / "coded/codings", "*.json", chance), lambda coding: coding.update(confidence=chance.choice([1, 2, 3])))),
        ("page gone", lambda _, folder: any_file(folder, "*.html", chance).unlink()),
        ("page edited", lambda _, folder: any_file(folder, "*.md", chance).write_text("mine", encoding="utf-8")),
        ("figure edited", lambda _, folder: any_file(folder, "*.svg", chance).write_text("<svg/>", encoding="utf-8")),
        ("asset gone", lambda _, folder: any_file(folder / "assets", "*", chance).unlink()),
        ("page of an earlier report", lambda _, folder: (folder / "event-x.html").write_text("Made by framing 0")),
        ("state broken", lambda _, folder: (folder / made.FILE).write_text("{")),
        ("state of nothing", lambda _, folder: (folder / made.FILE).write_text("{}")),
    ]  # fmt: skip
    return iter(chance.sample(found, 4))


@pytest.mark.parametrize("seed", range(1))
def test_after_any_change_a_report_is_as_written_anew(tmp_path: Path, seed: int) -> None:
    study, folder = tmp_path / "study", tmp_path / "reports"
    shutil.copytree(STUDY, study)
    written(study, folder)
    for what, change in changes(random.Random(seed)):
        change(study, folder)
        written(study, folder)
        fresh = tmp_path / "fresh"
        written(study, fresh, "--anew")
        assert content(folder) == content(fresh), what
        shutil.rmtree(fresh)


def test_nothing_is_made_where_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(STUDY, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    monkeypatch.setattr("framing.cli.report.corpus_at", lambda _: pytest.fail("the study was read"))
    assert "nothing has changed" in " ".join(written(STUDY, tmp_path).split())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_is_not_ours_does_not_count_as_a_change(tmp_path: Path) -> None:
    written(STUDY, tmp_path)
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    assert "0 changed" in " ".join(written(STUDY, tmp_path).split())
    assert "nothing has changed" in " ".join(written(STUDY, tmp_path).split())


@pytest.mark.parametrize("words", [("--standalone",), ("--every", "year"), ("--format", "markdown"), ("harbour-post",)])
def test_other_choices_are_another_report(tmp_path: Path, words: tuple[str, ...]) -> None:
    written(STUDY, tmp_path / "one")
    assert "nothing has changed" not in " ".join(written(STUDY, tmp_path / "one", *words).split())


def test_another_version_of_the_program_makes_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(STUDY, tmp_path)
    monkeypatch.setattr(made, "program_hash", lambda: "another")
    drawn: list[object] = []
    monkeypatch.setattr("framing.chart.picture.svg", lambda spec: drawn.append(spec) or b"<svg/>")
    assert "nothing has changed" not in " ".join(written(STUDY, tmp_path).split())
    assert drawn


def test_only_what_changed_is_drawn_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study, folder = tmp_path / "study", tmp_path / "reports"
    shutil.copytree(STUDY, study)
    written(study, folder)
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")}
    (folder / "index.md").unlink()
    monkeypatch.setattr("framing.chart.picture.svg", lambda _: pytest.fail("a figure that stands was drawn"))
    assert "1 changed" in " ".join(written(study, folder).split())
    after = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")}
    assert {name for name in before if before[name] != after[name]} == {"index.md"}


def test_check_trusts_no_memory(tmp_path: Path) -> None:
    written(STUDY, tmp_path)
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    kept = made.read(tmp_path)
    assert kept
    made.write(tmp_path, kept._replace(files={**kept.files, "index.md": made.hashed(b"mine")}))
    found = CliRunner().invoke(app, ["report", "--study", str(STUDY), "--output", str(tmp_path), "--check"])
    assert found.exit_code != 0
    assert "index.md: differs" in found.output
