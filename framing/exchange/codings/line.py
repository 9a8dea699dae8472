"""What a reader finds in a file of codings: lines of named cells, not yet answers of the study."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from framing.exchange.clipping import Export, Trouble
from framing.exchange.codings.mapping import Map


class Quote(NamedTuple):
    """A passage that a coder marked: code points from the start of the text, and the words themselves."""

    start: int
    end: int
    text: str


class Cell(NamedTuple):
    """What stands under a name: a cell of a table under its heading, a choice under its question.

    Attributes:
        name: of the column or question, as the file has it.
        text: as the file has it, without blanks around it.
        quote: the passage that it was given to.
    """

    name: str
    text: str
    quote: Quote | None = None


class Line(NamedTuple):
    """What a file says in one place: a row of a table, or one coder's work on one text.

    Attributes:
        place: where it stands, as a person would look for it: ``row 12``.
        sheet: of a workbook; empty elsewhere.
        cells: in the order of the file; several may have one name.
        text: the whole text in which quotes count, where the file has it.
    """

    place: str
    sheet: str
    cells: tuple[Cell, ...]
    text: str = ""

    def first(self, name: str) -> str:
        """What stands first under a name; empty for nothing.

        >>> Line("row 2", "", (Cell("tone", "1"),)).first("tone")
        '1'
        """
        return next((cell.text for cell in self.cells if cell.name == name), "")


class Remark(NamedTuple):
    """What a person should know of a file, though nothing is wrong with it."""

    place: str
    message: str


Found = Line | Trouble | Remark


class Form(NamedTuple):
    """A format of codings: its name for people, whether a file is of it, what stands in it, and what is where by itself.

    ``recognises`` never raises; ``read`` raises ``NotReadableError`` only when nothing can be taken; ``usual`` is the map
    of a file for which the person gives none, and stands where theirs says nothing.
    """

    title: str
    recognises: Callable[[Export], bool]
    read: Callable[[Export, Map], Iterator[Found]]
    usual: Mapping[str, object] = {}
