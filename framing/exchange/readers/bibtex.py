"""BibTeX and BibLaTeX, also as Better BibTeX writes newspapers."""

import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry, Field

from framing.exchange import decoded, languages, links, references
from framing.exchange.clipping import Clipping, Export, Item, Medium, Reader, Trouble

_HEAD = 1 << 16
_OTHERS = "book|booklet|bookinbook|collection|conference|dataset|inbook|incollection|inproceedings|manual|mastersthesis|patent|phdthesis|proceedings|reference|report|software|techreport|thesis|unpublished"
_ENTRY = re.compile(rf"^\s*@(?:article|electronic|misc|newsarticle|online|www|{_OTHERS})\s*[{{(]\s*[^\s,=]*\s*,".encode(), re.IGNORECASE | re.MULTILINE)  # fmt: skip
_KINDS: Mapping[str, Medium] = {
    "article": "unknown",
    "newsarticle": "unknown",
    "misc": "unknown",
    "electronic": "web",
    "online": "web",
    "www": "web",
}
_OUTLETS = ("journaltitle", "journal", "newspaper", "maintitle", "organization", "howpublished", "publisher")
_SECTIONS = ("journalsubtitle", "section", "chapter")
"""Better BibTeX has the section of a newspaper as the subtitle of the journal, Zotero as a chapter."""
_LATEX = ("title", "subtitle", "author", *_OUTLETS, *_SECTIONS)
_SPACES = re.compile(r"\s+")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_SWAPPED = (
    "day and month may have been typed the other way round: Better BibTeX reads 4/7/2014 by the language of a computer"
)

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it cannot read is told here


def recognises(export: Export) -> bool:
    """A file with an entry of a kind of BibTeX at the start of a line."""
    return export.raw.lstrip()[:1] != b"<" and bool(_ENTRY.search(export.raw[:_HEAD]))


def read(export: Export) -> Iterator[Item]:
    """The entries of a file that are articles; the others, and what cannot be read, are told."""
    text, _ = decoded.text(export)
    library = parse_string(re.sub("\r\n?", "\n", text))
    for block in library.blocks:
        place = f"line {(block.start_line or 0) + 1}"
        if block in library.failed_blocks:
            yield Trouble(
                place,
                "is not an entry that can be read: a brace or a comma is missing, or its key is there twice; correct it",
            )
        elif isinstance(block, Entry):
            kind = block.entry_type.lower()
            yield _clipping(place, _told(block)) if kind in _KINDS else Trouble(place, references.other_kind(kind))


def _told(entry: Entry) -> dict[str, str]:
    """The fields of an entry, those that are prose without LaTeX; an address keeps its signs."""
    told = {key.lower(): _SPACES.sub(" ", str(field.value)).strip() for key, field in entry.fields_dict.items()}
    told |= _decoded({key: told[key] for key in _LATEX if "\\" in told.get(key, "")})
    told |= {key: told[key].replace("{", "").replace("}", "").replace("~", " ") for key in _LATEX if key in told}
    return told | {"kind": entry.entry_type.lower()}


def _decoded(prose: Mapping[str, str]) -> dict[str, str]:
    """Texts whose letters were written as commands of LaTeX; as they are where that fails."""
    fields = [Field(key, text) for key, text in prose.items()]
    found = _latex().transform_entry(Entry("article", "", fields), Library()) if fields else None
    return {field.key: str(field.value) for field in found.fields} if isinstance(found, Entry) else {}


@cache
def _latex() -> LatexDecodingMiddleware:
    return LatexDecodingMiddleware()


def _clipping(place: str, told: Mapping[str, str]) -> Clipping:
    def first(*keys: str) -> str:
        return next((told[key] for key in keys if told.get(key)), "")

    page = re.sub("-{2,}|\N{EN DASH}", "-", first("pages"))
    printed = _date(told)
    exported = first("entrysubtype") and re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-2])", printed)
    swapped = exported and exported[1] != exported[2]
    return Clipping(
        place=place,
        outlet=first(*_OUTLETS),
        printed=printed,
        headline=": ".join(filter(None, (first("title"), first("subtitle")))),
        language=languages.tag(first("langid", "language")),
        byline=tuple(references.turned(name) for name in _AND.split(first("author")) if name not in ("", "others")),
        page=page,
        section=first(*_SECTIONS),
        edition=first("edition"),
        medium=references.medium(_KINDS[told["kind"]], page),
        url=links.plain(first("url").replace("\\", "")),
        remarks=(*references.left_out(first("abstract")), *((_SWAPPED,) if swapped else ())),
    )


def _date(told: Mapping[str, str]) -> str:
    """A date of BibLaTeX without its time; else year, month and day of BibTeX, whose month may be a word and, as in mar # "~2", name the day."""
    if told.get("date"):
        return re.sub(r"T[0-9:]+(?:Z|[+-][0-9:]+)?", "", told["date"])
    year, month, day = (re.sub(r'[\s{}."~#]+', " ", told.get(key, "")).strip() for key in ("year", "month", "day"))
    if month.isdigit():
        return "-".join(filter(None, (year, month.zfill(2), day.zfill(2) if day else "")))
    return " ".join(filter(None, (day, month, year)))


READER = Reader("BibTeX and BibLaTeX", recognises, read)
