"""How many units to double-code, and which."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.agreement.planning import CodingPlan, coding_plan, krippendorff_size, lacy_riffe_size, stratified_draw
from framing.refusal import Refusal


def test_lacy_and_riffe_sizes() -> None:
    assert [lacy_riffe_size(n) for n in (26, 100, 250, 500, 1000, 5000)] == [23, 59, 90, 110, 123, 136]


def test_krippendorff_sizes() -> None:
    assert [krippendorff_size(1 / 9, alpha) for alpha in (0.667, 0.8)] == [79, 134]
    assert [krippendorff_size(0.05, alpha) for alpha in (0.667, 0.8)] == [165, 280]


def test_the_plan_takes_the_larger_size_and_stops_at_the_census() -> None:
    assert coding_plan(1000, 1 / 9) == CodingPlan(123, 134, 134, census=False)
    assert coding_plan(26, 0.05) == CodingPlan(23, 280, 26, census=True)
    assert coding_plan(1, 0.5) == CodingPlan(1, krippendorff_size(0.5), 1, census=True)


def test_figures_out_of_range_are_refused() -> None:
    for plan in (coding_plan(0, 0.1), coding_plan(10, 0.0), coding_plan(10, 0.1, 1.0), coding_plan(10, 0.1, 0.8, 1.0)):
        assert isinstance(plan, Refusal)
        assert plan.code == "out_of_range"
        assert str(plan) == (
            "The plan was asked for shares outside 0 to 1, or for no unit. "
            "Needed: At least one unit, and shares between 0 and 1, both excluded."
        )


def test_the_plan_follows_what_is_expected_and_what_is_to_be_shown() -> None:
    """Lacy and Riffe by hand: SE = .05 / 1.645 = .0304, (999 SE^2 + 47.5) / (999 SE^2 + .0475) = 49.9."""
    assert coding_plan(1000, 0.2, 0.667, 0.95) == CodingPlan(50, 48, 50, census=False)
    assert (lacy_riffe_size(1000, 0.95), krippendorff_size(0.2, 0.667)) == (50, 48)


strata_lists = st.lists(st.sampled_from(["asahi", "yomiuri", "sankei", "nikkei", "rg"]), min_size=10, max_size=40)


@settings(deadline=None)
@given(strata_lists, st.one_of(st.integers(5, 9), st.integers(5, 50)), st.integers(0, 5))
def test_the_draw_is_proportional_complete_and_the_same_in_any_order(strata: list[str], n: int, seed: int) -> None:
    ids = [f"a{number:02}" for number in range(len(strata))]
    drawn = stratified_draw(ids, strata, n, seed)
    assert isinstance(drawn, list)
    assert len(drawn) == len(set(drawn)) == min(n, len(ids))
    of = dict(zip(ids, strata, strict=True))
    assert {of[unit] for unit in drawn} == set(strata)
    assert stratified_draw(ids[::-1], strata[::-1], n, seed) == drawn
    for stratum in set(strata):
        share = min(n, len(ids)) * strata.count(stratum) / len(ids)
        assert sum(of[unit] == stratum for unit in drawn) <= max(share + 1, 1)


@pytest.mark.parametrize(
    ("sizes", "n", "expected"),
    [
        ((60, 30, 10), 20, (12, 6, 2)),
        ((50, 30, 20), 7, (4, 2, 1)),
        ((97, 1, 1, 1), 10, (7, 1, 1, 1)),
        ((3, 2), 9, (3, 2)),
    ],
)
def test_strata_are_drawn_in_proportion(sizes: tuple[int, ...], n: int, expected: tuple[int, ...]) -> None:
    """Cochran (1977), ch. 5: proportional allocation by largest remainders, and one of each stratum at least."""
    strata = [str(stratum) for stratum, size in enumerate(sizes) for _ in range(size)]
    drawn = stratified_draw([f"{stratum}-{place}" for place, stratum in enumerate(strata)], strata, n, seed=0)
    assert isinstance(drawn, list)
    assert (
        tuple(Counter(unit.partition("-")[0] for unit in drawn)[str(stratum)] for stratum in range(len(sizes)))
        == expected
    )


def test_another_seed_draws_others() -> None:
    ids = [str(number) for number in range(100)]
    assert stratified_draw(ids, ["a"] * 100, 10, 1) != stratified_draw(ids, ["a"] * 100, 10, 2)


def test_draws_that_cannot_be_made_are_refused() -> None:
    assert stratified_draw(["a", "b"], ["x", "y"], 1, 0) == Refusal(
        "too_few_draws", "1 units cannot hold one of each of 2 strata.", "At least 2 units, or fewer strata."
    )
    assert stratified_draw(["a", "a"], ["x", "y"], 2, 0) == Refusal(
        "repeated_ids", "Some unit is listed twice.", "Each unit once."
    )
    assert stratified_draw([], [], 0, 0) == []
