"""The errors of coders that double coding shows: articles coded twice, and how one coder takes one frame for another."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.agreement.study import clusters_of, unless_coded_twice
from framing.analysis.table import Tables
from framing.compare.chance.design import Floats
from framing.refusal import Refusal

ENOUGH = 30
"""The fewest articles coded twice that a confusion of frames is estimated from; fewer have too few errors to count by pairs."""
ROUNDS, CLOSE = 300, 1e-5
"""The most rounds of EM, and the change of a probability between rounds at which it ends."""
TINY = 1e-12

Places: TypeAlias = NDArray[np.intp]


class CodedTwice(NamedTuple):
    """The primary frames that coders of the main phase gave independently to articles coded twice or more.

    Attributes:
        frames: the frames, in order.
        articles: their ids.
        clusters: what is resampled as one: the bundle, or the article.
        outlets: their outlets: groups that may differ in their frames.
        counts: (articles x frames) how many coders gave each frame.
        settled: (articles) place of the frame that an adjudicated record gives; -1 without one.
    """

    frames: tuple[str, ...]
    articles: tuple[str, ...]
    clusters: tuple[str, ...]
    outlets: tuple[str, ...]
    counts: Floats
    settled: Places

    @property
    def is_settled(self) -> bool:
        """Whether enough of the articles were adjudicated to count errors against what was settled."""
        return int((self.settled >= 0).sum()) >= ENOUGH

    @property
    def shows_directions(self) -> bool:
        """Whether the articles show which of two frames is taken for the other.

        Two coders who differ do not show who is right. An adjudicated record does, a third coder does, and so do two
        groups of articles whose frames differ while the errors are the same.
        """
        thrice = int((self.counts.sum(axis=1) >= 3).sum())
        groups = sum(self.outlets.count(name) >= ENOUGH for name in set(self.outlets))
        return self.is_settled or thrice >= ENOUGH or groups >= 2


def insufficient(found: CodedTwice) -> Refusal | None:
    """Why some articles coded twice do not show which frames coders confuse, or None when they do."""
    if len(found.articles) < ENOUGH:
        return Refusal(
            "few_coded_twice",
            f"Only {len(found.articles)} articles were coded twice: too few to tell which frames coders confuse.",
            f"At least {ENOUGH} articles with two independent codings; {ENOUGH} of each side where errors may differ.",
            {"articles": len(found.articles), "enough": ENOUGH},
        )
    if not found.shows_directions:
        return Refusal(
            "no_directions",
            "Where two coders differ, nothing shows which of them is right, so which frame is taken for which is unknown.",
            f"{ENOUGH} adjudicated articles, or {ENOUGH} that three coders coded, or {ENOUGH} coded twice from each of two outlets.",
            {"enough": ENOUGH},
        )
    return None


def coded_twice(tables: Tables, frames: Sequence[str]) -> CodedTwice | Refusal:
    """The articles with two or more independent codings, by how their primary frames pair.

    Args:
        tables: the study's tables.
        frames: every frame, in order.

    Returns:
        The articles, in alphabetical order; or the refusal ``single_coder``.

    >>> from framing.compare.selection import frame_words
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> found = coded_twice(tables, frame_words(tables))
    >>> len(found.articles), found.counts.sum(axis=1).max().item()
    (31, 2.0)
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    words = pl.Enum(list(frames))
    coded = tables.codings.select("article", "phase", given=pl.col("primary").cast(words).to_physical())
    main = coded.filter((pl.col("phase") == "main") & (pl.len().over("article", "phase") > 1))
    names = main["article"].unique().sort()
    at = main["article"].cast(pl.Enum(names)).to_physical().to_numpy()
    counts = np.zeros((len(names), len(frames)))
    np.add.at(counts, (at, main["given"].to_numpy()), 1.0)
    final = coded.filter(pl.col("phase") == "adjudicated").unique("article", keep="first", maintain_order=True)
    known = names.to_frame("article").join(final, on="article", how="left", maintain_order="left")
    outlet = names.to_frame("article").join(tables.articles, on="article", how="left", maintain_order="left")["outlet"]
    bundle = clusters_of(tables)
    return CodedTwice(
        tuple(frames),
        tuple(names),
        tuple(bundle.get(name, name) for name in names),
        tuple(outlet.cast(pl.String)),
        counts,
        known["given"].cast(pl.Int64).fill_null(-1).to_numpy().astype(np.intp),
    )


def one_coder(found: CodedTwice) -> Floats:
    """The confusion of one coder.

    Where enough articles were adjudicated, what coders said is counted by what was settled. Elsewhere the true frame is
    not known: coders are taken to be equally good and to err independently of one another, outlets to differ in their
    frames but not in the errors made on them, and the confusion is the one that makes the codings likeliest.

    Args:
        found: articles coded twice.

    Returns:
        (true x coded) probabilities; a frame that nobody gave is taken to be never mistaken.

    Source:
        Tenenbein (1972), Technometrics 14:187, for a sample that is coded with and without error. Dawid and Skene (1979),
        Applied Statistics 28:20, for coders who err independently given the truth, by EM; Hui and Walter (1980),
        Biometrics 36:167, for two coders and groups that differ.

    >>> counts = np.repeat([[3.0, 0.0], [0.0, 3.0]], 20, axis=0)
    >>> names = tuple(map(str, range(40)))
    >>> one_coder(CodedTwice(("war", "trade"), names, names, ("x",) * 40, counts, np.full(40, -1))).round(6).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    matrix: Floats = _estimated(found, np.ones((1, len(found.articles))), _balanced(found)[None])[0]
    return matrix


def _estimated(found: CodedTwice, weights: Floats, start: Floats) -> Floats:
    """(draws x true x coded) confusions of weighed articles; by EM, from a start, where too few are settled."""
    size = len(found.frames)
    if found.is_settled:
        given = found.counts / found.counts.sum(axis=1, keepdims=True)
        cells = (np.eye(size)[found.settled] * (found.settled >= 0)[:, None])[:, :, None] * given[:, None, :]
        return _rows((weights @ cells.reshape(len(cells), -1)).reshape(-1, size, size))
    groups, group = np.unique(found.outlets, return_inverse=True)
    patterns, pattern = np.unique(np.column_stack([group, found.counts]), axis=0, return_inverse=True)
    times = weights @ np.eye(len(patterns))[pattern.ravel()]
    place, counts = patterns[:, 0].astype(int), patterns[:, 1:]
    said, which = np.unique(counts, axis=0, return_inverse=True)
    of_group = np.eye(len(groups))[place]
    shares = np.swapaxes(of_group * times[..., None], -1, -2) @ (counts + 1 / size)
    matrix, moving = start.copy(), np.arange(len(weights))
    for _ in range(ROUNDS):
        before = matrix[moving]
        prior = shares[moving] / shares[moving].sum(axis=-1, keepdims=True).clip(min=TINY)
        likely = said @ np.swapaxes(np.log(np.maximum(before, TINY)), -1, -2)  # the same codings, whichever the group
        likely = np.exp(likely - likely.max(axis=-1, keepdims=True))
        true = likely[:, which.ravel()] * np.maximum(prior, TINY)[:, place]
        true *= (times[moving] / true.sum(axis=-1))[..., None]
        shares[moving] = of_group.T @ true
        matrix[moving] = _rows(np.swapaxes(true, -1, -2) @ counts)
        moving = moving[np.abs(matrix[moving] - before).max(axis=(1, 2)) > CLOSE]
        if not len(moving):
            break
    return matrix


def _balanced(found: CodedTwice) -> Floats:
    """The confusion of coders who take two frames for one another equally often: its square gives the pairs of codings."""
    number = found.counts.sum(axis=1)
    weighed = found.counts / (number * (number - 1))[:, None]
    joint = weighed.T @ found.counts - np.diag(weighed.sum(axis=0))
    root = np.sqrt(np.maximum(joint.sum(axis=1), TINY))
    values, vectors = np.linalg.eigh(joint / np.outer(root, root))
    square_root = (vectors * np.sqrt(values.clip(min=0.0))) @ vectors.T
    return _rows((square_root * root[None, :] / root[:, None]).clip(min=0.0) * (joint.sum(axis=1) > 0)[:, None])


def _rows(matrix: Floats) -> Floats:
    """Rows that sum to 1; a row without anything becomes that of a frame that is never mistaken."""
    total = matrix.sum(axis=-1, keepdims=True)
    rows: Floats = np.where(total > TINY, matrix / np.maximum(total, TINY), np.eye(matrix.shape[-1]))
    return rows


def resampled(found: CodedTwice, start: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """The confusion of one coder in resamples of the articles, those that share one description together.

    Args:
        found: articles coded twice.
        start: the confusion that all of them show.
        draws: how many resamples.
        rng: where chance comes from.

    Returns:
        (draws x true x coded) probabilities.

    Source:
        Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch. 8.

    >>> counts = np.array([[2.0, 0.0], [0.0, 2.0]] * 2)
    >>> twice = CodedTwice(("war", "trade"), tuple("wxyz"), tuple("wxyz"), tuple("wxyz"), counts, np.full(4, -1))
    >>> resampled(twice, np.eye(2), 2, np.random.default_rng(0)).round(6).tolist()
    [[[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]]]
    """
    _, cluster = np.unique(np.array(found.clusters), return_inverse=True)
    number = int(cluster.max()) + 1
    times = rng.multinomial(number, np.full(number, 1 / number), draws).astype(float)
    return _estimated(found, times[:, cluster], np.broadcast_to(start, (draws, *start.shape)))
