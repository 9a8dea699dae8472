"""A bundle holds all that a reviewer asks for and no text of an article, is the same everywhere, and finds its own faults."""

import json
import locale
import random
import re
import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from typer.testing import CliRunner, Result

from framing.cli import app, console
from framing.export.bundle.withheld import MASK
from framing.export.zipped import archive, opened
from framing.refusal import Refusal
from framing.study.canonical import as_file, as_line

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests/examples/study"
Files = dict[str, bytes]
CODING = "coded/codings/alba/harbour-post-2026-03-03.json"
WORDS = [
    "The", "first", "ferry", "since", "the", "war", "left", "the", "harbour", "at", "dawn", "while",
    "crowds", "sang", "on", "both", "piers", "and", "nobody", "spoke", "of", "fares",
]  # fmt: skip
TEXT = " ".join([*WORDS, *reversed(WORDS), *WORDS, *reversed(WORDS)])


def ran(*words: object) -> Result:
    return CliRunner().invoke(app, ["bundle", *map(str, words)])


def files_of(path: Path) -> Files:
    found = opened(path.read_bytes(), path.name)
    assert not isinstance(found, Refusal)
    return found


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "study")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "example.zip"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        done = ran(path, "--study", EXAMPLE)
    assert done.exit_code == console.GOOD, done.output
    return path


def test_everything_is_in_it(made: Path) -> None:
    files = files_of(made)
    wanted = {
        "README.md", "CITATION.cff", "bundle.json", "datapackage.json", "ro-crate-metadata.json", "study/schemas/codebook.json",
        "study/coded/articles.jsonl", "study/coded/codings/alba.jsonl", "study/coded/codings/carla.jsonl",
        "study/coded/searches.json", "csv/wide.csv", "csv/decisions.csv", "csv/searches.csv", "reports/index.md",
        "reports/reliability.md",
    }  # fmt: skip
    assert wanted <= files.keys()
    about = json.loads(files["bundle.json"])
    assert about["files"].keys() == files.keys() - {"bundle.json", "ro-crate-metadata.json"}
    assert about["seeds"]["comparisons"]["seed"] == about["seeds"]["agreement"]["seed"] == 0
    assert about["libraries"]["polars"]
    settled = json.loads((EXAMPLE / "coded/codings/carla/harbour-post-2026-03-03.json").read_text())
    assert files["csv/decisions.csv"].count(b"\n") == 1 + len(settled["decisions"])
    assert str(EXAMPLE).encode() not in b"".join(files.values())


def test_links_of_its_reports_lead_to_files_in_it(made: Path) -> None:
    files = files_of(made)
    for path, content in files.items():
        if path.startswith("reports/") and path.endswith(".md"):
            for target in re.findall(r"\]\(([\w./-]+)", content.decode()):
                assert f"reports/{target}" in files, (path, target)


def test_the_crate_tells_of_every_file(made: Path) -> None:
    files = files_of(made)
    graph = {entity["@id"]: entity for entity in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    assert graph["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    root = graph["./"]
    assert {part["@id"] for part in root["hasPart"]} == files.keys() - {"ro-crate-metadata.json"}
    for part in root["hasPart"]:
        assert graph[part["@id"]]["sha256"] == sha256(files[part["@id"]]).hexdigest()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", root["datePublished"])


def test_the_data_package_is_one(made: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    with ZipFile(made) as packed:
        packed.extractall(tmp_path)
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_it_is_what_its_records_give(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = ran(made, "--check")
    assert done.exit_code == console.GOOD, done.output
    assert list(tmp_path.iterdir()) == []


COMPUTED = {
    "report": ("reports/reliability.md", r"\d\.\d\d", "9.87", r"reports/reliability\.md, line \d+: .*9\.87.* here, .* from the records"),
    "table": ("csv/outlets.csv", "private", "state", r"csv/outlets\.csv, row \d, column ownership: state here, private from"),
    "figure": ("reports/figures/index-.*json", r'"articles": \d+', '"articles": 77', r"reports/figures/.* at /datasets.*77 here"),
}  # fmt: skip
RECORDED = {
    "record": (r'"confidence":\d', '"confidence":1', r"csv/wide\.csv, row \d, column confidence: "),
    "memo": (r'"memo":"', '"memo":"No. ', r"study/coded/codings/boris\.jsonl: changed since"),
}  # fmt: skip


def edited(files: Files, path: str, old: str, new: str) -> str:
    """The first file of that name that holds what is to be changed, which it is."""
    (chosen, *_) = [each for each in files if re.fullmatch(path, each) and re.search(old, files[each].decode())]
    before = files[chosen]
    files[chosen] = re.sub(old, new, before.decode(), count=1).encode()
    assert files[chosen] != before
    return chosen


def test_every_change_of_what_is_computed_is_found_and_named_and_nothing_else(made: Path, tmp_path: Path) -> None:
    files = files_of(made)
    changed = {edited(files, path, old, new): told for path, old, new, told in COMPUTED.values()}
    del files["csv/long.csv"]
    (tmp_path / "b.zip").write_bytes(archive(files | {"reports/more.md": b"x"}))
    done = ran(tmp_path / "b.zip", "--check", "--json")
    assert done.exit_code == console.FAULTY
    lines = json.loads(done.stdout)["differences"]
    assert [told for told in changed.values() if not any(re.match(told, line) for line in lines)] == []
    assert "csv/long.csv: missing" in lines
    assert "reports/more.md: nothing in the records gives this file" in lines
    assert {re.split("[:,]| at ", line)[0] for line in lines} == {*changed, "csv/long.csv", "reports/more.md"}


@pytest.mark.parametrize("name", RECORDED)
def test_a_change_of_a_record_is_found_and_named(made: Path, tmp_path: Path, name: str) -> None:
    old, new, told = RECORDED[name]
    files = files_of(made)
    edited(files, "study/coded/codings/boris.jsonl", old, new)
    (tmp_path / "b.zip").write_bytes(archive(files))
    done = ran(tmp_path / "b.zip", "--check")
    assert done.exit_code == console.FAULTY
    assert re.search(told, done.stdout), done.output


def spread(study: Path, folder: Path, order: random.Random) -> Path:
    """The same study in another folder: files made in another order, articles and codings as lines in any order."""
    paths = [path for path in study.rglob("*") if path.is_file()]
    order.shuffle(paths)
    for path in paths:
        target = folder / path.relative_to(study)
        record = None if path.suffix == ".jsonl" else json.loads(path.read_text(encoding="utf-8"))
        one = record is not None and path.parent.name == "articles"
        if one or "codings" in path.parts:
            target = target.parent.with_suffix(".jsonl") if path.suffix == ".json" else target
            lines = (
                path.read_bytes().splitlines(keepends=True)
                if record is None
                else [as_line({k: v for k, v in record.items() if k != "$schema"})]
            )
            target.parent.mkdir(parents=True, exist_ok=True)
            before = target.read_bytes().splitlines(keepends=True) if target.exists() else []
            both = [*before, *lines]
            order.shuffle(both)
            target.write_bytes(b"".join(both))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder


def test_the_same_study_gives_the_same_bytes(
    made: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another folder, order, locale, time zone and century."""
    folder = tmp_path_factory.mktemp("日本 other")
    before = locale.setlocale(locale.LC_ALL)
    study = spread(EXAMPLE, folder / "study", random.Random(0))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setattr("time.time", lambda: 4e9)
    locale.setlocale(locale.LC_ALL, "C" if before != "C" else "C.UTF-8")
    done = ran(folder / "b.zip", "--study", study)
    locale.setlocale(locale.LC_ALL, before)
    assert done.exit_code == console.GOOD, done.output
    assert (folder / "b.zip").read_bytes() == made.read_bytes()


def quoted(study: Path, start: int, words: list[str]) -> dict[str, object]:
    text = " ".join(words)
    return {"supports": "event", "kind": "quote", "text": text, "lang": "en", "start": start, "end": start + len(text)}


def test_a_planted_text_is_not_in_it(study: Path) -> None:
    """In the private folder inside the study, beside the records, and piece by piece as evidence."""
    (study / "texts").mkdir()
    (study / ".framing").mkdir()
    (study / "texts/harbour-post-2026-03-03.txt").write_text(TEXT)
    (study / "coded/codings/alba/.notes.txt").write_text(TEXT)
    (study / ".framing/settings.json").write_text(json.dumps({"texts": "texts"}))
    path = study / CODING
    record = json.loads(path.read_text(encoding="utf-8"))
    pieces, at, rest = [], 0, TEXT.split()
    while rest:
        piece, rest = rest[:20], rest[20:]
        pieces.append(quoted(study, at, piece))
        at += len(" ".join(piece)) + 1
    record["evidence"] += pieces
    record["text_sha256"] = sha256(TEXT.encode()).hexdigest()
    path.write_bytes(as_file(record))
    shutil.rmtree(study / "coded/codings/carla")
    done = CliRunner().invoke(app, ["check", "--study", str(study), "--fix"])
    assert done.exit_code == console.GOOD, done.output
    done = ran(study / "b.zip", "--study", study, "--reading", "coder:alba")
    assert done.exit_code == console.GOOD, done.output
    assert "quotes are withheld" in done.stderr
    files = files_of(study / "b.zip")
    for content in files.values():
        assert " ".join(WORDS[:6]).encode() not in content
    lines = [json.loads(line) for line in files["study/coded/codings/alba.jsonl"].splitlines()]
    (kept,) = [line for line in lines if line["article"] == record["article"]]
    places = {(item["start"], item["end"]) for item in kept["evidence"] if set(item["text"]) == {MASK}}
    assert places >= {(item["start"], item["end"]) for item in pieces}
    assert kept["text_sha256"] == record["text_sha256"]
    assert ran(study / "b.zip", "--check").exit_code == console.GOOD


def test_a_text_in_a_memo_is_refused(study: Path) -> None:
    (study / "texts").mkdir()
    (study / ".framing").mkdir()
    (study / "texts/harbour-post-2026-03-03.txt").write_text(TEXT)
    (study / ".framing/settings.json").write_text(json.dumps({"texts": "texts"}))
    record = json.loads((study / CODING).read_text(encoding="utf-8"))
    record["memo"] = TEXT[:300]
    (study / CODING).write_bytes(as_file(record))
    CliRunner().invoke(app, ["check", "--study", str(study), "--fix"])
    done = ran(study / "b.zip", "--study", study)
    assert done.exit_code == console.FAULTY
    assert f"{CODING}::: holds more than 25 words in a row of the private text" in done.stderr
    assert not (study / "b.zip").exists()


def test_coders_have_codes_everywhere(study: Path, made: Path) -> None:
    coders = json.loads((study / "coded/coders.json").read_text())
    coders["coders"][0] |= {"made": "Alba coded from the full text; boris did not see what coder alba coded."}
    (study / "coded/coders.json").write_bytes(as_file(coders))
    done = ran(study / "b.zip", "--study", study, "--pseudonyms", "--json")
    assert done.exit_code == console.GOOD, done.output
    key = json.loads(done.stdout)["pseudonyms"]
    assert set(key.values()) == {"coder-1", "coder-2", "coder-3"}
    files = files_of(study / "b.zip")
    assert {f"study/coded/codings/{code}.jsonl" for code in key.values()} <= files.keys()
    for path, content in files.items():
        assert not re.search(rb"(?i)(?<![a-z])(alba|boris|carla)(?![a-z])", content + path.encode()), path
    (first,) = [each for each in json.loads(files["study/coded/coders.json"])["coders"] if each["id"] == key["alba"]]
    assert (
        first["made"]
        == f"{key['alba']} coded from the full text; {key['boris']} did not see what coder {key['alba']} coded."
    )
    assert ran(study / "b.zip", "--check").exit_code == console.GOOD
    other = files_of(made)["csv/wide.csv"].decode()
    for name, code in key.items():
        other = other.replace(f",{name},", f",{code},").replace(f",coder:{name},", f",coder:{code},")
    assert sorted(other.splitlines()) == sorted(files["csv/wide.csv"].decode().splitlines())


def test_a_surname_in_a_memo_is_pointed_at(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.export.bundle.made._reports", lambda *_: ())  # the memo stands in records and tables
    coders = json.loads((study / "coded/coders.json").read_text())
    coders["coders"][0]["name"] = "Alba Ruiz"
    (study / "coded/coders.json").write_bytes(as_file(coders))
    record = json.loads((study / CODING).read_text(encoding="utf-8"))
    record["memo"] = "Ruiz was in doubt here."
    (study / CODING).write_bytes(as_file(record))
    done = ran(study / "b.zip", "--study", study, "--pseudonyms")
    assert "The word 'Ruiz' still stands in" in done.stderr


def test_a_file_that_is_there_stays(study: Path) -> None:
    (study / "b.zip").write_bytes(b"mine")
    done = ran(study / "b.zip", "--study", study)
    assert done.exit_code == console.CONFLICT
    assert (study / "b.zip").read_bytes() == b"mine"


def packed(files: Files, compression: int = 0) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", compression) as made:
        for path, data in files.items():
            made.writestr(path, data)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK", "not a complete zip archive"),
        (packed({"../evil": b"x"}), "has an entry that does not belong to a bundle, '../evil'"),
        (packed({"a": b"x" * 999}, ZIP_DEFLATED), "is packed in another way"),
        (archive({"a": b"x"}), "bundle.json is missing"),
        (archive({"bundle.json": b"{}"}), "bundle.json is not as it was written"),
    ],
)
def test_what_is_no_bundle_is_said_in_words(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    done = ran(tmp_path / "b.zip", "--check")
    assert done.exit_code == console.FAULTY
    assert told in done.stderr


def test_a_study_with_faults_is_not_bundled(study: Path) -> None:
    record = json.loads((study / CODING).read_text(encoding="utf-8"))
    record["confidence"] = 9
    (study / CODING).write_bytes(as_file(record))
    done = ran(study / "b.zip", "--study", study)
    assert done.exit_code != console.GOOD
    assert not (study / "b.zip").exists()
