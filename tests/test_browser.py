"""The pages in a real browser: no network, no console message, every chart drawn, numbers lead to their records."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing import publish
from framing.corpus import read
from framing.report import Choices, context, pages

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and os.environ.get("FRAMING_BROWSER") != "required", reason="needs Chromium"),
]
sync = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    ctx = context(read(Path(__file__).parent.parent), Choices())
    publish.write(folder, dict(publish.files(ctx, pages(ctx), ("html",))))
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def test_every_page_opens_offline_and_in_silence(reports: Path, browser: "sync.Browser") -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(reports.glob("*.html")):
        page.goto(path.as_uri())
        figures = page.locator("figure .chart").count()
        if figures:
            page.wait_for_function(f"document.querySelectorAll('figure .chart svg').length === {figures}")
        assert said == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path.name} is wider than its window"
        )
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_a_number_leads_to_its_records_and_back(reports: Path, browser: "sync.Browser") -> None:
    page = browser.new_page()
    page.goto((reports / "outlet-nikkei.html").as_uri())
    page.get_by_role("link", name="3 articles").first.click()
    page.wait_for_url("**/records.html#s-*")
    visible = page.locator("article.card:visible")
    assert visible.count() == 3
    assert "Showing the 3 records" in page.locator("#chosen").inner_text()
    page.get_by_role("link", name="Show all records.").click()
    page.wait_for_function("document.querySelectorAll('article.card:not([hidden])').length === 31")
    page.close()
