"""Intervals of shares of articles in clusters: against plain formulas, and by what they hold."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.floors import Z, wilson
from framing.analysis.intervals import EVENTS, share_intervals, student_t
from framing.compare.chance.design import Design
from framing.compare.shares import event_differences, share_differences

EVENT = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)).filter(lambda counts: sum(counts) > 0)


def cells(events: Sequence[Sequence[int]]) -> pl.DataFrame:
    """One row per answer, from its articles on each event."""
    counts = np.array(events, dtype=float)
    sizes = counts.sum(axis=1)
    return pl.DataFrame(
        {"weight": counts.sum(axis=0), "squares": (counts**2).sum(axis=0), "products": sizes @ counts}
    ).with_columns(
        n=pl.lit(sizes.sum()), clusters=pl.lit(len(sizes)), largest=pl.lit(sizes.max()), sizes=pl.lit((sizes**2).sum())
    )


def ends(events: Sequence[Sequence[int]]) -> list[tuple[float | None, float | None, str | None]]:
    return share_intervals(cells(events).lazy()).select("low", "high", "interval_by").collect().rows()


@pytest.mark.parametrize(
    ("degrees", "quantile"), [(3, 3.182), (4, 2.776), (5, 2.571), (9, 2.262), (10, 2.228), (30, 2.042), (120, 1.980)]
)
def test_quantiles_of_student(degrees: int, quantile: float) -> None:
    """Fisher and Yates (1963), Statistical Tables, table III."""
    assert pl.select(student_t(pl.lit(degrees + 1))).item() == pytest.approx(quantile, abs=0.004)


@given(st.lists(EVENT, min_size=EVENTS, max_size=12))
def test_intervals_by_plain_formulas(events: list[tuple[int, int, int]]) -> None:
    n, m = sum(map(sum, events)), len(events)
    found = ends(events)
    if n < 5:
        assert found == [(None, None, None)] * 3
        return
    if max(map(sum, events)) <= 1:
        assert {by for _, _, by in found} == {"articles"}
        return
    robust, simple = [], []
    for answer in range(3):
        share = sum(event[answer] for event in events) / n
        moved = sum((event[answer] - sum(event) * share) ** 2 for event in events)
        robust.append(m / (m - 1) * moved / n**2)
        simple.append(share * (1 - share) / n)
    mean = sum(robust) / sum(simple) if sum(simple) else n / m
    quantile = pl.select(student_t(pl.lit(m))).item()
    for answer, (low, high, by) in enumerate(found):
        own = robust[answer] / simple[answer] if simple[answer] else 1.0
        effective = n / max(1.0, mean, own)
        share = sum(event[answer] for event in events) / n
        middle = (share + quantile**2 / (2 * effective)) / (1 + quantile**2 / effective)
        half = quantile * sqrt(share * (1 - share) / effective + quantile**2 / (4 * effective**2))
        half /= 1 + quantile**2 / effective
        assert by == "events"
        assert (low, high) == pytest.approx((max(0, middle - half), min(1, middle + half)), abs=1e-9)


@given(st.lists(st.sampled_from([(1, 0, 0), (0, 1, 0), (0, 0, 1)]), min_size=5, max_size=20))
def test_of_one_article_an_event_it_is_wilsons(events: list[tuple[int, int, int]]) -> None:
    low, high = wilson(pl.col("weight"), pl.col("n"))
    plain = cells(events).select(low, high.alias("high")).rows()
    for (one, other, by), wilsons in zip(ends(events), plain, strict=True):
        assert by == "articles"
        assert (one, other) == pytest.approx(wilsons, abs=2e-9)


@given(st.lists(EVENT, min_size=EVENTS, max_size=12))
def test_it_holds_the_share_and_is_no_narrower_than_wilsons(events: list[tuple[int, int, int]]) -> None:
    n = sum(map(sum, events))
    for answer, (low, high, _) in enumerate(ends(events)):
        if low is None or high is None:
            continue
        share = sum(event[answer] for event in events) / n
        assert 0 <= low <= share + 1e-9
        assert share - 1e-9 <= high <= 1
        half = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)) / (1 + Z**2 / n)
        assert high - low >= min(1.0, 2 * half) * 0.999 - (low == 0 or high == 1)


@pytest.mark.parametrize("events", [[(8, 2, 0)], [(8, 2, 0), (1, 9, 0)]])
def test_between_fewer_than_three_events_nothing_is_told(events: list[tuple[int, int, int]]) -> None:
    assert ends(events) == [(None, None, None)] * 3


def test_where_every_article_has_one_frame_an_event_counts_as_one_article() -> None:
    """Ten articles on each of four events, all alike: nothing shows how much events differ."""
    (low, high, _), *_ = ends([(10, 0, 0)] * 4)
    quantile = pl.select(student_t(pl.lit(4))).item()
    assert (low, high) == pytest.approx((4 / (4 + quantile**2), 1.0))


# Shares of six frames; events differ in them as draws of a Dirichlet distribution do, with this share of the variation.
SHARES = np.array([0.5, 0.22, 0.14, 0.08, 0.04, 0.02])
STUDIES = 1200


def drawn(rng: np.random.Generator, events: int, between: float, articles: int) -> np.ndarray:  # type: ignore[type-arg]
    """(studies x events x frames) counts."""
    shares = rng.dirichlet(SHARES * (1 - between) / between, (STUDIES, events))
    return rng.multinomial(articles, shares)


@pytest.mark.parametrize("events", [3, 5, 10, 40])
@pytest.mark.parametrize("between", [0.02, 0.1, 0.2])
def test_intervals_of_shares_hold_the_truth(events: int, between: float) -> None:
    """Fifteen articles an event: at least .93 of the intervals of every frame; Wilson's alone hold it in as few as .55."""
    counts = drawn(np.random.default_rng(events), events, between, 15)
    rows = pl.concat(
        [cells(study).with_columns(study=pl.lit(place), true=SHARES) for place, study in enumerate(counts)]
    )
    found = share_intervals(rows.lazy(), ["study"]).collect()
    held = found.with_columns(held=pl.col("true").is_between("low", "high")).group_by("true").agg(pl.col("held").mean())
    assert held["held"].min() >= 0.93  # type: ignore[operator]  # Polars types a minimum by any column
    if events == 40 and between == 0.2:
        low, high = wilson(pl.col("weight"), pl.col("n"))
        assert rows.select(pl.col("true").is_between(low, high).mean()).item() < 0.75


def test_intervals_of_differences_hold_the_truth() -> None:
    """Papers whose frames move from event to event, each for itself: fifteen articles of both on each of ten events."""
    rng = np.random.default_rng(11)
    a, b = drawn(rng, 10, 0.1, 15)[:300], drawn(rng, 10, 0.1, 15)[:300]
    names, strata = tuple("abcdef"), tuple(f"e{place}" for place in range(10))
    held = np.zeros(6)
    for one, other in zip(a, b, strict=True):
        _, low, high = event_differences(Design(names, strata, np.eye(6), one, other))
        held += (low <= 0) & (high >= 0)
    assert (held / 300).min() >= 0.93


def test_what_was_taken_for_independent_stands_in_the_table() -> None:
    counts = np.array([[6, 4], [5, 5], [9, 1], [2, 8]])
    found = Design(("war", "trade"), ("a", "b", "c", "d"), np.eye(2), counts, counts[:, ::-1])
    told = [share_differences(found._replace(strata=found.strata[:k], a=found.a[:k], b=found.b[:k])) for k in (1, 2, 4)]
    assert [table["interval_by"][0] for table in told] == ["articles", None, "events"]
    assert [table["low"][0] is None for table in told] == [False, True, False]
    assert [table["low_a"][0] is None for table in told] == [False, True, False]
