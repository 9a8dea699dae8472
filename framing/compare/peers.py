"""One outlet against its national peers, all outlets against one another, and before against after."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

import polars as pl

from framing.compare.changes import over_events
from framing.compare.design import Design, design, matched
from framing.compare.false_discovery import family
from framing.compare.frames import FrameComparison, described, frame_comparison, frame_distance
from framing.compare.options import DEFAULT, Options
from framing.compare.ordinal import ordinal_differences
from framing.compare.permutation import PermutationTest
from framing.compare.sampling import untested
from framing.compare.selection import Selection, frame_words, primary_design, selection, timed, within
from framing.compare.sides import Side
from framing.faults import meant
from framing.floors import SIDE
from framing.reading import Reading
from framing.refusal import Refusal
from framing.table import Tables

EVENT_ARTICLES, EVENTS = 3, 3
"""An outlet is held against its peers on events with 3 articles of each, of which there must be 3."""
DRAWS = 2_000


class PeerComparison(NamedTuple):
    """An outlet against the other outlets of its country.

    Attributes:
        outlet: the outlet.
        peers: the outlets that it is held against; itself is never among them.
        events: the events on which both have enough articles.
        frames: the frames of the two.
    """

    outlet: str
    peers: tuple[str, ...]
    events: tuple[str, ...]
    frames: FrameComparison


def against_peers(tables: Tables, read: Reading, outlet: str, options: Options = DEFAULT) -> PeerComparison | Refusal:
    """An outlet against its national peers, pooled without itself, inside events.

    Args:
        tables: the study's tables.
        read: a reading.
        outlet: an outlet of the core panel.
        options: window, voices and the rest; articles of the outlet and of its peers are exchanged inside each event.

    Returns:
        The comparison; or the refusal ``no_peers`` (the only outlet of its country), ``too_few_events`` or
        ``unknown_outlet``.

    Source:
        Leave-one-out, so that an outlet is no part of what it is compared with: Efron and Tibshirani (1993), ch. 11.

    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> tables = study().tables
    >>> print(against_peers(tables, reading(tables), "rg").reason)
    RG is the only outlet of its country (RU) in the study.
    """
    core = tables.outlets.filter(pl.col("panel") == "core").with_columns(pl.col("outlet").cast(pl.String))
    known = core["outlet"].to_list()
    if outlet not in known:
        reason = f"There is no outlet {outlet!r} in the core panel{meant(outlet, known)}"
        return Refusal("unknown_outlet", reason, "An outlet of the core panel.")
    own = core.row(by_predicate=pl.col("outlet") == outlet, named=True)
    others = core.filter(pl.col("country") == own["country"], pl.col("outlet") != outlet)
    if others.is_empty():
        reason = f"{own['name_short']} is the only outlet of its country ({own['country']}) in the study."
        return Refusal("no_peers", reason, "A second outlet of that country.")
    peers = tuple(others["outlet"])
    pair = (_outlet(outlet, own["name_short"]), Side("peers", "group", peers, f"peers of {own['name_short']}"))
    every = selection(tables, read, pair)
    if isinstance(every, Refusal):
        return every
    chosen = within(every, options.window, options.voices)
    found = _rich(primary_design(tables, chosen))
    if len(found.strata) < EVENTS:
        reason = (
            f"{own['name_short']} and its peers share {len(found.strata)} events with {EVENT_ARTICLES} articles each."
        )
        return Refusal("too_few_events", reason, f"{EVENTS} such events.")
    compared = _as_sampled(frame_comparison(found, options.seed, options.draws), chosen.articles, options)
    return compared if isinstance(compared, Refusal) else PeerComparison(outlet, peers, found.strata, compared)


def pairwise_distances(tables: Tables, read: Reading, options: Options = DEFAULT) -> pl.DataFrame:
    """How far apart any two outlets are in their primary frames, inside the events that both cover.

    Args:
        tables: the study's tables.
        read: a reading.
        options: window, voices and the rest; 2,000 draws are enough for an overview.

    Returns:
        One row per pair of core outlets: ``outlet``, ``other``, ``events`` (covered by both), ``n_a``, ``n_b`` (units on
        them), Jensen-Shannon ``distance`` with ``null_mean`` and ``percentile`` (as in ``divergences``), ``p`` (permutation,
        within events), ``q_bh`` and ``q_by`` over the ``m`` pairs with a p; ``refused``, why there is none.

    Source:
        Lin (1991); Benjamini and Hochberg (1995).

    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> tables = study().tables
    >>> pairwise_distances(tables, reading(tables)).filter(other="rg").select("outlet", "events", "distance").row(0)
    ('yomiuri', 0, None)
    """
    core = tables.outlets.filter(pl.col("panel") == "core")["outlet"].cast(pl.String).to_list()
    everyone = _every_outlet(tables, read, options)
    rows = [_distance(tables, everyone, pair, options) for pair in combinations(core, 2)]
    text, number, count = pl.String(), pl.Float64(), pl.Int64()
    schema = pl.Schema(
        {
            "outlet": text, "other": text, "events": count, "n_a": count, "n_b": count, "distance": number,
            "null_mean": number, "percentile": number, "p": number, "refused": text,
        }
    )  # fmt: skip
    table = pl.DataFrame(rows, schema=schema, orient="row")
    counted = family(table.select("outlet", "other", "p")).select("outlet", "other", "m", "q_bh", "q_by")
    return table.join(counted, on=["outlet", "other"], how="left", maintain_order="left")


def before_and_after(
    tables: Tables, read: Reading, side: Side, cut: date, options: Options = DEFAULT
) -> FrameComparison | Refusal:
    """The frames of one side from a day on (first) against those before it (second), inside outlets.

    Labels of time are shuffled inside each outlet, so that a paper that was read more in one of the two cannot pass for a
    change. What else changed on that day, events among it, is in the difference.

    Args:
        tables: the study's tables.
        read: a reading.
        side: country, group or outlet.
        cut: the first day of the second stretch.
        options: voices and the rest.

    Returns:
        The comparison; or the refusal ``too_few_articles``.

    Source:
        Good (2005), section 3.7, for permutation within blocks.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> tables = study().tables
    >>> japan, russia = sides("japan,russia", tables.outlets)
    >>> before_and_after(tables, reading(tables), russia, date(2014, 3, 18)).code
    'too_few_articles'
    """
    parted = _parted(read, side, cut, options)
    primary = parted.frames.filter(pl.col("role") == "primary")
    found = design(parted.articles, primary, frame_words(tables), parted.sides)._replace(strata_are="papers")
    compared = frame_comparison(found, options.seed, options.draws)
    if isinstance(compared, Refusal):
        return _too_few(parted.articles, parted.sides)
    compared = compared._replace(shares=over_events(compared.shares, parted, matched(found)))
    return _as_sampled(compared, parted.articles, options)


def _too_few(articles: pl.DataFrame, sides: tuple[str, str]) -> Refusal:
    later, earlier = (articles.filter(pl.col("side") == name)["unit"].n_unique() for name in sides)
    return Refusal(
        "too_few_articles",
        f"There are {earlier} articles before and {later} from then on (a shared description counts once), and only papers "
        f"that wrote in both times count; nothing is tested below {SIDE} in each.",
        f"At least {SIDE} articles in each of the two times, of papers that wrote in both.",
    )


def positions_before_and_after(
    read: Reading, side: Side, cut: date, scales: Mapping[str, Sequence[int]], options: Options = DEFAULT
) -> pl.DataFrame | Refusal:
    """Where one side stands on ordered scales from a day on (first) and before it (second), inside outlets.

    Args:
        read: a reading.
        side: country, group or outlet.
        cut: the first day of the second stretch.
        scales: the scores of each variable, rising.
        options: voices and the rest.

    Returns:
        As from ``ordinal_differences``, with ``records_a`` and ``records_b``, the articles that express a position, and
        without intervals, which would take papers for events; or the refusal of articles that are no sample.

    Source:
        As for ``ordinal_differences`` and ``before_and_after``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> tables = study().tables
    >>> japan, russia = sides("japan,russia", tables.outlets)
    >>> positions_before_and_after(reading(tables), japan, date(2014, 3, 18), {"stance": [-2, -1, 0, 1, 2]}).code
    'purposive_sample'
    """
    parted = _parted(read, side, cut, options)
    refusal = untested(parted.articles, options.treat_as)
    if refusal:
        return refusal
    found = ordinal_differences(parted, scales, options.seed, options.draws).with_columns(
        pl.lit(None, kind).alias(name)
        for name, kind in (("low", pl.Float64), ("high", pl.Float64), ("interval_by", pl.String))
    )
    held = parted.values.drop_nulls("score").with_columns(pl.col("variable").cast(pl.String))
    for name, letter in zip(parted.sides, "ab", strict=True):
        mine = held.filter(pl.col("side") == name).group_by("variable")
        records = mine.agg(pl.col("article").sort().alias(f"records_{letter}"))
        found = found.join(records, on="variable", how="left", maintain_order="left")
    return found.with_columns(pl.col("records_a", "records_b").fill_null([]))


def _parted(read: Reading, side: Side, cut: date, options: Options) -> Selection:
    """The articles of one side from a day on and before it, as if they were two sides; outlets are the strata."""
    when = pl.when(pl.col("published") >= cut).then(pl.lit("after")).otherwise(pl.lit("before"))
    mine = read.articles.filter(pl.col("outlet").cast(pl.String).is_in(side.outlets)).drop_nulls("published")
    voiced = mine.filter(pl.col("voice").is_in(options.voices)) if options.voices else mine
    unit = pl.coalesce("bundle", "article")
    articles = voiced.with_columns(side=when, stratum=pl.col("outlet").cast(pl.String), unit=unit)
    key = articles.select("article", "side")
    frames = read.frames.join(key, on="article").select("article", "side", "role", answer="frame")
    values = read.values.join(key, on="article").select("article", "side", "variable", "score")
    return Selection(articles, frames, values, ("after", "before"))


def _as_sampled(
    compared: FrameComparison | Refusal, articles: pl.DataFrame, options: Options
) -> FrameComparison | Refusal:
    refusal = untested(articles, options.treat_as)
    return described(compared, refusal) if refusal and isinstance(compared, FrameComparison) else compared


def _outlet(name: str, words: str) -> Side:
    return Side(name, "outlet", (name,), words)


def _rich(found: Design) -> Design:
    """The events on which both sides have enough articles."""
    kept = (found.n_a >= EVENT_ARTICLES) & (found.n_b >= EVENT_ARTICLES)
    strata = tuple(name for name, keep in zip(found.strata, kept, strict=True) if keep)
    return found._replace(strata=strata, a=found.a[kept], b=found.b[kept])


def _every_outlet(tables: Tables, read: Reading, options: Options) -> Selection:
    """Every outlet as a side of its own; pairs are picked from it, which is faster than selecting each."""
    name, unit = pl.col("outlet").cast(pl.String), pl.coalesce("bundle", "article")
    articles = timed(
        read.articles.with_columns(side=name, stratum=pl.col("event").cast(pl.String), unit=unit), tables.events
    )
    frames = read.frames.select("article", side=name, answer="frame", role="role")
    return within(Selection(articles, frames, frames.clear(), ("", "")), options.window, options.voices)


def _distance(tables: Tables, everyone: Selection, pair: tuple[str, str], options: Options) -> tuple[object, ...]:
    articles = everyone.articles.filter(pl.col("side").is_in(pair))
    found = matched(primary_design(tables, everyone._replace(articles=articles, sides=pair)))
    known = (*pair, len(found.strata), int(found.n_a.sum()), int(found.n_b.sum()))
    compared = untested(articles, options.treat_as) or frame_distance(found, options.seed, DRAWS)
    if isinstance(compared, Refusal):
        return (*known, None, None, None, None, compared.reason)
    test = compared.test
    p, refused = (test.p, None) if isinstance(test, PermutationTest) else (None, test.reason)
    return (*known, compared.distance, compared.null_mean, compared.percentile, p, refused)
