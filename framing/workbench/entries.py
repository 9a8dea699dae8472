"""The handbook as the desk and the prompt show it: one entry per question, frame and value, in the coder's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from framing.workbench.questions import LIMITS, Entry, said


@dataclass(frozen=True, slots=True)
class HandbookEntry:
    """One entry of the handbook.

    Attributes:
        id: name of the entry.
        title: in the language of the interface.
        lead: the question in full; empty for a frame.
        definition: what it means.
        include: what belongs to it.
        exclude: (what does not, label of what to use instead).
        values: anchors: (value, label, definition).
        cues: words by language.
        mistakes: what goes wrong.
        good: an example, with the reason.
        bad: a false example, with the reason.
        colour: of a frame; empty otherwise.
    """

    id: str
    title: str
    definition: str
    lead: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[Any, str, str], ...] = ()
    cues: Mapping[str, list[str]] = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()
    good: Mapping[str, str] = field(default_factory=dict)
    bad: Mapping[str, str] = field(default_factory=dict)
    colour: str = ""


def handbook(codebook: Entry, told: Entry, language: str, words: Mapping[str, str]) -> tuple[HandbookEntry, ...]:
    """Every entry of the handbook that a question can point to.

    Args:
        codebook: a valid codebook.
        told: the same with its texts in the language, as far as they are translated.
        language: language of titles and labels.
        words: texts of the interface in that language.
    """
    rules = zip(codebook["instructions"], told["instructions"], strict=True)
    evidence = next((text for rule, text in rules if rule["title"].lower() == "evidence"), None)
    codebook, rule, confidence = told, told["frames_rule"], told["confidence"]
    labels = {frame["id"]: said(frame["labels"], language) for frame in codebook["frames"]}
    return (
        _of_event(codebook["event"], language),
        HandbookEntry(
            "frames",
            said(rule["labels"], language),
            rule["definition"],
            values=tuple((frame["id"], labels[frame["id"]], frame["definition"]) for frame in codebook["frames"]),
            mistakes=tuple(rule["mistakes"]),
        ),
        *(_described(frame, f"f-{frame['id']}", labels, language) for frame in codebook["frames"]),
        *(_of_variable(variable, codebook["missing"], language) for variable in codebook["variables"]),
        HandbookEntry(
            "evidence", words["evidence"], evidence["text"] if evidence else words["evidence_hint"].format(**LIMITS)
        ),
        HandbookEntry(
            "confidence",
            said(confidence["labels"], language),
            confidence["definition"],
            values=_anchors(confidence["values"], language),
        ),
        HandbookEntry("phase", words["phase"], words["phase_hint"]),
        HandbookEntry("memo", words["memo"], words["memo_hint"]),
    )


def _of_event(event: Entry, language: str) -> HandbookEntry:
    return HandbookEntry(
        "event",
        said(event["labels"], language),
        event["definition"],
        include=tuple(event["include"]),
        exclude=tuple((text, "") for text in event["exclude"]),
        values=_anchors(event["relations"], language),
        mistakes=tuple(event["mistakes"]),
    )


def _anchors(entries: list[Entry], language: str) -> tuple[tuple[Any, str, str], ...]:
    return tuple((entry["id"], said(entry["labels"], language), entry["definition"]) for entry in entries)


def _of_variable(variable: Entry, missing: list[Entry], language: str) -> HandbookEntry:
    absent = [entry for entry in missing if entry["id"] in variable["missing"]]
    values = [*variable["values"], *absent]
    labels = {entry["id"]: said(entry["labels"], language) for entry in values}
    return _described({**variable, "values": values}, f"v-{variable['id']}", labels, language)


def _described(entry: Entry, name: str, labels: Mapping[Any, str], language: str) -> HandbookEntry:
    return HandbookEntry(
        id=name,
        title=said(entry["labels"], language),
        definition=entry["definition"],
        lead=entry.get("question", ""),
        include=tuple(entry["include"]),
        exclude=tuple((item["when"], labels.get(item.get("use"), "")) for item in entry["exclude"]),
        values=_anchors(entry.get("values", []), language),
        cues=entry["cues"],
        mistakes=tuple(entry["mistakes"]),
        good=entry.get("good", {}),
        bad=entry.get("bad", {}),
        colour=entry.get("colour", ""),
    )
