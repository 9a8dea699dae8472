"""Records of label and value by a declared map: nothing is recognised, nothing is put where no label says so."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.exchange import labels as maps
from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.formats import reader_of
from framing.exchange.labels import Labels
from framing.exchange.readers import labelled
from framing.exchange.records import dated
from tests.exchange.reading import damaged

FOLDER = Path(__file__).parent / "labelled"
RAW = (FOLDER / "telecom.txt").read_bytes()
MAP = (FOLDER / "map.json").read_bytes()


def declared(raw: bytes) -> Labels:
    found = maps.read(raw, "map.json")
    assert isinstance(found, Labels)
    return found


def read(text: str, **said: Any) -> list[Any]:
    labels = Labels({"D": "date", "H": "headline", "T": "text"}, always={"outlet": "港新聞"}, **said)
    return list(labelled.read(Export("a.txt", text.encode(), map=labels)))


def test_an_article_has_what_its_labels_say() -> None:
    searched, first, second, last = labelled.read(Export("telecom.txt", RAW, map=declared(MAP)))
    assert searched == Searched("港テレコン", "", None)
    assert first == Clipping(
        place="line 2",
        outlet="港新聞",
        printed="2018年4月1日",
        headline="港の明日 漁師と市場",
        language="ja",
        byline=("海野一郎", "浜田花"),
        page="第３面",
        edition="朝刊",
        medium="print_am",
        text="　港に船が着く。\n\n注：市が立つ。",
        length="19字",
        remarks=("line 1 has no label and is left out: '1/2'",),
    )
    assert isinstance(second, Clipping)
    assert (dated(second.printed)[0], second.medium, second.text) == ("2018-03-31", "print", "")
    assert second.remarks == ("line 18 has no label and is left out: '分類: 写真'",)
    assert last == Trouble("line 20", "no label of the map is found here: '以上'")


def test_it_is_never_recognised() -> None:
    with pytest.raises(NotReadableError, match="in no known format"):
        reader_of(Export("telecom.txt", RAW, map=declared(MAP)))
    with pytest.raises(NotReadableError, match="--map"):
        list(labelled.read(Export("telecom.txt", RAW)))


def test_records_may_begin_with_a_label() -> None:
    found = read("Export of 2 items\nD: 2018-04-01\nH: a\nD: 2018-04-02\nT: b\n  c", first="D")
    assert [(one.printed, one.headline, one.text) for one in found[1:]] == [
        ("2018-04-01", "a", ""),
        ("2018-04-02", "", "b\n  c"),
    ]
    assert found[0] == Trouble("line 1", "no label of the map is found here: 'Export of 2 items'")


def test_a_label_may_need_no_sign() -> None:
    (one,) = read("D2018-04-01\nHa", first="D", sign="")
    assert (one.printed, one.headline) == ("2018-04-01", "a")


def test_what_stands_twice_is_refused_but_texts_go_on() -> None:
    twice, text = read("D: 2018-04-01\nH: a\nH: b\n==\nD: 2018-04-02\nT: a\nT: b", separator="==")
    assert twice == Trouble("line 1", "headline occurs twice, again in line 3; correct the file or map")
    assert text.text == "a\n\nb"


def test_a_file_without_any_label_is_refused() -> None:
    with pytest.raises(NotReadableError, match="no line begins with a label of the map"):
        read("Nothing\n==\nHere", separator="==")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"labels": {"D": "date", "H": "titel"}, "first": "D"},
            ["/labels/H: 'titel' is not one of the allowed values"],
        ),
        ({"labels": {"D": "date"}, "first": "DD"}, ["'DD' is not among the labels", "always/outlet"]),
        ({"labels": {"H": "headline"}}, ["either separator", "no label is the date", "no label is the outlet"]),
        ({}, ["labels"]),
        ({"labels": {"D": "date"}, "first": "D", "always": {"medium": "paper"}}, ["/always/medium", "'paper'"]),
    ],
)
def test_every_fault_of_a_map_is_told(said: dict[str, Any], told: list[str]) -> None:
    found = maps.read(json.dumps(said).encode(), "map.json")
    faults = "\n".join(map(str, found)) if isinstance(found, list) else ""
    assert [part for part in told if part not in faults] == []


@given(raw=damaged(RAW))
def test_no_damage_makes_it_stumble(raw: bytes) -> None:
    try:
        found = list(labelled.read(Export("a.txt", raw, map=declared(MAP))))
    except NotReadableError:
        return
    assert all(isinstance(item, Clipping | Trouble | Searched) for item in found)


@given(raw=damaged(MAP) | st.binary(max_size=20))
def test_no_damaged_map_makes_it_stumble(raw: bytes) -> None:
    found = maps.read(raw, "map.json")
    assert found.labels if isinstance(found, Labels) else found
