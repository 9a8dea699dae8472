"""Better BibTeX JSON, the whole of a Zotero library with its dates as they were typed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from framing.exchange import languages, links, references
from framing.exchange.clipping import Clipping, Export, Item, Medium, NotReadableError, Reader, Trouble
from framing.exchange.references import said

_HEAD = 1 << 14
_LABEL = re.compile(rb'\{\s*"config"\s*:.*"label"\s*:\s*"BetterBibTeX JSON"', re.DOTALL)
_KINDS: Mapping[str, Medium] = {
    "newspaperArticle": "unknown",
    "magazineArticle": "unknown",
    "radioBroadcast": "unknown",
    "tvBroadcast": "unknown",
    "journalArticle": "journal",
    "webpage": "web",
    "blogPost": "web",
    "forumPost": "web",
}
_ATTACHED = frozenset({"annotation", "attachment", "note"})
_OUTLETS = ("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle", "network")


def recognises(export: Export) -> bool:
    """A library that says by which translator it was written."""
    return bool(_LABEL.search(export.raw[:_HEAD]))


def read(export: Export) -> Iterator[Item]:
    """The items of a library that are articles; the others are told, save notes and attached files."""
    found = references.parsed(export)
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise NotReadableError(f"{export.name} has no list of items, as Better BibTeX JSON has; export it again")
    for number, record in enumerate(items, 1):
        place = f"item {number}"
        kind = said(record.get("itemType")) if isinstance(record, dict) else ""
        if kind in _KINDS:
            yield _clipping(place, record)
        elif kind not in _ATTACHED:
            yield Trouble(place, references.other_kind(kind))


def _clipping(place: str, record: Mapping[str, Any]) -> Clipping:
    told = references.texts(record)
    page = told.get("pages", "")
    creators = record.get("creators")
    return Clipping(
        place=place,
        outlet=next((told[key] for key in _OUTLETS if key in told), ""),
        printed=told.get("date", ""),
        headline=references.plain(told.get("title", "")),
        language=languages.tag(told.get("language", "")),
        byline=tuple(filter(None, map(_author, creators if isinstance(creators, list) else ()))),
        page=page,
        section=told.get("section", ""),
        edition=told.get("edition", ""),
        medium=references.medium(_KINDS[told["itemType"]], page),
        url=links.plain(told.get("url", "")),
        key=told.get("uri", ""),
        remarks=references.left_out(told.get("abstractNote", "")),
    )


def _author(creator: Any) -> str:
    told = references.texts(creator) if isinstance(creator, dict) else {}
    if told.get("creatorType") != "author":
        return ""
    return told.get("name", "") or references.name(told.get("lastName", ""), told.get("firstName", ""))


READER = Reader("Better BibTeX JSON (Zotero)", recognises, read)
