"""Pages as Markdown with SVG figures, for repositories and for readers of plain text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from framing.report.blocks import (
    Anchor,
    Block,
    Card,
    Catalogue,
    Details,
    Facing,
    Figure,
    HtmlLink,
    Inline,
    Line,
    Listing,
    Number,
    Page,
    Paragraph,
    Records,
    Row,
    Run,
    Sets,
    Surround,
    Table,
    Told,
    Tone,
    set_name,
    within,
)
from framing.report.render.assets import CARDS
from framing.report.speech import speech

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$]|&(?=#?\w+;))")
_OPENING = re.compile(r"\A(\d{0,9})([-+.)](?=\s|\Z)|-(?=-))")
"""What begins a list or a rule where a line begins with it."""
LISTED = 100
"""The records of a set that are listed in a study of more than ``CARDS`` articles."""
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
    listed = LISTED if any(len(every.rows) > CARDS for every in within(page.sections, Catalogue)) else None
    for section in page.sections:
        yield f'<a id="{section.place}"></a>'
        yield ""
        yield f"{'#' * section.level} {_escaped(section.title)}"
        yield ""
        for block in section.blocks:
            if isinstance(block, Catalogue):
                yield from _catalogue(page, block, surround)
            elif isinstance(block, Sets):
                yield from _sets(page, block, listed)
            else:
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
        yield from _figure(page, block)
    elif isinstance(block, Details):
        yield from _folded(page, block)
    elif isinstance(block, Records):
        yield from _rows(page, block.rows)
    elif isinstance(block, Facing):
        for when, *sides in block.rows:
            for head, rows in zip(block.heads, sides, strict=True):
                if rows:
                    yield f"*{_inline(when)}, {_escaped(head)}*"
                    yield ""
                    yield from _rows(page, rows)
                    yield ""


def _sets(page: Page, sets: Sets, listed: int | None) -> Iterator[str]:
    """The records of each set: all, or the first so many and where all are shown."""
    for name, told, records in sets.members:
        links = ", ".join(f"[{record}](#{record})" for record in records[:listed])
        yield f'- <a id="{name}"></a>{_escaped(_said(page, told, len(records)))}: {links}{_rest(page, name, records[len(records[:listed]) :])}'


def _rest(page: Page, name: str, records: Sequence[str]) -> str:
    """Where the records are shown that are not listed; nothing where all are."""
    if not records:
        return ""
    return f", [{_escaped(speech(page.language).text('records-set-rest', articles=len(records)))}]({page.stem}.html#{name})"


def _said(page: Page, told: Sequence[Told], articles: int) -> str:
    """What numbers say of a set: the first of them, and how many more there are."""
    say = speech(page.language)
    what = say.text("list-comma").join(part for part in told[0][:2] if part)
    return say.text("records-set", articles=articles, what=what, more=len(told) - 1)


def _figure(page: Page, figure: Figure) -> Iterator[str]:
    alternative = figure.spec["description"].replace("[", "(").replace("]", ")").replace("\n", " ")
    yield f"![{_escaped(alternative)}]({figure_file(page, figure)})"
    yield ""
    yield f"*{_escaped(figure.caption).strip()}*"
    if figure.table:
        yield ""
        yield from _folded(page, Details(speech(page.language).text("numbers-behind"), (figure.table,)))


def _folded(page: Page, details: Details) -> Iterator[str]:
    """Blocks between tags of HTML; the empty lines let them be read as Markdown."""
    yield f"<details><summary>{_escaped(details.summary)}</summary>"
    yield ""
    for block in details.blocks:
        yield from _block(page, block)
        yield ""
    yield "</details>"


def _table(table: Table) -> Iterator[str]:
    if table.caption.strip():
        yield f"*{_escaped(table.caption).strip()}*"
        yield ""
    yield "| " + " | ".join(_escaped(name) for name in table.head) + " |"
    yield "|" + "|".join("---:" if index in table.numeric else "---" for index in range(len(table.head))) + "|"
    for row in table.rows:
        yield "| " + " | ".join(_inline(cell) for cell in row) + " |"


def _rows(page: Page, rows: Sequence[Row]) -> Iterator[str]:
    say = speech(page.language)
    yield f"| {' | '.join(say.text(f'records-{head}') for head in ('date', 'outlet', 'headline', 'frame'))} |"
    yield "|---|---|---|---|"
    for row in rows:
        cells = (_escaped(row.outlet), _inline(row.headline), _escaped(row.frame))
        yield f'| <a id="{row.record}"></a>[{row.day}](records.md#{row.record}) | ' + " | ".join(cells) + " |"


def _catalogue(page: Page, catalogue: Catalogue, surround: Surround) -> Iterator[str]:
    """Every card; of many articles a row each, for a file of all their cards could not be opened."""
    if len(catalogue.rows) <= CARDS:
        yield from _cards(page, catalogue, surround)
        return
    told = speech(page.language).text("records-many", articles=len(catalogue.rows), most=CARDS)
    yield _escaped(told)
    yield ""
    yield from _rows(page, catalogue.rows)


def _cards(page: Page, catalogue: Catalogue, surround: Surround) -> Iterator[str]:
    """Every card; those of one shelf are made at a time."""
    for _, rows in groupby(catalogue.rows, key=attrgetter("shelf")):
        for card in surround.cards([row.record for row in rows]):
            yield from _card(page, card)
            yield ""


def _card(page: Page, card: Card) -> Iterator[str]:
    yield f'<a id="{card.record}"></a>'
    yield ""
    yield f"### {_inline(card.title)}"
    yield ""
    yield from (f"- {_escaped(name)}: {_inline(text)}" for name, text in card.facts)
    if card.evidence:
        yield f"- {speech(page.language).text('evidence')}"
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
