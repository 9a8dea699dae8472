"""Items that may be one and the same article: the same file twice, editions, wire copy, print and web."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from framing.study import edtf

Record = Mapping[str, Any]
Kind = Literal["same", "other_medium", "other_outlet"]
KINDS: Mapping[Kind, str] = {
    "same": "the same headline in the same outlet, and dates that overlap",
    "other_medium": "the same headline in print and on the web, within a day",
    "other_outlet": "the same headline in another outlet, within a day: perhaps copy of an agency",
}


class Twin(NamedTuple):
    """An earlier article that may be the same.

    Attributes:
        kind: how the two are alike.
        article: its id.
    """

    kind: Kind
    article: str


class Known:
    """Articles by their headlines, so that each new one is compared with few."""

    def __init__(self, articles: Iterable[Record]) -> None:
        self._by_headline: dict[str, list[Record]] = defaultdict(list)
        for article in articles:
            self.add(article)

    def add(self, article: Record) -> None:
        """Lets later articles be compared with one."""
        for key in _headlines(article):
            self._by_headline[key].append(article)

    def twin(self, article: Record) -> Twin | None:
        """The first earlier article that may be the same, the likest kind first; None for an article without a headline.

        >>> old = {"id": "a-1", "outlet": "a", "date": {"published": "2014-02"}, "headline": {"original": "Fish!"}, "medium": "print"}
        >>> Known([old]).twin({**old, "id": "a-2", "date": {"published": "2014-02-09"}, "headline": {"original": "FISH"}})
        Twin(kind='same', article='a-1')
        """
        found = (
            twin for key in _headlines(article) for other in self._by_headline[key] for twin in _alike(article, other)
        )
        return min(found, key=lambda twin: list(KINDS).index(twin.kind), default=None)


def _headlines(article: Record) -> set[str]:
    return {key for text in article["headline"].values() if len(key := folded(text)) > 1}


def folded(headline: str) -> str:
    """A headline as headlines are compared: letters and digits alone, without width and case.

    >>> folded("「北極航路」　関心…") == folded("北極航路関心")
    True
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", headline).casefold())


def _alike(one: Record, other: Record) -> Iterator[Twin]:
    apart = _days_apart(one, other)
    media = {one["medium"], other["medium"]}
    if one["outlet"] != other["outlet"]:
        if apart <= 1:
            yield Twin("other_outlet", other["id"])
    elif apart == 0 and not ("web" in media and len(media - {"web", "unknown"})):
        yield Twin("same", other["id"])
    elif apart <= 1 and "web" in media and len(media) > 1:
        yield Twin("other_medium", other["id"])


def _days_apart(one: Record, other: Record) -> float:
    """The fewest days that can lie between two articles; without end where a date is none."""
    first, second = (edtf.span(article["date"]["published"]) for article in (one, other))
    return edtf.days_apart(first, second) if first and second else float("inf")
