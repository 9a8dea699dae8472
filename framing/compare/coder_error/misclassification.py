"""How coder error, at the rate double coding shows, affects differences of shares, and what it could make alone."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.analysis.draws import MISCLASSIFICATION
from framing.analysis.floors import SHARE
from framing.compare.chance.design import Design, Floats
from framing.compare.coder_error.confusion import SideConfusions, Speaking, of_reading
from framing.compare.shares import differences, even_shares
from framing.refusal import Refusal

WORST = 100.0
"""Condition number from which a confusion is not inverted: an error of one point would become the whole share."""
LOST = 0.025
"""Share of resamples without a result from which no interval is given."""
SINGULAR = Refusal(
    "singular_confusion",
    "Coders confuse some frames so often that what is seen cannot be traced back to what was there.",
    "Frames that coders tell apart: merge those they confuse, or sharpen their definitions.",
    {},
)
_Coders: TypeAlias = tuple[Mapping[int, float], Mapping[int, float]]


class CoderErrors(NamedTuple):
    """What is left of differences when the errors of coding are taken out, and what they could make alone.

    Attributes:
        basis: which articles show the confusion, and what is assumed, in sentences.
        rate_a: share of the first side's articles that the reading gives another primary frame than the true one.
        rate_b: the same of the second side.
        shares: one row per answer: ``answer``, ``difference`` (observed, within events, -1 to 1); ``corrected_a`` and
            ``corrected_b`` (0 to 1), ``corrected`` (their difference) with ``low`` and ``high`` (95 %); ``one_side``,
            ``opposite`` and ``times`` as in ``tipping_points``; ``outlasts``: yes, not in the worst case, no, or not known
            where ``refused`` says why nothing is corrected.
        speaking: as in ``SideConfusions``.
    """

    basis: str
    rate_a: float
    rate_b: float
    shares: pl.DataFrame
    speaking: Speaking


def coder_errors(
    confusions: SideConfusions, articles: pl.DataFrame, found: Design, names: tuple[str, str], seed: int = 0
) -> CoderErrors | Refusal:
    """How coder error affects the differences of primary frames between two sides.

    Args:
        confusions: of one coder on each side, as from ``side_confusions``.
        articles: one row per (article, side), with ``stratum``, ``settled`` and ``coders``, as in a selection.
        found: the design of their primary frames; strata with both sides.
        names: of the sides, as in ``side``.
        seed: of the resampling.

    Returns:
        The corrected differences; or the refusal ``singular_confusion``.

    Source:
        See ``corrected_differences`` and ``tipping_points``.

    >>> found = Design(("war", "trade"), ("e",), np.eye(2), np.array([[60, 40]]), np.array([[40, 60]]))
    >>> coder = np.array([[0.9, 0.1], [0.1, 0.9]])
    >>> shown = SideConfusions(found.answers, coder, coder, coder[None], coder[None], np.array([30.0, 30.0]), "")
    >>> articles = pl.DataFrame({"side": ["x", "y"], "stratum": "e", "settled": "majority", "coders": "ann"})
    >>> coder_errors(shown, articles, found, ("x", "y")).shares.select("answer", "outlasts").row(0)
    ('war', 'yes')
    """
    compared = articles.filter(pl.col("stratum").is_in(list(found.strata)))
    first, second = (coders_behind(compared.filter(pl.col("side") == name)) for name in names)
    corrected = corrected_differences(found, confusions, (first, second), seed)
    if isinstance(corrected, Refusal):
        return corrected
    tips = tipping_points(found, (confusions.a + confusions.b) / 2).pivot(
        "case", index="answer", values=["made", "times", "could_alone"]
    )
    made = {"one_side": "made_one_side", "opposite": "made_opposite", "times": "times_opposite"}
    shares = corrected.shares.join(tips, on="answer", maintain_order="left")
    return corrected._replace(shares=shares.select(*corrected.shares.columns, **made, outlasts=_outlasts()))


def _outlasts() -> pl.Expr:
    """Whether a difference outlasts coder error: corrected, in one side alone, and in the worst case."""
    uncertain = (pl.col("low") <= 0) & (pl.col("high") >= 0)
    return (
        pl.when(pl.col("low").is_null())
        .then(pl.lit("not known"))
        .when(uncertain | pl.col("could_alone_one_side"))
        .then(pl.lit("no"))
        .when("could_alone_opposite")
        .then(pl.lit("not in the worst case"))
        .otherwise(pl.lit("yes"))
    )


def overturned(found: CoderErrors | Refusal) -> list[str]:
    """The answers whose difference coder error may have made: it does not outlast it, as far as that is known.

    Args:
        found: as from ``coder_errors``.

    Returns:
        Answers, in order.

    >>> overturned(Refusal("single_coder", "One coder.", "Two."))
    []
    """
    return [] if isinstance(found, Refusal) else found.shares.filter(pl.col("outlasts") == "no")["answer"].to_list()


def coders_behind(articles: pl.DataFrame) -> dict[int, float]:
    """From how many codings the primary frames of some articles were read.

    Args:
        articles: one row per article of a reading, with ``settled`` and ``coders``.

    Returns:
        Share of the articles (0 to 1) by number of coders; 0 stands for an adjudicated record, which is taken to be right.

    >>> coders_behind(pl.DataFrame({"settled": ["adjudicated", "majority"], "coders": ["judge", "a b c"]}))
    {0: 0.5, 3: 0.5}
    """
    number = pl.when(pl.col("settled") == "adjudicated").then(0).otherwise(pl.col("coders").str.split(" ").list.len())
    counted = articles.group_by(coders=number.cast(pl.Int64)).len().sort("coders")
    return {coders: many / articles.height for coders, many in counted.iter_rows()}


def corrected_differences(
    found: Design, confusions: SideConfusions, coders: _Coders, seed: int = 0
) -> CoderErrors | Refusal:
    """Shares on both sides, and their differences, as they would be without coder error.

    Even errors that are alike on both sides can make a difference of three or more answers where in truth there is none.

    Args:
        found: strata with both sides; one answer per article, the answers being the frames of the confusions.
        confusions: of one coder on each side, with their resamples.
        coders: of each side, from how many codings its articles were read, as from ``coders_behind``.
        seed: of the resampling.

    Returns:
        ``CoderErrors`` with the corrected columns; or the refusal ``singular_confusion``. Shares that the inversion puts
        below 0 are set to 0. The interval is the middle 95 % when articles coded twice are drawn again, and the shares of
        each side from the Dirichlet distribution of its articles with one more spread evenly over all answers. An answer
        that fewer than 5 articles coded twice received is refused.

    Source:
        The matrix method: Kuha and Skinner (1997), in Lyberg et al. (eds.), Survey Measurement and Process Quality, p. 633;
        for two answers it is the estimator of Rogan and Gladen (1978), American Journal of Epidemiology 107:71. Perks
        (1947), Journal of the Institute of Actuaries 73:285, for the one article.

    >>> found = Design(("war", "trade"), ("e",), np.eye(2), np.array([[60, 40]]), np.array([[40, 60]]))
    >>> coder = np.array([[0.9, 0.1], [0.1, 0.9]])
    >>> shown = SideConfusions(found.answers, coder, coder, coder[None], coder[None], np.array([30.0, 30.0]), "")
    >>> corrected_differences(found, shown, ({1: 1.0}, {1: 1.0})).shares["corrected"].round(3).to_list()
    [0.25, -0.25]
    """
    matrices = [_read(matrix, mix) for matrix, mix in zip((confusions.a, confusions.b), coders, strict=True)]
    if not all(map(invertible, matrices)):
        return SINGULAR
    exact = [_inverted(shares, matrix) for (shares, _), matrix in zip(even_shares(found), matrices, strict=True)]
    low, high = _ends(_again(found, confusions, coders, seed))
    rate_a, rate_b = (float(1 - shares @ np.diag(matrix)) for shares, matrix in zip(exact, matrices, strict=True))
    corrected = {"corrected_a": exact[0], "corrected_b": exact[1], "corrected": exact[0] - exact[1]}
    observed = {"answer": found.answers, "difference": differences(found)}
    shares = pl.DataFrame({**observed, **corrected, "low": low, "high": high})
    return CoderErrors(confusions.basis, rate_a, rate_b, _where_known(shares, confusions.given), confusions.speaking)


def _where_known(shares: pl.DataFrame, given: Floats) -> pl.DataFrame:
    """Corrected figures of the answers that enough articles coded twice received, and ``refused`` of the others."""
    why = f"Fewer than {SHARE} articles coded twice received it: how often it is mistaken is unknown."
    refused = pl.when(pl.Series(given < SHARE)).then(pl.lit(why))
    figures = pl.col("corrected_a", "corrected_b", "corrected", "low", "high").round(12).fill_nan(None)
    return shares.with_columns(refused=refused).with_columns(pl.when(pl.col("refused").is_null()).then(figures))


def _again(found: Design, confusions: SideConfusions, coders: _Coders, seed: int) -> Floats:
    """(draws x answers) corrected differences when articles coded twice and the articles of both sides are drawn again."""
    rng = np.random.default_rng(seed)
    at = rng.integers(len(confusions.drawn_a), size=MISCLASSIFICATION)
    matrices = [_read(drawn, mix) for drawn, mix in zip((confusions.drawn_a, confusions.drawn_b), coders, strict=True)]
    spread = 1 / len(found.answers)
    one, other = (
        _where_possible(rng.dirichlet(shares * size + spread, MISCLASSIFICATION), matrix[at], invertible(matrix)[at])
        for (shares, size), matrix in zip(even_shares(found), matrices, strict=True)
    )
    difference: Floats = one - other
    return difference


def _read(matrix: Floats, coders: Mapping[int, float]) -> Floats:
    """The confusion of readings from several numbers of coders; what was adjudicated is taken to be right."""
    size = matrix.shape[-1]
    parts = [share * (of_reading(matrix, number) if number else np.eye(size)) for number, share in coders.items()]
    mixed: Floats = sum(parts, np.zeros_like(matrix))
    return mixed


def invertible(matrix: Floats) -> NDArray[np.bool_]:
    """Whether confusions can be inverted: their condition number is at most ``WORST``.

    That by the Frobenius norm is never smaller, and found several times sooner: only where it is larger the other decides.

    >>> invertible(np.array([[[0.9, 0.1], [0.1, 0.9]], [[0.5, 0.5], [0.5, 0.5]]])).tolist()
    [True, False]
    """
    possible = np.asarray(np.linalg.cond(matrix, "fro") <= WORST)
    if not possible.all():
        possible[~possible] = np.linalg.cond(matrix[~possible]) <= WORST
    return possible


def _inverted(shares: Floats, matrix: Floats) -> Floats:
    """True shares from read ones."""
    solved = np.linalg.solve(np.swapaxes(matrix, -1, -2), shares[..., None])[..., 0].clip(min=0.0)
    inverted: Floats = solved / solved.sum(axis=-1, keepdims=True)
    return inverted


def _where_possible(shares: Floats, matrix: Floats, possible: NDArray[np.bool_]) -> Floats:
    """The same of several, with nothing where a confusion cannot be inverted."""
    safe = np.where(possible[:, None, None], matrix, np.eye(matrix.shape[-1]))
    inverted: Floats = np.where(possible[:, None], _inverted(shares, safe), np.nan)
    return inverted


def _ends(differences: Floats) -> Floats:
    """The middle 95 % of resampled differences; none where too many resamples give no difference."""
    if np.isnan(differences).any(axis=1).mean() > LOST:
        return np.full((2, differences.shape[1]), np.nan)
    ends: Floats = np.nanquantile(differences, [0.025, 0.975], axis=0)
    return ends


def tipping_points(found: Design, confusion: Floats) -> pl.DataFrame:
    """Whether coder error alone could make the differences of two sides that in truth do not differ.

    Errors that are alike on both sides are for ``corrected_differences``. Here, in ``one_side`` one side alone is coded with
    error, as double coding shows it. In ``opposite``, the worst case, every error about a frame on one side calls it that
    frame, and every error on the other side calls it another.

    Args:
        found: strata with both sides; one answer per article, the answers being the frames of the confusion.
        confusion: (true x coded) probabilities of one coder; rows sum to 1.

    Returns:
        One row per (answer, case): ``case``, ``difference`` (observed, within events, -1 to 1), ``made`` (the difference
        that the errors make alone, 0 to 1), ``times`` (how many times as frequent errors would have to be; null where
        errors make none) and ``could_alone``.

    Source:
        The tipping point of sensitivity analysis: Rosenbaum (2002), Observational Studies, ch. 4, applied to
        misclassification.

    >>> found = Design(("war", "trade"), ("e",), np.eye(2), np.array([[70, 30]]), np.array([[30, 70]]))
    >>> tipping_points(found, np.array([[0.9, 0.1], [0.1, 0.9]])).filter(answer="war").select("case", "made", "times").rows()
    [('one_side', 0.0, None), ('opposite', 0.1, 4.0)]
    """
    pooled = found.totals_a + found.totals_b
    flows = (pooled / pooled.sum())[:, None] * confusion
    wrong = flows - np.diag(np.diag(flows))
    called, missed = wrong.sum(axis=0), wrong.sum(axis=1)
    made = {"one_side": np.abs(called - missed), "opposite": called + missed}
    difference = differences(found)
    rows = [
        (answer, case, float(difference[place]), round(float(values[place]), 12))
        for place, answer in enumerate(found.answers)
        for case, values in made.items()
    ]
    table = pl.DataFrame(rows, schema=["answer", "case", "difference", "made"], orient="row")
    away, done = pl.col("difference").abs(), pl.col("made")
    return table.with_columns(
        times=pl.when(done > 0).then((away / done).round(9)), could_alone=(done >= away) & (done > 0)
    )
