"""The one way to write a record: UTF-8, two-space indent, keys in the schema's order, one final newline."""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from time import time
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """The order of keys that a schema gives to an object, and to everything inside it.

    Attributes:
        keys: property names in the schema's order; empty when the schema names none.
        inside: the order within each property.
        items: the order within the elements, where the schema describes a list.
        members: the order of the elements themselves, where the list is a set of names that the schema puts in order.
        seen: orders of keys found to be right before; records of one kind come in few shapes.
        turned: the right order for other ones that were met.
    """

    keys: tuple[str, ...]
    inside: Mapping[str, "KeyOrder"]
    items: "KeyOrder | None"
    members: tuple[str, ...] = ()
    seen: set[tuple[str, ...]] = field(default_factory=set, repr=False, compare=False)
    turned: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)


_PLAIN = frozenset({str, int, bool, type(None)})
"""Types of values in which nothing is to be put in order."""
AS_THEY_COME = KeyOrder((), {}, None)
"""The order of an object of which no schema speaks."""


def key_order(schema: Mapping[str, Any]) -> KeyOrder:
    """The order of keys in records of this schema, and of elements where ``itemsInOrder`` says so; local references are followed.

    >>> key_order({"properties": {"b": {}, "a": {"items": {"properties": {"x": {}}}}}}).keys
    ('b', 'a')
    """
    definitions = schema.get("$defs", {})

    def order(part: Any) -> KeyOrder:
        if not isinstance(part, Mapping):
            return KeyOrder((), {}, None)
        if "$ref" in part:
            part = definitions[part["$ref"].removeprefix("#/$defs/")]
        properties = part.get("properties", {})
        inside = {name: order(value) for name, value in properties.items()}
        kept = {name: value for name, value in inside.items() if value.keys or value.items or value.members}
        items = order(part.get("items"))
        members = tuple(part["items"]["enum"]) if part.get("itemsInOrder") else ()
        return KeyOrder(tuple(properties), kept, items if items.keys or items.items else None, members)

    return order(schema)


def in_order(value: Any, order: KeyOrder) -> bool:
    """Whether every object already has its keys in order, and every set its elements; far cheaper than sorting them.

    >>> in_order({"b": 1, "z": 2}, KeyOrder(("a", "b"), {}, None)), in_order({"z": 2, "b": 1}, KeyOrder(("b",), {}, None))
    (True, False)
    """
    if isinstance(value, dict):
        keys = tuple(value)
        if keys not in order.seen:
            if order.keys and keys != _sorted_keys(value, order):
                return False
            order.seen.add(keys)
        for name, inside in order.inside.items():
            if type(part := value.get(name)) not in _PLAIN and not in_order(part, inside):
                return False
    elif order.members and isinstance(value, list):
        return len(value) < 2 or value == _sorted_members(value, order)
    elif order.items and isinstance(value, list):
        known = order.items.seen if not order.items.inside else ()
        for item in value:
            if not (type(item) is dict and tuple(item) in known) and not in_order(item, order.items):
                return False
    return True


def _sorted_keys(value: Mapping[str, Any], order: KeyOrder) -> tuple[str, ...]:
    known = [key for key in order.keys if key in value]
    return (*known, *(key for key in value if key not in order.keys))


def _sorted_members(value: list[Any], order: KeyOrder) -> list[Any]:
    """A set in its order; what does not belong to it comes last, as it was, and what is there twice stays twice."""
    known = [member for member in order.members for item in value if item == member]
    return [*known, *(item for item in value if item not in order.members)]


def ordered(value: Any, order: KeyOrder) -> Any:
    """The same value with its keys and sets in order; what the schema does not name comes last, as it was.

    A whole number loses its decimal point; beyond 2**53 it is not certain which one was meant.

    >>> ordered({"b": 1.0, "a": 0.5}, AS_THEY_COME)
    {'b': 1, 'a': 0.5}
    """
    if isinstance(value, dict):
        keys = tuple(value)
        if order.keys and keys not in order.seen:
            if keys not in order.turned:
                order.turned[keys] = _sorted_keys(value, order)
            keys = order.turned[keys]
        inner = order.inside
        return {
            key: part if type(part := value[key]) in _PLAIN else ordered(part, inner.get(key, AS_THEY_COME))
            for key in keys
        }
    if isinstance(value, list):
        items = order.items or AS_THEY_COME
        inside = [item if type(item) in _PLAIN else ordered(item, items) for item in value]
        return _sorted_members(inside, order) if order.members else inside
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def as_file(record: Mapping[str, Any]) -> bytes:
    """The bytes of a record that is a file of its own, its keys as they come."""
    return orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_line(record: Mapping[str, Any]) -> bytes:
    """The bytes of a record that is one line of a JSONL file, its keys as they come."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def file_bytes(record: Mapping[str, Any], order: KeyOrder) -> bytes:
    """The canonical bytes of a record that is a file of its own.

    Args:
        record: any JSON object.
        order: the order of its keys, see ``key_order``.

    Returns:
        UTF-8 without escapes, indented by two spaces, with one final newline.

    >>> file_bytes({"b": 2, "a": 1}, KeyOrder(("a", "b"), {}, None)).splitlines()
    [b'{', b'  "a": 1,', b'  "b": 2', b'}']
    """
    return as_file(ordered(record, order))


def line_bytes(record: Mapping[str, Any], order: KeyOrder) -> bytes:
    """The canonical bytes of a record that is one line of a JSONL file."""
    return as_line(ordered(record, order))


def write(path: Path, content: bytes) -> None:
    """Replaces what a file holds as a whole, or leaves it as it was: never half of it.

    A link stays a link, and what it leads to gets the content. Mode and owner stay as they were; a new file has those
    that any new file has. A pipe or a device takes the content as it comes.

    Raises:
        OSError: when the folder cannot be written to; the old file is then untouched. It names the file that was meant.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)
        return
    with _beside(path, content) as name:
        os.replace(name, path)


def create(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, as a whole: of several writers at once one succeeds, and the others know.

    Raises:
        FileExistsError: when it is there, or was made meanwhile; it is untouched.
        OSError: as for ``write``.
    """
    with _beside(path, content) as name:
        try:
            os.link(name, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, as on many memory sticks
            os.close(os.open(path, os.O_CREAT | os.O_EXCL))
            os.replace(name, path)


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """A finished file beside its place, under a name that nobody reads; gone afterwards. It has the mode of what it replaces."""
    name = path.with_name(f".{token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.stat() if path.exists() else None
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if before else 0o666)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            if before:
                with suppress(PermissionError):  # only some may give a file to its former owner
                    os.chown(name, before.st_uid, before.st_gid)
                os.chmod(name, S_IMODE(before.st_mode))
            yield name
        finally:
            name.unlink(missing_ok=True)
    except OSError as error:  # nobody knows the temporary file
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def writable(folder: Path) -> None:
    """Tries whether files can be made in a folder, or in the nearest one above it that is there.

    Raises:
        OSError: when they cannot; it names the folder.
    """
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(there)) from error


ABANDONED = 60
"""Seconds after which nobody can still be writing a file."""
_UNFINISHED = re.compile("[.][a-z0-9_]{8,16}[.]tmp")


def sweep(folder: Path) -> None:
    """Removes, anywhere in a folder, the unfinished files of a tool that was stopped while it wrote."""
    before = time() - ABANDONED
    for path in folder.rglob(".*.tmp"):
        with suppress(OSError):
            if _UNFINISHED.fullmatch(path.name) and path.stat().st_mtime < before:
                path.unlink()
