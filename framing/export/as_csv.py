"""Tables as CSV: UTF-8, commas, a header; what a spreadsheet would calculate is marked as text."""

from collections.abc import Mapping

import polars as pl

from framing.export.package import Package

FORMULA = r"^'*[=+\-@\t\r\n]"
NUMBER = r"(?i)^[+-]?[0-9.]+(e[+-]?[0-9]+)?$"


def csv_files(package: Package) -> Mapping[str, bytes]:
    r"""Every table as one CSV file.

    Args:
        package: a study as tables.

    Returns:
        Path to content. An empty cell is a missing value, an empty text stands in quotes.

    >>> from framing.export.package import Table
    >>> words = Table("", "", (), pl.DataFrame({"text": ["=1+1", None]}))
    >>> csv_files(Package("", {}, "", "", ("", ""), {"words": words}))
    {'csv/words.csv': b"text\n'=1+1\n\n"}
    """
    return {f"csv/{name}.csv": marked(table.frame).write_csv().encode() for name, table in package.tables.items()}


def marked(table: pl.DataFrame) -> pl.DataFrame:
    """A table in which a text that a spreadsheet would calculate begins with an apostrophe, as OWASP advises.

    Only such texts have it, so that it can be taken away again. Numbers are none.

    >>> marked(pl.DataFrame({"text": ["@sum", "'=x", "-1", "don't"]}))["text"].to_list()
    ["'@sum", "''=x", '-1', "don't"]
    """
    return table.with_columns(map(_marked, _texts(table)))


def _texts(table: pl.DataFrame) -> list[pl.Expr]:
    return [pl.col(name) for name, of in table.schema.items() if of == pl.String]


def _marked(text: pl.Expr) -> pl.Expr:
    calculated = text.str.contains(FORMULA) & ~text.str.contains(NUMBER)
    return pl.when(calculated).then(pl.concat_str(pl.lit("'"), text)).otherwise(text).name.keep()
