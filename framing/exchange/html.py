"""HTML of archives, however badly it is written, as a tree and as text."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLANKS = re.compile(r"[^\S\u3000]+")
"""Blanks of any kind but the ideographic one, which parts the clauses of a Japanese headline."""
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "pre", "article", "section"})


def tree(export: Export) -> HtmlElement:
    """The tree of an HTML file.

    Raises:
        NotReadableError: when there is nothing in it, or more than the parser takes: it would leave out the rest unsaid.
    """
    text, _ = decoded.text(export)
    parser = html.HTMLParser(huge_tree=False, no_network=True)
    try:
        page: HtmlElement = html.document_fromstring(_PROLOGUE.sub("", text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise NotReadableError(f"{export.name} is not a page that can be read: {error}") from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise NotReadableError(
                f"{export.name} cannot be read beyond line {entry.line}: {entry.message.partition(',')[0]}; save the page again, "
                "or fewer articles in one file"
            )
    return page


def pairs(
    page: HtmlElement, heads: Iterable[HtmlElement], bodies: Iterable[HtmlElement]
) -> list[tuple[HtmlElement, HtmlElement | None]]:
    """Each head with the first body behind it and before the next head; None for a head without one.

    One walk through the page, however long it is: an axis of XPath would be one walk a head.

    >>> page = html.fromstring("<div><h2>a</h2><p>1</p><h2>b</h2></div>")
    >>> [(head.text, body is not None) for head, body in pairs(page, page.xpath("//h2"), page.xpath("//p"))]
    [('a', True), ('b', False)]
    """
    first, wanted = set(heads), set(bodies)
    found: list[tuple[HtmlElement, HtmlElement | None]] = []
    for element in page.iter():
        if element in first:
            found.append((element, None))
        elif element in wanted and found and found[-1][1] is None:
            found[-1] = (found[-1][0], element)
    return found


def line(element: HtmlElement | None) -> str:
    """The text of an element in one line; empty for none."""
    return "" if element is None else _BLANKS.sub(" ", "".join(element.itertext())).strip()


def lines(element: HtmlElement) -> str:
    """The text of an element with a line break where a reader sees one."""
    text = "".join(_pieces(element))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(part.strip(" ") for part in text.split("\n"))).strip(" \n")


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Text and line breaks in the order of a page; step by step, since a damaged page can be nested without end.

    In ``pre``, and in what stands inside it, blanks and line breaks are the author's own.
    """
    silent = kept = 0
    for event, part in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = part.tag if isinstance(part.tag, str) else ""
        step = {"start": 1, "end": -1}.get(event, 0)
        silent += step * (name in ("script", "style"))
        kept += step * (name == "pre")
        if name in _BREAKS and not (event == "end" and name == "br"):
            yield "\n"
        text = part.text if event == "start" else part.tail if part is not element else ""
        if text and not silent:
            yield text if kept else _BLANKS.sub(" ", text)
