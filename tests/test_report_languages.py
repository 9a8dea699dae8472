"""A report in another language: its own folder, its own words, and what is not yet in it marked as English."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.chart import picture
from framing.cli import app
from framing.report import made_by
from framing.words import page_languages
from tests.ferries import ferries

OTHERS = [language for language in page_languages() if language != "en"]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(picture, "svg", lambda _: b"")
    monkeypatch.setattr(picture, "bundle", lambda: "")
    return ferries(tmp_path / "study")


def reported(study: Path, *more: str) -> str:
    done = CliRunner().invoke(app, ["report", "--study", str(study), *more])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("language", OTHERS)
def test_a_report_in_another_language_stands_beside_the_english_one(study: Path, language: str) -> None:
    reported(study, "--lang", language)
    reported(study)
    names = {path.name for path in (study / "reports").glob("*.html")}
    assert (
        {path.name for path in (study / "reports" / language).glob("*.html")}
        == names
        >= {"index.html", "handbook.html"}
    )
    reported(study, "--lang", language, "--check", "-f", "markdown")
    for path in (study / "reports" / language).glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert f'<html lang="{language}">' in text
        assert made_by(language) in text
        assert made_by("en") not in text
        assert re.findall(r'<section[^>]*lang="(?!en)', text) == [], (
            "only English stands beside the language of the page"
        )


def test_what_a_report_no_longer_has_is_removed_in_its_own_language_alone(study: Path) -> None:
    reported(study, "--lang", OTHERS[0])
    old = study / "reports" / OTHERS[0] / "event-gone.html"
    old.write_bytes((study / "reports" / OTHERS[0] / "index.html").read_bytes())
    reported(study)
    assert old.is_file()
    reported(study, "--lang", OTHERS[0])
    assert not old.exists()


def test_a_language_without_words_is_refused(study: Path) -> None:
    done = CliRunner().invoke(app, ["report", "--study", str(study), "--lang", "eo"])
    assert done.exit_code != 0
    assert "known: 'en', 'ja', 'ru'" in done.output
    assert not (study / "reports").exists()
