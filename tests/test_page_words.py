"""Pages in another language: nothing that the program says there is English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report.blocks import Block, Figure, Line, Listing, Page, Paragraph, Section, Table
from framing.report.context import Context, context
from framing.report.pages.ledger import ledger
from framing.report.pages.questions import questions
from framing.report.pages.records import records
from framing.report.pages.reliability import reliability
from framing.words import page_languages

ROOT = Path(__file__).parent.parent
OTHERS = [language for language in page_languages() if language != "en"]
ENGLISH = re.compile(r"(?:[A-Za-z’]{2,} +){3,}[A-Za-z]{2,}")
"""Four words in Latin letters in a row are a sentence; names of people, papers and commands are shorter."""


@pytest.fixture(scope="module", params=[ROOT, ROOT / "tests/examples/study"], ids=["shipped", "example"])
def study(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_of_a_page_is_english(study: Path, language: str) -> None:
    ctx = context(read(study), Choices(), language)
    for page in (reliability(ctx), questions(ctx), ledger(ctx), records(ctx, [])):
        found = [text for section in _own(ctx, page) for text in _texts(section) if ENGLISH.search(text)]
        assert found == [], page.stem


def _own(ctx: Context, page: Page) -> Iterator[Section]:
    """The sections whose words are those of the page, and not of sections that other pages have too."""
    claims = {
        f"question-{entry['id']}" for entry in ctx.corpus.registers["questions"] if entry["ask"]["kind"] == "claim"
    }
    for section in page.sections:
        assert section.language == ctx.language, section.place
        if section.place not in claims and not section.place.endswith("-claims"):
            yield section


def _texts(section: Section) -> Iterator[str]:
    """What is said outside of figures, without quoted texts in another language, commands and the titles of questions."""
    if not section.place.startswith(("question-", "part-")) and section.place not in ("strait-review", "asan-2016"):
        yield section.title
    for block in section.blocks:
        yield from (re.sub("`[^`]*`", "", text) for text in _said(block))


def _said(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _plain(block.text)
    elif isinstance(block, Listing):
        yield from map(_plain, block.items)
    elif isinstance(block, Table):
        yield from (block.caption, *block.head)
    elif isinstance(block, Figure) and block.table:
        yield from _said(block.table)


def _plain(text: Line) -> str:
    return "".join(part if isinstance(part, str) else "…" if getattr(part, "lang", "") else part.text for part in text)
