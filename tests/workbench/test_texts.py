"""Offsets are code points of the composed text; private texts stay where they are."""

import errno
import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framing.study.encoding import decoded, detected
from framing.study.faults import Fault
from framing.workbench.desk.settings import Settings, remember
from framing.workbench.desk.texts import LARGEST, Text, normalised, text
from tests.workbench.study import ARTICLE

PIECES = st.sampled_from(
    [
        "𠮷",
        "𠮟責",
        "が",
        "か\u3099",
        "é",
        "e\u0301",
        "й",
        "и\u0306",
        "👨‍👩‍👧",
        "🇯🇵",
        "ﾞ",
        "\r\n",
        "\n",
        "\r",
        "\u2028",
        "\x0b",
        " ",
        "　",
        "г. ",
        "「会う。」",
        "x",
    ]
)
BODIES = st.lists(PIECES, max_size=40).map("".join)


@given(BODIES)
def test_normalising_is_stable_and_composed(body: str) -> None:
    once = normalised(body)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once


@given(BODIES)
def test_crlf_and_decomposition_do_not_move_offsets(body: str) -> None:
    plain = normalised(body)
    assert normalised(plain.replace("\n", "\r\n")) == plain
    assert normalised(unicodedata.normalize("NFD", plain)) == plain


@given(BODIES)
def test_every_paragraph_stands_at_its_offset(body: str) -> None:
    found = Text("full", normalised(body))
    for start, paragraph in found.paragraphs():
        assert found.body[start : start + len(paragraph)] == paragraph


JAPANESE = {"id": "x", "language": "ja"}
RUSSIAN = {"id": "x", "language": "ru"}


def test_the_article_itself_comes_before_a_description(tmp_path: Path) -> None:
    for folder in ("full", "described"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder, encoding="utf-8")
    settings = Settings(texts="full", descriptions=str(tmp_path / "described"))
    assert text(settings, tmp_path, JAPANESE) == Text("full", "full")
    described = Settings(descriptions=str(tmp_path / "described"))
    assert text(described, tmp_path, JAPANESE) == Text("description", "described")
    assert text(Settings(), tmp_path, JAPANESE) is None


ARTICLES = {
    "ja": "港の夏\n　叱責はない。大臣は「島の話を進める。急がない」と述べた。",
    "ru": "Причал\nВ Милане А. С. Лукин сказал: «Мирный договор нужен. Спешить некуда».",
    "en": "“No haste”, the minister said – and left the café.",
}
FITTING = [
    *(("ja", name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp")),
    *(("ru", name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_r", "cp866", "iso8859_5")),
    *(("en", name) for name in ("utf-8", "utf-16-le", "cp1252")),
]  # fmt: skip


def put(folder: Path, raw: bytes) -> Settings:
    (folder / "x.txt").write_bytes(raw)
    return Settings(texts=str(folder))


@pytest.mark.parametrize(("language", "name"), FITTING)
def test_a_text_is_read_in_its_encoding(tmp_path: Path, language: str, name: str) -> None:
    body = ARTICLES[language]
    if name in ("koi8_r", "cp866", "iso8859_5"):
        body = body.replace("«", '"').replace("»", '"')
    known = put(tmp_path, body.replace("\n", "\r\n").encode(name))
    assert text(known, tmp_path, {"id": "x", "language": language}) == Text("full", body)


@given(st.text("абвгдежзийклмнопрстуфхцчшщыьэюя АБВ.,", max_size=60), st.sampled_from(["cp1251", "koi8_r", "cp866"]))
def test_a_text_in_one_of_several_encodings_is_read_right_or_not_at_all(body: str, name: str) -> None:
    found = detected(body.encode(name))
    assert not found or decoded(body.encode(name), found) == body


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("漁".encode("cp932") + b"\xff", "its encoding is not clear"),
        ("北方领土问题谈判仍在继续".encode("gbk"), "its encoding is not clear"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\x01", "its encoding is not clear"),
        ("主権は\ufffd\ufffdれない".encode(), "it contains U+FFFD"),
        ("島の話を進める。".encode("utf-16") + b"x", "it is not utf-16 throughout"),
        ("島の話を進める。急がないと述べた。".encode("cp932")[:-1], "its encoding is not clear"),
        (b"x" * (LARGEST + 1), "it is larger than 4 MB"),
    ],
)
def test_a_text_that_cannot_be_told_is_named_and_not_shown(tmp_path: Path, raw: bytes, told: str) -> None:
    found = text(put(tmp_path, raw), tmp_path, JAPANESE)
    assert isinstance(found, Fault)
    assert found.file == str(tmp_path / "x.txt")
    assert told in found.message


def test_a_declared_encoding_is_taken_at_its_word_and_no_further(tmp_path: Path) -> None:
    known = replace(put(tmp_path, "ﾖﾐｳﾘ".encode("cp932")), encodings={"ja": "cp932"})
    assert text(known, tmp_path, JAPANESE) == Text("full", "ﾖﾐｳﾘ")
    assert isinstance(text(known, tmp_path, RUSSIAN), Fault)
    (tmp_path / "x.txt").write_bytes("海".encode("utf-16"))
    assert text(known, tmp_path, JAPANESE) == Text("full", "海")
    (tmp_path / "x.txt").write_bytes("海".encode("cp932") + b"\x81")
    found = text(known, tmp_path, JAPANESE)
    assert isinstance(found, Fault)
    assert "it is not cp932 throughout" in found.message


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    assert isinstance(text(Settings(texts=str(tmp_path)), tmp_path, JAPANESE), Fault)
    (tmp_path / "pipes").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipes" / "x.txt")
        assert isinstance(text(Settings(texts="pipes"), tmp_path, JAPANESE), Fault), "nobody waits for a pipe"


def test_a_text_that_nobody_may_read_is_told_on_its_page(
    client: TestClient, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{ARTICLE}.txt").write_text("x", encoding="utf-8")
    remember(study, texts=str(tmp_path))

    opened = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    page = client.get(f"/article/{ARTICLE}")
    assert page.status_code == 200
    assert f"{tmp_path}/{ARTICLE}.txt: the text cannot be read: Permission denied" in page.text
    assert 'id="text"' not in page.text
