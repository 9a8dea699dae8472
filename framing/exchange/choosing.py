"""Which format a file is of, among those of a table."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from framing.exchange.clipping import Export, NotReadableError
from framing.study.faults import meant


class Format(Protocol):
    """What every format has: its name for people, and whether a file is of it."""

    @property
    def title(self) -> str:
        """Its name for people."""

    @property
    def recognises(self) -> Callable[[Export], bool]:
        """Whether a file is of it, by its bytes."""


Chosen = TypeVar("Chosen", bound=Format)


def chosen(export: Export, named: str, known: Mapping[str, Chosen]) -> tuple[str, Chosen]:
    """The format of a file: the one that a person names, else the first that recognises it.

    Raises:
        NotReadableError: when there is none.

    >>> chosen(Export("a.bin", b"0"), "", {})
    Traceback (most recent call last):
    framing.exchange.clipping.NotReadableError: a.bin is in no known format (); name one with --format if it is one of these
    """
    if named and named not in known:
        raise NotReadableError(f"there is no format {named!r}{meant(named, known)}")
    found = [named] if named else (name for name, each in known.items() if each.recognises(export))
    for name in found:
        return name, known[name]
    titles = "; ".join(f"{name}: {each.title}" for name, each in known.items())
    raise NotReadableError(
        f"{export.name} is in no known format ({titles}); name one with --format if it is one of these"
    )
