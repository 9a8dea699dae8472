"""The public samples of Nexis give what their README says."""

from framing.exchange.clipping import Searched
from tests.exchange.archives import SHARED, clippings, dates, searches

SAMPLES = SHARED / "09-nexis-txt-docx"
TEXT = SAMPLES / "LexisNexisTools-sample.txt"
WORD = SAMPLES / "LexisNexisTools-sample.docx"


def test_text() -> None:
    found = clippings(TEXT, "nexis")
    assert len(found) == 10
    read = dates(found)
    first, sixth, tenth = found[0], found[5], found[9]
    assert (first.outlet, read[0], first.headline) == ("Guardian.com", "2010-01-11", "Lorem ipsum dolor sit amet")
    assert len(first.text.split()) == 355
    assert (sixth.outlet, read[5], sixth.section, sixth.page) == ("The Times (London)", "2010-01-11", "NEWS", "8")
    assert sixth.edition.startswith("Edition 2")
    assert (tenth.outlet, read[9], tenth.headline) == ("DAILY MAIL (London)", "2010-01-09", "Wikipedia")
    (search,) = searches(TEXT, "nexis")
    assert search.query.startswith("(DATE(>=2009-12-01")
    assert search.found == 10


def test_word() -> None:
    found = clippings(WORD, "nexis-uni")
    assert len(found) == 10
    assert (found[0].outlet, dates(found)[0], found[0].section) == ("The Guardian (London)", "2019-07-01", "POLITICS")
    assert all(item.headline and item.text for item in found)
    assert searches(WORD, "nexis-uni") == [Searched("Nexis Uni", "Sample File", None)]
