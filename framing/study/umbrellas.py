"""Umbrella events and their parts: the tree of a study, walked only here."""

from collections.abc import Mapping

Parents = Mapping[str, str | None]
"""The umbrella that each event is part of; null at the top."""


def over(event: str, parents: Parents) -> list[str]:
    """The umbrellas of an event, the narrowest first.

    Args:
        event: an event.
        parents: the umbrella of each event; the way up ends at an id that is not an event.

    Returns:
        Ids. In a circle, which only a study with faults has, each stands once, the event itself among them.

    >>> over("y", {"u": None, "x": "u", "y": "x"}), over("x", {"x": "y", "y": "x"})
    (['x', 'u'], ['y', 'x'])
    """
    found: list[str] = []
    while (parent := parents.get(event)) in parents and parent not in found:
        found.append(event := str(parent))
    return found


def under(event: str, parents: Parents) -> list[str]:
    """An event and everything that is part of it, at any depth.

    Args:
        event: an event.
        parents: the umbrella of each event.

    Returns:
        Ids, the event first, then those nearest to it.

    >>> under("u", {"u": None, "x": "u", "y": "x"})
    ['u', 'x', 'y']
    """
    found = [event]
    for name in found:
        found += [part for part, parent in parents.items() if parent == name]
    return found
