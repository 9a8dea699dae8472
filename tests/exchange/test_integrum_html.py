"""Reports of Integrum: windows-1251, fields by signs, headlines that only the contents have, articles several times."""

import pytest
from hypothesis import given

from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.readers import integrum_html
from framing.exchange.records import dated
from tests.exchange.reading import FILES, clippings, damaged, items, told

FILE = FILES / "integrum.html"
RAW = FILE.read_bytes()


def test_an_article_has_what_its_fields_say() -> None:
    assert items(FILE, "integrum-html")[0] == Searched("Integrum", "", None)
    first, _, third = clippings(FILE, "integrum-html")
    assert first == Clipping(
        place="item 1",
        outlet="Портовые новости",
        printed="09.02.1994",
        headline="ЛЕД В ЗАЛИВЕ",
        language="ru",
        byline=("Веселова Анна Ивановна", "Громов Петр Петрович"),
        section="ПРИЧАЛ",
        edition="№ 6",
        medium="print",
        text="Утром лед стоял,\nа вечером\nеще сошел.",
    )
    assert dated(first.printed) == ("1994-02-09", "")
    assert third.byline == ()


def test_a_headline_that_only_the_contents_have_is_taken_from_there() -> None:
    second = clippings(FILE, "integrum-html")[1]
    assert (second.headline, second.text, second.edition, second.medium) == ("КАРИКАТУРА", "", "", "unknown")


def test_it_is_read_in_the_encoding_in_which_it_was_saved_again() -> None:
    again = Export("a.html", RAW.decode("cp1251").encode())
    assert integrum_html.recognises(again)
    assert list(integrum_html.read(again)) == items(FILE, "integrum-html")


def test_an_article_that_is_cut_off_is_told() -> None:
    cut = RAW[: RAW.index(b'<a name="3">')]
    assert list(integrum_html.read(Export("a.html", cut)))[3:] == [
        Trouble("item 3", "the contents name it, but a.html ends before it; export it again, whole")
    ]


def test_a_page_without_fields_is_refused() -> None:
    with pytest.raises(NotReadableError, match="has no article"):
        list(integrum_html.read(Export("a.html", b"<html><p>Report</p></html>")))


@given(raw=damaged(RAW))
def test_no_damage_makes_it_stumble(raw: bytes) -> None:
    told(integrum_html.READER, raw)
