"""What stands in the figures of whole studies: every text and every number of every chart is read."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from framing.analysis.choices import Choices
from framing.chart import picture
from framing.corpus import read
from framing.refusal import Refusal
from framing.report.context import Context, context
from framing.report.figures import FIGURES, drawn
from tests.excerpt import excerpt
from tests.figures import Figures
from tests.test_chart import shape

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"


class Drawn(dict[str, dict[str, Any] | Refusal]):
    """The figures of one study as specifications, each made once."""

    def __init__(self, root: Path) -> None:
        self.study: Context = context(read(root), Choices())
        self.figures = Figures(self.study)

    def __missing__(self, name: str) -> dict[str, Any] | Refusal:
        found = self.figures.drawn(name)
        self[name] = found if isinstance(found, Refusal) else picture.spec(found)
        return self[name]


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return Drawn(excerpt(tmp_path_factory.mktemp("demo")))


@pytest.fixture(scope="module")
def shipped() -> Drawn:
    return Drawn(ROOT)


@pytest.fixture(params=["shipped", "simulated"])
def figures(request: pytest.FixtureRequest) -> Drawn:
    found: Drawn = request.getfixturevalue(request.param)
    return found


def golden(spec: dict[str, Any]) -> str:
    """A figure as a golden file has it: the specification, and of each of its tables the size and the first row."""
    tables = [{"rows": len(rows), "first": rounded(rows[0])} for rows in spec["datasets"].values() if rows]
    return json.dumps({**shape(spec), "tables": tables}, ensure_ascii=False, indent=1) + "\n"


def rounded(row: dict[str, Any]) -> dict[str, Any]:
    """A row that is the same on every machine."""
    return {key: float(f"{value:.6g}") if isinstance(value, float) else value for key, value in row.items()}


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_the_table_is_as_it_was(simulated: Drawn, name: str) -> None:
    spec = simulated[name]
    assert not isinstance(spec, Refusal)
    path, found = GOLDEN / f"{name}.json", golden(spec)
    if os.environ.get("FRAMING_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert path.exists(), "the figure has no golden file: FRAMING_GOLDEN=write pytest, and read it"
    assert found == path.read_text(encoding="utf-8"), "looked at it and meant it? FRAMING_GOLDEN=write pytest"


def test_every_golden_file_is_of_a_figure() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(FIGURES)


def leaves(node: Any) -> Iterator[Any]:
    """Every text and number of a specification, wherever it stands."""
    if isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from leaves(part)
    else:
        yield node


@pytest.mark.parametrize("name", FIGURES)
def test_no_text_of_a_figure_counts_more_than_the_study_holds(figures: Drawn, name: str) -> None:
    spec = figures[name]
    if isinstance(spec, Refusal):
        pytest.skip(spec.code)
    held = list(leaves(spec))
    # A difference of unsigned numbers that went below zero is close to a power of two, or a long row of digits in a text.
    assert [text for text in held if isinstance(text, str) and re.search(r"(?<![\w.#-])\d{8,}", text)] == []
    assert [n for n in held if isinstance(n, int | float) and not isinstance(n, bool) and abs(n) in wrapped()] == []


@pytest.mark.parametrize("name", FIGURES)
def test_what_a_study_holds_is_drawn_before_anybody_has_coded_it(shipped: Drawn, name: str) -> None:
    """Coverage is of articles, reliability of codings; every other figure needs a reading, and is refused without one."""
    uncoded = replace(shipped.study, reading=Refusal("nothing_coded", "No article has been coded.", "Codings."))
    found = drawn(name, uncoded)
    assert isinstance(found, Refusal) == (name not in {"coverage", "reliability"})


def wrapped() -> set[int]:
    return {2**bits - k for bits in (16, 32, 64) for k in range(1, 2000)}
