"""Rules for what the program itself relies on in a codebook."""

from collections.abc import Iterator

from framing.study.faults import shown
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record

LEVELS = [1, 2, 3]
"""Levels of confidence, the least sure first: of several coders the lowest counts."""
FRAMES = frozenset({"primary", "secondary", "frame", "frames"})
"""What every coding says beside its variables and the event."""


def codebook_confidence_counts(codebook: Record, _: Index) -> Iterator[Complaint]:
    """Confidence is a number, so that several have a lowest."""
    levels = [value["id"] for value in codebook["confidence"]["values"]]
    if levels != LEVELS and len({*levels}) == len(levels):
        message = (
            f"the levels are {', '.join(map(shown, levels))}; they must be 1, 2 and 3, the least sure first; name them "
        )
        yield ("confidence", "values"), message + "in their labels"


def codebook_variables_named_apart(codebook: Record, _: Index) -> Iterator[Complaint]:
    """No variable has the name of something else that every coding says."""
    for place, variable in enumerate(codebook["variables"]):
        if variable["id"] in FRAMES:
            message = f"{variable['id']!r} names what every coding says of its frames; give another"
            yield ("variables", place, "id"), message
