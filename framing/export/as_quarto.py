"""A paper begun in Quarto: a document whose tables are computed from the Parquet files beside it."""

import json
from collections.abc import Mapping
from importlib.resources import files

from framing.export.as_parquet import parquet_files
from framing.export.package import Package

NAME = "paper.qmd"


def quarto_files(package: Package) -> Mapping[str, bytes]:
    """The Parquet files, and a document for Quarto that reads them.

    Args:
        package: a study as tables.

    Returns:
        Path to content. The document has the title of the study; what its author must write reads CHANGE THIS. Source:
        Quarto, Computations: Using Python (quarto.org).

    >>> made = quarto_files(Package("ferries", {"en": "Ferries: a study"}, "1.0.0", "", ("", ""), {}))
    >>> list(made), made["paper.qmd"].decode().splitlines()[1]
    (['paper.qmd'], 'title: "Ferries: a study"')
    """
    text = files("framing.export").joinpath(NAME).read_text(encoding="utf-8")
    title = json.dumps(package.titles["en"], ensure_ascii=False)
    return {**parquet_files(package), NAME: text.replace("{{title}}", title).encode()}
