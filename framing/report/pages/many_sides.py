"""More than two sides: which pairs differ, or which side differs from all others, and each pair with its picture."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import polars as pl
import polars.selectors as cs

from framing.compare.frames import FrameComparison
from framing.compare.jointly import jointly
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.sides import Side
from framing.compare.verdicts import FOUND
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.blocks import Block, Details, Figure, Line, Page, Paragraph, Section, Table, joined, line
from framing.report.figures import figure
from framing.report.figures.sides import ComparedFrames
from framing.report.pages.comparison import told_no_match
from framing.report.pairing import Pairing
from framing.report.sections.comparison import share_table
from framing.report.sections.families import OVERVIEW
from framing.report.sections.verdicts import NAMED, apart_words, verdict_lines
from framing.report.sides import heads, side_head, side_name, told_listing
from framing.report.wording import family_size, refused, sampling_note


class Pair(NamedTuple):
    """Two of several sides, with what was found after correction for the tests of all."""

    pairing: Pairing
    compared: Comparison | Unmatched | Refusal


def compared_pairs(pairings: Sequence[Pairing], event: str = "") -> list[Pair]:
    """Every pair on one event, or on all that both cover, corrected together."""
    found = [
        compare_event(one.material, event, one.pair, one.choices)
        if event
        else compare_all(one.material, one.pair, one.choices)
        for one in pairings
    ]
    corrected = iter(jointly([one for one in found if isinstance(one, Comparison)]))
    judged = [next(corrected) if isinstance(one, Comparison) else one for one in found]
    return [Pair(pairing, compared) for pairing, compared in zip(pairings, judged, strict=True)]


def many_sides_page(pairs: Sequence[Pair], about: str) -> Page:
    """The page of several sides: what differs, then every pair with its picture.

    Args:
        pairs: as from ``compared_pairs``.
        about: the event or the events, for the heading.
    """
    ctx = pairs[0].pairing.ctx
    sides = [side for side in _sides(pairs) if side.name != "rest"]
    between = ctx.say.text("comparison-semicolon")
    lead = [ctx.say("countries-outlets", sides=between.join(side_name(ctx, side) for side in sides))]
    lead += [told_listing(ctx, side) for side in sides if side.listing]
    section = many_sides_section(pairs)
    answer, table, *rest = section.blocks
    whole = replace(section, blocks=(answer, table, _sampling(pairs), *rest))
    named = ctx.say.text("comparison-comma").join(side_head(ctx, side) for side in sides)
    title = ctx.say.text("countries-many-title", sides=named, about=about)
    return Page(OVERVIEW, title, tuple(lead), (whole,))


def _sampling(pairs: Sequence[Pair]) -> Paragraph:
    """How the articles of all sides were chosen."""
    pairing = pairs[0].pairing
    drawn = cs.by_name("inclusion", "relative", require_all=False)
    chosen = [pair.pairing.chosen.articles.select("article", "side", "sampling", drawn) for pair in pairs]
    articles = pl.concat(chosen, how="diagonal_relaxed")
    return sampling_note(pairing.ctx.say, articles.unique("article"), pairing.choices)


def many_sides_section(pairs: Sequence[Pair]) -> Section:
    """What differs between several sides, in a sentence and a table, and each pair folded."""
    ctx = pairs[0].pairing.ctx
    against_rest = any(side.name == "rest" for pair in pairs for side in pair.pairing.pair)
    title = ctx.say.text("countries-against-rest" if against_rest else "countries-every-pair")
    table = _list(pairs) if against_rest else _matrix(pairs)
    tested = [pair.compared for pair in pairs if isinstance(pair.compared, Comparison)]
    blocks: tuple[Block, ...] = (Paragraph(pairs_sentence(pairs)), table, *_each(pairs))
    family = max((family_size(one) for one in tested), default=0)
    return Section("sides", title, blocks, family=family, language=ctx.language)


def _sides(pairs: Sequence[Pair]) -> list[Side]:
    return list({side.words: side for pair in pairs for side in pair.pairing.pair}.values())


def pairs_sentence(pairs: Sequence[Pair]) -> Line:
    """How many pairs differ after correction, and which."""
    tested = [
        pair
        for pair in pairs
        if isinstance(pair.compared, Comparison) and not isinstance(pair.compared.verdicts, Refusal)
    ]
    say = pairs[0].pairing.ctx.say
    if not tested:
        return say("countries-pairs-untested", pairs=len(pairs))
    apart = [pair for pair in tested if _differs(pair)]
    m = max(family_size(pair.compared) for pair in tested if isinstance(pair.compared, Comparison))
    named = joined([_called(pair) for pair in apart], say.text("comparison-semicolon"))
    kind = "named" if 0 < len(apart) <= NAMED else "counted"
    told = say("countries-pairs", apart=len(apart), pairs=len(tested), kind=kind, named=named)
    said = [told, say("countries-pairs-corrected", tests=m)]
    if len(pairs) > len(tested):
        said.append(say("countries-pairs-left", pairs=len(pairs) - len(tested)))
    return joined(said, say.text("between-sentences"))


def _differs(pair: Pair) -> bool:
    found = pair.compared
    if not isinstance(found, Comparison) or isinstance(found.verdicts, Refusal):
        return False
    return bool(found.verdicts["verdict"].is_in(FOUND).any())


def _called(pair: Pair) -> str:
    ctx = pair.pairing.ctx
    one, other = heads(ctx, pair.pairing.pair)
    return ctx.say.text("countries-pair", one=one, other=other)


def found_in(pair: Pair) -> str:
    """What one pair was found to differ in, in a few words."""
    if isinstance(pair.compared, Comparison):
        return apart_words(pair.pairing, pair.compared)
    unmatched = isinstance(pair.compared, Unmatched)
    return pair.pairing.ctx.say.text("countries-no-common" if unmatched else "countries-not-compared")


def _matrix(pairs: Sequence[Pair]) -> Table:
    """A row and a column per side; every pair once, above the diagonal."""
    ctx = pairs[0].pairing.ctx
    found = {tuple(side.name for side in pair.pairing.pair): found_in(pair) for pair in pairs}
    sides = _sides(pairs)
    rows = tuple(
        (line(side_head(ctx, row)), *(line(found.get((row.name, column.name), "")) for column in sides[1:]))
        for row in sides[:-1]
    )
    return Table(ctx.say.text("countries-matrix"), ("", *(side_head(ctx, side) for side in sides[1:])), rows)


def _list(pairs: Sequence[Pair]) -> Table:
    ctx = pairs[0].pairing.ctx
    rows = tuple((line(side_head(ctx, pair.pairing.pair[0])), line(found_in(pair))) for pair in pairs)
    head = (ctx.say.text("countries-head-side"), ctx.say.text("countries-head-differs"))
    return Table(ctx.say.text("countries-list"), head, rows)


def _each(pairs: Sequence[Pair]) -> Iterator[Details]:
    for nth, pair in enumerate(pairs):
        summary = pair.pairing.ctx.say.text("countries-each-frame", pair=_called(pair))
        yield Details(summary, tuple(_shown(pair, nth)))


def _shown(pair: Pair, nth: int) -> Iterator[Block]:
    """The verdicts of one pair, its picture under a name of its own, and its numbers; or why there are none."""
    found, ctx = pair.compared, pair.pairing.ctx
    nothing = ctx.say("comparison-no-difference")
    between = ctx.say.text("between-sentences")
    if isinstance(found, Unmatched):
        yield Paragraph(line(nothing, between, told_no_match(pair.pairing, found)), "refusal")
        return
    why = found.frames if isinstance(found, Comparison) else found
    if isinstance(why, Refusal) or not isinstance(found, Comparison):
        assert isinstance(why, Refusal)
        yield refused(why, nothing, ctx=ctx)
        return
    assert isinstance(found.frames, FrameComparison)
    if told := joined(verdict_lines(pair.pairing, found), between):
        yield Paragraph(told)
    about = found.match.event if found.match else ""
    picture = figure("compare-frames", ComparedFrames(pair.pairing, found, found.frames, about), pair.pairing.ctx)
    yield replace(picture, name=f"{picture.name}-{nth + 1}") if isinstance(picture, Figure) else picture
    yield share_table(pair.pairing, found, found.frames.shares)
