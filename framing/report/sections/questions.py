"""The questions to a study, each with its answer, what it is asked of, and where to look further."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.analysis.questions import Answer
from framing.report.blocks import Block, Line, Link, Paragraph, Run, Section, joined
from framing.report.context import Context
from framing.report.names import country_name, label_language
from framing.report.sections.answers import answer_lines
from framing.report.sections.claims import place_line, quarters
from framing.report.sections.counted_answers import Reply, quoted, quoted_events
from framing.report.sections.families import OVERVIEW
from framing.report.speech import Count

Record = dict[str, Any]
TRAITS = {
    "secondary": pl.col("basis") == "secondary_paraphrase",
    "undeclared": pl.col("sampling") == "undeclared",
    "purposive": pl.col("sampling") == "purposive",
}
"""What must be known about some articles before any number on them."""


def question_section(ctx: Context, place: int, question: Record, found: Answer, both: Answer) -> Section:
    """One question under its number; ``both`` is the answer if what is inferred from a description counted too."""
    say, told = ctx.say, Reply(ctx, question, found)
    verdict = Run(
        say.text("questions-verdict-sentence", verdict=say("questions-verdict", verdict=found.verdict)), "", strong=True
    )
    said = say.together((verdict,), *answer_lines(told), *_cautions(told))
    blocks: list[Block] = [Paragraph(said, "refusal" if found.verdict == "refused" else "plain")]
    counted = set(found.bearing)
    if inferred := [article for article in both.bearing if article not in counted]:
        blocks.append(Paragraph(_inferred(told, both, inferred)))
    blocks.append(Paragraph(say.together(*_around(told))))
    shown = label_language(question["labels"], ctx.language) or ctx.language
    others = [Run(text, language) for language, text in question["labels"].items() if language != shown]
    if others:
        blocks.insert(0, Paragraph(joined(others, " · ")))
    title = say.text("questions-title", place=str(place), question=question["labels"][shown])
    return Section(place_of(question), title, tuple(blocks), 3, language=ctx.language)


def place_of(question: Record) -> str:
    """The anchor of a question on its page."""
    return f"question-{question['id']}"


def _inferred(reply: Reply, both: Answer, articles: list[str]) -> Line:
    """What some articles answer by inference, as far as the question is one of values."""
    say, count = reply.ctx.say, Count(len(articles), tuple(articles))
    if reply.ask["kind"] != "values":
        return say("questions-not-counted", articles=count)
    held = both.cells.explode("records").filter(pl.col("records").is_in(articles)).drop_nulls("value")
    counts = held.group_by("value", maintain_order=True).agg(pl.col("records").n_unique()).rows()
    answers = [say("questions-answer", count=number, answer=reply.called(value)) for value, number in counts]
    return say("questions-not-counted-answers", articles=count, answers=joined(answers, say.text("list-comma")))


def _cautions(reply: Reply) -> Iterator[Line]:
    """What numbers of these articles are not: of all of them together, then of those of which it is true."""
    say, found = reply.ctx.say, reply.found
    bearing = found.asked.filter(pl.col("article").is_in(found.bearing))
    counts = {trait: bearing.filter(which).height for trait, which in TRAITS.items()}
    total = bearing.height
    whole: list[Any] = [_trait(reply, trait, count) for trait, count in counts.items() if 0 < count == total]
    parts = [
        say("questions-trait-of", articles=count, trait=_trait(reply, trait, count))
        for trait, count in counts.items()
        if 0 < count < total
    ]
    if whole:
        yield say("questions-traits", articles=total, traits=whole)
    if parts:
        yield say("questions-traits-some", traits=joined(parts, say.text("warning-separator")))


def _trait(reply: Reply, trait: str, articles: int) -> Line:
    return reply.ctx.say(f"questions-trait-{trait}", articles=articles)


def _around(reply: Reply) -> Iterator[Line]:
    """How many articles bear on it, which were asked, where to see more, and where the source raises it."""
    say, bearing = reply.ctx.say, reply.found.bearing
    if bearing:
        yield say("questions-bear", articles=Count(len(bearing), tuple(bearing)))
    if reply.question["about"] and reply.ask["kind"] not in ("none", "claim"):
        yield say("questions-scope", scope=joined(_scope(reply), say.text("list-comma")))
    seen = list(dict.fromkeys(_see(reply)))
    if seen:
        yield say("questions-see", places=joined(seen, say.text("list-comma")))
    place, names = place_line(reply.ctx, reply.question), reply.question["claims"]
    links = [Link(str(nth), "ledger", f"claim-{name}") for nth, name in enumerate(names, start=1)]
    if links:
        claims = joined(links, say.text("list-comma"))
        yield say("questions-raised-claims", place=place, many=len(links), claims=claims)
    else:
        yield say("questions-raised", place=place)


def _scope(reply: Reply) -> Iterator[Line]:
    """The articles that a question is asked of, in words."""
    ctx, about, say = reply.ctx, reply.question["about"], reply.ctx.say
    papers = [ctx.outlet_name(name) for name in about.get("outlets", [])]
    yield joined(papers, say.text("list-comma")) if papers else say("questions-core")
    if "countries" in about:
        yield say("questions-from", countries=[country_name(code, ctx.language) for code in about["countries"]])
    if "period" in about:
        yield say("questions-in", period=quarters(about["period"]))
    if "events" in about:
        yield say("questions-on", events=quoted_events(reply))
    if "frames" in about:
        frames = [quoted(ctx, ctx.frame_label(name)) for name in about["frames"]]
        yield say("questions-with", frames=joined(frames, say.text("questions-or")))


def _see(reply: Reply) -> Iterator[Link]:
    """The figures and pages that show the answer, as far as the report has them."""
    ctx, about, kind = reply.ctx, reply.question["about"], reply.ask["kind"]
    papers = [name for name in about.get("outlets", []) if name in ctx.outlets["outlet"]]
    if kind == "values":
        yield from _value_figures(reply, papers)
    elif kind == "frames" and not papers:
        place = {"quarter": "over-time", "outlet": "frame-by-outlet"}.get(reply.ask.get("by", ""), "frames")
        yield Link(ctx.say.text("questions-see-frames"), "index", place)
    elif kind == "frames":
        for name in papers:
            text = ctx.say.text("questions-see-frames-of", paper=ctx.style.outlets[name])
            yield Link(text, f"outlet-{name}", "frames")
    elif kind == "coverage":
        yield Link(ctx.say.text("questions-see-events"), "index", "events")
    if reply.ask.get("by") == "country":
        yield Link(ctx.say.text("questions-see-countries"), OVERVIEW)
    named = [*about.get("events", []), *([reply.ask["around"]] if "around" in reply.ask else [])]
    yield from (Link(ctx.style.events[event], f"event-{event}") for event in named if event in ctx.covered)


def _value_figures(reply: Reply, papers: list[str]) -> Iterator[Link]:
    say, book = reply.ctx.say, reply.ctx.corpus.codebook
    group = next(entry["group"] for entry in book["variables"] if entry["id"] == reply.ask["variable"])
    show = next(entry["show"] for entry in book["groups"] if entry["id"] == group)
    place = "positions" if show == "strip" else show
    name = reply.ctx.style.variables[reply.ask["variable"]]
    if not papers:
        yield Link(say.text("questions-see-values", variable=name), "index", place)
    for paper in papers:
        text = say.text("questions-see-values-of", paper=reply.ctx.style.outlets[paper], variable=name)
        yield Link(text, f"outlet-{paper}", place)
