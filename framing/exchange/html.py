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
    """Text and line breaks in the order of a page; step by step, since a damaged page can be nested without end."""
    silent = 0
    for event, part in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = part.tag if isinstance(part.tag, str) else ""
        silent += (name in ("script", "style")) * {"start": 1, "end": -1}.get(event, 0)
        if name in _BREAKS and not (event == "end" and name == "br"):
            yield "\n"
        if event == "start" and not silent:
            text = part.text or ""
            yield text if name == "pre" else _BLANKS.sub(" ", text)
        if event != "start" and part is not element and not silent:
            yield _BLANKS.sub(" ", part.tail or "")
