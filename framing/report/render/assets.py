"""What pages share: files in one folder beside them, each made by one function."""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, partial
from hashlib import blake2s
from importlib.resources import files
from itertools import chain, groupby, pairwise
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from framing.chart import picture
from framing.report import made_by
from framing.report.blocks import Catalogue, Row, Sets
from framing.report.render.script import joined
from framing.words import FIRST

_TEMPLATES = files("framing.report.templates")
FOLDER = "assets"
"""Beside the pages; their scripts know the name too."""
CARDS = 5_000
"""The most articles whose cards stand in one Markdown file, which nobody could open otherwise."""
_PART = re.compile("(?=<div>|</dl>|<li>)")
"""Where a card is taken apart: before each fact and each piece of evidence."""
_SHELF = re.compile(r".*?-[0-9]{4}(?=-)")
"""The shelf of most articles is how their ids begin; ``records.js`` reads it so too."""
LONG = 24
"""Signs from which on a part that stands on several shelves is kept once: its name takes eleven on each."""
Shelf = Mapping[str, Sequence[str]]
"""The parts of each card of one shelf, by its record."""


class Asset(NamedTuple):
    """A file that pages share.

    Attributes:
        name: within the folder.
        made: makes its content, without the mark, once it is needed.
    """

    name: str
    made: Callable[[], str]

    @property
    def text(self) -> str:
        """Its content, without the mark."""
        return self.made()

    @property
    def path(self) -> str:
        """The file, relative to the folder of the report."""
        return f"{FOLDER}/{self.name}"

    def content(self) -> bytes:
        """The file itself; its first line says whose it is."""
        return f"/* {made_by(FIRST)}. */\n{self.text}".encode()


def own(name: str) -> Asset:
    """A script or style of this program."""
    return Asset(name.rpartition("/")[2], partial(_read, name))


@cache
def _read(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text(encoding="utf-8")


def charts() -> tuple[Asset, ...]:
    """What draws the figures of a page, and lets a reader take them away."""
    return (Asset("vega.js", picture.bundle), own("packed.js"), own("charts.js"), own("take.js"))


def explorer() -> Asset:
    """The modules of the page of choices as one script, each after those that it imports; a page from a disk cannot load modules."""
    return Asset("explore.js", _exploring)


@cache
def _exploring() -> str:
    modules = (path for path in _TEMPLATES.joinpath("explore").iterdir() if path.name.endswith(".js"))
    return joined({path.name: path.read_text(encoding="utf-8") for path in modules})


def record_sets(sets: Sets, catalogue: Catalogue) -> Asset:
    """The records of each set, as places in the catalogue, then what numbers say of them, each with its section and page."""
    return Asset("record-sets.js", partial(_record_sets, sets, catalogue))


def _record_sets(sets: Sets, catalogue: Catalogue) -> str:
    places = {row.record: place for place, row in enumerate(catalogue.rows)}
    sections: dict[tuple[str, str], int] = {}
    whats: dict[str, int] = {}
    members: dict[str, list[str | int]] = {}
    for name, told, records in sets.members:
        members[name] = [spans(places[record] for record in records)]
        for what, section, page in told:
            said = whats.setdefault(what, len(whats)), sections.setdefault((section, page), len(sections))
            members[name].extend(said)
    content = {"sections": list(sections), "whats": list(whats), "members": members}
    return f"globalThis.recordSets = {_written(content)};\n"


def spans(places: Iterable[int]) -> str:
    """Places as runs: the first of each, counted from the end of the run before, and how many follow it.

    >>> spans([7, 0, 1, 2, 12])
    '0+2 5 5'
    """
    ordered = sorted(places)
    begins = [place for before, place in pairwise([-2, *ordered]) if place != before + 1]
    ends = [place for place, after in pairwise([*ordered, -2]) if after != place + 1]
    gaps = [begin - end for begin, end in zip(begins, [0, *ends[:-1]], strict=True)] if ordered else []
    return " ".join(
        f"{gap}+{end - begin}" if end > begin else str(gap) for gap, begin, end in zip(gaps, begins, ends, strict=True)
    )


def shelves(catalogue: Catalogue) -> list[tuple[str, Sequence[Row]]]:
    """The rows of each shelf, by its name."""
    ordered = sorted(catalogue.rows, key=attrgetter("shelf"))
    return [(name, list(rows)) for name, rows in groupby(ordered, key=attrgetter("shelf"))]


def elsewhere(row: Row) -> bool:
    """Whether the id of an article does not begin with its shelf, as ids by outlet and day do.

    >>> elsewhere(Row("rg-2014-08-26", "rg-2014", "", "", (), "")), elsewhere(Row("a17", "rg-2014", "", "", (), ""))
    (False, True)
    """
    found = _SHELF.match(row.record)
    return not found or found[0] != row.shelf


def taken_apart(card: str) -> list[str]:
    """A card as the parts that recur: each fact, each piece of evidence; all cards hold one copy of a part.

    >>> taken_apart("<article><dl><div>Page</div></dl></article>")
    ['<article><dl>', '<div>Page</div>', '</dl></article>']
    """
    return [intern(part) for part in _PART.split(card)]


def card_files(kept: Mapping[str, Shelf]) -> Iterator[Asset]:
    """The cards of each shelf, by its name, and what stands on several shelves."""
    met: set[str] = set()
    common: set[str] = set()
    for cards in kept.values():
        here = {part for part in chain.from_iterable(cards.values()) if len(part) >= LONG}
        common |= met & here
        met |= here
    yield Asset("cards.js", partial(_common, common))
    yield from (Asset(f"cards-{name}.js", partial(_shelf, name, cards, common)) for name, cards in kept.items())


def _common(common: Set[str]) -> str:
    content = {_called(part): part for part in sorted(common)}
    return f"globalThis.cardParts = {_written(content)};\n"


def _shelf(name: str, cards: Shelf, common: Set[str]) -> str:
    places: dict[str, int] = {}
    made = {record: [places.setdefault(part, len(places)) for part in parts] for record, parts in cards.items()}
    parts = [_called(part) if part in common else part for part in places]
    return f'(globalThis.cards ??= {{}})["{name}"] = {_written({"parts": parts, "cards": made})};\n'


def _called(part: str) -> str:
    """A name that hangs on the part alone, so that a change of one card leaves other shelves as they are; no part looks like it."""
    return urlsafe_b64encode(blake2s(part.encode(), digest_size=6).digest()).decode()


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
