"""What the files of a folder were made from, so that they are made again only when that has changed.

The answer is kept beside them, in ``.framing/made.json``, which git ignores. It may be deleted: everything is made anew then.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import canonical

FILE = ".framing/made.json"


class Made(NamedTuple):
    """What some files were made from.

    Attributes:
        study: hash of every file of the study.
        program: hash of this program and of everything that is installed with it.
        asked: what was asked for, in words.
        files: hash of each file, by its path in the folder.
        drawn: hash of the specification of each drawing, by its path.
        others: what else stands in the folder.
    """

    study: str
    program: str
    asked: str
    files: Mapping[str, str]
    drawn: Mapping[str, str]
    others: Sequence[str] = ()


def hashed(content: bytes) -> str:
    """A name for some bytes that no other bytes have."""
    return sha256(content).hexdigest()


def study_hash(root: Path) -> str:
    """A hash of every file that the records of a study can come from: names and content."""
    return _of_files(root, (path for part in ("schemas", "coded") for path in (root / part).rglob("*")))


@cache
def program_hash() -> str:
    """A hash of the source of this program, and of the name and version of every installed library."""
    package = Path(__file__).parents[1]
    own = (path for path in package.rglob("*") if path.suffix not in {".pyc", ".pyo"})
    installed = sorted(f"{found.name} {found.version}" for found in distributions())
    return hashed("\n".join([_of_files(package, own), *installed]).encode())


def _of_files(root: Path, paths: Iterable[Path]) -> str:
    files = sorted((path.relative_to(root).as_posix(), path) for path in paths if path.is_file())
    total = sha256()
    for name, path in files:
        total.update(f"{name}\0{hashed(path.read_bytes())}\n".encode())
    return total.hexdigest()


def read(folder: Path) -> Made | None:
    """What the files of a folder were made from; None where nothing, or nothing legible, says it."""
    try:
        made = Made(**json.loads((folder / FILE).read_bytes()))
        return (
            made
            if all(isinstance(part, dict) for part in (made.files, made.drawn)) and isinstance(made.others, list)
            else None
        )
    except (OSError, ValueError, TypeError):
        return None


def write(folder: Path, made: Made) -> None:
    """Keeps what the files of a folder were made from; its own .gitignore keeps it out of git.

    Raises:
        OSError: when the folder cannot be written to.
    """
    canonical.write(folder / FILE, json.dumps(made._asdict(), indent=0, sort_keys=True).encode())
    canonical.write((folder / FILE).with_name(".gitignore"), b"*\n")


def untouched(folder: Path, before: Made) -> bool:
    """Whether every file still is what was written, and no other has come or gone."""
    kept = all(_still(folder / name, known) for name, known in before.files.items())
    return kept and others(folder, before.files) == list(before.others)


def others(folder: Path, files: Collection[str]) -> list[str]:
    """What stands in a folder beside some files, hidden folders apart."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if name not in files and not name.startswith("."))


def _still(path: Path, known: str) -> bool:
    return path.is_file() and hashed(path.read_bytes()) == known


class Drawings:
    """Drawings by their path; one that was drawn before, from the same specification, is taken from the folder.

    Attributes:
        specs: hash of the specification of each drawing so far, by its path.
    """

    def __init__(self, folder: Path, before: Made | None, draw: Callable[[dict[str, Any]], bytes]) -> None:
        usable = before is not None and before.program == program_hash()
        self._before = before if usable else None
        self._folder = folder
        self._draw = draw
        self.specs: dict[str, str] = {}

    def __call__(self, name: str, spec: dict[str, Any]) -> bytes:
        """The drawing of a specification."""
        self.specs[name] = hashed(json.dumps(spec, ensure_ascii=False).encode())
        before, path = self._before, self._folder / name
        if before and before.drawn.get(name) == self.specs[name] and _still(path, before.files.get(name, "")):
            return path.read_bytes()
        return self._draw(spec)


def changed(folder: Path, content: Mapping[str, bytes]) -> Iterator[str]:
    """The files that are missing in the folder or differ there."""
    return (
        name for name, data in content.items() if not (folder / name).is_file() or (folder / name).read_bytes() != data
    )
