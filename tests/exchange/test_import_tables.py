"""Tables and folders of texts at the command line: maps made, kept and used again; patterns declared."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.cli import app, import_map
from framing.exchange import file_names
from framing.study import check
from tests.exchange import workbooks
from tests.exchange.test_table import ROWS, csv_text

ROOT = Path(__file__).parents[2]
ANSWERS = ["3", "2", "3", "4", "-", "-", "-", "5", "-", "-", "-", "-", "-"]
"""Row of names, then a column for each field."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, tmp_path / "study" / part)
    return tmp_path / "study"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "cuttings.csv"
    path.write_bytes(csv_text(";").encode())
    return path


def run(study: Path, *words: str | Path, typed: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", "articles", *map(str, words), "--study", str(study)], input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def counts(shown: str) -> dict[str, int]:
    rows = [line.split("\t") for line in shown.splitlines() if line.count("\t") == 1]
    return {name: int(count) for name, count in rows[1:]}


def test_a_person_says_once_which_column_is_what(study: Path, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_map, "at_terminal", lambda: True)
    code, shown, told = run(study, table, typed="\n".join([*ANSWERS, "y", ""]))
    assert (code, counts(shown)["new"], counts(shown)["refused"]) == (0, 2, 1)
    assert "row 4: 朝日新聞 · 2014-03-18 · 港に「市」が立つ · 第３面" in told
    assert "Wrote schemas/maps/cuttings.json; commit it with the study." in told
    assert json.loads((study / "schemas/maps/cuttings.json").read_bytes()) == {
        "$schema": "../map.schema.json",
        "header_row": 3,
        "columns": {"outlet": "Paper", "date": "Day of issue", "headline": "Title", "page": "Page"},
        "missing": ["NA"],
        "date_order": "dmy",
    }
    assert check.faults(study) == []
    monkeypatch.setattr(import_map, "at_terminal", lambda: False)
    code, shown, told = run(study, table, "--write")
    assert (code, counts(shown)["new"]) == (0, 2)
    assert "its columns are those of schemas/maps/cuttings.json" in told
    assert check.faults(study) == []
    assert counts(run(study, table)[1])["imported before"] == 2
    assert run(study, table, "--map", "cuttings.json")[0] == 0


def test_answers_that_are_none_are_asked_again(study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbooks.xlsx({"A": ROWS, "B": [["Day", "Head"], ["4/7/14", "Boats"], ["5/7/14", "Nets"]]}))
    monkeypatch.setattr(import_map, "at_terminal", lambda: True)
    rest = ["-"] * 9
    no = ["C", "B", "99", "1", "-", "-", "7", "1", "1", "2", *rest, "asahi", "x", "18/10/2014", "1950", "n"]
    yes = ["B", "1", "-", "1", "2", *rest, "asahi", "18/10/2014", "", "y"]
    code, shown, told = run(study, path, typed="\n".join([*no, *yes, ""]))
    assert (code, counts(shown)["new"]) == (0, 2)
    assert "Column 1 is the date of publication already." in told
    assert json.loads((study / "schemas/maps/book.json").read_bytes()) == {
        "$schema": "../map.schema.json",
        "sheet": "B",
        "header_row": 1,
        "columns": {"date": "Day", "headline": "Head"},
        "fixed": {"outlet": "asahi"},
        "date_order": "dmy",
        "years_from": 1950,
    }


def test_whoever_stops_has_written_nothing(study: Path, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_map, "at_terminal", lambda: True)
    assert run(study, table, typed="\n".join(ANSWERS[:4]))[0] == 1
    assert not (study / "schemas/maps").exists()


def test_without_a_terminal_a_map_is_proposed(study: Path, table: Path) -> None:
    code, shown, told = run(study, table)
    assert (code, shown) == (4, "")
    assert '"columns": {\n    "outlet": "Paper",\n    "headline": "Title",' in told
    assert "They are 'No.', 'Paper', 'Day of issue', 'Title', 'Page'." in told
    assert "save it as schemas/maps/cuttings.json and run the command again" in told
    assert not (study / "schemas/maps").exists()


def test_faults_of_a_map_are_told_together(study: Path, table: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text('{"columns": {"outlet": "Paper", "outlett": "x"}, "header_row": -1}')
    code, _, told = run(study, table, "--map", path)
    assert (code, len(told.splitlines())) == (1, 2)
    path.write_text('{"columns": {"outlet": "Paper"}}')
    assert "no column is the date" in run(study, table, "--map", path)[2]
    assert run(study, table, "--map", tmp_path / "none.json")[0] == 3
    path.write_text('{"columns": {"outlet": "Papper", "date": "Day"}, "header_row": 3}')
    code, shown, told = run(study, table, "--map", path)
    assert (code, counts(shown)["refused"]) == (1, 1)
    assert "there is no column 'Papper' for outlet; did you mean 'Paper'?" in told


def test_a_table_in_no_certain_encoding_is_told(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" + bytes(range(128, 256)))
    code, _, told = run(study, path)
    assert (code, "--encoding" in told) == (3, True)


def test_a_folder_of_texts(study: Path, tmp_path: Path) -> None:
    folder, private = tmp_path / "texts", tmp_path / "private"
    (folder / "deeper").mkdir(parents=True)
    names = (
        "asahi_2014-03-18_1.txt",
        "asahi_20140318_2.txt",
        "asahi_平成26年3月19日_1.txt",
        "asahi.txt",
        ".hidden",
        "papper_2014-03-18_1.txt",
    )
    for name in names:
        (folder / name).write_text("港に船が着く。\n", encoding="utf-8")
    code, _, told = run(study, folder)
    assert (code, "say how its files are named" in told) == (2, True)
    words = (folder, "--pattern", "{outlet}_{date}_{n}.txt")
    code, shown, told = run(study, *words, "--texts", private, "--write")
    assert (code, counts(shown)) == (0, {"new": 3, "imported before": 0, "perhaps there already": 0, "refused": 2})
    assert "asahi.txt, the whole file: the name does not follow the pattern" in told
    assert sorted(path.name for path in private.iterdir()) == [
        "asahi-2014-03-18-2.txt",
        "asahi-2014-03-18.txt",
        "asahi-2014-03-19.txt",
    ]
    assert check.faults(study) == []
    assert counts(run(study, *words)[1])["imported before"] == 3


def test_folders_in_a_folder_and_parts_of_a_date(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts" / "asahi" / "2014"
    folder.mkdir(parents=True)
    (folder / "3-8 Boats.txt").write_text("A boat came in.")
    words = (tmp_path / "texts", "--pattern", "{outlet}/{year}/{month}-{day} {headline}.txt", "--json")
    (item,) = json.loads(run(study, *words)[1])["items"]
    assert (item["article"]["date"]["cited"], item["article"]["headline"]) == ("2014-03-08", {"original": "Boats"})


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{paper}_{date}.txt", "'{paper}' is not a field of file names"),
        ("{outlet}.txt", "the date is missing"),
        ("{date}{outlet}.txt", "nothing between them"),
        ("{date_{outlet}.txt", "a brace is not closed"),
        ("{date}_{date}.txt", "'{date}' stands there twice"),
        ("{date}}.txt", "a brace is not closed"),
    ],
)
def test_faults_of_a_pattern_are_told(pattern: str, said: str, study: Path, tmp_path: Path) -> None:
    code, _, told = run(study, tmp_path, "--pattern", pattern)
    assert (code, said in told) == (2, True)


def test_a_name_that_can_be_divided_in_two_ways_is_refused() -> None:
    pattern = file_names.compiled("{outlet}_{section}_{date}.txt")
    told = file_names.told(pattern, "new_york_times_2014.txt")
    assert isinstance(told, str)
    assert told.startswith("the name can be divided in two ways: outlet 'new', section 'york_times'")


def test_the_format_decides_what_a_map_is(study: Path, table: Path, tmp_path: Path) -> None:
    text, labels = tmp_path / "records.txt", tmp_path / "labels.json"
    text.write_text("D: 2014-03-18\nH: 港に市が立つ\n", encoding="utf-8")
    labels.write_text('{"labels": {"D": "date", "H": "headline"}, "first": "D", "always": {"outlet": "Asahi"}}')
    code, shown, _ = run(study, text, "--map", labels, "--format", "labelled")
    assert (code, counts(shown)["new"]) == (0, 1)
    code, _, told = run(study, text, "--map", labels)
    assert (code, "/labels" in told, told.rstrip().endswith("needs --format labelled.")) == (1, True, True)
    code, _, told = run(study, table, "--map", labels, "--format", "kikuzo")
    assert (code, told) == (2, "--map is for tables and for --format labelled; kikuzo needs none.\n")
    labels.write_text('{"labels": {"D": "dat"}}')
    code, _, told = run(study, text, "--map", labels, "--format", "labelled")
    assert (code, "did you mean 'date'?" in told) == (1, True)
