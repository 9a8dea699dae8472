"""Tables of codings: what counts as one value, and what every broken file is told."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.ratings import LEVELS, Level, Ratings, category_of
from framing.agreement.ratings_csv import CodingTable, Reading, read_long, read_ratings, read_recal
from framing.agreement.resampling import Bootstrap
from framing.agreement.table_report import data_report


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "codings.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def messages(reading: Reading) -> list[str]:
    assert isinstance(reading, list), "expected faults"
    return [str(fault) for fault in reading]


def table(reading: Reading) -> Ratings:
    assert isinstance(reading, CodingTable), reading
    assert len(reading.clusters) == len(reading.ratings.units)
    return reading.ratings


def test_numbers_written_differently_are_one_value_at_numeric_levels() -> None:
    ratings = Ratings.from_lists([[1, "2.0", 3.50], [1.0, 2, "3.5"]], "interval")
    assert ratings.categories == (1, 2, 3.5)
    assert (ratings.codes[:, 0] == ratings.codes[:, 1]).all()


def test_numbers_sort_as_numbers_and_labels_as_text() -> None:
    assert Ratings.from_lists([[10, 9, 2]], "ordinal").categories == (2, 9, 10)
    assert Ratings.from_lists([[10, 9, 2]], "nominal").categories == ("10", "2", "9")


def test_spreadsheet_decimals_do_not_split_a_nominal_code() -> None:
    assert Ratings.from_lists([["1", "2"], ["1.0", "2.0"]], "nominal").categories == ("1", "1.0", "2", "2.0")


def test_composed_and_decomposed_characters_are_one_label() -> None:
    assert len(Ratings.from_lists([["\u30ac"], ["\u30ab\u3099"]], "nominal").categories) == 1


def test_sets_ignore_order_and_repetition() -> None:
    ratings = Ratings.from_lists([[["b", "a"], []], ["a|b", "{}"]], "masi")
    assert ratings.categories == (frozenset(), frozenset({"a", "b"}))
    assert (ratings.codes[:, 0] == ratings.codes[:, 1]).all()


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("x", "ordinal"),
        ("nan", "interval"),
        ("inf", "ratio"),
        (-1, "ratio"),
        ("1_000", "ordinal"),
        ("1e300", "interval"),
        (float("nan"), "nominal"),
        ("", "nominal"),
        ("1,5", "interval"),
        ("a||b", "masi"),
    ],
)
def test_what_is_no_code_is_refused(value: object, level: str) -> None:
    with pytest.raises(ValueError, match=r"not|too large|below zero"):
        category_of(value, level)  # type: ignore[arg-type]  # the levels are parameters of the test


@pytest.mark.parametrize("level", ["ordinal", "interval", "ratio"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("9007199254740993", "9007199254740992"),  # 2**53 + 1 and 2**53: one 64-bit float
        ("20141018123456789", "20141018123456788"),
        ("100000000000000000001", "100000000000000000002"),
    ],
)
def test_long_whole_numbers_stay_apart(first: str, second: str, level: Level) -> None:
    ratings = Ratings.from_lists([[first, second], [second, second]], level)
    assert ratings.categories == tuple(sorted((int(first), int(second))))
    assert ratings.codes[:, 0].tolist() == ([1, 0] if first > second else [0, 1])


@pytest.mark.parametrize("code", ["0.10000000000000001", "1e-400", "9007199254740992.5"])
def test_decimals_that_would_lose_digits_are_refused(code: str) -> None:
    with pytest.raises(ValueError, match="too long to be kept exactly"):
        category_of(code, "interval")


@pytest.mark.parametrize("code", ["1e400", "1e9999999999999999999", "-1e101", "9" * 4999])
def test_numbers_beyond_all_use_are_too_large(code: str) -> None:
    with pytest.raises(ValueError, match="too large") as told:
        category_of(code, "interval")
    assert len(str(told.value)) < 100


@given(st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False))
def test_a_number_is_kept_exactly_or_refused(number: Decimal) -> None:
    text = f"{number:f}"
    if number == number.to_integral_value():
        assert category_of(text, "interval") == int(number)
    elif Decimal(repr(float(number))) == number:
        assert category_of(text, "interval") == float(number)
    else:
        with pytest.raises(ValueError, match="too long"):
            category_of(text, "interval")


def test_alpha_is_that_of_the_differences_however_long_the_numbers_are() -> None:
    far = 10**20
    for level in ("ordinal", "interval"):
        near = krippendorff_alpha(Ratings.from_lists([[1, 2, 3, 9], [2, 2, 3, 8]], level))
        long = krippendorff_alpha(
            Ratings.from_lists([[far + 1, far + 2, far + 3, far + 9], [far + 2, far + 2, far + 3, far + 8]], level)
        )
        assert near == long


def test_categories_that_do_not_occur_are_dropped() -> None:
    ratings = Ratings(np.array([[2, 0], [-1, 2]]), ("a", "b", "c"), ("u1", "u2"), ("c1", "c2"), "nominal")
    assert ratings.categories == ("a", "c")
    assert ratings.codes.tolist() == [[1, 0], [-1, 1]]


def test_codes_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Ratings.from_lists([[1], [1]], "nominal").codes[0, 0] = 5


def test_tables_that_do_not_fit_raise() -> None:
    with pytest.raises(ValueError, match="one length"):
        Ratings.from_lists([[1, 2], [1]], "nominal")
    with pytest.raises(ValueError, match="2 units x 1 coders"):
        Ratings.from_lists([[1, 2, 3]], "nominal", units=["a", "b"])
    with pytest.raises(ValueError, match="between -1 and 0"):
        Ratings(np.array([[1]]), ("a",), ("u",), ("c",), "nominal")
    with pytest.raises(ValueError, match="expected"):
        Ratings(np.array([[0]]), ("a",), ("u", "v"), ("c",), "nominal")


def test_presence_of_a_label_keeps_missing_codings() -> None:
    nominal = Ratings.from_lists([["war", None, "trade"], ["war", "war", "war"]], "nominal")
    presence = nominal.presence_of("war")
    assert presence.categories == ("absent", "present")
    assert presence.codes.tolist() == [[1, 1], [-1, 1], [0, 1]]


# --- wide files ---


def test_wide_file(tmp_path: Path) -> None:
    ratings = table(
        read_ratings(written(tmp_path, "\ufeffunit,aki,olga\r\na1,1,1.0\r\na2,,2\r\n\r\na3, 3 ,\r\n"), "ordinal")
    )
    assert ratings.units == ("a1", "a2", "a3")
    assert ratings.coders == ("aki", "olga")
    assert ratings.codes.tolist() == [[0, 0], [-1, 1], [2, -1]]


def test_the_unit_column_may_stand_anywhere_and_be_called_otherwise(tmp_path: Path) -> None:
    ratings = table(read_ratings(written(tmp_path, "aki,article,olga\nx,a1,y\n"), "nominal", unit="article"))
    assert (ratings.units, ratings.coders, ratings.codes.tolist()) == (("a1",), ("aki", "olga"), [[0, 1]])


def test_all_faults_of_a_wide_file_come_at_once_with_their_lines(tmp_path: Path) -> None:
    text = "unit,aki,aki,\na1,1,2,3\na1,x,2,3\na2,1\n,1,2,y\n"
    assert messages(read_ratings(written(tmp_path, text), "ordinal")) == [
        "line 1: column 4 has no name",
        "line 1: two columns are called 'aki'",
        "line 3: aki: 'x' is not a number, but the level is ordinal",
        "line 3: unit 'a1': already in line 2",
        "line 4: 2 cells, where the first line has 4",
        "line 5: : 'y' is not a number, but the level is ordinal",
        "line 5: the unit has no name",
    ]


@pytest.mark.parametrize("reader", [read_ratings, read_long, read_recal])
def test_unreadable_files_are_faults_of_every_reader(reader: object, tmp_path: Path) -> None:
    assert callable(reader)
    assert messages(reader(tmp_path / "none.csv", "nominal"))[0].endswith("No such file or directory")
    assert messages(reader(tmp_path, "nominal"))[0].endswith("Is a directory")
    assert messages(reader(written(tmp_path, ""), "nominal")) == ["the file is empty"]
    assert messages(reader(written(tmp_path, "\n \n"), "nominal")) == ["the file is empty"]
    broken = messages(reader(written(tmp_path, b"unit,a\nu1,\x93\xfa\x96{\n"), "nominal"))
    assert broken == ["line 2: the file is not UTF-8; save it as 'CSV UTF-8'"]


def test_an_unclosed_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, 'unit,a,b\nu1,x,y\nu2,"x,y\nu3,x,y\n'), "nominal")) == [
        "line 3: broken CSV: unexpected end of data"
    ]


def test_lines_are_counted_through_quoted_line_breaks(tmp_path: Path) -> None:
    text = 'unit,a,b\n"u\n1",1,1\nu2,1,x\n'
    assert messages(read_ratings(written(tmp_path, text), "ordinal")) == [
        "line 4: b: 'x' is not a number, but the level is ordinal"
    ]


def test_misspelt_columns_are_named(tmp_path: Path) -> None:
    assert "did you mean 'Units'?" in messages(read_ratings(written(tmp_path, "Units,a,b\nu1,1,2\n"), "nominal"))[0]


def test_without_a_near_name_all_columns_are_offered(tmp_path: Path) -> None:
    told = messages(read_ratings(written(tmp_path, "article,,olga\na1,1,2\n"), "nominal"))
    assert "line 1: no column 'unit'; known: 'article', 'olga'" in told


def test_capitals_in_the_names_of_columns_do_not_matter(tmp_path: Path) -> None:
    long = table(read_ratings(written(tmp_path, "Unit,Coder,Value\na1,aki,1\na1,olga,1\n"), "nominal"))
    assert (long.units, long.coders) == (("a1",), ("aki", "olga"))
    assert table(read_ratings(written(tmp_path, "UNIT,aki,olga\na1,1,1\n"), "nominal")).coders == ("aki", "olga")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@settings(deadline=None, max_examples=40)
@given(
    cells=st.integers(2, 4).flatmap(
        lambda coders: st.lists(
            st.lists(st.sampled_from([None, "a,b", "c;d", 'e"f', "\u30ac", "g h"]), min_size=coders, max_size=coders),
            min_size=1,
            max_size=6,
        )
    )
)
def test_every_layout_and_separator_tells_the_same_table(separator: str, cells: list[list[str | None]]) -> None:
    coders = [f"coder {number}" for number in range(1, len(cells[0]) + 1)]
    units = [str(number) for number in range(1, len(cells) + 1)]
    bare = [["" if cell is None else cell for cell in row] for row in cells]
    layouts = (
        (read_recal, bare),
        (read_ratings, [["unit", *coders], *([unit, *row] for unit, row in zip(units, bare, strict=True))]),
        (
            read_ratings,
            [
                ["unit", "coder", "value"],
                *(
                    [unit, coder, cell]
                    for unit, row in zip(units, bare, strict=True)
                    for coder, cell in zip(coders, row, strict=True)
                ),
            ],
        ),
    )
    expected = Ratings.from_cells(cells, "nominal", units, coders)
    with TemporaryDirectory() as folder:
        for reader, rows in layouts:
            text = io.StringIO(newline="")
            csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
            found = table(reader(written(Path(folder), text.getvalue()), "nominal"))
            assert (found.codes.tolist(), found.categories) == (expected.codes.tolist(), expected.categories)
            assert (found.units, found.coders) == (expected.units, expected.coders)


def test_bare_separators_are_no_rows_under_a_header(tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, ",,\n,,\n"), "nominal")) == ["the file is empty"]
    assert table(read_ratings(written(tmp_path, "unit,a,b\nu1,1,1\n,,\n"), "nominal")).units == ("u1",)


def test_a_decimal_comma_is_told_how_to_be_written(tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, "unit;a;b\nu1;1,5;2\n"), "interval")) == [
        "line 2: a: '1,5' is not a number, but the level is interval; write 1.5"
    ]


def test_a_file_of_units_without_coders_is_a_fault(tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, "unit\nu1\n"), "nominal")) == [
        "line 1: there is no coder's column beside 'unit'"
    ]


def test_a_header_alone_is_a_fault(tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, "unit,a,b\n"), "nominal")) == ["line 1: no row follows the header"]


def test_sets_in_files(tmp_path: Path) -> None:
    text = "unit,a,b\nu1,territory|economy,economy;territory\nu2,{},\n"
    ratings = table(read_ratings(written(tmp_path, text), "jaccard"))
    assert ratings.codes.tolist() == [[1, 1], [0, -1]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("NA", "'NA' is not a number, but the level is ordinal; leave the cell empty if nothing was coded"),
        ("#N/A", "'#N/A' is not a number, but the level is ordinal; leave the cell empty if nothing was coded"),
        ("war", "'war' is not a number, but the level is ordinal"),
    ],
)
def test_a_mark_of_a_missing_value_among_numbers_is_told_what_to_do(text: str, message: str, tmp_path: Path) -> None:
    assert messages(read_ratings(written(tmp_path, f"unit,a,b\nu1,1,{text}\n"), "ordinal")) == [f"line 2: b: {message}"]
    assert messages(read_recal(written(tmp_path, f"1,{text}\n"), "ordinal")) == [f"line 1: coder 2: {message}"]


# --- clusters ---

BUNDLED = "unit,note,aki,olga\nu1,22,1,1\nu2,22,2,2\nu3,,1,2\nu4,,2,2\n"


def test_clusters_stand_in_a_column_of_their_own(tmp_path: Path) -> None:
    reading = read_ratings(written(tmp_path, BUNDLED), "nominal", cluster="note")
    assert table(reading).coders == ("aki", "olga")
    assert isinstance(reading, CodingTable)
    first, second, third, fourth = reading.clusters
    assert first == second
    assert len({first, third, fourth}) == 3


def test_a_unit_without_a_cluster_is_never_in_the_cluster_of_its_name(tmp_path: Path) -> None:
    reading = read_ratings(written(tmp_path, "unit,note,a,b\nx,,1,1\ny,x,2,2\n"), "nominal", cluster="note")
    assert isinstance(reading, CodingTable)
    assert len(set(reading.clusters)) == 2


def test_clusters_of_long_files(tmp_path: Path) -> None:
    text = "unit,coder,value,note\nu1,aki,1,22\nu1,olga,1,22\nu2,aki,2,22\nu3,aki,2,\n"
    reading = read_ratings(written(tmp_path, text), "nominal", cluster="note")
    assert table(reading).units == ("u1", "u2", "u3")
    assert isinstance(reading, CodingTable)
    assert reading.clusters[0] == reading.clusters[1] != reading.clusters[2]


def test_a_unit_in_two_clusters_and_a_misspelt_cluster_are_faults(tmp_path: Path) -> None:
    text = "unit,coder,value,note\nu1,aki,1,22\nu1,olga,1,23\n"
    assert messages(read_ratings(written(tmp_path, text), "nominal", cluster="note")) == [
        "line 3: unit 'u1' is in cluster '23' here and in '22' in line 2"
    ]
    for one in (text, BUNDLED):
        assert (
            "no column 'note2'; did you mean 'note'?"
            in messages(read_ratings(written(tmp_path, one), "nominal", cluster="note2"))[0]
        )
    assert messages(read_ratings(written(tmp_path, "unit,note\nu1,22\n"), "nominal", cluster="note")) == [
        "line 1: there is no coder's column beside 'unit' and 'note'"
    ]


# --- long files ---


def test_long_file_with_other_columns_and_names(tmp_path: Path) -> None:
    text = ",note,article,who,tone,note\n0,,a2,olga,1,\n1,x,a1,aki,2,\n2,,a2,aki,,\n"
    ratings = table(read_long(written(tmp_path, text), "ordinal", ("article", "who", "tone")))
    assert (ratings.units, ratings.coders) == (("a2", "a1"), ("olga", "aki"))
    assert ratings.codes.tolist() == [[0, -1], [-1, 1]]


def test_all_faults_of_a_long_file_come_at_once(tmp_path: Path) -> None:
    text = "unit,coder,value\na1,aki,1\na1,aki,1\na2,,2\n,aki,2\na3,aki,z\na4,aki\n"
    assert messages(read_long(written(tmp_path, text), "interval")) == [
        "line 3: unit 'a1', coder 'aki': already in line 2",
        "line 4: the coder has no name",
        "line 5: the unit has no name",
        "line 6: value: 'z' is not a number, but the level is interval",
        "line 7: 2 cells, where the first line has 3",
    ]


def test_every_missing_column_is_named(tmp_path: Path) -> None:
    found = messages(read_long(written(tmp_path, "unit,codr,vlaue\n1,2,3\n"), "nominal"))
    assert [message[:38] for message in found] == [
        "line 1: no column 'coder'; did you mea",
        "line 1: no column 'value'; did you mea",
    ]


def test_the_header_tells_long_from_wide(tmp_path: Path) -> None:
    long = table(read_ratings(written(tmp_path, "unit,coder,value\na1,aki,1\na1,olga,1\n"), "nominal"))
    assert long.coders == ("aki", "olga")
    wide = table(read_ratings(written(tmp_path, "unit,coder,olga\na1,1,1\n"), "nominal"))
    assert wide.coders == ("coder", "olga")
    named = table(read_ratings(written(tmp_path, "article,coder,value\na1,aki,1\na1,olga,1\n"), "nominal", "article"))
    assert named.coders == ("aki", "olga")


# --- whatever stands in a file ---


def test_marks_of_missing_values_in_the_first_line_are_no_header(tmp_path: Path) -> None:
    assert table(read_recal(written(tmp_path, "NA,NA\n1,1\n2,2\n"), "nominal")).categories == ("1", "2", "NA")


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.text(alphabet='unit,coder,value\n\r";#|{}01.-e \u30ac\x00', max_size=80).map(
            lambda text: b"unit,coder,value\n" + text.encode()
        ),
    ),
    st.sampled_from(LEVELS),
)
def test_no_file_raises(data: bytes, level: Level) -> None:
    with TemporaryDirectory() as folder:
        for reader in (read_ratings, read_long, read_recal):
            reading = reader(written(Path(folder), data), level)
            assert isinstance(reading, CodingTable) or (reading and all(fault.message for fault in reading))
            if isinstance(reading, CodingTable):
                json.dumps(data_report(reading.ratings, Bootstrap(draws=20), reading.clusters), allow_nan=False)


# --- ReCal files ---


def test_recal_file(tmp_path: Path) -> None:
    ratings = table(read_recal(written(tmp_path, "1,1\n2,#\n3,\n"), "nominal"))
    assert ratings.units == ("1", "2", "3")
    assert ratings.codes.tolist() == [[0, 0], [1, -1], [2, -1]]


def test_a_recal_line_of_bare_commas_is_a_unit_that_nobody_coded(tmp_path: Path) -> None:
    assert table(read_recal(written(tmp_path, ",\n1,1\n,\n"), "nominal")).codes.tolist() == [[-1, -1], [0, 0], [-1, -1]]


def test_text_is_a_code_without_a_header_too(tmp_path: Path) -> None:
    ratings = table(read_recal(written(tmp_path, "war,war\ntrade,war\n"), "nominal"))
    assert (ratings.categories, ratings.codes.tolist()) == (("trade", "war"), [[1, 1], [0, 1]])
    assert messages(read_recal(written(tmp_path, "1,1\nwar,2\n"), "ordinal")) == [
        "line 2: coder 1: 'war' is not a number, but the level is ordinal"
    ]


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
@pytest.mark.parametrize("names", ["aki,olga", "unit,olga"])
def test_a_header_in_a_recal_file_is_not_counted_as_a_unit(level: Level, names: str, tmp_path: Path) -> None:
    found = messages(read_recal(written(tmp_path, f"{names}\n1,1\n2\n"), level))
    assert found == [
        f"line 1: {names.replace(',', ', ')}: a header, which this layout does not have; remove it, or read the file as one "
        "with a header",
        "line 3: 1 cells, where the first line has 2",
    ]
