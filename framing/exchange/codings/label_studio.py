"""Codings of Label Studio: its JSON export, a task with the annotations of each person.

What a model proposed (``predictions``) is nobody's coding, and a task that was skipped has none. The fields of a task are
called ``data.NAME``, its id ``task``; ``coder`` is the e-mail address, user name or number of whoever annotated.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Quote, Remark
from framing.exchange.codings.mapping import Map

Record = Mapping[str, Any]
ANSWERS = (
    "choices",
    "labels",
    "hypertextlabels",
    "paragraphlabels",
    "taxonomy",
    "text",
    "number",
    "rating",
    "datetime",
)
"""Keys of a result that hold an answer; a rating may be written as a number."""


def _is_export(export: Export) -> bool:
    head = export.raw[:200_000]
    return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"[" and b'"annotations"' in head and b'"data"' in head


def _read(export: Export, _: Map) -> Iterator[Found]:
    tasks = texts.json_of(export)
    if not isinstance(tasks, list):
        raise NotReadableError(f"{export.name} is not a list of tasks; export it from Label Studio as JSON")
    proposed = 0
    for number, task in enumerate(tasks, 1):
        if not isinstance(task, dict) or not isinstance(task.get("annotations"), list):
            yield Trouble(f"task {number} of the file", "has no annotations; export it as JSON, not as JSON-MIN")
            continue
        proposed += bool(task.get("predictions"))
        for annotation in task["annotations"]:
            yield from _annotation(task, annotation)
    if proposed:
        yield Remark("", f"what a model proposed in {proposed} task(s) is left out; it is nobody's coding")


def _annotation(task: Record, annotation: Any) -> Iterator[Found]:
    place = f"task {task.get('id')}, annotation {annotation.get('id') if isinstance(annotation, dict) else '?'}"
    if not isinstance(annotation, dict) or not isinstance(annotation.get("result"), list):
        yield Trouble(place, "has no list of results")
        return
    if annotation.get("was_cancelled"):
        yield Remark(place, "left out, for it was skipped")
        return
    data = task.get("data")
    fields = data if isinstance(data, dict) else {}
    head = {
        "task": str(task.get("id", "")),
        "coder": _person(annotation.get("completed_by")),
        "coded_at": str(annotation.get("created_at") or ""),
        **{f"data.{name}": str(value) for name, value in fields.items() if isinstance(value, str | int | float)},
    }
    cells = [Cell(name, text) for name, text in head.items()]
    text, wrong = "", []
    for result in annotation["result"]:
        found, source = _result(result, fields)
        text = text or source
        wrong += [each for each in found if isinstance(each, str)]
        cells += [each for each in found if isinstance(each, Cell)]
    yield from (Trouble(place, message) for message in wrong)
    yield Line(place, "", tuple(cells), text)


def _person(completed_by: Any) -> str:
    if isinstance(completed_by, dict):
        return str(completed_by.get("email") or completed_by.get("username") or completed_by.get("id") or "")
    return "" if completed_by is None else str(completed_by)


def _result(result: Any, fields: Record) -> tuple[list[Cell | str], str]:
    """The cells of one result, or what is wrong with it, and the text in which its quote counts."""
    value = result.get("value") if isinstance(result, dict) else None
    if not isinstance(value, dict):
        return ([] if isinstance(result, dict) and result.get("type") == "relation" else ["a result has no value"]), ""
    name, kind = str(result.get("from_name", "")), str(result.get("type", ""))
    answers = next((value[key] for key in (kind, *ANSWERS) if key in value and key in ANSWERS), None)
    if answers is None:
        return [f"{name}: results of the type {kind!r} are not understood"], ""
    given = [_leaf(each) for each in (answers if isinstance(answers, list) else [answers])]
    if "start" not in value or kind not in ("labels", "hypertextlabels"):
        return [Cell(name, text) for text in given], ""
    source = str(fields.get("text") or next((each for each in fields.values() if isinstance(each, str)), ""))
    quote = _quote(value, source)
    if quote is None:
        return [f"{name}: the passage {value.get('text')!r} does not stand at {value['start']} of the text"], ""
    plain, found = texts.composed(source, quote)
    return [Cell(name, text, found) for text in given], plain


def _leaf(answer: Any) -> str:
    """An answer as text; of a path through a taxonomy the last step."""
    return str(answer[-1] if isinstance(answer, list) and answer else answer).strip()


def _quote(value: Record, source: str) -> Quote | None:
    """The passage, where the text of the task has it: offsets may count code points, or UTF-16 as browsers do."""
    words = value.get("text")
    for start, end in texts.readings(source, value.get("globalOffsets", value)):
        if words is None or source[start:end] == words:
            return Quote(start, end, source[start:end])
    return None


FORM = Form("Label Studio (JSON)", _is_export, _read, {"article": "task", "coder": "coder"})
