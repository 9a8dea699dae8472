"""A report that is written over another is the report that is written anew, byte for byte, and only what changed is written."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.chart import picture
from framing.cli import app
from framing.study import canonical, made

STUDY = Path(__file__).parent / "examples" / "study"
SVG = picture.svg


def written(study: Path, folder: Path, *words: str) -> str:
    """What `framing report` says; each file of the folder is old before it writes."""
    found = CliRunner().invoke(
        app, ["report", "--study", str(study), "--output", str(folder), *words], catch_exceptions=False
    )
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


def last(folder: Path, pattern: str) -> Path:
    return sorted(folder.rglob(pattern))[-1]


@pytest.fixture(scope="module", autouse=True)
def _drawn_once() -> Iterator[None]:
    """The same specification is the same picture, which tests of pictures hold; here it is drawn once."""
    drawn = cache(lambda told: SVG(json.loads(told)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picture, "svg", lambda spec: drawn(json.dumps(spec)))
        yield


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the study as it is written first."""
    folder = tmp_path_factory.mktemp("report") / "reports"
    written(STUDY, folder)
    return folder


@pytest.fixture
def folder(report: Path, tmp_path: Path) -> Path:
    """A copy of that report, for a test to change; it is known as what the program wrote."""
    return shutil.copytree(report, tmp_path / "reports")


DAMAGES: list[Callable[[Path], object]] = [
    lambda folder: last(folder, "*.html").unlink(),
    lambda folder: last(folder, "*.md").write_text("mine", encoding="utf-8"),
    lambda folder: last(folder, "*.svg").write_text("<svg/>", encoding="utf-8"),
    lambda folder: last(folder / "assets", "*").unlink(),
    lambda folder: (folder / "event-x.html").write_text("Made by framing 0"),  # a page of an earlier report
]
BROKEN = "{"


@pytest.mark.parametrize("remembered", [None, BROKEN])
def test_whatever_became_of_its_folder_a_report_is_as_written_anew(
    report: Path, folder: Path, remembered: str | None
) -> None:
    """Whether it is remembered what was drawn, or no longer."""
    for damage in DAMAGES:
        damage(folder)
    if remembered:
        (folder / made.FILE).write_text(remembered)
    written(STUDY, folder)
    assert content(folder) == content(report)


@pytest.mark.parametrize("state", [BROKEN, "{}", "[]", '{"files": 1}'])
def test_memory_that_cannot_be_read_is_none(tmp_path: Path, state: str) -> None:
    (tmp_path / made.FILE).parent.mkdir()
    (tmp_path / made.FILE).write_text(state)
    assert made.read(tmp_path) is None


def headline(study: Path) -> None:
    edited(last(study / "coded/articles", "*.json"), lambda article: article.update(headline={"en": "Ferry"}))


def codings(study: Path) -> None:
    edited(last(study / "coded/codings/alba", "*.json"), lambda coding: coding.update(confidence=1))
    last(study / "coded/codings/carla", "*.json").unlink()


@pytest.mark.parametrize("change", [headline, codings])
def test_after_a_change_of_the_study_a_report_is_as_written_anew(
    report: Path, folder: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    study = shutil.copytree(STUDY, tmp_path / "study")
    change(study)
    written(study, folder)
    written(study, tmp_path / "fresh")
    assert content(folder) == content(tmp_path / "fresh") != content(report)


def test_nothing_is_made_where_nothing_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    monkeypatch.setattr("framing.cli.report.corpus_at", lambda _: pytest.fail("the study was read"))
    assert "nothing has changed" in " ".join(written(STUDY, folder).split())
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_what_is_not_ours_does_not_count_as_a_change(folder: Path) -> None:
    (folder / "notes.md").write_text("mine", encoding="utf-8")
    assert "0 changed" in " ".join(written(STUDY, folder).split())
    assert "nothing has changed" in " ".join(written(STUDY, folder).split())


class StudyRead(Exception):  # noqa: N818  # a name reads as what happened
    """The report would be made."""


@pytest.mark.parametrize("words", [("--standalone",), ("--every", "year"), ("--format", "markdown"), ("harbour-post",)])
def test_other_choices_are_another_report(
    report: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def reading(_: Path) -> None:
        raise StudyRead

    monkeypatch.setattr("framing.cli.report.corpus_at", reading)
    with pytest.raises(StudyRead):
        written(STUDY, report, *words)


def test_pages_that_stand_alone_take_the_place_of_those_that_do_not(folder: Path) -> None:
    assert "nothing has changed" not in " ".join(written(STUDY, folder, "--standalone").split())
    assert "assets/" not in (folder / "index.html").read_text(encoding="utf-8").partition("<body>")[0]


def test_another_version_of_the_program_makes_everything_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "program_hash", lambda: "another")
    drawn: list[object] = []
    monkeypatch.setattr("framing.chart.picture.svg", lambda spec: drawn.append(spec) or b"<svg/>")
    assert "nothing has changed" not in " ".join(written(STUDY, folder).split())
    assert len(drawn) == len(list(folder.rglob("*.svg")))


def test_only_what_changed_is_drawn_and_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")}
    (folder / "index.md").unlink()
    monkeypatch.setattr("framing.chart.picture.svg", lambda _: pytest.fail("a figure that stands was drawn"))
    assert "1 changed" in " ".join(written(STUDY, folder).split())
    after = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.md")}
    assert {name for name in before if before[name] != after[name]} == {"index.md"}


def test_check_trusts_no_memory(folder: Path) -> None:
    (folder / "index.md").write_text("mine", encoding="utf-8")
    kept = made.read(folder)
    assert kept
    made.write(folder, kept._replace(files={**kept.files, "index.md": made.hashed(b"mine")}))
    found = CliRunner().invoke(app, ["report", "--study", str(STUDY), "--output", str(folder), "--check"])
    assert found.exit_code != 0
    assert "index.md: differs" in found.output
