"""Figures of two sides compared, and of the papers of a study among one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.analysis.floors import FLOORS
from framing.chart.choices import CHOICES, option_label, specification_curve
from framing.chart.comparison import event_curve, frame_dumbbell, null_histogram
from framing.chart.style import Style
from framing.compare.curves import frame_curve
from framing.compare.frames import FrameComparison, null_bins
from framing.compare.result import Comparison
from framing.compare.robustness import Claim, multiverse
from framing.compare.verdicts import VERDICTS
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Line, Number, Table, line
from framing.report.context import Context, number
from framing.report.figures.captions import heads
from framing.report.figures.recipe import Recipe, of_table
from framing.report.figures.study import of_read
from framing.report.pairing import Pairing, national, over_all_events, readings_of
from framing.report.sides import names, side_head, side_name
from framing.report.wording import decimals, p_words, told_share
from framing.study.levels import signed

EDGES = (-3, -1, 0, 1, 2, 4, 8)
"""First days of the stretches of the curves by days from the event."""


class ComparedFrames(NamedTuple):
    """Two sides whose frames are compared.

    Attributes:
        pairing: the study and its sides.
        compared: what was found.
        frames: its frames, which are not refused.
        event: the event on which they are compared; empty for all that both cover.
    """

    pairing: Pairing
    compared: Comparison
    frames: FrameComparison
    event: str = ""


def two_countries(ctx: Context) -> Pairing | Refusal:
    """The two countries with most articles, or why there are none."""
    if isinstance(ctx.reading, Refusal):
        return ctx.reading
    found = national(ctx)
    if found is None:
        reason, need = "The study has no two countries with articles.", "Outlets of a second country."
        return Refusal("one_side", reason, need, {})
    return found


def all_events(ctx: Context) -> ComparedFrames | Refusal:
    """The two countries on all events that both cover, or why they cannot be compared."""
    pairing = two_countries(ctx)
    if isinstance(pairing, Refusal):
        return pairing
    found = over_all_events(pairing)
    if isinstance(found, Refusal):
        return found
    if isinstance(found, Unmatched):
        return found.refusal
    return found.frames if isinstance(found.frames, Refusal) else ComparedFrames(pairing, found, found.frames)


def side_names(pairing: Pairing, style: Style) -> dict[str, str]:
    """The sides in a key: their outlets as the language of the chart calls them."""
    if style.language == "en" or any(side.listing for side in pairing.pair):
        return {side.name: side.words for side in pairing.pair}
    between = style.words["between_names"]
    return {side.name: between.join(style.outlets[name] for name in side.outlets) for side in pairing.pair}


def _judged(of: ComparedFrames) -> pl.DataFrame:
    """The shares with what was found of each; null where nothing was tested."""
    shares, found = of.frames.shares, of.compared.verdicts
    if isinstance(found, Refusal):
        return shares.with_columns(verdict=pl.lit(None, VERDICTS), detectable=pl.lit(None, pl.Float64))
    return shares.join(found.select("answer", "verdict", "detectable"), on="answer", how="left", maintain_order="left")


def _bins(of: ComparedFrames) -> pl.DataFrame | Refusal:
    if of.frames.divergences.is_empty() and isinstance(of.frames.test, Refusal):
        return of.frames.test
    return null_bins(of.frames)


def _divergence_table(of: ComparedFrames, _: pl.DataFrame) -> Table:
    ctx, say = of.pairing.ctx, of.pairing.ctx.say
    rows = tuple(
        (
            line(ctx.style.words[row["measure"]]),
            *(line(decimals(f"{row[name]:.2f}", say)) for name in ("observed", "null_mean", "null_95")),
            say("figures-percent", percent=decimals(f"{row['percentile'] * 100:.1f}", say)),
        )
        for row in of.frames.divergences.to_dicts()
    )
    head = heads(ctx, "divergence", "observed", "mean", "below", "shufflings")
    return Table("", head, rows, frozenset(range(1, 5)))


def _specifications(of: ComparedFrames) -> pl.DataFrame | Refusal:
    if isinstance(of.compared.family, Refusal):
        return of.compared.family
    pairing = of.pairing
    read = readings_of(pairing)
    return multiverse(pairing.material.tables, Claim(event=of.event), read, pairing.choices)


def _curve_table(pairing: Pairing, curve: pl.DataFrame) -> Table:
    ctx, say = pairing.ctx, pairing.ctx.say
    called = {side.name: side_head(ctx, side) for side in pairing.pair}
    rows = tuple(
        (
            say("figures-side-days", side=called[row["side"]], first=signed(row["from"]), last=signed(row["to"])),
            line(ctx.frame_label(row["answer"])),
            number(row["articles"], row["records"]),
            line(told_share(row["weight"], row["n"], "", say)),
            line(str(row["events"])),
        )
        for row in curve.to_dicts()
    )
    return Table("", heads(ctx, "side-days", "frame", "articles", "share", "events"), rows, frozenset({2, 3, 4}))


def _of_frames(of: ComparedFrames, message: str) -> str:
    """The caption of a figure of the articles whose frames are compared, by a message that may name the sides."""
    ctx = of.pairing.ctx
    return of_read(ctx, of.frames.shares, ctx.say.text(message, **names(ctx, of.compared.sides)))


def _share_table(of: ComparedFrames, shares: pl.DataFrame) -> Table:
    ctx = of.pairing.ctx
    rows = tuple(
        (
            line(ctx.frame_label(row["answer"])),
            *(_of_side(ctx, row, side) for side in "ab"),
            line(_points_within(row)),
        )
        for row in shares.to_dicts()
    )
    sides = (side_name(ctx, side) for side in of.compared.sides)
    head = (*heads(ctx, "frame"), *sides, *heads(ctx, "within"))
    return Table("", head, rows, frozenset({1, 2, 3}))


def _points_within(row: Mapping[str, Any]) -> str:
    """The difference, as far as the floors allow it for the smaller side."""
    few = min(row["n_a"], row["n_b"]) < FLOORS[2].articles
    return "–" if few else signed(round(100 * row["difference"]))


def _of_side(ctx: Context, row: Mapping[str, Any], side: str) -> Line:
    """The articles of one side with a frame dimension, and their share as the floors allow."""
    held, told = row[f"records_{side}"], told_share(row[f"hits_{side}"], row[f"n_{side}"], "", ctx.say)
    return line(Number(str(len(held)), tuple(held)), "" if told == "–" else f" · {told}")


def _specification_table(of: ComparedFrames, table: pl.DataFrame) -> Table:
    say, words = of.pairing.ctx.say, of.pairing.ctx.style.words
    chosen = [name for name in CHOICES if name in table.columns]
    rows = tuple(
        (
            *(line(option_label(row[name], words)) for name in chosen),
            say("comparison-two", a=str(row["n_a"]), b=str(row["n_b"])),
            line(decimals(signed(row["estimate"], "+.2f"), say)),
            line(p_words(row["p"], say)),
        )
        for row in table.filter(pl.col("distinct") & pl.col("p").is_not_null()).sort("estimate").to_dicts()
    )
    head = (*(words[f"choice_{name}"] for name in chosen), *heads(of.pairing.ctx, "articles", "difference", "p"))
    return Table("", head, rows, frozenset({len(head) - 2, len(head) - 1}))


FIGURES: Mapping[str, Recipe[Any]] = {
    "compare-frames": Recipe(
        shows="primary frame dimensions of two countries on events that both cover",
        file="compare-frames",
        subject=all_events,
        measure=_judged,
        draw=lambda of, shares, style: frame_dumbbell(shares, style, side_names(of.pairing, style)),
        caption=lambda of, _: _of_frames(of, "figures-frames"),
        numbers=_share_table,
    ),
    "compare-chance": Recipe(
        shows="how far apart they are, beside what shuffling gives",
        file="compare-chance",
        subject=all_events,
        measure=_bins,
        draw=of_table(null_histogram),
        caption=lambda of, _: _of_frames(of, "figures-chance"),
        numbers=_divergence_table,
    ),
    "compare-choices": Recipe(
        shows="the claim that they differ, under other choices",
        file="compare-choices",
        subject=all_events,
        measure=_specifications,
        draw=of_table(specification_curve),
        caption=lambda of, _: _of_frames(of, "figures-choices"),
        numbers=_specification_table,
    ),
    "compare-days": Recipe(
        shows="primary frame dimensions of two countries by days from the event",
        file="compare-days",
        subject=two_countries,
        measure=lambda pairing: frame_curve(pairing.chosen, EDGES),
        draw=lambda pairing, curve, style: event_curve(curve, style, side_names(pairing, style)),
        caption=lambda pairing, curve: of_read(
            pairing.ctx,
            curve,
            pairing.ctx.say.text("figures-days", before=-EDGES[0], after=EDGES[-1] - 1),
        ),
        numbers=_curve_table,
    ),
}
"""Name to how the figure is made."""
