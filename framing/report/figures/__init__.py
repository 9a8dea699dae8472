"""Every figure of a study by name: `framing chart`, the sections of the pages and the tests read this one table."""

from collections.abc import Mapping
from typing import Any

from framing.chart.told import Spec
from framing.refusal import Refusal
from framing.report.blocks import Figure, Paragraph
from framing.report.context import Context
from framing.report.figures import by_event, course, over_time, papers, sides, study, values
from framing.report.figures.chosen import EVERYTHING, Chosen
from framing.report.figures.recipe import Recipe
from framing.report.wording import refused

FIGURES: Mapping[str, Recipe[Any]] = {
    **study.FIGURES,
    **over_time.FIGURES,
    **course.FIGURES,
    **values.FIGURES,
    **sides.FIGURES,
    **by_event.FIGURES,
    **papers.FIGURES,
}
"""Name, as a person types it, to how the figure is made."""


def figure(name: str, subject: Any, ctx: Context) -> Figure | Paragraph:
    """One figure for a page, or the paragraph that says why there is none.

    Args:
        name: a key of ``FIGURES``.
        subject: what its row is made of.
        ctx: the study, for labels, colours and the language.
    """
    found = FIGURES[name].of(subject)
    return refused(found, ctx=ctx) if isinstance(found, Refusal) else found.block(ctx.style)


def drawn(name: str, ctx: Context, chosen: Chosen = EVERYTHING) -> Spec | Refusal:
    """One chart of a study, to be taken away.

    Args:
        name: a key of ``FIGURES``.
        ctx: the study under some choices, in the language of the labels.
        chosen: what is asked for of it, no more than its row ``takes``.

    Returns:
        The specification with its caption in small print, or the refusal that explains why there is none.
    """
    row = FIGURES[name]
    subject = row.subject(ctx) if chosen == EVERYTHING else row.choose(ctx, chosen)
    found = subject if isinstance(subject, Refusal) else row.of(subject)
    return found if isinstance(found, Refusal) else found.alone(ctx.style)
