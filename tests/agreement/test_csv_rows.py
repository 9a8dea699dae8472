"""CSV files as spreadsheets and pipes give them: read once, whatever their separator and line ends."""

import csv
import io
import os
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.agreement.csv_rows import RatingsFault, csv_rows
from framing.agreement.ratings import Level
from framing.agreement.ratings_csv import CodingTable, Reading, read_long, read_ratings, read_recal

TABLE = [["unit", "aki", "olga"], ["a1", "1", "1"], ["a2", "2", "2"], ["a3", "1", "2"]]


def written(folder: Path, text: str) -> Path:
    path = folder / "codes.csv"
    path.write_bytes(text.encode("utf-8"))
    return path


def cells(path: Path, level: Level = "nominal") -> list[list[str]]:
    rows, faults = csv_rows(path, level)
    assert faults == []
    return [list(row) for _, row in rows]


def alpha_table(reading: Reading) -> list[list[int]]:
    assert isinstance(reading, CodingTable), reading
    codes: list[list[int]] = reading.ratings.codes.tolist()
    return codes


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}", '"sep={}"', "SEP={}", "sep={}{}{}", "\ufeffsep={}", "\nsep={}"])
def test_a_first_line_that_names_the_separator_is_not_data(
    first: str, separator: str, end: str, tmp_path: Path
) -> None:
    lines = [first.replace("{}", separator).replace("\n", end)] if first else []
    path = written(tmp_path, end.join([*lines, *map(separator.join, TABLE), ""]))
    assert cells(path) == TABLE
    assert csv_rows(path, "nominal")[0][0][0] == 1 + len(lines) + first.count("\n")  # lines as an editor counts them


def test_other_forms_of_the_first_line(tmp_path: Path) -> None:
    bare = written(tmp_path, "sep=\nunit;aki\na1;1,5\n")  # an editor took the tab at the end of the line away
    assert cells(bare) == [["unit", "aki"], ["a1", "1,5"]]
    padded = written(tmp_path, "sep=;,,\nunit,aki,olga\na1,1,1\n")  # saved again with commas
    assert cells(padded) == [["unit", "aki", "olga"], ["a1", "1", "1"]]
    assert cells(written(tmp_path, "sep=|\nunit|aki\na1|1\n")) == [["unit", "aki"], ["a1", "1"]]
    assert csv_rows(written(tmp_path, "sep=ab\nunit;aki\n"), "nominal")[1] == [
        RatingsFault(1, "'sep=ab' does not name a single separator; correct or remove this line")
    ]
    assert csv_rows(written(tmp_path, "sep=;\n"), "nominal") == ([], [RatingsFault(0, "the file is empty")])


@pytest.mark.parametrize("first", ["", "sep=;\r"])
def test_semicolons_decimal_commas_and_bare_cr(first: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"{first}unit;aki;olga\ra1;1,5;2\ra2;2;2\r")
    assert read_ratings(path, "interval") == [
        RatingsFault(2 + bool(first), "aki: '1,5' is not a number, but the level is interval; write 1.5")
    ]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_decimal_commas_do_not_separate_cells(separator: str, tmp_path: Path) -> None:
    text = "\n".join(separator.join(row) for row in [["1,5", "2,5"], ["3,5", "4,5"]])
    for level in ("nominal", "interval"):
        assert cells(written(tmp_path, text), level) == [["1,5", "2,5"], ["3,5", "4,5"]]


def test_names_with_commas_do_not_hide_semicolons(tmp_path: Path) -> None:
    path = written(tmp_path, "unit;Sato, Aki;Orlova, Olga\na1;1;1\na2;2;2\n")
    assert cells(path)[0] == ["unit", "Sato, Aki", "Orlova, Olga"]


def test_semicolons_between_labels_do_not_separate_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "war;trade,war\ntrade,war;trade\n")
    assert cells(path, "masi") == [["war;trade", "war"], ["trade", "war;trade"]]


def test_a_broken_byte_is_told_with_its_line_whatever_ends_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    for end in (b"\n", b"\r\n", b"\r"):
        path.write_bytes(end.join([b"unit,a", b"u1,1", b"u2,\xff"]))
        assert [fault.line for fault in csv_rows(path, "nominal")[1]] == [3]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    ("reader", "rows"),
    [
        (read_ratings, TABLE),
        (read_long, [["unit", "coder", "value"], ["a1", "aki", "1"], ["a1", "olga", "1"]]),
        (read_recal, TABLE[1:]),
    ],
)
def test_a_pipe_is_read_once(reader: object, rows: list[list[str]], tmp_path: Path) -> None:
    assert callable(reader)
    text = "\n".join(map(",".join, rows))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(text,), daemon=True)
    writer.start()
    assert alpha_table(reader(pipe, "nominal")) == alpha_table(reader(written(tmp_path, text), "nominal"))
    writer.join()


cell_texts = st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp", "Cs"), include_characters=' \n,;\t"'
    ),
    min_size=1,
    max_size=8,
).map(str.strip)


@settings(deadline=None, max_examples=150)
@given(
    rows=st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(cell_texts, min_size=width, max_size=width), min_size=2, max_size=6)
    ),
    separator=st.sampled_from([";", ",", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    named=st.booleans(),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_whatever_a_csv_writer_writes_is_read_again(
    rows: list[list[str]], separator: str, end: str, named: bool, mark: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [["unit", *rows[0][1:]], *rows]
    )
    first = f"sep={separator}{end}" if named else ""
    with TemporaryDirectory() as folder:
        path = written(Path(folder), mark + first + text.getvalue())
        assert cells(path) == [["unit", *rows[0][1:]], *rows]
