"""Coefficients against plain loops, wrong formulas, degenerate tables and the laws they must obey."""

from collections.abc import Callable
from itertools import permutations, product
from math import isclose, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.coefficients import COEFFICIENTS, binary_estimate
from framing.agreement.distances import distances
from framing.agreement.estimate import Coefficient, Estimate
from framing.agreement.kappas import cohen_kappa, conger_kappa, light_kappa
from framing.agreement.pooled_chance import (
    brennan_prediger,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2_linear,
    gwet_ac2_quadratic,
    percent_agreement,
    scott_pi,
    unanimous_agreement,
)
from framing.agreement.ratings import Level, Ratings
from framing.agreement.selftest import worked_examples
from framing.refusal import Refusal

Data = list[list[Any]]
EXAMPLES = {example["name"]: example for example in worked_examples()}
CANONICAL: Data = EXAMPLES["krippendorff_canonical_nominal"]["data"]


def value(coefficient: Coefficient, data: Data, level: Level = "nominal") -> float:
    estimate = coefficient(Ratings.from_lists(data, level))
    assert isinstance(estimate, Estimate), estimate
    return estimate.value


def refusal(coefficient: Coefficient, data: Data, level: Level = "nominal") -> str:
    answer = coefficient(Ratings.from_lists(data, level))
    assert isinstance(answer, Refusal), answer
    assert answer.reason.endswith(".")
    assert answer.need.endswith(".")
    return answer.code


# --- an oracle that shares no code and no algebra with the toolkit ---


def coded(data: Data) -> list[list[Any]]:
    return [[code for code in unit if code is not None] for unit in zip(*data, strict=True)]


def distance(level: str, values: list[Any]) -> Callable[[Any, Any], float]:
    """The distance of one level, straight from the definitions."""

    def ordinal(a: Any, b: Any) -> float:
        low, high = min(a, b), max(a, b)
        between = sum(low <= other <= high for other in values)
        return float((between - (values.count(a) + values.count(b)) / 2) ** 2)

    def masi(a: frozenset[str], b: frozenset[str]) -> float:
        if a == b:
            return 0.0
        monotonicity = 2 / 3 if a & b in (a, b) else 1 / 3
        return 1 - len(a & b) / len(a | b) * (monotonicity if a & b else 0)

    metrics: dict[str, Callable[[Any, Any], float]] = {
        "nominal": lambda a, b: float(a != b),
        "ordinal": lambda a, b: 0.0 if a == b else ordinal(a, b),
        "interval": lambda a, b: (a - b) ** 2,
        "ratio": lambda a, b: 0.0 if a == b else ((a - b) / (a + b)) ** 2,
        "jaccard": lambda a, b: 1 - len(a & b) / len(a | b) if a | b else 0.0,
        "masi": masi,
    }
    return metrics[level]


def plain_alpha(data: Data, level: str) -> float:
    units = [unit for unit in coded(data) if len(unit) > 1]
    values = [code for unit in units for code in unit]
    apart = distance(level, values)
    observed = sum(apart(a, b) / (len(unit) - 1) for unit in units for a, b in permutations(unit, 2)) / len(values)
    expected = sum(apart(a, b) for a, b in permutations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - observed / expected if expected else nan


def plain_over_chance(data: Data, earned: Callable[[Any, Any], float], chance: str) -> float:
    units = [unit for unit in coded(data) if unit]
    pairs = [[earned(a, b) for a, b in permutations(unit, 2)] for unit in units if len(unit) > 1]
    observed = sum(sum(unit) / len(unit) for unit in pairs) / len(pairs)
    kinds = sorted({code for unit in units for code in unit})
    share = {kind: sum(unit.count(kind) / len(unit) for unit in units) / len(units) for kind in kinds}
    weights = sum(earned(a, b) for a, b in product(kinds, repeat=2))
    expected = {
        "fleiss": sum(share[a] * share[b] * earned(a, b) for a, b in product(kinds, repeat=2)),
        "uniform": weights / len(kinds) ** 2,
        "gwet": weights / max(len(kinds) * (len(kinds) - 1), 1) * sum(part * (1 - part) for part in share.values()),
    }[chance]
    return (observed - expected) / (1 - expected) if expected < 1 else nan


def same(a: Any, b: Any) -> float:
    return float(a == b)


# --- strategies ---

LABELS = {
    "nominal": st.sampled_from("abcd"),
    "ordinal": st.integers(1, 4),
    "interval": st.sampled_from([-2.5, 0, 1, 7]),
    "ratio": st.sampled_from([0, 1, 2.5, 10]),
    "jaccard": st.frozensets(st.sampled_from("abc"), max_size=3),
    "masi": st.frozensets(st.sampled_from("abc"), max_size=3),
}


@st.composite
def tables(draw: st.DrawFn, level: str = "nominal", coders: int = 4, gaps: bool = True) -> Data:
    rows = draw(st.integers(2, coders))
    units = draw(st.integers(2, 8))
    cell = st.one_of(st.none(), LABELS[level]) if gaps else LABELS[level]
    return [draw(st.lists(cell, min_size=units, max_size=units)) for _ in range(rows)]


unhurried = settings(deadline=None, max_examples=60)
levels = pytest.mark.parametrize("level", list(LABELS))


@levels
@unhurried
@given(st.data())
def test_alpha_is_the_plain_loop(level: Level, data: st.DataObject) -> None:
    table = data.draw(tables(level))
    assume(any(len(unit) > 1 for unit in coded(table)))
    expected = plain_alpha(table, level)
    if np.isnan(expected):
        assert refusal(krippendorff_alpha, table, level) == "no_variation"
    else:
        assert isclose(value(krippendorff_alpha, table, level), expected, abs_tol=1e-9)


@unhurried
@given(tables())
def test_pooled_chance_coefficients_are_the_plain_loops(table: Data) -> None:
    assume(any(len(unit) > 1 for unit in coded(table)))
    for coefficient, chance in ((fleiss_kappa, "fleiss"), (brennan_prediger, "uniform"), (gwet_ac1, "gwet")):
        expected = plain_over_chance(table, same, chance)
        kinds = {code for unit in coded(table) for code in unit}
        if np.isnan(expected) or len(kinds) < 2:
            assert refusal(coefficient, table) == "no_variation"
        else:
            assert isclose(value(coefficient, table), expected, abs_tol=1e-9)


@unhurried
@given(tables("ordinal"))
def test_ac2_is_the_plain_loop(table: Data) -> None:
    kinds = sorted({code for unit in coded(table) for code in unit})
    assume(len(kinds) > 1 and any(len(unit) > 1 for unit in coded(table)))
    for coefficient, power in ((gwet_ac2_linear, 1), (gwet_ac2_quadratic, 2)):

        def earned(a: Any, b: Any, power: int = power) -> float:
            return float(1 - (abs(kinds.index(a) - kinds.index(b)) / (len(kinds) - 1)) ** power)

        expected = plain_over_chance(table, earned, "gwet")
        assert isclose(value(coefficient, table, "ordinal"), expected, abs_tol=1e-9)


# --- laws ---


@unhurried
@given(tables(), st.randoms(use_true_random=False))
def test_order_of_coders_and_units_and_names_of_codes_change_nothing(table: Data, random: Any) -> None:
    shuffled = [row[:] for row in table]
    random.shuffle(shuffled)
    columns = list(zip(*shuffled, strict=True))
    random.shuffle(columns)
    names = dict(zip("abcd", random.sample("wxyz", 4), strict=True)) | {None: None}
    renamed = [[names[code] for code in row] for row in zip(*columns, strict=True)]
    for coefficient in COEFFICIENTS.values():
        before, after = (coefficient(Ratings.from_lists(data, "nominal")) for data in (table, renamed))
        assert type(before) is type(after)
        if isinstance(before, Estimate) and isinstance(after, Estimate):
            assert isclose(before.value, after.value, abs_tol=1e-9)
            assert (before.standard_error is None) == (after.standard_error is None)
            if before.standard_error is not None and after.standard_error is not None:
                # A variance of zero is only zero up to rounding, and its root magnifies that.
                assert isclose(before.standard_error, after.standard_error, abs_tol=1e-6)


@unhurried
@given(st.sampled_from(list(LABELS)), st.data())
def test_a_coder_who_coded_nothing_changes_nothing(level: Any, data: st.DataObject) -> None:
    table = data.draw(tables(level))
    nobody = [*table, [None] * len(table[0])]
    for coefficient in COEFFICIENTS.values():
        assert coefficient(Ratings.from_lists(table, level)) == coefficient(Ratings.from_lists(nobody, level))


@unhurried
@given(tables())
def test_the_same_units_twice_leave_agreement_and_every_large_sample_coefficient(table: Data) -> None:
    twice = [row + row for row in table]
    unchanged = COEFFICIENTS.keys() - {"krippendorff_alpha"}  # alpha corrects for the number of units
    for name in unchanged:
        before, after = (COEFFICIENTS[name](Ratings.from_lists(data, "nominal")) for data in (table, twice))
        if isinstance(before, Estimate) and isinstance(after, Estimate):
            assert isclose(before.value, after.value, abs_tol=1e-9)


@unhurried
@given(st.sampled_from(list(LABELS)), st.data())
def test_perfect_agreement_with_variation_is_exactly_one(level: Any, data: st.DataObject) -> None:
    codes = data.draw(st.lists(LABELS[level], min_size=2, max_size=8))
    assume(len(set(codes)) > 1)
    for coefficient in COEFFICIENTS.values():
        answer = coefficient(Ratings.from_lists([codes, codes], level))
        assert answer.code == "no_order" if isinstance(answer, Refusal) else answer.value == 1.0


@unhurried
@given(tables())
def test_no_coefficient_exceeds_one_or_is_nan(table: Data) -> None:
    for coefficient in COEFFICIENTS.values():
        answer = coefficient(Ratings.from_lists(table, "nominal"))
        assert isinstance(answer, Refusal) or answer.value <= 1.0 + 1e-12


@unhurried
@given(st.lists(LABELS["masi"], min_size=1, max_size=8, unique=True), st.sampled_from(["masi", "jaccard"]))
def test_set_distances_are_bounded_symmetric_and_zero_only_for_equals(sets: list[Any], level: Level) -> None:
    apart = distances(sets, level)
    assert (apart == apart.T).all()
    assert (apart >= 0).all()
    assert (apart <= 1).all()
    assert ((apart == 0) == np.eye(len(sets), dtype=bool)).all()
    plain = distance(level, [])
    assert np.allclose(apart, [[plain(a, b) for b in sets] for a in sets], rtol=0, atol=1e-15)


@unhurried
@given(st.integers(-3, 3), st.sampled_from([0.5, 2, 10]), tables("ordinal"))
def test_alpha_ignores_the_unit_of_its_scale(shift: int, unit: float, table: Data) -> None:
    assume(any(len(coding) > 1 for coding in coded(table)))
    moved = [[None if code is None else code * unit + shift for code in row] for row in table]
    for level in ("ordinal", "interval"):
        before, after = (krippendorff_alpha(Ratings.from_lists(data, level)) for data in (table, moved))
        assert type(before) is type(after)
        if isinstance(before, Estimate) and isinstance(after, Estimate):
            assert isclose(before.value, after.value, abs_tol=1e-9)


def test_alpha_of_large_and_close_numbers_keeps_its_digits() -> None:
    small: Data = [[1, 2, 3, 4], [1, 2, 3, 3]]
    large: Data = [[10**9 + number for number in row] for row in small]
    assert isclose(value(krippendorff_alpha, small, "interval"), value(krippendorff_alpha, large, "interval"))


@unhurried
@given(tables(coders=2, gaps=False))
def test_with_two_coders_and_no_gaps_the_coefficients_for_several_are_those_for_two(table: Data) -> None:
    ratings = Ratings.from_lists(table, "nominal")
    for several, two in ((conger_kappa, cohen_kappa), (light_kappa, cohen_kappa), (fleiss_kappa, scott_pi)):
        a, b = several(ratings), two(ratings)
        assert type(a) is type(b)
        assert isinstance(a, Refusal) or isinstance(b, Refusal) or isclose(a.value, b.value, abs_tol=1e-9)


def alpha_by(apart: np.ndarray, ratings: Ratings) -> float:  # type: ignore[type-arg]  # of floats
    """Alpha by any distance between the categories, from the pairs of each unit."""
    units = [row[row >= 0] for row in ratings.codes if (row >= 0).sum() > 1]
    values = np.concatenate(units)
    observed = sum(apart[np.ix_(unit, unit)].sum() / (len(unit) - 1) for unit in units)
    return float(1 - observed * (len(values) - 1) / apart[np.ix_(values, values)].sum())


def test_alpha_is_that_of_the_distances_between_categories() -> None:
    sets = Ratings.from_lists(EXAMPLES["set_alpha_masi_passonneau"]["data"], "masi")
    for ratings in (sets, *(Ratings.from_lists(CANONICAL, level) for level in ("nominal", "interval", "ratio"))):
        answer = krippendorff_alpha(ratings)
        assert isinstance(answer, Estimate)
        assert isclose(answer.value, alpha_by(distances(ratings.categories, ratings.level), ratings))


# --- wrong implementations: each must miss a published figure that ours meets ---


def disagreement_shares(data: Data, level: str) -> tuple[float, float, int]:
    units = [unit for unit in coded(data) if len(unit) > 1]
    values = [code for unit in units for code in unit]
    apart = distance(level, values)
    observed = sum(apart(a, b) / (len(unit) - 1) for unit in units for a, b in permutations(unit, 2)) / len(values)
    return observed, sum(apart(a, b) for a, b in product(values, repeat=2)) / len(values) ** 2, len(values)


def without_small_sample_term(data: Data) -> float:
    observed, expected, _ = disagreement_shares(data, "nominal")
    return 1 - observed / expected


def averaged_per_unit(data: Data) -> float:
    units = [unit for unit in coded(data) if len(unit) > 1]
    _, expected, total = disagreement_shares(data, "nominal")
    shares = [sum(a != b for a, b in permutations(unit, 2)) / len(unit) / (len(unit) - 1) for unit in units]
    return float(1 - sum(shares) / len(shares) / (expected * total / (total - 1)))


def complete_units_only(data: Data) -> float:
    complete = [unit for unit in zip(*data, strict=True) if None not in unit]
    return plain_alpha([list(row) for row in zip(*complete, strict=True)], "nominal")


def ordinal_as_squared_ranks(data: Data) -> float:
    kinds = sorted({code for row in data for code in row if code is not None})
    return plain_alpha([[None if code is None else kinds.index(code) for code in row] for row in data], "interval")


def ordinal_as_interval(data: Data) -> float:
    return plain_alpha(data, "interval")


def ac1_as_bennett_s(data: Data) -> float:
    return plain_over_chance(data, same, "uniform")


def ac1_without_single_codings(data: Data) -> float:
    units = [unit for unit in zip(*data, strict=True) if sum(code is not None for code in unit) > 1]
    return plain_over_chance([list(row) for row in zip(*units, strict=True)], same, "gwet")


def fleiss_formula(data: Data) -> float:
    return plain_over_chance(data, same, "fleiss")


def nominal_alpha(data: Data) -> float:
    return plain_alpha(data, "nominal")


def old_masi_constants(data: Data) -> float:
    sets = [[None if code is None else frozenset(code) for code in row] for row in data]
    ratings = Ratings.from_lists(sets, "masi")
    exact = distances(ratings.categories, "masi")
    jaccard = 1 - distances(ratings.categories, "jaccard")
    weight = np.divide(1 - exact, jaccard, out=np.zeros_like(jaccard), where=jaccard > 0)
    old = 1 - jaccard * np.select([np.isclose(weight, 2 / 3), np.isclose(weight, 1 / 3)], [0.67, 0.33], weight)
    return alpha_by(old, ratings)


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        (without_small_sample_term, "krippendorff_canonical_nominal"),
        (averaged_per_unit, "krippendorff_canonical_nominal"),
        (complete_units_only, "krippendorff_canonical_nominal"),
        (ordinal_as_squared_ranks, "krippendorff_canonical_ordinal"),
        (ordinal_as_interval, "hayes_krippendorff2007_ordinal"),
        (ac1_as_bennett_s, "gwet_raw4raters_gwet_ac1"),
        (ac1_without_single_codings, "gwet_raw4raters_irrcac_gwet_ac1"),
        (fleiss_formula, "freelon_r202_cohen_kappa"),  # kappa computed as pi
        (nominal_alpha, "freelon_r301_fleiss"),  # Fleiss' kappa computed as alpha
        (old_masi_constants, "set_alpha_masi_passonneau"),
    ],
    ids=lambda case: getattr(case, "__name__", case),
)
def test_a_wrong_implementation_is_caught(wrong: Callable[[Data], float], check: str) -> None:
    example = EXAMPLES[check]
    assert abs(wrong(example["data"]) - example["expected"]) > example["tolerance"]


def test_perfect_agreement_in_rotating_pairs_is_one_everywhere() -> None:
    """Pairing codings by position instead of by unit gave 0.36 here elsewhere."""
    codes = [(unit * 7 + unit // 3) % 4 + 1 for unit in range(60)]
    rotating = [[None if unit % 3 == coder else code for unit, code in enumerate(codes)] for coder in range(3)]
    for name in COEFFICIENTS.keys() - {"cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "scott_pi"}:
        assert value(COEFFICIENTS[name], rotating, "ordinal") == 1.0


# --- degenerate tables: a documented value or a reason, never an exception, a NaN or an invented 1 ---

EDGE_CASES: dict[str, tuple[Data, dict[str, float | str]]] = {
    "all_coders_one_category": (
        [[1, 1, 1, 1], [1, 1, 1, 1]],
        {"percent_agreement": 1.0, "unanimous_agreement": 1.0, "*": "no_variation"},
    ),
    "one_single_disagreement": (
        [[1] * 20, [1] * 19 + [0]],
        {
            "krippendorff_alpha": 0.0,
            "gwet_ac1": 0.947438,
            "fleiss_kappa": -0.025641,
            "cohen_kappa": 0.0,
            "percent_agreement": 0.95,
        },
    ),
    "one_coder_constant": (
        [[1, 0, 1, 0, 1, 0], [1, 1, 1, 1, 1, 1]],
        {"krippendorff_alpha": -0.222222, "gwet_ac1": 0.2, "fleiss_kappa": -0.333333, "cohen_kappa": 0.0},
    ),
    "no_unit_coded_twice": ([[1, None, 2], [None, 1, None]], {"*": "no_pairable_units"}),
    "one_unit_only_agree": (
        [[1], [1]],
        {"percent_agreement": 1.0, "unanimous_agreement": 1.0, "*": "no_variation"},
    ),
    "one_unit_only_disagree": (
        [[1], [2]],
        {"krippendorff_alpha": 0.0, "gwet_ac1": -1.0, "fleiss_kappa": -1.0, "cohen_kappa": 0.0},
    ),
    "all_missing": ([[None, None], [None, None]], {"*": "fewer_than_two_coders"}),
    "single_coder": ([[1, 2, 1]], {"*": "fewer_than_two_coders"}),
    "perfect_with_variation": ([[1, 2, 1, 2], [1, 2, 1, 2]], {"*": 1.0}),
    "systematic_disagreement": (
        [[1, 2, 1, 2], [2, 1, 2, 1]],
        {"krippendorff_alpha": -0.75, "gwet_ac1": -1.0, "fleiss_kappa": -1.0, "cohen_kappa": -1.0},
    ),
    "coder_pair_never_overlap": (
        [[1, 2, None, None], [1, 2, 1, 2], [None, None, 1, 2]],
        {
            "krippendorff_alpha": 1.0,
            "gwet_ac1": 1.0,
            "fleiss_kappa": 1.0,
            "light_kappa": 1.0,
            "conger_kappa": 1.0,
            "scott_pi": "not_two_coders",
            "cohen_kappa": "not_two_coders",
        },
    ),
}


@pytest.mark.parametrize("case", list(EDGE_CASES))
def test_edge_case(case: str) -> None:
    data, answers = EDGE_CASES[case]
    expected = dict.fromkeys(COEFFICIENTS, answers["*"]) | answers if "*" in answers else answers
    for name in expected.keys() - {"*"}:
        level: Level = "ordinal"
        answer = COEFFICIENTS[name](Ratings.from_lists(data, level))
        found = answer.code if isinstance(answer, Refusal) else round(answer.value, 6)
        assert found == expected[name], name


def test_two_empty_sets_agree() -> None:
    assert value(krippendorff_alpha, [[[], ["a"]], [[], ["a"]]], "masi") == 1.0
    assert distances([frozenset(), frozenset("a")], "masi").tolist() == [[0.0, 1.0], [1.0, 0.0]]


def test_no_variation_among_compared_codings_is_refused_though_a_single_coding_varies() -> None:
    data: Data = [[1, 1, 2], [1, 1, None]]
    assert refusal(krippendorff_alpha, data) == refusal(cohen_kappa, data) == refusal(scott_pi, data) == "no_variation"
    assert value(gwet_ac1, data) == 1.0  # defined: the single coding is a second category


def test_light_is_refused_when_one_pair_has_no_kappa() -> None:
    """Freelon (2010), R3.03: ReCal prints 'undefined' for the mean pairwise kappa."""
    assert refusal(light_kappa, EXAMPLES["freelon_r303_alpha"]["data"]) == "no_variation"


def test_weighted_coefficients_need_an_order() -> None:
    for name in ("cohen_kappa_linear", "cohen_kappa_quadratic", "gwet_ac2_linear", "gwet_ac2_quadratic"):
        assert refusal(COEFFICIENTS[name], [["a", "b"], ["a", "a"]]) == "no_order"
        assert refusal(COEFFICIENTS[name], [[["a"], ["b"]], [["a"], ["a"]]], "masi") == "no_order"


def test_a_table_with_too_many_different_values_is_refused_not_computed() -> None:
    numbers: list[Any] = list(range(5000))
    assert refusal(krippendorff_alpha, [numbers, numbers], "interval") == "too_many_categories"


def test_prevalence_of_a_rare_frame() -> None:
    """26 units, a rare frame: the coefficients jump with one coding, hence the floor."""
    nothing = [0] * 26
    one, other = [1, *nothing[1:]], [*nothing[1:], 1]
    never_together = [one, other]
    assert round(value(percent_agreement, never_together), 2) == 0.92
    assert round(value(krippendorff_alpha, never_together), 2) == -0.02
    assert round(value(gwet_ac1, never_together), 2) == 0.92
    assert value(krippendorff_alpha, [one, nothing]) == 0.0
    assert round(value(gwet_ac1, [one, nothing]), 2) == 0.96
    assert value(krippendorff_alpha, [one, one]) == 1.0
    for data in (never_together, [one, one], [nothing, nothing]):
        answer = binary_estimate(Ratings.from_lists(data, "nominal"), "1")
        assert isinstance(answer, Refusal)
        assert answer.code == "fewer_than_five_positives"


def test_five_positives_from_any_coder_are_enough() -> None:
    codes = [["x"] * 4 + ["y"] * 20, ["x"] * 3 + ["y"] * 20 + ["x"]]
    ratings = Ratings.from_lists(codes, "nominal")
    assert binary_estimate(ratings, "x") == krippendorff_alpha(ratings.presence_of("x"))
    assert isinstance(binary_estimate(Ratings.from_lists(codes[:1], "nominal"), "x"), Refusal)


def test_estimates_tell_what_they_rest_on() -> None:
    ratings = Ratings.from_lists(CANONICAL, "nominal")
    alpha, ac1 = krippendorff_alpha(ratings), gwet_ac1(ratings)
    assert isinstance(alpha, Estimate)
    assert isinstance(ac1, Estimate)
    assert (alpha.units, alpha.coders, alpha.pairable, alpha.standard_error) == (11, 4, 40, None)
    assert (ac1.units, ac1.coders, ac1.pairable, ac1.degrees_of_freedom) == (12, 4, 40, 11)


def test_pairwise_and_unanimous_agreement_are_two_things() -> None:
    three = [[1, 2], [1, 2], [1, 1]]
    assert round(value(percent_agreement, three), 4) == 0.6667
    assert value(unanimous_agreement, three) == 0.5


def test_a_design_of_many_coders_with_few_units_each_stays_small() -> None:
    rng = np.random.default_rng(3)
    codes = np.full((400, 300), -1)
    for unit in range(400):
        codes[unit, rng.choice(300, 3, replace=False)] = rng.integers(3, size=3)
    names = tuple(map(str, range(400)))
    ratings = Ratings(codes, ("a", "b", "c"), names, names[:300], "nominal")
    answer = krippendorff_alpha(ratings)
    assert isinstance(answer, Estimate)
    assert abs(answer.value) < 0.1
