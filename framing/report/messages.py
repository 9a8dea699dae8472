"""The messages of the pages in Fluent, with a sign in the place of each argument, and how a language writes numbers and days."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import (
    CurrentEnvironment,
    NeverIsolatingPlaceable,
    Pattern,
    ResolverEnvironment,
    TextElement,
    VariableReference,
)
from fluent.runtime.types import FluentFloat, FluentInt, FluentType

from framing.words import FIRST, page_texts

_WRITTEN = {"en": "en_GB"}
"""The CLDR locale of a language where it is not the one of the same name."""


class Placed(FluentType):
    """An argument that a message sees as a number or a text, and that is written as a sign."""

    sign: str

    def format(self, locale: Locale) -> str:
        """The sign, whatever the language."""
        return self.sign


class PlacedInt(Placed, FluentInt):
    """A whole number."""


class PlacedFloat(Placed, FluentFloat):
    """A number with decimals."""


class PlacedText(Placed, str):  # type: ignore[misc]  # both have format: as a selector a text, in its place a sign
    """A text, by which a message may choose."""

    __slots__ = ("sign",)


def formatted(language: str, message: str, placed: Mapping[str, Placed]) -> str:
    """A message with a sign for each argument; a card says the same ones again and again, so the last ones are kept."""
    chooses = _chooses(language, message)
    seen = tuple((name, type(value), value if chooses else "", value.sign) for name, value in placed.items())
    return _worded(language, message, seen)


@cache
def _chooses(language: str, message: str) -> bool:
    """Whether a message says other words for other arguments, or might."""
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value if bundle.has_message(message) else None
    return not isinstance(pattern, Pattern) or not all(
        isinstance(part, TextElement)
        or (isinstance(part, NeverIsolatingPlaceable) and isinstance(part.expression, VariableReference))
        for part in pattern.elements
    )


@lru_cache(maxsize=10_000)
def _worded(language: str, message: str, seen: tuple[tuple[str, type[Placed], Any, str], ...]) -> str:
    placed = {name: _signed(kind, value, sign) for name, kind, value, sign in seen}
    bundle = _bundle(language)
    if not bundle.has_message(message):
        raise KeyError(f"framing/words/pages has no message {message!r} in {language}")
    pattern, errors = bundle.get_message(message).value, list[Exception]()
    assert pattern is not None, f"the message {message!r} says nothing"
    # Not by format_pattern, which would turn numbers that are also placed into numbers alone.
    text = pattern(ResolverEnvironment(context=bundle, errors=errors, current=CurrentEnvironment(args=dict(placed))))
    if errors:
        raise KeyError(f"{message} ({language}): {'; '.join(map(str, errors))}")
    return str(text)


def _signed(kind: type[Placed], value: Any, sign: str) -> Placed:
    placed: Placed = kind(value) if value != "" else PlacedText("")  # type: ignore[call-arg]  # each kind takes its value
    placed.sign = sign
    return placed


@cache
def locale(language: str) -> Locale:
    """How a language writes numbers, days and lists."""
    try:
        return Locale.parse(_WRITTEN.get(language, language))
    except UnknownLocaleError:
        return Locale.parse(_WRITTEN[FIRST])


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([str(locale(language))], use_isolating=False)
    for text in page_texts(language):
        bundle.add_resource(FluentResource(text))
    return bundle
