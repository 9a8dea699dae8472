"""Articles without an answer, as a line of numbers under the dots: one number per quarter and reason."""

from collections.abc import Sequence

import altair as alt
import polars as pl

from framing.chart.dated import DAY, Span, downwards, time_axis
from framing.chart.dots import Plane
from framing.chart.parts import Chart
from framing.chart.style import QUIET


def silent_rows(points: pl.DataFrame, within: Span, by: Sequence[str] = ()) -> pl.DataFrame:
    """How many articles give no answer, by quarter and reason.

    Args:
        points: one row per (article, answer), as from ``course.answers_by_article``.
        within: the stretch of time, which begins with a quarter.
        by: columns that make groups.

    Returns:
        One row per (group, reason, quarter) that has any: ``missing``, ``middle`` (a day in its midst), ``articles``.
    """
    silent = points.filter(pl.col("missing").is_not_null()).with_columns(
        pl.col("missing").cast(pl.String), quarter=pl.col("day").dt.truncate("1q")
    )
    return (
        silent.group_by(*by, "missing", "quarter")
        .agg(articles=pl.col("article").n_unique(), last=pl.col("quarter").first().dt.offset_by("3mo"))
        .with_columns(middle=pl.col("quarter") + (pl.col("last") - DAY - pl.col("quarter")) / 2)
        .filter(pl.col("middle") < within.last)
        .sort(*by, "missing", "quarter")
        .select(*by, "missing", "middle", "articles")
    )


def numbers(counts: pl.DataFrame, lines: pl.DataFrame, plane: Plane) -> list[alt.Chart]:
    """The numbers in the rows of their reasons; ``row`` of a count is that of a line."""
    shown = counts.join(lines.select("row", "y"), on="row", maintain_order="left")
    x = time_axis("middle", plane.within, plane.style)
    drawn: alt.Chart = (
        Chart(shown.select("middle", "y", "articles"))
        .mark_text(color=QUIET, fontSize=10)
        .encode(x=x, y=downwards("y", plane.height), text=alt.Text("articles"))
    )
    return [drawn] if shown.height else []
