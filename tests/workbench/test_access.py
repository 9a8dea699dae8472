"""Everybody can use it: what axe-core finds, what it does not look at, order of focus, large type."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.workbench.desk import settings
from tests.axe import violations
from tests.workbench.browser import RUSSIAN, coded, keys, needs_browser, opened, saved
from tests.workbench.study import browsing, coding, matched

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser

FAINT = r"""() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (text) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const behind = (element) => { for (let at = element; at; at = at.parentElement) { const found = rgba(getComputedStyle(at).backgroundColor); if (found[3] === 255) return found; } };
  const light = ([r, g, b]) => { const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
  const ratio = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
  const found = [];
  for (const field of document.querySelectorAll('input:is([type=text], [type=search], [type=url]), textarea')) {
    if (!field.checkVisibility() || field.disabled) continue;
    if (ratio(rgba(getComputedStyle(field).borderTopColor), behind(field.parentElement)) < 3) found.push(`edge of ${field.id}`);
  }
  const text = document.querySelector('#text');
  for (const name of text ? ['sentence', 'evidence', 'focused', 'first', 'second'] : []) {
    const ground = rgba(getComputedStyle(text, `::highlight(${name})`).backgroundColor);
    if (ground[3] !== 255 || ratio(rgba(getComputedStyle(text).color), ground) < 4.5) found.push(`words over ${name}`);
  }
  return found;
}"""
"""What axe does not look at: the edges of fields (3 to 1) and words under highlights (4.5 to 1)."""


def findings(page: Any) -> list[str]:
    return [*violations(page), *page.evaluate(FAINT)]


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "ja"), ("light", "ru")])
def test_axe_finds_nothing_on_any_page(
    chromium: Any, serving: Callable[..., Any], study: Any, scheme: str, language: str
) -> None:
    for coder in ("a", "b"):
        with browsing(study, coder) as client:
            sent = coding(frames={"primary": "territory" if coder == "a" else "history", "secondary": []})
            sent["evidence"][0]["supports"] = sent["frames"]["primary"]
            client.put("/codings/yomiuri-2014-09-11", json=sent, headers=matched(""))
    both = ("a", "adjudicated")
    settings.remember(study, theme=dict.fromkeys(both, scheme), language=dict.fromkeys(both, language))
    server, settling = serving("a"), serving("adjudicated")
    tall = {"width": 1440, "height": 3000}  # panes that scroll hide from axe what is out of view
    with opened(chromium, server, color_scheme=scheme, viewport=tall) as page:
        for path in ("/", "/?q=none", "/new", "/article/yomiuri-2014-09-11", "/nowhere-2014"):
            page.goto(f"{server.address}{path}")
            page.wait_for_selector("html[data-ready]")
            assert page.get_attribute("html", "lang") == language
            assert findings(page) == [], path
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "e", "e", "Escape", "m", "j", "2", "d")
        saved(page)
        assert findings(page) == [], "half coded, with faults"
        page.focus("#event-search")
        assert findings(page) == [], "looking for an event"
        keys(page, "Escape", "?")
        assert findings(page) == [], "the key map"
    with opened(chromium, settling, color_scheme=scheme, viewport=tall) as page:
        assert findings(page) == [], "the adjudicator's queue"
        keys(page, "n")
        page.wait_for_selector("html[data-ready] body.settling")
        page.wait_for_selector("html[data-ready]")
        page.focus("#q-primary")
        keys(page, "a")
        assert findings(page) == [], "settling"


def test_nothing_is_wider_than_its_window(chromium: Any, serving: Callable[..., Any]) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        for path in ("/", "/new", f"/article/{RUSSIAN}"):
            page.goto(f"{server.address}{path}")
            page.wait_for_selector("html[data-ready]")
            for width, height in ((1440, 900), (1024, 640), (720, 450), (400, 700)):  # 720 is 1440 at 200 %
                page.set_viewport_size({"width": width, "height": height})
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


SEEN_TOGETHER = """() => {
  const seen = (box, root) => [0.25, 0.5, 0.75].every((part) => root.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part)));
  const marked = [...CSS.highlights.get('focused')][0].getBoundingClientRect();
  const heading = document.querySelector('.question.current h2').getBoundingClientRect();
  const first = document.querySelector('.question.current .option').getBoundingClientRect();
  const question = document.querySelector('.question.current');
  return [seen(marked, document.querySelector('#text')), seen(heading, question), seen(first, question)];
}"""
"""Whether the sentence that was marked, the current question and its first answer are in view and uncovered."""


@pytest.mark.parametrize(
    ("width", "height"), [(1440, 900), (1024, 640), (700, 900), (720, 450), (640, 360), (400, 700)]
)
def test_text_and_question_are_seen_together(
    chromium: Any, serving: Callable[..., Any], width: int, height: int
) -> None:
    server = serving("a")
    with opened(chromium, server, viewport={"width": width, "height": height}) as page:  # 720 and 640 are 200 %
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "ArrowRight", "e")
        assert page.evaluate(SEEN_TOGETHER) == [True, True, True]
        page.focus(".handbook")
        assert page.evaluate("document.querySelector('.entry:not([hidden]) .definition').checkVisibility()")
        box = page.locator(".handbook").bounding_box()
        assert box["height"] > 100, "the handbook opens"


def test_tab_goes_through_the_questions_in_their_order(chromium: Any, serving: Callable[..., Any]) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        page.goto(f"{server.address}/article/{RUSSIAN}")
        page.wait_for_selector("html[data-ready]")
        order = page.eval_on_selector_all(
            ".question", "all => all.filter((one) => !one.hidden).map((one) => one.dataset.question)"
        )
        reached: list[str] = []
        for _ in range(90):
            page.keyboard.press("Tab")
            here = page.evaluate("document.activeElement.closest('.question')?.dataset.question")
            if here and here not in reached:
                reached.append(here)
        assert reached == order
        page.focus("#q-primary input")
        page.keyboard.press("ArrowDown")  # in a group that was reached by Tab, arrows choose, as everywhere
        assert page.evaluate("document.querySelector('input[name=primary]:checked').value") == "1"
