"""What a page says first and what it says of each frame never contradict each other: a difference that was found is told, with its doubts."""

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest

from framing.analysis.false_discovery import family
from framing.analysis.subjects import FRAME_TEST
from framing.compare.chance.design import Design
from framing.compare.coder_error.misclassification import CoderErrors
from framing.compare.frames import FrameComparison, frame_comparison
from framing.compare.material import Material
from framing.compare.result import Comparison
from framing.compare.sides import Side, sides
from framing.compare.standing import frame_differences, scale_differences, turns
from framing.compare.verdicts import VERDICTS, leveled, verdicts
from framing.corpus import Corpus
from framing.refusal import Refusal
from framing.report.blocks import Line, Paragraph
from framing.report.briefs.compared import told_compared
from framing.report.context import context
from framing.report.pairing import Pairing
from framing.report.sections.methods import methods
from framing.report.sections.positions import positions
from framing.report.sections.verdicts import verdict_lines
from framing.report.speech import plain
from framing.words import page_languages

FRAMES = ("history", "leadership")
FEW = "one of the sides has fewer than 10 articles, if those described together count once"


def compared(everything: Comparison, *events: tuple[int, int]) -> Comparison:
    """One side writes in one frame alone, the other in the other: so many articles of both on each event."""
    a, b = (np.array([[held[side], 0][:: 1 - 2 * side] for held in events]) for side in (0, 1))
    design = Design(FRAMES, tuple(f"e{place}" for place in range(len(events))), np.eye(2), a, b)
    frames = frame_comparison(design)
    assert isinstance(frames, FrameComparison)
    records = pl.lit([], pl.List(pl.String))
    frames = frames._replace(shares=frames.shares.with_columns(records_a=records, records_b=records))
    tests = family(frames.shares.select("p", test=FRAME_TEST))
    sure = pl.DataFrame({"judgement": [], "stamp": []}, schema={"judgement": pl.String, "stamp": pl.String})
    return everything._replace(
        design=design, frames=frames, family=tests, verdicts=verdicts(design, frames.shares, leveled(tests)),
        reliability=sure, errors=Refusal("not_asked", "", ""), ordinal=Refusal("not_asked", "", ""),
    )  # fmt: skip


def in_words(lines: list[Line]) -> str:
    return " ".join(map(plain, lines))


def stamped_in(found: Comparison, frame: str) -> Comparison:
    """Its frames, one of which is not coded reliably."""
    return found._replace(reliability=pl.DataFrame({"judgement": [f"frame:{frame}"], "stamp": ["not reliable enough"]}))


def overturned_in(found: Comparison, frame: str) -> Comparison:
    shares = pl.DataFrame({"answer": [frame], "outlasts": ["no"]})
    assert isinstance(found.errors, Refusal)
    return found._replace(errors=CoderErrors("", 0.1, 0.1, shares, None))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "why"),
    [(((8, 8),), FEW), (((20, 20), (20, 20)), "too few events for an interval")],
)  # fmt: skip
def test_a_difference_that_passes_the_correction_is_never_told_as_none(
    events: tuple[tuple[int, int], ...], why: str, everything: Comparison, demo_ground: Pairing
) -> None:
    found = compared(everything, *events)
    rows = frame_differences(found)
    assert rows["verdict"].to_list() == ["larger", "smaller"]
    assert rows["stands"].to_list() == [False, False]
    told = in_words(told_compared(demo_ground, found))
    assert why in told
    assert "stands after" not in told
    for language in page_languages():
        pairing = replace(demo_ground, ctx=context(demo_ground.ctx.corpus, demo_ground.choices, language))
        [line] = told_compared(pairing, found)
        assert all(
            demo_ground.ctx.say.language == "en" or pairing.ctx.frame_label(frame) in plain(line) for frame in FRAMES
        )


@pytest.mark.parametrize(
    ("events", "whys"),
    [
        (((20, 20),), ()),
        (((8, 8),), (FEW,)),
        (((20, 20), (20, 20)), ("there are too few events for an interval",)),
        (((4, 4), (4, 4)), (FEW, "there are too few events for an interval")),
    ],
)
def test_verdicts_call_a_finding_what_the_brief_does(
    events: tuple[tuple[int, int], ...], whys: tuple[str, ...], everything: Comparison, demo_ground: Pairing
) -> None:
    found = compared(everything, *events)
    assert bool(whys) == (not frame_differences(found)["stands"].any())
    told = in_words(list(verdict_lines(demo_ground, found)))
    assert told.startswith("Larger share in")
    assert ("is a finding" in told) == bool(whys)
    assert not whys or f"None of these differences is a finding: {'; '.join(whys)}." in told


def test_methods_claim_an_interval_only_where_there_is_one(everything: Comparison, demo_ground: Pairing) -> None:
    said = {"en": "leaves out 0", "ja": "0を含まない", "ru": "не содержит 0"}
    for events in (((20, 20),), ((20, 20), (20, 20))):
        found = compared(everything, *events)
        assert isinstance(found.frames, FrameComparison)
        assert not isinstance(found.frames.test, Refusal)
        has = found.frames.shares["low"].null_count() == 0
        for language, words in said.items():
            pairing = replace(demo_ground, ctx=context(demo_ground.ctx.corpus, demo_ground.choices, language))
            assert (words in str(methods(pairing, found, found.frames.test))) == has


def test_a_difference_whose_interval_has_0_is_never_told_as_none(everything: Comparison, demo_ground: Pairing) -> None:
    found = compared(everything, (20, 20))
    assert not isinstance(found.verdicts, Refusal)
    wide = found.verdicts.with_columns(low=pl.lit(-0.1), high=pl.lit(1.0), verdict=pl.lit("unclear", VERDICTS))
    told = in_words(told_compared(demo_ground, found._replace(verdicts=wide)))
    assert "includes 0" in told
    assert "stands after" not in told


def test_enough_articles_with_an_interval_stand(everything: Comparison, demo_ground: Pairing) -> None:
    found = compared(everything, (20, 20))
    assert frame_differences(found)["stands"].to_list() == [True, True]
    assert "but" not in in_words(told_compared(demo_ground, found))


def test_a_difference_with_a_doubt_is_told_beside_one_that_stands(everything: Comparison, demo_ground: Pairing) -> None:
    found, label = compared(everything, (20, 20)), demo_ground.ctx.frame_label("leadership")
    stamped = stamped_in(found, "leadership")
    assert frame_differences(stamped)["stands"].to_list() == [True, False]
    told = in_words(told_compared(demo_ground, stamped))
    assert (
        f"difference in {label} passes the correction too, but is not a finding: coders do not agree well enough."
        in told
    )


def test_each_reason_names_its_frames_where_it_is_not_that_of_all(everything: Comparison, demo_ground: Pairing) -> None:
    found = overturned_in(stamped_in(compared(everything, (20, 20)), "leadership"), "history")
    leadership, history = map(demo_ground.ctx.frame_label, ("leadership", "history"))
    told = in_words(told_compared(demo_ground, found))
    assert (
        f"coders do not agree well enough ({leadership}); coder error alone may make the difference ({history})" in told
    )


def test_a_verdict_says_that_coder_error_alone_may_make_it(everything: Comparison, demo_ground: Pairing) -> None:
    found, label = (
        overturned_in(compared(everything, (20, 20)), "leadership"),
        demo_ground.ctx.frame_label("leadership"),
    )
    assert frame_differences(found)["stands"].to_list() == [True, False]
    assert f"Coder error alone may make the difference in: {label}." in in_words(
        list(verdict_lines(demo_ground, found))
    )


def test_a_turn_in_a_frame_that_is_not_coded_reliably_is_not_told(demo: Corpus, demo_material: Material) -> None:
    [paper, *_] = named(demo, "rg,yomiuri")
    cut = {"s20-visit": date(2014, 9, 3)}
    known = demo_material.reliability
    assert isinstance(known, pl.DataFrame)
    sure = demo_material._replace(reliability=Refusal("single_coder", "", ""))
    stands = turns(sure, [paper], cut).filter("stands")["answer"].cast(pl.String).to_list()
    assert "ukraine" in stands
    doubtful = known.with_columns(low=pl.when(pl.col("judgement") == "frame:ukraine").then(0.3).otherwise(0.9))
    again = turns(demo_material._replace(reliability=doubtful), [paper], cut)
    assert again.filter("stands")["answer"].cast(pl.String).to_list() == [name for name in stands if name != "ukraine"]


def named(study: Corpus, written: str) -> tuple[Side, ...]:
    found = sides(written, study.tables.outlets)
    assert not isinstance(found, Refusal)
    return tuple(found)


@pytest.mark.parametrize(("low", "high", "stands"), [(0.46, 0.89, False), (0.56, 0.89, True), (None, None, False)])
def test_a_scale_is_told_as_higher_only_where_its_interval_leaves_out_the_middle(
    low: float | None, high: float | None, stands: bool, everything: Comparison, demo_ground: Pairing
) -> None:
    assert not isinstance(everything.ordinal, Refusal)
    ends = everything.ordinal.with_columns(low=pl.lit(low, pl.Float64), high=pl.lit(high, pl.Float64))
    sure = pl.DataFrame({"judgement": [], "stamp": []}, schema={"judgement": pl.String, "stamp": pl.String})
    found = everything._replace(ordinal=ends, reliability=sure)
    rows = scale_differences(found).filter("found", asked="superiority")
    assert rows["stands"].to_list() == [stands] * rows.height != []
    for language in page_languages():
        pairing = replace(demo_ground, ctx=context(demo_ground.ctx.corpus, demo_ground.choices, language))
        told, say = in_words(told_compared(pairing, found)), pairing.ctx.say
        named = say.text("brief-scale-higher", scale=pairing.ctx.style.variables[rows["variable"][0]])
        assert (named in told) == stands
        section = "\n".join(
            plain(block.text) for block in positions(pairing, found).blocks if isinstance(block, Paragraph)
        )
        unclear = say.text("comparison-unclear", scales="").split(":")[0].split("：")[0]
        assert (unclear in section) == (low == 0.46)


def test_who_takes_a_position_more_often_is_told_first_and_beside_the_positions(
    everything: Comparison, demo_ground: Pairing
) -> None:
    assert not isinstance(everything.family, Refusal)
    one = scale_differences(everything).filter(asked="expressed")["variable"][0]
    passed = pl.when(pl.col("test") == f"{one}:expressed").then(0.03).otherwise(pl.col("q_bh"))
    found = everything._replace(family=everything.family.with_columns(q_bh=passed))
    label = demo_ground.ctx.style.variables[one]
    assert label in in_words(told_compared(demo_ground, found))
    told = [plain(block.text) for block in positions(demo_ground, found).blocks if isinstance(block, Paragraph)]
    assert any("how often they take a position" in text and label in text for text in told)
