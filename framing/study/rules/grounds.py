"""Rules of inferred values: those that follow from how a description characterises the article, instead of being attributed to it."""

from collections.abc import Iterator

from framing.study.index import Index
from framing.study.levels import MISSING, NOT_CODED, UNSEEN
from framing.study.rules.complaint import Complaint, Record

SECOND_HAND = "secondary_paraphrase"
"""The basis of an article that is known from a description alone."""


def coding_inferred_at_second_hand(coding: Record, index: Index) -> Iterator[Complaint]:
    """Only a description can imply what an article says; who holds the article sees what it says."""
    article = index.articles.get(coding["article"])
    if "inferred" in coding and article and article.basis not in (None, SECOND_HAND):
        message = (
            f"the basis of the article is {article.basis!r}, and a value is inferred from a description alone "
            f"({SECOND_HAND!r}); remove 'inferred'"
        )
        yield ("inferred",), message


def coding_inferred_of_value(coding: Record, index: Index) -> Iterator[Complaint]:
    """What is inferred is a value; the reason why there is none is nobody's inference. Whoever infers nothing reads unknown."""
    for place, variable in enumerate(coding.get("inferred", ())):
        value = coding["values"][variable]
        if value in (*MISSING, NOT_CODED):
            message = f"{variable!r} is coded {value!r}; give it the value that is inferred, or remove it here"
            yield ("inferred", place), message
        elif UNSEEN not in index.variables[variable]["missing"]:
            message = f"the codebook does not let {variable!r} be {UNSEEN!r}, as it is where only attributed values count; remove it here"
            yield ("inferred", place), message


def coding_inferred_has_evidence(coding: Record, _: Index) -> Iterator[Complaint]:
    """An inferred value says where its source implies it."""
    inferred = coding.get("inferred", ())
    located = {item["supports"] for item in coding["evidence"] if "locator" in item} if inferred else ()
    for place, variable in enumerate(inferred):
        if variable not in located and coding["values"][variable] not in (*MISSING, NOT_CODED):
            message = (
                f"no evidence with a locator supports {variable!r}; say where the source implies it, or remove it here"
            )
            yield ("inferred", place), message


def coding_inferred_in_order(coding: Record, index: Index) -> Iterator[Complaint]:
    """The same coding is always written the same way."""
    inferred = coding.get("inferred", [])
    right = sorted(inferred, key=list(index.variables).index) if len(inferred) > 1 else inferred
    if inferred != right:
        yield ("inferred",), f"put the variables in the order of the codebook: {', '.join(map(repr, right))}"
