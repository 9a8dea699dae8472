"""What coders differ on, how it was settled, and what was confused with what."""

from collections.abc import Sequence
from typing import Any

from framing.analysis.adjudication import by_article, changed_values, decisions, reasons
from framing.compare.sides import listed
from framing.report.blocks import Block, Number, Paragraph, Section, Table, joined, line
from framing.report.context import Context, coders_in, number, plural
from framing.study.outcomes import confusions
from framing.study.settle import REASONS, in_words, questions

DISAGREEMENTS = 100
"""Values on which coders differ that a page can list."""


def disagreements(ctx: Context) -> Section | None:
    """Every value on which the coders of an article differ, with their evidence, up to ``DISAGREEMENTS``."""
    if len(coders_in(ctx, "main")) < 2:
        return None
    articles = by_article(ctx.corpus.codings.values())
    differing = [question for article in ctx.corpus.articles for question in questions(articles.get(article, []))]
    if not differing:
        return Section("disagreements", "Disagreements", (Paragraph(line("The coders agree on everything.")),))
    rows = tuple(
        (
            (Number(question.article, (question.article,)),),
            line(_value(question.pointer)),
            joined([f"{coder}: {in_words(answer)}" for coder, answer in question.answers.items()], "; "),
            joined([f"{coder}: {' / '.join(texts)}" for coder, texts in question.evidence.items() if texts], "; "),
        )
        for question in differing[:DISAGREEMENTS]
    )
    records = sorted({question.article for question in differing})
    rest = f" The first {len(rows)} are listed here; `framing agreement disagreements` lists all."
    text = line(
        "The coders differ on ",
        Number(plural(len(records), "article"), tuple(records)),
        f", in {plural(len(differing), 'value')}.",
        rest if len(rows) < len(differing) else "",
    )
    table = Table("", ("Record", "Value", "Answers", "Evidence for it"), rows)
    return Section("disagreements", "Disagreements", (Paragraph(text), table))


def _value(pointer: str) -> str:
    return pointer.removeprefix("/values/").strip("/")


def adjudication(ctx: Context) -> Section | None:
    """Every decision with its argument, and how much was changed; nothing where nothing was settled."""
    codings = list(ctx.corpus.codings.values())
    settled = [coding for coding in codings if coding["phase"] == "adjudicated"]
    if not settled:
        return None
    made = decisions(codings)
    rows = tuple(
        (
            (Number(row["article"], (row["article"],)),),
            line(_value(row["value"])),
            line(row["follows"]),
            line(REASONS[row["reason"]]),
            line(row["comment"]),
        )
        for row in made.to_dicts()
    )
    why = "; ".join(f"{REASONS[reason]} ({count})" for reason, count in reasons(made).iter_rows())
    shares = "; ".join(
        f"{row['coder']}: {row['changed']} of {row['of']} ({row['share']:.1%})"
        for row in changed_values(codings).to_dicts()
    )
    by = listed(sorted(f"{entry['id']} ({entry['kind']})" for entry in coders_in(ctx, "adjudicated")))
    text = (
        f"{plural(len(settled), 'article')} adjudicated by {by}. Values that adjudication changed, by "
        f"coder: {shares}. Why they differed: {why}. The raw codings are unchanged."
    )
    table = Table("", ("Record", "Value", "follows", "Why they differed", "The argument"), rows)
    cautions = [Paragraph(line(sentence), "caution") for sentence in exceptions(ctx)]
    return Section("adjudication", "Adjudication", (Paragraph(line(text)), *cautions, *_confusions(codings), table))


def _confusions(codings: Sequence[dict[str, Any]]) -> list[Block]:
    rows = tuple(
        (
            line(_value(one.pointer)),
            line(one.settled_as),
            line(one.confused_with),
            number(len(one.records), list(one.records)),
        )
        for one in confusions(by_article(codings).values())
    )
    caption = "What coders answered where adjudication settled on something else."
    return [Table(caption, ("Value", "settled as", "confused with", "articles"), rows, frozenset({3}))] if rows else []


def exceptions(ctx: Context) -> list[str]:
    """A sentence per adjudicator who was one of the coders."""
    return [
        f"The adjudicator {entry['id']} was one of the coders ({entry['exception']['coder']}), so these settlements are not "
        f"independent of the codings. The recorded reason: {entry['exception']['reason'].rstrip('.')}."
        for entry in coders_in(ctx, "adjudicated")
        if "exception" in entry
    ]
