"""What one column of an exported table holds, in the words of the codebook."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from framing.study.levels import MISSING, UNSEEN, scored, several

Entry = Mapping[str, Any]
Part = Literal["answer", "member", "missing", "ground"]
BOTH = "both"
GROUNDS: tuple[Entry, ...] = (
    {"id": "attributed", "labels": {"en": "Attributed"}, "definition": "Said of the article itself."},
    {
        "id": "inferred",
        "labels": {"en": "Inferred"},
        "definition": "Follows from how a description characterises the article.",
    },
    {
        "id": BOTH,
        "labels": {"en": "Both"},
        "definition": "In a reading of a set: some of its values are attributed, some inferred.",
    },
)
"""What an answer may rest on."""
REASONS = {reason: -97 - place for place, reason in enumerate(MISSING)}
"""Reason why an answer is missing, to its number in a file for SPSS."""
NUMBERED = ("primary", "secondary", "relation")
"""Columns of the wide table beside those of variables whose values have numbers in files for SPSS and Stata."""


class Column(NamedTuple):
    """What one column holds.

    Attributes:
        name: its name, unique in its table.
        labels: what people call it, by language; at least in English.
        definition: what its cells mean.
        values: the entries of the codebook that its cells may name; none where anything may stand.
        variable: the variable of the codebook that it belongs to; empty for all others.
        part: which part of an answer to the variable it holds.
        member: the value of a set that it tells of.
        level: level of measurement of the variable.
        scored: whether its answers are numbers on a scale.
        missing: why an answer may be missing.
    """

    name: str
    labels: Mapping[str, str]
    definition: str
    values: tuple[Entry, ...] = ()
    variable: str = ""
    part: Part = "answer"
    member: str = ""
    level: str = ""
    scored: bool = False
    missing: tuple[str, ...] = ()


def of_variables(codebook: Mapping[str, Any], taken: Iterable[str]) -> list[Column]:
    """The columns of the variables in the wide table, in the order of the codebook.

    Args:
        codebook: a codebook; labels and definitions may be missing.
        taken: names of the columns that are there anyway.

    Returns:
        For each variable its answer, or of a set a column for each value; then why it is missing, and its ground. A name that
        another column has already begins with ``coded_``.

    >>> book = {"variables": [{"id": "date", "level": "nominal"}, {"id": "causes", "level": "set", "values": [{"id": "crew"}]}]}
    >>> [column.name for column in of_variables(book, ["date"])]
    ['coded_date', 'date_missing', 'date_ground', 'causes_crew', 'causes_missing', 'causes_ground']
    """
    used, found = set(taken), []
    for variable in codebook["variables"]:
        for column in _parts(variable, codebook.get("missing", ())):
            name = column.name
            while name in used:
                name = f"coded_{name}"
            used.add(name)
            found.append(column._replace(name=name))
    return found


def numbers(column: Column) -> dict[str | int, int]:
    """The number of each value of a column of the wide table in files for SPSS and Stata.

    Args:
        column: of the wide table.

    Returns:
        Numbers by id: of a scale the values themselves, of a reason one of ``REASONS``, else those of the codebook or, where
        it gives none, places in its list, from 1. None where cells stay as they are.

    >>> numbers(Column("tone", {}, "", ({"id": "mild", "number": 4}, {"id": "harsh", "number": 2}), "tone"))
    {'mild': 4, 'harsh': 2}
    >>> numbers(Column("primary", {}, "", ({"id": "war"}, {"id": "trade"}))), numbers(Column("genre", {}, "", ({"id": "news"},)))
    ({'war': 1, 'trade': 2}, {})
    """
    if column.part == "missing":
        return {value["id"]: REASONS[value["id"]] for value in column.values}
    if not column.variable and column.name.rstrip("_0123456789") not in NUMBERED:
        return {}
    fixed = all("number" in value for value in column.values)
    return {
        value["id"]: value["id"] if column.scored and column.part == "answer" else value["number"] if fixed else place
        for place, value in enumerate(column.values, start=1)
    }


def by_place(column: Column) -> bool:
    """Whether the numbers of its values are places in a list of the codebook, which shift where it changes.

    >>> by_place(Column("primary", {}, "", ({"id": "war"},))), by_place(Column("primary", {}, "", ({"id": "war", "number": 1},)))
    (True, False)
    """
    given = column.scored or all("number" in value for value in column.values)
    return column.part == "answer" and bool(numbers(column)) and not given


def _parts(variable: Entry, reasons: Sequence[Entry]) -> list[Column]:
    name, labels = variable["id"], variable.get("labels", {"en": variable["id"]})
    values = tuple(variable.get("values", ()))
    common = {
        "variable": name,
        "level": variable["level"],
        "scored": scored(variable),
        "missing": tuple(variable.get("missing", ())),
    }
    answer = [Column(name, labels, variable.get("definition", ""), values, **common)]
    if several(variable):
        answer = [_member(variable, value)._replace(**common) for value in values]
    why = tuple(reason for reason in reasons if reason["id"] in (*common["missing"], UNSEEN))
    missing = Column(
        f"{name}_missing", _with(labels, "missing"), "Why there is no answer; empty where there is one.", why
    )
    rests = GROUNDS if several(variable) else GROUNDS[:-1]
    ground = Column(f"{name}_ground", _with(labels, "ground"), "What the answer rests on.", rests)
    return [*answer, missing._replace(part="missing", **common), ground._replace(part="ground", **common)]


def _member(variable: Entry, value: Entry) -> Column:
    names = variable.get("labels", {"en": variable["id"]}), value.get("labels", {"en": value["id"]})
    labels = {language: f"{text}: {names[1][language]}" for language, text in names[0].items() if language in names[1]}
    definition = f"1 where the answer has this value, 0 where it has others. {value.get('definition', '')}".strip()
    return Column(f"{variable['id']}_{value['id']}", labels, definition, part="member", member=value["id"])


def _with(labels: Mapping[str, str], what: str) -> dict[str, str]:
    """Labels that say which part of an answer is meant."""
    return {language: f"{text} ({what})" for language, text in labels.items()}
