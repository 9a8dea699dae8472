"""The pages of the workbench: what they show, in the coder's language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from framing.study import dates, settle
from framing.study.faults import Fault
from framing.study.revision.worklist import Again
from framing.words import FIRST, languages, words
from framing.words.faults import in_language
from framing.workbench import questions
from framing.workbench.desk import catalogue, intake
from framing.workbench.desk.catalogue import ListedArticle
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.settings import THEMES
from framing.workbench.questions import said
from framing.workbench.web import statics

Record = dict[str, Any]
BEGINS = {"article.html.j2": "desk.js", "queue.html.j2": "queue.js", "new.html.j2": "intake.js"}
"""The module that a page begins with; another page has nothing but its settings."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("framing.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["query"] = lambda asked, **changes: urlencode({**asked, **changes})
    return environment


def language(desk: Desk) -> str:
    """The language that this coder has chosen for the interface."""
    return desk.settings().language.get(desk.coder, FIRST)


def rendered(desk: Desk, template: str, content: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page in the coder's language, with what stands around every page."""
    spoken = language(desk)
    codebook = desk.standard().codebook
    notices = list(desk.notices())
    around = {
        "w": words("workbench", spoken),
        "language": spoken,
        "languages": languages(),
        "theme": desk.settings().theme.get(desk.coder, THEMES[0]),
        "themes": THEMES,
        "study_id": codebook["id"],
        "study": said(codebook["title"], spoken),
        "version": codebook["version"],
        "coder": desk.coder,
        "coder_name": desk.name(desk.coder),
        "adjudicates": desk.adjudicates(),
        "exception": desk.exception(),
        "notices": list(zip(notices, told(notices, spoken), strict=True)),
        "modules": statics.modules(BEGINS.get(template, "workbench.js")),
    }
    return HTMLResponse(_environment().get_template(template).render(**around, **content), status)


def told(faults: Iterable[Fault], spoken: str) -> list[Fault]:
    """Faults in a language of the interface."""
    return [replace(fault, message=in_language(fault.message, spoken)) for fault in faults]


def message(desk: Desk, word: str, status: int) -> HTMLResponse:
    """A page that says why nothing else is shown."""
    return rendered(desk, "message.html.j2", {"text": words("workbench", language(desk))[word]}, status)


def failure(desk: Desk, word: str, detail: str, typed: Mapping[str, str]) -> HTMLResponse:
    """The page for a study that cannot be read; what was typed can be sent again from it.

    Args:
        desk: who asks.
        word: what has failed.
        detail: where and why.
        typed: answers of the form for a new article; empty on any other page.
    """
    content = {
        "w": words("workbench", language(desk)),
        "word": word,
        "detail": detail,
        "typed": typed,
        "language": language(desk),
    }
    return HTMLResponse(_environment().get_template("bare.html.j2").render(content), 500)


def queue(desk: Desk, asked: Mapping[str, str]) -> HTMLResponse:
    """The list of a coder's articles.

    Args:
        desk: whose.
        asked: state, outlet, q and page, each perhaps empty.
    """
    listed, states = desk.listed(), desk.store().states()
    outlets = desk.standard().registers["outlets"]
    names = catalogue.outlet_names(outlets)
    fitting = list(catalogue.fitting(listed, states, names, asked))
    beyond = catalogue.fitting(desk.beyond(), {}, names, {**asked, "state": ""}) if asked["q"].strip() else iter(())
    number = int(asked["page"]) if re.fullmatch("[0-9]{1,6}", asked["page"]) else 1
    page = catalogue.page(fitting, number)
    counts = catalogue.counts(listed, states)
    content = {
        "asked": {name: value for name, value in asked.items() if name != "page"},
        "page": page,
        "counts": counts,
        "outlets": {outlet["id"]: outlet_shown(outlet, language(desk)) for outlet in outlets},
        "beyond": [row for row, _ in islice(beyond, catalogue.PAGE)],
        "tabs": _tabs(counts, asked["state"]),
        "again": {name: _reasons(found) for name, found in desk.again().items()},
        "disputes": _disputes(desk, page) if desk.adjudicates() else {},
    }
    return rendered(desk, "queue.html.j2", content)


def _tabs(counts: Mapping[str, Mapping[str, int]], state: str) -> list[str]:
    """The states by which the queue can be filtered; what there is to code again only where there is something."""
    return ["", "open", *(name for name in catalogue.STATES if name != "again" or counts[""][name] or state == name)]


def _reasons(found: Iterable[Again]) -> list[str]:
    """Why an article is to be coded again, each reason once."""
    return list(dict.fromkeys(each.reason for each in found))


def _disputes(desk: Desk, page: catalogue.QueuePage) -> dict[str, list[str]]:
    """By article, what its readings do not share, in words."""
    codebook, spoken = desk.standard().codebook, language(desk)
    labels = {asked.pointer: asked.label for asked in questions.questions(codebook, spoken, words("workbench", spoken))}
    return {
        row.id: [labels[found.pointer] for found in settle.questions(list(desk.readings(row.id).values()))]
        for row, _ in page.rows
    }


def outlet_shown(outlet: Record, spoken: str) -> Record:
    """Name, language and colour of an outlet, as pages show it; and what readers of the page's language call it, where that is another name."""
    names = outlet["names"]
    own = outlet["language"] == spoken or names["own"] == (also := names.get(spoken, names["en"]))
    colour = outlet.get("colour", "#888888")
    return {"own": names["own"], "lang": outlet["language"], "also": "" if own else also, "colour": colour}


def new(
    desk: Desk, given: Mapping[str, str], faults: Mapping[str, Fault], same: list[ListedArticle], failed: str = ""
) -> HTMLResponse:
    """The form for a new article.

    Args:
        desk: who asks.
        given: what was typed before.
        faults: what is wrong, by field.
        same: articles that may be the one that is being added.
        failed: why the article could not be written; empty when that was not tried.
    """
    standard, spoken = desk.standard(), language(desk)
    shown = words("workbench", spoken)
    content = {
        "given": {name: given.get(name, "") for name in intake.FIELDS},
        "faults": {name: in_language(fault.message, spoken) for name, fault in faults.items()},
        "same": same,
        "failed": failed,
        "outlets": standard.registers["outlets"],
        "sources": standard.registers["sources"],
        "options": {
            name: intake.options(name, given, standard, shown, spoken) for name in ("genre", "medium", "basis")
        },
        "echo": dates.echoed(dates.parsed(given.get("date", "")) or "", spoken),
        "date_wrong": dates.complaint(given["date"], spoken, shown) if given.get("date") else "",
    }
    return rendered(desk, "new.html.j2", content, 507 if failed else 422 if faults or same else 200)
