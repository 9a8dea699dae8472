"""Who takes a position at all, on a comparison page, and what the articles that take none could change."""

from collections.abc import Iterator, Mapping
from typing import Any

from framing.analysis.floors import SHARE
from framing.analysis.subjects import Subject
from framing.compare.result import Comparison
from framing.compare.standing import scale_differences
from framing.refusal import Refusal
from framing.report.blocks import Block, Paragraph, Table, line
from framing.report.context import labelled
from framing.report.pairing import Pairing
from framing.report.sides import heads
from framing.report.speech import Share, Speech
from framing.report.wording import decimals, p_words, points


def expressing(pairing: Pairing, compared: Comparison, stamps: Mapping[str, str]) -> list[Block]:
    """The share of each side's articles that takes a position on each scale, with the test and the worst cases.

    Args:
        pairing: the study and its sides.
        compared: a comparison whose positions are given.
        stamps: how reliable each judgement is, in words.

    Returns:
        A table; nothing where the codebook has no scale or no number can be given.
    """
    if isinstance(compared.expression, Refusal):
        return []
    ctx, say = pairing.ctx, pairing.ctx.say
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    rows = {row["variable"]: row for row in compared.expression.to_dicts() if not row["refused"]}
    if not rows:
        return []
    subjects = {variable: str(Subject("expressed", variable)) for variable in rows}
    cells = tuple((*_row(rows[name], labels, say), line(stamps.get(of, "–"))) for name, of in subjects.items())
    first, *rest = (
        say.text(f"comparison-head-{name}")
        for name in ("expressed", "difference", "p", "unseen", "worst", "worst-superiority", "reliability")
    )
    head = (first, *heads(ctx, compared.sides), *rest)
    table = Table(say.text("comparison-expressed-caption"), head, cells, frozenset(range(1, 8)))
    return [table]


def expression_verdicts(pairing: Pairing, compared: Comparison) -> Iterator[Paragraph]:
    """A caution where the sides differ in how often they take a position: on which scales, by how much; nothing where they do not."""
    if isinstance(compared.expression, Refusal):
        return
    say, labels = pairing.ctx.say, labelled(pairing.ctx.corpus.codebook["variables"], pairing.ctx.language)
    judged = scale_differences(compared).filter("found", asked="expressed")
    rows = compared.expression.join(judged.select("variable"), on="variable", how="semi", maintain_order="left")
    told = [
        f"{labels[row['variable']]} {points(row['difference'], row['low'], row['high'])}" for row in rows.to_dicts()
    ]
    if told:
        scales = say.text("comparison-semicolon").join(told)
        yield Paragraph(say("comparison-expressed-differs", scales=scales), "caution")


def _row(row: Mapping[str, Any], labels: Mapping[str, str], say: Speech) -> tuple[Any, ...]:
    enough = min(row["n_a"], row["n_b"]) >= SHARE

    def share(side: str) -> str:
        n = decimals(f"{row[f'n_{side}']:g}", say)
        if not enough:
            return f"n = {n}"
        return say.text("comparison-expressed-n", share=Share(row[f"share_{side}"]), n=n)

    def ends(one: str, other: str) -> str:
        return say.text("comparison-from-to", a=one, b=other)

    unseen = [decimals(f"{row[f'unseen_{side}']:g}", say) for side in "ab"]
    superiority = [decimals(f"{row[f'superiority_{end}']:z.2f}", say) for end in ("low", "high")]
    return (
        line(labels[row["variable"]]),
        line(share("a")),
        line(share("b")),
        line(points(row["difference"], row["low"], row["high"]) if enough else "–"),
        line(p_words(row["p"], say)),
        line(say.text("comparison-two", a=unseen[0], b=unseen[1])),
        line(ends(points(row["worst_low"]), points(row["worst_high"])) if enough else "–"),
        line(ends(*superiority)),
    )
