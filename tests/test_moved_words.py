"""Overview, dossiers and events speak the language of the report: what stands in it is not English."""

import re
from collections.abc import Iterator

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read, told_in
from framing.report.blocks import Figure, Line, Listing, Page, Paragraph, Section, Table
from framing.report.contents import listing
from framing.report.context import Context, context
from framing.report.figures.recipe import Measured
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.overview import overview
from framing.report.pairing import national
from framing.report.sections.cards import cards
from framing.words import page_languages
from tests.overlay import STUDY

OTHERS = [language for language in page_languages() if language != "en"]
ENGLISH = re.compile(r"\b(the|of|and|is|are|in|not|this|that|with|has|have|was|were|from|no|articles?|share|by)\b")


def pages(language: str) -> list[Page]:
    """The pages of the example study, without their pictures: their words are read here."""
    ctx = context(told_in(read(STUDY), language), Choices(rule="majority"), language)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Measured, "block", lambda *_: Figure("", {"description": ""}, ""))
        dossiers = [dossier(ctx, str(outlet)) for outlet in ctx.outlets["outlet"]]
        events = [event_page(ctx, event, ctx.covered) for event in ctx.covered]
        return [overview(ctx, listing(ctx), national(ctx)), *dossiers, *events]


def moved(pages: list[Page]) -> list[Page]:
    return [page for page in pages if page.stem.startswith(("index", "outlet-", "event-"))]


def own(text: Line) -> str:
    """What a line says in the language of the page: without links, names, numbers, and what is marked as another language."""
    return "".join(part for part in text if isinstance(part, str))


def said(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield own(block.text)
        elif isinstance(block, Listing):
            yield from map(own, block.items)
        elif isinstance(block, Table):
            yield from (block.caption, *block.head)
            yield from (own(cell) for row in block.rows for cell in row)


def english(pages: list[Page], language: str) -> set[tuple[str, str, str]]:
    """What is English where the page says that it is in another language."""
    return {
        (page.stem, section.place, text)
        for page in pages
        for section in page.sections
        if section.language == language
        for text in said(section)
        if ENGLISH.search(text)
    }


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_stands_in_a_section_of_another_language(shipped_told: dict[str, list[Page]], language: str) -> None:
    assert english(moved(shipped_told[language]), language) == set()
    book = read(STUDY).codebook
    untranslated = [book["purpose"], *(variable["question"] for variable in book["variables"])]
    found = english(pages(language), language)
    assert {one for one in found if not any(text in one[2] for text in untranslated)} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_cards_have_facts_in_the_language_of_the_report(shipped: Context, language: str) -> None:
    ctx = context(told_in(shipped.corpus, language), Choices(), language)
    for card in cards(ctx, sorted(ctx.corpus.articles)):
        told = [*(name for name, _ in card.facts), *(own(text) for _, text in card.facts), own(card.note)]
        assert [text for text in told if ENGLISH.search(text)] == []
