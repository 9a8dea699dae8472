"""Settling disagreements: what the coders differ on, and the record that a settlement makes. Raw codings are never touched."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from framing.study.answers import ABSENT, FRAMES, OTHERS, answer, give, is_inferred, places, supported, value_at
from framing.study.levels import NOT_CODED, members
from framing.study.rules.settlements import NEITHER

Record = dict[str, Any]

REASONS = ("ambiguous_source", "codebook_gap", "slip", "translation")
"""Why coders differ; each has a name and an explanation in the words of the workbench."""


class Disagreement(NamedTuple):
    """One value on which coders differ.

    Attributes:
        article: the article.
        pointer: JSON Pointer to the value: /event, /event/others, /frames/primary, /frames/secondary or /values/<variable>.
        answers: each coder's value.
        evidence: each coder's evidence for that value.
    """

    article: str
    pointer: str
    answers: Mapping[str, Any]
    evidence: Mapping[str, list[str]]

    def follows(self, value: Any) -> str:
        """The first coder who gave an answer, or ``neither``.

        >>> Disagreement("x", "/values/tone", {"a": 1, "b": 0}, {}).follows(0)
        'b'
        """
        return next((coder for coder, given in self.answers.items() if given == value), NEITHER)


class Settlement(NamedTuple):
    """How one disagreement was settled.

    Attributes:
        pointer: the value that was settled.
        value: the answer.
        reason: why the coders differed; one of ``REASONS``.
        comment: the argument.
    """

    pointer: str
    value: Any
    reason: str
    comment: str


class Support(NamedTuple):
    """A piece of a coder's evidence, and the answers with which it is kept in a settled record.

    Attributes:
        item: the evidence.
        places: JSON Pointers to where those answers stand.
        answers: the answers; an item is kept while one of them stands at one of the places.
    """

    item: Record
    places: tuple[str, ...]
    answers: tuple[Any, ...]

    def holds(self, record: Record) -> bool:
        """Whether a settled record keeps the item."""
        standing = [value_at(record, place) for place in self.places]
        given = [value for found in standing for value in (found if isinstance(found, list) else [found])]
        return any(value in self.answers for value in given)


def independent(codings: Iterable[Record]) -> dict[str, Record]:
    """The codings of the main phase, by coder."""
    return {coding["coder"]: coding for coding in codings if coding["phase"] == "main"}


def questions(codings: Sequence[Record]) -> list[Disagreement]:
    """What the main-phase coders of one article differ on, in the order of coding.

    Args:
        codings: the article's codings, of any phase.

    Returns:
        One disagreement per value that is not the same in all of them; none for fewer than two codings.

    >>> first = {"article": "x", "coder": "a", "phase": "main", "event": {"id": None, "relation": None},
    ...          "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> [question.pointer for question in questions([first, first | {"coder": "b", "values": {"tone": 0}}])]
    ['/values/tone']
    """
    main = independent(codings)
    return [
        Disagreement(
            codings[0]["article"],
            pointer,
            answers,
            {coder: [item["text"] for item in evidence_at(coding, pointer)] for coder, coding in main.items()},
        )
        for pointer, answers in _answers(main).items()
        if not _alike(answers)
    ]


def agreed(codings: Iterable[Record]) -> dict[str, Any]:
    """What all main-phase coders of one article answer alike, by JSON Pointer."""
    return {
        pointer: next(iter(answers.values()))
        for pointer, answers in _answers(independent(codings)).items()
        if _alike(answers) and ABSENT not in answers.values()
    }


def _answers(main: Mapping[str, Record]) -> dict[str, dict[str, Any]]:
    variables = dict.fromkeys(name for coding in main.values() for name in coding.get("values", ()))
    given = {
        pointer: {coder: found for coder, coding in main.items() if (found := answer(coding, pointer)) != NOT_CODED}
        for pointer in (places(variables) if main else ())
    }
    return {pointer: answers for pointer, answers in given.items() if answers}


def _alike(answers: Mapping[str, Any]) -> bool:
    first, *others = answers.values()
    return all(other == first for other in others)


def evidence_at(coding: Record, pointer: str) -> list[Record]:
    """A coder's evidence for the answer at one of the ``places``."""
    found = value_at(coding, pointer)
    about = [pointer.rpartition("/")[2]] if pointer not in FRAMES else found if isinstance(found, list) else [found]
    return [item for item in coding.get("evidence", ()) if item.get("supports") in about]


def supports(codings: Iterable[Record]) -> list[Support]:
    """The evidence of all main-phase coders of one article, each text once for what it supports, in their order.

    >>> about = {"supports": "tone", "text": "praise"}
    >>> [found] = supports([{"coder": "a", "phase": "main", "values": {"tone": 1}, "evidence": [about]}])
    >>> found.places, found.answers
    (('/values/tone',), (1,))
    """
    found: dict[tuple[str, str], Support] = {}
    for coding in independent(codings).values():
        for item in coding.get("evidence", ()):
            where = supported(item["supports"], coding.get("values", ()))
            given = item["supports"] if where == FRAMES else value_at(coding, where[0])
            # evidence for a set goes with each value in it
            first = found.setdefault((item["supports"], item["text"]), Support(item, where, ()))
            if given is not None:
                found[item["supports"], item["text"]] = first._replace(answers=(*first.answers, *members(given)))
    return list(found.values())


def common_text(codings: Iterable[Record]) -> str:
    """The hash of the text in which all main-phase coders marked their quotes; empty when they are not of one text."""
    texts = {coding.get("text_sha256", "") for coding in independent(codings).values()}
    return texts.pop() if len(texts) == 1 else ""


def begun(codings: Sequence[Record]) -> Record:
    """What a settled record has before anything is settled: what all coders agree on, and their evidence for it."""
    record = _settled(codings, agreed(codings))
    return record if record["evidence"] else {name: value for name, value in record.items() if name != "evidence"}


def _settled(codings: Sequence[Record], answers: Mapping[str, Any]) -> Record:
    """Answers by JSON Pointer as a record, with the coders' evidence for them."""
    record: Record = {}
    for pointer in filter(answers.__contains__, _answers(independent(codings))):
        give(record, pointer, deepcopy(answers[pointer]))
    record["evidence"] = [found.item for found in supports(codings) if found.holds(record)]
    text = common_text(codings)
    return record | ({"text_sha256": text} if text and any("start" in item for item in record["evidence"]) else {})


def decisions(record: Record, codings: Sequence[Record], adjudicator: str) -> list[Record]:
    """Who decided what, whom it follows, and why: one decision per disagreement that has an answer.

    Further events are not decided on where the record has no event that they could stand beside.

    Args:
        record: a settled record, perhaps incomplete; its own decisions hold reason and comment as far as they are given.
        codings: the article's codings of the main phase.
        adjudicator: who settled.
    """
    given = {entry.get("value"): entry for entry in record.get("decisions", ()) if isinstance(entry, dict)}
    return [
        {
            "value": question.pointer,
            "by": adjudicator,
            "follows": question.follows(value),
            **{name: text for name in ("reason", "comment") if (text := given.get(question.pointer, {}).get(name))},
        }
        for question in questions(codings)
        if (value := answer(record, question.pointer)) is not ABSENT
        if question.pointer != OTHERS or value_at(record, "/event/id")
    ]


def adjudicated(codings: Sequence[Record], settlements: Sequence[Settlement], adjudicator: str, at: str) -> Record:
    """The adjudicated record of one article: what all coders agree on, and each disagreement as it was settled.

    Args:
        codings: the article's codings, at least two of the main phase.
        settlements: one per disagreement; what is left open is not in the record.
        adjudicator: who settled.
        at: when, as an RFC 3339 time.
    """
    main = list(independent(codings).values())
    record: Record = {name: main[0][name] for name in ("$schema", "article", "codebook") if name in main[0]}
    record |= {"coder": adjudicator, "phase": "adjudicated", "coded_at": at, "minutes": None, "memo": ""}
    record["confidence"] = min(coding["confidence"] for coding in main)
    record |= _settled(main, {one.pointer: one.value for one in settlements} | agreed(main))
    reasons = [{"value": one.pointer, "reason": one.reason, "comment": one.comment} for one in settlements]
    return record | {"decisions": decisions(record | {"decisions": reasons}, main, adjudicator)}


def in_words(answer: Any) -> str:
    """An answer as tables for people print it.

    >>> in_words({"id": "e06", "relation": "reports"}), in_words(["war", "trade"]), in_words([]), in_words({"inferred": -1})
    ('e06 (reports)', 'war + trade', 'none', '-1 (inferred)')
    """
    if is_inferred(answer):
        return f"{in_words(answer['inferred'])} (inferred)"
    if isinstance(answer, dict):
        return "none" if answer["id"] is None else f"{answer['id']} ({answer['relation']})"
    return " + ".join(answer) or "none" if isinstance(answer, list) else str(answer)
