"""Europresse in all of its layouts."""

from framing.exchange.clipping import Clipping
from tests.exchange.archives import FILES, clippings, dates

TABLES = FILES / "europresse.html"
ARTICLES = FILES / "europresse-2015.html"


def test_the_layout_of_tables() -> None:
    found = clippings(TABLES, "europresse")
    assert dates(found) == ["2012-10-04", "2013-10-05"]
    first, second = found
    assert first == Clipping(
        place="item 1",
        outlet="Le Monde",
        printed="jeudi 4 octobre 2012",
        headline="Le bateau est là",
        byline=("Anne Une",),
        page="3",
        section="Éditorial",
        edition="no. 5968",
        medium="print",
        key="news·20111003·LM·156190",
        text="Un port\nIl est là: un bateau.\nIl repart.",
    )
    assert (second.byline, second.text, second.medium) == ((), "Un texte. Il finit.", "web")
    assert "lundi 5 octobre 2013" in second.remarks[0]


def test_the_layout_of_articles() -> None:
    found = clippings(ARTICLES, "europresse")
    assert dates(found) == ["2006-03-14", "2006-03-13"]
    first, second = found
    assert first == Clipping(
        place="item 1",
        outlet="Le Monde",
        printed="mardi 14 mars 2006",
        headline="Le port",
        byline=("Anne Une", "Paul Deux"),
        page="16",
        section="Communication",
        medium="print",
        key="news·20060315·LM·0q1503_1256056",
        text="TRIBUNES\nUn bateau.\n\nIl repart.",
    )
    assert (second.section, second.page, second.byline, second.text) == ("News", "MDE6", (), "A paragraph.")


def test_the_library_is_not_kept() -> None:
    for path in (TABLES, ARTICLES):
        assert "A Library" not in repr(clippings(path, "europresse"))


def test_the_layout_with_numbers_of_words_and_links_below_the_name() -> None:
    found = clippings(FILES / "europresse-2024.html", "europresse")
    assert dates(found) == ["2024-09-11", "2024-09-11"]
    first, second = found
    assert first == Clipping(
        place="item 1",
        outlet="La Gazette du port",
        printed="mercredi 11 septembre 2024",
        headline="Le port rouvre",
        byline=("Anne Un", "Bernard Deux"),
        page="11",
        section="France",
        edition="no. 43018",
        medium="print",
        key="news·20240912·LC·002",
        text="Après trois mois\nUn bateau est arrivé.\n\nDeux autres suivent.",
    )
    assert (second.outlet, second.section, second.medium) == ("Harbour Post (site web)", "World", "web")
    assert (second.byline, second.text, second.key) == ((), "It is open.", "web·20240911·HPW·1")
