"""Intervals of shares of articles that come in clusters: what is said about one event varies together.

Fifteen articles on one event are not fifteen independent looks at a newspaper, and an interval that treats them as such
is too narrow: with a tenth of the variation between events it covers the truth in eight cases of ten, not in nineteen of
twenty. Articles are therefore counted as the smaller number of independent ones that would be equally uncertain (the
design effect), and Wilson's interval is computed for that number, with Student's t for the number of events.
"""

from collections.abc import Sequence

import polars as pl

from framing.analysis.floors import SHARE, Z, wilson

EVENTS = 3
"""The fewest events for which an interval is given: fewer do not show how much events differ."""


def student_t(clusters: pl.Expr) -> pl.Expr:
    """Two-sided 95 % quantile of Student's t with one degree of freedom fewer than there are clusters.

    Args:
        clusters: how many, 2 or more.

    Returns:
        The quantile; less than 1 % too small for 3 clusters, correct to two decimals from 4 on.

    Source:
        Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.5.

    >>> pl.DataFrame({"m": [4, 5, 10, 41]}).select(student_t(pl.col("m")).round(2)).to_series().to_list()
    [3.18, 2.78, 2.26, 2.02]
    """
    powers = [Z**power for power in range(0, 10)]
    terms = (
        (powers[1],),
        (powers[3] / 4, powers[1] / 4),
        (5 * powers[5] / 96, 16 * powers[3] / 96, 3 * powers[1] / 96),
        (3 * powers[7] / 384, 19 * powers[5] / 384, 17 * powers[3] / 384, -15 * powers[1] / 384),
        (79 * powers[9] / 92160, 776 * powers[7] / 92160, 1482 * powers[5] / 92160, -1920 * powers[3] / 92160,
         -945 * powers[1] / 92160),
    )  # fmt: skip
    degrees = clusters - 1
    return pl.sum_horizontal(sum(term) / degrees**power for power, term in enumerate(terms))


def design_effect(robust: pl.Expr, simple: pl.Expr, most: pl.Expr, groups: Sequence[str] = ()) -> pl.Expr:
    """How many times as uncertain shares are as those of equally many independent articles.

    Args:
        robust: variance of each share between clusters.
        simple: variance of the same share of independent articles.
        most: the effect where no share of a group varies at all: a cluster then counts as one article.
        groups: columns of the groups whose shares are reported together.

    Returns:
        The larger of the share's own effect and that of all shares of its group, and at least 1: a rare answer says
        little about how much events differ; the others make up for it.

    Source:
        Kish (1965), Survey Sampling, section 8.2; Rao and Scott (1981), Journal of the American Statistical Association
        76:221, for the mean effect of several shares. That the larger of the two suffices was found by simulation
        (``tests/test_intervals.py``).

    >>> cells = pl.DataFrame({"robust": [0.02, 0.0], "simple": [0.01, 0.0]})
    >>> cells.select(design_effect(pl.col("robust"), pl.col("simple"), pl.lit(15.0))).to_series().to_list()
    [2.0, 2.0]
    """

    def together(variances: pl.Expr) -> pl.Expr:
        return variances.sum().over(groups) if groups else variances.sum()

    own = pl.when(simple > 0).then(robust / simple)
    mean = pl.when(together(simple) > 0).then(together(robust) / together(simple)).otherwise(most)
    return pl.max_horizontal(own, mean, pl.lit(1.0))


def share_intervals(cells: pl.LazyFrame, groups: Sequence[str] = ()) -> pl.LazyFrame:
    """Intervals of shares, 95 %, from what each cluster adds to them.

    Args:
        cells: one row per (group, answer): ``weight`` of ``n``; ``clusters`` (how many); ``largest`` (articles in the
            largest, a shared description counting once); and of the clusters' own weights and sizes the sums of
            ``squares`` (of weights), ``products`` and ``sizes`` (squared sizes).
        groups: the columns that make the groups.

    Returns:
        The same rows with ``low``, ``high`` (0 to 1) and ``interval_by``: ``articles`` where no two share a cluster
        (Wilson), ``events`` where some do; all null below 5 articles, and where clusters are too few.

    Source:
        Wilson (1927); Kott and Carr (1997), Journal of Official Statistics 13:405, and Franco, Little, Louis and Slud
        (2019), Journal of Survey Statistics and Methodology 7:334, for Wilson's interval of the effective number with
        Student's t; Cochran (1977), Sampling Techniques, section 9A.2, for the variance of a share of clusters.

    >>> alike = {"weight": [30.0], "n": [60.0], "clusters": [4], "largest": [15.0], "squares": [450.0], "products": [450.0], "sizes": [900.0]}
    >>> share_intervals(pl.LazyFrame(alike)).select(pl.col("low", "high").round(2), "interval_by").collect().row(0)
    (0.06, 0.94, 'events')
    """
    n, clusters = pl.col("n"), pl.col("clusters")
    clustered = pl.col("interval_by") == "events"
    by = pl.when(pl.col("largest") <= 1).then(pl.lit("articles")).when(clusters >= EVENTS).then(pl.lit("events"))
    effect = design_effect(pl.col("robust"), pl.col("simple"), n / clusters, groups)
    return _ended(
        _with_variances(cells.with_columns(interval_by=pl.when(n >= SHARE).then(by))).with_columns(
            effect=pl.when(clustered).then(effect).otherwise(1.0),
            quantile=pl.when(clustered).then(student_t(clusters)).otherwise(Z),
        )
    )


def _with_variances(cells: pl.LazyFrame) -> pl.LazyFrame:
    """The cells with the variance of their share between clusters, and that of independent articles.

    Step by step, as all that follows: one expression of all would work out each part of it again wherever it stands.
    """
    n, clusters, share = pl.col("n"), pl.col("clusters"), pl.col("share")
    between = (pl.col("squares") - 2 * share * pl.col("products") + share**2 * pl.col("sizes")).clip(0)
    variances = {"robust": clusters / (clusters - 1) * between / n**2, "simple": share * (1 - share) / n}
    return cells.with_columns(share=pl.col("weight") / n).with_columns(**variances)


def _ended(cells: pl.LazyFrame) -> pl.LazyFrame:
    """The cells with the ends of their interval, and no longer what these were worked out of."""
    ends = wilson(pl.col("weight") / pl.col("effect"), pl.col("n") / pl.col("effect"), pl.col("quantile"))
    low, high = (  # rounded, because the sums over a group must not depend on the order of rows
        pl.when(pl.col("interval_by").is_not_null()).then(end).round(9) for end in ends
    )
    return cells.with_columns(low=low, high=high).drop("share", "robust", "simple", "effect", "quantile")
