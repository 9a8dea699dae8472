"""The public samples of LexisNexis give what their README says."""

from tests.exchange.archives import SHARED, clippings, dates

PAGES = SHARED / "06-lexisnexis-html"


def test_english_interface() -> None:
    found = clippings(PAGES / "lexisnexis_test_en.html", "lexisnexis")
    assert dates(found) == ["1991-12-19", "1993-01-28"]
    first, second = found
    assert (first.outlet, first.headline, first.byline) == ("Some Newspaper", "Heading One", ("By PAPER AUTHOR",))
    assert (first.section.partition(";")[0], first.page, first.language) == ("Section 5", "16", "en")
    assert (second.edition, second.headline) == ("Late Edition - Final", "First part;Second part")


def test_french_interface() -> None:
    found = clippings(PAGES / "lexisnexis_test_fr.html", "lexisnexis")
    assert dates(found) == ["2013-04-12", "2013-10-14", "2013-03-10"]
    assert [item.page for item in found] == ["35", "6", "3"]
    assert {item.outlet for item in found} == {"My newpaper"}
    assert (found[0].section, found[0].headline) == ("INTERNATIONAL", "Title of first article")
    assert "Including spurious line breaks" in found[0].text
    assert found[2].headline == '" A quoted title "'
