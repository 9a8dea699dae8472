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
from framing.report.context import number, plural
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import Ground
from framing.report.sections.by_papers import by_papers
from framing.report.sections.expression import expressing
from framing.report.sections.grounds import sides_on_grounds
from framing.report.sections.methods import methods
from framing.report.sections.robustness import misclassified, robustness
from framing.report.sections.verdicts import verdict_lines
from framing.report.wording import (
    adjusted,
    bounded,
    each_refused,
    family_size,
    interval_words,
    p_cells,
    p_words,
    points,
    refused,
    sampling_note,
    side_cells,
    signed,
)

TESTED = ("p, articles", "q BH", "q BY")
"""Heads of the columns of ``p_cells``."""


def answer_section(ground: Ground, compared: Comparison, about: str) -> Section:
    """What was found of each frame dimension, in a sentence for each verdict and one picture; its numbers are folded."""
    assert isinstance(compared.frames, FrameComparison)
    frames = compared.frames
    picture = figure("compare-frames", ComparedFrames(ground, compared, frames, about), ground.ctx.style)
    told = joined(verdict_lines(ground, compared), " ")
    found = [Paragraph(told)] if told else []
    if not found and isinstance(frames.test, Refusal):
        found = [refused(frames.test, "No difference is tested.")]
    test = () if isinstance(frames.test, Refusal) else (Paragraph(line(test_sentence(frames.test))),)
    table = share_table(ground, compared, frames.shares)
    numbers = Details("Counts, shares, p and q of each frame dimension", (*test, table))
    return Section("frames", "Frame dimensions", (*found, picture, sampling_note(compared.sampling), numbers))


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
    found = []
    if compared.frames.divergences.height:
        found.append(folded(_distances(ground, compared, compared.frames), "Divergences beside chance, and log-odds"))
    if isinstance(compared.family, Refusal):
        return tuple(found)
    size = plural(family_size(compared), "test")
    found.append(folded(_family(ground, compared), f"{size} that are corrected together, each with p and q"))
    if isinstance(compared.frames.test, PermutationTest) and not compared.sides[0].coder:
        found.append(folded(robustness(ground, compared, compared.frames, about), "Other readings, dates and windows"))
        found.append(folded(misclassified(ground, compared), "Differences without the errors of coders"))
    if isinstance(compared.frames.test, PermutationTest):
        found.append(folded(methods(ground, compared, compared.frames.test), "A paragraph to copy"))
    return tuple(found)


def test_sentence(test: PermutationTest | Refusal) -> str:
    """The permutation test of all primary frames in one sentence, or why there is none."""
    if isinstance(test, Refusal):
        return f"No p is given. {test}"
    how = "every arrangement was enumerated" if test.exact else f"{test.tables:,} arrangements were drawn"
    inside = "inside the event" if test.strata == 1 else f"inside each of {test.strata} events"
    return (
        f"Do the sides differ in their primary frames at all? Permutation test, articles shuffled {inside}: p = {p_words(test.p)} "
        f"({how}; the smallest p that these articles could give is {p_words(test.smallest_p)}; {test.n_a} and {test.n_b} articles or "
        f"shared descriptions). This p is about {test.about}."
    ).replace("p = <", "p <")


def change(row: dict[str, float]) -> str:
    """The difference of two shares, if the floors allow it for the smaller side."""
    few = min(row["n_a"], row["n_b"])
    if few < FLOORS[2].articles:
        return "–"
    return points(row["difference"], row["low"], row["high"]) + (" (indicative)" if few < FLOORS[3].articles else "")


def share_table(ground: Ground, compared: Comparison, shares: pl.DataFrame) -> Table:
    """Counts and shares of every frame on both sides, its p and q, and what is known of its reliability."""
    q_values = adjusted(compared)
    stamps = _stamps(compared)
    rows = tuple(
        (
            line(ground.ctx.frame_label(row["answer"])),
            *(cell for side in "ab" for cell in side_cells(row, side, _ends(row, side))),
            line(change(row)),
            *p_cells(row["p"], q_values.get(str(Subject("frame", row["answer"])))),
            line(stamps.get(str(Subject("frame", row["answer"])), "–")),
        )
        for row in shares.to_dicts()
    )
    one, other = (side.head for side in compared.sides)
    weighted = "share, weighted n"
    head = ("Frame dimension", one, weighted, other, weighted, "difference, points", *TESTED, "reliability")
    caption = (
        f"Counts are articles; in shares articles of a side that share a description of an event count once. {interval_words(shares)[:1].upper()}"
        f"{interval_words(shares)[1:]}. The difference, first less second side, is within events. p and q are about {_about(compared)}. "
        f"q is p corrected for all m = {family_size(compared)} tests: of what is found at q up to .05, at most 5 % is expected to be chance "
        "(BH: Benjamini and Hochberg; BY: Benjamini and Yekutieli, however the tests depend on one another). "
        "α: Krippendorff’s agreement of coders beyond chance, the lower end of its interval; from .80 reliable, from .667 tentatively."
    )
    return Table(caption, head, rows, frozenset(range(1, 9)))


def _ends(row: dict[str, float], side: str) -> str:
    low, high = row[f"low_{side}"], row[f"high_{side}"]
    return "" if low is None else f" [{low * 100:.0f};\xa0{high * 100:.0f}]"


def _about(compared: Comparison) -> str:
    test = compared.frames.test if isinstance(compared.frames, FrameComparison) else None
    return test.about if isinstance(test, PermutationTest) else ABOUT


def _stamps(compared: Comparison) -> dict[str, str]:
    """What stands beside a difference: the lower bound of alpha, or why the judgement cannot be relied on."""
    if isinstance(compared.reliability, Refusal):
        return {}
    return {
        name: stamp or f"α from {low:.2f}"
        for name, low, stamp in compared.reliability.select("judgement", "low", "stamp").iter_rows()
    }


def _distances(ground: Ground, compared: Comparison, frames: FrameComparison) -> Section:
    apart = figure("compare-chance", ComparedFrames(ground, compared, frames), ground.ctx.style)
    return Section("distance", "How far apart", (apart, _log_odds(ground, frames.log_odds)))


def _log_odds(ground: Ground, table: pl.DataFrame) -> Table:
    strengths = table["strength"].unique().sort().to_list()
    middle = strengths[len(strengths) // 2]
    rows = []
    for row in table.filter(pl.col("strength") == middle).drop_nulls("log_odds").to_dicts():
        under = table.filter(pl.col("answer") == row["answer"])["log_odds"]
        rows.append(
            (
                line(ground.ctx.frame_label(row["answer"])),
                line(bounded(row["log_odds"], row["low"], row["high"], "+.2f")),
                line("–" if row["z"] is None else f"{row['z']:+.1f}"),
                line(", ".join(f"{value:+.2f}" for value in under)),
            )
        )
    told = ", ".join(f"{strength:g}" for strength in table["strength"].unique(maintain_order=True))
    caption = f"Log-odds, first over second side, with an informative Dirichlet prior of {middle:g} articles; last column: priors of {told}."
    return Table(caption, ("Frame dimension", "log-odds [95 %]", "z", "other priors"), tuple(rows), frozenset({1, 2}))


def _positions(ground: Ground, compared: Comparison) -> Section:
    title = "Positions"
    if isinstance(compared.ordinal, Refusal):
        return Section("positions", title, (refused(compared.ordinal),))
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    stamps = _stamps(compared)
    rows = tuple(
        (
            line(labels[row["variable"]]),
            *(number(len(held), held) for held in (row["records_a"], row["records_b"])),
            line(f"{signed(row['median_a'])} and {signed(row['median_b'])}"),
            line(bounded(row["superiority"], row["low"], row["high"])),
            line(p_words(row["p"])),
            line(stamps.get(row["variable"], "–")),
        )
        for row in compared.ordinal.filter(pl.col("refused").is_null()).to_dicts()
    )
    heads = (side.head for side in compared.sides)
    head = ("Scale", *heads, "medians", "superiority [95 %]", "p, articles", "reliability")
    caption = "Counts: articles that take a position, on events where both sides do. Superiority: the chance that an article of the first side scores higher than one of the second on the same event (.50: no difference); p tests it. Medians are descriptive and are not tested."
    blocks: list[Block] = [Table(caption, head, rows, frozenset({1, 2}))] if rows else []
    blocks += [*sides_on_grounds(ground, compared), *expressing(ground, compared, stamps)]
    numbers = (Details("Medians, superiority and p of each scale", tuple(blocks)),) if blocks else ()
    missing = each_refused(compared.ordinal, labels, "No number is given for")
    if not rows and not missing:
        return Section("positions", title, (Paragraph(line("The codebook has no ordinal variable.")), *numbers))
    return Section("positions", title, (*_position_verdicts(compared, labels), *numbers, *missing))


def _position_verdicts(compared: Comparison, labels: Mapping[str, str]) -> Iterator[Paragraph]:
    """On which scales the sides stand apart after correction, and on which no difference was found."""
    if isinstance(compared.ordinal, Refusal):
        return
    one, other = (side.words for side in compared.sides)
    q_values = adjusted(compared)
    tested = compared.ordinal.filter(pl.col("refused").is_null()).to_dicts()
    q = {row["variable"]: q_values.get(str(Subject("superiority", row["variable"])), (1.0, 1.0))[0] for row in tested}
    apart = [row for row in tested if significant(q[row["variable"]])]
    above = [row for row in apart if row["superiority"] > 0.5]
    for rows, first, second in ((above, one, other), ([row for row in apart if row not in above], other, one)):
        if rows:
            told = joined([_apart(row, labels) for row in rows], "; ")
            yield Paragraph(line(f"Higher in {first} than in {second}: ", told, "."))
    if apart:
        yield Paragraph(line(f"{SUPERIORITY.format(one=one, other=other)}."))
    same = [labels[row["variable"]] for row in tested if not significant(q[row["variable"]])]
    if same:
        yield Paragraph(line(f"No difference found after correction: {'; '.join(same)}."))


SUPERIORITY = "Superiority: the chance that an article of {one} scores higher than one of {other} on the same event; .50 is no difference"


def _apart(row: Mapping[str, Any], labels: Mapping[str, str]) -> Line:
    label = Run(labels[row["variable"]], "", strong=True)
    return line(label, f", superiority {bounded(row['superiority'], row['low'], row['high'])}")


def _family(ground: Ground, compared: Comparison) -> Section:
    title = "Every test as one family"
    if isinstance(compared.family, Refusal):
        return Section("family", title, (refused(compared.family),))
    rows = tuple(
        (
            line(named_test(ground, row["test"])),
            *p_cells(row["p"], (row["q_bh"], row["q_by"])),
            line("found" if row["discovery"] else "–"),
        )
        for row in compared.family.sort("p").to_dicts()
    )
    size = family_size(compared)
    caption = (
        f"m = {size} tests; found: q (Benjamini and Hochberg) of at most .05. Every p is about {_about(compared)}."
    )
    head = ("Test", *TESTED, "")
    return Section("family", title, (Table(caption, head, rows, frozenset({1, 2, 3})),), family=size)


def named_test(ground: Ground, test: str) -> str:
    """The name of a test of the family in words."""
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    asked, of = subject(test)
    if asked == "primary":
        return "Primary frame dimensions together"
    return ground.ctx.frame_label(of) if asked == "frame" else f"{labels[of]}, {asked}"
