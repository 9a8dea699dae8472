"""What a reader sees of a comparison before scrolling, and that what is folded opens."""

from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report import surround
from framing.report.context import context
from framing.report.pages.countries import overview_page
from framing.report.pairing import national
from framing.report.render import publish
from tests.axe import violations
from tests.excerpt import excerpt

pytestmark = pytest.mark.browser
DRAWN = "document.querySelectorAll('figure .chart').length === document.querySelectorAll('figure .chart svg').length"


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    ctx = context(read(excerpt(folder / "study")), Choices(draws=499))
    pairing = national(ctx)
    assert pairing is not None
    publish.write(folder, dict(publish.page_files(overview_page(pairing), surround(ctx), ("html",))))
    return folder / "compare.html"


def test_the_first_screen_has_what_was_found_and_the_picture_of_it_begins(compared: Path, chromium: Any) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(compared.as_uri())
    page.wait_for_function(DRAWN)
    found = page.locator("#brief > p").first
    assert "points" in found.inner_text()
    limits = page.locator("#brief > p").last.bounding_box()
    assert limits["y"] + limits["height"] < 800
    assert page.locator("#chart-compare-frames svg").bounding_box()["y"] < 800
    page.close()


def test_the_first_screen_of_a_phone_has_what_was_found(compared: Path, chromium: Any) -> None:
    page = chromium.new_page(viewport={"width": 400, "height": 800})
    page.goto(compared.as_uri())
    box = page.locator("#brief > p").first.bounding_box()
    assert box["y"] + box["height"] < 800
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_folded_parts_open_and_axe_finds_nothing(compared: Path, chromium: Any, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto(compared.as_uri())
    page.wait_for_function(DRAWN)
    inside = page.locator("#family table")
    assert not inside.is_visible()
    page.locator("#family summary").click()
    assert inside.is_visible()
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert violations(page) == []
    page.close()
