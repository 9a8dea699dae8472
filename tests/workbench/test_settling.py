"""Settling in a real browser: any number of readings, reasons by key, and no evidence for an answer that was not chosen."""

import json
from pathlib import Path
from typing import Any

import pytest

from framing.study import check
from framing.study.settle import REASONS
from framing.words import words
from framing.workbench.desk import settings
from framing.workbench.questions import READING_KEYS, REASON_KEYS
from tests.workbench.browser import RUSSIAN, coded, draft, keys, needs_browser, opened, saved
from tests.workbench.study import browsing, coding, matched

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser


def reading(study: Path, coder: str, **changes: Any) -> None:
    with browsing(study, coder) as client:
        answer = client.put(f"/codings/{RUSSIAN}", json=coding(**changes), headers=matched(""))
        assert answer.status_code == 200, answer.text


def framed(frame: str, **more: Any) -> dict[str, Any]:
    told = {"supports": frame, "kind": "paraphrase", "text": f"speaks of {frame}", "lang": "en", "locator": "note 9"}
    return {"frames": {"primary": frame, "secondary": []}, "evidence": [told, *more.pop("evidence", [])], **more}


@pytest.fixture
def three(study: Path) -> Path:
    """A third coder, and three readings with three primary frames."""
    path = study / "coded" / "coders.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    register["coders"].append({**register["coders"][1], "id": "c"})
    path.write_text(json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for coder, frame in (("a", "territory"), ("b", "history"), ("c", "leadership")):
        reading(study, coder, **framed(frame))
    return study


def test_a_third_reading_has_a_key_and_a_colour_of_its_own(chromium: Any, serving: Any, three: Path) -> None:
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.focus("#q-primary")
        shown = page.locator("#q-primary .readings button")
        assert page.locator("#q-primary .readings kbd").all_inner_texts() == list(READING_KEYS[:3])
        colours = shown.evaluate_all("all => all.map((one) => getComputedStyle(one).borderLeftColor)")
        assert len(set(colours)) == 3
        keys(page, READING_KEYS[2])
        saved(page)
        assert draft(three, RUSSIAN, "adjudicated")["frames"]["primary"] == "leadership"
        page.focus("#q-v-stance")
        keys(page, "c")
        saved(page)
        assert draft(three, RUSSIAN, "adjudicated")["values"]["stance"] == "unknown", "c still is a missing value"


def test_what_is_missing_is_named_and_the_end_is_asked_for(chromium: Any, serving: Any, three: Path) -> None:
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.focus("#q-primary")
        keys(page, "a")
        saved(page)
        lacking = page.locator("#q-primary .lacking")
        assert lacking.inner_text() == "not answered: Why they differed · The argument, in one or two sentences"
        assert page.inner_text("#left").startswith("2 open: Primary frame, ")
        assert " · 0 of " in page.inner_text("#left"), "settled is what has its reason and its argument"
        keys(page, REASON_KEYS[2])
        saved(page)
        assert page.is_checked("#q-primary .decision input[value=slip]")
        assert lacking.inner_text() == "not answered: The argument, in one or two sentences"
        page.fill("#q-primary .decision textarea", "The delete test leaves territory.")
        page.focus("#q-confidence")
        keys(page, "3")
        saved(page)
        assert lacking.inner_text() == ""
        assert " · 1 of " in page.inner_text("#left")
        keys(page, "d")
        page.wait_for_selector("#confirm[open]")
        assert "A settled record is final" in page.inner_text("#confirm")
        page.click("#confirm button[value=no]")
        assert not (three / "coded" / "codings" / "adjudicated" / f"{RUSSIAN}.json").exists()
        page.focus("#q-confidence")
        keys(page, "d")
        page.click("#confirm-yes")
        page.wait_for_selector("#standing:not([hidden])")
    assert check.faults(three) == []


def test_evidence_of_an_answer_that_was_not_chosen_goes(chromium: Any, serving: Any, study: Path) -> None:
    events = [
        event["id"]
        for event in json.loads((study / "coded" / "events.json").read_text(encoding="utf-8"))["events"]
        if event["kind"] == "umbrella"
    ][:2]
    for coder, event, tone in (("a", events[0], 1), ("b", events[1], -1)):
        about = {"kind": "paraphrase", "lang": "en", "locator": "note 9"}
        told = [
            {"supports": "event", "text": f"is about {event}", **about},
            {"supports": "stance", "text": f"is {tone}", **about},
        ]
        values = {**coding()["values"], "stance": tone}
        reading(
            study,
            coder,
            event={"id": event, "relation": "comments"},
            values=values,
            **framed("territory", evidence=told),
        )
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        for question in ("event", "v-stance"):
            page.focus(f"#q-{question}")
            keys(page, "a")
        saved(page)
        texts = [item["text"] for item in draft(study, RUSSIAN, "adjudicated")["evidence"]]
        assert texts == ["speaks of territory", f"is about {events[0]}", "is 1"]
        for question in ("event", "v-stance"):
            page.focus(f"#q-{question}")
            keys(page, "b")
        saved(page)
        texts = [item["text"] for item in draft(study, RUSSIAN, "adjudicated")["evidence"]]
        assert texts == ["speaks of territory", f"is about {events[1]}", "is -1"]


def test_the_queue_shows_where_the_readings_differ(study: Path) -> None:
    reading(study, "a", **framed("territory"))
    reading(study, "b", **framed("history", values={**coding()["values"], "voice": "outlet"}))
    with browsing(study, "adjudicated") as client:
        assert "They differ on: Primary frame · Voice" in client.get("/").text
    with browsing(study, "a") as client:
        assert "They differ" not in client.get("/").text


def test_a_settlement_begins_with_the_evidence_for_what_is_agreed(study: Path) -> None:
    for coder in ("a", "b"):
        reading(study, coder, **framed("territory"))
    with browsing(study, "adjudicated") as client:
        page = client.get(f"/article/{RUSSIAN}").text
    handed = json.loads(page.split('id="handed">')[1].split("</script>", maxsplit=1)[0])
    assert handed["disputed"] == []
    assert [item["text"] for item in handed["record"]["evidence"]] == ["speaks of territory"]
    assert handed["faults"] == []
    assert handed["unanswered"] == ["/confidence"]


def test_what_was_settled_is_settled_again_when_a_reading_changes(chromium: Any, serving: Any, study: Path) -> None:
    for coder, frame in (("a", "territory"), ("b", "history")):
        reading(study, coder, **framed(frame))
    with browsing(study, "adjudicated") as client:
        decided = [{"value": "/frames/primary", "reason": "slip", "comment": "The delete test leaves history."}]
        sent = {**coding(**framed("history")), "decisions": decided, "memo": "settled once"}
        assert client.put(f"/codings/{RUSSIAN}", json=sent, headers=matched("")).status_code == 200
    assert check.faults(study) == []
    path = study / "coded" / "codings" / "b" / f"{RUSSIAN}.json"
    path.write_bytes(path.read_bytes().replace(b"history", b"leadership"))
    assert [fault.rule for fault in check.faults(study)] == ["settlements_follow"]
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        shown = page.locator(f"a.row[href='/article/{RUSSIAN}']")
        assert shown.locator("span.state").inner_text() == words("workbench", "en")["settle_again"]
        assert (
            shown.locator("span:not(.state).again").inner_text() == words("workbench", "en")["again_readings_changed"]
        )
        coded(page, server, RUSSIAN)
        assert page.locator("#q-primary .again").inner_text() == words("workbench", "en")["again_mark_readings_changed"]
        assert page.locator("#q-primary input:checked").count() == 0
        assert page.input_value("#memo") == "settled once"
        page.focus("#q-primary")
        keys(page, READING_KEYS[1])
        saved(page)
        page.check("#q-primary .decision input[value=slip]", force=True)
        page.fill("#q-primary .decision textarea", "The delete test leaves the leaders.")
        page.focus("#q-confidence")
        keys(page, "3", "d")
        page.click("#confirm-yes")
        page.wait_for_selector("#standing:not([hidden])")
    assert check.faults(study) == []
    record = json.loads((study / "coded" / "codings" / "adjudicated" / f"{RUSSIAN}.json").read_bytes())
    assert (record["frames"]["primary"], record["decisions"][0]["follows"]) == ("leadership", "b")
    assert [item["text"] for item in record["evidence"]] == ["speaks of leadership"]


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_each_reason_is_explained(chromium: Any, serving: Any, three: Path, language: str) -> None:
    settings.remember(three, language={"adjudicated": language})
    server, say = serving("adjudicated"), words("workbench", language)
    with opened(chromium, server) as page:
        for width in (1280, 400):
            page.set_viewport_size({"width": width, "height": 900})
            coded(page, server, RUSSIAN)
            page.focus("#q-primary")
            keys(page, READING_KEYS[0])
            saved(page)
            shown = page.locator("#q-primary .reasons .option")
            told = [(say[f"reason_{each}"], say[f"reason_{each}_hint"]) for each in REASONS]
            assert [
                tuple(each.locator(part).inner_text() for part in ("span", "small")) for each in shown.all()
            ] == told
            inside = "all => all.every((one) => one.scrollWidth <= one.clientWidth && one.getBoundingClientRect().right <= innerWidth)"
            assert shown.evaluate_all(inside)
            shown.nth(2).click()
            saved(page)
