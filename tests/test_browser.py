"""The pages in a real browser: no network, no console message, every chart drawn, numbers lead to their records."""

from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report import pages
from framing.report.context import context
from framing.report.render import publish
from tests.axe import violations

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    ctx = context(read(Path(__file__).parent.parent), Choices())
    publish.write(folder, dict(publish.files(ctx, pages(ctx), ("html",))))
    return folder


def test_every_page_opens_offline_and_in_silence(reports: Path, chromium: Any) -> None:
    page = chromium.new_page()
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


def test_a_number_leads_to_its_records_and_back(reports: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((reports / "outlet-nikkei.html").as_uri())
    page.get_by_role("link", name="3 articles").first.click()
    page.wait_for_url("**/records.html#s-*")
    visible = page.locator("article.card:visible")
    assert visible.count() == 3
    assert "Showing the 3 records" in page.locator("#chosen").inner_text()
    page.get_by_role("link", name="Show all records.").click()
    page.wait_for_function("document.querySelectorAll('article.card:not([hidden])').length === 31")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(reports: Path, chromium: Any, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    for name in ("index", "outlet-asahi", "questions", "reliability"):
        page.goto((reports / f"{name}.html").as_uri())
        drawn = "document.querySelectorAll('figure .chart').length === document.querySelectorAll('figure .chart svg[lang]').length"
        page.wait_for_function(drawn)
        assert violations(page) == [], name
    page.close()
