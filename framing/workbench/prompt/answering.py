"""What questions at the prompt offer and explain, and which of them a place in the record belongs to."""

from collections.abc import Iterable, Mapping, Sequence

from framing.study import edtf
from framing.study.answers import VALUES, value_at
from framing.study.faults import nearest
from framing.workbench.desk.catalogue import folded
from framing.workbench.desk.shelf import Record
from framing.workbench.entries import HandbookEntry
from framing.workbench.prompt.terminal import chosen, none_chosen
from framing.workbench.questions import VALUE_KEYS, Option, Question, said

FAR = 10**6
"""Days between an article and an event without a readable date."""


def labels_at(record: Record, question: Question, events: Iterable[Option], none: str) -> list[str]:
    """The answer that stands at a question, in words; nothing while none does.

    Args:
        record: a record that may be incomplete.
        question: the question.
        events: the events as answers.
        none: the word for no event and no secondary frame.
    """
    found = value_at(record, question.pointer)
    if question.kind == "event":
        found = found.get("id", "") if isinstance(found, dict) else ""
    if found == "" or (found is None and question.kind != "event"):
        return []
    labels = {
        option.value: option.label for option in (events if question.kind in ("event", "events") else question.options)
    }
    given = found if isinstance(found, list) else [found]
    return [str(labels.get(value, none if value is None else value)) for value in given or [None]]


def ground_typed(typed: str, question: Question) -> tuple[str, bool]:
    """An answer as it was typed, and whether a question mark behind it says that it is inferred, as a value can be.

    >>> tone = Question("tone", "/values/tone", "one", "Tone")
    >>> ground_typed("1?", tone), ground_typed("none ？", tone), ground_typed("1", tone)
    (('1', True), ('none', True), ('1', False))
    """
    answer = typed.strip()
    bare = answer.rstrip("?？ ") if question.pointer.startswith(VALUES) else answer
    return bare, bare != answer


def question_of(pointer: str, asked: Iterable[Question]) -> Question | None:
    """The question whose answer stands at a place, or around it."""
    around = [question for question in asked if f"{pointer}/".startswith(f"{question.pointer}/")]
    return max(around, key=lambda question: len(question.pointer), default=None)


def is_open(question: Question, unanswered: Iterable[str]) -> bool:
    """Whether one of the unanswered places lies at a question, around it or inside it."""
    own = f"{question.pointer}/"
    return any(
        # the relation is asked for once there is an event, and then it is not the event that is open
        (own.startswith(f"{place}/") and not (question.id in ("relation", "others") and place == "/event"))
        or (f"{place}/".startswith(own) and (question.id, place) != ("event", "/event/relation"))
        for place in unanswered
    )


def explained(entry: HandbookEntry, entries: Mapping[str, HandbookEntry]) -> str:
    """An entry of the handbook as text; frames with their own definitions."""
    lines = [
        entry.title,
        entry.definition,
        *(f"+ {text}" for text in entry.include),
        *(f"- {text}" for text, _ in entry.exclude),
    ]
    for value, label, definition in entry.values:
        meaning = definition or (entries[f"f-{value}"].definition if f"f-{value}" in entries else "")
        lines.append(f"{value}  {label}: {meaning}")
    return "\n".join(lines)


def supportable(record: Record, asked: Iterable[Question], codebook: Record) -> tuple[Option, ...]:
    """What evidence can support in a coding as it stands: its frames, its values, its event; primary frame first."""
    frames = record.get("frames", {})
    names = [name for name in (frames.get("primary"), *frames.get("secondary", ())) if name]
    missing = [entry["id"] for entry in codebook["missing"]]
    values = {name for name, value in record.get("values", {}).items() if value not in missing}
    labels = {
        str(option.value): option.label for question in asked if question.id == "primary" for option in question.options
    }
    found = [(name, labels.get(name, name)) for name in names]
    found += [(question.supports, question.label) for question in asked if question.supports in values]
    if record.get("event", {}).get("id"):
        found += [(question.supports, question.label) for question in asked if question.id == "event"]
    return tuple(Option(name, label, str(number)) for number, (name, label) in enumerate(found, 1))


def picked(question: Question, typed: str, shown: Mapping[str, str]) -> list[Option] | str:
    """The options that a line at the prompt picks, or the words for why it picks none."""
    parts = [typed] if chosen(typed, question.options) else typed.replace(",", " ").replace("、", " ").split()
    found = {part: chosen(part, question.options) for part in parts}
    wrong = next((part for part, option in found.items() if option is None), None)
    options = list(dict.fromkeys(option for option in found.values() if option))
    alone = next((option for option in options if option.alone and len(options) > 1), None)
    if wrong is not None:
        return none_chosen(wrong, question.options, shown)
    if question.kind != "many" and len(options) != 1:
        return shown["prompt_one"].format(typed=typed)
    if alone:
        return shown["prompt_alone"].format(label=alone.label, typed=typed)
    if len(options) > question.most:
        return shown["prompt_most"].format(most=question.most, typed=typed)
    return options


def event_options(events: Sequence[Record], language: str) -> tuple[Option, ...]:
    """Events as answers, numbered in their order."""
    return tuple(
        Option(event["id"], f"{event['date']}  {said(event['labels'], language)}", str(number))
        for number, event in enumerate(events, 1)
    )


def nearest_events(events: Iterable[Record], published: str) -> list[Record]:
    """Those events that are closest in time to an article, as many as the keyboard's row has digits."""
    return sorted(events, key=lambda event: _days_between_beginnings(event["date"], published))[: len(VALUE_KEYS) - 1]


def _days_between_beginnings(one: str, other: str) -> int:
    spans = edtf.span(one), edtf.span(other)
    if spans[0] is None or spans[1] is None:
        return FAR
    return abs((spans[0].first - spans[1].first).days)


def fitting_events(events: Iterable[Record], typed: str) -> list[Record]:
    """Events in whose id or labels every word occurs; the one of that very id alone."""
    words = folded(typed).split()
    found = [event for event in events if all(word in _searched(event) for word in words)]
    return [event for event in found if event["id"] == typed] or found


def nearest_words(events: Iterable[Record], typed: str) -> str:
    """What was typed, with each word that occurs in no event corrected; empty when no word is like it.

    >>> nearest_words([{"id": "ferry-line", "labels": {"en": "Ferry line opens"}}], "feery")
    'ferry'
    """
    texts = [_searched(event) for event in events]
    known = sorted({word.strip("“”\"'(),.:;") for text in texts for word in text.replace("-", " ").split()})
    put_right = [
        word if any(word in text for text in texts) else nearest(word, known) for word in folded(typed).split()
    ]
    found = " ".join(filter(None, put_right))
    return found if all(put_right) and found != folded(typed) else ""


def _searched(event: Record) -> str:
    return folded(" ".join((event["id"], *event["labels"].values())))
