"""Whom a change of the codebook touches: the records, values and coders that stand on what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import load, validate
from framing.study.levels import MISSING, members
from framing.study.revision.difference import Change, Subject

Record = Mapping[str, Any]


class Touched(NamedTuple):
    """What stands on one part of the codebook.

    Attributes:
        codings: codings that answer it, or would have to.
        values: answers in them that name it.
        coders: who made these codings, in alphabetical order.
        articles: articles that name it themselves, such as by their genre.
    """

    codings: int = 0
    values: int = 0
    coders: tuple[str, ...] = ()
    articles: int = 0


class Uses(NamedTuple):
    """Where a study uses its codebook.

    Attributes:
        answers: for each entry that an answer names, the coding of each such answer, as coder and article.
        codings: every coding.
        terms: for each term of a vocabulary, how many articles name it.
    """

    answers: Mapping[Subject, list[tuple[str, str]]]
    codings: list[tuple[str, str]]
    terms: Mapping[Subject, int]


def records_under(root: Path, codebook: Mapping[str, Any]) -> tuple[list[Record], list[Record]]:
    """The codings of a study that are in form under a codebook, and its articles: whatever else is wrong with them now.

    >>> root = load.study_root(Path("."))
    >>> codings, articles = records_under(root, load.parse((root / "schemas/history/1.0.0.json").read_bytes(), "", "", 0)[0].record)
    >>> len(codings) > len(articles)
    True
    """
    contracts = {"coding": validate.coding_contract(codebook), "article": validate.fixed_contract("article")}
    found: dict[str, list[Record]] = {"coding": [], "article": []}
    for document in load.documents(root):
        if isinstance(document, load.Document) and document.kind in found:
            held_to = contracts[document.kind]
            if held_to.screen.is_valid(document.record):
                found[document.kind].append(validate.completed(document, held_to).record)
    return found["coding"], found["article"]


def uses(codings: Iterable[Record], articles: Iterable[Record]) -> Uses:
    """Where a study uses its codebook.

    Args:
        codings: valid codings, of any coder, phase and version.
        articles: valid articles.

    Returns:
        The uses; an answer that is missing names its missing value and not its variable.

    >>> coding = {"coder": "a", "article": "x", "event": {"id": None, "relation": None}, "confidence": 2,
    ...           "frames": {"primary": "risk", "secondary": []}, "values": {"tone": 1, "outlook": "unknown"}}
    >>> found = uses([coding], [])
    >>> found.answers[Subject("variables", "tone")], found.answers[Subject("missing", "unknown")]
    ([('a', 'x')], [('a', 'x')])
    """
    answers: dict[Subject, list[tuple[str, str]]] = defaultdict(list)
    every = []
    for coding in codings:
        key = (coding["coder"], coding["article"])
        every.append(key)
        for subject in _named(coding):
            answers[subject].append(key)
    terms: dict[Subject, int] = defaultdict(int)
    for article in articles:
        terms[Subject("genres", article["genre"])] += 1
    return Uses(answers, every, terms)


def _named(coding: Record) -> Iterable[Subject]:
    """Every entry of the codebook that a coding names."""
    yield Subject("frames", coding["frames"]["primary"])
    for frame in coding["frames"]["secondary"]:
        yield Subject("frames", frame)
    if coding["event"]["id"] is not None:
        yield Subject("event")
        yield Subject("relations", coding["event"]["relation"])
    yield Subject("values", str(coding["confidence"]), "confidence")
    for variable, answer in coding["values"].items():
        if answer in MISSING:
            yield Subject("missing", answer)
        else:
            yield Subject("variables", variable)
        for value in members(answer):
            yield Subject("values", str(value), variable)


def touched(change: Change, found: Uses) -> Touched:
    """What stands on one change.

    Args:
        change: as from ``difference``.
        found: where the study uses its codebook.

    Returns:
        For an entry that is new: the codings that could not choose it, none of whose answers names it. For any other entry: the
        codings whose answers name it. For a rule of the whole codebook: every coding.

    >>> found = Uses({Subject("frames", "risk"): [("a", "x"), ("b", "x")]}, [("a", "x"), ("b", "x"), ("b", "y")], {})
    >>> touched(Change("meaning", Subject("frames", "risk"), "changed", "definition", "", ""), found)
    Touched(codings=2, values=2, coders=('a', 'b'), articles=0)
    """
    subject = change.subject
    if subject in found.terms:
        return Touched(articles=found.terms[subject])
    if subject.part in {"genres", "event_kinds", "actors", "ownership", "groups"}:
        return Touched()
    fresh = change.step == "added" and not change.what
    if fresh and subject.variable and subject.variable != "confidence":
        stands, named = found.answers.get(Subject("variables", subject.variable), []), 0
    elif fresh or not subject.name:
        stands, named = found.answers.get(subject, found.codings) if subject.part == "event" else found.codings, 0
    else:
        stands = found.answers.get(subject, [])
        named = len(stands)
    return Touched(len(set(stands)), named, tuple(sorted({coder for coder, _ in stands})))
