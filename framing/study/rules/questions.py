"""Rules of questions to the study."""

from collections.abc import Collection, Iterator

from framing.study.faults import meant, shown
from framing.study.index import Index, Unread
from framing.study.levels import scored
from framing.study.rules.codings import too_long
from framing.study.rules.complaint import Complaint, Record, repeated, strange_languages
from framing.study.rules.locators import located

WORDS = 30
"""How long a question may be."""
KEYS = {
    "values": (("variable",), ("value", "by", "around")),
    "frames": ((), ("frame", "role", "by", "around")),
    "coverage": ((), ("by",)),
    "contrast": ((), ()),
    "claim": (("claim",), ()),
    "none": ((), ()),
}
"""What each kind of asking needs beside its name, and what it may have."""


def question_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every question has its own id."""
    yield from repeated(register, "questions")


def question_source_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A question is raised by a source of the study, in one of its sections or notes."""
    yield from located(register["questions"], index, "questions")


def question_languages_known(register: Record, index: Index) -> Iterator[Complaint]:
    """Questions are put in the languages of the codebook's title."""
    if index.codebook:
        yield from strange_languages(register, index.codebook["title"])


def question_short(register: Record, _: Index) -> Iterator[Complaint]:
    """A question is short enough for a heading."""
    for place, question in enumerate(register["questions"]):
        for language, text in question["labels"].items():
            if excess := too_long(text, language, WORDS):
                yield ("questions", place, "labels", language), f"{excess}: shorten it"


def question_articles_known(register: Record, index: Index) -> Iterator[Complaint]:
    """Papers, events, countries and frames of a question are those of the study."""
    frames = [frame["id"] for frame in index.codebook.get("frames", ())]
    known: dict[str, tuple[str, Collection[str] | None]] = {
        "outlets": ("there is no outlet {}", index.outlets),
        "events": ("there is no event {}", index.events),
        "countries": ("no outlet of the study is from {}", _countries(index)),
        "frames": ("{} is not a frame of the codebook", frames if index.codebook else None),
    }
    for place, question in enumerate(register["questions"]):
        for key, (message, names) in known.items():
            for position, name in enumerate(question["about"].get(key, ())):
                if names is not None and name not in names:
                    where = ("questions", place, "about", key, position)
                    yield where, message.format(shown(name)) + meant(name, names, 6)


def _countries(index: Index) -> list[str] | None:
    """The countries of the papers; None where that is not known."""
    if isinstance(index.outlets, Unread):
        return None
    return sorted({str(outlet["country"]) for outlet in index.outlets.values()})


def question_claims_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A question bears on claims of the study, and asks for one of them."""
    for place, question in enumerate(register["questions"]):
        named: list[tuple[tuple[object, ...], str]] = [
            (("claims", position), name) for position, name in enumerate(question["claims"])
        ]
        if "claim" in question["ask"]:
            named.append((("ask", "claim"), question["ask"]["claim"]))
        for where, name in named:
            if name not in index.claims:
                yield ("questions", place, *where), f"there is no claim {name!r}{meant(name, index.claims)}"


def question_asks_whole(register: Record, _: Index) -> Iterator[Complaint]:
    """Asking of one kind has what the kind needs, and nothing of another kind."""
    for place, question in enumerate(register["questions"]):
        for where, message in _unfit(question):
            yield ("questions", place, *where), message


def _unfit(question: Record) -> Iterator[Complaint]:
    ask, about = question["ask"], question["about"]
    kind = ask["kind"]
    needed, allowed = KEYS[kind]
    for key in needed:
        if key not in ask:
            yield ("ask",), f"{kind} needs {key}; add it"
    for key in ask:
        if key not in ("kind", *needed, *allowed):
            yield ("ask", key), f"{kind} takes no {key}; remove it"
    if "by" in ask and "around" in ask:
        yield ("ask", "around"), "answers are given apart either by something or around an event; remove one"
    if kind == "none" and "needs" not in question:
        yield ("ask", "kind"), "what would answer it? Say so in needs"
    if kind in ("coverage", "contrast") and not about.get("events"):
        yield ("about",), f"{kind} is asked of articles on events; name one or more in events"
    if kind == "contrast" and len(about.get("outlets", ())) != 2:
        yield ("about",), "a contrast is between two papers; name both in outlets"


def question_asks_known(register: Record, index: Index) -> Iterator[Complaint]:
    """What is asked for is a word of the codebook, and an event of the study."""
    for place, question in enumerate(register["questions"]):
        ask = question["ask"]
        if "around" in ask and ask["around"] not in index.events:
            name = ask["around"]
            yield ("questions", place, "ask", "around"), f"there is no event {name!r}{meant(name, index.events, 6)}"
        if index.codebook:
            for key, message in _unknown(ask, index):
                yield ("questions", place, "ask", key), message


def _unknown(ask: Record, index: Index) -> Iterator[tuple[str, str]]:
    frames = [frame["id"] for frame in index.codebook["frames"]]
    if "frame" in ask and ask["frame"] not in frames:
        yield "frame", f"{ask['frame']!r} is not a frame of the codebook{meant(ask['frame'], frames)}"
    name, value = ask.get("variable"), ask.get("value")
    if name is not None and name not in index.variables:
        yield "variable", f"{name!r} is not a variable of the codebook{meant(name, index.variables)}"
    elif name is not None and value is not None:
        variable = index.variables[name]
        values = [str(entry["id"]) for entry in variable["values"]]
        if scored(variable):
            yield "value", f"{name!r} is ordinal, and all its values are told; remove value"
        elif value not in values:
            yield "value", f"{value!r} is not a value of {name!r}{meant(value, values)}"


def question_period_runs(register: Record, _: Index) -> Iterator[Complaint]:
    """A question is about quarters that run forwards."""
    for place, question in enumerate(register["questions"]):
        period = question["about"].get("period")
        if period and period["to"] < period["from"]:
            where = ("questions", place, "about", "period", "to")
            yield where, f"{period['to']} is before from ({period['from']}); swap them"
