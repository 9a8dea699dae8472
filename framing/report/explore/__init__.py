"""The page on which a reader chooses articles: filters, a timeline, shares and the list of records, in the reader's own browser."""

from framing.analysis.reading import Reading
from framing.report.blocks import Explorer, Page, Section, line
from framing.report.context import Context
from framing.report.explore.content import content as content_of
from framing.report.wording import refused
from framing.words import words

__all__ = ["STEM", "explore"]

STEM = "explore"


def explore(ctx: Context) -> Page:
    """The page, in the language of the labels of the context; it exists as HTML alone."""
    told = words("explore", ctx.style.language)
    if not isinstance(ctx.reading, Reading):
        sections = (Section("chosen", told["title"], (refused(ctx.reading, ctx=ctx),), language=ctx.style.language),)
    else:
        sections = (
            Section(
                "explorer", told["chosen"], (Explorer(content_of(ctx, ctx.reading), told),), language=ctx.style.language
            ),
        )
    return Page(STEM, told["title"], (line(told["lead"]),), sections, ctx.style.language)
