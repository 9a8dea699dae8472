"""Links only to pages that are written."""

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from framing.report.blocks import Link

Part = TypeVar("Part")


def among(part: Part, stems: Collection[str]) -> Part:
    """A page or a part of one with links only to the pages written with it; all other links become text.

    >>> from framing.report.blocks import Page, Paragraph, Section, line
    >>> page = Page("x", "X", (), (Section("s", "S", (Paragraph(line("see ", Link("Y", "y"), Link("Z", "z"))),)),))
    >>> among(page, {"x", "y"}).sections[0].blocks[0].text
    ('see ', Link(text='Y', page='y', place='', lang=''), 'Z')
    """

    def unlinked(part: Any) -> Any:
        if isinstance(part, Link):
            return part.text if part.page and part.page not in stems else part
        if isinstance(part, tuple | list):
            return tuple(map(unlinked, part))
        if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{name.name: unlinked(getattr(part, name.name)) for name in fields(part)})
        return part

    linked: Part = unlinked(part)
    return linked
