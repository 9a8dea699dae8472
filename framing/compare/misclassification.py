"""How much coder error, at the rate that double coding shows, could do to a difference, or make one alone."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.agreement.study import unless_coded_twice
from framing.compare.design import Design, Floats
from framing.compare.shares import event_differences
from framing.refusal import Refusal
from framing.table import Tables

DRAWS = 2_000


class Confusion(NamedTuple):
    """How often one coder calls what is one frame another.

    Attributes:
        frames: the frames, in order.
        matrix: (true x coded) probabilities; rows sum to 1.
        rate: share of articles that a coder gives another frame than the true one.
        articles: articles coded twice or more that it was estimated from; 0 for a stated rate.
    """

    frames: tuple[str, ...]
    matrix: Floats
    rate: float
    articles: int


def shown_confusion(tables: Tables, frames: Sequence[str]) -> Confusion | Refusal:
    """The confusion of one coder that the disagreements of independent codings show.

    Nobody knows the true frame. Coders are taken to be equally good, to err independently of one another, and to confuse
    two frames as often in one direction as in the other; then the matrix of paired codings, as transition probabilities,
    is the square of the confusion of one coder. A reading that settles disagreements errs less often than that.

    Args:
        tables: the study's tables.
        frames: every frame, in order.

    Returns:
        The confusion of primary frames; or the refusal ``single_coder``.

    Source:
        Dawid and Skene (1979), Applied Statistics 28:20, for coders who err independently given the truth; the square
        root is the solution of their model for two alike coders with balanced confusion.

    >>> from framing.compare.selection import frame_words
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> found = shown_confusion(tables, frame_words(tables))
    >>> found.articles, bool(np.allclose(found.matrix.sum(axis=1), 1))
    (31, True)
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    main = tables.codings.filter(pl.col("phase") == "main").select(
        "article", "coder", pl.col("primary").cast(pl.Enum(list(frames)))
    )
    pairs = main.join(main, on="article", suffix="_other").filter(pl.col("coder") != pl.col("coder_other"))
    weighed = pairs.with_columns(weight=1 / pl.len().over("article"))
    joint = np.zeros((len(frames), len(frames)))
    np.add.at(
        joint,
        (weighed["primary"].to_physical().to_numpy(), weighed["primary_other"].to_physical().to_numpy()),
        weighed["weight"].to_numpy(),
    )
    shares = joint.sum(axis=1) / joint.sum()
    root = np.sqrt(np.maximum(joint.sum(axis=1), 1e-12))
    values, vectors = np.linalg.eigh(joint / np.outer(root, root))
    square_root = (vectors * np.sqrt(values.clip(min=0.0))) @ vectors.T
    matrix = (square_root * root[None, :] / root[:, None]).clip(min=0.0)
    matrix[shares == 0] = np.eye(len(frames))[shares == 0]
    matrix /= matrix.sum(axis=1, keepdims=True)
    return Confusion(tuple(frames), matrix, float(1 - shares @ np.diag(matrix)), weighed["article"].n_unique())


def stated_confusion(rate: float, frames: Sequence[str]) -> Confusion:
    """The confusion of a coder who errs at a stated rate, every other frame being equally likely.

    Args:
        rate: share of articles coded wrongly, 0 to 1.
        frames: every frame, in order.

    Returns:
        The confusion.

    Source:
        None: the simplest model of error.

    >>> stated_confusion(0.1, ["war", "trade", "law"]).matrix.round(2).tolist()[0]
    [0.9, 0.05, 0.05]
    """
    k = len(frames)
    return Confusion(tuple(frames), (1 - rate) * np.eye(k) + rate / (k - 1) * (1 - np.eye(k)), rate, 0)


def corrected_shares(found: Design, confusion: Confusion, seed: int = 0) -> pl.DataFrame:
    """Shares on both sides as they would be without coder error.

    Args:
        found: strata with both sides; one answer per article, the answers being the frames of the confusion.
        confusion: of one coder, the same on both sides.
        seed: of the draws for the bounds.

    Returns:
        One row per answer: ``corrected_a``, ``corrected_b`` (0 to 1), ``difference`` with ``low`` and ``high``: the middle
        95 % when shares are drawn again from multinomials of the same size, the confusion being held. Shares that the
        inversion puts below 0 are set to 0. Events are pooled.

    Source:
        Tenenbein (1972), Technometrics 14:187, and Buonaccorsi (2010), Measurement Error, section 2.3: the matrix method.

    >>> found = Design(("war", "trade"), ("e",), np.eye(2), np.array([[60, 40]]), np.array([[40, 60]]))
    >>> corrected_shares(found, stated_confusion(0.1, found.answers)).select("corrected_a", pl.col("difference").round(3)).row(0)
    (0.625, 0.25)
    """
    rng = np.random.default_rng(seed)
    observed, drawn = [], []
    for totals in (found.totals_a, found.totals_b):
        observed.append(_inverted(totals[None, :] / totals.sum(), confusion)[0])
        drawn.append(
            _inverted(
                rng.multinomial(round(totals.sum()), totals / totals.sum(), DRAWS) / round(totals.sum()), confusion
            )
        )
    low, high = np.quantile(drawn[0] - drawn[1], [0.025, 0.975], axis=0)
    return pl.DataFrame(
        {
            "answer": found.answers, "corrected_a": observed[0].round(12), "corrected_b": observed[1].round(12),
            "difference": observed[0] - observed[1], "low": low, "high": high,
        }
    )  # fmt: skip


def tipping_points(found: Design, confusion: Confusion) -> pl.DataFrame:
    """Whether coder error alone could make the differences of two sides that in truth do not differ.

    Errors that are alike on both sides cannot: they only make a difference smaller. So two other cases are asked for. In
    ``one_side`` one side alone is coded with error, as double coding shows it, the other without. In ``opposite``, the
    worst case, every error about a frame on one side calls it that frame, and every error on the other side calls it
    another.

    Args:
        found: strata with both sides; one answer per article, the answers being the frames of the confusion.
        confusion: of one coder.

    Returns:
        One row per (answer, case): ``case``, ``difference`` (observed, within events, -1 to 1), ``made`` (the difference
        that the errors make alone, 0 to 1), ``times`` (how many times as frequent errors would have to be; null where
        errors make none) and ``could_alone``.

    Source:
        The tipping point of sensitivity analysis: Rosenbaum (2002), Observational Studies, ch. 4, applied to
        misclassification.

    >>> found = Design(("war", "trade"), ("e",), np.eye(2), np.array([[70, 30]]), np.array([[30, 70]]))
    >>> tipping_points(found, stated_confusion(0.1, found.answers)).filter(answer="war").select("case", "made", "times").rows()
    [('one_side', 0.0, None), ('opposite', 0.1, 4.0)]
    """
    pooled = found.totals_a + found.totals_b
    truth = pooled / pooled.sum()
    flows = truth[:, None] * confusion.matrix
    wrong = flows - np.diag(np.diag(flows))
    made = {
        "one_side": np.abs(wrong.sum(axis=0) - wrong.sum(axis=1)),
        "opposite": wrong.sum(axis=0) + wrong.sum(axis=1),
    }
    difference = event_differences(found)[0]
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


def _inverted(shares: Floats, confusion: Confusion) -> Floats:
    solved = (shares @ np.linalg.pinv(confusion.matrix)).clip(min=0.0)
    inverted: Floats = solved / solved.sum(axis=1, keepdims=True)
    return inverted
