"""What coders differ on, how it was settled, and what was confused with what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

import polars as pl

from framing.analysis.adjudication import by_article, changed_values, decisions, reasons
from framing.report.blocks import Block, Line, Number, Paragraph, Section, Table, joined, line
from framing.report.context import Context, coders_in, number
from framing.report.speech import Count
from framing.study.answers import is_inferred
from framing.study.outcomes import confusions
from framing.study.settle import Disagreement, questions

Record = dict[str, Any]
DISAGREEMENTS = 100
"""Values on which coders differ that a page can list."""


def named(ctx: Context, coders: Sequence[Record]) -> list[Any]:
    """The coders, each with whether it is a person or a model."""
    return [ctx.say("reliability-coder", coder=entry["id"], kind=entry["kind"]) for entry in coders]


def disagreements(ctx: Context) -> Section | None:
    """Every value on which the coders of an article differ, with their evidence, up to ``DISAGREEMENTS``."""
    if len(coders_in(ctx, "main")) < 2:
        return None
    say, title = ctx.say, ctx.say.text("reliability-disagreements")
    differing = _differing(ctx)
    listed = list(islice(differing, DISAGREEMENTS))
    if not listed:
        return Section("disagreements", title, (Paragraph(say("reliability-agree")),), language=ctx.language)
    rows = tuple(
        (
            (Number(question.article, (question.article,)),),
            line(asked(ctx, question.pointer)),
            joined([f"{coder}: {told(ctx, question.pointer, it)}" for coder, it in question.answers.items()], "; "),
            joined([f"{coder}: {' / '.join(texts)}" for coder, texts in question.evidence.items() if texts], "; "),
        )
        for question in listed
    )
    counted = Counter(question.article for question in chain(listed, differing))
    said = [say("reliability-differ", articles=Count(len(counted), tuple(sorted(counted))), values=counted.total())]
    if len(rows) < counted.total():
        said.append(say("reliability-listed", listed=len(rows)))
    table = Table("", _heads(ctx, "record", "value", "answers", "evidence"), rows)
    return Section("disagreements", title, (Paragraph(say.together(*said)), table), language=ctx.language)


def _differing(ctx: Context) -> Iterator[Disagreement]:
    """Every value on which the coders of an article differ, article by article."""
    codings, keys = ctx.corpus.codings, dict[str, list[tuple[str, str]]]()
    for key in codings:
        keys.setdefault(key[0], []).append(key)
    for article in ctx.corpus.articles:
        yield from questions([codings[key] for key in keys.get(article, ())])


def _heads(ctx: Context, *names: str) -> tuple[str, ...]:
    return tuple(ctx.say.text(f"reliability-{name}") for name in names)


PARTS = {
    "/event": "cards-event",
    "/event/others": "reliability-others",
    "/frames/primary": "cards-primary",
    "/frames/secondary": "reliability-secondary",
}
"""What coders may differ on beside variables, by JSON Pointer: the words for it."""


def asked(ctx: Context, pointer: str) -> str:
    """What a value is called: the label of a variable, or the name of another part of a coding."""
    variable = pointer.removeprefix("/values/")
    return ctx.say.text(PARTS[pointer]) if pointer in PARTS else ctx.style.variables.get(variable, variable)


def told(ctx: Context, pointer: str, answer: Any) -> str:
    """An answer as the page calls it; what has no label stays as it is."""
    if is_inferred(answer):
        return ctx.say.text("cards-inferred", answers=told(ctx, pointer, answer["inferred"]))
    if answer in (None, []) or (isinstance(answer, dict) and answer["id"] is None):
        return ctx.say.text("reliability-none")
    if isinstance(answer, dict):
        return f"{ctx.event_label(answer['id'])} ({ctx.say.text('event-relation', relation=answer['relation'])})"
    given = answer if isinstance(answer, list) else [answer]
    return " + ".join(_label(ctx, pointer, each) for each in given)


def _label(ctx: Context, pointer: str, answer: Any) -> str:
    if pointer == "/event/others":
        return ctx.event_label(answer)
    if pointer.startswith("/frames/"):
        return ctx.frame_label(answer)
    variable = pointer.removeprefix("/values/")
    return ctx.value_label(variable, answer) if variable in ctx.style.variables else str(answer)


def adjudication(ctx: Context) -> Section | None:
    """Every decision with its argument, and how much was changed; nothing where nothing was settled."""
    judged = set(ctx.corpus.tables.codings.filter(pl.col("phase") == "adjudicated")["article"])
    codings = [ctx.corpus.codings[key] for key in ctx.corpus.codings if key[0] in judged]
    settled = [coding for coding in codings if coding["phase"] == "adjudicated"]
    if not settled:
        return None
    say, made = ctx.say, decisions(codings)
    rows = tuple(
        (
            (Number(row["article"], (row["article"],)),),
            line(asked(ctx, row["value"])),
            line(say("reliability-neither") if row["follows"] == "neither" else row["follows"]),
            say("reliability-reason", reason=row["reason"]),
            line(row["comment"]),
        )
        for row in made.to_dicts()
    )
    said = [say("reliability-adjudicated", articles=len(settled), by=named(ctx, coders_in(ctx, "adjudicated")))]
    said += [*_overruled(ctx, codings), *_why(ctx, reasons(made).rows()), say("reliability-raw")]
    cautions = [Paragraph(sentence, "caution") for sentence in exceptions(ctx)]
    blocks = (Paragraph(say.together(*said)), *cautions, *_confusions(ctx, codings))
    table = Table("", _heads(ctx, "record", "value", "follows", "why-differed", "argument"), rows)
    return Section("adjudication", say.text("reliability-adjudication"), (*blocks, table), language=ctx.language)


def _overruled(ctx: Context, codings: Sequence[Record]) -> list[Line]:
    """How many values of each coder adjudication changed."""
    shares = [
        ctx.say(
            "reliability-overruled-share",
            coder=row["coder"],
            changed=row["changed"],
            of=row["of"],
            share=100 * row["share"],
        )
        for row in changed_values(codings).to_dicts()
    ]
    listed = joined(shares, ctx.say.text("warning-separator"))
    return [ctx.say("reliability-overruled", shares=listed)] if shares else []


def _why(ctx: Context, counted: Sequence[tuple[str, int]]) -> list[Line]:
    """Why the coders differed, the most frequent reason first."""
    named_reasons = [
        ctx.say("reliability-reason-count", reason=ctx.say("reliability-reason", reason=reason), decisions=count)
        for reason, count in counted
    ]
    separated = joined(named_reasons, ctx.say.text("warning-separator"))
    return [ctx.say("reliability-why", reasons=separated)] if named_reasons else []


def _confusions(ctx: Context, codings: Sequence[Record]) -> list[Block]:
    rows = tuple(
        (
            line(asked(ctx, one.pointer)),
            *(line(told(ctx, one.pointer, answer)) for answer in one.answers),
            number(len(one.records), list(one.records)),
        )
        for one in confusions(by_article(codings).values())
    )
    head = _heads(ctx, "value", "settled-as", "confused-with", "articles")
    return [Table(ctx.say.text("reliability-confused"), head, rows, frozenset({3}))] if rows else []


def exceptions(ctx: Context) -> list[Line]:
    """A sentence per adjudicator who was one of the coders."""
    return [
        ctx.say(
            "reliability-exception",
            adjudicator=entry["id"],
            coder=entry["exception"]["coder"],
            reason=entry["exception"]["reason"].rstrip("."),
        )
        for entry in coders_in(ctx, "adjudicated")
        if "exception" in entry
    ]
