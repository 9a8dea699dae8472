"""Opens the files of a study. Knows JSON and where files stand; knows nothing of what they mean."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from framing import unreadable
from framing.canonical import AS_THEY_COME, ordered
from framing.faults import Fault, StudyNotFound, meant, pointer

REGISTERS = ("outlets", "events", "sources", "searches", "coders")
"""Files of ``coded/`` that hold one list each."""

FILE = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
LINE = orjson.OPT_APPEND_NEWLINE
"""How records are written as a file or a line of their own; ``framing.canonical`` writes the same."""

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
    start = start.resolve()
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
        f"{start} is no study, nor is any folder above it: a study holds schemas/codebook.json and coded/. "
        "Name one with --study DIR, or make one with `framing init DIR`."
    )


def documents(root: Path) -> Iterator[Document | Fault]:
    """Every record of a study, or the faults that stand in its place, in the order of ``texts``.

    Args:
        root: the study's folder.

    Yields:
        A Document per readable record; a Fault per thing that could not be read.
    """
    for text in texts(root):
        if isinstance(text, Fault):
            yield text
        else:
            yield from parse(*text)


def texts(root: Path) -> Iterator[Text | Fault]:
    """Every JSON text of a study, in a stable order.

    The codebook comes first, then the registers, the articles and the codings: whoever reads on knows what
    later records refer to. Files are read as a stream, so memory does not grow with the study.

    Args:
        root: the study's folder.

    Yields:
        A Text per record; a Fault per file that cannot be opened, or that nothing reads.
    """
    yield from _file(root, root / "schemas" / "codebook.json", "codebook")
    coded = root / "coded"
    for name in REGISTERS:
        yield from _file(root, coded / f"{name}.json", name)
    yield from _collection(root, coded / "articles", "article")
    codings = coded / "codings"
    collections = (path for path in _entries(codings) if path.is_dir() or path.suffix == ".jsonl")
    for name in sorted({path.name.removesuffix(".jsonl") for path in collections}):
        yield from _collection(root, codings / name, "coding")
    yield from _strangers(root)


def coder_folder(file: str) -> str:
    """The coder whose folder or JSONL file a coding stands in.

    >>> coder_folder("coded/codings/a/yomiuri-2014-02-09.json"), coder_folder("coded/codings/b.jsonl")
    ('a', 'b')
    """
    return file.split("/")[2].removesuffix(".jsonl")


def _entries(folder: Path) -> list[Path]:
    """What stands in a folder, in order; hidden files are not the study's."""
    inside = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in inside if not path.name.startswith("."))


def _strangers(root: Path) -> Iterator[Fault]:
    """Files that nothing would ever read: most often a typing mistake in a name."""
    coded = root / "coded"
    homes = [*(f"{name}.json" for name in REGISTERS), "articles", "codings", "articles.jsonl"]
    for path in _entries(coded):
        if path.name not in homes:
            yield _stranger(root, path, meant(path.name, homes))
        elif path.is_file() and not path.suffix:
            yield _stranger(root, path, f"; {path.name!r} must be a folder")
    for path in _entries(coded / "codings"):
        if path.is_file() and path.suffix != ".jsonl":
            yield _stranger(root, path, "; a coding stands in codings/<coder>/<article>.json or codings/<coder>.jsonl")


def _stranger(root: Path, path: Path, right: str) -> Fault:
    return Fault(_name(root, path), 0, "", "file_expected", f"nothing reads this {_sort_of(path)}{right}")


def _sort_of(path: Path) -> str:
    return "folder" if path.is_dir() else "file"


def _collection(root: Path, folder: Path, kind: str) -> Iterator[Text | Fault]:
    for path in _entries(folder):
        if path.suffix == ".json" and path.is_file():
            yield from _file(root, path, kind)
        elif path.is_symlink() and not path.exists():
            yield _closed(_name(root, path), path, OSError(0, "it is a link that leads nowhere"))
        else:
            yield _stranger(
                root, path, f"; only files named <{'id' if kind == 'article' else 'article'}>.json stand here"
            )
    lines = folder.with_name(folder.name + ".jsonl")
    if lines.exists():
        yield from _lines(root, lines, kind)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _file(root: Path, path: Path, kind: str) -> Iterator[Text | Fault]:
    name = _name(root, path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        yield Fault(
            name, 0, "", "file_missing", "this file is missing; `framing init` shows what an empty one looks like"
        )
        return
    except OSError as error:
        yield _closed(name, path, error)
        return
    yield raw, kind, name, 0


def _lines(root: Path, path: Path, kind: str) -> Iterator[Text | Fault]:
    name = _name(root, path)
    try:
        with path.open("rb") as stream:
            for number, raw in enumerate(stream, 1):
                yield raw, kind, name, number
    except OSError as error:
        yield _closed(name, path, error)


def _closed(name: str, path: Path, error: OSError) -> Fault:
    reason = "it is a folder, where a file is expected" if path.is_dir() else error.strerror
    return Fault(name, 0, "", "file_readable", f"cannot be read: {reason}")


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
    try:
        record = orjson.loads(raw)
        written = orjson.dumps(record, option=LINE if line else FILE)
    except orjson.JSONDecodeError:
        return [unreadable.fault(raw, file, line)]
    except orjson.JSONEncodeError:
        return [Fault(file, line, "", "json", unreadable.DEEP)]
    if _WHOLE.search(written):
        record = ordered(record, AS_THEY_COME)
        written = orjson.dumps(record, option=LINE if line else FILE)
    if not isinstance(record, dict):
        return [Fault(file, line, "", "json_object", f"a record is a JSON object {{…}}, not {_sort(record)}")]
    document = Document(kind, file, line, raw, record, untidy=False)
    if written == raw:  # what survives a round trip holds no key twice; only the rest needs the slow, exact look
        return [document]
    lost = _inexact(document)
    return [*lost, document if lost else document._replace(untidy=True)]


_WHOLE = re.compile(rb"[0-9][.]0[\]},\n]")
"""Where a whole number may stand with a decimal point: JSON Schema takes 1.0 for 1, but the values of a codebook are 1."""


def _sort(value: object) -> str:
    names = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


class _Twice(dict[str, Any]):
    """An object some of whose keys stood twice."""

    twice: tuple[str, ...] = ()


def _pairs(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    keys = [key for key, _ in pairs]
    marked = _Twice(record)
    marked.twice = tuple(dict.fromkeys(key for key in keys if keys.count(key) > 1))
    return marked


READABLE = frozenset({"json_duplicate_key", "json_number"})
"""Faults after which the record follows all the same."""


def _inexact(document: Document) -> list[Fault]:
    """What the fast parser silently drops: of a key that stands twice, the first value; of a long number, its end."""
    found: list[Fault] = []

    def walk(value: object, path: tuple[object, ...]) -> None:
        if isinstance(value, _Twice):
            for key in value.twice:
                message = f"the key {key!r} stands twice in this object; keep one"
                found.append(document.fault(pointer((*path, key)), "json_duplicate_key", message))
        if isinstance(value, int) and not -(2**63) <= value < 2**64:
            found.append(document.fault(pointer(path), "json_number", "this number is too long to be kept exactly"))
        if isinstance(value, dict):
            for key, item in value.items():
                walk(item, (*path, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                walk(item, (*path, index))

    walk(json.loads(document.raw, object_pairs_hook=_pairs), ())
    return found
