"""Rules of maps of columns."""

from collections.abc import Iterator

from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record


def map_tells_outlet_and_date(record: Record, _: Index) -> Iterator[Complaint]:
    """Every article needs an outlet and a date."""
    columns, fixed = record["columns"], record.get("fixed", {})
    if "outlet" not in {*columns, *fixed}:
        yield ("columns",), "no column is the outlet; name one, or write the outlet of the whole table in fixed"
    if "date" not in columns:
        yield ("columns",), "no column is the date; name one"


def map_says_once(record: Record, _: Index) -> Iterator[Complaint]:
    """A field is in a column or the same in every row, and a column is one field."""
    columns = record["columns"]
    for field in record.get("fixed", {}):
        if field in columns:
            yield ("fixed", field), f"{field!r} is a column too; remove one of the two"
    for field, column in columns.items():
        first = next(other for other, its in columns.items() if its == column)
        if first != field:
            yield ("columns", field), f"{column!r} is {first!r} already; a column is one field"


def map_names_columns(record: Record, _: Index) -> Iterator[Complaint]:
    """A table without a row of names has columns by number alone."""
    for field, column in record["columns"].items():
        if isinstance(column, str) and record.get("header_row") == 0:
            yield ("columns", field), f"no row names the columns, so {column!r} cannot be found; write its number"
