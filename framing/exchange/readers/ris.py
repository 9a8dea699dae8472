"""RIS, in which EndNote, Zotero, EBSCO, ProQuest and most catalogues exchange references."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from itertools import pairwise

import rispy

from framing.exchange import decoded, languages, links, references
from framing.exchange.clipping import Clipping, Export, Item, Medium, NotReadableError, Reader, Trouble

_HEAD = 1 << 12
_START = re.compile(rb"\s*(?:Provider:[^\n]*\n|Database:[^\n]*\n|Content:[^\n]*\n|\s)*TY {1,2}-")
"""Some databases name themselves before the first record."""
_RECORD = re.compile(r"^TY  -", re.MULTILINE)
_END = re.compile(r"^ER  -.*$", re.MULTILINE)
_NARROW = re.compile(r"^([A-Z][A-Z0-9]) -(?= |$)", re.MULTILINE)
"""A tag before one blank, as some programs write it, in the place of two."""
_KINDS: Mapping[str, Medium] = {
    "NEWS": "unknown",
    "MGZN": "unknown",
    "GEN": "unknown",
    "JOUR": "journal",
    "EJOUR": "journal",
    "JFULL": "journal",
    "ELEC": "web",
    "WEB": "web",
    "BLOG": "web",
}
_ABSTRACTS = ("AB", "N2")
_LISTS = ("AU", "A1", "UR")
_TAGS = {tag: tag for tag in ("TY", "UK", "TI", "T1", "T2", "JF", "JO", "DA", "PY", "Y1", "LA", "SE", "SP", "EP", "M1", "ET", "AN", *_ABSTRACTS, *_LISTS)}  # fmt: skip


def recognises(export: Export) -> bool:
    """A file that begins with the tag of a type."""
    return bool(_START.match(export.raw[:_HEAD].removeprefix(BOM_UTF8)))


def read(export: Export) -> Iterator[Item]:
    """The records of a file that are articles; the others, and one that is cut off, are told."""
    text, _ = decoded.text(export)
    lines = re.sub("\r\n?", "\n", text)
    if re.search("^TY -", lines, re.MULTILINE):
        lines = _NARROW.sub(r"\1  -", lines)
    starts = [found.start() for found in _RECORD.finditer(lines)]
    if not starts:
        raise NotReadableError(f"{export.name} has no record that begins with TY; export it again as RIS")
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)]), 1):
        yield _item(f"item {number}", lines[start:end])


def _item(place: str, record: str) -> Item:
    end = _END.search(record)
    if not end:
        return Trouble(place, "has no end (ER  -): the file is cut off or damaged there; export it again")
    found = rispy.loads(
        record[: end.end()], mapping=_TAGS, list_tags=list(_LISTS), delimiter_tags_mapping={}, skip_unknown_tags=True
    )
    told = {tag: value for tag, value in found[0].items() if value}
    if told.get("TY", "") not in _KINDS:
        return Trouble(place, references.other_kind(told.get("TY", "")))
    return _clipping(place, told)


def _clipping(place: str, told: Mapping[str, str | list[str]]) -> Clipping:
    def first(*tags: str) -> str:
        found = next((told[tag] for tag in tags if tag in told), "")
        return found if isinstance(found, str) else found[0]

    kind = first("TY")
    page = first("SP") or (first("M1") if kind == "NEWS" else "")  # EndNote has the page of a newspaper in M1
    return Clipping(
        place=place,
        outlet=first("JF", "JO", "T2"),  # EBSCO has a subtitle in T2, and the paper in JO or JF
        printed=_date(first("DA"), first("PY", "Y1")),
        headline=references.plain(first("TI", "T1")),
        language=languages.tag(first("LA")),
        byline=tuple(references.turned(name) for tag in ("AU", "A1") for name in told.get(tag, ()) if name.strip()),
        page=f"{page}-{first('EP')}" if page.isdigit() and first("EP").isdigit() and first("EP") != page else page,
        section=first("SE"),
        edition=first("ET"),
        medium=references.medium(_KINDS[kind], page),
        url=links.plain(first("UR")),
        key=first("AN"),
        remarks=references.left_out(first(*_ABSTRACTS)),
    )


def _date(day: str, year: str) -> str:
    """A date whose parts are divided by strokes, 2014/03//, as EDTF; the year may stand apart: Apr 9 and 2016."""
    printed = (
        day
        if re.search("[0-9]{4}", day)
        else year
        if not day
        else f"{day} {year[:4]}".strip()
        if "-" not in day
        else day
    )
    parts = printed.split("/")
    if re.fullmatch("[0-9]{4}", parts[0]) and all(part.isascii() and part.isdigit() for part in parts[1:3] if part):
        told = [parts[0], *(part.zfill(2) for part in parts[1:3])]
        return "-".join(told[: told.index("00")] if "00" in told else told)
    return printed.strip("/ ")


READER = Reader("RIS (EndNote, Zotero, EBSCO, catalogues)", recognises, read)
