"""ProQuest, text: records between lines, each with its fields as paragraphs of label and value."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.exchange import decoded, languages, links
from framing.exchange.clipping import Clipping, Export, Item, Medium, Reader, Searched, Trouble
from framing.exchange.printed import headed

_RULE = re.compile(rb"^_{20,}[ \t]*\r?$", re.MULTILINE)
_BETWEEN = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"\A\s*Document [0-9]+ of ([0-9]+)[ \t]*\n")
"""The line above each record of a long list."""
_BROKEN = re.compile(r"(?<=[A-Za-z])\s+(?=[a-z])|(?<=[0-9])\s+(?=[0-9])|\s+(?=,)")
"""Blanks within the month or the year of a date: Ju n 24, 2024."""
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
_LABELS = {
    label.replace(" ", ""): label
    for label in (
        *_BEFORE,
        "Full text",
        "Publication title",
        "Publication date",
        "Publication year",
        "Publisher",
        "Place of publication",
        "Section",
        "First page",
        "Pages",
        "Source type",
        "Document URL",
        "Database",
        "Language of publication",
        "ProQuest document ID",
    )
}
"""Fields that are read, by their labels without blanks."""
_TEXT = "Full text"
_ANCHOR = "Publication title"
_DECK = re.compile(r"(?P<head>.+?): (?P<deck>.+):\s{2,}(?P=deck)", re.DOTALL)
"""A title that repeats its second half."""
_MEDIA: Mapping[str, Medium] = {
    "newspaper": "print",
    "historicalnewspaper": "print",
    "magazine": "print",
    "blog,podcast,orwebsite": "web",
    "scholarlyjournal": "journal",
    "tradejournal": "journal",
}
"""By the type of the source, without blanks."""
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
    entries = _spelled([_entry(part) for part in parts])
    if named := _databases(entries):
        counts = [int(found[1]) for part in parts if (found := _NUMBERED.match(part))]
        yield Searched(f"ProQuest ({named})", "", max(counts, default=None))
    papers = _papers(entries)
    for number, entry in enumerate(entries, 1):
        if _ANCHOR in entry.fields:
            yield _clipping(f"item {number}", entry, papers)
        elif entry.fields or entry.text:
            yield Trouble(f"item {number}", f"the record has no {_ANCHOR!r}; it was cut: export it again")


def _spelled(entries: Sequence[_Entry]) -> list[_Entry]:
    """Records whose papers are all spelled as they are in most."""
    usual = _whole(entry.fields.get(_ANCHOR, "") for entry in entries)
    titles = [usual[_joined(entry.fields.get(_ANCHOR, ""))] for entry in entries]
    return [
        entry._replace(fields={**entry.fields, _ANCHOR: title}) if title else entry
        for entry, title in zip(entries, titles, strict=True)
    ]


def _databases(entries: Sequence[_Entry]) -> str:
    """The databases that records come from, each once."""
    names = [name for entry in entries for name in entry.fields.get("Database", "").split(",")]
    spelled = _whole(names)
    return "; ".join(filter(None, dict.fromkeys(spelled[_joined(name)] for name in names)))


def _entry(record: str) -> _Entry:
    """A record by its paragraphs; labels within its text, such as CREDIT, are text."""
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", _NUMBERED.sub("", record)) if part.strip()]
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
    return _LABELS.get(_joined(found[1]), found[1]) if found else ""


def _joined(text: str) -> str:
    """A text without blanks: the service breaks lines anywhere, even within a word, and leaves a blank there."""
    return "".join(text.split())


def _whole(texts: Iterable[str]) -> Mapping[str, str]:
    """The usual spelling of texts that differ in nothing but blanks, by the text without them.

    >>> _whole(["Harbour Post", "Harb our Post", "Harbour Post"])
    {'HarbourPost': 'Harbour Post'}
    """
    counted = Counter(" ".join(text.split()) for text in texts)
    return {_joined(text): text for text, _ in reversed(counted.most_common())}


def _value(part: str) -> str:
    return part.partition(":")[2].strip()


def _is_none(text: str) -> bool:
    return text.strip().lower() in ("none available.", "not available.")


def _papers(entries: Sequence[_Entry]) -> Mapping[str, str]:
    """The one paper of each publisher in a file, where it has but one: a web site is filed under its place alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, _, fields in entries:
        if not _is_place(fields):
            found[_joined(fields.get("Publisher", ""))].add(_name(fields))
    return {publisher: next(iter(names)) for publisher, names in found.items() if publisher and len(names) == 1}


def _name(fields: Mapping[str, str]) -> str:
    """The title of a publication without the place behind it: Toronto Star; Toronto, Ont."""
    return fields.get(_ANCHOR, "").partition(";")[0].strip()


def _is_place(fields: Mapping[str, str]) -> bool:
    place = fields.get("Place of publication", "").partition(",")[0]
    return bool(_name(fields)) and _joined(_name(fields)) == _joined(place)


def _clipping(place: str, entry: _Entry, papers: Mapping[str, str]) -> Clipping:
    fields = entry.fields
    paper = papers.get(_joined(fields.get("Publisher", "")), "") if _is_place(fields) else ""
    printed = fields.get("Publication date") or fields.get("Publication year", "")
    date = headed(printed) if headed(printed).date else headed(_BROKEN.sub("", printed))
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
        medium=_MEDIA.get(_joined(fields.get("Source type", "")).lower(), "unknown"),
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
