"""The lane of events above a chart over time: numbered events with a rule down through the data, minor ones as small marks."""

from datetime import timedelta

import altair as alt
import polars as pl

from framing.chart.dated import DAY, Span, day_scale, downwards, gutter, lanes
from framing.chart.parts import Chart, either, fixed, label_of, layered, plain, text_width, tip, wrapped
from framing.chart.style import INK, PAPER, QUIET, Style

NUMBERED = 7
"""Events with a number, a rule through the data and a line in the key, at most."""


LABELLED, DRAWN = 1, 2
"""Salience up to which an event is numbered even without an article, and up to which it is drawn at all."""


_BADGE, _MINOR, GAP = 16, 9, 8
"""Pixels of a numbered event, of a minor one, and of the gap above the lane."""


_DOUBT = timedelta(days=4)
"""Days drawn to each side of a single day that is uncertain."""


def told_events(events: pl.DataFrame, within: Span, style: Style, most: int = NUMBERED) -> pl.DataFrame:
    """The events to draw, cut at the edges, with their number (or none) and their height in the lane above the data.

    ``events`` has the ``articles`` on each and whether it is a ``cut`` of the study: cuts are numbered before those with most
    articles, at most ``most`` together, by date.
    """
    rows, first, last = _within(events, within, min(most, NUMBERED)), pl.col("first"), pl.coalesce("last", "first")
    numbered, minor = rows.filter(pl.col("number").is_not_null()), rows.filter(pl.col("number").is_null())
    large = lanes([(within.pixel(day), within.pixel(day)) for day in numbered["start"]], _BADGE)
    small = lanes([(within.pixel(a), within.pixel(b)) for a, b in minor.select("start", "end").iter_rows()], 5)
    under = (max(large, default=-1) + 1) * _BADGE + GAP
    days = pl.format("{}{}", first, pl.when(last > first).then(pl.format(" – {}", last)).otherwise(pl.lit("")))
    return plain(
        pl.concat(
            [
                numbered.with_columns(y=pl.Series([GAP + _BADGE * lane for lane in large], dtype=pl.Int64)),
                minor.with_columns(y=pl.Series([under + _MINOR * lane for lane in small], dtype=pl.Int64)),
            ]
        )
    ).select(
        "event", "status", "start", "end", "number", "y", "uncertain", "labelled",
        high=pl.col("y") - 3, low=pl.col("y") + 3, lasting=(last > first) | pl.col("uncertain"), happened=pl.col("status") == "happened",
        event_label=label_of("event", style.events), kind=label_of("kind", style.kinds), status_label=label_of("status", style.statuses), days=pl.concat_str(days, pl.when("uncertain").then(pl.lit(" ?")).otherwise(pl.lit(""))),
    )  # fmt: skip


def _within(events: pl.DataFrame, within: Span, most: int) -> pl.DataFrame:
    """The events to draw, by date: where they start and end on the chart, and the number of those that have one."""
    first, last = pl.col("first"), pl.coalesce("last", "first")
    unsure = pl.col("uncertain") & (first == last)
    return (
        events.filter(pl.col("cut") | (pl.col("salience") <= DRAWN), first < within.last, last >= within.first)
        .sort("first", "event")
        .with_columns(doubt=pl.when(unsure).then(pl.lit(_DOUBT)).otherwise(pl.lit(timedelta())))
        .with_columns(
            start=(first - pl.col("doubt")).clip(lower_bound=within.first),
            end=(last + pl.col("doubt") + DAY).clip(upper_bound=within.last),
            labelled=pl.col("salience") <= LABELLED,
        )
        .with_columns(chosen=_most_told(most))
        .with_columns(number=pl.when("chosen").then(pl.col("chosen").cum_sum().cast(pl.String)))
    )


def _most_told(count: int) -> pl.Expr:
    """Whether an event is one of so many to be numbered: cuts first, those with articles before others, by salience, then by articles."""
    told, cut = pl.col("articles") > 0, pl.col("cut")
    fewer = -pl.col("articles").cast(pl.Int64)
    order = pl.struct(uncut=~cut, untold=~told, salience="salience", fewer=fewer, row=pl.int_range(pl.len()))
    return (cut | told | pl.col("labelled")) & (order.rank("ordinal") <= count)


def event_layers(told: pl.DataFrame, within: Span, heights: tuple[int, int], style: Style) -> list[alt.Chart]:
    """Bands and rules of the numbered events down through the data, small marks of the others, and the numbers."""
    top, height = heights
    told = told.with_columns(top=pl.lit(top), bottom=pl.lit(height))
    numbered, minor = told.filter(pl.col("number").is_not_null()), told.filter(pl.col("number").is_null())
    tooltip, x = event_tip(style), alt.X("start", scale=day_scale(within))
    faded = alt.FillValue(
        "#8b939c",
        condition=[{"test": "!datum.happened", "value": PAPER}, {"test": alt.datum.uncertain, "value": "#dfe3e7"}],
    )

    def base(rows: pl.DataFrame) -> alt.Chart:
        return Chart(rows).encode(x=x)

    bands = base(numbered.filter("lasting", "happened", ~pl.col("uncertain")))
    return [
        bands.mark_rect(color="#eceff3").encode(x2=alt.X2("end"), y=downwards("y", height), y2=alt.Y2("bottom")),
        base(numbered)
        .mark_rule(color="#aab1b9", strokeWidth=0.8)
        .encode(y=downwards("y", height), y2=alt.Y2("bottom"), strokeDash=dashed()),
        base(minor.filter("lasting"))
        .mark_rect(stroke="#8b939c", strokeWidth=0.8, cornerRadius=1)
        .encode(x2=alt.X2("end"), y=downwards("high", height), y2=alt.Y2("low"), fill=faded, tooltip=tooltip),
        base(minor.filter(~pl.col("lasting")))
        .mark_point(shape="circle", size=18, stroke="#8b939c", strokeWidth=1, opacity=1)
        .encode(y=downwards("y", height), fill=faded, tooltip=tooltip),
        *_numbers(base(numbered), height, style),
    ]


def _numbers(base: alt.Chart, height: float, style: Style) -> list[alt.Chart]:
    """The numbers in the lane, each of which tells its event."""
    circles, numbers = badges(base.encode(y=downwards("y", height)), 190, 9.5)
    return [circles.encode(tooltip=event_tip(style)), numbers]


def badges(base: alt.Chart, size: int, letters: float) -> tuple[alt.Chart, alt.Chart]:
    """Circles, full where the event happened, and the numbers in them."""
    fill = either(alt.FillValue, alt.datum.happened, INK, PAPER)
    ink = either(alt.ColorValue, alt.datum.happened, PAPER, INK)
    circles = base.mark_point(shape="circle", size=size, stroke=INK, strokeWidth=1, opacity=1).encode(fill=fill)
    numbers = base.mark_text(fontSize=letters, fontWeight="bold").encode(text=alt.Text("number"), color=ink)
    return circles, numbers


def dashed() -> alt.StrokeDashValue:
    """How the line of an event is drawn: dashed where its date is uncertain."""
    dash: alt.StrokeDashValue = either(alt.StrokeDashValue, alt.datum.uncertain, [2, 2], [1, 0])
    return dash


def event_tip(style: Style) -> list[alt.Tooltip]:
    """What the mark of an event tells."""
    return tip(style.words, event="event_label", on="days", kind="kind", status="status_label")


def lane_height(told: pl.DataFrame) -> int:
    """Pixels that the lane takes above the data; 0 where there is no event."""
    return max(told["y"]) + 16 if told.height else 0


def numbered_events(events: pl.DataFrame, within: Span, style: Style) -> pl.DataFrame:
    """The events that are numbered alone, for charts of many panels."""
    return told_events(events, within, style).filter(pl.col("number").is_not_null())


def event_strip(numbered: pl.DataFrame, within: Span, style: Style) -> list[alt.LayerChart]:
    """The numbers of events above the panels of a chart; nothing where there is none."""
    if numbered.is_empty():
        return []
    height = max(numbered["y"]) + 12
    base = Chart(numbered).encode(x=alt.X("start", scale=day_scale(within), axis=None))
    lane = gutter([(style.words["lane"], GAP)], 10, height, color=QUIET)
    return [layered(*_numbers(base, height, style), lane, width=within.width, height=height)]


def event_notes(told: pl.DataFrame, style: Style) -> list[str]:
    """How the marks of events are to be read, where there are any."""
    return [style.words["event_marks"]] if told.height else []


def event_rules(numbered: pl.DataFrame, within: Span, height: float) -> list[alt.Chart]:
    """A rule down one panel for each numbered event."""
    rows = numbered.select("start", "uncertain", y=pl.lit(0), bottom=pl.lit(height))
    rules = Chart(rows).mark_rule(color="#aab1b9", strokeWidth=0.8)
    x = alt.X("start", scale=day_scale(within))
    drawn = rules.encode(x=x, y=downwards("y", height), y2=alt.Y2("bottom"), strokeDash=dashed())
    return [drawn] if rows.height else []


def event_key(told: pl.DataFrame, within: Span, style: Style) -> list[alt.LayerChart]:
    """The numbered events in words, a block of lines per event; nothing when none is numbered."""
    numbered = told.filter(pl.col("number").is_not_null())
    if numbered.is_empty():
        return []
    dates = max(map(text_width, numbered["days"])) + 10
    more = told.filter(pl.col("labelled"), pl.col("number").is_null()).height
    said = [(row["number"], row["days"], line, row["happened"]) if not k else ("", "", line, row["happened"])
            for row in numbered.iter_rows(named=True)
            for k, line in enumerate(wrapped(row["event_label"], within.width - dates - 30))]  # fmt: skip
    said += [("", "", style.words["more_events"].format(more=more), True)] if more else []
    rows = pl.DataFrame(said, schema=["number", "days", "text", "happened"], orient="row").with_columns(
        y=pl.int_range(pl.len()) * 17 + 9
    )
    height = 17 * rows.height
    base = Chart(rows).encode(y=downwards("y", height))
    badge = base.transform_filter(alt.datum.number != "").encode(x=fixed(alt.XValue, 9))
    layers = layered(
        *badges(badge, 150, 9),
        base.mark_text(align="left", color=QUIET).encode(x=fixed(alt.XValue, 24), text=alt.Text("days")),
        base.mark_text(align="left").encode(x=fixed(alt.XValue, 24 + dates), text=alt.Text("text")),
        width=within.width,
        height=height,
    )
    return [layers]
