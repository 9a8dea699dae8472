"""Codings of Potato: ``user_state.json``, the work of one person.

A question is a ``schema``. A choice is a name that is true, several choices are several of them; of a field to write in, the
value is the answer. Passages are left out: the file does not hold the texts that they are of.
"""

from collections.abc import Iterator
from typing import Any

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Remark
from framing.exchange.codings.mapping import Map

_LABELS = "instance_id_to_label_to_value"
_SPANS = "instance_id_to_span_to_value"


def _is_export(export: Export) -> bool:
    return export.raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" and f'"{_LABELS}"'.encode() in export.raw


def _read(export: Export, _: Map) -> Iterator[Found]:
    state = texts.json_of(export)
    if not isinstance(state, dict) or not isinstance(state.get(_LABELS), dict):
        raise NotReadableError(
            f"{export.name} is not a user_state.json of Potato; take the file from annotation_output/NAME/"
        )
    coder = str(state.get("user_id") or "")
    for item, labels in state[_LABELS].items():
        place = f"item {item}"
        if not isinstance(labels, list):
            yield Trouble(place, "has no list of answers")
            continue
        cells = [Cell("item", str(item)), Cell("coder", coder)]
        for label in labels:
            found = _cell(label)
            if found is None:
                yield Trouble(place, f"{str(label)[:80]!r} is not an answer of Potato")
            elif found.text:
                cells.append(found)
        yield Line(place, "", tuple(cells))
    spans = state.get(_SPANS)
    marked = sum(bool(each) for each in spans.values()) if isinstance(spans, dict) else 0
    if marked:
        yield Remark("", f"passages in {marked} item(s) are left out, for the file does not hold their texts")


def _cell(label: Any) -> Cell | None:
    """One answer; empty where a choice is not taken, None where it is none."""
    if not (isinstance(label, list) and len(label) == 2 and isinstance(label[0], dict)):
        return None
    question, name, value = label[0].get("schema"), label[0].get("name"), label[1]
    if not isinstance(question, str) or not isinstance(name, str):
        return None
    if str(value).casefold() in ("false", "none", ""):
        return Cell(question, "")
    return Cell(question, name if str(value).casefold() in ("true", "on", name.casefold()) else str(value).strip())


FORM = Form("Potato (user_state.json)", _is_export, _read, {"article": "item", "coder": "coder"})
