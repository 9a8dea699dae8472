"""Factiva: pages with field codes, pages in article format, and XML."""

import pytest

from framing.exchange import html
from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.formats import READERS
from tests.exchange.archives import FILES, clippings, dates, items, searches


def test_field_codes_in_any_language_of_the_interface() -> None:
    found = clippings(FILES / "factiva.html", "factiva")
    assert dates(found) == ["2011-12-29", "2012-03"]
    first, second = found
    assert first == Clipping(
        place="item 1",
        outlet="Le Monde",
        printed="29 décembre 2011",
        headline="Le port et ses pêcheurs",
        language="fr",
        byline=("Anne Une", "Paul Deux"),
        page="26",
        section="Monde",
        edition="Paris",
        medium="print",
        key="MONDE00020111230e7ct0001r",
        text="Le bateau est là.\nIl repart.",
    )
    assert (second.outlet, second.language, second.page, second.medium) == ("読売新聞", "ja", "", "unknown")


def test_an_article_that_stands_there_again_without_codes_is_read_once() -> None:
    assert (FILES / "factiva.html").read_bytes().count(b"MONDE00020111230e7ct0001r") == 3
    assert len(clippings(FILES / "factiva.html", "factiva")) == 2


def test_the_search_is_told_and_the_account_is_not() -> None:
    assert searches(FILES / "factiva.html", "factiva") == [Searched("Factiva", "port AND pêche*", 1771)]
    assert searches(FILES / "factiva-article.html", "factiva-article") == [Searched("Factiva", "terror*", 27)]
    assert "library.example" not in repr(items(FILES / "factiva.html", "factiva"))


def test_the_article_format_goes_by_the_order_of_lines() -> None:
    found = items(FILES / "factiva-article.html", "factiva-article")
    first, second, third = [item for item in found if isinstance(item, Clipping)]
    assert dates([first, second, third]) == ["1993-01-09", "2017-04-01", "2018-10-01"]
    assert first == Clipping(
        place="item 1",
        outlet="The New York Times",
        printed="9 Januar 1993",
        headline="The Harbour; A Ship Comes In",
        language="en",
        byline=("By ANNE ONE",),
        page="1",
        section="Foreign Desk; A",
        edition="Late Edition - Final",
        medium="print",
        key="NYTF000020050408dp1900j9s",
        text="A ship came in. Fish was sold.\nIt left.",
    )
    assert (second.outlet, second.edition, second.page, second.medium) == ("bild.de", "BIDE", "", "unknown")
    assert (second.language, second.text) == ("de", "")
    assert (third.page, third.edition) == ("45-61", "")


def test_an_article_without_the_line_that_it_is_read_by_is_told() -> None:
    found = items(FILES / "factiva-article.html", "factiva-article")
    assert [item.place for item in found if isinstance(item, Trouble)] == ["item 4"]


def test_xml_has_its_days_in_utc() -> None:
    found = clippings(FILES / "factiva.xml", "factiva-xml")
    assert dates(found) == ["2012-01-08", "2012-05-06"]
    first, second = found
    assert (first.outlet, first.headline, first.language, first.page) == ("読売新聞", "港の明日", "ja", "1")
    assert first.text == "船が着く。\n市が立つ。\n船は出る。"
    assert first.remarks == ("2012-01-08T20:35:58Z is UTC: east of Greenwich the day may be the next one",)
    assert second.text == "A ship came in and left.\nFish was sold."
    assert (second.headline, second.byline, second.page, second.remarks) == ("Fish & ships", ("By ANNE ONE",), "85", ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"<PPSResponse>", b'<!DOCTYPE a [<!ENTITY b "c">]><PPSResponse>', "declares a document type"),
        (b"</PPSResponse>", b"", "is damaged"),
        (b"Fish &amp;", b"Fish \0", "is damaged"),
    ],
)
def test_damaged_xml_is_told_in_words(old: bytes, new: bytes, told: str) -> None:
    raw = (FILES / "factiva.xml").read_bytes().replace(old, new)
    with pytest.raises(NotReadableError, match=told):
        list(READERS["factiva-xml"].read(Export("a.xml", raw)))


def test_a_page_that_is_nested_deep_is_read() -> None:
    page = html.tree(Export("a.html", b"<body><script>no</script>" + b"<div><!-- c -->a" * 200))
    assert html.lines(page).startswith("a\na\na")


def page_of_articles(*numbers: tuple[str, str]) -> Export:
    """A page in article format: two lines of numbers between the code of the source and the language."""
    lines = (
        f'<div class="article enArticle"><div id="hd">A ship</div><div>29 words</div><div>{day} March 2018</div>'
        f"<div>Harbour Journal</div><div>HARB</div><div>{first}</div><div>{last}</div><div>English</div><div>Copyright</div></div>"
        for day, (first, last) in enumerate(numbers, 1)
    )
    return Export("factiva.html", f"<html><title>Factiva</title><body>{''.join(lines)}</body></html>".encode())


def test_a_volume_is_not_taken_for_the_page() -> None:
    def told(*numbers: tuple[str, str]) -> list[tuple[str, str]]:
        found = READERS["factiva-article"].read(page_of_articles(*numbers))
        return [(one.edition, one.page) for one in found if isinstance(one, Clipping)]

    assert told(("21", "22"), ("56", "22"), ("9", "22")) == [
        ("Volume 22", "21"),
        ("Volume 22", "56"),
        ("Volume 22", "9"),
    ]
    assert told(("53", "4"), ("52", "3"), ("53", "1")) == [("53", "4"), ("52", "3"), ("53", "1")], "editions and pages"
    assert told(("7-9", "96")) == [("Volume 96", "7-9")]
    assert told(("52", "1"), ("53", "1")) == [("52", "1"), ("53", "1")], "two are too few to tell"
