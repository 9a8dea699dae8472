"""Several files written as one: all of them, or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from framing.study.canonical import write


def write_together(root: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files in their order, each in one step; when one of them cannot be written, all are as they were.

    Whoever kills the program leaves the first of them written: what others rely on comes first.

    Args:
        root: the study's folder.
        contents: bytes by path below it.

    Raises:
        OSError: when something cannot be written; nothing is there then that was not there before.
    """
    before = {path: (root / path).read_bytes() if (root / path).is_file() else None for path in contents}
    lacking = {folder for path in contents for folder in (root / path).parents if not folder.exists()}
    try:
        for path, content in contents.items():
            if before[path] != content:
                write(root / path, content)
    except BaseException:  # also when somebody stops the program
        _restore(root, before)
        for folder in sorted(lacking, reverse=True):  # the innermost first
            with suppress(OSError):  # never made, or somebody else has put something there
                folder.rmdir()
        raise


def _restore(root: Path, before: Mapping[str, bytes | None]) -> None:
    for path, content in before.items():
        there = root / path
        if content is None:
            there.unlink(missing_ok=True)
        elif there.read_bytes() != content:
            write(there, content)
