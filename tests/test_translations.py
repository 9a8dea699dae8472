"""A codebook in another language: its texts and nothing else, complete, and known to be out of date where they are."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import check
from framing.study.canonical import as_file
from framing.study.schema import fixed
from framing.study.translation import PARTS, TEXTS, lacking, leaves, stale, texts, told
from tests.overlay import EXAMPLES, STUDY, overlaid

Record = dict[str, Any]
BOOKS = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in (Path("schemas/codebook.json"), STUDY / "schemas/codebook.json")
]
GERMAN = json.loads((EXAMPLES / "valid/translation/schemas/codebook.de.json").read_text(encoding="utf-8"))
NAMES = {"id", "group", "level", "own", "show", "use", "shape", "colour"}
"""Keys of the parts that coders read whose texts are names."""


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book["id"])
def test_texts_put_back_give_the_same_codebook(book: Record) -> None:
    assert told(book, texts(book), []) == book
    assert list(lacking(texts(book), texts(book))) == []
    assert stale(book, book) == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book["id"])
def test_every_text_that_coders_read_is_translated_and_nothing_else_changes(book: Record) -> None:
    shouted = {path: f"¡{text}!" for path, text in leaves(texts(book))}
    loud = told(book, _put(texts(book), shouted), [])
    assert dict(leaves(texts(loud))) == shouted
    assert _quiet(loud) == book


def _put(value: Any, new: dict[tuple[object, ...], str], path: tuple[object, ...] = ()) -> Any:
    if isinstance(value, dict):
        return {key: _put(inside, new, (*path, key)) for key, inside in value.items()}
    if isinstance(value, list):
        return [_put(inside, new, (*path, place)) for place, inside in enumerate(value)]
    return new[path]


def _quiet(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _quiet(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_quiet(inside) for inside in value]
    return value[1:-1] if isinstance(value, str) and value.startswith("¡") else value


def test_the_schema_of_the_codebook_has_no_text_that_is_forgotten() -> None:
    """Whoever gives the codebook another text is told here to have it translated, or to list it as a name."""
    schema = fixed("codebook")

    def keys(part: Record, key: str) -> set[str]:
        if "$ref" in part:
            part = {**schema["$defs"][part["$ref"].removeprefix("#/$defs/")], **part}
        if part.get("type") == "string" and "enum" not in part:
            return {key}
        inside = {name: inner for name, inner in part.get("properties", {}).items() if name not in ("labels", "cues")}
        found = set().union(*(keys(inner, name) for name, inner in inside.items()))
        return found | (keys(part["items"], key) if "items" in part else set())

    found = set().union(*(keys(schema["properties"][part], part) for part in PARTS))
    assert found - NAMES - set(PARTS) <= TEXTS


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book["id"])
def test_the_schema_of_translations_knows_every_key(book: Record, tmp_path: Path) -> None:
    from framing.study import load, validate

    record = {"language": "ko", "version": book["version"], **texts(book)}
    (document,) = load.parse(as_file(record), "translation", "schemas/codebook.ko.json", 0)
    assert isinstance(document, load.Document)
    assert validate.faults(document, validate.fixed_contract("translation")) == []


@given(st.data())
def test_whatever_is_taken_away_is_missed(data: st.DataObject) -> None:
    """One part fewer: one complaint, at its place; and the codebook is told with its English text there."""
    book, given = BOOKS[1], deepcopy(GERMAN)
    path, english = data.draw(st.sampled_from(list(leaves(texts(book)))))
    *around, last = path
    at: Any = given
    for step in around:
        at = at[step]
    del at[last]
    (complaint,) = lacking(texts(book), {part: given[part] for part in PARTS if part in given})
    assert complaint[0] == (tuple(around) if isinstance(at, list) else path)
    assert dict(leaves(texts(told(book, given, []))))[path] == english


def test_a_text_that_has_changed_stands_as_in_the_codebook() -> None:
    before = BOOKS[1]
    now = deepcopy(before)
    now["frames"][0]["definition"] = "The article is about strife: two or more sides and what divides them."
    now["variables"][0]["values"][1]["definition"] = "A signed text by somebody from outside the paper."
    guest = str(now["variables"][0]["values"][1]["id"])
    changed = [("frames", "conflict", "definition"), ("variables", "voice", "values", guest, "definition")]
    assert stale(before, now) == changed
    shown = told(now, GERMAN, stale(before, now))
    assert shown["frames"][0]["definition"] == now["frames"][0]["definition"]
    assert shown["frames"][1]["definition"] == GERMAN["frames"]["economy"]["definition"]
    assert shown["variables"][0]["values"][1]["definition"] == now["variables"][0]["values"][1]["definition"]


def test_without_the_codebook_of_then_any_text_may_have_changed() -> None:
    assert len(stale(None, BOOKS[1])) == len(list(leaves(texts(BOOKS[1]))))
    assert told(BOOKS[1], GERMAN, stale(None, BOOKS[1])) == BOOKS[1]


def test_all_that_a_file_lacks_is_said_at_once(tmp_path: Path) -> None:
    study = overlaid(EXAMPLES / "valid/translation", tmp_path / "study")
    path = study / "schemas/codebook.de.json"
    record = deepcopy(GERMAN)
    del record["frames"]["economy"]["good"]["why"], record["variables"]["tone"]["values"]["-1"]
    record["order"].append("Eine Pause machen.")
    record["frames"]["strife"] = record["frames"].pop("conflict")
    path.write_bytes(as_file(record))
    assert [fault.pointer for fault in check.faults(study)] == [
        *("/frames/conflict", "/frames/economy/good/why", "/frames/strife", "/order", "/variables/tone/values/-1")
    ]


def test_a_file_of_another_language_is_mended_in_form(tmp_path: Path) -> None:
    study = overlaid(EXAMPLES / "valid/translation", tmp_path / "study")
    path = study / "schemas/codebook.de.json"
    path.write_text(json.dumps(dict(reversed(GERMAN.items()))), encoding="utf-8")
    assert [fault.rule for fault in check.faults(study)] == ["canonical"]
    assert check.mend(study) == ["schemas/codebook.de.json"]
    assert check.faults(study) == []
