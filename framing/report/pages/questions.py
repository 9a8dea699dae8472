"""The questions that readers of the sources ask of the press, with what the study can say to each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, get_args

from framing.analysis.floors import SHARE
from framing.analysis.questions import Answer, Verdict, answer, tally
from framing.analysis.reading import Reading
from framing.report.blocks import Line, Link, Listing, Page, Paragraph, Run, Section, joined
from framing.report.briefs.registers import questions_in_brief
from framing.report.context import Context, with_inferred
from framing.report.sections.questions import place_of, question_section
from framing.report.speech import Count
from framing.report.wording import refused

Record = dict[str, Any]
STEM, TITLE = "questions", "page-questions"


def questions(ctx: Context) -> Page:
    """The page of questions, in the order of the register, under the parts of the source that raise them."""
    register = ctx.corpus.registers["questions"]
    if not isinstance(ctx.whole, Reading):
        told = (refused(ctx.whole, ctx=ctx),)
        verdicts = Section("verdicts", ctx.say.text("questions-many"), told, language=ctx.language)
        return Page(STEM, ctx.say.text(TITLE), (), (verdicts,))
    found = [answer(question, ctx.whole, ctx.corpus.tables) for question in register]
    both = _on_both_grounds(ctx, register, found)
    sections = [questions_in_brief(ctx, ctx.whole, found), _verdicts(ctx, ctx.whole, register, found)]
    numbered = zip(range(1, len(register) + 1), register, found, both, strict=True)
    for _, part in groupby(numbered, key=lambda one: (one[1]["source"], _part(one[1]))):
        held = list(part)
        title = _heading(ctx, held[0][1])
        sections.append(Section(f"part-{held[0][1]['id']}", title, (), language=ctx.language))
        sections += [question_section(ctx, *each) for each in held]
    return Page(STEM, ctx.say.text(TITLE), (), tuple(sections))


def _on_both_grounds(ctx: Context, register: Sequence[Record], found: Sequence[Answer]) -> Iterator[Answer]:
    """The answers if what is inferred from a description counted too."""
    read = with_inferred(ctx.corpus, ctx.choices, ctx.whole)
    if read is ctx.whole or not isinstance(read, Reading):
        return iter(found)
    return (answer(question, read, ctx.corpus.tables) for question in register)


def _verdicts(ctx: Context, read: Reading, register: list[Record], found: list[Answer]) -> Section:
    """How many questions have each verdict, which, and by what rule."""
    say, counts = ctx.say, tally(found)
    numbers: dict[str, Any] = {str(verdict): count for verdict, count in counts.verdicts.items()}
    sums = say.together(
        say("questions-sums", questions=len(found), **numbers),
        say("questions-bearing", articles=Count(len(counts.bearing), counts.bearing), of=read.articles.height),
    )
    rules = tuple(_rule(ctx, verdict, register, found) for verdict in get_args(Verdict))
    blocks = (Paragraph(sums), Listing(rules), Paragraph(say("questions-meant")))
    return Section("verdicts", say.text("questions-many"), blocks, language=ctx.language)


def _rule(ctx: Context, verdict: Verdict, register: list[Record], found: list[Answer]) -> Line:
    """What one verdict takes, and the questions that have it."""
    say = ctx.say
    asked = enumerate(zip(register, found, strict=True), start=1)
    links = [Link(str(nth), "", place_of(one)) for nth, (one, said) in asked if said.verdict == verdict]
    called = Run(say.text("questions-verdict", verdict=verdict), "", strong=True)
    rule = say("questions-ruled", verdict=called, rule=say("questions-rule", verdict=verdict, fewest=SHARE))
    if not links:
        return rule
    which = say("questions-which", many=len(links), questions=joined(links, say.text("list-comma")))
    return say.together(rule, which)


def _part(question: Record) -> str:
    return str(question["locator"].get("section", question["locator"].get("place", "")))


def _heading(ctx: Context, question: Record) -> str:
    """The part of the source: its quarter and theme, or the place in words."""
    locator = question["locator"]
    source = next(entry for entry in ctx.corpus.registers["sources"] if entry["id"] == question["source"])
    section = next((entry for entry in source["sections"] if entry["id"] == locator.get("section")), None)
    if section is None:
        place = locator.get("place", source["title"])
        return f"{place[:1].upper()}{place[1:]}"
    theme = ctx.frame_label(section["theme"]) if section["theme"] else section["id"]
    return ctx.say.text("questions-part", quarter=section["quarter"], theme=theme)
