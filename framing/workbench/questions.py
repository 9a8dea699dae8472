"""The questions of a coding, built from the codebook alone, so that each codebook has its own form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from framing.study.levels import scored, several
from framing.study.schema import CHARACTERS, WORDS

Entry = dict[str, Any]

VALUE_KEYS = "1234567890"
"""Keys of answers, in the order of the keyboard's row."""
MISSING_KEYS = "zxc"
"""Keys of the three missing values: the same for every variable, so that hands learn them."""
NONE_KEY = MISSING_KEYS[0]
"""Key of "none" where that is an answer: no event, no secondary frame."""
READING_KEYS = "abfghl"
"""Keys of the readings that are being settled: letters that do nothing else at the desk."""
REASON_KEYS = "stvw"
"""Keys of the reasons why readings differ; likewise."""
Kind = Literal["one", "many", "event", "events", "evidence", "memo"]
"""How a question is answered."""
PHASES = ("training", "pilot", "main")
LIMITS = {"words": WORDS, "characters": CHARACTERS}
"""The longest piece of evidence, in words, or in characters of a script that has no spaces."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen.

    Attributes:
        value: what goes into the record.
        label: in the language of the interface.
        key: the key that chooses it; empty for those beyond the keyboard's row.
        missing: whether it says why there is no value.
        alone: whether it stands beside no other, where several can be chosen.
        colour: of a frame; empty otherwise.
    """

    value: Any
    label: str
    key: str
    missing: bool = False
    colour: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One place of a record that a coder fills.

    Attributes:
        id: unique name, fit for an HTML id.
        pointer: where the answer stands in the record.
        kind: one, many, event, events, evidence or memo.
        label: short name.
        text: the question in full; empty where the label says it.
        options: answers, in order.
        supports: what evidence at this question supports: an id, or "value" for the chosen frame itself, or nothing.
        entry: id of its handbook entry.
        most: answers that may be chosen together.
        scale: whether the options are steps of one scale.
    """

    id: str
    pointer: str
    kind: Kind
    label: str
    text: str = ""
    options: tuple[Option, ...] = ()
    supports: str = ""
    entry: str = ""
    most: int = 1
    scale: bool = False

    def answer(self, chosen: Sequence[Option]) -> Any:
        """What chosen options put into the record: of several the list of their values, in the order in which they are offered.

        Args:
            chosen: as many of the options as may stand together, at least one.
        """
        first = chosen[0]
        if self.kind != "many":
            return first.value
        if first.missing:  # no secondary frame is an empty list; the reason why a set has no value is a word
            return [] if first.value is None else first.value
        return [option.value for option in self.options if option in chosen]


def said(labels: Mapping[str, str], language: str) -> str:
    """A label in a language, in English where it has none."""
    return labels.get(language) or labels["en"]


def answer_keys(values: Iterable[Any]) -> tuple[str, ...]:
    """The keys of answers, in their order: never two alike, each one sign.

    Args:
        values: what the answers put into the record.

    Returns:
        The values themselves where each is a digit of its own; otherwise places in the keyboard's row, and an empty text
        beyond its end.

    >>> answer_keys((3, 2, 1)), answer_keys((-1, 0, 1)), answer_keys((0, 3, 10))
    (('3', '2', '1'), ('1', '2', '3'), ('1', '2', '3'))
    """
    names = [str(value) for value in values]
    digits = all(len(name) == 1 and name in VALUE_KEYS for name in names) and len(set(names)) == len(names)
    return tuple(names) if digits else tuple(VALUE_KEYS[place : place + 1] for place in range(len(names)))


def questions(codebook: Entry, language: str, words: Mapping[str, str]) -> tuple[Question, ...]:
    """What a coder is asked, in the order of work: event with further ones, frames, variables, evidence, confidence, phase, memo.

    Args:
        codebook: a valid codebook.
        language: language of labels.
        words: texts of the interface in that language.
    """
    confidence = codebook["confidence"]
    levels = tuple(_options(confidence["values"], language))
    return (
        *_event(codebook["event"], language, words),
        *_frames(codebook, language, words),
        *(_variable(variable, codebook["missing"], language, words) for variable in codebook["variables"]),
        Question("evidence", "/evidence", "evidence", words["evidence"], entry="evidence"),
        Question(
            "confidence",
            "/confidence",
            "one",
            said(confidence["labels"], language),
            options=levels,
            entry="confidence",
            scale=True,
        ),
        Question("phase", "/phase", "one", words["phase"], options=tuple(_phases(words)), entry="phase"),
        Question("memo", "/memo", "memo", words["memo"], entry="memo"),
    )


def _event(event: Entry, language: str, words: Mapping[str, str]) -> Iterator[Question]:
    asked = partial(Question, supports="event", entry="event")
    yield asked("event", "/event", "event", said(event["labels"], language))
    relations = tuple(_options(event["relations"], language))
    yield asked("relation", "/event/relation", "one", words["relation"], options=relations)
    yield Question("others", "/event/others", "events", words["others"], text=words["others_hint"], entry="event")


def _frames(codebook: Entry, language: str, words: Mapping[str, str]) -> Iterator[Question]:
    asked = partial(Question, supports="value", entry="frames")
    frames, most = tuple(_options(codebook["frames"], language)), codebook["frames_rule"]["max_secondary"]
    yield asked("primary", "/frames/primary", "one", words["primary"], options=frames)
    label, none = words["secondary"].format(most=most), Option(None, words["none"], NONE_KEY, missing=True, alone=True)
    yield asked("secondary", "/frames/secondary", "many", label, options=(*frames, none), most=most)


def _phases(words: Mapping[str, str]) -> Iterator[Option]:
    for name, key in zip(PHASES, answer_keys(PHASES), strict=True):
        yield Option(name, words[f"phase_{name}"], key)


def _options(entries: list[Entry], language: str) -> Iterator[Option]:
    for entry, key in zip(entries, answer_keys(entry["id"] for entry in entries), strict=True):
        label, alone = said(entry["labels"], language), entry.get("alone", False)
        yield Option(entry["id"], label, key, colour=entry.get("colour", ""), alone=alone)


def _variable(variable: Entry, missing: list[Entry], language: str, words: Mapping[str, str]) -> Question:
    label = said(variable["labels"], language)
    keys = {entry["id"]: MISSING_KEYS[place] for place, entry in enumerate(missing)}
    absent = (
        Option(entry["id"], said(entry["labels"], language), keys[entry["id"]], missing=True, alone=True)
        for entry in missing
        if entry["id"] in variable["missing"]
    )
    return Question(
        id=f"v-{variable['id']}",
        pointer=f"/values/{variable['id']}",
        kind="many" if several(variable) else "one",
        label=words["several"].format(label=label) if several(variable) else label,
        text=variable["question"],
        options=(*_options(variable["values"], language), *absent),
        supports=variable["id"],
        entry=f"v-{variable['id']}",
        most=len(variable["values"]) if several(variable) else 1,
        scale=scored(variable),
    )
