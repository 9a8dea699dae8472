"""What may be done with a judgement: by alpha, by its interval, and by who coded."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.estimate import NO_VARIATION, Estimate
from framing.agreement.intervals import Interval
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import bootstrap_interval
from framing.agreement.verdicts import RELY, TENTATIVE, more_articles, verdict
from framing.refusal import Refusal


def judged(alpha: float, low: float, units: int = 40, people: int = 2, method: str = "percentile") -> str:
    draws = units if method == "no disagreement" else 20_000
    interval = Interval(low, 1.0, 0.95, method, draws, 0.0)
    return str(verdict(Estimate(alpha, units, 2, 2 * units, None), interval, people))


@pytest.mark.parametrize(
    ("alpha", "low", "expected"),
    [
        (0.95, 0.8, "rely on it"),
        (0.95, 0.79, "tentative conclusions"),
        (0.7, 0.667, "tentative conclusions"),
        (0.867, 0.467, "undecided: alpha may lie below .667; about 120 more articles would tell"),
        (0.6671, 0.1, "undecided: alpha may lie below .667; very many more articles would tell"),
        (0.667, 0.1, "undecided: alpha may lie below .667; very many more articles would tell"),
        (0.66, 0.1, "no conclusions: drop or merge"),
        (0.1, -0.2, "no conclusions: drop or merge"),
    ],
)
def test_only_a_low_alpha_is_dropped_and_a_wide_interval_is_undecided(alpha: float, low: float, expected: str) -> None:
    assert judged(alpha, low) == expected


@pytest.mark.parametrize("alpha", [0.1, 0.7, 1.0])
def test_without_two_people_there_is_no_verdict(alpha: float) -> None:
    assert judged(alpha, alpha - 0.05, people=0) == "withheld: stability of programs, not reliability"
    assert judged(alpha, alpha - 0.05, people=1) == "withheld: one person beside programs, not reliability"
    assert not judged(alpha, alpha - 0.05, people=2).startswith("withheld")


def test_what_cannot_be_estimated_says_why_whoever_coded() -> None:
    for people in (0, 2):
        assert str(verdict(NO_VARIATION, NO_VARIATION, people)) == f"not estimable: {NO_VARIATION.reason}"
    assert str(verdict(Estimate(0.9, 1, 2, 2, None), Refusal("x", "One unit.", "Two."), 2)) == "no interval: One unit."


@pytest.mark.parametrize(
    ("units", "expected"),
    # Two codes, equally often. Alpha's bound is 1 - q / d with q = 1 - .025 ^ (1 / n) and d about 1 / 2.
    [(10, "undecided"), (22, "tentative conclusions"), (34, "tentative conclusions"), (40, "rely on it")],
)
def test_full_agreement_is_judged_by_the_number_of_articles(units: int, expected: str) -> None:
    ratings = Ratings.from_lists([[1, 2] * (units // 2)] * 2, "nominal")
    assert str(verdict(krippendorff_alpha(ratings), bootstrap_interval(ratings), 2)).startswith(expected)


@given(units=st.integers(6, 400), low=st.floats(-0.5, 0.66), alpha=st.floats(0.68, 0.99))
def test_with_so_many_more_articles_the_lower_end_reaches_the_floor(units: int, low: float, alpha: float) -> None:
    more = more_articles(
        Estimate(alpha, units, 2, 2 * units, None), Interval(low, 1.0, 0.95, "percentile", 99, 0.0), TENTATIVE
    )
    assert more is not None
    reached = alpha - (alpha - low) * math.sqrt(units / (units + more * 1.06))  # two significant digits are within 5 %
    assert reached >= TENTATIVE - 0.01


@pytest.mark.parametrize("units", [6, 10, 14])
def test_with_so_many_more_articles_without_disagreement_the_verdict_changes(units: int) -> None:
    def fully_agreed(size: int) -> tuple[Estimate, Interval]:
        ratings = Ratings.from_lists([[1, 2] * (size // 2)] * 2, "nominal")
        alpha, interval = krippendorff_alpha(ratings), bootstrap_interval(ratings)
        assert isinstance(alpha, Estimate)
        assert isinstance(interval, Interval)
        return alpha, interval

    alpha, interval = fully_agreed(units)
    more = more_articles(alpha, interval, TENTATIVE)
    assert more is not None
    enough = 2 * math.ceil((units + more) / 2)
    assert interval.low < TENTATIVE <= fully_agreed(enough + 2)[1].low < RELY
    assert fully_agreed(enough - 4)[1].low < TENTATIVE


@pytest.mark.parametrize(
    ("units", "chance", "wanted", "more"), [(5, 0.4, 0.667, 21), (8, 0.3, 0.8, 52), (6, 0.5, 0.8, 30)]
)
def test_articles_without_disagreement_are_counted_to_the_article(
    units: int, chance: float, wanted: float, more: int
) -> None:
    """The smallest number whose bound, 1 - (1 - .025 ^ (1 / n)) / d, reaches the one that is wanted, found by trying."""

    def low(size: int) -> float:
        return 1 - (1 - 0.025 ** (1 / size)) / chance

    assert next(size for size in range(units, 1000) if low(size) >= wanted) - units == more
    interval = Interval(low(units), 1.0, 0.95, "no disagreement", units, 0.0)
    assert more_articles(Estimate(1.0, units, 2, 2 * units, None), interval, wanted) == more


def test_a_whole_number_of_articles_is_not_rounded_up() -> None:
    """Half the reach needs four times the articles: 40 instead of 10."""
    assert more_articles(Estimate(0.9, 10, 2, 20, None), Interval(0.6, 1.0, 0.95, "percentile", 99, 0.0), 0.75) == 30
