"""The tables of an export hold what the study's records and its reading hold, and nothing else."""

from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.analysis.choices import Ground
from framing.analysis.reading import Reading, reading
from framing.analysis.table import Tables
from framing.corpus import read as corpus_at
from framing.export.column import of_variables
from framing.export.fixed import TABLES
from framing.export.package import Package, package
from framing.study.levels import MISSING, NOT_CODED

Record = dict[str, Any]
CAUSES = ("weather", "crew", "harbour")
ROOT = Path(__file__).parent.parent
GROUND: tuple[Ground, ...] = ("attributed", "inferred")
ANSWERS = {
    "voice": st.sampled_from(["outlet", "guest", "unknown", NOT_CODED]),
    "stance": st.sampled_from([-2, 0, 2, "not_expressed", NOT_CODED]),
    "causes": st.lists(st.sampled_from(CAUSES), min_size=1, unique=True) | st.just("unknown") | st.just(NOT_CODED),
}
CODED = st.lists(
    st.tuples(st.fixed_dictionaries(ANSWERS), st.sets(st.sampled_from(sorted(ANSWERS))), st.booleans()),
    min_size=21,
    max_size=21,
)


@pytest.fixture
def records(study: Any) -> Any:
    """The shared study, with a variable that takes a set."""
    book = study.registers["codebook"]
    book |= {"id": "small", "version": "1.0.0", "title": {"en": "Small"}}
    book["variables"].append({"id": "causes", "level": "set", "values": [{"id": name} for name in CAUSES]})
    return study


def coded(study: Any, answers: list[tuple[Record, set[str], bool]]) -> tuple[Tables, list[Record]]:
    """The tables of the study with other answers, and its codings; some name a further event."""
    codings = deepcopy(study.codings)
    for coding, (values, inferred, further) in zip(codings, answers, strict=True):
        held = [name for name in values if name in inferred and values[name] not in (*MISSING, NOT_CODED)]
        coding |= {"values": values, "inferred": held}
        if further and coding["event"]["id"] == "visit":
            coding["event"]["others"] = ["talks", "summit"]
    return study._replace(codings=codings).tables(), codings


def packed(study: Any, tables: Tables, ground: Ground) -> tuple[Package, Reading]:
    read = reading(tables, "majority", ground=ground)
    assert isinstance(read, Reading)
    return package(tables, read, study.registers["codebook"]), read


def cells(frame: pl.DataFrame, variable: str) -> Any:
    """What the wide table says of one variable, in the words of a record: answer and ground."""
    row = frame.row(0, named=True)
    said: Any = row.get(variable)
    if variable == "causes":
        flags = [row[f"causes_{name}"] for name in CAUSES]
        assert all(flag is None for flag in flags) or set(flags) <= {0, 1}
        said = [name for name, flag in zip(CAUSES, flags, strict=True) if flag] or None
    return said if said is not None else row[f"{variable}_missing"], row[f"{variable}_ground"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CODED)
def test_a_wide_row_says_what_its_coding_says(records: Any, answers: Any) -> None:
    tables, codings = coded(records, answers)
    wide = packed(records, tables, "attributed")[0].tables["wide"].frame
    assert wide.filter(pl.col("row") == "coding").height == len(codings)
    for coding in codings:
        row = wide.filter(pl.col("article") == coding["article"], pl.col("coder") == coding["coder"])
        for variable, answer in coding["values"].items():
            if answer == NOT_CODED:
                assert cells(row, variable) == (None, None)
                continue
            told, ground = cells(row, variable)
            assert told == (sorted(answer, key=CAUSES.index) if isinstance(answer, list) else answer)
            inferred = "inferred" if variable in coding["inferred"] else "attributed"
            assert ground == (None if answer in MISSING else inferred)
        named = row.row(0, named=True)
        assert [named["primary"], named["event"], named["relation"], named["phase"], named["confidence"]] == [
            coding["frames"]["primary"], coding["event"]["id"], coding["event"]["relation"], coding["phase"], coding["confidence"],
        ]  # fmt: skip
        assert (named["others"] or "").split("; ") == coding["event"].get("others", [""])
        seen = [named[name] for name in row.columns if name.startswith("secondary_") and named[name]]
        assert seen == coding["frames"]["secondary"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CODED, st.sampled_from(GROUND))
def test_the_long_table_holds_every_value_once(records: Any, answers: Any, ground: Ground) -> None:
    tables, _ = coded(records, answers)
    held, read = packed(records, tables, ground)
    long = held.tables["long"].frame
    kinds = {name: long.filter(pl.col("row") == name) for name in ("coding", "reading")}
    columns = ("variable", "value", "score", "missing", "ground")
    for kind, own, values, frames in (
        ("coding", ("article", "coder"), tables.values, tables.frames),
        ("reading", ("article",), read.values, read.frames),
    ):
        said = kinds[kind].filter(pl.col("kind") == "variable").select(*own, *columns)
        seen = kinds[kind].filter(pl.col("kind") == "frame").select(*own, "value", "role")
        assert Counter(said.rows()) == Counter(values.select(*own, *columns).rows())
        assert Counter(seen.rows()) == Counter(frames.select(*own, "frame", "role").rows())
    assert long.filter(pl.col("row") == "reading")["coder"].null_count() == kinds["reading"].height


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CODED, st.sampled_from(GROUND))
def test_wide_and_long_agree(records: Any, answers: Any, ground: Ground) -> None:
    tables = coded(records, answers)[0]
    held, read = packed(records, tables, ground)
    wide, long = held.tables["wide"].frame, held.tables["long"].frame
    key = ["row", "article", "coder"]
    assert wide.select(key).is_duplicated().sum() == 0
    assert wide.filter(pl.col("row") == "reading")["article"].to_list() == read.articles["article"].to_list()
    assert wide.filter(pl.col("row") == "reading")["weight"].to_list() == read.articles["weight"].to_list()
    weights = dict(tables.articles.select("article", "weight").iter_rows())
    assert all(
        weights[name] == weight
        for row, name, weight in wide.select("row", "article", "weight").rows()
        if row == "coding"
    )
    for row in wide.iter_rows(named=True):
        mine = long.filter(pl.all_horizontal(pl.col(name).eq_missing(pl.lit(row[name], pl.String)) for name in key))
        assert set(mine["weight"]) == {row["weight"]}
        by_kind = {kind: part for (kind,), part in mine.partition_by("kind", as_dict=True).items()}
        assert by_kind["frame"]["value"].to_list()[0] == row["primary"]
        others = (row["others"] or "").split("; ") if row["others"] else []
        events = by_kind["event"]["value"].to_list() if "event" in by_kind else []
        assert events == [*([row["event"]] if row["event"] else []), *others]
        values = by_kind.get("variable", mine.clear())
        for name in ("voice", "causes", "stance"):
            said = values.filter(pl.col("variable") == name)
            assert row[f"{name}_missing"] == (said["missing"].drop_nulls().to_list() or [None])[0]
            grounds = set(said["ground"].drop_nulls())
            assert row[f"{name}_ground"] == ("both" if len(grounds) > 1 else next(iter(grounds), None))
        assert row["stance"] == (values.filter(pl.col("variable") == "stance")["score"].to_list() or [None])[0]
        causes = set(values.filter(pl.col("variable") == "causes")["value"].drop_nulls())
        assert {name for name in CAUSES if row[f"causes_{name}"]} == causes


def test_an_inferred_value_is_told_of_the_coding_and_kept_out_of_an_attributed_reading(records: Any) -> None:
    records.codings[10] |= {"inferred": ["voice"]}
    article = records.codings[10]["article"]
    for ground, expected in (("attributed", (None, "unknown", None)), ("inferred", ("outlet", None, "inferred"))):
        wide = packed(records, records.tables(), ground)[0].tables["wide"].frame.filter(pl.col("article") == article)
        coding, read = wide.select("voice", "voice_missing", "voice_ground").rows()
        assert coding == ("outlet", None, "inferred")
        assert read == expected


def test_every_column_is_in_the_dictionary_with_a_meaning() -> None:
    study = corpus_at(ROOT / "tests/examples/study")
    read = reading(study.tables)
    assert isinstance(read, Reading)
    held = package(study.tables, read, study.codebook)
    assert list(held.tables) == list(TABLES)
    told = held.tables["dictionary"].frame
    for name, table in held.tables.items():
        assert [column.name for column in table.columns] == table.frame.columns
        if name != "dictionary":
            mine = told.filter(pl.col("table") == name, pl.col("value").is_null())
            assert mine["column"].to_list() == table.frame.columns
            assert mine["definition"].null_count() == mine["label_en"].null_count() == 0
    languages = [f"label_{language}" for language in study.codebook["title"]]
    values = told.filter(
        pl.col("variable").is_not_null(), pl.col("value").is_not_null(), ~pl.col("column").str.ends_with("_ground")
    )
    assert values.height > 15
    assert sum(values[language].null_count() for language in languages) == 0


def test_values_of_the_wide_table_are_in_the_dictionary() -> None:
    study = corpus_at(ROOT)
    read = reading(study.tables)
    assert isinstance(read, Reading)
    held = package(study.tables, read, study.codebook)
    wide, told = held.tables["wide"], held.tables["dictionary"].frame.filter(pl.col("table") == "wide")
    for column in wide.columns:
        listed = told.filter(pl.col("column") == column.name)["value"].drop_nulls()
        found = wide.frame[column.name].drop_nulls().cast(pl.String).unique()
        if column.member:
            assert set(found) <= {"0", "1"}, column.name
        elif column.variable:
            assert set(found) <= set(listed), column.name


def test_a_variable_that_is_called_like_a_column_gets_another_name() -> None:
    variables = [{"id": name, "level": "nominal"} for name in ("outlet", "tone", "tone_missing")]
    names = [column.name for column in of_variables({"variables": variables}, ["outlet", "coded_outlet"])]
    assert names[0] == "coded_coded_outlet"
    assert names[6] == "coded_tone_missing"
    assert len(set(names)) == len(names) == 9


def test_evidence_is_short_and_no_other_text_of_an_article_leaves_the_study(records: Any) -> None:
    planted = "The whole text of an article, which nobody may export. " * 40
    records.articles[0]["text"] = planted
    records.codings[0]["memo"] = planted
    held, _ = packed(records, records.tables(), "attributed")
    assert all(planted[:40] not in str(table.frame.rows()) for table in held.tables.values())
