"""The sections that every comparison shares: shares, test, divergences, ordinal differences, family, robustness, methods."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from framing.analysis.floors import FLOORS
from framing.analysis.significance import significant
from framing.analysis.subjects import Subject, subject
from framing.compare.chance.permutation import ABOUT, PermutationTest
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Line, Paragraph, Run, Section, Table, folded, joined, line
from framing.report.context import labelled, number
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import Ground
from framing.report.sections.by_papers import by_papers
from framing.report.sections.expression import expressing
from framing.report.sections.grounds import sides_on_grounds
from framing.report.sections.methods import methods
from framing.report.sections.robustness import misclassified, robustness
from framing.report.sections.verdicts import verdict_lines
from framing.report.sides import heads, names
from framing.report.speech import Speech
from framing.report.wording import (
    ENGLISH,
    adjusted,
    bounded,
    decimals,
    each_refused,
    family_size,
    interval_by,
    p_cells,
    p_equals,
    p_words,
    points,
    refused,
    sampling_note,
    side_cells,
    signed,
)


def tested_heads(say: Speech) -> tuple[str, str, str]:
    """Heads of the columns of ``p_cells`` where articles are exchanged."""
    return say.text("comparison-head-p"), "q BH", "q BY"


def answer_section(ground: Ground, compared: Comparison, about: str) -> Section:
    """What was found of each frame dimension, in a sentence for each verdict and one picture; its numbers are folded."""
    assert isinstance(compared.frames, FrameComparison)
    ctx, say, frames = ground.ctx, ground.ctx.say, compared.frames
    picture = figure("compare-frames", ComparedFrames(ground, compared, frames, about), ctx.style)
    told = joined(verdict_lines(ground, compared), say.text("between-sentences"))
    found = [Paragraph(told)] if told else []
    if not found and isinstance(frames.test, Refusal):
        found = [refused(frames.test, say("comparison-untested"), ctx=ctx)]
    test = () if isinstance(frames.test, Refusal) else (Paragraph(line(test_sentence(frames.test, say))),)
    numbers = Details(say.text("comparison-numbers"), (*test, share_table(ground, compared, frames.shares)))
    sampled = ground.chosen.articles.filter(pl.col("article").is_in(compared.cards["article"].implode()))
    blocks = (*found, picture, sampling_note(say, sampled, ground.choices), numbers)
    return Section("frames", say.text("comparison-frames"), blocks, language=ctx.language)


def evidence_sections(ground: Ground, compared: Comparison) -> tuple[Section, ...]:
    """What else is known of two sides with enough articles: whether countries differ, and their positions."""
    assert isinstance(compared.frames, FrameComparison)
    papers = not compared.sides[0].coder and compared.papers != compared.frames.test
    return (*((by_papers(ground, compared),) if papers else ()), _positions(ground, compared))


def detail_sections(ground: Ground, compared: Comparison, about: str) -> tuple[Section, ...]:
    """What a reader who doubts looks up, each folded under its heading.

    Args:
        ground: the study and its sides.
        compared: a comparison whose frames are given.
        about: the event for the robustness of the claim; empty for all.

    Returns:
        Sections: how far apart, every test, other choices, coder error, and a text for a methods section.
    """
    assert isinstance(compared.frames, FrameComparison)
    say, found = ground.ctx.say, []
    if compared.frames.divergences.height:
        found.append(folded(_distances(ground, compared, compared.frames), say.text("comparison-distance-summary")))
    if isinstance(compared.family, Refusal):
        return tuple(found)
    summary = say.text("comparison-family-summary", tests=family_size(compared))
    found.append(folded(_family(ground, compared), summary))
    if isinstance(compared.frames.test, PermutationTest) and not compared.sides[0].coder:
        found.append(folded(robustness(ground, compared, compared.frames, about), say.text("robustness-summary")))
        found.append(folded(misclassified(ground, compared), say.text("robustness-error-summary")))
    if isinstance(compared.frames.test, PermutationTest):
        found.append(folded(methods(ground, compared, compared.frames.test), say.text("comparison-methods-summary")))
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


def about_of(about: str) -> str:
    """What a p is about, as messages choose by it: articles or readings."""
    return "articles" if about == ABOUT else "readings"


def change(row: dict[str, float], say: Speech = ENGLISH) -> str:
    """The difference of two shares, if the floors allow it for the smaller side."""
    few = min(row["n_a"], row["n_b"])
    if few < FLOORS[2].articles:
        return "–"
    told = points(row["difference"], row["low"], row["high"])
    return say.text("comparison-indicative", number=told) if few < FLOORS[3].articles else told


def share_table(ground: Ground, compared: Comparison, shares: pl.DataFrame) -> Table:
    """Counts and shares of every frame on both sides, its p and q, and what is known of its reliability."""
    say, q_values = ground.ctx.say, adjusted(compared)
    stamps = _stamps(compared, say)
    rows = tuple(
        (
            line(ground.ctx.frame_label(row["answer"])),
            *(cell for side in "ab" for cell in side_cells(row, side, _ends(row, side), say)),
            line(change(row, say)),
            *p_cells(row["p"], q_values.get(str(Subject("frame", row["answer"]))), say),
            line(stamps.get(str(Subject("frame", row["answer"])), "–")),
        )
        for row in shares.to_dicts()
    )
    one, other = heads(ground.ctx, compared.sides)
    weighted, tested = say.text("comparison-head-share"), tested_heads(say)
    frame, difference = say.text("comparison-head-frame"), say.text("comparison-head-difference")
    head = (frame, one, weighted, other, weighted, difference, *tested, say.text("comparison-head-reliability"))
    told = {"by": interval_by(shares), "about": about_of(_about(compared)), "tests": family_size(compared)}
    return Table(say.text("comparison-share-caption", **told), head, rows, frozenset(range(1, 9)))


def _ends(row: dict[str, float], side: str) -> str:
    low, high = row[f"low_{side}"], row[f"high_{side}"]
    return "" if low is None else f" [{low * 100:.0f};\xa0{high * 100:.0f}]"


def _about(compared: Comparison) -> str:
    test = compared.frames.test if isinstance(compared.frames, FrameComparison) else None
    return test.about if isinstance(test, PermutationTest) else ABOUT


def _stamps(compared: Comparison, say: Speech) -> dict[str, str]:
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


def _distances(ground: Ground, compared: Comparison, frames: FrameComparison) -> Section:
    ctx = ground.ctx
    apart = figure("compare-chance", ComparedFrames(ground, compared, frames), ctx.style)
    title = ctx.say.text("comparison-distance")
    return Section("distance", title, (apart, _log_odds(ground, frames.log_odds)), language=ctx.language)


def _log_odds(ground: Ground, table: pl.DataFrame) -> Table:
    say, strengths = ground.ctx.say, table["strength"].unique().sort().to_list()
    middle = strengths[len(strengths) // 2]
    rows = []
    for row in table.filter(pl.col("strength") == middle).drop_nulls("log_odds").to_dicts():
        under = table.filter(pl.col("answer") == row["answer"])["log_odds"]
        rows.append(
            (
                line(ground.ctx.frame_label(row["answer"])),
                line(bounded(row["log_odds"], row["low"], row["high"], "+.2f", say)),
                line("–" if row["z"] is None else decimals(f"{row['z']:+.1f}", say)),
                line(say.text("comparison-comma").join(decimals(f"{value:+.2f}", say) for value in under)),
            )
        )
    told = [decimals(f"{strength:g}", say) for strength in table["strength"].unique(maintain_order=True)]
    caption = say.text(
        "comparison-log-odds", prior=decimals(f"{middle:g}", say), priors=say.text("comparison-comma").join(told)
    )
    frame, odds, others = (say.text(f"comparison-head-{name}") for name in ("frame", "log-odds", "priors"))
    return Table(caption, (frame, odds, "z", others), tuple(rows), frozenset({1, 2}))


def _positions(ground: Ground, compared: Comparison) -> Section:
    ctx, say = ground.ctx, ground.ctx.say
    title = say.text("comparison-positions")
    if isinstance(compared.ordinal, Refusal):
        return Section("positions", title, (refused(compared.ordinal, ctx=ctx),), language=ctx.language)
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    stamps = _stamps(compared, say)
    rows = tuple(
        _position(row, labels, stamps, say) for row in compared.ordinal.filter(pl.col("refused").is_null()).to_dicts()
    )
    scale, medians, superiority, reliability = (
        say.text(f"comparison-head-{name}") for name in ("scale", "medians", "superiority", "reliability")
    )
    head = (scale, *heads(ctx, compared.sides), medians, superiority, tested_heads(say)[0], reliability)
    caption = say.text("comparison-positions-caption")
    blocks: list[Block] = [Table(caption, head, rows, frozenset({1, 2}))] if rows else []
    blocks += [*sides_on_grounds(ground, compared), *expressing(ground, compared, stamps)]
    numbers = (Details(say.text("comparison-positions-numbers"), tuple(blocks)),) if blocks else ()
    missing = each_refused(compared.ordinal, labels, "number", say)
    if not rows and not missing:
        numbers = (Paragraph(say("comparison-no-scale")), *numbers)
    told = _position_verdicts(ground, compared, labels)
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


def _position_verdicts(ground: Ground, compared: Comparison, labels: Mapping[str, str]) -> Iterator[Paragraph]:
    """On which scales the sides stand apart after correction, and on which no difference was found."""
    if isinstance(compared.ordinal, Refusal):
        return
    say, sides = ground.ctx.say, names(ground.ctx, compared.sides)
    other_way = {"one": sides["other"], "other": sides["one"]}
    between, q_values = say.text("comparison-semicolon"), adjusted(compared)
    tested = compared.ordinal.filter(pl.col("refused").is_null()).to_dicts()
    q = {row["variable"]: q_values.get(str(Subject("superiority", row["variable"])), (1.0, 1.0))[0] for row in tested}
    apart = [row for row in tested if significant(q[row["variable"]])]
    above = [row for row in apart if row["superiority"] > 0.5]
    for rows, named in ((above, sides), ([row for row in apart if row not in above], other_way)):
        if rows:
            yield Paragraph(
                say("comparison-higher", **named, scales=joined([_apart(row, labels, say) for row in rows], between))
            )
    if apart:
        yield Paragraph(say("comparison-superiority", **sides))
    same = [labels[row["variable"]] for row in tested if not significant(q[row["variable"]])]
    if same:
        yield Paragraph(say("comparison-same", scales=between.join(same)))


def _apart(row: Mapping[str, Any], labels: Mapping[str, str], say: Speech) -> Line:
    label = Run(labels[row["variable"]], "", strong=True)
    return say(
        "comparison-apart", scale=label, superiority=bounded(row["superiority"], row["low"], row["high"], say=say)
    )


def _family(ground: Ground, compared: Comparison) -> Section:
    ctx, say = ground.ctx, ground.ctx.say
    title = say.text("comparison-family")
    if isinstance(compared.family, Refusal):
        return Section("family", title, (refused(compared.family, ctx=ctx),), language=ctx.language)
    rows = tuple(
        (
            line(named_test(ground, row["test"])),
            *p_cells(row["p"], (row["q_bh"], row["q_by"]), say),
            line(say.text("comparison-found") if row["discovery"] else "–"),
        )
        for row in compared.family.sort("p").to_dicts()
    )
    size = family_size(compared)
    caption = say.text("comparison-family-caption", tests=size, about=about_of(_about(compared)))
    table = Table(caption, (say.text("comparison-head-test"), *tested_heads(say), ""), rows, frozenset({1, 2, 3}))
    return Section("family", title, (table,), family=size, language=ctx.language)


def named_test(ground: Ground, test: str) -> str:
    """The name of a test of the family in words."""
    ctx = ground.ctx
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    asked, of = subject(test)
    if asked == "primary":
        return ctx.say.text("comparison-test-primary")
    return ctx.frame_label(of) if asked == "frame" else ctx.say.text(f"comparison-test-{asked}", scale=labels[of])
