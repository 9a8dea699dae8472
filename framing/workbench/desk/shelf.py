"""JSON files of a study as records, parsed once and again only when a file has changed.

Nothing here is state: every answer is what the files say now, and the memory may be dropped at any moment.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from errno import EINVAL
from hashlib import sha256
from os import scandir, stat_result
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, TypeVar

Record = dict[str, Any]
Made = TypeVar("Made")


@dataclass(slots=True)
class Shelf:
    """Remembers what was made from a file for as long as its time and size stay the same."""

    kept: dict[tuple[str, str], tuple[tuple[int, int, int], Any]] = field(default_factory=dict)

    def made(self, path: str, found: stat_result, make: Callable[[bytes], Made]) -> Made:
        """What ``make`` gives for the bytes of a file."""
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        key = (path, make.__qualname__)
        known = self.kept.get(key)
        if known is None or known[0] != stamp:
            known = (stamp, make(content(Path(path))))
            self.kept[key] = known
        made: Made = known[1]
        return made

    def file(self, path: Path, make: Callable[[bytes], Made]) -> Made:
        """The same for one file by its path; a file that is not there is like an empty one."""
        try:
            return self.made(str(path), path.stat(), make)
        except (FileNotFoundError, NotADirectoryError):
            return make(b"")

    def folder(self, folder: Path, make: Callable[[bytes], Made]) -> Iterator[tuple[str, Made]]:
        """Name without ending, and what was made, for each JSON file of a folder; of one that is shut, from no bytes."""
        for name, entry in sorted(names(folder).items()):
            try:
                yield name, self.made(*entry, make)
            except FileNotFoundError:  # went away between listing and reading
                continue
            except OSError:
                yield name, make(b"")


def content(path: Path) -> bytes:
    """The bytes of an ordinary file: a pipe, which may never end, is not waited for.

    Raises:
        OSError: when it cannot be read, or is not a file.
    """
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        raise OSError(EINVAL, "it is a folder" if S_ISDIR(mode) else "it is not an ordinary file", str(path))
    return path.read_bytes()


def names(folder: Path) -> dict[str, tuple[str, stat_result]]:
    """Name without ending, path and state of each JSON file of a folder; nothing for a folder that is not there.

    Raises:
        OSError: when the folder is there and cannot be looked into.
    """
    try:
        with scandir(folder) as entries:
            files = [entry for entry in entries if entry.name.endswith(".json") and not entry.name.startswith(".")]
            return {entry.name.removesuffix(".json"): (entry.path, entry.stat()) for entry in files if entry.is_file()}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def record(raw: bytes) -> Record:
    """A JSON object; empty for bytes that are not one: `framing check` says what is wrong with them."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def lines(raw: bytes) -> list[Record]:
    """The records of a JSONL file."""
    return [record(line) for line in raw.splitlines() if line.strip()]


def etag(raw: bytes | None) -> str:
    """The name of one state of a file: sha256 of its bytes; empty for a file that is not there."""
    return sha256(raw).hexdigest() if raw is not None else ""
