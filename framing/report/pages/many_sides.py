"""More than two sides: which pairs differ, or which side differs from all others, and each pair with its picture."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import polars as pl

from framing.compare.frames import FrameComparison
from framing.compare.jointly import jointly
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.sampling import statement
from framing.compare.sides import Side
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Figure, Line, Page, Paragraph, Section, Table, joined, line
from framing.report.context import plural
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.ground import Ground
from framing.report.sections.comparison import share_table
from framing.report.sections.families import OVERVIEW
from framing.report.sections.verdicts import NAMED, apart_words, verdict_lines
from framing.report.wording import family_size, refused, sampling_note


class Pair(NamedTuple):
    """Two of several sides, with what was found after correction for the tests of all."""

    ground: Ground
    compared: Comparison | Unmatched | Refusal


def compared_pairs(grounds: Sequence[Ground], event: str = "") -> list[Pair]:
    """Every pair on one event, or on all that both cover, corrected together."""
    found = [
        compare_event(one.material, event, one.pair, one.choices)
        if event
        else compare_all(one.material, one.pair, one.choices)
        for one in grounds
    ]
    corrected = iter(jointly([one for one in found if isinstance(one, Comparison)]))
    judged = [next(corrected) if isinstance(one, Comparison) else one for one in found]
    return [Pair(ground, compared) for ground, compared in zip(grounds, judged, strict=True)]


def many_sides_page(pairs: Sequence[Pair], about: str) -> Page:
    """The page of several sides: what differs, then every pair with its picture.

    Args:
        pairs: as from ``compared_pairs``.
        about: the event or the events, for the heading.
    """
    sides = [side for side in _sides(pairs) if side.name != "rest"]
    lead = [line(f"{'; '.join(side.words for side in sides)}: outlets, not countries.")]
    lead += [line(f"{side.words}: {side.listing}.") for side in sides if side.listing]
    section = many_sides_section(pairs)
    answer, table, *rest = section.blocks
    whole = replace(section, blocks=(answer, table, _sampling(pairs), *rest))
    return Page(OVERVIEW, f"{', '.join(side.head for side in sides)}: {about}", tuple(lead), (whole,))


def _sampling(pairs: Sequence[Pair]) -> Paragraph:
    """How the articles of all sides were chosen."""
    articles = pl.concat([pair.ground.chosen.articles.select("article", "side", "sampling") for pair in pairs])
    return sampling_note(statement(articles.unique("article"), pairs[0].ground.choices.treat_as))


def many_sides_section(pairs: Sequence[Pair]) -> Section:
    """What differs between several sides, in a sentence and a table, and each pair folded."""
    against_rest = any(side.name == "rest" for pair in pairs for side in pair.ground.pair)
    title = "Each side against all others" if against_rest else "Every pair of sides"
    table = _list(pairs) if against_rest else _matrix(pairs)
    tested = [pair.compared for pair in pairs if isinstance(pair.compared, Comparison)]
    blocks: tuple[Block, ...] = (Paragraph(pairs_sentence(pairs)), table, *_each(pairs))
    family = max((family_size(one) for one in tested), default=0)
    return Section("sides", title, blocks, family=family)


def _sides(pairs: Sequence[Pair]) -> list[Side]:
    return list({side.words: side for pair in pairs for side in pair.ground.pair}.values())


def pairs_sentence(pairs: Sequence[Pair]) -> Line:
    """How many pairs differ after correction, and which."""
    tested = [
        pair
        for pair in pairs
        if isinstance(pair.compared, Comparison) and not isinstance(pair.compared.verdicts, Refusal)
    ]
    if not tested:
        return line(f"None of the {plural(len(pairs), 'pair')} can be tested; each says below what it would need.")
    apart = [pair for pair in tested if _differs(pair)]
    m = max(family_size(pair.compared) for pair in tested if isinstance(pair.compared, Comparison))
    left = len(pairs) - len(tested)
    rest = f" {plural(left, 'pair')} could not be tested." if left else ""
    named = joined([line(_called(pair)) for pair in apart], "; ")
    which = line(": ", named) if 0 < len(apart) <= NAMED else line()
    return line(
        f"{len(apart)} of {plural(len(tested), 'pair')} differ in at least one frame dimension", which,
        f". All {m} tests of these pairs are corrected together.{rest}",
    )  # fmt: skip


def _differs(pair: Pair) -> bool:
    found = pair.compared
    if not isinstance(found, Comparison) or isinstance(found.verdicts, Refusal):
        return False
    return bool(found.verdicts["verdict"].is_in(["larger", "smaller"]).any())


def _called(pair: Pair) -> str:
    one, other = pair.ground.pair
    return f"{one.head} and {other.head}"


def found_in(pair: Pair) -> str:
    """What one pair was found to differ in, in a few words."""
    if isinstance(pair.compared, Comparison):
        return apart_words(pair.ground, pair.compared)
    return "no event in common" if isinstance(pair.compared, Unmatched) else "not compared"


CELL = (
    "Frame dimensions that differ of those tested, after correction for all pairs; points: the side of the row less that of the "
    "column, within events that both cover."
)


def _matrix(pairs: Sequence[Pair]) -> Table:
    """A row and a column per side; every pair once, above the diagonal."""
    found = {tuple(side.name for side in pair.ground.pair): found_in(pair) for pair in pairs}
    sides = _sides(pairs)
    rows = tuple(
        (line(row.head), *(line(found.get((row.name, column.name), "")) for column in sides[1:])) for row in sides[:-1]
    )
    return Table(CELL, ("", *(side.head for side in sides[1:])), rows)


def _list(pairs: Sequence[Pair]) -> Table:
    rows = tuple((line(pair.ground.pair[0].head), line(found_in(pair))) for pair in pairs)
    return Table(
        CELL.replace("that of the column", "all others together"), ("Side", "differs from all others in"), rows
    )


def _each(pairs: Sequence[Pair]) -> Iterator[Details]:
    for nth, pair in enumerate(pairs):
        yield Details(f"{_called(pair)}: each frame dimension", tuple(_shown(pair, nth)))


def _shown(pair: Pair, nth: int) -> Iterator[Block]:
    """The verdicts of one pair, its picture under a name of its own, and its numbers; or why there are none."""
    found = pair.compared
    if not isinstance(found, Comparison):
        yield refused(found.refusal if isinstance(found, Unmatched) else found, "No difference is given.")
        return
    if not isinstance(found.frames, FrameComparison):
        yield refused(found.frames, "No difference is given.")
        return
    if told := joined(verdict_lines(pair.ground, found), " "):
        yield Paragraph(told)
    about = found.match.event if found.match else ""
    picture = figure("compare-frames", ComparedFrames(pair.ground, found, found.frames, about), pair.ground.ctx.style)
    yield replace(picture, name=f"{picture.name}-{nth + 1}") if isinstance(picture, Figure) else picture
    yield share_table(pair.ground, found, found.frames.shares)
