"""The languages of a codebook: which there are, how complete and how current each is, and the codebook in one of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import load, validate
from framing.study.canonical import file_bytes
from framing.study.faults import Fault, InvalidStudy
from framing.study.layout import translations
from framing.study.revision.versions import Codebook, NoCodebookError, codebook_at
from framing.study.translation import PARTS, Steps, lacking, leaves, stale, texts, told
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
    """

    file: str
    record: Record
    changed: tuple[Steps, ...]
    lacking: tuple[tuple[Steps, str], ...]
    of: int

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
    count = len(list(leaves(wanted)))
    return Translation(document.file, record, tuple(changed), tuple(lacking(wanted, given)), count)


def _made_from(root: Path, codebook: Record, version: str) -> Record | None:
    """The codebook of a version; None where nobody has kept it."""
    if version == codebook["version"]:
        return codebook
    try:
        return codebook_at(root, version).record
    except (NoCodebookError, InvalidStudy):
        return None


def by_language(root: Path, codebook: Record) -> dict[str, Record]:
    """The codebook in each language in which there is a file that can be read; what it lacks or has outgrown is in English."""
    found = [each for each in in_other_languages(root, codebook) if isinstance(each, Translation)]
    return {each.language: told(codebook, each.record, each.changed) for each in found}


def brought_along(
    root: Path, book: Codebook, version: str, named: "tuple[Steps, str] | None" = None
) -> dict[str, bytes]:
    """The files of other languages after a change of the codebook that changes no text.

    Args:
        root: the study's folder.
        book: the codebook before it.
        version: the one after it; files that were made from another version keep that, for their texts may be out of date.
        named: the steps to an entry that has another name now, and that name.

    Returns:
        New bytes by path; nothing for files that cannot be read, which `framing check` finds.
    """
    files = {}
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
