"""A report in another language: its own folder, its own words, and what is not yet in it marked as English."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from framing.chart import picture
from framing.cli import app
from framing.report import made_by
from framing.words import page_languages
from tests.ferries import ferries

OTHERS = [language for language in page_languages() if language != "en"]


def reported(study: Path, *more: str) -> str:
    done = CliRunner().invoke(app, ["report", "--study", str(study), *more])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module", autouse=True)
def _undrawn() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picture, "svg", lambda _: b"")
        patched.setattr(picture, "bundle", lambda: "")
        yield


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with its report in every language, the English one written last, and a page that one of them no longer has."""
    folder = ferries(tmp_path_factory.mktemp("reported") / "study")
    for language in OTHERS:
        reported(folder, "--lang", language)
    gone(folder).write_bytes(gone(folder).with_name("index.md").read_bytes())
    reported(folder)
    return folder


def gone(study: Path) -> Path:
    return study / "reports" / OTHERS[0] / "event-gone.md"


@pytest.mark.parametrize("language", OTHERS)
def test_a_report_in_another_language_stands_beside_the_english_one(study: Path, language: str) -> None:
    names = {path.name for path in (study / "reports").glob("*.html")}
    assert (
        {path.name for path in (study / "reports" / language).glob("*.html")}
        == names
        >= {"index.html", "handbook.html"}
    )
    for path in (study / "reports" / language).glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert f'<html lang="{language}" ' in text
        assert made_by(language) in text
        assert made_by("en") not in text
        assert re.findall(r'<section[^>]*lang="(?!en)', text) == [], (
            "only English stands beside the language of the page"
        )


def test_what_a_report_no_longer_has_is_removed_in_its_own_language_alone(study: Path, tmp_path: Path) -> None:
    again = copytree(study, tmp_path / "study")
    assert gone(again).is_file()
    reported(again, "--lang", OTHERS[0])
    assert not gone(again).exists()
    reported(again, "--lang", OTHERS[0], "--check", "-f", "markdown")


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    study = ferries(tmp_path / "study")
    done = CliRunner().invoke(app, ["report", "--study", str(study), "--lang", "eo"])
    assert done.exit_code != 0
    assert "known: 'en', 'ja', 'ru'" in done.output
    assert not (study / "reports").exists()
