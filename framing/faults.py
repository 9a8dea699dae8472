"""A fault in a study: data with an address, never an exception, so that one fault hides no other."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST = 60
"""Characters of a value that a message shows."""
MANY = 1000
"""Names among which a likely one is looked for: a bulk import may be wrong a thousand times over."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, where it stands, and what would be right.

    Attributes:
        file: path relative to the study, with forward slashes.
        line: line of the file, counted from 1; 0 when the pointer says it all.
        pointer: JSON Pointer (RFC 6901) to the value; empty for the whole record.
        rule: short stable name of the rule that was broken.
        message: what is wrong and what is right, in one sentence for people.

    >>> print(Fault("coded/x.json", 0, "/page", "schema_type", "7 is not allowed here; it must be a text"))
    coded/x.json::/page: 7 is not allowed here; it must be a text
    """

    file: str
    line: int
    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{line}::{self.pointer}: {self.message}"


class InvalidStudy(Exception):  # noqa: N818 - reads as what happened
    """Raised at the front door when a study has faults; carries all of them.

    Attributes:
        faults: every fault of the study, in order of file and place.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        shown = "\n".join(str(fault) for fault in self.faults[:20])
        more = f"\n… and {len(self.faults) - 20} more" if len(self.faults) > 20 else ""
        super().__init__(f"{len(self.faults)} fault(s) in the study:\n{shown}{more}")


class StudyNotFound(Exception):  # noqa: N818 - reads as what happened
    """Raised when a folder is no study, or a named file of it cannot be read."""


def meant(wrong: object, known: Iterable[object], limit: int = 12) -> str:
    """The end of a message that offers the right names for a wrong one.

    >>> meant("yomuri", ["asahi", "yomiuri"])
    "; did you mean 'yomiuri'?"
    >>> meant("guardian", ["asahi", "yomiuri"])
    "; known: 'asahi', 'yomiuri'"
    >>> meant("1", [0, 1, None])
    '; did you mean 1 (without quotes)?'
    """
    names = list(known)
    written = {name if isinstance(name, str) else shown(name): name for name in names} if len(names) <= MANY else {}
    close = get_close_matches(str(wrong), written, n=1, cutoff=0.6)
    if close:
        name = written[close[0]]
        bare = " (without quotes)" if isinstance(wrong, str) and not isinstance(name, str) else ""
        return f"; did you mean {shown(name)}{bare}?"
    listed = ", ".join(map(shown, names[:limit]))
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return f"; known: {listed}{more}" if names else ""


def shown(value: object) -> str:
    """A value as it stands in the file, cut to what fits a line.

    >>> shown(None), shown(True), shown("ja"), shown(["ja"])
    ('null', 'true', "'ja'", 'a list')
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST else value[:LONGEST] + "…")
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else str(value)


def pointer(parts: Iterable[object]) -> str:
    """A JSON Pointer for the path (RFC 6901, section 3).

    >>> pointer(["evidence", 0, "a/b"])
    '/evidence/0/a~1b'
    """
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)
