"""Tables of a bundle that an export does not have: what was searched for, and what adjudication decided."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from framing.export.column import Column
from framing.export.package import Table

Record = Mapping[str, Any]
SEARCHES = {
    "search": "Id of the search.",
    "outlet": "Id of the outlet that was searched.",
    "archive": "Which archive or database.",
    "query": "The query exactly as typed.",
    "from": "First day of the period that was searched.",
    "to": "Last day of it.",
    "found": "How many items the search returned.",
    "events": "Events that it was made for; empty: it counts for the whole period.",
    "searched_at": "When it was made.",
    "searched_by": "Who searched.",
}
DECISIONS = {
    "article": "Id of the article.",
    "codebook": "Version of the codebook under which it was settled.",
    "value": "What the coders differed on, as a JSON Pointer into a coding.",
    "by": "Who settled it.",
    "follows": "The coder whose answer was taken, or neither.",
    "reason": "Why the coders differed.",
    "comment": "The argument.",
}


def searches_table(searches: Iterable[Record]) -> Table:
    """Every search as it was made, one row each.

    >>> searches_table([{"id": "s1", "outlet": "post", "found": 0}]).frame.select("search", "found").rows()
    [('s1', 0)]
    """
    rows = [
        {**search, "search": search["id"], "events": "; ".join(search.get("events", ())) or None} for search in searches
    ]
    return _table("Searches", "A row per search of an archive.", SEARCHES, rows, pl.Int64)


def decisions_table(codings: Sequence[Record]) -> Table:
    """Every decision of adjudicated records, of all versions of the codebook, one row each.

    >>> decisions_table([{"article": "x", "codebook": "1.0.0", "decisions": [{"value": "/values/tone"}]}]).frame.height
    1
    """
    rows = [
        {**decision, "article": coding["article"], "codebook": coding["codebook"]}
        for coding in codings
        for decision in coding.get("decisions", ())
    ]
    return _table("Adjudication log", "A row per decision on what coders differed on.", DECISIONS, rows, pl.Int64)


def _table(title: str, about: str, columns: Mapping[str, str], rows: Iterable[Record], count: Any) -> Table:
    schema = {name: count if name == "found" else pl.String for name in columns}
    frame = pl.DataFrame([{name: row.get(name) for name in columns} for row in rows], schema=schema)
    held = tuple(Column(name, {"en": name.replace("_", " ")}, told) for name, told in columns.items())
    return Table(title, about, held, frame)
