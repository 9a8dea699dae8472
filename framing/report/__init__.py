"""A study as pages; ``contents`` says which."""

from collections.abc import Sequence
from functools import partial

from framing import __version__
from framing.report.blocks import Page, Surround
from framing.report.cautions import banner
from framing.report.contents import HTML_ONLY, completed, makers, navigation
from framing.report.context import Context
from framing.report.names import study_title
from framing.report.sections.cards import cards
from framing.report.speech import speech

__all__ = ["completed", "made_by", "makers", "pages", "surround"]


def made_by(language: str) -> str:
    """What begins the last line of every page in one language, and no file of anybody else."""
    return speech(language).text("made-by")


def pages(ctx: Context, outlets: Sequence[str] = ()) -> list[Page]:
    """Every page of a report in the order of ``contents.PAGES``, those made from all other pages last.

    ``outlets`` are the dossiers to write, none for all of the panel.
    """
    return completed(ctx, [made() for made in makers(ctx, outlets)])


def surround(ctx: Context) -> Surround:
    """The navigation, banner and footer around every page of one study."""
    codebook = ctx.corpus.codebook
    return Surround(
        study_title(codebook, ctx.language),
        navigation(ctx),
        banner(ctx),
        ctx.say.text("footer", version=__version__, codebook=codebook["id"], edition=codebook["version"]),
        partial(cards, ctx),
        HTML_ONLY,
    )
