"""Factiva, full article with indexing as a web page: every line has its field code, in any language of the interface."""

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from framing.exchange import factiva, html
from framing.exchange.clipping import Clipping, Export, Item, Reader
from framing.exchange.printed import headed
from framing.exchange.readers import factiva_article

_CODE = re.compile("[A-Z]{2,3}")


def recognises(export: Export) -> bool:
    """A page of Factiva with field codes."""
    return factiva.is_page(export) and bool(factiva.CODE.search(export.raw))


def read(export: Export) -> Iterator[Item]:
    """The articles of a page, each once, and the search that it ends with."""
    page = html.tree(export)
    yield from factiva.search(page)
    seen = set()
    for number, block in enumerate(factiva.blocks(page), 1):
        fields = _fields(block)
        found = _clipping(f"item {number}", block, fields) if fields else _plain(f"item {number}", block)
        same = found.key if isinstance(found, Clipping) else ""
        if not same or same not in seen:
            yield found
        seen.add(same)


def _plain(place: str, block: HtmlElement) -> Item:
    """An article without codes among others: often one of them once more."""
    return factiva_article.clipping(place, block)


def _fields(block: HtmlElement) -> Mapping[str, HtmlElement]:
    """The cell of each field code; the first where a code stands twice."""
    fields: dict[str, HtmlElement] = {}
    for cells in (row.xpath("td") for row in block.xpath(".//tr")):
        code = html.line(cells[0]) if len(cells) > 1 else ""
        if _CODE.fullmatch(code):
            fields.setdefault(code, cells[1])
    return fields


def _clipping(place: str, block: HtmlElement, fields: Mapping[str, HtmlElement]) -> Clipping:
    texts = {code: html.line(cell) for code, cell in fields.items()}
    date = headed(texts.get("PD", ""))
    page = factiva.page_of(texts.get("PG", ""))
    return Clipping(
        place=place,
        outlet=texts.get("SN", ""),
        printed=date.date or texts.get("PD", ""),
        headline=texts.get("HD", ""),
        language=factiva.language(block, texts.get("LA", "")),
        byline=factiva.names(texts.get("BY", "")),
        page=page,
        section=texts.get("SE", ""),
        edition=texts.get("ED", ""),
        medium="print" if page else "unknown",
        key=factiva.key(texts.get("AN", "")),
        text="\n".join(html.lines(fields[code]) for code in ("LP", "TD") if code in fields),
        remarks=date.remarks,
    )


READER = Reader("Factiva with field codes, HTML", recognises, read)
