"""Every button, form and link that looks like a button, on every page, is pressed by hand, and does what it says."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from framing.study import check
from tests.workbench.browser import RUSSIAN, MortalServer, Page, coded, draft, keys, needs_browser, opened, saved
from tests.workbench.study import ARTICLE, browsing, coding, matched
from tests.workbench.test_versions import changed

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser

WATCH = """
globalThis.pressable = 'button, form, select, summary, [type=checkbox][name=anyway], a.button, a.back, a.brand';
globalThis.nameOf = (element) => {
  if (element.dataset.mark) return 'evidence of a question';
  if (element.dataset.show) return element.dataset.show === 'frames' ? 'all frames' : 'one frame';
  const home = element.closest('.item') ? 'evidence' : element.closest('.readings') ? 'readings' : element.closest('[id]')?.id;
  return `${element.localName} ${element.id || `${element.className || element.name || element.value} in ${home}`}`;
};
for (const kind of ['click', 'change', 'submit']) document.addEventListener(kind, (event) => {
  const element = event.target.closest(pressable);
  if (element && (event.isTrusted || kind === 'change')) pressed(nameOf(element));
}, true);
"""
NAMES = """() => [document, ...[...document.querySelectorAll('template')].map((one) => one.content)]
  .flatMap((root) => [...root.querySelectorAll(pressable)]).map(nameOf)"""


class Hands(NamedTuple):
    """What stands on the pages that were opened, and what of it was pressed."""

    page: Page
    there: set[str]
    pressed: set[str]

    def look(self) -> None:
        self.page.wait_for_selector("html[data-ready]")
        self.there.update(self.page.evaluate(NAMES))

    def click(self, selector: str) -> None:
        self.look()
        self.page.locator(selector).first.click()


@contextmanager
def hands(chromium: Any, server: Any, there: set[str], pressed: set[str]) -> Iterator[Hands]:
    with opened(chromium, server) as page:
        page.context.expose_binding("pressed", lambda _, name: pressed.add(name))
        page.context.add_init_script(WATCH)
        page.goto(server.address)
        page.wait_for_selector("html[data-ready]")  # "load" comes before the page listens to keys
        yield Hands(page, there, pressed)


def many(study: Path) -> None:
    """A second page of the queue."""
    article = json.loads((study / "coded" / "articles" / f"{RUSSIAN}.json").read_text(encoding="utf-8"))
    del article["$schema"]
    lines = (json.dumps({**article, "id": f"rg-2013-{number}"}, ensure_ascii=False) for number in range(100))
    (study / "coded" / "articles.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def in_the_queue(at: Hands) -> None:
    at.click("#show-keys")
    assert at.page.locator("#keys[open]").count() == 1
    at.click("#keys button")
    assert at.page.locator("#keys[open]").count() == 0
    for language in ("ja", "en"):
        at.page.select_option("#ui-language", language)
        at.page.wait_for_selector(f"html[lang={language}][data-ready]")
    at.page.select_option("#ui-theme", "dark")
    assert at.page.get_attribute("html", "data-theme") == "dark"
    first = at.page.locator("a.row").first.get_attribute("href")
    at.click("a[rel=next]")
    at.page.wait_for_url("**page=2")
    assert at.page.locator("a.row").first.get_attribute("href") != first
    at.click("a[rel=prev]")
    at.page.wait_for_url("**page=1")
    at.look()
    at.page.fill("#q", RUSSIAN)
    at.page.keyboard.press("Enter")
    at.page.wait_for_selector("a.row:focus")
    assert at.page.locator("a.row").count() == 1
    at.click("a.brand")
    at.page.wait_for_selector("a.row >> nth=99")
    at.click("#next")
    at.page.wait_for_selector("html[data-ready] body.coding")
    at.click("#back")
    at.page.wait_for_selector("html[data-ready] body.queue")


def in_the_form(at: Hands, study: Path) -> None:
    at.click("a[href='/new']")
    at.page.wait_for_selector("html[data-ready] body.intake")
    at.click(".actions a.button")
    at.page.wait_for_selector("html[data-ready] body.queue")
    at.click("a[href='/new']")
    at.page.wait_for_selector("html[data-ready] #intake")
    typed = {"outlet": "rg", "date": "32.13.2014", "headline_original": "Причал — «весна»", "byline": "A = А; B"}
    for name, text in typed.items():
        at.page.fill(f"#{name}", text)
    chosen = {"genre": "news", "medium": "print", "basis": "secondary_paraphrase"}
    for name, value in chosen.items():
        at.page.select_option(f"#{name}", value)
    at.page.select_option("#cites", index=1)
    at.page.fill("#language", "ru")
    at.page.fill("#id", "rg-2014-12-24")
    at.click("#intake .primary")
    at.page.wait_for_selector(".faulty #date")
    given = {**typed, **chosen}
    assert {name: at.page.input_value(f"#{name}") for name in given} == given, "what was typed stays"
    at.page.select_option("#basis", "primary_full")
    at.page.fill("#date", "24 декабря 2014 г.")
    codebook = study / "schemas" / "codebook.json"
    sound = codebook.read_bytes()
    codebook.write_bytes(b"{")  # somebody else edits the study meanwhile
    at.click("#intake .primary")
    at.page.wait_for_selector("#again")
    at.there.update(at.page.evaluate(NAMES))
    codebook.write_bytes(sound)
    at.page.click("#again button")
    at.page.wait_for_selector("html[data-ready] body.coding")
    assert at.page.url.endswith("/article/rg-2014-12-24")
    at.click("a.back")
    at.page.wait_for_selector("html[data-ready] body.queue")
    at.page.goto(at.page.url + "new")
    at.look()
    for name, text in {**typed, "date": "2014-12-24", "language": "ru", "id": "rg-2014-12-24-b"}.items():
        at.page.fill(f"#{name}", text)
    at.page.wait_for_selector("#same:not([hidden])")
    at.click("#intake .primary")
    at.page.wait_for_selector("#same:not([hidden])")
    at.page.check("[name=anyway]")
    at.click("#intake .primary")
    at.page.wait_for_selector("html[data-ready] body.coding")
    found = sorted(path.name for path in (study / "coded" / "articles").glob("rg-2014-12-24*"))
    assert found == ["rg-2014-12-24-b.json", "rg-2014-12-24.json"]
    assert [fault for fault in check.faults(study) if "rg-2014-12-24" in fault.file] == []


def at_an_article(at: Hands, server: Any, study: Path) -> None:
    page = at.page
    coded(page, server, RUSSIAN)
    at.click("#event-none")
    assert page.get_attribute("#event-none", "aria-pressed") == "true"
    keys(page, "j", "2", "ArrowRight", "ArrowRight")
    at.click("#q-primary [data-mark]")
    saved(page)
    assert [item["kind"] for item in draft(study, RUSSIAN)["evidence"]] == ["quote"]
    at.click(".item .show")
    assert "focused" in page.evaluate("[...CSS.highlights.keys()]")
    at.click("#evidence-add")
    assert page.locator(".item").count() == 2
    page.locator(".item").nth(1).locator(".supports").select_option("territory")
    page.locator(".item").nth(1).locator(".lang").select_option("ru")
    page.locator(".item").nth(1).locator(".remove").click()
    assert page.locator(".item").count() == 1
    at.click("#mark-cues")
    assert page.get_attribute("#mark-cues", "aria-pressed") == "true"
    page.focus("#q-primary")
    at.click(".entry:visible [data-show=frames]")
    assert page.locator(".entry:visible").get_attribute("data-entry") == "frames"
    assert page.locator(".entry:visible .anchors dd").count() == page.locator(".entry:visible .anchors dt").count()
    at.click(".entry:visible [data-show=f-history]")
    assert page.locator(".entry:visible").get_attribute("data-entry") == "f-history"
    at.click("#done")
    page.wait_for_selector(".question.wanted")
    at.click("#missing button >> nth=0")
    saved(page)


def two_versions_until_done(at: Hands, study: Path) -> None:
    page = at.page
    with browsing(study, "a") as client:  # another program writes meanwhile
        etag = client.get(f"/records/{RUSSIAN}").json()["etag"]
        sent = coding(evidence=[{**coding()["evidence"][0], "lang": "en"}], memo="one")
        etag = client.put(f"/drafts/{RUSSIAN}", json=sent, headers=matched(etag)).json()["etag"]
        page.fill("#memo", "mine")
        page.wait_for_selector("#conflict[open]")
        at.click("#conflict-take")
        saved(page)
        assert page.input_value("#memo") == "one"
        client.put(f"/drafts/{RUSSIAN}", json={**sent, "memo": "two"}, headers=matched(etag))
    page.fill("#memo", "mine")
    page.wait_for_selector("#conflict[open]")
    at.click("#conflict-keep")
    saved(page)
    assert draft(study, RUSSIAN)["memo"] == "mine"
    at.click("#done")
    page.wait_for_selector("#confirm[open]")
    at.click("#confirm button[value=no]")
    page.wait_for_selector("#confirm:not([open])", state="attached")
    assert not (study / "coded" / "codings" / "a" / f"{RUSSIAN}.json").exists()
    at.click("#done")
    at.click("#confirm-yes")
    page.wait_for_selector("#standing:not([hidden])")
    at.click("#next")
    page.wait_for_url(lambda url: RUSSIAN not in url)
    page.wait_for_selector("html[data-ready] body.coding")


def under_an_older_codebook(at: Hands, server: Any, study: Path) -> None:
    coded(at.page, server, ARTICLE)
    keys(at.page, "j", "2")
    saved(at.page)
    changed(study)
    coded(at.page, server, ARTICLE)
    at.click("#older-hold")
    saved(at.page)
    assert at.page.locator("#older").is_hidden()


def at_a_settlement(at: Hands) -> None:
    keys(at.page, "n")
    at.page.wait_for_selector("html[data-ready] body.settling")
    for place, name in enumerate(("by-first", "by-second")):
        at.click(f"#q-primary .readings .{name}")
        assert at.page.locator("#q-primary .options input").nth(1 if place == 0 else 5).is_checked()


def test_every_button_of_every_page_is_pressed(chromium: Any, serving: Callable[..., Any], study: Path) -> None:
    many(study)
    there: set[str] = set()
    pressed: set[str] = set()
    with browsing(study, "b") as client:
        sent = coding(frames={"primary": "history", "secondary": []})
        sent["evidence"][0]["supports"] = "history"
        assert client.put(f"/codings/{RUSSIAN}", json=sent, headers=matched("")).status_code == 200
    server = serving("a")
    with hands(chromium, server, there, pressed) as at:
        in_the_queue(at)
        in_the_form(at, study)
        at_an_article(at, server, study)
        two_versions_until_done(at, study)
        under_an_older_codebook(at, server, study)
        at.page.goto(f"{server.address}/nowhere")
        at.look()
    with hands(chromium, serving("adjudicated"), there, pressed) as at:
        at_a_settlement(at)
    assert len(there) > 20
    assert there - pressed == set()


def test_what_was_typed_into_the_form_outlives_the_server(chromium: Any, serving: Callable[..., Any]) -> None:
    typed = {"outlet": "rg", "date": "2014-12-24", "headline_original": "Причал — «весна»", "id": "rg-own"}
    server = serving("a", MortalServer)
    with opened(chromium, server) as page:
        page.goto(f"{server.address}/new")
        page.wait_for_selector("html[data-ready]")
        for name, text in typed.items():
            page.fill(f"#{name}", text)
        page.select_option("#genre", "interview")
        server.killed()
        with page.expect_event("requestfailed"):
            page.click("#intake .primary", no_wait_after=True)
        page.wait_for_timeout(200)
        server.again()
        page.goto(f"{server.address}/new")
        page.wait_for_selector("html[data-ready]")
        assert {name: page.input_value(f"#{name}") for name in typed} == typed
        assert page.input_value("#genre") == "interview"
        page.wait_for_function("document.querySelector('#language').value === 'ru'")
        page.click("#intake .primary")
        page.wait_for_selector("html[data-ready] body.coding")
        page.wait_for_selector("html[data-ready]")
        page.goto(f"{server.address}/new")
        page.wait_for_selector("html[data-ready]")
        assert page.input_value("#outlet") == "", "what has become an article is not offered again"
        page.fill("#outlet", "rg")
        page.click("#intake a.button")
        page.wait_for_selector("html[data-ready] body.queue")
        page.goto(f"{server.address}/new")
        page.wait_for_selector("html[data-ready]")
        assert page.input_value("#outlet") == "", "nor what was given up"


def test_what_is_typed_after_faults_outlives_loading_anew_and_another_language(
    chromium: Any, serving: Callable[..., Any]
) -> None:
    """What was typed below the faults was lost: the answer of the server came back as it had been sent."""
    server = serving("a")
    with opened(chromium, server) as page:
        page.goto(f"{server.address}/new")
        page.wait_for_selector("html[data-ready]")
        page.fill("#outlet", "NoSuchPaper")
        page.fill("#date", "31 February 2014")
        page.click("#intake .primary")
        page.wait_for_selector(".faulty #outlet[aria-invalid]")
        later = {"outlet": "rg", "headline_original": "Причал", "byline": "I. Petrov"}
        for name, text in later.items():
            page.fill(f"#{name}", text)
        page.evaluate("location.reload()")
        page.wait_for_timeout(300)
        page.wait_for_selector("html[data-ready]")
        assert {name: page.input_value(f"#{name}") for name in later} == later
        assert page.locator(".faulty #outlet").count() == 0, "what was said of the old answer does not hold of the new"
        page.select_option("#ui-language", "ru")
        page.wait_for_selector("html[lang=ru][data-ready]")
        assert {name: page.input_value(f"#{name}") for name in later} == later


def test_done_names_all_that_is_lacking_and_leads_there(chromium: Any, serving: Callable[..., Any]) -> None:
    server = serving("a")
    with opened(chromium, server, viewport={"width": 1280, "height": 800}) as page:
        coded(page, server, RUSSIAN)
        assert page.is_hidden("#missing")
        keys(page, "d")
        page.wait_for_selector("#missing:not([hidden])")
        links = page.locator("#missing button")
        assert int(page.inner_text("#left").split()[0]) == links.count() > 5, "as many as are open, each by its name"
        links.last.click()
        assert page.evaluate("document.activeElement.id") == page.locator(".question.current").get_attribute("id")
        first = links.first.inner_text()
        links.first.click()
        keys(page, "z")
        page.wait_for_function("name => document.querySelector('#missing button').textContent !== name", arg=first)


def test_nothing_is_said_of_a_paraphrase_before_its_field_is_left(chromium: Any, serving: Callable[..., Any]) -> None:
    """Two red boxes that named no field stood there before a key was pressed."""
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.focus("#q-primary")
        keys(page, "2")
        page.click("#evidence-add")
        saved(page)
        assert page.locator(".item .faults p").count() == 0
        page.focus(".item .locator")
        assert page.inner_text(".item .faults") == "In your own words: nothing is written yet"
        page.focus(".item .words")
        page.keyboard.type("leaves the islands")
        saved(page)
        page.fill(".item .locator", "")
        saved(page)
        page.focus("#memo")
        page.select_option("#ui-language", "ja")
        page.wait_for_selector("html[lang=ja][data-ready]")
        assert page.inner_text(".item .faults") == "所在: 未記入です"
