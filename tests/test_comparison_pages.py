"""Comparison pages: the honest sentence where nothing can be compared, and figures with all that must stand beside them."""

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from framing.analysis.choices import Choices
from framing.chart import picture
from framing.compare.chance.paper_test import Papers, PaperTest, paper_test
from framing.compare.chance.permutation import PermutationTest
from framing.compare.curves import frame_curve
from framing.compare.frames import FrameComparison, null_bins
from framing.compare.grounds import scales_on_grounds
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.selection import frame_words
from framing.compare.who_covered import Unmatched
from framing.corpus import read
from framing.refusal import Refusal
from framing.report import surround
from framing.report.blocks import Details, Facing, Figure, Page, Paragraph, Table, numbers_in
from framing.report.context import context
from framing.report.figures import FIGURES, drawn
from framing.report.figures.sides import EDGES
from framing.report.pages.comparison import comparison_page
from framing.report.pages.countries import comparison_makers, overview_page
from framing.report.pairing import Pairing, country_pair, national
from framing.report.render.html import html
from framing.report.render.markdown import markdown
from framing.report.sections.families import with_families
from framing.report.sections.grounds import sides_on_grounds
from framing.report.sections.over_time import curve
from framing.study.check import mend
from tests.ferries import ferries
from tests.figures import Figures
from tests.rendered import pages
from tests.unfolded import unfolded

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests/golden/comparison.md"


@pytest.fixture(scope="module")
def figures(simulated_ground: Pairing) -> Figures:
    return Figures(simulated_ground.ctx)


@pytest.fixture(scope="module")
def simulated_overview(simulated_ground: Pairing) -> Page:
    return overview_page(simulated_ground)


@pytest.fixture(scope="module")
def shipped_overview(shipped_ground: Pairing) -> Page:
    return overview_page(shipped_ground)


@pytest.fixture(scope="module")
def event_page(simulated_ground: Pairing) -> Page:
    found = compare_event(simulated_ground.material, "s20-visit", simulated_ground.pair, simulated_ground.choices)
    return comparison_page(simulated_ground, "s20-visit", found)


def told(page: Page) -> str:
    return " ".join(
        part if isinstance(part, str) else part.text
        for section in page.sections
        for block in unfolded(section)
        if isinstance(block, Paragraph)
        for part in block.text
    )


def test_the_shipped_study_says_that_no_event_is_covered_by_both(
    shipped_ground: Pairing, shipped_overview: Page
) -> None:
    page = shipped_overview
    assert "Yomiuri, Sankei, Asahi and Nikkei (Japan) and RG (Russia) cover no event in common" in told(page)
    assert "Needed: " in told(page)
    assert "RG is the only outlet of its country" in markdown(page, surround(shipped_ground.ctx))


def test_few_articles_under_an_umbrella_are_contrasted(shipped_ground: Pairing, shipped_pages: list[Page]) -> None:
    (page,) = [page for page in shipped_pages if page.stem == "compare-u-ukraine-crisis-sanctions"]
    assert [section.place for section in page.sections] == ["brief", "frames", "aligned", "articles", "covered"]
    assert "umbrella event" in told(page)
    assert "nothing is tested below 4 on each side" in told(page)
    table = next(block for block in page.sections[3].blocks if isinstance(block, Table))
    assert table.head == (
        "",
        "Nikkei, 4 March 2014",
        "Nikkei, 14 March 2014",
        "RG, 26 August 2014",
        "Yomiuri, 25 September 2014",
    )
    assert [row[0] for row in table.rows[:3]] == [("Record",), ("Event",), ("Primary frame dimension", " ≠")]
    assert markdown(page, surround(shipped_ground.ctx)).count('<a id="rg-2014-08-26"></a>') == 1
    assert [figure.name for figure in page.figures()] == ["compare-articles"]


def test_more_articles_than_a_contrast_holds_are_offered_as_cards(
    shipped_ground: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("framing.analysis.contrast.MOST", 2)
    pages = {page.stem: page for page in (made() for made in comparison_makers(shipped_ground))}
    page = pages["compare-u-ukraine-crisis-sanctions"]
    (facing,) = [block for section in page.sections for block in unfolded(section) if isinstance(block, Facing)]
    assert [[[card.record for card in side] for side in sides] for _, *sides in facing.rows] == [
        [["nikkei-2014-03-04"], []],
        [["nikkei-2014-03-14"], []],
        [[], ["rg-2014-08-26"]],
        [["yomiuri-2014-09-25"], []],
    ]
    shown = markdown(page, surround(shipped_ground.ctx))
    assert shown.count('<a id="rg-2014-08-26"></a>') == 1
    assert shown.index("*26\xa0August\xa02014, RG (Russia)*") < shown.index('<a id="rg-2014-08-26"></a>')


def test_the_pages_lead_with_the_countries_that_have_most_articles(shipped_ground: Pairing) -> None:
    assert country_pair(shipped_ground.ctx) == ("JP", "RU")
    assert ("compare", "Japan and Russia") in surround(shipped_ground.ctx).navigation


def test_an_event_page_begins_with_the_answer_and_has_every_part(event_page: Page) -> None:
    assert [section.place for section in event_page.sections] == [
        "brief", "frames", "covered", "papers", "positions", "articles", "distance", "family", "robustness", "error", "methods",
    ]  # fmt: skip
    assert [figure.name for figure in event_page.figures()] == ["compare-frames", "compare-chance"]
    assert all(figure.table for figure in event_page.figures())  # every figure can be taken away as numbers


def test_the_sampling_statement_stands_once_beside_the_answer(
    event_page: Page, simulated_overview: Page, shipped_overview: Page
) -> None:
    for page in (event_page, simulated_overview, shipped_overview):
        said = [
            section.place
            for section in page.sections
            for block in unfolded(section)
            if isinstance(block, Paragraph) and "How the articles were chosen" in str(block.text)
        ]
        assert said == ["frames"]
        assert page.sections[1].place == "frames"


def test_what_answers_is_not_folded(event_page: Page, simulated_overview: Page) -> None:
    """Picture and verdicts stand open on top; every table of p is folded."""
    for page in (event_page, simulated_overview):
        first, second, *_ = page.sections[1].blocks
        assert isinstance(first, Figure)
        assert isinstance(second, Paragraph)
        assert "would have been found" in str(second.text)
        heads = [block.head for part in page.sections for block in part.blocks if isinstance(block, Table)]
        assert [head for head in heads if {"p", "p, articles"} & set(head)] in ([], [heads[-1]])


def test_an_unreliable_scale_is_stamped(event_page: Page, simulated_ground: Pairing) -> None:
    assert "not reliable enough in ru" in markdown(event_page, surround(simulated_ground.ctx))


def test_numbers_stand_for_as_many_records_as_they_say(event_page: Page) -> None:
    numbers = event_page.numbers()
    assert len(numbers) > 20
    assert [number for number in numbers if len(number.records) != int(number.text)] == []


def test_both_forms_can_be_rendered(event_page: Page, simulated_ground: Pairing) -> None:
    around = surround(simulated_ground.ctx)
    assert 'id="chart-compare-frames"' in html(event_page, around)
    assert "figures/compare-s20-visit-compare-frames.svg" in markdown(event_page, around)


def test_error_on_one_side_stands_before_the_worst_case(event_page: Page) -> None:
    (table,) = next(
        [block for block in unfolded(section) if isinstance(block, Table)]
        for section in event_page.sections
        if section.place == "error"
    )
    made = [[abs(int(str(row[place][0]))) for place in (3, 4)] for row in table.rows]
    assert table.head[3:5] == ("one side", "worst case")
    assert all(one <= worst for one, worst in made)
    assert any(one < worst for one, worst in made)


def test_an_event_page_leads_to_its_comparison_and_back(shipped_ground: Pairing, shipped_pages: list[Page]) -> None:
    around = surround(shipped_ground.ctx)
    written = {page.stem: markdown(page, around) for page in shipped_pages if page.stem.startswith(("event", "comp"))}
    umbrella = "u-ukraine-crisis-sanctions"
    link = f"(compare-{umbrella}.md)"
    assert f"[Japan and Russia side by side on this event]{link}" in written[f"event-{umbrella}"]
    assert link in written["event-e15-morgulov-note"]
    assert "The sides do not both have articles on this event itself" in written["event-e15-morgulov-note"]
    assert f"(event-{umbrella}.md)" in written[f"compare-{umbrella}"]
    assert "(compare.md)" in written[f"compare-{umbrella}"]
    assert "side by side" not in written["event-e06-sochi-summit"]


def test_divergences_without_a_test_still_tell_their_articles(simulated_ground: Pairing) -> None:
    found = compare_all(simulated_ground.material, simulated_ground.pair, simulated_ground.choices)
    assert isinstance(found, Comparison)
    assert isinstance(found.frames, FrameComparison)
    assert isinstance(found.frames.test, PermutationTest)
    untested = found.frames._replace(test=Refusal("no_power", "", ""))
    assert null_bins(untested)["n"].unique().to_list() == [found.frames.test.n_a + found.frames.test.n_b]


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
@pytest.mark.parametrize("name", [name for name in FIGURES if name.startswith("compare-")])
def test_charts_of_comparisons_are_drawn_in_three_languages(figures: Figures, name: str, language: str) -> None:
    found = figures.drawn(name, language)
    assert not isinstance(found, Refusal)
    told = json.dumps(picture.spec(found), ensure_ascii=False)
    if name not in {"compare-chance", "compare-choices"}:
        assert {"en": "Yomiuri", "ja": "読売新聞", "ru": "Российская газета"}[language] in told


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_a_figure_is_drawn_alike_when_it_was_measured_before(figures: Figures, language: str) -> None:
    again = drawn("compare-outlets", context(figures.ctx.corpus, figures.ctx.choices, language))
    assert not isinstance(again, Refusal)
    chart = {
        key: part for key, part in picture.spec(figures.drawn("compare-outlets", language)).items() if key != "title"
    }
    assert again["usermeta"] == {"language": language}
    assert {key: again.get(key, again["vconcat"][0].get(key)) for key in chart} == chart


@pytest.mark.parametrize("name", [name for name in FIGURES if name.startswith("compare-")])
def test_charts_of_comparisons_are_refused_in_words(shipped_ground: Pairing, name: str) -> None:
    found = drawn(name, shipped_ground.ctx)
    assert isinstance(found, Refusal) == (name not in {"compare-days", "compare-articles"})


def test_a_curve_without_enough_articles_is_refused_in_words(shipped_ground: Pairing) -> None:
    """Nothing stands in the picture where no stretch of days has as many articles as a share needs; its numbers are folded."""
    assert isinstance(curve(shipped_ground).blocks[0], Figure)
    chosen = shipped_ground.chosen
    stretch = pl.sum_horizontal((pl.col("days") >= edge).cast(pl.Int8) for edge in EDGES)
    few = chosen.articles.drop_nulls("days").filter(pl.int_range(pl.len()).over("side", stretch) < 4)
    thin = replace(shipped_ground, chosen=chosen._replace(articles=few))
    found = frame_curve(thin.chosen, EDGES)
    assert found["from"].n_unique() > 1
    refused, folded, *_ = curve(thin).blocks
    assert isinstance(refused, Paragraph)
    assert "no side has 5 articles in any stretch of days, if those described together count once" in str(refused)
    assert isinstance(folded, Details)
    [numbers] = folded.blocks
    assert isinstance(numbers, Table)
    assert "All events together" in numbers.caption
    assert {name for number in numbers_in(numbers) for name in number.records} == set(found["records"].explode())


def test_articles_described_together_are_one_to_a_curve(shipped_ground: Pairing) -> None:
    """A stretch with enough articles has no share where few descriptions are behind them, and the reason says so."""
    chosen = shipped_ground.chosen
    together = chosen.articles.with_columns(unit=pl.format("{}-{}", "side", pl.int_range(pl.len()).over("side") % 2))
    thin = replace(shipped_ground, chosen=chosen._replace(articles=together))
    assert (frame_curve(thin.chosen, EDGES)["articles"] >= 5).any()
    assert "if those described together count once" in str(curve(thin).blocks[0])


def test_positions_are_told_over_time(simulated_overview: Page) -> None:
    sections = {section.place: section for section in simulated_overview.sections}
    heads = {
        place: [block.head for block in unfolded(sections[place]) if isinstance(block, Table)]
        for place in ("curve", "cuts")
    }
    assert heads["curve"] == [("Scale, days", "Japan", "median", "Russia", "median")]
    assert ("Scale", "before", "from then on", "medians", "superiority [95 %]", "p", "q BH", "q BY") in heads["cuts"]


def test_every_p_before_and_after_is_of_the_family_that_is_named(
    simulated_ground: Pairing, simulated_overview: Page
) -> None:
    """As many tests as the page counts: every p of the tables, and one of all frames together for each pair of times."""
    (section,) = [section for section in simulated_overview.sections if section.place == "cuts"]
    shown = markdown(Page("x", "x", (), (section,)), surround(simulated_ground.ctx))
    tables = [block for block in unfolded(section) if isinstance(block, Table)]
    places = [(table, [table.head.index(head) for head in ("p", "q BH", "q BY")]) for table in tables]
    filled = [[row[place] != ("–",) for place in found] for table, found in places for row in table.rows]
    assert all(len(set(cells)) == 1 for cells in filled)
    together = shown.count("All frames together: p")
    assert together == 2
    m = sum(cells[0] for cells in filled) + together
    assert f"belongs to one family, “before and after”: m = {m} tests of 2 pairs of times" in shown


def test_families_of_tests_are_counted_and_every_p_is_in_one(simulated_comparisons: list[Page]) -> None:
    """Each section whose p are corrected says how many tests its family has; the page of all events counts them."""
    first, *rest = with_families(simulated_comparisons)
    section = first.sections[-1]
    (table,) = [block for block in unfolded(section) if isinstance(block, Table)]
    families = [part.family for page in (first, *rest) for part in page.sections if part.family]
    assert table.rows[-1] == (("All",), (str(len(families)),), (str(sum(families)),))
    assert f"These pages have {len(families)} families." in told(first)
    by_title = {row[0][0]: row[1][0] for row in table.rows}
    assert by_title["Every test as one family"] == str(
        1 + sum(any(part.family for part in page.sections) for page in rest)
    )
    assert by_title["Before and after"] == "1"
    methods = [part for page in (first, *rest) for part in page.sections if part.place == "methods"]
    sizes = [next(part.family for part in page.sections if part.place == "family") for page in (first, *rest)
             if any(part.place == "methods" for part in page.sections)]  # fmt: skip
    said = [str(block.text[0]) for part in methods for block in unfolded(part) if isinstance(block, Paragraph)]
    assert len(said) == len(sizes) > 3
    for text, m in zip(said, sizes, strict=True):
        assert f"over the {m} tests of this comparison, which are one family" in text


def test_no_table_of_p_stands_outside_a_family(simulated_comparisons: list[Page]) -> None:
    """A section with adjusted values counts its family, or (frames, positions) shows those of the family of its page."""
    for page in simulated_comparisons:
        own = {part.place for part in page.sections if part.family}
        for part in page.sections:
            tables = [block for block in unfolded(part) if isinstance(block, Table)]
            tables += [block.table for block in unfolded(part) if isinstance(block, Figure) and block.table]
            heads = {"p", "p, articles"}  # p of papers are of the largest difference, which corrects them by itself
            filled = [
                row[place]
                for table in tables
                for place, head in enumerate(table.head)
                if head in heads
                for row in table.rows
            ]
            if any(cell != ("–",) for cell in filled):
                assert part.place in own or (part.place in {"frames", "positions"} and "family" in own), part.place


def test_a_page_says_that_one_paper_carries_no_claim_about_a_country(event_page: Page) -> None:
    (section,) = [section for section in event_page.sections if section.place == "papers"]
    (said,) = unfolded(section)
    assert isinstance(said, Paragraph)
    assert said.tone == "refusal"
    assert "One paper alone can never carry a claim about a country" in told(event_page)
    assert "This p is about these papers, these articles." in told(event_page)
    assert "No claim is made about countries" in told(event_page)


def test_a_page_tells_whether_countries_differ_by_exchanging_papers(simulated_ground: Pairing) -> None:
    """Four papers against four, on the page of the simulated study: all write alike but for two frames."""
    found = compare_event(simulated_ground.material, "s20-visit", simulated_ground.pair, simulated_ground.choices)
    assert isinstance(found, Comparison)
    words = tuple(frame_words(simulated_ground.material.tables))
    counts = np.ones((1, 8, len(words)))
    counts[0, :4, 0] += [9, 8, 7, 9]
    counts[0, 4:, 1] += [9, 9, 8, 7]
    pair = (
        simulated_ground.pair[0]._replace(outlets=tuple("abcd")),
        simulated_ground.pair[1]._replace(outlets=tuple("efgh")),
    )
    test = paper_test(Papers(tuple("abcdefgh"), (True,) * 4 + (False,) * 4, words, counts), pair)
    assert isinstance(test, PaperTest)
    assert test.about == "countries"
    page = comparison_page(simulated_ground, "s20-visit", found._replace(papers=test))
    (section,) = [section for section in page.sections if section.place == "papers"]
    assert section.title == "Do the countries differ?"
    assert "papers exchanged between the sides: p = .029 (all 70 arrangements" in told(page)
    (table,) = [block for block in unfolded(section) if isinstance(block, Table)]
    assert [str(row[2][0]) for row in table.rows[:3]] == [".029", ".029", "1"]
    assert "exchanging the papers (4 and 4) between the sides" in told(page)


def test_every_figure_has_a_caption(event_page: Page) -> None:
    figures = [block for section in event_page.sections for block in unfolded(section) if isinstance(block, Figure)]
    assert all(figure.caption.endswith(".") for figure in figures)


def test_too_few_articles_before_a_cut_are_told_of_both_times_and_not_of_events(shipped_overview: Page) -> None:
    (section,) = [section for section in shipped_overview.sections if section.place == "cuts"]
    said = ["".join(part if isinstance(part, str) else part.text for part in block.text)
            for block in unfolded(section) if isinstance(block, Paragraph)]  # fmt: skip
    (russia,) = [words for words in said if words.startswith("RG")]
    assert "There are 0 articles before and 2 from then on" in russia
    assert "same event" not in russia


def test_a_paper_that_wrote_in_one_time_only_is_named_as_left_out(
    shipped_ground: Pairing, shipped_overview: Page
) -> None:
    (section,) = [section for section in shipped_overview.sections if section.place == "cuts"]
    shown = markdown(Page("x", "x", (), (section,)), surround(shipped_ground.ctx))
    assert "Left out because they wrote in only one of the two times: Asahi ([1](records.md#" in shown
    assert " from then on)." in shown
    (table,) = [block for block in unfolded(section) if isinstance(block, Table)]
    territory = next(row for row in table.rows if row[0] == ("Territory and peace treaty",))
    assert (table.head[3], territory[3][0].text, territory[4]) == ("from then on", "5", ("31%, 5 of 16",))  # type: ignore[union-attr]  # a number


def test_an_event_known_to_the_month_is_not_asked_for_by_a_day(shipped_ground: Pairing) -> None:
    found = compare_all(shipped_ground.material, shipped_ground.pair, shipped_ground.choices)
    assert isinstance(found, Unmatched)
    assert "some day from 2014-08-01 to 2014-08-31" in found.refusal.need


def renamed(root: Path, old: str, new: str) -> Path:
    """The example study with another name for one of its variables."""
    shutil.copytree(ROOT / "tests/examples/study", root)
    for path in [root / "schemas/codebook.json", *(root / "coded/codings").rglob("*.json*")]:
        said = path.read_text(encoding="utf-8").replace(f'"{old}"', f'"{new}"').replace(f"/{old}", f"/{new}")
        path.write_text(said, encoding="utf-8")
    mend(root)
    return root


@pytest.mark.parametrize("name", ["article", "side", "value"])
def test_a_scale_may_be_named_like_a_column_of_the_cards(name: str, tmp_path: Path) -> None:
    """It once ended in a DuplicateError, or in the id of an article in the place of a score."""
    usual = national(context(read(ROOT / "tests/examples/study"), Choices()))
    other = national(context(read(renamed(tmp_path / "study", "tone", name)), Choices()))
    assert usual
    assert other
    pages_of = [
        [markdown(page, surround(pairing.ctx)) for page in (made() for made in comparison_makers(pairing))]
        for pairing in (usual, other)
    ]
    assert pages_of[0] == pages_of[1]


@pytest.mark.parametrize("step", [40_000, 2**40])
def test_scores_may_be_large(step: int, tmp_path: Path) -> None:
    """Beyond 32,767 they once ended in a traceback."""
    root = renamed(tmp_path / "study", "nothing", "nothing")
    for path in [root / "schemas/codebook.json", *(root / "coded/codings").rglob("*.json*")]:
        said = path.read_text(encoding="utf-8")
        said = re.sub(
            r'("id": |"tone": ?|"outlook": ?)(-?[12])\b', lambda found: f"{found[1]}{int(found[2]) * step}", said
        )
        path.write_text(said, encoding="utf-8")
    codebook = json.loads((root / "schemas/codebook.json").read_text(encoding="utf-8"))
    for place, value in enumerate(codebook["confidence"]["values"]):
        value["id"] = place + 1
    (root / "schemas/codebook.json").write_text(json.dumps(codebook), encoding="utf-8")
    mend(root)
    corpus = read(root)
    assert step in corpus.tables.values["score"].abs().to_list()
    found = list(pages(context(corpus, Choices())))
    assert len(found) > 5


def test_golden_of_a_comparison_with_numbers(tmp_path: Path) -> None:
    """Both sides differ in every number, so that exchanging them anywhere is seen; every p is enumerated, none is drawn."""
    pairing = national(context(read(ferries(tmp_path / "study")), Choices()))
    assert pairing
    found = markdown(overview_page(pairing), surround(pairing.ctx))
    if os.environ.get("FRAMING_GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8"), "looked at it and meant it? FRAMING_GOLDEN=write pytest"


def test_positions_are_told_on_both_grounds_where_something_is_inferred(tmp_path: Path) -> None:
    found = national(context(read(ferries(tmp_path / "study")), Choices()))
    assert found
    compared = compare_all(found.material, found.pair, found.choices)
    assert isinstance(compared, Comparison)
    assert sides_on_grounds(found, compared) == []
    tables = found.material.tables
    kept = pl.col("variable").cast(pl.String) != "tone"
    first = pl.col("article").str.ends_with("-0") | pl.col("value").is_null()
    inferred = pl.when(kept | first).then("ground").otherwise(pl.lit("inferred", tables.values.schema["ground"]))
    marked = tables._replace(values=tables.values.with_columns(ground=inferred))
    moved = replace(found, material=found.material._replace(tables=marked))
    rows = {
        row["ground"]: row
        for row in scales_on_grounds(moved.material, compared.cards["article"], found.pair, found.choices)
        .filter(variable="tone")
        .to_dicts()
    }
    assert rows["attributed"]["n_a"] < rows["inferred"]["n_a"]
    usual = compared.ordinal.filter(variable="tone").to_dicts()[0]
    assert rows["inferred"]["superiority"] == usual["superiority"]
    [table] = sides_on_grounds(moved, compared)
    assert table.rows[0][2] == (f"{usual['superiority']:.2f} ({usual['n_a']:g} and {usual['n_b']:g})",)


def test_no_sentence_is_longer_than_a_breath(
    event_page: Page, simulated_overview: Page, shipped_overview: Page
) -> None:
    for page in (event_page, simulated_overview, shipped_overview):
        for section in page.sections:
            for block in unfolded(section):
                if isinstance(block, Table | Figure):
                    said = block.caption
                elif isinstance(block, Paragraph):
                    said = "".join(part if isinstance(part, str) else part.text for part in block.text)
                else:
                    continue
                long = [one for one in re.split(r"(?<=[.?:])\s+(?=[A-Zα-ωq“])", said) if len(one.split()) > 45]
                assert long == [], (page.stem, section.place)
