"""What the formats of LexisNexis and Nexis have in common: labels in the language of the interface, dated lines, pages."""

import re
from collections.abc import Mapping, Sequence

from framing.exchange import languages, links
from framing.exchange.clipping import Clipping, Medium, Trouble
from framing.exchange.printed import headed

_LABELS = {
    "byline": "BYLINE AUTEUR AUTEURS AUTOR AUTORE AUTHOR VERFASSER NAAMREGEL",
    "section": "SECTION RUBRIQUE RUBRIK SECCIÓN SECCION SEZIONE SECTIE RESSORT",
    "length": "LENGTH LONGUEUR LÄNGE LONGITUD LUNGHEZZA LENGTE",
    "dateline": "DATELINE ORIGINE",
    "highlight": "HIGHLIGHT ENCART HIGHLIGHTS",
    "load": "LOAD-DATE DATE-CHARGEMENT UPDATE FECHA-CARGA DATA-CARICAMENTO",
    "language": "LANGUAGE LANGUE SPRACHE IDIOMA LENGUA LINGUA TAAL",
    "type": "PUBLICATION-TYPE TYPE-PUBLICATION PUBLIKATIONSTYP PUBLIKATIONS-TYP TIPO-PUBLICACIÓN",
    "subject": "SUBJECT SUJET THEMA TEMA SOGGETTO",
    "graphic": "GRAPHIC GRAPHIQUE GRAFIK",
    "correction": "CORRECTION CORRECTION-DATE",
    "journal": "JOURNAL-CODE ZEITUNGS-CODE PUB-TYPE",
    "url": "URL",
}
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels.split()}
AFTER = frozenset({"load", "language", "type", "subject", "graphic", "correction", "journal"})
"""Fields that stand behind the text of an article."""

NUMBERED = re.compile(
    r"\s*(?:[0-9][0-9.,]* [a-z]{2,3} ([0-9][0-9.,]*)\s+DOCUMENTS?|DO[CK]UMENT\w*\s+[0-9][0-9.,]* [a-z]{2,3} ([0-9][0-9.,]*))\s*",
    re.IGNORECASE,
)
"""The line above each document: 2001 of 2146 DOCUMENTS, Dokument 1 von 10."""
_LABEL = re.compile(r"\s*([^\W\d_][^\W\d_ -]{2,}(?:[ -][^\W\d_]+)*):(?:\s+|$)")
_PAGE = re.compile(
    r"[;,]?\s*\b(?:Pgs?\.?|Pages?|p\.|S\.|Seite|Blz\.?|Bladzijde|Pág\.?|Página|Pag\.?|Pagina)\s*([A-Z]{0,3}-?[0-9]+[A-Z]?)\b\.?",
    re.IGNORECASE,
)
_LAST_PAGE = re.compile(r"[;,]\s*([A-Z]{1,2}[0-9]{2,3})\s*$")
"""A page without a word before it, at the end of the section: Financial; E01."""
_EMPTY = re.compile(r"(?:^|(?<=;))\s*(?:Section|Pgs?\.?)\s*(?=;|$)")
"""Words that a paper fills in where an article was printed, and leaves empty on the web."""
_VERSION = re.compile(r"[;,]?\s*Version:\s*[0-9]+")
_EDITION = re.compile(r"(.+?) -+ ((?:[\w'/]+ )*Edition)", re.IGNORECASE)
_CORRECTED = re.compile(r"\s*[;,-]?\s*(Correction Appended)\s*$", re.IGNORECASE)
_TERMS = re.compile(r"^\s*(?:Terms|Suchbegriffe|Termes)\s*:\s*(.+?)(?:\n\s*\n|\Z)", re.DOTALL | re.MULTILINE)
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|\(c\))", re.IGNORECASE)


def labelled(text: str) -> tuple[str, str]:
    r"""The field that a label at the head of a text stands for, and the rest; the label itself for a field without use.

    >>> labelled("LONGUEUR: 143 mots"), labelled("Journal Code:\xa0WEBGNS"), labelled("He said: no")
    (('length', '143 mots'), ('journal', 'WEBGNS'), ('', 'He said: no'))
    """
    found = _LABEL.match(text)
    name = found[1].upper().replace(" ", "-") if found else ""
    if found and (name in _FIELDS or found[1].isupper()):
        return _FIELDS.get(name, name), text[found.end() :].strip()
    return "", text


def terms(cover: str) -> str:
    """The search that the cover of a file names; the cover also names the reader, who is not kept."""
    found = _TERMS.search(cover)
    return " ".join(found[1].split()) if found else ""


def is_copyright(text: str) -> bool:
    """Whether a text is the line of the owner of rights."""
    return bool(_COPYRIGHT.match(text))


def found_of(line: str) -> int | None:
    """How many documents a search has found, from the line above one; None where the line is another.

    >>> found_of("2001 of 2,146 DOCUMENTS"), found_of("Dokument 1 von 10"), found_of("1 of 2")
    (2146, 10, None)
    """
    found = NUMBERED.fullmatch(line)
    return int(re.sub("[.,]", "", found[1] or found[2])) if found else None


def clipping(place: str, head: Sequence[str], fields: Mapping[str, str], text: str) -> Clipping | Trouble:
    """An article of these archives.

    Args:
        place: where it stands.
        head: outlet, line or lines of the date, and headline.
        fields: what its labels tell.
        text: its text.
    """
    outlet, dateline, headline = head
    if not outlet:
        return Trouble(place, "no outlet and date above the text: an error of the archive, or cut; export it again")
    first, *more = dateline.split("\n")
    date = headed(first)
    edition = "; ".join(filter(None, (part.strip(" ;,") for part in (date.rest, *more))))
    title = _on_one_line(headline)
    corrected = _CORRECTED.search(edition) or _CORRECTED.search(title)
    named = _EDITION.fullmatch(outlet)
    section = fields.get("section", "")
    page = _PAGE.search(section) or _LAST_PAGE.search(section)
    return Clipping(
        place=place,
        outlet=_spaced(named[1] if named else outlet),
        printed=date.date or dateline,
        headline=_CORRECTED.sub("", title),
        language=languages.tag(fields.get("language", "")),
        byline=tuple(name.strip() for name in fields.get("byline", "").split(";") if name.strip()),
        page=page[1] if page else "",
        section=_section(section),
        edition=_CORRECTED.sub("", edition) or (named[2] if named else ""),
        medium=_medium(fields.get("type", ""), bool(page)),
        url=links.plain(fields.get("url", "")),
        text="\n".join(filter(None, (fields.get("highlight", ""), text))),
        remarks=(*date.remarks, *((corrected[1],) if corrected else ())),
    )


def _on_one_line(headline: str) -> str:
    r"""A headline whose parts stand on lines of their own.

    >>> _on_one_line("Ships;\nFish\nMen")
    'Ships;Fish Men'
    """
    return " ".join(re.sub(r";\s*\n+", ";", headline).split())


def _section(text: str) -> str:
    r"""A section without the page and the version that are named with it.

    >>> _section("POLITICS; Version:28"), _section("Section C;\xa0; Page 19;\xa0Column 2"), _section("Financial; E01")
    ('POLITICS', 'Section C; Column 2', 'Financial')
    >>> _section("Section ; Column 0; Foreign Desk; Pg.")
    'Column 0; Foreign Desk'
    """
    bare = _EMPTY.sub("", _LAST_PAGE.sub("", _VERSION.sub("", _PAGE.sub("", text))))
    return re.sub(r"\s*;(?:\s*;)+", ";", " ".join(bare.split())).strip(" ;,")


def _spaced(outlet: str) -> str:
    """A name with a blank before its bracket and without the full stop of a line.

    >>> _spaced("The Guardian(London)"), _spaced("Guardian.com.")
    ('The Guardian (London)', 'Guardian.com')
    """
    return re.sub(r"(?<=[^\s(])\(", " (", outlet).strip().removesuffix(".")


def _medium(kind: str, has_page: bool) -> Medium:
    if re.search(r"\b(?:web|blog|online)", kind, re.IGNORECASE):
        return "web"
    return "print" if has_page else "unknown"
