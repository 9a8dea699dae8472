"""Factiva, articles as XML (ppsArticleResponse)."""

import re
from collections.abc import Iterator

from framing.exchange import factiva, languages, xml
from framing.exchange.clipping import Clipping, Export, Item, Reader

_MARK = re.compile(rb"<(?:\w+:)?ppsArticleResponse\b|global\.factiva\.com/pps", re.IGNORECASE)
_STAMP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}):([0-9]{2}):([0-9]{2}))?.*")
_NOON = 12


def recognises(export: Export) -> bool:
    """XML that names the service and has articles."""
    return bool(_MARK.search(export.raw)) and b"<accessionNo" in export.raw


def read(export: Export) -> Iterator[Item]:
    """The articles of a file."""
    for number, article in enumerate(xml.found(xml.tree(export), "article"), 1):
        yield _clipping(f"item {number}", article)


def _clipping(place: str, article: xml.Element) -> Clipping:
    stamp = xml.line(article, "publicationDate")
    printed, remarks = _dated(stamp)
    page = factiva.page_of(xml.line(article, "pages"))
    parts = [part for name in ("leadParagraph", "tailParagraphs") for part in xml.found(article, name)]
    return Clipping(
        place=place,
        outlet=xml.line(article, "sourceName"),
        printed=printed,
        headline=xml.line(article, "headline"),
        language=languages.tag(xml.line(article, "baseLanguage")),
        byline=factiva.names(xml.line(article, "byline")),
        page=page,
        section=xml.line(article, "sectionName"),
        edition=xml.line(article, "edition"),
        medium="print" if page else "unknown",
        key=xml.line(article, "accessionNo"),
        text="\n".join(line for part in parts for line in _paragraphs(part)),
        remarks=remarks,
    )


def _paragraphs(part: xml.Element) -> Iterator[str]:
    """The paragraphs of a part of the text: elements, or lines of which the first of each is indented."""
    elements = ["".join(each.itertext()) for each in xml.found(part, "paragraph")]
    for text in elements or re.split(r"\n[ \t]{2,}", "".join(part.itertext())):
        if text.strip():
            yield " ".join(text.split())


def _dated(stamp: str) -> tuple[str, tuple[str, ...]]:
    """The day of a stamp; its time is UTC, so that at the paper it may have been the day before or after.

    >>> _dated("2012-01-08T20:00:00Z")
    ('2012-01-08', ('2012-01-08T20:00:00Z is UTC: east of Greenwich the day may be the next one',))
    >>> _dated("2012-01-08T00:00:00Z"), _dated("")
    (('2012-01-08', ()), ('', ()))
    """
    found = _STAMP.fullmatch(stamp)
    if not found:
        return stamp, ()
    if not found[2] or {found[2], found[3], found[4]} == {"00"}:
        return found[1], ()
    side = (
        "west of Greenwich the day may be the one before"
        if int(found[2]) < _NOON
        else "east of Greenwich the day may be the next one"
    )
    return found[1], (f"{stamp} is UTC: {side}",)


READER = Reader("Factiva, XML", recognises, read)
