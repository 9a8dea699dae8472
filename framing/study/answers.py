"""Where in a coding its coder answers, and what stands there."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

ABSENT = object()
"""Stands for an answer that is not given yet; null is one: no event, no secondary frame."""
SECONDARY = "/frames/secondary"
FRAMES = ("/frames/primary", SECONDARY)
"""JSON Pointers to the frames of a coding."""


def places(variables: Iterable[str]) -> tuple[str, ...]:
    """JSON Pointers to what coders may differ on, and what is settled: the event with its relation, the frames, each variable.

    >>> places(["stance"])
    ('/event', '/frames/primary', '/frames/secondary', '/values/stance')
    """
    return ("/event", *FRAMES, *(f"/values/{name}" for name in variables))


def value_at(record: Mapping[str, Any], pointer: str, absent: Any = None) -> Any:
    """What stands at a place of a record that may be incomplete; ``absent`` when nothing does.

    >>> value_at({"event": {"id": "summit"}}, "/event/id"), value_at({}, "/event/id")
    ('summit', None)
    """
    found: Any = record
    for step in pointer.split("/")[1:]:
        found = found.get(step, absent) if isinstance(found, Mapping) else absent
    return found


def answer(coding: Mapping[str, Any], pointer: str) -> Any:
    """The answer at one of the ``places``; secondary frames in alphabetical order, because their order means nothing.

    Args:
        coding: a coding, perhaps incomplete.
        pointer: one of its ``places``.

    Returns:
        The answer, or ``ABSENT``.

    >>> answer({"frames": {"secondary": ["war", "trade"]}}, "/frames/secondary")
    ['trade', 'war']
    """
    found = value_at(coding, pointer, ABSENT)
    return sorted(found) if pointer == SECONDARY and isinstance(found, list) else found


def supported(supports: str, variables: Container[str]) -> tuple[str, ...]:
    """JSON Pointers to where the answers stand that a piece of evidence can support: the event, a variable, or the frames.

    >>> supported("event", ()), supported("stance", {"stance"}), supported("war", {"stance"})
    (('/event/id',), ('/values/stance',), ('/frames/primary', '/frames/secondary'))
    """
    if supports == "event":
        return ("/event/id",)
    return (f"/values/{supports}",) if supports in variables else FRAMES


def put(record: dict[str, Any], pointer: str, value: Any) -> None:
    """Lets a value stand at a place of a record, with the objects around it where they are missing.

    >>> record = {}
    >>> put(record, "/event/id", "summit")
    >>> record
    {'event': {'id': 'summit'}}
    """
    *around, last = pointer.split("/")[1:]
    found = record
    for step in around:
        found = found.setdefault(step, {})
    found[last] = value
