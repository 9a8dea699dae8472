"""One set of values per article, derived from its codings by a named rule. No measure merges coders silently."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeVar

import polars as pl

from framing.analysis.choices import USUAL, Alone, Filter, Ground, alone
from framing.analysis.drawn import relative_weight
from framing.analysis.grounds import on_ground
from framing.analysis.majority import Codings, majority
from framing.analysis.table import Role, Tables, bundle_weight
from framing.refusal import Refusal

Roles = Role | Literal["any"]
Table = TypeVar("Table", pl.DataFrame, pl.LazyFrame)


class Reading(NamedTuple):
    """What analysis takes each article to say.

    Attributes:
        rule: the name of the rule; it stands in every caption.
        articles: one row per article that was read, with bibliography, event, relation, ``others`` (the further events that
            more than half of the coders name, in the order of the register), primary frame, confidence, ``settled`` (which step of
            the rule gave the primary frame), ``weight`` (a bundle counting once, times ``relative``, one over
            the inclusion probability, on average 1), ``cluster`` (what the article varies together with: its event) and one ``column``
            per filter variable.
        frames: one row per (article, frame), with role and the columns of ``articles``.
        values: one row per (article, variable), of a set one per value in it: value, score, missing, ground, and the columns of
            ``articles``.
        ground: which values count; it stands in captions beside the rule.
    """

    rule: str
    articles: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame
    ground: Ground = USUAL.ground


def answer() -> pl.Expr:
    """The answer to a variable as text: its value, or why there is none.

    >>> pl.DataFrame({"value": ["guest", None], "missing": [None, "unknown"]}).select(answer())["value"].to_list()
    ['guest', 'unknown']
    """
    return pl.coalesce("value", pl.col("missing").cast(pl.String)).alias("value")


def in_role(frames: Table, role: Roles) -> Table:
    """The frames in one role, or in any.

    >>> in_role(pl.LazyFrame({"frame": ["war", "trade"], "role": ["primary", "secondary"]}), "primary").collect().rows()
    [('war', 'primary')]
    """
    return frames if role == "any" else frames.filter(pl.col("role") == role)


def kept(articles: pl.DataFrame, values: pl.DataFrame, filters: Sequence[Filter]) -> pl.DataFrame:
    """The articles that every filter keeps.

    Args:
        articles: one row per article, or per (article, side).
        values: one row per variable and row of ``articles``, with ``variable``, ``value`` and ``missing``.
        filters: none keeps all.

    Returns:
        The rows that remain, in their order.

    >>> articles = pl.DataFrame({"article": ["x", "y"]})
    >>> values = pl.DataFrame({"article": ["x", "y"], "variable": "speaker", "value": ["guest", None], "missing": [None, "unknown"]})
    >>> kept(articles, values, [Filter("speaker", ("unknown",))])["article"].to_list()
    ['y']
    """
    key = [name for name in ("article", "side") if name in articles.columns]
    for variable, answers in filters:
        fitting = values.filter(pl.col("variable").cast(pl.String) == variable, answer().is_in(answers))
        articles = articles.join(fitting.select(key), on=key, how="semi", maintain_order="left")
    return articles


def column(variable: str) -> str:
    """The name of the column that holds the answers to one variable.

    Args:
        variable: its id, which never contains a slash, so that a variable may share its name with any other column.

    >>> column("article")
    'said/article'
    """
    return f"said/{variable}"


def reading(
    tables: Tables, rule: str = USUAL.rule, filters: tuple[str, ...] = (), ground: Ground = USUAL.ground
) -> Reading | Refusal:
    """The reading of a study under one rule.

    ``coder:X`` takes the main-phase codings of X alone. ``majority`` takes, value by value (of a set, member by member), what more than
    half of the main-phase coders say, else what the first of them in ``coders.json`` says. ``adjudicated`` takes the adjudicated record of
    an article (of several, their majority), else its majority reading. Excluded articles are left out before any are weighed.

    Args:
        tables: the study's tables.
        rule: adjudicated, majority, or coder:X.
        filters: variables (such as voice) that become columns, so that measures can select by them.
        ground: ``attributed`` takes every coder's inferred values as unknown, ``inferred`` takes them as they are.

    Returns:
        The reading, or a refusal when the rule is unknown or nothing was coded under it.

    >>> from framing.corpus import read
    >>> print(reading(read().tables, "loudest").reason)
    There is no reading 'loudest'.
    """
    settled = _settled(tables._replace(values=on_ground(tables.values, ground)), rule)
    if isinstance(settled, Refusal):
        return settled
    articles = (
        tables.articles.filter(pl.col("excluded_because").is_null())
        .join(settled.codings, on="article", how="inner")
        .join(_said(settled.values, filters), on="article", how="left")
        .pipe(_drawn_in_full, tables.articles)
        .with_columns((bundle_weight() * relative_weight()).alias("weight"), cluster(), relative_weight())
        .sort("published", "article")
    )
    return Reading(
        rule=rule,
        articles=articles,
        frames=articles.drop("primary").join(settled.frames, on="article", how="inner", maintain_order="left_right"),
        values=articles.join(settled.values, on="article", how="inner", maintain_order="left_right"),
        ground=ground,
    )


def _drawn_in_full(read: pl.DataFrame, every: pl.DataFrame) -> pl.DataFrame:
    """Articles of a sample are one only when all that were drawn are read, or left out with a reason."""
    drawn = every.filter(pl.col("inclusion").is_not_null(), pl.col("excluded_because").is_null())
    if drawn.join(read, on="article", how="anti").is_empty():
        return read
    unread = pl.when(pl.col("inclusion").is_not_null()).then(pl.lit("unfinished"))
    return read.with_columns(sampling=pl.coalesce(unread, "sampling"))


def _said(values: pl.DataFrame, filters: tuple[str, ...]) -> pl.DataFrame:
    """One row per article with a ``column`` for what it says on each of some variables."""
    spoken = values.with_columns(pl.col("variable").cast(pl.String)).filter(pl.col("variable").is_in(filters))
    spoken = spoken.select("article", pl.format(column("{}"), "variable").alias("variable"), answer())
    wide = spoken.pivot("variable", index="article", values="value", aggregate_function="first")
    absent = [pl.lit(None, pl.String).alias(name) for name in map(column, filters) if name not in wide.columns]
    return wide.with_columns(absent)


def subset(read: Reading, articles: pl.Series) -> Reading:
    """A reading as far as some articles go; weights and clusters stay those of the whole.

    Args:
        read: a reading.
        articles: ids to keep.

    Returns:
        The rows on these articles, in their order; none where the reading has none of them.

    >>> from framing.corpus import read as study
    >>> whole = reading(study().tables)
    >>> subset(whole, whole.articles["article"].head(2)).articles.height
    2
    """
    wanted = pl.col("article").is_in(articles.implode())
    some = read.articles.filter(wanted)
    if some.height == read.articles.height:
        return read  # without a copy of its values, of which there are many
    return read._replace(articles=some, frames=read.frames.filter(wanted), values=read.values.filter(wanted))


def cluster() -> pl.Expr:
    """What each article varies together with: its event.

    Returns:
        The event; of articles that share one description the first of their events, so that a description is in one
        cluster; where there is no event, the description or the article itself. The kind stands before the id. What was
        sampled together makes a cluster, see ``framing.analysis.intervals``.

    >>> rows = {"article": ["x", "y", "z"], "event": ["visit", None, None], "bundle": [None, None, "n22"]}
    >>> pl.DataFrame(rows).select(cluster()).to_series().to_list()
    ['event:visit', 'article:y', 'bundle:n22']
    """
    own = pl.col("event").cast(pl.String)
    event = pl.when(pl.col("bundle").is_null()).then(own).otherwise(own.min().over("bundle"))
    named = [pl.format(f"{kind}:{{}}", source) for kind, source in (("event", event), ("bundle", pl.col("bundle")))]
    return pl.coalesce(*named, pl.format("article:{}", "article")).alias("cluster")


def rules(tables: Tables) -> list[str]:
    """Every rule that this study can be read by, the default first.

    Args:
        tables: the study's tables.

    Returns:
        adjudicated, majority, and coder:X for each coder X with main-phase codings, by name.

    >>> from framing.corpus import read
    >>> rules(read().tables)[:2]
    ['adjudicated', 'majority']
    """
    coders = tables.codings.filter(pl.col("phase") == "main")["coder"].unique().cast(pl.String).sort()
    return [USUAL.rule, "majority", *(str(Alone(coder)) for coder in coders)]


def _settled(tables: Tables, rule: str) -> Codings | Refusal:
    main, known = _of_phase(tables, "main"), ", ".join(rules(tables))
    if one := alone(rule):
        chosen = majority(_kept(main, pl.col("coder").cast(pl.String) == one.coder))
    elif rule == "majority":
        chosen = majority(main)
    elif rule == "adjudicated":
        final = majority(_of_phase(tables, "adjudicated"))
        final = final._replace(codings=final.codings.with_columns(settled=pl.lit("adjudicated")))
        undecided = ~pl.col("article").is_in(final.codings["article"].implode())
        chosen = Codings(*map(pl.concat, zip(final, majority(_kept(main, undecided)), strict=True)))
    else:
        told = {"rule": rule, "known": known}
        return Refusal("unknown_reading", f"There is no reading {rule!r}.", f"One of: {known}.", told)
    if chosen.codings.is_empty():
        need = f"Codings of the main phase, or another of: {known}."
        told = {"kind": "reading", "rule": rule, "known": known}
        return Refusal("nothing_coded", f"Nothing is coded under the reading {rule!r}.", need, told)
    return chosen


def _of_phase(tables: Tables, phase: str) -> Codings:
    codings = tables.codings.filter(pl.col("phase") == phase)
    keys = codings.select("article", "coder")
    given = (
        table.join(keys, on=keys.columns, how="semi", maintain_order="left") for table in (tables.frames, tables.values)
    )
    return Codings(codings, *given)


def _kept(codings: Codings, which: pl.Expr) -> Codings:
    return Codings(*(table.filter(which) for table in codings))
