"""Shares in two halves: every dated article in one of them, and the earlier half first."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.before_after import frame_shares_around
from framing.analysis.measure import frame_shares

CUT = date(2014, 3, 18)
FRAMES = pl.Enum(["war", "trade", "islands"])


def study(drawn: list[tuple[date | None, str]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles with a date and one primary frame each."""
    names = [f"a{place}" for place in range(len(drawn))]
    articles = pl.DataFrame(
        {"article": names, "published": [day for day, _ in drawn], "cluster": names},
        schema={"article": pl.String, "published": pl.Date, "cluster": pl.String},
    ).with_columns(weight=pl.lit(1.0), sampling=pl.lit("census"))
    frame = pl.Series("frame", [frame for _, frame in drawn], dtype=FRAMES)
    return articles.with_columns(frame, role=pl.lit("primary")), articles


def test_the_day_itself_is_of_the_later_half() -> None:
    frames, articles = study([(date(2014, 3, 17), "war"), (CUT, "war"), (CUT, "trade")])
    found = frame_shares_around(frames, articles, CUT)
    assert found.select("frame", "period", "articles", "of", "records").rows() == [
        ("war", "before 2014-03-18", 1, 1, ["a0"]),
        ("war", "from 2014-03-18", 1, 2, ["a1"]),
        ("trade", "before 2014-03-18", 0, 1, []),
        ("trade", "from 2014-03-18", 1, 2, ["a2"]),
    ]


def test_a_half_without_articles_is_there() -> None:
    frames, articles = study([(CUT, "war")])
    assert frame_shares_around(frames, articles, CUT).select("articles", "of").rows() == [(0, 0), (1, 1)]


@given(
    st.lists(
        st.tuples(
            st.none() | st.dates(date(2014, 1, 1), date(2014, 12, 31)), st.sampled_from(FRAMES.categories.to_list())
        ),
        max_size=12,
    )
)
def test_both_halves_together_are_all_that_is_dated(drawn: list[tuple[date | None, str]]) -> None:
    frames, articles = study(drawn)
    dated = articles.drop_nulls("published")
    found = frame_shares_around(frames, articles, CUT)
    assert found["period"].to_list() == ["before 2014-03-18", "from 2014-03-18"] * (found.height // 2)
    assert found["articles"].sum() == dated.height
    whole = frame_shares(frames.drop_nulls("published"), dated, by=()).filter(pl.col("articles") > 0)
    sums = found.group_by("frame", maintain_order=True).agg(pl.col("articles").sum(), pl.col("of").sum())
    assert sums.rows() == whole.select("frame", "articles", "of").rows()
