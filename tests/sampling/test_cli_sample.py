"""`framing sample`: dry run, writing, extending, refusing."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from framing.study import canonical, check
from tests.interruption import stop_after
from tests.ran import contents, ran

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
CSV = "Paper,Date,Title\nHarbour Post,2026-04-{day:02},Ferry {day}\n"


def with_articles(folder: Path, count: int = 30) -> Path:
    """The example study with articles that nobody has coded, on the days of March."""
    study = folder / "study"
    shutil.copytree(EXAMPLE, study)
    outlets = [entry["id"] for entry in json.loads((study / "coded/outlets.json").read_bytes())["outlets"]]
    with (study / "coded/articles.jsonl").open("ab") as lines:
        for number in range(count):
            day = f"{date(2026, 3, 2) + timedelta(number % 28)}"
            record: dict[str, Any] = {"id": f"t-{number:03}", "outlet": outlets[number % len(outlets)]}
            record |= {"date": {"published": day, "status": "as_cited", "cited": day}, "medium": "unknown"}
            record |= {"page": "unknown", "headline": {}, "language": "en", "genre": "unknown", "byline": []}
            lines.write(canonical.as_line(record | {"source": {"basis": "primary_full"}}))
    return study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return with_articles(tmp_path)


def run(study: Path, *words: str) -> tuple[int, str]:
    return ran("sample", *words, "--study", study)


def sample_of(study: Path) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads((study / "coded/samples.json").read_bytes())["samples"][0]
    return entry


def test_nothing_is_written_before_it_is_asked_for(study: Path) -> None:
    before = contents(study)
    code, told = run(study, "simple", "6")
    assert code == 0
    assert "6 of 30 articles are drawn" in told
    assert "0.2" in told
    assert contents(study) == before


@pytest.mark.parametrize(
    "words",
    [("simple", "6"), ("stratified", "12", "--by", "outlet,language", "--every", "month"), ("windows", "5", "--window", "-1..+1"),
     ("weeks", "2", "--from", "2026-03-02", "--to", "2026-03-29")],
)  # fmt: skip
def test_what_is_written_passes_the_check_and_is_drawn_again(study: Path, words: tuple[str, ...]) -> None:
    assert run(study, *words, "--write")[0] == 0
    assert check.faults(study) == []
    entry = sample_of(study)
    assert sum(part["drawn"] for part in entry["strata"] if part["unit"] == "article") in (0, len(entry["articles"]))
    shutil.rmtree(study / "sampling")
    (study / "coded/samples.json").unlink()
    assert run(study, *words, "--write")[0] == 0
    assert sample_of(study)["articles"] == entry["articles"]


def test_a_sample_grows_and_keeps_its_design_and_its_frame(study: Path) -> None:
    assert run(study, "simple", "6", "--seed", "4", "--write")[0] == 0
    small = {chosen["article"] for chosen in sample_of(study)["articles"]}
    with (study / "coded/articles.jsonl").open("ab") as lines:  # came later, and had no chance
        lines.write((study / "coded/articles.jsonl").read_bytes().splitlines()[-1].replace(b"t-029", b"t-999") + b"\n")
    assert run(study, "simple", "12", "--write")[0] == 0
    entry = sample_of(study)
    assert small < {chosen["article"] for chosen in entry["articles"]}
    assert {chosen["inclusion"] for chosen in entry["articles"]} == {0.4}
    assert [draw["articles"] for draw in entry["draws"]] == [6, 12]
    assert "stays drawn" in run(study, "simple", "12")[1]
    assert "was 4" in run(study, "simple", "20", "--seed", "5")[1]
    assert run(study, "simple", "1", "--name", "late")[0] == 0
    assert "1 of 1 articles" in run(study, "simple", "1", "--name", "late")[1]


def test_a_file_is_drawn_from_and_only_the_drawn_are_imported(study: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    rows = (CSV.format(day=day).splitlines()[1] for day in range(1, 21))
    file.write_text("\n".join(["Paper,Date,Title", *rows]), encoding="utf-8")
    where = tmp_path / "map.json"
    where.write_text(
        json.dumps({"columns": {"outlet": "Paper", "date": "Date", "headline": "Title"}}), encoding="utf-8"
    )
    words = ("--frame", str(file), "--map", str(where))
    assert "5 of 20 articles" in run(study, "simple", "5", *words)[1]
    assert run(study, "simple", "5", *words, "--write")[0] == 0
    assert check.faults(study) == []
    assert (study / "coded/articles.jsonl").read_bytes().count(b"export.csv") == 5
    assert "Name with --frame" in run(study, "simple", "8")[1]
    code, told = run(study, "simple", "8", *words, "--write")
    assert code == 0, told
    assert check.faults(study) == []
    assert (study / "coded/articles.jsonl").read_bytes().count(b"export.csv") == 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("simpel", "3"), "did you mean 'simple'?"),
        (("simple", "31"), "31 articles cannot be drawn from 30"),
        (("simple", "3", "--every", "year"), "--every belongs to stratified and weeks"),
        (("stratified", "9", "--by", "outlets"), "did you mean 'outlet'?"),
        (("windows", "3", "--event", "nothing"), "there is no 'nothing'"),
        (("windows", "3", "--window", "2014-01-01..2014-02-01"), "write days around each event"),
        (("weeks", "1", "--from", "March"), "is not a day"),
        (("simple", "3", "--name", "Main Sample"), "small Latin letters"),
        (("simple", "3", "--encoding", "cp932", "--outlet", "a=b"), "--encoding, --outlet: say with --frame"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(study: Path, words: tuple[str, ...], said: str) -> None:
    before = contents(study)
    code, told = run(study, *words, "--write")
    assert code == 2
    assert said in told
    assert contents(study) == before


def test_a_frame_is_declared_as_an_import_is(study: Path, tmp_path: Path) -> None:
    file, where = tmp_path / "export.csv", tmp_path / "map.json"
    file.write_bytes("Paper,Date,Title\n港の新聞,2026-04-01,船が着く\n港の新聞,2026-04-02,市が立つ\n".encode("cp932"))
    columns = {"outlet": "Paper", "date": "Date", "headline": "Title"}
    where.write_text(json.dumps({"columns": columns, "fixed": {"language": "ja"}}), encoding="utf-8")
    words = ("simple", "1", "--frame", str(file), "--map", str(where), "--encoding", "cp932")
    code, told = run(study, *words)
    assert code == 3, told
    assert "No outlet is called '港の新聞': 2 item(s); add it with `framing add outlet`, or say --outlet" in told
    assert "there is no 'kaikoo'" in run(study, *words, "--outlet", "港の新聞=kaikoo")[1]
    code, told = run(study, *words, "--outlet", "港の新聞=kaiko-shimbun", "--write")
    assert code == 0, told
    assert "1 of 2 articles are drawn" in told
    assert check.faults(study) == []


def test_a_folder_of_texts_is_a_frame(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    for day in range(1, 5):
        canonical.write(folder / f"Harbour Post_2026-04-0{day}.txt", f"Ferry {day}\n".encode())
    words = ("simple", "2", "--frame", str(folder))
    assert "say how its files are named" in run(study, *words)[1]
    assert "2 of 4 articles are drawn" in run(study, *words, "--pattern", "{outlet}_{date}.txt")[1]


def test_texts_never_go_into_the_study_and_that_is_said_before_anything_is_drawn(study: Path) -> None:
    code, told = run(study, "simple", "6", "--texts", str(study / "texts"))
    assert code == 2
    assert "is inside the study" in told
    assert "are drawn" not in told


def test_what_is_said_of_files_is_refused_where_none_are_drawn_from(study: Path, tmp_path: Path) -> None:
    words = ("--texts", str(tmp_path / "texts"), "--duplicates", "keep", "--pattern", "{outlet}_{date}.txt")
    code, told = run(study, "simple", "6", *words, "--write")
    assert (code, (study / "coded/samples.json").exists(), (tmp_path / "texts").exists()) == (2, False, False)
    assert "--pattern, --duplicates, --texts: say with --frame which file this is about." in told
    assert run(study, "simple", "6", "--duplicates", "skip")[0] == 0
    code, told = run(study, "simple", "6", "--duplicates", "kep")
    assert (code, "--duplicates" in told, "are drawn" in told) == (2, True, False)


def test_a_frame_that_was_changed_is_a_fault(study: Path) -> None:
    assert run(study, "simple", "6", "--write")[0] == 0
    (study / "sampling/main.csv").write_text("key\n", encoding="utf-8")
    assert [fault.rule for fault in check.faults(study)] == ["frame_kept"]


def test_probabilities_that_were_changed_are_faults(study: Path) -> None:
    assert run(study, "simple", "6", "--write")[0] == 0
    path = study / "coded/samples.json"
    record = json.loads(path.read_bytes())
    entry = record["samples"][0]
    entry["articles"][0]["inclusion"] = 0.5
    entry["articles"][1]["stratum"] = "al"
    entry["articles"][2]["article"] = entry["articles"][3]["article"]
    entry["articles"][4]["article"] = "t-0004"
    path.write_bytes(canonical.file_bytes(record, canonical.AS_THEY_COME))
    rules = {fault.rule for fault in check.faults(study)}
    assert {"sample_inclusion_exact", "sample_strata_whole", "sample_articles_once", "sample_articles_exist"} <= rules


@pytest.mark.parametrize("files", [0, 1])
def test_an_interrupted_draw_leaves_the_study_as_it_was(
    study: Path, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    before = contents(study)
    stop_after(files, monkeypatch)
    assert run(study, "simple", "6", "--write")[0] != 0
    assert contents(study) == before
