"""The chart of pairwise distances between outlets."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from framing.chart.parts import (
    Chart,
    column_axis,
    column_step,
    hundredths,
    label_of,
    layered,
    nothing,
    ramp,
    row_axis,
    text_width,
    tip,
    titled,
)
from framing.chart.style import PAPER, Style

_LEGIBLE = 46
"""Pixels of a cell that can hold a line of text; narrower cells are read by their shade, their tooltip and the table."""


def outlet_distances(pairs: pl.DataFrame, style: Style) -> alt.TopLevelMixin:
    """How far apart any two outlets are in their primary frames, inside the events that both cover.

    Args:
        pairs: one row per pair, as from ``compare.peers.pairwise_distances``.
        style: the look of the study.

    Returns:
        The chart: the lower half of the matrix. A cell holds the distance, its mean under shuffling and the articles of
        both; it is shaded by how far the distance exceeds that mean, and hatched pale where no number can be given.
    """
    if pairs.is_empty():
        return nothing("outlet_distances", style)
    words = style.words
    order = [name for name in style.outlets if name in {*pairs["outlet"], *pairs["other"]}]
    names = {name: style.outlets[name] for name in order}
    step = column_step(names.values(), [names[name] for name in order[:-1]], most=104, taken=32)
    wide = step >= text_width(f"{words['by_chance']} 0.00") + 4
    rows = _cells(pairs, words["by_chance"] if wide else "", style)
    base = Chart(rows).encode(
        x=alt.X(
            "outlet",
            scale=alt.Scale(domain=order[:-1]),
            axis=column_axis({name: names[name] for name in order[:-1]}, step),
        ),
        y=alt.Y("other", scale=alt.Scale(domain=order[1:]), axis=row_axis(names)),
    )
    tooltip = _tooltip(words)
    given = base.transform_filter("datum.distance !== null")
    excess = ramp("excess", rows["excess"].max())
    chart = layered(
        base.mark_rect(fill="#f3f4f6", stroke=PAPER, strokeWidth=2)
        .encode(tooltip=tooltip)
        .transform_filter("datum.distance === null"),
        given.mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=2).encode(color=excess, tooltip=tooltip),
        *(_written(base, given) if step >= _LEGIBLE else ()),
    ).properties(width=step * (len(order) - 1), height=54 * (len(order) - 1))
    notes = [words["distances_note"], "" if wide else words["distances_brackets"]]
    return titled(chart, words["outlet_distances"], notes)


def _tooltip(words: Mapping[str, str]) -> list[alt.Tooltip]:
    return [
        *tip(words, outlet="outlet_label", **{"with": "other_label"}, shared_events="events", articles="both"),
        *tip(words, distance="distance", by_chance="null_mean"),
        alt.Tooltip("p", title="p", format=".3f"),
        alt.Tooltip("q_bh", title="q (BH)", format=".3f"),
    ]


def _cells(pairs: pl.DataFrame, by_chance: str, style: Style) -> pl.DataFrame:
    """The pairs with what stands in their cells; without room for the words, what chance gives stands in brackets."""
    return pairs.with_columns(
        pl.col("refused").cast(pl.String),
        excess=(pl.col("distance") - pl.col("null_mean")).clip(lower_bound=0),
        figures=pl.when(pl.col("distance").is_null()).then(pl.lit("–")).otherwise(hundredths("distance")),
        chance=pl.format("{} {}" if by_chance else "({}{})", pl.lit(by_chance), hundredths("null_mean")),
        counts=pl.format("n = {} + {}", "n_b", "n_a"),
        both=pl.format("{} + {}", "n_a", "n_b"),
        outlet_label=label_of("outlet", style.outlets),
        other_label=label_of("other", style.outlets),
    ).drop("records", strict=False)


def _written(base: alt.Chart, given: alt.Chart) -> list[alt.Chart]:
    """What stands in a cell: the distance, its mean under shuffling, the articles of both."""
    return [
        base.mark_text(dy=-14, fontSize=12, fontWeight="bold").encode(text=alt.Text("figures")),
        given.mark_text(dy=1, fontSize=10).encode(text=alt.Text("chance")),
        base.mark_text(dy=15, fontSize=10).encode(text=alt.Text("counts")),
    ]
