"""Pages made by several processes: the same ones, in the same order."""

import operator
import os
import signal
from functools import partial

import pytest

from framing import cli
from framing.cli import console
from framing.cli.together import HELPERS, LEAST, MOST, _made, all_made, asked, each_made, helped, helpers
from framing.report.context import Context


def test_what_others_help_to_make_comes_in_order() -> None:
    makers = [partial(operator.add, number, 1) for number in range(20)]
    with helped(1) as others:
        assert others is not None
        for _ in range(2):
            parts = [asked(others, part) for part in (makers[:7], [], makers[7:])]
            assert all_made(lambda made, total: list(made)[:total], *parts) == [*range(1, 21)]


def test_a_helper_holds_the_study_once_however_often_it_is_told(shipped: Context) -> None:
    with helped(1) as others:
        assert others is not None
        told = [others.handing.tell([partial(id, shipped), partial(id, [shipped])]) for _ in range(2)]
        assert len({others.pool.submit(_made, each, 0).result() for each in told}) == 1


def test_what_goes_wrong_elsewhere_is_raised_here() -> None:
    with helped(1) as others, pytest.raises(ZeroDivisionError):
        list(each_made(asked(others, [partial(operator.truediv, 1, number) for number in (0, 1)])))


def test_control_c_at_a_terminal_is_for_the_command_alone() -> None:
    """It reaches every process of the terminal; a helper goes on without a word until it is let go."""
    with helped(1) as others:
        assert others is not None
        assert others.pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_a_helper_that_is_killed_ends_the_command_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def shot() -> None:
        with helped(1) as others:
            assert others is not None
            others.pool.submit(os._exit, 9).result()

    monkeypatch.setattr(cli, "app", shot)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == console.UNWRITABLE
    assert capsys.readouterr().err.startswith("A process that helped was stopped")


def test_nobody_helps_with_a_small_study_nor_with_one_that_memory_would_not_hold_twice() -> None:
    assert helpers(LEAST - 1) == helpers(MOST + 1) == 0
    with helped(0) as others:
        assert others is None


@pytest.mark.parametrize(("processors", "others"), [(None, 0), (1, 0), (2, 1), (8, 7), (96, 7)])
def test_all_processors_help_but_never_more_than_memory_holds(
    processors: int | None, others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert helpers(LEAST) == helpers(MOST // HELPERS) == others
    assert helpers(MOST // 2) == min(others, 2)
    assert helpers(MOST) == min(others, 1)
