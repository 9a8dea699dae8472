"""ProQuest, text: records between lines, each with its fields as paragraphs of label and value."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.exchange import decoded, languages, links
from framing.exchange.clipping import Clipping, Export, Item, Medium, Reader, Searched, Trouble
from framing.exchange.printed import headed

_RULE = re.compile(rb"^_{20,}[ \t]*\r?$", re.MULTILINE)
_BETWEEN = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"([A-Z][A-Za-z /&,-]{2,40}):(?:\s+|$)")
_BEFORE = frozenset(
    [
        "Subject",
        "Business indexing term",
        "Location",
        "People",
        "Company / organization",
        "Company",
        "Classification",
        "Identifier / keyword",
        "Identifier",
        "Correspondence author",
        "Author",
        "Author affiliation",
        "Title",
        "Alternate title",
        "Number of pages",
    ]
)
"""Fields between the text and the title of the publication; after that every label is one."""
_TEXT = "Full text"
_ANCHOR = "Publication title"
_DECK = re.compile(r"(?P<head>.+?): (?P<deck>.+):\s{2,}(?P=deck)", re.DOTALL)
"""A title that repeats its second half."""
_MEDIA: Mapping[str, Medium] = {
    "newspaper": "print",
    "historical newspaper": "print",
    "magazine": "print",
    "blog, podcast, or website": "web",
    "scholarly journal": "journal",
    "trade journal": "journal",
}
_HOSTED = re.compile(r"^https?://[\w-]+?[.-]proquest[.-]com(?:\.[^/]*)?/", re.IGNORECASE)


class _Entry(NamedTuple):
    """A record: the lines above its text, its text, and its fields."""

    title: str
    text: str
    fields: Mapping[str, str]


def recognises(export: Export) -> bool:
    """Text with the service's number of a document between lines of low lines."""
    return bool(_RULE.search(export.raw)) and b"ProQuest document ID:" in export.raw


def read(export: Export) -> Iterator[Item]:
    """The records of a file, and the databases that they come from."""
    text, _ = decoded.text(export)
    parts = [part for part in _BETWEEN.split(text.replace("\r\n", "\n")) if part.strip()]
    entries = [_entry(part) for part in parts]
    databases = {
        " ".join(name.split()): None for entry in entries for name in entry.fields.get("Database", "").split(",")
    }
    if named := "; ".join(filter(None, databases)):
        yield Searched(f"ProQuest ({named})", "", None)
    papers = _papers(entries)
    for number, entry in enumerate(entries, 1):
        if _ANCHOR in entry.fields:
            yield _clipping(f"item {number}", entry, papers)
        elif entry.fields or entry.text:
            yield Trouble(f"item {number}", f"the record has no {_ANCHOR!r}; it was cut: export it again")


def _entry(record: str) -> _Entry:
    """A record by its paragraphs; labels within its text, such as CREDIT, are text."""
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", record) if part.strip()]
    labels = [_label(part) for part in parts]
    anchors = [number for number, label in enumerate(labels) if label == _ANCHOR]
    tail = anchors[-1] if anchors else len(parts)
    while tail and labels[tail - 1] in _BEFORE:
        tail -= 1
    starts = [number for number, label in enumerate(labels[:tail]) if label == _TEXT]
    start = starts[0] if starts else tail
    fields = {
        label: _value(part)
        for part, label in zip(reversed(parts[tail:]), reversed(labels[tail:]), strict=True)
        if label
    }
    body = "\n\n".join(
        _value(part) if number == start else part for number, part in enumerate(parts[start:tail], start)
    )
    return _Entry(" ".join(parts[0].split()) if parts else "", "" if _is_none(body) else body, fields)


def _label(part: str) -> str:
    found = _FIELD.match(part)
    return "Document URL" if found and found[1] == "DocumentURL" else found[1] if found else ""


def _value(part: str) -> str:
    return part.partition(":")[2].strip()


def _is_none(text: str) -> bool:
    return text.strip().lower() in ("none available.", "not available.")


def _papers(entries: Sequence[_Entry]) -> Mapping[str, str]:
    """The one paper of each publisher in a file, where it has but one: a web site is filed under its place alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, _, fields in entries:
        if not _is_place(fields):
            found[fields.get("Publisher", "")].add(_name(fields))
    return {publisher: next(iter(names)) for publisher, names in found.items() if publisher and len(names) == 1}


def _name(fields: Mapping[str, str]) -> str:
    """The title of a publication without the place behind it: Toronto Star; Toronto, Ont."""
    return fields.get(_ANCHOR, "").partition(";")[0].strip()


def _is_place(fields: Mapping[str, str]) -> bool:
    return bool(_name(fields)) and _name(fields) == fields.get("Place of publication", "").partition(",")[0].strip()


def _clipping(place: str, entry: _Entry, papers: Mapping[str, str]) -> Clipping:
    fields = entry.fields
    paper = papers.get(fields.get("Publisher", ""), "") if _is_place(fields) else ""
    printed = fields.get("Publication date") or fields.get("Publication year", "")
    date = headed(printed)
    headline, deck = _headline(fields.get("Title") or entry.title)
    return Clipping(
        place=place,
        outlet=paper or _name(fields),
        printed=date.date or printed,
        headline=headline,
        language=languages.tag(fields.get("Language of publication", "")),
        byline=tuple(name.strip() for name in fields.get("Author", "").split(";") if name.strip()),
        page=fields.get("First page", "") or fields.get("Pages", ""),
        section=fields.get("Section", ""),
        medium=_MEDIA.get(fields.get("Source type", "").lower(), "unknown"),
        url=_address(fields.get("Document URL", "")),
        key=fields.get("ProQuest document ID", ""),
        text="\n\n".join(filter(None, (deck if entry.text else "", entry.text))),
        remarks=(*date.remarks, *_filed(fields, paper)),
    )


def _filed(fields: Mapping[str, str], paper: str) -> Iterator[str]:
    if paper:
        yield f"filed under {_name(fields)!r}, its place; taken for {paper}, the one paper of its publisher in the file"


def _headline(title: str) -> tuple[str, str]:
    """Headline and the line below it, which a title has twice.

    >>> _headline("Fish: A ship came in:   A ship came in"), _headline("Fish: A ship")
    (('Fish', 'A ship came in'), ('Fish: A ship', ''))
    """
    found = _DECK.fullmatch(title.strip())
    return (found["head"], found["deck"]) if found else (" ".join(title.split()), "")


def _address(printed: str) -> str:
    """An address at ProQuest itself; nothing for one that only a library's proxy understands.

    >>> _address("https://www-proquest-com.proxy.example.edu/docview/1?accountid=7"), _address("https://proxy.example.edu/1")
    ('https://www.proquest.com/docview/1', '')
    """
    plain = links.plain("".join(printed.split()))
    return _HOSTED.sub("https://www.proquest.com/", plain) if _HOSTED.match(plain) else ""


READER = Reader("ProQuest, text", recognises, read)
