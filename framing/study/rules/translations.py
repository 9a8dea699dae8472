"""Rules of the codebook in other languages."""

from collections.abc import Iterator

from framing.study.faults import meant
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record
from framing.study.translation import PARTS, lacking, texts


def translation_of_english(translation: Record, _: Index) -> Iterator[Complaint]:
    """A codebook is translated out of English, in which it is written."""
    if translation["language"] == "en":
        yield ("language",), "the codebook itself is in English; remove this file, or name another language"


def translation_complete(translation: Record, index: Index) -> Iterator[Complaint]:
    """A file of another language has each text of the codebook, and nothing besides."""
    if index.codebook:
        yield from lacking(texts(index.codebook), {name: translation[name] for name in PARTS if name in translation})


def translation_version_known(translation: Record, index: Index) -> Iterator[Complaint]:
    """A translation says from which version of the codebook it was made."""
    versions = [change["version"] for change in index.codebook.get("changes", ())]
    if versions and translation["version"] not in versions:
        message = (
            f"{translation['version']!r} is not a version of the codebook{meant(translation['version'], versions)}"
        )
        yield ("version",), message
