"""Tables and paragraphs for a paper: the same numbers as the report, in every form, opened again by others."""

import csv
import json
import re
import shutil
from pathlib import Path

import docx
import pytest
from lxml import html
from typer.testing import CliRunner, Result

from framing.cli import app, console
from framing.report.paper import TABLES, PaperTable
from framing.report.render.paper import FORMS, as_docx, as_latex

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests/examples/study"
WORDS = PaperTable(
    "Кадры",
    ("Frame", "n", "%"),
    (("戦争 & <peace>", "3", "50 %"), ("a_b|c", "−1", "-")),
    frozenset({1, 2}),
    "Of 6 articles.",
)


def ran(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def made(name: str, form: str, folder: Path, study: Path = EXAMPLE) -> bytes:
    path = folder / f"{name}.{form}"
    done = ran("table", name, "--format", form, "--output", path, "--study", study)
    assert done.exit_code == console.GOOD, done.output
    return path.read_bytes()


@pytest.mark.parametrize("name", ["reliability", "frames", "coverage"])
def test_every_form_has_the_same_cells(name: str, tmp_path: Path) -> None:
    rows = list(csv.reader(made(name, "csv", tmp_path).decode().splitlines()))
    assert len(rows) > 1
    made(name, "docx", tmp_path)
    document = docx.Document(str(tmp_path / f"{name}.docx"))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == rows
    page = html.fromstring(made(name, "html", tmp_path).decode())
    assert [[cell.text_content() for cell in row] for row in page.iter("tr")] == rows
    lines = [line for line in made(name, "md", tmp_path).decode().splitlines() if line.startswith("| ")]
    assert [
        [re.sub(r"\\(.)", r"\1", cell).strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines
    ] == rows
    assert made(name, "latex", tmp_path).decode().count(r" \\") == len(rows)


def test_the_report_says_the_same(tmp_path: Path) -> None:
    rows = list(csv.reader(made("reliability", "csv", tmp_path, ROOT).decode().splitlines()))
    at = rows[0].index("Alpha")
    report = (ROOT / "reports/reliability.md").read_text(encoding="utf-8")
    shown = [line for line in report.splitlines() if line.startswith("| ") and line.count("|") == len(rows[0]) + 1]
    assert [row[at] for row in rows[1:]] == [line.split("|")[at + 1].strip() for line in shown[1 : len(rows)]]


def test_latex_takes_every_sign_and_says_what_it_needs() -> None:
    text = as_latex(WORDS).decode()
    assert "xelatex" in text
    assert r"戦争 \& <peace> & 3 & 50 \% \\" in text
    assert r"a\_b|c & $-$1 & - \\" in text
    assert [text.count(rule) for rule in (r"\toprule", r"\midrule", r"\bottomrule")] == [1, 1, 1]
    assert "xelatex" not in as_latex(WORDS._replace(title="Frames", rows=(("war", "3", "50 %"),))).decode()
    assert r"\begin{longtable}" in as_latex(WORDS._replace(rows=WORDS.rows * 30)).decode()


def test_word_has_three_rules_and_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = as_docx(WORDS)
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    monkeypatch.setattr("sys.platform", "win32")
    assert as_docx(WORDS) == before


def test_what_there_is_none_of_is_said(tmp_path: Path) -> None:
    study = shutil.copytree(EXAMPLE, tmp_path / "study")
    for path in ("coded/codings/boris.jsonl", "coded/codings/carla/harbour-post-2026-03-03.json"):
        (study / path).unlink()
    done = ran("table", "reliability", "--study", study, "--reading", "coder:alba")
    assert done.exit_code == console.FAULTY
    assert done.stdout == ""
    assert ran("table", "relaibility").exit_code == console.USAGE
    assert ran("table", "frames", "--format", "docx", "--study", EXAMPLE).exit_code == console.USAGE


def test_methods_count_and_leave_open(tmp_path: Path) -> None:
    done = ran("methods", "--study", EXAMPLE)
    assert done.exit_code == console.GOOD, done.output
    text = done.stdout
    assert [f"### {name}" in text for name in ("Sampling", "Coding", "Reliability", "Analysis")] == [True] * 4
    articles = len(list((EXAMPLE / "coded/articles").iterdir()))
    assert f"The study has {articles} articles" in text
    assert "3 people" not in text  # the adjudicator coded nothing of the main phase
    assert "2 people" in text
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Question")]
    still = sum("**open**" in row for row in rows)
    assert f"{len(rows) - still} of {len(rows)} are answered by the study, {still} are open" in text
    study = shutil.copytree(EXAMPLE, tmp_path / "study")
    (study / "coded/searches.json").write_text(
        json.dumps({"$schema": "../schemas/searches.schema.json", "searches": []}, indent=2) + "\n"
    )
    assert "record them with framing searched" in ran("methods", "--study", study).stdout


def test_all_are_offered() -> None:
    shown = ran("table", "--help").stdout
    assert all(name in shown for name in (*TABLES, *FORMS))
