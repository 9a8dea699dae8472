"""Brings along what registers say in words of the codebook: sources their themes, claims and questions what they are about."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from framing.study import load, validate
from framing.study.canonical import file_bytes
from framing.study.revision.migration import Migration, Moved, way
from framing.study.revision.operations import Loss, Operation, Part, Why
from framing.study.revision.versions import Codebook
from framing.study.schema import numbers

Record = dict[str, Any]
RENAMES = ("rename", "merge")
UNNAMED = ("redefine", "set", "scale")
"""Operations after which every frame and variable is called as before."""


def registers_after(root: Path, known: Sequence[Migration], target: Codebook) -> tuple[Moved, ...]:
    """The registers of sources, claims and questions, where a word of the codebook that they use has another name now, or none.

    Registers bear no version: a name that the codebook still has stays as it is.

    Args:
        root: the study's folder.
        known: its migrations.
        target: the codebook as it stands.

    Returns:
        One row per register that changes, with what it can no longer say.
    """
    leading = [each for each in known if way(known, each.origin, target.version) is not None]
    leading.sort(key=lambda each: numbers(each.origin))
    steps = [step for each in leading for step in each.operations if step.do not in UNNAMED]
    changed = []
    for document in load.documents(root):
        if not isinstance(document, load.Document) or document.kind not in _KINDS:
            continue
        if validate.faults(document, validate.fixed_contract(document.kind)):
            continue
        record = deepcopy(document.record)
        losses = tuple(_KINDS[document.kind](record, steps, target.record))
        if record != document.record:
            changed.append(Moved(document.file, 0, document.record, record, losses))
    return tuple(changed)


def register_files(registers: Iterable[Moved]) -> dict[str, bytes]:
    """The new bytes of registers."""
    kinds = {each.file: each.file.removeprefix("coded/").removesuffix(".json") for each in registers}
    return {
        each.file: file_bytes(each.after, validate.fixed_contract(kinds[each.file]).order)
        for each in registers
        if each.after
    }


def _sources(record: Record, steps: Sequence[Operation], book: Record) -> Iterator[Loss]:
    for place, source in enumerate(record["sources"]):
        for position, section in enumerate(source["sections"]):
            yield from _theme(section, f"/sources/{place}/sections/{position}/theme", steps, book)
            if section["theme"] is None:
                section["theme_from"] = "none"


def _claims(record: Record, steps: Sequence[Operation], book: Record) -> Iterator[Loss]:
    variables = {str(entry["id"]): [str(value["id"]) for value in entry["values"]] for entry in book["variables"]}
    for place, claim in enumerate(record["claims"]):
        at = f"/claims/{place}"
        yield from _theme(claim, f"{at}/theme", steps, book)
        for key in ("direction", "answer"):
            if key in claim:
                yield from _asked(claim, key, f"{at}/{key}", steps, variables)


def _questions(record: Record, steps: Sequence[Operation], book: Record) -> Iterator[Loss]:
    """Frames and variables under their new names; a question of something that is gone asks for nothing, and says what it needs."""
    variables = {str(entry["id"]): [str(value["id"]) for value in entry["values"]] for entry in book["variables"]}
    for place, question in enumerate(record["questions"]):
        at = f"/questions/{place}"
        losses = list(_framed(question, at, steps, book))
        if "variable" in question["ask"]:
            losses += _asked(question, "ask", f"{at}/ask", steps, variables)
        yield from losses
        if losses:
            gone = " and ".join(_gone(loss.before) for loss in losses)
            question["ask"] = {"kind": "none"}
            question.setdefault("needs", f"what the codebook no longer has ({gone})")


def _gone(before: Any) -> str:
    """A frame, or a variable with the value that was asked for."""
    return (
        "=".join(before[key] for key in ("variable", "value") if key in before) if isinstance(before, dict) else before
    )


def _framed(question: Record, at: str, steps: Sequence[Operation], book: Record) -> Iterator[Loss]:
    """The frames that a question is about or asks for; those that are gone are dropped."""
    about, ask = question["about"], question["ask"]
    named = [(about["frames"], position) for position in range(len(about.get("frames", ())))]
    for frames, position in named:
        renamed = {"theme": frames[position]}
        yield from _theme(renamed, f"{at}/about/frames/{position}", steps, book)
        frames[position] = renamed["theme"]
    if named:
        about["frames"] = list(dict.fromkeys(filter(None, about["frames"])))
    if not about.get("frames", [True]):
        del about["frames"]
    if "frame" in ask:
        renamed = {"theme": ask["frame"]}
        yield from _theme(renamed, f"{at}/ask/frame", steps, book)
        ask["frame"] = renamed["theme"]


def _theme(around: Record, pointer: str, steps: Sequence[Operation], book: Record) -> Iterator[Loss]:
    """The new name of a frame; null where it is gone."""
    before, frames = around["theme"], [str(entry["id"]) for entry in book["frames"]]
    if before is None or before in frames:
        return
    after = _followed(before, steps, "frame", "")
    around["theme"] = after if after in frames else None
    if around["theme"] is None:
        yield Loss(pointer, before, None, "dropped")


def _asked(
    claim: Record, key: str, pointer: str, steps: Sequence[Operation], variables: Mapping[str, list[str]]
) -> Iterator[Loss]:
    """The variable of a direction or an answer, and the value of an answer, under their new names; without them, neither."""
    before = claim[key]
    variable = before["variable"]
    name = variable if variable in variables else _followed(variable, steps, "variable", "")
    value = before.get("value")
    if value is not None and value not in variables.get(str(name), ()):
        value = _followed(value, steps, "value", variable)
    why: Why = "to_code_again" if name in variables else "dropped"
    if name is None or name not in variables or ("value" in before and value not in variables[name]):
        del claim[key]
        yield Loss(pointer, before, None, why)
        return
    claim[key] = {**before, "variable": name} | ({"value": value} if "value" in before else {})


def _followed(name: str, steps: Sequence[Operation], part: Part, variable: str) -> str | None:
    """What a name has become; None where it has become several, or nothing."""
    found: str | None = name
    for step in steps:
        if (step.part, step.variable) == (part, variable) and found in step.names:
            found = str(step.to[0]) if step.do in RENAMES else None
    return found


_KINDS: Mapping[str, Callable[[Record, Sequence[Operation], Record], Iterator[Loss]]] = {
    "sources": _sources,
    "claims": _claims,
    "questions": _questions,
}
