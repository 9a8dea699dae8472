"""How a study is cited: its own CITATION.cff, or one that says what is known and names nobody."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

FILE = "CITATION.cff"
NOBODY = "not named"
_TOP = re.compile(r"^([a-z-]+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_PERSON = re.compile(r"^[ \t]*(-)?[ \t]*(name|given-names|family-names):[ \t]*(.+?)[ \t]*$", re.MULTILINE)


class Citation(NamedTuple):
    """What a catalogue must know.

    Attributes:
        title: of the study.
        day: when it was given away, YYYY-MM-DD.
        license: its SPDX name; empty where none is told.
        authors: their names.
    """

    title: str
    day: str
    license: str
    authors: tuple[str, ...]


def citation(content: bytes) -> Citation:
    r"""What a CITATION.cff says.

    >>> citation(b"title: 'Ferries'\nauthors:\n  - family-names: Ono\n    given-names: Masami\ndate-released: 2026-03-01\n")
    Citation(title='Ferries', day='2026-03-01', license='', authors=('Masami Ono',))
    """
    text = content.decode("utf-8", "replace")
    told = {name: _bare(value) for name, value in _TOP.findall(text)}
    _, _, rest = text.partition("\nauthors:")
    people: list[dict[str, str]] = []
    for dash, part, name in _PERSON.findall(re.split(r"\n(?=[a-z])", rest)[0]):
        if dash or not people:
            people.append({})
        people[-1][part] = _bare(name)
    names = (
        " ".join(each[part] for part in ("name", "given-names", "family-names") if part in each) for each in people
    )
    return Citation(
        told.get("title", ""),
        told.get("date-released", ""),
        told.get("license", ""),
        tuple(name for name in names if name != NOBODY),
    )


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') and value[-1:] == value[:1] else value


def last_day(codings: Iterable[Mapping[str, Any]]) -> str:
    """The day of the last coding, as the earliest on which the study can have been given away; empty where none was made.

    >>> last_day([{"coded_at": "2026-03-01T10:00:00Z"}, {"coded_at": "2026-02-01T10:00:00Z"}])
    '2026-03-01'
    """
    return max((str(coding["coded_at"])[:10] for coding in codings), default="")


def written(codebook: Mapping[str, Any], day: str) -> bytes:
    """A CITATION.cff for a study that has none: title, version and day; its authors are for people to add.

    >>> written({"title": {"en": "Ferries"}, "version": "1.0.0"}, "2026-03-01").decode().splitlines()[2]
    'title: "Ferries"'
    """
    title = str(codebook["title"]["en"]).replace("\\", "\\\\").replace('"', '\\"')
    lines = [
        "cff-version: 1.2.0",
        "message: The authors of this study are not named here; ask whoever gave it to you.",
        f'title: "{title}"',
        "type: dataset",
        "authors:",
        f"  - name: {NOBODY}",
        f"version: {codebook['version']}",
        *([f"date-released: {day}"] if day else []),
    ]
    return ("\n".join(lines) + "\n").encode()
