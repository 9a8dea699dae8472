"""The rows of the tables behind a chart, as a specification holds them."""

from typing import Any

import polars as pl


def values(table: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The rows of a table, with days as JavaScript reads them; however many there are.

    Altair's own way asks of every table whether it is one of pandas, Arrow or Polars, and stops at 5,000 rows for the sake of
    notebooks. Tables of charts are of Polars and have days, never hours.

    >>> from datetime import date
    >>> values(pl.DataFrame({"day": [date(2014, 2, 9)], "n": [1]}))
    {'values': [{'day': '2014-02-09T00:00:00', 'n': 1}]}
    """
    days = [name for name, kind in table.schema.items() if kind == pl.Date]
    told = table.with_columns(pl.col(days).dt.to_string("%Y-%m-%dT00:00:00")) if days else table
    return {"values": told.to_dicts()}
