"""Marks of missing values and names that look alike are told, in every layout; nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement.doubtful_codes import doubts
from framing.agreement.ratings import Level, Ratings
from framing.agreement.ratings_csv import CodingTable, read_ratings, read_recal


def told(codes: list[list[object]], level: Level = "nominal") -> list[str]:
    return doubts(Ratings.from_lists(codes, level))


def in_files(folder: Path, code: str) -> list[CodingTable]:
    """The same four codings, one of them doubtful, in the wide, the long and the ReCal layout."""
    layouts = {
        "wide.csv": f"unit,aki,olga\na1,1,{code}\na2,2,2\n",
        "long.csv": f"unit,coder,value\na1,aki,1\na1,olga,{code}\na2,aki,2\na2,olga,2\n",
        "recal.csv": f"1,{code}\n2,2\n",
    }
    found = []
    for name, text in layouts.items():
        (folder / name).write_text(text, encoding="utf-8")
        reading = (read_recal if name == "recal.csv" else read_ratings)(folder / name, "nominal")
        assert isinstance(reading, CodingTable), reading
        found.append(reading)
    return found


@pytest.mark.parametrize(
    "mark",
    [
        "NA",
        "N/A",
        "na",
        "NaN",
        "null",
        "NULL",
        "None",
        "#N/A",
        ".",
        "-",
        "?",
        "99",
        "-9",
        "欠損",
        "－",
        "<NA>",
        "\\N",
        "н/д",
    ],
)
def test_marks_of_missing_values_are_told_in_every_layout(mark: str, tmp_path: Path) -> None:
    for table in in_files(tmp_path, mark):
        assert [
            note for note in doubts(table.ratings) if note.startswith(f"{mark!r} is in 1 cell and counts as a code")
        ]


@pytest.mark.parametrize("level", ["masi", "jaccard"])
def test_a_mark_as_a_set_and_within_a_set_is_told(level: Level) -> None:
    assert told([["NA", "war"], ["war", "war|NA"]], level) == [
        "'NA' is in 2 cells and counts as a code; if it means that nothing was coded, leave the cells empty"
    ]


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_a_number_off_the_scale_is_told_at_every_level(level: Level) -> None:
    assert told([[1, 2, 3, 99], [1, 2, 99, 99]], level)[0].startswith("'99' is in 3 cells")
    assert told([["war", "99"], ["trade", "war"]], "nominal")[0].startswith("'99' is in 1 cell")


@pytest.mark.parametrize(
    "codes",
    [
        list(range(1, 10)),  # 9 is a step of the scale
        [-1, 0, 1],
        [97, 98, 99, 100],
        [64.3, 72.1, 80.9, 90.2, 99],
        [10, 20, 99, 100],
        ["war", "trade", "no war"],
    ],
)
def test_codes_of_a_scale_are_not_told(codes: list[object]) -> None:
    assert told([codes, codes]) == []


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("Yes", "yes", "capitals"),
        ("Да", "да", "capitals"),
        ("1", "\uff11", "the width or form of characters"),
        ("\u30ac\u30b9", "\uff76\uff9e\uff7d", "the width or form of characters"),
        ("x", "x\u200b", "invisible characters"),
        ("xy", "x\ufeffy", "invisible characters"),
        ("a b", "a  b", "dashes or spaces"),
        ("anti-war", "anti\u2013war", "dashes or spaces"),
        ("1", "01", "the way a number is written"),
        ("1", "+1", "the way a number is written"),
        ("1", "1e0", "the way a number is written"),
        ("1", "1.0", "the way a number is written"),
        ("0", "-0", "the way a number is written"),
        ("1.5", "1,5", "the way a number is written"),
        ("war", "w\u0430r", "letters of another script"),
    ],
)
def test_codes_that_look_alike_are_told_in_every_layout(one: str, other: str, difference: str, tmp_path: Path) -> None:
    notes = told([[one, "z"], [other, "z"]])
    assert len(notes) == 1
    assert f"differ only in {difference} but are two codes" in notes[0]
    labels = told([[[one], ["z"]], [[other, "z"], ["z"]]], "masi")
    assert labels == notes
    if one == "1":
        quoted = other if "," not in other else f'"{other}"'
        for table in in_files(tmp_path, quoted):
            assert f"differ only in {difference} but are two codes" in "".join(doubts(table.ratings))


def test_numbers_written_differently_are_one_code_at_the_numeric_levels() -> None:
    assert told([["1", "+1"], ["1.0", "1e0"]], "ordinal") == []


def test_names_of_coders_and_units_that_look_alike_are_told(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("unit,coder,value\na1,aki,1\nA1,olga,1\na2,Aki,2\na2,olga,2\n", encoding="utf-8")
    reading = read_ratings(path, "nominal")
    assert isinstance(reading, CodingTable)
    assert doubts(reading.ratings) == [
        "'aki' and 'Aki' differ only in capitals but are two coders; write them the same if they are one",
        "'a1' and 'A1' differ only in capitals but are two units; write them the same if they are one",
    ]


def test_long_lists_are_cut_and_counted() -> None:
    notes = told([[f"c{n}" for n in range(9)], [f"C{n}" for n in range(9)]])
    assert len(notes) == 6
    assert notes[-1] == "4 more groups of codes differ just as little"


@given(st.lists(st.text(min_size=1, max_size=6).filter(lambda text: text.strip() != ""), min_size=2, max_size=6))
def test_no_code_is_beyond_telling(codes: list[str]) -> None:
    notes = told([list(codes), list(codes)])
    assert all(isinstance(note, str) and note for note in notes)
