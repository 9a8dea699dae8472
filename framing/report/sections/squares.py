"""What a few articles can show: that nothing is tested and what that would need, and each article as a square."""

import polars as pl

from framing.compare.records import article_cards
from framing.refusal import Refusal
from framing.report.blocks import Line, Paragraph, Section, line
from framing.report.figures import figure
from framing.report.figures.by_event import Held
from framing.report.pairing import Pairing
from framing.report.wording import refused, sampling_note


def squares_section(pairing: Pairing, refusal: Refusal | Line, cards: pl.DataFrame | None = None) -> Section:
    """Why no difference is given, with what would be needed, and the articles of both sides as squares by primary frame.

    Args:
        pairing: the study and its sides.
        refusal: why nothing is compared, as a refusal or in the words of the page.
        cards: the articles, as from ``article_cards``; by default all of both sides.
    """
    ctx = pairing.ctx
    every = pairing.chosen.articles
    held = article_cards(pairing.chosen, {}) if cards is None else cards
    shown = figure("compare-articles", Held(pairing, held, "any" if cards is None else "event"), ctx)
    beginning = ctx.say("comparison-no-difference")
    if isinstance(refusal, Refusal):
        told = refused(refusal, beginning, ctx=ctx)
    else:
        told = Paragraph(line(beginning, ctx.say.text("between-sentences"), refusal), "refusal")
    sampled = every if cards is None else every.filter(pl.col("article").is_in(cards["article"].implode()))
    blocks = (told, shown, sampling_note(ctx.say, sampled, pairing.choices, "untested"))
    return Section("frames", ctx.say.text("comparison-frames"), blocks, language=ctx.language)
