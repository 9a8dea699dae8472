"""What a few articles can show: that nothing is tested and what that would need, and each article as a square."""

import polars as pl

from framing.compare.records import article_cards
from framing.refusal import Refusal
from framing.report.blocks import Section
from framing.report.figures import figure
from framing.report.figures.by_event import Held
from framing.report.ground import Ground
from framing.report.wording import refused, sampling_note


def squares_section(ground: Ground, refusal: Refusal, sampling: str, cards: pl.DataFrame | None = None) -> Section:
    """Why no difference is given, with what would be needed, and the articles of both sides as squares by primary frame.

    Args:
        ground: the study and its sides.
        refusal: why nothing is compared.
        sampling: how the articles were chosen.
        cards: the articles, as from ``article_cards``; by default all of both sides.
    """
    held = article_cards(ground.chosen, {}) if cards is None else cards
    about = "on any event" if cards is None else "on this event and its parts"
    shown = figure("compare-articles", Held(ground, held, about), ground.ctx.style)
    told = refused(refusal, "No difference is given.")
    return Section("frames", "Frame dimensions", (told, shown, sampling_note(sampling)))
