"""Rules of migrations, as far as one file can be judged by itself."""

from collections.abc import Iterator, Mapping

from framing.study.faults import shown
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record
from framing.study.schema import numbers

Shape = frozenset[str]


def _shapes(*needed: str) -> frozenset[Shape]:
    return frozenset(frozenset(shape.split()) for shape in needed)


SHAPES: Mapping[str, frozenset[Shape]] = {
    "rename": _shapes("frame to", "variable to", "variable value to"),
    "merge": _shapes("frames to", "variable values to"),
    "split": _shapes("frame into", "variable value into"),
    "add": _shapes("frame", "variable", "variable value"),
    "remove": _shapes("frame", "variable", "variable value"),
    "scale": _shapes("variable scale"),
    "set": _shapes("variable"),
    "redefine": _shapes("frame", "variable", "variable value"),
}
"""The keys that each operation has beside ``do``: one of these sets, whole."""


def migration_operations_whole(migration: Record, _: Index) -> Iterator[Complaint]:
    """Each operation has the keys that it needs, and no other."""
    for place, entry in enumerate(migration["operations"]):
        keys = entry.keys() - {"do"}
        if keys not in SHAPES[entry["do"]]:
            allowed = [f"({', '.join(sorted(shape))})" for shape in SHAPES[entry["do"]]]
            given = ", ".join(sorted(keys)) or "none"
            message = (
                f"{shown(entry['do'])} needs the keys {' or '.join(sorted(allowed))}, and no other; given: {given}"
            )
            yield ("operations", place), message


def migration_rises(migration: Record, _: Index) -> Iterator[Complaint]:
    """A migration leads to a newer version; `framing codebook migrate --undo` goes back."""
    if numbers(migration["to"]) <= numbers(migration["from"]):
        yield ("to",), f"{migration['to']!r} is not newer than {migration['from']!r}; `--undo` takes a migration back"


def migration_starts_once(migration: Record, index: Index) -> Iterator[Complaint]:
    """From one version one migration leads on, so that it is certain what becomes of a coding."""
    first = index.migrations.get(migration["from"], migration["to"])
    if first != migration["to"]:
        message = f"another migration leads from {migration['from']!r} already, to {first!r}; keep one of the two"
        yield ("from",), message
