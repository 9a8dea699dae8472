"""Weights and variances of random draws: against a published example, by enumeration, and through a whole study."""

from collections.abc import Sequence
from itertools import combinations, product
from math import sqrt
from statistics import mean, pvariance, variance
from typing import Any

import narwhals as nw
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.drawn import DRAWN, draw_moments, draw_totals
from framing.analysis.floors import wilson
from framing.analysis.intervals import student_t
from framing.analysis.measure import frame_shares, position_summary
from framing.compare.sampling import unequal
from framing.refusal import Refusal

AGSTRAT = [(220, 21, 97629.8, 7647472708), (1054, 103, 300504.2, 29618183543), (1382, 135, 211315.0, 53587487856),
           (422, 41, 662295.5, 396185950266)]  # fmt: skip
"""Acres of farmland in four regions: counties, sampled, mean, variance. Lohr (2022), Sampling, 3rd ed., example 3.2."""


def with_moments(n: int, centre: float, spread: float) -> list[float]:
    """Some values with a mean and a variance."""
    raw = [float(number) for number in range(n)]
    scale = sqrt(spread / variance(raw))
    return [centre + scale * (value - mean(raw)) for value in raw]


def moments(rows: Sequence[tuple[str, str, int, int, float]]) -> float:
    """The variance of a total: rows are stratum, unit, drawn, size, weighted value."""
    columns = ["draw_stratum", "draw_unit", "draw_taken", "draw_size", "weight"]
    table = pl.LazyFrame(list(rows), schema=columns, orient="row").with_columns(group=pl.lit("all"))
    pieces = table.with_columns(size=pl.lit(0.0)).drop("weight")
    found = (
        draw_moments(
            nw.from_native(table.drop("draw_taken", "draw_size")), ["group"], nw.from_native(pieces), ["group"]
        )
        .to_native()
        .collect()
    )
    return float(found["draw_squares"].item())


def test_a_stratified_total_has_lohrs_standard_error() -> None:
    rows = [
        (f"{size}", f"{size} {number}", drawn, size, size / drawn * value)
        for size, drawn, centre, spread in AGSTRAT
        for number, value in enumerate(with_moments(drawn, centre, spread))
    ]
    assert sum(row[-1] for row in rows) == pytest.approx(909_736_034, rel=1e-6)
    assert sqrt(moments(rows)) == pytest.approx(50_417_248, rel=1e-7)


def test_the_variance_is_unbiased_over_all_draws() -> None:
    """Two strata, 2 of 4 and 3 of 5, every draw once: the mean of the estimates is the variance of the totals."""
    strata = {"a": ([1.0, 4.0, 4.0, 9.0], 2), "b": ([0.0, 1.0, 0.0, 2.0, 7.0], 3)}
    totals, estimates = [], []
    for draws in product(*(list(combinations(enumerate(values), n)) for values, n in strata.values())):
        rows = [
            (name, f"{name}{place}", n, len(values), len(values) / n * value)
            for (name, (values, n)), drawn in zip(strata.items(), draws, strict=True)
            for place, value in drawn
        ]
        totals.append(sum(row[-1] for row in rows))
        estimates.append(moments(rows))
    assert mean(totals) == pytest.approx(28.0)
    assert mean(estimates) == pytest.approx(pvariance(totals))


def drawn(shares: Sequence[tuple[str, int, int, int]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles and frames: of each outlet, a stratum, its size, how many were drawn and how many of these say war."""
    rows: list[dict[str, Any]] = [
        {
            "article": f"{name}{number}", "outlet": name, "sampling": "probability", "cluster": f"{name}{number}",
            "inclusion": taken / size, "draw_stratum": name, "draw_unit": f"{name}{number}", "draw_taken": taken,
            "draw_size": size, "frame": "war" if number < hits else "trade", "role": "primary",
        }
        for name, size, taken, hits in shares
        for number in range(taken)
    ]  # fmt: skip
    table = pl.DataFrame(rows)
    weights = (1 / pl.col("inclusion")) / (1 / pl.col("inclusion")).mean()
    table = table.with_columns(relative=weights, weight=weights)
    return table.drop("frame", "role"), table


def test_a_simple_draw_has_the_finite_population_correction() -> None:
    articles, frames = drawn([("x", 60, 20, 10)])
    war = frame_shares(frames, articles, ()).filter(pl.col("frame") == "war").row(0, named=True)
    assert (war["articles"], war["of"], war["weight"], war["n"], war["share"]) == (10, 20, 10.0, 20.0, 0.5)
    effect = (1 - 20 / 60) * 20 / 19
    quantile = pl.select(student_t(pl.lit(20))).item()
    low, high = pl.select(
        *(
            end.alias(name)
            for end, name in zip(wilson(pl.lit(10 / effect), pl.lit(20 / effect), quantile), "ab", strict=True)
        )
    ).row(0)
    assert war["interval_by"] == "draw"
    assert (war["low"], war["high"]) == (pytest.approx(low), pytest.approx(high))


def test_a_share_is_that_of_the_frame_and_not_of_the_articles() -> None:
    """10 of 100 and 10 of 10: of the first all say war, of the second none; the frame has 100 of 110."""
    articles, frames = drawn([("daily", 100, 10, 10), ("weekly", 10, 10, 0)])
    war = frame_shares(frames, articles, ()).filter(pl.col("frame") == "war").row(0, named=True)
    assert war["share"] == pytest.approx(100 / 110)
    assert war["n"] == pytest.approx(110**2 / (10 * 100 + 10), abs=1e-6)
    assert war["articles"] == 10
    n = war["n"] / (0.9 * 1000 / 1010)  # strata do not vary inside: as uncertain as without them
    low, high = wilson(pl.lit(n * 100 / 110), pl.lit(n), student_t(pl.lit(10)))
    assert (war["low"], war["high"]) == pytest.approx(pl.select(low=low, high=high).row(0), abs=1e-6)


def test_floors_go_by_the_effective_number() -> None:
    """Three articles that stand for 500 are three."""
    articles, frames = drawn([("daily", 1500, 3, 2), ("weekly", 12, 12, 0)])
    by_outlet = frame_shares(frames, articles).filter(pl.col("outlet") == "daily")
    assert by_outlet["shown"].cast(pl.String).to_list() == ["count", "count"]
    assert by_outlet["low"].to_list() == [None, None]
    values = frames.with_columns(variable=pl.lit("stance"), score=1, missing=None, ground=None)
    summary = position_summary(values, ["stance"]).filter(pl.col("outlet") == "daily")
    assert summary["median"].to_list() == [None]


def test_domains_count_the_units_that_hold_none_of_them() -> None:
    """A share of days drawn together: by hand, with Särndal, Swensson and Wretman's linearised totals of days."""
    rows = [("m1", 4, 4), ("m2", 1, 0), ("m3", 0, 0), ("m4", 5, 0)]  # day, articles, of these war; 4 of 10 Mondays
    table = pl.DataFrame(
        [
            {"article": f"{day}{number}", "weight": 1.0, "relative": 1.0, "sampling": "probability", "cluster": f"{day}{number}",
             "inclusion": 0.4, "draw_stratum": "Monday", "draw_unit": day, "draw_taken": 4, "draw_size": 10,
             "frame": "war" if number < war else "trade", "role": "primary"}
            for day, articles, war in rows
            for number in range(articles)
        ]
    )  # fmt: skip
    share = 4 / 10
    residuals = [war - share * articles for _, articles, war in rows]
    expected = (1 - 0.4) * 4 / 3 * sum(value**2 for value in residuals) / 10**2
    simple = share * (1 - share) / 10
    low, high = wilson(pl.lit(4 * simple / expected), pl.lit(10 * simple / expected), student_t(pl.lit(4)))
    war = frame_shares(table, table.drop("frame", "role"), ()).filter(pl.col("frame") == "war")
    assert war.select("low", "high").row(0) == pytest.approx(pl.select(low=low, high=high).row(0), abs=1e-6)


def test_one_unit_of_a_stratum_shows_no_variation() -> None:
    articles, frames = drawn([("x", 30, 1, 1), ("y", 30, 9, 3)])
    assert frame_shares(frames, articles, ())["low"].to_list() == [None, None]
    totals = (
        draw_totals(nw.from_native(articles.lazy().with_columns(size=pl.col("weight"))), ["sampling"])
        .to_native()
        .collect()
    )
    assert totals["draw_alone"].to_list() == [True]


def test_comparisons_refuse_unequal_probabilities_and_take_rounded_ones() -> None:
    apart, _ = drawn([("daily", 100, 10, 10), ("weekly", 10, 10, 0)])
    alike, _ = drawn([("daily", 101, 10, 10), ("weekly", 48, 5, 0)])
    found = unequal(apart)
    assert isinstance(found, Refusal)
    assert "probabilities from 0.1 to 1" in found.reason
    assert unequal(alike) is None


def test_intervals_hold_the_share_of_the_frame() -> None:
    """Simulated: a stratified draw with unequal probabilities, 150 times; nineteen of twenty intervals hold, or more."""
    rng = np.random.default_rng(1)
    frame = {"daily": rng.random(300) < 0.3, "weekly": rng.random(40) < 0.8, "monthly": rng.random(20) < 0.5}
    truth = sum(values.sum() for values in frame.values()) / 360
    held = 0
    for _ in range(150):
        chosen = [(name, len(values), 12, int(rng.permutation(values)[:12].sum())) for name, values in frame.items()]
        articles, frames = drawn(chosen)
        war = frame_shares(frames, articles, ()).filter(pl.col("frame") == "war").row(0, named=True)
        held += war["low"] <= truth <= war["high"]
    assert held / 150 >= 0.93


@given(st.lists(st.tuples(st.sampled_from("xy"), st.sampled_from("efg"), st.booleans()), min_size=1, max_size=30))
def test_a_draw_that_drew_nothing_changes_no_share(coded: list[tuple[str, str, bool]]) -> None:
    rows = [
        {"article": f"{number}", "outlet": outlet, "cluster": cluster, "frame": "war" if war else "trade"}
        for number, (outlet, cluster, war) in enumerate(coded)
    ]
    plain = pl.DataFrame(rows).with_columns(role=pl.lit("primary"), sampling=pl.lit("census"), weight=1.0)
    undrawn = plain.with_columns(pl.lit(None, of).alias(name) for name, of in DRAWN.items())
    for by in ([], ["outlet"]):
        assert frame_shares(undrawn, undrawn, by).equals(frame_shares(plain, plain, by))
