"""A study as pages; ``contents`` says which."""

from functools import partial

from framing import __version__
from framing.report.blocks import Surround
from framing.report.cautions import banner
from framing.report.contents import HTML_ONLY, alone, comparing, completed, makers, navigation
from framing.report.context import Context
from framing.report.names import study_title
from framing.report.sections.cards import cards
from framing.report.speech import speech as spoken

__all__ = ["alone", "comparing", "completed", "made_by", "makers", "surround"]


def made_by(language: str) -> str:
    """What begins the last line of every page in one language, and no file of anybody else."""
    return spoken(language).text("made-by")


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
