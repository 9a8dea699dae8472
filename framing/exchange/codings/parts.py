"""The parts of a coding that a column can answer, and what an answer in somebody's words means there."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from framing.exchange.codings.mapping import Map
from framing.study import levels
from framing.study.faults import meant
from framing.study.index import EventFacts

OWN: Mapping[str, str] = {
    "frames/primary": "/frames/primary",
    "frames/secondary": "/frames/secondary",
    "event/id": "/event/id",
    "event/relation": "/event/relation",
    "event/others": "/event/others",
    "confidence": "/confidence",
    "memo": "/memo",
    "minutes": "/minutes",
    "coded_at": "/coded_at",
    "phase": "/phase",
    "inferred": "/inferred",
    "text_sha256": "/text_sha256",
    "evidence": "/evidence",
}
"""What every coding says beside its variables, by the name that a map uses."""
SEVERAL = frozenset({"/frames/secondary", "/event/others", "/inferred", "/evidence"})
_MOST = 100
"""Separators in one cell up to which they may be part of an answer."""
YES = frozenset({"1", "true", "yes", "y", "x", "✓", "○", "◯", "да", "はい", "有"})
NO = frozenset({"", "0", "false", "no", "n", "-", "×", "нет", "いいえ", "無"})


class Part(NamedTuple):
    """One part of a coding.

    Attributes:
        name: as a map names it.
        pointer: where it stands in a coding.
        several: whether several answers may be given.
        choices: answers by how they may be written; empty where any text will do.
        missing: words that say why there is none.
    """

    name: str
    pointer: str
    several: bool
    choices: Mapping[str, Any]
    missing: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def written(text: str) -> str:
    """A text as answers are compared: without case, width and the point of a whole number.

    >>> written("Ｎｅｇａｔｉｖｅ "), written("-1.0"), written("−1")
    ('negative', '-1', '-1')
    """
    same = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("\u2212", "-").split())
    whole, point, rest = same.partition(".")
    return whole if point and rest.strip("0") == "" and whole.lstrip("+-").isdigit() else same


def parts(codebook: Mapping[str, Any], events: Mapping[str, EventFacts]) -> dict[str, Part]:
    """Every part of a coding under a codebook, by name."""
    frames = _choices(codebook["frames"])
    given: dict[str, Mapping[str, Any]] = {
        "frames/primary": frames,
        "frames/secondary": frames,
        "event/id": _events(events),
        "event/others": _events(events),
        "event/relation": _choices(codebook["event"]["relations"]),
        "confidence": _choices(codebook["confidence"]["values"]),
        "inferred": {written(variable["id"]): variable["id"] for variable in codebook["variables"]},
    }
    found = {name: Part(name, pointer, pointer in SEVERAL, given.get(name, {})) for name, pointer in OWN.items()}
    reasons = {entry["id"]: entry for entry in codebook["missing"]}
    for variable in codebook["variables"]:
        words = [reasons.get(word, {"id": word, "labels": {}}) for word in variable["missing"]]
        choices = _choices([*words, *variable["values"]])
        name, pointer = str(variable["id"]), f"/values/{variable['id']}"
        part = Part(name, pointer, levels.several(variable), choices, tuple(variable["missing"]))
        found[f"values/{name}"] = part
        found.setdefault(name, part)
    return found


def _events(events: Mapping[str, EventFacts]) -> dict[str, Any]:
    """Events by id, and by label in any language where it is that of one alone."""
    by_label: dict[str, set[str]] = {}
    for name, event in events.items():
        for label in event.labels:
            by_label.setdefault(written(label), set()).add(name)
    alone = {label: next(iter(names)) for label, names in by_label.items() if len(names) == 1}
    return alone | {written(name): name for name in events}


def _choices(entries: Any) -> dict[str, Any]:
    """Answers by id and by label in any language."""
    by_label = {written(str(label)): entry["id"] for entry in entries for label in entry.get("labels", {}).values()}
    return by_label | {written(str(entry["id"])): entry["id"] for entry in entries}


def answers(part: Part, text: str, told: Map) -> tuple[list[Any], str]:
    """The answers that a text means, and what is wrong with it; nothing for a cell that says nothing.

    What the map says of a text goes first, as a whole and then piece by piece where several may be given.
    """
    recoded = told.values.get(part.name, {})
    if text in recoded:
        return _given(recoded[text]), ""
    pieces, wrong = _pieces(part, text, told) if part.several and part.choices else ([text], "")
    if wrong:
        return [], wrong
    found: list[Any] = []
    for piece in pieces:
        if piece in recoded:
            found += _given(recoded[piece])
        elif piece in told.missing and part.missing:
            found.append(told.missing[piece])
        elif not piece or piece in told.missing:
            continue
        elif not part.choices:
            found.append(piece)
        elif written(piece) in part.choices:
            found.append(part.choices[written(piece)])
        else:
            return [], f"{piece[:60]!r} is not an answer of {part.name}{meant(written(piece), [*part.choices])}"
    return found, ""


def _pieces(part: Part, text: str, told: Map) -> tuple[list[str], str]:
    """The answers of a cell with several; where one has a separator in it, as the codebook or the map has it whole."""
    signs = [*re.finditer("|".join(map(re.escape, told.separator)), text)]
    parted = [piece.strip() for piece in re.split("|".join(map(re.escape, told.separator)), text)]
    if not signs or len(signs) > _MOST:
        return parted, ""
    begins, ends = [0, *(sign.end() for sign in signs)], [*(sign.start() for sign in signs), len(text)]
    ways: list[list[list[str]]] = [[[]], *([] for _ in begins)]  # up to each piece, two at most
    for last, end in enumerate(ends):
        for first in range(last + 1):
            piece = text[begins[first] : end].strip()
            if written(piece) in part.choices or piece in told.missing or piece in told.values.get(part.name, {}):
                ways[last + 1] += [[*way, piece] for way in ways[first]]
        ways[last + 1] = ways[last + 1][:2]
    found = ways[-1]
    if len(found) > 1:
        either = " or ".join(repr(way) for way in found)
        return [], f'{text[:60]!r} of {part.name} may mean {either}; say which in the map: "values"'
    return (found[0] if found else parted), ""


def _given(meaning: Any) -> list[Any]:
    return meaning if isinstance(meaning, list) else [meaning]
