"""Files written all together or not at all, so that the writing can be undone to the byte."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NamedTuple

from framing.study.canonical import write

JOURNALS = ".framing/migrations"
"""Folder of a study that is nobody's but this machine's: what stood in the files before each migration."""


class NothingToUndoError(Exception):
    """No migration was written here, or files have changed since; the message says which."""


class _Entry(NamedTuple):
    before: str
    after: str


def write_all(root: Path, name: str, contents: Mapping[str, bytes]) -> None:
    """Writes files, after what stands in them has been kept.

    Args:
        root: the study's folder.
        name: of the journal; a number follows where an earlier one has this name.
        contents: new bytes by path relative to the study.

    Raises:
        OSError: when a file cannot be written; those that were written have then their old bytes again.
    """
    folder = next(each for each in _folders(root, name) if not (each / "files.json").exists())
    shutil.rmtree(folder, ignore_errors=True)
    entries = {}
    for path, content in contents.items():
        there = root / path
        before = there.read_bytes() if there.is_file() else None
        if before is not None:
            write(folder / "before" / path, before)
        entries[path] = _Entry(_digest(before), _digest(content))
    ignored = root / JOURNALS / ".gitignore"
    if not ignored.exists():
        write(ignored, b"*\n")
    write(folder / "files.json", json.dumps(entries, indent=2).encode())
    try:
        for path, content in contents.items():
            write(root / path, content)
    except BaseException:  # also when somebody stops the program
        _restore(root, folder, entries)
        raise


def undo(root: Path, name: str) -> list[str]:
    """Puts back what stood in the files before they were written, also when the writing was interrupted.

    Args:
        root: the study's folder.
        name: of the journal.

    Returns:
        The files that were put back, or removed because they had not been there.

    Raises:
        NothingToUndoError: when there is no such journal, or a file holds neither its old nor its new bytes: then nothing is touched.
    """
    folder = root / JOURNALS / name
    if not (folder / "files.json").is_file():
        raise NothingToUndoError(f"no migration {name} was written here")
    entries = {path: _Entry(*pair) for path, pair in json.loads((folder / "files.json").read_bytes()).items()}
    changed = [path for path, entry in entries.items() if _digest(_bytes(root / path)) not in entry]
    if changed:
        raise NothingToUndoError(
            f"changed since the migration, and so not undone: {', '.join(changed[:5])}"
            + (f" and {len(changed) - 5} more" if len(changed) > 5 else "")
            + ". Nothing was touched; take these files back first, for example with git."
        )
    _restore(root, folder, entries)
    return sorted(entries)


def journals(root: Path) -> list[str]:
    """The migrations that can be undone here, oldest first."""
    found = (root / JOURNALS).glob("*/files.json")
    return [path.parent.name for path in sorted(found, key=lambda path: path.stat().st_mtime_ns)]


def _folders(root: Path, name: str) -> Iterator[Path]:
    """Where a journal of some name may stand: two migrations may lead to one version."""
    yield root / JOURNALS / name
    yield from (root / JOURNALS / f"{name}-{number}" for number in count(2))


def _restore(root: Path, folder: Path, entries: Mapping[str, _Entry]) -> None:
    for path, entry in entries.items():
        if entry.before:
            write(root / path, (folder / "before" / path).read_bytes())
        else:
            (root / path).unlink(missing_ok=True)
            with suppress(OSError):  # others' files may stand there by now
                (root / path).parent.rmdir()
    shutil.rmtree(folder)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(content: bytes | None) -> str:
    """A name for some bytes; empty for a file that is not there."""
    return "" if content is None else sha256(content).hexdigest()
