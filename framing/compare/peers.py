"""One outlet against its national peers, and all outlets against one another."""

from itertools import combinations
from typing import Any, NamedTuple

import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.draws import PEERS
from framing.analysis.false_discovery import family
from framing.analysis.reading import Reading
from framing.analysis.table import Tables
from framing.compare.chance.design import Design, matched
from framing.compare.chance.permutation import PermutationTest
from framing.compare.frames import FrameComparison, described, frame_comparison, frame_distance
from framing.compare.sampling import untested
from framing.compare.selection import Selection, primary_design, selection, timed, within
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.study.faults import meant

EVENT_ARTICLES, EVENTS = 3, 3
"""An outlet is compared with its peers on events with at least 3 articles of each, and at least 3 such events."""
PAPERS = 12
"""Papers that a picture of distances can hold."""


class PeerComparison(NamedTuple):
    """An outlet against the other outlets of its country.

    Attributes:
        outlet: the outlet.
        peers: the outlets it is compared with; it is never one of them.
        events: the events on which both have enough articles.
        frames: the frames of the two.
    """

    outlet: str
    peers: tuple[str, ...]
    events: tuple[str, ...]
    frames: FrameComparison


def against_peers(tables: Tables, read: Reading, outlet: str, choices: Choices = USUAL) -> PeerComparison | Refusal:
    """An outlet against its national peers, pooled without itself, inside events.

    Args:
        tables: the study's tables.
        read: a reading.
        outlet: an outlet of the core panel.
        choices: window, voices and the rest; articles of the outlet and of its peers are exchanged inside each event.

    Returns:
        The comparison; or the refusal ``no_peers`` (the only outlet of its country), ``too_few_events`` or
        ``unknown_outlet``.

    Source:
        Leave-one-out, so that an outlet is not part of what it is compared with: Efron and Tibshirani (1993), ch. 11.

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
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
        values = {"outlet": outlet, "country": own["country"]}
        return Refusal("no_peers", reason, "A second outlet of that country.", values)
    peers = tuple(others["outlet"])
    pair = (_outlet(outlet, own["name_short"]), Side("peers", "group", peers, f"peers of {own['name_short']}"))
    return _against(tables, read, pair, choices)


def _against(tables: Tables, read: Reading, pair: tuple[Side, Side], choices: Choices) -> PeerComparison | Refusal:
    every = selection(tables, read, pair)
    if isinstance(every, Refusal):
        return every
    chosen = within(every, choices)
    found = _rich(primary_design(tables, chosen))
    if len(found.strata) < EVENTS:
        reason = f"{pair[0].words} and its peers share {len(found.strata)} events with {EVENT_ARTICLES} articles each."
        values = {
            "kind": "peers", "outlet": pair[0].name, "events": len(found.strata), "articles": EVENT_ARTICLES, "least": EVENTS,
        }  # fmt: skip
        return Refusal("too_few_events", reason, f"{EVENTS} such events.", values)
    compared = _as_sampled(frame_comparison(found, choices.seed, choices.draws), chosen.articles, choices)
    if isinstance(compared, Refusal):
        return compared
    return PeerComparison(pair[0].name, pair[1].outlets, found.strata, compared)


def each_against_peers(
    tables: Tables, read: Reading, choices: Choices = USUAL
) -> tuple[pl.DataFrame, dict[str, Refusal]]:
    """Every outlet of the core panel against its national peers, all tests as one family.

    Args:
        tables: the study's tables.
        read: a reading.
        choices: as in ``against_peers``.

    Returns:
        One row per outlet with a test: ``outlet``, ``events`` (count), ``n_a`` and ``n_b`` (units of it and of its peers), ``p``
        with ``m``, ``q_bh``, ``q_by`` and ``discovery`` over these rows; ``answer``, the frame with the largest difference, and its
        ``difference``, ``low`` and ``high`` (-1 to 1). And why each other outlet has none, by its id.

    Source:
        Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001).

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> found, refused = each_against_peers(tables, reading(tables))
    >>> found.height, refused["rg"].code
    (0, 'no_peers')
    """
    core = tables.outlets.filter(pl.col("panel") == "core")["outlet"].cast(pl.String)
    rows = {outlet: _tested(against_peers(tables, read, outlet, choices)) for outlet in core}
    given = [(outlet, *row) for outlet, row in rows.items() if not isinstance(row, Refusal)]
    refused = {outlet: row for outlet, row in rows.items() if isinstance(row, Refusal)}
    return family(pl.DataFrame(given, schema=_EACH, orient="row")), refused


_EACH = pl.Schema(
    {
        "outlet": pl.String(), "events": pl.Int64(), "n_a": pl.Int64(), "n_b": pl.Int64(), "p": pl.Float64(),
        "answer": pl.String(), "difference": pl.Float64(), "low": pl.Float64(), "high": pl.Float64(),
    }
)  # fmt: skip


def _tested(found: PeerComparison | Refusal) -> tuple[Any, ...] | Refusal:
    """What a row says of an outlet: its test, and the frame with the largest difference."""
    if isinstance(found, Refusal):
        return found
    test = found.frames.test
    if isinstance(test, Refusal):
        return test
    shares = found.frames.shares.select("answer", "difference", "low", "high")
    largest = shares.sort(pl.col("difference").abs(), descending=True).row(0)
    return len(found.events), test.n_a, test.n_b, test.p, *largest


def pairwise_distances(tables: Tables, read: Reading, choices: Choices = USUAL) -> pl.DataFrame:
    """How far apart any two outlets are in their primary frames, inside the events that both cover.

    Args:
        tables: the study's tables.
        read: a reading.
        choices: window, voices and the rest; the number of draws is that of an overview.

    Returns:
        One row per pair of core outlets: ``outlet``, ``other``, ``events`` (covered by both), ``n_a``, ``n_b`` (units on
        them), Jensen-Shannon ``distance`` with ``null_mean`` and ``percentile`` (as in ``divergences``), ``p`` (permutation,
        within events), ``q_bh`` and ``q_by`` over the ``m`` pairs with a p; ``refused`` and
            ``because``, why there is none, in words and as a code; ``articles``, those
        of all core outlets that are tied to an event.

    Source:
        Lin (1991); Benjamini and Hochberg (1995).

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> pairwise_distances(tables, reading(tables)).filter(other="rg").select("outlet", "events", "distance").row(0)
    ('yomiuri', 0, None)
    """
    core = tables.outlets.filter(pl.col("panel") == "core")["outlet"].cast(pl.String).to_list()
    everyone = _every_outlet(tables, read, choices)
    rows = [_distance(tables, everyone, pair, choices) for pair in combinations(core, 2)]
    text, number, count = pl.String(), pl.Float64(), pl.Int64()
    schema = pl.Schema(
        {
            "outlet": text, "other": text, "events": count, "n_a": count, "n_b": count, "distance": number,
            "null_mean": number, "percentile": number, "p": number, "refused": text, "because": text,
        }
    )  # fmt: skip
    table = pl.DataFrame(rows, schema=schema, orient="row")
    tied = everyone.articles.filter(pl.col("side").is_in(core)).drop_nulls("event").height
    counted = family(table.select("outlet", "other", "p")).select("outlet", "other", "m", "q_bh", "q_by")
    found = table.join(counted, on=["outlet", "other"], how="left", maintain_order="left")
    return found.with_columns(articles=pl.lit(tied))


def most_compared(pairs: pl.DataFrame) -> pl.DataFrame:
    """All pairs; where there are more than ``PAPERS`` papers, the pairs of those that stand in most pairs with a distance.

    Args:
        pairs: as from ``pairwise_distances``.

    Returns:
        Rows of ``pairs``, in their order.

    Source:
        None: a choice of rows.

    >>> row = {"outlet": "a", "other": "b", "distance": None}
    >>> most_compared(pl.DataFrame([row])).height
    1
    """
    if pl.concat([pairs["outlet"], pairs["other"]]).n_unique() <= PAPERS:
        return pairs
    given = pairs.filter(pl.col("distance").is_not_null())
    most = pl.concat([given["outlet"], given["other"]]).value_counts(name="pairs")
    kept = most.sort("pairs", "outlet", descending=[True, False])["outlet"].head(PAPERS).to_list()
    return pairs.filter(pl.col("outlet").is_in(kept), pl.col("other").is_in(kept))


def _as_sampled(
    compared: FrameComparison | Refusal, articles: pl.DataFrame, choices: Choices
) -> FrameComparison | Refusal:
    refusal = untested(articles, choices.treat_as)
    return described(compared, refusal) if refusal and isinstance(compared, FrameComparison) else compared


def _outlet(name: str, words: str) -> Side:
    return Side(name, "outlet", (name,), words)


def _rich(found: Design) -> Design:
    """The events on which both sides have enough articles."""
    kept = (found.n_a >= EVENT_ARTICLES) & (found.n_b >= EVENT_ARTICLES)
    strata = tuple(name for name, keep in zip(found.strata, kept, strict=True) if keep)
    return found._replace(strata=strata, a=found.a[kept], b=found.b[kept])


def _every_outlet(tables: Tables, read: Reading, choices: Choices) -> Selection:
    """Every outlet as a side of its own; pairs are picked from it, which is faster than selecting each."""
    name, unit = pl.col("outlet").cast(pl.String), pl.coalesce("bundle", "article")
    articles = timed(
        read.articles.with_columns(side=name, stratum=pl.col("event").cast(pl.String), unit=unit), tables.events
    )
    frames = read.frames.select("article", side=name, answer="frame", role="role")
    values = read.values.select("article", "variable", "value", "missing", side=name)
    return within(Selection(articles, frames, values, ("", "")), choices)


def _distance(tables: Tables, everyone: Selection, pair: tuple[str, str], choices: Choices) -> tuple[object, ...]:
    articles = everyone.articles.filter(pl.col("side").is_in(pair))
    found = matched(primary_design(tables, everyone._replace(articles=articles, sides=pair)))
    known = (*pair, len(found.strata), int(found.n_a.sum()), int(found.n_b.sum()))
    compared = untested(articles, choices.treat_as) or frame_distance(found, choices.seed, PEERS)
    if isinstance(compared, Refusal):
        return (*known, None, None, None, None, compared.reason, compared.code)
    test = compared.test
    told = (test.p, None, None) if isinstance(test, PermutationTest) else (None, test.reason, test.code)
    return (*known, compared.distance, compared.null_mean, compared.percentile, *told)
