"""Pages as self-contained HTML: no network, only scripts named by their hash, every number a link."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from framing.chart import picture
from framing.report.blocks import (
    Anchor,
    Card,
    Explorer,
    Facing,
    Figure,
    Listing,
    Number,
    Page,
    Paragraph,
    Run,
    Surround,
    Table,
    set_name,
)
from framing.report.render.script import joined


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("framing.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    for kind in (Anchor, Run, Number, Paragraph, Listing, Table, Figure, Card, Facing, Explorer):
        environment.tests[kind.__name__.lower()] = lambda value, kind=kind: isinstance(value, kind)
    environment.filters["set_name"] = set_name
    environment.filters["embedded"] = picture.embedded
    return environment


_ENVIRONMENT = _environment()


def html(page: Page, surround: Surround) -> str:
    """One page as a complete HTML document.

    Args:
        page: what it says.
        surround: navigation, banner and footer.

    Returns:
        The document; it works from ``file://`` and runs only the scripts whose hashes its policy names.
    """
    figures = page.figures()
    scripts = []
    if figures:
        scripts += [picture.bundle(), _asset("charts.js")]
    if page.stem == "records":
        scripts.append(_asset("records.js"))
    exploring = any(isinstance(block, Explorer) for section in page.sections for block in section.blocks)
    if exploring:
        scripts.append(_explorer())
    return _ENVIRONMENT.get_template("page.html.j2").render(
        page=page,
        study=surround.study,
        pages=[{"stem": stem, "text": text} for stem, text in surround.navigation],
        banner=surround.banner,
        footer=surround.footer,
        style=_asset("style.css") + (_asset("explore/explore.css") if exploring else ""),
        charts=picture.embedded({figure.name: figure.spec for figure in figures}) if figures else "",
        scripts=scripts,
        hashes=[picture.hashed(script) for script in scripts],
    )


@cache
def _explorer() -> str:
    """The modules of the explorer as one script, each after those that it imports; a page from a disk cannot load modules."""
    names = [name for name in _ENVIRONMENT.list_templates(["js"]) if name.startswith("explore/")]
    return joined({name.removeprefix("explore/"): _asset(name) for name in names})


def _asset(name: str) -> str:
    loader = _ENVIRONMENT.loader
    assert loader is not None
    return loader.get_source(_ENVIRONMENT, name)[0]
