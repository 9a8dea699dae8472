"""Figures of two sides compared, and of the papers of a study among one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.chart.choices import specification_curve
from framing.chart.comparison import event_curve, frame_dumbbell, null_histogram
from framing.chart.distances import outlet_distances
from framing.chart.style import Style
from framing.compare.chance.permutation import ABOUT
from framing.compare.curves import frame_curve
from framing.compare.frames import FrameComparison, null_bins
from framing.compare.peers import PAPERS, most_compared, pairwise_distances
from framing.compare.result import Comparison, compare_all
from framing.compare.robustness import Claim, multiverse
from framing.compare.sampling import untested
from framing.compare.verdicts import VERDICTS
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Table, line
from framing.report.context import Context, number, share
from framing.report.figures.row import Row, of_table, study_reading
from framing.report.ground import Ground, national
from framing.report.wording import p_words

EDGES = (-3, -1, 0, 1, 2, 4, 8)
"""First days of the stretches of the curves by days from the event."""


class ComparedFrames(NamedTuple):
    """Two sides whose frames are compared.

    Attributes:
        ground: the study and its sides.
        compared: what was found.
        frames: its frames, which are not refused.
        event: the event on which they are compared; empty for all that both cover.
    """

    ground: Ground
    compared: Comparison
    frames: FrameComparison
    event: str = ""


def two_countries(ctx: Context) -> Ground | Refusal:
    """The two countries with most articles, or why there are none."""
    if isinstance(ctx.reading, Refusal):
        return ctx.reading
    found = national(ctx)
    if found is None:
        return Refusal("one_side", "The study has no two countries with articles.", "Outlets of a second country.")
    return found


def all_events(ctx: Context) -> ComparedFrames | Refusal:
    """The two countries on all events that both cover, or why they cannot be compared."""
    ground = two_countries(ctx)
    if isinstance(ground, Refusal):
        return ground
    found = compare_all(ground.material, ground.pair, ground.choices)
    if isinstance(found, Refusal):
        return found
    if isinstance(found, Unmatched):
        return found.refusal
    return found.frames if isinstance(found.frames, Refusal) else ComparedFrames(ground, found, found.frames)


def side_names(ground: Ground, style: Style) -> dict[str, str]:
    """The sides in a key: their outlets as the language of the chart calls them."""
    if style.language == "en" or any(side.listing for side in ground.pair):
        return {side.name: side.words for side in ground.pair}
    between = style.words["between_names"]
    return {side.name: between.join(style.outlets[name] for name in side.outlets) for side in ground.pair}


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
    words = of.ground.ctx.style.words
    rows = tuple(
        (
            line(words[row["measure"]]),
            *(line(f"{row[name]:.2f}") for name in ("observed", "null_mean", "null_95")),
            line(f"{row['percentile']:.1%}"),
        )
        for row in of.frames.divergences.to_dicts()
    )
    head = ("Divergence", "observed", "mean by chance", "95 % below", "shufflings at most as large")
    return Table("", head, rows, frozenset(range(1, 5)))


def _specifications(of: ComparedFrames) -> pl.DataFrame | Refusal:
    if isinstance(of.compared.family, Refusal):
        return of.compared.family
    ground = of.ground
    return multiverse(ground.material.tables, Claim(event=of.event), of.compared.sides, ground.grid, ground.choices)


def _curve_table(ground: Ground, curve: pl.DataFrame) -> Table:
    rows = tuple(
        (
            line(f"{row['side']}, {row['from']:+d} to {row['to']:+d}"),
            line(ground.ctx.frame_label(row["answer"])),
            number(row["articles"], row["records"]),
            line(share(row["weight"], row["n"])),
            line(str(row["events"])),
        )
        for row in curve.to_dicts()
    )
    return Table("", ("Side, days", "Frame dimension", "articles", "share", "events"), rows, frozenset({2, 3, 4}))


class PaperPairs(NamedTuple):
    """All papers of a study in pairs.

    Attributes:
        ctx: the study.
        pairs: as from ``pairwise_distances``, a distance among them.
    """

    ctx: Context
    pairs: pl.DataFrame


def _papers(ctx: Context) -> PaperPairs | Refusal:
    of = study_reading(ctx)
    if isinstance(of, Refusal):
        return of
    pairs = pairwise_distances(ctx.corpus.tables, of.reading, ctx.choices)
    if pairs["distance"].is_null().all():
        few = "No two outlets have enough articles on the same events."
        return untested(of.reading.articles, "as_chosen") or Refusal(
            "no_distance", few, "More articles on events that two outlets cover."
        )
    return PaperPairs(ctx, pairs)


def listable(pairs: pl.DataFrame) -> bool:
    """Whether a table can list all pairs: those of as many papers as a picture holds."""
    return pairs.height <= PAPERS * (PAPERS - 1) // 2


def distance_table(ctx: Context, found: pl.DataFrame) -> Table:
    """Pairs of papers with how far apart they are, or why no number is given."""

    def named(outlet: str) -> str:
        name: str = ctx.outlet(outlet)["names"]["short"]
        return name

    rows = tuple(
        (
            line(f"{named(row['outlet'])} and {named(row['other'])}"),
            line(str(row["events"])),
            line(f"{row['n_a']} and {row['n_b']}"),
            line("–" if row["distance"] is None else f"{row['distance']:.2f} ({row['null_mean']:.2f})"),
            line(p_words(row["p"])),
            line(p_words(row["q_bh"])),
            line(p_words(row["q_by"])),
            line((row["refused"] or "") if row["events"] else "no event is covered by both"),
        )
        for row in found.to_dicts()
    )
    head = (
        "Pair",
        "shared events",
        "articles",
        "distance (by chance)",
        "p, articles",
        "q BH",
        "q BY",
        "no number because",
    )
    caption = f"m = {found['p'].drop_nulls().len()} tests; p is about {ABOUT}."
    return Table(caption, head, rows, frozenset(range(1, 7)))


def _given(of: PaperPairs, _: pl.DataFrame) -> Table:
    """All pairs where a table can list them, or else those with a number."""
    return distance_table(of.ctx, of.pairs if listable(of.pairs) else of.pairs.drop_nulls("distance"))


def _counted(pairs: pl.DataFrame) -> int:
    """The number of papers in some pairs."""
    return pl.concat([pairs["outlet"], pairs["other"]]).n_unique()


def _distance_caption(of: PaperPairs) -> str:
    kept, every = _counted(most_compared(of.pairs)), _counted(of.pairs)
    some = f" Shown are the {kept} of {every} papers that are in most pairs with a number." if kept < every else ""
    return f"Jensen–Shannon distance of primary frames on the events that both papers cover, beside the distance that shuffling gives.{some}"


FIGURES: Mapping[str, Row[Any]] = {
    "compare-frames": Row(
        shows="primary frame dimensions of two countries on events that both cover",
        file="frames",
        subject=all_events,
        measure=_judged,
        draw=lambda of, shares, style: frame_dumbbell(shares, style, side_names(of.ground, style)),
        caption=lambda of: (
            f"Primary frame dimensions of {of.compared.sides[0].words} and of {of.compared.sides[1].words}, on events that both cover. "
            "Articles of a side that share one description of an event count once in shares and tests."
        ),
    ),
    "compare-chance": Row(
        shows="how far apart they are, beside what shuffling gives",
        file="null",
        subject=all_events,
        measure=_bins,
        draw=of_table(null_histogram),
        caption=lambda _: (
            "How far apart the sides are, beside how far apart shuffled sides would be: small samples look different by chance alone."
        ),
        numbers=_divergence_table,
    ),
    "compare-choices": Row(
        shows="the claim that they differ, under other choices",
        file="specifications",
        subject=all_events,
        measure=_specifications,
        draw=of_table(specification_curve),
        caption=lambda _: (
            "The size of the difference (total variation of shares within events) under each combination of choices."
        ),
    ),
    "compare-days": Row(
        shows="primary frame dimensions of two countries by days from the event",
        file="curve",
        subject=two_countries,
        measure=lambda ground: frame_curve(ground.chosen, EDGES),
        draw=lambda ground, curve, style: event_curve(curve, style, side_names(ground, style)),
        caption=lambda _: (
            f"All events together, whether or not both sides cover them; articles from {-EDGES[0]} days before to {EDGES[-1] - 1} days after."
        ),
        numbers=_curve_table,
    ),
    "compare-outlets": Row(
        shows="how far apart any two outlets are",
        file="distances",
        subject=_papers,
        measure=lambda of: most_compared(of.pairs),
        draw=of_table(outlet_distances),
        caption=_distance_caption,
        numbers=_given,
    ),
}
"""Name to how the figure is made."""
