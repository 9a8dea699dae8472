"""Claims about coverage, set against the articles that were coded."""

from typing import Any, Literal, NamedTuple, get_args

import polars as pl

from framing.analysis.drawn import effective
from framing.analysis.floors import SHARE
from framing.analysis.reading import Reading
from framing.analysis.table import Types, parents
from framing.study.umbrellas import over

Verdict = Literal["borne_out", "contradicted", "not_testable"]
Reason = Literal[
    "no_such_source",
    "whose_not_stated",
    "no_variable",
    "no_article",
    "unanswered",
    "second_hand",
    "below_floor",
    "split",
]
"""Why a claim cannot be tested, in the order in which it is asked."""
FULL = "primary_full"


class _Test(NamedTuple):
    """Articles that answer what a claim says, as far as there are any: those that agree, and the others."""

    agree: pl.DataFrame
    others: pl.DataFrame
    verdict: Verdict
    reason: Reason | None


def against_articles(claims: pl.DataFrame, read: Reading, events: pl.DataFrame) -> pl.DataFrame:
    """Each claim about coverage against the articles of those whom it describes.

    Only a claim about an outlet, or about the press of a stated country (its core panel), with a direction or an answer can be
    tested. Articles count that appeared within its quarters, are on its events or their parts and hold its theme in any role, as
    far as it has any. Those of the very note that it was drawn from do not count: they are the claim. The verdicts are:

    ``contradicted``: of an omission, one article or more has the answer that is said to be left out, whatever its theme and event,
    for one example refutes it. Of any other claim, at least ``floors.SHARE`` articles (bundles once) answer, and more
    than half of them differ from it.
    ``borne_out``: of an omission, at least ``floors.SHARE`` articles that were read in full answer, and none has that answer. Of any
    other claim, at least ``floors.SHARE`` articles answer, and more than half agree.
    ``not_testable``: everything else, with its reason. Neither of the others is evidence about the press as such: an article known
    through the source that also makes the claim is not independent of it (``same_source``).

    Args:
        claims: the claim table.
        read: a reading.
        events: the event table.

    Returns:
        One row per claim, in their order: ``claim``, ``verdict``, ``reason`` (null for the first two), ``agree`` and ``differ`` (ids
        of the articles that answer), ``same_source`` (how many of these are known through the source of the claim).

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> tested = against_articles(tables.claims, reading(tables), tables.events)
    >>> tested.filter(pl.col("verdict") == "contradicted").select("claim", "differ").rows()
    [('ru-press-omits-draw', ['rg-2014-08-26'])]
    """
    above = parents(events)
    rows = [_row(claim, _test(claim, read, above)) for claim in claims.iter_rows(named=True)]
    schema: Types = {
        **{"claim": pl.String, "verdict": pl.Enum(get_args(Verdict)), "reason": pl.Enum(get_args(Reason))},
        **{"agree": pl.List(pl.String), "differ": pl.List(pl.String), "same_source": pl.Int64},
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _row(claim: dict[str, Any], test: _Test) -> tuple[Any, ...]:
    both = pl.concat([test.agree, test.others])
    known = both.filter((pl.col("source") == claim["source"]) & (pl.col("basis") != FULL)).height
    ids = (table["article"].to_list() for table in (test.agree, test.others))
    return (claim["claim"], test.verdict, test.reason, *ids, known)


def _test(claim: dict[str, Any], read: Reading, above: dict[str, str | None]) -> _Test:
    nothing = read.values.clear()
    if not claim["in_study"]:
        return _Test(nothing, nothing, "not_testable", "no_such_source")
    if claim["outlet"] is None and claim["country"] is None:
        return _Test(nothing, nothing, "not_testable", "whose_not_stated")
    variable = claim["nominal"] if claim["kind"] == "omission" else claim["ordinal"] or claim["nominal"]
    if variable is None:
        return _Test(nothing, nothing, "not_testable", "no_variable")
    asked = _theirs(claim, read.values.filter(pl.col("variable").cast(pl.String) == variable))
    answered = asked.filter(pl.col("value").is_not_null())
    if claim["kind"] == "omission":
        return _omission(asked, answered, claim["value"])
    asked, answered = (_on_its_matter(claim, table, read.frames, above) for table in (asked, answered))
    holds = (
        (pl.col("score") - claim["middle"]).sign() == claim["sign"]
        if claim["ordinal"]
        else pl.col("value") == claim["value"]
    )
    agree, others = _parted(answered, holds)
    verdict, reason = _weighed(asked, agree, others)
    return _Test(agree, others, verdict, reason)


def _theirs(claim: dict[str, Any], values: pl.DataFrame) -> pl.DataFrame:
    """The rows of articles by those described, in the period, from elsewhere than the note of the claim."""
    if claim["outlet"] is not None:
        described = pl.col("outlet").cast(pl.String) == claim["outlet"]
    else:
        described = (pl.col("country") == claim["country"]) & (pl.col("panel") == "core")
    within = (pl.col("published") >= claim["first"]) & (pl.col("until") <= claim["last"])
    itself = (pl.col("source") == claim["source"]) & (pl.col("note") == pl.lit(claim["note"], pl.Int64))
    return values.filter(described & within & ~itself.fill_null(value=False))


def _on_its_matter(
    claim: dict[str, Any], values: pl.DataFrame, frames: pl.DataFrame, above: dict[str, str | None]
) -> pl.DataFrame:
    """The rows of articles on the theme and on the events of a claim, as far as it has any."""
    if claim["theme"] is not None:
        themed = frames.filter(pl.col("frame").cast(pl.String) == claim["theme"]).select("article")
        values = values.join(themed.unique(), on="article", how="semi", maintain_order="left")
    if claim["events"]:
        named = [event for event in above if {event, *over(event, above)} & set(claim["events"])]
        values = values.filter(pl.col("event").cast(pl.String).is_in(named))
    return values


def _omission(asked: pl.DataFrame, answered: pl.DataFrame, value: str) -> _Test:
    """One article that has the answer refutes; only articles read in full can show that none has it."""
    others, agree = _parted(answered, pl.col("value") == value)
    if others.height:
        return _Test(agree, others, "contradicted", None)
    read = agree.filter(pl.col("basis") == FULL)
    if asked.height and read.is_empty():
        return _Test(agree, others, "not_testable", "second_hand")
    verdict, reason = _weighed(asked, read, others)
    return _Test(agree, others, verdict, reason)


def _parted(answered: pl.DataFrame, holds: pl.Expr) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row per article of which something holds, and per article of which it does not; of a set, one value is enough."""
    found = answered.with_columns(holds=holds.any().over("article")).unique("article", maintain_order=True)
    agree, others = found.filter("holds"), found.filter(~pl.col("holds"))
    return agree.drop("holds"), others.drop("holds")


def _weighed(asked: pl.DataFrame, agree: pl.DataFrame, others: pl.DataFrame) -> tuple[Verdict, Reason | None]:
    hits, misses = (float(table["weight"].sum()) for table in (agree, others))
    n = pl.concat([agree, others]).select(effective(pl.col("weight"), pl.col("relative"))).item()
    if not asked.height:
        return "not_testable", "no_article"
    if not hits + misses:
        return "not_testable", "unanswered"
    if n < SHARE:
        return "not_testable", "below_floor"
    if hits == misses:
        return "not_testable", "split"
    return ("borne_out" if hits > misses else "contradicted"), None
