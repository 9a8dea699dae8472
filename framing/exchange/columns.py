"""Which column of a table is what: a map that a person declares and the study keeps, never a guess."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from framing.study.faults import meant

Column = str | int
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T][0-9]{2}:[0-9]{2}.*")
_NUMBERS = re.compile(r"([0-9]{1,4}) ?[./-] ?([0-9]{1,2}) ?[./-] ?([0-9]{1,4})\.?")


class ColumnMap(NamedTuple):
    """A map of the columns of a table; the file of one is described in ``map.schema.json``.

    Attributes:
        columns: the column of each field, by its name or by its number from 1.
        fixed: what is the same in every row.
        values: what the cells of a field mean, where they are codes.
        missing: cells that say that nothing is there.
        header_row: the row with the names of the columns; 0 for a table without.
        first_row: the first row with an article; 0 for the one after the header.
        sheet: of a workbook; empty for the only one.
        separator: of CSV; empty for the one that fits.
        encoding: of CSV; empty for the one that fits.
        date_order: of day, month and year in numbers, such as dmy; empty where none is declared.
        years_from: the first of the hundred years to which years of two digits belong; 0 where none is declared.
        names_between: what stands between two names in a cell.
    """

    columns: Mapping[str, Column]
    fixed: Mapping[str, str] = {}
    values: Mapping[str, Mapping[str, str]] = {}
    missing: Sequence[str] = ()
    header_row: int = 1
    first_row: int = 0
    sheet: str = ""
    separator: str = ""
    encoding: str = ""
    date_order: str = ""
    years_from: int = 0
    names_between: str = ";"


def declared(record: Mapping[str, Any]) -> ColumnMap:
    """The map in a valid record."""
    return ColumnMap(**{key: value for key, value in record.items() if key in ColumnMap._fields})


def title(cell: str) -> str:
    r"""The name of a column in one line.

    >>> title(" Date of\npublication ")
    'Date of publication'
    """
    return " ".join(cell.split())


def placed(declaration: ColumnMap, head: Sequence[str]) -> dict[str, int] | list[str]:
    """Where the columns of a map stand in a table, counted from 0; or what is wrong with them.

    >>> placed(ColumnMap({"outlet": "Paper", "date": 2}), ["Paper", "Day"])
    {'outlet': 0, 'date': 1}
    >>> placed(ColumnMap({"outlet": "Papper"}), ["Paper", "Day"])
    ["there is no column 'Papper' for outlet; did you mean 'Paper'?"]
    """
    names = [title(cell) for cell in head]
    found = {field: _place(column, names) for field, column in declaration.columns.items()}
    faults = [place.replace("\0", field) for field, place in found.items() if isinstance(place, str)]
    return faults or {field: place for field, place in found.items() if isinstance(place, int)}


def _place(column: Column, names: Sequence[str]) -> int | str:
    if isinstance(column, int):
        return column - 1 if column <= len(names) else f"there are {len(names)} columns, and no column {column} for \0"
    places = [place for place, name in enumerate(names) if name == title(column)]
    if len(places) == 1:
        return places[0]
    if places:
        numbers = " and ".join(str(place + 1) for place in places)
        return f"the columns {numbers} are called {column!r}; name the one for \0 by its number"
    offer = meant(title(column), list(dict.fromkeys(filter(None, names))))
    return f"there is no column {column!r} for \0{offer}"


def told(declaration: ColumnMap, places: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    """What a row says of each field, with codes turned into what they mean; fields of which it says nothing are left out."""
    found = dict(declaration.fixed)
    for field, place in places.items():
        cell = cells[place].strip()
        if cell and cell not in declaration.missing:
            found[field] = declaration.values.get(field, {}).get(cell, cell)
    if "date" in found:
        found["date"] = date(found["date"], declaration.date_order, declaration.years_from)
    return found


def date(printed: str, order: str, years_from: int) -> str:
    """A date of a table: without the time that a spreadsheet puts behind it, and in numbers by the order that is declared.

    >>> date("2014-03-20 00:00:00", "", 0), date("4/7/2014", "dmy", 0), date("18.10.14", "dmy", 1950), date("4/7/2014", "", 0)
    ('2014-03-20', '2014-07-04', '2014-10-18', '4/7/2014')
    """
    if found := _TIME.fullmatch(printed):
        return found[1]
    numbers = _NUMBERS.fullmatch(printed)
    if not order or not numbers:
        return printed
    parts = dict(zip(order, numbers.groups(), strict=True))
    year = parts["y"]
    if len(year) == 2 and years_from:
        year = str(years_from + (int(year) - years_from) % 100)
    if len(year) != 4 or max(len(parts["d"]), len(parts["m"])) > 2:
        return printed
    return f"{year}-{parts['m']:>02}-{parts['d']:>02}"
