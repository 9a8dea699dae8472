"""Where a codebook of another time is found: kept in the study, in a file, or in a revision of its repository."""

import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import load, validate
from framing.study.canonical import write
from framing.study.faults import Fault, InvalidStudy, meant
from framing.study.layout import HISTORY
from framing.study.schema import VERSION, numbers

CURRENT = "schemas/codebook.json"


class Codebook(NamedTuple):
    """A codebook with the place where it was found.

    Attributes:
        where: in words, for example ``HEAD~3:schemas/codebook.json``.
        raw: its bytes.
        record: what they say.
    """

    where: str
    raw: bytes
    record: dict[str, Any]

    @property
    def version(self) -> str:
        """The version that it bears; 0.0.0 where it has none."""
        return str(self.record.get("version", "0.0.0"))


class NoCodebookError(Exception):
    """There is no codebook where one was looked for; the message says where to look instead."""


def codebook_at(root: Path, name: str) -> Codebook:
    """The codebook that a person means.

    Args:
        root: the study's folder.
        name: a version such as 1.0.0; the path of a file; or a git revision such as HEAD~1 or a tag. A version is looked for
            first, then a file.

    Returns:
        The codebook.

    Raises:
        NoCodebookError: when there is none.
        InvalidStudy: when what is there is not a valid codebook.

    >>> codebook_at(load.study_root(Path(".")), "schemas/codebook.json").record["id"]
    'japan-russia-press'
    """
    if re.search(VERSION, name):
        return _of_version(root, name)
    for path in (root / CURRENT,) if name == CURRENT else (Path(name), root / name):
        if path.is_file():
            return _read(name, path.read_bytes())
    return _read(f"{name}:{CURRENT}", _in_revision(root, name))


def kept(root: Path) -> list[str]:
    """The versions that a study keeps, oldest first.

    >>> kept(Path("nowhere"))
    []
    """
    names = [path.stem for path in (root / HISTORY).glob("*.json") if re.search(VERSION, path.stem)]
    return sorted(names, key=numbers)


def keep(root: Path, book: Codebook) -> Path:
    """Keeps a codebook in the study under its version.

    Returns:
        Its file.

    Raises:
        NoCodebookError: when another codebook of this version is kept already: of one version there is one.
        OSError: when the folder cannot be written to.
    """
    path = root / HISTORY / f"{book.version}.json"
    if path.is_file() and path.read_bytes() != book.raw:
        raise NoCodebookError(
            f"{HISTORY}/{book.version}.json holds another codebook of this version; a version names one codebook, so raise the "
            "version of the newer one"
        )
    write(path, book.raw)
    return path


def _of_version(root: Path, version: str) -> Codebook:
    path = root / HISTORY / f"{version}.json"
    if path.is_file():
        return _read(f"{HISTORY}/{version}.json", path.read_bytes())
    current = codebook_at(root, CURRENT)
    if current.version == version:
        return current
    known = [*kept(root), current.version]
    raise NoCodebookError(
        f"there is no codebook {version}{meant(version, known)}; `framing codebook keep REVISION` keeps the one of a git revision"
    )


def _in_revision(root: Path, revision: str) -> bytes:
    """The bytes of the codebook in a revision of the repository that the study stands in."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "show", "--end-of-options", f"{revision}:./{CURRENT}"],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NoCodebookError(
            f"there is no file {revision!r}, and git, which knows older codebooks, is not installed"
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "git does not know it"
        raise NoCodebookError(f"{revision!r} is not a version, a file or a git revision with a codebook: {reason}")
    return done.stdout


def _read(where: str, raw: bytes) -> Codebook:
    """The codebook in some bytes; only a valid one can be compared."""
    found = load.parse(raw, "codebook", where, 0)
    faults = [each for each in found if isinstance(each, Fault)]
    documents = [each for each in found if isinstance(each, load.Document)]
    for document in documents if not faults else ():
        faults = validate.faults(document, validate.fixed_contract("codebook"))
    if faults:
        raise InvalidStudy(faults)
    return Codebook(where, raw, documents[0].record)
