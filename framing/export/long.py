"""A row per coded value."""

import polars as pl

from framing.export.rows import BETWEEN, KEY, Rows

COLUMNS = (
    *KEY,
    "phase",
    "reading",
    "codebook",
    "kind",
    "variable",
    "role",
    "value",
    "score",
    "missing",
    "ground",
    "weight",
)


def long(coded: Rows) -> pl.DataFrame:
    """The long table.

    Args:
        coded: codings and readings.

    Returns:
        One row per event, relation, frame and value of each coding and reading, in their order, with ``COLUMNS``: ``kind`` says
        what was coded, ``role`` whether an event is the one that the article is about (main, other), or a frame primary or
        secondary. An article without an event has no row of it.

    >>> frames = pl.DataFrame({"row": ["coding"], "article": ["x"], "coder": ["a"], "frame": ["war"], "role": ["primary"]})
    >>> empty = dict.fromkeys(("event", "relation", "others", "phase", "reading", "codebook", "weight"))
    >>> rows = frames.select(KEY).with_columns(pl.lit(None, pl.String).alias(name) for name in empty)
    >>> values = frames.select(KEY).with_columns(variable=pl.lit("tone"), value=pl.lit("mild"))
    >>> long(Rows(rows, frames, values)).select("kind", "variable", "role", "value").rows()
    [('frame', None, 'primary', 'war'), ('variable', 'tone', None, 'mild')]
    """
    rows = coded.rows
    events = [
        rows.select(*KEY, value="event", kind=pl.lit("event"), role=pl.lit("main")),
        rows.select(
            *KEY, value=pl.col("others").str.split(BETWEEN), kind=pl.lit("event"), role=pl.lit("other")
        ).explode("value"),
        rows.select(*KEY, value="relation", kind=pl.lit("relation")),
    ]
    coded_values = [
        coded.frames.select(*KEY, value="frame", kind=pl.lit("frame"), role="role"),
        coded.values.with_columns(kind=pl.lit("variable")),
    ]
    every = pl.concat([*(table.drop_nulls("value") for table in events), *coded_values], how="diagonal")
    about = rows.with_row_index("place").select(*KEY, "place", "phase", "reading", "codebook", "weight")
    joined = every.join(about, on=list(KEY), how="left", nulls_equal=True, maintain_order="left")
    absent = [pl.lit(None, pl.String).alias(name) for name in COLUMNS if name not in joined.columns]
    return joined.with_columns(absent).sort("place", maintain_order=True).select(COLUMNS)
