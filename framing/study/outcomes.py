"""What settling changed: which answers of coders gave way to which."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from framing.study.answers import answer, places
from framing.study.settle import Disagreement, Record, in_words, questions
from framing.study.unsettled import unsettled


class Confusion(NamedTuple):
    """One answer that coders gave where another one was settled.

    Attributes:
        pointer: the value, as in ``Question``.
        settled_as: the answer that stands, in words.
        confused_with: what coders had answered instead, in words.
        times: codings with that answer.
        records: the articles, in order.
        answers: the answer that stands and the other one, as records have them.
    """

    pointer: str
    settled_as: str
    confused_with: str
    times: int
    records: tuple[str, ...]
    answers: tuple[Any, Any]


class Outcome(NamedTuple):
    """What became of a disagreement.

    Attributes:
        disagreement: the value on which coders differ.
        settled_as: the answer that a settled record gives; None while the disagreement is open.
    """

    disagreement: Disagreement
    settled_as: Any


def outcomes(codings: Sequence[Record]) -> list[Outcome]:
    """What the main-phase coders of one article differ on, and what was settled.

    A settlement that no longer goes with a coding that was made again leaves it open.

    Args:
        codings: the article's codings, of any phase.

    >>> first = {"article": "x", "coder": "a", "phase": "main", "event": {"id": None, "relation": None},
    ...          "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> both = [first, first | {"coder": "b", "values": {"tone": 0}}]
    >>> settled = first | {"phase": "adjudicated", "decisions": [{"value": "/values/tone", "follows": "a"}]}
    >>> [[found.settled_as for found in outcomes(known)] for known in (both, [*both, settled])]
    [[None], [1]]
    """
    final = next((coding for coding in codings if coding["phase"] == "adjudicated"), None)
    differing = questions(codings)
    still = {found.pointer for found in differing} if final is None else set(unsettled(final, codings))
    return [
        Outcome(found, None if final is None or found.pointer in still else answer(final, found.pointer))
        for found in differing
    ]


def confusions(articles: Iterable[Sequence[Record]]) -> list[Confusion]:
    """What the main-phase coders answered where an adjudicated record has another answer.

    Args:
        articles: the codings of each article, of any phase; articles without an adjudicated record count nothing.

    Returns:
        One row per value, settled answer and other answer; the most frequent first, then in alphabetical order.

    >>> main = {"article": "x", "phase": "main", "coder": "a", "event": {"id": None, "relation": None},
    ...         "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}}
    >>> settled = main | {"phase": "adjudicated", "coder": "judge", "values": {"tone": 0}}
    >>> confusions([[main, main | {"coder": "b"}, settled]])
    [Confusion(pointer='/values/tone', settled_as='0', confused_with='1', times=2, records=('x',), answers=(0, 1))]
    """
    records: dict[tuple[str, str, str], list[str]] = {}
    answers: dict[tuple[str, str, str], tuple[Any, Any]] = {}
    for codings in articles:
        final = next((coding for coding in codings if coding["phase"] == "adjudicated"), None)
        if final is None:
            continue
        for coding in codings:
            for pointer in places(coding["values"]) if coding["phase"] == "main" else []:
                stands, said = answer(final, pointer), answer(coding, pointer)
                if stands != said:
                    key = (pointer, in_words(stands), in_words(said))
                    records.setdefault(key, []).append(coding["article"])
                    answers[key] = stands, said
    found = [Confusion(*key, len(names), tuple(sorted(set(names))), answers[key]) for key, names in records.items()]
    return sorted(found, key=lambda one: (-one.times, one[:3]))


def changes(codings: Sequence[Record]) -> dict[str, int]:
    """How many values of each coder an adjudication changed, by coder.

    Args:
        codings: all codings of one article, among them the adjudicated one.

    Returns:
        Coder to the number of values that differ from the adjudicated record; empty without one.
    """
    final = next((coding for coding in codings if coding["phase"] == "adjudicated"), None)
    if final is None:
        return {}
    return {
        coding["coder"]: sum(answer(coding, pointer) != answer(final, pointer) for pointer in places(coding["values"]))
        for coding in codings
        if coding["phase"] == "main"
    }
