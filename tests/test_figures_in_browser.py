"""The figures of the pages in a real browser: on paper, on a phone, in the dark, by keyboard, and what can be taken away."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.refusal import Refusal
from framing.report.context import Context, context
from framing.report.figures import FIGURES
from framing.report.figures.recipe import StudyReading
from framing.report.pages.countries import overview_page
from framing.report.pages.overview import overview
from framing.report.pairing import national
from framing.report.render import publish
from tests.axe import violations
from tests.rendered import rendered

pytestmark = pytest.mark.browser

DRAWN = "document.querySelectorAll('figure .chart').length === document.querySelectorAll('.chart[data-drawn]').length"
PAPER = 688
"""Pixels between the margins of A4."""
KINDS = (
    "index", "outlet-yomiuri", "event-u-abe-putin-talks", "compare", "compare-u-ukraine-crisis-sanctions", "questions",
    "reliability", "records", "ledger", "handbook",
)  # fmt: skip
"""One page of each kind."""


@pytest.fixture(scope="module")
def few(simulated: Context, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two pages of the simulated study on which figures have most in them."""
    folder, pairing = tmp_path_factory.mktemp("simulated"), national(simulated)
    assert pairing
    made = [overview(simulated, (), pairing), overview_page(pairing)]
    publish.write(folder, rendered(simulated, made, "html"))
    return folder


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Opens a page in a window of some kind, and waits until its figures are drawn."""
    opened = []

    def open_page(path: Path, **window: Any) -> Any:
        page = chromium.new_page(**window)
        opened.append(page)
        page.goto(path.as_uri())
        page.wait_for_function(DRAWN)
        return page

    yield open_page
    for page in opened:
        page.close()


BEYOND = """(right) => [...document.querySelectorAll("figure text, figure .chart svg, figcaption, main p, main h2, table, th, td")]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().width)
  .filter((part) => { const at = part.getBoundingClientRect(); return at.right > right + 1 || at.left < -1; })
  .map((part) => part.tagName + " " + part.textContent.slice(0, 40))"""


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_cut_on_paper(shipped_report: Path, opened: Any, name: str) -> None:
    page = opened(shipped_report / f"{name}.html", viewport={"width": PAPER, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)"
    assert page.locator(".hint:visible, .take:visible, .labels:visible").count() == 0
    assert page.evaluate(BEYOND, PAPER) == []
    high = "[...document.querySelectorAll('figure')].map((figure) => figure.getBoundingClientRect().height)"
    assert all(
        height < 950 for height in page.evaluate(high)
    )  # a figure, its heading and its caption stay on one sheet


def test_what_a_sheet_shows_is_what_the_page_shows(shipped_report: Path, opened: Any) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = opened(shipped_report / "index.html", color_scheme="dark")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sheets = [re.sub(r"\s+", "", sheet.extract_text()) for sheet in printed.pages]
    for figure in page.locator("figure").all():
        texts = figure.locator(".chart svg text").all_text_contents()
        wanted = {re.sub(r"\s+", "", text) for text in texts if len(text) > 3}
        assert any(wanted <= {text for text in wanted if text in sheet} for sheet in sheets), figure.get_attribute("id")


@pytest.mark.parametrize("name", ["index", "outlet-yomiuri"])
def test_the_first_sheet_goes_on_where_the_first_figure_does_not_fit(
    shipped_report: Path, opened: Any, name: str
) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = opened(shipped_report / f"{name}.html")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sheets = [re.sub(r"\s+", "", sheet.extract_text()) for sheet in printed.pages]
    words = page.locator("#over-time + section p").all_text_contents()
    assert words
    assert all(re.sub(r"\s+", "", text) in sheets[0] for text in words)
    assert re.sub(r"\s+", "", page.locator("#over-time h2").inner_text()) in sheets[1]


UNDER = """(labels) => labels.map((label) => {
  const at = label.getBoundingClientRect();
  const sheets = [...label.parentElement.querySelectorAll("i")].map((sheet) => sheet.getBoundingClientRect());
  return sheets.some((sheet) => sheet.left <= at.left && sheet.right >= at.right && sheet.top < at.bottom && sheet.bottom > at.top)
    ? "" : label.textContent;
})"""
"""The row labels that marks pass under, for want of paper."""


@pytest.mark.parametrize("study", ["shipped_report", "few"])
def test_on_a_phone_figures_scroll_with_their_labels(study: str, request: Any, opened: Any) -> None:
    folder = request.getfixturevalue(study)
    page = opened(folder / "index.html", viewport={"width": 400, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    for figure in page.locator("figure.scrolls").all():
        assert figure.locator(".hint").is_visible()
        figure.locator(".chart").evaluate("(box) => (box.scrollLeft = 200)")
        labels = figure.locator(".labels span").evaluate_all(
            "(all) => all.map((label) => label.getBoundingClientRect().left)"
        )
        assert labels, figure.get_attribute("id")
        assert all(0 <= left < 250 for left in labels), figure.get_attribute("id")
        under = figure.locator(".labels span").evaluate_all(UNDER)
        assert not any(under), (figure.get_attribute("id"), under)


SEEN = """(figure) => {
  const box = figure.querySelector(".chart"), edge = box.getBoundingClientRect();
  const labels = Math.max(edge.left, ...[...box.querySelectorAll(".labels span")].map((one) => one.getBoundingClientRect().right));
  return [...box.querySelectorAll("svg .mark-symbol [aria-label]")].map((mark) => mark.getBoundingClientRect())
    .filter((mark) => mark.left >= labels && mark.right <= edge.right).length;
}"""
"""How many marks of a figure are seen beside its row labels."""


@pytest.mark.parametrize("name", ["outlet-yomiuri", "reliability", "index"])
def test_on_a_phone_a_figure_begins_with_marks_and_a_whole_title(shipped_report: Path, opened: Any, name: str) -> None:
    page = opened(shipped_report / f"{name}.html", viewport={"width": 400, "height": 900})
    first = page.locator("figure.scrolls").first
    assert first.evaluate(SEEN) > 0
    title = first.locator(".titles")
    assert title.is_visible()
    for left in (0, 300):
        first.locator(".chart").evaluate("(box, left) => (box.scrollLeft = left)", left)
        assert title.evaluate(
            "(one) => { const { left, right } = one.getBoundingClientRect(); return left >= 0 && right <= 400; }"
        )
        assert title.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert title.locator("b").inner_text() in first.locator(".chart svg .role-title").first.text_content()


def test_on_a_phone_what_a_wide_table_shows_is_read_whole(shipped_report: Path, opened: Any) -> None:
    page = opened(shipped_report / "event-e44-visit-2015.html", viewport={"width": 400, "height": 900})
    edges = """(all) => all.filter((told) => told.checkVisibility()).map((told) => {
      told.closest("table").parentElement.scrollLeft = 90;
      const { left, right } = told.getBoundingClientRect();
      return [left, right];
    })"""
    found = page.locator("caption").evaluate_all(edges)
    assert found
    assert all(0 <= left < right <= 400 for left, right in found), found


CONTRAST = """() => {
  const light = (colour) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    const of = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    return { light: 0.2126 * of(r) + 0.7152 * of(g) + 0.0722 * of(b), clear: a < 255 };
  };
  const poor = [];
  for (const text of document.querySelectorAll("figure .chart text")) {
    if (!text.textContent.trim() || !text.checkVisibility()) continue;
    const at = text.getBoundingClientRect(), x = (at.left + at.right) / 2, y = (at.top + at.bottom) / 2;
    const box = text.closest("svg");
    const under = [...box.querySelectorAll("path, rect")].filter((part) => {
      const held = part.getBoundingClientRect(), seen = getComputedStyle(part);
      return held.width > 6 && held.left <= x && x <= held.right && held.top <= y && y <= held.bottom && seen.fill !== "none"
        && Number(seen.fillOpacity) === 1 && Number(seen.opacity) === 1 && !light(seen.fill).clear
        && text.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_PRECEDING;
    });
    const paper = under.length ? getComputedStyle(under.at(-1)).fill : getComputedStyle(document.body).backgroundColor;
    const [one, other] = [light(getComputedStyle(text).fill).light, light(paper).light].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) poor.push(text.textContent + " " + ratio.toFixed(2) + " on " + paper);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("study", "name"),
    [("shipped_report", "index"), ("shipped_report", "reliability"), ("few", "index"), ("few", "compare")],
)
def test_every_text_of_a_figure_can_be_read(study: str, name: str, scheme: str, request: Any, opened: Any) -> None:
    page = opened(request.getfixturevalue(study) / f"{name}.html", color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    if scheme == "dark":  # no white box
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.chart svg')).backgroundColor")
            == "rgba(0, 0, 0, 0)"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_events_are_marked_as_the_key_says_and_cuts_are_among_them(
    shipped: Context, shipped_report: Path, opened: Any, scheme: str
) -> None:
    page = opened(shipped_report / "index.html", color_scheme=scheme)
    fills = """(told) => [...document.querySelectorAll(`#chart-timeline path[aria-label*="Status: ${told}"]`)]
      .map((mark) => getComputedStyle(mark).fill)"""
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    happened, planned = page.evaluate(fills, "happened"), page.evaluate(fills, "planned")
    assert happened
    assert planned
    assert paper not in happened
    assert {*planned} == {paper}
    cuts = [shipped.event_label(entry["id"]) for entry in shipped.corpus.registers["events"] if entry.get("cut")]
    assert cuts
    for figure in ("timeline", "frames-over-time"):
        told = " ".join(page.locator(f"#chart-{figure} svg text").all_text_contents())
        assert "filled ones happened" in told or figure != "timeline"
        assert [cut for cut in cuts if cut not in told] == []


def test_a_mark_leads_to_its_records_by_pointer_and_by_keyboard(shipped_report: Path, opened: Any) -> None:
    page = opened(shipped_report / "index.html")
    mark = page.locator("#chart-frame-by-outlet a[href*='#s-']").first
    articles = re.search(r"Articles: (\d+)", mark.get_attribute("aria-label"))
    mark.click()
    page.wait_for_url("**/records.html#s-*")
    assert page.locator(".records details:visible").count() == int(articles[1])
    page.go_back()
    page.wait_for_function(DRAWN)
    first = page.locator("#chart-timeline a").first
    first.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#figure-timeline .said").inner_text()
    assert said.startswith("Published: ")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == said
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('#chart-timeline')")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records.html#*-20*")
    assert page.locator(".records details:target[open]").count() == 1


def test_a_caption_names_whoever_coded_once_and_by_name(shipped: Context) -> None:
    for rule in ("adjudicated", "coder:c"):
        read = context(shipped.corpus, Choices(rule=rule))
        measured = FIGURES["frame-by-outlet"].of(StudyReading(read, read.reading))
        assert not isinstance(measured, Refusal)
        told = measured.caption()
        names = {coder["name"] for coder in shipped.corpus.registers["coders"]}
        assert [name for name in names if told.count(name) == 1]
        assert "coder:" not in told
        assert "adjudicated-2" not in told


def test_the_menu_under_a_figure_says_its_title(shipped_report: Path, opened: Any) -> None:
    page = opened(shipped_report / "index.html")
    for figure in page.locator("figure").all():
        titles = " ".join(figure.locator(".chart svg .role-title text").all_text_contents())
        _, _, said = figure.locator(".take summary").inner_text().partition(": ")
        assert re.sub(r"\s+", "", said) in re.sub(r"\s+", "", titles)


def test_a_figure_has_one_name(shipped_report: Path) -> None:
    assert {row.file for row in FIGURES.values()} == {*FIGURES}
    assert (shipped_report / "figures" / "index-frames-over-time.svg").is_file()


def test_every_mark_of_a_picture_leads_to_records_that_are_there(shipped_report: Path) -> None:
    """Those of the pages are held to it where every page is opened."""
    listed = (shipped_report / "records.md").read_text(encoding="utf-8")
    ids = set(re.findall(r'<a id="([^"]+)"></a>', listed))
    for path in sorted((shipped_report / "figures").glob("*.svg")):
        leads = re.findall(r'<a [^>]*href="([^"]*)"', path.read_text(encoding="utf-8"))
        assert {href.removeprefix("../records.md#") for href in leads} <= ids, path.name
        assert leads or path.stem.endswith("reliability"), path.name


def test_an_svg_leads_to_records_without_a_script(shipped_report: Path, chromium: Any) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((shipped_report / "figures" / "index-timeline.svg").as_uri())
    link = page.locator("a").first
    link.focus()
    assert link.get_attribute("href").startswith("../records.md#")
    assert "Published: " in link.locator("title").text_content()
    page.close()


def taken(page: Any, name: str, form: str) -> tuple[str, bytes]:
    """The name and content of the file that a button under a figure gives."""
    page.locator(f"#figure-{name} .take").evaluate("(menu) => (menu.open = true)")
    with page.expect_download() as waiting:
        page.locator(f"#figure-{name} .take button[data-form={form}]").press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_every_figure_can_be_taken_away(shipped_report: Path, opened: Any) -> None:
    page = opened(shipped_report / "index.html", color_scheme="dark")
    names = [
        figure.removeprefix("figure-")
        for figure in page.evaluate("[...document.querySelectorAll('figure')].map((figure) => figure.id)")
    ]
    for at, name in enumerate(names):
        if at % 8 == 7:  # Chromium asks a person before the eleventh file of one page
            page = opened(shipped_report / "index.html", color_scheme="dark")
        file, content = taken(page, name, "csv")
        assert file == f"{name}.csv"
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        shown = page.evaluate(
            """(name) => [...document.querySelectorAll(`#figure-${name} details table tr`)].map((row) =>
                 [...row.children].map((cell) => cell.textContent.replace(/\\s+/g, " ").trim()))""", name)  # fmt: skip
        assert [[cell.removeprefix("'") for cell in row] for row in rows] == shown, name
        assert not [cell for row in rows for cell in row if re.match(r"[=@]|[+-](?![\d.,]+%?$)", cell)]
    caption = page.locator("#figure-timeline figcaption").inner_text()
    file, content = taken(page, "timeline", "svg")
    drawn = content.decode()
    assert file == "timeline.svg"
    assert "codebook 2" in drawn
    assert "<a " not in drawn
    assert "#ffffff" in drawn  # on white paper, whatever the page looks like
    file, content = taken(page, "timeline", "png")
    assert (file, content[:8]) == ("timeline.png", b"\x89PNG\r\n\x1a\n")
    file, content = taken(page, "timeline", "json")
    assert file == "timeline.json"
    spec = json.loads(content)
    assert " ".join(spec["vconcat"][1]["mark"]["text"]) == caption
    assert "records.html" not in content.decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
def test_axe_finds_nothing_in_figures(few: Path, opened: Any, scheme: str, width: int) -> None:
    page = opened(few / "compare.html", color_scheme=scheme, viewport={"width": width, "height": 900})
    assert violations(page) == []
