"""What a section says, with all that is folded away in it."""

from collections.abc import Iterator

from framing.report.blocks import Block, Details, Section


def unfolded(part: Section | Details) -> Iterator[Block]:
    """The blocks of a section in order, those of its details among them."""
    for block in part.blocks:
        if isinstance(block, Details):
            yield from unfolded(block)
        else:
            yield block
