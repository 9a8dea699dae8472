"""Pages as self-contained HTML: no network, no script that is not named by its hash, every number a link."""

from collections.abc import Sequence
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from framing.chart import picture
from framing.report.blocks import Anchor, Card, Facing, Figure, Listing, Number, Page, Paragraph, Span, Table, set_name


class Frame(NamedTuple):
    """What stands around every page.

    Attributes:
        study: name of the study.
        navigation: (stem, text) of the pages that are always within reach.
        banner: a warning at the top of every page, or nothing.
        footer: what made the page, from which data.
    """

    study: str
    navigation: Sequence[tuple[str, str]]
    banner: str
    footer: str


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("framing.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    kinds = {
        "anchor": Anchor,
        "span": Span,
        "number": Number,
        "paragraph": Paragraph,
        "listing": Listing,
        "figure": Figure,
        "card": Card,
        "facing": Facing,
    }
    for name, kind in {**kinds, "tabular": Table}.items():
        environment.tests[name] = lambda value, kind=kind: isinstance(value, kind)
    environment.filters["set_name"] = set_name
    return environment


_ENVIRONMENT = _environment()


def html(page: Page, frame: Frame) -> str:
    """One page as a complete HTML document.

    Args:
        page: what it says.
        frame: what stands around it.

    Returns:
        The document; it works from ``file://`` and runs only the scripts whose hashes its policy names.
    """
    figures = page.figures()
    scripts = []
    if figures:
        scripts += [picture.bundle(), _asset("charts.js")]
    if page.stem == "records":
        scripts.append(_asset("records.js"))
    return _ENVIRONMENT.get_template("page.html.j2").render(
        page=page,
        study=frame.study,
        pages=[{"stem": stem, "text": text} for stem, text in frame.navigation],
        banner=frame.banner,
        footer=frame.footer,
        style=_asset("style.css"),
        charts=picture.embedded({figure.name: figure.spec for figure in figures}) if figures else "",
        scripts=scripts,
        hashes=[picture.hashed(script) for script in scripts],
    )


def _asset(name: str) -> str:
    loader = _ENVIRONMENT.loader
    assert loader is not None
    return loader.get_source(_ENVIRONMENT, name)[0]
