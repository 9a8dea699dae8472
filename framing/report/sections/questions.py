"""The questions to a study, each with its answer, what it is asked of, and where to look further."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.analysis.questions import Answer
from framing.report.blocks import Block, Line, Link, Paragraph, Run, Section, joined, line
from framing.report.context import Context, event_link
from framing.report.sections.answers import answer_line
from framing.report.sections.claims import place_line, quarters
from framing.report.sections.counted_answers import Told, counted
from framing.report.sections.families import OVERVIEW
from framing.study.cldr import country

Record = dict[str, Any]
TRAITS = (
    (pl.col("basis") == "secondary_paraphrase", "is known only from a description", "are known only from descriptions"),
    (pl.col("sampling") == "undeclared", *2 * ("came into the study in a way that is not declared",)),
    (
        pl.col("sampling") == "purposive",
        "was chosen by the source: an example, not a sample",
        "were chosen by the source: examples, not a sample",
    ),
)
"""What must be known about some articles before any number on them, of one and of several."""
VERDICTS = {"answered": "Answered.", "illustrated": "Illustrated.", "refused": "Refused."}


def question_section(ctx: Context, place: int, question: Record, found: Answer, both: Answer) -> Section:
    """One question under its number; ``both`` is the answer if what is inferred from a description counted too."""
    told = Told(ctx, question, found)
    verdict = Run(VERDICTS[found.verdict], "", strong=True)
    said = line(verdict, " ", answer_line(told), _caution(found))
    blocks: list[Block] = [Paragraph(said, "refusal" if found.verdict == "refused" else "plain")]
    if inferred := [article for article in both.bearing if article not in found.bearing]:
        blocks.append(Paragraph(line("Not counted: ", counted(inferred), _inferred(told, both, inferred), ".")))
    blocks.append(Paragraph(joined(list(_around(told)), " ")))
    others = [Run(text, language) for language, text in question["labels"].items() if language != "en"]
    if others:
        blocks.insert(0, Paragraph(joined(others, " · ")))
    return Section(place_of(question), f"{place}. {question['labels']['en']}", tuple(blocks), 3)


def place_of(question: Record) -> str:
    """The anchor of a question on its page."""
    return f"question-{question['id']}"


def _inferred(told: Told, both: Answer, articles: list[str]) -> str:
    """What some articles answer by inference, as far as the question is one of values."""
    said = ", whose answer is inferred from the description"
    if told.ask["kind"] != "values":
        return said
    held = both.cells.explode("records").filter(pl.col("records").is_in(articles)).drop_nulls("value")
    counts = held.group_by("value", maintain_order=True).agg(pl.col("records").n_unique()).rows()
    return f"{said}: {', '.join(f'{count} “{told.called(value)}”' for value, count in counts)}"


def _caution(found: Answer) -> str:
    """What numbers of these articles are not: of all of them together, then of those of which it is true."""
    bearing = found.asked.filter(pl.col("article").is_in(found.bearing))
    total = bearing.height
    whole: list[str] = []
    parts: list[str] = []
    for which, one, many in TRAITS:
        count = bearing.filter(which).height
        if count:
            said = one if count == 1 else many
            (whole if count == total else parts).append(said if count == total else f"{count} {said}")
    together = f" {'This article' if total == 1 else 'These articles'} {' and '.join(whole)}." if whole else ""
    return together + (f" Of these articles, {'; '.join(parts)}." if parts else "")


def _around(told: Told) -> Iterator[Line]:
    """How many articles bear on it, which were asked, where to see more, and where the source raises it."""
    bearing = list(told.found.bearing)
    if bearing:
        verb = "bears" if len(bearing) == 1 else "bear"
        yield line(counted(bearing), f" {verb} on it.")
    if told.question["about"] and told.ask["kind"] not in ("none", "claim"):
        yield line("Asked of ", _scope(told), ".")
    seen = list(dict.fromkeys(_see(told)))
    if seen:
        yield line("See ", joined(seen), ".")
    yield line("Raised in: ", place_line(told.ctx.say, told.question), _claims(told.question), ".")


def _claims(question: Record) -> Line:
    """The claims of the source that the question bears on, by number."""
    names = question["claims"]
    links = [Link(str(nth), "ledger", f"claim-{name}") for nth, name in enumerate(names, start=1)]
    said = f"; compare {'claim' if len(names) == 1 else 'claims'} "
    return line(said, joined(links)) if links else ()


def _scope(told: Told) -> Line:
    """The articles that a question is asked of, in words."""
    ctx, about = told.ctx, told.question["about"]
    papers = ", ".join(ctx.outlet(name)["names"]["en"] for name in about.get("outlets", []))
    parts: list[Line] = [line(papers or "the papers of the core panel")]
    if "countries" in about:
        parts.append(line(f"from {' and '.join(map(country, about['countries']))}"))
    if "period" in about:
        parts.append(line(f"in {quarters(about['period'])}"))
    if "events" in about:
        parts.append(line("on ", joined([line("“", event_link(ctx, event), "”") for event in about["events"]], " or ")))
    if "frames" in about:
        parts.append(line("with the frame ", " or ".join(f"“{ctx.frame_label(name)}”" for name in about["frames"])))
    return joined(parts)


def _see(told: Told) -> Iterator[Link]:
    """The figures and pages that show the answer, as far as the report has them."""
    ctx, about, kind = told.ctx, told.question["about"], told.ask["kind"]
    papers = [name for name in about.get("outlets", []) if name in ctx.outlets["outlet"]]
    if kind == "values":
        yield from _value_figures(told, papers)
    elif kind == "frames" and not papers:
        place = {"quarter": "over-time", "outlet": "frame-by-outlet"}.get(told.ask.get("by", ""), "frames")
        yield Link("the figure of frames", "index", place)
    elif kind == "frames":
        yield from (Link(f"the frames of {ctx.style.outlets[name]}", f"outlet-{name}", "frames") for name in papers)
    elif kind == "coverage":
        yield Link("the figure of events", "index", "events")
    if told.ask.get("by") == "country":
        yield Link("the comparison of countries", OVERVIEW)
    named = [*about.get("events", []), *([told.ask["around"]] if "around" in told.ask else [])]
    yield from (Link(ctx.style.events[event], f"event-{event}") for event in named if event in ctx.covered)


def _value_figures(told: Told, papers: list[str]) -> Iterator[Link]:
    book = told.ctx.corpus.codebook
    group = next(entry["group"] for entry in book["variables"] if entry["id"] == told.ask["variable"])
    show = next(entry["show"] for entry in book["groups"] if entry["id"] == group)
    place = "positions" if show == "strip" else show
    name = told.ctx.style.variables[told.ask["variable"]]
    if not papers:
        yield Link(f"the figure of “{name}”", "index", place)
    yield from (Link(f"{told.ctx.style.outlets[paper]} on “{name}”", f"outlet-{paper}", place) for paper in papers)
