"""The reliability of a study: what the codings of each judgement support."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.coefficients import COEFFICIENTS, binary_estimate
from framing.agreement.double_coding import coded_twice
from framing.agreement.estimate import Estimate, coded_rows
from framing.agreement.intervals import Interval
from framing.agreement.judgement import Judgement, judged, judgements, prevalence, ratings_of
from framing.agreement.ratings import Level
from framing.agreement.resampling import Bootstrap, bootstrap_interval
from framing.agreement.verdicts import Verdict, verdict
from framing.analysis.choices import USUAL, Ground
from framing.analysis.table import Tables
from framing.refusal import Refusal

_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(("name", "judgement", "level"), pl.String()),
        **dict.fromkeys(("units", "coders"), pl.Int64()),
        "commonest": pl.String(),
        **dict.fromkeys(("prevalence", "percent", "alpha", "low", "high", "ac1"), pl.Float64()),
        "verdict": pl.String(),
    }
)


class Reliability(NamedTuple):
    """What is known about the reliability of one judgement.

    Attributes:
        name: the judgement.
        title: its name for people.
        level: level of measurement.
        units: articles that at least two coders judged.
        coders: how many coders judged any of them.
        people: how many of them are people.
        prevalence: the commonest answer, and its share of all answers to ``units``; for yes-or-no judgements the share of yes.
        percent: mean share of agreeing pairs, or why not.
        alpha: Krippendorff's alpha, or why not.
        interval: 95 %, by resampling articles (bundles as clusters), or why not.
        ac1: Gwet's AC1 beside alpha, for judgements of low prevalence; never instead of it.
    """

    name: str
    title: str
    level: Level
    units: int
    coders: int
    people: int
    prevalence: tuple[str, float] | None
    percent: Estimate | Refusal
    alpha: Estimate | Refusal
    interval: Interval | Refusal
    ac1: Estimate | Refusal

    @property
    def verdict(self) -> Verdict:
        """What may be done with the judgement."""
        return verdict(self.alpha, self.interval, self.people)


def reliability(judgement: Judgement, bootstrap: Bootstrap) -> Reliability:
    """What is known about the reliability of one judgement.

    Args:
        judgement: its codings.
        bootstrap: draws and seed.

    Returns:
        Coefficients, interval and prevalence, each with a reason where it cannot be given.
    """
    ratings = ratings_of(judgement)
    alpha = binary_estimate(ratings, judgement.positive) if judgement.positive else krippendorff_alpha(ratings)
    together = judgement.bundles[judged(judgement)].tolist()
    unordered = Refusal("not_nominal", "AC1 is for unordered single codes.", "A nominal judgement.")
    return Reliability(
        judgement.name,
        judgement.title,
        judgement.level,
        len(coded_rows(ratings, 2)),
        len(ratings.coders),
        judgement.codings.filter(pl.col("coder_kind") == "person")["coder"].n_unique(),
        prevalence(judgement),
        COEFFICIENTS["percent_agreement"](ratings),
        alpha,
        alpha if isinstance(alpha, Refusal) else bootstrap_interval(ratings, krippendorff_alpha, bootstrap, together),
        COEFFICIENTS["gwet_ac1"](ratings) if judgement.level == "nominal" else unordered,
    )


def clusters_of(tables: Tables) -> dict[str, str]:
    """The bundle of each article that has one.

    Returns:
        Bundles by article. Articles of one bundle share a description: they are resampled together, never apart.
    """
    tied = tables.articles.filter(pl.col("bundle").is_not_null())
    return dict(tied.select("article", "bundle").iter_rows())


def study_reliability(
    tables: Tables, codebook: Mapping[str, Any], bootstrap: Bootstrap, ground: Ground = USUAL.ground
) -> list[Reliability] | Refusal:
    """The reliability of every judgement of a study, over all its articles.

    Returns:
        One entry per judgement, also of those that cannot be estimated; or a refusal when no article was coded twice.
    """
    refusal = unless_coded_twice(tables)
    if refusal:
        return refusal
    return [reliability(judgement, bootstrap) for judgement in judgements(tables, codebook, ground)]


def unless_coded_twice(tables: Tables) -> Refusal | None:
    """Why there is nothing to compare, or None when some article was coded twice in the main phase."""
    if not coded_twice(tables.codings).is_empty():
        return None
    others = tables.codings.filter(pl.col("phase") != "main").height
    also = (
        f" Training, pilot and adjudicated codings ({others} here) do not count: they are not independent."
        if others
        else ""
    )
    return Refusal(
        "single_coder",
        f"No article has two independent codings of the main phase.{also}",
        "A second coder who works without seeing the first coder's records.",
    )


def reliability_table(every: Sequence[Reliability]) -> pl.DataFrame:
    """The reliability of judgements as a table, in their order.

    Returns:
        One row per judgement: ``name``, ``judgement`` (for people), ``level``, ``units``, ``coders``, ``commonest`` and its
        ``prevalence`` (0 to 1), ``percent`` (0 to 1), ``alpha``, ``low`` and ``high`` (95 %), ``ac1``, ``verdict``; null where a
        figure cannot be given.
    """
    return pl.DataFrame([_row(one) for one in every], schema=_SCHEMA, orient="row")


def _row(one: Reliability) -> tuple[object, ...]:
    commonest = one.prevalence or (None, None)
    bounds = (None, None) if isinstance(one.interval, Refusal) else (one.interval.low, one.interval.high)
    percent, alpha, ac1 = (
        None if isinstance(part, Refusal) else part.value for part in (one.percent, one.alpha, one.ac1)
    )
    return (
        *(one.name, one.title, one.level, one.units, one.coders, *commonest),
        *(percent, alpha, *bounds, ac1, str(one.verdict)),
    )
