"""What stands behind the numbers of pages: which records, and what the numbers say of them."""

from collections.abc import Iterator, Sequence

from framing.report.blocks import Block, Figure, Number, Page, Set, Table, Told, numbers_in, set_name
from framing.report.speech import Speech, plain

MOST = 3
"""How often one page tells what it says of the same records."""


def sets(pages: Sequence[Page], say: Speech) -> tuple[Set, ...]:
    """The records behind every number of some pages, each set of several once, by name.

    A number of one record leads to the record itself.
    """
    records: dict[str, tuple[str, ...]] = {}
    told: dict[str, dict[Told, None]] = {}
    for page in pages:
        for said, number in _told(page, say):
            if len(number.records) > 1:
                name = set_name(number.records)
                records.setdefault(name, number.records)
                told.setdefault(name, {})[said] = None
    return tuple(Set(name, _first(told[name]), tuple(sorted(records[name]))) for name in sorted(records))


def _first(told: dict[Told, None]) -> tuple[Told, ...]:
    """What each page says first."""
    kept: dict[str, list[Told]] = {}
    for said in told:
        kept.setdefault(said.page, []).append(said)
    return tuple(said for of_page in kept.values() for said in of_page[:MOST])


def _told(page: Page, say: Speech) -> Iterator[tuple[Told, Number]]:
    """Every number of a page with what it says."""
    about = "" if page.stem == "index" else page.title
    for number in numbers_in(page.lead):
        yield Told("", about, page.stem), number
    for section in page.sections:
        where = say.text("list-comma").join(filter(None, (section.title, about)))
        for block in section.blocks:
            for what, number in _in_block(block, say):
                yield Told(what, where, page.stem), number


def _in_block(block: Block, say: Speech) -> Iterator[tuple[str, Number]]:
    """The numbers of a block, those of a table with their row and column; of a figure also those that only its marks lead to."""
    if isinstance(block, Figure):
        told = list(_in_block(block.table, say)) if block.table else []
        known = {number.records for _, number in told}
        yield from told
        yield from (("", number) for number in block.marks if number.records not in known)
        return
    if not isinstance(block, Table):
        yield from (("", number) for number in numbers_in(block))
        return
    counted = say.text("reliability-articles")
    for row in block.rows:
        for place, cell in enumerate(row):
            labels = (plain(row[0]) if place else "", block.head[place])
            what = say.text("list-comma").join(label for label in labels if label and label != counted)
            yield from ((what, number) for number in numbers_in(cell))
