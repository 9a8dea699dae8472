"""What the name of an edition tells of where an article was printed."""

from collections.abc import Mapping

from framing.exchange.clipping import Medium

_MEDIA: Mapping[str, Medium] = {"朝刊": "print_am", "夕刊": "print_pm"}


def medium(edition: str, otherwise: Medium) -> Medium:
    """The medium that an edition tells, whatever office of the paper made it; another where it tells none.

    >>> medium("東京朝刊", "print"), medium("号外", "print")
    ('print_am', 'print')
    """
    return next((found for name, found in _MEDIA.items() if name in edition), otherwise)
