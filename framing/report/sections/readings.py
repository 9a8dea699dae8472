"""The same figures under every reading of the codings."""

from typing import Any

from framing.analysis.moves import moves
from framing.refusal import Refusal
from framing.report.blocks import Line, Paragraph, Section, Table, line
from framing.report.context import Context, number

NOTE = (
    "The same figures under every reading of the codings. Under “adjudicated” an article without an adjudicated record is read "
    "by majority; without a majority, the first coder in coders.json decides."
)


def readings(ctx: Context) -> Section | None:
    """How many values each rule changes against the chosen one, and how far the headline counts move."""
    if isinstance(ctx.reading, Refusal):
        return None
    table = moves(ctx.corpus.tables, ctx.reading)
    head = (
        "Reading",
        "articles",
        "primary frames changed",
        "sets of frames changed",
        "events changed",
        "values changed",
        f"“{ctx.frame_label(table['frame'][0])}” is primary in",
        "primary frame that moves most",
    )
    rows = tuple(_row(ctx, row) for row in table.to_dicts())
    return Section(
        "readings",
        "What the choice of reading changes",
        (Paragraph(line(NOTE)), Table("", head, rows, frozenset(range(1, 7)))),
    )


def _row(ctx: Context, row: dict[str, Any]) -> tuple[Line, ...]:
    return (
        line(row["rule"] + (" (used here)" if row["rule"] == ctx.choices.rule else "")),
        *(line(str(row[count])) for count in ("articles", "primary", "frames", "event", "values")),
        number(len(row["records"]), row["records"]),
        line(f"{ctx.frame_label(row['largest'])} {row['by']:+d}" if row["by"] else "none"),
    )
