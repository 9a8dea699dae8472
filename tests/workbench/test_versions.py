"""Answers belong to the version of the codebook that they were given under."""

import json
from pathlib import Path
from typing import Any

import pytest

from framing.study.schema import major
from framing.words import words
from framing.workbench.prompt import code as prompt
from tests.workbench.browser import RUSSIAN, coded, draft, keys, opened, saved
from tests.workbench.study import ARTICLE, CODEBOOK, browsing, coding, matched
from tests.workbench.test_prompt import CODED, scripted

BEFORE: str = CODEBOOK["version"]
AFTER = f"{major(BEFORE)}.99.0"


def changed(study: Path, version: str = AFTER) -> None:
    """Another version of the codebook that still means the same, as its own record of changes says."""
    path = study / "schemas" / "codebook.json"
    book = json.loads(path.read_text(encoding="utf-8"))
    if book["version"] != version:
        book["changes"].insert(0, {**book["changes"][0], "version": version, "kind": "minor"})
        path.write_text(json.dumps({**book, "version": version}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_a_record_keeps_the_version_of_its_page(study: Path) -> None:
    with browsing(study, "a") as client:
        seen = {"codebook-version": BEFORE}
        etag = client.put(f"/drafts/{ARTICLE}", json=coding(), headers={**matched(""), **seen}).json()["etag"]
        changed(study)
        kept = client.put(f"/drafts/{ARTICLE}", json=coding(memo="later"), headers={**matched(etag), **seen}).json()
        assert (kept["record"]["codebook"], kept["codebook"]) == (BEFORE, AFTER)
        refused = client.put(f"/codings/{ARTICLE}", json=coding(memo="end"), headers={**matched(kept["etag"]), **seen})
        assert (refused.status_code, refused.json()["error"]) == (422, "codebook_changed")
        assert refused.json()["record"]["memo"] == "end", "nothing that was typed is lost"
        silent = client.put(f"/drafts/{ARTICLE}", json=coding(), headers=matched(refused.json()["etag"])).json()
        assert silent["record"]["codebook"] == BEFORE, "a draft keeps its version unless its page says another"
        now = {"codebook-version": AFTER}
        done = client.put(f"/codings/{ARTICLE}", json=coding(), headers={**matched(silent["etag"]), **now})
        assert done.status_code == 200
        assert done.json()["record"]["codebook"] == AFTER


def test_a_draft_of_another_version_goes_on_at_the_prompt_only_when_it_holds(study: Path) -> None:
    told: list[str] = []
    prompt.code(study, "a", ARTICLE, scripted(["z", "2"], told))
    changed(study)
    told.clear()
    prompt.code(study, "a", ARTICLE, scripted(["n"], told))
    assert any(f"{BEFORE} → {AFTER}" in line for line in told)
    assert draft(study, ARTICLE)["codebook"] == BEFORE
    prompt.code(study, "a", ARTICLE, scripted(["y", "", "", "z"], told))
    assert draft(study, ARTICLE)["codebook"] == AFTER
    assert draft(study, ARTICLE)["frames"] == {"primary": "territory", "secondary": []}


def test_a_codebook_that_changes_under_the_prompt_is_told(study: Path) -> None:
    told: list[str] = []
    terminal = scripted(CODED, told)

    def ask(text: str) -> str:
        if len(told) > 40:
            changed(study)
        return terminal.ask(text)

    prompt.code(study, "a", ARTICLE, terminal._replace(ask=ask))
    assert words("workbench", "en")["codebook_changed"].format(then=BEFORE, now=AFTER) in "\n".join(told)
    assert draft(study, ARTICLE)["codebook"] == BEFORE
    assert draft(study, ARTICLE)["confidence"] == 2


@pytest.mark.browser
def test_a_codebook_that_changes_under_the_page_is_told_in_words(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        saved(page)
        changed(study)
        keys(page, "6")
        page.wait_for_selector("#banner:not([hidden])")
        assert f"changed from version {BEFORE} to {AFTER}" in page.inner_text("#banner")
        saved(page)
        assert draft(study, RUSSIAN)["codebook"] == BEFORE
        coded(page, server, RUSSIAN)
        assert f"{BEFORE} → {AFTER}" in page.inner_text("#older")
        keys(page, "j", "3")
        saved(page)
        assert draft(study, RUSSIAN)["codebook"] == BEFORE, "one new answer does not vouch for the others"
        keys(page, "d")
        assert page.evaluate("document.activeElement.id") == "older-hold"
        keys(page, "Enter")
        saved(page)
        assert page.locator("#older").is_hidden()
        page.wait_for_function("() => document.querySelector('#saved').dataset.state === 'saved'")
        assert draft(study, RUSSIAN)["codebook"] == AFTER
        assert draft(study, RUSSIAN)["frames"]["primary"] == "military"
