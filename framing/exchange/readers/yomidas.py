"""ヨミダス歴史館 (Yomidas), the archive of the Yomiuri, as a browser saved its page of full texts."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from framing.exchange import editions, html
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Searched, Trouble

_OUTLET = "読売新聞"
"""No record names the paper: its English one stands in another part of the service, on pages of another form."""
_COLUMNS = 7
"""No., day, headline, edition, section, page, characters; columns of print and pictures may follow. None has a heading."""


def recognises(export: Export) -> bool:
    """A page of Japanese articles: its parts are called yomiuriNewsArticle, and each article has a contentsTable."""
    return b"yomiuriNewsArticle" in export.raw and b"contentsTable" in export.raw


def read(export: Export) -> Iterator[Item]:
    """The articles of a page; it does not say what was searched for."""
    page = html.tree(export)
    heads = page.xpath("//tr[th or td][ancestor::table[1][@class='contentsTable']]")
    if not heads:
        raise NotReadableError(f"{export.name} has no article; save the page that shows the full texts (本文表示)")
    yield Searched("ヨミダス歴史館", "", None)
    bodies = page.xpath("//*[@id='heiseiDetailContents']")  # one id, and every article has it
    for number, (row, body) in enumerate(html.pairs(page, heads, bodies), 1):
        cells = [html.line(cell) for cell in row.xpath("th|td")]
        if len(cells) < _COLUMNS:
            yield Trouble(
                f"item {number}", f"its head has {len(cells)} of {_COLUMNS} fields; save the page again, whole"
            )
        else:
            yield _clipping(number, cells, body)


def _clipping(number: int, cells: list[str], body: HtmlElement | None) -> Clipping:
    _, day, headline, edition, section, page, length = cells[:_COLUMNS]
    return Clipping(
        place=f"item {number}",
        outlet=_OUTLET,
        printed=day,
        headline=headline,
        language="ja",
        page=page.removesuffix("頁").lstrip("0"),
        section=section,
        edition=edition,
        medium=editions.medium(edition, "print"),
        text="" if body is None else "\n".join(html.lines(part) for part in body.iter("p")),
        length=length,
    )


READER = Reader("ヨミダス歴史館 (Yomidas), HTML", recognises, read)
