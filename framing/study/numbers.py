"""Numbers of frames and values in files that hold numbers, such as those for SPSS: given once, and never to another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from framing.study.levels import scored, several
from framing.study.schema import major, numbers

Record = Mapping[str, Any]
FRAMES = ""
"""Stands for the list of frames where otherwise a variable is named."""


class Owner(NamedTuple):
    """What had a number under a kept codebook.

    Attributes:
        name: its name as it would be today.
        version: the oldest kept codebook in which it had the number.
    """

    name: str
    version: str


Owners = Mapping[tuple[str, int], Owner]
"""What had each number, by the variable as it is named today, and the number."""


def takes(variable: Record) -> bool:
    """Whether values of a variable have numbers that somebody must give: one word is the answer.

    >>> takes({"level": "nominal"}), takes({"level": "ordinal"}), takes({"level": "set"})
    (True, False, False)
    """
    return not scored(variable) and not several(variable)


def lists(codebook: Record) -> dict[str, Sequence[dict[str, Any]]]:
    """The frames, and the values of each variable that takes numbers, by variable; frames under ``FRAMES``."""
    taking = [variable for variable in codebook.get("variables", ()) if takes(variable)]
    return {FRAMES: codebook.get("frames", ())} | {variable["id"]: variable["values"] for variable in taking}


def owners(kept: Iterable[Record], migrations: Sequence[Record]) -> dict[tuple[str, int], Owner]:
    """What had each number under the codebooks that a study keeps, under the names of today.

    Args:
        kept: the codebooks of ``schemas/history``.
        migrations: the records of ``schemas/migrations``; what they rename is the same thing afterwards.

    >>> old = {"version": "1.0.0", "frames": [{"id": "safety", "number": 3}]}
    >>> owners([old], [{"from": "1.0.0", "to": "2.0.0", "operations": [{"do": "rename", "frame": "safety", "to": "risk"}]}])
    {('', 3): Owner(name='risk', version='1.0.0')}
    """
    found: dict[tuple[str, int], Owner] = {}
    for book in sorted(kept, key=lambda book: numbers(book["version"])):
        renames = [step for step in _onward(book["version"], migrations) if step["do"] == "rename"]
        for variable, entries in lists(book).items():
            for entry in entries:
                if "number" in entry:
                    home, name = _today(variable, entry["id"], renames)
                    found.setdefault((home, entry["number"]), Owner(name, book["version"]))
    return found


def lacking(codebook: Record, had: Owners) -> dict[tuple[str, str], int]:
    """A number for each frame and value that has none: the one that it had once, or the next above all that ever were.

    Args:
        codebook: a codebook.
        had: as from ``owners``.

    Returns:
        Numbers by variable (``FRAMES`` for frames) and name. Where nothing has a number yet they are places in the codebook.

    >>> book = {"frames": [{"id": "war"}, {"id": "risk"}, {"id": "trade"}]}
    >>> lacking(book, {("", 3): Owner("risk", "1.0.0"), ("", 4): Owner("peace", "1.0.0")})
    {('', 'war'): 5, ('', 'risk'): 3, ('', 'trade'): 6}
    """
    given: dict[tuple[str, str], int] = {}
    for home, entries in lists(codebook).items():
        own: dict[str, int] = {}
        for (variable, number), owner in had.items():
            if variable == home:
                own.setdefault(owner.name, number)
        used = (number for variable, number in had if variable == home)
        highest = max([0, *used, *(entry["number"] for entry in entries if "number" in entry)])
        for entry in entries:
            if "number" not in entry:
                number = given[home, entry["id"]] = own.get(entry["id"], highest + 1)
                highest = max(highest, number)
    return given


def _onward(version: str, migrations: Sequence[Record]) -> Iterator[Record]:
    """The operations on the way from a version to the newest that migrations lead to."""
    rising = [each for each in migrations if numbers(each["to"]) > numbers(each["from"])]
    while True:
        fitting = [
            each
            for each in rising
            if major(each["from"]) == major(version) and numbers(each["from"]) >= numbers(version)
        ]
        if not fitting:
            return
        step = min(fitting, key=lambda each: numbers(each["from"]))
        yield from step["operations"]
        version = step["to"]


def _today(variable: str, name: str, renames: Iterable[Record]) -> tuple[str, str]:
    """A variable, or ``FRAMES``, and what is in its list, under the names that they have after some operations."""
    for step in renames:
        if "frame" in step:
            name = step["to"] if (variable, name) == (FRAMES, step["frame"]) else name
        elif "value" in step:
            name = step["to"] if (variable, name) == (step["variable"], step["value"]) else name
        elif variable == step["variable"]:
            variable = step["to"]
    return variable, name
