"""One small invented study that the tests share: three papers and a review, twelve articles, four coders."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from framing.analysis.choices import Choices
from framing.analysis.table import Tables, tables
from framing.corpus import read, told_in
from framing.report.blocks import Figure, Page
from framing.report.context import Context, context
from framing.report.figures.recipe import Measured
from framing.report.pages.countries import comparison_makers
from framing.report.pairing import Pairing, national
from framing.report.render import publish
from framing.words import page_languages
from tests.excerpt import excerpt
from tests.once import once
from tests.rendered import pages, rendered

Record = dict[str, Any]

settings.register_profile("framing", derandomize=True, deadline=None, max_examples=25)
settings.load_profile("framing")


class Study(NamedTuple):
    """The records that tables are made of."""

    registers: dict[str, Record]
    articles: list[Record]
    codings: list[Record]

    def tables(self) -> Tables:
        return tables(self.registers, self.articles, self.codings)


def outlet(name: str, country: str, panel: str = "core", closed: tuple[str, ...] = ()) -> Record:
    names = {"en": name.title(), "own": name, "short": name}
    return {
        "id": name, "panel": panel, "names": names, "language": country.lower(), "country": country,
        "ownership": "state" if country == "RU" else "private", "not_published": list(closed),
    }  # fmt: skip


def event(name: str, date: str, part_of: str | None = None) -> Record:
    return {
        "id": name, "labels": {"en": name}, "kind": "visit" if part_of else "umbrella", "actors": [], "date": date,
        "status": "happened", "certainty": "checked", "part_of": part_of, "salience": 1,
    }  # fmt: skip


def search(name: str, outlet: str, first: str, last: str, found: int, *events: str) -> Record:
    return {"id": name, "outlet": outlet, "from": first, "to": last, "found": found, "events": list(events)}


def article(name: str, outlet: str, published: str, **more: Any) -> Record:
    cited, source = more.pop("cited", published), {"basis": "primary_full", **more.pop("source", {})}
    return {
        "id": name, "outlet": outlet, "date": {"published": published, "status": "as_cited", "cited": cited},
        "headline": {"en": name}, "language": "ja", "genre": "news", "source": source, **more,
    }  # fmt: skip


def coding(article: str, coder: str, frames: str, event: str | None = None, **more: Any) -> Record:
    """``frames``: the primary frame and then the secondary ones; ``stance`` and ``voice`` are the variables."""
    primary, *secondary = frames.split()
    return {
        "article": article, "coder": coder, "codebook": "1.0.0", "phase": more.get("phase", "main"),
        "coded_at": "2026-11-22T09:00:00Z", "minutes": None, "event": {"id": event, "relation": more.get("relation", "reports")},
        "frames": {"primary": primary, "secondary": secondary},
        "values": {"voice": more.get("voice", "outlet"), "stance": more.get("stance", "not_expressed")},
        "evidence": [], "confidence": more.get("confidence", 3), "memo": None,
    }  # fmt: skip


ESSAY = {
    "id": "essay", "sampling": "purposive",
    "sections": [{"id": "s2", "quarter": "2014Q2", "theme": "war"}, {"id": "s4", "quarter": "2014Q4", "theme": "trade"}],
    "notes": [
        {"note": 7, "section": "s2", "cites": "Yomiuri", "articles": ["y2", "y3", "y4"]},
        {"note": 8, "section": "s4", "cites": "Asahi", "articles": ["a3"]},
        {"note": 9, "section": "s4", "cites": "a book", "articles": [], "no_article": "a book"},
    ],
}  # fmt: skip
NOTE_7 = {"basis": "secondary_paraphrase", "cites": "essay", "note": 7, "section": "s2", "bundle": "n7"}
NOTE_8 = {"basis": "secondary_paraphrase", "cites": "essay", "note": 8, "section": "s4"}


@pytest.fixture
def study() -> Study:
    """Records; ``b`` stands before ``a`` in the register, so that the first coder is not the first by name."""
    codebook = {
        "frames": [{"id": "war"}, {"id": "trade"}, {"id": "islands"}],
        "variables": [{"id": "voice", "level": "nominal"}, {"id": "stance", "level": "ordinal"}],
    }
    registers = {
        "codebook": codebook,
        "outlets": {"outlets": [
            outlet("yomiuri", "JP", closed=("2014-02-10",)), outlet("asahi", "JP"), outlet("rg", "RU"),
            outlet("review", "JP", "context"),
        ]},
        "events": {"events": [
            event("talks", "2014-01-01/2014-12-31"), event("visit", "2014-02-08", "talks"),
            event("summit", "2014-10-16/2014-10-17", "talks"),
        ]},
        "sources": {"sources": [ESSAY]},
        "searches": {"searches": [
            search("s-asahi", "asahi", "2014-01-01", "2014-12-31", 3),
            search("s-rg", "rg", "2014-07-01", "2014-09-30", 2),
            search("s-yomiuri", "yomiuri", "2014-10-01", "2014-10-31", 0, "summit"),
        ]},
        "coders": {"coders": [{"id": coder, "kind": "person"} for coder in ("b", "a", "c", "boss")]},
    }  # fmt: skip
    articles = [
        article("a1", "asahi", "2014-02-09"),
        article("a2", "asahi", "2014-03-20"),
        article("a3", "asahi", "2014-10-18", cited="2016-10-08", source=NOTE_8),
        article("y1", "yomiuri", "2014-02-09"),
        article("y2", "yomiuri", "2014-06-24", source=NOTE_7),
        article("y3", "yomiuri", "2014-06-28", source=NOTE_7),
        article("y4", "yomiuri", "2014-07-05", source=NOTE_7),
        article("y5", "yomiuri", "2014-12-01", excluded_because="what it said cannot be told"),
        article("r1", "rg", "2014-02-11"),
        article("r2", "rg", "2014-10-20"),
        article("r3", "rg", "2014-11-01"),
        article("v1", "review", "2014-10"),
    ]
    codings = [
        coding("a1", "a", "war islands", "visit", stance=1),
        coding("a1", "b", "war islands", "visit", stance=1, confidence=2),
        coding("a2", "a", "trade", stance=-1),
        coding("a2", "b", "war trade", stance=1),
        coding("a3", "a", "war", "summit", stance=0, voice="guest"),
        coding("a3", "b", "trade", "visit", stance=2, voice="unknown"),
        coding("a3", "c", "trade war", "summit", stance=2, voice="guest", relation="comments"),
        coding("y1", "a", "war", "visit"),
        coding("y1", "b", "trade", "visit"),
        coding("y1", "c", "islands", "visit"),
        coding("y2", "a", "war"),
        coding("y3", "a", "war"),
        coding("y4", "a", "islands"),
        coding("y5", "a", "war"),
        coding("r1", "a", "war", "visit"),
        coding("r1", "b", "trade", "visit"),
        coding("r1", "boss", "islands", "visit", phase="adjudicated", stance=-2),
        coding("r2", "a", "trade", "summit", stance="unknown"),
        coding("r2", "b", "trade", "summit", stance="unknown"),
        coding("r3", "a", "war", phase="training"),
        coding("v1", "a", "islands", "talks"),
    ]
    return Study(registers, articles, codings)


@pytest.fixture
def tidy(study: Study) -> Tables:
    """The tables of the shared study."""
    return study.tables()


@pytest.fixture(scope="session")
def shipped() -> Context:
    """The shipped study under the usual choices."""
    return context(read(Path(__file__).parent.parent), Choices())


@pytest.fixture(scope="session")
def shipped_pages(shipped: Context, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Every page of the report of the shipped study."""
    return once(tmp_path_factory, "pages", lambda: pages(shipped))


@pytest.fixture(scope="session")
def shipped_report(shipped: Context, shipped_pages: list[Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the report of the shipped study, as HTML and as Markdown; no test changes it."""

    def written() -> Path:
        folder = tmp_path_factory.mktemp("report")
        publish.write(folder, rendered(shipped, shipped_pages, "html", "markdown"))
        return folder

    return once(tmp_path_factory, "report", written)


@pytest.fixture(scope="session")
def shipped_told(
    shipped: Context, shipped_pages: list[Page], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Page]]:
    """Every page of the shipped study in each language; for their words: in all but English its pictures are left out."""
    _, *others = page_languages()

    def told() -> dict[str, list[Page]]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Measured, "block", lambda *_: Figure("", {"description": ""}, ""))
            spoken = {language: told_in(shipped.corpus, language) for language in others}
            return {language: pages(context(spoken[language], Choices(), language)) for language in others}

    return {"en": shipped_pages, **once(tmp_path_factory, "told", told)}


@pytest.fixture(scope="session")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A part of the simulated study under the usual choices."""
    return context(read(excerpt(tmp_path_factory.mktemp("demo"))), Choices())


@pytest.fixture(scope="session")
def shipped_ground(shipped: Context) -> Pairing:
    """What is compared in the shipped study."""
    found = national(shipped)
    assert found
    return found


@pytest.fixture(scope="session")
def simulated_ground(simulated: Context) -> Pairing:
    """What is compared in that part of the simulated study."""
    found = national(simulated)
    assert found
    return found


@pytest.fixture(scope="session")
def simulated_comparisons(simulated_ground: Pairing, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The pages that compare the sides of the simulated study, each test on them with few draws."""
    few = replace(
        simulated_ground, ctx=replace(simulated_ground.ctx, choices=simulated_ground.choices._replace(draws=199))
    )
    return once(tmp_path_factory, "comparisons", lambda: [made() for made in comparison_makers(few)])


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests: Playwright allows one driver in a process."""
    if not CHROMIUM and os.environ.get("FRAMING_BROWSER") != "required":
        pytest.skip("needs Chromium")
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()
