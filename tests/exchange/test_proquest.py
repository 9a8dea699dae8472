"""ProQuest in plain text: labels within texts, titles that repeat themselves, proxies of libraries."""

from framing.exchange.clipping import Clipping, Export, Searched, Trouble
from framing.exchange.formats import READERS, reader_of
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


def broken(record: str) -> str:
    """A record in whose lines blanks stand within words, as the service breaks them."""
    for whole, parted in (
        ("The Star; Toronto", "The S tar; Toronto"),
        ("Mar 9, 2022", "Ma r 9, 2022"),
        ("Canadian Newsstream", "Canadian News stream"),
        ("ProQuest document ID", "ProQuest docu ment ID"),
        ("Star Syndication", "Star Syndi cation"),
        ("Source type: News", "Source type: Ne ws"),
    ):
        assert whole in record
        record = record.replace(whole, parted)
    return record.replace("ment ID: 11", "ment ID: 13")


def test_a_long_list_numbers_its_records_and_breaks_words() -> None:
    _, first, second, *_ = TEXT.read_text(encoding="utf-8").split("_" * 60)
    rule = "_" * 60 + "\n\nDocument {} of 500"
    raw = "".join(f"{rule.format(n)}{one}" for n, one in enumerate((first, second, first, broken(first)), 1))
    export = Export("list.txt", raw.encode())
    assert [name for name, reader in READERS.items() if reader.recognises(export)] == ["proquest"]
    search, *found = reader_of(export)[1].read(export)
    assert search == Searched("ProQuest (Canadian Newsstream; Another Database)", "", 500)
    papers = [(one.outlet, one.key, one.medium, one.printed) for one in found if isinstance(one, Clipping)]
    assert papers == [
        ("The Star", "11", "print", "Mar 9, 2022"),
        ("The Star", "12", "web", "Mar 9, 2022"),
        ("The Star", "11", "print", "Mar 9, 2022"),
        ("The Star", "13", "print", "Mar 9, 2022"),
    ]
    assert all(one.headline for one in found if isinstance(one, Clipping))
