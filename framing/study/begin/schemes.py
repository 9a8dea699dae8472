"""Schemes of frames to begin from: each a file that says how its codebook differs from the template's."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, NamedTuple

from framing.study.faults import every_value
from framing.study.schema import shipped

Record = dict[str, Any]
DEFAULT = "generic"
UNTOLD = "CHANGE THIS"
"""What stands in the template where a study must say something itself."""


class Scheme(NamedTuple):
    """A published way of naming frames.

    Attributes:
        name: its name on the command line.
        labels: what a reader sees, by language.
        about: what it measures.
        source: where it was published.
        codebook: what differs from the codebook of the template; in its lists an id stands for the template's entry.
        told: JSON Pointer of each text that speaks of the study's own matter to that text, with {matter} in its place.
    """

    name: str
    labels: Mapping[str, str]
    about: str
    source: str
    codebook: Record
    told: Mapping[str, str]


def schemes() -> dict[str, Scheme]:
    """The schemes by name, the one that the template follows first.

    >>> list(schemes())
    ['generic', 'entman', 'policy-frames', 'semetko-valkenburg']
    """
    found = [path for path in files("framing.study").joinpath("schemes").iterdir() if path.name.endswith(".json")]
    named = {path.name.removesuffix(".json"): path for path in found}
    order = sorted(named, key=lambda name: (name != DEFAULT, name))
    return {name: Scheme(name, **json.loads(named[name].read_text(encoding="utf-8"))) for name in order}


def template(name: str) -> Record:
    """A file of the template, such as coded/outlets.json."""
    record: Record = json.loads(shipped("study/template").joinpath(name).read_text(encoding="utf-8"))
    return record


def codebook(scheme: Scheme, name: str, title: Mapping[str, str], matter: str, day: date) -> Record:
    """The codebook of a new study.

    Args:
        scheme: the scheme that it follows.
        name: its id; empty for the template's.
        title: its title in each language of the study; empty for the template's.
        matter: what the study is about, in English; empty leaves the places that must tell it to be filled in.
        day: the day on which it begins.

    Returns:
        A codebook whose labels are in the languages of the title alone.

    >>> book = codebook(schemes()["entman"], "ferries", {"en": "Ferries"}, "the new ferry line", date(2026, 3, 1))
    >>> [frame["id"] for frame in book["frames"]], "CHANGE THIS" in str(book)
    (['problem', 'cause', 'judgement', 'remedy', 'other'], False)
    """
    base = template("schemas/codebook.json")
    book = base | {key: _filled(part, base.get(key)) for key, part in scheme.codebook.items()}
    book |= {"id": name or book["id"], "title": dict(title) or book["title"]}
    summary = f"Begun from the scheme {scheme.name}, {scheme.source}; nothing is coded with it yet."
    book["changes"] = [{"version": book["version"], "date": f"{day}", "kind": "major", "summary": summary}]
    for where, text in scheme.told.items() if matter else ():
        _put(book, where, text.replace("{matter}", matter.rstrip(" .。")))
    begun: Record = _in_languages(book, book["title"])
    return begun


def _filled(part: Any, base: Any) -> Any:
    """A part of a scheme, in whose lists an id stands for an entry of the template."""
    if not isinstance(part, list):
        return part
    known = {entry["id"]: entry for entry in base if "id" in entry}
    return [known[entry] if isinstance(entry, str) else entry for entry in part]


def _put(record: Any, where: str, text: str) -> None:
    *path, last = where.strip("/").split("/")
    for step in path:
        record = record[int(step) if isinstance(record, list) else step]
    record[last] = text


def _in_languages(value: Any, languages: Mapping[str, str]) -> Any:
    """A copy whose labels are in some languages alone; English is always one of them."""
    if isinstance(value, list):
        return [_in_languages(entry, languages) for entry in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _in_languages(inside, languages) for key, inside in value.items()}
    if "labels" in copy:
        copy["labels"] = {key: text for key, text in copy["labels"].items() if key in languages}
    return copy


def untold(record: Record) -> Iterator[tuple[object, ...]]:
    """The places of a record at which the study must still say something itself.

    >>> list(untold({"purpose": "CHANGE THIS", "unit": "One article."}))
    [('purpose',)]
    """
    for path, value in every_value(record):
        if isinstance(value, str) and UNTOLD in value:
            yield path
