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
    Told,
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


def answer_lines(told: Told) -> list[Line]:
    """What the study says to a question, sentence by sentence; of a refusal, what would be needed."""
    said = list(_SAID[told.ask["kind"]](told))
    if told.found.verdict != "refused":
        return [*said, *_percentages(told)]
    say, needs = told.ctx.say, told.question.get("needs", "").rstrip(".")
    needed = in_english(needs, told.ctx.language) if needs else say("questions-needs", kind=told.ask["kind"])
    return [*said, say("questions-needed", needs=needed)]


def _percentages(told: Told) -> Iterator[Line]:
    """What the percentages of an answer are, as far as it has any."""
    if told.ask["kind"] not in ("values", "frames") or told.ask.get("by") == "article":
        return
    if told.focus and (told.apart or told.ask["kind"] == "frames"):
        return
    say, shown = told.ctx.say, told.found.groups.filter(pl.col("n") >= SHARE)
    warnings: list[Any] = []
    if told.ask["kind"] == "values" and not shown.is_empty():
        warnings.append(say("questions-percent-given"))
    if not shown.filter(pl.col("descriptions") < pl.col("given")).is_empty():
        warnings.append(say("questions-percent-once"))
    if not shown.filter(pl.col("n") < FEW).is_empty():
        warnings.append(say("questions-percent-few", few=FEW))
    if warnings:
        yield say("questions-percentages", warnings=warnings)


def _coverage(told: Told) -> Iterator[Line]:
    say, found, asked = told.ctx.say, told.found, tuple(told.found.asked["article"])
    about = quoted_events(told)
    if not asked:
        fitting = told.question["about"].keys() & {"period", "frames"}
        yield say("questions-uncovered-fitting" if fitting else "questions-uncovered", events=about)
    else:
        parts = (
            _spread(told)
            if told.apart
            else [
                say(
                    "questions-covered-event",
                    event=event_link(told.ctx, row["value"]),
                    count=number(row["articles"], row["records"]),
                )
                for row in found.cells.to_dicts()
            ]
        )
        told_of = joined(parts, say.text("warning-separator"))
        yield say("questions-covered", articles=Count(len(asked), asked), events=about, parts=told_of)
    yield from _absent(told)
    yield from _named(told)


def _spread(told: Told) -> list[Line]:
    """How many articles each group has."""
    return [
        told.ctx.say(
            "questions-covered-by",
            group=told.group(row["group"]),
            number=number_of(told.ctx, Count(row["asked"], tuple(row["records"])), row["descriptions"]),
        )
        for row in told.found.groups.to_dicts()
    ]


def _absent(told: Told) -> Iterator[Line]:
    """The papers without an article, and what is known of their silence."""
    say, papers = told.ctx.say, dict[str, list[str]]()
    for outlet, state in told.found.states:
        papers.setdefault(state, []).append(told.ctx.style.outlets[outlet])
    listed = [
        say("questions-absent-papers", papers=joined(names, say.text("list-comma")), state=state)
        for state, names in papers.items()
    ]
    if listed:
        yield say("questions-absent", papers=joined(listed, say.text("warning-separator")))


def _named(told: Told) -> Iterator[Line]:
    """The articles that name the events beside another one that they are about; they count in no answer."""
    read, about = told.ctx.whole, told.question["about"]
    if not isinstance(read, Reading) or about.keys() - {"outlets", "events"}:
        return
    papers = (
        pl.col("outlet").cast(pl.String).is_in(about["outlets"]) if "outlets" in about else pl.col("panel") == "core"
    )
    named = also_named(read.articles.filter(papers), told.ctx.events)
    found = named.filter(pl.col("event").cast(pl.String).is_in(about["events"]))["article"].unique().sort().to_list()
    records = tuple(article for article in found if article not in told.found.asked["article"])
    if records:
        yield told.ctx.say("questions-named", articles=Count(len(records), records))


def _contrast(told: Told) -> Iterator[Line]:
    say, papers, label = told.ctx.say, told.question["about"]["outlets"], told.ctx.style.outlets
    named: list[Any] = [_paper(told, paper) for paper in papers]
    if not told.found.bearing:
        yield say("questions-contrast-none", papers=named)
        return
    yield say("questions-contrast", papers=named)
    said: dict[str, dict[str, list[str]]] = {}
    left_out = {variable["id"] for variable in told.ctx.variables("filter")}
    for row in told.found.cells.filter(~pl.col("variable").is_in(left_out)).to_dicts():
        said.setdefault(row["variable"], {})[row["outlet"]] = row["value"]
    both = {name: [one[paper] for paper in papers] for name, one in said.items() if len(one) == len(papers)}
    differing = [_judgement(told, name, one) for name, one in both.items() if set(one[0]) != set(one[1])]
    agreeing = [_judgement(told, name, one[:1]) for name, one in both.items() if set(one[0]) == set(one[1])]
    for message, judgements in (("questions-differ", differing), ("questions-agree", agreeing)):
        if judgements:
            yield say(message, judgements=joined(judgements, say.text("warning-separator")))
    for paper in papers:
        alone = [_judgement(told, name, [one[paper]]) for name, one in said.items() if list(one) == [paper]]
        if alone:
            listed = joined(alone, say.text("warning-separator"))
            yield say("questions-alone", paper=label[paper], judgements=listed)


def _paper(told: Told, paper: str) -> Line:
    """A paper with its articles on the events."""
    rows = {row["group"]: row for row in told.found.groups.to_dicts()}
    row = rows.get(paper, {"records": [], "descriptions": 0.0, "asked": 0})
    count = Count(len(row["records"]), tuple(row["records"]))
    known = fewer(told.ctx, row["descriptions"], row["asked"])
    called = told.ctx.style.outlets[paper]
    if known:
        return told.ctx.say("questions-paper-fewer", paper=called, articles=count, fewer=known)
    return told.ctx.say("questions-paper", paper=called, articles=count)


def _judgement(told: Told, variable: str, answers: Iterable[list[str]]) -> Line:
    """A judgement with the answers of some papers."""
    ctx = told.ctx
    values = ctx.style.values[variable] if variable else ctx.style.frames
    name = ctx.style.variables[variable] if variable else ctx.say.text("questions-primary")
    comma = ctx.say.text("list-comma")
    told_of = joined([joined([quoted(ctx, nested(values[value])) for value in one], comma) for one in answers], " / ")
    return ctx.say("questions-judgement", name=name, answers=told_of)


def _claim(told: Told) -> Iterator[Line]:
    claims = told.ctx.corpus.registers["claims"]
    claim = next(entry for entry in claims if entry["id"] == told.ask["claim"])
    yield told.ctx.say(
        "questions-claim",
        who=described_line(told.ctx, claim["about"]),
        period=quarters(claim["period"]),
        claim=in_english(claim["words"].rstrip("."), told.ctx.language),
        verdict=verdict_line(told.ctx.say, dict(told.found.test)),
    )


_SAID: Mapping[str, Callable[[Told], Iterable[Line]]] = {
    "values": values_lines,
    "frames": frames_lines,
    "coverage": _coverage,
    "contrast": _contrast,
    "claim": _claim,
    "none": lambda told: [told.ctx.say("questions-nothing")],
}
