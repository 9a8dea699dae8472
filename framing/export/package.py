"""Everything that an export holds, before any format: tables, and what their columns mean."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple

import polars as pl

from framing.analysis.reading import Reading
from framing.analysis.store import stored
from framing.analysis.table import Tables
from framing.export.column import Column, of_variables
from framing.export.dictionary import dictionary
from framing.export.fixed import TABLES, fixed_column
from framing.export.long import long
from framing.export.rows import coded_rows, plain
from framing.export.wide import AFTER, BEFORE, secondary_columns, wide
from framing.study.canonical import as_file

Codebook = Mapping[str, Any]


class Table(NamedTuple):
    """One table of an export.

    Attributes:
        title: what it is called.
        description: what a row means.
        columns: what each of its columns holds, in their order.
        frame: its rows.
    """

    title: str
    description: str
    columns: tuple[Column, ...]
    frame: pl.DataFrame


class Records(NamedTuple):
    """What people wrote, for formats that hold codings rather than tables.

    Attributes:
        codebook: the codebook.
        events: the register of events.
        coders: the register of coders.
        outlets: the register of outlets.
        articles: article records.
        codings: coding records under the codebook, of every phase.
        texts: private texts by article, where somebody chose to give them away.
    """

    codebook: Codebook
    events: Sequence[Codebook]
    coders: Sequence[Codebook]
    outlets: Sequence[Codebook]
    articles: Sequence[Codebook]
    codings: Sequence[Codebook]
    texts: Mapping[str, str]


NOTHING = Records({}, (), (), (), (), (), {})


class Package(NamedTuple):
    """A study as tables.

    Attributes:
        id: the codebook's id.
        titles: the codebook's title, by language.
        version: the codebook's version.
        digest: SHA-256 of ``schemas/codebook.json``.
        reading: the rule of the reading, and its ground.
        tables: tables by name.
        records: what people wrote.
        stored: the tables of the reading as measures take them, see ``framing.analysis.store``.
    """

    id: str
    titles: Mapping[str, str]
    version: str
    digest: str
    reading: tuple[str, str]
    tables: Mapping[str, Table]
    records: Records = NOTHING
    stored: Mapping[str, pl.DataFrame] = MappingProxyType({})

    def about(self) -> dict[str, str]:
        """What names the study and the choices of the export, for people and for metadata."""
        rule, ground = self.reading
        return {
            "study": self.id, "title": self.titles["en"], "codebook_version": self.version, "codebook_sha256": self.digest,
            "reading": rule, "reading_ground": ground,
        }  # fmt: skip


def package(tables: Tables, read: Reading, codebook: Codebook) -> Package:
    """A study as tables for other programs.

    Args:
        tables: the study's tables.
        read: the chosen reading of them.
        codebook: the codebook.

    Returns:
        The tables named in ``framing.export.fixed.TABLES``, in that order; the same study gives the same rows.

    >>> from framing.analysis.reading import reading
    >>> from framing.corpus import read
    >>> study = read()
    >>> list(package(study.tables, reading(study.tables), study.codebook).tables)
    ['wide', 'long', 'articles', 'outlets', 'events', 'evidence', 'dictionary']
    """
    coded = coded_rows(tables, read, codebook["version"])
    secondary = secondary_columns(coded, codebook.get("frames_rule", {}).get("max_secondary", 0))
    variables = of_variables(codebook, (*BEFORE, *secondary, *AFTER))
    frames = {"wide": wide(coded, secondary, variables), "long": long(coded)}
    frames |= {name: plain(getattr(tables, name)) for name in ("articles", "outlets", "events", "evidence")}
    own = {column.name: column for column in variables}
    columns = {
        table: tuple(
            (table == "wide" and own.get(name)) or fixed_column(table, name, codebook) for name in frame.columns
        )
        for table, frame in frames.items()
    }
    frames["dictionary"] = dictionary(columns, tuple(codebook["title"]))
    columns["dictionary"] = tuple(Column(name, {"en": name}, "") for name in frames["dictionary"].columns)
    return Package(
        id=codebook["id"],
        titles=codebook["title"],
        version=codebook["version"],
        digest=sha256(as_file(codebook)).hexdigest(),
        reading=(read.rule, read.ground),
        tables={name: Table(*TABLES[name], columns[name], frames[name]) for name in TABLES},
        stored=stored(read),
    )
