"""Changes over time are as certain as the events of both times are alike."""

import numpy as np
import polars as pl
import pytest

from framing.compare.changes import over_events
from framing.compare.design import design, matched
from framing.compare.selection import Selection
from framing.compare.shares import share_differences

SHARES = np.array([0.5, 0.3, 0.2])
FRAMES = ("war", "trade", "law")


def parted(counts: np.ndarray, last: int) -> Selection:  # type: ignore[type-arg]
    """Two times from (events x papers x frames) counts; the events from ``last`` on are the later time."""
    places = np.repeat(np.indices(counts.shape).reshape(3, -1), counts.ravel(), axis=1)
    names = ("event", "paper", "frame")
    rows = pl.DataFrame(dict(zip(names, places, strict=True))).with_row_index("number")
    articles = rows.select(
        article=pl.format("a{}", "number"),
        unit=pl.format("a{}", "number"),
        side=pl.when(pl.col("event") >= last).then(pl.lit("after")).otherwise(pl.lit("before")),
        stratum=pl.format("p{}", "paper"),
        cluster=pl.format("e{}", "event"),
        answer=pl.col("frame").replace_strict(dict(enumerate(FRAMES)), return_dtype=pl.String),
        role=pl.lit("primary"),
    )
    return Selection(articles.drop("answer", "role"), articles, articles, ("after", "before"))


def changed(chosen: Selection) -> pl.DataFrame:
    found = design(chosen.articles, chosen.frames, FRAMES, chosen.sides)._replace(strata_are="papers")
    plain = share_differences(matched(found))
    assert plain["low"].null_count() == plain["low_a"].null_count() == plain.height
    return over_events(plain, chosen, matched(found))


def test_five_times_as_many_articles_on_the_same_events_tell_no_more() -> None:
    events = np.array(
        [[[4, 0, 0], [4, 0, 0]], [[0, 4, 0], [0, 0, 4]], [[0, 4, 0], [0, 4, 0]], [[4, 0, 0], [0, 4, 0]]] * 2
    )
    few, many = changed(parted(events, 4)), changed(parted(5 * events, 4))
    assert few["interval_by"].unique().to_list() == ["events"]
    for name in ("low_a", "high_a", "low_b", "high_b", "low", "high"):
        np.testing.assert_allclose(few[name], many[name], atol=1e-7)


def test_between_fewer_than_three_events_of_a_time_no_interval_is_given() -> None:
    events = np.tile(np.array([[4, 2, 2]]), (5, 2, 1))
    row = changed(parted(events, 2)).row(0, named=True)
    assert (row["low"], row["low_b"], row["interval_by"]) == (None, None, None)
    assert row["difference"] == pytest.approx(0)


def test_intervals_of_changes_hold_the_truth() -> None:
    """Four papers, ten events before and ten after, five articles each: what moves is the event, in all papers alike."""
    rng, held = np.random.default_rng(4), []
    for _ in range(80):
        shares = rng.dirichlet(SHARES * 9, 20)
        counts = rng.multinomial(5, shares[:, None, :].repeat(4, axis=1))
        row = changed(parted(counts, 10)).row(0, named=True)
        held.append((row["low"] <= 0 <= row["high"], row["low_a"] <= SHARES[0] <= row["high_a"]))
    assert np.mean(held, axis=0).min() >= 0.9  # .95 less twice its standard error in 80 studies
