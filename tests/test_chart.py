"""Charts: they compile, encode columns that exist, keep their shape, fit the page, and say so when there is nothing."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import altair as alt
import polars as pl
import pytest

from framing.analysis import course, coverage, measure, over_time
from framing.analysis.over_time import Group
from framing.analysis.period import Period
from framing.analysis.reading import Reading
from framing.chart import picture
from framing.chart.answers import answers_over_time
from framing.chart.choices import specification_curve
from framing.chart.comparison import event_curve, frame_dumbbell, null_histogram
from framing.chart.coverage import coverage_matrix, event_coverage
from framing.chart.dated import lanes
from framing.chart.distances import outlet_distances
from framing.chart.expectations import expectations
from framing.chart.frames import frame_by_outlet, frame_cooccurrence
from framing.chart.over_time import frames_over_time
from framing.chart.parts import Chart, text_width
from framing.chart.plans import plans_and_expectations
from framing.chart.positions import positions
from framing.chart.sides import article_squares, event_forest
from framing.chart.style import WIDTH, Style, style
from framing.chart.themes import themes_over_time
from framing.chart.timeline import article_timeline
from framing.chart.values import evaluations, value_matrix
from framing.compare.records import squares
from framing.compare.verdicts import VERDICTS
from framing.words import languages, words

BOOK = {
    "frames": [
        {"id": "war", "labels": {"en": "War and peace", "ja": "戦争と平和", "ru": "Война и мир"}, "colour": "#CC3311", "shape": "square"},
        {"id": "trade", "labels": {"en": "Trade", "ja": "貿易", "ru": "Торговля"}, "colour": "#0072B2", "shape": "circle"},
        {"id": "other", "labels": {"en": "Other"}, "colour": "#767676", "shape": "stroke"},
    ],
    "variables": [
        {"id": "stance", "labels": {"en": "Stance", "ja": "立場", "ru": "Позиция"},
         "values": [{"id": score, "labels": {"en": f"level {score}"}} for score in (-2, -1, 0, 1, 2)]},
        {"id": "obstacle", "labels": {"en": "Obstacle", "ja": "障害", "ru": "Препятствие"},
         "values": [{"id": "none", "labels": {"en": "None"}}, {"id": "us_west", "labels": {"en": "United States or the West"}}]},
        {"id": "eval_x", "labels": {"en": "Evaluation of X", "ja": "Xへの評価", "ru": "Оценка X"},
         "values": [{"id": score, "labels": {"en": f"level {score}"}} for score in (-1, 0, 1)]},
    ],
    "missing": [{"id": "not_expressed", "labels": {"en": "Not expressed", "ja": "表明なし"}}, {"id": "unknown", "labels": {"en": "Unknown"}}],
    "confidence": {"values": [{"id": level, "labels": {"en": f"level {level}"}} for level in (1, 2, 3)]},
}  # fmt: skip
OUTLETS = [
    {"id": "tide", "names": {"short": "Tide", "own": "潮新聞"}, "language": "ja", "colour": "#009E73"},
    {"id": "vestnik", "names": {"short": "Vestnik", "own": "Вестник порта", "ja": "港湾通報"}, "language": "ru"},
]
EVENTS = [
    {"id": name, "labels": {"en": label, "ja": "港の会談", "ru": "Переговоры в порту"}}
    for name, label in {
        "talks": "Talks on the port",
        "summit": "The summit",
        "visit": "A visit that was planned",
        "storm": "A storm",
        "rumour": "A rumour",
    }.items()
]
OUTLET, FRAME = pl.Enum(["tide", "vestnik"]), pl.Enum(["war", "trade", "other"])
VARIABLE, EVENT = pl.Enum(["stance", "obstacle", "eval_x"]), pl.Enum([event["id"] for event in EVENTS])
PERIODS = ["2014Q1", "2014Q2", "2014Q3"]


def articles(count: int = 14) -> pl.DataFrame:
    """Articles of two outlets: five on one day, the last ones alone, none in the third quarter."""
    days = [date(2014, 2, 9)] * 5 + [date(2014, 4, 1) + timedelta(days=4 * k % 80) for k in range(count - 5)]
    return pl.DataFrame(
        {
            "article": [f"a{k:02}" for k in range(count)],
            "outlet": ["vestnik" if k % 5 == 4 else "tide" for k in range(count)],
            "published": days,
            "until": [day + timedelta(days=20) if k == 7 else day for k, day in enumerate(days)],
            "date_status": ["uncertain" if k == 7 else "as_cited" for k in range(count)],
            "country": ["RU" if k % 5 == 4 else "JP" for k in range(count)],
            "section_quarter": pl.Series([None] * count, dtype=pl.String),
            "excluded_because": ["a speech" if k == 3 else None for k in range(count)],
            "headline": [None if k % 2 else "</script> & more" for k in range(count)],
            "basis": ["secondary_paraphrase" if k % 3 else "primary_full" for k in range(count)],
            "cited": pl.Series([None] * count, dtype=pl.Date),
            "sampling": "census",
            "weight": 1.0,
            "cluster": ["event:summit" if k % 2 else f"article:a{k:02}" for k in range(count)],
            "event": ["summit" if k % 2 else None for k in range(count)],
            "relation": "reports",
            "primary": ["war" if k % 3 else "trade" for k in range(count)],
            "confidence": [k % 3 + 1 for k in range(count)],
        },
        schema_overrides={"outlet": OUTLET, "event": EVENT, "primary": FRAME, "confidence": pl.Int8},
    ).with_columns(
        period=pl.col("published").dt.quarter().replace_strict({1: PERIODS[0], 2: PERIODS[1]}).cast(pl.Enum(PERIODS))
    )


def frames(read: pl.DataFrame) -> pl.DataFrame:
    """The primary frame of every article, and a secondary one of every fourth."""
    primary = read.with_columns(frame="primary", role=pl.lit("primary"))
    second = read.gather_every(4).with_columns(frame=pl.lit("other", FRAME), role=pl.lit("secondary"))
    return pl.concat([primary, second])


def values(read: pl.DataFrame) -> pl.DataFrame:
    """One value per article and variable, a third of them missing."""
    told = {"stance": ["-2", "1", None], "obstacle": ["us_west", None, "us_west"], "eval_x": ["-1", "0", None, "1"]}
    rows = [
        (article, name, said[k % len(said)], None if said[k % len(said)] else "unknown")
        for k, article in enumerate(read["article"])
        for name, said in told.items()
    ]
    schema = {"article": pl.String, "variable": VARIABLE, "value": pl.String, "missing": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        score=pl.when(pl.col("variable") != "obstacle").then(pl.col("value")).cast(pl.Int16), ground=pl.lit("attributed"),
    ).join(read, on="article")  # fmt: skip


def implied(read: pl.DataFrame) -> pl.DataFrame:
    """The same, with the values of every other article inferred."""
    return values(read).with_columns(
        ground=pl.when(pl.col("value").is_null())
        .then(None)
        .when(pl.col("article").str.contains("[02468]$"))
        .then(pl.lit("inferred"))
        .otherwise("ground")
    )


def happenings() -> pl.DataFrame:
    """Five events: two numbered (one lasting), one unrealised, one minor, one of uncertain date."""
    rows = [
        ("talks", "meeting", date(2014, 1, 20), date(2014, 1, 25), False, "happened", 1, None),
        ("summit", "summit", date(2014, 2, 8), date(2014, 2, 8), False, "happened", 1, "talks"),
        ("visit", "visit", date(2014, 5, 1), date(2014, 6, 30), True, "unrealised", 2, None),
        ("storm", "crisis", date(2014, 3, 1), date(2014, 3, 1), False, "happened", 2, None),
        ("rumour", "statement", date(2014, 5, 9), date(2014, 5, 9), True, "happened", 2, None),
    ]
    schema = {"event": EVENT, "kind": pl.String, "first": pl.Date, "last": pl.Date, "uncertain": pl.Boolean,
              "status": pl.String, "salience": pl.Int8, "part_of": EVENT}  # fmt: skip
    events = pl.DataFrame(rows, schema=schema, orient="row").with_columns(label=pl.col("event").cast(pl.String))
    return events.with_columns(articles=pl.Series([0, 7, 0, 0, 0]), cut=pl.lit(False))


def cells(read: pl.DataFrame) -> pl.DataFrame:
    """Coverage by period, with every state that a cell can have."""
    grid = pl.DataFrame({"outlet": ["tide", "vestnik"]}, schema={"outlet": OUTLET}).join(
        pl.DataFrame({"period": PERIODS}, schema={"period": pl.Enum(PERIODS)}), how="cross"
    )
    counted = read.group_by("outlet", "period").agg(articles=pl.len(), records=pl.col("article").sort())
    empty = pl.Series(
        ["silent", "not_searched", "not_published", "not_entered", "silent", "not_entered"], dtype=coverage.STATES
    )
    return grid.join(counted, on=["outlet", "period"], how="left", maintain_order="left").with_columns(
        pl.col("articles").fill_null(0), pl.col("records").fill_null([]),
        state=pl.when(pl.col("articles") > 0).then(pl.lit("covered", coverage.STATES)).otherwise(empty),
    )  # fmt: skip


def course_of(read: pl.DataFrame) -> pl.DataFrame:
    """Frames over time of both outlets: shares of the one, single articles of the other."""
    named = [Period(name, date(2014, 3 * k + 1, 1), date(2014, 3 * k + 3, 30)) for k, name in enumerate(PERIODS)]
    bare = read.drop("period")
    taken = Reading("adjudicated", bare, frames(bare), values(bare))
    groups = [Group("tide", ("tide",)), Group("vestnik", ("vestnik",))]
    return over_time.frames_over_time(taken, cells(read), groups, named).filter(pl.lit(read.height > 0))


def by_event(read: pl.DataFrame) -> pl.DataFrame:
    """Coverage by event, the talks having the summit as a part."""
    outlets = pl.DataFrame(
        {"outlet": ["tide", "vestnik"], "not_published": [[], []]},
        schema={"outlet": OUTLET, "not_published": pl.List(pl.Date)},
    )
    searches = pl.DataFrame(schema={"search": pl.String, "outlet": OUTLET, "from": pl.Date, "to": pl.Date,
                                    "found": pl.Int64, "events": pl.List(pl.String)})  # fmt: skip
    return coverage.by_event(read, happenings(), outlets, searches)


WORDS = Path(__file__).parent.parent / "framing/words"
NAMES = {"tide": "Tide (Harbour)", "vestnik": "Vestnik"}


def two_sides(read: pl.DataFrame) -> pl.DataFrame:
    """Shares of three frames on two sides, one of them indicative, with and without an interval."""
    rows = [
        ("war", 12.0, 20.0, 0.6, 0.39, 0.78, 1.0, 6.0, 1 / 6, 0.03, 0.56, 0.43, 0.05, 0.66),
        ("trade", 8.0, 20.0, 0.4, 0.22, 0.61, 4.5, 6.0, 0.75, 0.35, 0.94, -0.35, -0.6, 0.02),
        ("other", 0.0, 20.0, 0.0, 0.0, 0.16, 0.5, 6.0, 1 / 12, 0.01, 0.45, -0.08, -0.4, 0.1),
    ]
    names = ["answer", "hits_a", "n_a", "share_a", "low_a", "high_a", "hits_b", "n_b", "share_b", "low_b", "high_b"]
    table = pl.DataFrame(rows, schema=[*names, "difference", "low", "high"], orient="row")
    judged = pl.Series(["larger", "not_found", "not_found"], dtype=VERDICTS)
    table = table.with_columns(interval_by=pl.lit("events"), verdict=judged, detectable=pl.Series([0.5, 0.6, None]))
    held = [read["article"].to_list()] * table.height
    return table.with_columns(records_a=pl.Series(held), records_b=pl.Series(held)).filter(pl.lit(read.height > 0))


def forest(read: pl.DataFrame) -> pl.DataFrame:
    """One frame on an event with shares, one with counts alone, and on all together."""
    rows = [
        ("war", "visit", 12.0, 20.0, 1.0, 6.0, 0.43, 0.05, 0.66, "indicative"),
        ("war", "storm", 2.0, 3.0, 1.5, 6.0, 0.42, -0.2, 0.8, "count"),
        ("war", "", 14.0, 23.0, 2.5, 12.0, 0.4, 0.1, 0.6, "estimate"),
    ]
    names = ["answer", "event", "hits_a", "n_a", "hits_b", "n_b", "difference", "low", "high", "shown"]
    table = pl.DataFrame(rows, schema=names, orient="row").with_columns(articles=pl.lit(read.height))
    return table.with_columns(records=pl.Series([read["article"].to_list()] * 3)).filter(pl.lit(read.height > 0))


def by_article(read: pl.DataFrame) -> pl.DataFrame:
    """The articles of two papers, in rows by their primary frame."""
    return squares(read.with_columns(side=pl.col("outlet").cast(pl.String), headline=pl.lit("invented")))


def shuffled(read: pl.DataFrame) -> pl.DataFrame:
    """Two divergences on a histogram of four bins."""
    rows = [
        (measure, k / 4, (k + 1) / 4, share, observed, 0.5, read.height)
        for measure, observed in (("cramers_v", 0.6), ("jensen_shannon", 0.2))
        for k, share in enumerate((0.5, 0.3, 0.2, 0.0))
    ]
    names = ["measure", "low", "high", "share", "observed", "null_95", "n"]
    return pl.DataFrame(rows, schema=names, orient="row").filter(pl.lit(read.height > 0))


def specifications(read: pl.DataFrame) -> pl.DataFrame:
    """Four combinations of two choices; one is refused, one repeats another."""
    rows = [
        ("adjudicated", "all", "primary", 9, 5, 0.3, 0.01, True, True),
        ("coder:a", "all", "primary", 9, 5, 0.1, 0.2, True, False),
        ("adjudicated", "own", "any", 9, 5, -0.2, 0.04, True, False),
        ("coder:a", "own", "any", 2, 5, None, None, True, None),
        ("coder:a", "all", "any", 9, 5, 0.1, 0.2, False, False),
    ]
    names = ["reading", "voices", "role", "n_a", "n_b", "estimate", "p", "distinct", "agrees"]
    same = {"basis": "published", "bundles": "together", "window": "any day"}
    table = pl.DataFrame(rows, schema=names, orient="row").filter(pl.lit(read.height > 0))
    return table.with_columns(pl.lit(value).alias(name) for name, value in same.items())


def apart(read: pl.DataFrame) -> pl.DataFrame:
    """One pair of papers."""
    row = {"outlet": "tide", "other": "vestnik", "events": 2, "n_a": 9, "n_b": 5, "distance": 0.4, "null_mean": 0.2}
    more = {"p": 0.04, "q_bh": 0.04, "refused": None, "articles": read.height}
    return pl.DataFrame([row | more]).filter(pl.lit(read.height > 0))


def curve(read: pl.DataFrame) -> pl.DataFrame:
    """Two stretches of days, a side with too few articles in the second."""
    rows = [
        ("tide", -3, -1, "war", 6, 8.0, 0.75, 0.4, 0.9, "indicative"),
        ("tide", 0, 0, "war", 6, 12.0, 0.5, 0.3, 0.7, "estimate"),
        ("tide", 0, 0, "trade", 6, 12.0, 0.5, 0.3, 0.7, "estimate"),
        ("vestnik", -3, -1, "trade", 2, 2.0, 1.0, None, None, "count"),
        ("vestnik", 0, 0, "trade", 5, 5.0, 1.0, 0.6, 1.0, "indicative"),
    ]
    names = ["side", "from", "to", "answer", "articles", "n", "share", "low", "high", "shown"]
    table = pl.DataFrame(rows, schema=names, orient="row").with_columns(events=pl.lit(3))
    table = table.with_columns(interval_by=pl.when(pl.col("low").is_not_null()).then(pl.lit("events")))
    held = pl.Series([read["article"].to_list()] * table.height)
    return table.with_columns(records=held).filter(pl.lit(read.height > 0))


def stretches(read: pl.DataFrame) -> pl.DataFrame:
    """The theme of a source in the first quarter, and no article in the third."""
    rows = [(date(2014, 1, 1), date(2014, 3, 31), "trade"), (date(2014, 7, 1), date(2014, 9, 30), None)]
    schema = {"first": pl.Date, "last": pl.Date, "theme": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").filter(pl.lit(read.height > 0))


def claimed() -> pl.DataFrame:
    """Claims about a country with outlets, about one without, and about nobody in particular."""
    rows = [
        (f"c{place}", "stance", sign, date(2014, 1, 1), date(2014, 6, 30), "More of </it>.", country)
        for place, (sign, country) in enumerate([(1, "JP"), (-1, "US"), (0, None)])
    ]
    names = {"claim": pl.String, "variable": VARIABLE, "sign": pl.Int8, "first": pl.Date, "last": pl.Date}
    return pl.DataFrame(rows, schema={**names, "words": pl.String, "country": pl.String}, orient="row")


def on_a_plan(read: pl.DataFrame) -> pl.DataFrame:
    """Half of the articles look ahead to the visit, which did not take place."""
    about = values(read).with_columns(event=pl.lit("visit", EVENT), relation=pl.lit("previews"))
    return about.with_columns(relation=pl.when(pl.col("article") < "a06").then(pl.lit("reports")).otherwise("relation"))


Made = Callable[[pl.DataFrame, Style], alt.TopLevelMixin]
CHARTS: dict[str, Made] = {
    "coverage_matrix": lambda read, style: coverage_matrix(cells(read).filter(pl.lit(read.height > 0)), style),
    "event_coverage": lambda read, style: event_coverage(by_event(read), style),
    "article_timeline": lambda read, style: article_timeline(read, happenings(), style),
    "frames_over_time": lambda read, style: frames_over_time(
        course_of(read), read, happenings(), dict(style.outlets), style
    ),
    "frames_of_one_over_time": lambda read, style: frames_over_time(
        course_of(read), read, happenings(), {"vestnik": style.outlets["vestnik"]}, style
    ),
    "frame_by_outlet": lambda read, style: frame_by_outlet(measure.frame_shares(frames(read), read, role="any"), style),
    "positions": lambda read, style: positions(
        pl.concat([measure.positions(values(read), name) for name in ("stance", "eval_x")]), style
    ),
    "value_matrix": lambda read, style: value_matrix(measure.value_counts(values(read), ["obstacle"]), style),
    "evaluations": lambda read, style: evaluations(measure.value_counts(values(read), ["eval_x"]), style),
    "frame_dumbbell": lambda read, style: frame_dumbbell(two_sides(read), style, NAMES),
    "event_forest": lambda read, style: event_forest(forest(read), style, NAMES),
    "article_squares": lambda read, style: article_squares(by_article(read), style, NAMES),
    "null_histogram": lambda read, style: null_histogram(shuffled(read), style),
    "specification_curve": lambda read, style: specification_curve(specifications(read), style),
    "outlet_distances": lambda read, style: outlet_distances(apart(read), style),
    "event_curve": lambda read, style: event_curve(curve(read), style, NAMES),
    "themes_over_time": lambda read, style: themes_over_time(
        course.themes_by_article(frames(read), read), happenings(), stretches(read), style
    ),
    "expectations": lambda read, style: expectations(
        course.answers_by_article(values(read), ["stance"]), claimed(), ["US"], happenings(), style
    ),
    "answers_over_time": lambda read, style: answers_over_time(
        course.answers_by_article(values(read), ["obstacle", "stance"]), happenings(), style
    ),
    "plans_and_expectations": lambda read, style: plans_and_expectations(
        course.expected_plans(on_a_plan(read), happenings(), ["stance"]), course.unrealised_plans(happenings()), style
    ),
    "frame_cooccurrence": lambda read, style: frame_cooccurrence(measure.frame_cooccurrence(frames(read)), style),
}
EVERY = pytest.mark.parametrize("name", list(CHARTS))
LANGUAGES = pytest.mark.parametrize("language", ["en", "ja", "ru"])


def styled(language: str = "en") -> Style:
    return style(BOOK, OUTLETS, EVENTS, language)


def spec(name: str, language: str = "en", count: int = 14) -> dict[str, Any]:
    return picture.spec(CHARTS[name](articles(count) if count else articles().clear(), styled(language)))


def views(
    node: dict[str, Any], datasets: dict[str, Any], inherited: list[Any] | None = None
) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """Every part of a specification that encodes something, with the rows that it sees."""
    data = node.get("data")
    rows = datasets[data["name"]] if data and "name" in data else data["values"] if data else inherited or []
    if "encoding" in node or "facet" in node:
        yield node, rows
    for part in (
        *(node.get(key, []) for key in ("layer", "vconcat", "hconcat")),
        [node["spec"]] if "spec" in node else [],
    ):
        for child in part:
            yield from views(child, datasets, rows)


def fields(node: Any) -> Iterator[str]:
    """Every column that an encoding names."""
    if isinstance(node, dict):
        if isinstance(node.get("field"), str):
            yield node["field"]
        for key, child in node.items():
            if key not in ("axis", "legend", "scale", "header"):
                yield from fields(child)
    elif isinstance(node, list):
        for child in node:
            yield from fields(child)


@EVERY
@LANGUAGES
def test_every_encoded_field_is_a_column(name: str, language: str) -> None:
    found = spec(name, language)
    seen = 0
    for view, rows in views(found, found.get("datasets", {})):
        named = {*fields(view.get("encoding", {})), *fields(view.get("facet", {}))}
        filters = json.dumps([step.get("filter", "") for step in view.get("transform", [])])
        named |= set(re.findall(r"datum\.(\w+)", filters))
        if rows:
            assert named <= set(rows[0]), (named - set(rows[0]), sorted(rows[0]))
            seen += len(named)
    assert seen > 3


def shape(node: Any) -> Any:
    """A specification without its rows, versions and theme."""
    if isinstance(node, dict):
        return {
            key: shape(child) for key, child in node.items() if key not in ("$schema", "config", "data", "datasets")
        }
    return [shape(child) for child in node] if isinstance(node, list) else node


@EVERY
def test_the_same_table_gives_the_same_specification(name: str) -> None:
    assert json.dumps(spec(name)) == json.dumps(spec(name))


@EVERY
@LANGUAGES
def test_a_chart_fits_the_page_and_truncates_nothing(name: str, language: str) -> None:
    drawn = picture.svg(picture.spec(CHARTS[name](articles(), styled(language)))).decode()
    found = re.search(r'<svg[^>]*? width="([\d.]+)"', drawn)
    assert found is not None
    assert float(found[1]) <= WIDTH
    assert "…<" not in drawn
    assert "NaN" not in drawn
    assert ">null<" not in drawn


MANY = style(
    BOOK,
    [
        {"id": f"p{number:02}", "names": {"short": f"Paper {number:02}", "own": "P"}, "language": "en"}
        for number in range(36)
    ],
    EVENTS,
)


def many_shares() -> pl.DataFrame:
    """36 papers of 49 articles each, of two frames."""
    rows = [(paper, frame, 24, 49, 24 / 49, "estimate", ["a"]) for paper in MANY.outlets for frame in ("war", "trade")]
    names = ["outlet", "frame", "articles", "of", "share", "shown", "records"]
    return pl.DataFrame(rows, schema=names, orient="row").with_columns(
        low=pl.lit(None, pl.Float64), role=pl.lit("primary"), weight=pl.lit(24.0), n=pl.lit(49.0)
    )


def many_pairs() -> pl.DataFrame:
    """Every pair of 12 of them."""
    papers = list(MANY.outlets)[:12]
    same = {"events": 2, "n_a": 49, "n_b": 49, "distance": 0.4, "null_mean": 0.2, "p": 0.04, "q_bh": 0.04}
    rows = [
        {"outlet": one, "other": other, **same, "refused": None, "articles": 99}
        for place, one in enumerate(papers)
        for other in papers[place + 1 :]
    ]
    return pl.DataFrame(rows)


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (frame_by_outlet(many_shares(), MANY), "24/49"),
        (outlet_distances(many_pairs(), MANY), "(0.20)"),
    ],
    ids=["frame_by_outlet", "outlet_distances"],
)
def test_figures_of_many_outlets_do_not_overlap(drawn: alt.TopLevelMixin, told: str) -> None:
    made = picture.spec(drawn)
    found = re.search(r'<svg[^>]*? width="([\d.]+)"', picture.svg(made).decode())
    assert found is not None
    assert float(found[1]) <= WIDTH
    columns = made["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert made["width"] / len(columns) > text_width(told)


@EVERY
@LANGUAGES
def test_an_empty_table_says_no_article(name: str, language: str) -> None:
    found = spec(name, language, count=0)
    assert words("charts", language)["nothing"] in json.dumps(found, ensure_ascii=False)
    assert "n = 0" in found["title"]["subtitle"][0]


@EVERY
def test_every_chart_has_a_description_and_leaves_its_n_to_the_caption(name: str) -> None:
    found = spec(name)
    title = " ".join(found["title"]["text"])
    assert not re.search(r"n = \d+", title), title
    assert title in found["description"]


@EVERY
@LANGUAGES
def test_every_tooltip_tells_what_it_knows_in_words(name: str, language: str) -> None:
    found = spec(name, language)
    texts = [text for rows in found.get("datasets", {}).values() for row in rows for text in tooltips(row)]
    assert texts
    ids = {
        *(f"a{k:02}" for k in range(14)),
        "tide",
        "vestnik",
        "us_west",
        "secondary_paraphrase",
        "not_expressed",
        "war",
    }
    for text in texts:
        lines = text.split("\n")
        assert text, name
        assert all(re.fullmatch(r"[^:]+: \S.*", line) for line in lines), text
        values = [line.split(": ", 1)[1] for line in lines]
        assert not {*values} & {*ids, "null", "nan", "NaN", "undefined"}, text
        if language != "en":  # labels are not English
            own = set(words("charts", language).values())
            assert {line.split(":")[0] for line in lines} <= own | {"p", "q (BH)", *NAMES.values()}, text


def tooltips(row: dict[str, Any]) -> list[str]:
    """The texts that the marks of one row tell."""
    return [text for key, text in row.items() if re.fullmatch(r"tooltip(_\d+)?", key)]


@EVERY
def test_marks_lead_to_the_records_behind_them_and_hold_no_ids(name: str) -> None:
    led: list[tuple[str, ...]] = []

    def address(records: Sequence[str]) -> str:
        led.append(tuple(records))
        return "there"

    found = picture.spec(CHARTS[name](articles(), styled()), address)
    hold_none = {"null_histogram", "specification_curve", "reliability_forest", "outlet_distances"}
    assert bool(led) != (name in hold_none)
    assert {article for records in led for article in records} <= {*articles()["article"]}
    assert all(row.get("href") in (None, "there") for rows in found["datasets"].values() for row in rows)
    assert ("href" in json.dumps(shape(found))) == bool(led)
    assert "href" not in json.dumps(spec(name))  # a picture that is taken away has no dead links
    assert not [row for rows in spec(name)["datasets"].values() for row in rows if "records" in row]


@EVERY
def test_no_chart_counts_in_utc_or_names_a_font_beside_the_theme(name: str) -> None:
    text = json.dumps(shape(spec(name)))
    assert "utc" not in text
    assert '"font"' not in text


def test_words_are_the_same_in_all_languages() -> None:
    for part in ("charts", "workbench", "explore", "begin", "faults"):
        english = words(part, "en")
        for language in languages():
            there = words(part, language)
            assert list(there) == list(english)
            for key, text in there.items():
                assert text.strip(), key
                said = sorted(re.findall(r"{\w+}", text))
                # A rule tells what is right in English alone: another language leaves that out rather than mix.
                assert said in (sorted(names := re.findall(r"{\w+}", english[key])), sorted({*names} - {"{what}"})), key


def test_a_missing_language_falls_back_to_english() -> None:
    style = styled("fr")
    assert style.frames["war"] == "War and peace"
    assert style.words == words("charts", "en")
    assert styled("ru").outlets == {"tide": "Tide", "vestnik": "Вестник порта"}
    assert styled("ja").outlets == {"tide": "潮新聞", "vestnik": "港湾通報"}
    assert styled("en").outlets == {"tide": "Tide", "vestnik": "Vestnik"}


def test_colours_and_order_are_the_codebook_s_whatever_occurs() -> None:
    few = articles().filter(pl.col("primary") == "trade")
    found = article_timeline(few, happenings(), styled()).to_dict()
    fills = [layer["encoding"].get("fill", {}).get("scale") for layer in found["vconcat"][0]["layer"]]
    assert [scale for scale in fills if scale] == [
        {"domain": ["war", "trade", "other"], "range": ["#CC3311", "#0072B2", "#767676"]}
    ]


def rows_with(found: dict[str, Any], *columns: str) -> list[dict[str, Any]]:
    """The rows of the first table that has some columns."""
    return next(rows for rows in found["datasets"].values() if rows and set(columns) <= set(rows[0]))


def test_marks_that_would_collide_are_moved_apart() -> None:
    found = article_timeline(articles(), happenings(), styled()).to_dict()
    marks = rows_with(found, "primary", "confidence", "y")
    assert len({(row["published"], row["y"]) for row in marks}) == len(marks) == 14


def test_no_percentage_below_five_articles() -> None:
    shares = measure.frame_shares(frames(articles()), articles())
    rows = rows_with(frame_by_outlet(shares, styled()).to_dict(), "shade", "figures")
    assert {row["outlet"] for row in rows if row["shade"] is not None} == {"tide"}
    assert {row["figures"] for row in rows if row["outlet"] == "vestnik"} == {"1/2", "0/2"}


def test_a_share_is_told_with_what_it_is_one_of() -> None:
    """Six articles, two of one description: their frame has 1 of 5, and 2 of 6 would be another share."""
    placed = articles().filter(pl.col("outlet").cast(pl.String) == "tide").head(6)
    placed = placed.with_columns(weight=pl.Series([0.5] * 2 + [1.0] * 4), role=pl.lit("primary"))
    framed = placed.with_columns(frame=pl.Series(["war"] * 2 + ["trade"] * 4, dtype=pl.Enum(["war", "trade", "other"])))
    shares = measure.frame_shares(framed, placed)
    rows = rows_with(frame_by_outlet(shares, styled()).to_dict(), "told")
    assert {row["frame"]: row["told"] for row in rows}["war"] == "20 % (1/5)"


@pytest.mark.parametrize("salience", [1, 2, 3])
def test_a_timeline_needs_no_event_of_any_kind(salience: int) -> None:
    some = happenings().filter(pl.col("salience") == salience)
    assert b"<svg" in picture.svg(picture.spec(article_timeline(articles(), some, styled())))


def test_at_most_seven_events_are_numbered_and_the_rest_are_counted() -> None:
    many = pl.concat([happenings().head(1)] * 9).with_columns(
        first=pl.date_ranges(date(2014, 1, 1), date(2014, 1, 9)).first().explode()
    )
    found = article_timeline(articles(), many, styled()).to_dict()
    key = rows_with(found, "number", "text", "happened")
    assert [row["number"] for row in key] == ["1", "2", "3", "4", "5", "6", "7", ""]
    assert key[-1]["text"] == "and 2 more, not numbered"


def test_a_cut_is_numbered_before_events_with_articles() -> None:
    many = pl.concat([happenings().head(1)] * 9).with_columns(
        first=pl.date_ranges(date(2014, 1, 1), date(2014, 1, 9)).first().explode(),
        articles=pl.Series([0, *[5] * 8]),
        salience=pl.Series([3, *[1] * 8], dtype=pl.Int8),
        cut=pl.Series([True, *[False] * 8]),
    )
    key = rows_with(article_timeline(articles(), many, styled()).to_dict(), "number", "days", "text")
    assert key[0]["number"] == "1"
    assert key[0]["days"].startswith("2014-01-01")


def test_diverging_bars_hold_every_article_once() -> None:
    counts = measure.value_counts(values(articles()), ["eval_x"])
    rows = rows_with(evaluations(counts, styled()).to_dict(), "sign", "articles")
    assert sum(row["articles"] for row in rows) == 14
    assert {row["sign"] for row in rows} == {"negative", "neutral", "positive", "unseen"}


def test_what_is_inferred_is_hollow_and_counted() -> None:
    told = implied(articles())
    inferred = told.filter(pl.col("ground") == "inferred")
    for name, drawn in (("eval_x", evaluations), ("obstacle", value_matrix)):
        found = drawn(measure.value_counts(told, [name]), styled()).to_dict()
        counts = {
            (row["outlet"], row.get("value", row.get("sign"))): row["inferred"] for row in rows_with(found, "inferred")
        }
        assert sum(counts.values()) == inferred.filter(pl.col("variable") == name).height > 0
        assert "inferred from a description" in found["description"]
        usual = drawn(measure.value_counts(values(articles()), [name]), styled()).to_dict()
        assert "inferred" not in json.dumps(usual)
    found = positions(measure.positions(told, "stance"), styled()).to_dict()
    dots = {row["article"] for row in rows_with(found, "inferred", "spoken") if row["inferred"]}
    assert dots == {*inferred.filter(pl.col("variable") == "stance")["article"]}
    assert "datum.inferred" in json.dumps(found)
    assert "inferred" not in json.dumps(positions(measure.positions(values(articles()), "stance"), styled()).to_dict())


def test_an_article_that_says_nothing_is_not_one_that_cannot_be_seen() -> None:
    silent = pl.when(pl.col("article") < "a05").then(pl.lit("not_expressed")).otherwise("missing")
    told = values(articles()).with_columns(missing=pl.when(pl.col("missing").is_not_null()).then(silent))
    counts = measure.value_counts(told, ["eval_x"])
    found = evaluations(counts, styled()).to_dict()
    edge = [row["at_edge"] for row in rows_with(found, "sign", "at_edge") if row["edge"] is not None]
    assert sorted(edge) == ["? 0", "? 2", "○ 0", "○ 1"]
    assert "○ none: not expressed. ? unknown: the source does not show it." in json.dumps(found, ensure_ascii=False)


def test_what_follows_from_a_description_is_hollow_and_in_the_key() -> None:
    told = values(articles()).with_columns(ground=pl.when(pl.col("article") < "a03").then(pl.lit("inferred")))
    found = answers_over_time(course.answers_by_article(told, ["stance"]), happenings(), styled()).to_dict()
    marks = rows_with(found, "outlet_label", "inferred")
    assert {row["article"] for row in marks if row["inferred"]} == {"a00", "a01"}
    assert words("charts", "en")["inferred_mark"] in json.dumps(found)
    attributed = answers_over_time(
        course.answers_by_article(values(articles()), ["stance"]), happenings(), styled()
    ).to_dict()
    assert words("charts", "en")["inferred_mark"] not in json.dumps(attributed)


def test_lanes_keep_their_distance() -> None:
    assert lanes([(0, 4), (2, 2), (5, 5), (9, 9), (10, 10)], 3) == [0, 1, 1, 0, 1]
    assert lanes([], 3) == []


def test_no_text_is_written_twice() -> None:
    """The later of two texts of one name would silently stand for both."""
    for path in sorted(WORDS.glob("*.json")):
        json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names))
    return dict(pairs)


@pytest.mark.parametrize(
    "name", ["positions", "themes_over_time", "expectations", "answers_over_time", "plans_and_expectations"]
)
@LANGUAGES
def test_what_is_too_much_for_marks_is_counted_in_cells_that_lead_to_its_articles(name: str, language: str) -> None:
    few, many = (CHARTS[name](articles(count), styled(language)).to_dict() for count in (14, 400))
    assert not [row for rows in few["datasets"].values() for row in rows if "papers" in row]
    cells = [row for rows in many["datasets"].values() for row in rows if "papers" in row]
    assert cells
    assert not [row for rows in many["datasets"].values() for row in rows if "article" in row]
    for cell in cells:
        assert cell["articles"] == len(set(cell["records"]))
        assert cell["articles"] == sum(map(int, re.findall(r" (\d+)(?:[,、]|$)", cell["papers"])))
    assert words("charts", language)["cells_quarter"] in many["description"]


def test_cells_count_every_article_once_under_each_answer() -> None:
    spec = CHARTS["positions"](articles(400), styled()).to_dict()
    cells = [row for rows in spec["datasets"].values() for row in rows if "papers" in row]
    assert sum(cell["articles"] for cell in cells) == 2 * 400


def test_cells_lie_apart_enough_for_their_numbers() -> None:
    held = articles(400).with_columns(published=pl.date(1960 + pl.int_range(400) % 60, 2, 1), until=None)
    told = CHARTS["answers_over_time"](held, styled()).to_dict()
    assert words("charts", "en")["cells_year"] in told["description"]


@pytest.mark.parametrize("name", ["text", "yes", "day", "whole", "share", "kind"])
def test_a_channel_has_the_type_that_altair_would_find(name: str) -> None:
    table = pl.DataFrame(
        {"text": ["a"], "yes": [True], "day": [date(2014, 2, 9)], "whole": [1], "share": [0.5], "kind": ["x"]},
        schema_overrides={"kind": pl.Enum(["x"]), "whole": pl.UInt8},
    )
    tooltip = [alt.Tooltip(name, title="A"), alt.Tooltip("unknown:Q"), alt.Tooltip("count()")]
    drawn = [
        made(table)
        .mark_bar()
        .encode(
            x=alt.X(name, axis=None), x2="whole", y2=alt.Y2(name), fill=alt.Fill(name, type="ordinal"), tooltip=tooltip
        )
        for made in (alt.Chart, Chart)
    ]
    theirs, ours = (json.dumps(chart.to_dict()) for chart in drawn)
    assert ours == theirs
