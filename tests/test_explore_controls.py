"""Each control of the page of choices, pressed alone in a browser."""

from pathlib import Path
from typing import Any

import pytest

from tests.explorer import opened, shown, written

pytestmark = pytest.mark.browser

CONTROLS = """() => [
  ...[...document.querySelectorAll('#explore-groups fieldset:not([hidden]) input')].map((one) => [one.name ? `input[value="${one.value}"]` : `input[data-facet="${one.dataset.facet}"][data-value="${one.dataset.value}"]`, '']),
  ...[...document.querySelectorAll('.explore select')].filter((one) => one.offsetParent).flatMap((one) => [...one.options].filter((option, at, all) => !option.hidden && (all.length < 20 || at % 12 === 1)).map((option) => [`#${one.id}`, option.value])),
  ...[...document.querySelectorAll('#explore-list thead button, #explore-next, #explore-timeline thead button')].filter((one) => one.offsetParent && !one.disabled).map((one) => [one.id ? `#${one.id}` : `[data-key="${one.dataset.key}"]`, '']),
]"""


@pytest.mark.parametrize("name", ["shipped", "simulated"])
def test_every_control_leaves_a_view_that_agrees_with_itself(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, chromium: Any
) -> None:
    """Each alone: the list, the timeline and the sentence count the same articles, and the address brings the view back."""
    with opened(chromium, written(request.getfixturevalue(name), tmp_path)) as page:
        controls = page.evaluate(CONTROLS)
        assert len(controls) > 50
        for at, (selector, value) in enumerate(controls):
            page.evaluate("location.hash = '#'")
            if value:
                page.locator(selector).select_option(value)
            else:
                page.locator(selector).click()
            numbers = shown(page)
            assert len(numbers["records"]) == min(numbers["articles"], 50) or "page=" in numbers["hash"], selector
            if "from=" not in numbers["hash"] and "is." not in numbers["hash"]:
                assert sum(int(cell["total"]) for cell in numbers["totals"]) == numbers["articles"], selector
            if at % 9 == 0:
                page.reload()
                page.wait_for_selector("html[data-ready]")
                assert shown(page) == numbers, selector
