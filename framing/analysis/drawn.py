"""What a random draw means for shares: one over the inclusion probability as weight, and the variance of the design."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import polars as pl

from framing.analysis.columns import Columns, at, table_of
from framing.analysis.floors import wilson
from framing.analysis.intervals import student_t

Record = Mapping[str, Any]
Lazy = nw.LazyFrame[Any]
DRAWN: dict[str, Any] = {
    "inclusion": pl.Float64,
    "draw_stratum": pl.String,
    "draw_unit": pl.String,
    "draw_taken": pl.Int64,
    "draw_size": pl.Int64,
}
"""Columns of articles that were drawn: probability, stratum, the unit they were drawn with, units drawn and units in the stratum."""
ALIKE = 0.95
"""Where unequal weights leave this much of the effective number, articles may be counted alike: rounding does no more."""
LEAST = 1e-9


def drawn_articles(samples: Iterable[Record]) -> pl.DataFrame:
    """One row per drawn article, with the columns ``DRAWN``.

    >>> drawn_articles([]).columns[:2]
    ['article', 'inclusion']
    """
    rows = [
        {**chosen, "strata": f"{sample['id']} {chosen['stratum']}", **{key: part[key] for key in ("drawn", "size")}}
        for sample in samples
        for part in sample["strata"]
        for chosen in sample["articles"]
        if chosen["stratum"] == part["id"]
    ]
    names = ("inclusion", "strata", "unit", "drawn", "size")
    columns: Columns = {column: (DRAWN[column], at(name)) for column, name in zip(DRAWN, names, strict=True)}
    return table_of(rows, {"article": (pl.String, at("article")), **columns})


def with_samples(articles: pl.DataFrame, registers: Mapping[str, Record]) -> pl.DataFrame:
    """Articles with how they were drawn; where a study draws, whatever was not drawn was chosen in a way that nobody declares.

    >>> articles = pl.DataFrame({"article": ["a"], "source": [None], "sampling": "census"})
    >>> with_samples(articles, {})["sampling"].to_list()
    ['census']
    """
    samples = registers.get("samples", {"samples": []})["samples"]
    joined = articles.join(drawn_articles(samples), on="article", how="left", maintain_order="left")
    if not samples:
        return joined
    drawn = pl.col("inclusion").is_not_null()
    chosen = pl.when(pl.col("inclusion") < 1).then(pl.lit("probability")).when(drawn).then(pl.lit("census"))
    other = chosen.when(pl.col("source").is_null()).then(pl.lit("undeclared"))
    return joined.with_columns(sampling=pl.coalesce(other, "sampling"))


def relative_weight() -> pl.Expr:
    """One over the inclusion probability of each article of a table, on average 1; an article that was not drawn stands for itself.

    Source:
        Horvitz and Thompson (1952), Journal of the American Statistical Association 47:663; Hájek (1971) for shares by them.

    >>> pl.DataFrame({"inclusion": [0.5, 0.25, 0.5]}).select(relative_weight()).to_series().to_list()
    [0.75, 1.5, 0.75]
    """
    expansion = 1 / pl.col("inclusion").fill_null(1.0)
    return (expansion / expansion.mean()).round(9).alias("relative")


def descriptions(articles: pl.DataFrame) -> float:
    """On how many descriptions some articles rest: those that share one count once, however likely they were to be drawn.

    Args:
        articles: with ``weight``; of a reading, also ``relative``.

    >>> descriptions(pl.DataFrame({"weight": [0.75, 0.75, 0.5], "relative": [1.5, 1.5, 0.5]}))
    2.0
    """
    bundle = pl.col("weight") / pl.col("relative") if "relative" in articles.columns else pl.col("weight")
    return float(articles.select(bundle.sum().round(9)).item())


def effective(weights: pl.Expr, relative: pl.Expr) -> pl.Expr:
    """How many articles of equal weight would say as much; of equal weights, how many there are (a bundle counting once).

    Source:
        Kish (1965), Survey Sampling, section 11.7.

    >>> table = pl.DataFrame({"w": [1.5, 0.5, 0.5, 1.5]})
    >>> table.select(effective(pl.col("w"), pl.col("w"))).item()
    3.2
    """
    return kish(weights.sum(), (weights * relative).sum())


def kish(total: pl.Expr, spread: pl.Expr) -> pl.Expr:
    """The same, from the sum of weights and the sum of their products with relative weights."""
    return (total * evened(total, spread)).round(9)


def evened(total: pl.Expr, spread: pl.Expr) -> pl.Expr:
    """What a sum of weights is multiplied with to become a number of articles of equal weight; 1 where all weigh alike."""
    return pl.when(spread > 0).then(total / spread).otherwise(1.0)


def counted_alike(articles: pl.DataFrame) -> bool:
    """Whether articles may be counted alike: drawn with equal probabilities, or nearly so.

    >>> counted_alike(pl.DataFrame({"relative": [1.0, 1.1]})), counted_alike(pl.DataFrame({"relative": [0.5, 2.0]}))
    (True, False)
    """
    if "relative" not in articles.columns or articles.is_empty():
        return True
    found = articles.select(effective(pl.col("relative"), pl.col("relative"))).item()
    return bool(found >= ALIKE * articles.height)


def factor() -> nw.Expr:
    """What the squared deviations of the units of a stratum count: (1 - n / N) n / (n - 1); 0 where all were drawn.

    >>> table = nw.from_native(pl.DataFrame({"draw_taken": [2, 4, 1], "draw_size": [4, 4, 3]}))
    >>> table.select(factor=factor())["factor"].to_list()
    [1.0, 0.0, None]
    """
    taken, size = nw.col("draw_taken"), nw.col("draw_size")
    several = nw.when(taken > 1).then((1 - taken / size) * taken / (taken - 1))
    return nw.when(taken == size).then(nw.lit(0.0)).otherwise(several)


def squared(one: str, other: str) -> nw.Expr:
    """Summed over the units of strata: the products of two totals, less those of their means over all drawn units, times ``factor``."""
    return (
        nw.col("factor")
        * (nw.col(f"{one}_{other}") - nw.col(f"{one}_sum") * nw.col(f"{other}_sum") / nw.col("draw_taken"))
    ).sum()


def draw_moments(inside: Lazy, keys: Sequence[str], pieces: Lazy, by: Sequence[str]) -> Lazy:
    """One row per key: what the variance of its share under the design is made of.

    Args:
        inside: one row per (key, stratum, unit), with ``weight``.
        keys: the columns of the group and of the answer.
        pieces: one row per (group, stratum, unit), with ``size``.
        by: the columns of the group.
    """
    unit, weight, size = ["draw_stratum", "draw_unit"], nw.col("weight"), nw.col("size")
    summed = inside.drop_nulls("draw_stratum").group_by(*keys, *unit).agg(weight.sum())
    sizes = pieces.drop_nulls("draw_stratum").group_by(*by, *unit, "draw_taken", "draw_size").agg(size.sum())
    strata = sizes.group_by(*by, "draw_stratum").agg(size_sum=size.sum())
    return (
        summed.join(sizes, on=[*by, *unit])
        .group_by(*keys, "draw_stratum", "draw_taken", "draw_size")
        .agg(hit_hit=(weight * weight).sum(), hit_size=(weight * size).sum(), hit_sum=weight.sum())
        .join(strata, on=[*by, "draw_stratum"])
        .with_columns(factor=factor())
        .group_by(*keys)
        .agg(draw_squares=squared("hit", "hit").round(9), draw_products=squared("hit", "size").round(9))
    )


def draw_totals(pieces: Lazy, by: Sequence[str]) -> Lazy:
    """One row per group: what the variance under the design is made of beside its answers.

    Args:
        pieces: one row per (group, stratum, unit), with ``size``.
        by: the columns of the group.

    Returns:
        ``draw_sizes``, the part of the variance that all answers share; ``draw_freedom``, units less strata; ``draw_alone``,
        whether a stratum gave one unit of several, which shows no variation; ``draw_any``, whether chance drew anything.
    """
    unit, size = ["draw_stratum", "draw_unit", "draw_taken", "draw_size"], nw.col("size")
    sizes = pieces.drop_nulls("draw_stratum").group_by(*by, *unit).agg(size.sum())
    strata = sizes.group_by(*by, "draw_stratum", "draw_taken", "draw_size").agg(
        size_size=(size * size).sum(), size_sum=size.sum()
    )
    free, freedom = nw.col("draw_taken") < nw.col("draw_size"), nw.col("draw_taken") - 1
    sums = {
        "draw_sizes": squared("size", "size").round(9),
        "draw_freedom": nw.when(free).then(freedom).otherwise(nw.lit(0)).sum(),
        "draw_alone": nw.col("factor").is_null().any(),
        "draw_any": free.any(),
    }
    counted = strata.with_columns(factor=factor())
    return counted.group_by(*by).agg(**sums) if by else counted.select(**sums)


def draw_intervals(cells: pl.LazyFrame, groups: Sequence[str] = ()) -> pl.LazyFrame:
    """Intervals of shares of the frame that articles were drawn from, 95 %: only chance in drawing is in them.

    The variance is that of the linearised share, between the drawn units within strata, with the finite population
    correction, and at least that of as many articles drawn without strata: ten of a hundred that all answer alike do not vary,
    and yet leave much open. Wilson's interval is that of as many independent articles as would have it, with Student's t.

    Args:
        cells: one row per (group, answer): ``weight`` of ``n``, ``draw_squares``, ``draw_products``, and of the group
            ``draw_sizes``, ``draw_freedom``, ``draw_alone`` and ``draw_least`` (the design effect of a draw without strata).
        groups: the columns that make the groups.

    Returns:
        The same rows with ``draw_low`` and ``draw_high`` (0 to 1), null where a stratum gave a single unit of several.

    Source:
        Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, results 5.6.1 and 5.8.1 (ratios and domains);
        Lohr (2022), Sampling: Design and Analysis, 3rd ed., sections 3.3, 4.3 and 9.1; Korn and Graubard (1998), Survey Methodology
        24:193, and Franco, Little, Louis and Slud (2019), Journal of Survey Statistics and Methodology 7:334, for the interval.

    >>> one = {"weight": [10.0], "n": [20.0], "draw_squares": [2.63], "draw_products": [0.0], "draw_sizes": [0.0]}
    >>> table = pl.LazyFrame({**one, "draw_freedom": [19], "draw_alone": [False], "draw_least": [0.5]})
    >>> draw_intervals(table).select(pl.col("draw_low", "draw_high").round(2)).collect().row(0)
    (0.34, 0.66)
    """
    simple, robust = pl.col("simple"), pl.col("robust")

    def together(part: pl.Expr) -> pl.Expr:
        return part.sum().over(groups) if groups else part.sum()

    own = pl.when(simple > LEAST).then(robust / simple)
    mean = pl.when(together(simple) > LEAST).then(together(robust) / together(simple)).otherwise(1.0)
    return _ended(
        _with_variances(cells).with_columns(
            effect=pl.max_horizontal(own, mean, pl.col("draw_least"), pl.lit(LEAST)),
            quantile=student_t(pl.col("draw_freedom").clip(1) + 1),
        )
    )


def _with_variances(cells: pl.LazyFrame) -> pl.LazyFrame:
    """The cells with the variance of their share under the design, and that of independent articles.

    Step by step, as all that follows: one expression of all would work out each part of it again wherever it stands.
    """
    n, share = pl.col("n"), pl.col("share")
    squares, products = pl.col("draw_squares"), pl.col("draw_products")
    variance = (squares - 2 * share * products + share**2 * pl.col("draw_sizes")).clip(0)
    variances = {"simple": share * (1 - share) / n, "robust": variance / n**2}
    return cells.with_columns(share=pl.col("weight") / n).with_columns(**variances)


def _ended(cells: pl.LazyFrame) -> pl.LazyFrame:
    """The cells with the ends of their interval, and no longer what these were worked out of."""
    usable = ~pl.col("draw_alone") & (pl.col("draw_freedom") > 0)
    low, high = wilson(pl.col("weight") / pl.col("effect"), pl.col("n") / pl.col("effect"), pl.col("quantile"))
    return cells.with_columns(
        draw_low=pl.when(usable).then(low).round(9), draw_high=pl.when(usable).then(high).round(9)
    ).drop("share", "robust", "simple", "effect", "quantile")
