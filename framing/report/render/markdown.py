"""Pages as Markdown with SVG figures, for repositories and for readers of plain text."""

import re
from collections.abc import Iterator

from framing.report.blocks import (
    Anchor,
    Block,
    Card,
    Facing,
    Figure,
    HtmlLink,
    Inline,
    Line,
    Listing,
    Number,
    Page,
    Paragraph,
    Run,
    Sets,
    Surround,
    Table,
    Tone,
    set_name,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$]|&(?=#?\w+;))")
_OPENING = re.compile(r"\A(\d{0,9})([-+.)](?=\s|\Z)|-(?=-))")
"""What begins a list or a rule where a line begins with it."""
_TONES: dict[Tone, str] = {"plain": "", "caution": "> ⚠ ", "refusal": "> ⊘ "}


def markdown(page: Page, surround: Surround) -> str:
    """One page as Markdown; figures are links to ``figures/<page>-<name>.svg``."""
    return "\n".join(_lines(page, surround)).rstrip("\n") + "\n"


def figure_file(page: Page, figure: Figure) -> str:
    """The file of a figure, relative to the folder of the report."""
    return f"figures/{page.stem}-{figure.name}.svg"


def _lines(page: Page, surround: Surround) -> Iterator[str]:
    yield f"# {_escaped(page.title)}"
    yield ""
    if surround.banner:
        yield f"> ⚠ {_escaped(surround.banner)}"
        yield ""
    pages = [(stem, text) for stem, text in surround.navigation if stem not in surround.html_only]
    yield " · ".join(f"[{_escaped(text)}]({stem}.md)" for stem, text in pages)
    yield ""
    for text in page.lead:
        yield _inline(text)
        yield ""
    for section in page.sections:
        yield f'<a id="{section.place}"></a>'
        yield ""
        yield f"{'#' * section.level} {_escaped(section.title)}"
        yield ""
        for block in section.blocks:
            yield from _block(page, block)
            yield ""
    yield "---"
    yield ""
    yield _escaped(surround.footer)


def _block(page: Page, block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _TONES[block.tone] + _inline(block.text)
    elif isinstance(block, Listing):
        yield from (f"- {_inline(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Figure):
        alternative = block.spec["description"].replace("[", "(").replace("]", ")").replace("\n", " ")
        yield f"![{_escaped(alternative)}]({figure_file(page, block)})"
        yield ""
        yield f"*{_escaped(block.caption).strip()}*"
        if block.table:
            yield ""
            yield from _table(block.table)
    elif isinstance(block, Card):
        yield from _card(block)
    elif isinstance(block, Facing):
        for when, *sides in block.rows:
            for head, cards in zip(block.heads, sides, strict=True):
                for card in cards:
                    yield f"*{_inline(when)}, {_escaped(head)}*"
                    yield ""
                    yield from _card(card)
                    yield ""
    elif isinstance(block, Sets):
        for name, records in block.members:
            links = ", ".join(f"[{record}](#{record})" for record in records)
            yield f'- <a id="{name}"></a>{links}'


def _table(table: Table) -> Iterator[str]:
    if table.caption.strip():
        yield f"*{_escaped(table.caption).strip()}*"
        yield ""
    yield "| " + " | ".join(_escaped(name) for name in table.head) + " |"
    yield "|" + "|".join("---:" if index in table.numeric else "---" for index in range(len(table.head))) + "|"
    for row in table.rows:
        yield "| " + " | ".join(_inline(cell) for cell in row) + " |"


def _card(card: Card) -> Iterator[str]:
    yield f'<a id="{card.record}"></a>'
    yield ""
    yield f"### {_inline(card.title)}"
    yield ""
    yield from (f"- {_escaped(name)}: {_inline(text)}" for name, text in card.facts)
    if card.evidence:
        yield "- Evidence"
    for item in card.evidence:
        yield f"  - {_inline(item)}"
    if card.note:
        yield ""
        yield f"*{_inline(card.note).strip()}*"


def _inline(text: Line) -> str:
    return _begun("".join(_part(part) for part in text))


def _begun(line: str) -> str:
    r"""A line whose beginning opens no block.

    >>> print(_begun("- minus"), _begun("  3. three"), _begun("-0.2"), _begun("3.5 %"))
    \- minus 3\. three -0.2 3.5 %
    """
    return _OPENING.sub(r"\1\\\2", line.lstrip())


def _part(part: Inline) -> str:
    if isinstance(part, str):
        return _escaped(part)
    if isinstance(part, Run):
        return f"**{_escaped(part.text)}**" if part.strong else _escaped(part.text)
    if isinstance(part, Number):
        text = _escaped(part.text)
        return f"[{text}](records.md#{set_name(part.records)})" if part.records else text
    if isinstance(part, HtmlLink):
        return _escaped(part.text)
    if isinstance(part, Anchor):
        return f'<a id="{part.place}"></a>{_escaped(part.text)}'
    address = (f"{part.page}.md" if part.page else "") + (f"#{part.place}" if part.place else "")
    return f"[{_escaped(part.text)}]({address})"


def _escaped(text: str) -> str:
    r"""The text with Markdown's own signs made harmless, on one line.

    >>> print(_escaped("a|b *x* ~y~"))
    a\|b \*x\* \~y\~
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.splitlines()))
