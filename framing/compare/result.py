"""The comparison of two sides on one event, in a window, or on all events that both cover: plain values for a page."""

from typing import NamedTuple

import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.false_discovery import family
from framing.analysis.subjects import FRAME_TEST, Subject
from framing.analysis.table import parents
from framing.compare.chance.design import Design, matched
from framing.compare.chance.paper_test import PaperTest, paper_test, papers
from framing.compare.chance.permutation import PermutationTest, smallest_attainable_p
from framing.compare.coder_error.misclassification import CoderErrors, coder_errors
from framing.compare.expression import expression_differences
from framing.compare.frames import FrameComparison, described, frame_comparison
from framing.compare.matching import Match, match, matched_events
from framing.compare.material import Material
from framing.compare.ordinal import ordinal_differences
from framing.compare.records import article_cards, beside, with_records
from framing.compare.reliability import stamps
from framing.compare.sampling import statement, untested
from framing.compare.selection import Selection, primary_design, selection, with_articles, within
from framing.compare.sides import Side
from framing.compare.verdicts import leveled, verdicts
from framing.compare.who_covered import Covered, Unmatched, covered, left_out, no_match, who_covered
from framing.refusal import Refusal
from framing.study.faults import meant
from framing.study.umbrellas import under


class Comparison(NamedTuple):
    """Two sides compared. Coverage and cards are always there; all other parts may be refusals.

    Attributes:
        sides: the two sides; their ``words`` name the outlets.
        match: the level at which the event matches; None for all events.
        coverage: as from ``who_covered`` for the matched event; as from ``matched_events`` for all events.
        design: the units of both sides that are compared, by event and frame.
        cards: one row per (article, side), by day: ``article``, ``side``, ``outlet``, ``event``, ``published``, ``days``, ``earliest``, ``latest``,
            ``primary``, ``secondary``, ``headline``, ``basis``, and a column per ordinal variable.
        sampling: the sentence beside every p.
        smallest_p: the smallest p that these articles could give: that of the test; without one, the smallest that so many
            articles on so many events could give at best.
        frames: the comparison of frames; its ``test``, of these papers in these articles, may be a refusal by itself.
        papers: whether the countries, or other groups of papers, differ: as from ``paper_test``, or why that is unknown.
        ordinal: as from ``ordinal_differences``, with ``records_a`` and ``records_b``, the articles that are compared.
        expression: as from ``expression_differences``.
        family: every p with its adjusted values and ``m``, as from ``false_discovery.family``.
        verdicts: what was found of each frame, with the difference that could have been found, as from ``verdicts``.
        reliability: ``judgement``, ``low`` and ``stamp`` in the languages compared, as from ``stamps``.
        errors: what is left of the differences without coder error, as from ``coder_errors``.
    """

    sides: tuple[Side, Side]
    match: Match | None
    coverage: pl.DataFrame
    design: Design
    cards: pl.DataFrame
    sampling: str
    smallest_p: float
    frames: FrameComparison | Refusal
    papers: PaperTest | Refusal
    ordinal: pl.DataFrame | Refusal
    expression: pl.DataFrame | Refusal
    family: pl.DataFrame | Refusal
    verdicts: pl.DataFrame | Refusal
    reliability: pl.DataFrame | Refusal
    errors: CoderErrors | Refusal


def compare_event(
    material: Material, event: str, pair: tuple[Side, Side], choices: Choices = USUAL
) -> Comparison | Unmatched | Refusal:
    """Two sides on one event, or on the parts of an umbrella.

    Args:
        material: the study, one reading of it, its scales and reliability.
        event: an event of the study.
        pair: the sides.
        choices: window, voices and the rest.

    Returns:
        The comparison; where no level matches, the refusal with the nearest pairs of events; or ``unknown_event``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> corpus = study()
    >>> material = Material(corpus.tables, reading(corpus.tables), {}, Refusal("not_asked", "", ""))
    >>> found = compare_event(material, "u-ukraine-crisis-sanctions", sides("japan,russia", corpus.tables.outlets))
    >>> found.match.level, found.frames.code
    ('parts', 'too_few_articles')
    """
    known = material.tables.events["event"].cast(pl.String).to_list()
    if event not in known:
        reason = f"There is no event {event!r}{meant(event, known, 6)}"
        return Refusal("unknown_event", reason, "An event of the study.")
    met = meeting(material, pair, choices)
    return met if isinstance(met, Refusal) else compare_on(material, met, event, pair, choices)


class Meeting(NamedTuple):
    """What is the same of two sides on whichever event they are compared.

    Attributes:
        every: their articles, whatever the window and the voices.
        chosen: those in the window and of the voices.
        covered: the coverage of all events by all of them.
    """

    every: Selection
    chosen: Selection
    covered: Covered


def meeting(material: Material, pair: tuple[Side, Side], choices: Choices = USUAL) -> Meeting | Refusal:
    """What ``compare_on`` takes of two sides, worked out once for all events.

    Args:
        material: the study, one reading of it, its scales and reliability.
        pair: the sides.
        choices: window, voices and the rest.

    Returns:
        The articles of both sides and what these cover; or why they cannot be selected.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> corpus = study()
    >>> material = Material(corpus.tables, reading(corpus.tables), {}, Refusal("not_asked", "", ""))
    >>> meeting(material, sides("japan,russia", corpus.tables.outlets)).every.articles.height
    25
    """
    chosen = _chosen(material, pair, choices)
    if isinstance(chosen, Refusal):
        return chosen
    every, narrowed = chosen
    return Meeting(every, narrowed, covered(material.tables, every.articles))


def compare_on(
    material: Material, met: Meeting, event: str, pair: tuple[Side, Side], choices: Choices = USUAL
) -> Comparison | Unmatched:
    """Two sides on one of several events: what ``compare_event`` gives.

    Args:
        material: the study, one reading of it, its scales and reliability.
        met: as from ``meeting`` of the same material, sides and choices.
        event: an event of the study.
        pair: the sides.
        choices: window, voices and the rest.

    Returns:
        The comparison; where no level matches, the refusal with the nearest pairs of events.
    """
    tables, narrowed = material.tables, met.chosen
    level = match(narrowed.articles, tables.events, event, narrowed.sides)
    if level is None:
        return no_match(met.every.articles, tables, pair, event, left_out(choices))
    names = [level.event] if level.level == "own" else under(level.event, parents(tables.events))
    about = narrowed.articles.filter(pl.col("event").cast(pl.String).is_in(names))
    return _compared(material, with_articles(narrowed, about), pair, choices)._replace(
        match=level, coverage=who_covered(tables, met.covered, pair, level.event)
    )


def compare_all(
    material: Material, pair: tuple[Side, Side], choices: Choices = USUAL
) -> Comparison | Unmatched | Refusal:
    """Two sides on every event that both cover by articles on the event itself, articles shuffled only inside events.

    Args:
        material: the study, one reading of it, its scales and reliability.
        pair: the sides.
        choices: window (of dates, for a stretch of time), voices and the rest.

    Returns:
        The comparison; where no event is covered by both, the refusal with the nearest pairs.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> corpus = study()
    >>> material = Material(corpus.tables, reading(corpus.tables), {}, Refusal("not_asked", "", ""))
    >>> found = compare_all(material, sides("japan,russia", corpus.tables.outlets))
    >>> found.refusal.code, "u-ukraine-crisis-sanctions" in found.umbrellas["event"]
    ('no_matched_event', True)
    """
    chosen = _chosen(material, pair, choices)
    if isinstance(chosen, Refusal):
        return chosen
    tables, (every, narrowed) = material.tables, chosen
    both = matched_events(narrowed.articles, tables.events, narrowed.sides)
    own = both.filter(pl.col("level") == "own")
    if own.is_empty() and not pair[0].coder:
        return no_match(every.articles, tables, pair, where=left_out(choices))
    return _compared(material, narrowed, pair, choices)._replace(coverage=both)


def _chosen(material: Material, pair: tuple[Side, Side], choices: Choices) -> tuple[Selection, Selection] | Refusal:
    chosen = selection(material.tables, material.reading, pair)
    return chosen if isinstance(chosen, Refusal) else (chosen, within(chosen, choices))


def _compared(material: Material, chosen: Selection, pair: tuple[Side, Side], choices: Choices) -> Comparison:
    found = matched(primary_design(material.tables, chosen))
    frames = frame_comparison(found, choices.seed, choices.draws)
    ordinal = ordinal_differences(chosen, material.scales, choices.seed, choices.draws)
    expression = expression_differences(chosen, material.scales, choices.seed, choices.draws)
    refusal = untested(chosen.articles, choices.treat_as)
    if refusal and isinstance(frames, FrameComparison):
        frames = described(frames, refusal)
    between = frames if isinstance(frames, Refusal) else refusal or _between_papers(chosen, found, pair, choices)
    if isinstance(frames, FrameComparison):
        frames = frames._replace(shares=with_records(chosen, found.strata, frames.shares))
    if isinstance(frames, FrameComparison) and isinstance(frames.test, PermutationTest) and pair[0].coder:
        frames = frames._replace(test=frames.test._replace(about="these two readings of these articles"))
    tests = refusal or _family(frames, ordinal, expression)
    return Comparison(
        sides=pair,
        match=None,
        coverage=pl.DataFrame(),
        design=found,
        cards=article_cards(chosen, material.scales),
        sampling=statement(chosen.articles, choices.treat_as),
        smallest_p=_smallest_p(found, frames),
        frames=frames,
        papers=between,
        ordinal=refusal or _with_positions(chosen, ordinal),
        expression=refusal or expression,
        family=tests,
        verdicts=_verdicts(found, frames, tests),
        reliability=stamps(material.reliability, chosen.articles["article_language"].unique().sort().to_list()),
        errors=_errors(material, chosen, found, frames, choices.seed),
    )


def _between_papers(chosen: Selection, found: Design, pair: tuple[Side, Side], choices: Choices) -> PaperTest | Refusal:
    held = papers(chosen, found.strata, found.answers, pair)
    return paper_test(held, pair, choices.draws, choices.seed)


def _errors(
    material: Material, chosen: Selection, found: Design, frames: FrameComparison | Refusal, seed: int
) -> CoderErrors | Refusal:
    test = frames if isinstance(frames, Refusal) else frames.test
    if isinstance(test, Refusal):
        return test
    if isinstance(material.confusions, Refusal):
        return material.confusions
    return coder_errors(material.confusions, chosen.articles, found, chosen.sides, seed)


def _smallest_p(found: Design, frames: FrameComparison | Refusal) -> float:
    if isinstance(frames, FrameComparison) and isinstance(frames.test, PermutationTest):
        return frames.test.smallest_p
    return smallest_attainable_p(list(zip(found.n_a.tolist(), found.n_b.tolist(), strict=True)))


def _family(
    frames: FrameComparison | Refusal, ordinal: pl.DataFrame, expression: pl.DataFrame
) -> pl.DataFrame | Refusal:
    """Every p of the comparison in one family."""
    if isinstance(frames, Refusal):
        return frames
    overall = frames.test.p if isinstance(frames.test, PermutationTest) else None
    rows = [
        pl.DataFrame({"test": [str(Subject("primary"))], "p": [overall]}, schema={"test": pl.String, "p": pl.Float64}),
        frames.shares.select(test=FRAME_TEST, p="p"),
        ordinal.select(test=pl.format(str(Subject("superiority", "{}")), "variable"), p="p"),
        expression.select(test=pl.format(str(Subject("expressed", "{}")), "variable"), p="p"),
    ]
    return family(pl.concat(rows))


def _verdicts(
    found: Design, frames: FrameComparison | Refusal, tests: pl.DataFrame | Refusal
) -> pl.DataFrame | Refusal:
    if isinstance(tests, Refusal):
        return tests
    return frames if isinstance(frames, Refusal) else verdicts(found, frames.shares, leveled(tests))


def _with_positions(chosen: Selection, ordinal: pl.DataFrame) -> pl.DataFrame:
    """Adds the articles of both sides that take a position where the other side does too, ``records_a`` and ``records_b``."""
    placed = chosen.articles.select("article", "side", "stratum").drop_nulls("stratum")
    scored = chosen.values.with_columns(pl.col("variable").cast(pl.String)).drop_nulls("score")
    shared = scored.join(placed, on=["article", "side"]).filter(
        pl.col("side").n_unique().over("variable", "stratum") == 2
    )
    return beside(ordinal, shared, chosen.sides, "variable")
