"""Nexis in plain text and in Word: covers, editions, dates that are none, and archives that unpack without end."""

import io
import zipfile

import pytest

from framing.exchange import docx
from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.formats import READERS, reader_of
from tests.exchange.archives import FILES, dates, items, searches

TEXT = FILES / "nexis.txt"
WORD = FILES / "nexis-uni.docx"


def test_text_has_editions_between_date_and_headline() -> None:
    first, second = [item for item in items(TEXT, "nexis") if isinstance(item, Clipping)]
    assert dates([first, second]) == ["2010-01-11", "2010-01"]
    assert first == Clipping(
        place="item 1",
        outlet="The Times (London)",
        printed="January 11, 2010 Monday",
        headline="Fish and ships?;the harbour on May 4, 1990",
        language="en",
        byline=("Anne One",),
        page="8",
        section="NEWS",
        edition="Edition 2; National Edition",
        medium="print",
        text="A ship came in and fish was sold.\n\nIt left, as 1 of 2 did before.",
    )
    assert (second.outlet, second.headline, second.text, second.medium) == (
        "Guardian.com",
        "Nothing but a headline",
        "",
        "web",
    )
    assert [item.place for item in items(TEXT, "nexis") if isinstance(item, Trouble)] == ["item 3"]


def test_the_cover_tells_the_search_and_not_who_searched() -> None:
    assert searches(TEXT, "nexis") == [
        Searched("LexisNexis", "(DATE(>=2009-12-01) and harbour and not (TYPE(web)))", 31)
    ]
    assert searches(WORD, "nexis-uni") == [Searched("Nexis Uni", "harbour", None)]
    for path, format_ in ((TEXT, "nexis"), (WORD, "nexis-uni")):
        assert "Reader" not in repr(items(path, format_))


def test_word_has_documents_between_bookmarks() -> None:
    found = [item for item in items(WORD, "nexis-uni") if isinstance(item, Clipping)]
    first, second, third = found
    assert dates(found[:2]) == ["2019-07-01", "2005-12-08"]
    assert first == Clipping(
        place="item 1",
        outlet="The Guardian (London)",
        printed="July 1, 2019 Monday",
        headline="4 May 1990",
        language="en",
        byline=("Anne One",),
        section="POLITICS",
        text="A ship came in.\nLanguage: none of it.\nIt left.",
    )
    assert (second.outlet, second.edition, second.page) == ("The Times", "Final Edition", "E01")
    assert (second.headline, second.remarks) == ("Ships;Fish", ("Correction Appended",))
    assert (third.outlet, third.printed, third.headline) == ("The Times", "", "No date here")
    assert [item.place for item in items(WORD, "nexis-uni") if isinstance(item, Trouble)] == ["item 4"]


def test_documents_whose_end_is_not_told_are_parted_by_their_bookmarks() -> None:
    with zipfile.ZipFile(WORD) as archive:
        body = archive.read("word/document.xml").replace(b"End of Document", b"")
    found = list(READERS["nexis-uni"].read(Export("a.docx", word(body))))
    assert [item.headline for item in found if isinstance(item, Clipping)] == ["4 May 1990", "No date here"]


def test_documents_of_a_dutch_interface_and_a_column_in_brackets() -> None:
    lines = [
        "De haven",
        "The Harbour Post",
        "(Green)",
        "5 mei 2014 maandag",
        "Sectie: Voorpagina; Blz. 3",
        "Byline: Anne One",
        "Hoofdtekst",
        "Een schip.",
        "Einde van het document",
    ]
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    export = Export("a.docx", word(f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()))
    assert reader_of(export)[0] == "nexis-uni"
    (found,) = READERS["nexis-uni"].read(export)
    assert isinstance(found, Clipping)
    assert (found.outlet, found.headline, found.text) == ("The Harbour Post (Green)", "De haven", "Een schip.")
    assert (dates([found]), found.section, found.page, found.byline) == (
        ["2014-05-05"],
        "Voorpagina",
        "3",
        ("Anne One",),
    )


def word(body: bytes, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"PK\x03\x04", "is cut off or damaged"),
        (word(b"<a/>", "xl/workbook.xml"), "not a Word file"),
        (word(b"<a"), "is damaged"),
        (word(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type"),
    ],
)
def test_damaged_word_files_are_told_in_words(raw: bytes, told: str) -> None:
    with pytest.raises(NotReadableError, match=told):
        list(READERS["nexis-uni"].read(Export("a.docx", raw)))


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = Export("a.docx", word(b'<a b="Bookmark_1"/>' + b" " * 3_000_000))
    with pytest.raises(NotReadableError, match="would unpack to far more"):
        reader_of(bomb)
    monkeypatch.setattr(docx, "LARGEST", 500_000)
    large = Export("a.docx", word(b'<a b="Bookmark_1"/>' + b" " * 600_000))
    assert reader_of(large)[0] == "nexis-uni"
    with pytest.raises(NotReadableError, match="unpacks to more than"):
        list(READERS["nexis-uni"].read(large))
