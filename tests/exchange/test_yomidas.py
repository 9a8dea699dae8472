"""Saved pages of Yomidas: no XML, no column headings, values as entities, office and edition in one."""

import pytest
from hypothesis import given

from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.readers import yomidas
from framing.exchange.records import dated
from tests.exchange.reading import FILES, clippings, damaged, items, told

RAW = (FILES / "yomidas.html").read_bytes()


def test_an_article_has_what_its_head_says() -> None:
    first, _, last = clippings(FILES / "yomidas.html", "yomidas")
    assert first == Clipping(
        place="item 1",
        outlet="読売新聞",
        printed="2018.01.07",
        headline="［社説］港の明日　漁師と市場",
        language="ja",
        page="3",
        section="朝Ｗ１",
        edition="東京朝刊",
        medium="print_am",
        text="　港に船が着く。\n　\n　市が立つ。",
        length="21字",
    )
    assert dated(first.printed) == ("2018-01-07", "")
    assert (last.edition, last.medium, last.text) == ("西部夕刊", "print_pm", "")
    assert items(FILES / "yomidas.html", "yomidas")[0] == Searched("ヨミダス歴史館", "", None)


def test_the_same_story_of_two_offices_keeps_both_editions() -> None:
    assert [one.edition for one in clippings(FILES / "yomidas.html", "yomidas")][:2] == ["東京朝刊", "大阪朝刊"]


def test_a_head_that_is_cut_is_told() -> None:
    short = RAW.replace(b"<th>&#35199;&#37096;&#22805;&#21002;</th><th>&#19968;&#38754;</th>", b"")
    assert list(yomidas.read(Export("a.html", short)))[-1] == Trouble(
        "item 3", "its head has 5 of 7 fields; save the page again, whole"
    )


def test_a_list_of_headlines_is_not_taken_for_texts() -> None:
    with pytest.raises(NotReadableError, match="本文表示"):
        list(yomidas.read(Export("list.html", b"<p>yomiuriNewsArticle contentsTable</p>")))


@given(raw=damaged(RAW))
def test_no_damage_makes_it_stumble(raw: bytes) -> None:
    told(yomidas.READER, raw)
