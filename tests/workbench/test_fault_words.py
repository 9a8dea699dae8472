"""What is wrong is said in the language of whoever is asked, or codes; each English sentence is one that the program says."""

import json
import re
from pathlib import Path

import pytest

from framing.cli import asking, console
from framing.words import languages, words
from framing.words.faults import in_language
from framing.workbench import notices
from framing.workbench.desk import settings
from tests.test_begin import TOLD, ran
from tests.workbench.study import browsing
from tests.workbench.test_prompt import scripted
from tests.workbench.test_settings import SLIPS, UNREADABLE, written

OTHERS = [code for code in languages() if code != "en"]
WORDS = re.compile(r"(?:\b[A-Za-z]{2,}\b ){3}")


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    folder = tmp_path / "ferries"
    assert ran("init", folder, *TOLD)[0] == console.GOOD
    return folder


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_found_again_with_what_it_speaks_of(language: str) -> None:
    for name, text in words("faults", "en").items():
        places = re.findall(r"(?<!{){([a-z_]+)}", text)
        values = {place: f"<{place}>" for place in places}
        message = text.format(**values) if name != "marks" else ""
        if message:
            assert in_language(message, language) == words("faults", language)[name].format(**values), name


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("raw", [*UNREADABLE.values(), *(slip.encode() for slip in SLIPS), b'{"x": 1}'])
def test_slips_in_the_settings_are_told_in_the_language(study: Path, raw: bytes, language: str) -> None:
    written(study, raw)
    told = [in_language(fault.message, language) for fault in settings.faults(study)]
    assert [message for message in told if WORDS.search(re.sub("/tmp/[^ ]*", "", message))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_workbench_and_the_prompt_tell_slips_in_the_language_of_the_coder(study: Path, language: str) -> None:
    told = {"coder": "a", "language": {"a": language}, "texts": 5, "assigned": {"a": ["rgg"]}}
    written(study, json.dumps(told).encode())
    with browsing(study, "a") as client:
        page = client.get("/").text
    (text, moved, neither) = notices(study)
    assert text.endswith(in_language("5 is not allowed here; it must be a text", language))
    for notice in (text, moved, neither):
        assert not WORDS.search(notice)
    assert in_language("5 is not allowed here; it must be a text", language) in page
    assert '<p class="banner" role="status">' in page
    assert '<p class="banner" role="status" lang="en">' not in page


def test_a_dialogue_objects_in_its_own_language(ferries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    typed = ["海港", "", "Japonese", "ja", "Japn", "JP", "海港", "aki", ""]
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(typed, told))
    ran("add", "outlet", "--study", ferries)
    shown = "\n".join(told)
    assert "「Japonese」という言語はありません。Japanese, ja ではありませんか" in shown
    assert "「Japn」という国はありません。Japan, JP ではありませんか" in shown
    assert "ラテン文字の小文字と数字で書き" in shown
    assert not WORDS.search(shown)
    words_ = ("add", "event", "First", "--date", "2026-02-31", "--kind", "ceremny", "--study", ferries)
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted([""] * 5, told))
    first = ran(*words_)[2]
    assert (
        "--kind: 「ceremny」という出来事の種類はありません（`framing add kind` で追加できます）。「ceremony」ではありませんか"
        in first
    )
    assert "何も追加しませんでした。" in first
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted([], told))
    assert ran("change", "event", "x", "--study", ferries)[0] != console.GOOD
    monkeypatch.setattr(asking, "at_terminal", lambda: None)
    assert "--kind: there is no kind 'ceremny'" in ran(*words_)[2], "a script reads English"
