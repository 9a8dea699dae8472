"""What a page says, whatever it will look like: plain values between measures and rendering."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from framing.report.text import (
    Anchor,
    HtmlLink,
    Inline,
    Line,
    Link,
    Number,
    Run,
    joined,
    line,
    set_name,
)

__all__ = [
    "Anchor", "Block", "Card", "Catalogue", "Details", "Explorer", "Facing", "Figure", "HtmlLink", "Inline", "Line",
    "Link", "Listing", "Number", "Page", "Paragraph", "Record", "Records", "Row", "Run", "Section", "Set", "Sets",
    "Surround", "Table", "Told", "Tone", "folded", "joined", "line", "numbers_in", "set_name", "within",
]  # fmt: skip

Part = TypeVar("Part")
Tone = Literal["plain", "caution", "refusal"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``tone`` is plain, caution (a warning) or refusal (why a number is withheld)."""

    text: Line
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """An unordered list."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; cells may hold numbers with their records."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its caption and its numbers.

    Attributes:
        name: as a person types it at the prompt.
        spec: the Vega-Lite specification; the chart, and the caption in small print under it.
        caption: what a reader must know who sees the figure alone.
        table: the numbers behind it.
        marks: the sets of records that its marks lead to.
        language: of the caption and the numbers.
    """

    name: str
    spec: Record
    caption: str
    table: Table | None = None
    marks: tuple[Number, ...] = ()
    language: str = "en"

    @property
    def title(self) -> str:
        """What the figure is called at its head."""
        chart, *_ = self.spec.get("vconcat", [self.spec])
        text = chart.get("title", {}).get("text", self.name)
        return text if isinstance(text, str) else " ".join(text)


@dataclass(frozen=True, slots=True)
class Card:
    """One article: its facts as (label, line) rows, and evidence as a list."""

    record: str
    title: Line
    facts: tuple[tuple[str, Line], ...]
    evidence: tuple[Line, ...]
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One article in a list, which opens to its card: day as EDTF, names and labels as shown, empty where there are none.

    ``shelf`` says which cards are kept in one file with its own; ``key`` is the evidence for its primary frame that comes
    first, in the catalogue alone.
    """

    record: str
    shelf: str
    day: str
    outlet: str
    headline: Line
    frame: str
    key: Line = ()


@dataclass(frozen=True, slots=True)
class Records:
    """Articles as a table whose rows open to their cards."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every article of the study, as rows that open to the cards, which are kept here alone."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Facing:
    """Articles of two sides in two columns, aligned in time: the names of the sides; when, and the articles of each then."""

    heads: tuple[str, str]
    rows: tuple[tuple[Line, tuple[Row, ...], tuple[Row, ...]], ...]


class Told(NamedTuple):
    """What a number says of its records: its row and column, if it has them, the section, and the stem of the page."""

    what: str
    section: str
    page: str


class Set(NamedTuple):
    """The records behind numbers, by the name that addresses give them, and what the numbers say of them."""

    name: str
    told: tuple[Told, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of records behind numbers, by name; part of the page of records."""

    members: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """Blocks that are folded away under a line that says what they hold."""

    summary: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Explorer:
    """Filters over all articles, with what follows from them; HTML alone can show it.

    Attributes:
        content: everything that it knows, as JSON has it.
        words: its own words.
    """

    content: Record
    words: Mapping[str, str]


Block = Paragraph | Listing | Table | Figure | Records | Catalogue | Facing | Sets | Details | Explorer


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks.

    Attributes:
        place: anchor.
        title: heading.
        blocks: what it says, in order.
        level: 2 or 3.
        family: how many tests are in the family whose p appear here; 0 where the section has no family of its own.
        language: of its words.
    """

    place: str
    title: str
    blocks: tuple[Block, ...]
    level: Literal[2, 3] = 2
    family: int = 0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the report.

    Attributes:
        stem: file name without suffix.
        title: plain heading.
        lead: lines under the heading.
        sections: the page itself.
        language: in which it is written.
    """

    stem: str
    title: str
    lead: Sequence[Line] = ()
    sections: Sequence[Section] = field(default_factory=tuple)
    language: str = "en"

    def figures(self) -> list[Figure]:
        """Every figure of the page, in order."""
        return list(within(self.sections, Figure))

    def numbers(self) -> list[Number]:
        """Every number of the page that can be followed to records."""
        return list(numbers_in(self.sections))


class Surround(NamedTuple):
    """The navigation, banner and footer around every page.

    Attributes:
        study: name of the study.
        navigation: (stem, text) of the pages that every page links to.
        banner: a warning at the top of every page, or nothing.
        footer: what made the page, from which data.
        cards: makes the cards of some articles, when they are written.
        html_only: stems of the pages that exist as HTML alone; Markdown does not link to them.
    """

    study: str
    navigation: Sequence[tuple[str, str]]
    banner: str
    footer: str
    cards: Callable[[Sequence[str]], Sequence[Card]] = lambda _: ()
    html_only: Collection[str] = ()


def folded(section: Section, summary: str, *shown: Block) -> Section:
    """The section with all that it says folded away under its heading, below what is ``shown``.

    >>> folded(Section("s", "S", (Listing(()),)), "More").blocks
    (Details(summary='More', blocks=(Listing(items=()),)),)
    """
    return replace(section, blocks=(*shown, Details(summary, section.blocks)))


def first_shown(section: Section, summary: str) -> Section:
    """The section with its first block shown, and the others folded away below it.

    >>> first_shown(Section("s", "S", (Paragraph(("One.",)), Listing(()))), "More").blocks
    (Paragraph(text=('One.',), tone='plain'), Details(summary='More', blocks=(Listing(items=()),)))
    """
    first, *rest = section.blocks
    return folded(replace(section, blocks=tuple(rest)), summary, first) if rest else section


def numbers_in(part: object) -> Iterator[Number]:
    """Every number in a page or in a part of one that can be followed to records."""
    return within(part, Number)


def within(part: object, kind: type[Part]) -> Iterator[Part]:
    """Everything of one kind that a page, or a part of it, holds, in order."""
    leaves = _LEAVES if kind is Number else (*_LEAVES, *_WORDS)
    waiting = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, kind):
            yield one
        elif isinstance(one, tuple | list):
            waiting.extend(reversed(one))
        elif not isinstance(one, leaves):
            of: type = type(one)
            waiting.extend(getattr(one, name) for name in reversed(_parts(of)))


_LEAVES = (str, Number, Row, Sets)
"""What holds no other part, and of which or in which there is much."""
_WORDS = (Paragraph, Listing, Table)
"""What holds numbers alone, and most of them."""


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """What a part of a page of some kind is made of."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
