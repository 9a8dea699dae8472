"""Saved frames of Kikuzo that are damaged."""

import pytest
from hypothesis import given

from framing.exchange.clipping import Clipping, Export, NotReadableError, Trouble
from framing.exchange.readers import kikuzo
from tests.exchange.reading import FILES, clippings, damaged, told

RAW = (FILES / "kikuzo.html").read_bytes()


def test_an_article_has_its_length() -> None:
    assert [one.length for one in clippings(FILES / "kikuzo.html", "kikuzo")] == ["19文字", "0文字"]


def test_a_head_without_its_text_is_told() -> None:
    cut = RAW[: RAW.rindex(b'<TABLE class="topic-detail">')]
    _, first, second = kikuzo.read(Export("a.html", cut))
    assert isinstance(first, Clipping)
    assert second == Trouble(
        "item 2", "its head or its text is not there; save the frame of the full texts again, whole"
    )
    with pytest.raises(NotReadableError, match="has no article"):
        list(kikuzo.read(Export("a.html", b"<p>kikuzo topic-list</p>")))


@given(raw=damaged(RAW))
def test_no_damage_makes_it_stumble(raw: bytes) -> None:
    told(kikuzo.READER, raw)
