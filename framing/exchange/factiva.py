"""What the formats of Factiva have in common: the language of an article, its id, and the search that a page ends with."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from framing.exchange import html, languages
from framing.exchange.clipping import Export, Searched

SERVICE = re.compile(rb"factiva", re.IGNORECASE)
ARTICLE = re.compile(rb"""class\s*=\s*["']?article\s+[a-z]{2,4}Article\b""", re.IGNORECASE)
CODE = re.compile(rb"<b>\s*(?:HD|AN|PD|SN)\s*</b>", re.IGNORECASE)
"""A field code in a cell of its own."""
_KIND = re.compile(r"\b([a-z]{2,4})Article\b")
_ID = re.compile(r"\b([A-Z0-9]{2,12}[0-9]{8,18}[a-z0-9]{5,14})\b")
_COUNT = re.compile(r"[0-9][0-9.,\s]*")


def is_page(export: Export) -> bool:
    """A saved page of Factiva with articles in it."""
    return bool(SERVICE.search(export.raw) and ARTICLE.search(export.raw))


def blocks(page: HtmlElement) -> list[HtmlElement]:
    """The articles of a page."""
    return [div for div in page.xpath("//div[@class]") if _KIND.search(div.get("class", ""))]


def language(block: HtmlElement, printed: str) -> str:
    """The language of an article, which its block names by itself, else as the interface prints it."""
    kind = _KIND.search(block.get("class", ""))
    return (languages.tag(kind[1]) if kind else "") or languages.tag(printed)


def key(text: str) -> str:
    """The accession number in a line such as 'Dokument NYTF000020050408dp1900j9s'; empty without one."""
    found = _ID.findall(text)
    return str(found[-1]) if found else ""


def page_of(text: str) -> str:
    """A page; nothing for the 0 that web sites have."""
    return "" if text.strip(" 0") == "" else text.strip()


def names(text: str) -> tuple[str, ...]:
    """Names in a line, as printed."""
    return tuple(name.strip() for name in re.split("[;|]", text) if name.strip())


def search(page: HtmlElement) -> Iterator[Searched]:
    """The search of a page: its first row is the query, the last that is a number tells how many were found.

    Rows go by order, since their names are those of the interface.
    """
    rows = [row.xpath("td") for row in page.xpath("//tr[td[@class='label']]")]
    told = [html.line(cells[1]) for cells in rows if len(cells) > 1]
    if told:
        counts = [int(re.sub("[^0-9]", "", text)) for text in told[1:] if text.isascii() and _COUNT.fullmatch(text)]
        yield Searched("Factiva", told[0], counts[-1] if counts else None)
