"""The page of choices as tests meet it: written, opened, and its numbers read from what it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from framing.chart.style import style
from framing.report import surround
from framing.report.context import Context
from framing.report.explore import explore
from framing.report.pages.records import records
from framing.report.render.html import html

NUMBERS = """() => {
  const data = (selector) => [...document.querySelectorAll(selector)].map((one) => ({ ...one.dataset, text: one.textContent }));
  return {
    articles: Number(document.getElementById('explore-rests').dataset.articles),
    timeline: data('#explore-timeline td[data-value]'), totals: data('#explore-timeline td[data-total]'),
    shares: data('#explore-shares td[data-value]'), counts: data('#explore-groups fieldset:not([hidden]) .count'),
    records: data('#explore-list tr[data-article]'), hash: location.hash,
  };
}"""


def speaking(ctx: Context, language: str) -> Context:
    """The study with labels in a language."""
    registers = ctx.corpus.registers
    return replace(ctx, style=style(ctx.corpus.codebook, registers["outlets"], registers["events"], language))


def written(ctx: Context, folder: Path, *languages: str) -> Path:
    """The folder with the page in some languages, ``explore.html`` in the first, and the page of records."""
    for language in languages or ("en",):
        page = explore(speaking(ctx, language))
        name = "explore.html" if language == (languages or ("en",))[0] else f"explore-{language}.html"
        (folder / name).write_text(html(page, surround(ctx), "standalone"), encoding="utf-8")
    (folder / "records.html").write_text(html(records(ctx, []), surround(ctx), "standalone"), encoding="utf-8")
    return folder / "explore.html"


FOLLOWED = """(hash) => hash === location.hash || new Promise((done) => {
  addEventListener("hashchange", () => done(true), { once: true });
  location.hash = hash;
})"""
"""Goes to a state; the page, which listens longer, has followed by then."""


@contextmanager
def opened(chromium: Any, path: Path, address: str = "", **more: Any) -> Iterator[Any]:
    """The page in a browser window of its own; whatever it complains of or asks of a network is a failure."""
    window = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}} | more)
    page = window.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.extend([] if request.url.startswith(("file:", "blob:")) else [request.url]))
    page.goto(f"{path.as_uri()}{address}")
    page.wait_for_selector("html[data-ready]")
    yield page
    window.close()
    assert said == []


def hashed(state: dict[str, str]) -> str:
    """The address of a state."""
    return f"#{urlencode(state)}"


def shown(page: Any, state: dict[str, str] | None = None) -> dict[str, Any]:
    """The numbers that the page shows, once it is at a state."""
    if state is not None:
        page.evaluate(FOLLOWED, hashed(state) if state else "")
    found: dict[str, Any] = page.evaluate(NUMBERS)
    return found
