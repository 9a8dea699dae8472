"""Where a source says something: rules that claims and questions share."""

from collections.abc import Iterator

from framing.study.faults import meant
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record


def located(entries: list[Record], index: Index, *path: object) -> Iterator[Complaint]:
    """What is wrong with the sources that entries name, and with the places in them.

    Args:
        entries: each with ``source`` and ``locator``.
        index: the study.
        path: the steps to the list.
    """
    for place, entry in enumerate(entries):
        name, locator = entry["source"], entry["locator"]
        if name not in index.sources:
            yield (*path, place, "source"), f"there is no source {name!r}{meant(name, index.sources)}"
            continue
        source = index.sources.get(name)
        if source is None:  # the register of sources is broken, and says so itself
            continue
        where = (*path, place, "locator")
        sections = [section["id"] for section in source["sections"]]
        if "section" in locator and locator["section"] not in sections:
            section = locator["section"]
            yield (*where, "section"), f"{name!r} has no section {section!r}{meant(section, sections)}"
        if "note" in locator and locator["note"] > len(source["notes"]):
            yield (*where, "note"), f"{name!r} has no note {locator['note']}; its last is {len(source['notes'])}"
