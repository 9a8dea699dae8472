"""Nexis Uni and its relatives since 2018, Word: an optional cover, then documents that bookmarks part."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from framing.exchange import docx, lexis
from framing.exchange.clipping import Clipping, Export, Item, Reader, Searched, Trouble
from framing.exchange.docx import Paragraph
from framing.exchange.printed import headed

_DOCUMENT = re.compile(r"Bookmark_[0-9]+")
_TEXT = re.compile(r"Body(?:_[0-9]+)?")
_HEADED = re.compile(r"Body|Corps|Cuerpo|Corpo|Haupttext|Hauptteil|Volltext|Hoofdtekst|Tekst")
"""The line above a text that has no bookmark, in the language of the interface."""
_BEHIND = re.compile(r"(?:Classification|Graphic|Notes?|Correction)(?:_[0-9]+)?")
_END = re.compile(
    r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Fine del documento|Einde van (?:het )?document|Fim do documento",
    re.IGNORECASE,
)
_TERMS = re.compile(r"(?:Search Terms|Suchbegriffe|Termes de recherche|Términos de búsqueda):\s*(.+)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(.+\)")
"""The column or blog of a paper, on a line of its own below the name."""
_OPENING = 8_000_000
"""Bytes of the text in which a cover of 500 documents ends."""
_MARKS = re.compile(
    rb"\"(?:Bookmark_[0-9]+|Body(?:_[0-9]+)?)\"|>(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van (?:het )?document)<",
    re.IGNORECASE,
)


def recognises(export: Export) -> bool:
    """A Word file with the bookmarks of the service or its line at the end of a document."""
    return export.raw.startswith(b"PK") and bool(_MARKS.search(docx.opening(export, _OPENING)))


def read(export: Export) -> Iterator[Item]:
    """The documents of a file, and the terms that its cover tells; never the reader whom it names."""
    paragraphs = docx.paragraphs(export)
    terms = next((found[1] for part in paragraphs if (found := _TERMS.match(part.text))), "")
    if terms:
        yield Searched("Nexis Uni", terms.strip(), None)
    documents = [(_without_cover(parts), whole) for parts, whole in _documents(paragraphs)]
    told = [whole for _, whole in documents if whole]
    for count, (parts, whole) in enumerate(documents, 1):
        if whole or (not told and any(map(_begins, parts))):
            yield _clipping(f"item {count}", parts)
        elif any(part.text and (part.marks or part.style or parts[0].marks) for part in parts):
            yield Trouble(f"item {count}", "the document has no end; the file was cut: export it again")


def _documents(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[list[Paragraph], bool]]:
    """The paragraphs of each document, the cover with the first, and whether its end is told, as not every export does."""
    parts: list[Paragraph] = []
    for part in paragraphs:
        if _END.fullmatch(part.text):
            yield parts, True
            parts = []
        elif any(map(_DOCUMENT.fullmatch, part.marks)) and any(map(_begins, parts)):
            yield parts, False
            parts = [part]
        else:
            parts.append(part)
    yield parts, False


def _without_cover(parts: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A document from its bookmark or its heading on."""
    marked = [n for n, part in enumerate(parts) if any(_DOCUMENT.fullmatch(mark) for mark in part.marks)]
    headings = [n for n, part in enumerate(parts) if part.style.replace(" ", "") == "Heading1" and part.text]
    return parts[(marked[-1:] or headings[:1] or [0])[0] :]


def _clipping(place: str, parts: Sequence[Paragraph]) -> Clipping | Trouble:
    """One document: lines above the text, the text, and what stands behind it."""
    above = list(takewhile(lambda part: not _begins(part), parts))
    text = list(takewhile(lambda part: not _is_behind(part), parts[len(above) + 1 :]))
    behind = parts[len(above) + 1 + len(text) :]
    lines = [part.text for part in above if part.text]
    # A headline may be a date itself: outlet and date stand below it, where there is one.
    order = [*range(2, len(lines)), *range(1, min(2, len(lines)))]
    dated = next((n for n in order if headed(lines[n].partition("\n")[0]).date), 0)
    below = [*lines[dated + 1 if dated else 0 :], *(part.text for part in behind)]
    told = [lexis.labelled(line) for part in below for line in part.split("\n")]
    fields = {field: rest for field, rest in reversed(told) if field}
    head = _head(lines, dated) if dated else _undated(lines, fields)
    return lexis.clipping(place, head, fields, "\n".join(part.text for part in text if part.text))


def _head(lines: Sequence[str], dated: int) -> tuple[str, str, str]:
    """Outlet, date and headline above a text.

    >>> _head(["Does trade help?", "The Harbour Post", "(Green)", "June 26, 2009 Friday"], 3)
    ('The Harbour Post (Green)', 'June 26, 2009 Friday', 'Does trade help?')
    """
    start = dated - 2 if dated > 2 and _BRACKETED.fullmatch(lines[dated - 1]) else dated - 1
    return " ".join(lines[start:dated]), lines[dated], "; ".join(lines[:start])


def _undated(lines: Sequence[str], fields: Mapping[str, str]) -> tuple[str, str, str]:
    """Outlet and headline of a document to which the service gives no date, as it does to some with a correction."""
    return (lines[1], "", lines[0]) if fields and len(lines) > 1 else ("", "", "")


def _begins(part: Paragraph) -> bool:
    return any(_TEXT.fullmatch(mark) for mark in part.marks) or bool(_HEADED.fullmatch(part.text))


def _is_behind(part: Paragraph) -> bool:
    field, _ = lexis.labelled(part.text) if "\xa0" in part.text else ("", "")
    return field in lexis.AFTER or any(_BEHIND.fullmatch(mark) for mark in part.marks)


READER = Reader("Nexis Uni, Word", recognises, read)
