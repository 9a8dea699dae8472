"""Clippings as article records of the study."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from framing.exchange.clipping import Clipping, Export
from framing.study import address, dates, pages
from framing.study.rules.scripts import OTHER

Record = dict[str, Any]


class Provenance(NamedTuple):
    """Where the articles of one import come from.

    Attributes:
        file: name of the file.
        sha256: of its bytes.
        reader: the format.
        day: of the import, YYYY-MM-DD.
    """

    file: str
    sha256: str
    reader: str
    day: str


def provenance(export: Export, reader: str, day: str) -> Provenance:
    """Where the articles of a file come from."""
    return Provenance(export.name, sha256(export.raw).hexdigest(), reader, day)


@lru_cache(maxsize=4096)
def dated(printed: str) -> tuple[str, str]:
    """The date of a clipping in EDTF, or why there is none.

    A date that may be read two ways, such as 4/7/2014, is refused: nobody guesses the locale of a machine. A month stays a month.

    >>> dated("2014年10月18日"), dated("March 2014")
    (('2014-10-18', ''), ('2014-03', ''))
    >>> dated("4/7/2014")[1]
    "'4/7/2014' may be 2014-07-04 or 2014-04-07; correct it in the file or leave the item out"
    """
    if not printed.strip():
        return "", "no date; add it in the file, or add the article by `framing add`"
    found = dates.read(printed)
    if found.date:
        return found.date, ""
    shown = repr(printed[:60])
    if found.fault == "ambiguous":
        return "", f"{shown} may be {' or '.join(found.meant)}; correct it in the file or leave the item out"
    reasons = {
        "not_there": "is a day that the calendar does not have",
        "no_year": "has no year",
        "short_year": "has a year of two digits",
        "contradiction": "has a day of the week or an era that is not that of the date",
        "old_calendar": "is a date of the lunisolar calendar",
    }
    return "", f"{shown} {reasons.get(found.fault, 'is not a date that is understood')}; correct it in the file"


def article(clipping: Clipping, outlet: Mapping[str, Any], date: str, origin: Provenance) -> Record:
    """The record of one clipping; its id is still to be given.

    An item without a text is an article all the same: its headline is what a coder has of it.

    Args:
        clipping: what the file has.
        outlet: its entry in ``outlets.json``.
        date: its date, EDTF.
        origin: where it comes from.
    """
    page = pages.standard(clipping.page)
    kept = {name: _line(getattr(clipping, name)) for name in ("section", "edition", "length")}
    found_in = {**origin._asdict(), "place": clipping.place, **({"key": clipping.key} if clipping.key else {})}
    return {
        "$schema": "../schemas/article.schema.json",
        "id": "",
        "outlet": outlet["id"],
        "date": {"published": date, "status": "as_cited", "cited": date},
        "medium": clipping.medium,
        "page": page if page and not pages.trouble(page) else pages.UNKNOWN,
        **{name: text for name, text in kept.items() if text},
        "headline": {"original": _line(clipping.headline)} if clipping.headline.strip() else {},
        "language": clipping.language or outlet["language"],
        "genre": "unknown",
        "byline": _unique(_author(name) for name in clipping.byline if name.strip()),
        **(
            {"url": address.encoded(clipping.url)}
            if clipping.url and not address.trouble(address.encoded(clipping.url))
            else {}
        ),
        "source": {"basis": "primary_full" if clipping.text.strip() else "primary_part"},
        "found_in": found_in,
    }


def _author(name: str) -> Record:
    plain = _line(name)
    return {"own" if OTHER.search(plain) else "en": plain}


def _unique(names: Iterable[Record]) -> list[Record]:
    return list({next(iter(name.values())): name for name in names}.values())


def _line(text: str) -> str:
    """A text in one line, composed, without what cannot be seen."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):  # most are, and a table has many
        return re.sub(" +", " ", text).strip()
    seen = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    seen = "".join(char for char in seen if unicodedata.category(char) not in ("Cf", "Co", "Cn"))
    return re.sub(r"[^\S\u3000]+", " ", unicodedata.normalize("NFC", seen)).strip()
