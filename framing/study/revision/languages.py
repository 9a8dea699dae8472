"""The languages of a codebook: which there are, how complete and how current each is, and the codebook in one of them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from framing.refusal import Refusal
from framing.study import load, validate
from framing.study.canonical import file_bytes
from framing.study.cldr import LANGUAGES
from framing.study.explain import PATTERNS
from framing.study.faults import Fault, InvalidStudy, meant, pointer
from framing.study.layout import translations
from framing.study.revision.versions import Codebook, NoCodebookError, codebook_at
from framing.study.schema import LANGUAGE
from framing.study.translation import PARTS, PLACEHOLDER, Steps, lacking, leaves, prepared, stale, texts, told
from framing.study.validate import fixed_contract

Record = dict[str, Any]


class Translation(NamedTuple):
    """The texts of a codebook in another language.

    Attributes:
        file: its path relative to the study.
        record: what it holds.
        changed: the texts that have changed since it was made, or any may have; they are to be translated anew.
        lacking: what it has not or has too much, as steps and words.
        of: how many texts the codebook has.
        there: how many of them it has.
    """

    file: str
    record: Record
    changed: tuple[Steps, ...]
    lacking: tuple[tuple[Steps, str], ...]
    of: int
    there: int

    @property
    def language(self) -> str:
        """Its language tag."""
        return str(self.record["language"])


def in_other_languages(root: Path, codebook: Record) -> Iterator[Translation | Fault]:
    """The codebook of a study in other languages, in alphabetical order; a fault in the place of what cannot be read.

    Args:
        root: the study's folder.
        codebook: its codebook, valid.
    """
    for path in translations(root):
        name = path.relative_to(root).as_posix()
        for found in load.parse(path.read_bytes(), "translation", name, 0):
            if isinstance(found, Fault):
                yield found
            elif broken := validate.faults(found, fixed_contract("translation")):
                yield from broken
            else:
                yield _translation(root, codebook, found)


def _translation(root: Path, codebook: Record, document: load.Document) -> Translation:
    record, wanted = document.record, texts(codebook)
    given = {name: record[name] for name in PARTS if name in record}
    changed = stale(_made_from(root, codebook, record["version"]), codebook)
    every = dict(leaves(wanted))
    there = sum(path in every and not text.startswith(PLACEHOLDER) for path, text in leaves(given))
    return Translation(document.file, record, tuple(changed), tuple(lacking(wanted, given)), len(every), there)


def _made_from(root: Path, codebook: Record, version: str) -> Record | None:
    """The codebook of a version; None where nobody has kept it."""
    if version == codebook["version"]:
        return codebook
    try:
        return codebook_at(root, version).record
    except (NoCodebookError, InvalidStudy):
        return None


def by_language(root: Path, codebook: Record) -> dict[str, Record]:
    """The codebook in each language of which a file can be read; what it lacks or has outgrown is in English."""
    found = [each for each in in_other_languages(root, codebook) if isinstance(each, Translation)]
    return {each.language: told(codebook, each.record, each.changed) for each in found}


def brought_along(root: Path, book: Codebook, after: bytes, named: tuple[Steps, str] | None = None) -> dict[str, bytes]:
    """The files of other languages after a change of the codebook that changes no text.

    Args:
        root: the study's folder.
        book: the codebook before it.
        after: the one after it; files that were not made from the one before keep their version, for they may be out of date.
        named: the steps to an entry that has another name now, and that name.

    Returns:
        New bytes by path; nothing for files that cannot be read, which `framing check` finds.
    """
    files, version = {}, json.loads(after)["version"]
    for each in in_other_languages(root, book.record):
        if isinstance(each, Translation):
            record = each.record | ({"version": version} if each.record["version"] == book.version else {})
            moved = _renamed(record, *named) if named else record
            files[each.file] = file_bytes(moved, fixed_contract("translation").order)
    return files


def _renamed(value: Any, steps: Steps, new: str) -> Any:
    """The same tree, with the key at the end of some steps under another name, in its place."""
    if not isinstance(value, dict) or steps[0] not in value:
        return value
    first, *rest = steps
    if rest:
        return {key: _renamed(inside, tuple(rest), new) if key == first else inside for key, inside in value.items()}
    return {new if key == first else key: inside for key, inside in value.items()}


def to_translate(root: Path, book: Codebook, language: str) -> dict[str, bytes] | Refusal:
    """The file in which somebody translates a codebook into a language, begun or brought to the codebook as it stands.

    Args:
        root: the study's folder.
        book: its codebook.
        language: a language tag; not en.

    Returns:
        New bytes by path: every text, those to be translated after CHANGE THIS; or why nothing can be begun.

    Raises:
        InvalidStudy: when there is a file of the language that cannot be read.
    """
    file = f"schemas/codebook.{language}.json"
    if refused := _no_language(language):
        return refused
    found = [each for each in in_other_languages(root, book.record) if each.file == file]
    if broken := [each for each in found if isinstance(each, Fault)]:
        raise InvalidStudy(broken)
    record, changed, wrong = next(
        ((each[1], each[2], each[3]) for each in found if isinstance(each, Translation)), ({}, (), ())
    )
    known = dict(leaves(texts(book.record)))
    given = {name: record[name] for name in PARTS if name in record}
    if lost := [pointer(where) for where, _ in leaves(given) if where not in known]:
        why = f"{file} has texts that the codebook does not have: {', '.join(lost)}."
        return Refusal("not_in_codebook", why, "Their removal, or the names that they have in the codebook.")
    if shorter := [pointer(where) for where, text in wrong if " given, but " in text]:
        why = f"These lists of {file} are shorter than in the codebook: {', '.join(shorter)}."
        return Refusal("other_length", why, "Lists as long as in the codebook, in its order.")
    begun = {"$schema": "translation.schema.json", "language": language, "version": book.version}
    return {file: file_bytes(begun | prepared(book.record, given, changed), fixed_contract("translation").order)}


def _no_language(tag: str) -> Refusal | None:
    """Why a codebook is not translated into a language."""
    if tag == "en":
        return Refusal("same_language", "The codebook itself is in English.", "Another language.")
    if re.search(LANGUAGE, tag) and tag.split("-", maxsplit=1)[0] in LANGUAGES:
        return None
    close = meant(tag, LANGUAGES)
    why = f"There is no language {tag!r}{close if close.endswith('?') else '.'}"
    return Refusal("unknown_language", why, f"{PATTERNS[LANGUAGE][0].upper()}{PATTERNS[LANGUAGE][1:]}.")
