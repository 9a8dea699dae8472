"""The public samples of Factiva give what their README says."""

from tests.exchange.archives import SHARED, clippings, dates

CODES = SHARED / "05-factiva-html-xml"
ARTICLE_FORMAT = SHARED / "08-factiva-html-article-format"


def test_field_codes() -> None:
    found = clippings(CODES / "factiva_test.html", "factiva")
    assert dates(found) == ["2011-12-29", "2011-12-29"]
    assert [item.outlet for item in found] == ["Test newspaper", "Ouest France"]
    assert [item.headline for item in found] == ["Test 1", "Test 2"]
    assert [(item.page, item.section) for item in found] == [("26", ""), ("", "Infolocale")]
    assert (found[0].language, found[0].key) == ("fr", "TESTFR0020111229e7ct0001r")


def test_xml() -> None:
    found = clippings(CODES / "factiva_test.xml", "factiva-xml")
    assert dates(found) == ["2012-01-09", "2012-01-06", "2012-05-06"]
    first = found[0]
    assert (first.outlet, first.page, first.language) == ("My Newspaper", "1", "en")
    assert first.headline == "TEST - first test article"


def test_article_format() -> None:
    found = clippings(ARTICLE_FORMAT / "factiva-nyt-1993-german-interface.html", "factiva-article")
    assert dates(found) == ["1993-01-09", "1993-01-09", *["1993-01-08"] * 4]
    assert {(item.outlet, item.language) for item in found} == {("The New York Times", "en")}
    assert [item.page for item in found] == ["1", "1", "24", "14", "6", "25"]
    first, fourth, sixth = found[0], found[3], found[5]
    assert first.section.startswith("Foreign Desk")
    assert first.headline == "EUROPEAN INQUIRY SAYS SERBS' FORCES HAVE RAPED 20,000"
    assert fourth.section == "B"
    assert fourth.headline.startswith("At the Bar; ")
    assert sixth.section.startswith("Editorial Desk")
    assert sixth.headline == "On My Mind; On Banning Nazis"
    assert all(item.key.startswith("NYTF0000") and item.text for item in found)
