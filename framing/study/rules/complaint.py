"""The shape of a rule, and what several rules share."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from framing.study.faults import every_value, meant, pointer, shown
from framing.study.index import Index
from framing.study.vocabulary import is_listed, names

Record = dict[str, Any]
Complaint = tuple[tuple[object, ...], str]
"""The steps of the JSON Pointer to a value, and what is wrong with it."""
Rule = Callable[[Record, Index], Iterable[Complaint]]
StudyRule = Callable[[Index], Iterable[tuple[str, int, Complaint]]]
"""A rule of the whole study also says in which file and line each complaint stands."""


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


def folded(text: str) -> str:
    """A text as the eye takes it: without case, width and doubled blanks.

    >>> folded("Ｈarbour\u3000post ") == folded("Harbour Post")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


Shown = tuple[tuple[object, ...], str, str]
"""The place of a text that readers see, the text, and the id of what it names."""


def alike(texts: Iterable[Shown]) -> Iterator[Complaint]:
    """The texts that nobody could tell from an earlier one, in a legend or a table."""
    first: dict[str, Shown] = {}
    for where, text, name in texts:
        _, before, other = first.setdefault(folded(text), (where, text, name))
        if other != name:
            yield (
                where,
                f"{shown(text)} already stands for {other!r} ({shown(before)}); readers could not tell the two apart",
            )


def labels(entries: Iterable[Record], language: str, *path: object) -> Iterator[Shown]:
    """The labels of a list of entries in one language."""
    for place, entry in enumerate(entries):
        if language in entry["labels"]:
            yield (*path, place, "labels", language), entry["labels"][language], str(entry["id"])


def unlisted(codebook: Record, vocabulary: str, name: str) -> str:
    """Why the codebook does not allow a name; empty where it does, and where it has no such list."""
    if is_listed(codebook, vocabulary, name):
        return ""
    known = names(codebook, vocabulary)
    return f"{name!r} is not listed in the codebook (vocabularies/{vocabulary}){meant(name, known)}"


def strange_languages(record: Record, languages: Collection[str]) -> Iterator[Complaint]:
    """The labels anywhere inside a record that are in none of the study's languages, which its title shows."""
    for path, value in every_value(record):
        if path[-1:] == ("labels",) and isinstance(value, dict):
            for language in value.keys() - set(languages):
                message = f"the title of the codebook is not in {language!r}{meant(language, languages)}"
                yield (*path, language), message
