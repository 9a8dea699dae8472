"""Puts the errors of a JSON Schema validator into plain words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from framing.study import address, pages, schema
from framing.study.faults import meant, pointer, shown
from framing.study.levels import NOT_CODED

Finding = Any
"""An error of jsonschema, whose type stubs leave open for every attribute whether it is set."""

TYPES = {
    "object": "an object {…}",
    "array": "a list […]",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
FORMATS = {
    "date": "a real calendar day, YYYY-MM-DD",
    "date-time": "a time with its zone, for example 2026-11-22T09:30:00+09:00",
    "edtf": "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD, each with ?, ~ or % if in doubt, "
    "or an interval A/B in order",
}
REASONS = {"pages": pages.trouble, "uri": address.trouble}
"""Formats that can be broken in several ways, each with its own reason."""
BY_MIGRATION = (NOT_CODED, "coded_under")
"""What no coder writes, and so is offered to none."""
PATTERNS = {
    schema.ID: "lower-case Latin letters and digits, words joined by - _ or ., starting with a letter",
    schema.VERSION: "three numbers with points between them, for example 1.0.0",
    schema.LANGUAGE: "a language tag, for example ja, ru, en or zh-Hans",
    schema.TIME: FORMATS["date-time"],
    schema.HASH: "the SHA-256 of a text, 64 digits and lower-case letters a-f",
    "^(0|-?[1-9][0-9]*)$": "a whole number, for example -1",
    schema.POINTER: "the path to a value, for example /frames/primary or /values/tone",
    # those of the shipped schemas alone, as they are written there
    "^[A-Z]{2}$": "a country code of two capital letters, for example JP",
    "^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$": "a country code such as JP, or a name of Latin letters and digits, starting with a letter",
    "^#[0-9A-F]{6}$": "a colour, # and six of 0-9 and A-F, for example #0072B2",
    "^[0-9]{4}Q[1-4]$": "a quarter of a year, for example 2014Q3",
}
"""What a text is like that matches; a test finds every pattern of the schemas here."""


def messages(error: Finding, root: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What one error of jsonschema means.

    Args:
        error: an error of ``Validator.iter_errors``.
        root: the schema that was applied, for the descriptions that its references lead to.

    Yields:
        JSON Pointer, broken keyword, and the sentence: what is wrong, then what is right.
    """
    keyword = error.validator or "false"
    at, path = list(error.absolute_path), list(error.absolute_schema_path)
    if keyword == "additionalProperties" and error.validator_value is False:
        known = error.schema.get("properties", {})
        free = [key for key in known if key not in (*error.instance, *BY_MIGRATION)]
        for name in (name for name in error.instance if name not in known):
            yield pointer([*at, name]), keyword, f"the key {name!r} does not belong here{_instead(name, free)}"
    elif "propertyNames" in path:
        yield pointer(at), "propertyNames", f"the key {_SENTENCES[keyword](error)}"
    else:
        meaning = _meaning(error, root) if keyword == "required" else ""
        because = _comment(root, path)
        yield pointer(at), keyword, _SENTENCES[keyword](error) + meaning + (f" ({because})" if because else "")


def _instead(name: str, free: list[str]) -> str:
    near = meant(name, free)
    others = f" (still free here: {', '.join(map(repr, free))})" if free else ""
    return near if "did you mean" in near else f"; remove it{others}"


def _comment(root: Any, path: list[Any]) -> str:
    """The nearest ``$comment`` on the way to the keyword that failed: conditions explain themselves there."""
    found, here = "", root
    for step in path:
        here = _resolved(here, root)[step]
        if step in ("then", "else"):
            found = here.get("$comment", found)
    return found


def _resolved(part: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """What a schema says, or what the definition says that it refers to."""
    return {**root["$defs"][part["$ref"].removeprefix("#/$defs/")], **part} if "$ref" in part else part


def _missing_key(error: Finding) -> str:
    quoted = error.message.removesuffix(" is a required property")
    return str(next(name for name in error.validator_value if repr(name) == quoted))


def _meaning(error: Finding, root: Mapping[str, Any]) -> str:
    """What the schema says about a key that is missing: its choices, or the first sentence of its description."""
    part = _resolved(error.schema.get("properties", {}).get(_missing_key(error), {}), root)
    if "enum" in part and "title" not in part:  # their descriptions explain the choices one by one
        return f": one of {', '.join(map(shown, part['enum']))}"
    described = re.split("[.:?] ", part.get("description", ""))[0].rstrip(".")
    return f": {described}" if described else ""


def _required(error: Finding) -> str:
    return f"the key {_missing_key(error)!r} is missing"


def _type(error: Finding) -> str:
    wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    return f"{shown(error.instance)} is not allowed here; it must be {' or '.join(TYPES[name] for name in wanted)}"


def _enum(error: Finding) -> str:
    offered = [value for value in error.validator_value if value not in BY_MIGRATION]
    return f"{shown(error.instance)} is not one of the allowed values{meant(error.instance, offered, 16)}"


def _pattern(error: Finding) -> str:
    return f"{shown(error.instance)} is not in the required form: {PATTERNS[error.validator_value]}"


def _format(error: Finding) -> str:
    if reason := REASONS.get(error.validator_value):
        return f"{shown(error.instance)}: {reason(error.instance)}"
    return f"{shown(error.instance)} is not {FORMATS[error.validator_value]}"


def _limit(words: str, unit: str, verb: str) -> Any:
    def counted(number: float) -> str:
        return f"{number} {unit}{'' if number == 1 else 's'}" if unit else str(number)

    def sentence(error: Finding) -> str:
        given = error.instance if isinstance(error.instance, int | float) else len(error.instance)
        if unit == "character" and not given:
            return f"is empty; {words} {counted(error.validator_value)} {verb}"
        return f"{counted(given)} given; {words} {counted(error.validator_value)} {verb}"

    return sentence


def _unique(error: Finding) -> str:
    places = [(error.instance.index(item), place) for place, item in enumerate(error.instance)]
    first, second = next((first, place) for first, place in places if first != place)
    return f"item {second + 1} of the list repeats item {first + 1}; keep one"


def _const(error: Finding) -> str:
    return f"{shown(error.instance)} is not allowed here; it must be {shown(error.validator_value)}"


def _not(error: Finding) -> str:
    return f"{shown(error.instance)} is not allowed here"


def _false(_: Finding) -> str:
    return "this key is not allowed here; remove it"


_SENTENCES: Mapping[str, Any] = {
    "type": _type,
    "enum": _enum,
    "required": _required,
    "pattern": _pattern,
    "format": _format,
    "minLength": _limit("at least", "character", "needed"),
    "maxLength": _limit("at most", "character", "allowed"),
    "minItems": _limit("at least", "item", "needed"),
    "maxItems": _limit("at most", "item", "allowed"),
    "minProperties": _limit("at least", "key", "needed"),
    "minimum": _limit("at least", "", "needed"),
    "maximum": _limit("at most", "", "allowed"),
    "uniqueItems": _unique,
    "const": _const,
    "not": _not,
    "false": _false,
}
