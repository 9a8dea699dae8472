"""The reliability of judgements as a table: what may be done with each, in the language of the page."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.agreement.study import Reliability
from framing.agreement.verdicts import TENTATIVE
from framing.analysis.subjects import subject
from framing.chart.reliability import judgement_label
from framing.report.blocks import Line, Run, Table, line
from framing.report.context import Context
from framing.report.speech import Share

VERDICT = ("verdict_code", "verdict_because", "verdict_reason", "verdict_more")
"""Columns by which a verdict is told in another language: its code, the code and the words of a refusal, how many more articles."""
HEADS = ("judgement", "units", "commonest", "percent", "alpha", "interval", "ac1", "verdict")


def with_verdicts(table: pl.DataFrame, found: Sequence[Reliability]) -> pl.DataFrame:
    """The table of reliability with the columns of ``VERDICT``."""
    verdicts = [one.verdict for one in found]
    rows = [
        (said.code, because.code if (because := said.because) else None, because.reason if because else None, said.more)
        for said in verdicts
    ]
    schema = dict(zip(VERDICT, (pl.String, pl.String, pl.String, pl.Int64), strict=True))
    return table.hstack(pl.DataFrame(rows, schema=schema, orient="row"))


def agreement_numbers(ctx: Context, table: pl.DataFrame) -> Table:
    """One row for each judgement."""
    rows = tuple(_row(ctx, row) for row in table.iter_rows(named=True))
    head = tuple(ctx.say.text(f"reliability-{name}") for name in HEADS)
    return Table(ctx.say.text("reliability-note"), head, rows, frozenset({1, 3, 4, 5, 6}))


def _row(ctx: Context, row: dict[str, Any]) -> tuple[Line, ...]:
    say = ctx.say

    def figure(value: float | None) -> Line:
        return line("–") if value is None else say("reliability-figure", value=value)

    low, high = row["low"], row["high"]
    return (
        line(judgement_label(row["name"], ctx.style)),
        line(str(row["units"])),
        line("–") if row["commonest"] is None else _commonest(ctx, row),
        figure(row["percent"]),
        figure(row["alpha"]),
        line("–") if low is None else say("reliability-bounds", low=round(low, 2) + 0.0, high=round(high, 2) + 0.0),
        figure(row["ac1"]),
        _verdict(ctx, row),
    )


def _commonest(ctx: Context, row: dict[str, Any]) -> Line:
    """The commonest answer, as it is called, with its share."""
    asked, of = subject(row["name"])
    answer: Any = row["commonest"]
    if asked == "primary":
        answer = ctx.frame_label(answer)
    elif of == "event" and answer in ctx.style.events:
        answer = ctx.event_label(answer)
    elif asked == "value" and of in ctx.style.values:
        answer = ctx.value_label(of, answer)
    else:
        answer = ctx.say("reliability-answer", answer=answer)
    return ctx.say("reliability-commonest-share", answer=answer, share=Share(row["prevalence"]))


def _verdict(ctx: Context, row: dict[str, Any]) -> Line:
    """What may be done with the judgement; a reason that has no words in the language is told in English."""
    code, more = row["verdict_code"], row["verdict_more"]
    if code in ("not_estimable", "no_interval"):
        because = ctx.say("reliability-because", code=row["verdict_because"], reason=Run(row["verdict_reason"], "en"))
        return ctx.say("reliability-unjudged", code=code, because=because)
    return ctx.say("reliability-judged", code=code, floor=TENTATIVE, more=-1 if more is None else more)
