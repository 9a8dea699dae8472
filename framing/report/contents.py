"""The pages of a report, one row for each kind: what makes them, and how the navigation and the overview list them.

To add a page, write its module in ``framing.report.pages`` and its row in ``PAGES``; nothing else names pages.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from framing.analysis.reading import Reading
from framing.report.blocks import HtmlLink, Line, Link, Page
from framing.report.context import Context
from framing.report.explore import STEM as EXPLORE
from framing.report.explore import explore
from framing.report.pages.countries import comparison_makers
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.handbook import handbook
from framing.report.pages.ledger import ledger
from framing.report.pages.overview import overview
from framing.report.pages.questions import STEM, TITLE, questions
from framing.report.pages.records import records
from framing.report.pages.reliability import reliability
from framing.report.pairing import Pairing, both_cover, national, pair_title
from framing.report.sections.families import OVERVIEW, with_families
from framing.words import words

Maker = Callable[[], Page]


class Scope(NamedTuple):
    """What the pages of one report are made from.

    Attributes:
        ctx: the study under some choices.
        outlets: the outlets whose dossiers are written.
    """

    ctx: Context
    outlets: Sequence[str]


class Entry(NamedTuple):
    """One page in the lists of pages.

    Attributes:
        stem: file name without suffix.
        title: in the navigation.
        listing: its line on the overview; empty where the overview does not list it.
    """

    stem: str
    title: str
    listing: Line = ()


class Kind(NamedTuple):
    """One kind of page.

    Attributes:
        entries: its pages in the lists; none where only other pages link to them.
        makers: what makes each of its pages, as many as exist.
        comparing: the same of pages that know the two countries that are compared; None where nothing can be.
        closing: what makes its page once all other pages are written.
    """

    entries: Callable[[Context], list[Entry]]
    makers: Callable[[Scope], list[Maker]] = lambda _: []
    comparing: Callable[[Context, Pairing | None], list[Maker]] = lambda *_: []
    closing: Callable[[Context, Sequence[Page]], Page] | None = None


def _one(stem: str, title: str, holds: str = "") -> Callable[[Context], list[Entry]]:
    """The entry of a page that every report has, by the messages of its title and of what it holds."""

    def entries(ctx: Context) -> list[Entry]:
        told = ctx.say.text(title)
        return [Entry(stem, told, ctx.say(holds, page=Link(told, stem)) if holds else ())]

    return entries


def _dossiers(ctx: Context) -> list[Entry]:
    return [
        Entry(
            f"outlet-{name}",
            ctx.outlet_short(name),
            ctx.say("overview-lists-dossier", paper=Link(ctx.outlet_name(name), f"outlet-{name}")),
        )
        for name in map(str, ctx.outlets["outlet"])
    ]


def _countries(ctx: Context) -> list[Entry]:
    title = pair_title(ctx) if isinstance(ctx.reading, Reading) else ""
    return [Entry(OVERVIEW, title)] if title else []


def _questions(ctx: Context) -> list[Entry]:
    return _one(STEM, TITLE, "overview-lists-questions")(ctx) if ctx.corpus.registers["questions"] else []


def _explore(ctx: Context) -> list[Entry]:
    title = words("explore", ctx.style.language)["title"]
    return [Entry(EXPLORE, title, ctx.say("overview-lists-explore", page=HtmlLink(title, EXPLORE)))]


def _event_makers(ctx: Context, pairing: Pairing | None) -> list[Maker]:
    compared = both_cover(pairing)["event"].to_list() if pairing else []
    return [partial(event_page, ctx, name, compared) for name in ctx.covered]


def _handbook(ctx: Context) -> Page:
    """The handbook; each language has a report, and one handbook in it."""
    return replace(handbook(ctx.corpus.codebook, ctx.language), stem="handbook")


PAGES: Sequence[Kind] = (
    Kind(
        _one("index", "page-overview"),
        comparing=lambda ctx, pairing: [partial(overview, ctx, listing(ctx), pairing)],
    ),
    Kind(_dossiers, lambda scope: [partial(dossier, scope.ctx, name) for name in scope.outlets]),
    Kind(lambda _: [], comparing=_event_makers),
    Kind(_countries, comparing=lambda _, pairing: comparison_makers(pairing) if pairing else []),
    Kind(_questions, lambda scope: [partial(questions, scope.ctx)] if scope.ctx.corpus.registers["questions"] else []),
    Kind(
        _one(
            "reliability",
            "page-reliability",
            "overview-lists-reliability",
        ),
        lambda scope: [partial(reliability, scope.ctx)],
    ),
    Kind(_explore, lambda scope: [partial(explore, scope.ctx)]),
    Kind(_one("records", "page-records", "overview-lists-records"), closing=records),
    Kind(
        _one("ledger", "page-ledger", "overview-lists-ledger"),
        lambda scope: [partial(ledger, scope.ctx)],
    ),
    Kind(
        _one("handbook", "page-handbook", "overview-lists-handbook"),
        lambda scope: [partial(_handbook, scope.ctx)],
    ),
)


HTML_ONLY = frozenset({EXPLORE})
"""Stems of the pages that exist as HTML alone."""


def navigation(ctx: Context) -> list[tuple[str, str]]:
    """Stem and title of the pages that every page links to."""
    return [(entry.stem, entry.title) for kind in PAGES for entry in kind.entries(ctx)]


def listing(ctx: Context) -> list[Line]:
    """The pages as the overview lists them."""
    return [entry.listing for kind in PAGES for entry in kind.entries(ctx) if entry.listing]


@dataclass(frozen=True, slots=True)
class Task:
    """The making of one page; called, it gives the page with its place.

    Attributes:
        place: of its kind among ``PAGES``, and of the page among those of its kind.
        maker: what makes it.
    """

    place: tuple[int, int]
    maker: Maker

    def __call__(self) -> tuple[tuple[int, int], Page]:
        """Makes the page."""
        return self.place, self.maker()


def alone(ctx: Context, outlets: Sequence[str] = ()) -> list[Task]:
    """The making of every page that waits neither for other pages nor for sides to be compared.

    ``outlets`` are the dossiers to write, none for all of the panel.
    """
    scope = Scope(ctx, list(outlets) or list(map(str, ctx.outlets["outlet"])))
    return _tasks(kind.makers(scope) for kind in PAGES)


def comparing(ctx: Context) -> list[Task]:
    """The making of the pages that tell of two sides; those that take longest, on all events, are the last."""
    pairing = national(ctx)
    return _tasks(kind.comparing(ctx, pairing) for kind in PAGES)[::-1]


def _tasks(makers: Iterable[Sequence[Maker]]) -> list[Task]:
    return [Task((kind, place), maker) for kind, own in enumerate(makers) for place, maker in enumerate(own)]


def makers(ctx: Context, outlets: Sequence[str] = ()) -> list[Maker]:
    """What makes each page of a report but the closing ones: one function per page, in the order of ``PAGES``."""
    return [task.maker for task in sorted([*alone(ctx, outlets), *comparing(ctx)], key=attrgetter("place"))]


def completed(ctx: Context, written: Sequence[Page]) -> list[Page]:
    """The pages with what is known only once all are written: the families of tests, and the records behind their numbers.

    The pages that the makers made, in their order, then the closing ones.
    """
    pages = with_families(written, ctx.say)
    every = [*pages, *(kind.closing(ctx, pages) for kind in PAGES if kind.closing)]
    return [replace(page, language=ctx.say.language) for page in every]
