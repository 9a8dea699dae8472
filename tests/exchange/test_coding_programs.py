"""Codings from annotation programs: coders, sets, passages in code points, damage."""

import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings.formats import FORMS, form_of
from framing.exchange.codings.line import Found, Line, Remark
from framing.exchange.codings.mapping import as_map
from framing.study import check
from tests.exchange.codings_study import FILES, OTHERWISE, SHARED, imported, mapped, run, study

__all__ = ["study"]

REST = {**OTHERWISE, "tone": "unknown", "voice": "outlet", "outlook": "unknown"}
WHOLE = {path.name: path.read_bytes() for path in FILES.iterdir()}
ORDER = {
    "articles": ["harbour-post-2026-03-03", "harbour-post-2026-03-13"],
    "coders": ["boris", "dora"],
    "questions": ["tone", "outlook"],
}
SAID = {"reliability.csv": {"order": ORDER}}
"""What a file does not say itself."""


def shared(place: str, format_: str) -> list[Found]:
    """All that the reader of a format, and no other, finds in a file."""
    path = SHARED / place
    if not path.is_file():
        pytest.skip("needs ../shared/data/import")
    export = Export(f"{path.parent.name}/{path.name}", path.read_bytes())
    assert [name for name, form in FORMS.items() if form.recognises(export)] == [format_]
    form = form_of(export)[1]
    return list(form.read(export, as_map({}, form.usual)))


def lines(found: list[Found]) -> list[Line]:
    assert [item for item in found if isinstance(item, Trouble)] == []
    return [item for item in found if isinstance(item, Line)]


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_every_format_is_recognised_by_itself_alone(name: str) -> None:
    export = Export(name, WHOLE[name])
    assert [format_ for format_, form in FORMS.items() if form.recognises(export)] == [form_of(export)[0]]
    assert lines(list(form_of(export)[1].read(export, as_map(SAID.get(name, {}), {}))))


@pytest.mark.parametrize("name", sorted(WHOLE))
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_damage_ends_in_words(name: str, data: st.DataObject) -> None:
    whole = WHOLE[name]
    raw = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole)), st.integers(0, 255)), max_size=20)):
        raw[at : at + 1] = bytes([byte])
    export = Export(name, bytes(raw))
    for form in FORMS.values():
        assert form.recognises(export) in (True, False)
        with suppress(NotReadableError):
            assert all(
                isinstance(item, Line | Trouble | Remark)
                for item in form.read(export, as_map(SAID.get(name, {}), form.usual))
            )


def test_label_studio(study: Path, tmp_path: Path) -> None:
    map_ = mapped(
        tmp_path,
        article="data.article",
        coders={"b@example.org": "boris"},
        columns={"frame": "frames/primary", "why": "causes", "marked": "evidence", "sure": "confidence"},
        otherwise=REST,
    )
    code, _, told = run(study, FILES / "label-studio.json", "--map", map_, "--write")
    assert code == 0, told
    assert "what a model proposed in 1 task(s) is left out" in told
    assert "annotation 10: left out, for it was skipped" in told
    (record,) = imported(study, "boris")
    assert (record["coded_at"], record["confidence"]) == ("2026-11-22T08:50:53.017134Z", 2)
    assert (record["frames"]["primary"], record["values"]["causes"]) == ("economy", ["weather", "crew"])
    text = "Ⅰ 😊 café: the delay\ncosts the line."
    assert record["evidence"] == [
        {"supports": "economy", "kind": "quote", "text": "the delay\ncosts", "lang": "en", "start": 10, "end": 25}
    ]
    assert text[10:25] == "the delay\ncosts"
    assert unicodedata.is_normalized("NFC", text)
    assert check.faults(study) == []


def test_an_address_is_no_coder(study: Path, tmp_path: Path) -> None:
    map_ = mapped(tmp_path, article="data.article", otherwise=REST)
    code, _, told = run(study, FILES / "label-studio.json", "--map", map_)
    assert (code, "task 4, annotation 9: 'b@example.org' cannot be the id of a coder" in told) == (1, True)


def test_label_studio_as_shared() -> None:
    (line,) = lines(shared("12-label-studio-json/label-studio-export.json", "label-studio"))
    assert (line.first("coder"), line.first("coded_at")) == ("coder1@example.org", "2022-11-04T18:50:53.017134Z")
    chosen = [cell.text for cell in line.cells if cell.name == "uri_selection"]
    assert chosen == ['Yes " "" \n \t \t а б в']


def test_doccano(study: Path, tmp_path: Path) -> None:
    map_ = mapped(
        tmp_path,
        columns={"passage": "evidence"},
        otherwise={**REST, "frames/primary": "economy", "causes": ["weather"]},
    )
    code, _, told = run(study, FILES / "boris.jsonl", "--map", map_, "--write")
    assert code == 0, told
    (record,) = imported(study, "boris")
    text = unicodedata.normalize("NFC", "😊 café: the delay costs the line.")
    assert [(item["supports"], item["text"]) for item in record["evidence"]] == [
        ("economy", "the delay costs"),
        ("causes", "the delay"),
    ]
    assert all(text[item["start"] : item["end"]] == item["text"] for item in record["evidence"])
    assert len(record["text_sha256"]) == 64
    assert check.faults(study) == []


def test_doccano_as_shared() -> None:
    whole = lines(shared("13-doccano-jsonl/text_classification-example.jsonl", "doccano"))
    assert [line.first("label") for line in whole] == ["negative", "positive", "positive"]
    passages = lines(shared("13-doccano-jsonl/sequence_labeling-example.jsonl", "doccano"))
    assert [(cell.text, cell.quote.text) for line in passages for cell in line.cells if cell.quote] == [
        ("ORG", "EU"),
        ("MISC", "German"),
        ("PERSON", "Peter Blackburn"),
        ("PERSON", "Obama"),
    ]
    assert passages[0].first("coder") == "sequence_labeling-example"


def passages(line: Line) -> list[tuple[str, str, int, int, str]]:
    return [(cell.name, cell.text, *cell.quote) for cell in line.cells if cell.quote]


def test_webanno_tsv() -> None:
    export = Export("harbour-post-2026-03-03/dora.tsv", WHOLE["dora.tsv"])
    found = list(FORMS["webanno-tsv"].read(export, as_map({}, {})))
    (line,) = lines(found)
    assert [item.message for item in found if isinstance(item, Remark)] == ["relations and chains are left out: Link"]
    assert (line.first("document"), line.first("coder"), line.text) == ("harbour-post-2026-03-03", "dora", "")
    assert passages(line) == [
        ("Frame.value", "economy", 0, 11, "The 😊 delay"),
        ("Frame.note", "a|b", 0, 11, "The 😊 delay"),
        ("Frame.value", "conflict", 0, 3, "The"),
        ("Mark", "*", 6, 11, "delay"),
        ("Frame.value", "economy", 22, 28, "Really"),
    ]


def test_webanno_tsv_comes_into_a_study(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "harbour-post-2026-03-03"
    folder.mkdir()
    (folder / "dora.tsv").write_bytes(WHOLE["dora.tsv"].replace(b"|conflict\t", b"|economy\t"))
    map_ = mapped(
        tmp_path,
        columns={"Frame.value": "frames/primary", "Frame.note": "", "Mark": ""},
        otherwise={**REST, "causes": ["weather"]},
    )
    code, _, told = run(study, folder / "dora.tsv", "--map", map_, "--kind", "person", "--write")
    assert code == 0, told
    (record,) = imported(study, "dora")
    assert record["frames"]["primary"] == "economy"
    assert [item["text"] for item in record["evidence"]] == ["The 😊 delay", "The", "Really"]
    assert check.faults(study) == []


def test_potato(study: Path, tmp_path: Path) -> None:
    map_ = mapped(tmp_path, columns={"frame": "frames/primary", "why": "causes"}, otherwise=REST)
    code, _, told = run(study, FILES / "user_state.json", "--map", map_, "--write")
    assert code == 0, told
    assert "passages in 1 item(s) are left out" in told
    (record,) = imported(study, "boris")
    assert (record["frames"]["primary"], record["values"]["causes"]) == ("economy", ["weather", "crew"])
    assert record["memo"] == "hesitated"
    assert check.faults(study) == []


def test_every_option_ever_clicked_is_refused(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "user_state.json"
    path.write_bytes(WHOLE["user_state.json"].replace(b'"false"', b'"true"'))
    map_ = mapped(tmp_path, columns={"frame": "frames/primary", "why": "causes"}, otherwise=REST)
    code, _, told = run(study, path, "--map", map_, "--write")
    assert (code, "boris answers frames/primary of harbour-post-2026-03-03 a second time" in told) == (1, True)


def test_inception_as_shared() -> None:
    folder = "14-inception-webanno-tsv-xmi"
    (emoji,) = lines(shared(f"{folder}/testSentenceWithEmoji.tsv", "webanno-tsv"))
    assert passages(emoji) == [("Span.value", "*", 10, 11, "😊")]
    assert emoji.text == "I like it 😊 ."
    (stacked,) = lines(shared(f"{folder}/testMultiTokenStackedSpanWithFeatureValue.tsv", "webanno-tsv"))
    assert [(text, words) for _, text, _, _, words in passages(stacked)] == [
        ("PERSON", "This is a test ."),
        ("LOCATION", "This is a test ."),
    ]
    (nasty,) = lines(shared(f"{folder}/testTokenBoundedSpanWithNastyFeatureValue.tsv", "webanno-tsv"))
    assert {text for _, text, *_ in passages(nasty)} == {"de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity:value"}
    coders = [
        lines(shared(f"{folder}/two-coders-and-curator/{name}.tsv", "webanno-tsv"))[0]
        for name in ("user1", "user2", "curator")
    ]
    assert [line.first("coder") for line in coders] == ["user1", "user2", "curator"]
    assert len({line.text for line in coders}) == 1
    assert ("Lemma.value", "er|es|sie") in [(cell.name, cell.text) for cell in coders[0].cells]


def test_potato_as_shared() -> None:
    for coder in ("alice", "bob"):
        found = lines(shared(f"15-potato-user-state/{coder}/user_state.json", "potato"))
        assert [line.first("item") for line in found] == ["r1", "r2", "r3", "r4", "r5", "r6"]
        assert {line.first("coder") for line in found} == {coder}
    (first, *_) = lines(shared("15-potato-user-state/alice/user_state.json", "potato"))
    assert first.first("sentiment") == "positive"
    assert [cell.text for cell in first.cells if cell.name == "aspects"] == ["acting", "plot"]
