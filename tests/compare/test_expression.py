"""Whether sides differ in how often they take a position, and the bounds of what those that take none could change."""

from itertools import product

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.compare.chance.design import Design
from framing.compare.expression import EXPRESSED, expression_differences, worst_superiority
from framing.compare.ordinal import ordinal_differences
from framing.compare.result import Comparison
from framing.compare.selection import Selection
from framing.report.blocks import Paragraph, Table, line
from framing.report.pairing import Pairing
from framing.report.sections.expression import expressing, expression_verdicts

SCALE = {"stance": [-1, 0, 1]}
UNSEEN, SILENT, EXCLUDED = "unknown", "not_expressed", "not_applicable"
Mark = int | str


def chosen_of(a: list[Mark], b: list[Mark]) -> Selection:
    """Two sides on one event, by their marks."""
    marks = [("a", mark) for mark in a] + [("b", mark) for mark in b]
    names = [f"n{place:02}" for place in range(len(marks))]
    articles = pl.DataFrame({"article": names, "side": [side for side, _ in marks], "stratum": "e", "unit": names})
    values = articles.select("article", "side").with_columns(
        variable=pl.lit("stance"),
        score=pl.Series([mark if isinstance(mark, int) else None for _, mark in marks], dtype=pl.Int16),
        missing=pl.Series([mark if isinstance(mark, str) else None for _, mark in marks], dtype=pl.String),
    )
    return Selection(articles, articles, values, ("a", "b"))


def row_of(a: list[Mark], b: list[Mark]) -> dict[str, float]:
    return expression_differences(chosen_of(a, b), SCALE).row(0, named=True)


def test_the_test_is_fishers() -> None:
    """Fisher's tea (1935), The Design of Experiments, ch. 2: 3 of 4 against 1 of 4, p = 34/70."""
    row = row_of([1, 1, 1, SILENT], [1, SILENT, SILENT, SILENT])
    assert row["difference"] == pytest.approx(0.5)
    assert row["p"] == pytest.approx(34 / 70)


def test_what_cannot_be_seen_is_no_silence() -> None:
    """Both sides take a position in half of what can be seen; one side's articles are known only in part."""
    row = row_of([1, 1, SILENT, SILENT] + [UNSEEN] * 4, [1, 1, SILENT, SILENT])
    assert (row["n_a"], row["unseen_a"], row["unseen_b"]) == (4, 4, 0)
    assert row["difference"] == 0
    assert row["p"] == 1
    assert (row["worst_low"], row["worst_high"]) == (pytest.approx(-0.25), pytest.approx(0.25))


def test_what_a_rule_excludes_is_left_out() -> None:
    kept, more = ([1, 1, SILENT, SILENT], [1, SILENT, SILENT, UNSEEN, SILENT]), [EXCLUDED] * 3
    assert row_of(kept[0] + more, kept[1]) == row_of(*kept)


def test_too_few_seen_articles_are_refused() -> None:
    row = expression_differences(chosen_of([1, 1, 1, UNSEEN], [1] * 4), SCALE).row(0, named=True)
    assert row["p"] is None
    assert "nothing is tested below 4" in row["refused"]


MARKS = st.lists(st.sampled_from([-1, 0, 1, SILENT, UNSEEN]), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(MARKS, MARKS)
def test_bounds_are_the_extremes_of_every_way_to_fill_in(a: list[Mark], b: list[Mark]) -> None:
    """Manski (1989): the bounds are sharp, each end being reached by some way in which what is not seen may be."""

    def filled(marks: list[Mark], holes: list[Mark], choices: list[Mark]) -> list[list[Mark]]:
        at = [place for place, mark in enumerate(marks) if mark in holes]
        ways = []
        for way in product(choices, repeat=len(at)):
            told = dict(zip(at, way, strict=True))
            ways.append([told.get(place, mark) for place, mark in enumerate(marks)])
        return ways

    base_a, base_b = [*a, 1, 0, SILENT, SILENT], [*b, 1, 0, SILENT, SILENT]
    row = row_of(base_a, base_b)

    def share(marks: list[Mark]) -> float:
        return sum(isinstance(mark, int) for mark in marks) / len(marks)

    seen = [filled(marks, [UNSEEN], [1, SILENT]) for marks in (base_a, base_b)]
    differences = [share(one) - share(other) for one, other in product(*seen)]
    assert (row["worst_low"], row["worst_high"]) == pytest.approx((min(differences), max(differences)))
    told = [filled(marks, [UNSEEN, SILENT], [-1, 0, 1]) for marks in (a, b)]
    counts = [[np.array([marks.count(score) for score in (-1, 0, 1)]) for marks in ways] for ways in told]
    above = np.tril(np.ones((3, 3)), -1) + np.eye(3) / 2
    chances = [float(one @ above @ other) / (one.sum() * other.sum()) for one, other in product(*counts)]
    answers = ("-1", "0", "1", SILENT, UNSEEN)
    held = [np.array([[marks.count(mark) for mark in (-1, 0, 1, SILENT, UNSEEN)]]) for marks in (a, b)]
    found = Design(answers, ("e",), np.eye(5), held[0], held[1])
    assert worst_superiority(found, 3) == pytest.approx((min(chances), max(chances)))


def test_the_worst_case_of_two_silent_sides_is_everything() -> None:
    """A page once said "-0.00 to 1.00": rounding carried the sum below 0."""
    found = Design(("-1", "1", SILENT), ("e",), np.eye(3), np.array([[0, 0, 2]]), np.array([[0, 0, 3]]))
    low, high = worst_superiority(found, 2)
    assert low == 0
    assert high == pytest.approx(1)
    assert high <= 1


def test_bounds_hold_what_is_compared() -> None:
    chosen = chosen_of([1, 1, 1, 0, SILENT, UNSEEN], [0, -1, 0, -1, UNSEEN])
    row = expression_differences(chosen, SCALE).row(0, named=True)
    value = ordinal_differences(chosen, SCALE).row(0, named=True)["superiority"]
    assert row["superiority_low"] < value < row["superiority_high"]


def test_two_events_give_no_interval() -> None:
    """They gave nan, and the page of the comparison ended in a traceback."""
    one = chosen_of([1, 1, 1, 0, SILENT], [0, -1, SILENT, SILENT])
    both = [
        pl.concat([table, table.with_columns(article=pl.col("article") + "x")]) for table in (one.articles, one.values)
    ]
    articles = both[0].with_columns(stratum=pl.col("article").str.slice(3), unit="article")
    row = expression_differences(Selection(articles, articles, both[1], ("a", "b")), SCALE).row(0, named=True)
    assert (row["low"], row["high"]) == (None, None)
    assert row["difference"] == pytest.approx(0.8 - 0.5)


def test_the_test_stands_in_the_family(everything: Comparison) -> None:
    assert isinstance(everything.family, pl.DataFrame)
    assert isinstance(everything.expression, pl.DataFrame)
    p = dict(everything.family.select("test", "p").iter_rows())
    for row in everything.expression.to_dicts():
        assert p[f"{row['variable']}:{EXPRESSED}"] == row["p"]


def test_the_page_tells_who_takes_a_position(demo_ground: Pairing, everything: Comparison) -> None:
    assert isinstance(everything.family, pl.DataFrame)
    (table,) = expressing(demo_ground, everything, {"stance:expressed": "α from 0.85"})
    (warning,) = expression_verdicts(demo_ground, everything)
    assert isinstance(table, Table)
    assert isinstance(warning, Paragraph)
    assert len(table.rows) == len(everything.expression)  # type: ignore[arg-type]  # a table
    first = table.rows[0]
    assert "; n = " in str(first[1])
    assert str(first[-1]) == str(line("α from 0.85"))
    assert "differ in how often they take a position at all, in percentage points: Evaluation of China" in str(warning)
    alike = everything._replace(family=everything.family.with_columns(q_bh=pl.lit(0.5)))
    assert list(expression_verdicts(demo_ground, alike)) == []
