"""The families of tests of some pages: what is corrected together, and how many such families there are."""

from collections.abc import Sequence
from dataclasses import replace

from framing.report.blocks import Page, Paragraph, Section, Table, folded, line
from framing.report.context import plural

OVERVIEW = "compare"
"""The page of two sides over all events."""
WHAT = (
    "A family holds every p of one comparison: of two sides over all events, of two sides on one event, or of each event by itself; "
    "of every pair of several sides; of each paper against its peers, or of each pair of papers; or of the times before and after "
    "all cuts. These pages have {families}. "
    "False discovery is controlled within each family, not across all: even if nothing differs at all, up to one family in twenty may "
    "hold a discovery."
)


def with_families(pages: Sequence[Page]) -> list[Page]:
    """The pages; the overview of comparisons with a section on its families of tests and those of all others.

    Args:
        pages: pages, in any order.

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
    counted = [*sizes.items(), ("All", every)]
    rows = tuple((line(title), line(str(len(found))), line(str(sum(found)))) for title, found in counted)
    told = Paragraph(line(WHAT.format(families=plural(len(every), "family", "families"))))
    caption = "By the section that gives their p, here and on the pages of single events."
    table = Table(caption, ("Section", "families", "tests"), rows, frozenset({1, 2}))
    families = folded(Section("families", "Families of tests", (told, table)), "How many tests these pages have")
    return [
        replace(page, sections=(*page.sections, families)) if every and page.stem == OVERVIEW else page
        for page in pages
    ]
