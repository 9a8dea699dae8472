"""The page of choices in a browser: by mouse and by key, on a disk, under the policy, in print."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.analysis.floors import FLOORS
from framing.corpus import read
from framing.report.context import Context, context
from framing.report.explore import explore
from framing.words import languages, words
from tests.axe import violations
from tests.explorer import opened, shown, speaking, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(shipped: Context, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(shipped, tmp_path_factory.mktemp("page"), "en", "ja", "ru")


def box(page: Any, facet: str, value: str) -> Any:
    return page.locator(f"input[data-facet='{facet}'][data-value='{value}']")


def test_check_boxes_narrow_everything_else_and_are_told_in_words(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        box(page, "outlet", "sankei").check()
        box(page, "frame", "territory").check()
        numbers = shown(page)
        assert numbers["articles"] == len(numbers["records"]) == 4
        assert {cell["group"] for cell in numbers["shares"]} == {"sankei"}
        assert (
            page.locator("#explore-chosen").inner_text().replace("\n", " ").split("  ")[0].startswith("Outlet: Sankei")
        )
        assert "Frame dimension, primary: Territory and peace treaty" in page.locator("#explore-chosen").inner_text()
        assert "a purposive selection, not a sample of coverage: 4" in page.locator("#explore-rests").inner_text()
        page.get_by_role("radio", name="any role").check()
        assert shown(page)["articles"] == 6
        page.get_by_role("button", name="Clear all filters").click()
        assert shown(page)["articles"] == 25
        assert page.locator("#explore-clear").is_disabled()


def test_back_forward_and_reload_keep_what_is_chosen(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        box(page, "country", "RU").check()
        page.locator("#explore-by").select_option("country")
        page.go_back()
        assert page.locator("#explore-by").input_value() == "outlet"
        assert shown(page)["articles"] == 2
        page.go_back()
        assert shown(page)["articles"] == 25
        assert not box(page, "country", "RU").is_checked()
        page.go_forward()
        assert shown(page)["articles"] == 2
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert shown(page)["articles"] == 2
        assert box(page, "country", "RU").is_checked()


def test_words_are_found_in_key_sentences_while_they_are_typed(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.locator("#explore-text").press_sequentially("CHINA moscow")
        numbers = shown(page)
        assert numbers["articles"] > 0
        assert all("china" in row["text"].lower() for row in numbers["records"])
        assert page.locator("#explore-text").evaluate("(one) => one === document.activeElement")
        page.locator("#explore-text").fill("no such word")
        assert "No article fits these filters." in page.locator("#explore-list").inner_text()
        assert page.locator("#explore-download").is_disabled()


def test_an_event_brings_its_parts(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.locator("#explore-event").select_option("u-ukraine-crisis-sanctions")
        whole = shown(page)["articles"]
        assert whole > 0
        assert f"({whole})" in page.locator("#explore-event option:checked").inner_text()


def test_the_events_of_a_period_are_listed_and_chosen(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        opener = page.get_by_role("button", name="Events that began, 2014Q1")
        opener.focus()
        page.keyboard.press("Enter")
        listed = page.locator(".happened:popover-open li")
        assert listed.count() == int(opener.inner_text())
        assert violations(page) == []
        page.keyboard.press("Escape")
        assert page.locator(".happened:popover-open").count() == 0
        opener.click()
        page.locator(".happened:popover-open button", has_text="Abe–Putin meeting in Sochi (2)").click()
        numbers = shown(page)
        assert "event=" in numbers["hash"]
        assert numbers["articles"] == 2
        assert page.evaluate("document.activeElement.dataset.key") == "events/2014Q1"


def test_a_period_and_further_ones_and_dates(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.get_by_role("button", name="2014Q1", exact=True).click()
        assert shown(page)["articles"] == 4
        page.get_by_role("button", name="2014Q3", exact=True).click(modifiers=["Shift"])
        assert shown(page)["articles"] == 7
        assert page.locator("#explore-from").input_value() == "2014-01-01"
        page.locator("#explore-to").fill("2014-02-28")
        assert shown(page)["articles"] == 2
        assert "1 January 2014 to 28 February 2014" in page.locator("#explore-chosen").inner_text()
        page.locator("#explore-every").select_option("year")
        assert [cell["period"] for cell in shown(page)["totals"]] == ["2013", "2014", "2015", "2016"]


def test_a_cell_of_the_timeline_and_of_the_shares_leads_to_its_articles(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.locator("td[data-value='geopolitics'][data-period='2015Q2'] button").click()
        assert shown(page)["articles"] == 4
        assert page.evaluate("document.activeElement.dataset.key") == "geopolitics/2015Q2"
        page.locator("td[data-value='geopolitics'][data-period='2015Q2'] button").click()
        assert shown(page)["articles"] == 25
        page.locator("td[data-value='territory'][data-group='sankei'] button").click()
        numbers = shown(page)
        assert numbers["articles"] == 4
        assert all("Sankei" in row["text"] for row in numbers["records"])


def test_arrows_walk_the_cells_and_enter_chooses(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.locator("#explore-timeline button").first.focus()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.dataset.key") == "2013Q3"
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.dataset.key") == "events/2014Q1"
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.dataset.key") == "leadership/2014Q1"
        page.keyboard.press("Enter")
        assert shown(page)["articles"] == 3
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#explore-timeline') === null")


def test_below_the_floors_stand_counts(path: Path, chromium: Any) -> None:
    """The floors come from Python; nowhere in the page does a share stand on fewer articles."""
    with opened(chromium, path) as page:
        for count in page.locator("#explore-count option").evaluate_all("(all) => all.map((one) => one.value)"):
            page.locator("#explore-count").select_option(count)
            for cell in shown(page)["shares"]:
                allowed = cell["shown"] in ("indicative", "estimate")
                assert ("%" in cell["text"]) is allowed, cell
                assert not allowed or float(cell["n"]) >= FLOORS[2].articles
                assert ("indicative" in cell["text"]) is (cell["shown"] == "indicative")


def test_reading_and_ground_change_what_counts(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        page.locator("#explore-count").select_option("said/stance")
        before = shown(page)["shares"]
        page.locator("#explore-ground").select_option("inferred")
        assert shown(page)["shares"] != before
        assert "attributed and inferred" in page.locator("#explore-rests").inner_text()
        page.locator("#explore-rule").select_option("coder:c")
        assert "coder c alone" in page.locator("#explore-rests").inner_text()
        box(page, "voice" if box(page, "voice", "guest").count() else "said/voice", "guest").check()
        assert "rule=coder" in shown(page)["hash"]


def test_records_are_sorted_and_lead_to_their_cards(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        dates = [row["article"][-10:] for row in shown(page)["records"]]
        assert dates == sorted(dates)
        page.get_by_role("button", name="Published").click()
        assert [row["article"][-10:] for row in shown(page)["records"]] == sorted(dates, reverse=True)
        for name in ("Outlet", "Frame dimension, primary", "Headline and key sentence"):
            page.locator("#explore-list").get_by_role("button", name=name).click()
            assert page.locator("#explore-list th[aria-sort='ascending']").inner_text().startswith(name)
        link = page.locator("#explore-list tbody a").first
        name = str(link.get_attribute("href")).partition("#")[2]
        link.click()
        page.wait_for_url(f"**/records.html#{name}")
        assert page.locator(f"details[id='{name}'] article").is_visible()
        page.go_back()
        page.wait_for_selector("html[data-ready]")
        assert "sort=text" in shown(page)["hash"]


def test_the_chosen_records_as_a_file(path: Path, chromium: Any) -> None:
    with opened(chromium, path, "#is.outlet=rg") as page:
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download these records as CSV").click()
        text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["article"] for row in rows] == ["rg-2014-08-26", "rg-2015-08-23"]
        assert {row["outlet"] for row in rows} == {"rg"}
        assert rows[1]["frame_primary"] == "history"
        assert rows[0]["reading"] == "adjudicated"


def test_what_a_spreadsheet_would_calculate_is_marked(tmp_path: Path, chromium: Any) -> None:
    ctx = context(read(Path(__file__).parent.parent), Choices())
    article = ctx.corpus.articles["rg-2015-08-23"]
    marked = article | {"headline": article["headline"] | {"en": '=HYPERLINK("x"),</script><b>'}}
    corpus = replace(ctx.corpus, articles={**ctx.corpus.articles, article["id"]: marked})
    with opened(chromium, written(replace(ctx, corpus=corpus), tmp_path), "#is.outlet=rg") as page:
        assert page.locator("#explore-list .headline").last.inner_text() == '=HYPERLINK("x"),</script><b>'
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download these records as CSV").click()
        rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
        assert rows[1]["headline"] == '\'=HYPERLINK("x"),</script><b>'


def test_the_link_of_a_view_is_copied(path: Path, chromium: Any) -> None:
    with opened(chromium, path, "#is.outlet=rg", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("button", name="Copy link to this view").click()
        page.locator("#explore-copied:not(:empty), #explore-address:not([hidden])").first.wait_for(state="attached")
        copied = page.evaluate("document.getElementById('explore-address').value || navigator.clipboard.readText()")
        assert copied == f"{path.as_uri()}#is.outlet=rg"


def test_an_address_that_names_what_the_study_lacks_is_told_so(path: Path, chromium: Any) -> None:
    with opened(chromium, path, "#is.outlet=rg,nobody&is.no=1&rule=loudest&from=when&page=x") as page:
        told = page.locator("#explore-unknown").inner_text()
        assert all(name in told for name in ("nobody", "1", "rule=loudest", "from=when"))
        assert shown(page)["articles"] == 2


def test_the_number_of_articles_is_said_to_who_does_not_see(path: Path, chromium: Any) -> None:
    with opened(chromium, path) as page:
        box(page, "outlet", "nikkei").check()
        page.locator("#explore-status[role=status]", has_text="Articles chosen: 3 of 25").wait_for(state="attached")


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_three_languages(path: Path, chromium: Any, language: str) -> None:
    told = words("explore", language)
    where = path if language == "en" else path.with_name(f"explore-{language}.html")
    with opened(chromium, where, "#count=said/stance&is.frame=territory&from=2014-01-01") as page:
        text = page.locator("body").inner_text()
        assert page.locator("html").get_attribute("lang") == language
        assert all(told[name] in text for name in ("filters", "clear", "shares_note", "timeline_note", "download"))
        assert "{" not in text
        assert "undefined" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    path: Path, chromium: Any, scheme: str, width: int
) -> None:
    for address in (
        "",
        "#is.outlet=yomiuri,rg&count=any&from=2014-01-01&to=2015-06-30&by=country",
        "#text=nothing+here",
    ):
        with opened(chromium, path, address, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
            page.locator("#explore-panel").evaluate("(one) => { one.open = true; }")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("every", ["month", "quarter"])
def test_print_holds_every_record_and_cuts_nothing(path: Path, chromium: Any, every: str) -> None:
    with opened(chromium, path, f"#every={every}", viewport={"width": 718, "height": 1000}) as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert len(shown(page)["records"]) == 25
        cut = page.evaluate("""() => [...document.querySelectorAll('main *')]
            .filter((one) => one.textContent && one.getClientRects().length && !one.closest('.unseen')
              && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))""")
        assert cut == []
        assert page.locator("#explore-panel").is_hidden()
        assert page.locator("#explore-chosen").is_visible()


@pytest.mark.parametrize("every", ["month", "quarter"])
def test_a_sheet_shows_every_period_and_whole_words(path: Path, chromium: Any, every: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    with opened(chromium, path, f"#every={every}") as page:
        heads = page.locator(".timeline thead button").all_text_contents()
        labels = page.locator(".timeline tbody th").all_text_contents()
        sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    told = "\n".join(sheet.extract_text() for sheet in sheets)
    assert len(heads) >= 12
    assert [head for head in heads if head not in told] == []
    assert [word for label in labels for word in label.split() if word not in told] == []


def test_the_content_is_json_that_python_reads(shipped: Context) -> None:
    block = explore(speaking(shipped, "ja")).sections[0].blocks[0]
    held = json.loads(json.dumps(block.content))  # type: ignore[union-attr]
    assert held["floors"] == [[floor.articles, floor.shown] for floor in FLOORS]
    assert held["language"] == "ja"
