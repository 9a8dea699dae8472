"""The family of tests: which rows are of it, and what each is given."""

import polars as pl
import pytest

from framing.analysis.false_discovery import family


def test_a_test_with_a_p_is_of_the_family_whatever_else_it_lacks() -> None:
    tests = pl.DataFrame({"test": ["war", "trade", "law"], "p": [0.01, 0.03, None], "low": [None, 0.2, 0.1]})
    assert family(tests).select("test", "m").rows() == [("war", 2), ("trade", 2)]


def test_both_rates_stand_beside_each_test() -> None:
    """Two tests: the smaller p counts twice, and the harmonic number of two is 3 / 2."""
    counted = family(pl.DataFrame({"p": [0.01, 0.5]}))
    assert counted["q_bh"].to_list() == pytest.approx([0.02, 0.5])
    assert counted["q_by"].to_list() == pytest.approx([0.03, 0.75])


def test_a_rate_of_exactly_five_per_cent_is_a_discovery() -> None:
    assert family(pl.DataFrame({"p": [0.05, 0.0500001]}))["discovery"].to_list() == [False, False]
    assert family(pl.DataFrame({"p": [0.05]}))["discovery"].to_list() == [True]


def test_no_rate_is_above_one() -> None:
    assert family(pl.DataFrame({"p": [0.9, 0.95]}))["q_by"].to_list() == [1.0, 1.0]
