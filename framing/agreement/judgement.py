"""What the coders of a study decide: every judgement of its codebook, as codings and as ratings.

Only independent codings of the main phase count. Training and pilot records are practice; adjudicated ones were made with
both readings in view, so their agreement says nothing.
"""

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

import numpy as np
import polars as pl

from framing.agreement.estimate import Codes
from framing.agreement.ratings import MISSING, SET_LEVELS, Category, Level, Ratings, ordered
from framing.analysis.choices import USUAL, Ground
from framing.analysis.grounds import any_inferred, on_ground
from framing.analysis.subjects import Subject
from framing.analysis.table import UNSEEN, Tables, answer_column
from framing.study.levels import several

KEYS = ("article", "coder")
PLACE = ("unit", "coder")
"""The same as numbers, by which rows are put together far faster than by the ids of articles."""
KNOWN = (*KEYS, "coder_kind", "unit")
"""What is known of a coding, whatever is judged."""


class Judgement(NamedTuple):
    """One thing that every coder decides about every article.

    Attributes:
        name: for example primary, frames:masi, frame:territory, stance:seen, stance:expressed, stance, stance:ground.
        title: its name for people.
        level: level of measurement.
        positive: of a judgement of yes or no, the answer that five articles must have; else empty.
        codings: one row per (article, coder): ``value``, null where the coder gave none at this level, ``coder_kind``, and
            ``unit``, the place of the article among ``articles``.
        articles: all that somebody coded, in alphabetical order; those of every judgement, which stand in memory once.
        bundles: a number for each of them, the same for those of one bundle: they share a description, and are resampled together.
    """

    name: str
    title: str
    level: Level
    positive: str
    codings: pl.DataFrame
    articles: tuple[str, ...] = ()
    bundles: Codes = np.empty(0, dtype=np.intp)


def judgements(tables: Tables, codebook: Mapping[str, Any], ground: Ground = USUAL.ground) -> list[Judgement]:
    """Everything that the coders of the main phase decided, as one table of codings per judgement.

    Args:
        tables: the study's tables.
        codebook: its codebook.
        ground: which values count.

    Returns:
        Primary frame; frame set by MASI and by Jaccard; each frame as yes or no; the event; the set of further events by
        both, where some coder names any; then each variable in its ``steps``: whether it could be seen, whether it is expressed,
        and the value, of a set by MASI and by Jaccard; and where some coder inferred it, its ground: attributed, inferred or
        missing.
    """
    main = tables.codings.filter(pl.col("phase") == "main")
    articles = main["article"].unique().sort()
    main = main.with_columns(unit=pl.col("article").cast(pl.Enum(articles)).to_physical())
    known = main.select(KNOWN)
    sets = _sets(tables.frames.join(known, on=KEYS, maintain_order="left"), pl.col("frame").cast(pl.String))
    primary = main.select(*KNOWN, value=pl.col("primary").cast(pl.String))
    event = main.select(*KNOWN, value=pl.col("event").cast(pl.String).fill_null("none"))
    values = tables.values.join(known, on=KEYS, maintain_order="left")
    every = [
        Judgement("primary", "Primary frame dimension", "nominal", "", primary),
        Judgement("frames:masi", "Set of frame dimensions (MASI)", "masi", "", sets),
        Judgement("frames:jaccard", "Set of frame dimensions (Jaccard)", "jaccard", "", sets),
        *(_presence(frame, sets) for frame in codebook["frames"]),
        Judgement("event", "Event", "nominal", "", event),
        *_further(main),
    ]
    for variable in codebook["variables"]:
        given = values.filter(pl.col("variable") == variable["id"])
        every += [*_of_variable(variable, on_ground(given, ground)), *_grounds(variable, given)]
    names, bundles = tuple(articles.to_list()), _bundles(articles, tables)
    return [one._replace(articles=names, bundles=bundles) for one in every]


def _bundles(articles: pl.Series, tables: Tables) -> Codes:
    tied = tables.articles.select("article", "bundle")
    placed = articles.to_frame("article").join(tied, on="article", how="left", maintain_order="left")
    return placed.select(pl.coalesce("bundle", "article").rank("dense")).to_series().to_numpy().astype(np.intp)


def _sets(rows: pl.DataFrame, value: pl.Expr) -> pl.DataFrame:
    """The values of each coding as one set, codings in the order in which they come."""
    gathered = rows.group_by(PLACE, maintain_order=True).agg(pl.col("article", "coder_kind").first(), value=value)
    return gathered.select(*KNOWN, "value")


def _presence(frame: Mapping[str, Any], sets: pl.DataFrame) -> Judgement:
    present = sets.with_columns(value=_yes(pl.col("value").list.contains(frame["id"])))
    return Judgement(str(Subject("frame", frame["id"])), f"Frame: {frame['labels']['en']}", "nominal", "yes", present)


def _further(main: pl.DataFrame) -> list[Judgement]:
    """The set of further events; nothing where nobody names any, for then there is nothing to agree on."""
    sets = main.select(*KNOWN, value=pl.col("others").cast(pl.List(pl.String)))
    if sets.filter(pl.col("value").list.len() > 0).is_empty():
        return []
    return [
        Judgement("events:masi", "Set of further events (MASI)", "masi", "", sets),
        Judgement("events:jaccard", "Set of further events (Jaccard)", "jaccard", "", sets),
    ]


def _of_variable(variable: Mapping[str, Any], values: pl.DataFrame) -> list[Judgement]:
    name, title = variable["id"], variable["labels"]["en"]
    asked, given = _once(variable, values), values["missing"].drop_nulls().unique().to_list()
    before = [
        Judgement(str(Subject(step, name)), f"{title}: {step}?", "nominal", "yes", asked.select(*KNOWN, value=answer))
        for step, answer in steps(variable["missing"], given).items()
    ]
    if several(variable):
        sets = _sets(values, pl.col("value").drop_nulls())
        named = sets.with_columns(value=pl.when(pl.col("value").list.len() > 0).then("value"))
        return [
            *before,
            Judgement(name, f"{title} (MASI)", "masi", "", named),
            Judgement(str(Subject("jaccard", name)), f"{title} (Jaccard)", "jaccard", "", named),
        ]
    value = pl.col(answer_column(variable))
    return [*before, Judgement(name, title, variable["level"], "", values.select(*KNOWN, value=value))]


def _grounds(variable: Mapping[str, Any], values: pl.DataFrame) -> list[Judgement]:
    """What the value of a variable rests on, whichever values count; nothing where nobody inferred it."""
    if not any_inferred(values):
        return []
    ground = pl.col("ground").cast(pl.String).fill_null("missing")
    told = _once(variable, values).select(*KNOWN, value=ground)
    return [
        Judgement(str(Subject("ground", variable["id"])), f"{variable['labels']['en']}: ground", "nominal", "", told)
    ]


def _once(variable: Mapping[str, Any], values: pl.DataFrame) -> pl.DataFrame:
    """One row per coding: only an answer that may be a set of values has several."""
    return values.unique(PLACE, keep="first", maintain_order=True) if several(variable) else values


def steps(legal: Collection[str], given: Collection[str]) -> dict[Literal["seen", "expressed"], pl.Expr]:
    """The judgements of yes or no that come before the value of a variable, each among the articles that the one before leaves.

    A source that does not show the answer (``unknown``) gives none: two coders who see nothing agree on nothing. Seeing that
    nothing is expressed, or that a rule excludes the question, does answer whether something is expressed.

    Args:
        legal: the missing values of the variable.
        given: those that some coder gave.

    Returns:
        Expressions on ``missing``: ``seen`` (no: ``unknown``), where some coder could not see; ``expressed`` (no:
        ``not_expressed`` or ``not_applicable``; null where it was not seen), where those are legal.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12: units are compared by what was judged, not by what was not.

    >>> values = pl.DataFrame({"missing": [None, "not_expressed", "unknown"]})
    >>> values.select(**steps(["not_expressed", "not_applicable", "unknown"], ["unknown"])).to_dict(as_series=False)
    {'seen': ['yes', 'yes', 'no'], 'expressed': ['yes', 'no', None]}
    """
    missing = pl.col("missing").cast(pl.String)
    seen = missing.ne_missing(UNSEEN)
    asked: dict[Literal["seen", "expressed"], pl.Expr] = {}
    if UNSEEN in given:
        asked["seen"] = _yes(seen)
    if set(legal) - {UNSEEN}:
        asked["expressed"] = pl.when(seen).then(_yes(missing.is_null()))
    return asked


def _yes(holds: pl.Expr) -> pl.Expr:
    return pl.when(holds).then(pl.lit("yes")).otherwise(pl.lit("no"))


def ratings_of(judgement: Judgement) -> Ratings:
    """The codings of one judgement as a table of articles by coders.

    Returns:
        One row per article and one column per coder, both in alphabetical order; an empty cell where a coder gave no
        value, or has not coded the article. A set is a frozenset.
    """
    codings = judgement.codings
    coders = codings["coder"].unique().sort().cast(pl.String).to_list()
    unit, units = codings["unit"].to_numpy(), judged(judgement)
    row = np.zeros(len(judgement.articles), dtype=np.intp)
    row[units] = np.arange(len(units))
    categories, answers = _categories(codings["value"])
    codes = np.full((len(units), len(coders)), MISSING, dtype=np.intp)
    codes[row[unit], codings["coder"].cast(pl.String).cast(pl.Enum(coders)).to_physical().to_numpy()] = answers
    every = len(units) == len(judgement.articles)
    articles = judgement.articles if every else tuple(judgement.articles[unit] for unit in units.tolist())
    return Ratings(codes, categories, articles, tuple(coders), judgement.level)


def judged(judgement: Judgement) -> Codes:
    """The places of the articles that somebody judged, in order: the rows of ``ratings_of``."""
    found = np.zeros(len(judgement.articles), dtype=bool)
    found[judgement.codings["unit"].to_numpy()] = True
    return np.flatnonzero(found)


def _categories(values: pl.Series) -> tuple[tuple[Category, ...], Codes]:
    """The distinct answers in order, and which of them each value is; a set is one answer in whatever order it stands."""
    keys = values.list.join("\x1f") if values.dtype == pl.List else values.cast(pl.String)
    first = keys.arg_unique()
    known = keys.gather(first)
    distinct = values.gather(first.filter(known.is_not_null()))
    held: list[Category] = [frozenset(value) if isinstance(value, list) else value for value in distinct.to_list()]
    categories = ordered(held)
    position = {category: code for code, category in enumerate(categories)}
    codes = np.array([*(position[category] for category in held), MISSING], dtype=np.intp)  # the last place is of null
    place = keys.cast(pl.Enum(known.drop_nulls())).to_physical().fill_null(len(held))
    return categories, codes[place.to_numpy()]


def prevalence(judgement: Judgement) -> tuple[str, float] | None:
    """The commonest answer to the articles that two coders judged, and its share of all answers to them.

    Returns:
        Of a judgement of yes or no the positive answer, however rare; None of a set of frames, or without such articles.
    """
    answers = judgement.codings.drop_nulls("value").filter(pl.len().over("unit") > 1)["value"]
    if answers.is_empty() or judgement.level in SET_LEVELS:
        return None
    if judgement.positive:
        return judgement.positive, len(answers.filter(answers == judgement.positive)) / len(answers)
    counts = answers.cast(pl.String).value_counts(sort=True).sort("count", answers.name, descending=[True, False])
    return str(counts[answers.name][0]), counts["count"][0] / len(answers)


def disagreement_matrix(judgement: Judgement) -> pl.DataFrame:
    """The disagreement matrix of one judgement: how often one answer met another.

    Args:
        judgement: of one answer, or of a set of them, whose values are joined by +.

    Returns:
        One row per unordered pair of answers that met: ``value``, ``other_value``, ``articles``, ``records``; equal answers too.
    """
    value = pl.col("value").list.sort().list.join(" + ") if judgement.level in SET_LEVELS else pl.col("value")
    answers = judgement.codings.select("article", pl.col("coder").cast(pl.String), value.cast(pl.String)).drop_nulls()
    met = answers.join(answers, on="article", suffix="_other").filter(pl.col("coder") < pl.col("coder_other"))
    return (
        met.with_columns(
            first=pl.min_horizontal("value", "value_other"), second=pl.max_horizontal("value", "value_other")
        )
        .group_by(value="first", other_value="second")
        .agg(articles=pl.len(), records=pl.col("article").sort())
        .sort("value", "other_value")
    )
