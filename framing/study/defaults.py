"""What a record means where it leaves out a key that may be left out; the schemas say it, under ``default``."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Defaults:
    """The defaults of an object, and of everything inside it.

    Attributes:
        missing: keys that may be missing, and what that means.
        inside: the defaults within each property that has some.
        items: the defaults within the elements of a list.
    """

    missing: tuple[tuple[str, Any], ...] = ()
    inside: Mapping[str, "Defaults"] | None = None
    items: "Defaults | None" = None


def defaults(schema: Mapping[str, Any]) -> Defaults | None:
    """The defaults that a schema names; None for a schema without any. Local references are followed."""
    definitions = schema.get("$defs", {})

    def named(part: Any) -> Defaults | None:
        if not isinstance(part, Mapping):
            return None
        if "$ref" in part:
            part = definitions[part["$ref"].removeprefix("#/$defs/")]
        properties = part.get("properties", {})
        missing = tuple(
            (key, value["default"])
            for key, value in properties.items()
            if isinstance(value, Mapping) and "default" in value
        )
        inside = {key: found for key, value in properties.items() if (found := named(value))}
        items = named(part.get("items"))
        return Defaults(missing, inside, items) if missing or inside or items else None

    return named(schema)


def filled(value: Any, known: Defaults | None) -> Any:
    """The same value with every default in the place of what is missing; what was given is not changed.

    >>> known = defaults({"properties": {"page": {"default": "unknown"}, "by": {"default": []}}})
    >>> filled({"by": ["Ono"]}, known)
    {'by': ['Ono'], 'page': 'unknown'}
    """
    if known is None or not isinstance(value, dict):
        whole = known and known.items and isinstance(value, list)
        return [filled(item, known.items) for item in value] if known and whole else value
    for key, default in known.missing:
        if key not in value:
            value = {**value, key: deepcopy(default)}
    if known.inside:
        changed = {key: filled(value[key], part) for key, part in known.inside.items() if key in value}
        value = {**value, **changed}
    return value
