"""What is inferred from a description is said so, by hand and by key, and whoever settles settles that too."""

from pathlib import Path
from typing import Any

import pytest

from tests.workbench.browser import RUSSIAN, coded, draft, keys, needs_browser, opened, saved
from tests.workbench.study import browsing, coding, matched

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser

SWITCH = "#q-v-stance [data-ground]"


def test_a_value_is_marked_as_inferred_by_key_and_by_hand(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        assert page.locator("#inferred-help").is_visible()
        assert page.locator(SWITCH).is_disabled()
        page.focus("#q-v-stance")
        keys(page, "1", "i")
        assert page.locator(SWITCH).is_checked()
        page.locator(SWITCH).click()
        assert not page.locator(SWITCH).is_checked()
        page.locator(SWITCH).click()
        page.focus("#q-v-prospect")
        keys(page, "2", "i")
        saved(page)
        assert draft(study, RUSSIAN)["inferred"] == ["stance", "prospect"]
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert page.locator(SWITCH).is_checked()
        page.focus("#q-v-stance")
        keys(page, "c", "i")
        assert not page.locator(SWITCH).is_checked()
        saved(page)
        assert draft(study, RUSSIAN)["inferred"] == ["prospect"]


def test_readings_that_differ_in_the_ground_alone_are_settled(chromium: Any, serving: Any, study: Path) -> None:
    told = [
        {"supports": name, "kind": "paraphrase", "text": f"speaks of {name}", "lang": "en", "locator": "note 9"}
        for name in ("territory", "stance")
    ]
    for coder, more in (("a", {"inferred": ["stance"]}), ("b", {})):
        with browsing(study, coder) as client:
            sent = coding(values={**coding()["values"], "stance": 1}, evidence=told, **more)
            answer = client.put(f"/codings/{RUSSIAN}", json=sent, headers=matched(""))
            assert answer.status_code == 200, answer.text
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        shown = page.locator("#q-v-stance .readings button").all_inner_texts()
        assert ["(inferred)" in text for text in shown] == [True, False]
        page.focus("#q-v-stance")
        keys(page, "a")
        assert page.locator(SWITCH).is_checked()
        saved(page)
        settled = draft(study, RUSSIAN, "adjudicated")
        assert (settled["values"]["stance"], settled["inferred"]) == (1, ["stance"])
        assert [one["follows"] for one in settled["decisions"]] == ["a"]
        keys(page, "b")
        saved(page)
        assert "inferred" not in draft(study, RUSSIAN, "adjudicated")
