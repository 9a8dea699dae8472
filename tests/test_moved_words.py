"""Overview, dossiers and events speak the language of the report: what stands in it is not English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read, told_in
from framing.report.blocks import Line, Listing, Page, Paragraph, Section, Table
from framing.report.contents import listing
from framing.report.context import Context, context
from framing.report.ground import national
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.overview import overview
from framing.report.sections.cards import cards
from framing.words import page_languages
from tests.overlay import STUDY

OTHERS = [language for language in page_languages() if language != "en"]
SHIPPED = Path(__file__).parent.parent
THEIRS = {"articles", "rivals"}
"""Sections, wholly or in part, of modules that other pages share."""
ENGLISH = re.compile(r"\b(the|of|and|is|are|in|not|this|that|with|has|have|was|were|from|no|articles?|share|by)\b")


def made(folder: Path, language: str) -> Context:
    return context(told_in(read(folder), language), Choices(rule="majority"), language)


def pages(ctx: Context) -> Iterator[Page]:
    ground = national(ctx)
    yield overview(ctx, listing(ctx), ground)
    yield from (dossier(ctx, str(outlet)) for outlet in ctx.outlets["outlet"])
    yield from (event_page(ctx, event, ctx.covered) for event in ctx.covered)


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


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("folder", [SHIPPED, STUDY], ids=["shipped", "example"])
def test_no_english_stands_in_a_section_of_another_language(folder: Path, language: str) -> None:
    ctx = made(folder, language)
    book = ctx.corpus.codebook
    untranslated = (
        [book["purpose"], *(variable["question"] for variable in book["variables"])] if folder == STUDY else []
    )
    found = {
        (page.stem, section.place, text)
        for page in pages(ctx)
        for section in page.sections
        if section.language == language and section.place not in THEIRS
        for text in said(section)
        if ENGLISH.search(text) and not any(english in text for english in untranslated)
    }
    assert found == set()


@pytest.mark.parametrize("language", OTHERS)
def test_cards_have_facts_in_the_language_of_the_report(language: str) -> None:
    ctx = made(SHIPPED, language)
    for card in cards(ctx, sorted(ctx.corpus.articles)):
        told = [*(name for name, _ in card.facts), *(own(text) for _, text in card.facts), own(card.note)]
        assert [text for text in told if ENGLISH.search(text)] == []


@pytest.mark.parametrize("language", page_languages())
def test_every_section_of_these_pages_but_one_is_in_the_language(language: str) -> None:
    for page in pages(made(SHIPPED, language)):
        assert {section.place for section in page.sections if section.language != language} <= {"rivals"}
