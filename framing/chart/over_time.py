"""Frame dimensions over time: a square per article where there are few, shares with their intervals where there are enough."""

from collections.abc import Mapping
from dataclasses import replace

import altair as alt
import polars as pl

from framing.chart.dated import Span
from framing.chart.event_lane import event_key, told_events
from framing.chart.over_time_marks import marks, peer_unit, together
from framing.chart.over_time_plan import UNKNOWN, Drawing, empty_runs, plan
from framing.chart.over_time_scaffold import around
from framing.chart.panels import ALL
from framing.chart.parts import Symbol, layered, nothing, symbols, titled
from framing.chart.style import GREY, INK, QUIET, Style

DASHES = "M-1,0H-0.6M-0.2,0H0.2M0.6,0H1"
"""The line of periods that were searched without a find, in the key."""


def frames_over_time(
    cells: pl.DataFrame, articles: pl.DataFrame, events: pl.DataFrame, names: Mapping[str, str], style: Style
) -> alt.TopLevelMixin:
    """How groups of outlets framed things, period by period: a panel per group and frame, all on one axis of time.

    Args:
        cells: one row per (group, frame, period), as from ``over_time.frames_over_time``.
        articles: the articles behind them: ``article``, ``published``, ``outlet``, ``headline``.
        events: the event table, with the ``articles`` on each.
        names: the groups that have panels, and what they are called; behind a single one stand the other groups of ``cells``, grey.
        style: the look of the study.

    Returns:
        The chart: a full square per article in the row of its primary frame and a hollow one in that of each further frame; where a
        group has enough articles, the share of the primary frame with its interval. What is known of periods without an article is
        drawn too.
    """
    if cells.is_empty():
        return nothing("frames_over_time", style)
    drawing = plan(cells, articles, names, style)
    within = drawing.panels.within
    told = told_events(events, within, style, most=max(2, int(within.width // 28)))
    numbered = told.filter(pl.col("number").is_not_null())
    lane = numbered.select(pl.col("y").max()).item() + 14 if numbered.height else 4
    drawing = replace(drawing, panels=replace(drawing.panels, lane=lane))
    picture = layered(*around(drawing, numbered), *marks(drawing), width=ALL, height=drawing.height)
    events_told = event_key(told, Span(within.first, within.last, ALL), style)
    chart = alt.vconcat(picture, *_key(drawing), *events_told, spacing=12)
    alone = list(names.values()) if len(names) == 1 else []
    return titled(chart, ": ".join([*alone, style.words["frames_over_time"]]), _notes(drawing), _spoken(drawing))


def _notes(drawing: Drawing) -> list[str]:
    """How the marks are to be read, as far as they occur."""
    words, notes = drawing.style.words, []
    if drawing.units.height:
        notes.append(words["squares_note"])
    if drawing.shares:
        by = set(drawing.own.filter(pl.col("group").is_in(list(drawing.shares)))["interval_by"])
        notes += [
            words["shares_note"],
            words["band_events" if "events" in by else "band_articles" if "articles" in by else "interval_no"],
        ]
    notes += _of_peers(drawing)
    absent = words["no_such_frame"].format(frames=words["between_names"].join(drawing.absent))
    return [*notes, *([absent] if drawing.absent else [])]


def _of_peers(drawing: Drawing) -> list[str]:
    """What is grey."""
    if drawing.peers.is_empty():
        return []
    words, counts = drawing.style.words, together(drawing.peers)["articles"]
    if not drawing.stacks_peers:
        return [words["peers_lines"]]
    alike = peer_unit(drawing) >= drawing.squares.high
    return [words["peers_below"] if alike else words["peers_scaled"].format(most=counts.max())]


def _key(drawing: Drawing) -> list[alt.LayerChart]:
    """What marks mean that are not named beside them, as far as they occur."""
    words, states = drawing.style.words, set(empty_runs(drawing)["state"])
    full, shown = set(drawing.units["full"]), drawing.own.filter(pl.col("group").is_in(list(drawing.shares)))["shown"]
    every = [
        (True in full, Symbol(words["primary"], QUIET, "square", 1, 70)),
        (False in full, Symbol(words["secondary"], QUIET, "square", 0, 70)),
        ("estimate" in shown, Symbol(f"{words['share']}: {words['estimate']}", QUIET, "circle", 1, 36)),
        ("indicative" in shown, Symbol(f"{words['share']}: {words['indicative']}", QUIET, "circle", 0, 36)),
        *(
            (state in states, Symbol(f"{sign} {words[state]}".strip(), GREY, "square", 1, 130))
            for state, sign in UNKNOWN.items()
        ),
        ("silent" in states, Symbol(words["silent"], INK, DASHES, 0, 100)),
    ]
    occurring = [symbol for occurs, symbol in every if occurs]
    return [symbols([occurring], ALL)] if occurring else []


def _spoken(drawing: Drawing) -> str:
    """Each group with its articles by frame, the most frequent first."""
    counts = drawing.own.group_by("group", "frame", maintain_order=True).agg(pl.col("articles").sum())
    said = []
    for group, name in drawing.names.items():
        mine = counts.filter(pl.col("group") == group, pl.col("articles") > 0)
        ranked = mine.sort("articles", descending=True, maintain_order=True).select("frame", "articles").iter_rows()
        listed = ", ".join(f"{drawing.style.frames[frame]} {count}" for frame, count in ranked)
        said.append(f"{name}: {listed or 0}")
    return f"{'; '.join(said)}."
