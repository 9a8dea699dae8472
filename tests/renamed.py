"""The same study under other names: what a study calls its things must not matter to the program."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from framing.study.canonical import as_file, as_line, write
from framing.study.schema import FIXED, compiled_text, fixed, fixed_text

Record = Any
NAMING = {"id", "kind", "genre", "ownership", "country", "bundle", "actors", "theme"}
"""Keys of codebook, registers and articles whose texts name something."""
CHOSEN = {"values", "require", "groups"}
"""Objects whose keys name something."""
LABELS = {"labels", "names", "title"}
"""Objects of what readers see in the place of a name, by language or script."""
REGISTERS = {*FIXED, "articles"}
RESERVED = {"unknown", "umbrella", "neither", "rest"}
"""Names that mean something to the program, beside the words that its schemas list."""
COUNTRY = re.compile("[A-Z]{2}")
CAPITALS = [("abcdefghijklmnopqrstuvwxyz", 0x1E00), ("абвгдежзийклмнопрстуфхцчшщъ", 0x48A), ("ыьэюя", 0x4D0)]
"""Letters, and the first capital of those in their place: of the same script, each followed by its small letter."""
HAN = 0x3400
"""Rare characters, as wide as those in whose place they stand."""


class Names(NamedTuple):
    """Every name of a study with a made-up one that is as long and sorts alike: lists and charts are laid out by both.

    Attributes:
        things: ids of variables, frames, values, outlets, events, coders, sources, articles and so on.
        countries: codes of countries.
        letters: of labels, each with another of its script and width.
    """

    things: dict[str, str]
    countries: dict[str, str]
    letters: dict[str, str]

    def back(self, text: str) -> str:
        """A text about the renamed study in the names of the old one."""
        old = {made: name for names in (self.things, self.countries) for name, made in names.items()}
        text = re.sub(r"zq[0-9]{4}x*|\bQ[A-Z]\b", lambda found: old.get(found[0], found[0]), text)
        text = re.sub(r"\bq[a-z]\b", lambda found: old.get(found[0].upper(), found[0]).lower(), text)
        return text.translate({ord(made): letter for letter, made in self.letters.items()})


def names(study: Path) -> Names:
    """Every name of a study, with a made-up one."""
    records = [record for path, record in _records(study) if "codings" not in path.parts]
    every = set(_things(records)) - RESERVED.union(*(_listed(fixed(kind)) for kind in FIXED))
    countries = sorted(filter(COUNTRY.fullmatch, every))
    return Names(
        {old: f"zq{place:04}".ljust(len(old), "x") for place, old in enumerate(sorted(every.difference(countries)))},
        {old: f"Q{chr(ord('A') + place)}" for place, old in enumerate(countries)},
        _alphabet(set().union(*_labels(records))),
    )


def renamed(study: Path, folder: Path, new: Names) -> Path:
    """Writes a study under other names."""
    for path, record in _records(study):
        other = _other(record, "", new)
        *above, stem = (*path.relative_to(study).parts[:-1], path.stem)
        parts = [*above, stem if stem in REGISTERS else new.things.get(stem, stem)]
        place = folder.joinpath(*(new.things.get(part, part) for part in parts))
        lines = path.suffix == ".jsonl"
        write(place.parent / f"{place.name}{path.suffix}", b"".join(map(as_line, other)) if lines else as_file(other))
    for kind in FIXED:
        write(folder / f"schemas/{kind}.schema.json", fixed_text(kind).encode())
    codebook = json.loads((folder / "schemas/codebook.json").read_text(encoding="utf-8"))
    write(folder / "schemas/coding.schema.json", compiled_text(codebook).encode())
    return folder


def _records(study: Path) -> Iterator[tuple[Path, Record]]:
    """What people write, by file; the lines of a JSONL file as a list."""
    for path in [study / "schemas/codebook.json", *sorted((study / "coded").rglob("*.json*"))]:
        text = path.read_text(encoding="utf-8")
        yield path, [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else json.loads(text)


def _things(value: Record, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for inner, inside in value.items():
            if key in CHOSEN:
                yield inner
            yield from _things(inside, "id" if key in CHOSEN else inner)
    elif isinstance(value, list):
        for inside in value:
            yield from _things(inside, key if isinstance(inside, str) else "")
    elif isinstance(value, str) and key in NAMING:
        yield value


def _labels(value: Record, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for inner, inside in value.items():
            yield from _labels(inside, key if key in LABELS else inner)
    elif isinstance(value, list):
        for inside in value:
            yield from _labels(inside)
    elif isinstance(value, str) and key in LABELS:
        yield value


def _listed(schema: Record) -> Iterator[str]:
    """The words that a schema lists."""
    if isinstance(schema, dict):
        yield from map(str, schema.get("enum", ()))
        for inside in schema.values():
            yield from _listed(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from _listed(inside)


def _alphabet(signs: Iterable[str]) -> dict[str, str]:
    cased = {
        letter: chr(capital + 2 * place + (letter != upper))
        for letters, capital in CAPITALS
        for place, upper in enumerate(letters.upper())
        for letter in (upper, letters[place])
    }
    wide = sorted(sign for sign in signs if sign.isalpha() and ord(sign) >= 0x3040)
    return cased | {sign: chr(HAN + place) for place, sign in enumerate(wide)}


def _other(value: Record, key: str, new: Names) -> Record:
    if isinstance(value, dict) and key in LABELS:
        return {language: label.translate(str.maketrans(new.letters)) for language, label in value.items()}
    if isinstance(value, dict):
        chosen = new.things if key in CHOSEN else {}
        return {chosen.get(inner, inner): _other(inside, inner, new) for inner, inside in value.items()}
    if isinstance(value, list):
        return [_other(inside, "", new) for inside in value]
    if not isinstance(value, str) or key == "phase":  # a coder may be called adjudicated, too
        return value
    if value.startswith("/"):
        return "/".join(new.things.get(part, part) for part in value.split("/"))
    return new.things.get(value) or new.countries.get(value, value)
