"""Levels of measurement: what each asks of a variable, and what the layers above take from it. A level is a row of ``LEVELS``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Variable = Mapping[str, Any]

UNSEEN = "unknown"
"""The missing value that is not an answer: the source does not show it."""
MISSING = ("not_expressed", "not_applicable", UNSEEN)
NOT_CODED = "not_coded"
"""The answer of a coding that is older than the question, or than the value; only a migration writes it."""
SCALES = ("strip", "matrix")
"""Ways of showing a group of variables that place answers by their number."""


class Level(NamedTuple):
    """What one level means.

    Attributes:
        scored: whether answers are numbers: tables keep them as scores, agreement goes by their order, sides are compared
            by where they stand on the scale, and forms and pages set the values as its steps.
        several: whether an answer is a set of values: tables keep a row for each, agreement goes by what two sets share, and
            forms let the coder check several.
        values: what is wrong with the values that a codebook lists: the field of the variable, and why.
        answer: the JSON Schema of an answer.
    """

    scored: bool
    several: bool
    values: Callable[[str, Sequence[str | int]], Iterator[tuple[str, str]]]
    answer: Callable[[Variable], dict[str, Any]]


def _words(level: str) -> Callable[[str, Sequence[str | int]], Iterator[tuple[str, str]]]:
    def wrong(name: str, values: Sequence[str | int]) -> Iterator[tuple[str, str]]:
        number = next((value for value in values if isinstance(value, int)), None)
        if number is not None:
            yield "level", f"{name!r} is {level}, but {number} is a number; use words, or the level ordinal"

    return wrong


def _steps(name: str, values: Sequence[str | int]) -> Iterator[tuple[str, str]]:
    numbers = [value for value in values if isinstance(value, int)]
    if len(numbers) < len(values) or numbers != sorted(numbers):
        yield "values", f"{name!r} is ordinal; its values must be whole numbers that rise, for example -1, 0, 1"


def listed(entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON Schema of a choice of entries, with the label and definition of each under the name that editors look for.

    >>> listed([{"id": 1, "labels": {"en": "Harsh"}, "definition": "Blames."}])
    {'enum': [1], 'enumDescriptions': ['Harsh: Blames.']}
    """
    described = [f"{entry['labels']['en']}: {entry['definition']}" for entry in entries]
    return {"enum": [entry["id"] for entry in entries], "enumDescriptions": described}


def _reasons(variable: Variable) -> list[dict[str, Any]]:
    reasons = ({"id": name, "definition": name.replace("_", " ")} for name in (*variable["missing"], NOT_CODED))
    return [{**reason, "labels": {"en": "Missing"}} for reason in reasons]


def _value_or_reason(variable: Variable) -> dict[str, Any]:
    return listed([*variable["values"], *_reasons(variable)])


def _values_or_reason(variable: Variable) -> dict[str, Any]:
    """Values in a list, or a word by itself; a value that stands alone is the only one of its list."""
    first, alone = variable["values"][0]["id"], [value["id"] for value in variable["values"] if value.get("alone")]
    reason = {"$comment": f'values stand in a list, for example ["{first}"]', **listed(_reasons(variable))}
    only = {"$comment": f"{' and '.join(alone)} cannot stand beside other values", "maxItems": 1}
    return {
        "type": ["array", "string"],
        "items": listed(variable["values"]),
        "minItems": 1,
        "uniqueItems": True,
        "itemsInOrder": True,
        "if": {"type": "string"},
        "then": reason,
        **({"else": {"if": {"contains": {"enum": alone}}, "then": only}} if alone else {}),
    }


LEVELS = {
    "nominal": Level(scored=False, several=False, values=_words("nominal"), answer=_value_or_reason),
    "ordinal": Level(scored=True, several=False, values=_steps, answer=_value_or_reason),
    "set": Level(scored=False, several=True, values=_words("a set"), answer=_values_or_reason),
}


def several(variable: Variable) -> bool:
    """Whether an answer to a variable is a set of values.

    >>> several({"level": "set"}), several({"level": "nominal"})
    (True, False)
    """
    return LEVELS[variable["level"]].several


def members(answer: Any) -> list[Any]:
    """The values in an answer: those of a set, or the one that it is.

    >>> members(["north", "south"]), members("north"), members(-1)
    (['north', 'south'], ['north'], [-1])
    """
    return answer if isinstance(answer, list) else [answer]


def scored(variable: Variable) -> bool:
    """Whether the answers of a variable are numbers on a scale.

    >>> scored({"level": "ordinal"}), scored({"level": "nominal"})
    (True, False)
    """
    return LEVELS[variable["level"]].scored


def scale(variable: Variable) -> list[int]:
    """The scores that a variable may have, rising; none where its answers are words.

    >>> scale({"level": "ordinal", "values": [{"id": -1}, {"id": 1}]}), scale({"level": "nominal", "values": [{"id": "mild"}]})
    ([-1, 1], [])
    """
    return [value["id"] for value in variable["values"]] if scored(variable) else []


def answers(variable: Variable) -> list[str | int]:
    """Every answer that the codebook lists for a variable: its values, then the reasons why there is none.

    >>> answers({"values": [{"id": "mild"}, {"id": "harsh"}], "missing": ["unknown"]})
    ['mild', 'harsh', 'unknown']
    """
    return [*(value["id"] for value in variable["values"]), *variable["missing"]]


def offers(variable: Variable, answer: Any) -> bool:
    """Whether the codebook has an answer: of a set, all its values; a value of a set by itself is none.

    >>> book = {"level": "set", "values": [{"id": "north"}, {"id": "south"}], "missing": ["unknown"]}
    >>> offers(book, ["north", "south"]), offers(book, "unknown"), offers(book, "north"), offers(book, ["east"])
    (True, True, False, False)
    """
    values = [value["id"] for value in variable["values"]]
    if isinstance(answer, list):
        return several(variable) and all(value in values for value in answer)
    return answer in variable["missing"] or (answer in values and not several(variable))


def extremes(variable: Variable) -> tuple[Any, Any]:
    """Two answers that lie as far apart as answers to a variable can.

    >>> extremes({"level": "ordinal", "values": [{"id": -1}, {"id": 0}, {"id": 1}]})
    (-1, 1)
    >>> extremes({"level": "set", "values": [{"id": "north"}, {"id": "south"}]})
    (['north'], ['south'])
    """
    first, last = variable["values"][0]["id"], variable["values"][-1]["id"]
    return ([first], [last]) if several(variable) else (first, last)


def objections(variable: Variable, show: str) -> Iterator[tuple[str, str]]:
    """What in an entry of a codebook does not go with its level.

    Args:
        variable: the entry.
        show: how its group is shown.

    Returns:
        The field of the entry, and why it does not go.

    >>> list(objections({"id": "tone", "level": "nominal", "values": [{"id": "mild"}], "group": "mood"}, "strip"))
    [('group', "'tone' is nominal, but its group 'mood' is shown as a strip, which needs numbers; use bars, or the level ordinal")]
    """
    name, level = variable["id"], variable["level"]
    wrong = list(LEVELS[level].values(name, [value["id"] for value in variable["values"]]))
    yield from wrong
    if not wrong and show in SCALES and not scored(variable):
        message = (
            f"its group {variable['group']!r} is shown as a {show}, which needs numbers; use bars, or the level ordinal"
        )
        yield "group", f"{name!r} is {'a set' if several(variable) else level}, but {message}"
    if several(variable) and show == "filter":
        yield (
            "group",
            f"{name!r} is a set, but its group {variable['group']!r} filters, which needs one answer an article",
        )
    for value in variable["values"]:
        if value.get("alone") and not several(variable):
            yield (
                "values",
                f"every value of {name!r} stands alone; remove alone from {value['id']!r}, or use the level set",
            )


def shown(codebook: Mapping[str, Any], show: str) -> list[dict[str, Any]]:
    """The variables of the groups that reports show in one way, in the order of the codebook.

    >>> book = {"groups": [{"id": "mood", "show": "strip"}], "variables": [{"id": "tone", "group": "mood"}]}
    >>> [variable["id"] for variable in shown(book, "strip")], shown(book, "bars")
    (['tone'], [])
    """
    groups = {group["id"] for group in codebook["groups"] if group["show"] == show}
    return [variable for variable in codebook["variables"] if variable["group"] in groups]


def signed(number: float, how: str = "+g") -> str:
    """A number with its sign in some format, with a true minus; 0 has no sign.

    >>> signed(2), signed(0), signed(-1), signed(1.5), signed(-0.126, "+.2f"), signed(-0.001, "+.2f")
    ('+2', '0', '−1', '+1.5', '−0.13', '0.00')
    """
    told = f"{number:{how}}"
    return told.replace("-", "−") if number and float(told) else told[1:]
