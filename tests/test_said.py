"""What nobody said is not put into anybody's mouth: sources, what all or some articles are, and the first of a day."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report.blocks import Listing, Page, Paragraph
from framing.report.cautions import banner
from framing.report.context import Context, context
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.sections.limits import limits_section
from framing.report.speech import plain
from framing.study.begin.entries import Known, proposal
from framing.study.vocabulary import UNSTATED
from framing.words import page_languages
from tests.ferries import ferries


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ferries(tmp_path_factory.mktemp("said") / "study")


def in_words(page: Page) -> str:
    return " ".join(
        plain(block.text) for part in page.sections for block in part.blocks if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize(
    ("kind", "name", "stands"),
    [("event", "date_source", UNSTATED), ("event", "certainty", "unchecked"), ("outlet", "described_by", UNSTATED)],
)
def test_no_source_is_proposed_that_nobody_named(kind: str, name: str, stands: str) -> None:
    assert proposal(kind, name, {"label": "First ferry"}, Known()) == stands


@pytest.mark.parametrize("language", page_languages())
def test_an_event_without_a_source_says_so(study: Path, language: str) -> None:
    corpus = read(study)
    registers = deepcopy(dict(corpus.registers))
    registers["events"][0] |= {"date_source": UNSTATED, "certainty": "unchecked"}
    ctx = context(replace(corpus, registers=registers), Choices(), language)
    told = in_words(event_page(ctx, registers["events"][0]["id"]))
    assert plain(ctx.say("event-date-unstated", certainty="unchecked")) in told
    assert UNSTATED not in told


@pytest.mark.parametrize(("language", "every"), [("en", "all are"), ("ja", "すべて"), ("ru", "все известны")])
def test_what_holds_for_every_article_is_said_of_every_article(shipped: Context, language: str, every: str) -> None:
    told = banner(context(shipped.corpus, Choices(), language))
    assert every in told
    assert shipped.say.text("warning-machine", every="no") not in told


@pytest.mark.parametrize("language", page_languages())
def test_all_papers_of_the_first_day_are_named(study: Path, language: str) -> None:
    ctx = context(read(study), Choices(), language)
    told = plain(next(part.blocks[0].text for part in event_page(ctx, "ferry-2").sections if part.place == "brief"))  # type: ignore[union-attr]
    papers = [ctx.outlet_short(paper) for paper in ("harbour-post", "kaiko-shimbun")]
    assert all(paper in told for paper in papers)


def test_descriptions_of_several_articles_are_told_in_one_line(shipped: Context) -> None:
    rows = shipped.articles.head(4).with_columns(
        bundle=pl.Series(["n1", "n1", "n2", "n2"]), weight=pl.lit(0.5), panel=pl.lit("core")
    )
    [listed] = [block for block in limits_section(shipped, rows, shipped.outlets).blocks if isinstance(block, Listing)]
    told = [plain(item) for item in listed.items if "together" in plain(item)]
    assert len(told) == 1
    assert "In 2 places" in told[0]


@pytest.mark.parametrize("language", page_languages())
def test_an_unknown_owner_is_told_once(study: Path, language: str) -> None:
    corpus = read(study)
    registers = deepcopy(dict(corpus.registers))
    registers["outlets"][0] |= {"owner": "unknown", "ownership": "unknown", "described_by": UNSTATED}
    ctx = context(replace(corpus, registers=registers), Choices(), language)
    told = in_words(dossier(ctx, registers["outlets"][0]["id"]))
    assert plain(ctx.say("dossier-owner-unknown")) in told
    assert plain(ctx.say("dossier-undescribed")) in told
