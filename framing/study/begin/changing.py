"""An entry of a register as answers, and the entry that other answers make of it: what nobody asked to change stays."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import check
from framing.study.begin import registers
from framing.study.begin.entries import Entry, Given, record
from framing.study.faults import Fault
from framing.study.load import Document

Record = dict[str, Any]
_MISSING = object()


class Step(NamedTuple):
    """One value of an entry that changes; None where there was none, or is none any more."""

    place: str
    before: Any
    after: Any


def answers_of(kind: Entry, entry: Record) -> dict[str, str]:
    """What somebody would have answered to get an entry.

    Args:
        kind: outlet, event or coder.
        entry: it, as its register has it.

    >>> answers_of("event", {"id": "e1", "labels": {"en": "Ferry", "ja": "就航"}, "actors": ["JP", "RU"], "salience": 2})
    {'id': 'e1', 'actors': 'JP, RU', 'salience': '2', 'label': 'Ferry', 'label.ja': '就航'}
    """
    told = {name: _told(value) for name, value in entry.items() if name not in ("names", "labels", "groups")}
    if "labels" in entry:
        told |= {"label" if code == "en" else f"label.{code}": text for code, text in entry["labels"].items()}
    if "groups" in entry:
        told["groups"] = ", ".join(f"{name}={value}" for name, value in entry["groups"].items())
    for code, text in entry.get("names", {}).items():
        told[{"en": "name", "own": "own", "short": "short", "romanised": "romanised"}.get(code, f"short.{code}")] = text
    if told.get("romanised") == told.get("name"):
        told.pop("romanised", None)
    return told


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def changed(kind: Entry, entry: Record, given: Given) -> Record:
    """The entry with other answers; every part that they do not speak of stays, also one that nobody is asked for.

    >>> entry = {"id": "e1", "labels": {"en": "Ferry"}, "kind": "ceremony", "date": "2026-03-02", "salience": 2, "cut": True}
    >>> changed("event", entry, {"date": "2026-03-03"})["date"], changed("event", entry, {"date": "2026-03-03"})["cut"]
    ('2026-03-03', True)
    """
    answers = answers_of(kind, entry)
    before, after = (_made(kind, each) for each in (answers, {**answers, **given}))
    return _patched(entry, before, after)


def _made(kind: Entry, answers: Mapping[str, str]) -> Record:
    needed = (
        "own",
        "name",
        "short",
        "panel",
        "language",
        "country",
        "colour",
        "described_by",
        "label",
        "kind",
        "salience",
        "languages",
        "made",
    )
    return record(kind, dict.fromkeys(needed, "") | {name: text.strip() for name, text in answers.items()})


def _patched(entry: Record, before: Record, after: Record) -> Record:
    """An entry in which what differs between two others is as in the second."""
    made = dict(entry)
    for name in {**before, **after}:
        old, new = before.get(name, _MISSING), after.get(name, _MISSING)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            made[name] = _patched(made[name], old, new)
        elif new is _MISSING or new == "":
            made.pop(name, None)
        else:
            made[name] = new
    return made


def steps(before: Any, after: Any, here: str = "") -> Iterator[Step]:
    """What differs between two entries, value by value.

    >>> list(steps({"labels": {"en": "Ferry"}, "note": "x"}, {"labels": {"en": "Ship"}}))
    [Step(place='labels/en', before='Ferry', after='Ship'), Step(place='note', before='x', after=None)]
    """
    for name in {**before, **after}:
        place, old, new = f"{here}{name}", before.get(name), after.get(name)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from steps(old, new, f"{place}/")
        elif old != new:
            yield Step(place, old, new)


def faults(root: Path, register: Document, place: int, entry: Record) -> list[Fault]:
    """Every fault that a study has with a changed entry and does not have as it stands, in whichever file.

    Args:
        root: the study's folder.
        register: one of its registers.
        place: of the entry in its list.
        entry: as it would be.
    """
    content = registers.with_all(register, _entries(register, place, entry))
    before = set(_every(root, {}))
    strange = registers.unknown_codes(register, [(place, entry)])
    return [*(fault for fault in _every(root, {register.file: content}) if fault not in before), *strange]


def _every(root: Path, instead: Mapping[str, bytes]) -> list[Fault]:
    texts = registers.texts(root, instead)
    return [found for found in check.checked(root, texts) if isinstance(found, Fault)]


def _entries(register: Document, place: int, entry: Record) -> list[Record]:
    listed = register.record[register.kind]
    return [*listed[:place], entry, *listed[place + 1 :]]


def replace(root: Path, register: Document, place: int, entry: Record) -> None:
    """Writes a register with a changed entry.

    Raises:
        ChangedMeanwhileError: when the file is no longer what was read; it is left as it is.
        OSError: when it cannot be written; it is left as it was.
    """
    registers.write_over(root, register, registers.with_all(register, _entries(register, place, entry)))
