"""Pages as the files that are written of them."""

from collections.abc import Iterable

from framing.report import surround
from framing.report.blocks import Page
from framing.report.context import Context
from framing.report.render import publish


def rendered(ctx: Context, pages: Iterable[Page], *forms: str) -> dict[str, bytes]:
    """Every file of some pages in some forms: html or standalone, markdown, or both; the same pages give the same bytes."""
    around = surround(ctx)
    return {name: data for page in pages for name, data in publish.page_files(page, around, forms)}
