"""Pages made by several processes: the same ones, in the same order."""

import operator
import os
from functools import partial

import pytest

from framing.cli.together import LEAST, MOST, all_made, each_made, helped, helpers


def test_what_others_help_to_make_comes_in_order() -> None:
    makers = [partial(operator.add, number, 1) for number in range(20)]
    with helped(1) as pool:
        assert pool is not None
        for _ in range(2):
            assert all_made(pool, makers, lambda made, total: list(made)[:total]) == [*range(1, 21)]


def test_what_goes_wrong_elsewhere_is_raised_here() -> None:
    with helped(1) as pool, pytest.raises(ZeroDivisionError):
        list(each_made(pool, [partial(operator.truediv, 1, number) for number in (0, 1)]))


def test_nobody_helps_with_a_small_study_nor_with_one_that_memory_would_not_hold_twice() -> None:
    assert helpers(LEAST - 1) == helpers(MOST + 1) == 0
    assert helpers(LEAST) == (os.cpu_count() or 1) - 1
    with helped(0) as pool:
        assert pool is None
