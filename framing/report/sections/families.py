"""The families of tests of some pages: what is corrected together, and how many such families there are."""

from collections.abc import Sequence
from dataclasses import replace

from framing.report.blocks import Page, Paragraph, Section, Table, folded, line
from framing.report.speech import Speech
from framing.report.wording import ENGLISH

OVERVIEW = "compare"
"""The page of two sides over all events."""


def with_families(pages: Sequence[Page], say: Speech = ENGLISH) -> list[Page]:
    """The pages; the overview of comparisons with a section on its families of tests and those of all others.

    Args:
        pages: pages, in any order.
        say: the words of the pages.

    Returns:
        The pages in their order; unchanged where no p is given.

    >>> section = Section("family", "Every test as one family", (), family=17)
    >>> pages = with_families([Page(OVERVIEW, "", (), (section,)), Page("compare-visit", "", (), (section,))])
    >>> pages[0].sections[-1].blocks[0].blocks[1].rows
    ((('Every test as one family',), ('2',), ('34',)), (('All',), ('2',), ('34',)))
    """
    sizes: dict[str, list[int]] = {}
    for section in (section for page in pages for section in page.sections if section.family):
        sizes.setdefault(section.title, []).append(section.family)
    every = [size for found in sizes.values() for size in found]
    counted = [*sizes.items(), (say.text("families-all"), every)]
    rows = tuple((line(title), line(str(len(found))), line(str(sum(found)))) for title, found in counted)
    told = Paragraph(say("families-what", families=len(every)))
    head = tuple(say.text(f"families-head-{name}") for name in ("section", "families", "tests"))
    table = Table(say.text("families-caption"), head, rows, frozenset({1, 2}))
    section = Section("families", say.text("families-title"), (told, table), language=say.language)
    families = folded(section, say.text("families-summary"))
    return [
        replace(page, sections=(*page.sections, families)) if every and page.stem == OVERVIEW else page
        for page in pages
    ]
