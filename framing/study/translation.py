"""The texts of a codebook in another language: which there are, what a file lacks, and the codebook with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

Record = dict[str, Any]
Steps = tuple[object, ...]

PLACEHOLDER = "CHANGE THIS"
"""Begins whatever a command cannot know and a person has to write."""
PARTS = (
    *("purpose", "unit", "instructions", "order", "missing", "event"),
    *("confidence", "frames_rule", "frames", "variables"),
)
"""The parts of a codebook that coders read."""
TEXTS = frozenset(
    {
        *("title", "text", "question", "definition", "include", "exclude", "when", "mistakes"),
        *("good", "bad", "why", "relations", "values"),
    }
)
"""The keys inside these parts under which texts stand, or entries with texts."""


def texts(codebook: Mapping[str, Any]) -> Record:
    """The texts of a codebook as a file of another language has them.

    Args:
        codebook: a valid codebook.

    Returns:
        The parts that coders read: entries with an id stand under it, other lists stay lists; names, labels, cues, levels
        and looks are left out.

    >>> entry = {"id": -1, "labels": {"en": "Cold"}, "definition": "Words that keep a distance."}
    >>> texts({"id": "x", "unit": "One article.", "confidence": {"definition": "Certainty.", "values": [entry]}})
    {'unit': 'One article.', 'confidence': {'definition': 'Certainty.', 'values': {'-1': {'definition': 'Words that keep a distance.'}}}}
    """
    return {name: _texts(codebook[name]) for name in PARTS if name in codebook}


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(inside) for key, inside in value.items() if key in TEXTS}
    if _named(value):
        return {str(entry["id"]): _texts(entry) for entry in value}
    return [_texts(entry) for entry in value] if isinstance(value, list) else value


def _named(value: Any) -> bool:
    """Whether something is a list of entries with ids."""
    return isinstance(value, list) and any(isinstance(entry, dict) and "id" in entry for entry in value)


def leaves(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text of a tree with the steps that lead to it.

    >>> list(leaves({"order": ["Read.", "Code."]}))
    [(('order', 0), 'Read.'), (('order', 1), 'Code.')]
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for step, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inside, (*path, step))


def lacking(wanted: Any, given: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """What a translation has not, or has too much: a file that is there is complete.

    Args:
        wanted: the ``texts`` of the codebook.
        given: those in another language.
        path: the steps to both.

    Yields:
        Where, and what is wrong and what is right.

    >>> list(lacking({"order": ["Read.", "Code."], "unit": "One article."}, {"order": ["読む。"]}))
    [(('order',), '1 item given, but the codebook has 2 here; translate each, in its order'), (('unit',), "is missing; it translates 'One article.'")]
    """
    if isinstance(wanted, dict) and isinstance(given, dict):
        for name in given.keys() - wanted.keys():
            yield (*path, name), f"the codebook has no {name!r} here; remove it, or give it the name that it has there"
        for name, inside in wanted.items():
            if name in given:
                yield from lacking(inside, given[name], (*path, name))
            else:
                yield (*path, name), f"is missing; it translates {_beginning(inside)}"
    elif isinstance(wanted, list) and isinstance(given, list) and len(wanted) != len(given):
        items = f"{len(given)} item{'' if len(given) == 1 else 's'}"
        yield path, f"{items} given, but the codebook has {len(wanted)} here; translate each, in its order"
    elif isinstance(wanted, list) and isinstance(given, list):
        for place, inside in enumerate(wanted):
            yield from lacking(inside, given[place], (*path, place))
    elif isinstance(given, str) and given.startswith(PLACEHOLDER):
        yield path, f"is not translated yet: {_beginning(wanted)}"


def _beginning(wanted: Any) -> str:
    """The first text of a part, as far as it identifies the part."""
    first, *rest = (text for _, text in leaves(wanted))
    return repr(first[:59] + "…" if len(first) > 60 else first) + (" and what follows it" if rest else "")


def stale(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> list[Steps]:
    """The texts of a codebook that have changed since a translation was made, or were not there then.

    Args:
        before: the codebook from which it was made; None where nobody has kept it, and any text may have changed.
        now: the codebook as it stands.

    Returns:
        The steps to each, in the order of the codebook.

    >>> stale({"unit": "An article.", "order": ["Read."]}, {"unit": "One article.", "order": ["Read."]})
    [('unit',)]
    """
    known = dict(leaves(texts(before or {})))
    return [path for path, text in leaves(texts(now)) if known.get(path) != text]


def told(codebook: Mapping[str, Any], given: Mapping[str, Any], changed: Sequence[Steps]) -> Record:
    """A codebook with its texts in another language, as far as they are there and still say the same.

    Args:
        codebook: a valid codebook.
        given: its texts in another language.
        changed: the texts that have changed since; they stand as in the codebook.

    Returns:
        The codebook; ids, labels and whatever else records and pages go by are untouched.

    >>> book = {"id": "x", "unit": "One article.", "order": ["Read."]}
    >>> told(book, {"unit": "一つの記事。", "order": ["読む。"]}, [("order", 0)])
    {'id': 'x', 'unit': '一つの記事。', 'order': ['Read.']}
    """
    tell = partial(_told, frozenset(changed))
    return {name: tell(part, given.get(name), (name,)) if name in PARTS else part for name, part in codebook.items()}


def _told(changed: frozenset[Steps], part: Any, given: Any, path: Steps) -> Any:
    tell: Callable[[Any, Any, Steps], Any] = partial(_told, changed)
    if isinstance(part, dict):
        given = given if isinstance(given, dict) else {}
        return {
            key: tell(inside, given.get(key), (*path, key)) if key in TEXTS else inside for key, inside in part.items()
        }
    if _named(part):
        given = given if isinstance(given, dict) else {}
        return [tell(entry, given.get(str(entry["id"])), (*path, str(entry["id"]))) for entry in part]
    if isinstance(part, list):
        given = given if isinstance(given, list) and len(given) == len(part) else [None] * len(part)
        return [tell(entry, given[place], (*path, place)) for place, entry in enumerate(part)]
    usable = isinstance(given, str) and not given.startswith(PLACEHOLDER) and path not in changed
    return given if usable else part


def prepared(codebook: Mapping[str, Any], given: Mapping[str, Any], changed: Sequence[Steps]) -> Record:
    """The texts of a codebook for somebody who translates them: those that are done, and the others as they are to be done.

    Args:
        codebook: as it stands.
        given: its texts in another language; empty where there are none yet.
        changed: those that have changed since.

    Returns:
        Every text; one that is missing reads CHANGE THIS and the English, one that has changed also what it was.

    >>> prepared({"unit": "One article.", "order": ["Read."]}, {"order": ["読む。"]}, [("order", 0)])
    {'unit': 'CHANGE THIS One article.', 'order': ['CHANGE THIS Read. (読む。)']}
    """
    known = dict(leaves(given))

    def text(path: Steps, english: str) -> str:
        before = known.get(path, "")
        if before and path not in changed:
            return before
        return f"{PLACEHOLDER} {english}" + (f" ({before})" if before and not before.startswith(PLACEHOLDER) else "")

    found: Record = _filled(texts(codebook), text, ())
    return found


def _filled(value: Any, text: Callable[[Steps, str], str], path: Steps) -> Any:
    if isinstance(value, dict):
        return {key: _filled(inside, text, (*path, key)) for key, inside in value.items()}
    if isinstance(value, list):
        return [_filled(inside, text, (*path, place)) for place, inside in enumerate(value)]
    return text(path, value)
