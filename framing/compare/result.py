"""The comparison of two sides on one event, in a window, or on all events that both cover: plain values for a page."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing.compare.design import Design, matched
from framing.compare.false_discovery import family
from framing.compare.frames import FrameComparison, described, frame_comparison
from framing.compare.matching import Match, match, matched_events, under
from framing.compare.options import DEFAULT, Options
from framing.compare.ordinal import ordinal_differences
from framing.compare.paper_test import PaperTest, paper_test, papers
from framing.compare.permutation import PermutationTest, smallest_attainable_p
from framing.compare.reliability import stamps
from framing.compare.sampling import statement, untested
from framing.compare.selection import Selection, primary_design, selection, within
from framing.compare.sides import Side
from framing.compare.who_covered import Unmatched, left_out, no_match, who_covered
from framing.faults import meant
from framing.reading import Reading
from framing.refusal import Refusal
from framing.table import Tables


class Material(NamedTuple):
    """What comparisons are made from.

    Attributes:
        tables: the study's tables.
        reading: one reading, with ``voice``.
        scales: the ordinal variables with their scores, rising.
        reliability: as from ``reliability_by_language``, or why there is none.
    """

    tables: Tables
    reading: Reading
    scales: Mapping[str, Sequence[int]]
    reliability: pl.DataFrame | Refusal


class Comparison(NamedTuple):
    """Two sides compared. Coverage and cards are always there; all other parts may be refusals.

    Attributes:
        sides: the two sides; their ``words`` name the outlets.
        match: the level at which the event matches; None for all events.
        coverage: as from ``who_covered`` for the matched event; as from ``matched_events`` for all events.
        cards: one row per (article, side), by day: ``article``, ``side``, ``outlet``, ``event``, ``published``, ``days``,
            ``primary``, ``secondary``, ``voice``, ``headline``, ``basis``, and a column per ordinal variable.
        sampling: the sentence that stands beside every p.
        smallest_p: the smallest p that so many articles on so many events could give at best.
        frames: the comparison of frames; its ``test``, of these papers in these articles, may be a refusal by itself.
        papers: whether the countries, or other groups of papers, differ: as from ``paper_test``, or why it cannot be told.
        ordinal: as from ``ordinal_differences``.
        family: every p with its adjusted values and ``m``, as from ``false_discovery.family``.
        reliability: ``judgement``, ``low`` and ``stamp`` in the languages compared, as from ``stamps``.
    """

    sides: tuple[Side, Side]
    match: Match | None
    coverage: pl.DataFrame
    cards: pl.DataFrame
    sampling: str
    smallest_p: float
    frames: FrameComparison | Refusal
    papers: PaperTest | Refusal
    ordinal: pl.DataFrame | Refusal
    family: pl.DataFrame | Refusal
    reliability: pl.DataFrame | Refusal


def ordinal_scales(codebook: Mapping[str, Any]) -> dict[str, list[int]]:
    """The ordinal variables of a codebook with their scores.

    Args:
        codebook: the codebook.

    Returns:
        Scores by variable, rising.

    Source:
        None: a selection.

    >>> ordinal_scales({"variables": [{"id": "stance", "level": "ordinal", "values": [{"id": -1}, {"id": 1}]}]})
    {'stance': [-1, 1]}
    """
    return {
        entry["id"]: [value["id"] for value in entry["values"]]
        for entry in codebook["variables"]
        if entry["level"] == "ordinal"
    }


def judgement_names(scales: Mapping[str, Sequence[int]], frames: Sequence[str]) -> list[str]:
    """The judgements whose reliability stands beside a comparison.

    Args:
        scales: the ordinal variables.
        frames: the frames.

    Returns:
        Names as in ``framing.agreement.study``.

    Source:
        None: names.

    >>> judgement_names({"stance": [-1, 1]}, ["war"])
    ['primary', 'frame:war', 'stance']
    """
    return ["primary", *(f"frame:{frame}" for frame in frames), *scales]


def compare_event(
    material: Material, event: str, pair: tuple[Side, Side], options: Options = DEFAULT
) -> Comparison | Unmatched | Refusal:
    """Two sides on one event, or on the parts of an umbrella.

    Args:
        material: the study, one reading of it, its scales and reliability.
        event: an event of the study.
        pair: the sides.
        options: window, voices and the rest.

    Returns:
        The comparison; where no level matches, the refusal with the nearest pairs of events; or ``unknown_event``.

    Source:
        See the functions that make its parts.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> corpus = study()
    >>> scales = ordinal_scales(corpus.codebook)
    >>> material = Material(corpus.tables, reading(corpus.tables, filters=("voice",)), scales, Refusal("not_asked", "", ""))
    >>> found = compare_event(material, "u-ukraine-crisis-sanctions", sides("japan,russia", corpus.tables.outlets))
    >>> found.match.level, found.frames.code
    ('parts', 'too_few_articles')
    """
    known = material.tables.events["event"].cast(pl.String).to_list()
    if event not in known:
        return Refusal(
            "unknown_event", f"There is no event {event!r}{meant(event, known, 6)}", "An event of the study."
        )
    chosen = _chosen(material, pair, options)
    if isinstance(chosen, Refusal):
        return chosen
    tables, (every, narrowed) = material.tables, chosen
    level = match(narrowed.articles, tables.events, event, narrowed.sides)
    if level is None:
        return no_match(every.articles, tables, pair, event, left_out(options))
    names = [level.event] if level.level == "own" else under(tables.events, level.event)
    about = narrowed._replace(articles=narrowed.articles.filter(pl.col("event").cast(pl.String).is_in(names)))
    return _compared(material, about, pair, options)._replace(
        match=level, coverage=who_covered(tables, every.articles, pair, level.event)
    )


def compare_all(
    material: Material, pair: tuple[Side, Side], options: Options = DEFAULT
) -> Comparison | Unmatched | Refusal:
    """Two sides on every event that both cover by articles on the event itself, articles shuffled only inside events.

    Args:
        material: the study, one reading of it, its scales and reliability.
        pair: the sides.
        options: window (of dates, for a stretch of time), voices and the rest.

    Returns:
        The comparison; where no event is covered by both, the refusal with the nearest pairs.

    Source:
        See the functions that make its parts.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.reading import reading
    >>> corpus = study()
    >>> material = Material(corpus.tables, reading(corpus.tables, filters=("voice",)), {}, Refusal("not_asked", "", ""))
    >>> found = compare_all(material, sides("japan,russia", corpus.tables.outlets))
    >>> found.refusal.code, "u-ukraine-crisis-sanctions" in found.umbrellas["event"]
    ('no_matched_event', True)
    """
    chosen = _chosen(material, pair, options)
    if isinstance(chosen, Refusal):
        return chosen
    tables, (every, narrowed) = material.tables, chosen
    both = matched_events(narrowed.articles, tables.events, narrowed.sides)
    own = both.filter(pl.col("level") == "own")
    if own.is_empty() and not pair[0].coder:
        return no_match(every.articles, tables, pair, where=left_out(options))
    return _compared(material, narrowed, pair, options)._replace(coverage=both)


def _chosen(material: Material, pair: tuple[Side, Side], options: Options) -> tuple[Selection, Selection] | Refusal:
    chosen = selection(material.tables, material.reading, pair)
    return chosen if isinstance(chosen, Refusal) else (chosen, within(chosen, options.window, options.voices))


def _compared(material: Material, chosen: Selection, pair: tuple[Side, Side], options: Options) -> Comparison:
    found = matched(primary_design(material.tables, chosen))
    sizes = list(zip(found.n_a.tolist(), found.n_b.tolist(), strict=True))
    frames = frame_comparison(found, options.seed, options.draws)
    ordinal = ordinal_differences(chosen, material.scales, options.seed, options.draws)
    refusal = untested(chosen.articles, options.treat_as)
    if refusal and isinstance(frames, FrameComparison):
        frames = described(frames, refusal)
    between = frames if isinstance(frames, Refusal) else refusal or _between_papers(chosen, found, pair, options)
    if isinstance(frames, FrameComparison):
        frames = frames._replace(shares=_with_records(chosen, found.strata, frames.shares))
    if isinstance(frames, FrameComparison) and isinstance(frames.test, PermutationTest) and pair[0].coder:
        frames = frames._replace(test=frames.test._replace(about="these two readings of these articles"))
    return Comparison(
        sides=pair,
        match=None,
        coverage=pl.DataFrame(),
        cards=_cards(chosen, material.scales),
        sampling=statement(chosen.articles, options.treat_as),
        smallest_p=smallest_attainable_p(sizes),
        frames=frames,
        papers=between,
        ordinal=refusal or ordinal,
        family=refusal or _family(frames, ordinal),
        reliability=_reliability(material, chosen),
    )


def _between_papers(chosen: Selection, found: Design, pair: tuple[Side, Side], options: Options) -> PaperTest | Refusal:
    held = papers(chosen, found.strata, found.answers, pair)
    return paper_test(held, pair, options.draws, options.seed)


def _family(frames: FrameComparison | Refusal, ordinal: pl.DataFrame) -> pl.DataFrame | Refusal:
    """Every p of the comparison in one family."""
    if isinstance(frames, Refusal):
        return frames
    overall = frames.test.p if isinstance(frames.test, PermutationTest) else None
    scaled = pl.concat(
        [
            ordinal.select(test=pl.format("{}:{}", "variable", pl.lit(what)), p=name)
            for name, what in (("p_medians", "medians"), ("p", "superiority"))
        ]
    )
    rows = [
        pl.DataFrame({"test": ["primary"], "p": [overall]}, schema={"test": pl.String, "p": pl.Float64}),
        frames.shares.select(test=pl.format("frame:{}", "answer"), p="p"),
        scaled,
    ]
    return family(pl.concat(rows))


def _reliability(material: Material, chosen: Selection) -> pl.DataFrame | Refusal:
    if isinstance(material.reliability, Refusal):
        return material.reliability
    return stamps(material.reliability, chosen.articles["article_language"].unique().sort().to_list())


def _with_records(chosen: Selection, strata: Sequence[str], shares: pl.DataFrame) -> pl.DataFrame:
    """Adds the articles behind every share, ``records_a`` and ``records_b``."""
    counted = chosen.articles.filter(pl.col("stratum").is_in(list(strata)))
    held = chosen.frames.filter(pl.col("role") == "primary").join(
        counted.select("article", "side"), on=["article", "side"]
    )
    for side, letter in zip(chosen.sides, "ab", strict=True):
        records = (
            held.filter(pl.col("side") == side)
            .group_by(pl.col("answer").cast(pl.String))
            .agg(pl.col("article").sort().alias(f"records_{letter}"))
        )
        shares = shares.join(records, on="answer", how="left", maintain_order="left")
    return shares.with_columns(pl.col("records_a", "records_b").fill_null([]))


def _cards(chosen: Selection, scales: Mapping[str, Sequence[int]]) -> pl.DataFrame:
    key = ["article", "side"]
    secondary = (
        chosen.frames.filter(pl.col("role") == "secondary")
        .group_by(key)
        .agg(secondary=pl.col("answer").cast(pl.String).sort())
    )
    scores = chosen.values.with_columns(pl.col("variable").cast(pl.String)).filter(
        pl.col("variable").is_in(list(scales))
    )
    wide = scores.pivot("variable", index=key, values="score", aggregate_function="first")
    named = chosen.articles.select(
        *key, "outlet", "event", "published", "days", "primary", "voice", "headline", "basis"
    )
    return (
        named.join(secondary, on=key, how="left")
        .join(wide, on=key, how="left")
        .with_columns(pl.col("secondary").fill_null([]))
        .sort("published", *key)
    )
