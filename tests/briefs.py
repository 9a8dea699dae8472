"""The briefs of pages as plain text: for golden files and for tests that read them."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from framing.compare.result import Comparison, Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Figure, Number, Page, Paragraph, Section
from framing.report.briefs import study
from framing.report.figures.recipe import Measured
from framing.report.pairing import Pairing, over_all_events, turns_of_papers
from framing.report.speech import plain

GOLDEN = Path(__file__).parent / "golden"


def same_as(name: str, told: str) -> None:
    """Holds a text against its golden file."""
    path = GOLDEN / name
    if os.environ.get("FRAMING_GOLDEN") == "write":
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8"), "looked at it and meant it? FRAMING_GOLDEN=write pytest"


@contextmanager
def computed_once(pairing: Pairing) -> Iterator[Comparison | Unmatched | Refusal]:
    """The comparison that pages tell of, which no language changes; pictures, which no brief looks at, are left out."""
    compared, turned = over_all_events(pairing), turns_of_papers(pairing.ctx)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(study, "over_all_events", lambda _: compared)
        patched.setattr(study, "turns_of_papers", lambda _: turned)
        patched.setattr(Measured, "block", lambda *_: Figure("", {"description": ""}, ""))
        yield compared


def brief(page: Page) -> Section:
    """The first section of a page."""
    assert page.sections[0].place == "brief", page.stem
    return page.sections[0]


def paragraphs(page: Page) -> list[str]:
    return [plain(block.text) for block in brief(page).blocks if isinstance(block, Paragraph)]


def sentences(page: Page) -> Iterator[str]:
    for paragraph in paragraphs(page):
        yield from filter(None, re.split(r"(?<=[.!?]) (?=[A-ZА-ЯЁ0-9«])|(?<=。)", paragraph.strip()))


def numbers(page: Page) -> list[Number]:
    blocks = [block for block in brief(page).blocks if isinstance(block, Paragraph)]
    return [part for block in blocks for part in block.text if isinstance(part, Number)]


def as_text(pages: Iterable[Page]) -> str:
    """Every brief under the stem and the language of its page."""
    told = []
    for page in pages:
        told += [f"# {page.stem} ({brief(page).language})", "", *(f"{text}\n" for text in paragraphs(page))]
    return "\n".join(told)
