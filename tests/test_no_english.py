"""A whole report in another language: wherever three English words follow one another, the study itself says them."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read, told_in
from framing.report import surround
from framing.report.blocks import Explorer, Figure, Page, Surround, within
from framing.report.contents import completed, makers
from framing.report.context import context
from framing.report.render.html import html
from framing.words import page_languages
from tests.excerpt import of_two_events
from tests.overlay import STUDY

ROOT = Path(__file__).parent.parent
OTHERS = [language for language in page_languages() if language != "en"]
WORD = r"[A-Za-z][A-Za-z’'-]*"
ENGLISH = re.compile(rf"{WORD}(?:[ \u00a0]{WORD}){{2,}}")
WHOLE = {
    "b",
    "button",
    "p",
    "li",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "caption",
    "figcaption",
    "summary",
    "dt",
    "dd",
    "div",
    "option",
    "label",
}
"""Elements whose text is read in one; what stands inside a line does not end it."""
UNREAD = {"script", "style", "code"}
TOLD = {"title", "alt", "aria-label", "placeholder", "data-missing", "content"}
"""Attributes that people read or hear."""


class _Texts(HTMLParser):
    """Every text of a document, a block at a time, and every attribute that is told."""

    def __init__(self) -> None:
        super().__init__()
        self.found, self.skipped = [""], 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in UNREAD
        self.found[-1:-1] = [value for name, value in attrs if name in TOLD and value]
        if tag in WHOLE:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in UNREAD
        if tag in WHOLE:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.found[-1] += data


def strings(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def shown(page: Page, around: Surround) -> Iterator[str]:
    """Every text of a page: of its document, its pictures, and what is chosen from on it."""
    read_in = _Texts()
    read_in.feed(html(page, around, "standalone" if page.stem == "records" else "html"))
    yield from (" ".join(text.split(" ")) for text in read_in.found)
    for figure in page.figures():
        yield from strings({name: part for name, part in figure.spec.items() if name != "config"})
    for explorer in within(page.sections, Explorer):
        yield from strings([explorer.content, dict(explorer.words)])


def said_by(study: Path) -> str:
    """Everything that a study says, and so may say in English, in small letters."""
    files = [path for part in ("coded", "schemas") for path in (study / part).rglob("*.json*")]
    return "\n".join(text for path in files for text in strings(_records(path))).lower()


def _records(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return [json.loads(one) for one in text.splitlines()] if path.suffix == ".jsonl" else json.loads(text)


def english(page: Page, around: Surround, own: str) -> Iterator[str]:
    """What a page says in English that is neither the study's nor a command to type."""
    for text in shown(page, around):
        yield from (run for run in ENGLISH.findall(re.sub("`[^`]*`", "", text)) if run.lower() not in own)


@pytest.fixture(scope="module", params=["shipped", "example", "simulated"])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the three only the simulated study has enough articles for tests and for their methods section."""
    if request.param == "simulated":
        return of_two_events(tmp_path_factory.mktemp("demo"))
    return ROOT if request.param == "shipped" else STUDY


@pytest.mark.parametrize("language", OTHERS)
def test_no_words_of_the_program_are_english(study: Path, language: str) -> None:
    ctx = context(told_in(read(study), language), Choices(draws=199), language)
    around, own = surround(ctx), said_by(study)
    pages = completed(ctx, [made() for made in makers(ctx)])
    assert {
        (page.stem, section.place) for page in pages for section in page.sections if section.language != language
    } == set()
    assert {figure.name for figure in within(pages, Figure) if figure.language != language} == set()
    assert {(page.stem, run) for page in pages for run in english(page, around, own)} == set()
