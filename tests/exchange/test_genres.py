"""Genres by the marks of headlines: proposed and told, set only where the person says so."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.exchange import genres
from framing.study import check
from framing.study.revision.difference import bump, difference

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "files" / "yomidas.html"
MARKS = {
    "editorial": ["（社説）", "［社説］", "【社説】", "【主張】"],
    "guest_oped": ["（寄稿）", "［寄稿］", "【寄稿】", "【正論】"],
}
"""Marks that stand for one genre and no other."""


def _marked() -> dict[str, Any]:
    """The shipped codebook with these marks."""
    book: dict[str, Any] = json.loads((ROOT / "schemas" / "codebook.json").read_text(encoding="utf-8"))
    for genre in book["vocabularies"]["genres"]:
        genre.update({"marks": MARKS[genre["id"]]} if genre["id"] in MARKS else {})
    return book


BOOK = _marked()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, tmp_path / "study" / part)
    book = tmp_path / "study" / "schemas" / "codebook.json"
    book.write_text(json.dumps(BOOK, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return tmp_path / "study"


def run(study: Path, *words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", "articles", str(FILE), *words, "--study", str(study)])
    return done.exit_code, done.stdout, done.stderr


def written(study: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (study / "coded" / "articles.jsonl").read_bytes().splitlines()]


@pytest.mark.parametrize(
    ("headline", "genre"),
    [
        ("（社説）港の明日", "editorial"),
        ("[社説]港の明日", "editorial"),
        ("【主張】港の明日", "editorial"),
        ("【正論】港の明日　海野一郎", "guest_oped"),
        ("（寄稿）港の明日", "guest_oped"),
        ("（社説余滴）港の明日", ""),
        ("社説を読む", ""),
        ("［平成時代］（５）創る", ""),
        ("", ""),
    ],
)
def test_marks_are_known_whole_and_in_any_width(headline: str, genre: str) -> None:
    assert genres.only(genres.borne(headline, BOOK)) == genre


def test_marks_of_two_genres_propose_none() -> None:
    found = genres.borne("（社説）（寄稿）港の明日", BOOK)
    assert genres.only(found) == ""
    assert list(genres.told(found)) == [
        "its headline bears the marks of several genres: （社説） (editorial), （寄稿） (guest_oped); none is proposed"
    ]


def test_a_genre_is_told_and_not_set(study: Path) -> None:
    code, _, told = run(study, "--duplicates", "keep", "--write")
    assert code == 0
    assert "yomidas.html, item 1: its headline bears ［社説］, the mark of the genre editorial" in told
    assert "2 item(s) bear the mark of a genre in the headline; add --genres take to set it." in told
    assert {one["genre"] for one in written(study)} == {"unknown"}


def test_a_genre_is_set_where_the_person_takes_it(study: Path) -> None:
    code, shown, told = run(study, "--duplicates", "keep", "--genres", "take", "--json")
    assert [item["genre_proposed"] for item in json.loads(shown)["items"]] == ["editorial", "editorial", ""]
    code, _, told = run(study, "--duplicates", "keep", "--genres", "take", "--write")
    assert code == 0
    assert "add --genres take" not in told
    assert [one["genre"] for one in written(study)] == ["editorial", "editorial", "unknown"]
    assert check.faults(study) == []


def test_there_are_two_ways_with_genres(study: Path) -> None:
    code, _, told = run(study, "--genres", "set")
    assert code == 2
    assert "--genres: there is no 'set'" in told


def test_a_mark_changes_no_meaning() -> None:
    before = json.loads(json.dumps(BOOK))
    for genre in before["vocabularies"]["genres"]:
        genre.pop("marks", None)
    assert {change.kind for change in difference(before, BOOK)} == {"words"}
    assert bump(difference(before, BOOK)) == "patch"
