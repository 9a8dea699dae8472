"""Ordered judgements (stance, prospect, evaluations) of two sides within events: medians and probability of superiority.

The probability of superiority is what is tested. A difference of medians is only described: on a scale of a few steps it stays
where it is, or jumps by a whole step, and a test of it finds less the further the sides move apart between two steps.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import polars as pl

from framing.analysis.draws import PERMUTATION
from framing.analysis.floors import Z
from framing.analysis.intervals import design_effect, student_t
from framing.compare.chance.design import Design, Floats, designs, matched
from framing.compare.chance.permutation import below_floor, null
from framing.compare.selection import Selection
from framing.compare.shares import independent

COLUMNS = ["n_a", "n_b", "median_a", "median_b", "difference", "superiority", "low", "high", "p"]


def ordinal_differences(
    chosen: Selection, scales: Mapping[str, Sequence[int]], seed: int = 0, draws: int = PERMUTATION
) -> pl.DataFrame:
    """The positions of two sides on ordered scales, over the articles of matched events that express a position.

    Args:
        chosen: two sides' articles and their values, with ``score`` (null where no position is expressed).
        scales: the scores of each variable, rising.
        seed: of the permutations.
        draws: tables to draw where they cannot be enumerated.

    Returns:
        One row per variable: ``n_a``, ``n_b`` (units that express a position); ``median_a``, ``median_b`` and their
        ``difference``; ``superiority`` (0 to 1: the chance that an article of the first side stands higher than one of the
        second on the same event, ties half) with ``low`` and ``high`` (95 %; null where ``interval_by``, as in
        ``share_differences``, is) and its ``p`` (permutation within events, two-sided); ``refused``, why there is none of this.

    Source:
        Vargha and Delaney (2000), Journal of Educational and Behavioral Statistics 25:101; van Elteren (1960) for strata;
        Newcombe (2006), Statistics in Medicine 25:559, method 5.

    >>> articles = pl.DataFrame({"article": list("abcdefgh"), "side": ["x"] * 4 + ["y"] * 4, "stratum": "e", "unit": list("abcdefgh")})
    >>> values = articles.select("article", "side", variable=pl.lit("stance"), score=pl.Series([2, 1, 1, 2, 0, -1, 0, 1]))
    >>> chosen = Selection(articles, articles, values, ("x", "y"))
    >>> row = ordinal_differences(chosen, {"stance": [-2, -1, 0, 1, 2]}).row(0, named=True)
    >>> row["difference"], row["superiority"], round(row["p"], 3), round(row["low"], 2)
    (1.5, 0.9375, 0.086, 0.51)
    """
    answers = given_answers(chosen.values, pl.col("score").cast(pl.String))
    words = {variable: [str(score) for score in scale] for variable, scale in scales.items()}
    each = designs(chosen.articles, answers, words, chosen.sides)
    rows: list[dict[str, object]] = []
    for variable, scale in scales.items():
        found = matched(each[variable])
        refusal = below_floor(found)
        few = {"n_a": float(found.n_a.sum()), "n_b": float(found.n_b.sum())}
        figures = few | {"refused": refusal.reason} if refusal else _figures(found, np.array(scale, float), seed, draws)
        rows.append({"variable": variable, **figures})
    types = dict.fromkeys(COLUMNS, pl.Float64)
    return pl.DataFrame(rows, schema={"variable": pl.String, **types, "interval_by": pl.String, "refused": pl.String})


def given_answers(values: pl.DataFrame, answer: pl.Expr) -> pl.DataFrame:
    """The answers to variables, which go into designs.

    Args:
        values: values of articles, as in ``Selection``.
        answer: what counts as an answer; null where there is none.

    Returns:
        One row per answer: ``article``, ``side``, ``variable`` and ``answer``.

    >>> values = pl.DataFrame({"article": ["x", "y"], "side": "a", "variable": "stance", "score": [1, None]})
    >>> given_answers(values, pl.col("score").cast(pl.String)).rows()
    [('x', 'a', 'stance', '1')]
    """
    return values.select("article", "side", "variable", answer=answer).drop_nulls("answer")


def medians(totals: Floats, scale: Floats) -> Floats:
    """The median of scores that come with counts.

    Args:
        totals: (... x scores) how many have each score; parts of a unit count as such.
        scale: the scores, rising.

    Returns:
        (...) medians; where half of the units lie on either side of a gap, its middle.

    Source:
        The usual definition of the sample median.

    >>> medians(np.array([[1.0, 1.0, 2.0], [0.0, 3.0, 0.0]]), np.array([-1.0, 0.0, 1.0])).tolist()
    [0.5, 0.0]
    """
    reached = totals.cumsum(axis=-1) / totals.sum(axis=-1, keepdims=True)
    lower, upper = (reached >= 0.5 - 1e-9).argmax(axis=-1), (reached > 0.5 + 1e-9).argmax(axis=-1)
    middle: Floats = (scale[lower] + scale[upper]) / 2
    return middle


def superiority_parts(found: Design) -> tuple[Floats, float]:
    """What each unit of the first side adds to the probability of superiority within strata.

    Args:
        found: strata with both sides; answers are scores, rising.

    Returns:
        (strata x kinds) parts, and the constant to which those of the first side's units are added. Strata weigh
        n_a n_b / (n_a + n_b).

    Source:
        Mann and Whitney (1947), Annals of Mathematical Statistics 18:50: U from rank sums, here with the units' mean
        position among all units of their stratum.

    >>> parts, constant = superiority_parts(Design(("0", "1"), ("e",), np.eye(2), np.array([[0, 2]]), np.array([[3, 0]])))
    >>> round(float(constant + 2 * parts[0, 1]), 6)
    1.0
    """
    above = np.tril(np.ones((len(found.answers),) * 2), -1) + np.eye(len(found.answers)) / 2
    among = found.kinds @ above @ found.kinds.T
    n_a, n = found.n_a, found.n_a + found.n_b
    weight = (n_a * found.n_b / n).sum()
    parts: Floats = ((found.a + found.b) @ among.T) / (n * weight)[:, None]
    return parts, float(-(n_a**2 / (2 * n)).sum() / weight)


def superiority_interval(
    value: float, sizes: Sequence[tuple[int, int]], effect: float = 1.0, quantile: float = Z
) -> tuple[float, float]:
    """Interval of the probability of superiority, 95 %.

    Args:
        value: the probability, 0 to 1.
        sizes: units of the first and the second side in each stratum.
        effect: how many times larger the variance is than that of independent units.
        quantile: how many standard errors away the ends lie.

    Returns:
        The two probabilities under which the observed one lies just so many standard errors away. Over several strata the
        variances of the strata are added with the squares of their weights.

    Source:
        Newcombe (2006), Statistics in Medicine 25:559, method 5, on the variance of Hanley and McNeil (1982), Radiology
        143:29; the sum over strata is ours.

    >>> [round(end, 3) for end in superiority_interval(0.8931, [(58, 51)])]
    [0.812, 0.94]
    """
    variance = _pooled_variance(sizes)

    def excess(theta: float) -> float:
        return (value - theta) ** 2 - quantile**2 * effect * variance(theta)

    return _crossing(excess, 0.0, value), _crossing(excess, 1.0, value)


def _pooled_variance(sizes: Sequence[tuple[int, int]]) -> Callable[[float], float]:
    """The variance under each probability; what does not hang on it is worked out once."""
    whole = sum(n * m / (n + m) for n, m in sizes) ** 2
    parts = [((n * m / (n + m)) ** 2, (n + m) / 2 - 1, n * m) for n, m in sizes]

    def variance(theta: float) -> float:
        tied, spread = (1 - theta) / (2 - theta) + theta / (1 + theta), theta * (1 - theta)
        return sum(weight * (spread * (1 + pairs * tied) / of) for weight, pairs, of in parts) / whole

    return variance


def _crossing(excess: Callable[[float], float], outside: float, inside: float) -> float:
    """Where the excess becomes 0 between a value too far out and one within; the limit itself when it never does."""
    if excess(outside) <= 0:
        return outside
    for _ in range(60):
        middle = (outside + inside) / 2
        outside, inside = (middle, inside) if excess(middle) > 0 else (outside, middle)
    return inside


def _figures(found: Design, scale: Floats, seed: int, draws: int) -> dict[str, object]:
    parts, constant = superiority_parts(found)
    table = null(found, draws, seed, parts[:, :, None])
    median_a, median_b = (float(medians(side, scale)) for side in (found.totals_a, found.totals_b))
    value = constant + float(table.observed[0])
    low, high = _interval(found, value, parts)
    return {
        "n_a": float(found.n_a.sum()),
        "n_b": float(found.n_b.sum()),
        "median_a": median_a,
        "median_b": median_b,
        "difference": median_a - median_b,
        "superiority": value,
        "low": low,
        "high": high,
        "interval_by": independent(found),
        "p": table.tail(np.abs(table.sums[:, 0] + constant - 0.5), abs(value - 0.5)),
    }


def _interval(found: Design, value: float, parts: Floats) -> tuple[float | None, float | None]:
    """Interval of the probability of superiority, from how much it varies between the events."""
    by, events = independent(found), len(found.strata)
    sizes = list(zip(found.n_a.tolist(), found.n_b.tolist(), strict=True))
    if by is None:
        return None, None
    if by == "articles":
        return superiority_interval(value, sizes)
    n_a, n = found.n_a, found.n_a + found.n_b
    weight = n_a * found.n_b / n
    weight = weight / weight.sum()
    held = (found.a * parts).sum(axis=1) - n_a**2 / (2 * n) / (n_a * found.n_b / n).sum()
    robust = events / (events - 1) * float(((held - weight * value) ** 2).sum())
    effect, quantile = pl.select(
        design_effect(pl.lit(robust), pl.lit(_pooled_variance(sizes)(value)), pl.lit(float(n.sum() / 2 / events))),
        student_t(pl.lit(events)).alias("quantile"),
    ).row(0)
    return superiority_interval(value, sizes, effect, quantile)
