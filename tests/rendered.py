"""The pages of a report, and the files that are written of them."""

from collections.abc import Iterable, Sequence

from framing.report import completed, makers, surround
from framing.report.blocks import Page
from framing.report.context import Context
from framing.report.render import publish


def pages(ctx: Context, outlets: Sequence[str] = ()) -> list[Page]:
    """Every page of a report in the order of ``contents.PAGES``; ``outlets`` are the dossiers to write, none for all of the panel."""
    return completed(ctx, [made() for made in makers(ctx, outlets)])


def rendered(ctx: Context, pages: Iterable[Page], *forms: str) -> dict[str, bytes]:
    """Every file of some pages in some forms: html or standalone, markdown, or both; the same pages give the same bytes."""
    around = surround(ctx)
    return {name: data for page in pages for name, data in publish.page_files(page, around, forms)}
