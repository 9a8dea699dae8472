"""聞蔵II (Kikuzo), the archive of the Asahi until 2022, as a browser saved its frame of full texts."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from framing.exchange import editions, html
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Searched, Trouble

_OUTLET = "朝日新聞"
"""No record names the paper; the weeklies that the service holds beside it stand in the column of the edition or the section."""
_WEEKLIES = {"週刊朝日": "週刊朝日", "アエラ": "AERA", "ＡＥＲＡ": "AERA", "AERA": "AERA"}
_MARK = re.compile(
    b"|".join([b"kikuzo", *(re.escape("聞蔵".encode(name)) for name in ("utf-8", "cp932", "euc-jp"))]), re.IGNORECASE
)
_PAGE = re.compile(r"\b0+(?=[0-9])|(?:ページ|頁|面)$")
_FOUND = re.compile(r"総件数：\s*([0-9]+)件")
_COLUMNS = 6
"""No., 発行日, 朝夕刊, 面名, ページ, 文字数."""


def recognises(export: Export) -> bool:
    """A page of the service: it names itself and has tables of class topic-list."""
    return bool(_MARK.search(export.raw)) and b"topic-list" in export.raw


def read(export: Export) -> Iterator[Item]:
    """The articles of a page, and how many the search had found."""
    page = html.tree(export)
    if found := _FOUND.search(re.sub(r"\s+", "", html.line(page))):
        yield Searched("朝日新聞社 聞蔵II", "", int(found[1]))
    heads = page.xpath("//tr[td][ancestor::table[1][@class='topic-list']]")
    if not heads:
        raise NotReadableError(f"{export.name} has no article; save the frame of the full texts")
    details = page.xpath("//table[@class='topic-detail']")
    for number, (row, detail) in enumerate(html.pairs(page, heads, details), 1):
        cells = [html.line(cell) for cell in row.xpath("td")]
        if len(cells) >= _COLUMNS and detail is not None:
            yield _clipping(number, cells, detail)
        else:
            yield Trouble(
                f"item {number}", "its head or its text is not there; save the frame of the full texts again, whole"
            )


def _clipping(number: int, cells: list[str], detail: HtmlElement) -> Clipping:
    _, day, edition, section, page, length = cells[:_COLUMNS]
    headline, body = detail.xpath(".//span[@class='font002']"), detail.xpath(".//div[@class='detail001']")
    return Clipping(
        place=f"item {number}",
        outlet=next((outlet for name, outlet in _WEEKLIES.items() if name in f"{edition} {section}"), _OUTLET),
        printed=day.replace(" ", ""),
        headline=html.line(headline[0]) if headline else "",
        language="ja",
        page=_PAGE.sub("", page),
        section=section,
        edition=edition,
        medium=editions.medium(edition, "print"),
        text=html.lines(body[0]) if body else "",
        length=re.sub("^0+(?=[0-9])", "", length),
    )


READER = Reader("聞蔵II (Kikuzo), HTML", recognises, read)
