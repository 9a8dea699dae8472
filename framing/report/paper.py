"""Tables of a report for a paper: those that reviewers ask for, as plain texts with a title and a note."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from framing.refusal import Refusal
from framing.report.blocks import Table
from framing.report.contents import completed, makers
from framing.report.context import Context
from framing.report.figures import FIGURES
from framing.report.speech import plain


class PaperTable(NamedTuple):
    """A table as a paper prints it.

    Attributes:
        title: what it shows.
        head: names of the columns.
        rows: cells as text.
        numeric: places of the columns of numbers.
        note: what a reader must know of it.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int]
    note: str


class Wanted(NamedTuple):
    """A table that a paper may have: its title, and where its numbers come from."""

    title: str
    numbers: Callable[[Context], Table | Refusal]


def _of_figure(name: str) -> Callable[[Context], Table | Refusal]:
    """The numbers of a figure."""

    def numbers(ctx: Context) -> Table | Refusal:
        row = FIGURES[name]
        subject = row.subject(ctx)
        found = subject if isinstance(subject, Refusal) else row.of(subject)
        if isinstance(found, Refusal):
            return found
        made = row.numbers(found.subject, found.table)
        if made is None:
            return Refusal("no_table", f"The figure {name} has no table.", "Another one.")
        return made if made.caption.strip() else replace(made, caption=found.caption())

    return numbers


def _comparison(ctx: Context) -> Table | Refusal:
    """How far apart the papers are; its q need the tests of all pages."""
    need = "Two papers of a panel that both cover an event, under a reading."
    for page in completed(ctx, [made() for made in makers(ctx)]):
        for section in page.sections if page.stem == "compare" else ():
            tables = [block for block in section.blocks if isinstance(block, Table)]
            if section.place == "distances" and tables:
                return tables[0]
    return Refusal("no_table", "Nothing can be compared.", need)


def _whole(ctx: Context) -> Table | Refusal:
    """The table of agreement, which is made of the study and not of a reading."""
    row = FIGURES["reliability"]
    found = row.of(ctx)
    if isinstance(found, Refusal):
        return found
    return row.numbers(found.subject, found.table) or Refusal(
        "no_table", "There are no coefficients.", "Double coding."
    )


TABLES: Mapping[str, Wanted] = {
    "reliability": Wanted("Intercoder reliability", _whole),
    "frames": Wanted("Frame dimensions by outlet", _of_figure("frame-by-outlet")),
    "coverage": Wanted("Articles by outlet and period", _of_figure("coverage")),
    "comparison": Wanted("Distance between outlets on shared events", _comparison),
}
"""Name, as a person types it, to its table."""


def paper_table(ctx: Context, name: str) -> PaperTable | Refusal:
    """One table of ``TABLES``, or why there is none.

    Args:
        ctx: the study under some choices.
        name: of the table.
    """
    wanted = TABLES[name]
    found = wanted.numbers(ctx)
    if isinstance(found, Refusal):
        return found
    book = ctx.corpus.codebook
    read = "" if name == "reliability" else f" Reading: {ctx.read_in_full}."
    told = "" if f"codebook {book['version']}" in found.caption else f" Codebook {book['id']} {book['version']}.{read}"
    rows = tuple(tuple(map(plain, row)) for row in found.rows)
    return PaperTable(
        wanted.title, tuple(map(_capital, found.head)), rows, found.numeric, f"{found.caption}{told}".strip()
    )


def _capital(head: str) -> str:
    """The name of a column with a capital letter; a symbol such as n, q BH or “p, articles” keeps its own.

    >>> _capital("median"), _capital("q BH"), _capital("p, articles"), _capital("")
    ('Median', 'q BH', 'p, articles', '')
    """
    symbol = not head[1:2].isalnum()
    return head if symbol else head[:1].upper() + head[1:]
