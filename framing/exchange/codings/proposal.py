"""A codebook proposed from codings that people have: a variable for each question, with the values that were given."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from framing.exchange import maps
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import mapping
from framing.exchange.codings.formats import form_of
from framing.exchange.codings.line import Line
from framing.exchange.codings.mapping import Map
from framing.study.begin.naming import proposed_id
from framing.study.begin.schemes import UNTOLD
from framing.study.rules.scripts import OTHER

Record = dict[str, Any]
MOST = 30
"""Different answers beyond which a column is taken for free text."""
_WHOLE = re.compile(r"[-+−]?[0-9]{1,4}")
_NO_ANSWER = set("89")
"""Digits of codes that mean "no answer": 8, 9, 88, 99, 888, 999."""
_SCALE, _LIST = "scales", "answers"
_GROUPS = ((_LIST, "Answers", "bars"), (_SCALE, "Scales", "strip"))


class Proposal(NamedTuple):
    """What is proposed from a file of codings.

    Attributes:
        codebook: that of the study with the variables of the file in the place of its own, every text that a person must
            write marked CHANGE THIS.
        told: the map by which the file is then imported, as far as the file says it.
        left_out: columns of which no variable is made, and why.
    """

    codebook: Record
    told: Record
    left_out: dict[str, str]


class _Asked(NamedTuple):
    """One question of the file as a variable, and what its answers mean."""

    variable: Record
    values: dict[str, Any]
    missing: list[str]


def proposal(codebook: Record, lines: Iterable[Line], told: Map) -> Proposal:
    """The codebook that answers suggest.

    Args:
        codebook: of the study, as it stands; its frames, missing values and rules are kept.
        lines: what a file says, in its order.
        told: what is known of its columns already: those of article and coder, and the questions of a long table.

    Returns:
        The proposal. Whole numbers make an ordinal variable, several answers in a cell a set, everything else a nominal
        one; codes of eights and nines that stand apart from the others are taken for reasons why there is none.

    >>> from framing.exchange.codings.line import Cell
    >>> from framing.study.begin.schemes import template
    >>> rows = [Line("", "", (Cell("Tone", tone), Cell("Who", who))) for tone, who in (("1", "Mayor"), ("2", "Crew"), ("3", "Crew"), ("9", ""))]
    >>> found = proposal(template("schemas/codebook.json"), rows, Map())
    >>> [(each["id"], each["level"], [value["id"] for value in each["values"]]) for each in found.codebook["variables"]]
    [('tone', 'ordinal', [1, 2, 3]), ('who', 'nominal', ['mayor', 'crew'])]
    >>> found.told["missing"]
    {'9': 'CHANGE THIS'}
    """
    answers = _answers(lines, told)
    reserved = {frame["id"] for frame in codebook["frames"]} | {"event"}
    asked: list[_Asked] = []
    columns: dict[str, str] = {}
    left_out: dict[str, str] = {}
    for name, given in answers.items():
        if why := _no_question(name, given, told):
            left_out[name] = why
            continue
        wanted = told.columns.get(name, name)
        taken = reserved | {each.variable["id"] for each in asked}
        found = _asked(name, proposed_id(wanted.replace("_", "-"), taken).replace("-", "_"), given, told, codebook)
        found.variable["id"] = found.variable["id"] or f"question_{len(asked) + 1}"
        asked.append(found)
        columns[name] = found.variable["id"]
    return Proposal(_book(codebook, asked), _told(columns, asked), left_out)


def of_files(codebook: Record, exports: Iterable[Export], said: Mapping[str, Any], named: str = "") -> Proposal:
    """The codebook that the answers in files suggest.

    Args:
        codebook: of the study, as it stands.
        exports: the files.
        said: what the map says, see ``mapping.read``.
        named: the format, where the person names it.

    Raises:
        NotReadableError: when a file cannot be read, or a row does not fit its heading.
    """
    lines, told = [], mapping.as_map(said, {})
    for export in exports:
        _, form = form_of(export, named)
        told = mapping.as_map(said, form.usual)
        for item in form.read(export, told):
            if isinstance(item, Trouble):
                raise NotReadableError(f"{export.name}, {item.place}: {item.message}")
            if isinstance(item, Line):
                lines.append(item)
    return proposal(codebook, lines, told)


def _answers(lines: Iterable[Line], told: Map) -> dict[str, Counter[str]]:
    """How often each answer was given to each question."""
    found: dict[str, Counter[str]] = {}
    for line in lines:
        cells = [(line.first(told.variable), line.first(told.value))] if told.variable else line.cells
        for name, text, *_ in cells:
            found.setdefault(name, Counter())[text.strip()] += 1
    return found


def _no_question(name: str, given: Mapping[str, int], told: Map) -> str:
    """Why no variable is made of a column; empty where one is."""
    if name in {told.coder, *told.article.values()}:
        return "tells the article or the coder"
    part = told.columns.get(name, "variable")
    if (
        not part
        or "/" in part
        or part.partition("=")[0] in ("confidence", "memo", "minutes", "coded_at", "phase", "evidence")
    ):
        return f"is {part!r} by the map" if part else "is left out by the map"
    if not told.variable and name not in told.columns and maps.named([name]):
        return f"may be the {next(iter(maps.named([name])))} of the article"
    answers = [text for text in given if text and text not in maps.ABSENT]
    if not answers:
        return "has no answer"
    if len(_pieces(answers, told)) > MOST:
        return f"has more than {MOST} different answers: free text?"
    return ""


def _pieces(answers: Iterable[str], told: Map) -> list[str]:
    """The single answers, where several stand in one cell."""
    every = (piece.strip() for text in answers for piece in re.split("|".join(map(re.escape, told.separator)), text))
    return [*dict.fromkeys(piece for piece in every if piece)]


def _asked(name: str, id_: str, given: Iterable[str], told: Map, codebook: Record) -> _Asked:
    texts = [text for text in given if text and text not in maps.ABSENT and text not in told.missing]
    pieces = _pieces(texts, told)
    whole = all(_WHOLE.fullmatch(text) for text in pieces)
    scale, apart = _parted(sorted({_number(text) for text in pieces})) if whole else ([], [])
    if len(scale) > 2:
        values = [(str(number), number) for number in scale]
        return _Asked(_variable(name, id_, "ordinal", values, codebook), {}, [str(number) for number in apart])
    ids = _ids(text for text in pieces if not (whole and _number(text) in apart))
    level = "set" if any(sign in text for text in texts for sign in told.separator) else "nominal"
    meanings = {text: value for text, value in ids.items() if text != value}
    return _Asked(_variable(name, id_, level, list(ids.items()), codebook), meanings, [str(number) for number in apart])


def _variable(name: str, id_: str, level: str, values: Iterable[tuple[str, Any]], codebook: Record) -> Record:
    languages = codebook["title"]
    return {
        "id": id_,
        "group": _SCALE if level == "ordinal" else _LIST,
        "labels": _labels(name, languages),
        "question": f"{UNTOLD}: what was asked under {name!r}?",
        "definition": f"{UNTOLD}: what {name!r} measures, in one or two sentences.",
        "level": level,
        "missing": [each["id"] for each in codebook["missing"]],
        "include": [f"{UNTOLD}: what counts."],
        "exclude": [{"when": f"{UNTOLD}: what does not count."}],
        "cues": {},
        "mistakes": [f"{UNTOLD}: what coders get wrong."],
        "good": {"text": f"{UNTOLD}: an example.", "why": f"{UNTOLD}: why it fits."},
        "bad": {"text": f"{UNTOLD}: a near miss.", "why": f"{UNTOLD}: why it does not fit."},
        "values": [
            {
                "id": value,
                "labels": _labels(text, languages),
                "definition": f"{UNTOLD}: what {text!r} means, and where it ends.",
            }
            for text, value in values
        ],
    }


def _number(text: str) -> int:
    return int(text.replace("−", "-"))


def _parted(numbers: list[int]) -> tuple[list[int], list[int]]:
    """Numbers of the scale, and those behind a gap that are made of eights and nines alone."""
    for at in range(1, len(numbers)):
        if numbers[at] - numbers[at - 1] > 1 and all(set(str(number)) <= _NO_ANSWER for number in numbers[at:]):
            return numbers[:at], numbers[at:]
    return numbers, []


def _ids(texts: Iterable[str]) -> dict[str, str]:
    """An id for each answer: made from its letters, yes and no for 1 and 0, else numbered."""
    texts = list(texts)
    binary = {"1": "yes", "0": "no"} if set(texts) <= {"0", "1"} else {}
    found: dict[str, str] = {}
    for place, text in enumerate(texts, 1):
        made = binary.get(text) or proposed_id(text, set(found.values())).replace("-", "_")
        found[text] = made or f"value_{place}"
    return found


def _labels(text: str, languages: Iterable[str]) -> dict[str, str]:
    """What the file says as the label in every language; English, where it is in letters of another script, is to be written."""
    foreign = OTHER.search(text)
    return {language: f"{UNTOLD} in English" if foreign and language == "en" else text for language in languages}


def _book(codebook: Record, asked: Iterable[_Asked]) -> Record:
    variables = [each.variable for each in asked]
    used = {each["group"] for each in variables}
    groups = [
        {"id": name, "labels": _labels(label, codebook["title"]), "show": show}
        for name, label, show in _GROUPS
        if name in used
    ]
    return codebook | {"groups": groups, "variables": variables, "constraints": []}


def _told(columns: Mapping[str, str], asked: Iterable[_Asked]) -> Record:
    asked = list(asked)
    said = {
        "columns": {name: id_ for name, id_ in columns.items() if name != id_},
        "values": {each.variable["id"]: each.values for each in asked if each.values},
        "missing": {text: UNTOLD for each in asked for text in each.missing},
    }
    return {key: part for key, part in said.items() if part}
