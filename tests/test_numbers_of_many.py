"""Tables of many articles count them, and lose none."""

from collections import Counter

import polars as pl

from framing.chart.timeline import counts_articles
from framing.refusal import Refusal
from framing.report.blocks import Table, numbers_in
from framing.report.context import Context
from framing.report.figures import FIGURES
from framing.report.figures.recipe import study_reading
from framing.report.pages.event import NAMED, event_page


def records(table: Table) -> Counter[str]:
    return Counter(record for number in numbers_in(table) for record in number.records)


def timing(ctx: Context, event: str) -> Table:
    (covered,) = (section for section in event_page(ctx, event).sections if section.place == "covered")
    table = covered.blocks[1]
    assert isinstance(table, Table)
    return table


def test_articles_of_one_event_relation_and_day_share_a_row(simulated: Context) -> None:
    assert not isinstance(simulated.reading, Refusal)
    articles = simulated.reading.articles
    for event in simulated.covered:
        table = timing(simulated, event)
        told = [tuple("".join(getattr(part, "text", part) for part in cell) for cell in row[1:]) for row in table.rows]
        assert len(told) == len(set(told))
        held = records(table)
        assert set(held.values()) == {1}
        if simulated.event(event)["kind"] != "umbrella":
            assert set(held) == set(articles.filter(pl.col("event") == event)["article"])


def test_a_row_of_days_names_a_few_articles_and_counts_more(simulated: Context) -> None:
    rows = [row for event in simulated.covered for row in timing(simulated, event).rows]
    behind = [list(numbers_in(row[0])) for row in rows]
    assert {len(numbers) for numbers in behind} == {1, 2, NAMED}
    for numbers in behind:
        (text, held), *_ = ((number.text, number.records) for number in numbers)
        assert text == (held[0] if len(held) == 1 else str(len(held)))
        assert len(held) == 1 or len(held) > NAMED


def test_the_numbers_of_a_timeline_of_bars_count_each_article_once(simulated: Context) -> None:
    figure = FIGURES["timeline"]
    of = study_reading(simulated)
    articles = figure.measure(of)
    assert counts_articles(articles)
    table = figure.numbers(of, articles)
    assert table is not None
    assert records(table) == Counter(articles.drop_nulls("published")["article"])
    assert all(number.text == str(len(number.records)) for number in numbers_in(table))
    assert len(table.rows) <= simulated.outlets.height * len(simulated.style.frames)
