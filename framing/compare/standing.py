"""What may be said first: the differences of two sides that stand, and the turns of papers that do."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.floors import FLOORS
from framing.analysis.significance import significant
from framing.analysis.subjects import FRAME_TEST, Asked, Subject
from framing.compare.chance.change import Change, FrameChange, before_and_after, change_family
from framing.compare.coder_error.misclassification import overturned
from framing.compare.frames import FrameComparison
from framing.compare.material import Material
from framing.compare.reliability import stamped, stamps
from framing.compare.result import Comparison
from framing.compare.sides import Side
from framing.compare.verdicts import APART
from framing.refusal import Refusal

ENOUGH = FLOORS[-1].articles
"""The fewest articles on each side, or in each time, of which a difference is stated without a reservation."""
DOUBTS = ("unclear", "few", "no_interval", "stamped", "overturned")
"""What keeps a difference that was found from standing."""
SCALE_DOUBTS = DOUBTS[:4]
"""The same of a scale; coder error is not worked out for these."""
NOT_ASKED = Refusal("not_asked", "Positions were not asked for.", "Positions.")


def frame_differences(compared: Comparison) -> pl.DataFrame:
    """The differences of two sides in each frame, the largest first, and whether each stands.

    A difference stands whose verdict is *larger* or *smaller* (see ``verdicts``), and which besides has an interval, rests on
    ``ENOUGH`` articles of each side, is coded reliably as far as that was measured, and outlasts coder error as far as that is known.

    Args:
        compared: a comparison.

    Returns:
        One row per frame that was tested: the columns of ``verdicts`` with ``records_a`` and ``records_b``, ``m`` (tests in the family),
        ``found`` (whether it passed the correction), what keeps a difference from standing (``unclear``, as in ``verdicts``; ``few``
        articles of a side; ``no_interval``; ``stamped`` as not coded reliably; ``overturned`` by coder error) and ``stands``; none
        where nothing was tested.
    """
    if not isinstance(compared.frames, FrameComparison) or isinstance(compared.verdicts, Refusal):
        return pl.DataFrame(schema={"answer": pl.String, "found": pl.Boolean, "stands": pl.Boolean})
    assert not isinstance(compared.family, Refusal)
    sides = compared.frames.shares.select("answer", "n_a", "n_b", "records_a", "records_b")
    rows = compared.verdicts.join(sides, on="answer", maintain_order="left").with_columns(
        m=pl.lit(compared.family.height),
        found=pl.col("verdict") != "not_found",
        unclear=pl.col("verdict") == "unclear",
        few=pl.min_horizontal("n_a", "n_b") < ENOUGH,
        no_interval=pl.col("low").is_null(),
        stamped=FRAME_TEST.is_in(stamped(compared.reliability)),
        overturned=pl.col("answer").is_in(overturned(compared.errors)),
    )
    stands = pl.col("found") & ~pl.any_horizontal(DOUBTS)
    return rows.with_columns(stands=stands).sort(pl.col("difference").abs(), descending=True, maintain_order=True)


_SCALES = pl.Schema(
    {"asked": pl.String, "variable": pl.String, "more": pl.Boolean, "found": pl.Boolean, "unclear": pl.Boolean,
     "few": pl.Boolean, "no_interval": pl.Boolean, "stamped": pl.Boolean, "stands": pl.Boolean}
)  # fmt: skip


def scale_differences(compared: Comparison) -> pl.DataFrame:
    """The differences of two sides on each scale: who stands higher, who takes a position more often, and whether each stands.

    Args:
        compared: a comparison.

    Returns:
        One row per test, those of superiority first: ``asked`` (*superiority* or *expressed*), ``variable``, ``more`` (whether the
        first side stands higher, or takes a position more often), ``found`` (whether it passed the correction), the doubts
        ``unclear`` (the interval does not leave out what no difference would give), ``few``, ``no_interval`` and ``stamped`` as in
        ``frame_differences``, and ``stands``; none where nothing was tested.
    """
    if isinstance(compared.family, Refusal):
        return pl.DataFrame(schema=_SCALES)
    asked: tuple[tuple[Asked, pl.DataFrame | Refusal, str, float], ...] = (
        ("superiority", compared.ordinal, "superiority", 0.5),
        ("expressed", compared.expression, "difference", 0.0),
    )
    q = dict(compared.family.select("test", "q_bh").iter_rows())
    unreliable = stamped(compared.reliability)
    rows = []
    for name, table, value, same in asked:
        for row in [] if isinstance(table, Refusal) else table.filter(pl.col(value).is_not_null()).to_dicts():
            written = str(Subject(name, row["variable"]))
            if written in q:
                about = row["variable"] if name == "superiority" else written
                rows.append(
                    (
                        name,
                        row["variable"],
                        row[value] > same,
                        significant(q[written]),
                        *_doubted(row, same),
                        about in unreliable,
                    )
                )
    found = pl.DataFrame(rows, schema=[*_SCALES][:-1], orient="row", schema_overrides=_SCALES)
    return found.with_columns(stands=pl.col("found") & ~pl.any_horizontal(SCALE_DOUBTS))


def _doubted(row: Mapping[str, Any], same: float) -> tuple[bool, bool, bool]:
    """Whether an interval holds what no difference would give, whether a side has few articles, and whether there is no interval."""
    missing = row["low"] is None
    return not missing and row["low"] <= same <= row["high"], min(row["n_a"], row["n_b"]) < ENOUGH, missing


def widest(differences: pl.DataFrame) -> float | None:
    """How far from 0 the intervals of the differences that were not found reach; None where one has no interval.

    >>> widest(pl.DataFrame({"found": [True, False, False], "low": [0.1, -0.07, -0.01], "high": [0.2, 0.02, 0.05]}))
    0.07
    """
    rest = differences.filter(~pl.col("found"))
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
        material: the study, one reading of it and its reliability.
        papers: sides of one outlet each.
        cuts: the first day of each cut, by its event.
        choices: window, voices and the rest.

    Returns:
        One row per cut, paper and frame that was tested: ``cut``, ``outlet``, and the columns of ``before_and_after``'s shares
        (``_b`` before, ``_a`` from then on), ``q_bh``, ``m``, ``stamped`` (not coded reliably in the languages of the paper) and
        ``stands`` (a discovery of the family, with an interval without 0, on ``ENOUGH`` articles in each time, and not stamped).

    Source:
        See ``framing.compare.chance.change``.
    """
    found = [
        Change(cut, paper, before_and_after(material, paper, first, choices), NOT_ASKED)
        for cut, first in cuts.items()
        for paper in papers
    ]
    tests = change_family(found).select("cut", "side", "test", "q_bh", "m", "discovery")
    parts = [_shares(material, one, one.frames) for one in found if isinstance(one.frames, FrameChange)]
    if not parts:
        return _NO_TURNS
    enough = pl.min_horizontal("n_a", "n_b") >= ENOUGH
    rows = pl.concat(parts).join(tests, on=["cut", "side", "test"], maintain_order="left")
    stands = pl.col("discovery") & APART.fill_null(value=False) & enough & ~pl.col("stamped")
    return rows.with_columns(stands=stands).sort(pl.col("difference").abs(), descending=True, maintain_order=True)


def _shares(material: Material, one: Change, frames: FrameChange) -> pl.DataFrame:
    """The shares of one paper before and after one cut, with the names of their tests, and whether a frame is stamped in its languages."""
    articles = material.tables.articles.filter(pl.col("outlet").cast(pl.String) == one.side.outlets[0])
    reliability = stamps(material.reliability, articles["article_language"].unique().sort().to_list())
    return frames.shares.with_columns(
        cut=pl.lit(one.cut),
        side=pl.lit(one.side.name),
        outlet=pl.lit(one.side.outlets[0]),
        test=FRAME_TEST,
        stamped=FRAME_TEST.is_in(stamped(reliability)),
    )
