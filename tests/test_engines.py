"""The same numbers on every engine, and from an export that is scanned as from the study."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from typer.testing import CliRunner

import framing
from framing.analysis import coverage, measure, totals
from framing.analysis.period import periods
from framing.analysis.reading import Reading, reading
from framing.analysis.store import stored
from framing.cli import app
from framing.study.faults import StudyNotFound

ROOT = Path(__file__).parent.parent
Engine = Callable[[pl.DataFrame], Any]
VARIABLES = ("tone", "themes")
TYPES = {
    "article": pl.String, "outlet": pl.String, "weight": pl.Float64, "relative": pl.Float64, "sampling": pl.String,
    "cluster": pl.String, "frame": pl.String, "role": pl.String, "variable": pl.String, "value": pl.String,
    "score": pl.Int64, "missing": pl.String, "ground": pl.String, "published": pl.Date, "section_quarter": pl.String,
    "section_theme": pl.String, "event": pl.String,
}  # fmt: skip
ARTICLES = (
    "article", "outlet", "weight", "relative", "sampling", "cluster", "published", "section_quarter", "section_theme", "event",
)  # fmt: skip
OUTLETS = pl.DataFrame(
    {"outlet": ["x", "y"], "not_published": [[], [date(2014, 2, 9)]]},
    schema={"outlet": pl.Enum(["x", "y"]), "not_published": pl.List(pl.Date)},
)
EVENTS = pl.DataFrame(
    {
        "event": pl.Series(["talks", "visit", "vote"], dtype=pl.Enum(["talks", "visit", "vote"])),
        "label": ["Talks", "Visit", "Vote"],
        "part_of": [None, "talks", None],
        "first": [date(2014, 1, 1), date(2014, 2, 9), date(2014, 9, 1)],
        "last": [date(2014, 12, 31), date(2014, 2, 9), date(2014, 9, 1)],
        "status": "happened",
    }
)
SEARCHES = pl.DataFrame(
    [
        ("s", "x", date(2013, 12, 1), date(2015, 2, 1), 3, []),
        ("t", "y", date(2014, 1, 1), date(2014, 6, 30), 1, ["visit"]),
    ],
    schema=coverage.SEARCHES,
    orient="row",
).cast({"outlet": OUTLETS.schema["outlet"]})
DRAWS = {"inclusion": 0.5, "draw_stratum": "all", "draw_taken": 4, "draw_size": 8}
ARTICLE = st.fixed_dictionaries(
    {
        "outlet": st.sampled_from(["x", "y", None]),
        "weight": st.sampled_from([1.0, 1.0, 0.5, 1 / 3]),
        "relative": st.sampled_from([1.0, 0.8, 1.2]),
        "sampling": st.sampled_from(["census", "census", "census", "purposive"]),
        "cluster": st.sampled_from(["event:a", "event:b", "event:c", "event:d"]),
        "frames": st.lists(st.sampled_from(["war", "trade", "history"]), min_size=1, max_size=3, unique=True),
        "score": st.sampled_from([None, -1, 0, 1, 2]),
        "themes": st.lists(st.sampled_from(["fish", "oil"]), max_size=2, unique=True),
        "ground": st.sampled_from(["attributed", "inferred"]),
        "published": st.sampled_from([date(2014, 2, 9), date(2014, 2, 10), date(2014, 9, 3)]),
        "section_quarter": st.sampled_from([None, "2014Q1", "2014Q4"]),
        "section_theme": st.sampled_from([None, "war", "trade"]),
        "event": st.sampled_from([None, "talks", "visit"]),
    }
)


def table(rows: list[dict[str, Any]], names: tuple[str, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={name: TYPES[name] for name in names}, strict=False)


def tables(given_articles: list[dict[str, Any]], *, drawn: bool) -> dict[str, pl.DataFrame]:
    articles = [{**one, "article": f"a{place:02}"} for place, one in enumerate(given_articles)]
    frames = [
        {**one, "frame": frame, "role": "secondary" if place else "primary"}
        for one in articles
        for place, frame in enumerate(one["frames"])
    ]
    values = [
        {
            **one,
            "variable": "tone",
            "value": None if one["score"] is None else str(one["score"]),
            "missing": "unknown" if one["score"] is None else None,
        }
        for one in articles
    ]
    values += [
        {**one, "score": None, "variable": "themes", "value": theme, "missing": None if theme else "not_expressed"}
        for one in articles
        for theme in one["themes"] or [None]
    ]
    made = {
        "articles": table(articles, ARTICLES),
        "frames": table(frames, (*ARTICLES, "frame", "role")),
        "values": table(values, (*ARTICLES, "variable", "value", "score", "missing", "ground")),
    }
    if not drawn:
        return made
    draws = [pl.lit(value).alias(name) for name, value in DRAWS.items()]
    return {name: one.with_columns(*draws, draw_unit=pl.col("article")) for name, one in made.items()}


def every(made: dict[str, pl.DataFrame], engine: Engine) -> dict[str, pl.DataFrame]:
    articles, frames, values = (engine(made[name]) for name in ("articles", "frames", "values"))
    primary = totals.frame_totals(frames, articles)
    halves = periods(date(2014, 1, 1), date(2014, 12, 31), "half")
    return {
        "by period": coverage.period_totals(articles, OUTLETS, SEARCHES, halves),
        "by section": coverage.period_totals(articles, OUTLETS, SEARCHES, halves, "section"),
        "by event": coverage.event_totals(articles, EVENTS, OUTLETS, SEARCHES),
        "themes": totals.theme_totals(frames, articles),
        "primary": primary,
        "any": totals.frame_totals(frames, articles, by=(), role="any"),
        "values": totals.value_totals(values, VARIABLES),
        "all values": totals.value_totals(values, VARIABLES, by=()),
        "positions": totals.position_totals(values, ["tone"]),
        "pairs": totals.pair_totals(frames),
        "records": totals.records(frames, primary.head(2), ["outlet", "frame"]),
    }


def assert_equal(one: dict[str, pl.DataFrame], other: dict[str, pl.DataFrame]) -> None:
    for name, cells in one.items():
        assert_frame_equal(cells, other[name], check_exact=False, abs_tol=1e-9, rel_tol=0)


def in_duckdb(folder: Path) -> Engine:
    number, connection = count(), duckdb.connect()

    def held(frame: pl.DataFrame) -> Any:
        path = folder / f"{next(number)}.parquet"
        frame.write_parquet(path)
        return connection.read_parquet(str(path))

    return held


@settings(max_examples=4, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=20), st.booleans())
def test_duckdb_gives_the_tables_of_polars(articles: list[dict[str, Any]], drawn: bool) -> None:
    made = tables(articles, drawn=drawn)
    with TemporaryDirectory() as name:
        assert_equal(every(made, lambda frame: frame), every(made, in_duckdb(Path(name))))


@settings(max_examples=4, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=20))
def test_one_row_of_each_answer_spares_the_search_for_it(articles: list[dict[str, Any]]) -> None:
    made = tables(articles, drawn=False)
    marked = made["values"].with_columns(once=pl.struct("article", "variable").is_first_distinct())
    assert_frame_equal(totals.value_totals(marked, VARIABLES), totals.value_totals(made["values"], VARIABLES))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if os.environ.get("FRAMING_SPARK") != "required":
        pytest.skip("`make spark` runs this")
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[1]").config("spark.sql.shuffle.partitions", "2")
    running = session.config("spark.ui.enabled", "false").getOrCreate()
    yield running
    running.stop()


@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles=st.lists(ARTICLE, min_size=12, max_size=20))
def test_spark_gives_the_tables_of_polars(spark: Any, articles: list[dict[str, Any]]) -> None:
    made, number = tables(articles, drawn=True), count()
    with TemporaryDirectory() as name:

        def in_spark(frame: pl.DataFrame) -> Any:
            path = f"{name}/{next(number)}.parquet"
            frame.write_parquet(path)
            return spark.read.parquet(path)

        assert_equal(every(made, lambda frame: frame), every(made, in_spark))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale") / "out"
    done = CliRunner().invoke(app, ["export", str(folder), "--study", str(ROOT), "--format", "parquet"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.mark.parametrize("inside", ["", "parquet", "parquet/reading"])
def test_a_scanned_export_gives_the_measures_of_the_study(exported: Path, inside: str) -> None:
    read, scanned = reading(framing.read(ROOT).tables), framing.scan(exported / inside)
    assert isinstance(read, Reading)
    for by in (("outlet",), ("country", "relation"), ()):
        assert_frame_equal(
            measure.frame_shares(scanned.frames, scanned.articles, by),
            measure.frame_shares(read.frames, read.articles, by),
        )
        variables = read.values["variable"].cast(pl.String).unique().to_list()
        assert_frame_equal(
            measure.value_counts(scanned.values, variables, by), measure.value_counts(read.values, variables, by)
        )


def test_a_reading_without_a_draw_is_stored_without_its_columns() -> None:
    read = reading(framing.read(ROOT / "tests/examples/study").tables)
    assert isinstance(read, Reading)
    assert "draw_unit" not in stored(read)["values"].columns


def test_a_folder_without_a_table_is_said_in_words(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "values.parquet").write_bytes((exported / "parquet/reading/values.parquet").read_bytes())
    (tmp_path / "articles.parquet").write_bytes((exported / "parquet/reading/articles.parquet").read_bytes())
    with pytest.raises(StudyNotFound, match="frames is missing"):
        framing.scan(tmp_path)
