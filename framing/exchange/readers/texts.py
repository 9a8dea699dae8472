"""Texts, one a file, whose names say where and when each appeared."""

from collections.abc import Iterator

from framing.exchange import decoded, file_names, languages
from framing.exchange.clipping import Clipping, Export, Item, Reader, Trouble


def recognises(export: Export) -> bool:
    """Whatever comes with a pattern of its name."""
    return bool(export.pattern)


def read(export: Export) -> Iterator[Item]:
    """The article in a file, or why its name or its text cannot be read.

    Raises:
        NotReadableError: when its encoding is not certain.
    """
    told = file_names.told(file_names.compiled(export.pattern), export.name)
    if isinstance(told, str):
        yield Trouble("", told)
        return
    text, _ = decoded.text(export)
    parts = (told[name].zfill(2) for name in ("year", "month", "day") if name in told)
    yield Clipping(
        place=export.name,  # two papers may have printed the same text
        outlet=told.get("outlet", ""),
        printed=told.get("date", "") or "-".join(parts),
        headline=told.get("headline", ""),
        language=languages.tag(told.get("language", "")),
        byline=tuple(filter(None, [told.get("byline", "")])),
        page=told.get("page", ""),
        section=told.get("section", ""),
        edition=told.get("edition", ""),
        key=told.get("key", ""),
        text=text.strip(),
    )


READER = Reader("texts whose names follow a pattern", recognises, read)
