"""Opens the files of a study. Knows JSON and where files belong, but not what they mean."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from errno import EINVAL
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from framing.study import exact, unreadable
from framing.study.canonical import AS_THEY_COME, as_file, as_line, ordered
from framing.study.faults import Fault, StudyNotFound, meant
from framing.study.layout import HISTORY, MAPS, MIGRATIONS, NAMED_BY, OPTIONAL, translations

REGISTERS = ("outlets", "events", "sources", "searches", "coders")
"""Files of ``coded/`` that hold one list each."""

Record = dict[str, Any]
Text = tuple[bytes, str, str, int]
"""One JSON text that nobody has parsed yet: bytes, kind, file and line, as in a Document."""


class Document(NamedTuple):
    """One record with its address.

    Attributes:
        kind: name of its schema: codebook, article, coding, or one of the registers.
        file: path relative to the study, with forward slashes.
        line: line within a JSONL file, counted from 1; 0 for a file that is one record.
        raw: the bytes as they stand on disk.
        record: the parsed object.
        untidy: whether writing the record again, its keys as they come, gives other bytes and loses nothing.
    """

    kind: str
    file: str
    line: int
    raw: bytes
    record: Record
    untidy: bool

    def fault(self, where: str, rule: str, message: str) -> Fault:
        """A fault at a place of this document."""
        return Fault(self.file, self.line, where, rule, message)


def study_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` that is a study.

    Raises:
        StudyNotFound: when there is none.
    """
    try:
        start = start.resolve()
    except (OSError, RuntimeError) as error:  # Python says RuntimeError where links lead in a circle
        raise StudyNotFound(f"{start} cannot be opened: it is a link that leads to itself") from error
    for folder in (start, *start.parents):
        if (folder / "schemas" / "codebook.json").is_file() and (folder / "coded").is_dir():
            return folder
    for folder in (start, *start.parents):
        if (folder / "coded" / "outlets.json").is_file():
            raise StudyNotFound(
                f"{folder} has coded/ but no schemas/codebook.json, which says what codings mean: put it back, or make a new "
                "study with `framing init DIR` and move coded/ there."
            )
    raise StudyNotFound(
        f"{start} is not a study, and neither is any folder above it: a study has schemas/codebook.json and coded/. "
        "Name one with --study DIR, or make one with `framing init DIR`."
    )


def documents(root: Path) -> Iterator[Document | Fault]:
    """Every record of a study, or faults in its place, in the order of ``texts``.

    Args:
        root: the study's folder.

    Yields:
        A Document per readable record; a Fault per thing that could not be read.
    """
    for text in texts(root):
        yield from [text] if isinstance(text, Fault) else parse(*text)


def texts(root: Path) -> Iterator[Text | Fault]:
    """Every JSON text of a study, in a stable order.

    The codebook comes first, then registers, articles and codings, so that a reader knows what is referred to.

    Args:
        root: the study's folder.

    Yields:
        A Text per record; a Fault per file that cannot be opened, or that nothing reads.
    """
    yield from _file(root, root / "schemas/codebook.json", "codebook")
    for path in translations(root):
        yield from _file(root, path, "translation")
    for folder, kind in ((HISTORY, "older_codebook"), (MIGRATIONS, "migration"), (MAPS, "map")):
        yield from _collection(root, root / folder, kind)
    coded = root / "coded"
    for name in REGISTERS:
        yield from _file(root, coded / f"{name}.json", name)
    for path in (coded / f"{name}.json" for name in OPTIONAL):
        if path.exists() or path.is_symlink():
            yield from _file(root, path, path.stem)
    yield from _collection(root, coded / "articles", "article")
    codings = coded / "codings"
    coders = {path.name.removesuffix(".jsonl") for path in _readable(codings) if _holds_codings(path)}
    for name in sorted(coders):
        yield from _collection(root, codings / name, "coding")
    yield from _strangers(root)


def coder_folder(file: str) -> str:
    """The coder whose folder or JSONL file holds a coding.

    >>> coder_folder("coded/codings/a/yomiuri-2014-02-09.json"), coder_folder("coded/codings/b.jsonl")
    ('a', 'b')
    """
    return file.split("/")[2].removesuffix(".jsonl")


def _entries(folder: Path) -> list[Path]:
    """The files and folders in a folder, in order, without hidden ones.

    Raises:
        OSError: when the folder may not be read.
    """
    inside = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in inside if not path.name.startswith("."))


def _readable(folder: Path) -> list[Path]:
    """The same, or nothing where the folder may not be read, which is a fault elsewhere."""
    try:
        return _entries(folder)
    except OSError:
        return []


def _holds_codings(path: Path) -> bool:
    return path.name.isprintable() and (path.suffix == ".jsonl" or path.is_dir())


def _strangers(root: Path) -> Iterator[Fault]:
    """Files that nothing would ever read: most often a mistyped name, or a link to something that has moved."""
    coded, codings = root / "coded", root / "coded" / "codings"
    homes = [*(f"{name}.json" for name in (*REGISTERS, *OPTIONAL)), "articles", "codings", "articles.jsonl"]
    for path in _readable(coded):
        if path.name not in homes:
            yield _stranger(root, path, meant(path.name, homes))
        elif not path.suffix and _leads_nowhere(path) and path != coded / "articles":  # whose collection says so
            yield _closed(root, path)
        elif not path.suffix and path.exists() and not path.is_dir():
            yield _stranger(root, path, f"; {path.name!r} must be a folder")
    try:
        entries = _entries(codings)
    except OSError as error:
        yield _closed(root, codings, error)
        return
    for path in entries:
        if _holds_codings(path):
            continue
        if _leads_nowhere(path):
            yield _closed(root, path)
        else:
            yield _stranger(root, path, "; a coding belongs in codings/<coder>/<article>.json or codings/<coder>.jsonl")


def _leads_nowhere(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _stranger(root: Path, path: Path, right: str) -> Fault:
    what = f"nothing reads this {'folder' if path.is_dir() else 'file'}{right}"
    return Fault(printable(root, path), 0, "", "file_expected", what)


def _collection(root: Path, folder: Path, kind: str) -> Iterator[Text | Fault]:
    try:
        entries = _entries(folder)
    except OSError as error:
        yield _closed(root, folder, error)
        entries = []
    if kind == "article" and _leads_nowhere(folder):
        yield _closed(root, folder)
    for path in entries:
        if not path.name.isprintable():
            yield _stranger(root, path, "; its name has characters that no id can have; rename it")
        elif path.suffix == ".json" and not path.is_dir():
            yield from _file(root, path, kind)
        else:
            yield _stranger(root, path, f"; only files named <{NAMED_BY[kind]}>.json belong here")
    lines = folder.with_name(folder.name + ".jsonl")
    if lines.exists() or lines.is_symlink():
        yield from _lines(root, lines, kind)


def printable(root: Path, path: Path) -> str:
    """The path relative to the study as it can be printed everywhere: not every name on a disk is text."""
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in name)


def _file(root: Path, path: Path, kind: str) -> Iterator[Text | Fault]:
    try:
        with opened(path) as stream:
            raw = stream.read()
    except FileNotFoundError:
        if path.is_symlink():
            yield _closed(root, path)
            return
        message = "this file is missing; `framing init` shows what an empty one looks like"
        yield Fault(printable(root, path), 0, "", "file_missing", message)
    except OSError as error:
        yield _closed(root, path, error)
    else:
        yield raw, kind, printable(root, path), 0


def _lines(root: Path, path: Path, kind: str) -> Iterator[Text | Fault]:
    name, number = printable(root, path), 0
    try:
        with opened(path) as stream:
            for number, raw in enumerate(stream, 1):
                yield raw, kind, name, number
    except OSError as error:
        yield _closed(root, path, error)
        return
    if not number:
        yield Fault(name, 0, "", "file_empty", "is empty; restore what it held, or remove the file")


def opened(path: Path) -> BinaryIO:
    """A file of a study, open for reading.

    Raises:
        OSError: when it cannot be opened; also for a pipe, a socket or a device, which might be read for ever.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(EINVAL, "it is a pipe, a socket or a device, not a file", str(path))
    return path.open("rb")


def _closed(root: Path, path: Path, error: OSError | None = None) -> Fault:
    """Why a file or folder cannot be read."""
    if _leads_nowhere(path) or error is None:
        reason = "it is a broken link"
    elif isinstance(error, IsADirectoryError):
        reason = "it is a folder, not a file"
    else:
        reason = str(error.strerror)
    return Fault(printable(root, path), 0, "", "file_readable", f"cannot be read: {reason}")


def parse(raw: bytes, kind: str, file: str, line: int) -> list[Document | Fault]:
    """The document in some bytes, preceded by the faults of its JSON.

    Args:
        raw: one JSON text.
        kind: name of the schema that it will be held against.
        file: where it stands, for the address of faults.
        line: its line in a JSONL file, or 0.

    Returns:
        The document alone; or faults and, where the text could be understood all the same, the document.

    >>> [str(fault) for fault in parse(b'{"a": 1,}', "article", "x.json", 0)]
    ['x.json:1::: not JSON: remove the comma before } (column 8)']
    """
    if raw.startswith(BOM_UTF8):
        found = parse(raw.removeprefix(BOM_UTF8), kind, file, line)
        alone = len(found) == 1
        return [item if isinstance(item, Fault) else item._replace(raw=raw, untidy=alone) for item in found]
    shape = as_line if line else as_file
    try:
        record = orjson.loads(raw)
        written = shape(record)
    except orjson.JSONDecodeError:
        return [unreadable.fault(raw, file, line)]
    except orjson.JSONEncodeError:
        return [Fault(file, line, "", "json", unreadable.DEEP)]
    if b".0" in written and _WHOLE.search(written):
        record = ordered(record, AS_THEY_COME)
        written = shape(record)
    if not isinstance(record, dict):
        return [unreadable.no_object(record, file, line)]
    document = Document(kind, file, line, raw, record, untidy=False)
    if exact.is_kept(raw, written):
        return [document]
    lost = [document.fault(*loss) for loss in exact.losses(raw)]
    return [*lost, document if lost else document._replace(untidy=written != raw)]


_WHOLE = re.compile(rb"[.]0[\]},\n]")
"""Where a whole number may stand with a decimal point: JSON Schema takes 1.0 for 1, but the values of a codebook are 1."""
