"""Codings that the codebook has outgrown: the queue says so and why, and their coder, nobody else, codes them again."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.revision.versions import codebook_at, keep
from framing.words import languages, words
from framing.workbench.prompt import code as prompt
from tests.workbench.browser import Server, coded, keys, opened, saved
from tests.workbench.study import Record, browsing, example, matched
from tests.workbench.test_prompt import scripted

HARBOUR, KAIKO = "harbour-post-2026-03-03", "kaiko-shimbun-2026-03-03"


def outgrown(folder: Path, *, frame_gone: bool = False) -> Path:
    """The example study after a new question and a new definition; or after a frame is gone."""
    study = example(folder)
    keep(study, codebook_at(study, "schemas/codebook.json"))
    path = study / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    if frame_gone:
        book["frames"] = [frame for frame in book["frames"] if frame["id"] != "economy"]
        for frame in book["frames"]:
            for boundary in frame["exclude"]:
                if boundary.get("use") == "economy":
                    boundary["use"] = "other"
        steps: list[Record] = [{"do": "remove", "frame": "economy"}]
    else:
        tone = next(entry for entry in book["variables"] if entry["id"] == "tone")
        blame = {**tone, "id": "blame", "labels": {name: f"Blame {name}" for name in tone["labels"]}}
        book["variables"].append(blame)
        next(frame for frame in book["frames"] if frame["id"] == "economy")["definition"] += " Prices too, and wages."
        steps = [{"do": "add", "variable": "blame"}, {"do": "redefine", "frame": "economy"}]
    change = {"version": "2.0.0", "date": "2026-11-27", "kind": "major", "summary": "A change that a test makes."}
    book |= {"version": "2.0.0", "changes": [change, *book["changes"]]}
    path.write_bytes(json.dumps(book, ensure_ascii=False).encode())
    migration = {"$schema": "../migration.schema.json", "from": "1.1.0", "to": "2.0.0", "why": "A test changes it."}
    folder = study / "schemas" / "migrations"
    folder.mkdir()
    (folder / "1.1.0-2.0.0.json").write_bytes(json.dumps({**migration, "operations": steps}).encode())
    check.mend(study)
    done = CliRunner().invoke(app, ["codebook", "migrate", "--write", "--study", str(study)])
    assert done.exit_code == 0, done.output
    assert check.faults(study) == []
    return study


def coding_of(study: Path, article: str, coder: str = "alba") -> Record:
    found: Record = json.loads((study / "coded" / "codings" / coder / f"{article}.json").read_bytes())
    return found


def again(study: Path, coder: str) -> set[str]:
    done = CliRunner().invoke(app, ["codebook", "worklist", "--json", "--coder", coder, "--study", str(study)])
    return {row["article"] for row in json.loads(done.stdout)["answers"]}


def test_the_queue_says_what_to_code_again_and_why(tmp_path: Path) -> None:
    study = outgrown(tmp_path)
    shown = words("workbench", "en")
    with browsing(study, "alba") as client:
        page = client.get("/").text
        assert page.count(shown["one_again"]) >= 3
        assert shown["again_not_coded"] in page
        assert shown["again_redefined"] in page
        listed = client.get("/", params={"state": "again"}).text
        assert HARBOUR in listed
        assert client.get("/next").headers["location"].removeprefix("/article/") in again(study, "alba")
    with browsing(example(tmp_path / "untouched"), "alba") as client:
        assert shown["state_again"] not in client.get("/").text


def test_a_coder_sees_only_her_own_list(tmp_path: Path) -> None:
    study = outgrown(tmp_path)
    with browsing(study, "boris") as client:  # whose codings are lines of one file, which the workbench does not change
        assert words("workbench", "en")["one_again"] not in client.get("/").text
        assert "Prices" not in client.get(f"/records/{HARBOUR}").text
    with browsing(study, "carla") as client:
        assert words("workbench", "en")["again_not_coded"] not in client.get("/").text


def test_an_outgrown_coding_is_written_again_once_it_is_whole_and_looked_at(tmp_path: Path) -> None:
    study = outgrown(tmp_path)
    before = coding_of(study, HARBOUR)
    assert before["coded_under"] == "1.1.0"
    assert before["values"]["blame"] == "not_coded"
    with browsing(study, "alba") as client:
        stands = client.get(f"/records/{HARBOUR}").json()
        assert (stands["state"], stands["final"], stands["unanswered"]) == ("again", False, ["/values/blame"])
        record = stands["record"]
        assert record["codebook"] == "1.1.0"
        assert "coded_under" not in record
        path, etag = f"/codings/{HARBOUR}", stands["etag"]
        now = {"codebook-version": "2.0.0"}
        refused = client.put(path, json=record, headers={**matched(etag), **now})
        assert (refused.status_code, refused.json()["error"]) == (422, "faulty")
        assert coding_of(study, HARBOUR) == before, "the finished coding stands until the new one is whole"
        record["values"]["blame"] = "not_coded"
        etag = refused.json()["etag"]
        refused = client.put(path, json=record, headers={**matched(etag), **now})
        assert refused.json()["unanswered"] == ["/values/blame"], "what a migration writes is not an answer"
        record["values"]["blame"] = -1
        etag = refused.json()["etag"]
        refused = client.put(path, json=record, headers={**matched(etag), "codebook-version": "1.1.0"})
        assert refused.json()["error"] == "codebook_changed", "nobody has looked at it yet"
        etag = refused.json()["etag"]
        done = client.put(path, json=record, headers={**matched(etag), **now})
        assert (done.status_code, done.json()["final"]) == (200, True)
    after = coding_of(study, HARBOUR)
    assert after["codebook"] == "2.0.0"
    assert "coded_under" not in after
    assert after["values"]["blame"] == -1
    with browsing(study, "alba") as client:
        assert client.get(f"/records/{HARBOUR}").json()["state"] == "done"
        assert HARBOUR not in client.get("/", params={"state": "again"}).text


def test_a_coding_that_was_held_back_is_begun_without_what_is_not_offered(tmp_path: Path) -> None:
    study = outgrown(tmp_path, frame_gone=True)
    assert coding_of(study, KAIKO)["codebook"] == "1.1.0"
    with browsing(study, "alba") as client:
        page = client.get(f"/article/{KAIKO}").text
        assert words("workbench", "en")["again_mark_not_offered"].format(before="economy") in page
        stands = client.get(f"/records/{KAIKO}").json()
        assert stands["state"] == "again"
        assert stands["record"]["frames"] == {"secondary": []}
        assert stands["record"]["evidence"][0]["supports"] == "economy", "what was typed is kept"
        record = {**stands["record"], "frames": {"primary": "conflict", "secondary": []}}
        record["evidence"][0]["supports"] = "conflict"
        headers = {**matched(stands["etag"]), "codebook-version": "2.0.0"}
        done = client.put(f"/codings/{KAIKO}", json=record, headers=headers)
        assert done.status_code == 200, done.text
    assert coding_of(study, KAIKO)["codebook"] == "2.0.0"
    assert KAIKO not in again(study, "alba")


def test_an_outgrown_coding_is_coded_again_at_the_prompt(tmp_path: Path) -> None:
    study = outgrown(tmp_path)
    told: list[str] = []
    through = [*[""] * 9, "3", *[""] * 4, "y", "y"]  # what stands is kept by an empty line
    prompt.code(study, "alba", HARBOUR, scripted(through, told))
    text = "\n".join(told)
    shown = words("workbench", "en")
    assert shown["again_mark_not_coded"] in text
    assert shown["again_mark_redefined"] in text
    after = coding_of(study, HARBOUR)
    assert "coded_under" not in after, text
    assert after["values"]["blame"] == 1


@pytest.mark.parametrize("language", languages())
def test_every_reason_and_mark_has_words(language: str) -> None:
    shown = words("workbench", language)
    for name in (
        "older_codebook",
        "not_coded",
        "redefined",
        "mark_not_coded",
        "mark_redefined",
        "mark_not_offered",
        "readings_changed",
        "mark_readings_changed",
    ):
        assert shown[f"again_{name}"]


@pytest.mark.browser
def test_coding_again_by_keyboard(chromium: Any, tmp_path: Path) -> None:
    study = outgrown(tmp_path)
    shown = words("workbench", "en")
    server = Server(study, "alba")
    try:
        with opened(chromium, server) as page:
            page.click(f".tabs a:has-text('{shown['state_again']}')")
            page.wait_for_selector("html[data-ready]")
            assert page.locator("a.row").count() == 3
            assert shown["again_not_coded"] in page.inner_text("a.row >> nth=0")
            coded(page, server, KAIKO)
            assert "1.1.0 → 2.0.0" in page.inner_text("#older")
            assert shown["again_mark_not_coded"] in page.inner_text("#q-v-blame")
            assert shown["again_mark_redefined"] in page.inner_text("#q-primary")
            assert page.evaluate("document.activeElement.id") == "q-v-blame", "the open question comes first"
            keys(page, "d")
            assert page.evaluate("document.activeElement.id") == "q-primary", "a redefined answer is looked at first"
            assert page.locator("#q-primary input:checked").count() == 1, "the earlier answer stands"
            keys(page, "d")
            assert page.evaluate("document.activeElement.id") == "older-hold"
            keys(page, "Enter")
            saved(page)
            keys(page, "d")
            page.wait_for_function("() => document.activeElement.id === 'q-v-blame'")
            assert coding_of(study, KAIKO)["values"]["blame"] == "not_coded"
            keys(page, "3")
            saved(page)
            keys(page, "d")
            page.wait_for_selector("#confirm[open]")
            keys(page, "Enter")
            page.wait_for_selector("#standing:not([hidden])")
            page.goto(f"{server.address}/?state=again")
            page.wait_for_selector("html[data-ready]")
            assert page.locator("a.row").count() == 2
    finally:
        server.killed()
    after = coding_of(study, KAIKO)
    assert (after["codebook"], after["values"]["blame"]) == ("2.0.0", 1)
    assert "coded_under" not in after
