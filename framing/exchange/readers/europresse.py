"""Europresse (Eureka.cc), HTML in all of its layouts: tables until 2014, articles since."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from framing.exchange import html
from framing.exchange.clipping import Clipping, Export, Item, Medium, Reader
from framing.exchange.printed import Headed, headed

_MARK = re.compile(rb"class\s*=\s*[\"'][^\"']*\bDocPublicationName\b", re.IGNORECASE)
_KEY = re.compile(r"\b(?:news|web|tv|radio|social)·[0-9]{8}·[^\s·]+·\S+")
"""The number of a document; the day in it is not that of the paper."""
_ISSUE = re.compile(r"^(.+?),\s*((?:no|n°|nº|vol)\.? ?[0-9].*)$", re.IGNORECASE)
_PAGE = re.compile(r"^(?:pp?|page)\.? ?0*([^\W_].*)$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\s+-)?(?:\s+[0-9]{1,2}[:h][0-9]{2}(?:\s*(?:UTC|GMT)\s*[+-]?[0-9:]*)?)?,?\s+(?:[0-9]{1,3}(?:[\s.,][0-9]{3})?|[0-9]{4,6})\s+(?:mots|words|Wörter|palabras|parole|woorden)\b"
    r"|\s+-\s+[0-9]{1,2}[:h][0-9]{2}(?:\s*(?:UTC|GMT)\s*[+-]?[0-9:]*)?",
    re.IGNORECASE,
)
"""Time of day and number of words, which stand behind the date since about 2018: 11 septembre 2024 134 mots, p. 11."""
_WEB = re.compile(r"\((?:site )?web\b|\bonline\b", re.IGNORECASE)
_NAMED = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def recognises(export: Export) -> bool:
    """A page whose articles begin with the name of the publication in the service's own class."""
    return bool(_MARK.search(export.raw)) and b"DocHeader" in export.raw


def read(export: Export) -> Iterator[Item]:
    """The articles of a page."""
    page = html.tree(export)
    names = page.xpath(f"//span[{_NAMED.format('DocPublicationName')}]")
    for number, name in enumerate(names, 1):
        article = next(iter(name.xpath("ancestor::article")), None)
        found = name.getparent() if article is None else article
        yield _clipping(f"item {number}", name, found, _table(found) if article is None else _article(found))


def _clipping(place: str, name: HtmlElement, found: HtmlElement, parts: tuple[str, str, str]) -> Clipping:
    """An article whose byline, kicker and text are known."""
    byline, kicker, text = parts
    outlet = next(iter(html.lines(name).split("\n")), "")  # links stand below it
    issue = _ISSUE.match(outlet)
    line = "".join(html.line(span) + " " for span in _of(found, "DocHeader"))
    section, date, page = _header(line)
    titles = _of(found, "TitreArticleVisu") or _of(found, "titreArticleVisu")
    number = _KEY.search(html.lines(found))
    return Clipping(
        place=place,
        outlet=issue[1] if issue else outlet,
        printed=date.date,
        headline=" ".join(html.line(title) for title in titles),
        byline=tuple(part.strip() for part in byline.split(";") if part.strip()),
        page=page,
        section=section,
        edition=issue[2] if issue else "",
        medium=_medium(outlet, page),
        key=number[0] if number else "",
        text="\n".join(filter(None, (kicker, text))),
        remarks=date.remarks,
    )


def _of(found: HtmlElement, name: str) -> list[HtmlElement]:
    return list(found.xpath(f".//*[{_NAMED.format(name)}]"))


def _header(line: str) -> tuple[str, Headed, str]:
    """Section, date and page of a header.

    >>> _header("World, Wednesday, September 11, 2024 - 14:02 UTC +02:00 1034 words, p. 11")[1:]
    (Headed(date='Wednesday, September 11, 2024', rest='', remarks=()), '11')
    >>> _header("France, mercredi 11 septembre 2024 1 134 mots, p. 11")[1].date
    'mercredi 11 septembre 2024'
    >>> _header("Communication, mardi 14 mars 2006, p. 16")
    ('Communication', Headed(date='mardi 14 mars 2006', rest='', remarks=()), '16')
    >>> _header("News, Sports, Tuesday, March 14, 2006, p. A03")[2], _header("no date")[1].date
    ('A03', '')
    """
    parts = [" ".join(part.split()) for part in _COUNTED.sub(",", line).split(",") if part.strip()]
    for first in range(len(parts)):
        for last in range(min(len(parts), first + 3), first, -1):
            date = headed(", ".join(parts[first:last]))
            if date.date and not date.rest:
                pages = [found[1] for part in parts[last:] if (found := _PAGE.match(part))]
                return ", ".join(parts[:first]), date, ", ".join(pages)
    return "", Headed("", ""), ""


def _medium(outlet: str, page: str) -> Medium:
    return "web" if _WEB.search(outlet) else "print" if page else "unknown"


def _article(found: HtmlElement) -> tuple[str, str, str]:
    """Byline, kicker and text of an article in the layout since 2015."""
    after = found.xpath(f".//header//div[{_NAMED.format('titreArticle')}]/following-sibling::div")
    named = found.xpath(f".//header//p[{_NAMED.format('sm-margin-bottomNews')}]")
    below = f"{_NAMED.format('sm-margin-bottom')} or {_NAMED.format('rdp__subtitle')}"
    kickers = found.xpath(f".//*[{_NAMED.format('titreArticle')}]//p[{below}]")
    outside = f".//div[{_NAMED.format('DocText')}][not(ancestor::section)]"
    text = [html.lines(part) for part in found.xpath(f"./section | {outside}")]
    return (
        html.line(next(iter([*named, *after]), None)),
        "\n".join(html.line(part) for part in kickers),
        "\n\n".join(filter(None, text)) or _loose(found),
    )


def _loose(found: HtmlElement) -> str:
    """The text of an article whose section was closed too early."""
    return "\n".join(html.line(part) for part in found.xpath("./p"))


def _table(cell: HtmlElement) -> tuple[str, str, str]:
    """Byline, kicker and text of an article in the layout of tables, in which they stand between line breaks."""
    parts = list(cell)
    titles = [n for n, part in enumerate(parts) if "visu" in part.get("class", "").lower()]
    if not titles:
        return "", "", ""
    heads = [n for n, part in enumerate(parts[: titles[0]]) if part.get("class") == "DocHeader"]
    kicker = "".join(part.tail or "" for part in parts[heads[-1] if heads else 0 : titles[0]])
    rest = list(takewhile(lambda part: not _ends(part), parts[titles[-1] + 1 :]))
    byline = _byline(rest)
    lines = [line.strip() for line in "".join(_shown(part) for part in rest).split("\n") if line.strip()]
    return byline, " ".join(kicker.split()), "\n".join(lines[1:] if byline else lines)


def _ends(part: HtmlElement) -> bool:
    """Whether the text is over: with the owner of rights, or the certificate that names the library."""
    return part.tag == "table" or (part.tag == "b" and html.line(part).startswith(("©", "(c)")))


def _byline(parts: Sequence[HtmlElement]) -> str:
    """The line between title and text: unlike a text, a line break and then a paragraph follow it."""
    breaks = list(takewhile(lambda part: part.tag == "br", parts))
    names = [" ".join(part.tail.split()) for part in breaks if part.tail and part.tail.strip()]
    over = (
        bool(breaks)
        and len(parts) > len(breaks)
        and parts[len(breaks)].tag == "p"
        and not (breaks[-1].tail or "").strip()
    )
    return names[0] if over and len(names) == 1 else ""


def _shown(part: HtmlElement) -> str:
    """The text of an element and what stands behind it."""
    inner = "" if part.tag == "br" else "".join(part.itertext())
    return ("\n" if part.tag in ("br", "p") else "") + re.sub(r"\s+", " ", inner + (part.tail or ""))


READER = Reader("Europresse, HTML", recognises, read)
