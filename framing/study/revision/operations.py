"""What a migration does to a coding: each operation moves answers, or says which answer it cannot keep."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Literal, NamedTuple

from framing.study.answers import put, value_at
from framing.study.levels import MISSING, NOT_CODED, members

Coding = dict[str, Any]
Answer = str | int
Do = Literal["rename", "merge", "split", "add", "remove", "scale", "set", "redefine"]
Part = Literal["frame", "variable", "value"]
PARTS: tuple[Part, ...] = ("value", "frame", "variable")
Why = Literal["merged", "dropped", "to_code_again", "held_back", "realigned"]

PRIMARY, SECONDARY = "/frames/primary", "/frames/secondary"


class Operation(NamedTuple):
    """One step from a version of a codebook to the next.

    Attributes:
        do: what happens.
        part: what it happens to.
        names: ids in the older codebook (of ``add``, in the newer one).
        variable: the variable of a value.
        to: ids in the newer codebook: the one name, or those of a split.
        scale: of ``scale``: each older number with its newer one.
    """

    do: Do
    part: Part
    names: tuple[Answer, ...]
    variable: str = ""
    to: tuple[Answer, ...] = ()
    scale: tuple[tuple[int, int], ...] = ()

    def scaled(self) -> list[int]:
        """The numbers of the newer scale that older ones become, each once."""
        return list(dict.fromkeys(after for _, after in self.scale))


class Loss(NamedTuple):
    """An answer that the migrated record no longer holds as it was given.

    Attributes:
        pointer: where it stood in the older record.
        before: what stood there.
        after: what stands there now; None where nothing does.
        why: merged into a wider answer; dropped with its question; to be coded again; or the whole record is held back under its
            older version, because its primary frame has no place in the newer one; or a decision follows another coder, because the
            answers of the coders have changed.
    """

    pointer: str
    before: Any
    after: Any
    why: Why


def operation(entry: Mapping[str, Any]) -> Operation:
    """One operation as a file of ``schemas/migrations`` writes it.

    >>> operation({"do": "merge", "variable": "tone", "values": ["warm", "friendly"], "to": "kind"})
    Operation(do='merge', part='value', names=('warm', 'friendly'), variable='tone', to=('kind',), scale=())
    """
    scale = tuple((int(before), after) for before, after in entry.get("scale", {}).items())
    to = tuple(entry.get("into", [entry["to"]] if "to" in entry else []))
    for part in PARTS:
        names = entry.get(f"{part}s", [entry[part]] if part in entry else [])
        if names:
            return Operation(entry["do"], part, tuple(names), entry["variable"] if part == "value" else "", to, scale)
    return Operation(entry["do"], "variable", (), "", to, scale)


def applied(coding: Coding, operations: Iterable[Operation]) -> tuple[Coding, list[Loss]]:
    """A coding after some operations, and every answer that they could not keep.

    Args:
        coding: a valid coding under the older codebook; it is left as it is.
        operations: in order.

    Returns:
        The record, valid under the newer codebook unless a loss is ``held_back``; and the losses in order.

    >>> coding = {"frames": {"primary": "safety", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> applied(coding, [Operation("rename", "frame", ("safety",), to=("risk",)), Operation("remove", "variable", ("tone",))])
    ({'frames': {'primary': 'risk', 'secondary': []}, 'values': {}, 'evidence': []}, [Loss(pointer='/values/tone', before=1, after=None, why='dropped')])
    """
    record = deepcopy(coding)
    losses = [loss for each in operations for loss in _STEPS[each.do, each.part](record, each)]
    for around, name in ((record["frames"], "secondary"), (record, "evidence"), (record, "decisions")):
        if name in around:
            around[name] = [entry for entry in around[name] if entry is not None]
    if not record.get("inferred", True):
        del record["inferred"]
    return record, losses


# While operations run, None stands in a list where an entry was: so the pointers of losses count in the older record.


def _frames_renamed(record: Coding, step: Operation) -> Iterator[Loss]:
    """Frames under their new name; where two become one, a record holds it once."""
    (name,) = step.to
    frames = record["frames"]
    before = frames["primary"]
    if before in step.names:
        frames["primary"] = name
        yield from _merged(step, PRIMARY, before, name)
    secondary = frames["secondary"]
    for place, frame in enumerate(secondary):
        if frame in step.names:
            doubled = name in secondary or name == frames["primary"]
            secondary[place] = None if doubled else name
            yield from _merged(step, f"{SECONDARY}/{place}", frame, secondary[place])
    _supports(record, dict.fromkeys(step.names, name))


def _frames_gone(record: Coding, step: Operation) -> Iterator[Loss]:
    """Frames that are gone, or have become several: nobody but a coder can say what carries the article's point now."""
    frames = record["frames"]
    if frames["primary"] in step.names:
        yield Loss(PRIMARY, frames["primary"], None, "held_back")
    why: Why = "held_back" if step.do == "split" else "dropped"
    for place, frame in enumerate(frames["secondary"]):
        if frame in step.names:
            frames["secondary"][place] = None
            yield Loss(f"{SECONDARY}/{place}", frame, None, why)
    yield from _unsupported(record, step.names)


def _variable_renamed(record: Coding, step: Operation) -> Iterator[Loss]:
    (old,), (new,) = step.names, step.to
    record["values"] = {new if name == old else name: value for name, value in record["values"].items()}
    _supports(record, {old: new})
    if "inferred" in record:
        record["inferred"] = [new if name == old else name for name in record["inferred"]]
    for decision in record.get("decisions", ()):
        if decision and decision["value"] == f"/values/{old}":
            decision["value"] = f"/values/{new}"
    return iter(())


def _variable_added(record: Coding, step: Operation) -> Iterator[Loss]:
    for name in step.names:
        put(record, f"/values/{name}", NOT_CODED)
    return iter(())


def _variable_removed(record: Coding, step: Operation) -> Iterator[Loss]:
    for name in step.names:
        yield Loss(f"/values/{name}", record["values"].pop(name), None, "dropped")
        decisions = record.get("decisions", [])
        for place, decision in enumerate(decisions):
            if decision and decision["value"] == f"/values/{name}":
                decisions[place] = None
                yield Loss(f"/decisions/{place}", decision, None, "dropped")
    yield from _unsupported(record, step.names)


def _value_renamed(record: Coding, step: Operation) -> Iterator[Loss]:
    pointer, (after,) = f"/values/{step.variable}", step.to
    before = value_at(record, pointer)
    if isinstance(before, list):
        yield from _member_renamed(record, step, pointer, before)
    elif before in step.names:
        put(record, pointer, after)
        yield from _merged(step, pointer, before, after)
        if after in MISSING:
            yield from _unsupported(record, (step.variable,))


def _member_renamed(record: Coding, step: Operation, pointer: str, before: list[Answer]) -> Iterator[Loss]:
    """A value of a set under its new name, once; one that has become a reason why there is none counts beside no other."""
    (name,) = step.to
    after = list(dict.fromkeys(name if value in step.names else value for value in before))
    values = [value for value in after if value not in MISSING]
    if after == before:
        return
    put(record, pointer, values or name)
    if step.do == "merge" or len(values) < len(before):
        yield Loss(pointer, before, values or name, "merged")
    if not values:
        yield from _unsupported(record, (step.variable,))


def _value_gone(record: Coding, step: Operation) -> Iterator[Loss]:
    """Values that are gone, or have become several; what supported them supports nothing until it is coded again."""
    pointer = f"/values/{step.variable}"
    before = value_at(record, pointer)
    values = [value for value in members(before) if value not in step.names]
    if values == members(before):
        return
    if step.do == "remove" and values:
        put(record, pointer, values)
        yield Loss(pointer, before, values, "dropped")
        return
    put(record, pointer, NOT_CODED)
    yield Loss(pointer, before, NOT_CODED, "to_code_again")
    yield from _unsupported(record, (step.variable,))


def _gathered(record: Coding, step: Operation) -> Iterator[Loss]:
    """Each answer as a set of the one value that it was; a reason why there is none stays."""
    for name in step.names:
        before = value_at(record, f"/values/{name}")
        if not isinstance(before, list) and before not in (*MISSING, NOT_CODED):
            put(record, f"/values/{name}", [before])
    return iter(())


def _scaled(record: Coding, step: Operation) -> Iterator[Loss]:
    """Numbers of a scale by their new ones; those that the new scale does not say are to be coded again."""
    numbers = dict(step.scale)
    for name in step.names:
        pointer = f"/values/{name}"
        before = value_at(record, pointer)
        if not isinstance(before, int):
            continue
        after: Answer = numbers.get(before, NOT_CODED)
        put(record, pointer, after)
        if after == NOT_CODED:
            yield Loss(pointer, before, after, "to_code_again")
            yield from _unsupported(record, (name,))
        elif list(numbers.values()).count(numbers[before]) > 1:
            yield Loss(pointer, before, after, "merged")


def _kept(record: Coding, step: Operation) -> Iterator[Loss]:
    """Nothing moves: a new frame or value was chosen by nobody, and a new definition makes a worklist, not a change."""
    return iter(())


_STEPS: Mapping[tuple[Do, Part], Callable[[Coding, Operation], Iterator[Loss]]] = {
    ("rename", "frame"): _frames_renamed,
    ("merge", "frame"): _frames_renamed,
    ("split", "frame"): _frames_gone,
    ("remove", "frame"): _frames_gone,
    ("add", "frame"): _kept,
    ("redefine", "frame"): _kept,
    ("rename", "variable"): _variable_renamed,
    ("add", "variable"): _variable_added,
    ("remove", "variable"): _variable_removed,
    ("scale", "variable"): _scaled,
    ("set", "variable"): _gathered,
    ("redefine", "variable"): _kept,
    ("rename", "value"): _value_renamed,
    ("merge", "value"): _value_renamed,
    ("split", "value"): _value_gone,
    ("remove", "value"): _value_gone,
    ("add", "value"): _kept,
    ("redefine", "value"): _kept,
}


def _merged(step: Operation, pointer: str, before: Answer, after: Answer | None) -> Iterator[Loss]:
    if step.do == "merge" or after is None:
        yield Loss(pointer, before, after, "merged")


def _supports(record: Coding, names: Mapping[Answer, Answer]) -> None:
    for item in record["evidence"]:
        if item:
            item["supports"] = names.get(item["supports"], item["supports"])


def _unsupported(record: Coding, names: Sequence[Answer]) -> Iterator[Loss]:
    """Evidence for what is no longer said goes with it, and nothing is inferred of it any more."""
    if "inferred" in record:
        record["inferred"] = [name for name in record["inferred"] if name not in names]
    for place, item in enumerate(record["evidence"]):
        if item and item["supports"] in names:
            record["evidence"][place] = None
            yield Loss(f"/evidence/{place}", item, None, "dropped")
