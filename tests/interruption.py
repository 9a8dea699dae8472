"""A command that is stopped in the middle of its writing."""

from pathlib import Path

import pytest

from framing.study import canonical


def stop_after(files: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C once so many files are written; whoever goes on writing, to put things right, is not stopped again."""
    replace, begun = canonical.os.replace, []

    def stopped(*names: Path) -> None:
        begun.append(names)
        if len(begun) == files + 1:
            raise KeyboardInterrupt
        replace(*names)

    monkeypatch.setattr(canonical.os, "replace", stopped)
