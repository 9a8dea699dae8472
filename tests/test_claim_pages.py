"""Claims about coverage as pages show them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report.blocks import Line, Number, Page, Table
from framing.report.context import Context, context
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.ledger import ledger
from tests.overlay import STUDY

LEDGER, DOSSIER = "strait-review-claims", "claims"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(STUDY, tmp_path / "study")
    return tmp_path / "study"


def shown(folder: Path) -> Context:
    return context(read(folder), Choices(rule="majority"))


def edited(folder: Path, change: Any) -> None:
    path = folder / "coded/claims.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record["claims"])
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def rows(page: Page, place: str) -> list[list[str]]:
    section = next(section for section in page.sections if section.place == place)
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [[_text(cell) for cell in row] for row in table.rows]


def _text(cell: Line) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in cell)


def test_the_ledger_has_every_claim_in_order_of_its_period(folder: Path) -> None:
    found = rows(ledger(shown(folder)), LEDGER)
    assert [row[0] for row in found] == ["2026Q1", "2026Q2"]
    assert found[0][1:4] == [
        "Kaiko Shimbun",
        "expectation",
        "The paper gives the line little time. Events: First ferry.",
    ]
    assert found[0][4] == "2026Q1, note 1"
    assert found[1][1] == "The press (country not stated)"
    assert found[1][5].startswith("not testable: the source does not say whose press")


def test_a_dossier_has_the_claims_about_the_paper_and_the_press_of_its_country(folder: Path) -> None:
    russian = {"group": "press", "country": "RU", "in_study": True}
    edited(folder, lambda claims: claims[0].update(about=russian))
    ctx = shown(folder)
    assert [row[1] for row in rows(dossier(ctx, "kaiko-shimbun"), DOSSIER)] == ["Kaiko Shimbun"]
    assert "claims" not in {section.place for section in dossier(ctx, "harbour-post").sections}
    everything = context(read(folder), Choices(rule="majority", panel="all"))
    assert [row[1] for row in rows(dossier(everything, "more"), DOSSIER)] == ["The press of Russia"]


def test_an_event_has_the_claims_that_name_it(folder: Path) -> None:
    ctx = shown(folder)
    [row] = rows(event_page(ctx, "e1-first-ferry"), DOSSIER)
    assert row[3].startswith("The paper gives")
    assert "claims" not in {section.place for section in event_page(ctx, "e2-fare-talks").sections}


def test_a_study_without_claims_has_no_empty_heading(folder: Path) -> None:
    for name in ("claims", "questions"):
        (folder / f"coded/{name}.json").unlink()
    assert LEDGER not in {section.place for section in ledger(shown(folder)).sections}


def test_whoever_the_study_does_not_read_is_named_so(folder: Path) -> None:
    capital = {"group": "capital", "country": "US", "name": "Washington", "in_study": False}
    edited(folder, lambda claims: claims[0].update(about=capital))
    found = rows(ledger(shown(folder)), LEDGER)[1]
    assert found[1] == "Washington (the capital of the United States); no such source in the study"
    assert found[5] == "not testable: the study has no articles by those described"


def test_a_refuted_omission_leads_to_the_article_that_refutes_it(shipped_pages: list[Page]) -> None:
    (page,) = [page for page in shipped_pages if page.stem == "outlet-rg"]
    assert "contradicted (1 otherwise; 1 known only through the source that claims it)" in [
        row[5] for row in rows(page, DOSSIER)
    ]
    assert Number("1", ("rg-2014-08-26",)) in page.numbers()
