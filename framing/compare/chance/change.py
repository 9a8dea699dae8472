"""One side before a day and from it on: shares of frames and positions, with whole events exchanged between the two times."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.false_discovery import family
from framing.analysis.subjects import FRAME_TEST, Subject
from framing.compare.chance.design import Floats
from framing.compare.chance.two_times import SIDES, of_both_times, of_one_time, parted, too_few_articles, weights
from framing.compare.chance.whole_events import Changes, EventTest, changes, differences
from framing.compare.material import Material
from framing.compare.ordinal import medians
from framing.compare.sampling import statement, unequal, untested
from framing.compare.selection import frame_words
from framing.compare.sides import Side
from framing.refusal import Refusal


class FrameChange(NamedTuple):
    """The frames of one side from a day on (``a``) and before it (``b``), of the papers that wrote in both times.

    Attributes:
        test: all frames together, or why there is no p.
        shares: one row per frame: ``answer``; per time ``hits_*`` of ``n_*`` (a description counts once), ``share_*`` (0 to 1)
            and ``records_*``; ``difference`` inside papers (-1 to 1, later less earlier) with ``low`` and ``high`` (95 %) and
            ``p``, null where nothing is inferred.
        left_out: one row per paper that wrote in one time only, as from ``of_one_time``.
        sampling: the sentence beside every p.
    """

    test: EventTest | Refusal
    shares: pl.DataFrame
    left_out: pl.DataFrame
    sampling: str


class Change(NamedTuple):
    """One side before and after one cut.

    Attributes:
        cut: the event that is the cut.
        side: the side.
        frames: as from ``before_and_after``.
        positions: as from ``positions_before_and_after``.
    """

    cut: str
    side: Side
    frames: FrameChange | Refusal
    positions: pl.DataFrame | Refusal


def before_and_after(material: Material, side: Side, cut: date, choices: Choices = USUAL) -> FrameChange | Refusal:
    """The frames of one side from a day on against those before it, inside papers.

    Values are taken from the mean of their paper, so that a paper that was read more in one of the two times cannot pass for
    a change; papers that wrote in one time only are left out. Whole events are exchanged between the times. What else
    changed on that day is in the difference.

    Args:
        material: the study and one reading of it.
        side: country, group or outlet.
        cut: the first day of the second time.
        choices: window, voices and the rest.

    Returns:
        The change; or the refusal ``too_few_articles`` or ``unequal_probabilities``.

    Source:
        See ``framing.compare.chance.whole_events``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> japan, russia = sides("japan,russia", tables.outlets)
    >>> material = Material(tables, reading(tables), {}, Refusal("not_asked", "", ""))
    >>> before_and_after(material, russia, date(2014, 3, 18)).code
    'too_few_articles'
    """
    found = parted(material.tables, material.reading, side, cut, choices)
    both = of_both_times(found.articles)
    if refused := unequal(found.articles) or too_few_articles(found.articles, both):
        return refused
    words = frame_words(material.tables)
    primary = found.frames.filter(pl.col("role") == "primary").select("article", pl.col("answer").cast(pl.String))
    held = both.join(primary, on="article", maintain_order="left")
    values = (held["answer"].to_numpy()[:, None] == np.array(words)[None, :]).astype(float)
    changed = untested(both, choices.treat_as) or changes(held, values, choices.draws, choices.seed)
    shares = _shares(held, words).with_columns(difference=differences(held, values)).hstack(_inferred(changed, words))
    test = changed if isinstance(changed, Refusal) else changed.test
    return FrameChange(test, shares, of_one_time(found.articles), statement(both, choices.treat_as))


def positions_before_and_after(
    material: Material, side: Side, cut: date, choices: Choices = USUAL
) -> pl.DataFrame | Refusal:
    """The positions of one side on ordered scales from a day on (``a``) and before it (``b``), inside papers.

    Args:
        material: the study, one reading of it and its scales.
        side: country, group or outlet.
        cut: the first day of the second time.
        choices: window, voices and the rest.

    Returns:
        One row per variable, of the papers that take a position in both times: ``n_*`` (articles that take one, a
        description counting once), ``records_*``, ``median_*``; ``superiority`` (0 to 1: the chance that a later article of a
        paper stands higher than an earlier one, ties half) with ``low``, ``high`` (95 %) and ``p``, whole events being
        exchanged; ``refused``, why there is none of this, or (too few events) neither interval nor p. Or the refusal of articles that are not a sample.

    Source:
        Vargha and Delaney (2000), Journal of Educational and Behavioral Statistics 25:101; van Elteren (1960) for papers;
        see ``framing.compare.chance.whole_events``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> japan, russia = sides("japan,russia", tables.outlets)
    >>> material = Material(tables, reading(tables), {"stance": [-2, -1, 0, 1, 2]}, Refusal("not_asked", "", ""))
    >>> positions_before_and_after(material, japan, date(2014, 3, 18)).code
    'purposive_sample'
    """
    found = parted(material.tables, material.reading, side, cut, choices)
    if refusal := untested(found.articles, choices.treat_as):
        return refusal
    named = found.values.with_columns(pl.col("variable").cast(pl.String)).drop_nulls("score")
    rows = []
    for name, scale in material.scales.items():
        given = named.filter(pl.col("variable") == name).select("article", "score")
        rows.append({"variable": name} | _position(found.articles.join(given, on="article"), scale, choices))
    return pl.DataFrame(rows, schema=_POSITIONS)


def changes_at(
    material: Material, pair: Sequence[Side], cuts: Mapping[str, date], choices: Choices = USUAL
) -> list[Change]:
    """Several sides before and after several cuts.

    Args:
        material: the study, one reading of it and its scales.
        pair: the sides.
        cuts: the first day of each cut, by its event.
        choices: window, voices and the rest.

    Returns:
        One entry per cut and side.

    Source:
        See ``before_and_after`` and ``positions_before_and_after``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> material = Material(tables, reading(tables), {}, Refusal("not_asked", "", ""))
    >>> [found.frames.code for found in changes_at(material, sides("rg,nikkei", tables.outlets), {"crimea": date(2014, 3, 18)})]
    ['too_few_articles', 'too_few_articles']
    """
    return [
        Change(
            cut,
            side,
            before_and_after(material, side, first, choices),
            positions_before_and_after(material, side, first, choices),
        )
        for cut, first in cuts.items()
        for side in pair
    ]


def change_family(found: Sequence[Change]) -> pl.DataFrame:
    """Every p before and after, of all cuts and sides, as one family.

    Args:
        found: changes.

    Returns:
        One row per test: ``cut``, ``side`` (its name), ``test`` (as in a comparison), ``p``, ``m``, ``q_bh``, ``q_by``,
        ``discovery``.

    Source:
        Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001).

    >>> change_family([]).height
    0
    """
    schema = pl.Schema({"cut": pl.String(), "side": pl.String(), "test": pl.String(), "p": pl.Float64()})
    parts = [pl.DataFrame(schema=schema)]
    for one in found:
        where = (pl.lit(one.cut).alias("cut"), pl.lit(one.side.name).alias("side"))
        if isinstance(one.frames, FrameChange) and isinstance(one.frames.test, EventTest):
            together = pl.DataFrame({"test": [str(Subject("primary"))], "p": [one.frames.test.p]})
            each = one.frames.shares.select(test=FRAME_TEST, p="p")
            parts += [part.select(*where, "test", "p") for part in (together, each)]
        if isinstance(one.positions, pl.DataFrame):
            parts.append(
                one.positions.select(
                    *where, pl.format(str(Subject("superiority", "{}")), "variable").alias("test"), "p"
                )
            )
    return family(pl.concat(parts))


_FIGURES = ("median_a", "median_b", "superiority", "low", "high", "p")
_POSITIONS = pl.Schema(
    {
        "variable": pl.String(),
        **{
            f"{name}_{letter}": kind
            for letter in SIDES
            for name, kind in (("n", pl.Float64()), ("records", pl.List(pl.String)))
        },
        **dict.fromkeys(_FIGURES, pl.Float64()),
        "refused": pl.String(),
    }
)


def _shares(held: pl.DataFrame, words: Sequence[str]) -> pl.DataFrame:
    """Weighted hits and records of every frame in both times."""
    shares = pl.DataFrame({"answer": words}, schema={"answer": pl.String})
    for (letter, side), n in zip(SIDES.items(), weights(held), strict=True):
        hits = (
            held.filter(pl.col("side") == side)
            .group_by("answer")
            .agg(
                pl.col("weight").sum().round(9).alias(f"hits_{letter}"),
                pl.col("article").sort().alias(f"records_{letter}"),
            )
        )
        shares = shares.join(hits, on="answer", how="left", maintain_order="left").with_columns(
            pl.col(f"hits_{letter}").fill_null(0.0),
            pl.col(f"records_{letter}").fill_null([]),
            pl.lit(n).alias(f"n_{letter}"),
        )
    each = {f"share_{letter}": pl.col(f"hits_{letter}") / pl.col(f"n_{letter}") for letter in SIDES}
    return shares.with_columns(**each)


def _inferred(found: Changes | Refusal, words: Sequence[str]) -> pl.DataFrame:
    """Interval and p of every frame, null where there is none."""
    figures = (np.full(len(words), np.nan),) * 3 if isinstance(found, Refusal) else (found.low, found.high, found.p)
    columns = dict(zip(("low", "high", "p"), figures, strict=True))
    return pl.DataFrame(columns).fill_nan(None).with_columns(pl.col("low", "high").clip(-1, 1))


def _position(articles: pl.DataFrame, scale: Sequence[int], choices: Choices) -> dict[str, object]:
    """The row of one variable, of the articles that take a position on it."""
    held = of_both_times(articles)
    few = too_few_articles(articles, held)
    if few:
        later, earlier = weights(held)
        return {"n_a": later, "n_b": earlier, "refused": few.reason}
    row: dict[str, object] = {}
    for (letter, side), n in zip(SIDES.items(), weights(held), strict=True):
        mine = held.filter(pl.col("side") == side)
        totals = [float(mine.filter(pl.col("score") == score)["weight"].sum()) for score in scale]
        row[f"n_{letter}"], row[f"records_{letter}"] = n, mine["article"].to_list()
        row[f"median_{letter}"] = float(medians(np.array(totals), np.array(scale, dtype=float)))
    standing = _standing(held)
    row["superiority"] = 0.5 + float(differences(held, standing)[0])
    found = changes(held, standing, choices.draws, choices.seed)
    if isinstance(found, Refusal):
        return row | {"refused": found.reason}
    ends = {"low": 0.5 + float(found.low[0]), "high": 0.5 + float(found.high[0])}
    known = {name: min(1.0, max(0.0, end)) for name, end in ends.items() if not np.isnan(end)}
    return row | known | {"p": None if np.isnan(found.p[0]) else float(found.p[0])}


def _standing(held: pl.DataFrame) -> Floats:
    """The share of its paper's articles that each article stands above, ties half: its mean difference is superiority less half."""
    weight = pl.col("weight").sum()
    levels = held.group_by("outlet", "score").agg(weight=weight).sort("score")
    above = pl.col("weight").cum_sum() - pl.col("weight") / 2
    placed = levels.with_columns(standing=(above / weight).over("outlet"))
    joined = held.join(placed.select("outlet", "score", "standing"), on=["outlet", "score"], maintain_order="left")
    standing: Floats = joined["standing"].to_numpy()[:, None]
    return standing
