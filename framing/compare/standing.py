"""What may be said first: the differences of two sides that stand, and the turns of papers that do."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.floors import FLOORS
from framing.analysis.subjects import Subject
from framing.compare.chance.change import Change, FrameChange, before_and_after, change_family
from framing.compare.coder_error.misclassification import CoderErrors
from framing.compare.frames import FrameComparison
from framing.compare.material import Material
from framing.compare.result import Comparison
from framing.compare.sides import Side
from framing.refusal import Refusal

ENOUGH = FLOORS[-1].articles
"""The fewest articles on each side, or in each time, of which a difference is stated without a reservation."""
APART = ((pl.col("low") > 0) | (pl.col("high") < 0)).fill_null(value=False)
"""Whether a difference has an interval, and 0 lies outside it."""
NOT_ASKED = Refusal("not_asked", "Positions were not asked for.", "Positions.")


def frame_differences(compared: Comparison) -> pl.DataFrame:
    """The differences of two sides in each frame, the largest first, and whether each stands.

    A difference stands that is a discovery in the family of its comparison (q, Benjamini and Hochberg, at most .05), has an interval without 0, rests on
    ``ENOUGH`` articles of each side, is coded reliably as far as that was measured, and outlasts coder error as far as that is known.

    Args:
        compared: a comparison.

    Returns:
        One row per frame that was tested: the columns of ``share_differences`` with ``records_a`` and ``records_b``, ``q_bh``, ``m``
        (tests in the family) and ``stands``; none where nothing was tested.
    """
    if not isinstance(compared.frames, FrameComparison) or isinstance(compared.family, Refusal):
        return pl.DataFrame(schema={"answer": pl.String, "stands": pl.Boolean})
    named = pl.format(str(Subject("frame", "{}")), "answer")
    shares = compared.frames.shares.with_columns(test=named)
    tested = shares.join(compared.family.select("test", "q_bh", "m", "discovery"), on="test", maintain_order="left")
    unreliable = [] if isinstance(compared.reliability, Refusal) else _stamped(compared.reliability)
    errors = compared.errors.shares if isinstance(compared.errors, CoderErrors) else None
    outlasted = [] if errors is None else errors.filter(pl.col("outlasts") == "no")["answer"].to_list()
    stands = (
        pl.col("discovery")
        & APART
        & (pl.min_horizontal("n_a", "n_b") >= ENOUGH)
        & ~pl.col("test").is_in(unreliable)
        & ~pl.col("answer").is_in(outlasted)
    )
    return tested.with_columns(stands=stands).sort(pl.col("difference").abs(), descending=True, maintain_order=True)


def _stamped(reliability: pl.DataFrame) -> list[str]:
    """The judgements on which nothing may be built."""
    return reliability.drop_nulls("stamp")["judgement"].to_list()


def widest(differences: pl.DataFrame) -> float | None:
    """How far from 0 the intervals of the differences that do not stand reach; None where one has no interval.

    >>> widest(pl.DataFrame({"stands": [True, False, False], "low": [0.1, -0.07, -0.01], "high": [0.2, 0.02, 0.05]}))
    0.07
    """
    rest = differences.filter(~pl.col("stands"))
    if rest.is_empty() or rest["low"].has_nulls():
        return None
    return float(rest.select(pl.max_horizontal(pl.col("low", "high").abs()).max()).item())


_NO_TURNS = pl.DataFrame(
    schema={"cut": pl.String, "outlet": pl.String, "answer": pl.String, "q_bh": pl.Float64, "stands": pl.Boolean}
)


def turns(
    material: Material, papers: Sequence[Side], cuts: Mapping[str, date], choices: Choices = USUAL
) -> pl.DataFrame:
    """How the primary frames of papers changed at the cuts of a study, the largest changes first; all tests are one family.

    Args:
        material: the study and one reading of it.
        papers: sides of one outlet each.
        cuts: the first day of each cut, by its event.
        choices: window, voices and the rest.

    Returns:
        One row per cut, paper and frame that was tested: ``cut``, ``outlet``, and the columns of ``before_and_after``'s shares
        (``_b`` before, ``_a`` from then on), ``q_bh``, ``m`` and ``stands`` (a discovery of the family, with an interval without 0, on
        ``ENOUGH`` articles in each time).

    Source:
        See ``framing.compare.chance.change``.
    """
    found = [
        Change(cut, paper, before_and_after(material, paper, first, choices), NOT_ASKED)
        for cut, first in cuts.items()
        for paper in papers
    ]
    tests = change_family(found).select("cut", "side", "test", "q_bh", "m", "discovery")
    parts = [_shares(one, one.frames) for one in found if isinstance(one.frames, FrameChange)]
    if not parts:
        return _NO_TURNS
    enough = pl.min_horizontal("n_a", "n_b") >= ENOUGH
    rows = pl.concat(parts).join(tests, on=["cut", "side", "test"], maintain_order="left")
    stands = pl.col("discovery") & APART & enough
    return rows.with_columns(stands=stands).sort(pl.col("difference").abs(), descending=True, maintain_order=True)


def _shares(one: Change, frames: FrameChange) -> pl.DataFrame:
    """The shares of one paper before and after one cut, with the names of their tests."""
    return frames.shares.with_columns(
        cut=pl.lit(one.cut),
        side=pl.lit(one.side.name),
        outlet=pl.lit(one.side.outlets[0]),
        test=pl.format(str(Subject("frame", "{}")), "answer"),
    )
