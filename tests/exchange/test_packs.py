"""`framing pack` and `framing unpack`: only what one coder needs, the way back without loss, nothing taken from strangers."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.exchange.clipping import NotReadableError
from framing.exchange.packs import back, writing
from framing.study import canonical, check
from tests.interruption import stop_after
from tests.ran import contents, ran

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
ALBA = "study/coded/codings/alba/"
ONE = f"{ALBA}more-2026-04.json"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "study")
    return tmp_path / "study"


def packed(study: Path, coder: str = "alba", *words: str | Path) -> dict[str, bytes]:
    """The files of a pack, without the folder around them."""
    file = study.parent / f"{coder}.zip"
    code, told = ran("pack", coder, "--study", study, "-o", file, *words)
    assert code == 0, told
    with zipfile.ZipFile(file) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes], folder: Path, name: str = "back.zip") -> Path:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, raw in files.items():
            archive.writestr(path, raw)
    (folder / name).write_bytes(out.getvalue())
    return folder / name


def changed(raw: bytes, **parts: Any) -> bytes:
    return canonical.as_file({**json.loads(raw), **parts})


def test_a_pack_is_a_study_without_faults_and_without_anybody_else(study: Path, tmp_path: Path) -> None:
    files = packed(study)
    for path, raw in files.items():
        (tmp_path / "apart" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "apart" / path).write_bytes(raw)
    assert check.faults(tmp_path / "apart/study") == []
    text = b"\n".join(raw for path, raw in files.items() if "/schemas/" not in path)
    assert b"boris" not in text.lower()
    assert b"carla" not in text.lower()
    assert not any(path.startswith("texts/") for path in files)
    assert {"README.txt", "start.cmd", "start.sh", "send-back.cmd", "send-back.sh", "pack.json"} <= files.keys()
    assert files["start.cmd"].count(b"\r\n") == files["start.cmd"].count(b"\n") > 10
    assert files["start.cmd"].isascii()


@pytest.mark.parametrize(("language", "words"), [("en", "Unpack the zip"), ("ja", "展開し"), ("ru", "Распакуйте")])
def test_it_explains_itself_in_the_coders_language(study: Path, language: str, words: str) -> None:
    told = packed(study, "alba", "--lang", language)["README.txt"].decode("utf-8-sig")
    assert words in told
    assert "{" not in told


def test_it_has_the_same_bytes_and_modes_where_it_is_made_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"start.sh": b"#!/bin/sh\n", "pack.json": b"{}"}
    here = writing.zipped(files, "pack")
    monkeypatch.setattr("sys.platform", "win32")
    assert writing.zipped(files, "pack") == here
    with zipfile.ZipFile(io.BytesIO(here)) as archive:
        modes = [(each.create_system, each.external_attr >> 16) for each in archive.infolist()]
    assert modes == [(3, 0o644), (3, 0o755)]


def test_only_assigned_articles_and_only_texts_that_are_asked_for(study: Path, tmp_path: Path) -> None:
    path = study / "coded/coders.json"
    record = json.loads(path.read_bytes())
    record["coders"][0]["assigned"] = ["harbour-post-2026-03-03", "more-2026-04", "kaiko-shimbun-2026-03-03"]
    path.write_bytes(canonical.as_file(record))
    texts = tmp_path / "private"
    texts.mkdir()
    for name in ("more-2026-04", "harbour-post-2026-03-13"):
        (texts / f"{name}.txt").write_text("text", encoding="utf-8")
    files = packed(study, "alba", "--texts", texts)
    assert sum(path.startswith("study/coded/articles/") for path in files) == 3
    assert [path for path in files if path.startswith("texts/")] == ["texts/more-2026-04.txt"]
    assert json.loads(files["study/.framing/settings.json"])["texts"] == "../texts"


def test_it_comes_back_as_it_went(study: Path, tmp_path: Path) -> None:
    before = contents(study)
    for coder in ("alba", "boris"):  # one has files, one has lines
        file = zipped(packed(study, coder), tmp_path)
        assert ran("unpack", file, "--study", study, "--write")[0] == 0
    assert contents(study) == before


def test_what_the_coder_did_is_taken_and_twice_is_once(study: Path, tmp_path: Path) -> None:
    one, other = study / "coded/codings/alba/more-2026-04.json", study / "coded/codings/boris.jsonl"
    new = one.read_bytes()
    one.unlink()
    files = packed(study)
    files[ONE] = new
    file = zipped(files, tmp_path)
    before = contents(study)
    code, told = ran("unpack", file, "--study", study)
    assert code == 0
    assert "Nothing is written" in told
    assert contents(study) == before
    assert "Wrote 1 coding(s) of alba" in ran("unpack", file, "--study", study, "--write")[1]
    assert one.read_bytes() == new
    assert "Wrote 0" in ran("unpack", file, "--study", study, "--write")[1]
    files = packed(study, "boris")
    name = next(path for path in files if path.startswith("study/coded/codings/boris/"))
    files[name] = changed(files[name], memo="Looked at it again.")
    assert ran("unpack", zipped(files, tmp_path), "--study", study, "--write")[0] == 0
    assert other.read_bytes().count(b"Looked at it again.") == 1
    assert check.faults(study) == []


@pytest.mark.parametrize("taken", ["here", "pack"])
def test_changed_on_both_sides_is_told_and_neither_is_lost(study: Path, tmp_path: Path, taken: str) -> None:
    files = packed(study)
    here = study / "coded/codings/alba/more-2026-04.json"
    here.write_bytes(changed(here.read_bytes(), memo="Changed here."))
    files[ONE] = changed(files[ONE], memo="Changed there.")
    file = zipped(files, tmp_path)
    before = contents(study)
    code, told = ran("unpack", file, "--study", study, "--write")
    assert code == 4
    assert "more-2026-04: changed on both sides (pack: " in told
    assert contents(study) == before
    assert ran("unpack", file, "--study", study, "--conflicts", taken, "--write")[0] == 0
    words = ("Changed here.", "Changed there.")
    kept, aside = words if taken == "here" else words[::-1]
    assert kept.encode() in here.read_bytes()
    assert aside.encode() in (tmp_path / "back.set-aside/more-2026-04.json").read_bytes()


def test_what_was_deleted_in_a_pack_stays_here(study: Path, tmp_path: Path) -> None:
    files = packed(study)
    del files[ONE]
    before = contents(study)
    assert "deleted in the pack, kept here" in ran("unpack", zipped(files, tmp_path), "--study", study, "--write")[1]
    assert contents(study) == before


Damage = Callable[[dict[str, bytes]], object]


def put(path: str, **parts: Any) -> Damage:
    return lambda files: files.update({path: changed(files[path], **parts)})


REFUSED: list[tuple[str, Damage, str]] = [
    ("traversal", lambda f: f.update({"../evil.json": b"{}"}), "wants to write outside its folder"),
    ("traversal on Windows", lambda f: f.update({"study\\..\\..\\evil.json": b"{}"}), "wants to write outside its folder"),
    ("drive", lambda f: f.update({"C:/evil.json": b"{}"}), "wants to write outside its folder"),
    ("root", lambda f: f.update({"/etc/evil.json": b"{}"}), "wants to write outside its folder"),
    ("bomb", lambda f: f.update({"study/zero": b"0" * 300_000_000}), "would unpack to far more"),
    ("no pack", lambda f: f.pop("pack.json"), "it is not what `framing pack` makes"),
    ("two packs", lambda f: f.update({"copy/pack.json": f["pack.json"]}), "several packs"),
    ("no JSON", lambda f: f.update({"pack.json": b"{"}), "pack.json cannot be read"),
    ("a list", lambda f: f.update({"pack.json": b"[]"}), "is not an object"),
    ("keys", lambda f: f.update({"pack.json": b"{}"}), "lacks format, title"),
    ("types", put("pack.json", articles=[]), "is not as `framing pack` wrote it"),
    ("format", put("pack.json", format=9), "another version of the program"),
    ("no codebook", lambda f: f.pop("study/schemas/codebook.json"), "lacks study/schemas/codebook.json"),
    ("another study", put("pack.json", title="Railways"), "It is a pack of another study, 'Railways'"),
    ("another coder", lambda f: f.update({"study/coded/codings/boris/more-2026-04.json": f[ONE]}), "has only codings/alba/ARTICLE.json"),
    ("unknown coder", lambda f: (put("pack.json", coder="albo")(f), [f.pop(p) for p in list(f) if p.startswith(ALBA)]), "did you mean 'alba'?"),
    ("version", put("pack.json", codebook={"version": "9.0.0", "sha256": ""}), "under version 9.0.0 of the codebook, and this study has"),
    ("codebook changed there", put("study/schemas/codebook.json", purpose="Another."), "was changed after it was packed"),
    ("not a coding", lambda f: f.update({ONE: b"{"}), "more-2026-04: "),
    ("of another", put(ONE, coder="boris"), "it says that it is of 'boris'"),
    ("invalid", put(ONE, confidence=9), "/confidence: "),
    ("not packed", lambda f: f.update({f"{ALBA}other-1.json": f[ONE]}), "this article was not in the pack"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_tampering_ends_in_words_and_nothing_is_written(study: Path, tmp_path: Path, damage: Damage, said: str) -> None:
    files = packed(study)
    damage(files)
    before = contents(study)
    code, told = ran("unpack", zipped(files, tmp_path), "--study", study, "--write")
    assert code in (1, 3, 4)
    assert said in told
    assert contents(study) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"study", "alba.zip", "back.zip"}


def test_a_codebook_that_changed_here_is_told(study: Path, tmp_path: Path) -> None:
    file = zipped(packed(study), tmp_path)
    path = study / "schemas/codebook.json"
    path.write_bytes(
        changed(
            path.read_bytes(),
            purpose="To see something else altogether, in words that are long enough to be taken for a purpose of a study.",
        )
    )
    assert "was changed after packing, without a new version" in ran("unpack", file, "--study", study)[1]


def test_a_codebook_without_what_goes_without_saying_is_the_same(study: Path, tmp_path: Path) -> None:
    path = study / "schemas/codebook.json"
    record = json.loads(path.read_bytes())
    for frame in record["frames"]:
        frame.pop("cues", None)
    path.write_bytes(canonical.as_file(record))
    assert ran("codebook", "build", "--study", study)[0] == 0
    code, told = ran("unpack", zipped(packed(study), tmp_path), "--study", study)
    assert code == 0, told


def test_a_link_is_refused(study: Path, tmp_path: Path) -> None:
    file = zipped(packed(study), tmp_path)
    link = zipfile.ZipInfo("study/coded/codings/alba/link.json")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "holds a link" in ran("unpack", file, "--study", study)[1]


@given(st.binary(max_size=200) | st.tuples(st.integers(0, 5000), st.integers(0, 255)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_never_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes | tuple[int, int]
) -> None:
    raw = damage
    if isinstance(damage, tuple):
        place, value = damage
        whole = zipped({"pack.json": b'{"format": 1}', ONE: b"{}" * 50}, tmp_path_factory.mktemp("damage")).read_bytes()
        raw = whole[: place % len(whole)] + bytes([value]) + whole[place % len(whole) + 1 :]
    assert isinstance(raw, bytes)
    with suppress(NotReadableError):
        back.read("back.zip", raw)


MEMOS = st.dictionaries(st.sampled_from(["harbour-post-2026-03-03", "kaiko-shimbun-2026-03-03", "more-2026-04"]), st.text("abc é語", min_size=1, max_size=5))  # fmt: skip


@given(MEMOS, MEMOS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_of_any_changes_each_is_kept_somewhere(
    tmp_path_factory: pytest.TempPathFactory, here: dict[str, str], there: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    study = folder / "study"
    shutil.copytree(EXAMPLE, study)
    files = packed(study)
    codings = study / "coded/codings/alba"
    for name, memo in here.items():
        (codings / f"{name}.json").write_bytes(
            changed((codings / f"{name}.json").read_bytes(), memo=f"h {memo.strip()}.")
        )
    for name, memo in there.items():
        files[f"{ALBA}{name}.json"] = changed(files[f"{ALBA}{name}.json"], memo=f"t {memo.strip()}.")
    code, told = ran("unpack", zipped(files, folder), "--study", study, "--conflicts", "pack", "--write")
    assert code == 0, told
    for name in {*here, *there}:
        found = (codings / f"{name}.json").read_bytes()
        beside = folder / f"back.set-aside/{name}.json"
        kept = found + (beside.read_bytes() if beside.is_file() else b"")
        assert all(
            f'"{side} {memos[name].strip()}."'.encode() in kept
            for side, memos in (("h", here), ("t", there))
            if name in memos
        )


@pytest.mark.parametrize("files", [0, 1])
def test_an_interrupted_unpacking_leaves_the_study_as_it_was(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    inside = packed(study)
    for name in [path for path in inside if path.startswith(ALBA)]:
        inside[name] = changed(inside[name], memo="Once more.")
    file = zipped(inside, tmp_path)
    before = contents(study)
    stop_after(files, monkeypatch)
    assert ran("unpack", file, "--study", study, "--write")[0] != 0
    assert contents(study) == before


def test_the_script_for_unix_can_be_run_and_sends_back_what_unpack_takes(study: Path, tmp_path: Path) -> None:
    packed(study)
    shutil.unpack_archive(tmp_path / "alba.zip", tmp_path / "there")
    folder = tmp_path / "there/study-alba"
    subprocess.run(["sh", "send-back.sh"], cwd=folder, check=True, capture_output=True)
    assert ran("unpack", folder / "back-alba.zip", "--study", study)[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pack", "albo"), "did you mean 'alba'?"),
        (("pack", "carla"), "carla settles disagreements"),
        (("pack", "alba", "--lang", "de"), "there is no 'de'"),
        (("pack", "alba", "--texts", "/nowhere"), "is not a folder"),
        (("unpack", "/nowhere.zip"), "is not a file"),
    ],
)
def test_slips_are_told(study: Path, words: tuple[str, ...], said: str) -> None:
    code, told = ran(*words, "--study", study)
    assert code in (2, 3)
    assert said in told
