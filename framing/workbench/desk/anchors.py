"""Finds quotes in the text at hand, also after it was replaced by another version of itself.

A quote is a W3C text quote selector (exact words, what stands before, what stands behind) and a text position selector
(start, end) in one: Web Annotation Data Model, W3C Recommendation of 23 February 2017, sections 4.2.4 and 4.2.5.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from framing.study.faults import Fault, pointer
from framing.workbench.desk.texts import Text

Record = dict[str, Any]
CONTEXT = 32
"""Characters before and behind a quote that are kept to tell it from the same words elsewhere."""


def anchored(coding: Record, text: Text) -> Record:
    """A coding whose quotes count in a text, and which names that text by its hash.

    Args:
        coding: a coding, complete or not.
        text: the full text at hand.

    Returns:
        The coding; a quote that is not in the text, or is at several places that cannot be told apart, is left as it is.
    """
    quotes = [item for item in coding.get("evidence", ()) if item.get("kind") == "quote"]
    if not quotes:
        return {name: value for name, value in coding.items() if name != "text_sha256"}
    evidence = [_moved(item, text.body) if item in quotes else item for item in coding["evidence"]]
    return {**coding, "evidence": evidence, "text_sha256": text.sha256()}


def unfounded(coding: Record, text: Text) -> Iterator[Fault]:
    """A fault for each quote that does not stand at its place in the text whose hash the coding names."""
    if coding.get("text_sha256") != text.sha256():
        return
    for place, item in enumerate(coding.get("evidence", ())):
        if item.get("kind") == "quote" and not _stands(item, text.body):
            where = f"coded/codings/{coding.get('coder', '')}/{coding.get('article', '')}.json"
            count = len(list(_places(item.get("text", ""), text.body)))
            why = (
                ("are not in the text", "are elsewhere in the text")[count]
                if count < 2
                else (f"are at {count} places in the text, and it is not clear which is meant")
            )
            message = f"these words {why}; mark them again, or write a paraphrase"
            yield Fault(where, 0, pointer(("evidence", place)), "coding_quote_stands", message)


def _stands(item: Record, body: str) -> bool:
    start, end = item.get("start", -1), item.get("end", -1)
    return 0 <= start < end and body[start:end] == item.get("text")


def _places(exact: str, body: str) -> Iterator[int]:
    at = body.find(exact) if exact else -1
    while at >= 0:
        yield at
        at = body.find(exact, at + 1)


def _moved(item: Record, body: str) -> Record:
    """The quote at the place of the text that fits it best, if one does."""
    if _stands(item, body):
        return item
    exact = item.get("text", "")
    ranked = sorted(((_alike(item, at, body), at) for at in _places(exact, body)), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return item
    start = ranked[0][1]
    end = start + len(exact)
    around = {"prefix": body[max(0, start - CONTEXT) : start], "suffix": body[end : end + CONTEXT]}
    return {**item, "start": start, "end": end, **{name: text for name, text in around.items() if name in item}}


def _alike(item: Record, at: int, body: str) -> int:
    """Characters around a place that are as they were around the quote."""
    before, behind = item.get("prefix", ""), item.get("suffix", "")
    end = at + len(item["text"])
    here = body[max(0, at - CONTEXT) : at]
    return _in_common(before[::-1], here[::-1]) + _in_common(behind, body[end : end + CONTEXT])


def _in_common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
