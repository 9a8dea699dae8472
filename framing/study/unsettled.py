"""What a settled record no longer settles, because a coding that it follows was made again."""

from collections.abc import Sequence
from copy import deepcopy

from framing.study.answers import OTHERS, answer, give, open_again, value_at
from framing.study.rules.settlements import NEITHER
from framing.study.settle import Disagreement, Record, agreed, questions


def unsettled(record: Record, codings: Sequence[Record]) -> list[str]:
    """Where a settled record no longer goes with the codings of its article.

    Args:
        record: a settled record.
        codings: the codings of its article as they stand now.

    Returns:
        JSON Pointers: to what is disputed and has no decision, or one that follows nobody who says so; then to what all coders
        answer alike, and the record otherwise without a decision.

    >>> first = {"article": "x", "coder": "a", "phase": "main", "event": {"id": None, "relation": None},
    ...          "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> settled = {**first, "decisions": [{"value": "/values/tone", "follows": "a"}]}
    >>> unsettled(settled, [first, first | {"coder": "b", "values": {"tone": 0}}])
    []
    >>> unsettled(settled, [first | {"values": {"tone": -1}}, first | {"coder": "b", "values": {"tone": 0}}])
    ['/values/tone']
    """
    follows = {decision["value"]: decision["follows"] for decision in record.get("decisions", ())}
    disputed = [found.pointer for found in questions(codings) if not _decided(found, record, follows)]
    shared = agreed(codings).items()
    return disputed + [place for place, value in shared if place not in follows and answer(record, place) != value]


def _decided(found: Disagreement, record: Record, follows: dict[str, str]) -> bool:
    if found.pointer == OTHERS and not value_at(record, "/event/id"):
        return True  # beside no event there are no further ones to settle
    stands = answer(record, found.pointer)
    agreeing = [coder for coder, given in found.answers.items() if given == stands]
    return follows.get(found.pointer) in (agreeing or [NEITHER])


def begun_again(record: Record, codings: Sequence[Record]) -> Record:
    """A settled record as one to continue: what is ``unsettled`` is open, or as all coders now answer it alike.

    Decisions on it are gone; everything else, evidence too, stays.

    >>> first = {"article": "x", "coder": "a", "phase": "main", "event": {"id": None, "relation": None},
    ...          "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> begun_again(first, [first | {"values": {"tone": -1}}, first | {"coder": "b", "values": {"tone": 0}}])["values"]
    {}
    """
    shared, begun, stale = agreed(codings), deepcopy(record), unsettled(record, codings)
    for pointer in stale:
        if pointer in shared:
            give(begun, pointer, deepcopy(shared[pointer]))
        else:
            open_again(begun, pointer)
    begun["decisions"] = [one for one in begun.get("decisions", ()) if one["value"] not in stale]
    return begun
