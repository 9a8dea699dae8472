"""Shares of answers on two sides, and their differences within events, with intervals."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from framing.analysis.floors import Amount, Z, score_ends, shown
from framing.analysis.intervals import EVENTS, design_effect, share_intervals, student_t
from framing.compare.chance.design import Counts, Design, Floats


def newcombe(hits_a: Amount, n_a: Amount, hits_b: Amount, n_b: Amount, quantile: float = Z) -> tuple[Amount, Amount]:
    """Interval of the difference of two independent shares, 95 %, from their Wilson intervals.

    Args:
        hits_a: of the first side; a sum of weights is allowed.
        n_a: of how many.
        hits_b: of the second side.
        n_b: of how many.
        quantile: how many standard errors away the ends of each Wilson interval lie.

    Returns:
        Lower and upper end of share a less share b, -1 to 1.

    Source:
        Newcombe (1998), Statistics in Medicine 17:873, method 10; example (a) of table II.

    >>> low, high = newcombe(*(np.array([count]) for count in (56.0, 70.0, 48.0, 80.0)))
    >>> low.round(4).item(), high.round(4).item()
    (0.0524, 0.3339)
    """
    (low_a, high_a), (low_b, high_b) = score_ends(hits_a, n_a, quantile), score_ends(hits_b, n_b, quantile)
    a, b = hits_a / n_a, hits_b / n_b
    down, up = ((a - low_a) ** 2 + (high_b - b) ** 2) ** 0.5, ((high_a - a) ** 2 + (b - low_b) ** 2) ** 0.5
    return a - b - down, a - b + up


def independent(found: Design) -> str | None:
    """What the intervals of a design take for independent.

    Args:
        found: strata with both sides.

    Returns:
        ``articles`` of a single event, about which alone is spoken then, and where no side has two on an event;
        ``events`` where there are at least 3; None where there are two, which allow no interval.

    >>> two = Design(("war",), ("x", "y"), np.ones((1, 1)), np.array([[8], [7]]), np.array([[3], [2]]))
    >>> independent(two), independent(two._replace(strata=("x",), a=two.a[:1], b=two.b[:1]))
    (None, 'articles')
    """
    if len(found.strata) == 1 or max(found.n_a.max(initial=0), found.n_b.max(initial=0)) <= 1:
        return "articles"
    return "events" if len(found.strata) >= EVENTS else None


def differences(found: Design) -> Floats:
    """Differences of shares within events, taken together.

    Args:
        found: strata with both sides.

    Returns:
        (answers) differences, -1 to 1. Every event weighs n_a n_b / (n_a + n_b), as in the test.

    Source:
        Mantel and Haenszel's weights.

    >>> two = Design(("war", "trade"), ("x", "y"), np.eye(2), np.array([[8, 2], [7, 3]]), np.array([[3, 7], [2, 8]]))
    >>> differences(two).tolist()
    [0.5, -0.5]
    """
    (share_a, _), (share_b, _) = even_shares(found)
    return share_a - share_b


def event_differences(found: Design) -> tuple[Floats, Floats, Floats]:
    """Differences of shares within events, taken together, with 95 % intervals.

    Args:
        found: strata with both sides.

    Returns:
        (answers) difference, as from ``differences``; lower and upper end, -1 to 1: nan where ``independent`` says None.

    Source:
        Yan and Su (2010), Statistics in Biopharmaceutical Research 2:482: Wilson's interval of each side's weighted
        share, whose variance is that of 1 / sum(w^2 / n) articles, combined as Newcombe does; for a single event it is
        Newcombe's. Where events vary more than that, both numbers are divided by the design effect of the difference (see
        ``framing.analysis.intervals``), and Student's t stands for the normal quantile; that this holds was found by simulation.
        Wald's interval, also in Sato's form, would exclude 0 where a side has no hit.

    >>> one = Design(("war", "trade"), ("x",), np.eye(2), np.array([[15, 5]]), np.array([[5, 15]]))
    >>> [ends.round(2).tolist() for ends in event_differences(one)]
    [[0.5, -0.5], [0.19, -0.7], [0.7, -0.19]]
    """
    (share_a, size_a), (share_b, size_b) = even_shares(found)
    effects, quantile = uncertainty(found)
    if np.isnan(quantile):
        unknown = np.full(len(found.answers), np.nan)
        return share_a - share_b, unknown, unknown
    n_a, n_b = size_a / effects, size_b / effects
    low, high = newcombe(share_a * n_a, n_a, share_b * n_b, n_b, quantile)
    return share_a - share_b, low, high


def uncertainty(found: Design) -> tuple[Floats, float]:
    """How much more uncertain the differences of a design are than those of independent articles.

    Args:
        found: strata with both sides, the strata being events.

    Returns:
        (answers) design effects, at least 1, and how many standard errors away the ends of a 95 % interval lie: Student's
        t where events vary, the normal quantile where ``independent`` says articles, nan where it says None.

    Source:
        See ``framing.analysis.intervals``.

    >>> alike = Design(("war", "trade"), ("x", "y", "z"), np.eye(2), np.array([[8, 2]] * 3), np.array([[3, 7]] * 3))
    >>> effects, quantile = uncertainty(alike)
    >>> effects.tolist(), round(quantile, 2)
    ([1.0, 1.0], 4.27)
    """
    by, events = independent(found), len(found.strata)
    if by != "events":
        return np.ones(len(found.answers)), Z if by else np.nan
    (share_a, size_a), (share_b, size_b) = even_shares(found)
    weight = found.n_a * found.n_b / (found.n_a + found.n_b)
    apart = (found.a @ found.kinds) / found.n_a[:, None] - (found.b @ found.kinds) / found.n_b[:, None]
    moved = (weight / weight.sum())[:, None] * (apart - (share_a - share_b))
    variances = pl.DataFrame(
        {
            "robust": events / (events - 1) * (moved**2).sum(axis=0),
            "simple": share_a * (1 - share_a) / size_a + share_b * (1 - share_b) / size_b,
        }
    )
    most = pl.lit(float((found.n_a.sum() + found.n_b.sum()) / 2 / events))
    effects = variances.select(design_effect(pl.col("robust"), pl.col("simple"), most)).to_series()
    return effects.to_numpy(), float(pl.select(student_t(pl.lit(events))).item())


def even_shares(found: Design) -> tuple[tuple[Floats, float], tuple[Floats, float]]:
    """Shares of both sides as if both had written equally about each event.

    Args:
        found: strata with both sides.

    Returns:
        Per side the (answers) shares, and the number of articles of a single event that would be as certain.

    Source:
        Direct standardisation; Kish (1965), Survey Sampling, section 11.7, for the effective number.

    >>> even = Design(("war", "trade"), ("x", "y"), np.eye(2), np.array([[1, 3], [4, 0]]), np.array([[2, 2], [2, 2]]))
    >>> (shares, size), _ = even_shares(even)
    >>> shares.tolist(), size
    ([0.625, 0.375], 8.0)
    """
    weight = found.n_a * found.n_b / (found.n_a + found.n_b)
    weight = weight / weight.sum()

    def even(counts: Counts, n: Counts) -> tuple[Floats, float]:
        shares: Floats = (weight[:, None] * (counts @ found.kinds) / n[:, None]).sum(axis=0).clip(0.0, 1.0)
        return shares, float(1 / (weight**2 / n).sum())

    return even(found.a, found.n_a), even(found.b, found.n_b)


def share_differences(found: Design) -> pl.DataFrame:
    """Share of each answer on both sides with intervals, and the difference within events.

    Args:
        found: strata with both sides, the strata being events.

    Returns:
        One row per answer, in order: ``answer``; per side ``hits_*`` of ``n_*`` units, ``share_*``, ``low_*``, ``high_*``
        (95 %; null below 5 units); ``event_a`` and ``event_b``, the shares as if both sides had written equally about
        each event; ``difference`` (their difference, a less b) with ``low`` and ``high``; ``interval_by`` (events or
        articles: what the intervals take for independent, see ``independent``; null where there are none); ``shown``, by
        the smaller side (see ``framing.analysis.floors``).

    Source:
        Wilson (1927); Newcombe (1998), method 10; Yan and Su (2010); see ``framing.analysis.intervals``.

    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 1]]), np.array([[1, 4]]))
    >>> share_differences(four).select("answer", "share_a", "share_b", pl.col("difference", "high").round(2)).rows()
    [('war', 0.8, 0.2, 0.6, 0.83), ('trade', 0.2, 0.8, -0.6, 0.0)]
    """
    difference, low, high = event_differences(found)
    by = independent(found)
    (even_a, _), (even_b, _) = even_shares(found)
    one, other = _of_sides(found, by)
    rows = pl.DataFrame(
        {
            "answer": found.answers, "event_a": even_a, "event_b": even_b, "difference": difference, "low": low,
            "high": high, "interval_by": [by] * len(found.answers),
        },
        schema_overrides={"interval_by": pl.String}, nan_to_null=True,
    )  # fmt: skip
    return pl.concat([one, other, rows], how="horizontal").select(
        "answer",
        *(f"{name}_{side}" for side in "ab" for name in ("hits", "n", "share", "low", "high")),
        "event_a", "event_b", "difference", "low", "high", "interval_by",
        shown=shown(pl.min_horizontal("n_a", "n_b")),
    )  # fmt: skip


def _of_sides(found: Design, by: str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row per answer: hits of n units of each side, share and interval."""
    cells = pl.DataFrame(_cells(found, by))
    ends = {end: pl.col(end) if by else pl.lit(None, pl.Float64) for end in ("low", "high")}
    share = pl.col("weight") / pl.col("n")
    totals = share_intervals(cells.lazy(), ["side"]).select(hits="weight", n="n", share=share, **ends).collect()
    of, answers = totals.columns, len(found.answers)
    one, other = totals.head(answers), totals.tail(answers)
    return one.rename({name: f"{name}_a" for name in of}), other.rename({name: f"{name}_b" for name in of})


def _cells(found: Design, by: str | None) -> Mapping[str, Floats | list[str]]:
    """What ``share_intervals`` asks of the answers of both sides, one after the other; the strata are their clusters."""
    both = [(counts @ found.kinds, counts.sum(axis=1).astype(float)) for counts in (found.a, found.b)]

    def each(values: Sequence[float]) -> Floats:
        return np.repeat(values, len(found.answers))

    return {
        "side": [side for side in "ab" for _ in found.answers],
        "weight": np.concatenate([hits.sum(axis=0) for hits, _ in both]),
        "squares": np.concatenate([(hits**2).sum(axis=0) for hits, _ in both]),
        "products": np.concatenate([sizes @ hits for hits, sizes in both]),
        "n": each([float(sizes.sum()) for _, sizes in both]),
        "clusters": each([len(sizes) for _, sizes in both]),
        "sizes": each([float((sizes**2).sum()) for _, sizes in both]),
        "largest": each([1.0 if by == "articles" else float(sizes.max()) for _, sizes in both]),
    }
