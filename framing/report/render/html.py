"""Pages as HTML: no network, no script but those that belong to the report, every number a link."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from framing.chart import picture
from framing.report.blocks import (
    Catalogue,
    Details,
    Explorer,
    Facing,
    Figure,
    Listing,
    Page,
    Paragraph,
    Record,
    Records,
    Row,
    Sets,
    Surround,
    Table,
    within,
)
from framing.report.render import assets
from framing.report.render.assets import CARDS, Asset
from framing.report.render.inline import RECORDS, inline
from framing.report.render.packed import packed
from framing.report.speech import speech

Form = Literal["html", "standalone"]
"""Pages beside one folder of what they share, or each a file that needs no other."""


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("framing.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    for kind in (Paragraph, Listing, Table, Figure, Records, Catalogue, Facing, Details, Explorer):
        environment.tests[kind.__name__.lower()] = lambda value, kind=kind: isinstance(value, kind)
    environment.tests["elsewhere"] = assets.elsewhere
    environment.filters["inline"] = inline
    environment.globals["most_cards"] = CARDS
    environment.filters["embedded"] = picture.embedded
    return environment


_ENVIRONMENT = _environment()


def html(page: Page, surround: Surround, form: Form = "html") -> str:
    """One page as a complete HTML document.

    Args:
        page: what it says.
        surround: navigation, banner and footer.
        form: whether it shares style, scripts and cards with other pages.

    Returns:
        The document; it works from ``file://`` and runs only the scripts beside it, or those whose hashes its policy names.
    """
    figures = page.figures()
    given = scripts(page)
    alone = form == "standalone"
    return _ENVIRONMENT.get_template("page.html.j2").render(
        page=page,
        say=speech(page.language),
        stem=page.stem,
        study=surround.study,
        pages=[{"stem": stem, "text": text} for stem, text in surround.navigation],
        banner=surround.banner,
        footer=surround.footer,
        styles=styles(page),
        charts=picture.embedded(packed({figure.name: _bare(figure) for figure in figures})) if figures else "",
        scripts=given,
        alone=alone,
        sources=[picture.hashed(script.text) for script in given] if alone else ["'self'", "file:"],
        cards=_written(page.stem, page.language, surround, [row.record for row in within(page.sections, Row)])
        if alone
        else {},
    )


def _bare(figure: Figure) -> Record:
    """The specification of a figure without what its page says beside it, which ``charts.js`` fills in.

    Its description and its small print are on the page, of the print only the ends of lines are kept; its marks name records or
    sets of them, and where those stand is the same for all.
    """
    rows = {
        name: [{**row, "href": row["href"].removeprefix(RECORDS)} if row.get("href") else row for row in held]
        for name, held in figure.spec.get("datasets", {}).items()
    }
    bare = {key: part for key, part in figure.spec.items() if key != "description"} | {"datasets": rows}
    chart, note = bare["vconcat"]
    ends = _ends(note["mark"]["text"], figure.caption)
    return bare | {"vconcat": [chart, {**note, "mark": {**note["mark"], "text": ends}}]}


def _ends(lines: Sequence[str], text: str) -> list[int]:
    """How many signs of a text stand up to the end of each of the lines that it was broken into.

    >>> _ends(["one two", "three"], "one two three")
    [7, 13]
    """
    ends = [0]
    for line in lines:
        ends.append(text.index(line, ends[-1]) + len(line))
    return ends[1:]


def styles(page: Page) -> list[Asset]:
    """The styles of one page."""
    return [assets.own("style.css"), *([assets.own("explore/explore.css")] if _explores(page) else ())]


def scripts(page: Page) -> list[Asset]:
    """The scripts of one page, in the order in which they run."""
    sets = [assets.record_sets(one, every) for one in within(page.sections, Sets) for every in _catalogues(page)]
    listed = [assets.own("records.js")] if next(within(page.sections, Row), None) else []
    exploring = [assets.explorer()] if _explores(page) else []
    return [*(assets.charts() if page.figures() else ()), *sets, *listed, *exploring]


def shelves(page: Page, surround: Surround) -> dict[str, Callable[[], assets.Shelf]]:
    """What makes each shelf of the cards that are kept on a page, and open on others too, by its name."""
    every = (shelf for catalogue in _catalogues(page) for shelf in assets.shelves(catalogue))
    return {
        name: partial(_shelf, page.stem, page.language, surround, [row.record for row in rows]) for name, rows in every
    }


def _shelf(stem: str, language: str, surround: Surround, records: Sequence[str]) -> assets.Shelf:
    written = _written(stem, language, surround, records)
    return {record: assets.taken_apart(card) for record, card in written.items()}


def _explores(page: Page) -> bool:
    return next(within(page.sections, Explorer), None) is not None


def _catalogues(page: Page) -> list[Catalogue]:
    return list(within(page.sections, Catalogue))


def _written(stem: str, language: str, surround: Surround, records: Sequence[str]) -> dict[str, str]:
    """The card of each record as it stands in a page."""
    parts = _ENVIRONMENT.get_template("parts.html.j2").make_module({"say": speech(language), "stem": stem})
    written = vars(parts)["card"]
    return {card.record: str(written(card)).strip() for card in surround.cards(list(dict.fromkeys(records)))}
