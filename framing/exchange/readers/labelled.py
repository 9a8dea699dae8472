"""Records as lines of label and value, by a map that a person declares: for archives whose files nobody has published."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from framing.exchange import decoded, editions, names
from framing.exchange.clipping import Clipping, Export, Item, Medium, NotReadableError, Reader, Searched, Trouble
from framing.exchange.labels import Labels

_SHOWN = 40
"""Characters of a line that a message repeats."""
_SEVERAL = frozenset({"text", "byline"})
"""Fields that may stand several times in a record: a lead and a body, authors one by one."""


class _Line(NamedTuple):
    """A line: its number, the field of its label (empty for none), and what stands behind the label."""

    number: int
    field: str
    text: str


def recognises(_: Export) -> bool:
    """Never: what a label means is declared, not guessed."""
    return False


def read(export: Export) -> Iterator[Item]:
    """The records of a file as its map parts and labels them."""
    said = export.map
    if not isinstance(said, Labels):
        raise NotReadableError(f"{export.name}: say what its labels mean: --map map.json (the README shows one)")
    text, _ = decoded.text(export._replace(encoding=export.encoding or said.encoding))
    if said.archive:
        yield Searched(said.archive, "", None)
    found = False
    for record in _records(text, said):
        if any(line.field or line.text.strip() for line in record):
            item = _item(record, said)
            found = found or isinstance(item, Clipping)
            yield item
    if not found:
        raise NotReadableError(f"{export.name}: no line begins with a label of the map ({', '.join(said.labels)})")


def _records(text: str, said: Labels) -> Iterator[list[_Line]]:
    """The lines of each record, without those that part them."""
    match = _labels(said)
    record: list[_Line] = []
    for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
        label = match.match(line)
        parts = bool(said.separator) and line.startswith(said.separator)
        if parts or (label and label[1] == said.first):
            yield record
            record = []
        if not parts:
            field = said.labels[label[1]] if label else ""
            record.append(_Line(number, field, line[label.end() :] if label else line))
    yield record


def _labels(said: Labels) -> re.Pattern[str]:
    """What matches a label at the start of a line, the longest that fits."""
    known = "|".join(re.escape(label) for label in sorted(said.labels, key=len, reverse=True))
    sign = r"[^\S\n]*[:：]" if said.sign is None else re.escape(said.sign)
    return re.compile(rf"\s*({known}){sign}")


def _item(record: Sequence[_Line], said: Labels) -> Item:
    """A record as a clipping; what has no label is told, and never put anywhere."""
    found: dict[str, list[list[str]]] = {}
    remarks, field = [], ""
    start = next((line.number for line in record if line.field), record[0].number)
    for line in record:
        if line.field:
            field = line.field
            if field in found and field not in {*_SEVERAL, "nothing"}:
                return Trouble(
                    f"line {start}", f"{field} occurs twice, again in line {line.number}; correct the file or map"
                )
            found.setdefault(field, []).append([line.text.strip(" \t")])
        elif field == "text" or (line.text.strip() and field and line.text[0].isspace()):
            found[field][-1].append(line.text)
        elif line.text.strip() and field != "nothing":
            remarks.append(f"line {line.number} has no label and is left out: {line.text.strip()[:_SHOWN]!r}")
    if not found:
        return Trouble(f"line {start}", f"no label of the map is found here: {remarks[0].partition(': ')[2]}")
    told = {name: "\n\n".join("\n".join(lines) for lines in texts) for name, texts in found.items()}
    return _clipping(f"line {start}", told, said, remarks)


def _clipping(place: str, told: dict[str, str], said: Labels, remarks: list[str]) -> Clipping:
    one = {name: " ".join(part.strip() for part in text.split("\n")) for name, text in told.items()}
    edition = one.get("edition", "")
    return Clipping(
        place=place,
        outlet=one.get("outlet") or said.always.get("outlet", ""),
        printed=one.get("date", ""),
        headline=one.get("headline", ""),
        language=said.always.get("language", ""),
        byline=names.listed(told.get("byline", "").replace("\n\n", ";")),
        page=one.get("page", ""),
        section=one.get("section", ""),
        edition=edition,
        medium=editions.medium(edition, cast(Medium, said.always.get("medium", "unknown"))),
        url=one.get("url", ""),
        key=one.get("key", ""),
        text=told.get("text", "").strip("\n"),
        remarks=tuple(remarks),
        length=one.get("length", ""),
    )


READER = Reader("records of label and value, declared by --map", recognises, read)
