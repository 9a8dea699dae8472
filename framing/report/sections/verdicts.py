"""What a comparison found, in sentences: which frames are larger, smaller, or not found to differ, and what that leaves open."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from framing.analysis.subjects import Subject
from framing.compare.coder_error.misclassification import overturned
from framing.compare.detectable import POWER
from framing.compare.reliability import stamped
from framing.compare.result import Comparison
from framing.compare.standing import ENOUGH, frame_differences
from framing.compare.verdicts import FOUND
from framing.refusal import Refusal
from framing.report.blocks import Line, Run, joined, line
from framing.report.pairing import Pairing
from framing.report.sides import names
from framing.report.speech import Share
from framing.report.wording import points

Record = dict[str, Any]
NAMED = 4
"""Frames that one sentence names; the picture beside it has the others."""


def verdict_lines(pairing: Pairing, compared: Comparison) -> Iterator[Line]:
    """Each verdict in a sentence: larger, smaller, unclear, and what could have been found of all others.

    Args:
        pairing: the study and its sides.
        compared: a comparison of the two.

    Yields:
        Sentences, findings first; none where nothing was tested.
    """
    if isinstance(compared.verdicts, Refusal) or compared.verdicts.is_empty():
        return
    rows = frame_differences(compared).to_dicts()
    ctx, sides = pairing.ctx, names(pairing.ctx, compared.sides)
    kinds = {kind: [row for row in rows if row["verdict"] == kind] for kind in (*FOUND, "unclear")}
    interval = "yes" if any(row["low"] is not None for row in rows) else "no"
    if kinds["larger"]:
        yield ctx.say("verdicts-larger", **sides, interval=interval, frames=_listed(pairing, kinds["larger"]))
    if kinds["smaller"]:
        message = "verdicts-smaller-too" if kinds["larger"] else "verdicts-smaller"
        yield ctx.say(message, **sides, interval=interval, frames=_listed(pairing, kinds["smaller"]))
    if kinds["unclear"]:
        yield ctx.say("verdicts-unclear", frames=_listed(pairing, kinds["unclear"]))
    found = [row for part in kinds.values() for row in part]
    yield from _no_findings(pairing, found)
    yield from _reliability(pairing, compared, found)
    yield from _coder_error(pairing, compared, [*kinds["larger"], *kinds["smaller"]])
    yield from _rest(pairing, compared, [row for row in rows if row["verdict"] == "not_found"], bool(found))


def _no_findings(pairing: Pairing, rows: Sequence[Record]) -> Iterator[Line]:
    """Why no difference of these sides may be called a finding, as their brief has it; nothing where one may."""
    say = pairing.ctx.say
    doubts = [doubt for doubt in ("few", "no_interval") if any(row[doubt] for row in rows)]
    if doubts:
        why = [say(f"brief-doubt-{doubt.replace('_', '-')}", enough=ENOUGH) for doubt in doubts]
        between = say.text("comparison-semicolon")
        yield say("verdicts-no-findings", frames=len(rows), why=joined(why, between))


def _reliability(pairing: Pairing, compared: Comparison, rows: Sequence[Record]) -> Iterator[Line]:
    """Which of the frames that differ are not coded reliably enough, or that this is unknown; nothing where all are."""
    if not rows:
        return
    if isinstance(compared.reliability, Refusal):
        yield pairing.ctx.say("verdicts-reliability-unknown")
        return
    doubtful = stamped(compared.reliability)
    named = [pairing.ctx.frame_label(row["answer"]) for row in rows if str(Subject("frame", row["answer"])) in doubtful]
    if named:
        between = pairing.ctx.say.text("comparison-semicolon")
        yield pairing.ctx.say("verdicts-unreliable", frames=between.join(named))


def _coder_error(pairing: Pairing, compared: Comparison, rows: Sequence[Record]) -> Iterator[Line]:
    """Which of the frames that differ may differ by coder error alone, as far as that is known."""
    made = overturned(compared.errors)
    named = [pairing.ctx.frame_label(row["answer"]) for row in rows if row["answer"] in made]
    if named:
        between = pairing.ctx.say.text("comparison-semicolon")
        yield pairing.ctx.say("verdicts-coder-error", frames=between.join(named))


def _listed(pairing: Pairing, rows: Sequence[Record]) -> Line:
    say = pairing.ctx.say
    shown = [
        line(
            Run(pairing.ctx.frame_label(row["answer"]), "", strong=True),
            f" {points(row['difference'], row['low'], row['high'])}",
        )
        for row in rows[:NAMED]
    ]
    more = [say("verdicts-more", more=len(rows) - NAMED)] if len(rows) > NAMED else []
    return joined([*shown, *more], say.text("comparison-semicolon"))


def _rest(pairing: Pairing, compared: Comparison, rows: Sequence[Record], found: bool) -> Iterator[Line]:
    """Of how many frames no difference was found, and how large one would have been found."""
    say = pairing.ctx.say
    if not rows:
        yield say("verdicts-every")
        return
    if found:
        yield say("verdicts-none-of-others", frames=len(rows))
    else:
        yield say("verdicts-none", **names(pairing.ctx, compared.sides), frames=len(rows))
    sizes = sorted(round(row["detectable"] * 100) for row in rows if row["detectable"] is not None)
    if not sizes:
        yield say("verdicts-too-few")
        return
    spread = "no" if sizes[0] == sizes[-1] else "yes"
    often = Share(POWER)
    blind = len(rows) - len(sizes)
    yield say("verdicts-detectable", low=sizes[0], high=sizes[-1], spread=spread, often=often, blind=blind)


def apart_words(pairing: Pairing, compared: Comparison) -> str:
    """How many frames of a pair differ, how many of these with a doubt, and which, in a few words for the cell of a matrix.

    Doubts are those of ``standing.frame_differences``. Why it is unknown, where nothing was tested.
    """
    say = pairing.ctx.say
    if isinstance(compared.verdicts, Refusal):
        return say.text("verdicts-not-tested")
    found = frame_differences(compared).filter(pl.col("verdict").is_in(FOUND))
    ranked = found.to_dicts()
    if not ranked:
        return say.text("verdicts-cell-none", of=compared.verdicts.height)
    named = [f"{pairing.ctx.frame_label(row['answer'])} {points(row['difference'])}" for row in ranked[:NAMED]]
    more = [say.text("verdicts-cell-more", more=len(ranked) - NAMED)] if len(ranked) > NAMED else []
    frames, doubtful = say.text("comparison-semicolon").join([*named, *more]), found.filter(~pl.col("stands")).height
    return say.text("verdicts-cell", found=found.height, of=compared.verdicts.height, doubtful=doubtful, frames=frames)
