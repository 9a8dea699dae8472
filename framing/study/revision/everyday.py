"""Everyday changes of a codebook by a command: a new codebook, and the migration that leads to it."""

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from framing.refusal import Refusal
from framing.study import load, validate
from framing.study.canonical import file_bytes
from framing.study.cldr import LANGUAGES
from framing.study.explain import PATTERNS
from framing.study.faults import Fault, InvalidStudy, meant
from framing.study.layout import HISTORY, MIGRATIONS
from framing.study.levels import scored
from framing.study.numbers import Owners, lists, owners
from framing.study.revision.difference import BUMPS, Bump
from framing.study.revision.versions import CURRENT, Codebook
from framing.study.schema import ID, LANGUAGE, numbers
from framing.study.translation import PLACEHOLDER, Steps
from framing.study.validate import fixed_contract

Record = dict[str, Any]
EVENTS = "coded/events.json"


class Named(NamedTuple):
    """What is renamed: a frame, a variable, or a value of a variable."""

    part: str
    name: str
    variable: str = ""

    def __str__(self) -> str:
        return f"value of {self.variable}" if self.variable else self.part

    @property
    def steps(self) -> Steps:
        """The steps to its texts in another language."""
        return ("variables", self.variable, "values", self.name) if self.variable else (f"{self.part}s", self.name)


def renamed(book: Codebook, what: Named, new: str, day: date) -> dict[str, bytes] | Refusal:
    """The files that give a frame, a variable or a value another name.

    Args:
        book: the codebook as it stands.
        what: it, by its name now.
        new: its new name.
        day: of the change.

    Returns:
        New bytes by path relative to the study: the codebook, the one before it, and the migration; or why there is no such name.
    """
    if refused := _unfit(book, what, new):
        return refused
    record = deepcopy(book.record)
    entry = next(entry for entry in _entries(record, what) if str(entry["id"]) == what.name)
    old, entry["id"] = entry["id"], new
    _referred(record, what, new)
    named: Record = {"variable": what.variable, "value": old} if what.variable else {what.part: old}
    why = f"The {what} {what.name} is called {new}; its meaning is the same."
    return _files(book, _raised(record, "major", day, why), [{"do": "rename", **named, "to": new}])


def _unfit(book: Codebook, what: Named, new: str) -> Refusal | None:
    """Why something cannot be renamed so."""
    variables = [str(entry["id"]) for entry in book.record["variables"]]
    if what.variable and what.variable not in variables:
        return Refusal(
            "unknown_name",
            f"There is no variable {what.variable!r}{meant(what.variable, variables)}.",
            "The name of a variable before the equals sign.",
        )
    entries = _entries(book.record, what)
    names = [str(entry["id"]) for entry in entries]
    if what.name not in names:
        return Refusal(
            "unknown_name", f"There is no {what} {what.name!r}{meant(what.name, names)}.", f"The name of a {what}."
        )
    if new in names:
        return Refusal(
            "name_taken", f"There is a {what} {new!r} already.", "Another name, or a migration that merges the two."
        )
    if any(scored(entry) for entry in book.record["variables"] if entry["id"] == what.variable):
        return Refusal(
            "name_is_number",
            f"The values of {what.variable!r} are numbers on a scale.",
            "A migration with the operation scale, which gives each number its new one.",
        )
    if not re.search(ID, new):
        return Refusal("name_form", f"{new!r} cannot be a name.", f"{PATTERNS[ID][0].upper()}{PATTERNS[ID][1:]}.")
    return None


def event_register(root: Path) -> Record:
    """The register of events as it stands.

    Raises:
        InvalidStudy: when it is missing, or not what it must be.
    """
    found = [each for each in load.documents(root) if each.file == EVENTS]
    faults = [each for each in found if isinstance(each, Fault)]
    documents = [each for each in found if isinstance(each, load.Document)]
    faults += [fault for each in documents for fault in validate.faults(each, fixed_contract("events"))]
    if faults:
        raise InvalidStudy(faults)
    return documents[0].record


def in_languages(book: Codebook, events: Record, languages: list[str], day: date) -> dict[str, bytes] | Refusal:
    """The files that give every label in some languages and in no others.

    Args:
        book: the codebook as it stands.
        events: the register of events, whose labels are in the languages of the codebook.
        languages: in order; the first is en, in which every label must be.
        day: of the change.

    Returns:
        As ``renamed``, and the register; a label of the codebook that there is not yet reads CHANGE THIS and its English.
    """
    if "en" not in languages:
        return Refusal(
            "no_english", "Every label is also in English, which pages are written in.", "en among the languages."
        )
    for tag in languages:
        if not re.search(LANGUAGE, tag) or tag.split("-")[0] not in LANGUAGES:
            close = meant(tag, [*LANGUAGES, *book.record["title"]])
            return Refusal(
                "unknown_language",
                f"There is no language {tag!r}{close}.",
                f"{PATTERNS[LANGUAGE][0].upper()}{PATTERNS[LANGUAGE][1:]}.",
            )
    if list(book.record["title"]) == languages:
        return Refusal("same_languages", "Labels are in these languages already.", "Another list of languages.")
    record = _labelled(deepcopy(book.record), languages)
    summary = f"Labels are in {', '.join(languages)}."
    labelled = [
        {**event, "labels": {name: label for name, label in event["labels"].items() if name in languages}}
        for event in events["events"]
    ]
    register = file_bytes({**events, "events": labelled}, fixed_contract("events").order)
    return {**_files(book, _raised(record, "patch", day, summary), []), EVENTS: register}


def owners_in(root: Path) -> Owners:
    """What had each number in the codebooks that a study keeps; files that are not what they must be say nothing."""
    held_to = {"older_codebook": fixed_contract("codebook"), "migration": fixed_contract("migration")}
    found: dict[str, list[Record]] = {kind: [] for kind in held_to}
    for each in load.documents(root):
        if isinstance(each, load.Document) and each.kind in held_to and not validate.faults(each, held_to[each.kind]):
            found[each.kind].append(each.record)
    return owners(*found.values())


def numbered(book: Codebook, given: Mapping[tuple[str, str], int], day: date) -> dict[str, bytes]:
    """The files that give frames and values their numbers.

    Args:
        book: the codebook as it stands.
        given: as from ``numbers.lacking``.
        day: of the change.

    Returns:
        As ``renamed``, and the new codebook kept, for only kept codebooks tell which numbers entries had that are gone.
    """
    record = deepcopy(book.record)
    for home, entries in lists(record).items():
        for entry in entries:
            if (home, entry["id"]) in given:
                entry["number"] = given[home, entry["id"]]
    why = "Frames and values have numbers, which stay, in files for other programs."
    files = _files(book, raised := _raised(record, "patch", day, why), [])
    return {**files, f"{HISTORY}/{raised['version']}.json": files[CURRENT]}


def with_event_kind(book: Codebook, entry: Record, day: date) -> dict[str, bytes]:
    """The files that list one more kind of event.

    Args:
        book: the codebook as it stands, which lists kinds of events.
        entry: its id and labels.
        day: of the change.

    Returns:
        As ``renamed``.
    """
    record = deepcopy(book.record)
    record["vocabularies"]["event_kinds"].append(entry)
    return _files(book, _raised(record, "minor", day, f"Events may be of the kind {entry['labels']['en']}."), [])


def _entries(record: Record, what: Named) -> list[Record]:
    if what.part == "value":
        return [value for entry in record["variables"] if entry["id"] == what.variable for value in entry["values"]]
    return list(record[f"{what.part}s"])


def _referred(record: Record, what: Named, new: str) -> None:
    """What else in the codebook names it: constraints, boundaries to other entries, values under which an outlet speaks for itself."""

    def values(names: list[Any]) -> list[Any]:
        return [new if str(name) == what.name else name for name in names]

    for constraint in record.get("constraints", ()):
        required = constraint["require"]
        if what.part == "variable":
            constraint["require"] = {new if name == what.name else name: known for name, known in required.items()}
        elif what.variable in required:
            required[what.variable] = values(required[what.variable])
    for entry in record["variables"]:
        if entry["id"] == what.variable and "own" in entry:
            entry["own"] = values(entry["own"])
    homes = record["frames"] if what.part == "frame" else record["variables"] if what.part == "value" else ()
    for entry in homes:
        for boundary in entry["exclude"] if what.part == "frame" or entry["id"] == what.variable else ():
            if str(boundary.get("use")) == what.name:
                boundary["use"] = new


def _labelled(value: Any, languages: list[str]) -> Any:
    """The same with every set of labels, the title among them, in these languages; cues in those of them that there are."""
    if isinstance(value, list):
        return [_labelled(entry, languages) for entry in value]
    if not isinstance(value, dict):
        return value
    found = {name: _labelled(inside, languages) for name, inside in value.items()}
    for name in ("labels", "title"):
        if isinstance(value.get(name), dict):
            found[name] = {each: value[name].get(each, f"{PLACEHOLDER} {value[name]['en']}") for each in languages}
    if isinstance(value.get("cues"), dict):
        found["cues"] = {name: words for name, words in value["cues"].items() if name in languages}
    return found


def _raised(record: Record, kind: Bump, day: date, summary: str) -> Record:
    """A changed codebook under its next version."""
    version = _next(record["version"], kind)
    change = {"version": version, "date": day.isoformat(), "kind": kind, "summary": summary}
    return {**record, "version": version, "changes": [change, *record["changes"]]}


def _files(book: Codebook, record: Record, operations: list[Record]) -> dict[str, bytes]:
    version = record["version"]
    migration = {
        "$schema": "../migration.schema.json",
        "from": book.version,
        "to": version,
        "why": record["changes"][0]["summary"],
        "operations": operations,
    }
    return {
        CURRENT: file_bytes(record, fixed_contract("codebook").order),
        f"{HISTORY}/{book.version}.json": book.raw,
        f"{MIGRATIONS}/{book.version}-{version}.json": file_bytes(migration, fixed_contract("migration").order),
    }


def _next(version: str, step: Bump) -> str:
    """The version that follows.

    >>> _next("1.4.2", "major"), _next("1.4.2", "patch")
    ('2.0.0', '1.4.3')
    """
    parts, place = numbers(version), BUMPS.index(step)
    return ".".join(map(str, [*parts[:place], parts[place] + 1, *[0] * (2 - place)]))
