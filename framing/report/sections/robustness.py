"""What else could have made a difference: other choices of the analyst, and the errors of coders."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.analysis.floors import SHARE
from framing.analysis.significance import significant
from framing.chart.choices import option_label
from framing.compare.coder_error.misclassification import CoderErrors
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.compare.robustness import agreement, by_choice
from framing.compare.verdicts import FOUND
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Paragraph, Section, Table, line
from framing.report.figures import FIGURES
from framing.report.figures.sides import ComparedFrames
from framing.report.pairing import Pairing
from framing.report.speech import Speech
from framing.report.wording import ENGLISH, adjusted, decimals, p_words, points, refused

OUTLASTING = {"yes": ["yes"], "worst": ["not in the worst case"], "no": ["no"], "unknown": ["not known"]}
"""Names of arguments of a message, and the answers to whether a difference outlasts coder error that they count."""


def robustness(pairing: Pairing, compared: Comparison, frames: FrameComparison, about: str) -> Section:
    """The claim of a comparison under every combination of choices."""
    ctx, say = pairing.ctx, pairing.ctx.say
    parts = compared.match is not None and compared.match.level != "own"
    q = adjusted(compared).get("primary", (1.0, 1.0))[0]
    if (not significant(q) or parts) and not pairing.thorough:
        command = f"framing compare {about or '--all'} --output DIR"
        why = say("robustness-parts" if parts else "robustness-no-claim", q=p_words(q, say), command=command)
        return _robust(pairing, Paragraph(why))
    found = FIGURES["compare-choices"].of(ComparedFrames(pairing, compared, frames, about))
    if isinstance(found, Refusal):
        return _robust(pairing, refused(found, ctx=ctx))
    agree, given, distinct = agreement(found.table)
    told = say("robustness-claim", agree=agree, given=given, silent=distinct - given)
    return _robust(pairing, Paragraph(told), found.block(ctx.style), _choice_table(pairing, found.table))


def _robust(pairing: Pairing, *blocks: Block) -> Section:
    return Section("robustness", pairing.ctx.say.text("robustness-title"), blocks, language=pairing.ctx.language)


def _choice_table(pairing: Pairing, found: pl.DataFrame) -> Table:
    say, words = pairing.ctx.say, pairing.ctx.style.words
    rows = tuple(
        (
            line(say.text("robustness-choice", choice=row["choice"], option=option_label(row["option"], words))),
            line(say.text("robustness-of", agree=row["agree"], given=row["given"]) if row["given"] else "–"),
            line(str(row["distinct"])),
            line(_span(row, say)),
        )
        for row in by_choice(found).to_dicts()
    )
    head = tuple(say.text(f"robustness-head-{name}") for name in ("choice", "agree", "distinct", "difference"))
    return Table(say.text("robustness-choices-caption"), head, rows, frozenset({1, 2, 3}))


def _span(row: Mapping[str, Any], say: Speech) -> str:
    if row["lowest"] is None:
        return "–"
    ends = [decimals(f"{row[end]:z.2f}", say) for end in ("lowest", "highest")]
    return say.text("comparison-from-to", a=ends[0], b=ends[1])


def misclassified(pairing: Pairing, compared: Comparison) -> Section:
    """What is left of each difference without the errors that double coding shows, and how much those could make alone."""
    ctx, say, errors = pairing.ctx, pairing.ctx.say, compared.errors
    title = say.text("robustness-error")
    if isinstance(errors, Refusal):
        return Section("error", title, (refused(errors, ctx=ctx),), language=ctx.language)
    assert isinstance(compared.frames, FrameComparison)
    seen = compared.frames.shares.select("answer", "n_a", "n_b", seen_low="low", seen_high="high")
    shares = errors.shares.join(seen, on="answer", maintain_order="left").to_dicts()
    rows = tuple(_error_row(pairing, row) for row in shares)
    names = ("difference", "corrected", "one-side", "worst", "tips", "outlasts")
    head = (say.text("comparison-head-frame"), *(say.text(f"robustness-head-{name}") for name in names))
    table = Table(say.text("robustness-error-caption"), head, rows, frozenset({1, 2, 3, 4, 5}))
    unknown = say.text("comparison-comma").join(ctx.frame_label(row["answer"]) for row in shares if row["refused"])
    few = [Paragraph(say("robustness-unknown", least=SHARE, frames=unknown), "refusal")] if unknown else []
    told = Paragraph(line(error_sentences(errors, say)))
    return Section("error", title, (_outlasting(pairing, compared), told, table, *few), language=ctx.language)


def _outlasting(pairing: Pairing, compared: Comparison) -> Paragraph:
    """Of the differences that were found, how many outlast coder error."""
    say = pairing.ctx.say
    if isinstance(compared.verdicts, Refusal) or isinstance(compared.errors, Refusal):
        return Paragraph(say("robustness-nothing-found"))
    told = compared.verdicts.filter(pl.col("verdict").is_in(FOUND)).join(compared.errors.shares, on="answer")
    if told.is_empty():
        return Paragraph(say("robustness-nothing-found"))
    kinds = {kind: told.filter(pl.col("outlasts").is_in(of)).height for kind, of in OUTLASTING.items()}
    return Paragraph(say("robustness-outlasting", found=told.height, **kinds))


def _error_row(pairing: Pairing, row: Mapping[str, Any]) -> tuple[Line, ...]:
    say = pairing.ctx.say
    return (
        line(pairing.ctx.frame_label(row["answer"])),
        line(_from_floor(row, row["difference"], row["seen_low"], row["seen_high"])),
        line(_from_floor(row, row["corrected"], row["low"], row["high"])),
        line(points(row["one_side"])),
        line(points(row["opposite"])),
        line("–" if row["times"] is None else decimals(f"{row['times']:.1f}", say)),
        line(say.text("robustness-outlasts", outlasts=row["outlasts"].replace(" ", "-"))),
    )


def _from_floor(row: Mapping[str, float], difference: float | None, low: float | None, high: float | None) -> str:
    return "–" if min(row["n_a"], row["n_b"]) < SHARE else points(difference, low, high)


def error_sentences(errors: CoderErrors, say: Speech = ENGLISH) -> str:
    """Where the confusion comes from, and what was done with it."""
    rates = (decimals(f"{rate * 100:.1f}", say) for rate in (errors.rate_a, errors.rate_b))
    first, second = rates
    return say.text("robustness-errors", basis=confusion_basis(errors, say), first=first, second=second)


def confusion_basis(errors: CoderErrors, say: Speech) -> Line:
    """Which articles show the confusion, and what is assumed of it."""
    return line(errors.basis) if say == ENGLISH else say("robustness-basis", **errors.speaking._asdict())
