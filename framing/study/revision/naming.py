"""Whether the operations of a migration lead from the names of one codebook to those of the next."""

from collections.abc import Iterator, Sequence

from framing.study.faults import Fault, meant
from framing.study.levels import answers, scored, several
from framing.study.revision.difference import difference
from framing.study.revision.operations import Answer, Operation
from framing.study.revision.versions import Codebook

Home = tuple[str, str]
"""A list of names: frame, variable, or value and its variable."""
Names = dict[Home, list[Answer]]
EVENT = "event"
"""Evidence supports it by this name, beside frames and variables."""


def unfounded(file: str, operations: Sequence[Operation], old: Codebook, new: Codebook) -> list[Fault]:
    """What is wrong with the names in a migration.

    Args:
        file: of the migration.
        operations: in order.
        old: the codebook that it starts from.
        new: the one that it leads to.

    Returns:
        Faults: a name that is not there when its operation comes, or not in the newer codebook; a new name that something else
        still has, so that the two could not be told apart afterwards; a scale that is none; and what no operation speaks of.
    """
    found: list[Fault] = []
    now, aim = _names(old), _names(new)
    for place, step in enumerate(operations):
        at = f"/operations/{place}"
        found += [
            Fault(file, 0, at, rule, message)
            for rule, message in (
                *_unknown(step, now, old),
                *_untargeted(step, operations[place + 1 :], aim, new),
                *_taken(step, now),
                *_unscaled(step, old, new, operations),
                *_ungathered(step, operations[place + 1 :], new),
            )
        ]
        now = _after(step, now, aim)
    unsaid = (*_unsaid(now, aim, old, new), *_levels_unsaid(operations, old, new))
    return found + [Fault(file, 0, "/operations", "all_said", message) for message in unsaid]


def _names(book: Codebook) -> Names:
    """Every name of a codebook; those of a variable's answers with its missing values."""
    variables = book.record["variables"]
    return {
        ("frame", ""): [entry["id"] for entry in book.record["frames"]],
        ("variable", ""): [entry["id"] for entry in variables],
        **{("value", entry["id"]): answers(entry) for entry in variables},
    }


def _home(step: Operation) -> Home:
    return step.part, step.variable


def _noun(step: Operation) -> str:
    return f"value of {step.variable}" if step.variable else step.part


def _unknown(step: Operation, now: Names, old: Codebook) -> Iterator[tuple[str, str]]:
    known = now.get(_home(step), [])
    for name in step.names if step.do != "add" else ():
        if name not in known:
            yield "name_known", f"codebook {old.version} has no {_noun(step)} {name!r}{meant(name, known)}"


def _untargeted(step: Operation, later: Sequence[Operation], aim: Names, new: Codebook) -> Iterator[tuple[str, str]]:
    variable = _called(step.variable, later)
    known = aim.get((step.part, variable), [])
    gone = any(each.part == "variable" and each.do == "remove" and variable in each.names for each in later)
    for name in step.names if step.do == "add" else step.to:
        if name not in known and not gone:
            yield "name_known", f"codebook {new.version} has no {_noun(step)} {name!r}{meant(name, known)}"


def _called(variable: str, later: Sequence[Operation]) -> str:
    """The name that a variable has in the end."""
    for each in later:
        if each.part == "variable" and each.do == "rename" and variable in each.names:
            variable = str(each.to[0])
    return variable


def _taken(step: Operation, now: Names) -> Iterator[tuple[str, str]]:
    """A new name that is still in use. Frames, variables and the event share theirs: evidence tells them apart by nothing else."""
    fresh = step.names if step.do == "add" else step.to if step.do in ("rename", "merge") else ()
    shared = [*now["frame", ""], *now["variable", ""], EVENT]
    used = now.get(_home(step), []) if step.part == "value" else shared
    kept = step.names if step.do == "merge" else ()
    for name in fresh:
        if name in used and name not in kept:
            yield "name_free", f"the name {name!r} is in use here already; rename that first, or merge the two"


def _unscaled(
    step: Operation, old: Codebook, new: Codebook, operations: Sequence[Operation]
) -> Iterator[tuple[str, str]]:
    """A scale leads from numbers of the older codebook to numbers of the newer one."""
    for name in step.names if step.do == "scale" else ():
        ends = ((old, name, [before for before, _ in step.scale]), (new, _called(str(name), operations), step.scaled()))
        for book, called, numbers in ends:
            entry = next((each for each in book.record["variables"] if each["id"] == called), None)
            if entry and not scored(entry):
                yield "scale_of_numbers", f"{called!r} has no numbers in codebook {book.version}; rename its values"
            elif entry:
                known = [value["id"] for value in entry["values"]]
                for number in numbers:
                    if number not in known:
                        yield (
                            "name_known",
                            f"codebook {book.version} has no value of {called} {number!r}{meant(number, known)}",
                        )


def _ungathered(step: Operation, later: Sequence[Operation], new: Codebook) -> Iterator[tuple[str, str]]:
    """A set leads to a question that several values may answer."""
    levels = {entry["id"]: entry for entry in new.record["variables"]}
    for name in step.names if step.do == "set" else ():
        entry = levels.get(_called(str(name), later))
        if entry and not several(entry):
            yield "set_of_values", f"{entry['id']!r} is {entry['level']} in codebook {new.version}, no set"


def _levels_unsaid(operations: Sequence[Operation], old: Codebook, new: Codebook) -> Iterator[str]:
    """Questions that several values answer in one codebook and one value in the other, without an operation that says so."""
    gathered = {name for step in operations if step.do == "set" for name in step.names}
    after = {entry["id"]: entry for entry in new.record["variables"]}
    for before in old.record["variables"]:
        entry = after.get(_called(before["id"], operations))
        if entry is None or several(entry) == several(before):
            continue
        if several(before):
            yield (
                f"variable {before['id']} is a set in {old.version} and {entry['level']} in {new.version}, and no operation "
                "chooses among several values; remove it, and ask under another name"
            )
        elif not gathered & {before["id"], entry["id"]}:
            yield f"variable {entry['id']} is a set in {new.version}, and no operation (set) makes older answers sets"


def _after(step: Operation, now: Names, aim: Names) -> Names:
    """The names after an operation."""
    home, after = _home(step), dict(now)
    known = now.get(home, [])
    if step.do == "add":
        after[home] = [*known, *(name for name in step.names if name not in known)]
        if step.part == "variable":
            after |= {("value", str(name)): aim.get(("value", str(name)), []) for name in step.names}
    elif step.do == "scale":
        after |= {("value", str(name)): _rescaled(now, step, str(name)) for name in step.names}
    elif step.do not in ("redefine", "set"):
        after[home] = list(dict.fromkeys([*(name for name in known if name not in step.names), *step.to]))
        if step.part == "variable":
            values = [after.pop(("value", str(name)), []) for name in step.names]
            after |= {("value", str(name)): values[0] for name in step.to}
    return after


def _rescaled(now: Names, step: Operation, name: str) -> list[Answer]:
    """What a scale leaves: its new numbers, and the reasons why there is none."""
    return [*step.scaled(), *(value for value in now.get(("value", name), []) if isinstance(value, str))]


def _unsaid(now: Names, aim: Names, old: Codebook, new: Codebook) -> Iterator[str]:
    """Names that are gone, and questions that are new, without an operation that says so."""
    hints = {
        (change.subject.part, change.subject.name): change.perhaps for change in difference(old.record, new.record)
    }
    before = {name for known in _names(old).values() for name in known}
    for (part, variable), known in now.items():
        for name in known:
            if name in before and name not in aim.get((part, variable), known if variable else []):
                perhaps = hints.get((f"{part}s", str(name)), "")
                hint = f"; perhaps renamed to {perhaps}" if perhaps else ""
                said = f"value {variable} = {name}" if variable else f"{part} {name}"
                yield f"{said} is gone from {new.version}, and no operation says what becomes of it{hint}"
    for name in aim["variable", ""]:
        if name not in now["variable", ""]:
            yield f"variable {name} is new in {new.version}, and no operation says what becomes of it"
