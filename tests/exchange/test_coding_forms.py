"""Codings from online forms, ReCal and UIMA CAS: heads, sets, zones, order, offsets, and what is refused."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings.formats import FORMS, form_of
from framing.exchange.codings.line import Found, Remark
from framing.exchange.codings.mapping import as_map
from framing.exchange.codings.parts import Part, answers
from framing.study import check
from tests.exchange.codings_study import FILES, OTHERWISE, imported, mapped, run, study
from tests.exchange.test_coding_programs import ORDER, lines, passages, shared

__all__ = ["study"]

REST = {key: value for key, value in OTHERWISE.items() if key != "coded_at"}
REST |= {"frames/primary": "economy", "voice": "outlet", "outlook": "unknown", "tone": "unknown"}
TIME = {"coded_at": "2026-03-20T09:00:00+09:00"}


def found_in(name: str, raw: bytes, said: dict[str, object] | None = None, file: str = "") -> list[Found]:
    form = FORMS[name]
    return list(form.read(Export(file or "file", raw), as_map(said or {}, form.usual)))


def told(found: list[Found]) -> list[str]:
    return [item.message for item in found if isinstance(item, Trouble | Remark)]


def altered(file: str, old: bytes, new: bytes) -> bytes:
    """A file with something else in the first place where the old stands."""
    raw = (FILES / file).read_bytes()
    assert old in raw
    return raw.replace(old, new, 1)


def test_qualtrics_comes_into_a_study(study: Path, tmp_path: Path) -> None:
    columns = {"Q2": "tone", "Q3": "causes", "Q4_5_TEXT": "memo", "ResponseId": ""}
    map_ = mapped(tmp_path, article="Q1", coder="Who", columns=columns, otherwise=REST)
    code, said, err = run(study, FILES / "qualtrics.csv", "--map", map_, "--write")
    assert code == 0, err
    assert "qualtrics.csv: qualtrics" in said + err
    assert "1 answer(s) left out: a preview or test" in said + err
    assert "1 answer(s) left out: in progress, not finished" in said + err
    assert "what Qualtrics noted beside the answers is left out: StartDate, EndDate, Status, IPAddress" in said + err
    (record,) = imported(study, "boris")
    assert (record["values"]["tone"], record["values"]["causes"]) == (-1, ["weather", "crew"])
    assert (record["coded_at"], record["memo"]) == ("2026-03-20T09:10:01+09:00", "hesitated,\nthen sure")
    assert not any(secret in str(record) for secret in ("192.0.2.7", "b@example.org"))
    assert check.faults(study) == []


def test_qualtrics_keeps_what_the_map_names() -> None:
    found = found_in("qualtrics", (FILES / "qualtrics.csv").read_bytes(), {"coder": "RecipientEmail"})
    (line,) = lines(found)
    assert (line.first("RecipientEmail"), line.first("ResponseId"), line.first("IPAddress")) == (
        "b@example.org",
        "R_2",
        "",
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"{""ImportId"":""QID1""}"', b"", "three rows of headings"),
        (b"Q4_5_TEXT,Who", b"Q4_5_TEXT", "three rows of headings"),
        (b",R_2,", b",R_2,,", "has 17 cells, but the heading has 16"),
    ],
)
def test_a_broken_qualtrics_export_ends_in_words(old: bytes, new: bytes, words: str) -> None:
    raw = altered("qualtrics.csv", old, new)
    try:
        said = told(found_in("qualtrics", raw))
    except NotReadableError as error:
        said = [str(error)]
    assert any(words in message for message in said), said


def test_a_table_of_qualtrics_in_utf_16_is_known() -> None:
    raw = (FILES / "qualtrics.csv").read_bytes().decode("utf-8-sig").encode("utf-16")
    name, form = form_of(Export("q.tsv", raw))
    assert name == "qualtrics"
    assert len(lines(list(form.read(Export("q.tsv", raw), as_map({}, form.usual))))) == 1


@pytest.mark.parametrize("name", ["google-form.csv", "google-sheet.csv"])
def test_google_forms_come_into_a_study(study: Path, tmp_path: Path, name: str) -> None:
    columns = {"Tone": "tone", "Causes": "causes", "Remarks": "memo"}
    map_ = mapped(tmp_path, article="Article", coder="Who codes?", columns=columns, otherwise={**REST, **TIME})
    code, said, err = run(study, FILES / name, "--map", map_, "--write")
    assert code == 0, err
    first, *_ = imported(study, "boris")
    assert (first["values"]["tone"], first["values"]["causes"]) == (-1, ["weather", "crew"])
    own = name == "google-form.csv"
    assert first["coded_at"] == ("2026-03-20T21:10:01+09:00" if own else TIME["coded_at"])
    assert first["memo"] == ("a; b, c" if own else "a, b")
    assert ("does not say their zone" in said + err) is not own
    assert check.faults(study) == []


CHOICES = {"war": "war", "war, and peace": "both", "peace": "peace", "and peace": "and_peace", "food, drink": "food"}
CAUSES = Part("causes", "/values/causes", several=True, choices=CHOICES, missing=("unknown",))
GOOGLE = as_map({"missing": {"n/a, sorry": "unknown"}}, FORMS["google-forms"].usual)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("peace, food, drink", ["peace", "food"]),
        ("food, drink;peace", ["food", "peace"]),
        ("n/a, sorry", ["unknown"]),
        ("war, peace", ["war", "peace"]),
        ("", []),
    ],
)
def test_choices_with_commas_are_found_by_the_labels(text: str, meant: list[str]) -> None:
    assert answers(CAUSES, text, GOOGLE) == (meant, "")


def test_what_may_mean_two_sets_is_refused_and_what_means_none_too() -> None:
    assert "may mean ['war, and peace'] or ['war', 'and peace']" in answers(CAUSES, "war, and peace", GOOGLE)[1]
    assert answers(CAUSES, "war, hunger", GOOGLE)[1].startswith("'hunger' is not an answer of causes")
    assert answers(CAUSES, ", ".join(["war"] * 500), GOOGLE) == (["war"] * 500, "")


def test_an_answer_without_a_time_is_told() -> None:
    raw = (FILES / "google-form.csv").read_bytes().replace(b'"2026/03/21 12:00:00 AM GMT+9"', b'""')
    assert told(found_in("google-forms", raw)) == ["has no time; is it an answer?"]


def test_recal_comes_into_a_study(study: Path, tmp_path: Path) -> None:
    rest = {**REST, **TIME, "causes": ["weather"]}
    map_ = mapped(tmp_path, order=ORDER, otherwise=rest)
    code, _, err = run(study, FILES / "reliability.csv", "--map", map_, "--kind", "person", "--write")
    assert code == 0, err
    answered = [(each["values"]["tone"], each["values"]["outlook"]) for each in imported(study, "boris")]
    assert answered == [(1, -1), (0, 1)]
    assert [each["values"]["tone"] for each in imported(study, "dora")] == [1, "unknown"]
    assert check.faults(study) == []


def test_evidence_that_no_program_told_is_asked_for_once(study: Path, tmp_path: Path) -> None:
    rest = {name: value for name, value in {**REST, **TIME, "causes": ["weather"]}.items() if name != "evidence"}
    map_ = mapped(tmp_path, order=ORDER, otherwise=rest)
    code, said, err = run(study, FILES / "reliability.csv", "--map", map_, "--kind", "person")
    assert (code, "faults\t1" in said.splitlines(), err.count("nothing says evidence")) == (1, True, 1), err
    assert '"otherwise": {"evidence": "coded in a sheet without evidence"}' in err


def test_passages_are_evidence_though_their_coder_is_unknown(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "harbour-post-2026-03-03"
    folder.mkdir()
    (folder / "dora.json").write_bytes((FILES / "dora.json").read_bytes())
    rest = {name: value for name, value in {**REST, **TIME}.items() if name != "evidence"}
    code, _, err = run(study, folder / "dora.json", "--map", mapped(tmp_path, otherwise=rest))
    assert (code, "there is no coder 'dora'" in err, "nothing says" in err) == (1, True, False), err


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (None, 'a map must say which article each row is, who each column, and what was asked: "order"'),
        ({**ORDER, "articles": ["harbour-post-2026-03-03"]}, 'has 2 rows, but "order" in the map has 1 articles'),
        ({**ORDER, "coders": ["boris"]}, 'has 4 cells, but "order" in the map makes 2'),
        ({"articles": 3}, "order must be an object with lists of names: articles, coders, questions"),
    ],
)
def test_recal_says_what_it_needs(study: Path, tmp_path: Path, order: object, words: str) -> None:
    map_ = mapped(tmp_path, **({"order": order} if order else {}))
    code, said, err = run(study, FILES / "reliability.csv", "--map", map_)
    assert code in (1, 2)
    assert words in said + err


@pytest.mark.parametrize(("name", "format_"), [("dora.json", "cas-json"), ("dora.zip", "cas-xmi")])
def test_a_cas_comes_in(name: str, format_: str) -> None:
    found = found_in(format_, (FILES / name).read_bytes(), file=f"harbour-post-2026-03-03/{name}")
    (line,) = lines(found)
    assert told(found) == ["relations and links are left out: Link"]
    assert (line.first("document"), line.first("coder")) == ("harbour-post-2026-03-03", "dora")
    assert line.text == "The 😊 delay costs the line. Café."
    assert passages(line) == [
        ("Mark", "*", 4, 5, "😊"),
        ("Frame.value", "economy", 6, 17, "delay costs"),
        ("Frame.note", "a|b", 6, 17, "delay costs"),
        ("Frame.value", "economy", 28, 32, "Café"),
    ]


def test_a_cas_comes_into_a_study(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "harbour-post-2026-03-03"
    folder.mkdir()
    (folder / "dora.json").write_bytes((FILES / "dora.json").read_bytes())
    columns = {"Frame.value": "frames/primary", "Frame.note": "", "Mark": ""}
    map_ = mapped(tmp_path, columns=columns, otherwise={**REST, **TIME, "causes": ["weather"]})
    code, _, err = run(study, folder / "dora.json", "--map", map_, "--kind", "person", "--write")
    assert code == 0, err
    (record,) = imported(study, "dora")
    assert [item["text"] for item in record["evidence"]] == ["delay costs", "Café"]
    assert check.faults(study) == []


def test_without_the_library_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(NotReadableError, match=r"pip install 'media-framing\[cas\]'"):
        found_in("cas-json", (FILES / "dora.json").read_bytes())


def test_xmi_needs_its_type_system() -> None:
    with zipfile.ZipFile(FILES / "dora.zip") as archive:
        annotated, system = archive.read("dora.xmi"), archive.read("TypeSystem.xml")
    assert form_of(Export("dora.xmi", annotated))[0] == "cas-xmi"
    with pytest.raises(NotReadableError, match=r"import the zip as INCEpTION wrote it, with TypeSystem\.xml"):
        found_in("cas-xmi", annotated)
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + annotated.partition(b"?>")[2]
    for parts, words in [
        ({"TypeSystem.xml": system, "a.xmi": annotated, "b.xmi": annotated}, "must hold one .xmi"),
        ({"TypeSystem.xml": system, "a.xmi": bomb}, "declares a document type"),
        ({"TypeSystem.xml": system, "a.xmi": annotated[:300]}, "is damaged"),
        ({"TypeSystem.xml": b"<typeSystemDescription/>", "a.xmi": annotated}, "is not a complete UIMA CAS"),
    ]:
        with pytest.raises(NotReadableError, match=words):
            found_in("cas-xmi", packed(parts))


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"%ID": 4', b'"%ID": "4"', "is not a complete UIMA CAS"),
        (b'"sofaString": "', b'"sofa_": "', "has no text"),
        (b'"%SUPER_TYPE"', b'"%SUPER"', "is not a complete UIMA CAS"),
    ],
)
def test_a_broken_cas_ends_in_words(old: bytes, new: bytes, words: str) -> None:
    raw = altered("dora.json", old, new)
    with pytest.raises(NotReadableError, match=words):
        found_in("cas-json", raw)


def test_the_cas_as_shared() -> None:
    (line,) = lines(shared("14-inception-webanno-tsv-xmi/emoji-uima-cas.json", "cas-json"))
    assert line.text == "🥳 This 👳🏻‍♀️ is ✆ a 🧔🏾‍♂️ test 👻"
    assert passages(line) == []
