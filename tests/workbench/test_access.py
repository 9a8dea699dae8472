"""Everybody can use it: names, roles, contrast, order of focus, large type; computed in the browser, page by page."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.workbench import settings
from tests.workbench.browser import RUSSIAN, needs_browser, opened
from tests.workbench.study import browsing, coding, matched

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser

FINDINGS = r"""() => {
  const found = [];
  const seen = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
  const named = (element) => {
    const labels = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    return (element.getAttribute('aria-label') ?? labels?.join(' ') ?? ([...(element.labels ?? [])].map((label) => label.textContent).join(' ') || element.textContent || element.title)).trim();
  };
  const path = (element) => `${element.tagName.toLowerCase()}#${element.id}.${element.className}`;
  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [role=listbox], [role=radiogroup], [role=group], section, aside, nav, dialog, progress:not([aria-hidden])')) {
    if (seen(element) && !named(element)) found.push(`no name: ${path(element)}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) found.push(`twice: #${id}`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(' ')) if (!document.getElementById(id)) found.push(`${attribute} leads nowhere: ${path(element)}`);
    }
  }
  if (document.querySelectorAll('main').length !== 1) found.push('not one main');
  if (document.querySelectorAll('body > header').length !== 1) found.push('no banner');
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  if (!document.title || !document.documentElement.lang) found.push('no title or language');
  if (document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])')) found.push('an order of focus of its own');
  for (const image of document.querySelectorAll('svg')) if (image.getAttribute('aria-hidden') !== 'true') found.push('a picture without a name');
  const colour = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (text) => { colour.clearRect(0, 0, 1, 1); colour.fillStyle = text; colour.fillRect(0, 0, 1, 1); return [...colour.getImageData(0, 0, 1, 1).data].map((part, place) => place === 3 ? part / 255 : part); };
  const over = (top, under) => [0, 1, 2].map((place) => top[place] * top[3] + under[place] * (1 - top[3])).concat(1);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), rgba(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#000' : '#fff'));
  };
  const light = ([r, g, b]) => { const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
  const ratio = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !seen(element) || element.closest('.hidden, .skip, script, .toast, option') || element.closest(':disabled')) continue;
    let faint = 1;
    for (let at = element; at; at = at.parentElement) faint *= Number(getComputedStyle(at).opacity);
    const ground = behind(element);
    const ink = rgba(getComputedStyle(element).color);
    const shown = over([...ink.slice(0, 3), ink[3] * faint], ground);
    const size = parseFloat(getComputedStyle(element).fontSize);
    const heavy = Number(getComputedStyle(element).fontWeight) >= 700;
    const needed = size >= 24 || (heavy && size >= 18.66) ? 3 : 4.5;
    if (ratio(shown, ground) < needed) low.add(`contrast ${ratio(shown, ground).toFixed(2)}: ${path(element)} in ${path(element.parentElement)}`);
  }
  for (const element of document.querySelectorAll('input:is([type=text], [type=search]), textarea, .option')) {
    if (!seen(element)) continue;
    const style = getComputedStyle(element);
    if (!element.matches('.option') && ratio(over(rgba(style.borderTopColor), behind(element)), behind(element.parentElement)) < 3) low.add(`edge: ${path(element)}`);
  }
  return [...found, ...low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_any_page(chromium: Any, serving: Callable[..., Any], study: Any, scheme: str) -> None:
    for coder in ("a", "b"):
        with browsing(study, coder) as client:
            sent = coding(frames={"primary": "territory" if coder == "a" else "history", "secondary": []})
            sent["evidence"][0]["supports"] = sent["frames"]["primary"]
            client.put("/codings/yomiuri-2014-09-11", json=sent, headers=matched(""))
    settings.remember(
        study, theme={"a": scheme, "adjudicated": scheme}, language={"a": "ja" if scheme == "dark" else "ru"}
    )
    server, settling = serving("a"), serving("adjudicated")
    pages = [
        (server, path)
        for path in ("/", "/?q=none", "/new", f"/article/{RUSSIAN}", "/article/yomiuri-2014-09-11", "/nowhere-2014")
    ]
    with opened(chromium, server, color_scheme=scheme) as page:
        for served, path in pages:
            page.goto(f"{served.address}{path}")
            page.wait_for_selector("html[data-ready]")
            assert page.evaluate(FINDINGS) == [], path
        page.goto(f"{server.address}/article/{RUSSIAN}")
        page.wait_for_selector("html[data-ready]")
        for key in ("j", "2", "ArrowRight", "e", "e", "Escape", "m", "j", "2", "d"):
            page.keyboard.press(key)
        page.wait_for_selector("#saved[data-state=saved]")
        assert page.evaluate(FINDINGS) == []
        page.keyboard.press("?")
        assert page.evaluate(FINDINGS) == []
    with opened(chromium, settling, color_scheme=scheme) as page:
        page.keyboard.press("n")
        page.wait_for_selector("body.settling")
        page.wait_for_selector("html[data-ready]")
        page.focus("#q-primary")
        page.keyboard.press("a")
        assert page.evaluate(FINDINGS) == []


def test_nothing_is_wider_than_its_window(chromium: Any, serving: Callable[..., Any]) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        for path in ("/", "/new", f"/article/{RUSSIAN}"):
            page.goto(f"{server.address}{path}")
            page.wait_for_selector("html[data-ready]")
            for width, height in ((1440, 900), (1024, 640), (720, 450), (400, 700)):  # 720 is 1440 at 200 %
                page.set_viewport_size({"width": width, "height": height})
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


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
