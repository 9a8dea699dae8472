"""Measures against brute force over the same records, and the traps that each of them must not fall into."""

import statistics
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from framing.analysis import measure
from framing.analysis.leading import event_shares
from framing.analysis.period import in_periods, periods
from framing.analysis.reading import Reading, cluster, reading
from framing.analysis.table import ROLE, Tables, bundle_weight
from framing.refusal import Refusal

FRAMES = ["war", "trade", "islands", "history"]


class Row(NamedTuple):
    outlet: str
    frames: list[str]
    bundle: str | None
    score: int | None
    published: date
    sampling: str
    event: str | None = None


ROWS = st.lists(
    st.builds(
        Row,
        outlet=st.sampled_from(["asahi", "rg", "sankei"]),
        frames=st.permutations(FRAMES).flatmap(lambda order: st.integers(1, 3).map(lambda count: order[:count])),
        bundle=st.sampled_from([None, None, None, "n7", "n22"]),
        score=st.sampled_from([None, -2, -1, 0, 1, 2]),
        published=st.dates(date(2014, 1, 1), date(2014, 12, 31)),
        sampling=st.sampled_from(["census", "census", "census", "purposive"]),
        event=st.sampled_from([None, "talks", "visit", "sanctions", "treaty"]),
    ),
    max_size=24,
)


class Tidy(NamedTuple):
    articles: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame


def tidy_of(rows: list[Row], names: list[str] | None = None) -> Tidy:
    """The tables of a reading of some rows; article ``a<i>`` is row i."""
    names = names or [f"a{number:02}" for number in range(len(rows))]
    schema = {
        "outlet": pl.String,
        "bundle": pl.String,
        "score": pl.Int16,
        "published": pl.Date,
        "sampling": pl.String,
        "event": pl.String,
    }
    data = {column: [getattr(row, column) for row in rows] for column in schema}
    articles = pl.DataFrame({"article": pl.Series(names, dtype=pl.String)}).hstack(pl.DataFrame(data, schema=schema))
    articles = articles.with_columns(bundle_weight(), cluster())
    carried = [
        (name, frame, "secondary" if place else "primary")
        for name, row in zip(names, rows, strict=True)
        for place, frame in enumerate(row.frames)
    ]
    columns = {"article": pl.String, "frame": pl.Enum(FRAMES), "role": ROLE}
    frames = pl.DataFrame(carried, schema=columns, orient="row").join(articles.drop("score"), on="article")
    missing = pl.when(pl.col("score").is_null()).then(pl.lit("not_expressed"))
    values = articles.with_columns(
        variable=pl.lit("stance"), value=pl.col("score").cast(pl.String), missing=missing, ground=pl.lit("attributed")
    )
    return Tidy(articles.drop("score"), frames, values)


def weights(rows: list[Row]) -> list[float]:
    sizes = Counter(row.bundle for row in rows)
    return [1 / sizes[row.bundle] if row.bundle else 1.0 for row in rows]


def every(tidy: Tidy) -> dict[str, pl.DataFrame]:
    """Every measure of one reading, by name."""
    return {
        "primary": measure.frame_shares(tidy.frames, tidy.articles),
        "any": measure.frame_shares(tidy.frames, tidy.articles, by=("outlet", "sampling"), role="any"),
        "all": measure.frame_shares(tidy.frames, tidy.articles, by=()),
        "values": measure.value_counts(tidy.values, ["stance"]),
        "positions": measure.positions(tidy.values, "stance"),
        "summary": measure.position_summary(tidy.values, ["stance"]),
        "pairs": measure.frame_cooccurrence(tidy.frames),
        "bundles": measure.bundles(tidy.articles),
    }


@given(ROWS)
def test_shares_equal_brute_force(rows: list[Row]) -> None:
    tidy, weight = tidy_of(rows), weights(rows)
    for role, carries in {
        "primary": lambda row, frame: row.frames[0] == frame,
        "any": lambda row, frame: frame in row.frames,
    }.items():
        cells = measure.frame_shares(tidy.frames, tidy.articles, role=role).to_dicts()
        outlets = sorted({row.outlet for row in rows})
        assert [(cell["outlet"], cell["frame"]) for cell in cells] == [
            (outlet, frame) for outlet in outlets for frame in FRAMES
        ]
        for cell in cells:
            here = [number for number, row in enumerate(rows) if row.outlet == cell["outlet"]]
            hits = [number for number in here if carries(rows[number], cell["frame"])]
            assert (cell["articles"], cell["of"]) == (len(hits), len(here))
            assert cell["records"] == [f"a{number:02}" for number in hits]
            assert cell["n"] == pytest.approx(sum(weight[number] for number in here))
            assert cell["share"] == pytest.approx(sum(weight[number] for number in hits) / cell["n"])
            inferential = all(rows[number].sampling != "purposive" for number in here)
            inside: Counter[str] = Counter()
            for number in here:
                inside[tidy.articles["cluster"][number]] += weight[number]
            apart, told = max(inside.values()) <= 1, len(inside) >= 3
            by = "articles" if apart else "events" if told else None
            assert cell["events"] == len(inside)
            assert cell["interval_by"] == (by if inferential and cell["n"] >= 5 else None)
            assert (cell["low"] is None) == (cell["high"] is None) == (cell["interval_by"] is None)


@given(ROWS)
def test_primary_shares_sum_to_one_in_every_group_with_articles(rows: list[Row]) -> None:
    tidy = tidy_of(rows)
    for by in [("outlet",), ("outlet", "sampling"), ()]:
        cells = measure.frame_shares(tidy.frames, tidy.articles, by=by)
        sums = cells.group_by(by).agg(pl.col("share").sum(), pl.col("of", "n").first(), pl.col("weight").sum())
        for share, of, n, weight in sums.select("share", "of", "n", "weight").iter_rows():
            assert weight == pytest.approx(n)
            assert share == pytest.approx(1 if of else 0)


@given(ROWS)
def test_every_number_can_be_followed_to_its_records(rows: list[Row]) -> None:
    for name, cells in every(tidy_of(rows)).items():
        if "records" in cells.columns:
            counted = "expressed" if name == "summary" else "articles"
            assert cells["records"].list.len().to_list() == cells[counted].to_list()
            assert cells["records"].list.n_unique().to_list() == cells[counted].to_list()


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[Row], random: Any) -> None:
    names = [f"a{number:02}" for number in range(len(rows))]
    shuffled = random.sample(range(len(rows)), len(rows))
    there = every(tidy_of([rows[i] for i in shuffled], [names[i] for i in shuffled]))
    for name, cells in every(tidy_of(rows)).items():
        assert_frame_equal(cells, there[name], check_exact=True)


@given(ROWS)
def test_an_article_elsewhere_changes_nothing_here(rows: list[Row]) -> None:
    more = [*rows, Row("elsewhere", ["war"], None, 2, date(2014, 5, 1), "purposive")]
    before, after = every(tidy_of(rows)), every(tidy_of(more))
    for name in ("primary", "any", "values", "summary"):
        # a group that held no article may enter the grid; those that did hold some stay as they were
        kept = after[name].filter(pl.col("outlet") != "elsewhere", pl.col("of") > 0)
        assert_frame_equal(kept, before[name].filter(pl.col("of") > 0), check_exact=True)


@given(ROWS)
def test_the_frames_of_all_events_at_once_are_those_of_each_alone(rows: list[Row]) -> None:
    tidy = tidy_of(rows)
    ids = {event: tidy.articles.filter(pl.col("event") == event)["article"] for event in ("talks", "visit", "treaty")}
    held = {event: names for event, names in ids.items() if len(names)}
    held |= {"umbrella": tidy.articles.drop_nulls("event")["article"]} if held else {}
    cells = pl.DataFrame(
        {"event": list(held), "records": list(held.values())},
        schema={"event": pl.String, "records": pl.List(pl.String)},
    )
    found = event_shares(tidy.frames, tidy.articles, cells)
    assert set(found) == set(held)
    for event, names in held.items():
        of = pl.col("article").is_in(names.implode())
        alone = measure.frame_shares(tidy.frames.filter(of), tidy.articles.filter(of), by=())
        assert_frame_equal(found[event], alone, check_exact=True)


@given(ROWS)
def test_cooccurrence_is_symmetric_with_any_counts_on_the_diagonal(rows: list[Row]) -> None:
    tidy = tidy_of(rows)
    pairs = {(row["frame"], row["with_frame"]): row for row in measure.frame_cooccurrence(tidy.frames).to_dicts()}
    assert len(pairs) == len(FRAMES) ** 2
    for (one, other), cell in pairs.items():
        assert cell["articles"] == sum(one in row.frames and other in row.frames for row in rows)
        assert cell["records"] == pairs[other, one]["records"]
    carried = measure.frame_shares(tidy.frames, tidy.articles, by=(), role="any")
    assert [pairs[frame, frame]["articles"] for frame in FRAMES] == carried["articles"].to_list()


@given(ROWS)
def test_bundles_weigh_one(rows: list[Row]) -> None:
    found = measure.bundles(tidy_of(rows).articles)
    assert found.select(pl.col("articles") * pl.col("weight")).to_series().to_list() == pytest.approx(
        [1] * found.height
    )
    assert set(found["bundle"]) == {row.bundle for row in rows if row.bundle}


@given(ROWS)
def test_positions_are_summed_up_as_by_hand(rows: list[Row]) -> None:
    tidy = tidy_of(rows)
    for cell in measure.position_summary(tidy.values, ["stance"]).to_dicts():
        here = [
            (row.score, weight) for row, weight in zip(rows, weights(rows), strict=True) if row.outlet == cell["outlet"]
        ]
        scores = [score for score, _ in here if score is not None]
        assert (cell["of"], cell["expressed"], cell["not_expressed"]) == (
            len(here),
            len(scores),
            len(here) - len(scores),
        )
        enough = round(sum(weight for score, weight in here if score is not None), 6) >= 5
        assert (cell["lowest"], cell["highest"]) == ((min(scores), max(scores)) if enough else (None, None))
        assert (cell["median"] is not None) == enough == (cell["shown"] in ("indicative", "estimate"))


@given(ROWS)
def test_value_shares_sum_to_one_and_count_what_is_missing(rows: list[Row]) -> None:
    counts = measure.value_counts(tidy_of(rows).values, ["stance"])
    assert counts["articles"].sum() == len(rows)
    given, missing = counts.filter(~pl.col("missing")), counts.filter("missing")
    assert given.group_by("outlet").agg(pl.col("share").sum())["share"].to_list() == pytest.approx(
        [1] * given["outlet"].n_unique()
    )
    for cell in counts.to_dicts():
        here = [row.score is not None for row in rows if row.outlet == cell["outlet"]]
        assert cell["asked"] == len(here)
        assert cell["of"] == (len(here) if cell["missing"] else sum(here))
    assert missing["articles"].sum() == sum(row.score is None for row in rows)
    assert set(missing["value"]) <= {"not_expressed"}


@given(ROWS)
def test_lazy_tables_and_the_streaming_engine_give_the_same(rows: list[Row]) -> None:
    tidy = tidy_of(rows)
    lazy = Tidy(*(table.lazy() for table in tidy))  # type: ignore[arg-type]  # the measures take both
    here = every(tidy)
    with pl.Config(engine_affinity="streaming"):
        there = every(lazy)
    for name, cells in here.items():
        assert_frame_equal(cells, there[name], check_exact=True)


def test_inputs_are_left_as_they_were(tidy: Tables) -> None:
    found = read(tidy)
    before = [table.clone() for table in found[1:4]]
    for call in PUBLIC:
        call(found, tidy)
    for table, copy in zip(found[1:4], before, strict=True):
        assert_frame_equal(table, copy)


def read(tidy: Tables) -> Reading:
    found = reading(tidy)
    assert isinstance(found, Reading)
    return found


PUBLIC: list[Callable[[Reading, Tables], pl.DataFrame | Refusal]] = [
    lambda found, _: measure.frame_shares(found.frames, found.articles),
    lambda found, _: measure.frame_shares(found.frames, found.articles, by=(), role="any"),
    lambda found, _: measure.value_counts(found.values, ["voice"]),
    lambda found, _: measure.positions(found.values, "stance"),
    lambda found, _: measure.position_summary(found.values, ["stance"], by=()),
    lambda found, _: measure.frame_cooccurrence(found.frames),
    lambda found, tidy: measure.event_timing(found.articles, tidy.events),
    lambda found, _: measure.circularity(found.frames, found.articles),
    lambda found, _: measure.bundles(found.articles),
]


@pytest.mark.parametrize("call", PUBLIC)
def test_empty_tables_have_the_same_columns(tidy: Tables, call: Callable[[Reading, Tables], Any]) -> None:
    found = read(tidy)
    full = call(found, tidy)
    empty = call(Reading(found.rule, *(table.clear() for table in found[1:4])), tidy)
    if not isinstance(empty, Refusal):
        assert empty.schema == full.schema
        assert not empty.height or empty["articles"].sum() == 0


def rows_of(count: int, **more: Any) -> list[Row]:
    plain = {
        "outlet": "asahi",
        "frames": ["war"],
        "bundle": None,
        "score": 1,
        "published": date(2014, 2, 9),
        "sampling": "census",
    }
    return [Row(**(plain | more)) for _ in range(count)]


@pytest.mark.parametrize(
    ("rows", "n", "shown"),
    [
        (rows_of(4), 4, "count"),
        (rows_of(5), 5, "indicative"),
        (rows_of(10), 10, "estimate"),
        (rows_of(5, bundle="n7"), 1, "count"),  # five articles of one description are no five observations
        (rows_of(3, bundle="n7") + rows_of(4), 5, "indicative"),
    ],
)
def test_floors_count_a_bundle_once(rows: list[Row], n: float, shown: str) -> None:
    cell = measure.frame_shares(*reversed(tidy_of(rows)[:2])).to_dicts()[0]
    assert (cell["of"], cell["n"], cell["shown"]) == (len(rows), n, shown)
    assert (cell["low"] is None) == (shown == "count")
    summary = measure.position_summary(tidy_of(rows).values, ["stance"]).to_dicts()[0]
    assert (summary["shown"], summary["median"] is None) == (shown, shown == "count")


def test_part_of_a_bundle_is_still_seen() -> None:
    rows = rows_of(1, bundle="n7") + rows_of(2, bundle="n7", outlet="rg")
    cells = measure.frame_shares(*reversed(tidy_of(rows)[:2])).filter(pl.col("frame") == "war")
    assert cells.select("outlet", "of", "shown", "share").rows() == [
        ("asahi", 1, "count", 1.0),
        ("rg", 2, "count", 1.0),
    ]


@pytest.mark.parametrize("sampling", ["purposive", None])
def test_one_chosen_article_takes_the_interval_away(sampling: str | None) -> None:
    cells = measure.frame_shares(*reversed(tidy_of(rows_of(20) + rows_of(1, sampling=sampling))[:2]))
    assert cells["low"].null_count() == cells.height
    assert cells["share"].null_count() == 0


def test_an_empty_period_is_no_zero() -> None:
    tidy = tidy_of(rows_of(2))
    named = periods(date(2013, 10, 1), date(2014, 6, 30), "quarter")
    cells = measure.frame_shares(in_periods(tidy.frames, named), in_periods(tidy.articles, named), by=("period",))
    war = cells.filter(pl.col("frame") == "war").select("period", "articles", "of", "share", "shown").rows()
    assert war == [("2013Q4", 0, 0, None, "nothing"), ("2014Q1", 2, 2, 1.0, "count"), ("2014Q2", 0, 0, None, "nothing")]


def test_articles_outside_every_period_belong_to_no_group() -> None:
    tidy = tidy_of(rows_of(2) + rows_of(3, published=date(2016, 1, 1)))
    articles, frames, values = (
        in_periods(table, periods(date(2014, 1, 1), date(2014, 3, 31), "quarter")) for table in tidy
    )
    assert measure.frame_shares(frames, articles, by=("period",))["of"].unique().to_list() == [2]
    assert measure.value_counts(values, ["stance"], by=("period",)).select("period", "of").rows() == [("2014Q1", 2)]
    assert measure.position_summary(values, ["stance"], by=("period",)).select("period", "of").rows() == [("2014Q1", 2)]


def test_secondary_frames_can_be_counted_alone() -> None:
    rows = rows_of(1, frames=["war", "trade"]) + rows_of(1, frames=["trade"])
    cells = measure.frame_shares(*reversed(tidy_of(rows)[:2]), by=(), role="secondary")
    assert dict(cells.select("frame", "articles").iter_rows()) == {"war": 0, "trade": 1, "islands": 0, "history": 0}


def timing(published: tuple[date, date], first: date, last: date | None) -> tuple[int, int, int]:
    articles = pl.DataFrame(
        {
            "article": "a",
            "outlet": "x",
            "published": published[0],
            "until": published[1],
            "event": "e",
            "relation": "reports",
        }
    )
    dated = pl.DataFrame(
        {"event": "e", "label": "E", "first": first, "last": [last]}, schema_overrides={"last": pl.Date}
    )
    return measure.event_timing(articles, dated).select("days", "earliest", "latest").row(0)


MARCH = (date(2014, 3, 1), date(2014, 3, 31))


@pytest.mark.parametrize(
    ("published", "first", "last", "days"),
    [
        ((date(2014, 3, 19),) * 2, date(2014, 3, 18), date(2014, 3, 18), (1, 1, 1)),
        ((date(2014, 3, 15),) * 2, date(2014, 3, 18), date(2014, 3, 18), (-3, -3, -3)),
        ((date(2014, 3, 19),) * 2, date(2014, 3, 18), date(2014, 3, 20), (0, -1, 1)),  # within a lasting event
        ((date(2014, 3, 25),) * 2, date(2014, 3, 18), date(2014, 3, 20), (5, 5, 7)),
        (MARCH, date(2014, 3, 18), date(2014, 3, 18), (0, -17, 13)),  # a monthly: may coincide
        (MARCH, date(2014, 4, 10), date(2014, 4, 10), (-10, -40, -10)),
        ((date(2014, 5, 1),) * 2, date(2014, 3, 18), None, (0, 0, 44)),  # an event that goes on
        ((date(2014, 3, 1),) * 2, date(2014, 3, 18), None, (-17, -17, -17)),
    ],
)
def test_timing(published: tuple[date, date], first: date, last: date | None, days: tuple[int, int, int]) -> None:
    assert timing(published, first, last) == days


def test_timing_leaves_out_articles_without_event(tidy: Tables) -> None:
    timed = measure.event_timing(read(tidy).articles, tidy.events)
    assert timed["article"].to_list() == ["v1", "a1", "y1", "r1", "a3", "r2"]


def test_circularity_of_the_shared_study(tidy: Tables) -> None:
    found = read(tidy)
    circular = measure.circularity(found.frames, found.articles)
    assert isinstance(circular, pl.DataFrame)
    # themes: y2 y3 y4 war, a3 trade; read as war war islands trade; the three of yomiuri share one description
    assert circular["records"].to_list() == [["a3", "y2", "y3"]] * 2
    assert circular.select("articles", "of", "n", "descriptions", "shown").rows() == [(3, 4, 2.0, 2.0, "count")] * 2
    assert circular["share"].to_list() == pytest.approx([(1 + 2 / 3) / 2] * 2)


def test_circularity_of_a_draw_goes_by_as_many_articles_as_would_say_as_much() -> None:
    weights = [2.0, 2.0, 0.5, 0.5, 0.5, 0.5]
    articles = pl.DataFrame({"article": list("abcdef"), "section_theme": "war", "weight": weights, "relative": weights})
    frames = pl.DataFrame({"article": ["a", "c"], "frame": "war", "role": "primary"})
    circular = measure.circularity(frames, articles)
    assert isinstance(circular, pl.DataFrame)
    assert circular.select("articles", "of", "n", "descriptions", "shown").rows() == [(2, 6, 4.0, 6.0, "count")] * 2
    assert circular["share"].to_list() == pytest.approx([2.5 / 6] * 2)


def test_circularity_without_themes_is_refused(tidy: Tables) -> None:
    found = read(tidy)
    refused = measure.circularity(found.frames, found.articles.filter(pl.col("section_theme").is_null()))
    assert isinstance(refused, Refusal)
    assert refused.code == "no_themes"


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 3)), min_size=5, max_size=12))
def test_a_bundle_counts_once_in_the_median(described: list[tuple[int, int]]) -> None:
    """As many articles as share a description say the same: the median is that of the descriptions."""
    rows = [(score, 1 / size) for score, size in described for _ in range(size)]
    table = pl.DataFrame(rows, schema=["score", "weight"], orient="row").with_columns(
        article=pl.int_range(pl.len()).cast(pl.String),
        variable=pl.lit("stance"),
        missing=pl.lit(None, pl.String),
        ground=pl.lit("attributed"),
    )
    summary = measure.position_summary(table, ["stance"], by=())
    assert summary["median"].item() == statistics.median(score for score, _ in described)


def test_a_share_of_a_value_is_of_the_articles_that_give_one() -> None:
    """Of ten articles four cannot be seen and one says nothing: three of five that take a side are for it."""
    marks = ["for"] * 3 + ["against"] * 2 + ["unknown"] * 4 + ["not_expressed"]
    value, reason = [mark if mark in ("for", "against") else None for mark in marks], ["unknown", "not_expressed"]
    values = pl.DataFrame(
        {
            "article": [f"a{place}" for place in range(10)], "outlet": "x", "weight": 1.0, "sampling": "census",
            "cluster": "e", "variable": "side", "value": value, "missing": [mark if mark in reason else None for mark in marks], "ground": "attributed",
        }
    )  # fmt: skip
    found = {row["value"]: row for row in measure.value_counts(values, ["side"]).to_dicts()}
    assert [(found[name]["of"], found[name]["share"]) for name in ("for", "against")] == [(5, 0.6), (5, 0.4)]
    assert [(found[name]["of"], found[name]["share"]) for name in reason] == [(10, 0.4), (10, 0.1)]
    assert [found[name]["unseen"] for name in ("for", "against", *reason)] == [False, False, True, False]
    assert {row["asked"] for row in found.values()} == {10}
