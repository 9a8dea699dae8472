"""LexisNexis pages: order is all there is, in any language of the interface."""

from framing.exchange.clipping import Clipping, Searched, Trouble
from tests.exchange.archives import FILES, dates, items, searches

PAGE = FILES / "lexisnexis.html"


def test_documents_are_read_by_the_order_of_their_blocks() -> None:
    first, second = [item for item in items(PAGE, "lexisnexis") if isinstance(item, Clipping)]
    assert dates([first, second]) == ["1991-12-19", "2013-04-12"]
    assert first == Clipping(
        place="item 1",
        outlet="The New York Times",
        printed="December 19, 1991, Thursday",
        headline="A harbour;Ships and fish of May 4, 1990",
        language="en",
        byline=("By ANNE ONE", "By PAUL TWO"),
        page="22",
        section="Section B, Column 2; National Desk",
        edition="Late Edition - Final",
        medium="print",
        text='A ship came in, and "fish" was sold.\n\nIt left.',
        remarks=("Correction Appended",),
    )
    assert (second.outlet, second.headline, second.section) == ("Le Monde", '" Le port "', "INTERNATIONAL")
    assert (second.page, second.language, second.text) == ("35", "fr", "Un bateau\nIl est là.\n\nBateaux\n\n12")


def test_a_day_of_the_week_that_is_not_that_of_the_date_is_told() -> None:
    second = next(item for item in items(PAGE, "lexisnexis") if isinstance(item, Clipping) and item.place == "item 2")
    assert (second.printed, len(second.remarks)) == ("12 avril 2013", 1)
    assert "12 avril 2013 mardi" in second.remarks[0]


def test_a_document_that_the_archive_could_not_show_is_told() -> None:
    assert [item.place for item in items(PAGE, "lexisnexis") if isinstance(item, Trouble)] == ["item 3"]


def test_the_number_of_documents_is_told_and_the_proxy_is_not() -> None:
    assert searches(PAGE, "lexisnexis") == [Searched("LexisNexis", "harbour and fish", 2146)]
    assert "A READER" not in repr(items(PAGE, "lexisnexis"))
    assert "ezproxy" not in repr(items(PAGE, "lexisnexis"))
