"""The page of questions: verdicts counted, answers in sentences with their records, cautions, and where to look further."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.analysis.choices import Choices
from framing.analysis.questions import answer
from framing.analysis.reading import Reading
from framing.corpus import read
from framing.report import contents, surround
from framing.report.blocks import Page, Paragraph, Section, numbers_in
from framing.report.contents import PAGES, Scope, navigation
from framing.report.context import Context, context
from framing.report.pages.questions import questions
from framing.report.render.markdown import markdown
from framing.report.sections import counted_answers
from framing.report.sections.answers import answer_lines
from framing.report.speech import plain
from framing.study.canonical import file_bytes
from framing.study.validate import fixed_contract
from tests.overlay import STUDY

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests/golden/questions.md"
Record = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(STUDY, tmp_path / "study")
    return tmp_path / "study"


def shown(folder: Path) -> Context:
    return context(read(folder), Choices(rule="majority"))


def edited(folder: Path, change: Callable[[list[Record]], object]) -> None:
    path = folder / "coded/questions.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record["questions"])
    path.write_bytes(file_bytes(record, fixed_contract("questions").order))


def told(section: Section) -> str:
    texts = [
        part if isinstance(part, str) else part.text
        for block in section.blocks
        if isinstance(block, Paragraph)
        for part in block.text
    ]
    return "".join(texts)


def asked(folder: Path, about: Record, ask: Record, **more: Any) -> str:
    """What the page says to the first question of the study, changed."""
    edited(folder, lambda register: register[0].update(about=about, ask=ask, **more))
    page = questions(shown(folder))
    return told(next(section for section in page.sections if section.place == "question-outlook-of-papers"))


def test_golden_of_a_page_of_questions() -> None:
    ctx = shown(STUDY)
    found = re.sub(r"s-[0-9a-f]{10}", "s-", markdown(questions(ctx), surround(ctx)))
    if os.environ.get("FRAMING_GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_a_study_without_questions_has_no_such_page(folder: Path) -> None:
    (folder / "coded/questions.json").unlink()
    ctx = shown(folder)
    assert "questions" not in dict(navigation(ctx))
    scope = Scope(ctx, [])
    assert [kind.makers(scope) for kind in PAGES if kind.entries is contents._questions] == [[]]


def test_the_page_stands_in_the_navigation(folder: Path) -> None:
    assert dict(navigation(shown(folder)))["questions"] == "Questions"


def test_a_question_that_nothing_answers_says_what_is_needed(folder: Path) -> None:
    silent = asked(folder, {"outlets": ["harbour-post"]}, {"kind": "values", "variable": "outlook"})
    assert silent.startswith("Refused. None of 2 articles answers “Outlook”. Without an answer: ")
    assert "Needed: the articles themselves, or descriptions that tell this of them." in silent
    own = asked(folder, {"outlets": ["more"], "frames": ["conflict"]}, {"kind": "frames"}, needs="Letters.")
    assert own.startswith("Refused. The study has no article to ask. Needed: Letters.")


@pytest.mark.parametrize(
    ("language", "shared"),
    [("en", "description|counted as"), ("ja", "記述|件と数える"), ("ru", "описани|в пересчёте")],
)
@pytest.mark.parametrize("by", ["article", "outlet", ""])
def test_unequal_chances_of_a_draw_are_no_shared_descriptions(
    shipped: Context, language: str, shared: str, by: str
) -> None:
    ctx = context(shipped.corpus, Choices(), language)
    assert isinstance(ctx.whole, Reading)
    ask = {"kind": "values", "variable": "prospect"} | ({"by": by} if by else {})
    likely = pl.when(pl.int_range(pl.len()) % 2 == 0).then(pl.lit(1.6)).otherwise(pl.lit(0.4))
    drawn = ctx.whole.articles.with_columns(relative=likely, weight=likely)
    said = {}
    for name, articles in (("described", ctx.whole.articles), ("drawn", drawn)):
        found = answer({"about": {}, "ask": ask}, ctx.whole._replace(articles=articles), ctx.corpus.tables)
        lines = answer_lines(counted_answers.Reply(ctx, {"about": {}, "ask": ask}, found))
        said[name] = " ".join(map(plain, lines))
    assert re.search(shared, said["described"])
    assert not re.search(shared, said["drawn"]), said["drawn"]


def test_a_value_is_counted_among_the_articles_that_answer(shipped: Context) -> None:
    """Not among all that are asked."""
    assert isinstance(shipped.whole, Reading)
    variable = next(entry for entry in shipped.corpus.codebook["variables"] if entry["id"] == "quoted_position")
    ask = {"kind": "values", "variable": variable["id"], "value": variable["values"][0]["id"], "by": "outlet"}
    question = {"about": {}, "ask": ask}
    found = answer(question, shipped.whole, shipped.corpus.tables)
    [line] = counted_answers.values_lines(counted_answers.Reply(shipped, question, found))
    rows = found.groups.to_dicts()
    assert any(0 < row["given"] < row["asked"] for row in rows)
    assert re.findall(r"\d+ of (\d+)", plain(line)) == [str(row["given"]) for row in rows if row["given"]]


def test_nobody_wrote_is_not_said_where_nobody_searched(folder: Path) -> None:
    found = asked(folder, {"events": ["e1-first-ferry"], "outlets": ["more"]}, {"kind": "coverage"})
    assert found.startswith(
        "Refused. The study has no article on “First ferry”. Without an article: More (not searched)."
    )
    searched = asked(folder, {"events": ["e2-fare-talks"], "outlets": ["more"]}, {"kind": "coverage"})
    assert searched.startswith(
        "Answered. The study has no article on “Talks on fares”. Without an article: More (silent: "
    )
    period = {"from": "2026Q2", "to": "2026Q2"}
    assert "First ferry” that fits." in asked(
        folder, {"events": ["e1-first-ferry"], "period": period}, {"kind": "coverage"}
    )


def asked_in(pages: list[Page]) -> Page:
    (page,) = [page for page in pages if page.stem == "questions"]
    return page


def test_purposive_and_second_hand_articles_are_told_in_every_answer(
    shipped: Context, shipped_pages: list[Page]
) -> None:
    """A count over a handful that somebody picked must not pass for one of coverage."""
    ctx = shipped
    assert isinstance(ctx.whole, Reading)
    sections = {section.place: told(section) for section in asked_in(shipped_pages).sections}
    for question in ctx.corpus.registers["questions"]:
        found = answer(question, ctx.whole, ctx.corpus.tables)
        said = sections[f"question-{question['id']}"]
        assert said.startswith(found.verdict.capitalize())
        assert bool(found.bearing) == ("not a sample" in said), said
        assert (found.verdict == "refused") == ("Needed: " in said), said


def test_the_shipped_questions_are_those_of_the_whole_source(shipped: Context, shipped_pages: list[Page]) -> None:
    ctx = shipped
    register = ctx.corpus.registers["questions"]
    sections = {section["id"] for source in ctx.corpus.registers["sources"] for section in source["sections"]}
    assert len(register) == 55
    assert sections == {question["locator"].get("section") for question in register} - {None}
    page = asked_in(shipped_pages)
    assert told(page.sections[1]).startswith("55 questions: ")
    verdicts = [
        answer(question, ctx.whole, ctx.corpus.tables).verdict
        for question in register
        if isinstance(ctx.whole, Reading)
    ]
    assert sum(verdict != "refused" for verdict in verdicts) >= 40


def test_answers_follow_the_reading(folder: Path) -> None:
    alba = questions(context(read(folder), Choices(rule="coder:alba")))
    both = questions(shown(folder))
    assert [section.place for section in alba.sections] == [section.place for section in both.sections]
    assert alba != both


def test_a_reading_under_which_nothing_is_coded_is_refused(folder: Path) -> None:
    page: Page = questions(context(read(folder), Choices(rule="coder:nobody")))
    assert [section.place for section in page.sections] == ["verdicts"]


def test_every_kind_is_told_in_a_sentence(folder: Path) -> None:
    both = {"outlets": ["harbour-post", "kaiko-shimbun"]}
    cases = [
        ({"kind": "values", "variable": "voice", "value": "guest", "by": "outlet"}, "Articles that say “Guest”, of those that answer “Voice”, by paper: "),
        ({"kind": "values", "variable": "voice", "value": "guest"}, "answer “Voice”: 0 “Guest”, "),
        ({"kind": "values", "variable": "voice", "by": "article"}, "“Voice”: “Outlet” (Harbour Post, 3 March 2026), then "),
        ({"kind": "values", "variable": "voice", "by": "country"}, "“Voice”, by country of the paper (articles asked in parentheses): "),
        ({"kind": "frames", "by": "quarter"}, "Primary frames, by quarter (articles in parentheses): 2026Q1 ("),
        ({"kind": "frames", "frame": "conflict", "role": "any"}, " A description cannot show that an article lacks a frame."),
        ({"kind": "frames", "frame": "economy", "role": "any", "by": "outlet"}, "Articles with “Economic consequences” among their frames, by paper: "),
        ({"kind": "frames", "by": "article", "role": "any"}, " and “"),
    ]  # fmt: skip
    for ask, words in cases:
        assert words in asked(folder, both, ask), ask


def test_a_path_tells_its_first_articles_and_how_many_come_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted_answers, "STEPS", 1)
    found = asked(folder, {"outlets": ["harbour-post"]}, {"kind": "values", "variable": "voice", "by": "article"})
    assert "“Voice”: “Outlet” (3 March 2026). 1 later article answers, too." in found


def test_answers_that_are_inferred_are_told_and_not_counted(shipped: Context, shipped_pages: list[Page]) -> None:
    """Of the article that the source calls upbeat, only this characterisation answers."""
    page = asked_in(shipped_pages)
    section = next(each for each in page.sections if each.place == "question-yomiuri-rosy")
    assert told(section).startswith("Refused.")
    assert "Not counted: 1 article, whose answer is inferred from the description." in told(section)
    both = questions(context(shipped.corpus, Choices(ground="inferred")))
    section = next(each for each in both.sections if each.place == "question-yomiuri-rosy")
    assert told(section).startswith("Illustrated.")
    assert "Not counted" not in told(section)


def test_who_names_an_event_beside_another_is_told_and_not_counted(shipped_pages: list[Page]) -> None:
    """Of the papers, RG and Yomiuri name the planned visit of 2014 in articles on sanctions."""
    page = asked_in(shipped_pages)
    section = next(each for each in page.sections if each.place == "question-visit-covered")
    assert ("rg-2014-08-26", "yomiuri-2014-09-25") in [number.records for number in numbers_in(section)]
    assert "Named beside another event, and not counted: 2 articles." in told(section)
