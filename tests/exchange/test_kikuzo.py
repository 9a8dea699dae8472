"""Saved frames of Kikuzo that are damaged."""

import pytest
from hypothesis import given

from framing.exchange.clipping import Clipping, Export, NotReadableError, Trouble
from framing.exchange.formats import reader_of
from framing.exchange.readers import kikuzo
from tests.exchange.reading import FILES, clippings, damaged, told

RAW = (FILES / "kikuzo.html").read_bytes()


def test_an_article_has_its_length() -> None:
    assert [one.length for one in clippings(FILES / "kikuzo.html", "kikuzo")] == ["19文字", "0文字"]


@pytest.mark.parametrize("encoding", ["cp932", "euc-jp"])
def test_a_frame_that_a_browser_saved_in_a_japanese_encoding_is_read(encoding: str) -> None:
    export = Export("kikuzo.html", RAW.decode().replace("UTF-8", encoding).replace("&nbsp;", " ").encode(encoding))
    found, reader = reader_of(export)
    assert found == "kikuzo"
    assert [one.headline for one in reader.read(export) if isinstance(one, Clipping)] == [
        "（社説）港の明日　漁師と「市場」",
        "港の写真",
    ]


def test_weeklies_of_the_service_are_outlets_of_their_own() -> None:
    raw = RAW.decode()
    weekly = raw.replace("<TD>朝刊</TD><TD>２外報</TD><TD>012</TD>", "<TD>週刊</TD><TD>アエラ</TD><TD>012ページ</TD>")
    other = raw.replace("<TD>夕刊</TD><TD>１総合</TD>", "<TD>週刊朝日</TD><TD>政治</TD>")
    _, first, second = kikuzo.read(Export("a.html", weekly.encode()))
    assert isinstance(first, Clipping)
    assert (first.outlet, first.page, first.medium, first.edition) == ("AERA", "12", "print", "週刊")
    assert isinstance(second, Clipping)
    assert (second.outlet, second.medium) == ("朝日新聞", "print_pm")
    _, first, second = kikuzo.read(Export("a.html", other.encode()))
    assert isinstance(second, Clipping)
    assert (second.outlet, second.section) == ("週刊朝日", "政治")


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
