"""How certain a change from one time to another is: articles on one event vary together, in whichever paper they stand."""

import numpy as np
import polars as pl

from framing import cells
from framing.compare.design import Design, Floats
from framing.compare.selection import Selection
from framing.compare.shares import even_shares, newcombe
from framing.intervals import EVENTS, design_effect, student_t


def over_events(shares: pl.DataFrame, parted: Selection, found: Design) -> pl.DataFrame:
    """Shares of two times with the intervals that events give.

    Args:
        shares: as from ``share_differences``, of a design whose strata are papers.
        parted: the articles of the two times, with ``stratum`` (the paper) and ``cluster`` (the event).
        found: that design.

    Returns:
        The same rows with ``low_a``, ``high_a``, ``low_b``, ``high_b``, ``low``, ``high`` and ``interval_by``; null where
        one of the two times has fewer than 3 events.

    Source:
        As for ``shares.event_differences``, the variance between events being that of the sums of what their articles
        add: Binder (1983), International Statistical Review 51:279. Degrees of freedom are those of the time with fewer
        events.

    >>> articles = pl.DataFrame({"article": ["x", "y"], "side": ["after", "before"], "stratum": "rg", "unit": ["x", "y"],
    ...     "cluster": ["e", "f"]})
    >>> frames = pl.DataFrame({"article": ["x", "y"], "side": ["after", "before"], "answer": "war", "role": "primary"})
    >>> found = Design(("war",), ("rg",), np.ones((1, 1)), np.array([[1]]), np.array([[1]]), "papers")
    >>> from framing.compare.shares import share_differences
    >>> over_events(share_differences(found), Selection(articles, frames, frames, ("after", "before")), found)["low"].to_list()
    [None]
    """
    kept = parted.articles.filter(pl.col("stratum").is_in(list(found.strata))).with_columns(
        weight=1 / pl.len().over("stratum", "side", "unit"),
        sampling=pl.lit("census"),  # whether anything may be inferred is asked elsewhere, for all figures at once
    )
    primary = parted.frames.filter(pl.col("role") == "primary").select(
        "article", "side", pl.col("answer").cast(pl.String)
    )
    held = kept.join(primary, on=["article", "side"])
    clusters = cells.sizes(held.lazy(), ["side"])
    every = pl.LazyFrame({"side": parted.sides}).join(shares.lazy().select("answer"), how="cross")
    hits = cells.of_every(every, cells.hits(held.lazy(), ["side", "answer"], clusters, ["side"]))
    sides = cells.shares(hits, clusters, ["side"]).collect()
    low, high, by = _ends(held, found, parted.sides)
    for name, letter in zip(parted.sides, "ab", strict=True):
        ends = sides.filter(pl.col("side") == name).select(
            "answer", pl.col("low").alias(f"low_{letter}"), pl.col("high").alias(f"high_{letter}")
        )
        shares = shares.drop(f"low_{letter}", f"high_{letter}").join(ends, on="answer", maintain_order="left")
    return shares.with_columns(
        low=pl.Series(low, nan_to_null=True), high=pl.Series(high, nan_to_null=True), interval_by=pl.lit(by, pl.String)
    )


def _ends(held: pl.DataFrame, found: Design, sides: tuple[str, str]) -> tuple[Floats, Floats, str | None]:
    """(answers) ends of the differences, and what was taken for independent."""
    names = held["cluster"].unique().sort()
    counts = np.zeros((2, len(names), len(found.strata), len(found.answers)))
    place = [
        held[name].cast(pl.String).cast(pl.Enum(list(words))).to_physical().to_numpy()
        for name, words in (("side", sides), ("cluster", names), ("stratum", found.strata), ("answer", found.answers))
    ]
    np.add.at(counts, tuple(place), held["weight"].to_numpy())
    sizes = counts.sum(axis=3)
    events = int((sizes.sum(axis=2) > 0).sum(axis=1).min())
    unknown = np.full(len(found.answers), np.nan)
    if events < EVENTS:
        return unknown, unknown, None
    n = sizes.sum(axis=1)
    share = counts.sum(axis=1) / n[:, :, None]
    weight = n[0] * n[1] / n.sum(axis=0)
    parts = (weight / weight.sum() / n)[:, None, :, None] * (counts - sizes[..., None] * share[:, None])
    moved = parts.sum(axis=2)
    (share_a, size_a), (share_b, size_b) = even_shares(found)
    variances = pl.DataFrame(
        {
            "robust": len(names) / (len(names) - 1) * ((moved[0] - moved[1]) ** 2).sum(axis=0),
            "simple": share_a * (1 - share_a) / size_a + share_b * (1 - share_b) / size_b,
        }
    )
    effect = design_effect(pl.col("robust"), pl.col("simple"), pl.lit(float(sizes.sum() / len(names))))
    quantile = float(pl.select(student_t(pl.lit(events))).item())
    ends = [
        newcombe(a * size_a / times, size_a / times, b * size_b / times, size_b / times, quantile)
        for a, b, times in zip(share_a.tolist(), share_b.tolist(), variances.select(effect).to_series(), strict=True)
    ]
    low, high = np.array(ends).T
    return low, high, "events"
