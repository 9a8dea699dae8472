"""Lists of stories that Media Cloud writes as CSV."""

from codecs import BOM_UTF8
from collections.abc import Iterator

from framing.exchange import cells, decoded, languages, links
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Trouble

_COLUMNS = {"publish_date", "media_name", "title", "url"}
_OWN = {"indexed_date", "stories_id", "media_id", "media_url", "id"}
"""Columns that a table made by hand hardly has beside them."""


def recognises(export: Export) -> bool:
    """A table whose first row has the names of Media Cloud's columns."""
    line = export.raw[:4096].removeprefix(BOM_UTF8).split(b"\n", 1)[0].decode("ascii", errors="replace")
    names = {name.strip(' \r"') for name in line.split(",")}
    return names >= _COLUMNS and bool(names & _OWN)


def read(export: Export) -> Iterator[Item]:
    """The stories of a list; the day on which one was indexed is never taken for that of its publication."""
    text, _ = decoded.text(export)
    rows = cells.of_text(text, ",", export.name)
    names = [name.strip() for name in next(rows, (0, []))[1]]
    if not set(names) >= _COLUMNS:
        raise NotReadableError(
            f"{export.name} does not have the columns of Media Cloud ({', '.join(sorted(_COLUMNS))}); download it again"
        )
    for number, row in rows:
        if not any(row):
            continue
        if len(row) != len(names):
            yield Trouble(f"row {number}", cells.ragged(len(row), len(names)))
            continue
        yield _clipping(number, dict(zip(names, row, strict=True)))


def _clipping(number: int, told: dict[str, str]) -> Clipping:
    return Clipping(
        place=f"row {number}",
        outlet=told["media_name"].strip(),
        printed=told["publish_date"].strip().partition(" ")[0].partition("T")[0],
        headline=told["title"],
        language=languages.tag(told.get("language", "")),
        medium="web",
        url=links.plain(told["url"]),
        key=told.get("id", "") or told.get("stories_id", ""),
    )


READER = Reader("Media Cloud, CSV", recognises, read)
