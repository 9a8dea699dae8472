"""Coders under codes: the same code for a person everywhere, and nothing that says which code is whose."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from framing.study.canonical import as_line
from framing.study.load import Document

Record = dict[str, Any]
PERSONS = frozenset({"coder", "by", "follows", "searched_by"})
"""Keys whose text is a person, by id or by name."""
PRINTED = frozenset({"headline", "byline", "text", "en", "names", "labels", "title", "author", "query", "url"})
"""Keys of what is printed somewhere, in which a coder is not meant."""
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
"""Neither letter nor digit."""
SHORTEST = 3
"""Letters from which on a word of prose is taken for somebody's id."""


def pseudonyms(records: Sequence[Document]) -> dict[str, str]:
    """A code for every coder who is a person.

    Codes are given in the order of a hash of what each has coded, which depends on no name: whoever has the records can find
    no more in the order than in the records.

    Args:
        records: every record of a study.

    Returns:
        Id to code; no code is an id of the study.

    >>> coder = {"id": "alba", "kind": "person", "name": "Alba"}
    >>> pseudonyms([Document("coders", "", 0, b"", {"coders": [coder]}, untidy=False)])
    {'alba': 'coder-1'}
    """
    coders = _coders(records)
    work = {name: sha256() for name, entry in coders.items() if entry["kind"] == "person"}
    for document in sorted((each for each in records if each.kind == "coding"), key=_place):
        if (name := document.record["coder"]) in work:
            said: Record = {
                key: document.record[key] for key in ("article", "frames", "values") if key in document.record
            }
            work[name].update(as_line(said))
    ordered = sorted(work, key=lambda name: (work[name].hexdigest(), name))
    codes = (code for number in range(1, 2 * len(coders) + 2) if (code := f"coder-{number}") not in coders)
    return dict(zip(ordered, codes, strict=False))


def _place(document: Document) -> tuple[str, str]:
    return document.record["article"], document.record["codebook"]


def _coders(records: Iterable[Document]) -> dict[str, Record]:
    return {entry["id"]: entry for each in records if each.kind == "coders" for entry in each.record["coders"]}


def pseudonymous(records: Sequence[Document], codes: Mapping[str, str]) -> list[Document]:
    """Records in which every coder with a code has it: as id, as name, and in what people wrote.

    >>> coder = {"id": "alba", "kind": "person", "name": "Alba Ruiz", "made": "Alba saw it, coder alba no more."}
    >>> documents = [Document("coders", "", 0, b"", {"coders": [coder]}, untidy=False)]
    >>> pseudonymous(documents, {"alba": "coder-1"})[0].record["coders"]
    [{'id': 'coder-1', 'kind': 'person', 'name': 'coder-1', 'made': 'coder-1 saw it, coder coder-1 no more.'}]
    """
    coders = _coders(records)
    exact = dict(codes) | {coders[name]["name"]: code for name, code in codes.items()}
    prose = _in_prose(codes, coders)
    return [document._replace(record=_other(document, exact, prose)) for document in records]


def left_over(
    codes: Mapping[str, str], records: Sequence[Document], files: Mapping[str, bytes]
) -> dict[str, list[str]]:
    """Where a word that may tell a person still stands, such as a surname in a memo; for people to look at.

    Args:
        codes: codes by id.
        records: every record, before codes were given.
        files: what would be given away.

    Returns:
        Paths by word.
    """
    coders = _coders(records)
    words = {part for name in codes for part in (name, *coders[name]["name"].split()) if len(part) >= SHORTEST}
    found = {}
    for word in sorted(words):
        pattern = re.compile(_BEFORE + re.escape(word) + _BEHIND, re.IGNORECASE)
        if paths := [path for path, content in files.items() if pattern.search(content.decode(errors="replace"))]:
            found[word] = paths
    return found


def _in_prose(codes: Mapping[str, str], coders: Mapping[str, Record]) -> Callable[[str], str]:
    """Replaces persons in prose: by name, by an id unless it is a letter of a list, and after the word coder."""
    known = {coders[name]["name"]: code for name, code in codes.items()}
    known |= {word: code for name, code in codes.items() if len(name) >= SHORTEST for word in (name, name.capitalize())}
    if not known:
        return str
    anywhere, after = (
        re.compile(_BEFORE + _one_of(known) + _BEHIND),
        re.compile(rf"(?<=[Cc]oder ){_one_of(codes)}{_BEHIND}"),
    )
    return lambda text: after.sub(lambda got: codes[got[0]], anywhere.sub(lambda got: known[got[0]], text))


def _one_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _other(document: Document, exact: Mapping[str, str], prose: Callable[[str], str]) -> Any:
    register = document.kind == "coders"
    as_keys = document.kind == "map"

    def other(value: Any, key: str) -> Any:
        if key in PRINTED:
            return value
        if isinstance(value, Mapping):
            return {(exact.get(name, name) if as_keys else name): other(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [other(part, key) for part in value]
        if not isinstance(value, str):
            return value
        if (key in PERSONS or as_keys or (register and key in ("id", "name"))) and value in exact:
            return exact[value]
        return prose(value) if key == "searched_by" or " " in value else value

    return other(document.record, "")
