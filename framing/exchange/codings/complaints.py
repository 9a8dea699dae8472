"""What is said of a coding that cannot be taken: where its fault stands, and why a second one of an article is refused."""

import json
from collections.abc import Iterable
from typing import Any

from framing.exchange.codings.drafts import Draft
from framing.study import canonical, validate
from framing.study.answers import places, value_at
from framing.study.faults import Fault
from framing.study.load import Document

Record = dict[str, Any]


def place(draft: Draft, pointer: str) -> str:
    """The row and column of what a fault is about."""
    steps = pointer.split("/")
    around = ("/".join(steps[:count]) for count in range(len(steps), 1, -1))
    return next((draft.places[each] for each in around if each in draft.places), draft.place)


def message(fault: Fault) -> str:
    """A fault with the part of the coding that it is about.

    >>> message(Fault("a.jsonl", 1, "/values/tone", "schema_enum", "'3' is not one of -1, 0, 1"))
    "tone: '3' is not one of -1, 0, 1"
    """
    return f"{_named(fault.pointer) or 'the coding'}: {fault.message}"


def second(before: bytes, record: Record, variables: Iterable[str]) -> str:
    """Why a second coding of an article is refused: what differs from the one that is there.

    Args:
        before: the coding that is there.
        record: the other one.
        variables: names of the questions.
    """
    old = json.loads(before)
    differing = [
        f"{_named(pointer)} {value_at(old, pointer)!r}, here {value_at(record, pointer)!r}"
        for pointer in (*places(variables), "/confidence")
        if value_at(old, pointer) != value_at(record, pointer)
    ]
    shown = "; ".join(differing[:4]) or "with other evidence, memo or time"
    return f"{record['coder']} has coded {record['article']} before ({shown}); nothing is overwritten: leave it out, or remove the former coding"


def same(before: bytes, record: Record, held_to: validate.Contract) -> bool:
    """Whether a coding that is there says the same, whatever form it has."""
    old = {name: part for name, part in json.loads(before).items() if name != "$schema"}
    document = Document("coding", "", 0, b"", old, untidy=False)
    whole = [validate.completed(document._replace(record=each), held_to).record for each in (old, record)]
    return canonical.line_bytes(whole[0], held_to.order) == canonical.line_bytes(whole[1], held_to.order)


def _named(pointer: str) -> str:
    return pointer.removeprefix("/values/").lstrip("/")
