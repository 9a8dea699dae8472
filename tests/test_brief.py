"""In brief: what every page says first is what its tables hold, short enough to quote, and never more than the articles allow."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.analysis.choices import Choices
from framing.analysis.floors import FLOORS
from framing.analysis.reading import Reading
from framing.analysis.table import tables
from framing.compare.material import Material
from framing.compare.result import Comparison, compare_all
from framing.compare.selection import selection, within
from framing.corpus import Corpus, read
from framing.demo.write import write_demo
from framing.refusal import Refusal
from framing.report.blocks import Figure, Link, Page, Paragraph
from framing.report.briefs.compared import compared_in_brief
from framing.report.briefs.parts import told_how
from framing.report.briefs.registers import reliability_in_brief
from framing.report.briefs.study import study_in_brief
from framing.report.context import Context, context
from framing.report.explore import STEM as EXPLORE
from framing.report.figures.recipe import Measured
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.overview import overview
from framing.report.pairing import Pairing, national, over_all_events
from framing.report.speech import plain
from framing.words import page_languages
from tests.briefs import as_text, brief, computed_once, numbers, paragraphs, same_as, sentences
from tests.ferries import ferries

ROOT = Path(__file__).parent.parent
WORDS = 45
SHOWN = {"index", "outlet-yomiuri", "outlet-rg", "compare", "compare-u-ukraine-crisis-sanctions", "event-u-abe-putin-talks",
         "questions", "reliability", "records", "ledger", "handbook"}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _undrawn(shipped_told: dict[str, list[Page]]) -> Iterator[None]:
    """Pictures take most of the time of a page, and no brief looks at them; pages that other tests share have theirs."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Measured, "block", lambda *_: Figure("", {"description": ""}, ""))
        yield


@cache
def of_demo(folder: Path) -> Pairing:
    found = national(context(read(folder), Choices()))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Pairing:
    folder = tmp_path_factory.mktemp("demo") / "study"
    assert write_demo(folder) is None
    return of_demo(folder)


@pytest.fixture(scope="module")
def simulated_pages(simulated: Pairing) -> dict[str, list[Page]]:
    """The first page, two dossiers, an event and the comparison."""
    told = {}
    with computed_once(simulated) as compared:
        for language in page_languages():
            ctx = context(simulated.ctx.corpus, simulated.choices, language)
            pairing = replace(simulated, ctx=ctx)
            told[language] = [
                overview(ctx, (), pairing),
                dossier(ctx, "yomiuri"),
                dossier(ctx, "rg"),
                event_page(ctx, "s20-visit"),
                Page("compare", "", (), (compared_in_brief(pairing, compared),)),
            ]
    return told


def test_the_shipped_study_in_brief_golden(shipped_told: dict[str, list[Page]]) -> None:
    same_as("brief-shipped.txt", as_text(page for held in shipped_told.values() for page in held if page.stem in SHOWN))


def test_the_simulated_study_in_brief_golden(simulated_pages: dict[str, list[Page]]) -> None:
    same_as("brief-simulated.txt", as_text(page for held in simulated_pages.values() for page in held))


def test_every_page_begins_with_a_brief_in_its_language(shipped_told: dict[str, list[Page]]) -> None:
    for language, held in shipped_told.items():
        for page in held:
            if page.stem == EXPLORE:  # a page of choices finds nothing by itself
                continue
            assert brief(page).language == page.language == language
            assert 2 <= len(list(sentences(page))) <= 6, (page.stem, paragraphs(page))


def test_no_sentence_is_too_long_to_quote(
    shipped_told: dict[str, list[Page]], simulated_pages: dict[str, list[Page]]
) -> None:
    for held in (shipped_told, simulated_pages):
        for page in (*held["en"], *held["ru"]):
            for sentence in sentences(page) if page.stem != EXPLORE else ():
                assert len(sentence.split(" ")) <= WORDS, sentence


def test_what_a_program_made_up_is_said_to_be_nothing_else(
    simulated: Pairing, simulated_pages: dict[str, list[Page]]
) -> None:
    models = {"en": "language model", "ja": "言語モデル", "ru": "языков"}
    found = pl.DataFrame({"units": [9], "name": ["primary"], "alpha": [0.8], "low": [0.7], "high": [0.9]})
    for language, held in simulated_pages.items():
        ctx = replace(simulated.ctx, language=language)
        told = [*held, Page("reliability", "", (), (reliability_in_brief(ctx, found),))]
        assert not [page.stem for page in told if models[language] in " ".join(paragraphs(page))]
    assert "made up by a program and coded by 3 simulated coders" in told_in_english(simulated_pages["en"][0])


def test_every_language_says_the_same_numbers(simulated_pages: dict[str, list[Page]]) -> None:
    """The records behind them, too, whatever their order in the sentence."""
    for first, *others in zip(*simulated_pages.values(), strict=True):
        for other in others:
            assert Counter(number.records for number in numbers(other)) == Counter(
                number.records for number in numbers(first)
            )


def test_every_sentence_on_findings_leads_to_its_figure(simulated_pages: dict[str, list[Page]]) -> None:
    for page in simulated_pages["en"]:
        found = brief(page).blocks[0]
        assert isinstance(found, Paragraph)
        links = [part for part in found.text if isinstance(part, Link)]
        assert len(links) >= len(list(sentences(replace(page, sections=(replace(brief(page), blocks=(found,)),))))) - 1


def shares_by_hand(articles: list[dict[str, Any]]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for article in articles:
        sums[article["primary"]] += article["weight"]
    total = sum(sums.values())
    return {frame: weight / total for frame, weight in sums.items()}


def told_in_english(page: Page) -> str:
    return " ".join(paragraphs(page))


def test_the_largest_shares_are_those_of_the_articles(
    simulated: Pairing, simulated_pages: dict[str, list[Page]]
) -> None:
    reading = simulated.ctx.reading
    assert isinstance(reading, Reading)
    every = reading.articles.with_columns(pl.col("outlet").cast(pl.String)).to_dicts()
    for page, outlet in zip(simulated_pages["en"][:3], ("", "yomiuri", "rg"), strict=True):
        mine = [article for article in every if outlet in ("", article["outlet"])]
        shares = sorted(shares_by_hand(mine).items(), key=lambda item: -item[1])[:3]
        for frame, share in shares:
            assert f"{simulated.ctx.frame_label(frame)} ({share:.0%} [" in told_in_english(page)
        assert f"rests on {len(mine):,} articles" in told_in_english(page)
        for number in numbers(page):
            if number.text.endswith("%"):
                weights = {article["article"]: article["weight"] for article in mine}
                held = sum(weights[record] for record in number.records) / sum(weights.values())
                assert number.text == f"{held:.0%}"


def test_the_differences_are_those_of_the_events_that_both_cover(
    simulated: Pairing, simulated_pages: dict[str, list[Page]]
) -> None:
    """Computed here from the articles: the mean difference within events, each weighing n m / (n + m) descriptions."""
    articles = simulated.chosen.articles.with_columns(pl.col("event", "side", "primary").cast(pl.String)).to_dicts()
    by_event: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        by_event[article["event"]][article["side"]].append(article)
    both = {event: [held[side.name] for side in simulated.pair] for event, held in by_event.items() if len(held) == 2}
    text = told_in_english(simulated_pages["en"][-1])
    assert f"on {len(both)} shared events" in text
    found = over_all_events(simulated)
    assert isinstance(found, Comparison)
    for frame in ("history", "leadership"):
        sums = weights = 0.0
        for one, other in both.values():
            n, m = (sum(article["weight"] for article in side) for side in (one, other))
            apart = shares_by_hand(one).get(frame, 0.0) - shares_by_hand(other).get(frame, 0.0)
            sums, weights = sums + apart * n * m / (n + m), weights + n * m / (n + m)
        points, often = round(abs(sums / weights) * 100), "more" if sums > 0 else "less"
        assert f"{simulated.ctx.frame_label(frame)} {often} often by {points} points [" in text


def test_the_turn_of_a_paper_is_that_of_its_articles(
    simulated: Pairing, simulated_pages: dict[str, list[Page]]
) -> None:
    cut = date(2014, 9, 3)
    reading = simulated.ctx.reading
    assert isinstance(reading, Reading)
    mine = reading.articles.filter(pl.col("outlet").cast(pl.String) == "rg").to_dicts()
    before, after = ([one for one in mine if (one["published"] >= cut) == late] for late in (False, True))
    points = round((shares_by_hand(after)["ukraine"] - shares_by_hand(before)["ukraine"]) * 100)
    told = told_in_english(simulated_pages["en"][2])
    assert (
        f"(3 September 2014), compared with before, RG has used the primary frame Ukraine and sanctions more often by {points} points ["
        in told
    )


def test_a_refusal_is_one_sentence_with_what_is_needed(shipped_told: dict[str, list[Page]]) -> None:
    page = next(page for page in shipped_told["en"] if page.stem == "compare")
    first = paragraphs(page)[0]
    assert first.count(".") == 1
    assert "cannot be compared; needed: " in first


@cache
def small() -> tuple[Corpus, Pairing]:
    import tempfile

    corpus = read(ferries(Path(tempfile.mkdtemp()) / "study"))
    pairing = national(context(corpus, Choices()))
    assert pairing is not None
    return corpus, pairing


@st.composite
def studies(draw: st.DrawFn) -> Corpus:
    """Some of the articles on the ferries, with frames, basis and sampling as they come."""
    corpus, _ = small()
    names = draw(st.lists(st.sampled_from(sorted(corpus.articles)), unique=True, max_size=len(corpus.articles)))
    frames = [frame["id"] for frame in corpus.codebook["frames"]]
    articles = {name: corpus.articles[name] for name in sorted(names)}
    codings = {
        key: coding | {"frames": {"primary": draw(st.sampled_from(frames)), "secondary": []}}
        for key, coding in corpus.codings.items()
        if key[0] in articles
    }
    searched = draw(st.booleans())
    registers = {**corpus.registers, "searches": corpus.registers["searches"] if searched else []}
    singles = {"codebook": corpus.codebook, **{kind: {kind: entries} for kind, entries in registers.items()}}
    made = tables(singles, list(articles.values()), list(codings.values()))
    return replace(corpus, registers=registers, articles=articles, codings=codings, tables=made)


def ground_of(ctx: Context) -> Pairing | None:
    """The two sides of a small study, without the reliability of its coders."""
    _, base = small()
    if not isinstance(ctx.whole, Reading):
        return None
    material = Material(ctx.corpus.tables, ctx.whole, base.material.scales, Refusal("not_asked", "", ""))
    chosen = selection(ctx.corpus.tables, ctx.whole, base.pair)
    return (
        None
        if isinstance(chosen, Refusal)
        else replace(base, ctx=ctx, material=material, chosen=within(chosen, ctx.choices))
    )


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(studies(), st.sampled_from(page_languages()))
def test_a_brief_never_fails_and_states_no_share_below_the_floors(corpus: Corpus, language: str) -> None:
    ctx = context(corpus, Choices(draws=50), language)
    pairing = ground_of(ctx)
    told = [overview(ctx, (), pairing), *(dossier(ctx, outlet) for outlet in map(str, ctx.outlets["outlet"]))]
    if pairing:
        compared = compare_all(pairing.material, pairing.pair, pairing.choices)
        told.append(Page("compare", "", (), (compared_in_brief(pairing, compared),)))
        told += [event_page(ctx, name) for name in ctx.covered]
    for page in told:
        for number in numbers(page):
            if "%" in number.text:
                shown = page.stem.removeprefix("outlet-")
                of = [one for one in corpus.articles.values() if shown in ("index", one["outlet"])]
                assert len(of) >= FLOORS[-1].articles


def test_an_empty_study_says_what_is_needed() -> None:
    corpus, _ = small()
    singles = {"codebook": corpus.codebook, **{kind: {kind: entries} for kind, entries in corpus.registers.items()}}
    empty = replace(corpus, articles={}, codings={}, tables=tables(singles, [], []))
    for language in page_languages():
        section = study_in_brief(context(empty, Choices(), language), None)
        assert len(section.blocks) == 1
        assert isinstance(section.blocks[0], Paragraph)
        assert plain(section.blocks[0].text)


def test_articles_known_in_part_are_not_told_as_read(shipped: Context) -> None:
    """A library of references, whose articles nobody has seen, was "known from the newspapers themselves"."""
    articles = shipped.articles.with_columns(basis=pl.lit("primary_part"))
    assert told_how(shipped, articles)[0] == ("known only in part, such as by the headline",)
    one = articles.with_columns(
        basis=pl.when(pl.int_range(pl.len()) == 0).then("basis").otherwise(pl.lit("primary_full"))
    )
    assert plain(told_how(shipped, one)[0]) == "known from the newspapers themselves (1 only in part)"
