"""The pages in a real browser: no network, no console message, every chart drawn, numbers lead to their records."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any, NamedTuple

import pytest

from framing.analysis.choices import Choices
from framing.report.blocks import Page, Section, Surround, Table
from framing.report.context import Context, context
from framing.report.pages.records import records
from framing.report.pages.reliability import reliability
from framing.report.render import publish
from tests.axe import violations
from tests.rendered import rendered

pytestmark = pytest.mark.browser


class Opened(NamedTuple):
    """What one page did when it was opened: what it said on the console, and where the marks of its figures lead."""

    said: list[str]
    wide: bool
    leads: list[tuple[str, str | None]]


LEADS = "[...document.querySelectorAll('.chart a')].map((link) => [link.getAttribute('href'), link.getAttribute('aria-label')])"


@pytest.fixture(scope="module")
def opened(shipped_report: Path, chromium: Any) -> dict[str, Opened]:
    """Every page, opened once; each asks for nothing but its own files."""
    page = chromium.new_page()
    said: list[str] = []
    asked: list[str] = []
    found = {}
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(shipped_report.glob("*.html")):
        page.goto(path.as_uri())
        figures = page.locator("figure .chart").count()
        if figures:
            page.wait_for_function(f"document.querySelectorAll('figure .chart[data-drawn] svg').length === {figures}")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[path.stem] = Opened([*said], wide, page.evaluate(LEADS))
        said.clear()
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    return found


def test_every_page_opens_offline_in_silence_and_in_its_window(opened: dict[str, Opened]) -> None:
    assert {name: one.said for name, one in opened.items() if one.said} == {}
    assert [name for name, one in opened.items() if one.wide] == []


def test_every_mark_leads_to_records_that_are_there(
    shipped_report: Path, opened: dict[str, Opened], chromium: Any
) -> None:
    page = chromium.new_page()
    page.goto((shipped_report / "records.html").as_uri())
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)"))
    ids |= set(page.evaluate("Object.keys(recordSets.members)"))
    page.close()
    assert sum(len(one.leads) for one in opened.values()) > 100
    for name, one in opened.items():
        assert all(said for _, said in one.leads), name
        assert {href.removeprefix("records.html#").removesuffix(f"@{name}") for href, _ in one.leads} <= ids, name


def test_a_number_leads_to_its_records_and_back(shipped_report: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((shipped_report / "outlet-nikkei.html").as_uri())
    page.locator("#brief").get_by_role("link", name="3", exact=True).first.click()
    page.wait_for_url("**/records.html#s-*")
    rows = page.locator(".records details:visible")
    assert rows.count() == 3
    assert page.get_by_role("heading", name="3 articles: In brief, Nihon Keizai Shimbun").is_visible()
    page.get_by_role("link", name="Show all articles.").click()
    page.wait_for_function("document.querySelectorAll('.records details:not([hidden])').length === 31")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.records details:not([hidden])').length === 3")
    page.go_back()
    page.wait_for_url("**/outlet-nikkei.html")
    page.close()


def test_a_number_leads_to_its_records_under_a_heading_in_the_language_of_the_page(
    shipped: Context, tmp_path: Path, chromium: Any
) -> None:
    ctx = context(shipped.corpus, Choices(), "ja")
    told = replace(reliability(ctx), language="ja")
    written = [told, replace(records(ctx, [told]), language="ja")]
    publish.write(tmp_path, rendered(ctx, written, "html"))
    page = chromium.new_page()
    page.goto((tmp_path / "reliability.html").as_uri())
    page.locator("#disagreements a[title]").first.click()
    page.wait_for_url("**/records.html#s-*")
    assert page.get_by_role("heading", name="記事20件：不一致、信頼性").is_visible()
    assert page.locator(".records details:visible").count() == 20
    page.get_by_role("link", name="すべての記事を表示").click()
    page.wait_for_function("document.querySelectorAll('.records details:not([hidden])').length === 31")
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("name", ["outlet-rg", "records"])
def test_a_row_opens_to_its_card_by_keyboard(shipped_report: Path, chromium: Any, name: str) -> None:
    page = chromium.new_page()
    page.goto((shipped_report / f"{name}.html").as_uri())
    row = page.locator(".records details").last
    assert page.locator("article.card").count() == 0
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    card = row.locator("article.card")
    card.wait_for()
    assert "Primary frame dimension" in card.inner_text()
    assert violations(page) == []
    page.close()


def test_a_number_of_one_article_opens_it(shipped_report: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((shipped_report / "records.html").as_uri() + "#rg-2014-08-26")
    page.locator(".records details[open] article.card").wait_for()
    assert page.locator(".records details[open]").get_attribute("id") == "rg-2014-08-26"
    page.close()


def test_a_missing_file_of_cards_is_named(shipped_report: Path, chromium: Any, tmp_path: Path) -> None:
    page = chromium.new_page()
    copytree(shipped_report, tmp_path / "reports", ignore=ignore_patterns("cards-*"))
    page.goto((tmp_path / "reports" / "records.html").as_uri())
    page.locator(".records details summary").first.click()
    page.get_by_text("which is not beside this page").wait_for()
    page.close()


def test_pages_alone_work_alone(shipped: Context, shipped_pages: list[Page], chromium: Any, tmp_path: Path) -> None:
    alone = [page for page in shipped_pages if page.stem in ("outlet-nikkei", "records")]
    publish.write(tmp_path, rendered(shipped, alone, "standalone"))
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for name in ("outlet-nikkei", "records"):
        path = tmp_path / f"{name}.html"
        page.goto(path.rename(tmp_path / f"{name}-alone.html").as_uri())
        page.wait_for_function(
            "[...document.querySelectorAll('figure .chart')].every((one) => one.querySelector('svg'))"
        )
        page.locator(".records details summary").first.click()
        assert page.locator("article.card:visible").count() == 1
    assert said == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(shipped_report: Path, chromium: Any, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    for name in ("index", "outlet-asahi", "questions", "reliability"):
        page.goto((shipped_report / f"{name}.html").as_uri())
        drawn = "document.querySelectorAll('figure .chart').length === document.querySelectorAll('figure .chart svg[lang]').length"
        page.wait_for_function(drawn)
        assert violations(page) == [], name
    page.close()


def test_columns_of_numbers_stand_right_however_many_there_are(tmp_path: Path, chromium: Any) -> None:
    numeric = frozenset({1, 3, 19, 20, 25})
    cells = tuple((f"c{place}",) for place in range(30))
    table = Table("Wide.", tuple(f"h{place}" for place in range(30)), (cells,), numeric)
    made = Page("wide", "Wide", (), (Section("all", "All", (table,)),))
    publish.write(tmp_path, dict(publish.page_files(made, Surround("A study", (), "", "end"), ("html",))))
    page = chromium.new_page()
    page.goto((tmp_path / "wide.html").as_uri())
    right = "row => [...row.children].flatMap((cell, at) => getComputedStyle(cell).textAlign === 'right' ? [at] : [])"
    for row in page.locator("tr").all():
        assert row.evaluate(right) == sorted(numeric)
    page.close()
