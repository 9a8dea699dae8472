"""Lines of a file as drafts of codings: what was answered, and in which row and column."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from framing.exchange import tongue
from framing.exchange.clipping import Trouble
from framing.exchange.codings.line import Cell, Line
from framing.exchange.codings.mapping import Map
from framing.exchange.codings.parts import NO, YES, Part, answers, written
from framing.study.answers import ABSENT, steps, value_at
from framing.study.faults import meant

Record = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """What a file says of one coder's work on one article.

    Attributes:
        article: id of the article.
        coder: id of the coder.
        file: where it comes from.
        place: where it begins.
        told: the map of that place.
        language: of the article.
        record: what was answered.
        places: where each answer stands, by JSON Pointer.
        evidence: as in a coding; ``supports`` is empty for the primary frame.
        faults: what cannot be taken.
    """

    article: str
    coder: str
    file: str
    place: str
    told: Map
    language: str
    record: Record = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    evidence: list[Record] = field(default_factory=list)
    faults: list[Trouble] = field(default_factory=list)


class Target(NamedTuple):
    """What a column answers: a part of a coding, and the answer that a yes in it means; empty where the cell has it."""

    part: Part
    answer: str = ""


class Placed(NamedTuple):
    """A cell with its place, the language of its article, and the map by which it is read."""

    cell: Cell
    place: str
    language: str
    told: Map


class Targets:
    """What each column of a file answers; what is wrong with the map, and which columns it leaves out."""

    def __init__(self, parts: Mapping[str, Part], file: str) -> None:
        self.parts = parts
        self.left_out: dict[str, None] = {}
        self._file = file
        self._known: dict[tuple[str, int], Target | str | None] = {}
        self._kept: list[Map] = []
        self._answers: dict[tuple[str, str, int], tuple[list[Any], str]] = {}

    def of(self, column: str, told: Map) -> Target | str | None:
        """The target of a column; None for one that is left out; or why it has none."""
        key = column, id(told.columns)
        if key not in self._known:
            self._kept.append(told)  # so that its identity stays its own
            known = column.partition("=")[0] in self.parts
            name = told.columns.get(column, column if known or told.variable else None)
            self._known[key] = self._target(name) if name else None
            if name is None:
                self.left_out[column] = None
        return self._known[key]

    def _target(self, name: str) -> Target | str:
        part, sign, answer = name.partition("=")
        if part not in self.parts:
            return f"there is no {part!r} in a coding{meant(part, self.parts, 6)}"
        known = self.parts[part]
        if sign and known.choices and written(answer) not in known.choices:
            return f"the map: {answer!r} is not an answer of {part}{meant(written(answer), known.choices)}"
        return Target(known, answer)

    def answers(self, part: Part, text: str, told: Map) -> tuple[list[Any], str]:
        """What a text means, as ``parts.answers`` says; a choice is looked up once, however often it is made."""
        if not part.choices:
            return answers(part, text, told)
        key = part.name, text, id(told)
        if key not in self._answers:
            self._answers[key] = answers(part, text, told)
        return self._answers[key]

    def supported(self, label: str) -> str:
        """The frame or variable that a piece of evidence names; empty for none."""
        frames = self.parts["frames/primary"].choices
        if label in self.parts and self.parts[label].pointer.startswith("/values/"):
            return self.parts[label].pointer.removeprefix("/values/")
        return "event" if label == "event" else str(frames.get(written(label), ""))


def take(draft: Draft, line: Line, told: Map, targets: Targets) -> None:
    """Takes the answers of a line into its draft; what holds otherwise on another sheet comes behind what did before."""
    if told is not draft.told:
        otherwise = {**told.otherwise, **draft.told.otherwise}
        draft.told = draft.told._replace(otherwise=otherwise) if otherwise != draft.told.otherwise else draft.told
    for cell, column in _asked(line, told):
        target = targets.of(cell.name, told)
        if target is None:
            continue
        place = f"{line.place}, column {column}"
        if isinstance(target, str):
            draft.faults.append(Trouble(place, target))
            continue
        tell = _evidence if target.part.pointer == "/evidence" else _answer
        tell(draft, Placed(cell, place, draft.language, told), target, targets)
    if line.text and any(cell.quote for cell in line.cells):
        draft.record["text_sha256"] = sha256(unicodedata.normalize("NFC", line.text).encode()).hexdigest()


def _asked(line: Line, told: Map) -> Iterator[tuple[Cell, str]]:
    """The cells that may answer something, each with its column; of a row of a long table the one that does."""
    if told.variable and told.value:
        yield Cell(line.first(told.variable), line.first(told.value)), told.value
        return
    spent = {told.coder, *told.article.values()}
    yield from ((cell, cell.name) for cell in line.cells if cell.name not in spent or cell.name in told.columns)


def _answer(draft: Draft, at: Placed, target: Target, targets: Targets) -> None:
    part, cell = target.part, at.cell
    if target.answer and not cell.quote:
        said = written(cell.text)
        if said not in YES | NO and said not in map(written, at.told.missing):
            draft.faults.append(Trouble(at.place, f"{cell.text[:60]!r} is neither yes (1, x) nor no (0, empty)"))
            return
        found, wrong = targets.answers(part, target.answer, at.told) if said in YES else ([], "")
        draft.places.setdefault(part.pointer, at.place)
    else:
        found, wrong = targets.answers(part, target.answer or cell.text, at.told)
    if wrong:
        draft.faults.append(Trouble(at.place, wrong))
    for answer in found:
        _put(draft, part, answer, at)
    if part.pointer == "/frames/secondary" and not found and not wrong:
        _none(draft, part.pointer, at.place)
    if cell.quote and found and part.pointer != "/text_sha256":
        frames = part.pointer.startswith("/frames")
        supports = str(found[0]) if frames else "event" if part.pointer.startswith("/event") else part.pointer[8:]
        if (item := _quoted(supports, at)) not in draft.evidence:  # a passage with two values of a set
            draft.evidence.append(item)


def _none(draft: Draft, pointer: str, place: str) -> None:
    """No secondary frame is an answer; it stays where another column gives one."""
    if value_at(draft.record, pointer, ABSENT) is ABSENT:
        _place(draft.record, pointer, [])
        draft.places[pointer] = place


def _put(draft: Draft, part: Part, answer: Any, at: Placed) -> None:
    before = value_at(draft.record, part.pointer, ABSENT)
    if part.several and answer not in part.missing:
        if isinstance(before, str):
            draft.faults.append(Trouble(at.place, f"{part.name} is {before!r} already ({draft.places[part.pointer]})"))
            return
        kept = [] if before is ABSENT else before
        value = kept if answer in kept else [*kept, answer]
    elif before is not ABSENT and (before != answer or not at.cell.quote):
        draft.faults.append(_twice(draft, part, before, answer, at))
        return
    else:
        value = answer
    _place(draft.record, part.pointer, _number(value) if part.pointer == "/minutes" else value)
    draft.places.setdefault(part.pointer, at.place)


def _place(record: Record, pointer: str, value: Any) -> None:
    """Lets a value stand at a pointer; further events may come before the one beside which they stand."""
    *around, last = steps(pointer)
    for step in around:
        record = record.setdefault(step, {})
    record[last] = value


def _twice(draft: Draft, part: Part, before: Any, answer: Any, at: Placed) -> Trouble:
    where = draft.places.get(part.pointer, draft.place)
    message = (
        f"{draft.coder} answers {part.name} of {draft.article} a second time: {before!r} ({where}), here {answer!r}"
    )
    return Trouble(at.place, f"{message}; keep one of the two")


def _number(text: Any) -> Any:
    try:
        return float(text)
    except (TypeError, ValueError):
        return text


def _evidence(draft: Draft, at: Placed, target: Target, targets: Targets) -> None:
    text = at.cell.text
    if at.cell.quote:
        label = str(at.told.values.get("evidence", {}).get(text, target.answer or text))
        supports = targets.supported(label)
        if not supports:
            message = f"{text[:60]!r} is neither a frame nor a variable that evidence could support"
            draft.faults.append(Trouble(at.place, message + meant(label, [*targets.parts], 4)))
            return
        draft.evidence.append(_quoted(supports, at))
    elif text:
        language = _language(text, at.told, at.language)
        item = {"supports": target.answer, "kind": "paraphrase", "text": text, "lang": language}
        draft.evidence.append({**item, "locator": f"{draft.file}, {at.place}"})


def _language(text: str, told: Map, article: str) -> str:
    """The language of a paraphrase: as the map or the letters say, else English."""
    return told.language or tongue.of(text, article) or "en"


def _quoted(supports: str, at: Placed) -> Record:
    quote = at.cell.quote
    assert quote
    item = {"supports": supports, "kind": "quote", "text": quote.text, "lang": at.language}
    return {**item, "start": quote.start, "end": quote.end}


def finished(draft: Draft, version: str, parts: Mapping[str, Part]) -> Record:
    """The coding that a draft makes; where the file says nothing, what the map says holds otherwise."""
    record = draft.record
    for name, value in draft.told.otherwise.items():
        part = parts.get(name)
        if part and part.pointer != "/evidence" and value_at(record, part.pointer, ABSENT) is ABSENT:
            _place(record, part.pointer, value)
    event = record.get("event")
    if isinstance(event, dict) and "id" in event and event["id"] is None:
        record["event"] = {**event, "relation": None}
    said = draft.told.otherwise.get("evidence")
    locator = f"{draft.file}, {draft.place}"
    language = _language(str(said), draft.told, draft.language)
    stated = {"supports": "", "kind": "paraphrase", "text": said, "lang": language, "locator": locator}
    primary = value_at(record, "/frames/primary", "")
    evidence = draft.evidence or ([stated] if said else [])
    items = [{**item, "supports": item["supports"] or primary} for item in evidence]
    head = {"article": draft.article, "coder": draft.coder, "codebook": version, "phase": "main"}
    return {**head, **record, **({"evidence": items} if items else {})}
