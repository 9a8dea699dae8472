"""Comparison pages in Japanese and Russian: no sentence is left in English, and English refusals say what the command line says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.analysis.choices import Choices
from framing.corpus import Corpus, read
from framing.report.blocks import Details, Facing, Line, Listing, Page, Paragraph, Section, Table
from framing.report.context import context
from framing.report.pages.countries import comparison_makers
from framing.report.pairing import national
from framing.report.speech import plain
from framing.words import page_languages
from tests.excerpt import excerpt
from tests.unfolded import unfolded

ROOT = Path(__file__).parent.parent
ENGLISH = re.compile(r"\b(the|of|and|is|are|with|no|not|in|on|each|from|by)\b", re.IGNORECASE)
"""Words that stand in every English sentence, and in no name."""
ELSEWHERE = {"brief"}
"""What has a test of its own."""


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> list[Corpus]:
    return [read(ROOT), read(excerpt(tmp_path_factory.mktemp("demo")))]


def pages_in(corpora: list[Corpus], language: str) -> Iterator[Page]:
    """The pages of both studies over all events and on the first event, each test on them with few draws."""
    for corpus in corpora:
        pairing = national(context(corpus, Choices(draws=199), language))
        assert pairing is not None
        yield from (made() for made in comparison_makers(pairing)[:2])


def said(section: Section) -> Iterator[str]:
    """Every heading, paragraph, entry of a list, caption, head and summary of a section; what figures say is the charts' own."""
    yield section.title
    yield from (block.summary for block in section.blocks if isinstance(block, Details))
    for block in unfolded(section):
        lines: tuple[Line, ...] = ()
        if isinstance(block, Paragraph):
            lines = (block.text,)
        elif isinstance(block, Listing):
            lines = block.items
        elif isinstance(block, Table):
            yield from (block.caption, *block.head)
        elif isinstance(block, Facing):
            yield from block.heads
        yield from map(plain, lines)


@pytest.mark.parametrize("language", [language for language in page_languages() if language != "en"])
def test_no_words_are_left_in_english(corpora: list[Corpus], language: str) -> None:
    for page in pages_in(corpora, language):
        for section in page.sections:
            if section.place in ELSEWHERE:
                continue
            assert section.language == language, (page.stem, section.place)
            english = [text for text in said(section) if len(ENGLISH.findall(re.sub("`[^`]*`", "", text))) > 1]
            assert english == [], (page.stem, section.place)
