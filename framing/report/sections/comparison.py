"""The sections that every comparison shares: shares, test, divergences, ordinal differences, family, robustness, methods."""

from typing import Any, Literal

import polars as pl

from framing.analysis.floors import FLOORS
from framing.analysis.subjects import Subject, subject
from framing.compare.chance.permutation import ABOUT, PermutationTest
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Details, Paragraph, Section, Table, first_shown, folded, joined, line
from framing.report.context import labelled
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.pairing import Pairing, compared_articles
from framing.report.sections.by_papers import about_of, by_papers
from framing.report.sections.methods import methods
from framing.report.sections.positions import positions, stamped, tested_heads
from framing.report.sections.robustness import misclassified, robustness
from framing.report.sections.verdicts import verdict_lines
from framing.report.sides import heads
from framing.report.speech import Speech
from framing.report.wording import (
    ENGLISH,
    adjusted,
    bounded,
    decimals,
    family_size,
    interval_by,
    p_cells,
    p_equals,
    p_words,
    points,
    refused,
    sampling_note,
    side_cells,
)
from framing.study.levels import signed


def answer_section(pairing: Pairing, compared: Comparison, about: str) -> Section:
    """What was found of each frame dimension, in a sentence for each verdict and one picture; its numbers are folded."""
    assert isinstance(compared.frames, FrameComparison)
    ctx, say, frames = pairing.ctx, pairing.ctx.say, compared.frames
    picture = figure("compare-frames", ComparedFrames(pairing, compared, frames, about), ctx)
    told = joined(verdict_lines(pairing, compared), say.text("between-sentences"))
    found = [picture, Paragraph(told)] if told else [picture]
    if not told and isinstance(frames.test, Refusal):
        found = [refused(frames.test, say("comparison-untested"), ctx=ctx), picture]
    test = () if isinstance(frames.test, Refusal) else (Paragraph(line(test_sentence(frames.test, say))),)
    numbers = Details(say.text("comparison-numbers"), (*test, share_table(pairing, compared, frames.shares)))
    tested: Literal["chosen", "untested"] = "untested" if isinstance(frames.test, Refusal) else "chosen"
    sampled = sampling_note(say, compared_articles(pairing, compared), pairing.choices, tested)
    blocks = (*found, sampled, numbers)
    return Section("frames", say.text("comparison-frames"), blocks, language=ctx.language)


def evidence_sections(pairing: Pairing, compared: Comparison) -> tuple[Section, ...]:
    """What else is known of two sides with enough articles: whether countries differ, and their positions."""
    assert isinstance(compared.frames, FrameComparison)
    papers = not compared.sides[0].coder and compared.papers != compared.frames.test
    return (*((by_papers(pairing, compared),) if papers else ()), positions(pairing, compared))


def detail_sections(pairing: Pairing, compared: Comparison, about: str) -> tuple[Section, ...]:
    """What a reader who doubts looks up, each folded under its heading.

    Args:
        pairing: the study and its sides.
        compared: a comparison whose frames are given.
        about: the event for the robustness of the claim; empty for all.

    Returns:
        Sections: how far apart, every test, other choices, coder error, and a text for a methods section.
    """
    assert isinstance(compared.frames, FrameComparison)
    say, found = pairing.ctx.say, []
    if compared.frames.divergences.height:
        distances = _distances(pairing, compared, compared.frames)
        found.append(folded(distances, say.text("comparison-distance-summary"), _far_apart(pairing, compared.frames)))
    if isinstance(compared.family, Refusal):
        return tuple(found)
    summary = say.text("comparison-family-summary", tests=family_size(compared))
    found.append(folded(_family(pairing, compared), summary, _found_of_family(pairing, compared.family)))
    if isinstance(compared.frames.test, PermutationTest) and not compared.sides[0].coder:
        tried = robustness(pairing, compared, compared.frames, about)
        found.append(first_shown(tried, say.text("robustness-summary")))
        errors = misclassified(pairing, compared)
        found.append(first_shown(errors, say.text("robustness-error-summary")))
    if isinstance(compared.frames.test, PermutationTest):
        found.append(folded(methods(pairing, compared, compared.frames.test), say.text("comparison-methods-summary")))
    return tuple(found)


def test_sentence(test: PermutationTest | Refusal, say: Speech) -> str:
    """The permutation test of all primary frames in one sentence, or why there is none."""
    if isinstance(test, Refusal):
        return f"{say.text('comparison-no-p')}{say.text('between-sentences')}{test}"
    return say.text(
        "comparison-test",
        events=test.strata,
        p=p_equals(test.p, say),
        exact="yes" if test.exact else "no",
        tables=test.tables,
        smallest=p_words(test.smallest_p, say),
        a=test.n_a,
        b=test.n_b,
        about=about_of(test.about),
    )


def change(row: dict[str, float], say: Speech = ENGLISH) -> str:
    """The difference of two shares, if the floors allow it for the smaller side."""
    few = min(row["n_a"], row["n_b"])
    if few < FLOORS[2].articles:
        return "–"
    told = points(row["difference"], row["low"], row["high"])
    return say.text("comparison-indicative", number=told) if few < FLOORS[3].articles else told


def share_table(pairing: Pairing, compared: Comparison, shares: pl.DataFrame) -> Table:
    """Counts and shares of every frame on both sides, its p and q, and what is known of its reliability."""
    say, q_values = pairing.ctx.say, adjusted(compared)
    stamps = stamped(compared, say)
    rows = tuple(
        (
            line(pairing.ctx.frame_label(row["answer"])),
            *(cell for side in "ab" for cell in side_cells(row, side, _ends(row, side), say)),
            line(change(row, say)),
            *p_cells(row["p"], q_values.get(str(Subject("frame", row["answer"]))), say),
            line(stamps.get(str(Subject("frame", row["answer"])), "–")),
        )
        for row in shares.to_dicts()
    )
    one, other = heads(pairing.ctx, compared.sides)
    weighted, tested = say.text("comparison-head-share"), tested_heads(say)
    frame, difference = say.text("comparison-head-frame"), say.text("comparison-head-difference")
    head = (frame, one, weighted, other, weighted, difference, *tested, say.text("comparison-head-reliability"))
    told: dict[str, Any] = {
        "by": interval_by(shares),
        "about": about_of(_about(compared)),
        "tests": family_size(compared),
    }
    return Table(say.text("comparison-share-caption", **told), head, rows, frozenset(range(1, 9)))


def _ends(row: dict[str, float], side: str) -> str:
    low, high = row[f"low_{side}"], row[f"high_{side}"]
    return "" if low is None else f" [{low * 100:.0f};\xa0{high * 100:.0f}]"


def _about(compared: Comparison) -> str:
    test = compared.frames.test if isinstance(compared.frames, FrameComparison) else None
    return test.about if isinstance(test, PermutationTest) else ABOUT


def _distances(pairing: Pairing, compared: Comparison, frames: FrameComparison) -> Section:
    ctx = pairing.ctx
    apart = figure("compare-chance", ComparedFrames(pairing, compared, frames), ctx)
    title = ctx.say.text("comparison-distance")
    return Section("distance", title, (apart, _log_odds(pairing, frames.log_odds)), language=ctx.language)


def _far_apart(pairing: Pairing, frames: FrameComparison) -> Paragraph:
    """Each divergence in a sentence, beside what chance gives."""
    say = pairing.ctx.say
    told = [
        say(
            "comparison-distance-told", measure=pairing.ctx.style.words[row["measure"]],
            beyond="yes" if row["observed"] > row["null_95"] else "no",
            observed=decimals(f"{row['observed']:.2f}", say), chance=decimals(f"{row['null_95']:.2f}", say),
        )
        for row in frames.divergences.drop_nulls("observed").to_dicts()
    ]  # fmt: skip
    return Paragraph(joined(told, say.text("between-sentences")))


def _found_of_family(pairing: Pairing, family: pl.DataFrame) -> Paragraph:
    """How many tests of the family were found, and which."""
    named = [named_test(pairing, test) for test in family.filter("discovery").sort("p")["test"]]
    listed = pairing.ctx.say.text("comparison-semicolon").join(named)
    return Paragraph(pairing.ctx.say("comparison-family-told", tests=family.height, found=len(named), named=listed))


def _log_odds(pairing: Pairing, table: pl.DataFrame) -> Table:
    say, strengths = pairing.ctx.say, table["strength"].unique().sort().to_list()
    middle, under = strengths[len(strengths) // 2], dict(table.group_by("answer").agg("log_odds").iter_rows())
    rows = []
    for row in table.filter(pl.col("strength") == middle).drop_nulls("log_odds").to_dicts():
        priors = (decimals(signed(value, "+.2f"), say) for value in under[row["answer"]])
        rows.append(
            (
                line(pairing.ctx.frame_label(row["answer"])),
                line(bounded(row["log_odds"], row["low"], row["high"], "+.2f", say)),
                line("–" if row["z"] is None else decimals(signed(row["z"], "+.1f"), say)),
                line(say.text("comparison-comma").join(priors)),
            )
        )
    told = [decimals(f"{strength:g}", say) for strength in table["strength"].unique(maintain_order=True)]
    caption = say.text(
        "comparison-log-odds", prior=decimals(f"{middle:g}", say), priors=say.text("comparison-comma").join(told)
    )
    frame, odds, others = (say.text(f"comparison-head-{name}") for name in ("frame", "log-odds", "priors"))
    return Table(caption, (frame, odds, "z", others), tuple(rows), frozenset({1, 2}))


def _family(pairing: Pairing, compared: Comparison) -> Section:
    ctx, say = pairing.ctx, pairing.ctx.say
    title = say.text("comparison-family")
    if isinstance(compared.family, Refusal):
        return Section("family", title, (refused(compared.family, ctx=ctx),), language=ctx.language)
    rows = tuple(
        (
            line(named_test(pairing, row["test"])),
            *p_cells(row["p"], (row["q_bh"], row["q_by"]), say),
            line(say.text("comparison-found") if row["discovery"] else "–"),
        )
        for row in compared.family.sort("p").to_dicts()
    )
    size = family_size(compared)
    caption = say.text("comparison-family-caption", tests=size, about=about_of(_about(compared)))
    table = Table(caption, (say.text("comparison-head-test"), *tested_heads(say), ""), rows, frozenset({1, 2, 3}))
    return Section("family", title, (table,), family=size, language=ctx.language)


def named_test(pairing: Pairing, test: str) -> str:
    """The name of a test of the family in words."""
    ctx = pairing.ctx
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    asked, of = subject(test)
    if asked == "primary":
        return ctx.say.text("comparison-test-primary")
    return ctx.frame_label(of) if asked == "frame" else ctx.say.text(f"comparison-test-{asked}", scale=labels[of])
