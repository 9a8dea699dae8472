"""Imports of codings: what is told before, what is written, and that it is written once or not at all."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exchange.clipping import Export
from framing.exchange.codings import plan as planned
from framing.exchange.codings.coders import Newcomer
from framing.exchange.codings.parts import parts
from framing.study import check
from framing.study.index import EventFacts
from tests.exchange.codings_study import EXAMPLE, OTHERWISE, imported, mapped, run, study
from tests.interruption import stop_after
from tests.ran import contents

__all__ = ["study"]

LONG = """article,coder,variable,value
harbour-post-2026-03-03,boris,frames/primary,economy
harbour-post-2026-03-03,boris,tone,Negative
harbour-post-2026-03-03,boris,voice,outlet
harbour-post-2026-03-03,boris,outlook,unknown
harbour-post-2026-03-03,boris,causes,weather
harbour-post-2026-03-03,boris,causes,crew
kaiko-shimbun-2026-03-03,boris,frames/primary,conflict
kaiko-shimbun-2026-03-03,boris,tone,0
kaiko-shimbun-2026-03-03,boris,voice,outlet
kaiko-shimbun-2026-03-03,boris,outlook,NA
kaiko-shimbun-2026-03-03,boris,causes,none
"""
MAP = {"article": "article", "coder": "coder", "variable": "variable", "value": "value", "missing": {"NA": "unknown"}}


def long(folder: Path, text: str = LONG) -> Path:
    path = folder / "long.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_is_written_before_it_is_asked_for(study: Path, tmp_path: Path) -> None:
    before = contents(study)
    code, shown, told = run(study, long(tmp_path), "--map", mapped(tmp_path, **MAP))
    assert (code, shown.splitlines()[1:]) == (0, ["new\t2", "imported before\t0", "faults\t0"]), told
    assert "boris: 2 new" in told
    assert "Nothing is written. Add --write" in told
    assert contents(study) == before


def test_codings_are_written_once(study: Path, tmp_path: Path) -> None:
    words = (long(tmp_path), "--map", mapped(tmp_path, **MAP), "--write")
    code, _, told = run(study, *words)
    assert (code, told.splitlines()[-1]) == (0, "Wrote 2 coding(s) to coded/codings/boris.jsonl.")
    assert check.faults(study) == []
    first, second = imported(study, "boris")
    assert first["values"] == {"voice": "outlet", "tone": -1, "outlook": "unknown", "causes": ["weather", "crew"]}
    assert (second["values"]["outlook"], second["values"]["causes"]) == ("unknown", ["none"])
    assert first["evidence"][0]["locator"].endswith("row 2")
    before = contents(study)
    assert run(study, *words)[1].splitlines()[1:3] == ["new\t0", "imported before\t2"]
    assert contents(study) == before


def test_a_second_coding_is_refused_in_words(study: Path, tmp_path: Path) -> None:
    map_ = mapped(tmp_path, **MAP)
    assert run(study, long(tmp_path), "--map", map_, "--write")[0] == 0
    before = contents(study)
    code, _, told = run(study, long(tmp_path, LONG.replace("Negative", "1")), "--map", map_, "--write")
    assert code == 1
    assert "boris has coded harbour-post-2026-03-03 before (tone -1, here 1); nothing is overwritten" in told
    assert contents(study) == before


def test_every_fault_has_its_row_and_column_and_nothing_is_written(study: Path, tmp_path: Path) -> None:
    wrong = LONG.replace("Negative", "Negatve").replace("kaiko-shimbun-2026-03-03,boris,tone", "kaiko,boris,tone")
    wrong = wrong.replace("boris,voice", "boris,voise", 1).replace("boris,causes,none", "boriss,causes,none")
    before = contents(study)
    code, _, told = run(study, long(tmp_path, wrong), "--map", mapped(tmp_path, **MAP), "--write")
    assert code == 1
    assert "row 3, column value: 'Negatve' is not an answer of tone; did you mean 'negative'?" in told
    assert "row 4, column value: there is no 'voise' in a coding; did you mean 'voice'?" in told
    assert "row 9: there is no article 'kaiko'" in told
    assert "there is no coder 'boriss'; did you mean 'boris'?" in told
    assert contents(study) == before


def test_what_is_answered_twice_is_refused(study: Path, tmp_path: Path) -> None:
    twice = LONG + "harbour-post-2026-03-03,boris,tone,1\n"
    code, _, told = run(study, long(tmp_path, twice), "--map", mapped(tmp_path, **MAP))
    assert code == 1
    assert "row 13, column value: boris answers tone of harbour-post-2026-03-03 a second time: -1" in told


def test_what_no_column_answers_is_told_with_its_row(study: Path, tmp_path: Path) -> None:
    lacking = LONG.replace("harbour-post-2026-03-03,boris,tone,Negative\n", "")
    code, _, told = run(study, long(tmp_path, lacking), "--map", mapped(tmp_path, **MAP))
    assert code == 1
    assert "row 2: " in told
    assert "tone" in told


@pytest.mark.parametrize("files", [0, 1])
def test_an_interrupted_import_leaves_the_study_as_it_was(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    """Stopped before the first file, or between two."""
    before = contents(study)
    stop_after(files, monkeypatch)
    words = (long(tmp_path, LONG.replace("boris", "dora")), "--map", mapped(tmp_path, **MAP), "--kind", "person")
    assert run(study, *words, "--write")[0] != 0
    assert contents(study) == before


def test_a_machine_is_a_coder_of_its_own_and_told_before(study: Path, tmp_path: Path) -> None:
    text = LONG.replace("boris", "lark")
    words = (long(tmp_path, text), "--map", mapped(tmp_path, **MAP))
    code, _, told = run(study, *words, "--write")
    assert (code, "--kind person or --kind machine adds a new one" in told) == (1, True)
    assert run(study, *words, "--kind", "machine")[0] == 2
    prompt = tmp_path / "prompt.txt"
    prompt.write_bytes(b"Code the article.\n")
    more = ("--kind", "machine", "--model", "Lark", "--version", "2", "--prompt", prompt)
    code, _, told = run(study, *words, *more, "--write")
    assert (code, "New in coders.json: lark (machine), Lark 2." in told) == (0, True), told
    made = json.loads((study / "coded" / "coders.json").read_bytes())["coders"][-1]["model"]
    assert made == {"name": "Lark", "version": "2", "prompt_sha256": sha256(prompt.read_bytes()).hexdigest()}
    assert check.faults(study) == []
    assert len(imported(study, "lark")) == 2


def test_a_map_is_checked_in_words(study: Path, tmp_path: Path) -> None:
    code, _, told = run(
        study, long(tmp_path), "--map", mapped(tmp_path, colums={}, header_row="x", article={"ide": "a"})
    )
    assert code == 2
    assert "there is no 'colums'; did you mean 'columns'?" in told
    assert "header_row must be the number of a row" in told
    assert "there is no 'ide'" in told
    code, _, told = run(study, long(tmp_path), "--map", mapped(tmp_path, **{**MAP, "value": "valu"}))
    assert (code, "the map names a column 'valu', which the file does not have; did you mean 'value'?" in told) == (
        1,
        True,
    )


def test_without_a_map_one_message_shows_how_to_write_one(study: Path, tmp_path: Path) -> None:
    table = tmp_path / "sheet.csv"
    table.write_text("Paper,tone,Mood\nharbour-post-2026-03-03,0,1\nkaiko-shimbun-2026-03-03,1,2\n", encoding="utf-8")
    code, _, told = run(study, table, "--coder", "boris")
    assert (code, told.count("nothing says which column names the article")) == (1, 1)
    sketch = json.loads(told[told.index("{\n") : told.index("\n}") + 2])
    assert (sketch["article"], sketch["columns"]) == ("Paper", {"Mood": "VARIABLE"})
    assert "coded_at" in sketch["otherwise"]


def test_what_nothing_answers_is_told_in_the_first_round_and_once(study: Path, tmp_path: Path) -> None:
    """Beside answers that cannot be taken, and articles that are not there."""
    wrong = LONG.replace("Negative", "Negatve").replace("kaiko-shimbun-2026-03-03,", "kaiko,")
    otherwise = {name: value for name, value in OTHERWISE.items() if name != "coded_at"}
    code, _, told = run(study, long(tmp_path, wrong), "--map", mapped(tmp_path, **MAP, otherwise=otherwise))
    assert code == 1
    assert "nothing says coded_at: name the column" in told
    assert '"otherwise": {"coded_at": "YYYY-MM-DDThh:mm:ss+09:00"}' in told
    assert ("'Negatve' is not an answer" in told, "there is no article 'kaiko'" in told) == (True, True)
    code, shown, told = run(study, long(tmp_path), "--map", mapped(tmp_path, **MAP, otherwise=otherwise))
    assert (code, shown.splitlines()[1:]) == (1, ["new\t0", "imported before\t0", "faults\t1"]), told


def test_an_event_is_known_by_its_label(study: Path, tmp_path: Path) -> None:
    events = json.loads((study / "coded" / "events.json").read_bytes())["events"]
    label = events[1]["labels"]["ru"]
    more = f"harbour-post-2026-03-03,boris,event/id,{label.upper()}\nharbour-post-2026-03-03,boris,event/relation,reports\n"
    code, _, told = run(study, long(tmp_path, LONG + more), "--map", mapped(tmp_path, **MAP), "--write")
    assert code == 0, told
    assert imported(study, "boris")[0]["event"] == {"id": events[1]["id"], "relation": "reports"}
    one, two = (EventFacts(None, None, "happened", labels) for labels in (("The visit",), ("The visit", "訪問")))
    codebook = json.loads((study / "schemas" / "codebook.json").read_bytes())
    assert {*parts(codebook, {"a": one, "b": two})["event/id"].choices} == {"a", "b", "訪問"}, "not what two share"


@pytest.mark.parametrize(("more", "languages"), [({}, ["ja", "en"]), ({"language": "fr"}, ["fr", "fr"])])
def test_evidence_has_the_language_of_its_letters(
    study: Path, tmp_path: Path, more: dict[str, str], languages: list[str]
) -> None:
    """Unless the map says which."""
    text = (
        LONG
        + "kaiko-shimbun-2026-03-03,boris,evidence,船の遅れを批判する\nharbour-post-2026-03-03,boris,evidence,blames 船長\n"
    )
    code, _, told = run(study, long(tmp_path, text), "--map", mapped(tmp_path, **MAP, **more), "--write")
    assert code == 0, told
    found = {entry["article"]: entry["evidence"][0]["lang"] for entry in imported(study, "boris")}
    assert [found["kaiko-shimbun-2026-03-03"], found["harbour-post-2026-03-03"]] == languages


def test_evidence_that_the_map_gives_for_all_has_the_language_of_each_article(study: Path, tmp_path: Path) -> None:
    """Where its letters are those of several languages."""
    given = {**OTHERWISE, "evidence": "記事要旨"}
    code, _, told = run(study, long(tmp_path), "--map", mapped(tmp_path, **MAP, otherwise=given), "--write")
    assert code == 0, told
    found = {entry["article"]: entry["evidence"][0]["lang"] for entry in imported(study, "boris")}
    assert found == {"harbour-post-2026-03-03": "en", "kaiko-shimbun-2026-03-03": "ja"}


def test_one_file_twice_in_one_import_is_once(study: Path, tmp_path: Path) -> None:
    path = long(tmp_path)
    _, shown, told = run(study, path, path, "--map", mapped(tmp_path, **MAP), "--write")
    assert shown.splitlines()[1:] == ["new\t2", "imported before\t2", "faults\t0"], told
    assert len(imported(study, "boris")) == 2


def test_what_the_map_says_of_nothing_is_told(study: Path, tmp_path: Path) -> None:
    wrong = {**MAP, "otherwise": {**OTHERWISE, "confidense": 1}, "values": {"tonne": {"1": -1}}}
    code, _, told = run(study, long(tmp_path), "--map", mapped(tmp_path, **wrong))
    assert code == 1
    assert "'confidense', which is not a part of a coding; did you mean 'confidence'?" in told
    assert "'tonne', which is not a part of a coding; did you mean 'tone'?" in told


def test_a_name_that_is_no_id_is_no_coder(study: Path, tmp_path: Path) -> None:
    words = (long(tmp_path), "--map", mapped(tmp_path, **MAP), "--coder", "New One", "--kind", "person")
    code, _, told = run(study, *words)
    assert (code, "'New One' cannot be the id of a coder" in told) == (1, True)
    kept = (*words[:3], "--coder", "lark", "--kind", "machine", "--model", "Boris", "--version", "")
    assert run(study, *kept)[0] == 2


@settings(max_examples=40)
@given(data=st.data())
def test_damage_ends_in_words_and_nothing_is_written(data: st.DataObject) -> None:
    raw = bytearray(LONG.encode()[: data.draw(st.integers(0, len(LONG)))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(LONG)), st.integers(0, 255)), max_size=6)):
        raw[at : at + 1] = bytes([byte])
    known = planned.coded(EXAMPLE)
    found = planned.plan(known, [Export("a.csv", bytes(raw))], {**MAP, "otherwise": OTHERWISE}, Newcomer(kind="person"))
    assert sum(found.counts().values()) > 0 or not raw.strip()
    assert all(trouble.message for _, trouble in found.faults)


def test_a_column_for_each_coder(study: Path, tmp_path: Path) -> None:
    said = {"frames/primary": "economy", "tone": "0", "voice": "outlet", "outlook": "NA", "causes": "none"}
    table = "id,question,w 0,w1,w2\n" + "".join(
        f"harbour-post-2026-03-03,{name},{text},{text},\n" for name, text in said.items()
    )
    told = {"article": "id", "variable": "question", "by_coder": {"w 0": "Boris", "w1": "w", "w2": "carla"}}
    map_ = mapped(tmp_path, **told, coders={"w": "dora"}, missing={"NA": "unknown"})
    code, shown, said_ = run(study, long(tmp_path, table), "--map", map_, "--kind", "person", "--write")
    assert (code, shown.splitlines()[1]) == (0, "new\t2"), said_
    assert check.faults(study) == []
    assert [len(imported(study, coder)) for coder in ("boris", "dora", "carla")] == [1, 1, 0]
    wrong = long(tmp_path, table.replace("tone,0,0,", "tone,0,5,"))
    assert "row 3, column w1: '5' is not an answer of tone" in run(study, wrong, "--map", map_)[2]


def test_a_table_of_a_japanese_spreadsheet(study: Path, tmp_path: Path) -> None:
    table = LONG.replace("article,coder", "記事,記入者").replace("boris,tone,Negative", "boris,tone,否定的")
    path = tmp_path / "long.csv"
    path.write_bytes(table.encode("cp932"))
    map_ = mapped(tmp_path, **{**MAP, "article": "記事", "coder": "記入者", "values": {"tone": {"否定的": -1}}})
    code, shown, told = run(study, path, "--map", map_, "--encoding", "cp932")
    assert (code, shown.splitlines()[1]) == (0, "new\t2"), told


def test_a_codebook_is_proposed_from_the_answers(study: Path, tmp_path: Path) -> None:
    table = tmp_path / "sheet.csv"
    rows = ["Paper,Coder,Tone,Who,Actors,Remarks"]
    rows += [f"post,aki,{tone},{who},{actors},remark {at}" for at, (tone, who, actors) in enumerate(
        [("1", "Mayor", "crew; city"), ("2", "Crew", "crew"), ("3", "NA", "city"), ("9", "市長", "")] * 10
    )]  # fmt: skip
    table.write_text("\n".join(rows), encoding="utf-8")
    out, before = tmp_path / "proposed.json", contents(study)
    code, shown, told = run(study, table, "--map", mapped(tmp_path, coder="Coder"), "--codebook-from-data", out)
    assert code == 0, told
    assert shown.splitlines()[1:] == [
        "tone\tordinal\t1, 2, 3",
        "who\tnominal\tmayor, crew, value_3",
        "actors\tset\tcrew, city",
    ]
    assert "Remarks: has more than 30 different answers: free text?" in told
    assert '"9": "CHANGE THIS"' in told
    assert contents(study) == before
    book = json.loads(out.read_bytes())
    (study / "schemas" / "codebook.json").write_bytes(out.read_bytes())
    assert [fault for fault in check.faults(study) if fault.file == "schemas/codebook.json"] == []
    assert book["variables"][1]["values"][2]["labels"]["en"] == "CHANGE THIS in English"
    code, _, told = run(study, table, "--codebook-from-data", out)
    assert (code, told) == (4, f"{out} exists; name a new file.\n")
