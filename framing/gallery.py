"""Every chart by name: the measure that feeds it and the function that draws it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import polars as pl

from framing import chart, coverage, measure, period
from framing.reading import Reading
from framing.refusal import Refusal
from framing.report.context import Context


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


def _positions(ctx: Context, reading: Reading, style: chart.Style) -> Any:
    names = [variable["id"] for variable in ctx.variables("strip")]
    return chart.positions(pl.concat([measure.positions(reading.values, name) for name in names]), style)


def _values(show: str) -> Callable[[Context, Reading, chart.Style], Any]:
    def made(ctx: Context, reading: Reading, style: chart.Style) -> Any:
        counts = measure.value_counts(reading.values, [variable["id"] for variable in ctx.variables(show)])
        return chart.evaluations(counts, style) if show == "matrix" else chart.value_matrix(counts, style)

    return made


def _together(_: Context, reading: Reading, style: chart.Style) -> Any:
    return chart.frame_cooccurrence(measure.frame_cooccurrence(reading.frames), style)


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
