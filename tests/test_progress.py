"""How far a command is: shown to who watches, and nothing is lost on the way."""

import io

import pytest
from rich.console import Console

from framing.cli import progress


@pytest.mark.parametrize("count", [0, 1, progress.MANY - 1, progress.MANY, progress.MANY + 5])
@pytest.mark.parametrize("watched", [True, False])
def test_rows_pass_as_they_come(count: int, watched: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(progress, "Console", lambda **_: Console(file=stream, force_terminal=watched, width=80))
    assert list(progress.reading(range(count))) == [*range(count)]
    assert list(progress.reading(iter(range(count)))) == [*range(count)]
    shown = "reading" in stream.getvalue()
    assert shown is (watched and count >= progress.MANY)
