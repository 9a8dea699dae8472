"""The questions that readers of the sources ask of the press, with what the study can say to each."""

from itertools import groupby
from typing import Any

from framing.analysis.floors import SHARE
from framing.analysis.questions import Answer, Verdict, answer, tally
from framing.analysis.reading import Reading
from framing.report.blocks import Link, Listing, Number, Page, Paragraph, Run, Section, joined, line
from framing.report.briefs.registers import questions_in_brief
from framing.report.context import Context, plural
from framing.report.sections.questions import place_of, question_section
from framing.report.wording import refused

Record = dict[str, Any]
STEM, TITLE = "questions", "page-questions"
RULES: dict[Verdict, str] = {
    "answered": (
        f"at least {SHARE} articles hold an answer (articles that share one description count once). Where answers are given "
        "apart, two groups must have as many; in a contrast, both papers. Who wrote about something is answered only where "
        "searches found every article, or found that there is none, and a claim only where the articles bear it out or contradict it; that something is left out is contradicted by one article "
        "that has it."
    ),
    "illustrated": "some article holds an answer, but too few do, or nobody knows how many more there are. Their number and their records "
    "are given.",
    "refused": "no article holds an answer. What would be needed is named.",
}
MEANT = (
    "Answered does not mean that the papers at large are known: it means that the study has enough articles for a share of its own, "
    "or an article that decides a claim. "
    "Unless a question names papers, it is asked of the core panel. The choices of panel and voice do not change it; those of "
    "how articles are read do."
)


def questions(ctx: Context) -> Page:
    """The page of questions, in the order of the register, under the parts of the source that raise them."""
    register = ctx.corpus.registers["questions"]
    if not isinstance(ctx.whole, Reading):
        return Page(
            STEM, ctx.say.text(TITLE), (), (Section("verdicts", "How many are answered", (refused(ctx.whole),)),)
        )
    found = [answer(question, ctx.whole, ctx.corpus.tables) for question in register]
    both = [_on_both_grounds(ctx, question, said) for question, said in zip(register, found, strict=True)]
    sections = [questions_in_brief(ctx, ctx.whole, found), _verdicts(ctx.whole, register, found)]
    numbered = list(zip(range(1, len(register) + 1), register, found, both, strict=True))
    for _, part in groupby(numbered, key=lambda one: (one[1]["source"], _part(one[1]))):
        held = list(part)
        sections.append(Section(f"part-{held[0][1]['id']}", _heading(ctx, held[0][1]), ()))
        sections += [question_section(ctx, *each) for each in held]
    return Page(STEM, ctx.say.text(TITLE), (), tuple(sections))


def _on_both_grounds(ctx: Context, question: Record, found: Answer) -> Answer:
    """The answer if what is inferred from a description counted too."""
    if ctx.told is ctx.whole or not isinstance(ctx.told, Reading):
        return found
    return answer(question, ctx.told, ctx.corpus.tables)


def _verdicts(read: Reading, register: list[Record], found: list[Answer]) -> Section:
    """How many questions have each verdict, which, and by what rule."""
    counts = tally(found)
    told = ", ".join(f"{counts.verdicts[verdict]} {verdict}" for verdict in counts.verdicts)
    bearing = Number(plural(len(counts.bearing), "article"), counts.bearing) if counts.bearing else "No article"
    known = f" of the {read.articles.height} that were coded bear on at least one."
    rules = []
    for verdict, rule in RULES.items():
        asked = enumerate(zip(register, found, strict=True), start=1)
        links = [Link(str(nth), "", place_of(one)) for nth, (one, said) in asked if said.verdict == verdict]
        which = (
            line(" ", plural(len(links), "question").partition(" ")[2].capitalize(), " ", joined(links), ".")
            if links
            else ()
        )
        rules.append(line(Run(verdict.capitalize(), "", strong=True), f": {rule}", which))
    sums = line(f"{plural(len(found), 'question')}: {told}. ", bearing, known)
    return Section(
        "verdicts", "How many are answered", (Paragraph(sums), Listing(tuple(rules)), Paragraph(line(MEANT)))
    )


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
    return f"{section['quarter']}: {theme}"
