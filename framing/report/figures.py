"""Every chart by name: the measure that feeds it and the function that draws it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import polars as pl

from framing import chart
from framing.agreement.study import reliability_table, study_reliability
from framing.analysis import coverage, measure, period
from framing.analysis.reading import Reading
from framing.compare.curves import frame_curve
from framing.compare.frames import FrameComparison
from framing.compare.peers import pairwise_distances
from framing.compare.result import Comparison, compare_all
from framing.compare.robustness import Claim, multiverse
from framing.compare.sampling import untested
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.context import Context
from framing.report.ground import Ground, national
from framing.report.pages.reliability import BOOTSTRAP
from framing.report.sections.comparison import null_bins
from framing.report.sections.over_time import EDGES
from framing.report.sections.papers import most_told


class Entry(NamedTuple):
    """One chart: what it shows, and how it is made of a study and a reading."""

    shows: str
    made: Callable[[Context, Reading, chart.Style], Any]


def _coverage(ctx: Context, _: Reading, style: chart.Style) -> Any:
    cells = coverage.by_period(ctx.articles, ctx.outlets, ctx.searches, ctx.periods, ctx.choices.basis)
    return chart.coverage_matrix(cells, style)


def _events(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    return chart.event_coverage(coverage.by_event(reading.articles, ctx.events, ctx.outlets, ctx.searches), style)


def _timeline(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    return chart.article_timeline(reading.articles, ctx.events, style)


def _over_time(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    framed, placed = (
        period.in_periods(table, ctx.periods, ctx.choices.basis) for table in (reading.frames, reading.articles)
    )
    return chart.frame_shares_over_time(measure.frame_shares(framed, placed, by=("period",)), style)


def _by_outlet(_: Context, reading: Reading, style: chart.Style) -> Any:
    return chart.frame_by_outlet(measure.frame_shares(reading.frames, reading.articles), style)


def _asked(ctx: Context, show: str) -> list[str] | Refusal:
    """The variables that the codebook shows in one way, or what it would need to have one."""
    names = [variable["id"] for variable in ctx.variables(show)]
    return names or Refusal(
        "no_variables", "The codebook has no variable for this chart.", f"A variable in a group with show {show!r}."
    )


def _positions(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    names = _asked(ctx, "strip")
    if isinstance(names, Refusal):
        return names
    return chart.positions(pl.concat([measure.positions(reading.values, name) for name in names]), style)


def _values(show: str) -> Callable[[Context, Reading, chart.Style], Any]:
    def made(ctx: Context, reading: Reading, style: chart.Style) -> Any:
        names = _asked(ctx, show)
        if isinstance(names, Refusal):
            return names
        counts = measure.value_counts(reading.values, names)
        return chart.evaluations(counts, style) if show == "matrix" else chart.value_matrix(counts, style)

    return made


def _together(_: Context, reading: Reading, style: chart.Style) -> Any:
    return chart.frame_cooccurrence(measure.frame_cooccurrence(reading.frames), style)


def _two_sides(ctx: Context) -> Ground | Refusal:
    found = national(ctx)
    if found is None:
        return Refusal("one_side", "The study has no two countries with articles.", "Outlets of a second country.")
    return found


def _names(ground: Ground, style: chart.Style) -> dict[str, str]:
    """The sides in a key: their outlets as the language of the chart calls them."""
    if style.language == "en" or any(side.listing for side in ground.pair):
        return {side.name: side.words for side in ground.pair}
    between = "、" if style.language == "ja" else ", "
    return {side.name: between.join(style.outlets[name] for name in side.outlets) for side in ground.pair}


def _compared(draw: Callable[[Ground, Comparison, FrameComparison, chart.Style], Any]) -> Callable[..., Any]:
    """A chart of the two countries on all events that both cover, or why they cannot be compared."""

    def made(ctx: Context, _: Reading, style: chart.Style) -> Any:
        ground = _two_sides(ctx)
        if isinstance(ground, Refusal):
            return ground
        found = compare_all(ground.material, ground.pair, ground.options)
        if isinstance(found, Refusal):
            return found
        if isinstance(found, Unmatched):
            return found.refusal
        return found.frames if isinstance(found.frames, Refusal) else draw(ground, found, found.frames, style)

    return made


def _sides(ground: Ground, _: Comparison, frames: FrameComparison, style: chart.Style) -> Any:
    return chart.frame_dumbbell(frames.shares, style, _names(ground, style))


def _chance(_: Ground, __: Comparison, frames: FrameComparison, style: chart.Style) -> Any:
    if frames.divergences.is_empty() and isinstance(frames.test, Refusal):
        return frames.test
    return chart.null_histogram(null_bins(frames), style)


def _choices(ground: Ground, found: Comparison, _: FrameComparison, style: chart.Style) -> Any:
    if isinstance(found.family, Refusal):
        return found.family
    claims = multiverse(ground.material.tables, Claim(), ground.pair, ground.grid, ground.options)
    return chart.specification_curve(claims, style)


def _days(ctx: Context, _: Reading, style: chart.Style) -> Any:
    ground = _two_sides(ctx)
    if isinstance(ground, Refusal):
        return ground
    return chart.event_curve(frame_curve(ground.chosen, EDGES), style, _names(ground, style))


def _reliability(ctx: Context, _: Reading, style: chart.Style) -> Any:
    found = study_reliability(ctx.corpus.tables, ctx.corpus.codebook, BOOTSTRAP)
    if isinstance(found, Refusal):
        return found
    return chart.reliability_forest(reliability_table(found), style)


def _apart(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    pairs = pairwise_distances(ctx.corpus.tables, reading, ctx.choices)
    if pairs["distance"].is_null().all():
        few = "No two outlets have enough articles on the same events."
        return untested(reading.articles, "as_chosen") or Refusal(
            "no_distance", few, "More articles on events that two outlets cover."
        )
    shown = most_told(pairs)
    return chart.outlet_distances(
        shown.with_columns(articles=pl.lit(reading.articles.drop_nulls("event").height)), style
    )


CHARTS: Mapping[str, Entry] = {
    "coverage": Entry("articles per outlet and period; empty cells by what they mean", _coverage),
    "events": Entry("articles per event and outlet", _events),
    "timeline": Entry("every article by date, with its primary frame dimension, under the events", _timeline),
    "frames-over-time": Entry("primary frame dimensions per period, with n", _over_time),
    "frame-by-outlet": Entry("primary frame dimensions per outlet, k of n", _by_outlet),
    "positions": Entry("every article on the ordered scales, such as stance and prospect", _positions),
    "diagnosis": Entry("who is blamed and what is proposed, per outlet", _values("bars")),
    "evaluations": Entry("how each outlet evaluates each country", _values("matrix")),
    "terms": Entry("which terms each outlet mentions", _values("mentions")),
    "voices": Entry("whose view the articles of each outlet present", _values("filter")),
    "cooccurrence": Entry("frame dimensions that occur together", _together),
    "reliability": Entry("how reliable each judgement is: alpha with its interval, and AC1", _reliability),
    "compare-frames": Entry("primary frame dimensions of two countries on events that both cover", _compared(_sides)),
    "compare-chance": Entry("how far apart they are, beside what shuffling gives", _compared(_chance)),
    "compare-choices": Entry("the claim that they differ, under other choices", _compared(_choices)),
    "compare-days": Entry("primary frame dimensions of two countries by days from the event", _days),
    "compare-outlets": Entry("how far apart any two outlets are", _apart),
}


def drawn(name: str, ctx: Context, language: str = "en") -> Any | Refusal:
    """One chart of a study.

    Args:
        name: a key of ``CHARTS``.
        ctx: the study under some choices.
        language: of the labels; English where the study has none.

    Returns:
        An Altair chart, or the refusal that explains why there is none.
    """
    if isinstance(ctx.reading, Refusal):
        return ctx.reading
    style = chart.style(ctx.corpus.codebook, ctx.corpus.registers["outlets"], ctx.corpus.registers["events"], language)
    return CHARTS[name].made(ctx, ctx.reading, style)
