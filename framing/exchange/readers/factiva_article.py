"""Factiva, article format as a web page: no field codes, the order of the lines is all there is."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from framing.exchange import factiva, html
from framing.exchange.clipping import Clipping, Export, Item, Reader, Trouble
from framing.exchange.printed import headed

_WORDS = re.compile(r"[0-9][0-9.,'\s]*[^\W\d_]+\.?")
"""The number of words, which stands before the date: 877 Wörter, 8165 字."""
_PAGES = re.compile(r"[^\W\d_]{0,3}[-.]?[0-9]{1,4}[A-Za-z]?(?:\s*[-–,]\s*[^\W\d_]{0,3}[0-9]{1,4})*")
_OTHER = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}|.*\b(?:Volume|Vol\.|Issue|ISSN)\b.*", re.IGNORECASE)
"""What may stand among edition and page and is neither: a time of day, a volume."""
_SEVERAL = 3
"""Articles of a paper among which a number that stays the same is no page."""
_SOURCE = 2
"""Lines behind the number of words: the date, then the source and its code."""


def recognises(export: Export) -> bool:
    """A page of Factiva whose articles have no field codes."""
    return factiva.is_page(export) and not factiva.CODE.search(export.raw)


def read(export: Export) -> Iterator[Item]:
    """The articles of a page, and the search that it ends with."""
    page = html.tree(export)
    yield from factiva.search(page)
    yield from _without_volumes(
        [clipping(f"item {number}", block) for number, block in enumerate(factiva.blocks(page), 1)]
    )


def clipping(place: str, block: HtmlElement) -> Clipping | Trouble:
    """One article by the order of its lines."""
    divs = block.xpath("./div")
    lines = [html.line(div) for div in divs]
    title = next((number for number, div in enumerate(divs) if div.get("id") == "hd"), 0)
    at = next((n for n in range(title + 1, len(lines) - _SOURCE) if _is_dated(lines[n : n + 2])), None)
    if at is None:
        return Trouble(place, "no number of words with a date below it, by which an article is read; export it again")
    date = headed(lines[at + 1])
    edition, page = _edition_and_page(_between(lines[at + _SOURCE :]))
    ids = [str(name) for name in block.xpath("../@id")] + [html.line(part) for part in block.xpath("./p[not(@class)]")]
    bylines = [html.line(div) for div in divs if div.get("class") == "author"]
    return Clipping(
        place=place,
        outlet=lines[at + _SOURCE],
        printed=date.date,
        headline=lines[title],
        language=factiva.language(block, lines[-2]),
        byline=tuple(name for line in bylines for name in factiva.names(line)),
        page=page,
        section="; ".join(lines[:title]),
        edition=edition,
        medium="print" if page else "unknown",
        key=next(filter(None, map(factiva.key, ids)), ""),
        text="\n".join(html.lines(part) for part in block.xpath(".//p[contains(@class, 'articleParagraph')]")),
        remarks=date.remarks,
    )


def _without_volumes(found: Sequence[Clipping | Trouble]) -> Iterator[Clipping | Trouble]:
    """Articles of which no volume is taken for the page.

    Two numbers are an edition and a page, or a page and a volume. The second is a volume where the first is a range of pages,
    and where it is the same in several articles of a paper whose first numbers differ.
    """
    numbers: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        if isinstance(one, Clipping) and _PAGES.fullmatch(one.edition) and one.page.isdigit():
            numbers.setdefault(one.outlet, []).append((one.edition, one.page))
    bound = {
        outlet
        for outlet, pairs in numbers.items()
        if len(pairs) >= _SEVERAL and len({last for _, last in pairs}) == 1 and len({first for first, _ in pairs}) > 1
    }
    for one in found:
        paged = isinstance(one, Clipping) and (one.edition, one.page) in numbers.get(one.outlet, ())
        if isinstance(one, Clipping) and paged and (one.outlet in bound or "-" in one.edition):
            yield one._replace(page=one.edition, edition=f"Volume {one.page}")
        else:
            yield one


def _is_dated(lines: Sequence[str]) -> bool:
    return bool(_WORDS.fullmatch(lines[0]) and headed(lines[1]).date)


def _between(lines: Sequence[str]) -> Sequence[str]:
    """The lines between the code of the source and the language, which stands above the copyright."""
    return [line for line in lines[2:-2] if not _OTHER.fullmatch(line)]


def _edition_and_page(lines: Sequence[str]) -> tuple[str, str]:
    """The page is the last line that can be one; the first of the others is the edition.

    >>> _edition_and_page(["Late Edition - Final", "24"]), _edition_and_page(["53", "4"]), _edition_and_page([])
    (('Late Edition - Final', '24'), ('53', '4'), ('', ''))
    """
    at = next((number for number in reversed(range(len(lines))) if _PAGES.fullmatch(lines[number])), None)
    others = [line for number, line in enumerate(lines) if number != at]
    return next(iter(others), ""), "" if at is None else factiva.page_of(lines[at])


READER = Reader("Factiva, article format, HTML", recognises, read)
