"""HTML of archives, however badly it is written, as a tree and as text."""

import re
from collections.abc import Iterator

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
        NotReadableError: when there is nothing in it.
    """
    text, _ = decoded.text(export)
    try:
        return html.document_fromstring(
            _PROLOGUE.sub("", text), parser=html.HTMLParser(huge_tree=False, no_network=True)
        )
    except (etree.ParserError, ValueError) as error:
        raise NotReadableError(f"{export.name} is no page that can be read: {error}") from error


def line(element: HtmlElement | None) -> str:
    """The text of an element in one line; empty for none."""
    return "" if element is None else _BLANKS.sub(" ", "".join(element.itertext())).strip()


def lines(element: HtmlElement) -> str:
    """The text of an element with a line break where a reader sees one."""
    text = "".join(_pieces(element))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(part.strip(" ") for part in text.split("\n"))).strip(" \n")


def _pieces(element: HtmlElement) -> Iterator[str]:
    breaks = isinstance(element.tag, str) and element.tag in _BREAKS
    if breaks:
        yield "\n"
    if isinstance(element.tag, str) and element.tag not in ("script", "style"):
        text = element.text or ""
        yield text if element.tag == "pre" else _BLANKS.sub(" ", text)
        for child in element:
            yield from _pieces(child)
            yield _BLANKS.sub(" ", child.tail or "")
    if breaks and element.tag != "br":
        yield "\n"
