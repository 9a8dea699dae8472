"""Registers as tidy frames: outlets, events, searches, and the notes of sources."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from framing.analysis.columns import Columns, at, span, table_of

Record = dict[str, Any]
Words = Mapping[str, pl.Enum]
"""The ids of a register or of a part of the codebook, in its order, by what they name: outlet, event, coder, frame, variable."""

PANEL = pl.Enum(["core", "context"])


def outlets_table(outlets: Iterable[Record], words: Words) -> pl.DataFrame:
    """One row per outlet; ``words`` are the ids of the registers."""
    columns: Columns = {
        "outlet": (words["outlet"], at("id")),
        "panel": (PANEL, at("panel")),
        "name": (pl.String, at("names", "en")),
        "name_own": (pl.String, at("names", "own")),
        "name_short": (pl.String, at("names", "short")),
        "language": (pl.String, at("language")),
        "country": (pl.String, at("country")),
        "ownership": (pl.String, at("ownership")),
        "not_published": (pl.List(pl.Date), lambda one: list(map(date.fromisoformat, one.get("not_published", ())))),
        "groups": (pl.List(pl.String), lambda one: list(map("=".join, one.get("groups", {}).items()))),
    }
    return table_of(outlets, columns)


def events_table(events: Iterable[Record], words: Words) -> pl.DataFrame:
    """One row per event; ``first`` and ``last`` bound its date."""
    columns: Columns = {
        "event": (words["event"], at("id")),
        "label": (pl.String, at("labels", "en")),
        "kind": (pl.String, at("kind")),
        "actors": (pl.List(pl.String), at("actors")),
        "first": (pl.Date, span("first", "date")),
        "last": (pl.Date, span("last", "date")),
        "uncertain": (pl.Boolean, span("uncertain", "date")),
        "status": (pl.String, at("status")),
        "certainty": (pl.String, at("certainty")),
        "part_of": (words["event"], at("part_of")),
        "salience": (pl.Int8, at("salience")),
    }
    return table_of(events, columns)


def searches_table(searches: Iterable[Record], words: Words) -> pl.DataFrame:
    """One row per archive search."""
    columns: Columns = {
        "search": (pl.String, at("id")),
        "outlet": (words["outlet"], at("outlet")),
        "from": (pl.Date, lambda search: date.fromisoformat(search["from"])),
        "to": (pl.Date, lambda search: date.fromisoformat(search["to"])),
        "found": (pl.Int64, at("found")),
        "events": (pl.List(pl.String), lambda search: search.get("events", [])),
    }
    return table_of(searches, columns)


def notes_table(sources: Iterable[Record]) -> pl.DataFrame:
    """One row per note of a source, and per article that it names."""
    rows = [
        {**note, "source": source["id"], "article": article}
        for source in sources
        for note in source["notes"]
        for article in note["articles"] or [None]
    ]
    names = ("source", "note", "section", "cites", "article", "no_article", "remark")
    return table_of(rows, {name: (pl.Int64 if name == "note" else pl.String, at(name)) for name in names})
