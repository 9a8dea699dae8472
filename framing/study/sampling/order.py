"""The random order of a list: by hashes, so that a seed gives the same draw on every machine and in every version of Python."""

from collections.abc import Iterable
from hashlib import sha256

METHOD = "sha256-order-1"
"""Name of the method, kept with each sample: units in the order of ``sha256("SEED\\nKEY")`` in UTF-8, as hexadecimal digits."""


def place(seed: int, key: str) -> str:
    """Where a unit stands in the random order.

    >>> place(1, "harbour-post-2026-03-03")[:8]
    'cb967f82'
    """
    return sha256(f"{seed}\n{key}".encode()).hexdigest()


def in_order(seed: int, keys: Iterable[str]) -> list[str]:
    """The units in their random order, whatever order they come in.

    The first n of them are a simple random sample of n, and stay in every larger one: each unit keeps its place for ever.

    Args:
        seed: another seed gives an order that has nothing to do with this one.
        keys: of the units, each once.

    Source:
        Sunter (1977), Applied Statistics 26:261, for the sequential draw by random numbers; Ohlsson (1995), in Cox et al.
        (eds.), Business Survey Methods, ch. 9, for random numbers that stay with their units.

    >>> in_order(1, ["a", "b", "c"]) == in_order(1, ["c", "a", "b"]), in_order(2, ["a", "b", "c"])
    (True, ['c', 'b', 'a'])
    """
    return sorted(keys, key=lambda key: (place(seed, key), key))
