"""Every format, opened again by a reader that is not ours, holds the same; and the same study gives the same bytes."""

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import fastexcel
import jsonschema
import polars as pl
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from framing.analysis.reading import Reading, reading
from framing.corpus import read as corpus_at
from framing.export import as_sav, dictionary, losses
from framing.export.as_csv import FORMULA, csv_files, marked
from framing.export.as_datapackage import datapackage_files
from framing.export.as_dta import LETTERS as REASON_LETTERS
from framing.export.as_dta import dta_files
from framing.export.as_parquet import parquet_files
from framing.export.as_sav import sav_files
from framing.export.as_xlsx import LETTERS, xlsx_files
from framing.export.column import REASONS, Column, numbers
from framing.export.formats import FORMATS
from framing.export.package import Package, Table, package
from framing.refusal import Refusal
from tests.overlay import EXAMPLES, overlaid

ROOT = Path(__file__).parent.parent
FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "'=x",
    "\t=1",
    '=HYPERLINK("http://x")',
    "-1",
    "don't",
    "http://x",
]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(FORMULAS)
FRAME = st.builds(
    lambda rows: pl.DataFrame(rows, schema={"text": pl.String, "n": pl.Int64, "x": pl.Float64, "day": pl.Date, "yes": pl.Boolean}, orient="row"),
    st.lists(
        st.tuples(
            st.none() | TEXT,
            st.none() | st.integers(-(2**63), 2**63 - 1),
            st.none() | st.floats(-1e9, 1e9),
            st.none() | st.dates(date(1700, 1, 1)),
            st.none() | st.booleans(),
        ),
        max_size=6,
    ),
)  # fmt: skip


DIGITS = 1e-14
"""A workbook keeps 16 digits of a number."""


def of(frame: pl.DataFrame) -> Package:
    columns = tuple(Column(name, {"en": name}, "") for name in frame.columns)
    return Package(
        "small", {"en": "Small"}, "1.0.0", "ab", ("majority", "attributed"), {"words": Table("", "", columns, frame)}
    )


@pytest.fixture(scope="module", params=[".", "tests/examples/study", "numbers"])
def held(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Package:
    root = ROOT / request.param
    if request.param == "numbers":
        root = overlaid(EXAMPLES / "valid/codebook-numbers", tmp_path_factory.mktemp("numbers") / "study")
    study = corpus_at(root)
    read = reading(study.tables)
    assert isinstance(read, Reading)
    return package(study.tables, read, study.codebook)


def sheet(content: bytes, name: str, schema: pl.Schema) -> pl.DataFrame:
    """A sheet as Calamine reads it, in the types of a table; times are of no matter."""
    book = fastexcel.read_excel(content)
    dtypes = {column: "float" if kind.is_float() else "string" for column, kind in schema.items()}
    return (
        book.load_sheet(name, dtypes=dtypes).to_polars().select(_typed(column, kind) for column, kind in schema.items())
    )


def _typed(name: str, kind: pl.DataType) -> pl.Expr:
    if kind == pl.Boolean:
        return pl.col(name).str.to_lowercase().replace_strict({"true": True, "false": False}, return_dtype=pl.Boolean)
    if kind == pl.Date:
        return pl.col(name).str.head(10).str.to_date()
    return pl.col(name).str.strip_suffix(".0").cast(kind) if kind.is_integer() else pl.col(name).cast(kind)


def unmarked(table: pl.DataFrame) -> pl.DataFrame:
    """The texts of a table that was ``marked``, as they were."""
    return table.with_columns(
        pl.when(pl.col(name).str.contains(f"^'{FORMULA[1:]}"))
        .then(pl.col(name).str.slice(1))
        .otherwise(name)
        .alias(name)
        for name, of in table.schema.items()
        if of == pl.String
    )


def assert_all_equal(held: Package, opened: dict[str, pl.DataFrame], tolerance: float = 0) -> None:
    for name, table in held.tables.items():
        assert_frame_equal(opened[name], table.frame, rel_tol=tolerance, abs_tol=0)


def test_csv_opened_again_is_equal(held: Package) -> None:
    files = csv_files(held)
    opened = {
        name: unmarked(pl.read_csv(files[f"csv/{name}.csv"], schema=table.frame.schema))
        for name, table in held.tables.items()
    }
    assert_all_equal(held, opened)


def test_parquet_opened_again_is_equal_and_names_its_codebook(held: Package) -> None:
    files = parquet_files(held)
    assert_all_equal(held, {name: pl.read_parquet(files[f"parquet/{name}.parquet"]) for name in held.tables})
    metadata = pl.read_parquet_metadata(BytesIO(files["parquet/wide.parquet"]))
    assert metadata["framing_codebook_sha256"] == held.digest
    assert metadata["framing_codebook_version"] == held.version
    assert metadata["framing_reading"] == "adjudicated"


def test_a_workbook_opened_again_is_equal(held: Package) -> None:
    files = xlsx_files(held)
    assert not isinstance(files, Refusal)
    ((name, content),) = files.items()
    assert name == f"{held.id}.xlsx"
    assert fastexcel.read_excel(content).sheet_names == ["about", *held.tables]
    assert_all_equal(
        held, {name: sheet(content, name, table.frame.schema) for name, table in held.tables.items()}, DIGITS
    )


@given(FRAME)
def test_any_table_survives_csv_and_parquet(frame: pl.DataFrame) -> None:
    schema = frame.schema
    (text,), (binary,) = csv_files(of(frame)).values(), parquet_files(of(frame)).values()
    assert_frame_equal(unmarked(pl.read_csv(text, schema=schema)), frame, check_exact=True)
    assert_frame_equal(pl.read_parquet(binary), frame, check_exact=True)


@given(FRAME)
def test_any_table_survives_a_workbook(frame: pl.DataFrame) -> None:
    keyed = frame.with_row_index("row")  # readers end a sheet at its last cell that is not empty
    files = xlsx_files(of(keyed))
    assert not isinstance(files, Refusal)
    opened = sheet(files["small.xlsx"], "words", keyed.schema)
    assert_frame_equal(opened, keyed, rel_tol=DIGITS)


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_is_calculated(text: str) -> None:
    frame = pl.DataFrame({"text": [text]})
    files = xlsx_files(of(frame))
    assert not isinstance(files, Refusal)
    with zipfile.ZipFile(BytesIO(files["small.xlsx"])) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets")]
        assert not any(b"<f>" in content or b"hyperlink" in content for content in sheets)
    assert sheet(files["small.xlsx"], "words", frame.schema).item() == text
    (cell,) = marked(frame)["text"]
    assert cell[0] not in "=+@\t\r" or cell == "-1"
    assert cell[0] != "-" or cell == "-1"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_study_gives_the_same_bytes(held: Package, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = FORMATS[name].files(held)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert FORMATS[name].files(held) == before


def test_what_a_workbook_cannot_hold_is_refused() -> None:
    refused = xlsx_files(of(pl.DataFrame({"text": ["x" * (LETTERS + 1)]})))
    assert isinstance(refused, Refusal)
    assert refused.code == "cell_too_small"
    wide = xlsx_files(of(pl.DataFrame({f"c{place}": [1] for place in range(16_385)})))
    assert isinstance(wide, Refusal)
    assert wide.code == "sheet_too_small"


def sav(held: Package, folder: Path) -> tuple[pl.DataFrame, Any]:
    files = sav_files(held)
    assert not isinstance(files, Refusal)
    ((name, content),) = files.items()
    (folder / name).write_bytes(content)
    found: tuple[pl.DataFrame, Any] = pyreadstat.read_sav(folder / name, user_missing=True, output_format="polars")
    return found


def test_a_file_for_spss_opened_again_says_the_same(held: Package, tmp_path: Path) -> None:
    opened, about = sav(held, tmp_path)
    wide = held.tables["wide"]
    assert opened.columns == [column.name for column in wide.columns if column.part != "missing"]
    assert f"codebook_sha256 {held.digest}" in about.notes
    reasons = {column.variable: column.name for column in wide.columns if column.part == "missing"}
    for column in wide.columns:
        if column.variable and column.part != "missing":
            labels, cells = about.variable_value_labels[column.name], opened[column.name].to_list()
            assert set(cells) - {None} <= set(labels)
            assert about.variable_measure[column.name] == (
                "ordinal" if column.scored and column.part == "answer" else "nominal"
            )
            assert about.column_names_to_labels[column.name] == column.labels["en"]
        if column.variable and column.part in ("answer", "member"):
            places = {number: name for name, number in numbers(column).items()}
            said = [
                None
                if cell in REASONS.values() or cell is None
                else cell
                if column.scored or column.member
                else places[cell]
                for cell in cells
            ]
            missing = [next((reason for reason, number in REASONS.items() if number == cell), None) for cell in cells]
            assert said == wide.frame[column.name].to_list()
            assert missing == wide.frame[reasons[column.variable]].to_list()
            assert [one["lo"] for one in about.missing_ranges[column.name]] == list(REASONS.values())


def test_a_file_for_stata_opened_again_says_the_same(held: Package, tmp_path: Path) -> None:
    files = dta_files(held)
    assert not isinstance(files, Refusal)
    ((name, content),) = files.items()
    assert b"<release>118</release>" in content
    (tmp_path / name).write_bytes(content)
    opened, about = pyreadstat.read_dta(tmp_path / name, user_missing=True, output_format="polars")
    wide = held.tables["wide"]
    kept = [column for column in wide.columns if column.part != "missing"]
    assert [column[:28] for column in opened.columns] == [column.name[:28] for column in kept]
    reasons = {column.variable: column.name for column in wide.columns if column.part == "missing"}
    letters = {letter: reason for reason, letter in REASON_LETTERS.items()}
    for place, column in enumerate(kept):
        if column.variable and column.part in ("answer", "member"):
            cells = opened[opened.columns[place]].to_list()
            labels = about.variable_value_labels[opened.columns[place]]
            assert set(cells) - {None} <= set(labels)
            assert about.column_labels[place] == column.labels["en"][:80]
            places = {number: name for name, number in numbers(column).items()}
            found = [None if isinstance(cell, str) or cell is None else cell for cell in cells]
            direct = column.scored or column.member
            said = [cell if direct or cell is None else places[cell] for cell in found]
            assert said == wide.frame[column.name].to_list()
            assert [letters.get(cell) for cell in cells] == wide.frame[reasons[column.variable]].to_list()
        elif not column.values and opened.schema[opened.columns[place]] == pl.Date:
            assert opened[opened.columns[place]].to_list() == wide.frame[column.name].to_list()


def test_files_of_numbers_have_those_of_the_codebook(tmp_path: Path) -> None:
    """The labels of the example ``codebook-numbers``; without numbers, places in the list, and the loss report says so."""
    fixed = overlaid(EXAMPLES / "valid/codebook-numbers", tmp_path / "study")
    labels, told = {}, {}
    for name, root in (("fixed", fixed), ("places", ROOT / "tests/examples/study")):
        study = corpus_at(root)
        read = reading(study.tables)
        assert isinstance(read, Reading)
        held = package(study.tables, read, study.codebook)
        labels[name] = sav(held, tmp_path)[1].variable_value_labels
        rows = held.tables["dictionary"].frame.filter(pl.col("table") == "wide", pl.col("column") == "primary")
        told[name] = rows["number"].to_list(), losses.SHIFTED in " ".join(losses.of_wide(held))
        assert (dictionary.SHIFTS in rows["definition"][0]) == (name == "places")
    assert labels["fixed"]["primary"] == {
        1: "Conflict",
        4: "Economic consequences",
        2: "Attribution of responsibility",
        99: "Other",
    }
    assert sorted(labels["fixed"]["voice"]) == [-99, 0, 1, 2]
    assert sorted(labels["places"]["voice"]) == [-99, 1, 2, 3]
    assert told == {"fixed": ([None, 1, 4, 2, 99], False), "places": ([None, 1, 2, 3, 4], True)}


def test_a_score_that_would_be_a_reason_is_refused() -> None:
    tone = Column("tone", {"en": "Tone"}, "", ({"id": -99},), "tone", level="ordinal", scored=True)
    why = tone._replace(name="why", values=({"id": "unknown"},), part="missing")
    frame = pl.DataFrame({"tone": [-99], "why": [None]}, schema={"tone": pl.Int64, "why": pl.String})
    refused = sav_files(of(frame)._replace(tables={"wide": Table("", "", (tone, why), frame)}))
    assert isinstance(refused, Refusal)
    assert refused.code == "score_taken"


def test_a_missing_library_is_said_in_words(held: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sav, "find_spec", lambda _: None)
    refused = sav_files(held)
    assert isinstance(refused, Refusal)
    assert "media-framing[spss]" in refused.need


PROFILE = {
    "type": "object",
    "required": ["$schema", "name", "resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"pattern": "^[a-z0-9._-]+$"},
        "resources": {"type": "array", "minItems": 1, "items": {
            "type": "object",
            "required": ["name", "path", "schema"],
            "properties": {
                "name": {"pattern": "^[a-z0-9._-]+$"},
                "path": {"pattern": "^(?=^[^./~])(^((?!\\.{2}).)*$).*$"},
                "type": {"const": "table"},
                "bytes": {"type": "integer"},
                "hash": {"pattern": "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$"},
                "schema": {"type": "object", "required": ["fields"], "properties": {
                    "$schema": {"const": "https://datapackage.org/profiles/2.0/tableschema.json"},
                    "missingValues": {"type": "array", "items": {"type": "string"}},
                    "primaryKey": {"type": "array", "items": {"type": "string"}},
                    "foreignKeys": {"items": {"required": ["fields", "reference"], "properties": {"fields": {"type": "array"}}}},
                    "fields": {"type": "array", "minItems": 1, "items": {
                        "type": "object",
                        "required": ["name", "type"],
                        "properties": {
                            "type": {"enum": ["string", "integer", "number", "date", "boolean"]},
                            "title": {"type": "string", "minLength": 1},
                            "constraints": {"properties": {"enum": {"type": "array", "minItems": 1, "uniqueItems": True}}},
                        },
                    }},
                }},
            },
        }},
    },
}  # fmt: skip
"""The main points of the profile of Data Package 2.0 (datapackage.org/profiles/2.0/datapackage.json)."""


def test_a_data_package_describes_its_files(held: Package) -> None:
    files = datapackage_files(held)
    told = json.loads(files["datapackage.json"])
    jsonschema.Draft202012Validator(PROFILE).validate(told)
    assert told["framing:codebook_sha256"] == held.digest
    for resource in told["resources"]:
        table = pl.read_csv(files[resource["path"]], infer_schema=False)
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == table.columns
        assert resource["bytes"] == len(files[resource["path"]])
        for name, field in fields.items():
            listed = field.get("constraints", {}).get("enum")
            assert listed is None or set(table[name].drop_nulls()) <= set(map(str, listed)), name
        for key in resource["schema"].get("primaryKey", []):
            assert table[key].is_unique().all()
        for key in resource["schema"].get("foreignKeys", []):
            (own,), (other,) = key["fields"], key["reference"]["fields"]
            named = pl.read_csv(files[f"csv/{key['reference']['resource']}.csv"], infer_schema=False)[other]
            assert set(table[own].drop_nulls()) <= set(named)
