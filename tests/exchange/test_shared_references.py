"""Real libraries of Zotero give what is written beside them."""

from pathlib import Path

import pytest

from framing.exchange.clipping import Clipping, Export, Item, Trouble
from framing.exchange.formats import reader_of
from framing.exchange.outlets import outlet_of, spelled
from framing.exchange.records import Provenance, article, dated

SHARED = Path(__file__).parents[3] / "shared" / "data" / "import"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real exports are not in the repository")
ZOTERO, BETTER = SHARED / "10-zotero-csl-ris", SHARED / "11-better-bibtex"


def items(path: Path) -> list[Item]:
    export = Export(path.name, path.read_bytes())
    return list(reader_of(export)[1].read(export))


def clippings(path: Path) -> list[Clipping]:
    return [item for item in items(path) if isinstance(item, Clipping)]


@pytest.mark.parametrize("name", ["zotero.csl.json", "zotero.ris"])
def test_zotero(name: str) -> None:
    found = clippings(ZOTERO / name)
    assert len(found) == len(items(ZOTERO / name)) == 14
    told = {number: (one.outlet, dated(one.printed)[0], one.headline) for number, one in enumerate(found, 1)}
    assert told[1] == ("Mainichi Daily News", "2016-04-09", "北野天満宮の桜、新品種？　住友林業・苗木増殖に成功")
    assert told[3] == ("Народная газета", "2014-03-20", "Page 13")
    assert told[4][:2] == ("Tekhnika i vooruzhenie", "2014-03"), "a month stays a month"
    assert told[8][:2] == ("Коммерсантъ", "2011-12-12")
    assert dated(found[9].printed)[1].startswith("no date"), "of the second of APN none is known"
    assert dated(found[4].printed)[1].startswith("'02-11-98' has a year of two digits")
    assert {one.language for one in found} == {"ja", "en", "fr", "de", ""}
    assert (found[0].language, found[0].section, found[11].language) == ("ja", "地域, めっちゃ関西", "en")
    assert (found[10].page, found[10].byline) == ("A23", ("F. Stephen Larrabee", "R. G. Livingston"))
    assert [dated(one.printed)[0] for one in found] == [
        dated(one.printed)[0] for one in clippings(ZOTERO / "zotero.csl.json")
    ]


def test_an_outlet_with_its_place_is_matched() -> None:
    assert outlet_of("Sunday Times, The (London, England)", {spelled("The Sunday Times"): "sunday"}) == "sunday"


def test_better_bibtex() -> None:
    (exported,) = clippings(BETTER / "newspaper-132.biblatex")
    assert (exported.outlet, dated(exported.printed)[0]) == ("Weekendavisen", "2014-07-04")
    assert (exported.section, exported.page) == ("Ideer", "12")
    assert "4/7/2014" in exported.remarks[0], "the date is a guess of the exporting computer"
    (typed,) = clippings(BETTER / "newspaper-132.bbt.json")
    assert (typed.outlet, typed.section, typed.page) == ("Weekendavisen", "Ideer", "12")
    assert typed.headline == "Stikord til en hukommelse"
    assert "2014-07-04 or 2014-04-07" in dated(typed.printed)[1]
    outlet = {"id": "weekendavisen", "language": "da"}
    assert article(typed, outlet, "2014-07-04", Provenance("a", "0", "better-bibtex", "2026-01-01"))["language"] == "da"
    assert typed.url.startswith("http://apps.infomedia.dk/Ms3E/"), "without the proxy of the library"


def test_nonacademic() -> None:
    (found,) = clippings(BETTER / "nonacademic-2987.biblatex")
    outlet = {"id": "wsj", "language": "en"}
    record = article(found, outlet, "2019-09-16", Provenance("a", "0", "bibtex", "2026-01-01"))
    assert (found.outlet, dated(found.printed)[0]) == ("Wall Street Journal", "2019-09-16")
    assert record["language"] == "en"


def test_a_chapter_of_a_book_is_left_out_aloud() -> None:
    (told,) = items(BETTER / "japanese-multilingual-979.biblatex")
    assert isinstance(told, Trouble)
    assert "incollection" in told.message
