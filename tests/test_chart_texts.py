"""What stands in the figures of whole studies: every text and every number of every chart is read."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.chart import picture
from framing.chart.parts import plain
from framing.corpus import read
from framing.refusal import Refusal
from framing.report import Choices, context
from framing.report.context import Context
from framing.report.figures import CHARTS, drawn
from tests.excerpt import excerpt

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module", params=["shipped", "simulated"])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Context:
    root = ROOT if request.param == "shipped" else excerpt(tmp_path_factory.mktemp("demo"))
    return context(read(root), Choices())


def leaves(node: Any) -> Iterator[Any]:
    """Every text and number of a specification, wherever it stands."""
    if isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from leaves(part)
    else:
        yield node


def test_records_beyond_those_named_are_counted() -> None:
    table = pl.DataFrame({"records": [[f"a{k}" for k in range(count)] for count in (0, 1, 8, 9, 20)]})
    assert plain(table)["records"].to_list() == [
        "", "a0", "a0, a1, a2, a3, a4, a5, a6, a7", "a0, a1, a2, a3, a4, a5, a6, a7 … +1",
        "a0, a1, a2, a3, a4, a5, a6, a7 … +12",
    ]  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_of_a_figure_counts_more_than_the_study_holds(study: Context, name: str) -> None:
    chart = drawn(name, study)
    if isinstance(chart, Refusal):
        pytest.skip(chart.code)
    held = list(leaves(picture.spec(chart)))
    counted = [int(more) for text in held if isinstance(text, str) for more in re.findall(r"… \+(\d+)", text)]
    assert all(0 < more <= len(study.corpus.articles) for more in counted)
    # A difference of unsigned numbers that went below zero is close to a power of two, or a long row of digits in a text.
    assert [text for text in held if isinstance(text, str) and re.search(r"(?<![\w.#-])\d{8,}", text)] == []
    assert [n for n in held if isinstance(n, int | float) and not isinstance(n, bool) and abs(n) in wrapped()] == []


def wrapped() -> set[int]:
    return {2**bits - k for bits in (16, 32, 64) for k in range(1, 2000)}
