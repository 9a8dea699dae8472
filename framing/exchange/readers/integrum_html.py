"""Integrum, the archive of Russian media, as the report of full texts that it exports as HTML."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from framing.exchange import html, names, tongue
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Searched, Trouble

_FIELD = re.compile(r"\^([А-ЯЁ]{2}):")
"""Signs of the fields: ИС source, РБ section, НР issue, ДТ date, АВ authors, ЗГ headline."""
_SIGNS = ("^ИС:", "^ДТ:")
_ENCODINGS = ("cp1251", "utf-8")
_ENOUGH = 1_000
"""Characters of a text that tell its language."""


def recognises(export: Export) -> bool:
    """A page with the signs of source and date."""
    signs = ([sign.encode(encoding) for sign in _SIGNS] for encoding in _ENCODINGS)
    return b"<html" in export.raw.lower() and any(all(sign in export.raw for sign in each) for each in signs)


def read(export: Export) -> Iterator[Item]:
    """The articles of a report, and those that its contents list and that are not there; what was searched it does not say."""
    page = html.tree(export)
    heads = [cell for cell in page.xpath("//td[not(.//td)]") if _FIELD.match(html.line(cell))]
    if not heads:
        raise NotReadableError(f"{export.name} has no article: no cell begins with ^ИС: or another sign of a field")
    yield Searched("Integrum", "", None)
    contents = {link.get("href")[1:]: html.line(link) for link in page.xpath("//a[starts-with(@href, '#')]")}
    marks = html.pairs(page, page.xpath("//a[@name]"), heads)
    names_of = {cell: mark.get("name", "") for mark, cell in marks if cell is not None}
    for number, (cell, body) in enumerate(html.pairs(page, heads, page.xpath("//pre")), 1):
        yield _clipping(number, cell, body, contents.get(names_of.get(cell, ""), ""))
    there = {mark.get("name") for mark, _ in marks}
    for name in contents:
        if name not in there:
            yield Trouble(
                f"item {name}", f"the contents name it, but {export.name} ends before it; export it again, whole"
            )


def _clipping(number: int, cell: HtmlElement, body: HtmlElement | None, listed: str) -> Clipping:
    told = _FIELD.split(html.line(cell))
    fields = {sign: text.strip() for sign, text in zip(told[1::2], told[2::2], strict=True)}
    headline = fields.get("ЗГ") or listed
    text = "" if body is None else html.lines(body)
    issue = fields.get("НР", "")
    return Clipping(
        place=f"item {number}",
        outlet=fields.get("ИС", ""),
        printed=fields.get("ДТ", ""),
        headline=headline,
        language=tongue.russian(f"{headline} {text[:_ENOUGH]}"),
        byline=names.listed(fields.get("АВ", "")),
        section=fields.get("РБ", ""),
        edition=f"№ {issue}" if issue else "",
        medium="print" if issue else "unknown",
        text=text,
    )


READER = Reader("Integrum, HTML", recognises, read)
