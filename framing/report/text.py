"""The parts of a line of a page: words, links, and numbers that lead to their records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from sys import intern


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
        lang: of the text, where it is not that of the page.
    """

    text: str
    page: str = ""
    place: str = ""
    lang: str = ""


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

    def __post_init__(self) -> None:
        """Keeps each id once: pages name every article hundreds of times."""
        object.__setattr__(self, "records", tuple(map(intern, self.records)))


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


def set_name(records: Sequence[str]) -> str:
    """A short stable name for a set of records, the same wherever the set occurs; of one record its own.

    >>> set_name(["b", "a"]) == set_name(["a", "b"]), set_name(["a"])
    (True, 'a')
    """
    if len(records) == 1:
        return records[0]
    return "s-" + blake2s("\n".join(sorted(records)).encode(), digest_size=5).hexdigest()
