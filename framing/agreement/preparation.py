"""What is to be done with a table of codes before agreement is measured: which rows, which codes mean the same, which units are left out."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from framing.agreement.csv_rows import RatingsFault, Row
from framing.study.faults import meant


class Preparation(NamedTuple):
    """What a person asks for.

    Attributes:
        where: columns, and what a row must have there to count.
        recode: codes, and the codes for which they are taken.
        without: codes that leave out every unit to which some coder gave them.
    """

    where: Mapping[str, str] = {}
    recode: Mapping[str, str] = {}
    without: Collection[str] = ()


AS_IS = Preparation()


class Prepared(NamedTuple):
    """The rows that count, the heading first; what was wrong with the request; and how many units are left out for a code."""

    rows: list[Row]
    faults: list[RatingsFault]
    left_out: int


def prepared(rows: Sequence[Row], unit: int, codes: Sequence[int], wish: Preparation) -> Prepared:
    """The rows of a table as a person asks for them.

    Args:
        rows: the heading and what follows.
        unit: the column of units, from 0.
        codes: the columns of codes.
        wish: what is asked.

    Returns:
        Rows that have what ``where`` asks for, without the units of ``without``, with codes as ``recode`` takes them: in this order, so
        that a code can leave units out before another is taken for it.

    Source:
        Kato (2017), table B.1, for a published use: 8 (don't know) counts as 2, and a headline with any 9 is left out.

    >>> rows = [(1, ["id", "us", "code"]), (2, ["a", "yes", "8"]), (3, ["b", "yes", "9"]), (4, ["c", "no", "1"])]
    >>> prepared(rows, 0, [2], Preparation({"us": "yes"}, {"8": "2"}, ("9",)))
    Prepared(rows=[(1, ['id', 'us', 'code']), (2, ['a', 'yes', '2'])], faults=[], left_out=1)
    """
    (line, header), *body = rows
    unknown = [name for name in wish.where if name not in header]
    if unknown:
        told = [RatingsFault(line, f"no column {name!r}{meant(name, [*filter(None, header)])}") for name in unknown]
        return Prepared(list(rows), told, 0)
    wanted = [(header.index(name), value) for name, value in wish.where.items()]
    kept = [row for row in body if all(place < len(row[1]) and row[1][place] == value for place, value in wanted)]
    dropped = {
        cells[unit] for _, cells in kept if any(place < len(cells) and cells[place] in wish.without for place in codes)
    }
    found = [
        (number, [wish.recode.get(cell, cell) if place in codes else cell for place, cell in enumerate(cells)])
        for number, cells in kept
        if cells[unit] not in dropped
    ]
    nothing = [] if found or not body else [RatingsFault(line, "no row is left; look at --where and --without")]
    return Prepared([(line, header), *found], nothing, len(dropped))
