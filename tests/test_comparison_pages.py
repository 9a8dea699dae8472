"""Comparison pages: the honest sentence where nothing can be compared, and figures with all that must stand beside them."""

import json
from pathlib import Path

import numpy as np
import pytest

from framing import picture
from framing.compare.frames import FrameComparison
from framing.compare.paper_test import Papers, PaperTest, paper_test
from framing.compare.permutation import PermutationTest
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.selection import frame_words
from framing.compare.who_covered import Unmatched
from framing.corpus import read
from framing.gallery import CHARTS, drawn
from framing.refusal import Refusal
from framing.report import Choices, context, frame, pages
from framing.report.blocks import Facing, Figure, Page, Paragraph, Table
from framing.report.compared import null_bins
from framing.report.comparison import comparison_page
from framing.report.countries import comparison_pages, overview_page
from framing.report.ground import Ground, country_pair, national
from framing.report.html import html
from framing.report.markdown import markdown
from tests.excerpt import excerpt

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shipped() -> Ground:
    found = national(context(read(ROOT), Choices()))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    found = national(context(read(excerpt(tmp_path_factory.mktemp("demo"))), Choices()))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def event_page(simulated: Ground) -> Page:
    found = compare_event(simulated.material, "s20-visit", simulated.pair, simulated.options)
    return comparison_page(simulated, "s20-visit", found)


def told(page: Page) -> str:
    return " ".join(
        part if isinstance(part, str) else part.text
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for part in block.text
    )


def test_the_shipped_study_says_that_no_event_is_covered_by_both(shipped: Ground) -> None:
    page = overview_page(shipped)
    assert (
        "No event of this study is covered by both Yomiuri, Sankei, Asahi and Nikkei (Japan) and RG (Russia)"
        in told(page)
    )
    assert "What would have to be collected" in told(page)
    assert "RG is the only outlet of its country" in markdown(page, frame(shipped.ctx))


def test_umbrella_events_are_offered_as_cards(shipped: Ground) -> None:
    pages = {page.stem: page for page in comparison_pages(shipped)}
    page = pages["compare-u-ukraine-crisis-sanctions"]
    assert page.sections[0].title == "Who covered it"
    assert "umbrella event" in told(page)
    assert "nothing is tested below 4 on each side" in told(page)
    (facing,) = [block for section in page.sections for block in section.blocks if isinstance(block, Facing)]
    assert [[[card.record for card in side] for side in sides] for _, *sides in facing.rows] == [
        [["nikkei-2014-03-14"], []],
        [[], ["rg-2014-08-26"]],
        [["yomiuri-2014-09-25"], []],
    ]
    shown = markdown(page, frame(shipped.ctx))
    assert shown.count('<a id="rg-2014-08-26"></a>') == 1
    assert shown.index("*26\xa0August\xa02014, RG (Russia)*") < shown.index('<a id="rg-2014-08-26"></a>')
    assert not page.figures()


def test_the_pages_lead_with_the_countries_that_have_most_articles(shipped: Ground) -> None:
    assert country_pair(shipped.ctx) == ("JP", "RU")
    assert ("compare", "Japan and Russia") in frame(shipped.ctx).navigation


def test_an_event_page_begins_with_coverage_and_has_every_part(event_page: Page) -> None:
    assert [section.place for section in event_page.sections] == [
        "covered", "frames", "papers", "distance", "positions", "family", "robustness", "error", "methods", "articles",
    ]  # fmt: skip
    assert [figure.name for figure in event_page.figures()] == ["frames", "null"]


def test_the_sampling_statement_stands_in_every_section_with_a_p(event_page: Page) -> None:
    for section in event_page.sections:
        heads = [block.head for block in section.blocks if isinstance(block, Table)]
        if any("p" in head for head in heads):
            shown = [part for block in section.blocks if isinstance(block, Paragraph) for part in block.text]
            assert any("How the articles were chosen" in str(part) for part in shown), section.place


def test_an_unreliable_scale_is_stamped(event_page: Page, simulated: Ground) -> None:
    assert "not reliable enough in ru" in markdown(event_page, frame(simulated.ctx))


def test_numbers_stand_for_as_many_records_as_they_say(event_page: Page) -> None:
    numbers = event_page.numbers()
    assert len(numbers) > 20
    assert [number for number in numbers if len(number.records) != int(number.text)] == []


def test_both_forms_can_be_rendered(event_page: Page, simulated: Ground) -> None:
    around = frame(simulated.ctx)
    assert 'id="chart-frames"' in html(event_page, around)
    assert "figures/compare-s20-visit-frames.svg" in markdown(event_page, around)


def test_error_on_one_side_stands_before_the_worst_case(event_page: Page) -> None:
    (table,) = next(
        [block for block in section.blocks if isinstance(block, Table)]
        for section in event_page.sections
        if section.place == "error"
    )
    made = [[abs(int(str(row[place][0]))) for place in (2, 3)] for row in table.rows]
    assert table.head[2:4] == ("one side", "worst case")
    assert all(one <= worst for one, worst in made)
    assert any(one < worst for one, worst in made)


def test_an_event_page_leads_to_its_comparison_and_back(shipped: Ground) -> None:
    ctx = shipped.ctx
    written = {page.stem: markdown(page, frame(ctx)) for page in pages(ctx) if page.stem.startswith(("event", "comp"))}
    umbrella = "u-ukraine-crisis-sanctions"
    link = f"(compare-{umbrella}.md)"
    assert f"[Japan and Russia side by side on this event]{link}" in written[f"event-{umbrella}"]
    assert link in written["event-e15-morgulov-note"]
    assert "Not both sides have articles on this event itself" in written["event-e15-morgulov-note"]
    assert f"(event-{umbrella}.md)" in written[f"compare-{umbrella}"]
    assert "(compare.md)" in written[f"compare-{umbrella}"]
    assert "side by side" not in written["event-e06-sochi-summit"]


def test_divergences_without_a_test_still_tell_their_articles(simulated: Ground) -> None:
    found = compare_all(simulated.material, simulated.pair, simulated.options)
    assert isinstance(found, Comparison)
    assert isinstance(found.frames, FrameComparison)
    assert isinstance(found.frames.test, PermutationTest)
    untested = found.frames._replace(test=Refusal("no_power", "", ""))
    assert null_bins(untested)["n"].unique().to_list() == [found.frames.test.n_a + found.frames.test.n_b]


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
@pytest.mark.parametrize("name", [name for name in CHARTS if name.startswith("compare-")])
def test_charts_of_comparisons_are_drawn_in_three_languages(simulated: Ground, name: str, language: str) -> None:
    found = drawn(name, simulated.ctx, language)
    assert not isinstance(found, Refusal)
    told = json.dumps(picture.spec(found), ensure_ascii=False)
    if name not in {"compare-chance", "compare-choices"}:
        assert {"en": "Yomiuri", "ja": "読売新聞", "ru": "Российская газета"}[language] in told


@pytest.mark.parametrize("name", [name for name in CHARTS if name.startswith("compare-")])
def test_charts_of_comparisons_are_refused_in_words(shipped: Ground, name: str) -> None:
    found = drawn(name, shipped.ctx)
    assert isinstance(found, Refusal) == (name != "compare-days")


def test_positions_are_told_over_time(simulated: Ground) -> None:
    sections = {section.place: section for section in overview_page(simulated).sections}
    heads = {
        place: [block.head for block in sections[place].blocks if isinstance(block, Table)]
        for place in ("curve", "cuts")
    }
    assert heads["curve"] == [("Scale, days", "Japan", "median", "Russia", "median")]
    assert ("Scale", "before", "from then on", "medians", "p", "superiority", "p") in heads["cuts"]


def test_a_page_says_that_one_paper_carries_no_claim_about_a_country(event_page: Page) -> None:
    (section,) = [section for section in event_page.sections if section.place == "papers"]
    (said,) = section.blocks
    assert isinstance(said, Paragraph)
    assert said.tone == "refusal"
    assert "One paper alone can never carry a claim about a country" in told(event_page)
    assert "This p is about these papers, these articles." in told(event_page)
    assert "No claim is made about countries" in told(event_page)


def test_a_page_tells_whether_countries_differ_by_exchanging_papers(simulated: Ground) -> None:
    """Four papers against four, on the page of the simulated study: all write alike but for two frames."""
    found = compare_event(simulated.material, "s20-visit", simulated.pair, simulated.options)
    assert isinstance(found, Comparison)
    words = tuple(frame_words(simulated.material.tables))
    counts = np.ones((1, 8, len(words)))
    counts[0, :4, 0] += [9, 8, 7, 9]
    counts[0, 4:, 1] += [9, 9, 8, 7]
    pair = (simulated.pair[0]._replace(outlets=tuple("abcd")), simulated.pair[1]._replace(outlets=tuple("efgh")))
    test = paper_test(Papers(tuple("abcdefgh"), (True,) * 4 + (False,) * 4, words, counts), pair)
    assert isinstance(test, PaperTest)
    assert test.about == "countries"
    page = comparison_page(simulated, "s20-visit", found._replace(papers=test))
    (section,) = [section for section in page.sections if section.place == "papers"]
    assert section.title == "Do the countries differ?"
    assert "papers exchanged between the sides: p = .029 (all 70 arrangements" in told(page)
    assert "How the articles were chosen" in str(section.blocks)
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert [str(row[2][0]) for row in table.rows[:3]] == [".029", ".029", "1"]
    assert "exchanging the papers (4 and 4) between the sides" in told(page)


def test_every_figure_has_a_caption(event_page: Page) -> None:
    figures = [block for section in event_page.sections for block in section.blocks if isinstance(block, Figure)]
    assert all(figure.caption.endswith(".") for figure in figures)


def test_too_few_articles_before_a_cut_are_told_of_both_times_and_not_of_events(shipped: Ground) -> None:
    page = overview_page(shipped)
    (section,) = [section for section in page.sections if section.place == "cuts"]
    said = ["".join(part if isinstance(part, str) else part.text for part in block.text)
            for block in section.blocks if isinstance(block, Paragraph)]  # fmt: skip
    (russia,) = [words for words in said if words.startswith("RG")]
    assert "There are 0 articles before and 2 from then on" in russia
    assert "same event" not in russia


def test_an_event_known_to_the_month_is_not_asked_for_by_a_day(shipped: Ground) -> None:
    found = compare_all(shipped.material, shipped.pair, shipped.options)
    assert isinstance(found, Unmatched)
    assert "some day from 2014-08-01 to 2014-08-31" in found.refusal.need
