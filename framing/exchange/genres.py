"""Genres as the marks of headlines propose them, such as （社説）: told, and set only where a person says so."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Record = Mapping[str, Any]


def borne(headline: str, codebook: Record) -> dict[str, str]:
    """The genres whose marks a headline bears, each with the mark; brackets, digits and letters may be of any width.

    Args:
        headline: as printed.
        codebook: of the study; its genres may have ``marks``.

    >>> book = {"vocabularies": {"genres": [{"id": "editorial", "marks": ["（社説）", "【主張】"]}, {"id": "news"}]}}
    >>> borne("(社説)海の明日", book), borne("社説を読む", book)
    ({'editorial': '（社説）'}, {})
    """
    plain = _folded(headline)
    marks = ((genre["id"], mark) for genre in _genres(codebook) for mark in genre.get("marks", ()))
    return {genre: mark for genre, mark in marks if _folded(mark) in plain}


def told(found: Mapping[str, str]) -> Iterator[str]:
    """What a person should know of the marks of a headline, in words; nothing for a headline without.

    >>> list(told({"editorial": "（社説）"})), list(told({}))
    (['its headline bears （社説）, the mark of the genre editorial'], [])
    """
    if len(found) == 1:
        ((genre, mark),) = found.items()
        yield f"its headline bears {mark}, the mark of the genre {genre}"
    elif found:
        listed = ", ".join(f"{mark} ({genre})" for genre, mark in found.items())
        yield f"its headline bears the marks of several genres: {listed}; none is proposed"


def only(found: Iterable[str]) -> str:
    """The one genre that is proposed; empty for none, and where several are.

    >>> only(["editorial"]), only(["editorial", "news"])
    ('editorial', '')
    """
    genres = [*found]
    return genres[0] if len(genres) == 1 else ""


def _genres(codebook: Record) -> Iterable[Record]:
    genres: Iterable[Record] = codebook.get("vocabularies", {}).get("genres", ())
    return genres


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
