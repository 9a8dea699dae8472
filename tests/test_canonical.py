"""One way to write a record: writing it twice changes nothing, and never what it means."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import canonical, load, schema
from framing.study.canonical import KeyOrder
from framing.study.together import write_together
from tests.interruption import stop_after

ORDERS = {kind: canonical.key_order(schema.fixed(kind)) for kind in schema.FIXED}
texts = st.text(st.characters(codec="utf-8"), max_size=12)
names = (
    st.sampled_from(["id", "outlets", "names", "own", "en", "date", "published", "notes", "note", "sources"]) | texts
)
fractions = st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
numbers = st.integers(-(2**63), 2**63 - 1) | fractions
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(names, inside, max_size=6),
    max_leaves=20,
)
records = st.dictionaries(names, values, max_size=6)
orders = st.sampled_from(list(ORDERS.values()))


@given(records, orders)
def test_a_file_is_a_fixed_point(record: dict[str, Any], order: KeyOrder) -> None:
    written = canonical.file_bytes(record, order)
    assert orjson.loads(written) == record
    assert canonical.file_bytes(orjson.loads(written), order) == written
    assert written.endswith(b"\n")
    assert not written.endswith(b"\n\n")


@given(records, orders)
def test_a_line_is_a_fixed_point(record: dict[str, Any], order: KeyOrder) -> None:
    written = canonical.line_bytes(record, order)
    assert orjson.loads(written) == record
    assert canonical.line_bytes(orjson.loads(written), order) == written
    assert written.count(b"\n") == 1


@given(records, orders)
def test_in_order_means_that_ordering_changes_nothing(record: dict[str, Any], order: KeyOrder) -> None:
    sorted_once = canonical.ordered(record, order)
    assert canonical.in_order(sorted_once, order)
    assert canonical.in_order(record, order) is (json.dumps(sorted_once) == json.dumps(record))


@given(records)
def test_loading_and_writing_agree_on_the_shape(record: dict[str, Any]) -> None:
    """What ``load`` calls tidy is what ``canonical`` writes, as a file and as a line."""
    for line, write in ((0, canonical.as_file), (1, canonical.as_line)):
        document = load.parse(write(record), "article", "x", line)[-1]
        assert isinstance(document, load.Document)
        assert not document.untidy
        loose = load.parse(write(record).rstrip(b"\n") + b" \n", "article", "x", line)[-1]
        assert isinstance(loose, load.Document)
        assert loose.untidy


def test_text_stands_as_it_is() -> None:
    written = canonical.file_bytes({"a": "日本語 ёж 𠮷 ' / \u2028"}, KeyOrder((), {}, None))
    assert written.decode() == '{\n  "a": "日本語 ёж 𠮷 \' / \u2028"\n}\n'


def test_unknown_keys_come_last_in_their_order() -> None:
    order = canonical.key_order({"properties": {"b": {}, "a": {}}})
    assert list(canonical.ordered({"z": 1, "a": 2, "y": 3, "b": 4}, order)) == ["b", "a", "z", "y"]


def test_write_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.json"
    canonical.write(path, b"long and old\n")
    canonical.write(path, b"new\n")
    assert path.read_bytes() == b"new\n"
    assert [entry.name for entry in path.parent.iterdir()] == ["file.json"]


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    """Mending once put a copy in the place of a link, and opened a private file to everybody."""
    shared, link = tmp_path / "shared.json", tmp_path / "study" / "link.json"
    link.parent.mkdir()
    shared.write_bytes(b"old\n")
    shared.chmod(0o600)
    link.symlink_to("../shared.json")
    canonical.write(link, b"new\n")
    assert link.is_symlink()
    assert shared.read_bytes() == b"new\n"
    assert stat.S_IMODE(shared.stat().st_mode) == 0o600
    assert list(link.parent.iterdir()) == [link]


def test_a_file_keeps_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old\n")
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "chown", lambda _, owner, group: given.append((owner, group)))
    canonical.write(path, b"new\n")
    assert given == [(path.stat().st_uid, path.stat().st_gid)]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        canonical.write(tmp_path / "file.json", b"new\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file.json").stat().st_mode) == 0o600


def test_a_failed_write_names_the_file_that_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(PermissionError) as failed:
        canonical.write(tmp_path / "file.json", b"new\n")
    assert failed.value.filename == str(tmp_path / "file.json")


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_write_that_fails_keeps_the_old_file(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space"):
        canonical.write(path, b"new\n")
    monkeypatch.undo()
    assert path.read_bytes() == b"old\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.json"]


def test_an_interrupted_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old\n")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        canonical.write(path, b"new\n")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("file.json", b"old\n")]


def test_whole_numbers_lose_their_decimal_point_while_all_others_stay() -> None:
    raw = b'{\n  "a": [\n    1.0,\n    -2.0\n  ],\n  "b": 1.5,\n  "c": "3.0",\n  "d": 1e+20\n}\n'
    document = load.parse(raw, "article", "x", 0)[-1]
    assert isinstance(document, load.Document)
    assert document.untidy
    assert canonical.as_file(document.record) == raw.replace(b"1.0", b"1").replace(b"-2.0", b"-2")


def test_of_files_written_together_none_stays_and_no_folder_that_was_made_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there").mkdir()
    stop_after(2, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, {"made/within/a": b"1", "there/b": b"2", "made/c": b"3"})
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]
