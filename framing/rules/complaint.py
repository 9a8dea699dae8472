"""The shape of a rule, and what several rules share."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from framing.faults import meant, pointer, shown
from framing.index import Index

Record = dict[str, Any]
Complaint = tuple[tuple[object, ...], str]
"""The steps of the JSON Pointer to a value, and what is wrong with it."""
Rule = Callable[[Record, Index], Iterable[Complaint]]
StudyRule = Callable[[Index], Iterable[tuple[str, int, Complaint]]]
"""A rule of the whole study also says in which file and line each complaint stands."""

MISSING = frozenset({"not_expressed", "not_applicable", "unknown"})


def repeated(record: Record, *path: Any) -> Iterator[Complaint]:
    """The ids that stand more than once in the list at a path of the record."""
    entries: Any = record
    for step in path:
        entries = entries[step]
    first: dict[object, int] = {}
    for place, entry in enumerate(entries):
        if first.setdefault(entry["id"], place) != place:
            used = pointer((*path, first[entry["id"]]))
            yield (*path, place, "id"), f"the id {shown(entry['id'])} is already used at {used}; give another"


def strange_languages(value: Any, languages: Iterable[str], path: tuple[object, ...] = ()) -> Iterator[Complaint]:
    """The labels anywhere inside a value that are in none of the study's languages, which its title shows."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from strange_languages(item, languages, (*path, place))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "labels" and isinstance(item, dict):
                for language in item.keys() - set(languages):
                    message = f"the title of the codebook is not in {language!r}{meant(language, languages)}"
                    yield (*path, key, language), message
            else:
                yield from strange_languages(item, languages, (*path, key))
