"""What differs between two versions of a codebook: in form, in meaning, or in words only."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from framing.study.schema import numbers

Kind = Literal["form", "meaning", "words"]
"""form: what a record may hold; meaning: what a coder reads to decide; words: labels, looks and spelling."""
KINDS: tuple[Kind, ...] = ("form", "meaning", "words")

Codebook = Mapping[str, Any]
Step = Literal["added", "removed", "changed", "reordered"]
Bump = Literal["major", "minor", "patch"]
BUMPS: tuple[Bump, ...] = ("major", "minor", "patch")

UNDERSTOOD = {"$schema", "version", "changes"}
"""What differs between any two versions and says nothing of them."""
FORM = {"level", "alone", "max_secondary", "when", "require"}
WORDS = {"labels", "title", "purpose", "colour", "shape", "group", "show", "why", "id", "marks", "number"}
"""Properties by what they decide; every other one is read by coders when they decide, and so carries meaning."""
LISTS_OF_ANSWERS = {
    "frames",
    "variables",
    "values",
    "missing",
    "relations",
    "constraints",
    "genres",
    "event_kinds",
    "actors",
    "ownership",
}
"""Lists whose entries records name: one more or one less is a change of form."""
ALIKE = 0.6
"""Similarity of two definitions, 0 to 1, from which a removed entry is taken for a renamed one; only ever a question."""


class Subject(NamedTuple):
    """What a change is about: an entry of a list of the codebook, or a rule of it.

    Attributes:
        part: the list or the rule, for example ``frames``, ``values``, ``frames_rule``.
        name: the entry; empty for a rule.
        variable: the variable whose value it is.
    """

    part: str
    name: str = ""
    variable: str = ""

    def __str__(self) -> str:
        if self.variable:
            return f"value {self.variable} = {self.name}"
        noun = {"missing": "missing value", "genres": "genre", "event_kinds": "kind of event"}.get(self.part)
        noun = noun or self.part.removesuffix("s").replace("_", " ")
        return f"{noun} {self.name}".strip()


class Change(NamedTuple):
    """One difference.

    Attributes:
        kind: in form, in meaning or in words only.
        subject: what it is about.
        step: how it differs.
        what: the property that changed, such as ``definition`` or ``labels/ja``; empty for a whole entry.
        before: its value in the older codebook; None where it was not there.
        after: its value in the newer one; None where it is gone.
        perhaps: the new name of an entry that seems to have been renamed; empty when none is alike.
    """

    kind: Kind
    subject: Subject
    step: Step
    what: str
    before: Any
    after: Any
    perhaps: str = ""


def difference(old: Codebook, new: Codebook) -> list[Change]:
    """Every difference between two codebooks.

    Args:
        old: the older one.
        new: the newer one.

    Returns:
        The changes, those of form first, then those of meaning, then those of words; within a kind in the order of the codebook.
        A text of which only spacing, capitals or punctuation differ has changed in words.

    >>> old = {"frames": [{"id": "safety", "definition": "Danger and its limits.", "labels": {"en": "Safety"}}]}
    >>> new = {"frames": [{"id": "risk", "definition": "Danger, and its limits", "labels": {"en": "Risk"}}]}
    >>> [(str(change.subject), change.step, change.perhaps) for change in difference(old, new)]
    [('frame safety', 'removed', 'risk'), ('frame risk', 'added', '')]
    """
    changes = [
        change
        for name in _keys(old, new)
        if name not in UNDERSTOOD
        for change in _part(name, old.get(name), new.get(name))
    ]
    return sorted(changes, key=lambda change: KINDS.index(change.kind))


def bump(changes: Sequence[Change]) -> Bump:
    """By how much the version has to rise for these changes.

    Args:
        changes: as from ``difference``.

    Returns:
        major where a meaning changed or an answer is gone, so that older codings are not pooled with newer ones; minor where
        something was added; patch otherwise.

    >>> bump([Change("form", Subject("frames", "risk"), "added", "", None, {})]), bump([])
    ('minor', 'patch')
    """
    if any(change.kind == "meaning" or _narrows(change) for change in changes):
        return "major"
    return "minor" if any(change.kind == "form" for change in changes) else "patch"


def _narrows(change: Change) -> bool:
    """Whether a record may not hold any more what it could: only a whole new entry takes nothing away."""
    return change.kind == "form" and (change.step != "added" or change.what == "alone")


def raised(old: str, new: str) -> Bump | None:
    """By how much a version number rose; None where it did not.

    >>> raised("1.4.2", "2.0.0"), raised("1.4.2", "1.5.0"), raised("1.4.2", "1.4.2")
    ('major', 'minor', None)
    """
    before, after = numbers(old), numbers(new)
    if after <= before:
        return None
    return BUMPS[next(place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])]


def _keys(old: Codebook, new: Codebook) -> list[str]:
    return list(dict.fromkeys([*new, *old]))


def _part(name: str, old: Any, new: Any) -> Iterator[Change]:
    """The differences in one part of the codebook: a list of entries, a group of lists, or a rule."""
    if _entries(old) or _entries(new):
        yield from _list(Subject(name), old or [], new or [])
    elif name == "vocabularies":
        for inside in _keys(old or {}, new or {}):
            yield from _part(inside, (old or {}).get(inside), (new or {}).get(inside))
    else:
        yield from _property(Subject(name), "", old, new)


def _entries(value: Any) -> bool:
    """Whether a list holds entries that can be told apart by a name."""
    return isinstance(value, list) and any(
        isinstance(entry, Mapping) and entry.keys() & {"id", "title"} for entry in value
    )


def _named(entries: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(entry.get("id", entry.get("title"))): entry for entry in entries}


def _list(around: Subject, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """The differences between two lists of entries that have names."""
    before, after = _named(old), _named(new)
    kind: Kind = "form" if around.part in LISTS_OF_ANSWERS else "words" if around.part == "groups" else "meaning"
    fresh = {name: entry for name, entry in after.items() if name not in before}
    for name, entry in before.items():
        if name not in after:
            yield Change(kind, around._replace(name=name), "removed", "", entry, None, _renamed(entry, fresh))
    for name, entry in after.items():
        subject = around._replace(name=name)
        if name in fresh:
            yield Change(kind, subject, "added", "", None, entry)
            continue
        for inside in _keys(before[name], entry):
            yield from _inside(subject, inside, before[name].get(inside), entry.get(inside))
    common = [[name for name in side if name in before and name in after] for side in (before, after)]
    if common[0] != common[1]:
        yield Change(
            "meaning" if around.part == "instructions" else "words", around, "reordered", "", common[0], common[1]
        )


def _inside(subject: Subject, name: str, old: Any, new: Any) -> Iterator[Change]:
    """The differences in one property of an entry; values of a variable are entries of their own."""
    if name == "values" and subject.part == "variables":
        yield from _list(Subject("values", "", subject.name), old or [], new or [])
    elif subject.part == "variables" and name == "missing":
        answers = [[{"id": each} for each in side or ()] for side in (old, new)]
        yield from _list(Subject("values", "", subject.name), *answers)
    else:
        yield from _property(subject, name, old, new)


def _property(subject: Subject, path: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in _keys(old, new):
            yield from _property(subject, f"{path}/{name}".lstrip("/"), old.get(name), new.get(name))
    elif _entries(old) and _entries(new):
        part = path.rpartition("/")[2]
        yield from _list(Subject(part, "", subject.part if part == "values" else ""), old, new)
    else:
        step: Step = "added" if old is None else "removed" if new is None else "changed"
        yield Change(_kind(subject, path, old, new), subject, step, path, old, new)


def _kind(subject: Subject, path: str, old: Any, new: Any) -> Kind:
    steps = {subject.part, *path.split("/")}
    if steps & FORM:
        return "form"
    if steps & WORDS or _letters(old) == _letters(new):
        return "words"
    if "cues" in steps and None in (old, new):  # a language that comes or goes
        return "words"
    return "meaning"


def _letters(value: Any) -> Any:
    """A text, or the texts of a list, by letters and figures alone."""
    if isinstance(value, str):
        return re.sub(r"[\W_]+", "", value).casefold()
    return [_letters(entry) for entry in value] if isinstance(value, list) else value


def _renamed(entry: Mapping[str, Any], fresh: Mapping[str, Mapping[str, Any]]) -> str:
    """The new entry whose definition is most like that of one that is gone; empty where none is like it."""
    matcher = SequenceMatcher(autojunk=False, b=str(_letters(entry.get("definition", ""))))

    def similarity(name: str) -> float:
        matcher.set_seq1(str(_letters(fresh[name].get("definition", ""))))
        return matcher.ratio()

    best = max(fresh, key=similarity, default="")
    return best if best and similarity(best) >= ALIKE else ""
