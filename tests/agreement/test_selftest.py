"""The published worked examples that ship, and those whose data are too large to ship."""

import csv
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.coefficients import COEFFICIENTS
from framing.agreement.estimate import Estimate
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import Bootstrap
from framing.agreement.selftest import CheckedFigure, checked_figure, checked_figures, worked_examples
from framing.agreement.table_report import data_report

CODINGS = Path(__file__).parents[3] / "shared" / "data" / "japan_foreign_image" / "derived" / "coded_long.csv"
NEGATIVE, NEUTRAL, POSITIVE, DONT_KNOW, IRRELEVANT = 1, 2, 3, 8, 9
PUBLISHED = {  # Kato (2017), Table B.1, rows 1 to 3
    "us": (0.4284, 0.5403, 0.6639),
    "chn": (0.4761, 0.6584, 0.7821),
    "sko": (0.5038, 0.6688, 0.7911),
    "nko": (0.4009, 0.4403, 0.6194),
}


@pytest.mark.parametrize("row", checked_figures(), ids=lambda row: row.name)
def test_published_figure(row: CheckedFigure) -> None:
    assert row.agree, f"{row.source}: {row.expected}, ours {row.ours}"


def test_there_are_at_least_sixty_published_figures_with_sources() -> None:
    examples = worked_examples()
    assert len(examples) >= 60
    assert len({example["name"] for example in examples}) == len(examples)
    assert all(example["source"] and 0 < example["tolerance"] <= 0.0055 for example in examples)


def test_a_wrong_figure_and_a_refused_one_do_not_agree() -> None:
    example = worked_examples()[0] | {"expected": 0.75}
    assert not checked_figure(example).agree
    refused = checked_figure(example | {"data": [[1, 1], [1, 1]]})
    assert (refused.ours, refused.difference, refused.agree) == (None, None, False)


def test_worked_examples_are_package_data() -> None:
    assert (files("framing.agreement") / "worked_examples.json").is_file()


def headlines(object_covered: str) -> list[list[int]]:
    """Four codes per headline by Kato's rule of row 1: don't know is neutral, irrelevant drops the headline."""
    codes = defaultdict(list)
    with CODINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["object"] == object_covered:
                codes[row["record_id"]].append(int(row["code"]))
    kept = [four for four in codes.values() if IRRELEVANT not in four]
    return [[NEUTRAL if code == DONT_KNOW else code for code in four] for four in kept]


def with_majority(four: list[int], majorities: tuple[int, ...], fourth: tuple[int, ...]) -> list[int]:
    code, times = Counter(four).most_common(1)[0]
    recode = times == 3 and code in majorities
    return [code if recode and own in fourth else own for own in four]


@pytest.mark.skipif(not CODINGS.is_file(), reason="the codings of Kato (2017) are not beside this checkout")
@pytest.mark.parametrize("object_covered", list(PUBLISHED))
def test_kato_2017(object_covered: str) -> None:
    first = headlines(object_covered)
    second = [with_majority(four, (NEUTRAL,), (NEGATIVE, POSITIVE)) for four in first]
    third = [with_majority(four, (NEGATIVE, POSITIVE), (NEUTRAL,)) for four in second]
    for codes, published in zip((first, second, third), PUBLISHED[object_covered], strict=True):
        estimate = krippendorff_alpha(Ratings.from_lists(list(zip(*codes, strict=True)), "ordinal"))
        assert isinstance(estimate, Estimate)
        assert round(estimate.value, 4) == published


# --- the report of one table as data ---

CANONICAL = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, None],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def test_report_of_the_canonical_table() -> None:
    report = data_report(Ratings.from_lists(CANONICAL, "nominal"), Bootstrap(draws=200, seed=1))
    assert list(report) == [
        "units",
        "clusters",
        "coders",
        "level",
        "coefficients",
        "intervals",
        "undefined",
        "notes",
    ]
    assert (report["units"], report["coders"], report["level"]) == (12, 4, "nominal")
    assert round(report["coefficients"]["krippendorff_alpha"], 5) == 0.74342
    assert round(report["coefficients"]["gwet_ac1"], 5) == 0.77544
    assert report["coefficients"]["cohen_kappa"] is None is report["intervals"]["cohen_kappa"]
    assert report["undefined"]["cohen_kappa"].startswith("The coefficient is defined for two coders, and 4")
    for name, bounds in report["intervals"].items():
        if bounds:
            assert bounds["low"] <= report["coefficients"][name] <= bounds["high"] <= 1


def test_report_without_variation_gives_reasons_not_numbers() -> None:
    report = data_report(Ratings.from_lists([[1, 1, 1], [1, 1, 1]], "nominal"), Bootstrap(draws=50))
    observed = {"percent_agreement", "unanimous_agreement"}
    assert {name: value for name, value in report["coefficients"].items() if value is not None} == dict.fromkeys(
        observed, 1.0
    )
    assert set(report["undefined"]) == set(report["coefficients"]) - observed


def test_a_coefficient_without_an_interval_has_the_reason_beside_it() -> None:
    report = data_report(Ratings.from_lists([[1, 2, 1], [1, 2, 1]], "ordinal"), Bootstrap(draws=50))
    assert report["coefficients"]["gwet_ac1"] == 1.0
    assert report["undefined"] == {}
    bounds = report["intervals"]["light_kappa"]
    assert (bounds["low"], bounds["high"]) == (None, None)
    assert bounds["reason"].startswith("Every resample gives the same value")


@pytest.mark.parametrize("data", [[[None, None]], [[1, 2], [None, None]], [], [[]]])
def test_report_of_an_unusable_table(data: list[list[int | None]]) -> None:
    report = data_report(Ratings.from_lists(data, "nominal"), Bootstrap(draws=10))
    assert set(report["coefficients"].values()) == {None}
    assert set(report["undefined"]) == set(report["coefficients"]) == set(COEFFICIENTS)
