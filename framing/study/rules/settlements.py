"""Rules of adjudicated records: what they settle is what the coders of the main phase differ on, and each of it once."""

from collections.abc import Iterator, Mapping

from framing.study.answers import EVENT, OTHERS, Inferred
from framing.study.faults import shown
from framing.study.index import Index, Settled
from framing.study.levels import NOT_CODED
from framing.study.rules.complaint import Complaint, Record

NEITHER = "neither"


def coding_settles_once(coding: Record, _: Index) -> Iterator[Complaint]:
    """One thing is settled once."""
    first: dict[str, int] = {}
    for place, decision in enumerate(coding.get("decisions", ())):
        if first.setdefault(decision["value"], place) != place:
            message = f"{decision['value']!r} is already settled at /decisions/{first[decision['value']]}; keep one"
            yield ("decisions", place, "value"), message


def settlements_follow(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """A decision follows a coder who coded what stands now."""
    for settled in index.settled:
        given = index.by_coder(settled.article)
        for place, (value, follows) in enumerate(settled.decisions):
            if value not in index.asked or follows not in {*index.coders, NEITHER}:
                continue
            at = index.asked.index(value)
            answers = {coder: each[at] for coder, each in given.items() if each[at] != NOT_CODED}
            if complaint := _follows_another(follows, settled.answers[at], answers, index):
                yield settled.file, settled.line, (("decisions", place, "follows"), complaint)


def _follows_another(follows: str, stands: object, answers: Mapping[str, object], index: Index) -> str:
    agreeing = [coder for coder, answer in answers.items() if answer == stands]
    if follows == NEITHER:
        if not agreeing:
            return ""
        return f"'neither' is wrong: the record has {_worded(stands)}, which {agreeing[0]!r} coded; name the coder"
    if follows in agreeing or (follows not in answers and follows in index.half_read):
        return ""
    right = f"name {agreeing[0]!r}" if agreeing else "write 'neither'"
    if follows not in answers:
        return f"{follows!r} has no coding of this article in the main phase; {right}, or put the coding back"
    return f"{follows!r} coded {_worded(answers[follows])}, but the record has {_worded(stands)}; {right}, or correct the value"


def settlements_complete(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """Whatever the coders differ on is settled by a decision, and nothing else changes without one."""
    for settled in index.settled:
        given = index.by_coder(settled.article)
        decided = {value for value, _ in settled.decisions}
        for at, (value, stands) in enumerate(zip(index.asked, settled.answers, strict=True)):
            answers = {coder: each[at] for coder, each in given.items() if each[at] != NOT_CODED}
            if (
                value in decided
                or not answers
                or _beside_nothing(value, settled, index)
                or all(answer == stands for answer in answers.values())
            ):
                continue
            coded = ", ".join(f"{coder} coded {_worded(answer)}" for coder, answer in answers.items())
            message = f"no decision settles {value!r}: {coded}, and the record has {_worded(stands)}; add the decision"
            yield settled.file, settled.line, (("decisions",), message)


def _beside_nothing(value: str, settled: Settled, index: Index) -> bool:
    """Whether further events are asked for where the record has no event: whatever coders named, there is nothing to settle."""
    return value == OTHERS and settled.answers[index.asked.index(EVENT)] == (None, None)


def _worded(answer: object) -> str:
    """An answer in words: an event with its relation, frames and sets in a row, an inferred value as such, anything else as it is."""
    if isinstance(answer, Inferred):
        return f"{_worded(answer.value)} (inferred)"
    if not isinstance(answer, tuple):
        return shown(answer)
    return " + ".join(str(part) for part in answer if part is not None) or "none"
