"""What pages say of paths, rivals and contrasts, on the shipped study and on one with many articles."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from framing.analysis.reading import Reading
from framing.report.blocks import Line, Number, Paragraph, Run, Section, Table
from framing.report.context import Context
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.overview import overview
from framing.report.sections import course
from framing.report.sections.contrast import rivals_section

ROOT = Path(__file__).parent.parent


def said(line: Line) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in line)


def section(sections: tuple[Section, ...], place: str) -> Section:
    return next(found for found in sections if found.place == place)


def reading(ctx: Context) -> Reading:
    assert isinstance(ctx.reading, Reading)
    return ctx.reading


def test_a_dossier_tells_the_path_of_its_paper_in_a_sentence(shipped: Context) -> None:
    path = section(tuple(dossier(shipped, "sankei").sections), "path")
    sentences = [said(item) for block in path.blocks for item in block.items]  # type: ignore[union-attr]
    assert sentences[0] == "Stance (desirable?): −1 in July 2015, −1 in January 2016."
    (first, *_) = [part for item in path.blocks[0].items for part in item if isinstance(part, Number)]  # type: ignore[union-attr]
    assert first.records == ("sankei-2015-07-02",)


def test_a_paper_without_two_positions_has_no_path_and_says_so(shipped: Context) -> None:
    (block,) = section(tuple(dossier(shipped, "nikkei").sections), "path").blocks
    assert isinstance(block, Paragraph)
    assert block.tone == "refusal"
    assert said(block.text).endswith("as far as their sources show: there is no path.")


def test_a_long_path_is_counted(simulated: Context) -> None:
    path = section(tuple(dossier(simulated, "rg").sections), "path")
    sentences = [said(item) for block in path.blocks for item in block.items]  # type: ignore[union-attr]
    assert all("take a position, from −2 to" in sentence for sentence in sentences)


def test_two_articles_on_one_event_are_contrasted_and_one_is_a_card(shipped: Context) -> None:
    table = section(tuple(event_page(shipped, "e46-lavrov-treaty").sections), "articles").blocks[0]
    assert isinstance(table, Table)
    rows = {said(row[0]): row[1:] for row in table.rows}
    assert rows["Primary frame dimension ≠"][0] == (Run("Territory and peace treaty", "", strong=True),)
    assert [said(cell) for cell in rows["Territorial formula ≠"]] == ["Four islands, Denies the issue", "Draw or half"]
    assert rows["Obstacle"] == (("Russia",), ("unknown",))
    alone = section(tuple(event_page(shipped, "e18-securities-arms").sections), "articles").blocks
    (listed,) = alone
    assert [row.record for row in listed.rows] == ["yomiuri-2014-09-25"]  # type: ignore[union-attr]


def test_the_two_papers_with_most_articles_stand_against_each_other(shipped: Context) -> None:
    rivals = section(tuple(overview(shipped).sections), "rivals")
    assert rivals.title == "Yomiuri against Sankei"
    first, table, *rest = rivals.blocks
    assert isinstance(first, Paragraph)
    assert said(first.text).endswith("They share 3 events, and meet under 2 umbrella events by different parts.")
    assert isinstance(table, Table)
    assert [said(row[1]) for row in table.rows].count("the event itself") == 3
    assert sum(isinstance(block, Table) for block in rest) == 3


def test_papers_with_many_articles_are_counted_and_not_contrasted(simulated: Context) -> None:
    found = rivals_section(simulated, reading(simulated))
    assert found is not None
    assert sum(isinstance(block, Table) for block in found.blocks) == 1


def test_one_paper_alone_has_no_rival(shipped: Context) -> None:
    alone = replace(shipped, outlets=shipped.outlets.head(1))
    assert rivals_section(alone, reading(shipped)) is None


def test_countries_without_a_paper_are_named(shipped: Context) -> None:
    found = course.expectations_section(shipped, reading(shipped))
    assert found is not None
    caution = found.blocks[0]
    assert isinstance(caution, Paragraph)
    assert said(caution.text).startswith(
        "The source also makes claims about the United States. No paper from there is in the study"
    )


def test_a_study_without_claims_or_plans_says_nothing_of_them(simulated: Context) -> None:
    found = course.expectations_section(simulated, reading(simulated))
    assert found is not None
    assert len(found.blocks) == 1
    assert course.plans_section(simulated, reading(simulated)) is None


def test_variables_that_no_article_answers_have_no_picture_over_time(shipped: Context) -> None:
    unanswered = reading(shipped)
    values = unanswered.values.with_columns(value=pl.lit(None, pl.String))
    assert course.answers_section(shipped, unanswered, "bars") is not None
    assert course.answers_section(shipped, unanswered._replace(values=values), "bars") is None
