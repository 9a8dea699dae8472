"""The front door: a whole study, or one error that carries every fault."""

import shutil
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from polars.testing import assert_frame_equal

import framing
from framing.analysis.reading import reading
from framing.corpus import Corpus, read, trusted
from framing.refusal import Refusal
from framing.study.check import mend
from framing.study.faults import InvalidStudy, StudyNotFound

ROOT = Path(__file__).parent.parent
TEMPLATE = Path(framing.__file__).parent / "study" / "template"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The template as ``framing init`` makes it."""
    made = tmp_path / "study"
    shutil.copytree(TEMPLATE, made)
    mend(made)
    return made


def as_lines(folder: Path) -> None:
    """Puts every collection of a study into one JSONL file each."""
    for records in (folder / "coded" / "articles", *sorted((folder / "coded" / "codings").iterdir())):
        lines = []
        for path in sorted(records.glob("*.json")):
            record = orjson.loads(path.read_bytes())
            del record["$schema"]
            lines.append(orjson.dumps(record) + b"\n")
        records.with_name(records.name + ".jsonl").write_bytes(b"".join(lines))
        shutil.rmtree(records)


def without_schema(records: dict[object, dict[str, object]]) -> dict[object, dict[str, object]]:
    return {
        key: {name: value for name, value in record.items() if name != "$schema"} for key, record in records.items()
    }


def test_the_template_is_a_study(folder: Path) -> None:
    corpus = read(folder)
    assert corpus.root == folder.resolve()
    assert corpus.codebook["id"] == "my-study"
    registers = {"outlets", "events", "sources", "searches", "samples", "coders", "claims", "questions"}
    assert set(corpus.registers) == registers
    assert set(corpus.articles) == set(corpus.tables.articles["article"])
    assert set(corpus.codings) == set(corpus.tables.codings.select("article", "coder").rows())


def test_any_folder_inside_opens_it(folder: Path) -> None:
    assert read(folder / "coded" / "articles").root == read(str(folder)).root == folder.resolve()


def test_its_training_record_is_never_read(folder: Path) -> None:
    found = reading(read(folder).tables)
    assert isinstance(found, Refusal)
    assert found.code == "nothing_coded"


def test_a_study_of_lines_equals_a_study_of_files(folder: Path, tmp_path: Path) -> None:
    lined = tmp_path / "lined"
    shutil.copytree(folder, lined)
    as_lines(lined)
    one, other = read(folder), read(lined)
    for left, right in zip(one.tables, other.tables, strict=True):
        assert_frame_equal(left, right)
    for name in ("articles", "codings"):
        assert without_schema(getattr(one, name)) == without_schema(getattr(other, name))


def test_the_error_carries_all_faults(folder: Path) -> None:
    (article,) = (folder / "coded" / "articles").glob("*.json")
    article.write_bytes(article.read_bytes().replace(b'"harbour-post"', b'"harbor-post"'))
    (folder / "coded" / "searches.json").write_text("{", encoding="utf-8")
    (folder / "coded" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InvalidStudy) as caught:
        read(folder)
    faults = caught.value.faults
    files = {fault.file for fault in faults}
    assert {"coded/searches.json", "coded/notes.txt", f"coded/articles/{article.name}"} <= files
    assert list(faults) == sorted(faults)
    assert all(str(fault) in str(caught.value) for fault in faults)


def test_a_folder_that_is_no_study_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(StudyNotFound, match="is not a study"):
        read(tmp_path)


def test_the_front_door_stands_open() -> None:
    assert framing.read is read
    assert Corpus.__dataclass_params__.frozen  # type: ignore[attr-defined]  # set by the decorator


def test_reading_a_study_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Polars prints some deprecations itself, past the filter that makes warnings errors."""
    read(Path(__file__).parent / "examples" / "study")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("folder", [".", "tests/examples/study"])
def test_a_study_that_is_trusted_is_the_one_that_is_read(folder: str) -> None:
    whole, told = read(ROOT / folder), trusted(ROOT / folder)
    assert replace(told, tables=whole.tables) == whole
    for one, other in zip(told.tables, whole.tables, strict=True):
        assert_frame_equal(one, other)


def test_what_nobody_asks_for_is_left_out() -> None:
    whole, told = read(ROOT).tables, trusted(ROOT, unasked=["evidence"]).tables
    assert_frame_equal(told.evidence, whole.evidence.clear())
    assert_frame_equal(told.values, whole.values)
