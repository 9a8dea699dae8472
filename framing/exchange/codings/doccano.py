"""Codings of doccano: JSON Lines, a text with its labels a line.

Whether ``label`` is a list of names (``label``, on the whole text) or of passages with names (``passage``) tells its shape
alone. No line names a coder: doccano puts the lines of each into a file under the coder's name. Other fields of a text are
called as they are; the map may name any of them as what tells the article, the ``text`` itself too.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Quote, Remark
from framing.exchange.codings.mapping import Map

LABELS = ("label", "labels", "entities", "cats")
"""Keys under which the versions of doccano keep labels."""


def _is_export(export: Export) -> bool:
    head = export.raw[:100_000].lstrip(b"\xef\xbb\xbf \r\n\t")
    first = head.split(b"\n")[0]
    return first[:1] == b"{" and b'"text"' in first and any(f'"{key}"'.encode() in first for key in LABELS)


def _read(export: Export, _: Map) -> Iterator[Found]:
    text, _encoding = decoded.text(export)
    coder = PurePath(export.name).stem
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            record = texts.json_in(line, place)
        except NotReadableError as error:
            yield Trouble(place, str(error))
            continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            yield Trouble(place, "is not a text with labels")
            continue
        yield from _line(record, place, coder)


def _line(record: dict[str, Any], place: str, coder: str) -> Iterator[Found]:
    key = next((key for key in LABELS if key in record), "")
    given = record.get(key) or []
    if not isinstance(given, list):
        yield Trouble(place, f"{key} is not a list of labels")
        return
    fields = {name: str(value) for name, value in record.items() if isinstance(value, str | int | float)}
    cells = [Cell(name, value.strip()) for name, value in ({"coder": coder} | fields).items()]
    whole = record["text"]
    for label in given:
        found = _label(label, whole)
        if isinstance(found, str):
            yield Trouble(place, found)
            return
        cells.append(found)
    comments = record.get("Comments") or record.get("comments")
    if comments:
        yield Remark(place, "has comments, which are left out")
    yield Line(place, "", tuple(cells), texts.composed(whole, Quote(0, 0, ""))[0])


def _label(label: Any, text: str) -> Cell | str:
    """A label as a cell; or what is wrong with it."""
    if isinstance(label, str):
        return Cell("label", label.strip())
    if isinstance(label, dict):
        label = [label.get("start_offset"), label.get("end_offset"), label.get("label")]
    if not (isinstance(label, list) and len(label) == 3 and isinstance(label[2], str)):
        return f"{str(label)[:60]!r} is neither a label nor a passage with one"
    start, end, name = label
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        return f"the passage from {start} to {end} is not in the text of {len(text)} characters"
    _, quote = texts.composed(text, Quote(start, end, text[start:end]))
    return Cell("passage", name.strip(), quote)


FORM = Form("doccano (JSON Lines)", _is_export, _read, {"article": "article", "coder": "coder"})
