"""The clean lines of a schema as one regular expression.

In canonical form the keys of a record have one order and every value one spelling. The lines that keep a schema are
therefore nearly a regular language, and a single match says of a line that it is JSON, holds no key twice, keeps the
schema, is written in the standard form and made of composed, visible text. The expression is narrower than that: it
takes only what is common, so that a match is a proof and a failure is none. Who finds no match asks those who can
explain.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

Schema = Mapping[str, Any]

_ASIAN = r"\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f\uffa1-\uffef"
_CHAR = rf"[ !#-\[\]-~\xa1-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027{_ASIAN}]"
"""Latin, Cyrillic, kana, kanji, hangul and their signs: what stands for itself and combines with no neighbour."""
_ESCAPED = r'\\["\\nt]'
"""Escapes that stand for no control character."""
_TOLD = r'(?!(?:[ \u3000]|\\[nt])+")'
"""No text is of nothing but blanks."""

_OFFSET = "(?:0|[1-9][0-9]{0,8})"
_NUMBER = rf"{_OFFSET}(?:[.][0-9]{{0,2}}[1-9])?"
"""Numbers so short that there is only one way to write them."""

_DAY = "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_FORMATS = {"date-time": rf"[1-9][0-9]{{3}}-{_DAY}T{_CLOCK}:[0-5][0-9](?:[.][0-9]{{1,6}})?(?:Z|[+-]{_CLOCK})"}
"""Moments that exist in every year: the 29th of February is left to those who know calendars."""

_ANNOTATIONS = frozenset({"$schema", "$id", "$comment", "title", "description", "enumDescriptions", "default"})


def line(schema: Schema) -> re.Pattern[str]:
    r"""Matches whole lines that are clean records of a schema; some clean lines are not matched.

    Args:
        schema: a JSON Schema made of the keywords that ``framing.study.schema.compiled`` uses.

    Returns:
        A pattern for ``fullmatch`` on the text of one line with its line break.

    Raises:
        NotImplementedError: when the schema uses a keyword in a way that the grammar does not know.

    >>> clean = line({"type": "object", "properties": {"a": {"enum": [1, "x"]}}, "required": ["a"]})
    >>> [bool(clean.fullmatch(text)) for text in ('{"a":1}\n', '{"a": 1}\n', '{"a":2}\n')]
    [True, False, False]
    """
    return re.compile(_value(schema) + "\n")


def _value(part: Schema) -> str:
    """The expression of one value."""
    keywords = part.keys() - _ANNOTATIONS
    if "enum" in part:
        _only(keywords, {"enum"})
        return _any_of(re.escape(_spelled(value)) for value in part["enum"])
    if isinstance(part["type"], list):
        return _any_of(_value({**part, "type": name}) if name != "null" else "null" for name in part["type"])
    match part["type"]:
        case "object":
            _only(keywords, {"type", "properties", "required", "additionalProperties", "if", "then", "else"})
            return r"\{" + _members(part) + r"\}"
        case "array":
            _only(keywords, {"type", "items", "minItems", "maxItems", "uniqueItems"})
            return r"\[" + _items(part) + r"\]"
        case "string":
            return _string(part, keywords)
        case "integer" | "number" as name if part.get("minimum") == 0:
            _only(keywords, {"type", "minimum"})
            return _OFFSET if name == "integer" else _NUMBER
    raise NotImplementedError(f"values like {dict(part)}")


def _only(keywords: set[str], known: set[str]) -> None:
    if unknown := keywords - known:
        raise NotImplementedError(f"keywords {sorted(unknown)}")


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _any_of(expressions: Iterator[str]) -> str:
    return f"(?:{'|'.join(expressions)})"


def _string(part: Schema, keywords: set[str]) -> str:
    if "format" in part:
        _only(keywords, {"type", "format", "pattern"})
        return f'"{_FORMATS[part["format"]]}"'
    if "pattern" in part:
        _only(keywords, {"type", "pattern"})
        return f'"{_whole(part["pattern"])}"'
    _only(keywords, {"type", "minLength", "maxLength"})
    length = f"{{{part.get('minLength', 0)},{part.get('maxLength', '')}}}"
    more = "" if "maxLength" in part else f"(?:{_ESCAPED}{_CHAR}*+)*+"
    return (
        f'"{_TOLD}{_CHAR}{length}+{more}"'  # nothing is ever given back (+): where a text ends, it can only end there
    )


def _whole(pattern: str) -> str:
    """What a pattern says of a whole text; those of our schemas take neither quotes nor backslashes."""
    if not (pattern.startswith("^") and pattern.endswith("$")):
        raise NotImplementedError(f"a pattern that looks only at a part: {pattern}")
    return "(?:" + pattern[1:-1].replace("(", "(?:") + ")"


def _items(part: Schema) -> str:
    item = _unique(part["items"]) if part.get("uniqueItems") else _value(part["items"])
    most = part.get("maxItems")
    if most == 0:
        return ""
    if part.get("minItems", 0) > 1:
        raise NotImplementedError("lists of at least two")
    some = f"{item}(?:,{item}){{0,{'' if most is None else most - 1}}}"
    return some if part.get("minItems") else f"(?:{some})?"


def _unique(item: Schema) -> str:
    """A value that is not repeated further on in its list: no two values of an enumeration are written alike."""
    _only(item.keys() - _ANNOTATIONS, {"enum"})
    spelled = [re.escape(_spelled(value)) for value in item["enum"] if isinstance(value, str) and "]" not in value]
    return _any_of(rf"{value}(?![^\]]*{value})" for value in spelled)


def _members(part: Schema) -> str:
    """The keys and values of an object; where a condition parts the ways, what comes before is said once."""
    if "if" not in part:
        return "".join(_pairs(part))
    ways = [_pairs(branch) for branch in _branches(part)]
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(*ways, strict=False))))
    return "".join(ways[0][:shared]) + _any_of("".join(way[shared:]) for way in ways)


def _pairs(part: Schema) -> list[str]:
    """One expression per key; a comma stands behind optional keys until the first required one, then before each."""
    expressions, begun = [], False
    for name, value in part["properties"].items():
        if value is False:
            continue
        pair = f"{re.escape(_spelled(name))}:{_value(value)}"
        if name in part["required"]:
            expressions.append(f",{pair}" if begun else pair)
            begun = True
        else:
            expressions.append(f"(?:,{pair})?" if begun else f"(?:{pair},)?")
    if expressions and not begun:
        raise NotImplementedError("objects that may be empty")
    return expressions


def _branches(part: Schema) -> Iterator[Schema]:
    """The object where its condition does not hold, the more common case, and where it does."""
    ((name, tested),) = part["if"]["properties"].items()
    if name not in part["required"]:
        raise NotImplementedError(f"a condition on {name!r}, which may be missing")
    for met, more in (({"not": tested}, part.get("else", {})), (tested, part.get("then", {}))):
        _only(more.keys() - _ANNOTATIONS, {"required", "properties"})
        narrower = [{name: met}, more.get("properties", {})]
        properties = dict(part["properties"])
        for key, narrowed in (pair for wanted in narrower for pair in wanted.items()):
            properties[key] = _narrowed(properties[key], narrowed)
        yield {"properties": properties, "required": [*part["required"], *more.get("required", ())]}


def _narrowed(part: Schema, by: Any) -> Any:
    """What both accept: a property, and the ``const``, its negation or the ``false`` by which a condition narrows it."""
    if by is False:
        return False
    _only(by.keys(), {"const", "not"})
    wanted = "const" in by
    value = by["const"] if wanted else by["not"]["const"]
    if "enum" in part:
        return {**part, "enum": [each for each in part["enum"] if (each == value) is wanted]}
    if value is not None:
        raise NotImplementedError(f"a condition on {value!r} outside of an enumeration")
    kept = [name for name in part["type"] if (name == "null") is wanted]
    return {"enum": [None]} if wanted else {**part, "type": kept}
