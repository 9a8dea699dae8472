"""Two sides in brief: the differences that stand, how far the others may reach, and what may not be concluded from them."""

from collections.abc import Mapping
from math import floor
from typing import Any

import polars as pl

from framing.analysis.floors import SIDE
from framing.analysis.significance import significant
from framing.compare.chance.paper_test import PaperTest
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.compare.sides import Side
from framing.compare.standing import DOUBTS, ENOUGH, SCALE_DOUBTS, frame_differences, scale_differences, widest
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Line, Section, joined
from framing.report.briefs.parts import frame_named, in_brief, told_how, told_limits
from framing.report.context import Context
from framing.report.pairing import Pairing
from framing.report.sides import side_name
from framing.report.speech import Apart, Count, Target

CLAUSES = 2
"""How many differences a sentence gives in full; further ones are named."""


def compared_in_brief(pairing: Pairing, compared: Comparison | Unmatched | Refusal) -> Section:
    """The first section of a page that compares two sides."""
    ctx, articles = pairing.ctx, _articles(pairing, compared)
    if not isinstance(compared, Comparison):
        return in_brief(ctx.say, told_compared(pairing, compared), told_limits(ctx, articles, "index"))
    return in_brief(
        ctx.say,
        told_compared(pairing, compared),
        [*_rests(pairing, compared, articles), *_alpha(ctx, compared)],
        told_limits(ctx, articles, "index", _limits(pairing, compared)),
    )


def _articles(pairing: Pairing, compared: Comparison | Unmatched | Refusal) -> pl.DataFrame:
    """The articles that are compared, each once; of two sides that meet nowhere all of them."""
    every = pairing.chosen.articles.unique("article", maintain_order=True)
    if not isinstance(compared, Comparison):
        return every
    return every.filter(
        pl.col("article").is_in([name for side in pairing.pair for name in _held(compared, side).records])
    )


def told_compared(pairing: Pairing, compared: Comparison | Unmatched | Refusal, page: str = "") -> list[Line]:
    """What is found between two sides, or in one sentence why nothing is; ``page`` is where the figures are."""
    ctx = pairing.ctx
    names: dict[str, Any] = {"one": side_name(ctx, pairing.pair[0]), "other": side_name(ctx, pairing.pair[1])}
    names["papers"] = len(pairing.pair[0].outlets)
    if not isinstance(compared, Comparison):
        if isinstance(compared, Refusal):
            return [ctx.say("brief-nothing-compared", **names)]
        return [ctx.say("brief-no-common", **names, events=Target(page, "frames"))]
    counts: dict[str, Any] = {"a": _held(compared, pairing.pair[0]), "b": _held(compared, pairing.pair[1])}
    if isinstance(compared.frames, Refusal):
        apart = (compared.frames.values or {}).get("kind") == "apart"
        message = "brief-no-common-part" if apart else "brief-too-few"
        return [ctx.say(message, **names, **counts, side=SIDE)]
    if isinstance(compared.frames.test, Refusal):
        message = "brief-untested" if compared.frames.test.code.endswith("_sample") else "brief-unattainable"
        return [ctx.say(message, **names, **counts, frames=Target(page, "frames"))]
    return [*_differences(pairing, compared, names, page), *_scales(ctx, compared, names, page)]


def _held(compared: Comparison, side: Side) -> Count:
    """The articles of one side: those on events of both, where frames are given."""
    if isinstance(compared.frames, FrameComparison):
        records = f"records_{'ab'[compared.sides.index(side)]}"
        own = sorted(set().union(*compared.frames.shares[records].to_list()))
    else:
        own = compared.cards.filter(pl.col("side") == side.name)["article"].unique(maintain_order=True).to_list()
    return Count(len(own), tuple(own))


def _differences(pairing: Pairing, compared: Comparison, names: Mapping[str, Any], page: str) -> list[Line]:
    """The differences that stand, and how far the others may reach."""
    say, found = pairing.ctx.say, frame_differences(compared)
    standing, doubtful = found.filter("stands").to_dicts(), found.filter(pl.col("found") & ~pl.col("stands"))
    within, rest = widest(found), found.filter(~pl.col("found")).height
    assert isinstance(compared.frames, FrameComparison)
    assert not isinstance(compared.frames.test, Refusal)
    told: dict[str, Any] = {
        **names, "events": compared.frames.test.strata, "tests": found["m"].drop_nulls().first() or 0,
        "frames": Target(page, "frames"),
    }  # fmt: skip
    if not standing and doubtful.height:
        return [say("brief-doubtful", **told, **_doubts(pairing.ctx, doubtful))]
    if not standing:
        if within is None:
            return [say("brief-none-stands", **told)]
        return [say("brief-none-stands-within", **told, within=Apart(within))]
    clauses = [told_difference(pairing.ctx, row) for row in standing[:CLAUSES]]
    lines = [say("brief-differences", **told, clauses=clauses)]
    if further := [frame_named(pairing.ctx, row["answer"]) for row in standing[CLAUSES:]]:
        lines.append(say("brief-differences-too", named=further, frames=told["frames"]))
    if doubtful.height:
        lines.append(say("brief-doubtful-too", **_doubts(pairing.ctx, doubtful)))
    if within is not None:
        lines.append(say("brief-others-within", others=rest, within=Apart(within)))
    return lines


def _doubts(ctx: Context, doubtful: pl.DataFrame) -> dict[str, Any]:
    """The frames of which a difference was found that does not stand, and why it does not."""
    why = []
    for doubt in DOUBTS:
        if of := [frame_named(ctx, answer) for answer in doubtful.filter(doubt)["answer"]]:
            told = ctx.say(f"brief-doubt-{doubt.replace('_', '-')}", enough=ENOUGH)
            why.append(told if len(of) == doubtful.height else ctx.say("brief-doubt-of", why=told, named=of))
    named = [frame_named(ctx, answer) for answer in doubtful["answer"]]
    return {"named": named, "why": joined(why, ctx.say.text("comparison-semicolon"))}


def told_difference(ctx: Context, row: Mapping[str, Any], kind: str = "brief", **named: str) -> Line:
    """One difference, told as more or as less often on the first side, or since a cut: the message is ``kind`` with -more or -less."""
    more = row["difference"] > 0
    ends = (row["low"], row["high"]) if more else (-row["high"], -row["low"])
    return ctx.say(
        f"{kind}-more" if more else f"{kind}-less",
        **named,
        frame=frame_named(ctx, row["answer"]),
        apart=Apart(abs(row["difference"]), tuple(sorted({*row["records_a"], *row["records_b"]}))),
        low=Apart(ends[0]),
        high=Apart(ends[1]),
    )


def _scales(ctx: Context, compared: Comparison, names: Mapping[str, Any], page: str) -> list[Line]:
    """The scales on which the sides differ, and which way; then those that they use more and less often; then what is in doubt."""
    found = scale_differences(compared).filter("found")
    told: dict[str, Any] = {**names, "positions": Target(page, "positions")}
    lines = []
    for asked, ways in (("superiority", ("higher", "lower")), ("expressed", ("more", "less"))):
        rows = found.filter("stands", pl.col("asked") == asked).to_dicts()
        named = [
            ctx.say.text(f"brief-scale-{ways[0 if row['more'] else 1]}", scale=ctx.style.variables[row["variable"]])
            for row in rows
        ]
        if named:
            lines.append(ctx.say("brief-scales" if asked == "superiority" else "brief-expressed", scales=named, **told))
    doubtful = found.filter(~pl.col("stands"))
    if doubtful.height:
        named = [_scale_named(ctx, row) for row in doubtful.iter_rows(named=True)]
        lines.append(ctx.say("brief-scales-doubtful", why=_scale_doubts(ctx, doubtful), named=named, **told))
    return lines


def _scale_named(ctx: Context, row: Mapping[str, Any]) -> str:
    label = ctx.style.variables[row["variable"]]
    return label if row["asked"] == "superiority" else ctx.say.text("comparison-test-expressed", scale=label)


def _scale_doubts(ctx: Context, doubtful: pl.DataFrame) -> Line:
    """Why differences on scales that were found do not stand."""
    why = []
    for doubt in SCALE_DOUBTS:
        if of := [_scale_named(ctx, row) for row in doubtful.filter(doubt).iter_rows(named=True)]:
            message = "brief-doubt-no-difference" if doubt == "unclear" else f"brief-doubt-{doubt.replace('_', '-')}"
            told = ctx.say(message, enough=ENOUGH)
            why.append(told if len(of) == doubtful.height else ctx.say("brief-doubt-of", why=told, named=of))
    return joined(why, ctx.say.text("comparison-semicolon"))


def _rests(pairing: Pairing, compared: Comparison, articles: pl.DataFrame) -> list[Line]:
    if articles.is_empty():
        return []
    how = pairing.ctx.say("brief-how", how=told_how(pairing.ctx, articles), articles=articles.height)
    if isinstance(compared.frames, Refusal) or pairing.pair[0].coder:
        return [how]
    one, other = pairing.pair
    counts = {"a": _held(compared, one), "b": _held(compared, other)}
    events = articles["event"].drop_nulls().n_unique()
    return [pairing.ctx.say("brief-rests-compared", **counts, events=events), how]


def _alpha(ctx: Context, compared: Comparison) -> list[Line]:
    """The lower bound of alpha of the primary frame, rounded down, where it allows conclusions."""
    if isinstance(compared.reliability, Refusal) or isinstance(compared.frames, Refusal):
        return []
    primary = compared.reliability.filter(pl.col("judgement") == "primary", pl.col("stamp").is_null())[
        "low"
    ].drop_nulls()
    return (
        [ctx.say("brief-alpha", alpha=floor(primary[0] * 100) / 100, reliability=Target("reliability"))]
        if len(primary)
        else []
    )


def _limits(pairing: Pairing, compared: Comparison) -> list[Line]:
    """What the test that exchanges papers says of other papers, where the sides differ at all."""
    say, found = pairing.ctx.say, compared.papers
    if pairing.pair[0].coder:
        return [say("brief-limit-readings")]
    if isinstance(compared.frames, Refusal) or isinstance(compared.frames.test, Refusal):
        return []
    if isinstance(found, PaperTest):
        holds = significant(found.p)
        return [say("brief-limit-papers-hold" if holds else "brief-limit-papers-do-not", papers=Target("", "papers"))]
    alone = [side for side in pairing.pair if len(side.outlets) == 1]
    if found.code == "one_paper" and alone:
        return [say("brief-limit-one-paper", paper=side_name(pairing.ctx, alone[0]))]
    return [say("brief-limit-papers")]
