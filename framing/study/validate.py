"""Holds single records against their schema: a fast screen for all, an explanation for those that fail it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from framing.study import address, edtf, explain, pages, schema
from framing.study.canonical import KeyOrder, key_order
from framing.study.defaults import Defaults, defaults, filled
from framing.study.faults import Fault
from framing.study.load import Document

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(text: str) -> bool:
    """Whether the text is a calendar day that exists, YYYY-MM-DD.

    >>> is_day("2016-02-29"), is_day("2015-02-29"), is_day("20160229")
    (True, False, False)
    """
    return bool(_DAY.fullmatch(text)) and edtf.span(text) is not None


def is_time(text: str) -> bool:
    """Whether the text is a moment that exists, with its time zone.

    >>> is_time("2026-11-22T09:30:00+09:00"), is_time("2026-11-22T09:30:00"), is_time("2026-02-30T09:30:00Z")
    (True, False, False)
    """
    try:
        return bool(_compiled(schema.TIME).search(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": is_day,
    "date-time": is_time,
    "edtf": lambda text: edtf.span(text) is not None,
    "pages": lambda text: not pages.trouble(text),
    "uri": lambda text: not address.trouble(text),
}
SCREENED = {name: accepts for name, accepts in FORMATS.items() if name != "date-time"}
"""The same functions serve both validators, so that they cannot disagree; but a time stands in every coding, and the
screen's own check of RFC 3339, narrowed by the pattern ``schema.TIME``, is faster and gives the same answers."""


def _pattern(_: Any, pattern: str, instance: Any, around: Mapping[str, Any]) -> Iterator[ValidationError]:
    """Patterns in which $ means the end; silent where the format is broken, which is a fault already."""
    if not isinstance(instance, str) or _compiled(pattern).search(instance):
        return
    if "format" not in around or FORMATS[around["format"]](instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _if(validator: Any, condition: Any, instance: Any, around: Mapping[str, Any]) -> Iterator[ValidationError]:
    """Conditions that are silent while what they test is missing or wrong, which is a fault already."""
    tested = condition.get("properties", {})
    sound = {"required": list(tested), "properties": {name: around["properties"][name] for name in tested}}
    if validator.evolve(schema=sound).is_valid(instance):
        yield from Draft202012Validator.VALIDATORS["if"](validator, condition, instance, around)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Python's own $ also matches before a final line break; in JSON Schema it means the end."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


def _properties(validator: Any, parts: Any, instance: Any, around: Mapping[str, Any]) -> Iterator[ValidationError]:
    """Properties of which a forbidden one is named: jsonschema only names the object that holds it."""
    allowed = {name: part for name, part in parts.items() if part is not False}
    for name in parts.keys() - allowed.keys():
        if isinstance(instance, dict) and name in instance:
            yield ValidationError(f"{name!r} is forbidden", validator="false", path=[name], schema_path=[name])
    yield from Draft202012Validator.VALIDATORS["properties"](validator, allowed, instance, around)


_TELLING = {"pattern": _pattern, "if": _if, "properties": _properties}
_Explainer: Any = extend(Draft202012Validator, _TELLING)  # type: ignore[no-untyped-call]  # its stubs give it no types


def _format_checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, accepts in FORMATS.items():
        checker.checks(name)(lambda value, accepts=accepts: not isinstance(value, str) or accepts(value))
    return checker


@dataclass(frozen=True, slots=True)
class Contract:
    """What records of one kind must be like.

    Attributes:
        schema: the JSON Schema.
        screen: decides fast.
        explainer: explains slowly; held to the same verdict by a property test.
        order: canonical order of keys.
        defaults: what a key means that may be missing and is.
    """

    schema: Mapping[str, Any]
    screen: jsonschema_rs.Draft202012Validator
    explainer: Any
    order: KeyOrder
    defaults: Defaults | None


def contract(body: schema.Schema) -> Contract:
    """The contract of one schema."""
    return Contract(
        schema=body,
        screen=jsonschema_rs.Draft202012Validator(body, formats=SCREENED, validate_formats=True),
        explainer=_Explainer(body, format_checker=_format_checker()),
        order=key_order(body),
        defaults=defaults(body),
    )


@cache
def fixed_contract(kind: str) -> Contract:
    """The contract of a kind whose schema is the same in every study."""
    return contract(schema.fixed(kind))


def coding_contract(codebook: Mapping[str, Any]) -> Contract:
    """The contract of codings under a valid codebook."""
    return contract(schema.compiled(dict(codebook)))


def completed(document: Document, held_to: Contract) -> Document:
    """A valid document whose record has every key that its kind can have a default for; it is judged and read so."""
    record = filled(document.record, held_to.defaults)
    return document if record is document.record else document._replace(record=record)


def faults(document: Document, held_to: Contract) -> list[Fault]:
    """Every way in which a record breaks its schema; empty for a valid one.

    Args:
        document: the record with its address.
        held_to: the contract of its kind.

    Returns:
        Faults in order of place, each with a JSON Pointer and what would be right.
    """
    if held_to.screen.is_valid(document.record):
        return []
    found = {
        Fault(document.file, document.line, where, f"schema_{keyword}", message)
        for error in held_to.explainer.iter_errors(document.record)
        for where, keyword, message in explain.messages(error, held_to.schema)
    }
    return sorted(found)
