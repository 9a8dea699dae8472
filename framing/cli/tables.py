"""Tables as text: drawn in as many columns as fit, the others below; or lines that a spreadsheet opens as they are meant."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

GAP = 2
"""Blanks between two columns."""
WORD = 12
"""A word that is not broken to narrow its column; a figure is no longer. The first column names the row and may take more."""
_NUMBER = r"[+-]?[0-9.]+(?:e[+-]?[0-9]+)?%?"
_FIGURES = re.compile(rf"{_NUMBER}(?:,? (?:to )?{_NUMBER})*", re.IGNORECASE)
"""A figure, an interval, or values with their shares, such as ``-0.52 to 1.00`` or ``-1 42%, 0 30%``: nothing that could be calculated."""


def separated(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""A table with a line per row and tabs between cells, in which no cell breaks a line or passes for a formula.

    >>> separated(("frame", "n"), [("a\tb", "-1"), ("=1+1", "2")])
    "frame\tn\na b\t-1\n'=1+1\t2"
    """
    return "\n".join("\t".join(map(_plain, row)) for row in (head, *rows))


def _plain(cell: str) -> str:
    """A cell on one line; what a spreadsheet would calculate is marked as text, as OWASP advises against CSV injection."""
    text = " ".join(re.split(r"[\t\r\n\v\f\x85\u2028\u2029]+", cell))
    return f"'{text}" if text[:1] in {*"=@+-"} and not _FIGURES.fullmatch(text) and len(text) > 1 else text


def drawn(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[Table]:
    """A table for a screen of some width: parts that fit, one below the other, each beginning with the first column.

    Args:
        head: names of the columns.
        rows: cells as text.
        room: columns of the screen.

    Yields:
        Tables in which every cell is whole, on one line or several.
    """
    columns = [[name, *(row[place] for row in rows)] for place, name in enumerate(head)]
    least = [_least(column, WORD if place else max(WORD, room // 2)) for place, column in enumerate(columns)]
    for places in _parts(least, room):
        widths = _widths([least[place] for place in places], [_most(columns[place]) for place in places], room)
        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0))
        for place, width in zip(places, widths, strict=True):
            table.add_column(Text(head[place]), width=width, overflow="fold")
        for row in rows:
            table.add_row(
                *(Text(row[place]) for place in places)
            )  # as it is: square brackets in a label are not markup
        yield table


def _least(column: Sequence[str], longest: int) -> int:
    """The narrowest a column may become: no word is broken but one that is longer."""
    return max([1, *(min(cell_len(word), longest) for text in column for word in text.split())])


def _most(column: Sequence[str]) -> int:
    return max([1, *(cell_len(line) for text in column for line in text.split("\n"))])


def _parts(least: Sequence[int], room: int) -> list[list[int]]:
    """Which columns stand together; the first stands in every part.

    >>> _parts([8, 6, 6, 6, 6], 24)
    [[0, 1, 2], [0, 3, 4]]
    """
    parts = [[0]]
    for place in range(1, len(least)):
        taken = sum(least[other] + GAP for other in parts[-1])
        if taken + least[place] > room and len(parts[-1]) > 1:
            parts.append([0])
        parts[-1].append(place)
    return parts


def _widths(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Each column as wide as it asks for; what is too much for the room is taken from the widest.

    >>> _widths([4, 12], [4, 90], 40), _widths([12, 12], [20, 20], 30)
    ([4, 34], [14, 14])
    """
    widths = [max(pair) for pair in zip(least, most, strict=True)]
    free = room - GAP * (len(widths) - 1)
    while sum(widths) > free and any(width > need for width, need in zip(widths, least, strict=True)):
        widest = max(range(len(widths)), key=lambda place: (widths[place] > least[place], widths[place]))
        widths[widest] -= 1
    return widths
