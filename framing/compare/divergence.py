"""How far two sides differ: Cramer's V and Jensen-Shannon distance beside their nulls, and shrunken log-odds.

Both divergences grow with small samples even when nothing differs, so neither is ever given without the value that
shuffling gives. They are taken over the pooled articles of the matched events; a difference in which events the sides
wrote about is in the observed value and in the null alike.
"""

from typing import TypeAlias

import numpy as np
import polars as pl

from framing.compare.chance.design import Design, Floats
from framing.compare.chance.permutation import Null
from framing.compare.shares import uncertainty

PRIOR = 9.0
"""Strength of the prior of the log-odds, in articles."""
PRIORS = (3.0, 9.0, 27.0)
BINS = 50
BATCH = 2_000
"""Shufflings of which divergences are worked out at once: more do not fit a processor's cache, which takes twice as long."""
_Shuffled: TypeAlias = tuple[str, Floats, float]
"""A divergence by name: of every shuffling, and as it is."""


def jensen_shannon(a: Floats, b: Floats) -> Floats:
    """Jensen-Shannon distance between distributions: the square root of the divergence to base 2.

    Args:
        a: (... x answers) counts or shares of the first side.
        b: (... x answers) the same of the second side.

    Returns:
        (...) distances from 0 (the same shares) to 1 (no answer in common).

    Source:
        Lin (1991), IEEE Transactions on Information Theory 37:145; Endres and Schindelin (2003), ibid. 49:1858, for the
        root being a metric.

    >>> jensen_shannon(np.array([[1.0, 0.0], [3.0, 1.0]]), np.array([[0.0, 1.0], [6.0, 2.0]])).tolist()
    [1.0, 0.0]
    """
    p, q = a / a.sum(axis=-1, keepdims=True), b / b.sum(axis=-1, keepdims=True)
    middle = (p + q) / 2
    divergence = (_relative_entropy(p, middle) + _relative_entropy(q, middle)) / 2
    distances: Floats = np.sqrt(np.clip(divergence, 0.0, 1.0))
    return distances


def cramers_v(tables: Floats) -> Floats:
    """Cramer's V of contingency tables, corrected for its bias.

    Args:
        tables: (... x rows x columns) counts; rows and columns without any count do not count as categories.

    Returns:
        (...) values from 0 to 1; nan where there is only one row or column.

    Source:
        Bergsma (2013), Journal of the Korean Statistical Society 42:323, eq. 4 and section 3.

    >>> cramers_v(np.array([[25.0, 0.0], [0.0, 25.0]])).round(3).item()
    1.0
    """
    rows, columns = tables.sum(axis=-1, keepdims=True), tables.sum(axis=-2, keepdims=True)
    n = tables.sum(axis=(-1, -2))
    fitted = rows * columns / n[..., None, None]
    phi2 = np.divide((tables - fitted) ** 2, fitted, out=np.zeros_like(tables), where=fitted > 0).sum(axis=(-1, -2)) / n
    r, k = (rows > 0).sum(axis=(-1, -2)), (columns > 0).sum(axis=(-1, -2))
    corrected = np.maximum(0.0, phi2 - (r - 1) * (k - 1) / (n - 1))
    smaller = np.minimum(r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)) - 1
    values: Floats = np.sqrt(np.divide(corrected, smaller, out=np.full_like(n, np.nan), where=smaller > 0)).clip(
        max=1.0
    )
    return values


def divergences(found: Design, table: Null) -> pl.DataFrame:
    """Both divergences of the primary frames beside what shuffling gives.

    Args:
        found: strata with both sides; one answer per article.
        table: their permutation distribution.

    Returns:
        Two rows, ``measure`` cramers_v and jensen_shannon: ``observed`` and ``null_mean`` (0 to 1), ``null_95`` (the value
        that 95 % of shufflings stay below) and ``percentile`` (share of shufflings at most as large, 0 to 1).

    Source:
        Stewart (2019) on the bias of the plug-in estimator, which is of order 1/N; Bergsma (2013).

    >>> from framing.compare.chance.permutation import null
    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> divergences(four, null(four)).select("measure", "observed", pl.col("null_mean").round(2)).rows()
    [('cramers_v', 1.0, 0.19), ('jensen_shannon', 1.0, 0.23)]
    """
    return _beside(_under_null(found, table), table.chance)


def _beside(under: list[_Shuffled], chance: Floats) -> pl.DataFrame:
    rows = []
    for name, values, observed in under:
        order = np.argsort(values)
        reached = np.cumsum(chance[order])
        high = values[order][min(int(np.searchsorted(reached, 0.95)), len(values) - 1)]
        below = float(chance[values <= observed + 1e-9].sum())
        rows.append((name, observed, float(values @ chance), float(high), min(1.0, below)))
    names = ["measure", "observed", "null_mean", "null_95", "percentile"]
    return pl.DataFrame(rows, schema=names, orient="row").with_columns(pl.col(names[1:]).fill_nan(None))


def with_histogram(found: Design, table: Null) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What ``divergences`` gives, and the permutation distribution of both measures in bins for a picture.

    Args:
        found: strata with both sides; one answer per article.
        table: their permutation distribution.

    Returns:
        The divergences; and one row per (measure, bin) from 0 to 1: ``low``, ``high`` and ``share`` of the shufflings (0 to 1).

    >>> from framing.compare.chance.permutation import null
    >>> four = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[4, 0]]), np.array([[0, 4]]))
    >>> [part.height for part in with_histogram(four, null(four))]
    [2, 100]
    """
    under = _under_null(found, table)
    return _beside(under, table.chance), _binned(under, table.chance)


def _binned(under: list[_Shuffled], chance: Floats) -> pl.DataFrame:
    edges = np.linspace(0.0, 1.0, BINS + 1)
    parts = []
    for name, values, _ in under:
        shares, _ = np.histogram(np.nan_to_num(values), bins=edges, weights=chance)
        parts.append(pl.DataFrame({"measure": name, "low": edges[:-1], "high": edges[1:], "share": shares}))
    return pl.concat(parts)


def log_odds(found: Design, strength: float = PRIOR) -> pl.DataFrame:
    """How much more likely each frame is on the first side, shrunk towards no difference.

    Args:
        found: strata with both sides; one answer per article. Events are pooled.
        strength: articles that the prior weighs on each side, spread over the frames as the pooled shares are.

    Returns:
        One row per answer: ``log_odds`` (natural, first over second side), ``low`` and ``high`` (95 %), ``z`` and
        ``strength``; null for an answer that nobody gave, or that everybody gave. The variance is multiplied by how much
        more events vary than independent articles would (``shares.uncertainty``); no interval and no z where that is
        unknown.

    Source:
        Monroe, Colaresi and Quinn (2008), Political Analysis 16:372, the log-odds ratio under an informative Dirichlet prior
        and its z score; with all four terms of the variance, two of which they drop because single words are rare. Frames
        are not.

    >>> far = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[8, 2]]), np.array([[2, 8]]))
    >>> log_odds(far).select(pl.col("log_odds", "z").round(2)).rows()
    [(1.31, 1.91), (-1.31, -1.91)]
    """
    prior = _prior(found, strength)
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = found.totals_a + prior, found.totals_b + prior
        value = np.log(a / (a.sum() - a)) - np.log(b / (b.sum() - b))
        effects, quantile = uncertainty(found)
        error = np.sqrt(effects * (1 / a + 1 / (a.sum() - a) + 1 / b + 1 / (b.sum() - b)))
        z = value / error if quantile > 0 else np.full(len(value), np.nan)
        columns = {"log_odds": value, "low": value - quantile * error, "high": value + quantile * error, "z": z}
    undefined = ~np.isfinite(value)
    return pl.DataFrame(
        {"answer": found.answers, **{name: np.where(undefined, np.nan, of) for name, of in columns.items()}}
    ).with_columns(pl.col(list(columns)).fill_nan(None), strength=pl.lit(strength))


def log_odds_sensitivity(found: Design) -> pl.DataFrame:
    """The log-odds under a weaker and a stronger prior beside the usual one.

    Args:
        found: strata with both sides; one answer per article.

    Returns:
        The rows of ``log_odds`` for each strength of ``PRIORS``.

    Source:
        Monroe, Colaresi and Quinn (2008), on the choice of the prior.

    >>> far = Design(("war", "trade"), ("visit",), np.eye(2), np.array([[8, 2]]), np.array([[2, 8]]))
    >>> log_odds_sensitivity(far).filter(pl.col("answer") == "war")["log_odds"].round(2).to_list()
    [2.0, 1.31, 0.65]
    """
    return pl.concat([log_odds(found, strength) for strength in PRIORS])


def _prior(found: Design, strength: float) -> Floats:
    pooled = found.totals_a + found.totals_b
    prior: Floats = strength * pooled / pooled.sum()
    return prior


def _relative_entropy(p: Floats, q: Floats) -> Floats:
    ratio = np.divide(p, q, out=np.ones_like(p), where=p > 0)
    bits: Floats = (p * np.log2(ratio)).sum(axis=-1)
    return bits


def _under_null(found: Design, table: Null) -> list[_Shuffled]:
    """Each divergence of every shuffling, and as it is."""
    pooled = found.totals_a + found.totals_b
    a = np.vstack([table.sums[:, : len(pooled)], found.totals_a])
    parts = [_of_tables(a[start : start + BATCH], pooled) for start in range(0, len(a), BATCH)]
    values = zip(("cramers_v", "jensen_shannon"), map(np.concatenate, zip(*parts, strict=True)), strict=True)
    return [(name, of[:-1], float(of[-1])) for name, of in values]


def _of_tables(a: Floats, pooled: Floats) -> tuple[Floats, Floats]:
    """Each divergence of some tables, from the totals of the first side and of both."""
    both = np.stack([a, (pooled - a).clip(min=0.0)], axis=1)
    return cramers_v(both), jensen_shannon(both[:, 0], both[:, 1])
