"""What a reader finds in a file of somebody else's: clippings, not yet records of the study."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from framing.exchange.columns import ColumnMap
from framing.exchange.labels import Labels

Medium = Literal["print_am", "print_pm", "print", "web", "journal", "unknown"]


class Clipping(NamedTuple):
    """One item of an export, as the file has it; empty is what it does not say.

    Attributes:
        place: where it stands, as a person would look for it: ``item 3``, ``row 12``.
        outlet: the name under which the file files it, in any script.
        printed: its date as the file prints it; never the date of loading that is part of an archive's id.
        headline: in the language of the article.
        language: of the article (BCP 47), never that of the interface.
        byline: names as printed.
        page: as printed.
        section: as printed.
        edition: as printed, for example 東京朝刊.
        medium: as far as the edition or the file tells.
        url: without the proxy and the account of a library.
        key: the archive's own id.
        text: the article itself, as far as the file has it.
        remarks: what a person should look at, in words.
        length: as the file counts it, for example 3348字.
    """

    place: str
    outlet: str = ""
    printed: str = ""
    headline: str = ""
    language: str = ""
    byline: tuple[str, ...] = ()
    page: str = ""
    section: str = ""
    edition: str = ""
    medium: Medium = "unknown"
    url: str = ""
    key: str = ""
    text: str = ""
    remarks: tuple[str, ...] = ()
    length: str = ""


class Trouble(NamedTuple):
    """Something of a file that cannot be taken: where, and why, with what would be right."""

    place: str
    message: str


class Searched(NamedTuple):
    """The search that an export comes from.

    Attributes:
        archive: the database.
        query: as typed.
        found: how many items it returned; None where the file does not say.
    """

    archive: str
    query: str
    found: int | None


Item = Clipping | Trouble | Searched


class Export(NamedTuple):
    """A file that somebody wants to import.

    Attributes:
        name: its name.
        raw: its bytes.
        encoding: as declared by the person, or empty.
        map: what its columns or labels mean, where a person declares it.
        pattern: by which the file is named, where one is declared.
    """

    name: str
    raw: bytes
    encoding: str = ""
    map: ColumnMap | Labels | None = None
    pattern: str = ""


class Reader(NamedTuple):
    """A format: its name for people, whether a file is of it, and what stands in such a file.

    ``recognises`` looks at the bytes, not at the name of the file, and never raises; ``read`` tells what it cannot take as a
    ``Trouble`` and raises ``NotReadableError`` only when nothing of the file can be taken.
    """

    title: str
    recognises: Callable[[Export], bool]
    read: Callable[[Export], Iterator[Item]]


class NotReadableError(Exception):
    """Nothing of a file can be taken; the message says why, and what would be right."""
