"""A fault in a study: data with an address, never an exception, so that one fault hides no other."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

LONGEST = 60
"""Characters of a value that a message shows."""
MANY = 10_000
"""Most names among which a likely one is looked for."""
NEAR = 4
"""Names on each side of a wrong one, sorted by beginning and by end, to which it is compared: a bulk import may have a
thousand wrong names, and a typing mistake seldom touches both ends of a name."""
FEW = 30
"""Most names that are all compared with a wrong one."""
SINGLE, ALIKE, SHOWN = 3, 20, 10
"""Most equal faults, and most faults that differ only in a name, that are given one by one; how many are given of more."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, where it stands, and what would be right.

    Attributes:
        file: path relative to the study, with forward slashes.
        line: line of the file, counted from 1; 0 when the pointer says it all.
        pointer: JSON Pointer (RFC 6901) to the value; empty for the whole record.
        rule: short stable name of the rule that was broken.
        message: what is wrong and what is right, in one sentence for people.
        entry: the record that the value belongs to, in words, where the pointer only counts it.

    >>> print(Fault("coded/x.json", 0, "/page", "schema_type", "7 is not allowed here; it must be a text"))
    coded/x.json::/page: 7 is not allowed here; it must be a text
    """

    file: str
    line: int
    pointer: str
    rule: str
    message: str
    entry: str = ""

    @property
    def address(self) -> str:
        """File, line, pointer and entry, cut to what fits a line."""
        line = f":{self.line}" if self.line else ""
        entry = f" ({_cut(self.entry)})" if self.entry else ""
        return f"{self.file}{line}::{'/'.join(map(_cut, self.pointer.split('/')))}{entry}"

    def __str__(self) -> str:
        return f"{self.address}: {_QUOTED.sub(_shortened, self.message)}"


_QUOTED = re.compile(r"""(?<!\w)(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")(?!\w)""")
"""Every text that a message quotes, so that what stands between two of them is not taken for one."""


def _shortened(quoted: re.Match[str]) -> str:
    return f"{quoted[0][0]}{_cut(quoted[0][1:-1])}{quoted[0][0]}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST + 9 else text[:LONGEST] + "…"


def as_lines(faults: Sequence[Fault]) -> Iterator[str]:
    r"""Faults as lines for people; one that occurs many times is given once, with some of its places.

    Args:
        faults: in order.

    Yields:
        One line per fault. Equal ones share a line, with up to three places; of those that differ only in a name the
        first are given. What is left out is counted.

    >>> faults = [Fault(f"coded/{name}.json", 1, "/page", "x", "7 is not allowed here") for name in "abcde"]
    >>> print(*as_lines(faults), sep="\n")
    5 files: 7 is not allowed here
      coded/a.json:1::/page
      coded/b.json:1::/page
      coded/c.json:1::/page
      and 2 more
    """
    equal: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        equal[fault.rule, fault.message].append(fault)
    sorts = Counter(map(_sort, (each[0] for each in equal.values())))
    shown: Counter[tuple[str, str]] = Counter()
    for fault in faults:
        others = equal[fault.rule, fault.message]
        sort = _sort(fault)
        if len(others) > SINGLE and fault is not others[0]:
            continue
        shown[sort] += 1
        if sorts[sort] > ALIKE and shown[sort] > SHOWN:
            if shown[sort] == SHOWN + 1:
                yield f"and {sorts[sort] - SHOWN} more like these; `framing check --json` lists each"
        elif len(others) > SINGLE:
            yield from _together(others)
        else:
            yield str(fault)


def _sort(fault: Fault) -> tuple[str, str]:
    """What a fault has in common with those that differ in names and numbers alone."""
    return fault.rule, re.sub(r"'[^']*'|[0-9]+|; (did you mean|known).*", "", fault.message)


def _together(faults: Sequence[Fault]) -> Iterator[str]:
    files = len({fault.file for fault in faults})
    where = f"{files} files" if files == len(faults) else f"{len(faults)} places in {files} file{'s' * (files > 1)}"
    yield f"{where}: {_QUOTED.sub(_shortened, faults[0].message)}"
    for fault in faults[:SINGLE]:
        yield f"  {fault.address}"
    yield f"  and {len(faults) - SINGLE} more"


class InvalidStudy(Exception):  # noqa: N818  # a name reads as what happened
    """Raised at the front door when a study has faults; carries all of them.

    Attributes:
        faults: every fault of the study, in order of file and place.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        lines = list(as_lines(self.faults))
        more = f"\n… and {len(lines) - 20} more lines" if len(lines) > 20 else ""
        super().__init__("\n".join([f"{len(self.faults)} fault(s) in the study:", *lines[:20]]) + more)


class StudyNotFound(Exception):  # noqa: N818  # a name reads as what happened
    """Raised when a folder is not a study, or a named file of it cannot be read."""


def meant(wrong: object, known: Collection[object], limit: int = 12) -> str:
    """The end of a message that offers the right names for a wrong one.

    >>> meant("yomuri", ["asahi", "yomiuri"])
    "; did you mean 'yomiuri'?"
    >>> meant("guardian", ["asahi", "yomiuri"])
    "; known: 'asahi', 'yomiuri'"
    >>> meant("1", [0, 1, None])
    '; did you mean 1 (without quotes)?'
    """
    names = _texts(tuple(known)) if len(known) <= MANY else {}
    text = str(wrong)
    close = text if names.get(text, wrong) != wrong else nearest(text, _candidates(text, tuple(names)))
    if close is not None:
        name = names[close]
        bare = " (without quotes)" if isinstance(wrong, str) and not isinstance(name, str) else ""
        return f"; did you mean {shown(name)}{bare}?"
    listed = ", ".join(map(shown, islice((name for name in known if name is not wrong), limit)))
    rest = len(known) - (wrong in known) - limit
    more = f" and {rest} more" if rest > 0 else ""
    return f"; known: {listed}{more}" if listed else ""


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """The other name that is most like a wrong one; None when none is like it.

    >>> nearest("yomuri", ["asahi", "yomiuri"]), nearest("guardian", ["asahi", "yomiuri"])
    ('yomiuri', None)
    """
    close = get_close_matches(wrong, [name for name in names if name != wrong], n=1, cutoff=0.6)
    return close[0] if close else None


def _candidates(wrong: str, names: tuple[str, ...]) -> Collection[str]:
    if len(names) <= FEW:
        return names
    found: dict[str, None] = {}
    for turned, key in zip(_orders(names), (wrong, wrong[::-1]), strict=True):
        at = bisect_left(turned, (key, ""))
        found |= dict.fromkeys(name for _, name in turned[max(at - NEAR, 0) : at + NEAR])
    return found


@lru_cache(maxsize=4)
def _texts(names: tuple[object, ...]) -> dict[str, object]:
    """Names by the text that stands for each."""
    return {name if isinstance(name, str) else shown(name): name for name in names}


@lru_cache(maxsize=4)
def _orders(names: tuple[str, ...]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Names in the order of their beginnings, and of their ends."""
    return sorted((name, name) for name in names), sorted((name[::-1], name) for name in names)


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


def every_value(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """A value and everything inside it with the path of each, what is around before what is inside.

    >>> list(every_value({"a": [1]}))
    [((), {'a': [1]}), (('a',), [1]), (('a', 0), 1)]
    """
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from every_value(item, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from every_value(item, (*path, place))
