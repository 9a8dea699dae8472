"""Which format a file is of, among those of a table."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from framing.exchange.clipping import Export, NotReadableError
from framing.study.faults import meant


class Format(Protocol):
    """What every format has: its name for people, and whether a file is of it."""

    @property
    def title(self) -> str:
        """Its name for people."""

    @property
    def recognises(self) -> Callable[[Export], bool]:
        """Whether a file is of it, by its bytes."""


_OTHERS = {
    b"{\\rtf": "rich text (RTF): export it as Word (docx), HTML or text",
    b"%PDF": "a PDF: export it from the archive as HTML, Word (docx) or text",
    b"\xd0\xcf\x11\xe0": "a file of Word or Excel from before 2007: save it again as docx or xlsx",
    b"PK": "a zip archive, or a file of Office without what is looked for: unpack it, or export it again",
    b"<?xml": "XML of another program: export it as RIS",
}
"""What a file is that is of no format, by its first bytes."""
Chosen = TypeVar("Chosen", bound=Format)


def chosen(export: Export, named: str, known: Mapping[str, Chosen]) -> tuple[str, Chosen]:
    """The format of a file: the one that a person names, else the first that recognises it.

    Raises:
        NotReadableError: when there is none.

    >>> chosen(Export("a.pdf", b"%PDF-1.4"), "", {})
    Traceback (most recent call last):
    framing.exchange.clipping.NotReadableError: a.pdf is a PDF: export it from the archive as HTML, Word (docx) or text
    """
    if named and named not in known:
        raise NotReadableError(f"there is no format {named!r}{meant(named, known)}")
    plain = _in_utf8(export)
    found = [named] if named else (name for name, each in known.items() if each.recognises(plain))
    for name in found:
        return name, known[name]
    if not export.raw.strip():
        raise NotReadableError(f"{export.name} is empty; export it again")
    for mark, what in _OTHERS.items():
        if export.raw.lstrip().startswith(mark):
            raise NotReadableError(f"{export.name} is {what}")
    raise NotReadableError(
        f"{export.name} is in no known format ({', '.join(known)}); name one with --format if it is one of these"
    )


def _in_utf8(export: Export) -> Export:
    """A file that some Windows programs wrote as UTF-16 in UTF-8, in which formats are recognised."""
    if not export.raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return export
    try:
        return export._replace(raw=export.raw.decode("utf-16").encode())
    except UnicodeError:
        return export
