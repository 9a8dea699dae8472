"""Every statistic against a published example or a plain recomputation."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from framing.analysis.false_discovery import benjamini_hochberg, benjamini_yekutieli, family
from framing.analysis.floors import Z
from framing.compare import divergence
from framing.compare.chance.design import Design, design
from framing.compare.chance.permutation import null
from framing.compare.divergence import (
    cramers_v,
    divergences,
    jensen_shannon,
    log_odds,
    with_histogram,
)
from framing.compare.frames import answer_tests
from framing.compare.ordinal import medians, ordinal_differences, superiority_interval, superiority_parts
from framing.compare.selection import Selection
from framing.compare.shares import event_differences, newcombe, share_differences

# Benjamini and Hochberg (1995), table 1: fifteen tests of a trial of thrombolysis.
TRIAL = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
]  # fmt: skip
counts = arrays(np.int64, (2, 4), elements=st.integers(0, 9)).filter(lambda table: bool((table.sum(axis=1) > 0).all()))


def counted(a: Sequence[Sequence[int]], b: Sequence[Sequence[int]]) -> Design:
    """Strata as lists of counts per answer, one answer per unit."""
    strata = tuple(f"e{place:03}" for place in range(len(a)))
    return Design(tuple(f"f{place}" for place in range(len(a[0]))), strata, np.eye(len(a[0])), np.array(a), np.array(b))


# --- shares ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
        ((10, 10, 0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe(cells: tuple[int, int, int, int], low: float, high: float) -> None:
    """Newcombe (1998), Statistics in Medicine 17:873, table II, method 10."""
    down, up = newcombe(*map(pl.lit, cells))
    assert pl.select(low=down, high=up).row(0) == pytest.approx((low, high), abs=5.1e-5)


def test_difference_of_events_by_hand() -> None:
    """Mantel-Haenszel risk difference, event by event; Yan and Su's interval solved numerically, not by Wilson's formula."""
    found = counted([[6, 4], [5, 7], [1, 3]], [[3, 7], [2, 8], [2, 9]])
    top = bottom = 0.0
    weights = []
    for (a, c), (b, d) in zip(found.a.tolist(), found.b.tolist(), strict=True):
        top += (a * (b + d) - b * (a + c)) / (a + b + c + d)
        weights.append((a + c) * (b + d) / (a + b + c + d))
        bottom += weights[-1]
    w = np.array(weights) / bottom
    apart = [x[0] / sum(x) - y[0] / sum(y) for x, y in zip(found.a.tolist(), found.b.tolist(), strict=True)]
    moved = sum((weight * (one - top / bottom)) ** 2 for weight, one in zip(w, apart, strict=True)) * 3 / 2
    sides = [
        (float((w * n[:, 0] / n.sum(axis=1)).sum()), float((w**2 / n.sum(axis=1)).sum())) for n in (found.a, found.b)
    ]
    effect = max(1.0, moved / sum(share * (1 - share) * spread for share, spread in sides))
    ends = []
    for share, spread in sides:
        grid = np.linspace(0, 1, 1_000_001)
        quantile = 4.2707  # Student's, two degrees of freedom, by the series
        inside = grid[(share - grid) ** 2 <= quantile**2 * effect * spread * grid * (1 - grid)]
        ends.append((share, inside[0], inside[-1]))
    (a, low_a, high_a), (b, low_b, high_b) = ends
    difference, low, high = event_differences(found)
    assert difference[0] == pytest.approx(top / bottom)
    assert low[0] == pytest.approx(a - b - np.hypot(a - low_a, high_b - b), abs=1e-4)
    assert high[0] == pytest.approx(a - b + np.hypot(high_a - a, b - low_b), abs=1e-4)


@pytest.mark.parametrize(("share_a", "share_b"), [(0.55, 0.3), (0.03, 0.03)])
def test_intervals_of_differences_cover(share_a: float, share_b: float) -> None:
    """Twelve sparse events, 400 studies: at least about 95 % of the intervals hold the planted difference."""
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(400):
        a, b = rng.binomial(5, share_a, 12), rng.binomial(4, share_b, 12)
        found = counted(np.column_stack([a, 5 - a]).tolist(), np.column_stack([b, 4 - b]).tolist())
        _, low, high = event_differences(found)
        held += int(low[0] <= share_a - share_b <= high[0])
    assert held / 400 >= 0.93


def test_an_interval_does_not_exclude_zero_where_no_shuffling_could() -> None:
    """One hit in 356 articles over three events: p is 1, so the interval must hold 0."""
    found = counted([[0, 9], [0, 10], [0, 4]], [[1, 119], [0, 113], [0, 100]])
    _, low, high = event_differences(found)
    assert low[0] < 0 < high[0]
    assert answer_tests(found)["p"][0] == pytest.approx(1)


def test_what_events_the_sides_wrote_about_is_not_a_difference() -> None:
    """Simpson's paradox: equal shares inside both events, unequal numbers of articles on them."""
    found = counted([[16, 4], [1, 4]], [[4, 1], [4, 16]])
    row = share_differences(found).row(0, named=True)
    assert row["share_a"] - row["share_b"] == pytest.approx(0.36)
    assert row["difference"] == pytest.approx(0)
    assert row["event_a"] == pytest.approx(row["event_b"])


# --- divergence -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "m", "mean"), [(1, 1, 0.89), (2, 24, 0.79), (5, 5, 0.74), (10, 10, 0.59), (20, 20, 0.41), (50, 50, 0.24)]
)
def test_jensen_shannon_of_identical_populations(n: int, m: int, mean: float) -> None:
    rng = np.random.default_rng(n)
    a, b = (rng.multinomial(size, [1 / 9] * 9, 20_000).astype(float) for size in (n, m))
    assert jensen_shannon(a, b).mean() == pytest.approx(mean, abs=0.01)


def test_jensen_shannon_by_hand() -> None:
    """Of (1/2, 1/2, 0) and (0, 1/2, 1/2): half a bit of divergence."""
    assert jensen_shannon(np.array([1.0, 1.0, 0.0]), np.array([0.0, 2.0, 2.0])) == pytest.approx(np.sqrt(0.5))


@given(counts)
@settings(max_examples=60, deadline=None)
def test_jensen_shannon_is_a_symmetric_distance(table: np.ndarray) -> None:  # type: ignore[type-arg]  # hypothesis
    a, b = table.astype(float)
    assert 0 <= jensen_shannon(a, b) <= 1
    assert jensen_shannon(a, b) == pytest.approx(jensen_shannon(b, a))
    assert jensen_shannon(a, 3 * a) == pytest.approx(0, abs=1e-6)


def test_cramers_v_of_a_published_example() -> None:
    """ClickHouse manual, cramersVBiasCorrected: 150 numbers by their remainders after division by 10 and by 4."""
    table = np.zeros((10, 4))
    np.add.at(table, (np.arange(150) % 10, np.arange(150) % 4), 1)
    assert cramers_v(table) == pytest.approx(0.5305112825189074)


@given(counts)
@settings(max_examples=60, deadline=None)
def test_cramers_v_by_the_formula(table: np.ndarray) -> None:  # type: ignore[type-arg]  # hypothesis
    used = table[:, table.sum(axis=0) > 0].astype(float)
    n, k = used.sum(), used.shape[1]
    value = float(cramers_v(table.astype(float)))
    if k < 2 or n < 3:
        return
    fitted = np.outer(used.sum(axis=1), used.sum(axis=0)) / n
    phi2 = ((used - fitted) ** 2 / fitted).sum() / n
    smaller = min(k - (k - 1) ** 2 / (n - 1), 2 - 1 / (n - 1)) - 1
    if smaller > 1e-9:
        assert value == pytest.approx(min(1.0, np.sqrt(max(0, phi2 - (k - 1) / (n - 1)) / smaller)))


def test_divergence_is_no_larger_than_shuffling_gives_where_nothing_differs() -> None:
    rng = np.random.default_rng(5)
    percentiles = []
    for _ in range(60):
        found = counted([rng.multinomial(8, [0.2] * 5).tolist()], [rng.multinomial(8, [0.2] * 5).tolist()])
        percentiles.append(divergences(found, null(found, 500))["percentile"].to_list()[1])
    assert 0.4 < np.mean(percentiles) < 0.7
    assert np.mean(np.array(percentiles) > 0.95) < 0.15


@pytest.mark.parametrize("batch", [1, 7, 100])
def test_divergences_do_not_depend_on_how_many_are_worked_out_at_once(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Design(tuple("xyz"), ("e",), np.eye(3), np.array([[5, 3, 2]]), np.array([[1, 4, 6]]))
    table = null(found)
    whole = with_histogram(found, table)
    monkeypatch.setattr(divergence, "BATCH", batch)
    for one, other in zip(with_histogram(found, table), whole, strict=True):
        assert one.equals(other)


def test_histogram_holds_the_whole_null() -> None:
    found = counted([[5, 3, 2]], [[2, 4, 4]])
    _, bins = with_histogram(found, null(found))
    shares = bins.group_by("measure").agg(pl.col("share").sum())
    assert shares["share"].to_list() == pytest.approx([1, 1])


def test_log_odds_by_hand() -> None:
    """Monroe, Colaresi and Quinn (2008): (y + a) / (n + a0 - y - a), with the prior 9 spread as the pooled shares."""
    found = counted([[8, 2, 0]], [[3, 5, 2]])
    alpha = 9 * np.array([11, 7, 2]) / 20
    odds_a = (np.array([8, 2, 0]) + alpha) / (19 - np.array([8, 2, 0]) - alpha)
    odds_b = (np.array([3, 5, 2]) + alpha) / (19 - np.array([3, 5, 2]) - alpha)
    table = log_odds(found)
    np.testing.assert_allclose(table["log_odds"], np.log(odds_a / odds_b))
    assert table["z"].to_list() == pytest.approx(
        (table["log_odds"] / ((table["high"] - table["low"]) / (2 * Z))).to_list()
    )


def test_log_odds_are_as_uncertain_as_their_events() -> None:
    """Alike in every event: as of independent articles. Opposite in one of five: less certain. Two events: not known."""
    alike, mixed = [[8, 2, 2]] * 5, [[8, 2, 2]] * 4 + [[0, 12, 0]]
    plain = log_odds(counted([[40, 10, 10]], [[10, 40, 10]]))
    rows = [log_odds(counted(a, [[2, 8, 2]] * len(a))) for a in (alike, mixed, alike[:2])]
    width = [(table["high"] - table["low"])[0] for table in (plain, rows[0], rows[1])]
    assert width[1] / width[0] == pytest.approx(2.776 / Z, abs=0.002)
    assert width[2] > 1.5 * width[1]
    assert rows[2].select("low", "high", "z").row(0) == (None, None, None)
    assert rows[2]["log_odds"][0] == pytest.approx(log_odds(counted([[16, 4, 4]], [[4, 16, 4]]))["log_odds"][0])


def test_log_odds_of_a_frame_that_nobody_used_is_null() -> None:
    assert log_odds(counted([[8, 2, 0]], [[3, 5, 0]]))["log_odds"].to_list()[2] is None


# --- ordered scales -------------------------------------------------------------------------------------------


def test_superiority_of_hanley_and_mcneil() -> None:
    """Hanley and McNeil (1982), table I: 58 normal and 51 abnormal images on five grades; area .893, error .032."""
    normal, abnormal = [33, 6, 6, 11, 2], [3, 2, 2, 11, 33]
    found = Design(tuple("12345"), ("e",), np.eye(5), np.array([abnormal]), np.array([normal]))
    parts, constant = superiority_parts(found)
    value = constant + float((found.a * parts).sum())
    assert value == pytest.approx(0.893, abs=5e-4)
    low, high = superiority_interval(value, [(51, 58)])
    assert (high - low) / (2 * Z) == pytest.approx(0.032, abs=0.002)
    for end in (low, high):
        star = (51 + 58) / 2 - 1
        variance = end * (1 - end) * (1 + star * ((1 - end) / (2 - end) + end / (1 + end))) / (51 * 58)
        assert abs(value - end) == pytest.approx(Z * np.sqrt(variance), rel=1e-6)


def test_superiority_at_its_ends_has_an_interval() -> None:
    low, high = superiority_interval(1.0, [(5, 5)])
    assert low == pytest.approx(1 - superiority_interval(0.0, [(5, 5)])[1])
    assert 0.5 < low < high == 1.0


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.integers(0, 3), st.integers(-2, 2)),
        min_size=2,
        max_size=14,
    )
)
@settings(max_examples=80, deadline=None)
def test_superiority_is_counting_pairs(cases: list[tuple[str, str, int, int]]) -> None:
    """Also where articles of one bundle disagree: a unit is higher by the share of its articles that are."""
    units: dict[tuple[str, str, int], list[int]] = {}
    for side, event, bundle, score in cases:
        units.setdefault((side, event, bundle), []).append(score)
    top = bottom = 0.0
    for event in "xy":
        a, b = ([scores for (who, where, _), scores in units.items() if (who, where) == (side, event)] for side in "ab")
        if not a or not b:
            continue
        wins = [
            float(np.mean([(x > y) + (x == y) / 2 for x, y in product(one, other)])) for one, other in product(a, b)
        ]
        weight = len(a) * len(b) / (len(a) + len(b))
        top, bottom = top + weight * float(np.mean(wins)), bottom + weight
    names = [f"n{place}" for place in range(len(cases))]
    sides, events, bundles, scores = (list(column) for column in zip(*cases, strict=True))
    articles = pl.DataFrame(
        {"article": names, "side": sides, "stratum": events, "unit": [f"u{bundle}" for bundle in bundles]}
    )
    answers = articles.select("article", "side", answer=pl.Series([str(score) for score in scores]))
    found = design(articles, answers, ["-2", "-1", "0", "1", "2"], ("a", "b"))
    both = (
        found._replace(**{"a": found.a[kept], "b": found.b[kept]})
        if (kept := (found.n_a > 0) & (found.n_b > 0)).any()
        else None
    )
    if both is None:
        assert bottom == 0
        return
    parts, constant = superiority_parts(both)
    assert constant + float((both.a * parts).sum()) == pytest.approx(top / bottom)


def ordered(a: list[int], b: list[int]) -> dict[str, float]:
    names = [f"n{place}" for place in range(len(a) + len(b))]
    sides = ["a"] * len(a) + ["b"] * len(b)
    articles = pl.DataFrame({"article": names, "side": sides, "stratum": "e", "unit": names})
    values = articles.select("article", "side", variable=pl.lit("stance"), score=pl.Series(a + b))
    return ordinal_differences(Selection(articles, articles, values, ("a", "b")), {"stance": list(range(1, 11))}).row(
        0, named=True
    )


@pytest.mark.parametrize(
    ("ranks", "p"), [([6, 7, 8, 9, 10], 0.0079), ([4, 7, 8, 9, 10], 0.0317), ([1, 2, 3, 4, 5], 0.0079)]
)
def test_exact_p_of_mann_and_whitney(ranks: list[int], p: float) -> None:
    """Mann and Whitney (1947), table I, two samples of five: P(U <= 0) = .004, P(U <= 2) = .016, doubled."""
    assert ordered(ranks, [rank for rank in range(1, 11) if rank not in ranks])["p"] == pytest.approx(p, abs=5e-5)


def test_medians_are_told_and_superiority_is_tested() -> None:
    """Of 70 deals of 1 to 8, two part the sides wholly. The medians of two such sides differ by 4, and have no p."""
    found = ordered([5, 6, 7, 8], [1, 2, 3, 4])
    assert (found["median_a"], found["median_b"], found["difference"]) == (6.5, 2.5, 4.0)
    assert found["p"] == pytest.approx(2 / 70)
    assert [name for name in found if name.startswith("p")] == ["p"]


def test_medians_of_counts_are_medians() -> None:
    rng = np.random.default_rng(1)
    scores = rng.integers(-2, 3, (200, 7))
    totals = np.array([[np.sum(row == score) for score in range(-2, 3)] for row in scores], dtype=float)
    np.testing.assert_array_equal(medians(totals, np.arange(-2.0, 3.0)), np.median(scores, axis=1))


def test_too_few_positions_are_refused() -> None:
    found = ordered([1, 2, 3], [4, 5, 6, 7])
    assert found["p"] is None
    assert "nothing is tested below 4" in str(found["refused"])


# --- false discovery ------------------------------------------------------------------------------------------


def test_benjamini_and_hochberg() -> None:
    """Their example: at .05 the procedure rejects the four smallest, Bonferroni's only three."""
    q = benjamini_hochberg(np.array(TRIAL))
    assert int((q <= 0.05).sum()) == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    assert q[-1] == 1.0


def test_benjamini_and_yekutieli() -> None:
    """With the factor 1 + 1/2 + ... + 1/15 = 3.318, three are left."""
    q = benjamini_yekutieli(np.array(TRIAL))
    assert int((q <= 0.05).sum()) == 3
    assert q[2] == pytest.approx(0.0019 * 15 / 3 * sum(1 / rank for rank in range(1, 16)))


@given(arrays(float, st.integers(1, 20), elements=st.floats(1e-6, 1)), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_tests_does_not_matter(p: np.ndarray, random: object) -> None:  # type: ignore[type-arg]  # hypothesis
    order = sorted(range(len(p)), key=lambda _: random.random())  # type: ignore[attr-defined]  # hypothesis's own Random
    np.testing.assert_allclose(benjamini_hochberg(p[order]), benjamini_hochberg(p)[order])
    assert (benjamini_hochberg(p) >= p - 1e-12).all()
    assert (benjamini_yekutieli(p) >= benjamini_hochberg(p) - 1e-12).all()


def test_refused_tests_are_not_of_the_family() -> None:
    found = family(pl.DataFrame({"test": ["war", "trade", "law"], "p": [0.01, None, 0.04]}))
    assert found["m"].to_list() == [2, 2]
    assert family(pl.DataFrame({"test": [], "p": []}, schema={"test": pl.String, "p": pl.Float64})).height == 0


def test_superiority_is_as_uncertain_as_its_events() -> None:
    """Five events that agree, five of which one is opposite, and two, between which nothing is told."""
    five, rows = [[2, 6, 8]] * 5, []
    for a in (five, [*five[:4], [16, 0, 0]], five[:2]):
        found, scale = counted(a, [[8, 6, 2]] * len(a)), [-1, 0, 1]
        articles, values = [], []
        for side, counts in (("x", found.a), ("y", found.b)):
            for event, kind in np.ndindex(counts.shape):
                for number in range(counts[event, kind]):
                    name = f"{side}{event}{kind}{number}"
                    articles.append((name, side, f"e{event}", name))
                    values.append((name, side, "stance", scale[kind]))
        table = pl.DataFrame(articles, schema=["article", "side", "stratum", "unit"], orient="row")
        scored = pl.DataFrame(values, schema=["article", "side", "variable", "score"], orient="row")
        chosen = Selection(table, table, scored, ("x", "y"))
        rows.append(ordinal_differences(chosen, {"stance": scale}, draws=199).row(0, named=True))
    agreeing, mixed, two = rows
    assert (agreeing["interval_by"], two["interval_by"], two["low"]) == ("events", None, None)
    assert mixed["high"] - mixed["low"] > 1.5 * (agreeing["high"] - agreeing["low"])
    assert two["superiority"] == pytest.approx(agreeing["superiority"])
