"""Answers to questions on values and frames in plain sentences, each number from the counts of ``analysis.questions``."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing.analysis.drawn import descriptions
from framing.analysis.floors import SHARE
from framing.analysis.questions import SINCE, Answer
from framing.report.blocks import Line, Link, joined, line
from framing.report.context import Context, event_link, number
from framing.report.days import spelled_out
from framing.report.names import country_name
from framing.report.speech import Count, Share

STEPS = 25
"""The most articles whose answers are told one after the other."""

Record = dict[str, Any]


class Reply(NamedTuple):
    """A question with what the study says to it."""

    ctx: Context
    question: Record
    found: Answer

    @property
    def ask(self) -> Record:
        """What is computed."""
        ask: Record = self.question["ask"]
        return ask

    @property
    def focus(self) -> str | None:
        """The value or frame that is asked for, if one is."""
        return self.ask.get("value") or self.ask.get("frame")

    @property
    def apart(self) -> bool:
        """Whether answers are given apart for groups of several articles."""
        return "around" in self.ask or self.ask.get("by") not in (None, "article")

    def called(self, value: str) -> str:
        """The label of a value or frame."""
        if self.ask["kind"] == "frames":
            return self.ctx.frame_label(value)
        return nested(self.ctx.style.values[self.ask["variable"]].get(value, value))

    def group(self, name: str) -> str:
        """What a group is called."""
        if "around" in self.ask:
            return self.ctx.say.text("questions-since" if name == SINCE else "questions-before")
        by = self.ask.get("by")
        if by == "country":
            return country_name(name, self.ctx.language)
        return self.ctx.style.outlets[name] if by == "outlet" else name


def nested(label: str) -> str:
    """A label whose own quotation marks are those inside of others.

    >>> nested("«медовый месяц»"), nested("hikiwake (draw)")
    ('„медовый месяц“', 'hikiwake (draw)')
    """
    return label.translate(str.maketrans("«»「」", "„“『』"))


def quoted(ctx: Context, text: str | Line) -> Line:
    """What something is called, between quotation marks."""
    return ctx.say("records-quoted", text=text)


def quoted_events(reply: Reply) -> Line:
    """The events that a question is about."""
    events = [quoted(reply.ctx, event_link(reply.ctx, event)) for event in reply.question["about"]["events"]]
    return joined(events, reply.ctx.say.text("questions-or"))


def values_lines(reply: Reply) -> Iterator[Line]:
    """How articles answer a variable."""
    say, variable = reply.ctx.say, reply.ctx.style.variables[reply.ask["variable"]]
    records = reply.found.bearing
    if not records:
        yield from _nothing(reply, variable)
    elif reply.ask.get("by") == "article":
        yield from _path(reply, quoted(reply.ctx, variable))
    elif reply.apart and reply.focus:
        answer, parts = reply.called(reply.focus), _parts(reply)
        yield say("questions-values-focus", answer=answer, variable=variable, parts=parts, groups=_by_group(reply))
    elif reply.apart:
        yield say("questions-values-apart", variable=variable, parts=_parts(reply), groups=_by_group(reply))
    elif reply.found.asked.height == 1:
        answers: list[Any] = [quoted(reply.ctx, reply.called(row["value"])) for row in reply.found.cells.to_dicts()]
        yield say("questions-values-one", variable=variable, answers=answers)
    else:
        known = float(reply.found.groups["descriptions"].sum())
        given = number_of(reply.ctx, Count(len(records), tuple(records)), known)
        yield say(
            "questions-values", asked=_asked(reply), given=given, articles=len(records), variable=variable,
            answers=_shared_out(reply, ""),
        )  # fmt: skip
        yield from _others(reply)


def frames_lines(reply: Reply) -> Iterator[Line]:
    """Which frames articles have."""
    say, asked = reply.ctx.say, reply.found.asked
    named = say("questions-frames-named", role=reply.ask.get("role", "primary"))
    if asked.is_empty():
        yield say("questions-none-asked")
    elif reply.ask.get("by") == "article":
        yield from _path(reply, named)
    elif reply.focus:
        yield _focused(reply)
        yield from _frames_unseen(reply)
    elif reply.apart:
        yield say("questions-frames-apart", named=named, parts=_parts(reply), groups=_by_group(reply))
    else:
        yield say("questions-frames", named=named, asked=_asked(reply), answers=_shared_out(reply, ""))


def _focused(reply: Reply) -> Line:
    """How many articles have the frame that is asked for."""
    say, frame, role = reply.ctx.say, reply.called(str(reply.focus)), reply.ask.get("role", "primary")
    if reply.apart and reply.found.bearing:
        groups = _by_group(reply)
        return say("questions-focus-apart", role=role, frame=frame, parts=_parts(reply), groups=groups)
    cells = reply.found.cells.filter(pl.col("value") == reply.focus).to_dicts()
    records = tuple(cells[0]["records"]) if cells else ()
    message = "questions-focus-primary" if role == "primary" else "questions-focus-any"
    return say(message, asked=_asked(reply), articles=Count(len(records), records), frame=frame)


def _frames_unseen(reply: Reply) -> list[Line]:
    unseen = reply.found.cells.filter(pl.col("missing").is_not_null()).height
    return [reply.ctx.say("questions-unseen")] if unseen else []


def _asked(reply: Reply) -> Line:
    """How many articles are asked, and on how many descriptions they rest."""
    asked = reply.found.asked
    count = Count(asked.height, tuple(asked["article"]))
    known = fewer(reply.ctx, descriptions(asked), asked.height)
    if known:
        return reply.ctx.say("questions-asked-fewer", articles=count, fewer=known)
    return reply.ctx.say("questions-asked", articles=count)


def number_of(ctx: Context, articles: Count, weighed: float) -> Line:
    """A number of articles, and from how many descriptions they are known where some share one."""
    known = fewer(ctx, weighed, articles.value)
    if known:
        return ctx.say("questions-number-fewer", articles=articles, fewer=known)
    return ctx.say("questions-number", articles=articles)


def fewer(ctx: Context, weighed: float, articles: int) -> Line:
    """From how many descriptions some articles are known, or what they count, where some share one; empty where none do."""
    n = round(weighed, 2)
    if n >= articles:
        return ()
    if n.is_integer():
        return ctx.say("questions-descriptions", descriptions=int(n))
    return ctx.say("questions-counted-as", n=n)


def _nothing(reply: Reply, variable: str) -> Iterator[Line]:
    records = tuple(reply.found.asked["article"])
    if not records:
        yield reply.ctx.say("questions-none-asked")
        return
    yield reply.ctx.say("questions-unanswered", articles=Count(len(records), records), variable=variable)
    yield from _others(reply)


def _others(reply: Reply) -> list[Line]:
    """How many articles hold no answer, by reason."""
    silent: dict[str, set[str]] = {}
    for row in reply.found.cells.filter(pl.col("missing").is_not_null()).to_dicts():
        silent.setdefault(row["missing"], set()).update(row["records"])
    say, label = reply.ctx.say, reply.ctx.style.missing
    reasons = [
        say("questions-silent-reason", count=number(len(those), sorted(those)), reason=label[name].lower())
        for name, those in silent.items()
    ]
    return [say("questions-silent", reasons=joined(reasons, say.text("list-comma")))] if reasons else []


def _shared_out(reply: Reply, group: str) -> Line:
    """The answers of one group in the order of the codebook; that which is asked for comes first."""
    rows = reply.found.cells.filter(pl.col("group") == group, pl.col("missing").is_null()).to_dicts()
    cells = {row["value"]: row for row in rows}
    listed = reply.ctx.style.frames if reply.ask["kind"] == "frames" else reply.ctx.style.values[reply.ask["variable"]]
    order = [value for value in listed if value in cells and value != reply.focus]
    weighed = reply.found.groups.filter(pl.col("group") == group)["n"].item()
    shown = [reply.focus, *order] if reply.focus else order
    answers = [_share(reply.ctx, reply.called(value), cells.get(value), weighed) for value in shown]
    return joined(answers, reply.ctx.say.text("list-comma"))


def _share(ctx: Context, called: str, cell: Record | None, weighed: float) -> Line:
    count = number(cell["articles"], cell["records"]) if cell else line("0")
    if cell is None or weighed < SHARE:
        return ctx.say("questions-answer", count=count, answer=called)
    share = Share(cell["weight"] / weighed)
    return ctx.say("questions-answer-share", count=count, answer=called, share=share)


def _parts(reply: Reply) -> Line:
    """What answers are given apart by."""
    if "around" in reply.ask:
        return reply.ctx.say("questions-around", event=reply.ctx.style.events[reply.ask["around"]])
    return reply.ctx.say("questions-by", by=reply.ask["by"])


def _by_group(reply: Reply) -> Line:
    say, rows = reply.ctx.say, reply.found.groups.to_dicts()
    without = [(row["group"], row["asked"]) for row in rows if not row["given"]]
    key = {"outlet": "outlets", "country": "countries"}.get(reply.ask.get("by", ""), "")
    held = {row["group"] for row in rows}
    without += [(name, 0) for name in reply.question["about"].get(key, []) if name not in held]
    given = joined([_one_group(reply, row) for row in rows if row["given"]], say.text("warning-separator"))
    if not without:
        return given
    named = [say("questions-group-rest", group=reply.group(name), articles=count) for name, count in without]
    message = "questions-groups-unknown" if reply.ask["kind"] == "frames" else "questions-groups-silent"
    return say(message, groups=given, rest=joined(named, say.text("list-comma")))


def _one_group(reply: Reply, row: Record) -> Line:
    """One group with its answers, or with how many of them are what is asked for."""
    say, name = reply.ctx.say, reply.group(row["group"])
    if reply.focus is None:
        answers = _shared_out(reply, row["group"])
        if known := fewer(reply.ctx, row["descriptions"], row["given"]):
            return say("questions-group-fewer", group=name, asked=row["asked"], fewer=known, answers=answers)
        return say("questions-group", group=name, asked=row["asked"], answers=answers)
    hits = reply.found.cells.filter(pl.col("group") == row["group"], pl.col("value") == reply.focus).to_dicts()
    count = number(hits[0]["articles"], hits[0]["records"]) if hits else line("0")
    whole = line(str(row["asked"])) if reply.ask["kind"] == "frames" else number(row["given"], row["records"])
    return say("questions-group-of", group=name, count=count, of=whole)


def _path(reply: Reply, named: Line) -> Iterator[Line]:
    """The answers of each article in the order of their dates."""
    say, asked = reply.ctx.say, reply.found.asked
    answers: dict[str, list[str]] = {}
    for article, value in reply.found.cells.drop_nulls("value").select("group", "value").iter_rows():
        answers.setdefault(article, []).append(value)
    answering: Sequence[Record] = [row for row in asked.to_dicts() if row["article"] in answers]
    several = len(set(asked["outlet"])) > 1
    steps = [
        say(
            "questions-step",
            answers=[quoted(reply.ctx, reply.called(value)) for value in answers[row["article"]]],
            when=_when(reply, row, named=several),
        )
        for row in answering[:STEPS]
    ]
    yield say("questions-path", named=named, steps=joined(steps, say.text("questions-then")))
    if later := tuple(row["article"] for row in answering[STEPS:]):
        yield say("questions-path-later", articles=Count(len(later), later))
    if rest := asked.height - len(answers):
        yield say("questions-path-silent", articles=rest)
    if known := fewer(reply.ctx, float(reply.found.groups["descriptions"].sum()), len(answers)):
        yield say("questions-path-shared", articles=len(answers), fewer=known)


def _when(reply: Reply, row: Record, *, named: bool) -> Link:
    day = spelled_out(reply.ctx.say, reply.ctx.corpus.articles[row["article"]]["date"]["published"])
    paper = [reply.ctx.style.outlets[str(row["outlet"])]] if named else []
    return Link(reply.ctx.say.text("list-comma").join([*paper, day]), "records", row["article"])
