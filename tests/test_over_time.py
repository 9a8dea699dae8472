"""Frames over time: every article stands in its place once, nothing unknown looks like zero, and what is asked for is shown."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing import cli
from framing.analysis import coverage
from framing.analysis.over_time import Group, frames_over_time, gives_shares
from framing.analysis.period import Period, spanning
from framing.analysis.reading import Reading
from framing.chart import over_time as chart
from framing.chart import picture
from framing.chart.over_time_plan import plan
from framing.chart.style import WIDTH, Style
from framing.chart.timeline import article_timeline
from framing.cli import console
from framing.cli.chosen import named
from framing.refusal import Refusal
from framing.report.blocks import Table
from framing.report.context import Context, context
from framing.report.figures import FIGURES, drawn
from framing.report.figures.chosen import EVERYTHING, Chosen
from framing.report.figures.over_time import Course
from framing.report.figures.recipe import Measured, StudyReading
from framing.report.pages.dossier import dossier
from framing.report.pages.overview import overview
from tests.test_chart import EVENTS, happenings, styled

ROOT = Path(__file__).parent.parent
OUTLETS, FRAMES = ("tide", "vestnik", "quay"), ("war", "trade", "other")
NOBODY = pl.DataFrame(
    schema={"search": pl.String, "outlet": pl.Enum(OUTLETS), "from": pl.Date, "to": pl.Date, "found": pl.Int64,
            "events": pl.List(pl.String)}
)  # fmt: skip
runner = CliRunner()


def study(days: Iterable[tuple[str, date | None, str, str]]) -> Reading:
    """Articles of an outlet on a day with a primary frame and a further one, which may be the same and is then none."""
    rows = [(f"a{k:04}", *row) for k, row in enumerate(days)]
    articles = pl.DataFrame(
        rows, schema={"article": pl.String, "outlet": pl.Enum(OUTLETS), "published": pl.Date, "primary": pl.Enum(FRAMES), "second": pl.Enum(FRAMES)},
        orient="row",
    ).with_columns(weight=pl.lit(1.0), sampling=pl.lit("census"), cluster=pl.col("article"), headline=pl.lit(None, pl.String))  # fmt: skip
    primary = articles.with_columns(frame="primary", role=pl.lit("primary"))
    further = articles.filter(pl.col("second") != pl.col("primary")).with_columns(
        frame="second", role=pl.lit("secondary")
    )
    return Reading("adjudicated", articles, pl.concat([primary, further]), articles.clear())


def cells_of(taken: Reading, groups: list[Group], every: Any = "quarter") -> tuple[pl.DataFrame, list[Period]]:
    """Frames over time, with nothing searched."""
    periods = spanning([*taken.articles["published"].drop_nulls(), date(2014, 1, 1)], every)
    outlets = pl.DataFrame(
        {"outlet": OUTLETS, "not_published": [[]] * 3}, schema={"outlet": pl.Enum(OUTLETS), "not_published": pl.List(pl.Date)}
    )  # fmt: skip
    held = coverage.by_period(taken.articles, outlets, NOBODY, periods)
    return frames_over_time(taken, held, groups, periods), periods


EACH = [Group(name, (name,)) for name in OUTLETS]
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        st.none() | st.dates(date(2014, 1, 1), date(2015, 6, 30)),
        st.sampled_from(FRAMES),
        st.sampled_from(FRAMES),
    ),
    max_size=60,
)


@settings(deadline=None, max_examples=40)
@given(ARTICLES)
def test_every_dated_article_counts_once_and_every_further_frame_once(
    rows: list[tuple[str, date | None, str, str]],
) -> None:
    taken = study(rows)
    cells, periods = cells_of(taken, EACH)
    dated = [row for row in rows if row[1]]
    assert cells.height == len(OUTLETS) * len(FRAMES) * len(periods)
    assert cells["articles"].sum() == len(dated)
    assert cells["further"].sum() == sum(primary != second for _, _, primary, second in dated)
    assert sorted(cells["records"].explode(empty_as_null=True).drop_nulls()) == sorted(
        taken.articles.drop_nulls("published")["article"]
    )
    assert cells.filter(pl.col("articles") != pl.col("records").list.len()).is_empty()
    for _, held in cells.group_by("group", "period"):
        assert held["articles"].sum() == held["of"][0]


@settings(deadline=None, max_examples=40)
@given(ARTICLES)
def test_squares_are_the_articles_where_no_share_is_drawn(rows: list[tuple[str, date | None, str, str]]) -> None:
    taken = study(rows)
    cells, _ = cells_of(taken, EACH)
    drawing = plan(cells, taken.articles, dict.fromkeys(OUTLETS, "x"), styled())
    full = drawing.units.filter("full")
    for name in OUTLETS:
        mine = cells.filter(pl.col("group").cast(pl.String) == name)
        squares = full.filter(pl.col("group") == name)
        if gives_shares(mine):
            assert set(squares["period"]) <= set(mine.filter(pl.col("shown") == "count")["period"].cast(pl.String))
        else:
            assert sorted(squares["article"]) == sorted(mine["records"].explode(empty_as_null=True).drop_nulls())
    assert drawing.units.select("group", "frame", "period", "place").is_unique().all()


def quarters(count: int, outlet: str = "tide", first: int = 2014) -> list[tuple[str, date | None, str, str]]:
    """So many articles in every quarter of two years, each with the same frames."""
    days = [
        date(first + year, 3 * quarter + 1, 2) + timedelta(days=k % 80)
        for year in range(2)
        for quarter in range(4)
        for k in range(count)
    ]
    return [(outlet, day, FRAMES[k % 2], FRAMES[k % 2]) for k, day in enumerate(days)]


def figure(
    rows: list[tuple[str, date | None, str, str]], names: dict[str, str], look: Style | None = None
) -> dict[str, Any]:
    taken = study(rows)
    cells, _ = cells_of(taken, EACH)
    found: dict[str, Any] = chart.frames_over_time(
        cells, taken.articles, happenings(), names, look or styled()
    ).to_dict()
    return found


def rows_with(found: dict[str, Any], *columns: str) -> list[dict[str, Any]]:
    """The rows of every table that has some columns."""
    return [row for rows in found["datasets"].values() for row in rows if set(columns) <= set(row)]


def test_few_articles_are_squares_and_many_are_shares() -> None:
    few = figure(quarters(4), {"tide": "Tide"})
    assert len(rows_with(few, "article", "role_label")) == 32
    assert rows_with(few, "told", "interval") == []
    many = figure(quarters(12), {"tide": "Tide"})
    assert rows_with(many, "article", "role_label") == []
    points = rows_with(many, "told", "interval")
    assert {row["told"] for row in points} == {"50 % (6/12)"}
    assert len(points) == 8 * 2
    assert all(row["interval"] for row in points)
    assert "Bands: 95 % interval" in few["description"] + many["description"]


def test_lines_break_where_a_period_has_no_share() -> None:
    rows = [row for row in quarters(12) if row[1] and not date(2014, 7, 1) <= row[1] < date(2014, 10, 1)]
    found = figure(rows, {"tide": "Tide"})
    middle = {round(row["x"], 3) for row in rows_with(found, "told", "interval")}
    segments = [
        row for row in rows_with(found, "right", "colour") if round(row["x"], 3) in middle and "fill" not in row
    ]
    assert len(middle) == 7
    assert len({round(row["x"], 3) for row in segments}) == 5


def test_only_what_has_an_extent_is_given_an_end() -> None:
    """A page would say so on its console."""
    for count in (1, 12):
        layers = figure([*quarters(count), *quarters(3, "vestnik")], {"tide": "Tide"})["vconcat"][0]["layer"]
        dots = [layer["encoding"] for layer in layers if layer["mark"]["type"] in ("text", "point")]
        assert dots
        assert [encoding for encoding in dots if {"x2", "y2"} & set(encoding)] == []


def test_no_text_gives_a_count_of_a_count() -> None:
    for count in (1, 12):
        texts = [row["text"] for row in rows_with(figure(quarters(count), {"tide": "Tide"}), "text")]
        assert [text for text in texts if re.search(r"\d/\d", text)] == []


def test_a_period_that_nobody_searched_has_no_line_and_one_that_was_searched_has_another() -> None:
    taken = study([("tide", date(2014, 1, 5), "war", "war"), ("tide", date(2014, 12, 5), "war", "war")])
    cells, _ = cells_of(taken, EACH)
    for state, lines, silent in (
        ("not_searched", 2, 0),
        ("silent", 3, 1),
        ("not_entered", 2, 0),
        ("not_published", 2, 0),
    ):
        told = cells.with_columns(
            state=pl.when(pl.col("state") == "not_searched").then(pl.lit(state, coverage.STATES)).otherwise("state")
        )
        found = chart.frames_over_time(told, taken.articles, happenings(), {"tide": "Tide"}, styled()).to_dict()
        drawn_lines = rows_with(found, "silent")
        assert len(drawn_lines) == lines
        assert sum(row["silent"] for row in drawn_lines) == silent
        assert styled().words[state] in json.dumps(rows_with(found, "label"))


def test_an_article_that_the_reading_leaves_out_does_not_look_like_zero() -> None:
    taken = study(quarters(1))
    cells, _ = cells_of(taken, EACH)
    uncoded = cells.with_columns(of=pl.when(pl.col("period").cast(pl.String) == "2014Q2").then(0).otherwise("of"))
    found = chart.frames_over_time(uncoded, taken.articles, happenings(), {"tide": "Tide"}, styled()).to_dict()
    assert any(styled().words["not_read"] in row["label"] for row in rows_with(found, "label"))


def test_others_stand_in_grey_behind_one_outlet_alone() -> None:
    rows = [*quarters(1), *quarters(3, "vestnik")]
    alone = figure(rows, {"tide": "Tide"})
    assert sum(1 for _ in rows_with(alone, "frame_label", "period", "articles")) == 24
    assert styled().words["others"] in json.dumps(alone)
    both = figure(rows, {"tide": "Tide", "vestnik": "Vestnik"})
    assert styled().words["others"] not in json.dumps(both)
    shares = figure([*quarters(12), *quarters(7, "vestnik")], {"tide": "Tide"})
    assert styled().words["peers_lines"] in shares["description"]


@pytest.mark.parametrize(("years", "every"), [(1, "month"), (9, "quarter"), (15, "month"), (60, "year")])
def test_many_outlets_frames_and_years_fit_the_page(years: int, every: str) -> None:
    papers, frames = [f"paper-{k:02}" for k in range(12)], [f"frame-{k:02}" for k in range(15)]
    look = replace(
        styled(), frames={name: f"The frame called {name}" for name in frames}, frame_colours=dict.fromkeys(frames, "#333333"),
        outlets={name: f"The daily of {name}" for name in papers},
    )  # fmt: skip
    periods = spanning([date(1980, 1, 1), date(1979 + years, 12, 31)], every)  # type: ignore[arg-type]
    cells = pl.DataFrame({"group": papers}).join(pl.DataFrame({"frame": frames}), how="cross").join(
        pl.DataFrame(periods, schema={"period": pl.String, "first": pl.Date, "last": pl.Date}, orient="row"), how="cross"
    ).with_columns(
        articles=pl.int_range(pl.len()) % 2, further=0, of=8, n=2.0, weight=1.0, state=pl.lit("covered"), shown=pl.lit("count"), share=0.5,
        low=pl.lit(None, pl.Float64), high=pl.lit(None, pl.Float64), interval_by=pl.lit(None, pl.String), further_records=pl.lit([], pl.List(pl.String)),
    ).with_columns(records=pl.when(pl.col("articles") > 0).then(pl.concat_list(pl.lit("a"))).otherwise(pl.lit([], pl.List(pl.String))))  # fmt: skip
    articles = study([]).articles
    found = picture.svg(
        picture.spec(chart.frames_over_time(cells, articles, happenings().clear(), look.outlets, look))
    ).decode()
    width = re.search(r'<svg[^>]*? width="([\d.]+)"', found)
    assert width is not None
    assert float(width[1]) <= WIDTH


def test_the_events_that_are_numbered_are_those_with_most_articles() -> None:
    some = happenings().with_columns(
        articles=pl.Series([1, 0, 0, 9, 3]), salience=pl.Series([2, 1, 2, 2, 2], dtype=pl.Int8)
    )
    rows = [("tide", date(2014, 1, 5), "war", "war"), ("tide", date(2014, 6, 5), "war", "war")]
    taken = study(rows)
    cells, _ = cells_of(taken, EACH[:1])
    found = chart.frames_over_time(cells, taken.articles, some, {"tide": "Tide"}, styled()).to_dict()
    key = [row["text"] for row in rows_with(found, "number", "text", "happened")]
    labels = {event["id"]: event["labels"]["en"] for event in EVENTS}
    assert key == [labels[name] for name in ("talks", "summit", "storm", "rumour")]


def test_a_timeline_with_many_marks_counts_them() -> None:
    wide = study(quarters(11)).articles.with_columns(
        until="published", date_status=pl.lit("as_cited"), basis=pl.lit("primary_full"), event=pl.lit(None, pl.String),
        confidence=pl.lit(1, pl.Int8),
    )  # fmt: skip
    found = article_timeline(wide, happenings(), styled()).to_dict()
    bars = rows_with(found, "frame_label", "period", "articles")
    assert sum(row["articles"] for row in bars) == 88
    assert "articles per month" in found["description"]
    few = article_timeline(wide.head(80), happenings(), styled()).to_dict()
    assert len(rows_with(few, "confidence", "diameter")) == 80


def measured(ctx: Context, chosen: Chosen = EVERYTHING) -> Measured[Course]:
    assert isinstance(ctx.reading, Reading)
    found = FIGURES["frames-over-time"].of(Course(StudyReading(ctx, ctx.reading), chosen))
    assert isinstance(found, Measured)
    return found


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_the_squares_of_the_study_are_its_articles(shipped: Context, language: str) -> None:
    found = drawn("frames-over-time", context(shipped.corpus, shipped.choices, language))
    assert isinstance(shipped.reading, Reading)
    role = f"{found_word(language, 'role')}: {found_word(language, 'primary')}"
    full = [row["tooltip"] for row in rows_with(found, "tooltip") if role in row["tooltip"].split("\n")]
    assert len(full) == shipped.reading.articles.height
    days = Counter(str(day) for day in shipped.reading.articles["published"])
    assert Counter(re.search(r"\d{4}-\d\d-\d\d", text)[0] for text in full) == days  # type: ignore[index]


def found_word(language: str, word: str) -> str:
    return styled(language).words[word]


def test_the_table_behind_the_figure_has_its_numbers(simulated: Context) -> None:
    found = measured(simulated)
    table = found.row.numbers(found.subject, found.table)
    assert isinstance(table, Table)
    counted = 0
    for row in table.rows:
        for cell in row[1:]:
            for part in cell:
                if not isinstance(part, str) and cell.index(part) == 0:
                    assert part.text == str(len(part.records))  # type: ignore[union-attr]
                    counted += int(part.text)  # type: ignore[union-attr]
    assert counted == found.table["articles"].sum()
    assert isinstance(simulated.reading, Reading)
    assert counted == simulated.reading.articles.height


def test_a_study_without_dates_is_refused_in_words(shipped: Context) -> None:
    found = drawn("frames-over-time", replace(shipped, periods=[]))
    assert isinstance(found, Refusal)
    assert found.code == "no_dates"


def test_the_course_is_the_first_figure_of_a_dossier_and_stands_in_the_overview(shipped: Context) -> None:
    assert [section.place for section in dossier(shipped, "rg").sections][:3] == ["brief", "over-time", "who"]
    assert "over-time" in [section.place for section in overview(shipped).sections]


def test_names_are_split_at_commas_and_kept_once() -> None:
    assert named(["rg, asahi", "rg", ""]) == ("rg", "asahi")


def chart_json(*words: str, folder: Path) -> dict[str, Any]:
    path = folder / "chart.json"
    done = runner.invoke(cli.app, ["chart", *words, "--study", str(ROOT), "--output", str(path)])
    assert done.exit_code == console.GOOD, done.output
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def said(found: dict[str, Any], label: str) -> set[str]:
    """What the marks of a chart say under one label."""
    lines = (line.partition(": ") for row in rows_with(found, "tooltip") for line in row["tooltip"].split("\n"))
    return {text for head, _, text in lines if head == label}


def test_a_chart_shows_what_is_asked_for(tmp_path: Path) -> None:
    found = chart_json("frames-over-time", "--outlet", "rg", "--side", "japan", "--frame", "history", folder=tmp_path)
    texts = [row["text"] for row in rows_with(found, "text", "x")]
    assert {"RG (2)", "Japan (23)"} <= set(texts)
    assert said(found, "Frame dimension") == {"History and 1945"}
    alone = chart_json("timeline", "--outlet", "rg", folder=tmp_path)
    assert said(alone, "Outlet") == {"RG"}


def test_what_cannot_be_shown_is_refused_all_at_once(tmp_path: Path) -> None:
    asked = ["--outlet", "rgg", "--outlet", "asan_forum", "--side", "japn", "--frame", "histry"]
    done = runner.invoke(cli.app, ["chart", "frames-over-time", *asked, "--study", str(ROOT)])
    assert done.exit_code == console.USAGE
    for told in ("did you mean 'rg'?", "add --panel all", "did you mean 'japan'?", "did you mean 'history'?"):
        assert told in done.output
    done = runner.invoke(
        cli.app, ["chart", "reliability", "--frame", "history", "--side", "japan", "--study", str(ROOT)]
    )
    assert done.exit_code == console.USAGE
    assert "--frame: the chart 'reliability' shows no choice of frames; these do: frames-over-time" in done.output
    assert "--side: the chart 'reliability' shows no choice of sides" in done.output


@pytest.mark.parametrize("name", [name for name, row in FIGURES.items() if "outlet" in row.takes])
def test_a_figure_that_takes_outlets_shows_no_other(shipped: Context, name: str) -> None:
    found = drawn(name, shipped, Chosen(("yomiuri",)))
    assert not isinstance(found, Refusal)
    rows = [row for rows in found["datasets"].values() for row in rows]
    assert {row["outlet"] for row in rows if "outlet" in row} <= {"yomiuri"}
    assert said(found, "Outlet") <= {"Yomiuri"}
