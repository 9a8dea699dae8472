"""Offsets are code points of the composed text; private texts stay where they are."""

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from framing.workbench.settings import Settings
from framing.workbench.texts import Text, normalised, text

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


def test_the_article_itself_comes_before_a_description(tmp_path: Path) -> None:
    for folder in ("full", "described"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder, encoding="utf-8")
    settings = Settings(texts="full", descriptions=str(tmp_path / "described"))
    assert text(settings, tmp_path, "x") == Text("full", "full")
    assert text(Settings(descriptions=str(tmp_path / "described")), tmp_path, "x") == Text("description", "described")
    assert text(Settings(), tmp_path, "x") is None
