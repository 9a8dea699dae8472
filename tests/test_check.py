"""The whole check: nothing that stands in a file makes it stumble, and mending never changes what is meant."""

import json
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.study import canonical, check, load
from framing.study.faults import Fault
from framing.study.load import Document
from tests.ran import contents

STUDY = Path(__file__).parent / "examples" / "study"
FILES = sorted(path.relative_to(STUDY).as_posix() for path in STUDY.rglob("*.json*"))
RECORDS = [file for file in FILES if not file.endswith(".schema.json")]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the study for tests that put back what they change."""
    return copied(tmp_path_factory.mktemp("check"))


def copied(folder: Path) -> Path:
    root = folder / "study"
    shutil.copytree(STUDY, root)
    return root


@contextmanager
def changed(path: Path, content: bytes) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(before)


def records(root: Path) -> dict[tuple[str, int], Any]:
    return {(found.file, found.line): found.record for found in load.documents(root) if isinstance(found, Document)}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the study and what stands in it after an accident."""
    file = draw(st.sampled_from(FILES))
    before = (STUDY / file).read_bytes()
    start = draw(st.integers(0, len(before)))
    end = min(len(before), start + draw(st.integers(0, 40)))
    patch = draw(
        st.binary(max_size=12)
        | st.sampled_from([b"", b"null", b"[]", b"{}", b'""', b"1", b'"x"', b",", b"\xff", b"\n"])
    )
    return file, draw(st.sampled_from([before[:start] + patch + before[end:], patch]))


@settings(max_examples=120)
@given(damage=damaged())
def test_no_bytes_make_it_stumble(damage: tuple[str, bytes], shared: Path) -> None:
    file, content = damage
    with changed(shared / file, content):
        found = check.faults(shared)
    assert found == sorted(found)
    assert all(fault.message for fault in found)


@settings(max_examples=120)
@given(st.data())
def test_no_json_makes_it_stumble(shared: Path, data: st.DataObject) -> None:
    """A value of a record replaced by another of the same file, or left out: the schema and the rules must bear it."""
    file = data.draw(st.sampled_from([file for file in RECORDS if file.endswith(".json")]))
    record = orjson.loads((STUDY / file).read_bytes())
    places = list(inside(record))
    (target, key), (source, other) = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    if data.draw(st.booleans()):
        target[key] = orjson.loads(orjson.dumps(source[other]))
    else:
        del target[key]
    with changed(shared / file, canonical.as_file(record)):
        found = check.faults(shared)
    assert all(isinstance(fault, Fault) for fault in found)


def inside(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from inside(part)


def test_faults_come_in_order(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for number, file in enumerate(RECORDS):
        (root / file).write_bytes((root / file).read_bytes().replace(b'"', b"'", number % 2))
    found = check.faults(root)
    assert found == sorted(found)
    assert len({fault.file for fault in found}) > 5


def test_two_checks_tell_the_same(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "coded/outlets.json").write_bytes(b"{}\n")
    assert check.faults(root) == check.faults(root)


def test_mending_a_clean_study_changes_nothing(tmp_path: Path) -> None:
    root = copied(tmp_path)
    assert check.mend(root) == []
    assert contents(root) == contents(STUDY)


def shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_mending_restores_the_form_and_never_changes_the_meaning(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, chance = copied(tmp_path_factory.mktemp("mend")), random.Random(seed)
    for file in chance.sample(RECORDS, 5):
        lines = (root / file).read_bytes().splitlines() if file.endswith("l") else [(root / file).read_bytes()]
        options = chance.choice([0, orjson.OPT_INDENT_2]) if len(lines) == 1 else 0
        loose = [orjson.dumps(shuffled(orjson.loads(line), chance), option=options) for line in lines]
        (root / file).write_bytes(chance.choice([b"\n", b"\r\n"]).join(loose))
    for stale in chance.sample(sorted((root / "schemas").glob("*.schema.json")), 3):
        stale.unlink() if chance.random() < 0.5 else stale.write_bytes(b"{}")
    meant = records(root)
    first = check.mend(root)
    assert check.mend(root) == []
    assert set(first) <= set(FILES)
    assert records(root) == meant
    assert contents(root) == contents(STUDY)


@pytest.mark.parametrize(
    "broken",
    [
        b'{"a": 1, "a": 2}',
        b'{"$schema": "x", "deep": [{"a": 1, "a": 1}]}',
        b'{"a": 1,}',
        b"",
        b"\xff",
        b"\xef\xbb\xbf{",
        b'{"a": 9007199254740993.0}',
        b"[]",
        b'{"a": NaN}',
        b'{"a": 123456789012345678901234567890}',
        b'{"a":' + b"[" * 300 + b"]" * 300 + b"}",
    ],
)
def test_mending_leaves_what_it_would_lose(broken: bytes, tmp_path: Path) -> None:
    root = copied(tmp_path)
    untouched = ["coded/outlets.json", "coded/articles/more-2026-04.json", "coded/codings/boris.jsonl"]
    for file in untouched:
        (root / file).write_bytes(broken)
    assert check.mend(root) == []
    assert [(root / file).read_bytes() for file in untouched] == [broken] * 3


@pytest.mark.parametrize(
    "file",
    [
        "schemas/maps/clippings.json",
        "schemas/codebook.json",
        "coded/outlets.json",
        "coded/articles/harbour-post-2026-03-03.json",
        "coded/codings/alba/harbour-post-2026-03-03.json",
    ],
)
def test_mending_names_the_schema_of_a_record_that_names_none(file: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / file
    before = path.read_bytes()
    record = json.loads(before)
    del record["$schema"]
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert any(fault.pointer == "/$schema" or "$schema" in fault.message for fault in check.faults(root))
    assert check.mend(root) == [file]
    assert path.read_bytes() == before
    assert check.mend(root) == []


def test_mending_leaves_a_codebook_that_it_would_lose(tmp_path: Path) -> None:
    root = copied(tmp_path)
    codebook = root / "schemas/codebook.json"
    broken = codebook.read_bytes().replace(b'"id": "ferry-press"', b'"id": "x", "id": "ferry-press"', 1)
    codebook.write_bytes(broken)
    check.mend(root)
    assert codebook.read_bytes() == broken


def test_mending_one_bad_line_leaves_the_whole_file(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / "coded/codings/boris.jsonl"
    broken = path.read_bytes().replace(b":", b": ") + b"{\n"
    path.write_bytes(broken)
    assert check.mend(root) == []
    assert path.read_bytes() == broken


def test_a_mend_is_only_of_form(tmp_path: Path) -> None:
    """A record that breaks its schema or a rule is tidied, and broken as before."""
    root = copied(tmp_path)
    path = root / "coded/codings/alba/harbour-post-2026-03-03.json"
    record = orjson.loads(path.read_bytes())
    record = {"unknown": 1, **record, "confidence": 7}
    path.write_bytes(orjson.dumps(record))
    assert check.mend(root) == ["coded/codings/alba/harbour-post-2026-03-03.json"]
    assert orjson.loads(path.read_bytes()) == record
    assert {fault.rule for fault in check.faults(root)} == {"schema_enum", "schema_additionalProperties"}


def as_lines(root: Path) -> None:
    """Turns every folder of records into one JSONL file."""
    orders = {"article": check.validate.fixed_contract("article").order}
    codebook = orjson.loads((STUDY / "schemas/codebook.json").read_bytes())
    orders["coding"] = check.validate.coding_contract(codebook).order
    folders = {root / "coded/articles": "article"}
    folders |= {folder: "coding" for folder in (root / "coded/codings").iterdir() if folder.is_dir()}
    for folder, kind in folders.items():
        records = [orjson.loads(path.read_bytes()) for path in sorted(folder.iterdir())]
        lines = [canonical.line_bytes(record, orders[kind]) for record in records]
        folder.with_name(folder.name + ".jsonl").write_bytes(b"".join(lines))
        shutil.rmtree(folder)


def test_lines_are_the_same_study_as_folders(tmp_path: Path) -> None:
    root = copied(tmp_path)
    as_lines(root)
    assert check.faults(root) == []
    assert sorted(map(orjson.dumps, records(root).values())) == sorted(map(orjson.dumps, records(STUDY).values()))
    assert check.mend(root) == []


@settings(max_examples=40)
@given(data=st.data())
def test_lines_have_the_faults_of_folders(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = copied(tmp_path_factory.mktemp("lines"))
    file = data.draw(st.sampled_from([file for file in RECORDS if "/articles/" in file or "/alba/" in file]))
    record = orjson.loads((root / file).read_bytes())
    places = [(part, key) for part, key in inside(record) if key not in ("$schema", "id", "article", "coder")]
    target, key = data.draw(st.sampled_from(places))
    target[key] = data.draw(st.sampled_from([None, "x", "か\u3099", -1, [], "economy", "2026-03", "e2-fare-talks"]))
    (root / file).write_bytes(canonical.as_file(record))
    alone = check.faults(root)
    as_lines(root)
    together = check.faults(root)
    assert sorted((fault.rule, fault.pointer, fault.message) for fault in alone) == sorted(
        (fault.rule, fault.pointer, fault.message) for fault in together
    )


def test_a_broken_record_does_not_blame_those_that_name_it(tmp_path: Path) -> None:
    """An article or register that cannot be read is known to be there."""
    for number, (file, content) in enumerate(
        [
            ("coded/articles/harbour-post-2026-03-13.json", b"{"),
            ("coded/articles/harbour-post-2026-03-13.json", b"{}\n"),
            ("coded/outlets.json", b"{"),
            ("coded/events.json", b"[]"),
            ("coded/coders.json", b"\xff"),
            ("coded/sources.json", b'{"sources": 1}'),
        ]
    ):
        root = copied(tmp_path / str(number))
        (root / file).write_bytes(content)
        assert {fault.file for fault in check.faults(root)} == {file}


def test_a_broken_line_of_articles_blames_no_other(tmp_path: Path) -> None:
    """It once emptied the index of articles and ended in a KeyError."""
    root = copied(tmp_path)
    as_lines(root)
    path = root / "coded/articles.jsonl"
    path.write_bytes(path.read_bytes() + b"{\n")
    assert {str(fault).split(":")[1] for fault in check.faults(root)} == {"6"}
    path.write_bytes(b"{\n" + path.read_bytes())
    assert {fault.file for fault in check.faults(root)} == {"coded/articles.jsonl"}


@pytest.mark.parametrize("name", ["add", "coded", "articles", "versions", "codebook", "events", "bundles"])
def test_a_coder_may_be_called_anything(name: str, tmp_path: Path) -> None:
    """A broken file of a coder called like a part of the index once replaced that part."""
    root = copied(tmp_path)
    (root / f"coded/codings/{name}.jsonl").write_bytes(b"{\n")
    (root / f"coded/articles/{name}.json").write_bytes(b"{\n")
    found = check.faults(root)
    assert {fault.file for fault in found} == {f"coded/codings/{name}.jsonl", f"coded/articles/{name}.json"}


def test_a_constraint_on_an_unknown_variable_is_told_and_no_more(tmp_path: Path) -> None:
    """It once ended in a KeyError at the first coding."""
    root = copied(tmp_path)
    path = root / "schemas/codebook.json"
    path.write_bytes(path.read_bytes().replace(b'"voice": [\n          "quoted', b'"voise": [\n          "quoted'))
    assert [fault.rule for fault in check.faults(root)] == ["codebook_valid", "codebook_refers"]


def test_a_folder_in_place_of_a_schema_is_told_and_left(tmp_path: Path) -> None:
    """Mending once tried to replace it, and named a temporary file when that failed."""
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    schema = root / "schemas" / "coding.schema.json"
    schema.unlink()
    schema.mkdir()
    assert check.mend(root) == []
    assert [fault.message.partition(";")[0] for fault in check.faults(root)] == ["is a folder, not a file"]


@pytest.mark.parametrize("sort", ["pipe", "link"])
def test_what_stands_in_place_of_a_schema_and_is_no_file_is_told_and_left(sort: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    schema = root / "schemas" / "coding.schema.json"
    schema.unlink()
    os.mkfifo(schema) if sort == "pipe" else schema.symlink_to("nowhere")
    assert check.mend(root) == []
    assert not schema.is_file()
    assert [fault.rule for fault in check.faults(root)] == ["schema_current"]


def test_mending_follows_links_and_keeps_what_is_private(tmp_path: Path) -> None:
    """A link once became a copy, and the shared file stayed as it was."""
    root, shared = copied(tmp_path), tmp_path / "outlets.json"
    link = root / "coded/outlets.json"
    shared.write_bytes(link.read_bytes().replace(b"  ", b" "))
    shared.chmod(0o600)
    link.unlink()
    link.symlink_to(shared)
    assert check.mend(root) == ["coded/outlets.json"]
    assert link.is_symlink()
    assert shared.read_bytes() == (STUDY / "coded/outlets.json").read_bytes()
    assert shared.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("file", ["coded/outlets.json", "coded/codings/boris.jsonl", "schemas/codebook.json"])
def test_mending_removes_a_byte_order_mark(file: str, tmp_path: Path) -> None:
    """It was once told and left, and the whole register with it."""
    root = copied(tmp_path)
    (root / file).write_bytes(b"\xef\xbb\xbf" + (root / file).read_bytes())
    assert [(fault.file, fault.rule) for fault in check.faults(root)] == [(file, "canonical")]
    assert check.mend(root) == [file]
    assert contents(root) == contents(STUDY)


def test_a_mark_before_what_would_lose_something_is_left_with_it(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / "coded/outlets.json"
    broken = b"\xef\xbb\xbf" + path.read_bytes().replace(b'"id"', b'"id": "x", "id"', 1)
    path.write_bytes(broken)
    assert check.mend(root) == []
    assert path.read_bytes() == broken
    assert [fault.rule for fault in check.faults(root)] == ["json_duplicate_key"]
