"""A folder that an export wrote: all of its files or none, and never over anything else."""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from framing.study import canonical

RECORD = "export.json"
"""Names what was exported, and every file with its SHA-256."""


def record(about: Mapping[str, str], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The record of an export, as a file beside the others.

    >>> list(record({"study": "ferries"}, {"a.csv": b"x"}))
    ['export.json']
    """
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    return {RECORD: canonical.as_file({**about, "files": digests})}


def in_the_way(folder: Path, *, replacing: bool) -> str:
    """Why an export cannot be written to a folder, in words; empty where it can.

    Args:
        folder: where to write.
        replacing: whether an earlier export may be replaced.
    """
    if folder.is_dir() and any(folder.iterdir()):
        if not replacing:
            return f"{folder} is not empty; name a new folder, or replace an earlier export with --overwrite. Nothing was changed."
        if strangers := _strangers(folder):
            named = "\n".join(f"  {name}" for name in strangers)
            return f"{folder} holds what no export wrote, or what was changed since; nothing was changed:\n{named}"
    elif folder.exists() and not folder.is_dir():
        return f"{folder} is a file; name a folder, nothing was changed."
    return ""


def _strangers(folder: Path) -> list[str]:
    """Files in a folder that are not as an export wrote them."""
    digests = _recorded(folder / RECORD)
    paths = [path for path in sorted(folder.rglob("*")) if path.is_symlink() or not path.is_dir()]
    names = ((path, path.relative_to(folder).as_posix()) for path in paths)
    return [
        name
        for path, name in names
        if path.is_symlink() or ((name != RECORD or not digests) and digests.get(name) != _digest(path))
    ]


def _recorded(path: Path) -> dict[str, str]:
    try:
        return dict(json.loads(path.read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files in the place of everything that is in a folder, or changes nothing.

    Raises:
        OSError: when the folder cannot be written to.
    """
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    former = sorted(folder.iterdir())
    stage = folder / f".{token_hex(8)}.tmp"
    try:
        fresh, old = stage / "new", stage / "old"
        old.mkdir(parents=True)
        for name, content in files.items():
            canonical.write(fresh / name, content)
        with ExitStack() as back:
            for source, target in [
                *((path, old / path.name) for path in former),
                *((path, folder / path.name) for path in sorted(fresh.iterdir())),
            ]:
                os.rename(source, target)
                back.callback(os.rename, target, source)
            back.pop_all()
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if new and not any(folder.iterdir()):
            folder.rmdir()
