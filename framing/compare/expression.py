"""What share of two sides' articles takes a position at all, and how far that may affect the positions."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from framing.analysis.draws import PERMUTATION
from framing.analysis.table import UNSEEN
from framing.compare.chance.design import Design, Floats, designs, matched
from framing.compare.chance.permutation import below_floor
from framing.compare.frames import answer_tests, only
from framing.compare.ordinal import given_answers, superiority_parts
from framing.compare.selection import Selection
from framing.compare.shares import even_shares, event_differences

EXPRESSED, SILENT = "expressed", "not_expressed"
COLUMNS = [
    "n_a", "n_b", "share_a", "share_b", "difference", "low", "high", "p",
    "unseen_a", "unseen_b", "worst_low", "worst_high", "superiority_low", "superiority_high",
]  # fmt: skip


def expression_differences(
    chosen: Selection, scales: Mapping[str, Sequence[int]], seed: int = 0, draws: int = PERMUTATION
) -> pl.DataFrame:
    """Whether two sides differ in how often they take a position, where the codebook asks, and what that may do to positions.

    Args:
        chosen: two sides' articles and their values, with ``score`` and ``missing``.
        scales: the scores of each variable, rising.
        seed: of the permutations.
        draws: tables to draw where they cannot be enumerated.

    Returns:
        One row per variable: ``n_a``, ``n_b`` (units of which one can see it, on events where both sides have some);
        ``share_a``, ``share_b`` (0 to 1, as if both sides had written equally about each event), ``difference`` with ``low``
        and ``high`` (95 %; null on fewer than 3 events) and ``p`` (permutation within events, two-sided; null where no
        shuffling moves it);
        ``unseen_a``, ``unseen_b`` (units of which one cannot see it); ``worst_low``, ``worst_high``: the difference if those
        all had none on one side and one on the other; ``superiority_low``, ``superiority_high``: the probability of
        superiority if every article without a position stood at the worst place; ``refused``, why there is none of this.

    Source:
        Manski (1989), Journal of Human Resources 24:343, and Manski (1990), American Economic Review 80(2):319.

    >>> articles = pl.DataFrame({"article": list("abcdefgh"), "side": ["x"] * 4 + ["y"] * 4, "stratum": "e", "unit": list("abcdefgh")})
    >>> values = articles.select("article", "side", variable=pl.lit("stance"), score=pl.Series([1] * 5 + [None] * 3),
    ...                          missing=pl.Series([None] * 5 + ["not_expressed"] * 3))
    >>> found = expression_differences(Selection(articles, articles, values, ("x", "y")), {"stance": [-1, 1]})
    >>> found.select("difference", pl.col("p").round(3), "superiority_low", "superiority_high").row(0)
    (0.75, 0.143, 0.5, 0.875)
    """
    given = pl.coalesce(pl.col("score").cast(pl.String), pl.col("missing").cast(pl.String))
    words = {variable: [*(str(score) for score in scale), SILENT, UNSEEN] for variable, scale in scales.items()}
    rows: list[dict[str, object]] = []
    for variable, (asked, seen) in _designs(chosen, given_answers(chosen.values, given), words).items():
        refusal = below_floor(seen)
        figures = {"refused": refusal.reason} if refusal else {**_tested(seen, seed, draws), **_bounds(asked)}
        rows.append({"variable": variable, **figures})
    types = {"variable": pl.String, **dict.fromkeys(COLUMNS, pl.Float64), "refused": pl.String}
    return pl.DataFrame(rows, schema=types).fill_nan(None)


def worst_difference(share_a: float, unseen_a: float, share_b: float, unseen_b: float) -> tuple[float, float]:
    """The least and the largest difference of two shares when some articles are not seen.

    Args:
        share_a: of all articles of the first side, those that are seen to have it, 0 to 1.
        unseen_a: those of which one cannot see whether they have it.
        share_b: the same of the second side.
        unseen_b: the same of the second side.

    Returns:
        Both ends, -1 to 1; their distance is the share not seen on the first side plus that on the second.

    Source:
        Manski (1989), Journal of Human Resources 24:343, for each side.

    >>> [round(end, 2) for end in worst_difference(0.6, 0.1, 0.3, 0.2)]
    [0.1, 0.4]
    """
    return share_a - (share_b + unseen_b), share_a + unseen_a - share_b


def worst_superiority(found: Design, positions: int) -> tuple[float, float]:
    """The least and the largest probability of superiority when some articles have no position.

    Args:
        found: strata with both sides; the first answers are scores, rising, the others say why there is none.
        positions: how many of the answers are scores.

    Returns:
        Both ends, 0 to 1: every article without a position takes the lowest score on one side and the highest on the
        other, then the other way round.

    Source:
        Manski (1990), American Economic Review 80(2):319; the probability as in ``superiority_parts``.

    >>> found = Design(("-1", "1", "unknown"), ("e",), np.eye(3), np.array([[0, 2, 2]]), np.array([[4, 0, 0]]))
    >>> worst_superiority(found, 2)
    (0.75, 1.0)
    """
    lowest, highest = (_filled(found, positions, place) for place in (0, positions - 1))
    return _superiority(found, lowest, highest), _superiority(found, highest, lowest)


def _filled(found: Design, positions: int, place: int) -> Floats:
    kinds = found.kinds[:, :positions].copy()
    kinds[:, place] += found.kinds[:, positions:].sum(axis=1)
    return kinds


def _superiority(found: Design, kinds_a: Floats, kinds_b: Floats) -> float:
    nobody = np.zeros_like(found.a)
    answers = found.answers[: kinds_a.shape[1]]
    both = Design(answers, found.strata, np.vstack([kinds_a, kinds_b]), np.hstack([found.a, nobody]), np.hstack([nobody, found.b]))  # fmt: skip
    parts, constant = superiority_parts(both)
    return min(1.0, max(0.0, float(constant + (both.a * parts).sum())))


def _designs(
    chosen: Selection, answers: pl.DataFrame, words: Mapping[str, Sequence[str]]
) -> dict[str, tuple[Design, Design]]:
    """By variable, the answers of all articles asked, and whether one is expressed in those that can be seen."""
    answer = pl.col("answer")
    asked = answers.filter(answer.is_in({word for known in words.values() for word in known}))
    expressed = pl.when(answer == SILENT).then(answer).otherwise(pl.lit(EXPRESSED))
    seen = asked.filter(answer != UNSEEN).with_columns(answer=expressed)
    every = designs(chosen.articles, asked, words, chosen.sides)
    visible = designs(chosen.articles, seen, {variable: [EXPRESSED, SILENT] for variable in words}, chosen.sides)
    return {variable: (matched(every[variable]), matched(visible[variable])) for variable in words}


def _tested(seen: Design, seed: int, draws: int) -> dict[str, float | None]:
    difference, low, high = event_differences(seen)
    (share_a, _), (share_b, _) = even_shares(seen)
    p = answer_tests(only(seen, EXPRESSED), seed, draws)["p"].item()
    n_a, n_b = float(seen.n_a.sum()), float(seen.n_b.sum())
    figures = (share_a, share_b, difference, low, high)
    return dict(zip(COLUMNS, (n_a, n_b, *(float(values[0]) for values in figures), p), strict=False))


def _bounds(asked: Design) -> dict[str, float | None]:
    scored = len(asked.answers) - 2
    (share_a, _), (share_b, _) = even_shares(asked)
    worst = worst_difference(share_a[:scored].sum(), share_a[-1], share_b[:scored].sum(), share_b[-1])
    figures = (asked.totals_a[-1], asked.totals_b[-1], *worst, *worst_superiority(asked, scored))
    return dict(zip(COLUMNS[8:], map(float, figures), strict=True))
