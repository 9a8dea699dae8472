"""CSL JSON, in which Zotero, Mendeley, pandoc and citation processors exchange references."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import Any

from framing.exchange import languages, links, references
from framing.exchange.clipping import Clipping, Export, Item, Medium, NotReadableError, Reader, Trouble
from framing.exchange.references import said

_HEAD = 1 << 16
"""Bytes in which the first reference must have told its type: an abstract may stand before it."""
_START = re.compile(rb"\s*(?:\{\s*\"items\"\s*:\s*)?\[\s*\{")
_TYPE = re.compile(rb'"type"\s*:\s*"([a-z_-]+)"')
_TELLING = (b'"title"', b'"issued"', b'"container-title"')
_KINDS: Mapping[str, Medium] = {
    "article-newspaper": "unknown",
    "article-magazine": "unknown",
    "article": "unknown",
    "broadcast": "unknown",
    "article-journal": "journal",
    "webpage": "web",
    "post": "web",
    "post-weblog": "web",
}
"""Types that may be articles, and their medium; Zotero files what a newspaper has on the web as article-newspaper too."""
_OTHERS = frozenset({"bill", "book", "chapter", "entry", "graphic", "interview", "legislation", "manuscript", "map",
    "motion_picture", "paper-conference", "patent", "personal_communication", "report", "review", "song", "speech", "thesis",
    "treaty", "document", "dataset", "software", "entry-encyclopedia", "entry-dictionary"})  # fmt: skip


def recognises(export: Export) -> bool:
    """A list of objects, perhaps as "items", with a type of CSL, one of which has a title or a date of issue."""
    head = export.raw[:_HEAD].removeprefix(BOM_UTF8)
    types = {found[1].decode("ascii") for found in _TYPE.finditer(head)}
    typed = bool(types & {*_KINDS, *_OTHERS})
    return bool(_START.match(head)) and typed and any(key in head for key in _TELLING)


def read(export: Export) -> Iterator[Item]:
    """The references of a file that are articles; the others are told."""
    found = references.parsed(export)
    if isinstance(found, dict):  # as Zotero's web service writes it
        found = found.get("items")
    if not isinstance(found, list):
        raise NotReadableError(f"{export.name} is not a list of references, as CSL JSON is; export it again")
    for number, record in enumerate(found, 1):
        place = f"item {number}"
        kind = said(record.get("type")) if isinstance(record, dict) else ""
        yield _clipping(place, record) if kind in _KINDS else Trouble(place, references.other_kind(kind))


def _clipping(place: str, record: Mapping[str, Any]) -> Clipping:
    told = references.texts(record)
    page = told.get("page", "")
    key = told.get("id", "")
    return Clipping(
        place=place,
        outlet=told.get("container-title", ""),
        printed=_date(record.get("issued")),
        headline=references.plain(told.get("title", "")),
        language=languages.tag(told.get("language", "")),
        byline=tuple(filter(None, map(_author, record["author"] if isinstance(record.get("author"), list) else ()))),
        page=page,
        section=told.get("section", ""),
        edition=told.get("edition", ""),
        medium=references.medium(_KINDS[told["type"]], page),
        url=links.plain(told.get("URL", "")),
        key=key if "://" in key else "",  # others, such as author2014, may be given again to another article
        remarks=references.left_out(told.get("abstract", "")),
    )


def _author(name: Any) -> str:
    told = references.texts(name) if isinstance(name, dict) else {}
    family = " ".join(filter(None, (told.get("non-dropping-particle"), told.get("family"))))
    given = " ".join(filter(None, (told.get("given"), told.get("dropping-particle"))))
    return told.get("literal", "") or references.name(family, given)


def _date(issued: Any) -> str:
    """A date as the file has it: its parts as EDTF, an interval with a stroke; else the text that Zotero did not understand."""
    if not isinstance(issued, dict):
        return said(issued)
    parts = issued.get("date-parts")
    days = [day for part in parts if (day := _day(part))] if isinstance(parts, list) else []
    about = "~" if issued.get("circa") and len(days) == 1 else ""
    return "/".join(days) + about if days else said(issued.get("literal")) or said(issued.get("raw"))


def _day(parts: Any) -> str:
    """Year, month and day, of which Zotero writes the year as a text."""
    told = [said(part) for part in parts] if isinstance(parts, list) else []
    if not all(part.isascii() and part.isdigit() for part in told):
        return " ".join(told)
    return "-".join(part.zfill(4 if place == 0 else 2) for place, part in enumerate(told))


READER = Reader("CSL JSON (Zotero and other reference managers)", recognises, read)
