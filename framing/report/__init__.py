"""A study as pages; ``contents`` says which."""

from collections.abc import Sequence

from framing import __version__
from framing.report.blocks import Page, Surround
from framing.report.cautions import banner
from framing.report.contents import HTML_ONLY, completed, makers, navigation
from framing.report.context import Context

__all__ = ["MARK", "completed", "makers", "pages", "surround"]

MARK = "Made by framing"
"""Begins the last line of every page."""


def pages(ctx: Context, outlets: Sequence[str] = ()) -> list[Page]:
    """Every page of a report in the order of ``contents.PAGES``, those made from all other pages last.

    ``outlets`` are the dossiers to write, none for all of the panel.
    """
    return completed(ctx, [made() for made in makers(ctx, outlets)])


def surround(ctx: Context) -> Surround:
    """The navigation, banner and footer around every page of one study."""
    codebook = ctx.corpus.codebook
    return Surround(
        codebook["title"]["en"],
        navigation(ctx),
        banner(ctx),
        f"{MARK} {__version__} from codebook {codebook['id']} {codebook['version']}.",
        HTML_ONLY,
    )
