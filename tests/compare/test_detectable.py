"""The difference that could have been found: published numbers, the power it promises, and the symmetry of the sides."""

from math import comb

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.false_discovery import benjamini_hochberg, family
from framing.analysis.subjects import Subject
from framing.compare.chance.design import Design
from framing.compare.chance.permutation import expected, null, two_sided
from framing.compare.detectable import detectable_difference, detectable_differences, excluding_difference, levels
from framing.compare.shares import event_differences, share_differences
from framing.compare.verdicts import leveled, verdicts

counts = st.lists(st.tuples(*[st.integers(1, 12)] * 4), min_size=1, max_size=5)


def design(rows: list[tuple[int, int, int, int]]) -> Design:
    """Events with two answers on two sides."""
    cells = np.array(rows)
    return Design(("war", "trade"), tuple(f"e{n}" for n in range(len(rows))), np.eye(2), cells[:, :2], cells[:, 2:])


@pytest.mark.parametrize(
    ("p", "other", "n", "power"),
    [
        (0.5, 0.75, 50, 0.7401659),
        (0.5, 0.8026, 50, 0.90),
        (0.5, 0.75, 76.7, 0.90),
    ],
)
def test_the_examples_of_r(p: float, other: float, n: float, power: float) -> None:
    """``power.prop.test`` of R 4, as its help page and its print give it; no continuity correction."""
    found = detectable_difference(p, (n, n), power=power, continuity=0)
    assert found == pytest.approx(other - p, abs=2e-4)


@pytest.mark.parametrize(
    ("p", "other", "n"), [(0.10, 0.20, 219), (0.20, 0.30, 313), (0.25, 0.40, 165), (0.40, 0.50, 407)]
)
def test_the_table_of_fleiss(p: float, other: float, n: int) -> None:
    """Fleiss (1981), Statistical Methods for Rates and Proportions, 2nd ed., table A.3: .05, two-sided, power .80."""
    found = detectable_difference(p, (n, n))
    assert found == pytest.approx(other - p, abs=5e-4)


@pytest.mark.parametrize(("base", "n_a", "n_b"), [(0.1, 30, 20), (0.3, 25, 25), (0.5, 20, 35)])
def test_the_test_finds_it_four_times_in_five(base: float, n_a: int, n_b: int) -> None:
    """The exact power of the test that is made, summed over every table that two samples can give."""
    found = detectable_difference(base, (n_a, n_b))
    assert found is not None
    power = min(_power(base, base + found, n_a, n_b), _power(base + found, base, n_a, n_b))
    assert 0.75 <= power <= 0.92


def _power(p_a: float, p_b: float, n_a: int, n_b: int) -> float:
    total = 0.0
    for a in range(n_a + 1):
        for b in range(n_b + 1):
            one = Design(("war", "trade"), ("e",), np.eye(2), np.array([[a, n_a - a]]), np.array([[b, n_b - b]]))
            if two_sided(null(one), expected(one)[0])[0] <= 0.05:
                total += _binomial(a, n_a, p_a) * _binomial(b, n_b, p_b)
    return total


def _binomial(k: int, n: int, p: float) -> float:
    return comb(n, k) * p**k * (1 - p) ** (n - k)


def test_over_events_that_differ_test_and_interval_find_it_four_times_in_five() -> None:
    """Twelve events in which both sides move together: what is promised of a typical draw is kept by all."""
    rng = np.random.default_rng(5)
    base, n_a, n_b, events = 0.25, 14, 10, 12

    def drawn(apart: float) -> Design:
        tilt = np.clip(base + rng.normal(0, 0.05, events), 0.02, 0.6)
        a, b = rng.binomial(n_a, tilt + apart), rng.binomial(n_b, tilt)
        return design(list(zip(a, n_a - a, b, n_b - b, strict=True)))

    promised = [detectable_differences(drawn(0.0), np.array([0.05, 0.05]))[0] for _ in range(60)]
    typical = float(np.median([value for value in promised if value is not None]))
    found = 0
    for _ in range(150):
        sample = drawn(typical)
        difference, low, high = (part[0] for part in event_differences(sample))
        p = two_sided(null(sample, 499, 1), expected(sample)[0])[0]
        found += bool(p <= 0.05 and (low > 0 or high < 0) and difference > 0)
    assert 0.7 <= found / 150 <= 0.95


@given(st.floats(0.01, 0.99), st.integers(2, 500), st.integers(2, 500))
def test_it_does_not_matter_which_side_is_the_first_nor_what_is_counted(base: float, n_a: int, n_b: int) -> None:
    found = detectable_difference(base, (n_a, n_b))
    again = detectable_difference(1 - base, (n_b, n_a))
    assert found == (None if again is None else pytest.approx(again, abs=1e-9))


@given(st.floats(0.05, 0.5), st.integers(20, 200))
def test_more_articles_find_smaller_differences(base: float, n: int) -> None:
    few, many = detectable_difference(base, (n, n)), detectable_difference(base, (2 * n, 2 * n))
    assert many is not None
    assert few is None or many < few
    strict = detectable_difference(base, (2 * n, 2 * n), level=0.001)
    assert strict is None or many < strict
    outside = excluding_difference(base, (2 * n, 2 * n))
    assert outside is not None
    assert outside > 0


def test_few_articles_could_find_nothing() -> None:
    assert detectable_difference(0.3, (4, 4), level=0.001) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_a_p_is_a_discovery_exactly_where_it_passes_its_level(p: list[float]) -> None:
    values = np.array(p)
    q, found = benjamini_hochberg(values), levels(values)
    clear = np.abs(q - 0.05) > 1e-9
    assert ((q <= 0.05) == (values <= found))[clear].all()


@pytest.mark.parametrize(("tests", "found"), [(3, 3), (7, 5), (9, 5), (11, 11)])
def test_a_p_of_exactly_its_level_is_a_discovery_with_that_level(tests: int, found: int) -> None:
    """A computer holds five times a seventh of .05 as more than five times .05, over seven."""
    p = np.array([0.05 / tests * found] * found + [0.9] * (tests - found))
    assert family(pl.DataFrame({"p": p}))["discovery"].sum() == found
    assert levels(p)[0] == pytest.approx(0.05 * found / tests)


@given(counts)
def test_exchanging_the_sides_mirrors_the_verdict(rows: list[tuple[int, int, int, int]]) -> None:
    mirrored = [(*row[2:], *row[:2]) for row in rows]
    one, other = (_verdicts(design(which)) for which in (rows, mirrored))
    swapped = {"larger": "smaller", "smaller": "larger"}
    assert [swapped.get(name, name) for name in one["verdict"]] == other["verdict"].to_list()
    for here, there in zip(one["detectable"], other["detectable"], strict=True):
        assert here == (None if there is None else pytest.approx(there))


def _verdicts(found: Design) -> pl.DataFrame:
    p = two_sided(null(found, 199, 3), expected(found)[0])
    tests = family(pl.DataFrame({"test": [str(Subject("frame", name)) for name in found.answers], "p": p}))
    return verdicts(found, share_differences(found), leveled(tests))


def test_what_is_found_in_these_articles_alone_is_unclear() -> None:
    """The test of articles passes, and the interval, which asks of further events too, holds 0."""
    rows = [(12, 1, 1, 12), (9, 4, 1, 12), (6, 7, 9, 4)]
    found = _verdicts(design(rows))
    assert found["q_bh"].max() <= 0.05  # type: ignore[operator]
    assert (found["low"] * found["high"]).max() < 0  # type: ignore[operator]
    assert found["verdict"].to_list() == ["unclear", "unclear"]
