"""Lines of pages as HTML: of everything on a page there is most of them, so that they are written without a template."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from framing.report.blocks import Anchor, Inline, Line, Number, Run, set_name
from framing.report.speech import Speech
from framing.report.text import Link

RECORDS = "records.html#"
"""Where articles, and sets of them, are found by their names."""


@pass_context
def inline(page: Context, said: Line) -> Markup:
    """A line as it stands on the page whose ``stem`` and speech (``say``) a template was given."""
    return Markup("".join([_written(part, page["stem"], page["say"]) for part in said]))


def _written(part: Inline, stem: str, say: Speech) -> str:
    """A part of a line, its text escaped.

    >>> from framing.report.speech import speech
    >>> _written(Link("A & B", "event-a", "b"), "index", speech("en"))
    '<a href="event-a.html#b">A &amp; B</a>'
    >>> _written(Number("2", ("a", "b")), "index", speech("en"))
    '<a href="records.html#s-4c7a919fb6@index" title="2 records">2</a>'
    """
    if isinstance(part, str):
        return escape(part)
    text = escape(part.text)
    if isinstance(part, Number):
        return _number(text, part.records, stem, say) if part.records else text
    if isinstance(part, Anchor):
        return f'<span id="{escape(part.place)}">{text}</span>'
    lang = f' lang="{escape(part.lang)}"'
    if isinstance(part, Run):
        return f"<strong{lang if part.lang else ''}>{text}</strong>" if part.strong else f"<span{lang}>{text}</span>"
    return f'<a{lang if part.lang else ""} href="{_address(part)}">{text}</a>'


def _number(text: str, records: tuple[str, ...], stem: str, say: Speech) -> str:
    """A number that leads to its article, or to the set of its articles, which is told from which page one comes."""
    name = escape(set_name(records))
    if len(records) == 1:
        return f'<a class="n" href="{RECORDS}{name}">{text}</a>'
    behind = escape(say.text("records-behind", records=len(records)))
    return f'<a href="{RECORDS}{name}@{stem}" title="{behind}">{text}</a>'


def _address(link: Link) -> str:
    page, place = f"{link.page}.html" if link.page else "", f"#{link.place}" if link.place else ""
    return escape(page + place)
