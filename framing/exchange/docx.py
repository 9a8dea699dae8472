"""The paragraphs of a Word file (docx), read with an eye on what it unpacks to."""

import re
from typing import NamedTuple

from framing.exchange import packed, xml
from framing.exchange.clipping import Export, NotReadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
LARGEST = 100_000_000
"""Bytes that the text of a file may unpack to; an export of 500 articles has some twenty million."""


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        text: with line breaks as in the file.
        style: name of its style; empty for the usual one.
        marks: names of the bookmarks that begin in it.
    """

    text: str
    style: str
    marks: tuple[str, ...]


def opening(export: Export, size: int) -> bytes:
    """The first bytes of the XML of the text of a Word file; nothing where it is none.

    >>> opening(Export("a.docx", b"PK"), 10)
    b''
    """
    try:
        return _unpacked(export, size)
    except NotReadableError:
        return b""


def _unpacked(export: Export, size: int) -> bytes:
    try:
        with packed.opened(export) as archive, archive.open(_BODY) as file:
            return file.read(size)
    except KeyError as error:
        raise NotReadableError(f"{export.name} is not a Word file that can be opened; save it again as docx") from error


def paragraphs(export: Export) -> list[Paragraph]:
    """The paragraphs of a Word file in order.

    Raises:
        NotReadableError: when the file is damaged or encrypted, has no text, or unpacks to more than ``LARGEST``.
    """
    raw = _unpacked(export, LARGEST + 1)
    if len(raw) > LARGEST:
        raise NotReadableError(f"{export.name} unpacks to more than {LARGEST // 1_000_000} MB; split the export")
    return [_paragraph(part) for part in xml.parsed(raw, export.name).iter(f"{_W}p")]


def _paragraph(part: xml.Element) -> Paragraph:
    text, style, marks = [], "", []
    for each in part.iter(f"{_W}t", f"{_W}br", f"{_W}tab", f"{_W}pStyle", f"{_W}bookmarkStart"):
        kind = str(each.tag).removeprefix(_W)
        if kind == "pStyle":
            style = each.get(f"{_W}val", "")
        elif kind == "bookmarkStart":
            marks.append(each.get(f"{_W}name", ""))
        else:
            text.append({"br": "\n", "tab": " "}.get(kind, each.text or ""))
    return Paragraph(re.sub(r"[ \t]+", " ", "".join(text)).strip(" \n"), style, tuple(marks))
