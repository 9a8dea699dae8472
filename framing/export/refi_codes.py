"""A codebook as a tree of codes, and a coding as codes of it: for programs that know codes and passages, but no variables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from framing.study.levels import NOT_CODED, members

Record = Mapping[str, Any]
PHASES = ("training", "pilot", "main", "adjudicated")


class Code(NamedTuple):
    """One code: an answer to a question.

    Attributes:
        answer: as a coding has it, as text.
        name: what people read, unique among the answers to its question.
        about: what it means.
        colour: as #RRGGBB; empty for none.
    """

    answer: str
    name: str
    about: str
    colour: str = ""


class Question(NamedTuple):
    """What is asked of an article, by the name that `framing import codings` has for it."""

    name: str
    about: str
    codes: tuple[Code, ...]

    def named(self) -> dict[str, str]:
        """The name of each answer."""
        return {code.answer: code.name for code in self.codes}


def guid(*parts: str) -> str:
    """A GUID that is the same in every export.

    >>> guid("code", "war") == guid("code", "war") != guid("code", "trade")
    True
    """
    return str(uuid5(NAMESPACE_URL, "framing:" + "|".join(parts)))


def questions(codebook: Record, events: Sequence[Record]) -> list[Question]:
    """What a codebook asks, each question with its answers.

    Args:
        codebook: a codebook.
        events: the register of events.

    Returns:
        Frames, the event, variables in the order of the codebook, and what a coding says beside them. The name of an answer is
        its English label, or its id where two would be alike.
    """
    frames, missing = codebook["frames"], {entry["id"]: entry for entry in codebook["missing"]}
    happened = tuple(Code(event["id"], event["id"], event["labels"]["en"]) for event in events)
    variables = tuple(Code(each["id"], each["id"], each["labels"]["en"]) for each in codebook["variables"])
    found = [
        Question("frames/primary", "The frame that carries the point of the article.", _codes(frames)),
        Question("frames/secondary", "Further frames of the article.", _codes(frames)),
        Question("event/id", "The event that the article is about.", happened),
        Question("event/relation", "How the article relates to it.", _codes(codebook["event"]["relations"])),
        Question("event/others", "Further events that it names.", happened),
    ]
    for each in codebook["variables"]:
        entries = [*each["values"], *(missing.get(word, {"id": word}) for word in each["missing"])]
        found.append(Question(each["id"], f"{each['labels']['en']}. {each['definition']}", _codes(entries)))
    return [
        *found,
        Question(
            "inferred", "Variables whose value follows from how a description characterises the article.", variables
        ),
        Question("confidence", "How certain the coder is.", _codes(codebook["confidence"]["values"])),
        Question("phase", "training and pilot are never reported.", tuple(Code(name, name, "") for name in PHASES)),
    ]


def _codes(entries: Iterable[Record]) -> tuple[Code, ...]:
    labels = [entry.get("labels", {}).get("en", str(entry["id"])) for entry in entries]
    return tuple(
        Code(
            str(entry["id"]),
            label if labels.count(label) == 1 else str(entry["id"]),
            entry.get("definition", ""),
            entry.get("colour", ""),
        )
        for entry, label in zip(entries, labels, strict=True)
    )


def answers(coding: Record) -> Iterator[tuple[str, str]]:
    """What a coding answers: question and answer, as text; nothing where it answers none.

    >>> coding = {"frames": {"primary": "war", "secondary": []}, "event": {"id": None, "relation": None}, "values": {"tone": -1}}
    >>> list(answers(coding | {"confidence": 2, "phase": "main"}))
    [('frames/primary', 'war'), ('tone', '-1'), ('confidence', '2'), ('phase', 'main')]
    """
    yield "frames/primary", coding["frames"]["primary"]
    yield from (("frames/secondary", frame) for frame in coding["frames"]["secondary"])
    for name in ("id", "relation"):
        if coding["event"][name] is not None:
            yield f"event/{name}", coding["event"][name]
    yield from (("event/others", event) for event in coding["event"].get("others", ()))
    for variable, given in coding["values"].items():
        yield from ((variable, str(value)) for value in members(given) if given != NOT_CODED)
    yield from (("inferred", variable) for variable in coding.get("inferred", ()))
    yield "confidence", str(coding["confidence"])
    yield "phase", coding["phase"]


def supported(coding: Record, item: Record) -> list[tuple[str, str]]:
    """The answers that a piece of evidence supports.

    >>> supported({"frames": {"primary": "war", "secondary": []}, "values": {"tone": 1}}, {"supports": "tone"})
    [('tone', '1')]
    """
    about = item["supports"]
    if about == "event":
        return [("event/id", coding["event"]["id"])]
    if about in coding["values"]:
        return [(about, str(value)) for value in members(coding["values"][about])]
    role = "primary" if about == coding["frames"]["primary"] else "secondary"
    return [(f"frames/{role}", about)]
