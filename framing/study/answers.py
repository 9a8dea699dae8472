"""Where in a coding its coder answers, and what stands there."""

from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

ABSENT = object()
"""Stands for an answer that is not given yet; null is one: no event, no secondary frame."""
EVENT, OTHERS, VALUES, SECONDARY = "/event", "/event/others", "/values/", "/frames/secondary"
FRAMES = ("/frames/primary", SECONDARY)
"""JSON Pointers to the frames of a coding."""


class Inferred(NamedTuple):
    """An inferred value, as what can be looked up and compared."""

    value: Any


def places(variables: Iterable[str]) -> tuple[str, ...]:
    """JSON Pointers to what coders may differ on, and what is settled: event with relation, further events, frames, variables.

    >>> places(["stance"])
    ('/event', '/event/others', '/frames/primary', '/frames/secondary', '/values/stance')
    """
    return (EVENT, OTHERS, *FRAMES, *(f"/values/{name}" for name in variables))


def value_at(record: Mapping[str, Any], pointer: str, absent: Any = None) -> Any:
    """What stands at a place of a record that may be incomplete; ``absent`` when nothing does.

    >>> value_at({"event": {"id": "summit"}}, "/event/id"), value_at({}, "/event/id")
    ('summit', None)
    """
    found: Any = record
    for step in steps(pointer):
        if not isinstance(found, (dict, Mapping)) or step not in found:
            return absent
        found = found[step]
    return found


@lru_cache(maxsize=4096)
def steps(pointer: str) -> tuple[str, ...]:
    """The keys that lead to a place of a record.

    >>> steps("/event/id")
    ('event', 'id')
    """
    return tuple(pointer.split("/")[1:])


def others(coding: Mapping[str, Any]) -> list[str]:
    """The further events that a coding names, beside the one that the article is about.

    >>> others({"event": {"id": "summit", "relation": "reports", "others": ["strike"]}}), others({"event": {"id": None}})
    (['strike'], [])
    """
    found: list[str] = value_at(coding, OTHERS, [])
    return found


def in_order(events: Iterable[str], register: Iterable[str]) -> list[str]:
    """Events in the order of their register; those that are not in it come last, in alphabetical order.

    >>> in_order(["strike", "summit"], ["summit", "strike"])
    ['summit', 'strike']
    """
    order = {name: place for place, name in enumerate(register)}
    return sorted(events, key=lambda name: (order.get(name, len(order)), name))


def answer(coding: Mapping[str, Any], pointer: str) -> Any:
    """The answer at one of the ``places``; secondary frames in alphabetical order, because their order means nothing.

    An event is without the further ones, which are an answer of their own: none where an event or its absence is answered.
    They stand in the order of the register, in which they are written.

    Args:
        coding: a coding, perhaps incomplete.
        pointer: one of its ``places``.

    Returns:
        The answer, or ``ABSENT``; a value that is inferred under ``inferred``, for it is another answer than an attributed one.

    >>> answer({"frames": {"secondary": ["war", "trade"]}}, "/frames/secondary")
    ['trade', 'war']
    >>> answer({"values": {"tone": 1}, "inferred": ["tone"]}, "/values/tone")
    {'inferred': 1}
    """
    found = value_at(coding, pointer, ABSENT)
    if pointer == OTHERS and found is ABSENT and value_at(coding, EVENT, ABSENT) is not ABSENT:
        return []
    if pointer == EVENT and isinstance(found, Mapping):
        return {name: part for name, part in found.items() if name != "others"} or ABSENT
    if pointer.startswith(VALUES) and pointer.removeprefix(VALUES) in (coding.get("inferred") or ()):
        return {"inferred": found}
    return sorted(found) if pointer == SECONDARY and isinstance(found, list) else found


def is_inferred(given: Any) -> bool:
    """Whether an answer is an inferred value.

    >>> is_inferred({"inferred": 1}), is_inferred({"id": None, "relation": None}), is_inferred(1)
    (True, False, False)
    """
    return isinstance(given, dict) and "inferred" in given


def give(record: dict[str, Any], pointer: str, given: Any) -> None:
    """Lets an answer stand at one of the ``places`` of a record; a value with its ground.

    >>> record = {"values": {"tone": 0}}
    >>> give(record, "/values/tone", {"inferred": 1})
    >>> record
    {'values': {'tone': 1}, 'inferred': ['tone']}
    """
    put(record, pointer, given["inferred"] if is_inferred(given) else given)
    if pointer.startswith(VALUES):
        name = pointer.removeprefix(VALUES)
        named = [*(one for one in record.pop("inferred", ()) if one != name), *([name] if is_inferred(given) else [])]
        if named:
            record["inferred"] = named


def open_again(record: dict[str, Any], pointer: str) -> None:
    """Takes the answer at one of the ``places`` away, with its ground.

    >>> record = {"values": {"tone": 0}, "inferred": ["tone"]}
    >>> open_again(record, "/values/tone")
    >>> record
    {'values': {}}
    """
    around, _, last = pointer.rpartition("/")
    value_at(record, around, {}).pop(last, None)
    if pointer.startswith(VALUES) and last in record.get("inferred", ()):
        record["inferred"].remove(last)
        if not record["inferred"]:
            del record["inferred"]


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

    The further events stay where the event is answered anew; no list of them stands where there are none, or no event
    that they could stand beside.

    >>> record = {}
    >>> put(record, "/event/id", "summit")
    >>> put(record, "/event/others", ["strike"])
    >>> put(record, "/event", {"id": "visit"})
    >>> record
    {'event': {'id': 'visit', 'others': ['strike']}}
    """
    *around, last = pointer.split("/")[1:]
    if pointer == OTHERS and (not value or value_at(record, "/event/id", ABSENT) is None):
        record.get("event", {}).pop(last, None)
        return
    found = record
    for step in around:
        found = found.setdefault(step, {})
    further = {"others": others(record)} if pointer == EVENT and value.get("id") and others(record) else {}
    found[last] = {**value, **further} if further else value
