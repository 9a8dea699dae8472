"""The file of a map of columns: read with all its faults, and proposed for a table that has none yet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.exchange import columns
from framing.exchange.cells import Row
from framing.study import canonical, dates, load, rules, validate
from framing.study.faults import Fault
from framing.study.index import Index
from framing.study.layout import MAPS

Record = dict[str, Any]

NAMES: Mapping[str, tuple[str, ...]] = {
    "outlet": ("outlet", "newspaper", "paper", "publication", "source", "media", "media_name", "journal", "channel", "zeitung", "medium name", "紙名", "新聞名", "新聞", "媒体", "掲載紙", "издание", "газета", "источник", "сми"),
    "date": ("date", "day", "published", "publish_date", "publication date", "pubdate", "date of publication", "datum", "日付", "発行日", "掲載日", "年月日", "дата", "дата публикации"),
    "headline": ("headline", "title", "heading", "titel", "見出し", "題名", "タイトル", "記事名", "заголовок", "название"),
    "text": ("text", "full text", "fulltext", "body", "content", "article text", "本文", "全文", "текст", "полный текст"),
    "language": ("language", "lang", "言語", "язык"),
    "byline": ("byline", "author", "authors", "by", "journalist", "著者", "記者", "筆者", "автор", "авторы"),
    "page": ("page", "pages", "seite", "ページ", "面", "頁", "страница", "полоса"),
    "section": ("section", "rubric", "ressort", "面名", "欄", "рубрика", "раздел"),
    "edition": ("edition", "版", "朝夕刊", "выпуск"),
    "medium": ("medium", "print or web", "media type"),
    "url": ("url", "link", "address", "web address", "リンク", "ссылка", "адрес"),
    "key": ("accession number", "an", "article id", "document id", "記事番号", "記事id"),
}  # fmt: skip
"""How people call the columns of such tables; only what is proposed depends on it."""
ABSENT = ("NA", "N/A", "n/a", "n.a.", "NaN", "NULL", "-", "–", "―", "なし", "нет")
"""What people write where nothing is there."""
ORDERS = {"dmy": "18/10/2014", "mdy": "10/18/2014", "ymd": "2014/10/18"}
"""Orders of numbers in a date, each with the eighteenth of October 2014."""


def read(raw: bytes, file: str) -> columns.ColumnMap | list[Fault]:
    """The map in a file, or everything that is wrong with it.

    >>> [str(fault) for fault in read(b'{"columns": {"outlet": "Paper", "date": "Day"}, "sheets": "A"}', "map.json")]
    ["map.json::/sheets: the key 'sheets' does not belong here; did you mean 'sheet'?"]
    """
    contract = validate.fixed_contract("map")
    found = load.parse(raw, "map", file, 0)
    faults = [part for part in found if isinstance(part, Fault)]
    for document in (part for part in found if not isinstance(part, Fault)):
        faults += validate.faults(document, contract) or rules.faults(document, Index())
    last = found[-1]
    return faults if faults or isinstance(last, Fault) else columns.declared(last.record)


def home(root: Path, table: str) -> Path:
    """Where a study keeps the map of a table: under its name, so that the next table of that name is read by it."""
    return root / MAPS / f"{Path(table).stem}.json"


def as_file(record: Mapping[str, Any]) -> bytes:
    """A map as the bytes of its file."""
    return canonical.file_bytes({"$schema": "../map.schema.json", **record}, validate.fixed_contract("map").order)


def header_row(rows: Sequence[Row]) -> int:
    """The row that may name the columns: the first that is nearly as full as the fullest.

    >>> header_row([(1, ["Cuttings", "", ""]), (2, ["", "", ""]), (3, ["Paper", "Date", "Title"]), (4, ["A", "2014", "B"])])
    3
    """
    filled = {number: sum(bool(cell.strip()) for cell in row) for number, row in rows}
    return next((number for number, count in filled.items() if count >= 0.6 * max(filled.values())), 1)


def named(head: Sequence[str]) -> dict[str, int]:
    """The column, counted from 1, that may be each field, by its name.

    >>> named(["No.", "Newspaper", "Date of publication", "見出し"])
    {'outlet': 2, 'date': 3, 'headline': 4}
    """
    plain = [re.sub(r"[\s_]+", " ", columns.title(cell)).casefold().strip(" :：") for cell in head]
    found: dict[str, int] = {}
    for field, names in NAMES.items():
        places = [place for name in names for place, cell in enumerate(plain, 1) if cell == name.replace("_", " ")]
        if free := [place for place in places if place not in found.values()]:
            found[field] = free[0]
    return found


def absent(rows: Iterable[Row]) -> list[str]:
    """The cells of some rows that may say that nothing is there."""
    seen = {cell.strip() for _, row in rows for cell in row}
    return [text for text in ABSENT if text in seen]


def orders(cells: Iterable[str]) -> list[str]:
    """The orders of day, month and year in which every date of a column is one; empty where no order is needed.

    >>> orders(["4/7/2014", "18/7/2014"]), orders(["4/7/2014"]), orders(["2014-07-04", "March 2014"])
    (['dmy'], ['dmy', 'mdy'], [])
    """
    unclear = [cell for cell in cells if dates.read(cell).fault in ("ambiguous", "short_year")]
    numeric = [cell for cell in cells if re.fullmatch(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}", cell)]
    tried = {order: [columns.date(cell, order, 1950) for cell in numeric] for order in ORDERS}
    fitting = [order for order, texts in tried.items() if all(validate.is_day(text) for text in texts)]
    return fitting if unclear else []


def short_years(cells: Iterable[str]) -> bool:
    """Whether a date of a column has a year of two digits."""
    return any(dates.read(cell).fault == "short_year" for cell in cells)


def record(found: Mapping[str, int], head: Sequence[str], header: int, more: Mapping[str, Any]) -> Record:
    """The record of a map.

    Args:
        found: columns by field, counted from 1.
        head: cells of the row that names the columns.
        header: that row; 0 for none.
        more: other keys of the map; empty ones are left out.
    """
    names = [columns.title(cell) for cell in head]
    said = {
        field: names[place - 1] if header and names[place - 1] and names.count(names[place - 1]) == 1 else place
        for field, place in found.items()
    }
    return {"header_row": header, "columns": said, **{key: value for key, value in more.items() if value}}
