"""Every command in the documentation runs, and prints what the page shows."""

import doctest
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from framing.chart import picture
from framing.cli import app, together

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TRANSLATED = [page for page in PAGES if page.name.count(".") > 1]
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PUBLISHED_DATA = DOCS / "how-to" / "published-data.md"
"""Has a test of its own: it takes as long as all others."""
WAITS_FOR_A_PERSON = (("code",), ("add",), ("adjudicate",))


class Block(NamedTuple):
    """A fenced block: its language, the file that it is saved as, and what is in it."""

    language: str
    title: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*found) for found in BLOCK.findall(page.read_text(encoding="utf-8"))]


def commands(text: str) -> Iterator[list[str]]:
    for each in text.replace("\\\n", " ").splitlines():
        if words := shlex.split(each, comments=True):
            yield words


def run(words: list[str]) -> str:
    if tuple(words[1:]) in WAITS_FOR_A_PERSON or words[1] == "code":
        words = [*words, "--help"]  # that its options exist is all that can be asked of it here
    done = CliRunner().invoke(app, words[1:])
    assert done.exit_code == 0, f"{shlex.join(words)}\n{done.output}"
    return done.output


def done(words: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a line of a page prints; a reader's shell knows two commands beside ours."""
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
        return ""
    if words[0] == "mv":
        shutil.move(words[1], words[2])
        return ""
    assert words[0] == "framing", shlex.join(words)
    return run(words)


def flat(text: str) -> list[str]:
    plain = text.replace("'-", "-")  # so that no spreadsheet calculates what is piped
    return [" ".join(line.split()) for line in plain.splitlines() if line.strip()]


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.name)
def test_a_translated_page_shows_the_same_commands(page: Path) -> None:
    assert blocks(page) == blocks(page.with_name(f"{page.name.partition('.')[0]}.md"))


def follow(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does in a folder what a page says, and holds what is printed to what the page shows."""
    for part in ("coded", "schemas"):  # every page may begin in the shipped study
        shutil.copytree(ROOT / part, folder / part)
    monkeypatch.setattr(picture, "svg", lambda _: b"<svg/>")  # no page shows a picture of its report
    monkeypatch.setattr(together, "MOST", 0)  # no other process would know of it
    monkeypatch.chdir(folder)
    printed: list[str] = []
    for block in blocks(page):
        if block.title:
            Path(block.title).parent.mkdir(parents=True, exist_ok=True)
            Path(block.title).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            printed = [line for words in commands(block.text) for line in flat(done(words, monkeypatch))]
        elif block.language == "python" and not block.text.startswith(">>>"):
            with redirect_stdout(StringIO()) as told:
                exec(block.text, {})  # what a reader would paste
            printed = flat(told.getvalue())
        elif block.language == "text" and printed:
            shown = flat(block.text)
            assert [line for line in shown if line not in printed] == [], printed
            printed = []


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page not in (*TRANSLATED, PUBLISHED_DATA)],
    ids=lambda page: page.relative_to(DOCS).as_posix(),
)
def test_the_commands_of_a_page_run_and_print_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(page, tmp_path, monkeypatch)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    generated = {DOCS / "reference" / "commands.md"}
    targets = [(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not target.exists() and target not in generated] == []


def test_the_python_of_the_documentation_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    tried = [doctest.testfile(str(page), module_relative=False) for page in PAGES]
    assert sum(each.failed for each in tried) == 0
    assert sum(each.attempted for each in tried) > 0
