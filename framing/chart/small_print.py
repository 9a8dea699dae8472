"""The small print under a picture that is taken away."""

from framing.chart.parts import wrapped
from framing.chart.style import QUIET
from framing.chart.told import Spec

SIZE, WIDE = 9, 640
"""Pixels of the letters and of the lines."""


def noted(found: Spec, text: str) -> Spec:
    """A specification with a text in small print under the chart: what a reader must know who sees the picture alone.

    The chart itself is the first of the two parts of the whole.
    """
    lines = wrapped(text, WIDE, SIZE)
    shared = ("$schema", "config", "datasets", "description", "usermeta")
    whole: Spec = {key: part for key, part in found.items() if key in shared}
    mark = {
        "type": "text", "align": "left", "baseline": "top", "fontSize": SIZE, "lineHeight": SIZE + 3,
        "color": QUIET, "text": lines, "aria": False,
    }  # fmt: skip
    note = {
        "data": {"values": [{}]},
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": {"value": 0}},
        "width": 1,
        "height": (SIZE + 3) * len(lines),
    }
    chart = {key: part for key, part in found.items() if key not in whole}
    return {**whole, "vconcat": [chart, note], "spacing": 14}
