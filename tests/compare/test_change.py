"""Before and after a day: whole events are exchanged, so that a change of events is not taken for a change of framing."""

from datetime import date, timedelta
from itertools import combinations, product
from math import comb

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.agreement.clusters import moving_together
from framing.analysis.choices import Choices, Filter
from framing.analysis.reading import Reading
from framing.compare.chance import hypergeometric
from framing.compare.chance.change import (
    FrameChange,
    before_and_after,
    change_family,
    changes_at,
    positions_before_and_after,
)
from framing.compare.chance.design import Design, design
from framing.compare.chance.two_times import of_both_times
from framing.compare.chance.whole_events import AFTER, BEFORE, EventTest, changes, differences, too_few_events
from framing.compare.material import Material
from framing.compare.ordinal import superiority_parts
from framing.compare.shares import event_differences
from framing.compare.sides import Side
from framing.corpus import Corpus
from framing.refusal import Refusal

CUT = date(2014, 6, 1)
FRAMES = ("law", "trade", "war")
SCALES = {"stance": [-2, -1, 0, 1, 2]}
PAPER = Side("paper", "outlet", ("x",), "The paper")


def study(rng: np.random.Generator, later: int, earlier: int, mean: tuple[int, int] = (4, 4)) -> pl.DataFrame:
    """Articles of two papers on events that differ in their frames, and never by the time in which they happen."""
    parts = []
    for event in range(later + earlier):
        side, of = (AFTER, mean[0]) if event < later else (BEFORE, mean[1])
        n = rng.poisson(of, 2).clip(min=1)
        frames = rng.choice(FRAMES, n.sum(), p=rng.dirichlet([1.0, 0.7, 0.5]))
        outlets = np.repeat(["x", "y"], n)
        parts.append(
            pl.DataFrame({"outlet": outlets, "frame": frames}).with_columns(
                side=pl.lit(side), event=pl.lit(f"e{event}")
            )
        )
    articles = (
        pl.concat(parts).with_row_index("article").with_columns(pl.col("article").cast(pl.String), weight=pl.lit(1.0))
    )
    return articles.with_columns(cluster=pl.col("event"))


def coded(articles: pl.DataFrame) -> np.ndarray:  # type: ignore[type-arg]  # one column per frame
    found: np.ndarray = (articles["frame"].to_numpy()[:, None] == np.array(FRAMES)).astype(float)  # type: ignore[type-arg]
    return found


def found_by_chance(articles: list[pl.DataFrame]) -> tuple[float, float]:
    """How often p is at most .05, of all frames together and of the frames by themselves."""
    found = [changes(each, coded(each), draws=199) for each in articles]
    together = [each.test.p <= 0.05 for each in found if not isinstance(each, Refusal)]
    each = [p <= 0.05 for one in found if not isinstance(one, Refusal) for p in one.p if not np.isnan(p)]
    assert len(together) == len(articles)
    return float(np.mean(together)), float(np.mean(each))


@pytest.mark.parametrize(("sizes", "mean"), [((7, 7), (4, 4)), ((12, 6), (2, 6))])
def test_nothing_is_found_where_only_events_differ(
    sizes: tuple[int, int], mean: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """160 studies without any change. Exchanging articles finds one in many of them; exchanging events in a twentieth.

    Three standard errors of a rate of .05 in 160 studies are .052.
    """
    monkeypatch.setattr(hypergeometric, "TABLES", 100)
    rng = np.random.default_rng(8)
    articles = [study(rng, *sizes, mean) for _ in range(160)]
    together, each = found_by_chance(articles)
    assert together <= 0.102
    assert each <= 0.08
    alone = [one.with_columns(cluster=pl.col("article")) for one in articles[:80]]
    assert found_by_chance(alone)[0] > 0.13


def test_a_change_in_all_events_is_found() -> None:
    rng = np.random.default_rng(1)
    articles = study(rng, 12, 12)
    moved = (pl.col("side") == AFTER) & (pl.int_range(pl.len()) % 3 > 0)
    changed = articles.with_columns(frame=pl.when(moved).then(pl.lit("war")).otherwise("frame"))
    found = changes(changed, coded(changed), draws=999)
    assert not isinstance(found, Refusal)
    assert found.test.p < 0.01
    assert 0 < found.low[2] < differences(changed, coded(changed))[2] < found.high[2]


def standardised(later: list[tuple[int, int]], earlier: list[tuple[int, int]]) -> float:
    """The difference of two shares over its standard error, clusters being (hits, articles): the textbook formula."""
    shares, variances = [], []
    for side in (later, earlier):
        n = sum(size for _, size in side)
        share = sum(hits for hits, _ in side) / n
        shares.append(share)
        variances.append(sum((hits - share * size) ** 2 for hits, size in side) / n**2)
    return abs(shares[0] - shares[1]) / np.sqrt(sum(variances))


def clustered(later: list[tuple[int, int]], earlier: list[tuple[int, int]]) -> pl.DataFrame:
    rows = [
        {
            "outlet": "x",
            "side": side,
            "weight": 1.0,
            "cluster": f"{side}{place}",
            "frame": "war" if row < hits else "law",
        }
        for side, clusters in ((AFTER, later), (BEFORE, earlier))
        for place, (hits, size) in enumerate(clusters)
        for row in range(size)
    ]
    return pl.DataFrame(rows)


def test_p_is_counting_every_exchange_of_events() -> None:
    """One paper, nine events: all 126 ways to deal them, each with the statistic worked out from its formula."""
    later, earlier = [(3, 4), (2, 5), (1, 1), (4, 6)], [(1, 6), (0, 2), (2, 7), (1, 3), (1, 5)]
    events = later + earlier
    observed = standardised(later, earlier)
    larger = [
        standardised([events[place] for place in dealt], [events[place] for place in range(9) if place not in dealt])
        >= observed - 1e-9
        for dealt in combinations(range(9), 4)
    ]
    articles = clustered(later, earlier)
    found = changes(articles, coded(articles)[:, 2:])
    assert not isinstance(found, Refusal)
    assert found.test.exact
    assert found.p[0] == found.test.p == pytest.approx(sum(larger) / comb(9, 4))
    assert found.test.statistic == pytest.approx(observed)
    assert (found.low[0] > 0) == (found.p[0] <= 0.05)


def test_parts_of_an_event_are_exchanged_with_one_another() -> None:
    """Seven events in both times, three of four articles each: the 128 ways to exchange the parts of each."""
    hits = [(3, 1), (2, 0), (4, 2), (2, 2), (3, 0), (1, 2), (4, 1)]
    articles = clustered([(a, 4) for a, _ in hits], [(b, 4) for _, b in hits])
    articles = articles.with_columns(pl.col("cluster").str.strip_chars_start("abefortu"))
    observed = standardised([(a, 4) for a, _ in hits], [(b, 4) for _, b in hits])
    larger = [
        standardised([(pair[turn], 4) for pair, turn in zip(hits, turns, strict=True)],
                     [(pair[1 - turn], 4) for pair, turn in zip(hits, turns, strict=True)]) >= observed - 1e-9
        for turns in product((0, 1), repeat=7)
    ]  # fmt: skip
    found = changes(articles, coded(articles)[:, 2:])
    assert not isinstance(found, Refusal)
    assert (found.test.later, found.test.earlier, found.test.parted) == (0, 0, 7)
    assert found.p[0] == pytest.approx(sum(larger) / 2**7)


def test_what_only_papers_differ_in_is_no_test() -> None:
    """The first paper always writes of war and the second never: no exchange of events moves that."""
    articles = study(np.random.default_rng(3), 5, 5).filter(pl.col("frame") != "war")
    always = pl.when(pl.col("outlet") == "x").then(pl.lit("war")).otherwise("frame")
    found = changes(articles.with_columns(frame=always), coded(articles.with_columns(frame=always)))
    assert not isinstance(found, Refusal)
    assert np.isnan(found.p).tolist() == [False, False, True]
    assert np.isnan(found.low).tolist() == [False, False, True]


@pytest.mark.parametrize("tables", [50_000, 0])
def test_times_may_be_exchanged(tables: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hypergeometric, "TABLES", tables)
    articles = study(np.random.default_rng(2), 5, 6)
    turned = articles.with_columns(side=pl.when(pl.col("side") == AFTER).then(pl.lit(BEFORE)).otherwise(pl.lit(AFTER)))
    one, other = changes(articles, coded(articles), draws=300), changes(turned, coded(turned), draws=300)
    assert not isinstance(one, Refusal)
    assert not isinstance(other, Refusal)
    assert one.test.exact == bool(tables)
    np.testing.assert_allclose(one.p, other.p)
    np.testing.assert_allclose(one.low, -other.high)
    assert one.test.p == pytest.approx(other.test.p)


@pytest.mark.parametrize(
    ("later", "earlier", "parted", "need"),
    [
        (3, 3, 0, "More events: at least 3 from then on and 4 before."),
        (0, 5, 0, "More events: at least 2 from then on and 5 before."),
        (1, 1, 0, "More events: at least 3 from then on and 4 before."),
        (0, 0, 4, "More events: at least 1 from then on and 2 before, beside the 4 in both."),
    ],
)
def test_too_few_events_are_told_how_many_are_needed(later: int, earlier: int, parted: int, need: str) -> None:
    refusal = too_few_events(later, earlier, parted)
    assert refusal is not None
    assert (refusal.code, refusal.need) == ("too_few_events", need)


@given(st.integers(0, 25), st.integers(0, 25), st.integers(0, 7))
@settings(max_examples=80)
def test_what_is_asked_for_is_enough_and_no_more(later: int, earlier: int, parted: int) -> None:
    def smallest(one: int, other: int) -> float:
        return min(1.0, (2 if one == other else 1) / (comb(one + other, one) * 2**parted))

    refusal = too_few_events(later, earlier, parted)
    assert (refusal is None) == (smallest(later, earlier) <= 0.05)
    if refusal:
        one, other = [int(word) for word in refusal.need.split() if word.isdigit()][:2]
        assert smallest(one, other) <= 0.05
        fewer = [(a, b) for a in range(later, one + other) for b in range(earlier, one + other) if a + b < one + other]
        assert all(smallest(*pair) > 0.05 for pair in fewer)


# --- a study ----------------------------------------------------------------------------------------------------


def material(rows: list[tuple[str, int, str | None, str | None, str, int | None]], corpus: Corpus) -> Material:
    """One reading of (paper, day from the cut, event, description, frame, stance)."""
    named = pl.DataFrame(
        [(f"a{place:03}", *row) for place, row in enumerate(rows)],
        schema=["article", "outlet", "from_cut", "event", "bundle", "frame", "score"],
        schema_overrides={"event": pl.String, "bundle": pl.String, "score": pl.Int64},
        orient="row",
    )
    day = pl.lit(CUT) + pl.duration(days=pl.col("from_cut"))
    articles = named.with_columns(
        published=day,
        until=day,
        cited=day,
        section_first=day,
        relation=pl.lit("reports"),
        sampling=pl.lit("census"),
        voice=pl.lit("outlet"),
    )
    frames = articles.with_columns(role=pl.lit("primary"))
    values = articles.with_columns(
        variable=pl.lit("stance"), value=pl.col("score").cast(pl.String), missing=pl.lit(None, pl.String)
    )
    events = pl.DataFrame({"event": named["event"].drop_nulls().unique()}, schema={"event": pl.String}).with_columns(
        label="event", first=pl.lit(CUT), last=pl.lit(CUT)
    )
    words = pl.DataFrame({"frame": []}, schema={"frame": pl.Enum(FRAMES)})
    tables = corpus.tables._replace(events=events, frames=words)
    return Material(tables, Reading("majority", articles, frames, values), SCALES, Refusal("not_asked", "", ""))


def spread(
    paper: str, side: int, events: int, frame: str, score: int
) -> list[tuple[str, int, str | None, str | None, str, int | None]]:
    """An article of a paper on each of some events."""
    return [(paper, side * (1 + place), f"e{side}{place}", None, frame, score) for place in range(events)]


def test_counts_and_shares_of_a_row_are_of_the_same_articles(shipped: Corpus) -> None:
    """The second paper wrote before the cut alone: its articles are in neither count nor share, and are told as left out."""
    rows = [*spread("x", -1, 6, "war", 0), *spread("x", 1, 6, "law", 1), ("x", -9, None, "n", "war", 0), ("x", -8, None, "n", "law", 0),
            *spread("y", -1, 5, "war", 0)]  # fmt: skip
    both = PAPER._replace(outlets=("x", "y"))
    found = before_and_after(material(rows, shipped), both, CUT)
    assert isinstance(found, FrameChange)
    law, _, war = found.shares.to_dicts()
    assert (war["hits_b"], war["n_b"], len(war["records_b"])) == (6.5, 7.0, 7)
    assert (law["hits_a"], law["n_a"], len(law["records_a"])) == (6.0, 6.0, 6)
    assert found.left_out.select("outlet", "side", pl.col("records").list.len()).rows() == [("y", BEFORE, 5)]
    assert isinstance(found.test, EventTest)
    assert (found.test.later, found.test.earlier, found.test.parted) == (6, 7, 0)
    positions = positions_before_and_after(material(rows, shipped), both, CUT)
    assert isinstance(positions, pl.DataFrame)
    row = positions.row(0, named=True)
    assert (row["n_b"], len(row["records_b"]), row["median_b"], row["median_a"]) == (7.0, 8, 0.0, 1.0)
    assert row["superiority"] == pytest.approx(1)


def test_articles_of_other_answers_are_in_neither_time(shipped: Corpus) -> None:
    """Only articles whose stance is 1 or -1 are asked for: five of six in each time."""
    rows = [*spread("x", -1, 5, "war", -1), *spread("x", 1, 5, "law", 1), ("x", -9, None, None, "war", 0), ("x", 9, None, None, "law", 0)]  # fmt: skip
    found = before_and_after(material(rows, shipped), PAPER, CUT, Choices(voices=(Filter("stance", ("1", "-1")),)))
    assert isinstance(found, FrameChange)
    assert found.shares["n_a"][0] == found.shares["n_b"][0] == 5.0


def test_one_event_in_each_time_is_no_change(shipped: Corpus) -> None:
    """Thirty articles on two events: exchanging articles would give a p below .001, and it would be about two events."""
    rows = [("x", -1, "e1", None, "war", -1)] * 15 + [("x", 1, "e2", None, "law", 1)] * 15
    found = before_and_after(material(rows, shipped), PAPER, CUT)
    assert isinstance(found, FrameChange)
    assert isinstance(found.test, Refusal)
    assert found.test.code == "too_few_events"
    assert found.shares.select("difference", "p", "low").rows()[0] == (1.0, None, None)
    positions = positions_before_and_after(material(rows, shipped), PAPER, CUT)
    assert isinstance(positions, pl.DataFrame)
    assert positions.select("superiority", "p").rows() == [(1.0, None)]
    assert "Whole events are exchanged" in positions["refused"][0]


def test_every_p_of_all_cuts_is_of_one_family(shipped: Corpus) -> None:
    rng = np.random.default_rng(4)
    rows = [
        ("x", side * (1 + 9 * event + copy), f"e{side}{event}", None, str(rng.choice(FRAMES)), int(rng.integers(-2, 3)))
        for side in (-1, 1) for event in range(6) for copy in range(3)
    ]  # fmt: skip
    cuts = {"first": CUT, "second": CUT + timedelta(days=20)}
    found = changes_at(material(rows, shipped), [PAPER], cuts, Choices(draws=199))
    family = change_family(found)
    assert family["m"].unique().to_list() == [family.height] == [2 * (1 + len(FRAMES) + len(SCALES))]
    assert family["test"].head(5).to_list() == [
        "primary",
        "frame:law",
        "frame:trade",
        "frame:war",
        "stance:superiority",
    ]
    assert (family["q_by"] >= family["q_bh"]).all()


papers = st.lists(
    st.tuples(st.sampled_from("xyz"), st.sampled_from([AFTER, BEFORE]), st.sampled_from(FRAMES), st.integers(-2, 2)),
    min_size=2,
    max_size=25,
)


@given(papers)
@settings(max_examples=60)
def test_differences_are_those_of_strata(rows: list[tuple[str, str, str, int]]) -> None:
    """Inside papers as elsewhere inside events: the same differences and the same superiority, by other formulas."""
    articles = pl.DataFrame(rows, schema=["outlet", "side", "frame", "score"], orient="row").with_row_index("article")
    kept = of_both_times(
        articles.with_columns(pl.col("article").cast(pl.String), event=pl.lit("e"), bundle=pl.lit(None, pl.String))
    )
    if kept.is_empty():
        return
    placed = kept.select("article", "side", "frame", "score", stratum="outlet", unit="article")
    found: Design = design(placed, placed.select("article", "side", answer="frame"), FRAMES, (AFTER, BEFORE))
    np.testing.assert_allclose(differences(kept, coded(kept)), event_differences(found)[0], atol=1e-9)


ties = st.lists(
    st.tuples(st.sampled_from(["e", "f", "g", None]), st.sampled_from(["m", "n", "o", None])), min_size=1, max_size=9
)


@given(ties)
def test_what_moves_together_is_what_is_tied(pairs: list[tuple[str | None, str | None]]) -> None:
    """Two articles move together where a chain of shared events and descriptions leads from one to the other."""
    names = [f"a{place}" for place in range(len(pairs))]
    schema = {"event": pl.String, "bundle": pl.String}
    found = moving_together(pl.DataFrame(pairs, schema=schema, orient="row").with_columns(article=pl.Series(names)))
    reached = np.eye(len(pairs), dtype=bool)
    for one, other in product(range(len(pairs)), repeat=2):
        reached[one, other] |= any(a is not None and a == b for a, b in zip(pairs[one], pairs[other], strict=True))
    for _ in pairs:
        reached = reached @ reached
    assert (np.array(found)[:, None] == np.array(found)[None, :]).tolist() == reached.tolist()


def test_an_id_of_an_event_is_not_taken_for_that_of_an_article() -> None:
    articles = pl.DataFrame({"article": ["x", "y", "z"], "event": ["z", None, None], "bundle": [None, "x", None]})
    assert moving_together(articles).n_unique() == 3


def test_superiority_inside_papers_is_that_of_strata(shipped: Corpus) -> None:
    rng = np.random.default_rng(6)
    rows = [
        (str(rng.choice(["x", "y"])), int(rng.choice([-1, 1])) * (1 + place), f"e{place}", None, "war", int(rng.integers(-2, 3)))
        for place in range(40)
    ]  # fmt: skip
    made = material(rows, shipped)
    found = positions_before_and_after(made, PAPER._replace(outlets=("x", "y")), CUT)
    assert isinstance(found, pl.DataFrame)
    side = pl.when(pl.col("published") >= CUT).then(pl.lit(AFTER)).otherwise(pl.lit(BEFORE))
    placed = made.reading.articles.with_columns(side=side, stratum="outlet", unit="article")
    answers = placed.select("article", "side", answer=pl.col("score").cast(pl.String))
    strata = design(placed, answers, ["-2", "-1", "0", "1", "2"], (AFTER, BEFORE))
    parts, constant = superiority_parts(strata)
    assert found["superiority"][0] == pytest.approx(constant + float((strata.a * parts).sum()))
