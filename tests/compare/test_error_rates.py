"""Small seeded simulations: where nothing differs p is uniform and few are discovered; where something does, it is found."""

from collections.abc import Sequence

import numpy as np
import pytest

from framing.analysis.false_discovery import benjamini_hochberg
from framing.compare.chance.design import Design
from framing.compare.chance.permutation import association, expected, null, two_sided
from framing.compare.frames import answer_tests

STUDIES = 250
SHARES = np.array([0.3, 0.2, 0.15, 0.15, 0.1, 0.1])


def simulated(rng: np.random.Generator, sizes: Sequence[tuple[int, int]], moved: float = 0.0) -> Design:
    """Events that differ in their frames, and sides that differ by a planted shift from the first frame to the last."""
    other = SHARES + moved * np.array([-1, 0, 0, 0, 0, 1])
    a, b = [], []
    for n, m in sizes:
        topic = np.roll(np.array([0.1, -0.1, 0, 0, 0, 0]), rng.integers(1, 3))
        a.append(rng.multinomial(n, SHARES + topic))
        b.append(rng.multinomial(m, other + topic))
    return Design(
        tuple("abcdef"), tuple(f"e{place:02}" for place in range(len(sizes))), np.eye(6), np.array(a), np.array(b)
    )


def p_of(found: Design, draws: int) -> float:
    table = null(found, draws, seed=0)
    return table.tail(association(found, table.sums), float(association(found, found.totals_a[None])[0]))


def both_p(found: Design, rng: np.random.Generator) -> tuple[float, float]:
    """The p that is reported, and one that is uniform to the letter also for counts: of tables just as extreme, a part."""
    table = null(found, 399, seed=0)
    values, observed = association(found, table.sums), float(association(found, found.totals_a[None])[0])
    above, level = values > observed + 1e-9, np.abs(values - observed) <= 1e-9
    reported = table.tail(values, observed)
    if table.exact:
        return reported, float(table.chance[above].sum() + rng.random() * table.chance[level].sum())
    return reported, float((above.sum() + rng.random() * (level.sum() + 1)) / (len(values) + 1))


@pytest.mark.parametrize("sizes", [[(8, 6)], [(3, 4)] * 8])
def test_p_is_uniform_where_nothing_differs(sizes: list[tuple[int, int]]) -> None:
    rng = np.random.default_rng(11)
    reported, uniform = np.array([both_p(simulated(rng, sizes), rng) for _ in range(STUDIES)]).T
    for level in (0.05, 0.1, 0.25, 0.5, 0.75, 0.9):
        error = 3 * np.sqrt(level * (1 - level) / STUDIES)
        assert np.mean(uniform <= level) == pytest.approx(level, abs=error)
        assert np.mean(reported <= level) <= level + error


def test_p_of_one_frame_never_promises_too_much() -> None:
    """Exact tests of discrete counts are conservative: never more rejections than their level."""
    rng = np.random.default_rng(12)
    p = []
    for _ in range(150):
        p += answer_tests(simulated(rng, [(6, 5), (4, 7), (3, 3)]))["p"].drop_nulls().to_list()
    for level in (0.05, 0.1, 0.25):
        assert np.mean(np.array(p) <= level) <= level + 3 * np.sqrt(level * (1 - level) / len(p))


def test_planted_difference_is_found() -> None:
    rng = np.random.default_rng(13)
    found = [p_of(simulated(rng, [(6, 6)] * 12, moved=0.25), 399) < 0.05 for _ in range(40)]
    assert np.mean(found) > 0.85


def test_false_discoveries_are_held() -> None:
    """Ten comparisons of six frames, two of them planted in half of the comparisons: the rate stays below .05."""
    rng = np.random.default_rng(14)
    shares, powers = [], []
    for _ in range(40):
        p, planted = [], []
        for place in range(6):
            moved = 0.28 if place % 2 else 0.0
            table = answer_tests(simulated(rng, [(10, 10)] * 3, moved))
            for answer, value in table.select("answer", "p").drop_nulls().iter_rows():
                p.append(value)
                planted.append(bool(moved) and answer in "af")
        discovered = benjamini_hochberg(np.array(p)) <= 0.05
        shares.append(float(np.mean(~np.array(planted)[discovered])) if discovered.any() else 0.0)
        powers.append(float(discovered[np.array(planted)].mean()))
    assert np.mean(shares) < 0.05
    assert np.mean(powers) > 0.2


def test_events_that_differ_are_no_difference_of_sides() -> None:
    """One side writes mostly on the one event, the other on the other, whose frames differ: pooled they would differ."""
    rng = np.random.default_rng(15)
    topics = np.array([[0.7, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.7]])
    p = []
    for _ in range(100):
        a = np.array([rng.multinomial(n, share) for n, share in zip((20, 4), topics, strict=True)])
        b = np.array([rng.multinomial(n, share) for n, share in zip((4, 20), topics, strict=True)])
        found = Design(tuple("abcd"), ("x", "y"), np.eye(4), a, b)
        p.append(float(two_sided(null(found, 199), expected(found)[0])[0]))
    assert np.mean(np.array(p) < 0.05) < 0.12
