"""What a comparison found, in sentences: which frames are larger, smaller, or not found to differ, and what that leaves open."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from framing.analysis.subjects import Subject
from framing.compare.detectable import POWER
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Line, Run, joined, line
from framing.report.context import plural
from framing.report.ground import Ground
from framing.report.wording import points

Row = dict[str, Any]
NAMED = 4
"""Frames that one sentence names; the picture beside it has the others."""
OFTEN = f"{POWER:.0%}".replace("%", " % of the time")


def verdict_lines(ground: Ground, compared: Comparison) -> Iterator[Line]:
    """Each verdict in a sentence: larger, smaller, unclear, and what could have been found of all others.

    Args:
        ground: the study and its sides.
        compared: a comparison of the two.

    Yields:
        Sentences, findings first; none where nothing was tested.
    """
    if isinstance(compared.verdicts, Refusal) or compared.verdicts.is_empty():
        return
    rows = compared.verdicts.sort(pl.col("difference").abs(), descending=True, maintain_order=True).to_dicts()
    one, other = (side.words for side in compared.sides)
    kinds = {kind: [row for row in rows if row["verdict"] == kind] for kind in ("larger", "smaller", "unclear")}
    unit = "percentage points" + (" [95 % interval]" if any(row["low"] is not None for row in rows) else "")
    begin = {"larger": f"Larger share in {one} than in {other}, by {unit}", "smaller": "Smaller share"}
    if not kinds["larger"]:
        begin["smaller"] = f"Smaller share in {one} than in {other}, by {unit}"
    for kind in ("larger", "smaller"):
        if kinds[kind]:
            yield line(f"{begin[kind]}: ", _listed(ground, kinds[kind]), ".")
    if kinds["unclear"]:
        why = "Among these articles that is more than chance, but events vary so much that the interval includes 0."
        yield line("Unclear: ", _listed(ground, kinds["unclear"]), f". {why}")
    yield from _reliability(ground, compared, [row for part in kinds.values() for row in part])
    found = any(kinds.values())
    yield line(_rest(compared, [row for row in rows if row["verdict"] == "not_found"], found))


def _reliability(ground: Ground, compared: Comparison, rows: Sequence[Row]) -> Iterator[Line]:
    """Which of the frames that differ are not coded reliably enough, or that this is unknown; nothing where all are."""
    if not rows:
        return
    if isinstance(compared.reliability, Refusal):
        yield line("How reliably frames are coded is not known.")
        return
    doubtful = compared.reliability.drop_nulls("stamp")["judgement"].to_list()
    named = [ground.ctx.frame_label(row["answer"]) for row in rows if str(Subject("frame", row["answer"])) in doubtful]
    if named:
        yield line(f"Coders do not agree well enough to rely on: {'; '.join(named)}.")


def _listed(ground: Ground, rows: Sequence[Row]) -> Line:
    shown = [
        line(
            Run(ground.ctx.frame_label(row["answer"]), "", strong=True),
            f" {points(row['difference'], row['low'], row['high'])}",
        )
        for row in rows[:NAMED]
    ]
    more = [line(f"and {len(rows) - NAMED} more")] if len(rows) > NAMED else []
    return joined([*shown, *more], "; ")


def _rest(compared: Comparison, rows: Sequence[Row], found: bool) -> str:
    """Of how many frames no difference was found, and how large one would have been found."""
    if not rows:
        return "Every frame dimension that was tested differs."
    one, other = (side.words for side in compared.sides)
    whom = "" if found else f" between {one} and {other}"
    what = f"{plural(len(rows), 'other frame dimension')}" if found else _every(len(rows))
    return f"No difference{whom} was found for {what}. {_found_otherwise(rows)}"


def _every(count: int) -> str:
    return "the one frame dimension that was tested" if count == 1 else f"any of the {count} frame dimensions tested"


def _found_otherwise(rows: Sequence[Row]) -> str:
    """Which differences would have been found, or that none would."""
    sizes = sorted(round(row["detectable"] * 100) for row in rows if row["detectable"] is not None)
    if not sizes:
        return "There are too few articles to find any, however large: this is no evidence that the sides agree."
    span = f"{sizes[0]} points" if sizes[0] == sizes[-1] else f"{sizes[0]} to {sizes[-1]} points, by frame,"
    blind = len(rows) - len(sizes)
    rest = f"; for {blind} of them none of any size" if blind else ""
    return f"A difference of {span} would have been found {OFTEN}; smaller ones may exist{rest}."


def apart_words(ground: Ground, compared: Comparison) -> str:
    """How many frames of a pair differ, and which, in a few words for the cell of a matrix; or why that is unknown."""
    if isinstance(compared.verdicts, Refusal):
        return "not tested"
    found = compared.verdicts.filter(pl.col("verdict").is_in(["larger", "smaller"]))
    ranked = found.sort(pl.col("difference").abs(), descending=True, maintain_order=True).to_dicts()
    named = [f"{ground.ctx.frame_label(row['answer'])} {points(row['difference'])}" for row in ranked[:NAMED]]
    more = [f"{len(ranked) - NAMED} more"] if len(ranked) > NAMED else []
    count = f"{found.height} of {compared.verdicts.height}"
    return f"{count}: {'; '.join([*named, *more])}" if ranked else f"none of {compared.verdicts.height} found"
