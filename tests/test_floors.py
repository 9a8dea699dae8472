"""What the numbers may say: the table of floors and the Wilson interval."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.floors import FLOORS, SHARE, SHOWN, SIDE, shown, wilson


def interval(hits: float, n: float) -> tuple[float | None, float | None]:
    low, high = wilson(pl.col("hits"), pl.col("n"))
    return pl.DataFrame({"hits": [hits], "n": [n]}).select(low=low, high=high).row(0)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(1, 1, 0.21, 1.00), (0, 1, 0, 0.79), (0, 4, 0, 0.49), (1, 4, 0.05, 0.70), (0, 20, 0, 0.16)],
)
def test_wilson_gives_the_figures_of_the_method(hits: int, n: int, low: float, high: float) -> None:
    assert interval(hits, n) == pytest.approx((low, high), abs=0.005)


def test_wilson_gives_a_published_figure() -> None:
    # Newcombe (1998), Statistics in Medicine 17:857, table I, method 3: 81 of 263 and 15 of 148
    assert interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert interval(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)


def test_of_nothing_there_is_no_interval() -> None:
    assert interval(0, 0) == (None, None)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_interval_holds_the_share_and_is_symmetric(cell: tuple[int, int]) -> None:
    hits, n = cell
    low, high = interval(hits, n)
    assert low is not None
    assert high is not None
    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1
    assert interval(n - hits, n) == pytest.approx((1 - high, 1 - low))


def test_floors_rise_and_name_what_is_shown() -> None:
    assert [floor.articles for floor in FLOORS] == [0, 1, 5, 10]
    assert (SHARE, SIDE) == (5, 4)


@pytest.mark.parametrize(
    ("articles", "word"),
    [(0, "nothing"), (1, "count"), (4, "count"), (4.99, "count"), (5, "indicative"), (9, "indicative"), (10, "estimate"),
     (428, "estimate"), (None, None)],
)  # fmt: skip
def test_shown_follows_the_table(articles: float | None, word: str | None) -> None:
    cell = pl.DataFrame({"of": [articles]}, schema={"of": pl.Float64}).select(shown(pl.col("of")))
    assert cell.schema["shown"] == SHOWN
    assert cell.item() == word
