"""What a judgement or a test is about, and how that is written in tables and files."""

from typing import Literal, NamedTuple

import polars as pl

Asked = Literal["primary", "frame", "seen", "expressed", "superiority", "jaccard", "ground", "value"]
_WRITTEN: dict[Asked, str] = {
    "primary": "primary",
    "frame": "frame:{}",
    "seen": "{}:seen",
    "expressed": "{}:expressed",
    "superiority": "{}:superiority",
    "jaccard": "{}:jaccard",
    "ground": "{}:ground",
    "value": "{}",
}


class Subject(NamedTuple):
    """What is judged or tested.

    Attributes:
        asked: the primary frame; whether one frame is there; whether a variable can be seen or is expressed, on which
            side it is higher, its sets by Jaccard's distance, what its value rests on, or its value.
        of: the frame or the variable; empty for the primary frame. No codebook may call a variable frame or primary.

    >>> str(Subject("frame", "war")), str(Subject("expressed", "stance")), str(Subject("primary"))
    ('frame:war', 'stance:expressed', 'primary')
    """

    asked: Asked
    of: str = ""

    def __str__(self) -> str:
        return _WRITTEN[self.asked].format(self.of)


FRAME_TEST = pl.format(str(Subject("frame", "{}")), "answer")
"""The subject of each frame of a column ``answer``, as written."""


def subject(written: str) -> Subject:
    """What ``str`` of a subject was about.

    Args:
        written: for example primary, frame:war, stance:expressed or stance.

    Returns:
        The subject.

    >>> subject("stance:expressed"), subject("stance")
    (Subject(asked='expressed', of='stance'), Subject(asked='value', of='stance'))
    """
    first, _, last = written.partition(":")
    if written == str(Subject("primary")):
        return Subject("primary")
    if first == "frame":
        return Subject("frame", last)
    return Subject(next(asked for asked in _WRITTEN if asked == (last or "value")), first)
