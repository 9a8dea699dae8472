"""The public samples of Europresse give what their README says."""

from tests.exchange.archives import SHARED, clippings, dates

PAGES = SHARED / "07-europresse-html"


def test_the_old_layout() -> None:
    found = clippings(PAGES / "europresse_test1.html", "europresse")
    assert dates(found) == ["2013-10-05", "2012-10-03", "2012-10-04"]
    first, second, third = found
    assert (first.outlet, first.section, first.headline) == ("l'Humanité", "Politique", "A heading: some text")
    assert second.outlet == "Mag"
    assert (third.outlet, third.edition, third.section, third.page) == ("Magazine 1", "no. 5968", "Éditorial", "3")
    assert "University" not in repr(found)


def test_the_new_layout() -> None:
    found = clippings(PAGES / "europresse_test2.html", "europresse")
    assert dates(found) == ["2006-03-14", "2006-03-14", "2006-03-13", "2006-03-13"]
    first, third = found[0], found[2]
    assert (first.outlet, first.section, first.page, first.headline) == ("Newspaper", "Communication", "16", "Title")
    assert (third.section, third.page) == ("Economie", "MDE6")
    assert all(item.text for item in found)
