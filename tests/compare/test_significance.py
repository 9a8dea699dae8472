"""The level itself counts, wherever a p or a q is asked: .05 agrees, is a discovery, and is not refused as out of reach."""

from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement.groups import GroupReliability, differing
from framing.analysis.false_discovery import family
from framing.analysis.significance import LEVEL, significant
from framing.analysis.table import tables
from framing.chart.choices import specification_curve
from framing.chart.style import style
from framing.compare.chance.design import Design
from framing.compare.chance.paper_test import fewest_papers
from framing.compare.chance.permutation import PermutationTest, null, permutation_test, smallest_attainable_p
from framing.compare.chance.whole_events import too_few_events
from framing.compare.grid import Grid, readings
from framing.compare.robustness import Claim, agreement, multiverse
from framing.compare.sides import sides
from framing.refusal import Refusal
from tests.conftest import article, coding, event, outlet, search

WRITTEN = {("asahi", "visit"): 1, ("asahi", "summit"): 4, ("rg", "visit"): 3, ("rg", "summit"): 1}
"""4 × 5 arrangements: the smallest p is 1/20, which a computer sums up to a little more."""


@given(st.integers(1, 400).map(lambda hundred: 20 * hundred))
def test_a_sum_of_probabilities_that_is_the_level_counts(arrangements: int) -> None:
    chance = np.full(arrangements, 1 / arrangements)
    assert significant(float(chance[: arrangements // 20].sum()))
    assert not significant(float(chance[: arrangements // 20 + 1].sum()))


def test_nothing_else_counts() -> None:
    table = pl.DataFrame({"p": [0.0, LEVEL, 0.051, None]}).select(significant(pl.col("p")))
    assert table["p"].to_list() == [True, True, False, None]


@pytest.mark.parametrize("tests", [1, 2, 3, 6, 7])
def test_a_family_of_tests_at_the_level_are_discoveries(tests: int) -> None:
    """3 × .05 / 3 is more than .05 to a computer, and three such tests were once no discoveries."""
    assert family(pl.DataFrame({"test": "x", "p": [LEVEL] * tests}))["discovery"].all()
    assert differing([GroupReliability("stance", "Stance", {}, LEVEL, 3 * LEVEL / 3)])


def test_what_can_reach_the_level_is_not_refused() -> None:
    found = Design(("war", "trade"), ("x", "y"), np.eye(2), np.array([[1, 0], [4, 0]]), np.array([[0, 3], [0, 1]]))
    test = permutation_test(found, null(found))
    assert isinstance(test, PermutationTest)
    assert test.p == test.smallest_p == pytest.approx(LEVEL)
    assert smallest_attainable_p([(1, 19)]) == smallest_attainable_p([(3, 3), (1, 1)]) == LEVEL
    assert fewest_papers(4) == 3
    assert too_few_events(3, 3, 1) is None


def test_a_claim_whose_p_is_the_level_agrees() -> None:
    """It was once refused as out of reach, and where it was not, counted only below the level."""
    papers = {"asahi": "war", "rg": "trade"}
    named = [(f"{paper}-{about}-{n}", paper, about) for (paper, about), m in WRITTEN.items() for n in range(m)]
    days = {"visit": "2014-02-08", "summit": "2014-10-16"}
    registers: dict[str, Any] = {
        "codebook": {
            "frames": [{"id": "war"}, {"id": "trade"}],
            "variables": [{"id": "voice", "level": "nominal"}, {"id": "stance", "level": "ordinal"}],
        },
        "outlets": {"outlets": [outlet("asahi", "JP"), outlet("rg", "RU")]},
        "events": {"events": [event(name, day, "talks") for name, day in days.items()] + [event("talks", "2014")]},
        "sources": {"sources": []},
        "searches": {"searches": [search(f"s-{paper}", paper, "2014-01-01", "2014-12-31", 4) for paper in papers]},
        "coders": {"coders": [{"id": "a", "kind": "person"}]},
    }
    articles = [article(name, paper, days[about]) for name, paper, about in named]
    study = tables(registers, articles, [coding(name, "a", papers[paper], about) for name, paper, about in named])
    chosen = sides("asahi,rg", study.outlets)
    assert not isinstance(chosen, Refusal)
    pair, grid = (chosen[0], chosen[1]), Grid(("majority",))
    for claim in (Claim(), Claim("war")):
        found = multiverse(study, claim, readings(study, pair, grid))
        assert found["p"].unique().to_list() == pytest.approx([LEVEL])
        assert agreement(found) == (1, 1, 1)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "p at most .05"), ("ja", "pが.05以下"), ("ru", "p не больше 0,05")]
)
def test_the_chart_says_that_the_level_counts(language: str, words: str) -> None:
    row = {"reading": "majority", "basis": "published", "bundles": "together", "voices": "all", "window": "any day"}
    table = pl.DataFrame(
        {
            **row,
            "role": "primary",
            "n_a": 4,
            "n_b": 4,
            "estimate": 1.0,
            "p": LEVEL,
            "refused": None,
            "agrees": True,
            "distinct": True,
        }
    )
    codebook = {"frames": [], "variables": [], "groups": [], "missing": [], "confidence": {"values": []}}
    assert words in str(specification_curve(table, style(codebook, [], [], language)).to_dict())
