"""What pages share: files in one folder beside them, each made by one function."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.resources import files
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from framing.chart import picture
from framing.report import made_by
from framing.report.blocks import Catalogue, Row, Sets
from framing.report.render.script import joined
from framing.words import FIRST

_TEMPLATES = files("framing.report.templates")
FOLDER = "assets"
CARDS = 5_000
"""The most articles whose cards stand in one Markdown file, which nobody could open otherwise."""
"""Beside the pages; their scripts know the name too."""
_PART = re.compile("(?=<div>|</dl>|<li>)")
"""Where a card is taken apart: before each fact and each piece of evidence."""


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
    """The records of each set, as places in the catalogue, and what numbers say of them, each with its section and page."""
    return Asset("record-sets.js", partial(_record_sets, sets, catalogue))


def _record_sets(sets: Sets, catalogue: Catalogue) -> str:
    places = {row.record: place for place, row in enumerate(catalogue.rows)}
    sections: dict[tuple[str, str], int] = {}
    members = {
        name: [
            spans(places[record] for record in records),
            *([what, sections.setdefault((section, page), len(sections))] for what, section, page in told),
        ]
        for name, told, records in sets.members
    }
    content = json.dumps({"sections": list(sections), "members": members}, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.recordSets = {content};\n"


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


def shelf(name: str, cards: dict[str, str]) -> Asset:
    """The cards of one shelf, as they stand in a page: parts, of which most recur, and which of them make up each card."""
    return Asset(f"cards-{name}.js", partial(_shelf, name, cards))


def _shelf(name: str, cards: dict[str, str]) -> str:
    places: dict[str, int] = {}
    made = {
        record: [places.setdefault(part, len(places)) for part in _PART.split(card)] for record, card in cards.items()
    }
    content = json.dumps({"parts": list(places), "cards": made}, ensure_ascii=False, separators=(",", ":"))
    return f'(globalThis.cards ??= {{}})["{name}"] = {content};\n'
