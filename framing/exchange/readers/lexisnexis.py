"""LexisNexis Academic and Nexis until 2019, HTML: classes are numbered anew in each file, so the order is all there is."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from framing.exchange import html, lexis
from framing.exchange.clipping import Clipping, Export, Item, Reader, Searched, Trouble
from framing.exchange.printed import headed

_MARK = re.compile(rb"<(?:DIV|P|SPAN)\s+CLASS\s*=\s*\"?c[0-9]", re.IGNORECASE)
_NUMBERED = re.compile(
    rb">\s*(?:[0-9.,]+ [a-z]{2,3} [0-9.,]+\s+DOCUMENTS?|Do[ck]ument\w*\s+[0-9.,]+ [a-z]{2,3} [0-9.,]+)\s*<",
    re.IGNORECASE,
)
_CLOSED = re.compile(rb"(<div\b[^<>]*)/>", re.IGNORECASE)
"""<DIV CLASS="c10"/>, which a browser takes for the start of one that holds all that follows."""
_PARTS = "//div[p][not(ancestor::table)] | //table[not(ancestor::table)] | //a[starts-with(@name, 'DOC_ID_')]"
"""Blocks, tables that stand among them, and the anchors above documents, also above one that could not be shown."""
_HEAD = 5
"""Blocks within which the date of a document stands."""


def recognises(export: Export) -> bool:
    """HTML with numbered classes and numbered documents."""
    return bool(_MARK.search(export.raw) and _NUMBERED.search(export.raw))


def read(export: Export) -> Iterator[Item]:
    """The documents of a file, and how many the search had found."""
    page = html.tree(export._replace(raw=_CLOSED.sub(rb"\1></div>", export.raw)))
    cover: list[str] = []
    documents: list[list[HtmlElement]] = []
    counts = []
    for part in page.xpath(_PARTS):
        found = lexis.found_of(html.line(part)) if part.tag == "div" else None
        if found is not None:
            counts.append(found)
        if found is not None or (part.tag == "a" and counts):
            documents.append([])
        elif documents:
            documents[-1].append(part)
        else:
            cover.append(html.lines(part))
    if counts:
        yield Searched("LexisNexis", lexis.terms("\n\n".join(cover)), counts[0])
    for number, blocks in enumerate(filter(None, documents), 1):
        yield _clipping(f"item {number}", blocks)


def _clipping(place: str, blocks: Sequence[HtmlElement]) -> Clipping | Trouble:
    lines = [html.lines(block) for block in blocks]
    dated = next((n for n, text in enumerate(lines[1:_HEAD], 1) if headed(text.partition("\n")[0]).date), 0)
    if not dated:
        return lexis.clipping(place, ("", "", ""), {}, "")
    fields: dict[str, str] = {}
    texts: list[str] = []
    title = ""
    for block, text in zip(blocks[dated + 1 :], lines[dated + 1 :], strict=True):
        field, rest = lexis.labelled(text) if _is_labelled(block) else ("", text)
        if field:
            fields.setdefault(field, " ".join(rest.split()))
        elif not title and not fields and not texts:
            title = text
        elif not lexis.is_copyright(text) and not fields.keys() & lexis.AFTER:
            texts.append(text)
    head = (" ".join(lines[dated - 1].split()), lines[dated], title)
    return lexis.clipping(place, head, fields, "\n\n".join(filter(None, texts)))


def _is_labelled(block: HtmlElement) -> bool:
    """Whether a block begins with a span that is a label and no more."""
    span = next(iter(block.xpath("./p[1]//span[1]")), None)
    return html.line(span).endswith(":")


READER = Reader("LexisNexis, HTML", recognises, read)
