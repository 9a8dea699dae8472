"""What a page says, whatever it will look like: plain values between measures and rendering."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from hashlib import blake2s
from typing import Any, Literal, NamedTuple, TypeVar

Part = TypeVar("Part")
Tone = Literal["plain", "caution", "refusal"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in another language or script, or with weight."""

    text: str
    lang: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of the report, or to a place in one.

    Attributes:
        text: what is shown.
        page: stem of the page, for example ``outlet-yomiuri``; empty for the same page.
        place: anchor on it; may be empty.
    """

    text: str
    page: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class HtmlLink(Link):
    """A link to a page that exists as HTML alone; Markdown has its text."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Text that links can lead to."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be followed to the records behind it."""

    text: str
    records: tuple[str, ...]


Inline = str | Run | Link | Anchor | Number
Line = tuple[Inline, ...]


def line(*parts: Inline | Line) -> Line:
    """One line from parts that may themselves be lines.

    >>> line("by ", Run("佐藤優", "ja"), line(", ", "Nikkei"))
    ('by ', Run(text='佐藤優', lang='ja', strong=False), ', ', 'Nikkei')
    """
    flat: list[Inline] = []
    for part in parts:
        if isinstance(part, tuple):
            flat.extend(part)
        elif part != "":
            flat.append(part)
    return tuple(flat)


def joined(parts: Iterable[Inline | Line], separator: str = ", ") -> Line:
    """The parts as one line with separators between them."""
    out: list[Inline | Line] = []
    for part in parts:
        out.extend([separator, part] if out else [part])
    return line(*out)


def translations(labels: Mapping[str, str]) -> list[Run]:
    """A label in every language of the study but English, which pages are written in.

    >>> translations({"en": "War", "de": "Krieg"})
    [Run(text='Krieg', lang='de', strong=False)]
    """
    return [Run(text, language) for language, text in labels.items() if language != "en"]


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
    """A chart as its Vega-Lite specification, with its caption and, folded away, its numbers."""

    name: str
    spec: Record
    caption: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One article: its facts as (label, line) rows, and evidence as a list."""

    record: str
    title: Line
    facts: tuple[tuple[str, Line], ...]
    evidence: tuple[Line, ...]
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Facing:
    """Articles of two sides in two columns, aligned in time.

    Attributes:
        heads: the names of the sides.
        rows: when, and the cards of each side then.
    """

    heads: tuple[str, str]
    rows: tuple[tuple[Line, tuple[Card, ...], tuple[Card, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of records behind numbers, by name; part of the page of records."""

    members: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Explorer:
    """Filters over all articles, with what follows from them; HTML alone can show it.

    Attributes:
        content: everything that it knows, as JSON has it.
        words: its own words.
    """

    content: Record
    words: Mapping[str, str]


Block = Paragraph | Listing | Table | Figure | Card | Facing | Sets | Explorer


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks.

    Attributes:
        place: anchor.
        title: heading.
        blocks: what it says, in order.
        level: 2 or 3.
        family: how many tests are in the family whose p appear here; 0 where the section has no family of its own.
    """

    place: str
    title: str
    blocks: tuple[Block, ...]
    level: Literal[2, 3] = 2
    family: int = 0


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
        return list(_within(self.sections, Figure))

    def numbers(self) -> list[Number]:
        """Every number of the page that can be followed to records."""
        return list(_within(self.sections, Number))


class Surround(NamedTuple):
    """The navigation, banner and footer around every page.

    Attributes:
        study: name of the study.
        navigation: (stem, text) of the pages that every page links to.
        banner: a warning at the top of every page, or nothing.
        footer: what made the page, from which data.
        html_only: stems of the pages that exist as HTML alone; Markdown does not link to them.
    """

    study: str
    navigation: Sequence[tuple[str, str]]
    banner: str
    footer: str
    html_only: Collection[str] = ()


def among(page: Page, stems: Collection[str]) -> Page:
    """The page with links only to the pages written with it; all other links become text.

    >>> page = Page("x", "X", (), (Section("s", "S", (Paragraph(line("see ", Link("Y", "y"), Link("Z", "z"))),)),))
    >>> among(page, {"x", "y"}).sections[0].blocks[0].text
    ('see ', Link(text='Y', page='y', place=''), 'Z')
    """

    def unlinked(part: Any) -> Any:
        if isinstance(part, Link):
            return part.text if part.page and part.page not in stems else part
        if isinstance(part, tuple | list):
            return tuple(map(unlinked, part))
        if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{name.name: unlinked(getattr(part, name.name)) for name in fields(part)})
        return part

    return replace(page, lead=unlinked(page.lead), sections=unlinked(page.sections))


def _within(part: Any, kind: type[Part]) -> Iterator[Part]:
    """Everything of one kind that a page, or a part of it, holds."""
    if isinstance(part, kind):
        yield part
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from _within(inner, kind)
    elif is_dataclass(part) and not isinstance(part, type):
        for name in fields(part):
            yield from _within(getattr(part, name.name), kind)


def set_name(records: Iterable[str]) -> str:
    """A short stable name for a set of records, the same wherever the set occurs.

    >>> set_name(["b", "a"]) == set_name(["a", "b"])
    True
    """
    return "s-" + blake2s("\n".join(sorted(records)).encode(), digest_size=5).hexdigest()
