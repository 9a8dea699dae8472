"""What a fast parser drops silently: the first value of a key that appears twice, the last digits of a long number."""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Any

from framing.study.faults import every_value, pointer


class _Twice(dict[str, Any]):
    """An object with keys that appeared twice."""

    twice: tuple[str, ...] = ()


class _Cut(float):
    """A number that could not be kept exactly."""


_EXACTLY = Context(traps=[])
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_LONG = b"0" * 19
"""Once every digit is a zero: where a whole number may be longer than the 64 bits that tables keep."""
LOSSES = frozenset({"json_duplicate_key", "json_number"})
"""Rules of the faults after which the record follows all the same."""


def is_kept(raw: bytes, written: bytes) -> bool:
    """Whether some JSON surely loses nothing: written again, it is the same, and no number in it is too long.

    What survives a round trip holds no key twice; only the rest needs the slow, exact look at its ``losses``.

    >>> is_kept(b'{"a":1}', b'{"a":1}'), is_kept(b'{"a":9223372036854775808}', b'{"a":9223372036854775808}')
    (True, False)
    """
    return written == raw and _LONG not in raw.translate(_DIGITS)


def losses(raw: bytes) -> Iterator[tuple[str, str, str]]:
    """What would be lost if some JSON were parsed and written again.

    Args:
        raw: JSON that can be parsed.

    Yields:
        JSON Pointer, name of the rule that is broken, and what is wrong and right in words.

    >>> [message for _, _, message in losses(b'{"a": 1, "a": 1e-400}')]
    ["the key 'a' appears twice in this object; keep one", 'this number cannot be kept exactly, only as 0.0; write fewer digits']
    """
    for path, value in every_value(json.loads(raw, object_pairs_hook=_pairs, parse_float=_number)):
        yield from _lost(value, path)


def _lost(value: object, path: tuple[object, ...]) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, _Twice):
        for key in value.twice:
            message = f"the key {key!r} appears twice in this object; keep one"
            yield pointer((*path, key)), "json_duplicate_key", message
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        yield pointer(path), "json_number", "this number is too long to be kept exactly"
    if isinstance(value, _Cut):
        message = f"this number cannot be kept exactly, only as {float(value)!r}; write fewer digits"
        yield pointer(path), "json_number", message


def _number(text: str) -> float:
    kept = float(text)
    return kept if Decimal(text, _EXACTLY) == Decimal(repr(kept), _EXACTLY) else _Cut(kept)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    marked = _Twice(record)
    marked.twice = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return marked
