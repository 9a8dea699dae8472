"""Nexis until 2019, plain text: numbered documents whose outlet and date stand above the headline."""

import re
from collections.abc import Iterator, Sequence

from framing.exchange import decoded, lexis
from framing.exchange.clipping import Clipping, Export, Item, Reader, Searched, Trouble
from framing.exchange.printed import headed
from framing.exchange.readers import proquest

_NUMBERED = re.compile(
    rb"^[ \t\f]*(?:[0-9.,]+ [a-z]{2,3} [0-9.,]+ DOCUMENTS?|Do[ck]ument\w* [0-9.,]+ [a-z]{2,3} [0-9.,]+)[ \t\f]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_HTML = re.compile(rb"<(?:html|div|span)\b", re.IGNORECASE)
_HEAD = 4
"""Paragraphs within which the date of a document stands."""


def recognises(export: Export) -> bool:
    """Plain text with lines such as 1 of 10 DOCUMENTS."""
    strange = _HTML.search(export.raw) or export.raw.startswith(b"PK") or proquest.recognises(export)
    return bool(_NUMBERED.search(export.raw)) and not strange


def read(export: Export) -> Iterator[Item]:
    """The documents of a file, and the search that its cover tells; never the reader whom it names."""
    text, _ = decoded.text(export)
    cover: list[str] = []
    documents: list[list[str]] = []
    found = None
    for line in text.replace("\r\n", "\n").replace("\f", "").split("\n"):
        number = lexis.found_of(line)
        if number is not None:
            found = found or number
            documents.append([])
        else:
            (documents[-1] if documents else cover).append(line)
    if documents:
        yield Searched("LexisNexis", lexis.terms("\n".join(cover)), found)
    for count, lines in enumerate(documents, 1):
        yield _clipping(f"item {count}", [part for part in re.split(r"\n\s*\n", "\n".join(lines)) if part.strip()])


def _clipping(place: str, parts: Sequence[str]) -> Clipping | Trouble:
    """One document by its paragraphs."""
    lines = [[line.strip() for line in part.strip().split("\n")] for part in parts]
    dated = next((n for n, part in enumerate(lines[1:_HEAD], 1) if headed(part[0]).date), 0)
    if not dated:
        return lexis.clipping(place, ("", "", ""), {}, "")
    title, fields, texts = _parted(["\n".join(part) for part in lines[dated + 1 :]])
    head = (" ".join(lines[dated - 1]), "\n".join(lines[dated]), title)
    return lexis.clipping(place, head, fields, "\n\n".join(texts))


def _parted(parts: Sequence[str]) -> tuple[str, dict[str, str], list[str]]:
    """Headline, fields and text of a document.

    >>> _parted(["A ship", "BYLINE: Anne One", "It came.", "It left.", "LOAD-DATE: May 4, 2010", "Copyright 2010"])
    ('A ship', {'byline': 'Anne One', 'load': 'May 4, 2010'}, ['It came.', 'It left.'])
    """
    fields: dict[str, str] = {}
    texts: list[str] = []
    title = ""
    for part in parts:
        field, rest = lexis.labelled(part)
        if field and (not texts or field in lexis.AFTER or fields.keys() & lexis.AFTER):
            fields.setdefault(field, " ".join(rest.split()))
        elif not title and not fields and not texts:
            title = part
        elif not fields and not texts:
            title = f"{title}\n{part}"
        elif not lexis.is_copyright(part) and not fields.keys() & lexis.AFTER:
            texts.append(" ".join(part.split()))
    return title, fields, texts


READER = Reader("Nexis, text", recognises, read)
