"""The texts of the codebook in the coder's language, where there is a file of it."""

import json
from copy import deepcopy
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from framing.study.canonical import as_file
from framing.study.check import mend
from framing.study.revision.versions import codebook_at, keep
from framing.study.translation import texts
from framing.workbench.desk import settings
from framing.workbench.prompt import code as prompt
from tests.workbench.browser import RUSSIAN, coded, keys, needs_browser, opened
from tests.workbench.study import browsing, example
from tests.workbench.test_prompt import scripted

Record = dict[str, Any]
ARTICLE = "kaiko-shimbun-2026-03-03"


def translated(value: Any) -> Any:
    """Texts as a Japanese reader would get them; each says what it stands for."""
    if isinstance(value, dict):
        return {key: translated(inside) for key, inside in value.items()}
    return [translated(inside) for inside in value] if isinstance(value, list) else f"訳「{value}」"


def with_japanese(study: Path) -> Record:
    """Puts a Japanese codebook beside the one of a study, and gives that one."""
    book: Record = json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8"))
    record = {"$schema": "translation.schema.json", "language": "ja", "version": book["version"]}
    (study / "schemas/codebook.ja.json").write_bytes(as_file({**record, **translated(texts(book))}))
    return book


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_definitions_boundaries_and_examples_are_in_the_language_that_has_a_file(tmp_path: Path, language: str) -> None:
    study = example(tmp_path)
    book = with_japanese(study)
    with browsing(study, "alba") as client:
        assert client.put("/settings", json={"language": language}).status_code == 204
        page = unescape(client.get(f"/article/{ARTICLE}").text)
    frame, variable = book["frames"][0], book["variables"][1]
    shown = [frame["definition"], frame["exclude"][0]["when"], frame["good"]["why"], frame["mistakes"][0]]
    shown += [variable["question"], variable["values"][0]["definition"], book["instructions"][1]["text"]]
    assert [f"訳「{text}」" in page for text in shown] == [language == "ja"] * len(shown)
    assert f'<p class="asked" lang="{"ja" if language == "ja" else "en"}">' in page


def test_a_text_that_has_changed_since_is_in_english(tmp_path: Path) -> None:
    study = example(tmp_path)
    book = with_japanese(study)
    keep(study, codebook_at(study, "schemas/codebook.json"))
    now = deepcopy(book)
    now["version"] = "1.1.1"
    now["changes"].insert(0, {**book["changes"][0], "version": "1.1.1", "kind": "patch"})
    now["frames"][0]["definition"] = "The article is about quarrels: two or more sides, and what divides them."
    (study / "schemas/codebook.json").write_bytes(as_file(now))
    mend(study)
    with browsing(study, "alba") as client:
        client.put("/settings", json={"language": "ja"})
        page = unescape(client.get(f"/article/{ARTICLE}").text)
    assert f"訳「{book['frames'][0]['definition']}」" not in page
    assert now["frames"][0]["definition"] in page
    assert f"訳「{book['frames'][1]['definition']}」" in page


def test_a_file_that_cannot_be_read_leaves_the_texts_in_english(tmp_path: Path) -> None:
    study = example(tmp_path)
    book = with_japanese(study)
    path = study / "schemas/codebook.ja.json"
    for raw in (b"{", b'{"language": "ja", "version": 1}', path.read_bytes().replace(b'"order": [', b'"order": [1,')):
        path.write_bytes(raw)
        with browsing(study, "alba") as client:
            client.put("/settings", json={"language": "ja"})
            page = unescape(client.get(f"/article/{ARTICLE}").text)
        assert book["frames"][0]["definition"] in page


def test_help_at_the_prompt_is_in_the_language(tmp_path: Path) -> None:
    study = example(tmp_path)
    book = with_japanese(study)
    with browsing(study, "alba") as client:
        client.put("/settings", json={"language": "ja"})
    told: list[str] = []
    prompt.code(study, "alba", "kaiko-shimbun-2026-03-13", scripted(["?", "z", "?"], told))
    text = "\n".join(told)
    assert f"訳「{book['event']['definition']}」" in text
    assert f"訳「{book['frames'][0]['definition']}」" in text


@pytest.mark.browser
@needs_browser[1]
def test_help_in_the_browser_is_in_the_language(chromium: Any, serving: Any, study: Path) -> None:
    book = with_japanese(study)
    settings.remember(study, language={"a": "ja"})
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        assert page.locator(".entry:not([hidden]) .definition").inner_text() == f"訳「{book['event']['definition']}」"
        keys(page, "z", "j", "2")
        entry = page.locator(".entry:not([hidden])")
        frame = book["frames"][1]
        assert entry.locator(".definition").inner_text() == f"訳「{frame['definition']}」"
        assert entry.locator(".definition").get_attribute("lang") == "ja"
        assert f"訳「{frame['exclude'][0]['when']}」" in entry.inner_text()
        assert f"訳「{frame['good']['text']}」" in entry.inner_text()
