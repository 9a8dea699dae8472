"""Sides, windows, levels of matching, silence, and what the shipped study refuses."""

from datetime import date

import polars as pl
import pytest

from framing.analysis.choices import Window, window
from framing.compare.matching import match, matched_events, nearest_pairs
from framing.compare.material import Material
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.selection import selection
from framing.compare.sides import Side, pairs, sides
from framing.compare.who_covered import Unmatched, covered, who_covered
from framing.corpus import Corpus
from framing.refusal import Refusal

OUTLETS = pl.DataFrame(
    {
        "outlet": ["asahi", "sankei", "rg", "chuo"],
        "name_short": ["Asahi", "Sankei", "RG", "Chuo"],
        "country": ["JP", "JP", "RU", "JP"],
        "panel": ["core", "core", "core", "context"],
        "language": ["ja", "ja", "ru", "ja"],
        "ownership": ["private", "private", "state", "private"],
        "groups": [
            ["owner_type=commercial", "orientation=liberal"],
            ["owner_type=commercial", "orientation=conservative"],
            ["owner_type=government"],
            [],
        ],
    }
)


def pair_of(written: str, corpus: Corpus) -> tuple[Side, Side]:
    found = sides(written, corpus.tables.outlets, [str(coder["id"]) for coder in corpus.registers["coders"]])
    assert not isinstance(found, Refusal)
    return found[0], found[1]


@pytest.mark.parametrize(
    ("written", "outlets", "words"),
    [
        ("japan,russia", [("asahi", "sankei"), ("rg",)], ["Asahi and Sankei (Japan)", "RG (Russia)"]),
        ("JP, RU", [("asahi", "sankei"), ("rg",)], ["Asahi and Sankei (Japan)", "RG (Russia)"]),
        ("asahi,sankei,rg", [("asahi",), ("sankei",), ("rg",)], ["Asahi", "Sankei", "RG"]),
        ("chuo,rg", [("chuo",), ("rg",)], ["Chuo", "RG"]),
        ("owner_type=commercial,owner_type=government", [("asahi", "sankei"), ("rg",)], None),
        ("ownership=private,ownership=state", [("asahi", "sankei"), ("rg",)], None),
        (
            "orientation=liberal,orientation=conservative",
            [("asahi",), ("sankei",)],
            ["Asahi (orientation: liberal)", "Sankei (orientation: conservative)"],
        ),
        ("language=ja,language=ru", [("asahi", "sankei"), ("rg",)], None),
        ("asahi,rest", [("asahi",), ("sankei", "rg")], ["Asahi", "Sankei and RG (all others)"]),
        ("Rest,russia", [("asahi", "sankei"), ("rg",)], ["Asahi and Sankei (all others)", "RG (Russia)"]),
    ],
)
def test_sides(written: str, outlets: list[tuple[str, ...]], words: list[str] | None) -> None:
    found = sides(written, OUTLETS)
    assert not isinstance(found, Refusal)
    assert [side.outlets for side in found] == outlets
    assert words is None or [side.words for side in found] == words
    for side in found:
        assert all(name in side.words for name in OUTLETS.filter(pl.col("outlet").is_in(side.outlets))["name_short"])


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("japan,rusia", "unknown_side", "did you mean 'russia'?"),
        ("asahi,sanke", "unknown_side", "did you mean 'sankei'?"),
        ("ownership=privat,rg", "unknown_side", "did you mean 'ownership=private'?"),
        ("ownership:state,japan", "unknown_side", "did you mean 'ownership=state'?"),
        ("orientation=libral,rg", "unknown_side", "did you mean 'orientation=liberal'?"),
        ("orientation=green,rg", "unknown_side", "The groups of orientation are liberal and conservative."),
        (
            "quite-unknown,rg",
            "unknown_side",
            "There are asahi, sankei, rg, chuo, japan, russia, owner_type=…, orientation=…, ",
        ),
        ("coder:c,coder:b", "unknown_side", "did you mean 'coder:"),
        ("asahi,japan", "overlapping_sides", "asahi would be on both sides"),
        ("coder:a,coder:a", "overlapping_sides", "coder a"),
        ("japan,russia,rest", "empty_side", "left for the side 'rest'"),
        ("rest,rest", "overlapping_sides", "would be on both sides"),
        ("coder:a,rest", "mixed_sides", "cannot be compared with an outlet"),
        ("coder:a,japan", "mixed_sides", "cannot be compared with an outlet"),
        ("japan", "one_side", "Asahi and Sankei (Japan)"),
        ("", "unknown_side", "There is no side ''"),
    ],
)
def test_wrong_sides_are_told_the_right_ones(written: str, code: str, said: str) -> None:
    found = sides(written, OUTLETS, ["a", "b"])
    assert isinstance(found, Refusal)
    assert found.code == code
    assert said in found.reason


def test_a_side_of_many_outlets_is_counted_and_listed_once() -> None:
    names = [f"paper-{number:02}" for number in range(30)]
    many = pl.DataFrame(
        {
            "outlet": [*names, "rg"],
            "name_short": [*names, "RG"],
            "country": [*["US"] * 30, "RU"],
            "panel": "core",
            "language": "en",
            "ownership": "unknown",
            "groups": [[]] * 31,
        }
    )
    found = sides("usa,rg", many)
    assert not isinstance(found, Refusal)
    assert found[0].words == "30 outlets (United States)"
    assert found[0].listing.startswith("paper-00, paper-01,")
    assert found[0].listing.endswith("and paper-29")
    assert (found[1].words, found[1].listing) == ("RG", "")


def test_an_outlet_may_be_called_rest() -> None:
    named = OUTLETS.with_columns(outlet=pl.col("outlet").replace("asahi", "rest"))
    found = sides("rest,rg", named)
    assert not isinstance(found, Refusal)
    assert found[0].outlets == ("rest",)


def test_three_sides_are_three_pairs() -> None:
    found = sides("asahi,sankei,rg", OUTLETS)
    assert not isinstance(found, Refusal)
    assert len(pairs(found)) == 3


@pytest.mark.parametrize("written", ["7..-3", "2014-12-31..2014-07-01", "2014-02-30..2014-03-01", "soon", "3", ""])
def test_unknown_windows(written: str) -> None:
    found = window(written)
    assert isinstance(found, Refusal)
    assert found.code == "unknown_window"


def test_windows() -> None:
    assert window("-3..+7") == Window(before=-3, after=7)
    assert window(" 2014-07-01..2014-12-31 ") == Window(first=date(2014, 7, 1), last=date(2014, 12, 31))


EVENTS = pl.DataFrame(
    {
        "event": ["u", "x", "y", "z"],
        "label": ["U", "X", "Y", "Z"],
        "kind": "visit",
        "part_of": [None, "u", "u", None],
        "first": [date(2014, 1, day) for day in (1, 2, 9, 30)],
        "last": [date(2014, 1, day) for day in (31, 2, 9, 30)],
    }
)


def placed(a: str, b: str) -> pl.DataFrame:
    rows = [("a", event) for event in a] + [("b", event) for event in b]
    return pl.DataFrame(
        {
            "article": [str(place) for place in range(len(rows))],
            "side": [side for side, _ in rows],
            "event": [event for _, event in rows],
        }
    )


@pytest.mark.parametrize(
    ("a", "b", "asked", "level", "found"),
    [
        ("x", "x", "x", "own", "x"),
        ("x", "y", "u", "parts", "u"),
        ("x", "y", "x", "umbrella", "u"),
        ("x", "xy", "y", "umbrella", "u"),
        ("u", "u", "u", "own", "u"),
        ("u", "y", "u", "parts", "u"),
        ("x", "z", "x", None, None),
        ("z", "z", "x", None, None),
    ],
)
def test_level_of_a_match(a: str, b: str, asked: str, level: str | None, found: str | None) -> None:
    result = match(placed(a, b), EVENTS, asked, ("a", "b"))
    assert (result.level if result else None, result.event if result else None) == (level, found)


def test_umbrellas_match_by_their_parts_alone() -> None:
    assert matched_events(placed("x", "y"), EVENTS, ("a", "b")).select("event", "level").rows() == [("u", "parts")]
    assert matched_events(placed("xz", "yz"), EVENTS, ("a", "b"))["event"].to_list() == ["u", "z"]


# --- the shipped study ----------------------------------------------------------------------------------------


def test_no_event_of_the_shipped_study_is_covered_by_both_countries(
    shipped: Corpus, shipped_material: Material
) -> None:
    found = compare_all(shipped_material, pair_of("japan,russia", shipped))
    assert isinstance(found, Unmatched)
    assert found.refusal.code == "no_matched_event"
    assert "RG (Russia)" in found.refusal.reason
    assert "Yomiuri, Sankei, Asahi and Nikkei (Japan)" in found.refusal.reason
    assert "u-ukraine-crisis-sanctions" in found.umbrellas["event"].to_list()
    assert found.umbrellas["level"].unique().to_list() == ["parts"]
    assert found.nearest.height == 5
    nearest = found.nearest.row(0, named=True)
    assert nearest["umbrella"] == "u-ukraine-crisis-sanctions"
    assert nearest["records_b"] == ["rg-2014-08-26"]
    assert nearest["event_b"] in found.refusal.need
    kin = found.nearest["umbrella"].is_null().to_list()
    assert kin == sorted(kin), "events under one umbrella come first"


def test_umbrellas_of_the_shipped_study_are_cards_without_a_test(shipped: Corpus, shipped_material: Material) -> None:
    found = compare_event(shipped_material, "u-ukraine-crisis-sanctions", pair_of("japan,russia", shipped))
    assert isinstance(found, Comparison)
    assert found.match is not None
    assert found.match.level == "parts"
    assert not found.match.parts.filter((pl.col("a") > 0) & (pl.col("b") > 0)).height
    assert set(found.cards["side"]) == {"japan", "russia"}
    assert found.cards.height == found.match.parts.select(pl.col("a") + pl.col("b")).sum().item()
    assert isinstance(found.frames, Refusal)
    assert found.frames.code == "too_few_articles"
    assert isinstance(found.family, Refusal)
    assert "says nothing about the newspapers" in found.sampling


def test_one_sided_events_match_through_their_umbrella(shipped: Corpus, shipped_material: Material) -> None:
    found = compare_event(shipped_material, "e15-morgulov-note", pair_of("japan,russia", shipped))
    assert isinstance(found, Comparison)
    assert found.match is not None
    asked, event = "e15-morgulov-note", "u-ukraine-crisis-sanctions"
    assert (found.match.asked, found.match.event, found.match.level) == (asked, event, "umbrella")


def test_coverage_comes_first_where_nothing_matches(shipped: Corpus, shipped_material: Material) -> None:
    found = compare_event(shipped_material, "e03-two-plus-two", pair_of("japan,russia", shipped))
    assert isinstance(found, Unmatched)
    assert found.coverage["outlet"].to_list() == ["yomiuri", "sankei", "asahi", "nikkei", "rg"]
    assert set(found.coverage["state"].to_list()) == {"not_searched"}


def test_silent_is_not_unsearched(demo: Corpus, demo_material: Material) -> None:
    pair = pair_of("japan,russia", demo)
    chosen = selection(demo.tables, demo_material.reading, pair)
    assert not isinstance(chosen, Refusal)
    tables = [
        who_covered(demo.tables, covered(demo.tables, chosen.articles), pair, f"s{number:02}-{name}")
        for number, name in [(7, "alliance"), (14, "economy")]
    ]
    states = pl.concat(tables)
    assert {"covered", "silent"} <= set(states["state"].to_list())
    assert (
        states.filter(pl.col("state") == "silent")["with_parts"].to_list()
        == [0] * states.filter(pl.col("state") == "silent").height
    )
    assert states.filter(pl.col("state") == "covered")["days"].null_count() == 0


def test_events_that_may_coincide_are_told_by_what_they_may_be_and_by_their_articles() -> None:
    """A visit planned for a year and a note of some day in August may fall together; their articles lie 302 days apart."""
    events = pl.DataFrame(
        {
            "event": ["visit", "note", "talks"], "label": ["Visit", "Note", "Talks"], "part_of": [None] * 3,
            "first": [date(2014, 1, 1), date(2014, 8, 1), date(2015, 3, 1)],
            "last": [date(2015, 12, 31), date(2014, 8, 31), None],
        },
        schema_overrides={"part_of": pl.String},
    )  # fmt: skip
    held = [("1", "a", "visit", date(2015, 6, 24)), ("2", "b", "note", date(2014, 8, 26)), ("3", "b", "talks", None)]
    articles = pl.DataFrame(held, schema=["article", "side", "event", "published"], orient="row")
    found = nearest_pairs(articles, events, ("a", "b"))
    assert found.select("event_b", "days_apart", "days_apart_most", "articles_apart").rows() == [
        ("note", 0, 517, 302),
        ("talks", 0, None, None),
    ]


def test_an_event_known_to_the_month_leaves_its_distance_open(shipped: Corpus, shipped_material: Material) -> None:
    found = compare_event(shipped_material, "u-ukraine-crisis-sanctions", pair_of("japan,russia", shipped))
    assert isinstance(found, Comparison)
    told = found.cards.filter(pl.col("event").cast(pl.String) == "e15-morgulov-note")
    assert told.select("days", "earliest", "latest").rows() == [(0, -5, 25)]
    covered = found.coverage.filter(outlet="rg")
    assert covered.select("days", "earliest", "latest").rows() == [(0, -5, 25)]
