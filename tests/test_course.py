"""The course of coverage: themes, answers, plans and paths on tables; articles are counted, not rows."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis import course
from framing.analysis.contrast import MOST, contrast, few, rivals, side_by_side
from framing.analysis.period import periods
from framing.analysis.reading import Reading
from framing.chart.counts import silent_rows
from framing.chart.dated import span
from framing.report.blocks import line
from framing.report.context import Context, number
from framing.report.figures.study import by_period

FRAME, VARIABLE = pl.Enum(["war", "trade"]), pl.Enum(["hope", "formula"])
MISSING = pl.Enum(["not_expressed", "unknown"])
EVENT = pl.Enum(["visit", "autumn", "spring", "storm"])


def read_articles(*rows: tuple[str, str, date | None, str | None, str | None]) -> pl.DataFrame:
    """Articles with outlet, day, event and relation."""
    schema = {
        "article": pl.String,
        "outlet": pl.Enum(["tide", "wave", "vestnik"]),
        "published": pl.Date,
        "event": EVENT,
        "relation": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        country=pl.col("outlet").cast(pl.String).replace({"tide": "JP", "wave": "JP", "vestnik": "RU"}),
        headline=pl.lit(None, pl.String),
        cited=pl.lit(None, pl.Date),
        section_quarter=pl.lit(None, pl.String),
        excluded_because=pl.lit(None, pl.String),
    )


ARTICLES = read_articles(
    ("a", "tide", date(2014, 2, 9), "visit", "previews"),
    ("b", "tide", date(2014, 5, 9), "autumn", "reports"),
    ("c", "wave", date(2014, 5, 9), "storm", "reports"),
    ("d", "vestnik", date(2015, 1, 9), None, None),
    ("e", "vestnik", None, None, None),
)


def read_values(*rows: tuple[str, str, str | None, int | None, str | None]) -> pl.DataFrame:
    """Answers of the articles: variable, value, score, why there is none."""
    schema = {"article": pl.String, "variable": VARIABLE, "value": pl.String, "score": pl.Int64, "missing": MISSING}
    held = pl.when(pl.col("missing").is_null()).then(pl.lit("attributed"))
    values = pl.DataFrame(rows, schema=schema, orient="row").with_columns(ground=held)
    return values.join(ARTICLES, on="article", maintain_order="left")


VALUES = read_values(
    ("a", "hope", "1", 1, None),
    ("b", "hope", "-1", -1, None),
    ("c", "hope", "1", 1, None),
    ("d", "hope", None, None, "unknown"),
    ("e", "hope", "1", 1, None),
    ("a", "formula", "two", None, None),
    ("a", "formula", "four", None, None),
    ("b", "formula", None, None, "unknown"),
)
EVENTS = pl.DataFrame(
    {
        "event": pl.Series(["visit", "autumn", "spring", "storm"], dtype=EVENT),
        "part_of": pl.Series([None, "visit", None, None], dtype=EVENT),
        "status": ["happened", "unrealised", "unrealised", "happened"],
        "first": date(2014, 9, 1),
        "last": date(2014, 11, 30),
        "uncertain": [False, True, False, False],
    }
)


def test_an_article_stands_under_each_of_its_dimensions() -> None:
    framed = ARTICLES.head(2).join(
        pl.DataFrame({"frame": pl.Series(["war", "trade"], dtype=FRAME), "role": ["primary", "secondary"]}), how="cross"
    )
    excluded = ARTICLES.with_columns(excluded_because=pl.when(pl.col("article") == "d").then(pl.lit("a speech")))
    found = course.themes_by_article(framed, excluded)
    assert found.group_by("role").len().sort("role").rows() == [("excluded", 1), ("primary", 2), ("secondary", 2)]
    assert found.filter(pl.col("role") == "excluded").select("article", "frame").rows() == [("d", None)]


def test_an_article_without_a_day_stands_nowhere() -> None:
    assert "e" not in course.answers_by_article(VALUES, ["hope"])["article"]


def test_a_section_moves_an_article_to_its_quarter() -> None:
    moved = VALUES.with_columns(section_quarter=pl.lit("2014Q3"))
    assert set(course.answers_by_article(moved, ["hope"], "section")["day"]) == {date(2014, 7, 1)}


def test_a_quarter_may_have_the_themes_of_several_sources() -> None:
    sources = [
        {"sections": [{"quarter": "2014Q1", "theme": theme}, {"quarter": "2014Q1", "theme": theme}]}
        for theme in ("war", "trade", None)
    ]
    assert course.section_themes(sources)["theme"].to_list() == ["trade", "war"]
    assert course.section_themes([]).is_empty()


def test_a_period_without_an_article_is_empty() -> None:
    named = periods(date(2014, 1, 1), date(2015, 3, 31), "quarter")
    assert course.empty_periods(ARTICLES, named)["period"].to_list() == ["2014Q3", "2014Q4"]
    assert course.empty_periods(ARTICLES.clear(), named).height == len(named)


def test_every_member_of_a_set_is_an_answer_of_one_article() -> None:
    found = course.answers_by_article(VALUES, ["formula"])
    assert found.select("article", "value", "missing").rows() == [
        ("a", "four", None), ("a", "two", None), ("b", None, "unknown"),
    ]  # fmt: skip


def test_an_article_that_gives_no_answer_twice_is_counted_once() -> None:
    twice = course.answers_by_article(pl.concat([VALUES, VALUES]), ["hope", "formula"])
    within = span(twice["day"], 100)
    assert silent_rows(twice, within, ["variable"])["articles"].to_list() == [1, 1]


def test_a_claim_about_a_paper_is_one_about_its_country() -> None:
    outlets = pl.DataFrame({"outlet": ["tide", "vestnik"], "country": ["JP", "RU"]})
    claims = pl.DataFrame(
        {
            "claim": ["x", "y", "z"], "outlet": ["vestnik", None, None], "country": [None, "JP", None], "ordinal": ["hope", "hope", None],
            "sign": [1, -1, None], "first": date(2014, 1, 1), "last": date(2014, 3, 31), "words": "said",
        }
    )  # fmt: skip
    found = course.claimed_directions(claims, outlets, ["hope"])
    assert found.select("claim", "sign", "country").rows() == [("x", 1, "RU"), ("y", -1, "JP")]
    assert course.without_outlet(claims, outlets.head(0)) == ["JP"]


def test_a_plan_stands_under_its_umbrella_and_else_by_itself() -> None:
    assert course.unrealised_plans(EVENTS).select("plan", "event").rows() == [("visit", "autumn"), ("spring", "spring")]


def test_articles_on_a_plan_or_any_part_of_it_tell_what_they_expect() -> None:
    found = course.expected_plans(VALUES, EVENTS, ["hope"])
    assert found.select("plan", "article", "score", "previews").rows() == [
        ("visit", "a", 1, True),
        ("visit", "b", -1, False),
    ]
    assert course.expected_plans(VALUES, EVENTS.clear(), ["hope"]).is_empty()


def test_a_paper_with_one_position_has_no_path() -> None:
    found = course.paths(VALUES, ["hope"])
    assert found.select("outlet", "score", "article").rows() == [("tide", 1, "a"), ("tide", -1, "b")]


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 300), st.sampled_from(["1", "-1", None])), max_size=20)
)
def test_every_article_is_in_exactly_one_period_or_reason(rows: list[tuple[str, int, str | None]]) -> None:
    """However often an article is repeated, answers and silences are of articles."""
    first = {name: (day, value) for name, day, value in reversed(rows)}
    values = pl.DataFrame(
        [(name, date(2014, 1, 1) + timedelta(days=day), value, None if value else "unknown") for name, (day, value) in first.items()],
        schema={"article": pl.String, "published": pl.Date, "value": pl.String, "missing": MISSING}, orient="row",
    ).with_columns(
        outlet=pl.lit("tide"), country=pl.lit("JP"), headline=None, section_quarter=pl.lit(None, pl.String), cited=pl.lit(None, pl.Date),
        variable=pl.lit("hope", VARIABLE), score=pl.col("value").cast(pl.Int64), ground=pl.lit("attributed"),
    )  # fmt: skip
    found = course.answers_by_article(pl.concat([values, values]), ["hope"])
    assert found.height == len(first)
    silent = silent_rows(found, span(found["day"], 100))["articles"].sum() if first else 0
    assert silent == sum(value is None for _, value in first.values())


READ = Reading(
    "majority",
    ARTICLES,
    ARTICLES.join(
        pl.DataFrame(
            [("a", "war", "primary"), ("a", "trade", "secondary"), ("b", "war", "primary"), ("c", "trade", "primary")],
            schema={"article": pl.String, "frame": FRAME, "role": pl.String}, orient="row",
        ),
        on="article",
    ),
    VALUES,
)  # fmt: skip


def test_articles_that_answer_otherwise_differ_and_silent_ones_do_not() -> None:
    found = contrast(READ, ["a", "b"], ["hope", "formula"])
    differing = {(row["asked"], row["of"]): row["differ"] for row in found.to_dicts()}
    assert differing == {
        ("primary", ""): False, ("secondary", ""): True, ("value", "hope"): True, ("value", "formula"): False,
    }  # fmt: skip
    assert found.filter(pl.col("of") == "formula")["answers"].to_list() == [["two", "four"], []]


def test_a_contrast_is_told_aspect_by_aspect() -> None:
    found = side_by_side(contrast(READ, ["b", "a"], ["hope", "formula"]))
    assert found.rows() == [
        ("primary", "", "war", "war"),
        ("secondary", "≠", "", "trade"),
        ("hope", "≠", "-1", "1"),
        ("formula", "", "unknown", "two, four"),
    ]


def test_an_article_that_is_not_read_is_left_out() -> None:
    assert contrast(READ, ["a", "nowhere"], ["hope"])["article"].unique().to_list() == ["a"]


def test_few_articles_of_two_papers_can_be_contrasted() -> None:
    assert few(ARTICLES.head(3))
    assert not few(ARTICLES.head(2))
    assert not few(ARTICLES)
    assert ARTICLES.height == MOST + 1


def test_what_follows_from_a_description_is_marked() -> None:
    ground = pl.when(pl.col("article") == "a").then(pl.lit("inferred")).otherwise(pl.lit("attributed"))
    told = VALUES.with_columns(ground=pl.when(pl.col("missing").is_null()).then(ground))
    assert course.answers_by_article(told, ["hope"])["inferred"].to_list() == [True, False, False, False]
    assert course.paths(told, ["hope"])["inferred"].to_list() == [True, False]
    assert contrast(READ._replace(values=told), ["a", "b"], ["hope"])["inferred"].to_list() == [False] * 4 + [
        True,
        False,
    ]
    assert not course.answers_by_article(VALUES, ["hope"])["inferred"].any()


def test_rivals_are_of_one_country() -> None:
    outlets = pl.DataFrame({"outlet": ["wave", "vestnik", "tide"], "country": ["JP", "RU", "JP"]})
    named = outlets.with_columns(pl.col("outlet").cast(ARTICLES.schema["outlet"]))
    assert rivals(ARTICLES, named) == ("tide", "wave")
    assert rivals(ARTICLES.filter(pl.col("country") == "RU"), named) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdef"), st.none() | st.dates(date(2013, 10, 1), date(2015, 3, 1)), st.sampled_from("xyz")
        ),
        max_size=20,
    )
)
def test_numbers_by_period_are_those_counted_cell_by_cell(
    shipped: Context, given_points: list[tuple[str, date | None, str]]
) -> None:
    ctx = replace(shipped, periods=periods(date(2014, 1, 1), date(2014, 12, 31), "quarter"))
    schema = {"article": pl.String, "day": pl.Date, "kind": pl.String}
    points = pl.DataFrame(given_points, schema=schema, orient="row")
    keys = [(line(kind), pl.col("kind") == kind) for kind in "xyz"]
    told = [
        (line(kind), *(number(len(held), held) if held else line("–") for held in cells))
        for kind in "xyz"
        if any(of == kind for _, _, of in given_points)
        for cells in [
            [
                sorted({name for name, day, of in given_points if of == kind and day and first <= day <= last})
                for _, first, last in ctx.periods
            ]
        ]
    ]
    assert by_period(ctx, points, keys, "").rows == tuple(told)
