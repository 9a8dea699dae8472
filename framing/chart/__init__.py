"""Charts: each one a pure function from a measure's table to one picture, with the order and colours of the codebook."""

from framing.chart.comparison import event_curve, frame_dumbbell, null_histogram, option_label, specification_curve
from framing.chart.coverage import coverage_matrix, event_coverage
from framing.chart.distances import outlet_distances
from framing.chart.frames import frame_by_outlet, frame_cooccurrence, frame_shares_over_time
from framing.chart.positions import positions
from framing.chart.reliability import reliability_forest
from framing.chart.style import WIDTH, Style, style, theme
from framing.chart.timeline import article_timeline
from framing.chart.values import evaluations, value_matrix

__all__ = [
    "WIDTH",
    "Style",
    "article_timeline",
    "coverage_matrix",
    "evaluations",
    "event_coverage",
    "event_curve",
    "frame_by_outlet",
    "frame_cooccurrence",
    "frame_dumbbell",
    "frame_shares_over_time",
    "null_histogram",
    "option_label",
    "outlet_distances",
    "positions",
    "reliability_forest",
    "specification_curve",
    "style",
    "theme",
    "value_matrix",
]
