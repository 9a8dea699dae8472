"""What else could have made a difference: other choices of the analyst, and the errors of coders."""

from collections.abc import Mapping

import polars as pl

from framing.analysis.floors import SHARE
from framing.analysis.significance import significant
from framing.chart.choices import option_label
from framing.compare.chance.permutation import ABOUT
from framing.compare.coder_error.misclassification import CoderErrors
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.compare.robustness import agreement, by_choice
from framing.refusal import Refusal
from framing.report.blocks import Paragraph, Section, Table, line
from framing.report.context import plural
from framing.report.figures import FIGURES
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import Ground
from framing.report.wording import adjusted, p_words, points, refused

CHOICES = {
    "reading": "reading",
    "ground": "ground",
    "basis": "date rule",
    "bundles": "shared descriptions",
    "voices": "voices",
    "window": "window",
    "role": "frames",
}


def robustness(ground: Ground, compared: Comparison, frames: FrameComparison, about: str) -> Section:
    """The claim of a comparison under every combination of choices."""
    title = "Under other choices"
    parts = compared.match is not None and compared.match.level != "own"
    q = adjusted(compared).get("primary", (1.0, 1.0))[0]
    if (not significant(q) or parts) and not ground.thorough:
        why = (
            "The claim about all events together is tried under other readings, dates and windows on the page that compares them"
            if parts
            else f"No difference is claimed (q = {p_words(q)} in the family of this page), so there is no claim to try under other readings, dates and windows"
        )
        text = f"{why}; `framing compare {about or '--all'} --output DIR` tries this one too."
        return Section("robustness", title, (Paragraph(line(text)),))
    found = FIGURES["compare-choices"].of(ComparedFrames(ground, compared, frames, about))
    if isinstance(found, Refusal):
        return Section("robustness", title, (refused(found),))
    agree, given, distinct = agreement(found.table)
    told = (
        f"The claim: the sides differ in their primary frames ({ABOUT}). {agree} of {given} distinct combinations of choices that give a number "
        f"agree (p at most .05); {plural(distinct - given, 'more gives', 'more give')} none. Combinations that change no count are not counted again."
    )
    blocks = (
        Paragraph(line(told)),
        found.block(ground.ctx.style),
        _choice_table(ground, found.table),
    )
    return Section("robustness", title, blocks)


def _choice_table(ground: Ground, found: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(f"{CHOICES[row['choice']]}: {option_label(row['option'], ground.ctx.style.words)}"),
            line(f"{row['agree']} of {row['given']}" if row["given"] else "–"),
            line(str(row["distinct"])),
            line("–" if row["lowest"] is None else f"{row['lowest']:z.2f} to {row['highest']:z.2f}"),
        )
        for row in by_choice(found).to_dicts()
    )
    head = ("Choice", "agree", "distinct", "difference")
    caption = "Each choice with all others varying. Distinct 0: it changes no count, so it is counted under another."
    return Table(caption, head, rows, frozenset({1, 2, 3}))


def misclassified(ground: Ground, compared: Comparison) -> Section:
    """What is left of each difference without the errors that double coding shows, and how much those could make alone."""
    title = "Does it outlast coder error?"
    errors = compared.errors
    if isinstance(errors, Refusal):
        return Section("error", title, (refused(errors),))
    assert isinstance(compared.frames, FrameComparison)
    seen = compared.frames.shares.select("answer", "n_a", "n_b", seen_low="low", seen_high="high")
    shares = errors.shares.join(seen, on="answer", maintain_order="left")
    rows, unknown = [], []
    for row in shares.to_dicts():
        name = ground.ctx.frame_label(row["answer"])
        if row["refused"]:
            unknown.append(name)
        rows.append(
            (
                line(name),
                line(_from_floor(row, row["difference"], row["seen_low"], row["seen_high"])),
                line(_from_floor(row, row["corrected"], row["low"], row["high"])),
                line(points(row["one_side"])),
                line(points(row["opposite"])),
                line("–" if row["times"] is None else f"{row['times']:.1f}"),
                line(row["outlasts"]),
            )
        )
    head = ("Frame dimension", "difference", "corrected", "one side", "worst case", "tips at", "outlasts error?")
    caption = (
        "In percentage points, first less second side, with 95 % intervals. Corrected: by the matrix method. Tips at: how many times as frequent errors "
        "would have to be in the worst case. Yes: the corrected interval excludes 0, and no case produces the difference by itself."
    )
    table = Table(caption, head, tuple(rows), frozenset({1, 2, 3, 4, 5}))
    few = f"Not known, because fewer than {SHARE} double-coded articles received it: {', '.join(unknown)}."
    return Section(
        "error",
        title,
        (Paragraph(line(error_sentences(errors))), table, *([Paragraph(line(few), "refusal")] if unknown else [])),
    )


def _from_floor(row: Mapping[str, float], difference: float | None, low: float | None, high: float | None) -> str:
    return "–" if min(row["n_a"], row["n_b"]) < SHARE else points(difference, low, high)


def error_sentences(errors: CoderErrors) -> str:
    """Where the confusion comes from, and what was done with it."""
    return (
        f"{errors.basis} By this measure, the reading gives {errors.rate_a:.1%} of the first side’s articles and {errors.rate_b:.1%} of the second’s a "
        "primary frame other than the true one; adjudicated records are taken to be right. Errors that are alike on both sides can create a "
        "difference as well as hide one: what one side has more of may be mistaken for a third frame. The corrected difference removes the errors. Two worse cases: "
        "only one side is coded with error; or every error about a frame goes one way on one side and the other way on the other."
    )
