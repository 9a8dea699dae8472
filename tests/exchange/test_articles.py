"""Imports of articles: what is told before, what is written, and that it is written once or not at all."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.exchange import html
from framing.exchange.clipping import Clipping, Export, NotReadableError
from framing.exchange.decoded import text
from framing.exchange.formats import READERS, reader_of
from framing.study import check
from framing.workbench.desk import settings
from tests.interruption import stop_after
from tests.ran import contents

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, tmp_path / "study" / part)
    return tmp_path / "study"


def run(study: Path, *words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", "articles", *map(str, words), "--study", str(study)])
    return done.exit_code, done.stdout, done.stderr


def imported(study: Path) -> list[dict[str, Any]]:
    path = study / "coded" / "articles.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.is_file() else []


def test_nothing_is_written_before_it_is_asked_for(study: Path) -> None:
    before = contents(study)
    code, shown, told = run(study, FILES / "kikuzo.html")
    assert (code, shown.splitlines()[1]) == (0, "new\t2")
    assert "kikuzo.html: kikuzo" in told
    assert "31 found" in told
    assert "Nothing is written" in told
    assert contents(study) == before


def test_articles_are_written_once_and_their_texts_elsewhere(study: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    code, _, told = run(study, FILES / "kikuzo.html", "--texts", texts, "--write")
    assert (code, told.splitlines()[-2]) == (0, f"Wrote 2 article(s) to coded/articles.jsonl and 1 text(s) to {texts}.")
    assert check.faults(study) == []
    first, second = imported(study)
    assert first["headline"]["original"] == "（社説）港の明日　漁師と「市場」"
    assert (first["id"], first["medium"], first["page"], first["section"]) == (
        "asahi-2018-04-01",
        "print_am",
        "12",
        "２外報",
    )
    assert [one["source"]["basis"] for one in (first, second)] == ["primary_full", "primary_part"]
    assert (texts / "asahi-2018-04-01.txt").read_text(encoding="utf-8") == "　港に船が着く。\n　市が立つ。\n"
    assert b"\xe5\xb8\x82\xe3\x81\x8c\xe7\xab\x8b" not in b"".join(contents(study).values()), "no text in the study"
    code, shown, _ = run(study, FILES / "kikuzo.html", "--texts", texts, "--write")
    assert shown.splitlines()[1:3] == ["new\t0", "imported before\t2"]
    assert len(imported(study)) == 2


def test_abstracts_left_out_are_told_once_with_their_number(study: Path, tmp_path: Path) -> None:
    file = tmp_path / "library.ris"
    one = "TY  - NEWS\nTI  - {}\nT2  - The Asahi Shimbun\nDA  - 2014/03/{}\nAB  - An abstract.\nER  - \n"
    file.write_text(one.format("Harbour", "02") + one.format("Market", "09"))
    code, shown, told = run(study, file)
    assert (code, shown.splitlines()[1]) == (0, "new\t2")
    assert "2 abstract(s) left out: an abstract is not the article's text.\n" in told
    assert "item 1" not in told, "not once for each"
    found = json.loads(run(study, file, "--json")[1])
    assert found["abstracts_left_out"] == 2
    assert [item["message"] for item in found["items"]] == ["an abstract is left out: it is not the article's text"] * 2


def test_the_workbench_shows_the_texts_of_an_import(study: Path, tmp_path: Path) -> None:
    """The folder is named where none is named; one that is named stays."""
    remembered, texts = study / settings.FILE, tmp_path / "texts"
    told = run(study, FILES / "kikuzo.html", "--texts", texts)[2]
    assert ("workbench" in told, remembered.exists()) == (False, False), "nothing is written without --write"
    told = run(study, FILES / "kikuzo.html", "--texts", texts, "--write")[2]
    assert told.splitlines()[-1].startswith("The workbench shows them; .framing/settings.json")
    assert (settings.read(study).texts, settings.faults(study)) == (str(texts), [])
    assert (study / ".framing" / ".gitignore").is_file()
    remembered.write_text('{"texts": "../others"}')
    (study / "coded" / "articles.jsonl").unlink()
    told = run(study, FILES / "kikuzo.html", "--texts", texts, "--write")[2]
    assert f"The workbench shows the texts in ../others, as .framing/settings.json says; name {texts} there" in told
    assert settings.read(study).texts == "../others"
    remembered.write_text('{"texts": 5}')
    (study / "coded" / "articles.jsonl").unlink()
    assert "cannot be written" in run(study, FILES / "kikuzo.html", "--texts", texts, "--write")[2]
    assert remembered.read_text() == '{"texts": 5}'


def test_texts_never_go_into_the_study(study: Path) -> None:
    code, _, told = run(study, FILES / "kikuzo.html", "--texts", study / "texts", "--write")
    assert (code, imported(study)) == (2, [])
    assert "is inside the study" in told


@pytest.mark.parametrize("below", ["", "texts"])
def test_a_file_where_texts_should_go_is_told_before_anything_is_read(study: Path, tmp_path: Path, below: str) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    code, shown, told = run(study, FILES / "kikuzo.html", "--texts", tmp_path / "notes.txt" / below)
    assert (code, shown) == (2, "")
    assert told == f"--texts: {tmp_path / 'notes.txt'} is a file; name a folder.\n"


def test_an_interrupted_import_leaves_the_study_as_it_was(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(study)
    stop_after(0, monkeypatch)
    assert run(study, FILES / "kikuzo.html", "--write")[0] != 0
    assert contents(study) == before


def test_what_may_be_there_is_decided_by_the_person(study: Path, tmp_path: Path) -> None:
    assert run(study, FILES / "kikuzo.html", "--write")[0] == 0
    again = tmp_path / "again.html"
    again.write_bytes((FILES / "kikuzo.html").read_bytes() + b"\n")
    code, shown, told = run(study, again, "--write")
    assert (code, shown.splitlines()[3]) == (4, "perhaps there already\t2")
    assert "--duplicates keep or skip" in told
    assert "asahi-2018-04-01" in told
    assert run(study, again, "--duplicates", "skip", "--write")[0] == 0
    assert len(imported(study)) == 2
    assert run(study, again, "--duplicates", "keep", "--write")[0] == 0
    assert [one["id"] for one in imported(study)][2] == "asahi-2018-04-01-2"
    assert check.faults(study) == []


def test_a_file_in_no_format_is_told_with_the_formats(study: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(b"\0\1\2")
    code, shown, told = run(study, strange)
    assert (code, shown.splitlines()[4]) == (1, "refused\t1")
    assert "kikuzo" in told


def test_a_name_that_no_outlet_has_is_told_once_with_a_proposal(study: Path, tmp_path: Path) -> None:
    path = study / "coded" / "outlets.json"
    path.write_bytes(path.read_bytes().replace("朝日新聞".encode(), "朝日の新聞".encode()))
    _, shown, told = run(study, FILES / "kikuzo.html")
    assert shown.splitlines()[4] == "refused\t2"
    assert told.count("No outlet is called '朝日新聞': 2 item(s); perhaps --outlet '朝日新聞=asahi'") == 1
    assert run(study, FILES / "kikuzo.html", "--outlet", "朝日新聞=asahi")[1].splitlines()[1] == "new\t2"


def test_a_run_that_takes_nothing_fails_and_one_that_takes_something_does_not(study: Path, tmp_path: Path) -> None:
    item = {"id": "a", "type": "article-newspaper", "title": "A ferry", "container-title": "Nobody's Paper"}
    dated = {**item, "issued": {"date-parts": [[2016, 12, 1]]}}
    taken = {**dated, "container-title": "Asahi Shimbun", "title": "港に船が着く", "language": "ja"}
    before, path = contents(study), tmp_path / "library.json"
    for items, code in [([item], 1), ([item, dated], 1), ([item, taken], 0)]:
        path.write_text(json.dumps(items), encoding="utf-8")
        done, _, told = run(study, path)
        assert (done, "every item is refused" in told) == (code, code == 1)
        assert run(study, path, "--write")[0] == code
        assert (contents(study) == before) is (code == 1)
    assert run(study, path)[0] == 0  # imported before


def test_an_encoding_that_is_not_certain_is_asked_for() -> None:
    with pytest.raises(NotReadableError, match="--encoding"):
        text(Export("a.txt", bytes(range(128, 256))))
    assert text(Export("a.html", b'<meta charset="utf-8">' + b"x" * 300 + b"W\xf6rter"))[0].endswith("Wörter")


def test_a_page_of_which_the_parser_would_leave_out_the_rest_is_refused() -> None:
    with pytest.raises(NotReadableError, match="beyond line 2: Excessive depth in document: 256"):
        html.tree(Export("a.html", b"<p>a</p>\n" + b"<b>" * 5000 + b"b"))
    page = html.tree(Export("a.html", b"<p>a</p>" + b"<b>" * 200 + b"b<!-- c -->d" + b"<script>e</script>"))
    assert html.lines(page) == "a\nbd"


def test_preformatted_lines_stay_lines_around_what_is_marked_in_them() -> None:
    page = html.tree(Export("a.html", b"<p>a\nb</p><pre>c\n<b>d</b>\ne</pre>f\ng"))
    assert html.lines(page) == "a b\n\nc\nd\ne\nf g"


def test_every_format_is_recognised_by_itself_alone() -> None:
    for path in FILES.iterdir():
        export = Export(path.name, path.read_bytes())
        name, reader = reader_of(export)
        assert [other for other, each in READERS.items() if each.recognises(export)] == [name]
        assert any(isinstance(item, Clipping) for item in reader.read(export))
