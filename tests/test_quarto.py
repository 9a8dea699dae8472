"""The paper for Quarto: every chunk and every value in its text is computed, from the files beside it alone."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from framing.analysis import measure
from framing.analysis.reading import Reading, reading
from framing.cli import app
from framing.corpus import read as corpus_at
from tests.excerpt import of_two_events

ROOT = Path(__file__).parent.parent
CHUNK = re.compile(r"^```\{python\}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`\{python\} (.+?)`")
TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)


def rendered(study: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The document with what its chunks print and its values in their places, as Quarto would have it."""
    done = CliRunner().invoke(app, ["export", str(folder), "--study", str(study), "--format", "quarto"])
    assert done.exit_code == 0, done.output
    monkeypatch.chdir(folder)
    space: dict[str, Any] = {}

    def run(chunk: re.Match[str]) -> str:
        with redirect_stdout(StringIO()) as printed:
            exec(compile(chunk[1], "paper.qmd", "exec"), space)
        return printed.getvalue()

    text = CHUNK.sub(run, Path("paper.qmd").read_text(encoding="utf-8"))
    return INLINE.sub(lambda found: str(eval(found[1], space)), text)


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    drawn = of_two_events(tmp_path_factory.mktemp("quarto"))
    return {"shipped": ROOT, "example": ROOT / "tests/examples/study", "simulated": drawn}


@pytest.mark.parametrize("name", ["shipped", "example", "simulated"])
def test_all_that_it_computes_stands_in_three_whole_tables(
    studies: dict[str, Path], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = rendered(studies[name], tmp_path / "out", monkeypatch)
    tables = TABLE.findall(text)
    assert len(tables) == 3
    for table in tables:
        assert len({line.replace("\\|", "").count("|") for line in table.splitlines()}) == 1
        assert len(table.splitlines()) > 2
    assert "{python}" not in text
    assert "None" not in text
    assert "null" not in text


def test_its_numbers_are_those_of_the_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = corpus_at(ROOT)
    read = reading(study.tables)
    assert isinstance(read, Reading)
    text = rendered(ROOT, tmp_path / "out", monkeypatch)
    _, table, _ = TABLE.findall(text)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    names = dict(study.tables.outlets.select(pl.col("outlet").cast(pl.String), "name").iter_rows())
    labels = {frame["id"]: frame["labels"]["en"] for frame in study.codebook["frames"]}
    told = {(row[0], name): cell for row in rows[2:] for name, cell in zip(rows[0][1:], row[1:], strict=True)}
    cells = measure.frame_shares(read.frames, read.articles).to_dicts()
    assert len(cells) == len(told)
    for row in cells:
        cell = told[labels[row["frame"]], names[row["outlet"]]]
        assert cell.startswith(f"{row['articles']} of {row['of']}")
        assert ("%" in cell) == (row["shown"] == "estimate")
        together = row["shown"] == "estimate" and row["n"] != row["of"]
        assert (f"% of {row['n']:g} descriptions" in cell) == together
    assert "descriptions" in table
    assert f"{study.tables.articles.height}` articles" not in text
    assert f"holds {study.tables.articles.height} articles of" in text


def test_a_share_says_of_what_it_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(ROOT, tmp_path / "out", monkeypatch)
    space: dict[str, Any] = {}
    beginning = CHUNK.search(Path("paper.qmd").read_text(encoding="utf-8"))
    assert beginning
    exec(beginning[1], space)
    assert space["alike"]
    row = {"articles": 4, "of": 12, "n": 12.0, "share": 1 / 3, "shown": "estimate", "low": None}
    apart = row | {"n": 8.4, "share": 0.5, "low": 0.2, "high": 0.8}
    assert space["cell"](row) == "4 of 12 (33%)"
    assert space["cell"](apart) == "4 of 12 (50% of 8.4 descriptions, 95 % CI 20% to 80%)"
    space["alike"] = False
    assert space["cell"](apart) == "4 of 12 (50%, weighted, 95 % CI 20% to 80%)"
