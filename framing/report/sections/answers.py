"""Answers to questions in one to three plain sentences, and what would answer those that the study cannot answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from framing.analysis.coverage import also_named
from framing.analysis.floors import FLOORS, SHARE
from framing.analysis.reading import Reading
from framing.report.blocks import Line, joined
from framing.report.context import event_link, number
from framing.report.names import in_english
from framing.report.sections.claims import described_line, quarters, verdict_line
from framing.report.sections.counted_answers import (
    Reply,
    fewer,
    frames_lines,
    nested,
    number_of,
    quoted,
    quoted_events,
    values_lines,
)
from framing.report.speech import Count

FEW = FLOORS[3].articles
"""The fewest articles of which a share is more than indicative."""


def answer_lines(reply: Reply) -> list[Line]:
    """What the study says to a question, sentence by sentence; of a refusal, what would be needed."""
    said = list(_SAID[reply.ask["kind"]](reply))
    if reply.found.verdict != "refused":
        return [*said, *_percentages(reply)]
    say, needs = reply.ctx.say, reply.question.get("needs", "").rstrip(".")
    needed = in_english(needs, reply.ctx.language) if needs else say("questions-needs", kind=reply.ask["kind"])
    return [*said, say("questions-needed", needs=needed)]


def _percentages(reply: Reply) -> Iterator[Line]:
    """What the percentages of an answer are, as far as it has any."""
    if reply.ask["kind"] not in ("values", "frames") or reply.ask.get("by") == "article":
        return
    if reply.focus and (reply.apart or reply.ask["kind"] == "frames"):
        return
    say, shown = reply.ctx.say, reply.found.groups.filter(pl.col("n") >= SHARE)
    warnings: list[Any] = []
    if reply.ask["kind"] == "values" and not shown.is_empty():
        warnings.append(say("questions-percent-given"))
    if not shown.filter(pl.col("descriptions") < pl.col("given")).is_empty():
        warnings.append(say("questions-percent-once"))
    if not shown.filter(pl.col("n") < FEW).is_empty():
        warnings.append(say("questions-percent-few", few=FEW))
    if warnings:
        yield say("questions-percentages", warnings=warnings)


def _coverage(reply: Reply) -> Iterator[Line]:
    say, found, asked = reply.ctx.say, reply.found, tuple(reply.found.asked["article"])
    about = quoted_events(reply)
    if not asked:
        fitting = reply.question["about"].keys() & {"period", "frames"}
        yield say("questions-uncovered-fitting" if fitting else "questions-uncovered", events=about)
    else:
        parts = (
            _spread(reply)
            if reply.apart
            else [
                say(
                    "questions-covered-event",
                    event=event_link(reply.ctx, row["value"]),
                    count=number(row["articles"], row["records"]),
                )
                for row in found.cells.to_dicts()
            ]
        )
        told_of = joined(parts, say.text("warning-separator"))
        yield say("questions-covered", articles=Count(len(asked), asked), events=about, parts=told_of)
    yield from _absent(reply)
    yield from _named(reply)


def _spread(reply: Reply) -> list[Line]:
    """How many articles each group has."""
    return [
        reply.ctx.say(
            "questions-covered-by",
            group=reply.group(row["group"]),
            number=number_of(reply.ctx, Count(row["asked"], tuple(row["records"])), row["descriptions"]),
        )
        for row in reply.found.groups.to_dicts()
    ]


def _absent(reply: Reply) -> Iterator[Line]:
    """The papers without an article, and what is known of their silence."""
    say, papers = reply.ctx.say, dict[str, list[str]]()
    for outlet, state in reply.found.states:
        papers.setdefault(state, []).append(reply.ctx.style.outlets[outlet])
    listed = [
        say("questions-absent-papers", papers=joined(names, say.text("list-comma")), state=state)
        for state, names in papers.items()
    ]
    if listed:
        yield say("questions-absent", papers=joined(listed, say.text("warning-separator")))


def _named(reply: Reply) -> Iterator[Line]:
    """The articles that name the events beside another one that they are about; they count in no answer."""
    read, about = reply.ctx.whole, reply.question["about"]
    if not isinstance(read, Reading) or about.keys() - {"outlets", "events"}:
        return
    papers = (
        pl.col("outlet").cast(pl.String).is_in(about["outlets"]) if "outlets" in about else pl.col("panel") == "core"
    )
    named = also_named(read.articles.filter(papers), reply.ctx.events)
    found = named.filter(pl.col("event").cast(pl.String).is_in(about["events"]))["article"].unique().sort().to_list()
    asked = set(reply.found.asked["article"])
    records = tuple(article for article in found if article not in asked)
    if records:
        yield reply.ctx.say("questions-named", articles=Count(len(records), records))


def _contrast(reply: Reply) -> Iterator[Line]:
    say, papers, label = reply.ctx.say, reply.question["about"]["outlets"], reply.ctx.style.outlets
    named: list[Any] = [_paper(reply, paper) for paper in papers]
    if not reply.found.bearing:
        yield say("questions-contrast-none", papers=named)
        return
    yield say("questions-contrast", papers=named)
    said: dict[str, dict[str, list[str]]] = {}
    left_out = {variable["id"] for variable in reply.ctx.variables("filter")}
    for row in reply.found.cells.filter(~pl.col("variable").is_in(left_out)).to_dicts():
        said.setdefault(row["variable"], {})[row["outlet"]] = row["value"]
    both = {name: [one[paper] for paper in papers] for name, one in said.items() if len(one) == len(papers)}
    differing = [_judgement(reply, name, one) for name, one in both.items() if set(one[0]) != set(one[1])]
    agreeing = [_judgement(reply, name, one[:1]) for name, one in both.items() if set(one[0]) == set(one[1])]
    for message, judgements in (("questions-differ", differing), ("questions-agree", agreeing)):
        if judgements:
            yield say(message, judgements=joined(judgements, say.text("warning-separator")))
    for paper in papers:
        alone = [_judgement(reply, name, [one[paper]]) for name, one in said.items() if list(one) == [paper]]
        if alone:
            listed = joined(alone, say.text("warning-separator"))
            yield say("questions-alone", paper=label[paper], judgements=listed)


def _paper(reply: Reply, paper: str) -> Line:
    """A paper with its articles on the events."""
    rows = {row["group"]: row for row in reply.found.groups.to_dicts()}
    row = rows.get(paper, {"records": [], "descriptions": 0.0, "asked": 0})
    count = Count(len(row["records"]), tuple(row["records"]))
    known = fewer(reply.ctx, row["descriptions"], row["asked"])
    called = reply.ctx.style.outlets[paper]
    if known:
        return reply.ctx.say("questions-paper-fewer", paper=called, articles=count, fewer=known)
    return reply.ctx.say("questions-paper", paper=called, articles=count)


def _judgement(reply: Reply, variable: str, answers: Iterable[list[str]]) -> Line:
    """A judgement with the answers of some papers."""
    ctx = reply.ctx
    values = ctx.style.values[variable] if variable else ctx.style.frames
    name = ctx.style.variables[variable] if variable else ctx.say.text("questions-primary")
    comma = ctx.say.text("list-comma")
    told_of = joined([joined([quoted(ctx, nested(values[value])) for value in one], comma) for one in answers], " / ")
    return ctx.say("questions-judgement", name=name, answers=told_of)


def _claim(reply: Reply) -> Iterator[Line]:
    claims = reply.ctx.corpus.registers["claims"]
    claim = next(entry for entry in claims if entry["id"] == reply.ask["claim"])
    yield reply.ctx.say(
        "questions-claim",
        who=described_line(reply.ctx, claim["about"]),
        period=quarters(claim["period"]),
        claim=in_english(claim["words"].rstrip("."), reply.ctx.language),
        verdict=verdict_line(reply.ctx.say, dict(reply.found.test)),
    )


_SAID: Mapping[str, Callable[[Reply], Iterable[Line]]] = {
    "values": values_lines,
    "frames": frames_lines,
    "coverage": _coverage,
    "contrast": _contrast,
    "claim": _claim,
    "none": lambda told: [told.ctx.say("questions-nothing")],
}
