"""What another reading would change, counted on the tables and not on the page."""

from typing import Any

import polars as pl
import pytest

from framing.analysis.moves import moves
from framing.analysis.reading import Reading, reading, rules, subset
from framing.analysis.table import Tables


def used(tidy: Tables, rule: str = "adjudicated") -> Reading:
    found = reading(tidy, rule)
    assert isinstance(found, Reading)
    return found


def row(table: pl.DataFrame, rule: str) -> dict[str, Any]:
    (found,) = table.filter(pl.col("rule") == rule).to_dicts()
    return found


@pytest.mark.parametrize("rule", ["adjudicated", "majority", "coder:a", "coder:b"])
def test_a_reading_changes_nothing_against_itself(tidy: Tables, rule: str) -> None:
    table = moves(tidy, used(tidy, rule))
    assert table["rule"].to_list() == rules(tidy)
    same = row(table, rule)
    assert [same[name] for name in ("primary", "frames", "event", "values", "by")] == [0, 0, 0, 0, 0]
    assert same["articles"] == used(tidy, rule).articles.height


def test_the_majority_undoes_what_was_adjudicated(tidy: Tables) -> None:
    """Only r1 is settled: as islands and stance -2, where b, the first of two coders who differ, said trade and nothing."""
    majority = row(moves(tidy, used(tidy)), "majority")
    assert [majority[name] for name in ("primary", "frames", "event", "values")] == [1, 1, 0, 1]
    assert (majority["largest"], majority["by"]) == ("islands", -1)


def test_one_coder_is_compared_on_the_articles_of_both(tidy: Tables) -> None:
    """b read six of ten: a2, a3, y1 and r1 get another primary frame, and a3 another event."""
    other = row(moves(tidy, used(tidy, "coder:a")), "coder:b")
    assert other["articles"] == 6
    assert [other[name] for name in ("primary", "event")] == [4, 1]
    frames = used(tidy, "coder:b").articles
    assert (
        other["records"]
        == frames.filter(pl.col("primary").cast(pl.String) == other["frame"])["article"].sort().to_list()
    )


def test_articles_outside_the_reading_in_use_do_not_count(tidy: Tables) -> None:
    """As with the core panel: v1 stands in the context panel, and all that changes there is left out."""
    some = subset(used(tidy), pl.Series(["a1", "y2"]))
    table = moves(tidy, some)
    assert row(table, "majority")["articles"] == 2
    assert table.select("primary", "frames", "event", "values", "by").sum().row(0) == (0, 0, 0, 0, 0)


def test_an_article_that_a_coder_did_not_read_moves_no_frame(tidy: Tables) -> None:
    """b read one of these two, and alike: war in the other is not one article less but one that b says nothing of."""
    some = subset(used(tidy, "coder:a"), pl.Series(["a1", "y2"]))
    other = row(moves(tidy, some), "coder:b")
    assert (other["articles"], other["by"]) == (1, 0)
    nobody = row(moves(tidy, some), "coder:c")
    assert (nobody["articles"], nobody["by"], nobody["records"]) == (0, 0, [])


def test_frames_that_move_alike_are_named_in_alphabetical_order(tidy: Tables) -> None:
    """b read y1 as trade where a read war: one article less and one more; the first name stands for both."""
    some = subset(used(tidy, "coder:a"), pl.Series(["y1"]))
    other = row(moves(tidy, some), "coder:b")
    assert (other["largest"], other["by"]) == ("trade", 1)
