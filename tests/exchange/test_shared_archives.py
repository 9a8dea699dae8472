"""Real exports of Japanese and Russian archives give what is written beside them."""

from pathlib import Path

import pytest

from framing.exchange import outlets
from framing.exchange.plan import plan, standing
from framing.exchange.records import dated
from tests.exchange.reading import SHARED, clippings, export_of

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real exports are not in the repository")


def test_kikuzo() -> None:
    found = clippings(SHARED / "01-kikuzo-html" / "kikuzo-saved-frame.html", "kikuzo")
    assert len(found) == 12
    assert {(one.outlet, one.language) for one in found} == {("朝日新聞", "ja")}
    assert [(dated(found[n].printed)[0], found[n].medium, found[n].section, found[n].page) for n in (0, 6, 11)] == [
        ("2018-04-01", "print_am", "グローブ１２面", "12"),
        ("2018-01-27", "print_am", "３総合", "3"),
        ("2017-08-15", "print_am", "１総合", "1"),
    ]
    assert [found[n].headline for n in (0, 6, 11)] == [
        "グローブ２０４号＜いまを読む＞北極航路に中国が関心　各国協議で「開かれた」地に　ローソン・ブリガム",
        "中国、「氷上のシルクロード」構想　白書発表、北極の資源・航路開発に意欲",
        "中国基地、世界にらむ　海の要衝、行動範囲拡大　東アフリカ・ジブチ",
    ]
    assert (found[0].length, found[3].medium) == ("1619文字", "print_pm")
    assert all(one.text for one in found)


def test_yomidas() -> None:
    found = clippings(SHARED / "02-yomidas-html" / "yomidas-2018.html", "yomidas")
    assert len(found) == 12
    assert {(one.outlet, one.language) for one in found} == {("読売新聞", "ja")}
    assert [
        (dated(found[n].printed)[0], found[n].edition, found[n].section, found[n].page, found[n].length)
        for n in (0, 6, 11)
    ] == [
        ("2018-01-07", "東京朝刊", "朝Ｗ１", "16", "3348字"),
        ("2018-01-06", "東京朝刊", "ラ都神", "30", "709字"),
        ("2018-01-05", "中部朝刊", "名市内", "31", "1415字"),
    ]
    assert [found[n].headline for n in (0, 6, 11)] == [
        "［平成時代］（５）創る　課題と希望の日本列島（連載）その２",
        "［ＢＳ・ＣＳ］「ワーキング・ドッグ」",
        "［わんダフルパートナー］（４）ペットを「家族」に（連載）＝愛知",
    ]
    assert (found[2].edition, found[7].medium) == ("大阪朝刊", "print_pm")
    assert all(one.text for one in found)


def test_integrum_workbook() -> None:
    found = clippings(SHARED / "03-integrum-xlsx" / "integrum-channel1.xlsx", "integrum-xlsx")
    assert len(found) == 12
    assert {(one.outlet, one.section, one.language) for one in found} == {("Первый канал: Новости", "Новости", "ru")}
    assert outlets.outlet_of(found[0].outlet, {outlets.spelled("Первый канал"): "channel"}) == "channel"
    assert [dated(found[n].printed)[0] for n in (0, 6, 11)] == ["2005-02-28", "2005-02-25", "2005-02-24"]
    assert [found[n].headline for n in (0, 6)] == [
        "На отдых в Сочи прибыли 4 тысячи льготников из нескольких регионов страны",
        "Заканчивается официальный визит Президента России в Словакию",
    ]
    assert found[11].headline.startswith("Глава правительства Михаил Фрадков достаточно резко критиков")
    assert all(one.text.startswith("Текст заменён") and not one.remarks for one in found)


def test_integrum_page() -> None:
    path = SHARED / "04-integrum-html" / "integrum-moscow-news-cp1251.html"
    found = clippings(path, "integrum-html")
    assert len(found) == 10
    assert {(one.outlet, one.language) for one in found} == {("Московские новости", "ru")}
    first, sixth = found[0], found[5]
    assert (dated(first.printed)[0], first.edition, first.section) == ("1994-02-09", "№ 6", "ЭПИЦЕНТР")
    assert (first.byline, first.headline) == (("Хмельницкий Дмитрий",), "КОРИЧНЕВАЯ ВОЛНА ИЗ КРАСНОЙ СТРАНЫ")
    assert (dated(sixth.printed)[0], sixth.edition, sixth.headline) == ("1994-01-12", "№ 2", "КАЛЕНДАРЬ (ЯНВАРЬ)")
    assert sixth.byline == (
        "Хрущев Никита Сергеевич",
        "Агратин Евгений Георгиевич",
        "Шевелев Владимир Владимирович",
        "Кротов Яков",
    )
    assert found[9] == first._replace(place="item 10")
    assert found[1].headline == "НЕГРЫ-АНТИСЕМИТЫ"
    outlet = standing(ROOT).outlets[0]["id"]
    told = plan(standing(ROOT), [export_of(path)], "2026-11-28", given={"Московские новости": outlet})
    assert told.counts() == {"new": 9, "known": 0, "twin": 1, "refused": 0}
    assert told.rows[9].state == "twin"
