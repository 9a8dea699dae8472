"""Settling disagreements: what the coders differ on, and the record that a settlement makes. Raw codings are never touched."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from framing.refusal import Refusal
from framing.study.answers import answer, places, put

Record = dict[str, Any]

REASONS = {
    "ambiguous_source": "the source allows both readings",
    "codebook_gap": "the codebook does not decide the case",
    "slip": "a coder overlooked a rule or a passage",
    "translation": "the coders understood a word differently",
}


class Question(NamedTuple):
    """One value on which coders differ.

    Attributes:
        article: the article.
        pointer: JSON Pointer to the value: /event, /frames/primary, /frames/secondary or /values/<variable>.
        answers: each coder's value.
        evidence: each coder's evidence for that value.
    """

    article: str
    pointer: str
    answers: Mapping[str, Any]
    evidence: Mapping[str, list[str]]


class Confusion(NamedTuple):
    """One answer that coders gave where another one was settled.

    Attributes:
        pointer: the value, as in ``Question``.
        settled_as: the answer that stands, in words.
        confused_with: what coders had said instead, in words.
        times: codings that said so.
        records: the articles, in order.
    """

    pointer: str
    settled_as: str
    confused_with: str
    times: int
    records: tuple[str, ...]


class Settlement(NamedTuple):
    """How one question was answered.

    Attributes:
        pointer: the value that was settled.
        value: the answer.
        follows: the coder whose answer it is, or ``neither``.
        reason: why the coders differed; a key of ``REASONS``.
        comment: the argument.
    """

    pointer: str
    value: Any
    follows: str
    reason: str
    comment: str


def questions(codings: Sequence[Record]) -> list[Question]:
    """What the main-phase coders of one article differ on, in the order of coding.

    Args:
        codings: the article's codings, of any phase.

    Returns:
        One question per value that is not the same in all of them; none for fewer than two codings.

    >>> first = {"article": "x", "coder": "a", "phase": "main", "event": {"id": None, "relation": None},
    ...          "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}, "evidence": []}
    >>> [question.pointer for question in questions([first, first | {"coder": "b", "values": {"tone": 0}}])]
    ['/values/tone']
    """
    main = {coding["coder"]: coding for coding in codings if coding["phase"] == "main"}
    if len(main) < 2:
        return []
    return [
        Question(codings[0]["article"], pointer, answers, {coder: _support(main[coder], pointer) for coder in main})
        for pointer in places(next(iter(main.values()))["values"])
        if _differ(answers := {coder: answer(coding, pointer) for coder, coding in main.items()})
    ]


def _differ(answers: Mapping[str, Any]) -> bool:
    first, *others = answers.values()
    return any(other != first for other in others)


def _support(coding: Record, pointer: str) -> list[str]:
    supported = {
        "/event": {"event"},
        "/frames/primary": {coding["frames"]["primary"]},
        "/frames/secondary": set(coding["frames"]["secondary"]),
    }.get(pointer, {pointer.rsplit("/", 1)[-1]})
    return [item["text"] for item in coding["evidence"] if item["supports"] in supported]


def adjudicated(
    codings: Sequence[Record], settlements: Sequence[Settlement], adjudicator: str, at: str
) -> Record | Refusal:
    """The adjudicated record of one article: what all coders agree on, and each disagreement as it was settled.

    Args:
        codings: the article's codings of the main phase, at least two.
        settlements: one per question; none may be left open.
        adjudicator: who settled; must not be one of the coders.
        at: when, as an RFC 3339 time.

    Returns:
        The record, or a refusal when a question is open, is settled twice, or the adjudicator is one of the coders.
    """
    main = [coding for coding in codings if coding["phase"] == "main"]
    open_questions = {question.pointer: question for question in questions(codings)}
    refusal = _unsettled(main, open_questions, settlements, adjudicator)
    if refusal:
        return refusal
    record = deepcopy(main[0])
    record |= {"coder": adjudicator, "phase": "adjudicated", "coded_at": at, "minutes": None}
    record["confidence"] = min(coding["confidence"] for coding in main)
    for settlement in settlements:
        put(record, settlement.pointer, deepcopy(settlement.value))
    record["evidence"] = _kept(main, record)
    if len({coding.get("text_sha256") for coding in main}) > 1 or not any(
        "start" in item for item in record["evidence"]
    ):
        record.pop("text_sha256", None)  # nothing can be said of offsets that count in different texts
    record["memo"] = ""
    record["decisions"] = [
        {
            "value": settlement.pointer,
            "by": adjudicator,
            "follows": settlement.follows,
            "reason": settlement.reason,
            "comment": settlement.comment,
        }
        for settlement in settlements
    ]
    return record


def _unsettled(
    main: Sequence[Record], asked: Mapping[str, Question], settlements: Sequence[Settlement], adjudicator: str
) -> Refusal | None:
    if len(main) < 2:
        return Refusal("single_coder", "The article has fewer than two main codings.", "A second independent coding.")
    if adjudicator in {coding["coder"] for coding in main}:
        return Refusal(
            "own_coding", f"{adjudicator} coded this article.", "An adjudicator who is not one of its coders."
        )
    given = [settlement.pointer for settlement in settlements]
    missing = [pointer for pointer in asked if pointer not in given]
    surplus = [pointer for pointer in given if pointer not in asked or given.count(pointer) > 1]
    if missing or surplus:
        words = "; ".join(
            [f"{pointer} is open" for pointer in missing]
            + [f"{pointer} is not in question, or settled twice" for pointer in surplus]
        )
        return Refusal(
            "unsettled", f"The settlement does not fit the disagreements: {words}.", "One decision per disagreement."
        )
    return None


def _kept(main: Sequence[Record], record: Record) -> list[Record]:
    """The evidence of all coders for what the settled record says, each text once."""
    frames = {record["frames"]["primary"], *record["frames"]["secondary"]}
    kept: list[Record] = []
    for coding in main:
        for item in coding["evidence"]:
            name = item["supports"]
            holds = (
                coding["event"]["id"] == record["event"]["id"] is not None
                if name == "event"
                else name in frames
                if name not in record["values"]
                else coding["values"][name] == record["values"][name]
            )
            if holds and item not in kept:
                kept.append(item)
    return kept


def in_words(answer: Any) -> str:
    """An answer as tables for people print it.

    >>> in_words({"id": "e06", "relation": "reports"}), in_words(["war", "trade"]), in_words([]), in_words(-1)
    ('e06 (reports)', 'war + trade', 'none', '-1')
    """
    if isinstance(answer, dict):
        return "none" if answer["id"] is None else f"{answer['id']} ({answer['relation']})"
    return " + ".join(answer) or "none" if isinstance(answer, list) else str(answer)


def confusions(articles: Iterable[Sequence[Record]]) -> list[Confusion]:
    """What the main-phase coders said where an adjudicated record says something else.

    Args:
        articles: the codings of each article, of any phase; articles without an adjudicated record count nothing.

    Returns:
        One row per value, settled answer and other answer; the most frequent first, then in alphabetical order.

    >>> main = {"article": "x", "phase": "main", "coder": "a", "event": {"id": None, "relation": None},
    ...         "frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}}
    >>> settled = main | {"phase": "adjudicated", "coder": "judge", "values": {"tone": 0}}
    >>> confusions([[main, main | {"coder": "b"}, settled]])
    [Confusion(pointer='/values/tone', settled_as='0', confused_with='1', times=2, records=('x',))]
    """
    told: dict[tuple[str, str, str], list[str]] = {}
    for codings in articles:
        final = next((coding for coding in codings if coding["phase"] == "adjudicated"), None)
        if final is None:
            continue
        for coding in codings:
            for pointer in places(coding["values"]) if coding["phase"] == "main" else []:
                stands, said = answer(final, pointer), answer(coding, pointer)
                if stands != said:
                    told.setdefault((pointer, in_words(stands), in_words(said)), []).append(coding["article"])
    found = [Confusion(*key, len(records), tuple(sorted(set(records)))) for key, records in told.items()]
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
