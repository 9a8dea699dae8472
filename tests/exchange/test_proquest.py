"""ProQuest in plain text: labels within texts, titles that repeat themselves, proxies of libraries."""

from framing.exchange.clipping import Clipping, Searched, Trouble
from tests.exchange.archives import FILES, dates, items, searches

TEXT = FILES / "proquest.txt"


def test_records_are_read_by_their_fields() -> None:
    found = [item for item in items(TEXT, "proquest") if isinstance(item, Clipping)]
    first, second, third = found
    assert dates(found) == ["2022-03-09", "2022-03-09", "2022-03"]
    assert first == Clipping(
        place="item 1",
        outlet="The Star",
        printed="Mar 9, 2022",
        headline="A ship",
        language="en",
        byline=("One, Anne", "Two, Paul"),
        page="A.1",
        section="News",
        medium="print",
        url="https://www.proquest.com/newspapers/a-ship/docview/11/se-2",
        key="11",
        text="Fish was sold\n\nA ship came in.\nCAPTION: A ship.\n\nLocation: the harbour.\n\nIt left.\nCREDIT: A Photographer",
    )
    assert (second.outlet, second.medium, second.page, second.language) == ("The Star", "web", "", "fr")
    assert second.url == "https://www.proquest.com/blogs/a-ship/docview/12"
    assert second.remarks == (
        "filed under 'Toronto', its place; taken for The Star, the one paper of its publisher in the file",
    )
    assert (third.outlet, third.medium, third.language, third.text) == ("Review of Fish", "journal", "ja", "")


def test_a_record_that_was_cut_is_told() -> None:
    assert [item.place for item in items(TEXT, "proquest") if isinstance(item, Trouble)] == ["item 4"]


def test_the_databases_are_told_and_the_library_is_not() -> None:
    assert searches(TEXT, "proquest") == [Searched("ProQuest (Canadian Newsstream; Another Database)", "", None)]
    assert "library.example" not in repr(items(TEXT, "proquest"))
    assert "00000" not in repr(items(TEXT, "proquest"))
