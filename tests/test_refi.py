"""REFI-QDA projects and Web Annotations: valid by their standards, read by others, and the same codings when they come back."""

import json
import os
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from typer.testing import CliRunner

from framing.analysis.reading import Reading, reading
from framing.cli import app, console
from framing.cli.export import _records
from framing.corpus import read
from framing.exchange.clipping import Export, Trouble
from framing.exchange.codings.coders import Newcomer
from framing.exchange.codings.formats import form_of
from framing.exchange.codings.line import Line, Quote, Remark
from framing.exchange.codings.mapping import as_map
from framing.exchange.codings.plan import coded, plan
from framing.export.as_annotations import annotation_files
from framing.export.as_refi import refi_files
from framing.export.package import Package, package
from framing.export.zipped import archive
from framing.refusal import Refusal
from framing.study import check
from framing.study.canonical import as_line, ordered
from framing.study.validate import coding_contract
from tests.exchange.codings_study import copied

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests/examples/study"
SCHEMA = etree.XMLSchema(etree.parse(ROOT / "tests/refi/Project.xsd"))
Record = dict[str, Any]
TEXT = st.text("ab cдё漢字𠮷😀é.\n", min_size=40, max_size=90).map(str.strip).filter(lambda text: len(text) > 30)


def held(study: Path, giving: bool = False) -> Package:
    corpus = read(study)
    found = reading(corpus.tables, "majority")
    assert isinstance(found, Reading)
    return package(corpus.tables, found, corpus.codebook)._replace(records=_records(corpus, giving))


def project_of(package: Package) -> bytes:
    files = refi_files(package)
    assert not isinstance(files, Refusal)
    return files[f"{package.id}.qdpx"]


def root_of(project: bytes) -> Any:
    with ZipFile(BytesIO(project)) as packed:
        return etree.fromstring(packed.read("project.qde"))


@pytest.mark.parametrize("study", [EXAMPLE, ROOT])
def test_a_project_keeps_the_schema_of_the_standard(study: Path) -> None:
    """The schema is that of REFI (18 March 2019, MIT), which says more than the text of the standard."""
    root = root_of(project_of(held(study)))
    assert SCHEMA.validate(root), SCHEMA.error_log
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(guids) == len(set(guids))
    for each in root.iter():
        for key in ("targetGUID", "creatingUser"):
            assert each.get(key) is None or each.get(key) in guids


def test_the_codebook_alone_has_the_same_codes() -> None:
    package = held(EXAMPLE)
    files = refi_files(package)
    assert not isinstance(files, Refusal)
    alone = etree.fromstring(files[f"{package.id}.qdc"])
    assert alone.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    codes = [each.attrib for each in alone.iter("{*}Code")]
    assert codes == [each.attrib for each in root_of(files[f"{package.id}.qdpx"]).iter("{*}Code")]
    names = [[child.get("name") for child in each if child.tag.endswith("}Code")] for each in alone.iter()]
    assert all(len(each) == len(set(each)) for each in names)


def test_passages_end_with_their_last_character() -> None:
    project = project_of(held(EXAMPLE))
    with ZipFile(BytesIO(project)) as packed:
        for source in root_of(project).iter("{*}TextSource"):
            text = packed.read(f"sources/{source.get('plainTextPath').removeprefix('internal://')}").decode()
            for passage in source.iter("{*}PlainTextSelection"):
                start, last = int(passage.get("startPosition")), int(passage.get("endPosition"))
                assert text[start : last + 1] == passage.get("name")


@st.composite
def codings(draw: st.DrawFn) -> tuple[Record, str]:
    """A coding of an article of the example study, and the text in which its quotes are."""
    text = draw(TEXT)
    frames = draw(
        st.lists(st.sampled_from(["conflict", "economy", "responsibility"]), min_size=1, max_size=3, unique=True)
    )
    event = draw(st.sampled_from([{"id": None, "relation": None}, {"id": "e1-first-ferry", "relation": "comments"}]))
    values = {
        "voice": draw(st.sampled_from(["outlet", "guest", "unknown"])),
        "tone": draw(st.sampled_from([-1, 0, 1, "not_expressed", "unknown"])),
        "outlook": draw(st.sampled_from([-1, 0, 1, "not_applicable", "unknown"])),
        "causes": draw(st.sampled_from([["weather"], ["weather", "harbour"], ["none"], "not_expressed"])),
    }
    scored = [name for name in ("tone", "causes") if not isinstance(values[name], str)]
    about = [frames[0], *draw(st.lists(st.sampled_from([*frames, *scored]), max_size=3))]
    start = draw(st.integers(0, len(text) - 5))
    evidence: list[Record] = []
    for place, supports in enumerate(about):
        first = max(0, start - 3 * place)
        kind = draw(st.sampled_from(["quote", "paraphrase"]))
        item = {
            "supports": supports,
            "kind": kind,
            "text": text[first : first + 5] if kind == "quote" else "said so",
            "lang": "en",
        }
        evidence.append(item | ({"start": first, "end": first + 5} if kind == "quote" else {"locator": "line 1"}))
    record = {
        "article": "harbour-post-2026-03-03", "coder": "boris", "codebook": "1.1.0", "phase": "main",
        "coded_at": draw(st.sampled_from(["2026-11-22T09:00:00+09:00", "2026-11-22T09:00:00Z"])),
        "event": event, "frames": {"primary": frames[0], "secondary": sorted(frames[1:])}, "values": values, "evidence": evidence,
        "text_sha256": sha256(text.encode()).hexdigest(), "confidence": draw(st.sampled_from([1, 2, 3])),
        "memo": draw(st.sampled_from(["", "Line one\nline <two> & \"three\" 漢字"])),
    }  # fmt: skip
    if not any(item["kind"] == "quote" for item in evidence):
        del record["text_sha256"]
    return record, text


def written(folder: Path, record: Record, text: str) -> Path:
    """The example study with one more coding; it has no fault."""
    study = copied(folder)
    contract = coding_contract(json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8")))
    (study / "coded/codings/boris.jsonl").write_bytes(as_line(ordered(record, contract.order)))
    (study / "texts").mkdir()
    (study / "texts/harbour-post-2026-03-03.txt").write_bytes(text.encode())
    (study / ".framing").mkdir()
    (study / ".framing/settings.json").write_text(json.dumps({"texts": "texts"}))
    assume(not check.faults(study))
    return study


def carried(record: Record) -> Record:
    """A coding as far as a project can carry it."""
    kept = {key: value for key, value in record.items() if key not in ("codebook", "minutes", "$schema", "evidence")}
    shown = ("supports", "kind", "text", "start", "end")
    items = [{key: item[key] for key in shown if key in item} for item in record["evidence"]]
    return kept | {"memo": record.get("memo", ""), "evidence": sorted(items, key=str)}


@pytest.mark.parametrize("giving", [True, False])
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
@given(made=codings())
def test_codings_come_back_from_a_project(
    tmp_path_factory: pytest.TempPathFactory, giving: bool, made: tuple[Record, str]
) -> None:
    record, text = made
    study = written(tmp_path_factory.mktemp("refi"), record, text)
    project = project_of(held(study, giving))
    assert SCHEMA.validate(root_of(project)), SCHEMA.error_log
    shutil.rmtree(study / "coded/codings")
    found = plan(coded(study), [Export("a.qdpx", project)], {}, Newcomer())
    assert found.faults == []
    (back,) = [row.record for row in found.rows if row.record["coder"] == "boris"]
    assert carried({"memo": "", **back}) == carried(record)


def foreign(end: int, name: str, text: str = "Über die Fähre") -> Export:
    """A project as another program writes it."""
    inside = f"""<?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="Other 1">
      <Users><User guid="11111111-1111-1111-1111-111111111111" name="Alba"/></Users>
      <CodeBook><Codes><Code guid="AAAAAAA1-0000-0000-0000-000000000001" name="Tone" isCodable="true">
        <Code guid="AAAAAAA1-0000-0000-0000-000000000002" name="Positive" isCodable="true"/></Code>
        <Code guid="AAAAAAA1-0000-0000-0000-000000000003" name="Ferry" isCodable="true"/></Codes></CodeBook>
      <Sources><TextSource guid="BBBBBBB1-0000-0000-0000-000000000001" name="one"><PlainTextContent>{text}</PlainTextContent>
        <PlainTextSelection guid="CCCCCCC1-0000-0000-0000-000000000001" name="{name}" startPosition="5" endPosition="{end}"
            creatingUser="11111111-1111-1111-1111-111111111111">
          <Coding guid="DDDDDDD1-0000-0000-0000-000000000001"><CodeRef targetGUID="{{aaaaaaa1-0000-0000-0000-000000000002}}"/></Coding>
        </PlainTextSelection>
        <Coding guid="DDDDDDD1-0000-0000-0000-000000000002" creatingUser="11111111-1111-1111-1111-111111111111">
          <CodeRef targetGUID="AAAAAAA1-0000-0000-0000-000000000003"/></Coding>
      </TextSource><PictureSource guid="BBBBBBB1-0000-0000-0000-000000000002" name="board"/></Sources>
    </Project>"""
    return Export("other.qdpx", archive({"project.qde": inside.encode()}))


@pytest.mark.parametrize(
    ("end", "name", "words", "told"),
    [
        (7, "die", "die", ""),
        (8, "die", "die", "endPosition is behind"),
        (7, "s1", "die", ""),
        (14, "s1", "die Fähre", "endPosition"),
    ],
)
def test_both_readings_of_the_end_are_taken(end: int, name: str, words: str, told: str) -> None:
    export = foreign(end, name)
    format_, form = form_of(export)
    assert format_ == "qdpx"
    found = list(form.read(export, as_map({}, form.usual)))
    (line,) = [item for item in found if isinstance(item, Line)]
    cells = {cell.name: cell for cell in line.cells}
    assert (cells["document"].text, cells["coder"].text) == ("one", "Alba")
    assert cells["Tone"].text == "Positive"
    assert cells["Tone"].quote == Quote(5, 5 + len(words), words)
    assert cells["Ferry"].text == "1"
    assert line.text == "Über die Fähre"
    remarks = [item.message for item in found if isinstance(item, Remark)]
    assert "1 source(s) that are not texts are left out" in remarks
    assert any(message.startswith("endPosition") for message in remarks) == bool(told)


def test_a_passage_outside_its_text_is_said_in_words() -> None:
    export = foreign(99, "s1")
    found = list(form_of(export)[1].read(export, as_map({}, {})))
    assert "the passage from 5 to 99 is not in the text of 14 characters" in [
        item.message for item in found if isinstance(item, Trouble)
    ]


@pytest.mark.skipif(
    "FRAMING_REFI_PYTHON" not in os.environ, reason="needs an environment with a foreign reader: make foreign"
)
def test_others_read_a_project(tmp_path: Path) -> None:
    path = tmp_path / "example.qdpx"
    project = project_of(held(EXAMPLE))
    path.write_bytes(project)
    words = [os.environ["FRAMING_REFI_PYTHON"], ROOT / "tests/refi/foreign.py", path]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path)
    told, root = json.loads(done.stdout), root_of(project)
    for name in ("TextSource", "PlainTextSelection", "Coding", "Code", "User"):
        notes = len(list(root.iter("{*}Note"))) if name == "TextSource" else 0  # in its model a note is one too
        assert told[name] == len(list(root.iter(f"{{*}}{name}"))) + notes, name
    assert told["quotes"] == [each.get("name") for each in root.iter("{*}PlainTextSelection")]


def test_annotations_are_as_the_model_says() -> None:
    package = held(EXAMPLE)
    files = annotation_files(package)
    assert not isinstance(files, Refusal)
    (collection,) = (json.loads(content) for content in files.values())
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    quotes = [item for item in items if isinstance(item["target"], dict)]
    assert len(quotes) == sum(
        item["kind"] == "quote" for coding in package.records.codings for item in coding["evidence"]
    )
    for item in items:
        assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert item["type"] == "Annotation"
        assert item["creator"]["type"] in ("Person", "Software")
        assert all(
            body["type"] == "TextualBody" and body["purpose"] in ("tagging", "describing") for body in item["body"]
        )
    for item in quotes:
        position, words = item["target"]["selector"]
        assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert position["end"] - position["start"] == len(words["exact"])


def test_texts_leave_only_by_choice(tmp_path: Path) -> None:
    study = shutil.copytree(EXAMPLE, tmp_path / "study")
    (study / "texts").mkdir()
    (study / "texts/harbour-post-2026-03-03.txt").write_text("A text that nobody may give away.")
    (study / ".framing").mkdir()
    (study / ".framing/settings.json").write_text(json.dumps({"texts": "texts"}))
    formats = ("--format", "refi-qda", "--format", "web-annotation", "--study", str(study))
    kept, given_away = tmp_path / "kept", tmp_path / "given"
    assert CliRunner().invoke(app, ["export", str(kept), *formats]).exit_code == console.GOOD
    assert CliRunner().invoke(app, ["export", str(given_away), *formats, "--texts"]).exit_code == console.GOOD
    for folder, there in ((kept, False), (given_away, True)):
        assert (b"nobody may give away" in b"".join(path.read_bytes() for path in folder.iterdir())) == there
    assert "quotes come from a description" in (kept / "refi-qda-losses.txt").read_text()
    refused = CliRunner().invoke(
        app, ["export", str(tmp_path / "no"), *formats[:2], "--study", str(EXAMPLE), "--texts"]
    )
    assert refused.exit_code == console.NOT_FOUND
    assert not (tmp_path / "no").exists()
