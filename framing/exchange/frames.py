"""The items of an import as a list to draw from: only those that are drawn become articles of the study."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, NamedTuple

from framing.exchange.plan import Row
from framing.study.sampling import frame
from framing.study.sampling.designs import Unit

Record = Mapping[str, Any]


class Listed(NamedTuple):
    """An item of a list: as a unit, with the article that it is or would be, and its row where it is still to be written."""

    unit: Unit
    article: str
    row: Row | None


def key_of(article: Record) -> str:
    """By what an item is known however often its file is read: the archive's own id, else its place in the file.

    >>> key_of({"outlet": "x", "found_in": {"reader": "ris", "sha256": "0" * 64, "place": "item 3"}})
    '000000000000 item 3'
    """
    origin = article["found_in"]
    return (
        f"{origin['reader']} {article['outlet']} {origin['key']}"
        if origin.get("key")
        else f"{origin['sha256'][:12]} {origin['place']}"
    )


def listed(rows: Iterable[Row], articles: Iterable[Record], taken: Container[str]) -> list[Listed]:
    """The items of an import that can be drawn: those that are new, and those imported before that nobody has coded.

    Args:
        rows: of the import; refused ones cannot be drawn.
        articles: of the study.
        taken: ids of articles that are coded, excluded, or in the frame of an earlier sample.
    """
    there = {key_of(article): article for article in articles if "found_in" in article}
    found: dict[str, Listed] = {}
    for row in rows:
        if row.record is None or row.state == "refused":
            continue
        key = key_of(row.record)
        known = there.get(key)
        if known is None and row.state != "known":
            found.setdefault(key, Listed(frame.unit(row.record, key), row.record["id"], row))
        elif known and known["id"] not in taken:
            found.setdefault(key, Listed(frame.unit(known, key), known["id"], None))
    return list(found.values())
