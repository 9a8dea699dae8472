"""What coders differ on, how it was settled, and what was confused with what."""

from collections.abc import Sequence
from typing import Any

from framing.analysis.adjudication import by_article, changed_values, decisions, reasons
from framing.report.blocks import Block, Line, Number, Paragraph, Section, Table, joined, line
from framing.report.context import Context, coders_in, number
from framing.report.speech import Count
from framing.study.outcomes import confusions
from framing.study.settle import in_words, questions

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
    say, articles = ctx.say, by_article(ctx.corpus.codings.values())
    title = say.text("reliability-disagreements")
    differing = [question for article in ctx.corpus.articles for question in questions(articles.get(article, []))]
    if not differing:
        return Section("disagreements", title, (Paragraph(say("reliability-agree")),), language=ctx.language)
    rows = tuple(
        (
            (Number(question.article, (question.article,)),),
            line(_value(question.pointer)),
            joined([f"{coder}: {in_words(answer)}" for coder, answer in question.answers.items()], "; "),
            joined([f"{coder}: {' / '.join(texts)}" for coder, texts in question.evidence.items() if texts], "; "),
        )
        for question in differing[:DISAGREEMENTS]
    )
    records = tuple(sorted({question.article for question in differing}))
    told = [say("reliability-differ", articles=Count(len(records), records), values=len(differing))]
    if len(rows) < len(differing):
        told.append(say("reliability-listed", listed=len(rows)))
    table = Table("", _heads(ctx, "record", "value", "answers", "evidence"), rows)
    return Section("disagreements", title, (Paragraph(say.together(*told)), table), language=ctx.language)


def _heads(ctx: Context, *names: str) -> tuple[str, ...]:
    return tuple(ctx.say.text(f"reliability-{name}") for name in names)


def _value(pointer: str) -> str:
    return pointer.removeprefix("/values/").strip("/")


def adjudication(ctx: Context) -> Section | None:
    """Every decision with its argument, and how much was changed; nothing where nothing was settled."""
    codings = list(ctx.corpus.codings.values())
    settled = [coding for coding in codings if coding["phase"] == "adjudicated"]
    if not settled:
        return None
    say, made = ctx.say, decisions(codings)
    rows = tuple(
        (
            (Number(row["article"], (row["article"],)),),
            line(_value(row["value"])),
            line(say("reliability-neither") if row["follows"] == "neither" else row["follows"]),
            say("reliability-reason", reason=row["reason"]),
            line(row["comment"]),
        )
        for row in made.to_dicts()
    )
    told = [say("reliability-adjudicated", articles=len(settled), by=named(ctx, coders_in(ctx, "adjudicated")))]
    told += [*_overruled(ctx, codings), *_why(ctx, reasons(made).rows()), say("reliability-raw")]
    cautions = [Paragraph(sentence, "caution") for sentence in exceptions(ctx)]
    blocks = (Paragraph(say.together(*told)), *cautions, *_confusions(ctx, codings))
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
    told = joined(shares, ctx.say.text("warning-separator"))
    return [ctx.say("reliability-overruled", shares=told)] if shares else []


def _why(ctx: Context, counted: Sequence[tuple[str, int]]) -> list[Line]:
    """Why the coders differed, the most frequent reason first."""
    told = [
        ctx.say("reliability-reason-count", reason=ctx.say("reliability-reason", reason=reason), decisions=count)
        for reason, count in counted
    ]
    separated = joined(told, ctx.say.text("warning-separator"))
    return [ctx.say("reliability-why", reasons=separated)] if told else []


def _confusions(ctx: Context, codings: Sequence[Record]) -> list[Block]:
    rows = tuple(
        (
            line(_value(one.pointer)),
            line(one.settled_as),
            line(one.confused_with),
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
