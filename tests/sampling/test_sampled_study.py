"""A whole study whose articles were drawn: finished or not, by readings, comparisons, pages and exports."""

import json
import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from framing.analysis.choices import Choices
from framing.analysis.measure import frame_shares
from framing.analysis.reading import Reading, reading
from framing.cli import app
from framing.compare.selection import selection
from framing.compare.sides import sides
from framing.corpus import read
from framing.refusal import Refusal
from framing.report.context import context
from framing.study import canonical, check
from tests.explorer import opened, shown, written
from tests.sampling.test_cli_sample import sample_of, with_articles

CODING = Path(__file__).parents[1] / "examples/study/coded/codings/alba/harbour-post-2026-03-03.json"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Twelve articles drawn from thirty with unequal probabilities, all but the last of them coded."""
    root = with_articles(tmp_path)
    words = ["sample", "windows", "5", "--window", "-1..+1", "--write", "--study", str(root)]
    assert CliRunner().invoke(app, words).exit_code == 0
    for chosen in sample_of(root)["articles"][:-1]:
        code(root, chosen["article"])
    return root


def code(root: Path, article: str) -> None:
    record: dict[str, Any] = json.loads(CODING.read_bytes()) | {
        "article": article,
        "event": {"id": None, "relation": None},
    }
    record["evidence"] = [{**item, "kind": "paraphrase", "locator": "1"} for item in record["evidence"]]
    (root / f"coded/codings/alba/{article}.json").write_bytes(canonical.as_file(record))


def drawn(root: Path) -> Reading:
    found = reading(read(root).tables, "coder:alba")
    assert isinstance(found, Reading)
    kept = pl.col("article").str.starts_with("t-")
    return found._replace(articles=found.articles.filter(kept), frames=found.frames.filter(kept))


def test_a_draw_is_a_sample_when_all_of_it_is_read(study: Path) -> None:
    assert [str(fault) for fault in check.faults(study)] == []
    waiting = drawn(study)
    assert set(waiting.articles["sampling"]) == {"unfinished"}
    assert frame_shares(waiting.frames, waiting.articles, ())["low"].is_null().all()
    code(study, sample_of(study)["articles"][-1]["article"])
    whole = drawn(study)
    assert set(whole.articles["sampling"]) == {"census", "probability"}
    shares = frame_shares(whole.frames, whole.articles, ())
    assert set(shares["interval_by"]) == {"draw"}
    assert shares["low"].is_not_null().all()


def test_what_was_left_out_with_a_reason_is_not_waited_for(study: Path) -> None:
    name = sample_of(study)["articles"][-1]["article"]
    path = study / "coded/articles.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    reason = {"excluded_because": "The archive has nothing but its headline."}
    path.write_bytes(b"".join(
        canonical.as_line(json.loads(line) | reason) if json.loads(line)["id"] == name else line for line in lines
    ))  # fmt: skip
    assert "unfinished" not in set(drawn(study).articles["sampling"])


def test_comparisons_of_unequal_probabilities_are_refused(study: Path) -> None:
    tables = read(study).tables
    found = reading(tables, "coder:alba")
    assert isinstance(found, Reading)
    refusal = selection(tables, found, sides("harbour-post,kaiko-shimbun", tables.outlets))  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unequal_probabilities"


def test_pages_tell_how_articles_were_drawn(study: Path, tmp_path: Path) -> None:
    code(study, sample_of(study)["articles"][-1]["article"])
    done = CliRunner().invoke(app, ["report", "--study", str(study), "--reading", "coder:alba"])
    assert done.exit_code == 0, done.output
    index = (study / "reports/index.md").read_text(encoding="utf-8")
    pages = [path.read_text(encoding="utf-8") for path in (study / "reports").rglob("*.md")]
    assert not [page for page in pages if re.search(r"Counted in \d+ articles, which rest on", page)]
    assert "drawn from a list of 30 (seed 0)" in " ".join(index.split())
    assert "Shares are of the list that the articles were drawn from" in " ".join(index.split())
    out = tmp_path / "tables"
    assert CliRunner().invoke(app, ["export", str(out), "--format", "csv", "--study", str(study)]).exit_code == 0
    assert "inclusion" in next(out.rglob("*article*.csv")).read_text(encoding="utf-8")


@pytest.mark.browser
def test_the_page_of_choices_counts_a_draw_as_the_tables_do(study: Path, tmp_path: Path, chromium: Any) -> None:
    """Weighted, on floors of as many articles of equal weight as would say as much; descriptions are not what was drawn."""
    code(study, sample_of(study)["articles"][-1]["article"])
    ctx = context(read(study), Choices(rule="coder:alba"))
    with opened(chromium, written(ctx, tmp_path)) as page:
        numbers = shown(page)
        told = page.locator("#explore-rests").inner_text()
    assert isinstance(ctx.reading, Reading)
    assert "description" not in told
    found = frame_shares(ctx.reading.frames, ctx.reading.articles, ("outlet",)).filter(pl.col("articles") > 0)
    assert found.filter(pl.col("n") < pl.col("of") - 0.01).height
    cells = {(cell["value"], cell["group"]): cell for cell in numbers["shares"]}
    for row in found.to_dicts():
        cell = cells[row["frame"], row["outlet"]]
        assert (float(cell["weight"]), float(cell["n"]), cell["shown"]) == (
            pytest.approx(row["weight"]), pytest.approx(row["n"]), row["shown"],
        )  # fmt: skip
