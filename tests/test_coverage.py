"""Coverage: what an empty cell means, and that an article counts once on each event it belongs to."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis import coverage, measure, period
from framing.analysis.period import Period, periods
from framing.analysis.reading import Reading, reading
from framing.analysis.table import Tables

YEAR = periods(date(2014, 1, 1), date(2014, 12, 31), "quarter")


def search(name: str, outlet: str, first: str, last: str, found: int, *events: str) -> dict[str, Any]:
    return {"id": name, "outlet": outlet, "from": first, "to": last, "found": found, "events": list(events)}


def by_period(tidy: Tables, named: list[Period] = YEAR, basis: str = "published") -> pl.DataFrame:
    return coverage.by_period(tidy.articles, tidy.outlets, tidy.searches, named, basis)


def by_event(tidy: Tables) -> pl.DataFrame:
    found = reading(tidy)
    assert isinstance(found, Reading)
    return coverage.by_event(found.articles, tidy.events, tidy.outlets, tidy.searches)


def states(cells: pl.DataFrame, outlet: str) -> list[str]:
    return cells.filter(pl.col("outlet") == outlet)["state"].to_list()


def state(cells: pl.DataFrame, event: str, outlet: str) -> str:
    return str(cells.filter(pl.col("event") == event, pl.col("outlet") == outlet)["state"].item())


def test_every_cell_of_outlets_and_periods_is_there(tidy: Tables) -> None:
    cells = by_period(tidy)
    expected = [(outlet, period.label) for outlet in tidy.outlets["outlet"] for period in YEAR]
    assert cells.select("outlet", "period").rows() == expected
    assert cells["articles"].sum() == tidy.articles.height  # excluded ones too: they are coverage
    assert cells["records"].list.len().to_list() == cells["articles"].to_list()


def test_states_of_periods(tidy: Tables) -> None:
    cells = by_period(tidy)
    assert states(cells, "asahi") == ["covered", "silent", "silent", "covered"]  # a search spans the year, all entered
    assert states(cells, "rg") == ["covered", "not_searched", "not_entered", "covered"]  # two found in Q3, none entered
    assert states(cells, "yomiuri") == ["covered", "covered", "covered", "covered"]
    assert states(cells, "review") == ["not_searched"] * 3 + ["covered"]


def test_a_press_holiday_is_no_silence(tidy: Tables) -> None:
    days = [Period(str(day), date(2014, 2, day), date(2014, 2, day)) for day in (9, 10, 11)]
    assert states(by_period(tidy, days), "yomiuri") == ["covered", "not_published", "not_searched"]
    both = [Period("holiday and the day after", date(2014, 2, 10), date(2014, 2, 11))]
    assert states(by_period(tidy, both), "yomiuri") == ["not_searched"]


def test_a_search_for_one_event_says_nothing_of_a_period(study: Any) -> None:
    study.registers["searches"]["searches"] = [search("s", "rg", "2014-01-01", "2014-12-31", 0, "visit")]
    assert "silent" not in states(by_period(study.tables()), "rg")


def test_a_search_must_span_the_whole_period(study: Any) -> None:
    study.registers["searches"]["searches"] = [search("s", "rg", "2014-04-02", "2014-09-30", 0)]
    assert states(by_period(study.tables()), "rg") == ["covered", "not_searched", "silent", "covered"]


def test_silence_needs_every_search_to_be_entered(study: Any) -> None:
    study.registers["searches"]["searches"].append(search("s-poor", "rg", "2014-07-01", "2014-09-30", 0))
    assert states(by_period(study.tables()), "rg")[2] == "not_entered"


def test_no_coverage_is_expected_of_the_background(study: Any) -> None:
    before, events = by_event(study.tables()), study.registers["events"]["events"]
    for name, status in (("treaty", "background"), ("rumour", "withdrawn")):
        events.append({**events[0], "id": name, "labels": {"en": name}, "date": "1945", "status": status})
    assert by_event(study.tables()).rows() == before.rows()
    study.codings[-1]["event"]["id"] = "treaty"
    assert state(by_event(study.tables()), "treaty", "review") == "covered"  # no article is ever lost


def test_date_rules_move_articles_between_cells(tidy: Tables) -> None:
    cells = by_period(tidy, basis="cited").filter(pl.col("outlet") == "asahi")
    assert cells["articles"].to_list() == [2, 0, 0, 0]
    assert cells["state"].to_list() == ["covered", "silent", "silent", "silent"]


def test_no_period_no_outlet_no_article(tidy: Tables) -> None:
    assert by_period(tidy, []).is_empty()
    assert coverage.by_period(tidy.articles, tidy.outlets.clear(), tidy.searches, YEAR).is_empty()
    bare = coverage.by_period(tidy.articles.clear(), tidy.outlets, tidy.searches.clear(), YEAR)
    assert bare["state"].unique().to_list() == ["not_searched"]
    assert bare.schema == by_period(tidy).schema


def test_umbrella_events_count_each_article_of_their_parts_once(tidy: Tables) -> None:
    cells = by_event(tidy)
    counts = cells.group_by("event", maintain_order=True).agg(pl.col("articles", "with_parts").sum())
    assert counts.rows() == [("talks", 1, 6), ("visit", 3, 3), ("summit", 2, 2)]
    talks = cells.filter(pl.col("event") == "talks").select("outlet", "records", "first_published").rows()
    assert talks == [
        ("yomiuri", ["y1"], date(2014, 2, 9)), ("asahi", ["a1", "a3"], date(2014, 2, 9)),
        ("rg", ["r1", "r2"], date(2014, 2, 11)), ("review", ["v1"], date(2014, 10, 1)),
    ]  # fmt: skip


def test_parts_of_parts_count_for_every_event_above_them(study: Any) -> None:
    summit = study.registers["events"]["events"][2]
    study.registers["events"]["events"].append(summit | {"id": "dinner", "part_of": "summit"})
    for coding in study.codings:
        if coding["article"] == "a3":
            coding["event"]["id"] = "dinner"
    asahi = by_event(study.tables()).filter(pl.col("outlet") == "asahi")
    assert asahi.select("event", "articles", "with_parts").rows() == [
        ("talks", 0, 2), ("visit", 1, 1), ("summit", 0, 1), ("dinner", 1, 1),
    ]  # fmt: skip


def test_states_of_events(tidy: Tables) -> None:
    cells = by_event(tidy)
    assert state(cells, "summit", "asahi") == "covered"
    assert state(cells, "summit", "yomiuri") == "silent"  # a search for this event, nothing found
    assert state(cells, "visit", "review") == "not_searched"
    assert state(cells, "summit", "review") == "not_searched"


def searched(study: Any, *searches: dict[str, Any]) -> str:
    study.registers["searches"]["searches"] = list(searches)
    return state(by_event(study.tables()), "summit", "yomiuri")


def test_a_general_search_must_span_the_days_around_the_event(study: Any) -> None:
    assert searched(study, search("s", "yomiuri", "2014-10-13", "2014-10-24", 0)) == "silent"
    assert searched(study, search("s", "yomiuri", "2014-10-14", "2014-10-24", 0)) == "not_searched"
    assert searched(study, search("s", "yomiuri", "2014-10-13", "2014-10-23", 0)) == "not_searched"


def test_a_search_for_another_event_says_nothing(study: Any) -> None:
    assert searched(study, search("s", "yomiuri", "2014-01-01", "2014-12-31", 0, "visit")) == "not_searched"


def test_articles_on_other_things_do_not_make_a_search_for_an_event_complete(study: Any) -> None:
    # the window holds y1 to y4, none of them on the summit: what was found has not been entered
    assert searched(study, search("s", "yomiuri", "2014-01-01", "2014-12-31", 2, "summit")) == "not_entered"
    assert searched(study, search("s", "yomiuri", "2014-01-01", "2014-12-31", 1, "summit", "visit")) == "silent"
    assert searched(study, search("s", "yomiuri", "2014-01-01", "2014-12-31", 4)) == "silent"


def test_nobody_is_silent_on_an_event_that_goes_on(study: Any) -> None:
    study.registers["events"]["events"][2]["date"] = "2014-10-16/.."
    assert searched(study, search("s", "yomiuri", "2014-10-01", "2014-12-31", 0)) == "not_searched"


def test_a_paper_closed_around_an_event_did_not_keep_silent(study: Any) -> None:
    study.registers["outlets"]["outlets"][0]["not_published"] = [f"2014-10-{day}" for day in range(13, 25)]
    assert searched(study, search("s", "yomiuri", "2014-10-01", "2014-10-31", 0)) == "not_published"


def test_no_article_has_an_event(study: Any) -> None:
    study.codings[:] = [coding | {"event": {"id": None, "relation": "reports"}} for coding in study.codings]
    cells = by_event(study.tables())
    assert cells.height == 3 * 4
    assert cells.select("articles", "with_parts").sum().row(0) == (0, 0)
    assert "covered" not in cells["state"].to_list()


def test_events_that_nobody_covers_are_told_with_a_state_each(tidy: Tables) -> None:
    found = reading(tidy)
    assert isinstance(found, Reading)
    alone = found.articles.filter(pl.col("outlet") == "review")
    cells = coverage.by_event(alone, tidy.events, tidy.outlets.filter(pl.col("outlet") == "asahi"), tidy.searches)
    empty = coverage.uncovered(cells)
    assert empty["event"].to_list() == ["talks", "visit", "summit"]
    assert coverage.state_counts(empty)["cells"].sum() == 3
    assert coverage.uncovered(by_event(tidy)).is_empty()


@pytest.mark.parametrize("states", [["silent", "not_searched"], ["not_searched", "silent"]])
def test_one_paper_that_was_not_searched_leaves_an_event_unknown(states: list[str]) -> None:
    """Whichever paper stands first in the register: nobody can say that no paper wrote of it."""
    cells = pl.DataFrame({"event": "visit", "with_parts": [0, 0], "state": pl.Series(states, dtype=coverage.STATES)})
    assert coverage.uncovered(cells).rows() == [("visit", "not_searched")]


def test_states_are_counted_in_their_order() -> None:
    empty = pl.DataFrame({"state": pl.Series(["not_searched", "silent", "not_searched"], dtype=coverage.STATES)})
    assert coverage.state_counts(empty).rows() == [("silent", 1), ("not_searched", 2)]


@pytest.mark.parametrize(
    ("every", "names"), [("year", ["a3"]), ("half", ["a3", "y4"]), ("quarter", ["y4", "a3"]), ("month", ["y4", "a3"])]
)
def test_moved(tidy: Tables, every: str, names: list[str]) -> None:
    # y2 and y3 appeared within the quarter of their section: no month of it contradicts them
    moved = period.moved(tidy.articles, every)
    assert moved["article"].to_list() == names
    assert moved.columns == ["article", "outlet", "published", "cited", "section"]


def test_nothing_moves_in_an_empty_table(tidy: Tables) -> None:
    assert period.moved(tidy.articles.clear()).is_empty()


@given(st.lists(st.tuples(st.sampled_from(["x", "y"]), st.dates(date(2014, 1, 1), date(2014, 12, 31))), max_size=15))
def test_counts_equal_brute_force(drawn: list[tuple[str, date]]) -> None:
    articles = pl.DataFrame(
        {"article": [f"a{number}" for number in range(len(drawn))], "outlet": [outlet for outlet, _ in drawn], "published": [day for _, day in drawn]},
        schema={"article": pl.String, "outlet": pl.String, "published": pl.Date},
    )  # fmt: skip
    outlets = pl.DataFrame(
        {"outlet": ["x", "y"], "not_published": [[], []]},
        schema={"outlet": pl.String, "not_published": pl.List(pl.Date)},
    )
    searches = pl.DataFrame(
        {"search": ["s"], "outlet": ["x"], "from": [date(2014, 1, 1)], "to": [date(2014, 12, 31)], "found": [0], "events": [[]]},
        schema_overrides={"events": pl.List(pl.String)},
    )  # fmt: skip
    for cell in coverage.by_period(articles, outlets, searches, YEAR).to_dicts():
        period = next(period for period in YEAR if period.label == cell["period"])
        here = sum(outlet == cell["outlet"] and period.first <= day <= period.last for outlet, day in drawn)
        assert cell["articles"] == here == len(cell["records"])
        assert cell["state"] == ("covered" if here else "silent" if cell["outlet"] == "x" else "not_searched")


def test_covered_events_are_those_with_articles_on_them_or_their_parts(tidy: Tables) -> None:
    found = reading(tidy)
    assert isinstance(found, Reading)
    for articles in (found.articles, found.articles.filter(pl.col("outlet") == "rg"), found.articles.head(0)):
        cells = coverage.by_event(articles, tidy.events, tidy.outlets, tidy.searches).filter(pl.col("with_parts") > 0)
        held = tuple(cells["event"].unique(maintain_order=True))
        assert coverage.covered_events(articles, tidy.events) == held


def test_outlets_stand_in_the_order_of_the_register_with_their_articles(tidy: Tables) -> None:
    counts = measure.by_outlet(tidy.articles)
    assert counts.select("outlet", "articles").rows() == [("yomiuri", 5), ("asahi", 3), ("rg", 3), ("review", 1)]
    assert counts["records"].to_list()[1] == ["a1", "a2", "a3"]
