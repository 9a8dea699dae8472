"""The handbook in another language: its texts where there is a file, its headings where the program has words."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.chart import picture
from framing.cli import app
from framing.report.pages.handbook import handbook
from framing.words import languages, words
from tests.overlay import EXAMPLES, STUDY, overlaid
from tests.workbench.test_languages import with_japanese

BRACES = re.compile(r"\{[a-z]+\}")


@pytest.mark.parametrize("language", languages())
def test_no_word_is_missing_and_none_lost_a_brace(language: str) -> None:
    english, other = words("handbook", "en"), words("handbook", language)
    assert list(other) == list(english)
    assert [sorted(BRACES.findall(other[name])) for name in english] == [
        sorted(BRACES.findall(text)) for text in english.values()
    ]


def test_in_a_language_of_the_program_headings_labels_and_texts_are_in_it(tmp_path: Path) -> None:
    study = overlaid(EXAMPLES / "valid/no-claims", tmp_path / "study")
    book = with_japanese(study)
    done = CliRunner().invoke(app, ["codebook", "--lang", "ja", "--study", str(study)])
    assert done.exit_code == 0, done.output
    page = (study / "reports/handbook.ja.html").read_text(encoding="utf-8")
    assert '<html lang="ja" ' in page
    frame = book["frames"][0]
    for told in (
        "フレーム次元：" + frame["labels"]["ja"],
        "よくある誤り",
        f"訳「{frame['definition']}」",
        book["title"]["ja"],
    ):
        assert told in page
    assert "Typical mistakes" not in page
    assert not (study / "reports/handbook.html").exists()


def test_in_any_other_language_the_texts_are_in_it(tmp_path: Path) -> None:
    study = overlaid(EXAMPLES / "valid/translation", tmp_path / "study")
    done = CliRunner().invoke(app, ["codebook", "--lang", "de", "--study", str(study), "--output", str(tmp_path)])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "handbook.de.md").read_text(encoding="utf-8")
    assert "Der Artikel handelt von Uneinigkeit" in page
    assert "Typical mistakes" in page


def test_a_language_without_texts_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["codebook", "--lang", "ja", "--study", str(STUDY), "--output", str(tmp_path)])
    assert done.exit_code == 2
    assert "--lang" in done.output
    assert list(tmp_path.iterdir()) == []


def test_the_report_leaves_a_handbook_in_another_language_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "svg", lambda _: b"<svg/>")
    study = overlaid(EXAMPLES / "valid/translation", tmp_path / "study")
    for line in (["codebook", "--lang", "de"], ["report"], ["report", "--check"]):
        assert CliRunner().invoke(app, [*line, "--study", str(study)]).exit_code == 0
    assert (study / "reports/handbook.de.html").exists()


def test_in_english_it_says_what_it_said() -> None:
    book = json.loads((STUDY / "schemas/codebook.json").read_text(encoding="utf-8"))
    page = handbook({**book, "constraints": book.get("constraints", [])})
    assert page.stem == "handbook"
    assert page.title == f"Handbook: {book['title']['en']}"
