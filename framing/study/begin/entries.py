"""Entries of registers made from what people answer: which questions there are, what an answer is proposed to be, and the record."""

import re
from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

from framing.study.begin.naming import (
    country_code,
    language_code,
    parts,
    proposed_id,
    short_name,
    two_names,
    unknown_country,
    unknown_language,
)
from framing.study.schema import ID
from framing.study.vocabulary import UNSTATED

Record = dict[str, Any]
Given = Mapping[str, str]
"""Answers as typed, by the name of the question."""
Entry = Literal["outlet", "event", "coder", "search"]
"""A kind of entry: each has a register of its own."""
REGISTERS: Mapping[Entry, str] = {"outlet": "outlets", "event": "events", "coder": "coders", "search": "searches"}
"""Kind of entry to the register that lists it."""
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8C6D00", "#56B4E9", "#882255", "#332288", "#999933", "#767676")
"""Given to outlets in turn; they are told apart by people who see fewer colours (Okabe and Ito 2008; Tol 2021)."""
MADE = "Codes by hand from what is known of each article, without seeing the codings of others."


class Asked(NamedTuple):
    """A question about a new entry.

    Attributes:
        name: of the answer, and of the option that gives it on the command line.
        asked: whether a person is asked; where nobody is, what is proposed stands.
        needed: whether there is no entry without an answer.
    """

    name: str
    asked: bool = True
    needed: bool = True


QUESTIONS: Mapping[Entry, tuple[Asked, ...]] = {
    "outlet": (
        Asked("name"),
        Asked("own"),
        Asked("language"),
        Asked("country"),
        Asked("id"),
        Asked("short", asked=False),
        Asked("colour", asked=False),
        Asked("panel", asked=False),
        Asked("described_by", asked=False),
    ),
    "event": (
        Asked("label"),
        Asked("date"),
        Asked("kind"),
        Asked("actors", needed=False),
        Asked("date_source"),
        Asked("id"),
        Asked("status", asked=False),
        Asked("certainty", asked=False),
        Asked("salience", asked=False),
    ),
    "coder": (
        Asked("name"),
        Asked("languages"),
        Asked("id"),
        Asked("kind", asked=False),
        Asked("made", asked=False),
    ),
    "search": (
        Asked("outlet"),
        Asked("archive"),
        Asked("query"),
        Asked("from"),
        Asked("to"),
        Asked("found"),
        Asked("searched_at"),
        Asked("searched_by"),
        Asked("id", asked=False),
    ),
}  # fmt: skip


class Known(NamedTuple):
    """What proposals go by.

    Attributes:
        taken: ids that the register lists already.
        languages: languages of the papers, as text.
        today: the day, YYYY-MM-DD.
    """

    taken: Collection[str] = ()
    languages: str = "en"
    today: str = ""


def proposal(kind: Entry, name: str, given: Given, known: Known) -> str:
    """What an empty answer stands for; empty where nothing can be proposed.

    >>> proposal("outlet", "id", {"name": "Kaikō Shimbun"}, Known()), proposal("outlet", "id", {"name": "海港"}, Known())
    ('kaiko-shimbun', '')
    """
    called = given.get("name") or given.get("label", "")
    if name == "id":
        searched = f"{given.get('outlet', '')} {given.get('searched_at', '')}"
        return proposed_id(searched if kind == "search" else called, known.taken)
    made = {
        ("outlet", "own"): called,
        ("outlet", "short"): short_name(called),
        ("outlet", "colour"): COLOURS[len(known.taken) % len(COLOURS)],
        ("coder", "languages"): known.languages,
        ("search", "searched_at"): known.today,
    }
    return (made | _USUAL).get((kind, name), "")


_USUAL = {
    ("outlet", "panel"): "core",
    ("outlet", "described_by"): UNSTATED,
    ("event", "date_source"): UNSTATED,
    ("event", "status"): "happened",
    ("event", "certainty"): "unchecked",
    ("event", "salience"): "2",
    ("coder", "kind"): "person",
    ("coder", "made"): MADE,
}


def objection(name: str, text: str, known: Known) -> str:
    """What is wrong with one answer, as far as it can be seen without the others; empty when nothing is.

    >>> objection("id", "海港", Known()), objection("id", "aki", Known(("aki",))), objection("language", "Japanese", Known())
    ('write it in small Latin letters and digits, words joined by -', "the id 'aki' is already used; give another", '')
    """
    if name == "id" and text in known.taken:
        return f"the id {text!r} is already used; give another"
    if name == "id" and not re.search(ID, text):
        return "write it in small Latin letters and digits, words joined by -"
    if name == "country":
        return unknown_country(country_code(text))
    codes = {"language": [text], "languages": parts(text)}.get(name, [])
    return "; ".join(filter(None, (unknown_language(language_code(code)) for code in codes)))


def completed(kind: Entry, given: Given, known: Known) -> dict[str, str]:
    """The answers with what is proposed in the place of those that are not given.

    >>> completed("coder", {"name": "Aki"}, Known())["id"]
    'aki'
    """
    answers = {name: text.strip() for name, text in given.items() if text.strip()}
    if kind == "outlet" and "=" in answers.get("name", "").replace("＝", "="):
        latin, own = two_names(answers["name"])
        answers |= {"name": latin} | ({"own": own} if own else {})
    for asked in QUESTIONS[kind]:
        if asked.name not in answers and (likely := proposal(kind, asked.name, answers, known)):
            answers[asked.name] = likely
    return answers


def lacking(kind: Entry, answers: Given) -> list[str]:
    """The names of needed answers that are neither given nor proposed; an id is made from the name, once there is one.

    >>> lacking("coder", {"name": "Aki", "languages": "ja"}), lacking("coder", {})
    (['id'], ['name', 'languages'])
    """
    needed = [asked.name for asked in QUESTIONS[kind] if asked.needed and asked.asked]
    first = QUESTIONS[kind][0].name
    return [name for name in needed if not answers.get(name) and (name != "id" or answers.get(first))]


def record(kind: Entry, answers: Given) -> Record:
    """The entry that complete answers describe; whatever is wrong in them is left for whoever judges it.

    Args:
        kind: outlet, event, coder or search.
        answers: see ``completed``.
    """
    made = {"outlet": _outlet, "event": _event, "coder": _coder, "search": _search}[kind](answers)
    return {name: value for name, value in made.items() if value not in ("", [], {})}


def _outlet(answers: Given) -> Record:
    names = {"own": answers["own"], "romanised": answers.get("romanised") or answers["name"], "en": answers["name"]}
    names |= {"short": answers["short"]} | _by_language(answers, "short")
    return {
        "id": answers["id"],
        "panel": answers["panel"],
        "names": names,
        "language": language_code(answers["language"]),
        "country": country_code(answers["country"]),
        **_taken(answers, "owner", "ownership", "orientation", "frequency"),
        "colour": answers["colour"].upper(),
        "groups": dict(text.split("=", 1) for text in parts(answers.get("groups", "")) if "=" in text),
        "described_by": answers["described_by"],
        "not_published": parts(answers.get("not_published", "")),
    }


def _event(answers: Given) -> Record:
    return {
        "id": answers["id"],
        "labels": {"en": answers["label"]} | _by_language(answers, "label"),
        "kind": answers["kind"],
        "actors": [_actor(name) for name in parts(answers.get("actors", ""))],
        **_taken(answers, "date", "status", "certainty", "date_source", "part_of"),
        "salience": _number(answers["salience"]),
        **_taken(answers, "note"),
    }


def _coder(answers: Given) -> Record:
    return {
        **_taken(answers, "id", "kind", "name"),
        "languages": [language_code(name) for name in parts(answers["languages"])],
        "made": answers["made"],
        "adjudicator": True if answers.get("adjudicator") else "",
        "assigned": parts(answers.get("assigned", "")),
    }


def _search(answers: Given) -> Record:
    return {
        **_taken(answers, "id", "outlet", "archive", "query", "from", "to"),
        "found": _number(answers["found"]),
        "events": parts(answers.get("events", "")),
        **_taken(answers, "searched_at", "searched_by", "note"),
    }


def _actor(name: str) -> str:
    """An actor of the codebook keeps its name; a country may be written in words."""
    return country_code(name) if " " in name or not name.islower() else name


def _taken(answers: Given, *names: str) -> Record:
    return {name: answers[name] for name in names if answers.get(name)}


def _by_language(answers: Given, name: str) -> dict[str, str]:
    """Answers in other languages, which are called as in ``label.ja``."""
    return {key.partition(".")[2]: text for key, text in answers.items() if key.startswith(f"{name}.") and text}


def _number(text: str) -> int | str:
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else text


def answer_at(pointer: str) -> str:
    """The name of the answer that a fault of an entry is about; empty where it is about none.

    >>> answer_at("/outlets/2/names/en"), answer_at("/events/0/actors/1"), answer_at("/events/0/labels/ja")
    ('name', 'actors', 'label.ja')
    """
    steps = pointer.strip("/").split("/")[2:]
    if not steps:
        return ""
    if steps[0] in ("names", "labels") and len(steps) > 1:
        own = {"own": "own", "short": "short", "romanised": "name", "en": "name" if steps[0] == "names" else "label"}
        return own.get(steps[1], f"{'short' if steps[0] == 'names' else 'label'}.{steps[1]}")
    return steps[0]
