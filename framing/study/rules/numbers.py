"""Rules of the numbers that frames and values have in files for other programs."""

from collections.abc import Iterator

from framing.study.faults import pointer
from framing.study.index import Index
from framing.study.levels import several
from framing.study.numbers import FRAMES, Owners, lists, owners, takes
from framing.study.rules.complaint import Complaint, Record

FREE = "`framing codebook numbers` says which is free"


def codebook_numbers_apart(codebook: Record, _: Index) -> Iterator[Complaint]:
    """In one list each entry has a number of its own, or none has any; answers that are numbers already take no other."""
    for _home, path, entries in _places(codebook):
        yield from _alone(entries, path)
    for place, variable in enumerate(codebook["variables"]):
        if not takes(variable):
            why = "is a set, and each value is a column of its own" if several(variable) else "has numbers as values"
            yield from _unfit(variable["values"], ("variables", place, "values"), f"{variable['id']!r} {why}")
    yield from _unfit(codebook["confidence"]["values"], ("confidence", "values"), "confidence has numbers as values")


def codebook_numbers_kept(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """A number belongs to what had it first, under the codebooks that the study keeps, also after that is gone."""
    had = owners(index.kept.values(), index.moves)
    for home, path, entries in _places(index.codebook):
        for place, entry in enumerate(entries):
            if message := _changed(home, entry, had):
                yield "schemas/codebook.json", 0, ((*path, place, "number"), message)


def _places(codebook: Record) -> Iterator[tuple[str, tuple[object, ...], list[Record]]]:
    """Each list that takes numbers, with what it is of and the steps to it."""
    places = {variable["id"]: place for place, variable in enumerate(codebook.get("variables", ()))}
    for home, entries in lists(codebook).items():
        yield home, ("frames",) if home == FRAMES else ("variables", places[home], "values"), list(entries)


def _alone(entries: list[Record], path: tuple[object, ...]) -> Iterator[Complaint]:
    first: dict[int, int] = {}
    for place, entry in enumerate(entries):
        number = entry.get("number")
        if number is None and any("number" in other for other in entries):
            yield (*path, place), f"{entry['id']!r} has no number, though others of the list have one; {FREE}"
        elif number is not None and first.setdefault(number, place) != place:
            used = pointer((*path, first[number]))
            yield (*path, place, "number"), f"the number {number} is already used at {used}; {FREE}"


def _unfit(entries: list[Record], path: tuple[object, ...], why: str) -> Iterator[Complaint]:
    for place, entry in enumerate(entries):
        if "number" in entry:
            yield (*path, place, "number"), f"{why}; remove number"


def _changed(home: str, entry: Record, had: Owners) -> str:
    """Why an entry cannot have the number that it has, or has none; empty where it can."""
    name = entry["id"]
    number, version = next(
        ((key[1], owner.version) for key, owner in had.items() if (key[0], owner.name) == (home, name)), (None, "")
    )
    if number is not None and entry.get("number") != number:
        return f"{name!r} had the number {number} in codebook {version}, and keeps it; give it again"
    owner = had.get((home, entry.get("number", -1)))
    if owner and owner.name != name:
        kept = f"the number {entry['number']} was that of {owner.name!r} in codebook {owner.version}"
        return f"{kept}, and is never given to another; {FREE}"
    return ""
