"""Where two sides stand on each scale, and how far judgements can be relied on."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from framing.compare.result import Comparison
from framing.compare.standing import scale_differences
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Paragraph, Run, Section, Table, joined, line
from framing.report.context import labelled, number
from framing.report.pairing import Pairing
from framing.report.sections.expression import expressing, expression_verdicts
from framing.report.sections.grounds import sides_on_grounds
from framing.report.sides import heads, names
from framing.report.speech import Speech
from framing.report.wording import ENGLISH, bounded, decimals, each_refused, p_words, refused
from framing.study.levels import signed


def tested_heads(say: Speech) -> tuple[str, str, str]:
    """Heads of the columns of ``p_cells`` where articles are exchanged."""
    return say.text("comparison-head-p"), "q BH", "q BY"


def positions(pairing: Pairing, compared: Comparison) -> Section:
    """On which scales two sides stand apart, who takes a position at all, and the numbers, folded."""
    ctx, say = pairing.ctx, pairing.ctx.say
    title = say.text("comparison-positions")
    if isinstance(compared.ordinal, Refusal):
        return Section("positions", title, (refused(compared.ordinal, ctx=ctx),), language=ctx.language)
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    stamps = stamped(compared, say)
    rows = tuple(
        _position(row, labels, stamps, say) for row in compared.ordinal.filter(pl.col("refused").is_null()).to_dicts()
    )
    scale, medians, superiority, reliability = (
        say.text(f"comparison-head-{name}") for name in ("scale", "medians", "superiority", "reliability")
    )
    head = (scale, *heads(ctx, compared.sides), medians, superiority, tested_heads(say)[0], reliability)
    caption = say.text("comparison-positions-caption")
    blocks: list[Block] = [Table(caption, head, rows, frozenset({1, 2}))] if rows else []
    blocks += [*sides_on_grounds(pairing, compared), *expressing(pairing, compared, stamps)]
    numbers = (Details(say.text("comparison-positions-numbers"), tuple(blocks)),) if blocks else ()
    missing = each_refused(compared.ordinal, labels, "number", say)
    if not rows and not missing:
        numbers = (Paragraph(say("comparison-no-scale")), *numbers)
    told = (*_position_verdicts(pairing, compared, labels), *expression_verdicts(pairing, compared))
    return Section("positions", title, (*told, *numbers, *missing), language=ctx.language)


def _position(
    row: Mapping[str, Any], labels: Mapping[str, str], stamps: Mapping[str, str], say: Speech
) -> tuple[Line, ...]:
    return (
        line(labels[row["variable"]]),
        *(number(len(held), held) for held in (row["records_a"], row["records_b"])),
        line(
            say.text(
                "comparison-two", a=decimals(signed(row["median_a"]), say), b=decimals(signed(row["median_b"]), say)
            )
        ),
        line(bounded(row["superiority"], row["low"], row["high"], say=say)),
        line(p_words(row["p"], say)),
        line(stamps.get(row["variable"], "–")),
    )


def _position_verdicts(pairing: Pairing, compared: Comparison, labels: Mapping[str, str]) -> Iterator[Paragraph]:
    """On which scales the sides stand apart after correction, and on which no difference was found."""
    if isinstance(compared.ordinal, Refusal):
        return
    say, sides = pairing.ctx.say, names(pairing.ctx, compared.sides)
    other_way = {"one": sides["other"], "other": sides["one"]}
    between, rows = say.text("comparison-semicolon"), compared.ordinal.filter(pl.col("refused").is_null())
    judged = scale_differences(compared).filter(asked="superiority")
    found = rows.join(judged.select("variable", "more", "found", "unclear"), on="variable", maintain_order="left")
    told = [row for row in found.to_dicts() if row["found"]]
    ways = (
        ("comparison-higher", sides, [row for row in told if row["more"] and not row["unclear"]]),
        ("comparison-higher", other_way, [row for row in told if not row["more"] and not row["unclear"]]),
        ("comparison-unclear", sides, [row for row in told if row["unclear"]]),
    )
    for message, named, of in ways:
        if of:
            yield Paragraph(say(message, **named, scales=joined([_apart(row, labels, say) for row in of], between)))
    if told:
        yield Paragraph(say("comparison-superiority", **sides))
    same = [labels[row["variable"]] for row in found.to_dicts() if not row["found"]]
    if same:
        yield Paragraph(say("comparison-same", scales=between.join(same)))


def _apart(row: Mapping[str, Any], labels: Mapping[str, str], say: Speech) -> Line:
    label = Run(labels[row["variable"]], "", strong=True)
    return say(
        "comparison-apart", scale=label, superiority=bounded(row["superiority"], row["low"], row["high"], say=say)
    )


def stamped(compared: Comparison, say: Speech) -> dict[str, str]:
    """What stands beside a difference: the lower bound of alpha, or why the judgement cannot be relied on."""
    if isinstance(compared.reliability, Refusal):
        return {}
    return {row["judgement"]: _stamp(row, say) for row in compared.reliability.to_dicts()}


def _stamp(row: Mapping[str, Any], say: Speech) -> str:
    if say == ENGLISH and row["stamp"]:
        return str(row["stamp"])
    if row["low"] is None:
        return say.text("comparison-stamp-unknown")
    low = decimals(f"{row['low']:.2f}", say)
    return say.text("comparison-stamp-weak" if row["stamp"] else "comparison-stamp", low=low)
