"""Articles from reference managers: CSL JSON, RIS, BibTeX, Better BibTeX JSON."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.exchange.clipping import Clipping, Export, NotReadableError, Trouble
from framing.exchange.formats import READERS, reader_of
from framing.exchange.records import dated
from framing.exchange.references import ABSTRACT
from tests.exchange.damage import damaged, reads_in_words

FILES = Path(__file__).parent / "files"
NAMES = {
    "csl-json": "library.csl.json",
    "ris": "library.ris",
    "bibtex": "library.bib",
    "better-bibtex": "library.bbt.json",
}
RAW = {name: (FILES / file).read_bytes() for name, file in NAMES.items()}


def items(name: str) -> tuple[list[Clipping], list[Trouble]]:
    export = Export(NAMES[name], RAW[name])
    assert reader_of(export)[0] == name
    found = list(READERS[name].read(export))
    return [item for item in found if isinstance(item, Clipping)], [item for item in found if isinstance(item, Trouble)]


def test_csl_json() -> None:
    (first, second, third, undated), troubles = items("csl-json")
    assert first == Clipping(
        "item 1",
        outlet="The Sankei",
        printed="2014-03-20",
        headline="港に「市」が立つ　漁師と客",
        language="ja",
        byline=("山川港",),
        section="地域, 港のひと",
        url="https://example.org/a/20140320",
        key="http://zotero.org/users/0/items/HARBOUR1",
    )
    assert (second.printed, second.page, second.medium, second.language) == ("2014-03", "A23", "print", "")
    assert (second.headline, second.byline) == ("Рыбаки ждут квот", ("Иван Петров", "Reuters"))
    assert second.url == "https://www.example.com/docview/1"
    assert (third.printed, third.key, third.medium, third.language) == ("02-11-98", "", "web", "en")
    assert dated(third.printed)[1] == "'02-11-98' has a year of two digits; correct it in the file"
    assert undated.printed == ""
    assert [(one.place, "'chapter'" in one.message) for one in troubles] == [("item 5", True)]


def test_dates_of_csl_json() -> None:
    def printed(issued: str) -> str:
        raw = f'[{{"type": "article-newspaper", "title": "x", "issued": {issued}}}]'.encode()
        (found,) = READERS["csl-json"].read(Export("a.json", raw))
        assert isinstance(found, Clipping)
        return found.printed

    assert printed('{"date-parts": [["2014", 3, 1], ["2014", 3, 7]]}') == "2014-03-01/2014-03-07"
    assert printed('{"date-parts": [["2014"]], "circa": true}') == "2014~"
    assert printed('{"date-parts": [["2014", "Spring"]]}') == "2014 Spring"
    assert printed('{"date-parts": [[]], "raw": "20 March 2014"}') == "20 March 2014"
    assert printed("null") == printed('{"date-parts": 7}') == printed('{"date-parts": [null]}') == ""


def test_ris() -> None:
    (first, second, third, fourth), troubles = items("ris")
    assert (first.outlet, first.printed, first.language) == ("The Sankei", "2014-03-20", "ja")
    assert (first.headline, first.byline) == ("港に「市」が立つ　漁師と客", ("山川港",))
    assert first.section == "地域, 港のひと"
    assert (second.printed, second.page, second.medium) == ("2014-03", "A23", "print")
    assert second.url == "https://www.example.com/docview/1"
    assert (third.outlet, third.printed) == ("Sunday Harbour, The", "2014-04-09"), "the paper, not the subtitle in T2"
    assert (third.page, third.key, third.byline) == ("7", "000123", ("Jane Doe",))
    assert (dated(fourth.printed)[0], fourth.page) == ("2016-04-09", "3-4")
    assert [one.place for one in troubles] == ["item 5", "item 6"]
    assert "cut off" in troubles[1].message


def test_bibtex() -> None:
    (first, second, third), troubles = items("bibtex")
    assert (first.outlet, first.printed, first.section, first.page) == ("The Sankei", "2014-03-20", "地域", "12-13")
    assert (first.language, first.byline, first.medium) == ("ja", ("山川港",), "print")
    assert first.url == "https://example.org/a?x=1&y=2"
    assert first.remarks == ()
    assert (second.headline, second.byline) == ("Boats at l'été", ("Jane Doe", "Reuters"))
    assert (second.language, len(second.remarks)) == ("en-GB", 1), "4 July may be 7 April"
    assert (third.outlet, dated(third.printed)[0], third.byline) == ("Коммерсантъ", "2014-03", ("Иван Петров",))
    assert [one.place for one in troubles] == ["line 33", "line 39"]


def test_better_bibtex_json() -> None:
    (first, second), troubles = items("better-bibtex")
    assert (first.outlet, first.section, first.page, first.byline) == ("Sunday Harbour", "Ideas", "12", ("Jane Doe",))
    assert dated(first.printed)[1].startswith("'4/7/2014' may be 2014-07-04 or 2014-04-07")
    assert (second.outlet, dated(second.printed)[0], second.language) == ("The Sankei", "2014-03-20", "ja-JP")
    assert [one.place for one in troubles] == ["item 3"], "notes and attached files are nothing to be told"


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("csl-json", b'[{"type": "article-newspaper", "title": "x"', "no JSON at line 1"),
        ("csl-json", b'[{"type": "article", "title": ' + b"[" * 100_000, "nested deeper"),
        ("csl-json", b'{"title": "x"}', "not a list of references"),
        ("better-bibtex", b'{"config": {"label": "BetterBibTeX JSON"}}', "no list of items"),
        ("ris", b"TY  - NEWS\0\r\nER  - ", "not certain"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(NotReadableError, match=said):
        list(READERS[name].read(Export("file", raw)))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_no_damage_makes_it_stumble(name: str, data: st.DataObject) -> None:
    reads_in_words(name, Export(NAMES[name], data.draw(damaged(RAW[name]))))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("ris", "TY  - NEWS\nTI  - Ferries\nAB  - Of ferries.\nER  - \nTY  - NEWS\nTI  - Boats\nN2  - Of boats.\nER  - \n"),
        ("bibtex", "@article{a,\n title={Ferries},\n abstract={Of {ferries}.}}\n@article{b,\n title={Boats},\n abstract={Of boats}}"),
        ("csl-json", '[{"type": "article-newspaper", "title": "x", "abstract": "Of x."}, {"type": "webpage", "title": "y", "abstract": "Of y"}]'),
        ("better-bibtex", '{"config": {"label": "BetterBibTeX JSON"}, "items": [{"itemType": "newspaperArticle", "abstractNote": "Of x."}, {"itemType": "webpage", "abstractNote": "y"}]}'),
    ],
)  # fmt: skip
def test_an_abstract_is_left_out_in_words(name: str, raw: str) -> None:
    found = list(READERS[name].read(Export("a", raw.encode())))
    assert [(item.text, item.remarks) for item in found if isinstance(item, Clipping)] == [("", (ABSTRACT,))] * 2
    kept = [item for item in items(name)[0] if ABSTRACT in item.remarks]
    assert kept == [], "the files without one say nothing of it"


def test_ris_with_one_blank_before_the_hyphen_and_lines_behind_the_end() -> None:
    first = "\ufeffTY  - NEWS\r\nTI  - Ferries\r\n  go on\r\nT2  - The Harbour\r\nDA  - 2014/03/02/\r\nN2  - \r\nER  - \r\nstray\r\n\r\n"
    second = "TY - NEWS\r\nT1 - Boats\r\nJO - The Harbour\r\nPY - 2014/04/05\r\nER -\r\n"
    found = list(READERS["ris"].read(Export("a.ris", (first + second).encode())))
    told = [(one.headline, one.outlet, one.printed) for one in found if isinstance(one, Clipping)]
    assert told == [("Ferries go on", "The Harbour", "2014-03-02"), ("Boats", "The Harbour", "2014-04-05")]
    assert reader_of(Export("b.ris", second.encode()))[0] == "ris"


@pytest.mark.parametrize("month", ['mar # "~2"', "3, day = 2", "{3}, day = {2}", "{March}, day = 2", '"2 March"'])
def test_months_of_bibtex(month: str) -> None:
    (found,) = READERS["bibtex"].read(Export("a.bib", f"@article{{a, title={{x}}, year=2014, month={month}}}".encode()))
    assert isinstance(found, Clipping)
    assert dated(found.printed)[0] == "2014-03-02"


@pytest.mark.parametrize("name", NAMES)
def test_a_library_in_utf16_is_read_as_in_utf8(name: str) -> None:
    export = Export(NAMES[name], RAW[name].decode("utf-8-sig").encode("utf-16"))
    found, reader = reader_of(export)
    assert found == name
    assert list(reader.read(export)) == list(reader.read(Export(NAMES[name], RAW[name])))


def test_csl_json_of_zotero_s_web_service_is_a_list_of_items() -> None:
    raw = b'{"items": ' + RAW["csl-json"] + b"}"
    export = Export("items.json", raw)
    assert reader_of(export)[0] == "csl-json"
    assert list(READERS["csl-json"].read(export)) == list(READERS["csl-json"].read(Export("a.json", RAW["csl-json"])))


def test_the_section_of_a_newspaper_stands_in_the_chapter_of_zotero_s_bibtex() -> None:
    (found,) = READERS["bibtex"].read(Export("a.bib", b"@article{a,\n title={x}, chapter={World}, year=2014}"))
    assert isinstance(found, Clipping)
    assert found.section == "World"
